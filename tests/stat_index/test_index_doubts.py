"""What an editor is asked about the values of a series, and what needs no question."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from stat_index.cells import make_cells
from stat_index.doubts import doubts_of
from tests.stat_index.downloads.sample import statement

Said = Mapping[str, Any]


def kinds(before: Said, after: Said) -> list[str]:
    """The doubts about 2023, given what is said of 2022 and of 2023."""
    said = [statement(period="2023", article="b", **after), statement(period="2022", **before)]
    older, newer = make_cells(said[0].observation.series, said, {})
    return [doubt.kind for doubt in doubts_of([newer], [older])]


JUMPS = [("10", "30"), ("30", "10"), ("3", "10"), ("1000", "10")]
NO_JUMPS = [
    ("10", "29"),
    ("29", "10"),
    ("3", "9"),
    ("1", "9"),
    ("0", "45"),
    ("45", "0"),
    ("45", "45"),
]


@pytest.mark.parametrize(("before", "after"), JUMPS)
def test_three_times_or_a_third_of_the_year_before_is_asked_about(before: str, after: str) -> None:
    """From ten things on."""
    assert kinds({"value": before}, {"value": after}) == ["jump"]


@pytest.mark.parametrize(("before", "after"), NO_JUMPS)
def test_smaller_steps_small_numbers_and_nought_are_not(before: str, after: str) -> None:
    """What is three times of few is still few, and nothing is a multiple of nought."""
    assert kinds({"value": before}, {"value": after}) == []


def test_a_jump_is_told_of_exact_numbers_that_nobody_confirmed() -> None:
    """A hedge, a range or a mark answers the question before it is asked."""
    for said in ({"qualifier": "over"}, {"high": "130"}, {"marked": True}):
        assert kinds({"value": "10"}, {"value": "100", **said}) == []
    assert kinds({"value": "10", "marked": True}, {"value": "100"}) == ["jump"]


def test_a_conflict_names_the_newest_first_and_counts_all() -> None:
    """The first four are named."""
    said = [statement(str(n), article=f"b{n}") for n in range(41, 47)]
    (doubt,) = doubts_of(make_cells(said[0].observation.series, said, {}), [])
    assert (doubt.kind, doubt.values) == ("conflict", 6)
    assert [article for article, _ in doubt.figures] == ["b41", "b42", "b43", "b44"]
