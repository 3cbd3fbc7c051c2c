"""Letters in the codes of the last century become Unicode, and Unicode stays as it is."""

from __future__ import annotations

import pytest

from legacy_import.letters.codes import code_of, decoded
from legacy_import.letters.decoding import decode
from legacy_import.letters.syllables import is_syllable, marked_words

SENTENCE = "Học viện tổ chức Hội nghị tổng kết năm học, tặng thưởng 12 giảng viên giỏi."
TCVN3 = "Häc viÖn tæ chøc Héi nghÞ tæng kÕt n¨m häc, tÆng th­ëng 12 gi¶ng viªn giái."
VNI = "Hoïc vieän toå chöùc Hoäi nghò toång keát naêm hoïc, taëng thöôûng 12 giaûng vieân gioûi."


@pytest.mark.parametrize(("shown", "code"), [(TCVN3, "tcvn3"), (VNI, "vni")])
def test_an_old_code_is_known_and_undone(shown: str, code: str) -> None:
    """Told by the syllables that come out, without any font's name."""
    assert code_of([shown], "") == code
    assert decoded(shown, code) == SENTENCE


def test_utf8_read_as_latin_is_undone() -> None:
    """The letters that a wrong label made of UTF-8."""
    garbled = SENTENCE.encode().decode("latin-1")
    assert code_of([garbled], "") == "utf8-twice"
    assert decoded(garbled, "utf8-twice") == SENTENCE


@pytest.mark.parametrize(
    "text", [SENTENCE, "Tin · Bài · Ảnh », 24°C, 3,2 m³ – São Paulo", "Mai Chí"]
)
def test_unicode_is_no_old_code(text: str) -> None:
    """Bullets, degrees and names with plain accents are left alone."""
    assert code_of([text, SENTENCE], "") is None
    assert decoded("Tin · Bài ạ", "viscii") == "Tin · Bài ạ"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (SENTENCE.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + SENTENCE.encode(), "utf-8"),
        (SENTENCE.encode("utf-16"), "utf-16-le"),
        (f"<p>{SENTENCE}</p>".encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_bytes_are_read_whatever_their_label(data: bytes, encoding: str) -> None:
    """A mark or the bytes themselves decide, not what the page says of itself."""
    read = decode(data, "iso-8859-1")
    assert read.encoding == encoding
    assert SENTENCE in read.text


def test_a_few_broken_bytes_are_counted() -> None:
    """A damaged page is read all the same, and the damage told."""
    read = decode((SENTENCE * 20).encode() + b"\xff\xfe", None)
    assert (read.encoding, read.unreadable) == ("utf-8", 2)


@pytest.mark.parametrize("word", ["Nguyễn", "khuya", "giếng", "quỳnh", "ươm", "Đắk", "nghiêng"])
def test_syllables_are_known(word: str) -> None:
    """The spelling of one syllable."""
    assert is_syllable(word)


def test_words_of_an_old_code_are_no_syllables() -> None:
    """What TCVN3 leaves behind is counted as strange."""
    good, bad = marked_words(TCVN3)
    assert bad > 2 * good
