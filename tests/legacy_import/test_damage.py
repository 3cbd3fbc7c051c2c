"""A damaged page costs nothing but itself: it is imported, doubted or refused, never a crash."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from desk.front_matter import parse
from legacy_import import import_sources
from tests.legacy_import.judging import BATCHES, expectations, source_of

PAGES = [source_of(batch, name) for batch in BATCHES for name in expectations(batch)]


def damaged(data: bytes, seed: int) -> bytes:
    """`data` cut, with flipped bytes, a hole, or a piece said three times."""
    luck = random.Random(seed)
    begin, end = sorted(luck.randrange(len(data)) for _ in range(2))
    noise = bytearray(data)
    for _ in range(20):
        noise[luck.randrange(len(noise))] = luck.randrange(256)
    cases = (data[:end], bytes(noise), data[:begin] + data[end:], data[:end] + data[begin:end] * 3)
    return cases[seed % len(cases)]


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_page_is_told_not_tripped_over(tmp_path: Path, seed: int) -> None:
    """Whatever the damage, the outcome is a known one and the article's head is sound."""
    source = tmp_path / "a.html"
    source.write_bytes(damaged(PAGES[seed % len(PAGES)].read_bytes(), seed))
    report = import_sources([source], tmp_path / "content")
    assert [n.code for o in report.outcomes for n in o.notes if n.code == "unforeseen"] == []
    for made in (tmp_path / "content").rglob("*.md"):
        assert parse(made.read_bytes(), "bai.md").findings == ()


@pytest.mark.parametrize("number", ["²", "9" * 5000, "-1", "1.5", ""])
def test_numbers_of_tags_may_be_anything(tmp_path: Path, number: str) -> None:
    """Sizes, spans and beginnings that no browser takes for numbers are none."""
    page = f"""<html><head><title>Hội nghị tổng kết</title></head><body><article>
<h1>Hội nghị tổng kết</h1><p>Ngày 13/11/2023</p><p><font size="{number}">Chữ</font></p>
<p>{"Trường tổ chức hội nghị tổng kết công tác năm. " * 20}</p>
<p><img src="a.jpg" width="{number}" style="width: {number}px"></p>
<table border="{number}"><tr><th>Năm</th><th>Lớp</th></tr>
<tr><td colspan="{number}">2023</td><td rowspan="{number}">45</td></tr></table>
<ol start="{number}"><li>Một</li><li>Hai</li></ol></article></body></html>"""
    (tmp_path / "a.html").write_text(page, "utf-8")
    report = import_sources([tmp_path / "a.html"], tmp_path / "content")
    assert [n.code for o in report.outcomes for n in o.notes if n.code == "unforeseen"] == []
    assert len(list((tmp_path / "content").rglob("*.md"))) == 1
