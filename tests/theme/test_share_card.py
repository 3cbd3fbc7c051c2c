"""Share pictures: of the right size, the same each time, with every Vietnamese letter."""

from __future__ import annotations

import io
import unicodedata
from itertools import product

import pytest
from PIL import Image

from share_card import Card, draw
from share_card.card import SIZE
from share_card.lettering import Lettering
from tests.theme.examples import THEME

FONTS = THEME / "static" / "fonts"
_MARKS = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
LETTERS = "".join(
    unicodedata.normalize("NFC", letter + mark)
    for letter, mark in product("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY", _MARKS)
)
ALPHABET = LETTERS + "bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX0123456789.,;:!?()/-–—“”‘’…%&+«»°²× "


@pytest.mark.parametrize("weight", [600, 700])
def test_the_font_files_hold_every_sign_of_a_heading(weight: int) -> None:
    """A sign that the files lack would be drawn as the empty box of U+FFFF."""
    lettering = Lettering(FONTS, weight, 40)
    missing = []
    for sign in ALPHABET.replace(" ", ""):
        [(run, font)] = lettering._runs(sign)
        if bytes(font.getmask(run)) == bytes(font.getmask("\uffff")):
            missing.append(sign)
    assert missing == []


def test_a_card_has_the_size_that_share_cards_have() -> None:
    picture = Image.open(
        io.BytesIO(draw(Card("Lễ khai giảng", "Tin tức", "Niên giám"), FONTS, "#8c1d18"))
    )
    assert picture.size == SIZE == (1200, 630)


def test_the_same_card_gives_the_same_bytes() -> None:
    card = Card("Lễ khai giảng", "Tin tức", "Niên giám", "05/09/2024")
    assert draw(card, FONTS, "#8c1d18") == draw(card, FONTS, "#8c1d18")


def test_another_accent_gives_another_card() -> None:
    card = Card("Lễ khai giảng")
    assert draw(card, FONTS, "#8c1d18") != draw(card, FONTS, "#0b5d3b")


def test_a_long_title_keeps_within_its_width() -> None:
    lettering = Lettering(FONTS, 700, 50)
    lines = lettering.lines("Nghị quyết về đào tạo, bồi dưỡng cán bộ " * 12, 1000, 5)
    assert len(lines) == 5
    assert lines[-1].endswith("…")
    assert all(lettering.width(line) <= 1000 for line in lines)


def test_a_short_title_is_left_as_it_is() -> None:
    assert Lettering(FONTS, 700, 72).lines("Lễ khai giảng", 1000, 3) == ["Lễ khai giảng"]
