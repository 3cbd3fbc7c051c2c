"""An index that is kept from build to build is the one that is made anew."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stat_index import cell as cell_values
from stat_index.book import Series
from stat_index.cell import Cell
from stat_index.corrections import Correction
from stat_index.downloads import Catalogue, download_sets
from stat_index.evidence import Wanted
from stat_index.index import ArticleRecord, arranged, build_index
from stat_index.keeping import kept_rows
from stat_index.keeping.archive import Archive, Stated
from stat_index.keeping.kept_cells import cells_text
from stat_index.pages.all_pages import index_pages
from stat_index.registry import Registry
from tests.busy import examples
from tests.stat_index.downloads.sample import TestSite
from tests.stat_index.making import record

BODIES = (
    "Năm 2023 mở 45 lớp. Năm 2022 mở 40 lớp, có 900 học viên.",
    "Năm 2023 mở 46 lớp. Trong quý I/2023 mở 12 lớp.",
    "Năm 2023 mở trên 40 lớp, trong đó có 30 lớp ở huyện.",
    "Năm 2023 hoàn thành 12 đề tài khoa học, trong đó có 4 đề tài cấp tỉnh, 9 đề tài cấp trường.",
    "Năm 2024, nhà trường phấn đấu mở 50 lớp. Ngày 30/6/2023 có 5 lớp.",
    "Không có con số nào.",
    "Năm 2022 mở 41 lớp.",
)
CORRECTIONS = ((), (Correction("45 lớp", "54", reason="gõ nhầm", date="2024-01-05"),))


class Memory(dict[str, str]):
    """A keeper in memory, and the files of the last build."""

    def __init__(self) -> None:
        super().__init__()
        self.files: dict[str, tuple[str, bytes]] = {}

    def file(self, name: str, shows: str) -> bytes | None:
        """That file, if it shows just that."""
        known, content = self.files.get(name, ("", b""))
        return content if known == shows else None

    def put(self, rows: Iterable[tuple[str, str]]) -> None:
        """Keeps texts by name."""
        self.update(rows)

    def remove(self, names: Iterable[str]) -> None:
        """Forgets them."""
        for name in names:
            self.pop(name, None)


Article = tuple[int, int, int, bool]
"""Body, day, corrections, and whether the editor prefers its number."""


@pytest.fixture(scope="module")
def made() -> dict[object, ArticleRecord]:
    """Records that were read before."""
    return {}


def read(
    name: str, article: Article, registry: Registry, made: dict[object, ArticleRecord]
) -> ArticleRecord:
    """The record of an article in that state."""
    body, day, corrected, prefer = article
    if (name, article) not in made:
        made[name, article] = record(
            BODIES[body],
            registry,
            id=name,
            day=f"2024-01-0{day}",
            corrections=CORRECTIONS[corrected if body == 0 else 0],
            prefer=["45 lớp"] if prefer and body == 0 else [],
        )
    return made[name, article]


def stated(records: dict[str, ArticleRecord]) -> list[Stated]:
    """What an archive is told."""
    return [
        Stated(
            name,
            repr((r.source, r.observations)),
            (r.source.date, r.source.id),
            partial(replace, r.source),
            partial(tuple, r.observations),
        )
        for name, r in records.items()
    ]


def kept_archive(records: dict[str, ArticleRecord], keeper: Memory) -> Archive:
    """The archive of `records`, once it has left all that the next one wants to know."""
    archive = Archive(stated(records), keeper, "e")
    archive.keep()
    return archive


def outcome(archive: Archive, registry: Registry, last: Memory) -> object:
    """All that pages and files of the index hang on, and the files, which `last` keeps."""
    index = arranged(archive.series, registry)
    pages = [(page.address, page.shows()) for page in index_pages(index, None, archive)]
    files = []
    for one in download_sets(index, TestSite(), archive, last=last):
        contents = {} if isinstance(one, Catalogue) else one.files()
        files.append((one.folder, one.shows(), contents))
        last.files |= {one.folder + n: (one.shows(), data) for n, data in contents.items()}
    return pages, files


def rows(archive: Archive, registry: Registry, keeper: Memory) -> object:
    """What the rows of all tables show, which `keeper` keeps."""
    found = []
    for page in index_pages(arranged(archive.series, registry), None, archive, keeper):
        if page.template in ("so_lieu/index", "so_lieu/organisation"):
            values = page.make()
            tables = [
                *values.get("tables", []),
                values.get("table"),
                *values.get("others", {}).values(),
            ]
            found += [
                (page.address, row.slug, row.name, row.html(".."), row.trend, row.latest)
                for table in tables
                if table
                for group in table.groups
                for row in group.rows
            ]
            page.written()
    return found


articles = st.tuples(
    st.integers(0, len(BODIES) - 1), st.integers(1, 3), st.integers(0, 1), st.booleans()
)
edits = st.tuples(st.sampled_from("abcde"), st.none() | articles)


steps_of_edits = st.tuples(st.lists(edits, min_size=1, max_size=2), st.booleans())
"""Edits that go into one build, and whether it comes to its end."""


@given(st.lists(steps_of_edits, min_size=2, max_size=5))
@settings(
    max_examples=examples(60),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_after_any_edits_the_kept_index_is_the_new_one(
    registry: Registry,
    made: dict[object, ArticleRecord],
    steps: list[tuple[list[tuple[str, Article | None]], bool]],
) -> None:
    """Articles come, change, move in time and go; corrections and preferences with them."""
    kept = Memory()
    now: dict[str, ArticleRecord] = {}
    for step, ends in steps:
        for name, article in step:
            now.pop(name, None)
            if article is not None:
                now[name] = read(name, article, registry, made)
        follows, new = Archive(stated(now), kept, "e"), Memory()
        afresh = Archive(stated(now), new, "e")
        assert follows.doubts == afresh.doubts
        assert outcome(follows, registry, kept) == outcome(afresh, registry, Memory())
        assert rows(follows, registry, kept) == rows(afresh, registry, Memory())
        # And both say what the index says that is made in one go.
        whole = build_index(now.values(), registry)
        texts = {
            series.slug: cells_text(series.cells, series.home)
            for series in arranged(afresh.series, registry).series
        }
        assert texts == {
            series.slug: cells_text(series.cells, series.home) for series in whole.series
        }
        if ends:
            follows.keep()


def test_what_an_unfinished_build_doubted_is_forgotten_when_the_article_goes(
    registry: Registry,
) -> None:
    """The next build finds the archive as it was before, and asks of nothing that is gone."""
    first = record("Năm 2023 mở 46 lớp.", registry, id="a")
    other = record("Năm 2023 mở 45 lớp.", registry, id="b")
    keeper = Memory()
    kept_archive({"a": first}, keeper)
    assert "conflict" in Archive(stated({"a": first, "b": other}), keeper, "e").doubts
    for _ in range(2):
        assert kept_archive({"a": first}, keeper).doubts == ""


def test_pages_tell_of_corrections_of_articles_that_they_do_not_quote(registry: Registry) -> None:
    """A reason that is written later changes what every page of the series hangs on, but no table."""
    body = "Năm 2023 mở 45 lớp."
    records = {
        f"bai-{n:02}": record(body, registry, id=f"bai-{n:02}", day=f"2024-02-{n + 2:02}")
        for n in range(cell_values.MOST_QUOTED + 2)
    }

    def corrected(reason: str) -> ArticleRecord:
        corrections = [Correction("45 lớp", "54 lớp", reason)]
        return record(body, registry, id="cu", day="2024-01-01", corrections=corrections)

    kept = Memory()
    before = kept_archive({**records, "cu": corrected("")}, kept)
    after = kept_archive({**records, "cu": corrected("Gõ nhầm")}, kept)
    one, two = (archive.marks(archive.series[0]) for archive in (before, after))
    assert one.tables == two.tables
    assert one.first != two.first
    assert one.shown != two.shown


def test_only_what_an_edit_touches_is_read_again(registry: Registry) -> None:
    """Of other articles only those that speak of the same series and years."""
    asked: list[str] = []

    def telling(articles: Iterable[Stated]) -> list[Stated]:
        return [replace(a, read=partial(_told, asked, a)) for a in articles]

    records = {
        f"bai-{year}": record(f"Năm {year} mở {year - 2000} lớp.", registry, id=f"bai-{year}")
        for year in range(2010, 2020)
    }
    kept = Memory()
    Archive(telling(stated(records)), kept, "e").keep()
    assert sorted(asked) == sorted(records)
    asked.clear()
    Archive(telling(stated(records)), kept, "e")
    assert asked == []
    records["bai-moi"] = record("Năm 2015 mở 99 lớp.", registry, id="bai-moi")
    Archive(telling(stated(records)), kept, "e")
    assert sorted(asked) == ["bai-2015", "bai-moi"]


def test_what_was_just_made_is_not_read_and_shows_the_same(registry: Registry) -> None:
    """Pages of a build from nothing have the very cells that the next build will read."""
    kept = Memory()
    records = {
        name: record(body, registry, id=name) for name, body in zip("abcde", BODIES, strict=False)
    }
    new, later = (kept_archive(records, kept).series for _ in range(2))
    shown = {s.slug: cells_text(s.cells, s.home) for s in later}
    kept.clear()
    assert {s.slug: cells_text(s.cells, s.home) for s in new} == shown


def _told(asked: list[str], article: Stated) -> object:
    asked.append(article.name)
    return article.read()


def test_under_another_environment_nothing_kept_is_believed(registry: Registry) -> None:
    """It is made anew."""
    kept = Memory()
    records = {"a": record(BODIES[0], registry, id="a")}
    kept_archive(records, kept)
    kept["so-lieu/truong-a--lop"] = "[]"
    series = Archive(stated(records), kept, "f").series
    assert all(len(one.cells) for one in series)


def test_a_cell_of_many_articles_stays_short(registry: Registry) -> None:
    """Pages get a few statements and values, and are told how many there are; files get all."""
    records = {
        f"bai-{n}": record(f"Năm 2023 mở {20 + n} lớp.", registry, id=f"bai-{n}") for n in range(40)
    }
    archive = Archive(stated(records), Memory(), "e")
    (series,) = archive.series
    cell = series.newest
    assert len(cell.statements) == cell_values.MOST_QUOTED
    assert len(cell.shown) == cell_values.MOST_SHOWN
    assert (cell.summary.count, cell.summary.values) == (40, 40)
    assert (cell.summary.low, cell.summary.high) == (20, 59)
    assert len(cell.summary.unquoted) == 40 - cell_values.MOST_QUOTED
    ((_, cells),) = archive.cells([(series, (2023,))])
    assert len(cells[0].statements) == 40


def test_rows_that_did_not_change_are_taken_as_they_were_written(
    registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their cells are not even read."""
    kept = Memory()
    records = {name: record(BODIES[body], registry, id=name) for name, body in (("a", 0), ("b", 1))}
    everything = rows(kept_archive(records, kept), registry, kept)
    asked: list[str] = []
    monkeypatch.setattr(kept_rows, "row_body", lambda series, _: asked.append(series.slug))
    assert rows(Archive(stated(records), kept, "e"), registry, kept) == everything
    assert not asked


