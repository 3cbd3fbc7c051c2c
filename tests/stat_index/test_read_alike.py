"""A passage gives the same figures as text and as a page of the site."""

from __future__ import annotations

import datetime
import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from figures import Context, Figure, read, read_blocks
from stat_index.html.blocks import read_document
from tests.stat_index.making import html_of

UNSEEN = Path(__file__).parents[2] / "benchmarks" / "figures" / "unseen"
_RULE = re.compile(r"\s*\|?\s*:?-{3}[\s|:-]*")


def _passages() -> Iterable[dict[str, Any]]:
    """The passages with a table that Markdown knows as one: its rule is the second line."""
    for number in range(16, 28):
        for line in (UNSEEN / f"practice{number}.jsonl").read_text("utf-8").splitlines():
            passage: dict[str, Any] = json.loads(line)
            rows = [row for row in passage["text"].split("\n") if "|" in row]
            if len(rows) > 1 and _RULE.fullmatch(rows[1]):
                yield passage


def _markdown(text: str) -> str:
    """The text as an editor types it: tables framed and apart from paragraphs."""
    lines: list[str] = []
    for line in text.split("\n"):
        row = f"| {line} |" if "|" in line and not line.startswith("|") else line
        if lines and ("|" in lines[-1]) != ("|" in line):
            lines.append("")
        lines.append(row)
    return "\n".join(lines)


def _told(figures: list[Figure]) -> Counter[tuple[str | None, ...]]:
    """What is told of each figure, wherever it stands."""
    return Counter(
        (
            figure.as_written, figure.indicator.lower(), figure.level, figure.unit, figure.period,
            figure.kind, None if figure.parent is None else figures[figure.parent].as_written,
        )
        for figure in figures
    )  # fmt: skip


@pytest.mark.parametrize("passage", list(_passages()), ids=lambda passage: passage["id"])
def test_a_table_says_the_same_in_a_text_and_on_a_page(passage: dict[str, Any]) -> None:
    context = Context(date=datetime.date.fromisoformat(passage["date"]), lead=passage["context"])
    blocks = [text.block for text in read_document(html_of(_markdown(passage["text"]))).blocks]
    page = [figure for reading in read_blocks(blocks, context) for figure in reading.figures]
    assert _told(page) == _told(list(read(passage["text"], context).figures))


def test_lists_of_a_page_have_their_wholes_and_names_too() -> None:
    """Markdown takes the marks of items away, but not which list they are of."""
    body = (
        "Số liệu năm 2023:\n\n1. Công đoàn cơ sở: 96\n    - Khu vực hành chính, sự nghiệp: 71\n"
        "    - Khu vực doanh nghiệp: 25\n\nSố việc công chứng qua các năm:\n\n"
        "- Năm 2021: 3.115 việc\n- Năm 2022: 3.870 việc\n"
    )
    blocks = [text.block for text in read_document(html_of(body)).blocks]
    readings = read_blocks(blocks, Context(date=datetime.date(2024, 1, 5)))
    figures = [figure for reading in readings for figure in reading.figures]
    assert [(f.as_written, f.indicator, f.period, f.parent) for f in figures] == [
        ("96", "Công đoàn cơ sở", "2023", None),
        ("71", "Khu vực hành chính, sự nghiệp", "2023", 0),
        ("25", "Khu vực doanh nghiệp", "2023", 0),
        ("3.115", "Số việc công chứng", "2021", None),
        ("3.870", "Số việc công chứng", "2022", None),
    ]
