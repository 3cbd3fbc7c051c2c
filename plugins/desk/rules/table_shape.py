"""A table that loses cells, or is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity

RULE = Rule(
    title="Bảng thiếu dòng kẻ, hoặc có dòng thừa ô",
    english="A table without its rule, or with a row that has too many cells",
    why="Dưới dòng đầu của bảng phải có dòng |---|---|; thiếu nó, bảng thành một đoạn chữ. Dòng có"
    " nhiều ô hơn dòng đầu thì ô thừa biến mất khỏi trang, nên trang không được dựng.",
    bad=(
        "| Năm | Lớp |\n|---|---|\n| 2023 | 45 | 3120 |",
        "Kết quả:\n\n| Năm | Lớp |\n| 2023 | 45 |\n| 2024 | 50 |",
    ),
    good=(
        "| Năm | Lớp |\n|---|---|\n| 2023 | 45 |\n| 2024 |\n",
        "Năm | Lớp\n--- | ---\n2023 | 45",
        "| Năm | Ghi chú |\n|---|---|\n| 2023 | a \\| b |\n| 2024 | `a|b` |",
        "Một dòng | có gạch đứng.",
        "```\n| a | b |\n| c | d |\n```",
    ),
)

_RULE_LINE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_BAR = re.compile(r"(?<!\\)\|")


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each row that loses cells, and on each table without its rule."""
    if "|" not in document.front.body:
        return
    seen = survey.scan(document)
    for start, rows in _blocks(seen.text_lines):
        line = seen.first_line + start
        ruled = len(rows) > 1 and _is_rule(rows[1])
        if not ruled:
            if len(rows) > 1 and all(row.strip().startswith("|") for row in rows):
                yield _unruled(line, rows[0])
            continue
        width = _cells(rows[0])
        for below, row in enumerate(rows[2:], 2):
            if _cells(row) > width:
                yield _too_wide(line + below, row, width)


def _blocks(lines: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines with bars, and where each begins."""
    rows: list[str] = []
    for number, line in enumerate((*lines, "")):
        if _BAR.search(line) and not line.startswith(("    ", "\t")):
            rows.append(line)
        elif rows:
            yield number - len(rows), rows
            rows = []


def _is_rule(row: str) -> bool:
    return "-" in row and bool(_RULE_LINE.fullmatch(row))


def _cells(row: str) -> int:
    plain = row.strip().removeprefix("|")
    if plain.endswith("|") and not plain.endswith("\\|"):
        plain = plain[:-1]
    return len(_BAR.findall(plain)) + 1


def _too_wide(line: int, row: str, width: int) -> Remark:
    message = Saying(
        f"Dòng “{row.strip()[:50]}” có {_cells(row)} ô, bảng chỉ có {width} cột; ô thừa sẽ mất",
        f"The row “{row.strip()[:50]}” has {_cells(row)} cells, the table {width} columns; the rest"
        " would be lost",
    )
    mend = Saying(
        "bỏ ô thừa, hoặc thêm cột vào dòng đầu và dòng kẻ",
        "remove a cell, or add a column to the first row and the rule",
    )
    return Remark(line, 1, message, mend)


def _unruled(line: int, row: str) -> Remark:
    rule = "|" + "---|" * _cells(row)
    message = Saying(
        "Bảng thiếu dòng kẻ dưới dòng đầu nên thành một đoạn chữ",
        "The table has no rule below its first row, so that it becomes a paragraph",
    )
    mend = Saying(f"thêm dòng {rule}", f"add the line {rule}")
    return Remark(line, 1, message, mend, severity=Severity.WARNING)