@pytest.mark.parametrize("harm", ["nothing", "other", "cut", "lengths"])
def test_rows_of_a_file_are_taken_from_the_last_one_while_it_is_whole(
    registry: Registry, harm: str
) -> None:
    """Of two series, only the one that an article gives to now is asked for."""
    kept = Memory()
    records = {name: record(BODIES[body], registry, id=name) for name, body in (("a", 0), ("b", 3))}
    outcome(kept_archive(records, kept), registry, kept)
    if harm == "other":
        kept.files = {name: ("", data) for name, (_, data) in kept.files.items()}
    elif harm == "cut":
        kept.files = {name: (shows, data[:-9] if name.endswith(".csv") else data)
                      for name, (shows, data) in kept.files.items()}  # fmt: skip
    elif harm == "lengths":
        name = "to so-lieu/so-lieu"
        shows, cuts = json.loads(kept[name])
        cuts[0][1] += 1
        kept[name] = json.dumps([shows, cuts])
    records["c"] = record("Năm 2023 mở 47 lớp.", registry, id="c")
    archive = Archive(stated(records), kept, "e")
    asked: list[str] = []
    cells = archive.cells

    def counted(wanted: Sequence[Wanted]) -> Iterator[tuple[Series, Sequence[Cell]]]:
        asked.extend(series.slug for series, _ in wanted)
        return cells(wanted)

    archive.cells = counted  # type: ignore[method-assign]
    (whole, *_) = download_sets(arranged(archive.series, registry), TestSite(), archive, last=kept)
    afresh = Archive(stated(records), Memory(), "e")
    (other, *_) = download_sets(arranged(afresh.series, registry), TestSite(), afresh)
    assert not isinstance(whole, Catalogue)
    assert not isinstance(other, Catalogue)
    assert whole.files() == other.files()
    assert (len(asked) == 1) == (harm == "nothing")


