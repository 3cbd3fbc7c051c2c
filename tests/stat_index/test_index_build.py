"""The rules of the index: what stands, what is compared, what is kept apart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from stat_index.corrections import Correction
from stat_index.keeping.observation_json import (
    SCHEMA,
    SchemaError,
    decoded,
    dumps,
    dumps_and_shown,
    encoded,
    loads,
)
from stat_index.model import Observation
from stat_index.pages.series_page import series_page
from stat_index.registry import Registry
from tests.busy import examples
from tests.stat_index.making import cell, index_of, record

LOP = "truong-a--lop"


def test_change_is_told_between_exact_values_of_one_definition(registry: Registry) -> None:
    """Absolute and in percent."""
    index = index_of(registry, record("Năm 2022 mở 40 lớp, năm 2023 mở 45 lớp.", registry))
    change = cell(index, LOP, "2023").change
    assert change is not None
    assert (str(change.absolute), str(change.percent), change.since) == ("5", "12.5", "2022")


def test_terms_of_any_length_stand_in_one_row_and_are_not_compared(registry: Registry) -> None:
    """Whether 2016–2020 is as long as 2015–2020, the text does not say: each names its term."""
    body = "Giai đoạn 2016-2020 mở 180 lớp.\n\nNhiệm kỳ 2015-2020 mở 200 lớp.\n\nGiai đoạn 2011-2020 mở 300 lớp."
    (series,) = index_of(registry, record(body, registry)).series
    assert series.slug == f"{LOP}--ky-t"
    assert series.name.endswith("theo giai đoạn")
    periods = ["2011–2020", "2015–2020", "2016–2020"]
    assert [cell.period.label for cell in series.cells] == periods
    assert all(cell.change is None and not cell.disputed for cell in series.cells)


def test_a_page_of_very_many_periods_quotes_few_articles_of_each(registry: Registry) -> None:
    """A page stays light; what it leaves out stands in the downloads."""
    terms = [f"{first}-{last}" for first in range(2005, 2014) for last in range(2016, 2024)]
    said = "\n\n".join(f"Giai đoạn {term} mở 45 lớp." for term in terms)
    records = [record(said, registry, id=f"bai-{n}") for n in range(3)]
    (series,) = index_of(registry, *records).series
    periods = series_page(series, Markup(), (), None)["periods"]
    assert len(periods) == len(terms)
    assert {len(period.statements) for period in periods} == {1}
    assert {period.more for period in periods} == {2}


WHY = [
    ("Năm 2023 mở 45 lớp.", "không có số liệu của năm 2022", "thiếu năm 2022"),
    (
        "Năm 2022 mở gần 40 lớp, năm 2023 mở 45 lớp.",
        "giá trị của năm 2022 không phải số chính xác",
        "số 2022 ước chừng",
    ),
    (
        "Năm 2021 mở 40 lớp, năm 2023 mở 45 lớp.",
        "không có số liệu của năm 2022",
        "thiếu năm 2022",
    ),
]


@pytest.mark.parametrize(("body", "reason", "words"), WHY)
def test_where_nothing_can_be_compared_the_cell_says_why(
    registry: Registry, body: str, reason: str, words: str
) -> None:
    """No change is made up over a gap or from a hedge."""
    found = cell(index_of(registry, record(body, registry)), LOP, "2023")
    assert found.change is None
    assert found.no_change is not None
    assert (found.no_change.sentence, found.no_change.words) == (reason, words)


def test_a_gap_stays_a_gap(registry: Registry) -> None:
    """Nothing is filled in."""
    index = index_of(registry, record("Năm 2021 mở 40 lớp, năm 2023 mở 45 lớp.", registry))
    assert [c.period.text for c in index.series[0].cells] == ["2021", "2023"]


APART = [
    "6 tháng đầu năm 2023 mở 20 lớp.",
    "Năm 2023 mở 45 lớp.",
    "Năm 2024, nhà trường phấn đấu mở 50 lớp.",
    "Năm 2023 có 900 lượt học viên.",
    "Năm 2023 có 900 học viên.",
    "Nhiệm kỳ 2015-2020 mở 200 lớp.",
]


def test_what_must_not_be_compared_never_shares_a_line(registry: Registry) -> None:
    """Half years, years, terms, targets, turns and heads."""
    records = [record(body, registry, id=f"bai-{n}") for n, body in enumerate(APART)]
    index = index_of(registry, *records)
    assert len(index.series) == len(APART)
    assert all(len(series.cells) == 1 for series in index.series)


def test_targets_stay_out_of_the_main_table(registry: Registry) -> None:
    """They have a view of their own."""
    index = index_of(registry, record(APART[2], registry), record(APART[1], registry, id="b"))
    main = [s.key.kind for t in index.tables for g in t.groups for s in g.series]
    assert main == ["result"]
    assert set(index.other) == {"target"}


def test_two_articles_that_disagree_are_both_shown(registry: Registry) -> None:
    """With both sources, and no change is told."""
    index = index_of(
        registry,
        record("Năm 2023 mở 45 lớp.", registry, id="mot"),
        record("Năm 2023 mở 46 lớp.", registry, id="hai", day="2024-01-02"),
    )
    found = cell(index, LOP, "2023")
    assert found.disputed
    assert [s.source.id for s in found.shown] == ["hai", "mot"]


def test_the_editor_may_prefer_one(registry: Registry) -> None:
    """The other stays, marked as not chosen."""
    index = index_of(
        registry,
        record("Năm 2023 mở 45 lớp.", registry, id="mot", prefer=["45 lớp"]),
        record("Năm 2023 mở 46 lớp.", registry, id="hai", day="2024-01-02"),
    )
    found = cell(index, LOP, "2023")
    assert [str(s.observation.value_min) for s in found.shown] == ["45"]
    assert sorted(s.standing for s in found.statements) == ["not_preferred", "stands"]


def test_repeats_become_one_cell_with_several_sources(registry: Registry) -> None:
    """A hedged repeat is a source too."""
    bodies = ("Năm 2023 mở 45 lớp.", "Năm 2023 mở 45 lớp.", "Năm 2023 mở hơn 40 lớp.")
    records = [record(body, registry, id=f"bai-{n}") for n, body in enumerate(bodies)]
    found = cell(index_of(registry, *records), LOP, "2023")
    assert not found.disputed
    assert len(found.shown) == 1
    assert found.summary.sources == (3,)


def test_a_later_correction_outdoes_the_old_value(registry: Registry) -> None:
    """By the old value, or by the article's id."""
    old = record("Năm 2023 mở 54 lớp.", registry, id="cu")
    for note in (
        Correction("45 lớp", "54", reason="gõ nhầm", date="2024-01-05"),
        Correction("45 lớp", "45", article="cu", date="2024-01-05"),
    ):
        new = record(
            "Năm 2023 mở 45 lớp.", registry, id="moi", day="2024-01-05", corrections=[note]
        )
        index = index_of(registry, old, new)
        found = cell(index, LOP, "2023")
        assert [s.source.id for s in found.shown] == ["moi"]
        assert {s.source.id: s.standing for s in found.statements}["cu"] == "corrected"
        assert found.corrected
        assert [n.correction for n in index.corrections] == [note]


