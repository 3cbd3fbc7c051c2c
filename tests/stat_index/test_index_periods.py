"""Periods are named as readers name them, and compared only with their like."""

from __future__ import annotations

import pytest

from stat_index.periods import parse_period

CASES = [
    ("2023", "A", 2023, "2023", "2022"),
    ("2023-H1", "H1", 2023, "6 tháng đầu năm 2023", "2022-H1"),
    ("2023-Q3", "Q3", 2023, "quý III/2023", "2022-Q3"),
    ("2023-05", "M05", 2023, "tháng 5/2023", "2022-05"),
    ("2013-01..08", "C01-08", 2013, "tháng 1–8/2013", "2012-01..08"),
    ("2015-2020", "T", 2020, "2015–2020", None),
    ("2022-2023", "N", 2023, "năm học 2022–2023", "2021-2022"),
    ("2022-2023-HK1", "K1", 2023, "học kỳ 1, 2022–2023", "2021-2022-HK1"),
    ("2022-06-30", "D", 2022, "ngày 30/6/2022", None),
]


@pytest.mark.parametrize(("text", "frequency", "year", "label", "before"), CASES)
def test_every_form_of_the_guideline_is_read(
    text: str, frequency: str, year: int, label: str, before: str | None
) -> None:
    """Frequency, column, name and predecessor of each form."""
    period = parse_period(text)
    assert period is not None
    found = (period.frequency, period.year, period.label, period.before)
    assert found == (frequency, year, label, before)


@pytest.mark.parametrize("text", ["", "năm 2023", "2023-13", "2020-2015", "2023-H3", "23"])
def test_other_forms_are_no_periods(text: str) -> None:
    """Never a guess."""
    assert parse_period(text) is None


@pytest.mark.parametrize(
    "text",
    ["2023-02-30", "2023-06-31", "2023-08..01", "2022-2022-HK1", "2020-2024-HK2", "２０２３"],
)
def test_what_no_calendar_has_is_no_period(text: str) -> None:
    """Neither a day, nor months, nor a school year; nor are other digits another year."""
    assert parse_period(text) is None


def test_lines_of_one_frequency_only_may_be_compared() -> None:
    """Annual, half-year, cumulative and term values have different frequencies."""
    periods = [parse_period(text) for text, *_ in CASES]
    frequencies = [period.frequency for period in periods if period]
    assert len(set(frequencies)) == len(CASES)


@pytest.mark.parametrize(
    ("one", "other", "meets"),
    [
        ("2023", "2023-Q3", True),
        ("2023", "2024", False),
        ("2023-H1", "2023-Q2", True),
        ("2023-H1", "2023-Q3", False),
        ("2023-H2", "2023-05", False),
        ("2013-01..08", "2013-08", True),
        ("2013-01..08", "2013-09", False),
        ("2022-06-30", "2022-06", True),
        ("2022-2023-HK1", "2022", True),
        ("2015-2020", "2020-12", True),
        ("2015-2020", "2021", False),
    ],
)
def test_periods_that_share_a_month_meet(one: str, other: str, meets: bool) -> None:
    """Either way round; what lies apart speaks of two things."""
    first, second = parse_period(one), parse_period(other)
    assert first
    assert second
    assert first.meets(second) is second.meets(first) is meets