def test_a_line_is_named_as_its_newest_article_names_it(registry: Registry) -> None:
    """By the day of the article, not by the year of which it tells; at once and from build to build."""
    said = (
        ("cu", "2019", "Cây xanh", 1),
        ("moi", "2017", "Cây Xanh", 9),
        ("giua", "2021", "CÂY XANH", 5),
    )
    records = {
        name: record(f"Năm {year} trồng 350 {noun}.", registry, id=name, day=f"2024-01-0{day}")
        for name, year, noun, day in said
    }
    keeper = Memory()
    kept_archive({name: records[name] for name in ("cu", "giua")}, keeper)
    for archive in (kept_archive(records, keeper), kept_archive(records, Memory())):
        assert [series.indicator.label for series in archive.series] == ["Cây Xanh"]
    whole = build_index(records.values(), registry)
    assert [series.indicator.label for series in whole.series] == ["Cây Xanh"]


def test_an_edit_of_one_year_moves_the_step_to_the_next(registry: Registry) -> None:
    """Although nothing is said anew of that one; and when the year goes, the step does."""
    now = record("Năm 2023 mở 45 lớp.", registry, id="nay")
    keeper = Memory()
    for number, step in ((40, 5), (41, 4), (None, None)):
        records = {"nay": now}
        if number:
            records["xua"] = record(f"Năm 2022 mở {number} lớp.", registry, id="xua")
        (series,) = kept_archive(records, keeper).series
        change = series.cells[-1].change
        assert (change and change.absolute) == step
