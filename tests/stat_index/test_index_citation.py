"""A series is cited with one click: by people, and by programs that keep references."""

from __future__ import annotations

import re
from dataclasses import replace

from stat_index.book import Series
from stat_index.pages.citation import citation_of
from tests.stat_index.downloads.sample import TestSite, series_of, statement

SITE = TestSite()


def two_years() -> Series:
    """A line whose newest article is of 20/12/2023."""
    return series_of(statement("40", "2022"), statement("45", "2023"))


def test_a_citation_names_publisher_title_day_of_the_figures_and_address() -> None:
    """The day is that of the newest article, so that the page stays the same from build to build."""
    series = two_years()
    sentence = citation_of(series, SITE).sentence
    assert sentence.startswith("Trường Chính trị Mẫu (2023). “")
    assert "2022–2023”" in sentence
    assert "số liệu đến 20/12/2023" in sentence
    assert sentence.endswith(f"https://bantin.example/{series.address}")
    assert "bantin" not in citation_of(series, replace(SITE, url="")).sentence


def test_bibtex_keeps_names_whole_and_signs_harmless() -> None:
    """`%` would begin a comment, `&` a column."""
    series = two_years()
    series = replace(series, indicator=replace(series.indicator, label="Tỷ lệ % A_B & {C} \\"))
    bibtex = citation_of(series, SITE).bibtex
    assert bibtex.startswith(f"@misc{{{series.slug},\n")
    assert "author = {{Trường Chính trị Mẫu}}" in bibtex
    assert r"Tỷ lệ \% A\_B \& \{C\} \textbackslash{}" in bibtex
    bare = re.sub(r"\\[{}]", "", bibtex)
    assert bare.count("{") == bare.count("}")
    assert f"url = {{https://bantin.example/{series.address}}}" in bibtex


def test_ris_is_a_data_set_of_one_corporate_author() -> None:
    """Each line is a tag, two spaces, a dash and a space; the last one ends the record."""
    lines = citation_of(two_years(), SITE).ris.split("\n")
    assert (lines[0], lines[-1]) == ("TY  - DATA", "ER  - ")
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines)
    assert {"AU  - Trường Chính trị Mẫu,", "PY  - 2023", "DA  - 2023/12/20"} <= set(lines)


def test_invented_figures_are_cited_as_such() -> None:
    """In every form."""
    series = two_years()
    owner = replace(series.organisation, demonstration=True)
    citation = citation_of(replace(series, organisation=owner), SITE)
    for text in (citation.sentence, citation.bibtex, citation.ris):
        assert "số liệu minh họa" in text
