"""Downloads in sets, for builds that make only what changed."""

from dataclasses import replace

import pytest

from stat_index.downloads import (
    Catalogue,
    FileSet,
    download_sets,
    editions,
    events_of_index,
    feed_set,
    files_of,
    write_downloads,
)
from stat_index.evidence import AtHand
from tests.stat_index.downloads.sample import TestSite, index_of, sample_index, series_of, statement


@pytest.mark.parametrize("limit", [5_000, 2])
def test_the_sets_are_exactly_what_is_written(tmp_path, monkeypatch, limit):
    """Whole, and divided by year."""
    monkeypatch.setattr(editions, "FIGURES_A_FILE", limit)
    written = write_downloads(sample_index(), tmp_path, TestSite())
    assert len(set(written)) == len(written)
    found = {}
    for one in download_sets(sample_index(), TestSite()):
        files = files_of(one, tmp_path)
        names = [one.name] if isinstance(one, Catalogue) else one.names
        assert set(files) == set(names)
        found |= {one.folder + name: content for name, content in files.items()}
    rows = [name for name in written if not name.startswith("feed/")]
    assert found == {name: (tmp_path / name).read_bytes() for name in rows}


def test_every_offered_link_is_a_file_and_every_file_is_offered(tmp_path, monkeypatch):
    """Whole, and divided by year."""
    for limit in (5_000, 2):
        monkeypatch.setattr(editions, "FIGURES_A_FILE", limit)
        index = sample_index()
        offered = [*editions.index_downloads(index).every]
        for series in index.series:
            offered += editions.series_downloads(series).every
        written = write_downloads(index, tmp_path / str(limit), TestSite())
        files = {name for name in written if not name.startswith("feed/")}
        assert {link.address for link in offered} == files


def shows(index, site=None):
    found = {}
    for one in download_sets(index, site or TestSite()):
        found.setdefault(one.folder, []).append(one.shows())
    return found


def test_equal_index_equal_hashes():
    assert shows(sample_index()) == shows(sample_index())


def test_a_changed_value_changes_its_series_and_the_whole_and_nothing_else():
    one, other = series_of(statement("40", "2023")), series_of(statement("7", "2022-H1"))
    before = shows(index_of(one, other))
    changed = series_of(statement("41", "2023"))
    after = shows(index_of(changed, other))
    assert {folder for folder in before if before[folder] != after[folder]} == {
        one.address,
        "so-lieu/",
    }


def test_divided_files_of_other_years_stay_as_they_are(monkeypatch):
    """Even when the newest article of all is another."""
    monkeypatch.setattr(editions, "FIGURES_A_FILE", 1)

    def made(value):
        series = series_of(statement("40", "2022"), statement(value, "2023", article="b"))
        sets = download_sets(index_of(series), TestSite())
        return {
            name: one.files()
            for one in sets
            if not isinstance(one, Catalogue)
            for name in one.names
        }

    before, after = made("41"), made("42")
    differing = {name for name in before if before[name] != after[name]}
    assert {name for name in differing if "2022" in name} == set()
    assert any("2023" in name for name in differing)


def test_a_definition_and_the_licence_are_part_of_what_is_shown():
    series = sample_index().series[0]
    defined = replace(series, indicator=replace(series.indicator, definition="Khác"))
    assert shows(index_of(series)) != shows(index_of(defined))
    licensed = shows(index_of(series), TestSite(licence="CC0-1.0"))
    assert licensed[series.address] != shows(index_of(series))[series.address]


def test_a_new_name_of_the_site_changes_the_feeds():
    events = events_of_index(sample_index())
    named = feed_set(events, TestSite(name="Tên khác"))
    assert named.shows() != feed_set(events, TestSite()).shows()


def test_a_year_of_a_long_series_is_written_once_for_its_two_files(monkeypatch):
    """In the files of its series and of all figures it says the same."""
    monkeypatch.setattr(editions, "FIGURES_A_FILE", 0)
    monkeypatch.setattr(editions, "FIGURES_A_SERIES", 0)
    asked = []

    class Counting(AtHand):
        def cells(self, wanted):
            asked.extend((series.slug, tuple(years)) for series, years in wanted)
            return super().cells(wanted)

    index = sample_index()
    files = {}
    for one in download_sets(index, TestSite(), Counting()):
        if isinstance(one, FileSet):
            files |= {one.folder + name: content for name, content in one.files().items()}
    slots = [(series.slug, (year,)) for series in index.series for year in series.facts.years]
    assert sorted(asked) == sorted(slots)
    for series in index.series:
        for year in series.facts.years:
            _, *rows = files[f"{series.address}{series.slug}-{year}.csv"].split(b"\r\n")
            assert b"\r\n".join(rows) in files[f"so-lieu/so-lieu-{year}.csv"]


class Kept:
    """What a build left: notes, and its files with what they show."""

    def __init__(self):
        self.notes, self.files = {}, {}

    def get(self, name):
        return self.notes.get(name)

    def put(self, rows):
        self.notes |= dict(rows)

    def remove(self, names):
        for name in names:
            self.notes.pop(name, None)

    def file(self, name, shows):
        content, shown = self.files.get(name, (None, None))
        return content if shown == shows else None

    def make(self, index, evidence=None):
        """Content by name."""
        for one in download_sets(index, TestSite(), evidence or AtHand(), last=self):
            if isinstance(one, FileSet):
                made = one.files()
                self.files |= {one.folder + n: (made[n], one.shows()) for n in one.names}
        return {name: content for name, (content, _) in self.files.items()}


def test_of_a_long_series_only_the_years_that_changed_are_written_anew():
    """The others are cut out of its files as the last build left them."""
    asked = []

    class Counting(AtHand):
        def cells(self, wanted):
            asked.extend((series.slug, tuple(years)) for series, years in wanted)
            return super().cells(wanted)

    def index(value):
        said = [
            statement(str(year - 1900 + n), str(year), article=f"a{n}")
            for year in range(2014, 2024)
            for n in range(12)
        ]
        return index_of(series_of(*said, statement(value, "2024")))

    kept = Kept()
    kept.make(index("40"))
    after = kept.make(index("41"), Counting())
    slug = index("41").series[0].slug
    assert (slug, (2024,)) in asked
    assert not [years for _, years in asked if len(years) == 1 and years != (2024,)]
    assert after == Kept().make(index("41"))
