"""Made-up archives of any size: what articles of many schools state over 25 years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from stat_index.index import ArticleRecord
from stat_index.model import Indicator, Observation, Organisation, SeriesKey, Source

YEARS = range(2000, 2025)
A_SCHOOL = 50
"""Series of one organisation."""
GROUPS = ("Lớp", "Học viên", "Nghiên cứu khoa học", "Hội thảo, tọa đàm", "Thi đua")


def observation(number: int, year: int) -> Observation:
    """What the report of `year` says in series `number`."""
    school = number // A_SCHOOL
    owner = Organisation(f"truong-{school}", f"Trường Chính trị số {school}", f"Trường {school}")
    which = number % A_SCHOOL
    indicator = Indicator(f"ct-{which}", f"Chỉ tiêu số {which}", "lớp", GROUPS[which % len(GROUPS)])
    value = 100 + number * 7 % 900 + (year - YEARS[0]) * 3 + number * year % 11
    sentence = f"Năm {year}, nhà trường đã mở {value} lớp theo chỉ tiêu số {which} được giao."
    return Observation(
        id=f"sl-{number:05}{year}",
        article=f"bao-cao-{school}-{year}",
        organisation=owner,
        indicator=indicator,
        series=SeriesKey(owner.id, indicator.id, "", "lớp", "result", "A"),
        slug=f"{owner.id}--{indicator.id}",
        value_min=Decimal(value),
        value_max=Decimal(value),
        qualifier=("exact", "exact", "exact", "over", "about")[(number + year) % 5],
        as_written=str(value),
        phrase="lớp",
        level=None,
        unit="lớp",
        period=str(year),
        period_source="stated",
        kind="result",
        direction=None,
        base=None,
        denominator=None,
        parent=None,
        rule="count",
        confidence=0.99,
        sentence=sentence,
        mark_start=25,
        mark_end=25 + len(str(value)),
        line=5,
        published=True,
        marked=False,
    )


def yearbooks(figures: int) -> Iterator[ArticleRecord]:
    """One report a school and year."""
    series = figures // len(YEARS)
    for first in range(0, series, A_SCHOOL):
        for year in YEARS:
            name = f"bao-cao-{first // A_SCHOOL}-{year}"
            source = Source(name, f"Tổng kết năm {year}", f"{year}/12/{name}/", f"{year}-12-20")
            said = [observation(n, year) for n in range(first, min(first + A_SCHOOL, series))]
            yield ArticleRecord(source, tuple(said))


def repeats(figures: int) -> Iterator[ArticleRecord]:
    """Articles of one school that each state five indicators of one year."""
    for number in range(figures // 5):
        year = YEARS[number % 20]
        name = f"bai-{number}"
        source = Source(name, f"Bài số {number}", f"{year}/06/{name}/", f"{year}-06-15")
        said = (observation(which, year) for which in range(5))
        yield ArticleRecord(source, tuple(_another(o, number) for o in said))


def news(figures: int) -> Iterator[ArticleRecord]:
    """Articles of one school that each state seven of five hundred indicators of one year."""
    for number in range(figures // 7):
        year = YEARS[number * len(YEARS) * 7 // figures]
        name = f"tin-{number}"
        day = f"{year}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        source = Source(name, f"Tin số {number}", f"{year}/{day[5:7]}/{name}/", day)
        said = (of_one_school((number * 41 + which * 71) % 500, year) for which in range(7))
        yield ArticleRecord(source, tuple(_another(o, number) for o in said))


def of_one_school(which: int, year: int) -> Observation:
    """`observation` of the first school, which has more indicators here."""
    one = observation(which % A_SCHOOL, year)
    indicator = replace(one.indicator, id=f"ct-{which}", label=f"Chỉ tiêu số {which}")
    key = replace(one.series, indicator=indicator.id)
    slug = f"{key.organisation}--{indicator.id}"
    return replace(one, id=f"sl-{which:05}{year}", indicator=indicator, series=key, slug=slug)


def _another(one: Observation, number: int) -> Observation:
    """The same figure as another article has it."""
    value = one.value_min + number * 13 % 70
    article = f"bai-{number}"
    return replace(one, id=f"{one.id}-{number}", article=article, value_min=value, value_max=value)
