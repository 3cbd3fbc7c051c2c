"""Downloads in sets, for builds that make only what changed."""

from dataclasses import replace

from stat_index.downloads import download_sets, series_files, write_downloads
from stat_index.downloads.xlsx import empty_book
from tests.stat_index.downloads.sample import TestSite, index_of, sample_index, series_of, statement


def test_the_sets_are_exactly_what_is_written(tmp_path):
    written = write_downloads(sample_index(), tmp_path, TestSite())
    found = {}
    for one in download_sets(sample_index(), TestSite()):
        files = one.files()
        assert set(files) == set(one.names)
        found |= {one.folder + name: content for name, content in files.items()}
    assert found == {address: (tmp_path / address).read_bytes() for address in written}


def test_a_set_does_not_depend_on_which_others_are_made():
    """The whole is the same when no series was made before it."""
    sets = list(download_sets(sample_index(), TestSite()))
    alone = next(
        one for one in download_sets(sample_index(), TestSite()) if one.folder == "so-lieu/"
    )
    assert alone.files() == next(one for one in sets if one.folder == "so-lieu/").files()
    series = sample_index().series[0]
    assert series_files(series, TestSite(), empty_book()) == sets[0].files()


def shows(index, site=None):
    return {one.folder: one.shows() for one in download_sets(index, site or TestSite())}


def test_equal_index_equal_hashes():
    assert shows(sample_index()) == shows(sample_index())


def test_a_changed_value_changes_its_series_the_whole_and_the_feed_and_nothing_else():
    one, other = series_of(statement("40", "2023")), series_of(statement("7", "2022-H1"))
    before = shows(index_of(one, other))
    changed = series_of(statement("41", "2023"))
    after = shows(index_of(changed, other))
    assert {folder for folder in before if before[folder] != after[folder]} == {
        one.address,
        "so-lieu/",
        "feed/",
    }


def test_a_definition_and_the_licence_are_part_of_what_is_shown():
    series = sample_index().series[0]
    defined = replace(series, indicator=replace(series.indicator, definition="Khác"))
    assert shows(index_of(series)) != shows(index_of(defined))
    licensed = shows(index_of(series), TestSite(licence="CC0-1.0"))
    assert licensed[series.address] != shows(index_of(series))[series.address]


def test_a_new_name_of_the_site_changes_the_feeds():
    named = shows(sample_index(), TestSite(name="Tên khác"))
    assert named["feed/"] != shows(sample_index())["feed/"]
