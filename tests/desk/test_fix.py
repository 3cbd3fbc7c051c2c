"""What is mended is mended fully, and nothing else is touched."""

from __future__ import annotations

import datetime
import unicodedata
from pathlib import Path

import pytest

from desk.check import check
from desk.fix import fixes
from desk.rule import Survey
from desk.site import load_site
from desk.tones import with_one_placement
from vntext.dates import VIETNAM

NOW = datetime.datetime(2026, 1, 1, tzinfo=VIETNAM)


def mended(folder: Path, **how: bool) -> dict[str, str]:
    survey = Survey(load_site(folder), NOW)
    for fix in fixes(survey, list(survey.site.documents), **how):
        assert fix.diff()
        fix.write()
    return {path.name: path.read_bytes().decode() for path in folder.glob("*.md")}


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_all_safe_faults_go_in_one_run(tmp_path: Path, ending: str) -> None:
    text = "---\nTiêu đề: Một bài\nNgày: 13/11/2023\n---\nHai  dấu cách , và\x08 [bài](b.md#muc).  \nHết.\n"
    text += "\nGồm:\n- một\n- hai\n\nVà:\n• ba\n• bốn\n\nXem [tin] (https://a.example/).\n"
    source = unicodedata.normalize("NFD", text).replace("\n", ending)
    (tmp_path / "a.md").write_bytes(source.encode())
    (tmp_path / "b.md").write_text("Title: B\nDate: 2023-11-13\nId: b\n\n## Mục\n\nHai.\n", "utf-8")
    after = mended(tmp_path)
    expected = (
        "---\nTiêu đề: Một bài\nMã: a\nNgày: 13/11/2023\n---\n"
        "Hai dấu cách, và [bài]({filename}/b.md#muc).  \nHết.\n"
        "\nGồm:\n\n- một\n- hai\n\nVà:\n\n- ba\n- bốn\n\nXem [tin](https://a.example/).\n"
    )
    assert after["a.md"] == expected.replace("\n", ending)
    assert check(tmp_path, NOW) == []
    assert mended(tmp_path) == after


def test_an_unreadable_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"Title: A\xff\n")
    survey = Survey(load_site(tmp_path), NOW)
    assert list(fixes(survey, list(survey.site.documents))) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("hoà bình, thuỷ lợi, khoẻ", "hòa bình, thủy lợi, khỏe"),
        ("quý I, hoàn thành, thuý", "quý I, hoàn thành, thúy"),
        ("UỶ BAN, Hoà", "ỦY BAN, Hòa"),
        ("[x](hoà.pdf) `hoà` {tên=hoà}", "[x](hoà.pdf) `hoà` {tên=hoà}"),
    ],
)
def test_tones_are_moved_only_where_both_placements_are_usual(before: str, after: str) -> None:
    assert with_one_placement(before) == after
