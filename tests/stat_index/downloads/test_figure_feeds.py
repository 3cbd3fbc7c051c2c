"""Feeds tell of new, changed and corrected figures, each once, under permanent ids."""

import json
import re
from dataclasses import replace
from decimal import Decimal

from lxml import etree

from stat_index.book import CorrectionNote
from stat_index.corrections import Correction
from stat_index.downloads import events_of_index, figure_feed, figure_json_feed, write_downloads
from tests.stat_index.downloads.sample import TestSite, index_of, sample_index, series_of, statement

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def corrected_index():
    """The sample with its correction noted, as the index notes it."""
    index = sample_index()
    series = index.series[0]
    (one,) = [s for s in series.statements if s.observation.correction]
    note = CorrectionNote(one.observation.correction, one, series)
    return replace(index, corrections=(note,))


def entries(text: str):
    return etree.fromstring(text.encode()).findall("a:entry", ATOM)


def test_atom_has_all_that_the_standard_asks_of_a_feed_and_its_entries():
    feed = etree.fromstring(figure_feed(events_of_index(corrected_index()), TestSite()).encode())
    for name in ("id", "title", "updated", "author"):
        assert feed.find(f"a:{name}", ATOM) is not None, name
    for entry in feed.findall("a:entry", ATOM):
        for name in ("id", "title", "updated", "link", "content"):
            assert entry.find(f"a:{name}", ATOM) is not None, name
    moment = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)"
    assert all(re.fullmatch(moment, e.text) for e in feed.iterfind(".//a:updated", ATOM))


def test_ids_are_unique_and_the_same_in_both_feeds():
    events = events_of_index(corrected_index())
    atom = [e.findtext("a:id", namespaces=ATOM) for e in entries(figure_feed(events, TestSite()))]
    items = json.loads(figure_json_feed(events, TestSite()))["items"]
    assert [item["id"] for item in items] == atom
    assert len(set(atom)) == len(atom)


def test_no_two_sites_share_the_id_of_a_feed():
    """RFC 4287, 4.2.6; it does not hang on the day, the name or the protocol of a site."""
    events = events_of_index(corrected_index())

    def id_of(events, **site):
        feed = figure_feed(events, replace(TestSite(), **site))
        return etree.fromstring(feed.encode()).findtext("a:id", namespaces=ATOM)

    own = id_of(events)
    assert own != id_of(events, url="https://truong-khac.example")
    assert (
        own == id_of([]) == id_of(events, name="Khác") == id_of(events, url="http://bantin.example")
    )


def test_ids_survive_a_new_title_address_and_host():
    index = index_of(series_of(statement("40", "2023")))
    (one,) = index.series[0].statements
    moved = replace(one, source=replace(one.source, title="Tên khác", address="2023/x/"))
    other = index_of(series_of(moved))
    sites = TestSite(), TestSite(url="https://other.example")
    ids = [
        entries(figure_feed(events_of_index(i), site))[0].findtext("a:id", namespaces=ATOM)
        for i, site in zip((index, other), sites, strict=True)
    ]
    assert ids[0] == ids[1]


def test_a_correction_tells_old_value_new_value_and_reason():
    (event,) = [e for e in events_of_index(corrected_index()) if e.happening == "corrected"]
    (entry,) = [e for e in entries(figure_feed([event], TestSite())) if "Đính chính" in e[0].text]
    content = entry.findtext("a:content", namespaces=ATOM)
    assert "52 lớp" in content
    assert "trước ghi 25" in content
    assert "gõ nhầm" in content


def test_figures_of_one_article_and_day_are_one_entry_with_every_figure():
    index = sample_index()
    lines = [line.address for event in events_of_index(index) for line in event.lines]
    assert sorted(lines) == sorted(s.address for one in index.series for s in one.statements)


def test_the_ledger_decides_on_which_day_a_figure_is_new():
    index = index_of(series_of(statement("40", "2023")))
    (one,) = index.series[0].statements
    key = one.source.id, one.observation.id
    assert [e.day for e in events_of_index(index)] == [one.source.date]
    assert [e.day for e in events_of_index(index, {key: "2024-02-01"})] == ["2024-02-01"]


def test_a_changed_figure_is_told_with_its_old_value():
    index = index_of(series_of(statement("40", "2023")))
    (one,) = index.series[0].statements
    changes = {(one.source.id, one.observation.id): ("2024-03-01", "39 lớp")}
    newest = events_of_index(index, changes=changes)[0]
    assert (newest.happening, newest.day, newest.lines[0].old) == (
        "changed",
        "2024-03-01",
        "39 lớp",
    )


def test_a_change_that_a_correction_tells_is_told_once():
    correction = Correction(old="25", reason="gõ nhầm", date="2024-01-05")
    index = index_of(series_of(statement("40", "2023", correction=correction)))
    (one,) = index.series[0].statements
    index = replace(index, corrections=(CorrectionNote(correction, one, index.series[0]),))
    key = one.source.id, one.observation.id

    def happenings(old: str) -> list[str]:
        return [e.happening for e in events_of_index(index, changes={key: ("2024-01-06", old)})]

    assert "changed" not in happenings("25 lớp")
    assert sorted(happenings("250 lớp")) == ["changed", "corrected", "new"]


def test_demonstration_figures_say_so_in_both_feeds():
    index = index_of(sample_index().series[0])
    events = events_of_index(index)
    for text in (figure_feed(events, TestSite()), figure_json_feed(events, TestSite())):
        assert text.count("Số liệu minh họa") == len(events)


def test_hostile_words_stay_words():
    correction = Correction(old="<script>alert(1)</script>", reason="]]>&\x00", date="2024-01-05")
    index = index_of(series_of(statement("40", "2023", correction=correction)))
    (one,) = index.series[0].statements
    index = replace(index, corrections=(CorrectionNote(correction, one, index.series[0]),))
    content = entries(figure_feed(events_of_index(index), TestSite()))[0].findtext(
        "a:content", namespaces=ATOM
    )
    assert "<script" not in content
    assert "&lt;script" in content


def test_an_empty_index_has_an_empty_feed():
    feed = etree.fromstring(figure_feed([], TestSite()).encode())
    assert feed.findall("a:entry", ATOM) == []
    assert json.loads(figure_json_feed([], TestSite()))["items"] == []


def test_feeds_are_written_with_the_downloads(tmp_path):
    written = write_downloads(sample_index(), tmp_path, TestSite())
    assert {"feed/so-lieu.xml", "feed/so-lieu.json"} <= set(written)
    assert entries((tmp_path / "feed/so-lieu.xml").read_text("utf-8"))


def test_steps_and_fractions_are_told_whole():
    """A fall of 5 is no 5, and 15 of 36 are no 15."""
    for changes, told in (
        ({"direction": "down"}, "giảm 15 lớp"),
        ({"direction": "up", "qualifier": "over"}, "tăng trên 15 lớp"),
        ({"denominator": Decimal(36)}, "15/36 lớp"),
    ):
        index = index_of(series_of(statement("15", **changes)))
        (event,) = events_of_index(index)
        assert [line.value for line in event.lines] == [told]


def test_an_event_leads_to_its_one_figure_or_to_the_article():
    """Whoever follows it sees what it tells of."""
    one = statement("15")
    two = replace(statement("9", "2022"), source=one.source)
    for said, end in (((one,), f"/{one.address}"), ((one, two), f"/{one.source.address}")):
        (entry,) = entries(figure_feed(events_of_index(index_of(series_of(*said))), TestSite()))
        (link,) = entry.findall("a:link", ATOM)
        assert link.get("href").endswith(end)
