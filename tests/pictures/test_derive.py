"""What readers get is small, upright, true in colour, and says nothing about its maker."""

import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms

from pictures import Refusal
from pictures.derive import Derivatives, Encoded, derive
from tests.pictures.making import encoded, photo


def made(data: bytes) -> Derivatives:
    result = derive(data)
    assert isinstance(result, Derivatives), result
    return result


def opened(encoded_picture: Encoded) -> Image.Image:
    return Image.open(io.BytesIO(encoded_picture.data))


def png_claiming(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1_000_000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


def test_widths_never_exceed_the_original() -> None:
    """A picture is never blown up, and the smallest serves a phone."""
    assert [e.width for e in made(encoded(photo(1000, 500))).webp] == [480, 800, 1000]
    assert [e.width for e in made(encoded(photo(5000, 500))).webp] == [480, 800, 1200, 1600]
    assert [e.width for e in made(encoded(photo(8, 8))).webp] == [8]


def test_every_derivative_opens_in_the_size_and_kind_it_claims() -> None:
    result = made(encoded(photo()))
    for one in (*result.webp, result.fallback):
        image = opened(one)
        assert (image.size, Image.MIME[image.format or ""]) == ((one.width, one.height), one.type)


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_large_photograph_is_decoded_small_but_large_enough(orientation: int) -> None:
    """The camera's upright width counts, not the one of its sensor."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    result = made(encoded(photo(2200, 8000), exif=exif))
    upright = (1600, 5818) if orientation in (1, 3) else (1600, 440)
    assert [e.width for e in result.webp] == [480, 800, 1200, 1600]
    assert (result.webp[-1].width, result.webp[-1].height) == upright


def test_orientation_is_applied() -> None:
    """A camera held upright gives an upright picture: red, on the left of the sensor, is on top."""
    exif = Image.Exif()
    exif[0x0112] = 6
    top = opened(made(encoded(photo(), exif=exif)).fallback).convert("RGB")
    assert top.height > top.width
    red, _, blue = top.getpixel((top.width // 2, 20))  # type: ignore[misc]
    assert red > 200 > blue


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_no_metadata_is_published(kind: str) -> None:
    """Neither place, nor camera, nor comment, nor colour profile is in any derivative."""
    exif = Image.Exif()
    exif[0x010E] = "MARKER mô tả"
    exif.get_ifd(0x8825)[2] = (21.0, 2.0, 3.0)
    extra = (
        {"comment": b"MARKER"} if kind == "JPEG" else {"xmp": b"MARKER"} if kind == "WEBP" else {}
    )
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    original = encoded(photo(), kind, exif=exif, icc_profile=profile, **extra)
    assert b"MARKER" in original
    result = made(original)
    for one in (*result.webp, result.fallback):
        assert b"MARKER" not in one.data
        assert not {"exif", "icc_profile", "comment", "xmp"} & set(opened(one).info)


def test_colours_are_converted_to_srgb() -> None:
    """A profile is applied before it is dropped: CIELAB green stays green without it."""
    lab = ImageCms.createProfile("sRGB")
    swapped = Image.new("RGB", (64, 64), (10, 200, 30))
    profile = ImageCms.ImageCmsProfile(lab).tobytes()
    kept = opened(made(encoded(swapped, "PNG", icc_profile=profile)).fallback).convert("RGB")
    assert all(abs(a - b) <= 1 for a, b in zip(kept.getpixel((5, 5)), (10, 200, 30), strict=True))  # type: ignore[arg-type]


def test_same_bytes_in_same_bytes_out() -> None:
    original = encoded(photo())
    assert derive(original) == derive(original)


def test_drawings_stay_sharp_and_photos_stay_small() -> None:
    """Few colours or transparency give a PNG behind the WebP, all else a JPEG."""
    assert made(encoded(Image.new("RGB", (900, 90), "navy"), "PNG")).fallback.type == "image/png"
    see_through = photo()
    see_through.putalpha(Image.radial_gradient("L").resize(see_through.size))
    assert made(encoded(see_through, "PNG")).fallback.type == "image/png"
    assert made(encoded(photo(), "PNG")).fallback.type == "image/jpeg"


@pytest.mark.parametrize("mode", ["L", "1", "P", "CMYK", "I;16", "LA"])
def test_every_usual_mode_is_read(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    image = Image.new(mode, (50, 40)) if mode == "I;16" else photo(50, 40).convert(mode)
    assert made(encoded(image, kind)).webp[0].width == 50


def test_sixteen_bit_grey_keeps_its_brightness() -> None:
    grey = Image.new("I;16", (20, 20), 0x8000)
    red, *_ = opened(made(encoded(grey, "PNG")).fallback).convert("RGB").getpixel((3, 3))  # type: ignore[misc]
    assert abs(red - 128) <= 1


def test_a_decompression_bomb_is_refused_by_its_header() -> None:
    """60,000 × 60,000 pixels in a few kilobytes cost no memory."""
    refusal = derive(png_claiming(60_000, 60_000))
    assert isinstance(refusal, Refusal)
    assert refusal.rule == "picture-too-large"


def test_a_picture_above_the_limit_but_below_pillows_is_refused() -> None:
    refusal = derive(png_claiming(9_000, 9_500))
    assert isinstance(refusal, Refusal)
    assert "9000 × 9500" in refusal.message


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"<html>",
        encoded(photo())[:900],
        encoded(photo(), "PNG")[:900],
        b"\xff\xd8\xff",
    ],
)
def test_broken_pictures_are_refused(data: bytes) -> None:
    refusal = derive(data)
    assert isinstance(refusal, Refusal)
    assert refusal.rule == "picture-broken"


def test_heic_is_named() -> None:
    refusal = derive(b"\0\0\0\x18ftypheic" + b"\0" * 40)
    assert isinstance(refusal, Refusal)
    assert "HEIC" in refusal.message


def test_an_animation_is_reduced_to_its_first_frame_and_says_so() -> None:
    frames = [photo(60, 60), photo(60, 60, left="blue")]
    data = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert made(data).still
    assert not made(encoded(frames[0], "GIF")).still
