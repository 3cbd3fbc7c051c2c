"""Small indexes made by hand, for the tests of downloads and feeds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from stat_index.book import Index, Series
from stat_index.cell import Cell
from stat_index.corrections import Correction
from stat_index.model import Indicator, Observation, Organisation, SeriesKey, Source, Statement
from stat_index.periods import parse_period

SCHOOL = Organisation("truong-mau", "Trường Chính trị Mẫu", "Trường Mẫu", demonstration=True)
CLUSTER = Organisation("cum", "Cụm thi đua các trường chính trị", "Cụm thi đua")
CLASSES = Indicator("lop", "Lớp đào tạo, bồi dưỡng", "lớp", "Đào tạo", "Số lớp mở trong kỳ.")


@dataclass(frozen=True)
class TestSite:
    """A site as downloads see it."""

    __test__ = False
    name: str = "Bản tin Trường Mẫu"
    organisation: str = "Trường Chính trị Mẫu"
    licence: str = "CC-BY-4.0"
    licence_url: str = "https://creativecommons.org/licenses/by/4.0/"
    lang: str = "vi"
    url: str = "https://bantin.example"


def statement(
    value: str,
    period: str = "2023",
    *,
    high: str = "",
    organisation: Organisation = SCHOOL,
    indicator: Indicator = CLASSES,
    article: str = "bai",
    **changes: object,
) -> Statement:
    """One observation in its article; `changes` are fields of the observation."""
    parsed = parse_period(period)
    assert parsed
    key = SeriesKey(organisation.id, indicator.id, "", indicator.unit, "result", parsed.frequency)
    text = f"Năm {period}, trường mở {value} {indicator.unit}."
    observation = Observation(
        id=f"sl-{article}-{indicator.id}-{period}",
        article=article,
        organisation=organisation,
        indicator=indicator,
        series=key,
        slug=f"{indicator.id}-{organisation.id}-{parsed.frequency.lower()}",
        value_min=Decimal(value),
        value_max=Decimal(high or value),
        qualifier="exact",
        as_written=value,
        phrase=indicator.unit,
        level=None,
        unit=indicator.unit,
        period=period,
        period_source="stated",
        kind="result",
        direction=None,
        base=None,
        denominator=None,
        parent=None,
        rule="count",
        confidence=0.995,
        sentence=text,
        mark_start=0,
        mark_end=0,
        line=3,
        published=True,
        marked=False,
    )
    title = f"Tổng kết năm {parsed.year}"
    source = Source(
        article, title, f"{parsed.year}/12/{article}/", f"{parsed.year}-12-20", path="bai.md"
    )
    return Statement(replace(observation, **changes), source)  # type: ignore[arg-type]


def series_of(*statements: Statement) -> Series:
    """The series of `statements`, which must share organisation, indicator and frequency."""
    first = statements[0].observation
    periods: dict[str, list[Statement]] = {}
    for one in statements:
        periods.setdefault(one.observation.period or "", []).append(one)
    cells = []
    for text, stated in sorted(periods.items()):
        period = parse_period(text)
        assert period
        cells.append(Cell(period, tuple(stated)))
    return Series(first.series, first.slug, first.organisation, first.indicator, tuple(cells))


def index_of(*series: Series) -> Index:
    """An index of `series`, without the tables that downloads do not read."""
    years = sorted({cell.period.year for one in series for cell in one.cells}, reverse=True)
    return Index(
        series=series,
        tables=(),
        other={},
        years=tuple(years),
        corrections=(),
        text_corrections=(),
        questions=(),
    )


def sample_index() -> Index:
    """Two organisations; a correction, a disagreement, a hedge, a range, a half-year."""
    correction = Correction(figure="52 lớp", old="25", reason="gõ nhầm", date="2024-01-05")
    school = series_of(
        statement("40", "2020", article="a20"),
        statement("45", "2021", article="a21"),
        statement("45", "2021", article="b21"),
        statement("48", "2022", article="a22"),
        statement("49", "2022", article="b22"),
        statement("52", "2023", article="a23", correction=correction),
    )
    halves = series_of(statement("20", "2022-H1", article="c22"))
    other = Indicator("hoc-vien", "Học viên", "học viên", "Đào tạo")
    cluster = series_of(
        statement(
            "40000",
            "2023",
            article="hn23",
            organisation=CLUSTER,
            indicator=other,
            qualifier="over",
            as_written="trên 40 nghìn",
        ),
        statement(
            "30000", "2019", article="hn19", organisation=CLUSTER, indicator=other, high="35000"
        ),
    )
    return index_of(school, halves, cluster)