def test_a_figure_corrected_twice_tells_of_both(registry: Registry) -> None:
    """Nothing that was wrong goes in silence; the newest is told first, however they are written."""
    first = Correction("45 lớp", "50", "Gõ nhầm", date="2024-01-05")
    second = Correction("45 lớp", "48", "Đếm sót", date="2024-02-05")
    old = [record(f"Năm 2023 mở {n} lớp.", registry, id=f"b{n}") for n in (48, 50)]
    for notes in ([first, second], [second, first]):
        body, day = "Năm 2023 mở 45 lớp.", "2024-03-01"
        index = index_of(registry, *old, record(body, registry, day=day, corrections=notes))
        assert [(n.date, n.correction.old) for n in index.corrections] == [
            ("2024-02-05", "48"),
            ("2024-01-05", "50"),
        ]
        found = cell(index, "truong-a--lop", "2023")
        assert found.value is not None
        assert [s.standing for s in found.statements] == ["stands", "corrected", "corrected"]


def test_a_step_may_be_longer_than_any_number(registry: Registry) -> None:
    """A slip of the hand in an amount stops no build."""
    said = [
        f'Chi [{number}]{{chỉ tiêu="chi" kỳ="{year}"}}.'
        for number, year in (("0,001", 2022), ("9" * 24, 2023))
    ]
    index = index_of(registry, *(record(b, registry, id=f"b{n}") for n, b in enumerate(said)))
    change = index.series[0].cells[1].change
    assert change is not None
    assert change.percent is not None
    assert change.percent > 10**28


def test_corrections_of_words_are_kept_too(registry: Registry) -> None:
    """They stand on the same page."""
    note = Correction(text="Sửa tên đại biểu.", date="2024-02-01")
    index = index_of(registry, record("Năm 2023 mở 45 lớp.", registry, corrections=[note]))
    assert [n.correction for n in index.text_corrections] == [note]


def test_a_part_is_no_second_value_of_its_whole(registry: Registry) -> None:
    """`45 lớp, trong đó có 30 lớp` leaves the whole at 45."""
    body = "Năm 2023 mở 45 lớp, trong đó có 30 lớp ở huyện."
    found = cell(index_of(registry, record(body, registry)), LOP, "2023")
    assert [str(s.observation.value_min) for s in found.shown] == ["45"]


def test_a_total_that_its_parts_contradict_is_noted(registry: Registry) -> None:
    """Parts by level exclude each other, so they may be added up for this."""
    said = "Năm 2023 hoàn thành 12 đề tài khoa học, trong đó có {} đề tài cấp tỉnh, 9 đề tài cấp trường."
    slug = "truong-a--de-tai"
    fits = index_of(registry, record(said.format(3), registry))
    assert cell(fits, slug, "2023").contradiction == ""
    breaks = index_of(registry, record(said.format(4), registry))
    assert "13" in cell(breaks, slug, "2023").contradiction


