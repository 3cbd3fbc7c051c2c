"""A cell that is nothing but a number is read the short way to the same end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.periods.period_tokens import sentence_line
from figures.refusing.refuse import refuse_alone, refuse_clauses
from figures.text.line import Line
from figures.text.scanner import lone_number
from figures.text.tokens import Token

_LEADS = ("", "1", "12", "123", "0", "00", "01", "18", "19", "20", "21", "99", "٣")
_GROUPS = ("", ".000", ".456", ".000.000", ".456.789.012", ".45", ",456,789")
_FRACTIONS = ("", ",5", ",50", ",456", ",4567", ",0", ".5")
_PLAIN = [
    f"{lead}{'7' * more}{groups}{fraction}"
    for lead in _LEADS
    for more in range(18)
    for groups in _GROUPS
    for fraction in _FRACTIONS
]
_YEARS = [str(number) for number in range(1780, 2220)]
_OTHERS = ["", "-", "5%", "12 ha", "31/12", "7-10", "+5", "(12)", "12.", "12,", "1 234", "hai mươi", "25B", "K46", "1h30", "12²"]  # fmt: skip


def _told(line: Line) -> list[object]:
    """All that a line and its tokens tell."""
    tokens = [
        [*(getattr(token, name) for name in Token.__slots__), line.span(at)]
        for at, token in enumerate(line.tokens)
    ]
    kinds = (line.numbers, line.periods, line.codes, line.signs)
    return [tokens, line.places, line.words, line.marks, *kinds]


def _reads_alike(text: str, before: str = "", behind: str = "") -> bool:
    """Whether both ways tell the same of a number; True where the short one is not taken."""
    whole, start = before + text + behind, len(before)
    short = lone_number(whole, whole, start, start + len(text))
    if short is None:
        return True
    refuse_alone(short)
    long = sentence_line(whole, whole, start, start + len(text))
    refuse_clauses(long)
    return _told(short) == _told(long)


def test_numbers_of_every_length_and_form_are_read_alike() -> None:
    """Value, span and refusal are those of the long way."""
    assert [text for text in (*_PLAIN, *_YEARS) if not _reads_alike(text)] == []


@given(st.text(alphabet="0123456789.,", min_size=1, max_size=24), st.sampled_from(["", "| ", "a"]))
def test_whatever_the_digits_they_are_read_alike(text: str, beside: str) -> None:
    """Also where the cell is only a part of the text, as in a pipe table."""
    assert _reads_alike(text, beside, beside[::-1])


@pytest.mark.parametrize("text", ["7", "2610", "1.234", "72,5", "1.234.567,8", "3024,5"])
def test_plain_numbers_take_the_short_way(text: str) -> None:
    """A way that nothing takes would be of no use."""
    assert lone_number(text, text, 0, len(text)) is not None


@pytest.mark.parametrize("text", _OTHERS)
def test_nothing_else_takes_it(text: str) -> None:
    """Signs, units, periods and codes need the scanner."""
    assert lone_number(text, text, 0, len(text)) is None
