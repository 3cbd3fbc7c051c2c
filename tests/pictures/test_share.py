"""The picture beside a shared link is drawn in the house style, the same every time."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from pictures.share import HEIGHT, WIDTH, SharePictures
from pictures.typeface import Typeface

THEME = Path(__file__).resolve().parents[2] / "theme" / "static"
LONG = "Cụm thi đua các trường chính trị khu vực đồng bằng sông Hồng triển khai nhiệm vụ năm 2024"


@pytest.fixture
def share(tmp_path: Path) -> SharePictures:
    return SharePictures(THEME, tmp_path, site="Trường Chính trị Mẫu", accent="#8c1d18")


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def inked(image: Image.Image) -> tuple[int, int, int, int]:
    """The box of the title's ink, to the right of the band and above the site's name."""
    title = (
        image.crop((40, 150, WIDTH, 530))
        .convert("L")
        .point(lambda value: 255 if value < 128 else 0)
    )
    box = title.getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize("title", ["Hiến máu", LONG, LONG * 6, "Nghiêng" * 40, "漢字", ""])
def test_any_title_gives_a_light_picture_of_the_agreed_size(
    share: SharePictures, title: str
) -> None:
    picture = share.picture(title, "Tin tức")
    assert opened(picture.data).size == (WIDTH, HEIGHT) == (1200, 630)
    assert len(picture.data) < 40_000


def test_the_title_stays_within_its_margins(share: SharePictures) -> None:
    for title in (LONG, LONG * 6, "Nghiêng" * 40):
        left, _, right, bottom = inked(opened(share.picture(title).data))
        assert (left >= 60, right <= WIDTH - 40 - 60, bottom < 370) == (True, True, True)


def test_same_words_same_bytes(share: SharePictures, tmp_path: Path) -> None:
    other = SharePictures(THEME, tmp_path / "khac", site="Trường Chính trị Mẫu", accent="#8c1d18")
    assert share.picture(LONG) == other.picture(LONG) == share.picture(LONG)
    assert share.picture(LONG).address == share.address(LONG)


def test_other_words_or_colours_have_other_addresses(share: SharePictures, tmp_path: Path) -> None:
    other = SharePictures(THEME, tmp_path, site="Trường Chính trị Mẫu", accent="#004080")
    assert (
        len({share.address("A"), share.address("B"), share.address("A", "C"), other.address("A")})
        == 4
    )


def test_a_spoilt_cache_changes_nothing(share: SharePictures, tmp_path: Path) -> None:
    before = share.picture(LONG)
    for file in [path for path in tmp_path.rglob("*") if path.is_file()]:
        file.write_bytes(b"{}")
    assert share.picture(LONG) == before


def test_every_letter_of_vietnamese_is_drawn() -> None:
    face = Typeface(THEME / "css" / "fonts.css", 700)
    letters = (
        "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
    )
    everything = letters + letters.upper() + "0123456789 .,;:–“”’%/()"
    assert face.shown(everything) == everything
    missing = face.width("\u0001", 40)
    assert missing == 0
    assert all(face.width(letter, 40) > 5 for letter in letters)