def test_the_unknown_stands_unclassified_under_its_own_name(registry: Registry) -> None:
    """In the last group."""
    index = index_of(registry, record("Năm 2023 mở 45 lớp, trồng 350 cây xanh.", registry))
    groups = index.tables[0].groups
    assert groups[-1].name == "Chưa phân loại"
    assert groups[-1].series[0].indicator.label == "Cây xanh"


def test_levels_stand_in_the_order_of_the_registry(registry: Registry) -> None:
    """Not by the alphabet; those that it does not name stand behind."""
    said = "Năm 2023 có {} đề tài khoa học cấp {}."
    levels = ("trường", "bộ", "tỉnh")
    every = [record(said.format(n + 3, one), registry, id=one) for n, one in enumerate(levels)]
    found = [series.key.level for series in index_of(registry, *every).series]
    assert found == ["cấp tỉnh", "cấp trường", "cấp bộ"]


def test_an_address_depends_on_key_and_registry_alone(registry: Registry) -> None:
    """Other articles change nothing, and no two series share one."""
    one = index_of(registry, record(APART[1], registry))
    many = [record(body, registry, id=f"bai-{n}") for n, body in enumerate(APART)]
    slugs = [series.slug for series in index_of(registry, *many).series]
    assert one.series[0].slug in slugs
    assert len(set(slugs)) == len(slugs)


def observations(registry: Registry) -> tuple[Observation, ...]:
    """Some of every kind."""
    return tuple(
        o for n, body in enumerate(APART) for o in record(body, registry, id=f"{n}").observations
    )


def test_observations_come_back_from_json_as_they_were(registry: Registry) -> None:
    """Decimals, registry entries and corrections included."""
    every = observations(registry)
    note = Correction("45 lớp", "54")
    corrected = tuple(replace(o, correction=note) for o in every)
    twice = tuple(replace(o, correction=replace(note, earlier=(note,))) for o in every)
    ranged = tuple(replace(o, value_max=o.value_max + 1, denominator=o.value_min) for o in every)
    for some in (every, corrected, twice, ranged):
        assert loads(dumps(some)) == some


def test_what_is_shown_tells_neither_of_lines_nor_of_questions(registry: Registry) -> None:
    """An editor who adds a line above must not have every page of the figures made anew."""
    first, *others = observations(registry)
    text, shown = dumps_and_shown((first, *others))
    assert text == dumps((first, *others))
    moved = (replace(first, line=first.line + 1), *others)
    assert dumps_and_shown(moved) == (dumps(moved), shown)
    assert dumps(moved) != text
    asked = replace(first, published=False)
    assert dumps_and_shown((asked, *others))[1] not in ("", shown)
    assert dumps_and_shown((asked,))[1] == ""


def test_what_another_version_stored_is_refused(registry: Registry) -> None:
    """It is read anew instead of misread."""
    plain = encoded(observations(registry))
    plain[0] = SCHEMA + 1
    with pytest.raises(SchemaError):
        decoded(plain)


SENTENCES = st.lists(
    st.tuples(
        st.integers(2019, 2023),
        st.integers(1, 60),
        st.sampled_from(["lớp", "học viên", "lượt học viên", "tọa đàm", "cây xanh"]),
    ),
    min_size=1,
    max_size=8,
)


@settings(
    max_examples=examples(40),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(articles=st.lists(SENTENCES, min_size=1, max_size=4))
def test_no_published_figure_is_missing_from_the_index_or_there_twice(
    registry: Registry, articles: list[list[tuple[int, int, str]]]
) -> None:
    """However often articles repeat and contradict each other."""
    records = [
        record(" ".join(f"Năm {y} có {n} {noun}." for y, n, noun in said), registry, id=f"bai-{k}")
        for k, said in enumerate(articles)
    ]
    index = index_of(registry, *records)
    given_ids = sorted(o.id for r in records for o in r.observations if o.published)
    found = sorted(s.observation.id for series in index.series for s in series.statements)
    assert found == given_ids
    asked = sorted(s.observation.id for s in index.questions)
    assert asked == sorted(o.id for r in records for o in r.observations if not o.published)
    for series in index.series:
        assert all(c.shown for c in series.cells)


def test_an_organisation_that_articles_write_in_several_cases_is_one(registry: Registry) -> None:
    """Their tables, pages and rows would have one address."""
    index = index_of(
        registry,
        record(
            "Năm 2021 mở 12 lớp, trồng 31 cây.", registry, id="a", organisation="Trường Hòa Lạc"
        ),
        record("Năm 2022 có 14 giáo viên.", registry, id="b", organisation="trường Hoà Lạc"),
    )
    assert len(index.series) == 3
    assert {series.organisation.name for series in index.series} == {"Trường Hòa Lạc"}
    assert [table.organisation.name for table in index.tables] == ["Trường Hòa Lạc"]
