"""From an original to what readers get: small, upright, sRGB, without metadata.

Nothing here reads or writes files. The same bytes in give the same bytes out.
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import ExifTags, Image, ImageCms, ImageOps, UnidentifiedImageError

from findings import Saying
from pictures.model import Refusal

WIDTHS = (480, 800, 1200, 1600)
#: Width of the one JPEG or PNG behind the WebP files; also what cards of other sites fetch.
FALLBACK_WIDTH = 1200
#: Above this a picture is refused before any of it is decoded (a decoded pixel takes 3 bytes).
MAX_PIXELS = 80_000_000
MAX_BYTES = 60_000_000
_FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF")
_WEBP_QUALITY = 77
#: How hard the encoder tries: with 4, its own choice, and quality 78 files come out as large and
#: as true, in twice the time.
_WEBP_METHOD = 2
_JPEG_QUALITY = 80
#: A picture of no more colours than this is a drawing: kept sharp, without loss.
_FEW_COLOURS = 256

_BROKEN = (OSError, SyntaxError, ValueError, EOFError, struct.error, zlib.error, IndexError)


@dataclass(frozen=True, slots=True)
class Encoded:
    """One derivative with its bytes."""

    width: int
    height: int
    type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Derivatives:
    """All derivatives of one original."""

    webp: tuple[Encoded, ...]
    """Smallest first."""
    fallback: Encoded
    still: bool
    """Whether an animation was reduced to its first frame."""


def derive(data: bytes) -> Derivatives | Refusal:
    """The derivatives of the picture in `data`, or why there are none.

    The number of pixels is read from the header and refused before decoding,
    so that a small file cannot fill the memory.
    """
    if len(data) > MAX_BYTES:
        size = f"{len(data) // 1_000_000} MB"
        return _too_large(Saying(size, size))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(data), formats=_FORMATS)
            if image.width * image.height > MAX_PIXELS:
                size = f"{image.width} × {image.height}"
                return _too_large(Saying(f"{size} điểm ảnh", f"{size} pixels"))
            return _derived(image)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        found = Saying(f"hơn {_MILLIONS} triệu điểm ảnh", f"over {_MILLIONS} million pixels")
        return _too_large(found)
    except UnidentifiedImageError:
        mend = Saying("lưu lại ảnh thành JPEG hoặc PNG", "save it as JPEG or PNG")
        return Refusal("picture-broken", _unread(data), mend)
    except _BROKEN:
        message = Saying("ảnh hỏng hoặc bị cắt cụt", "the picture is broken or cut off")
        mend = Saying("chép lại ảnh gốc", "copy the original again")
        return Refusal("picture-broken", message, mend)


_MILLIONS = MAX_PIXELS // 1_000_000


def _too_large(found: Saying) -> Refusal:
    return Refusal(
        "picture-too-large",
        Saying(f"ảnh quá lớn ({found})", f"the picture is too large ({found.english})"),
        Saying(
            f"thu ảnh về dưới {_MILLIONS} triệu điểm ảnh",
            f"make it smaller than {_MILLIONS} million pixels",
        ),
    )


def _unread(data: bytes) -> Saying:
    if not data:
        return Saying("tệp ảnh rỗng", "the file is empty")
    if data[4:8] == b"ftyp" and data[8:12] in (b"heic", b"heix", b"mif1", b"hevc"):
        return Saying(
            "ảnh HEIC, trình duyệt không mở được", "a HEIC picture, which browsers cannot open"
        )
    return Saying(
        "không phải là tệp ảnh JPEG, PNG, GIF, WebP hay AVIF",
        "this is no picture in JPEG, PNG, GIF, WebP or AVIF",
    )


def _derived(image: Image.Image) -> Derivatives:
    still = bool(getattr(image, "is_animated", False)) and image.format != "MPO"
    _draft(image)
    upright = _plain(image)
    drawing = upright.getcolors(_FEW_COLOURS) is not None
    fallback_width = min(FALLBACK_WIDTH, upright.width)
    webp = []
    fallback = upright
    for scaled in _scaled(upright):
        webp.append(_encoded(scaled, "WEBP", drawing))
        if scaled.width <= fallback_width:
            fallback = scaled
    kind = "PNG" if drawing or upright.mode == "RGBA" else "JPEG"
    return Derivatives(tuple(webp), _encoded(fallback, kind, drawing), still)


def _draft(image: Image.Image) -> None:
    """Lets a large JPEG be decoded at a half, a quarter or an eighth, as long as enough is left."""
    wanted = WIDTHS[-1] * 5 // 4
    lies = image.getexif().get(ExifTags.Base.Orientation, 1) in (5, 6, 7, 8)
    image.draft("RGB", (1, wanted) if lies else (wanted, 1))


def _plain(image: Image.Image) -> Image.Image:
    """`image` in sRGB, turned as its camera was held, with nothing but pixels."""
    profile = image.info.get("icc_profile")
    turned = ImageOps.exif_transpose(image)
    if turned.mode.startswith("I;16"):
        turned = turned.point(lambda value: value / 256).convert("L")
    has_alpha = turned.has_transparency_data
    if profile and turned.mode in ("RGB", "CMYK", "L"):
        turned = _to_srgb(turned, profile)
    plain = turned.convert("RGBA" if has_alpha else "RGB")
    if has_alpha and plain.getchannel("A").getextrema() == (255, 255):
        plain = plain.convert("RGB")
    plain.info.clear()
    return plain


def _to_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """`image` seen through its colour profile; as it is where the profile is unusable."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, source, target, outputMode="RGB") or image
    except (ImageCms.PyCMSError, OSError, TypeError):
        return image


def _scaled(image: Image.Image) -> Iterator[Image.Image]:
    """`image` at each width that does not exceed it, at least once."""
    top = min(image.width, WIDTHS[-1])
    for width in sorted({top, *(w for w in WIDTHS if w < top)}):
        height = max(1, round(image.height * width / image.width))
        same = (width, height) == image.size
        yield (
            image
            if same
            else image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
        )


def _encoded(image: Image.Image, kind: str, drawing: bool) -> Encoded:
    out = io.BytesIO()
    if kind == "WEBP" and drawing:
        image.save(out, kind, lossless=True, quality=60, method=4)
    elif kind == "WEBP":
        image.save(out, kind, quality=_WEBP_QUALITY, method=_WEBP_METHOD)
    elif kind == "JPEG":
        image.save(out, kind, quality=_JPEG_QUALITY, optimize=True, progressive=True)
    else:
        image.save(out, kind, optimize=True)
    return Encoded(image.width, image.height, f"image/{kind.lower()}", out.getvalue())
