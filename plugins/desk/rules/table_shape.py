"""A table that loses cells, or is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from desk.table_scan import Rows, cells, rows_in
from findings import Saying, Severity

RULE = Rule(
    title="Bảng thiếu dòng kẻ, dòng kẻ sai số cột, hoặc có dòng thừa ô",
    english="A table without its rule, or with a row that has too many cells",
    why="Dưới dòng đầu của bảng phải có dòng |---|---|; thiếu nó, bảng thành một đoạn chữ. Dòng kẻ phải đủ số cột. Dòng có"
    " nhiều ô hơn dòng đầu thì ô thừa biến mất khỏi trang, nên trang không được dựng.",
    bad=(
        "| Năm | Lớp |\n|---|---|\n| 2023 | 45 | 3120 |",
        "Kết quả:\n\n| Năm | Lớp |\n| 2023 | 45 |\n| 2024 | 50 |",
        "| Năm | Lớp | Học viên |\n|---|---|\n| 2023 | 45 | 3120 |",
        "Năm | Lớp\n2023 | 45\n2024 | 50",
    ),
    good=(
        "| Năm | Lớp |\n|---|---|\n| 2023 | 45 |\n| 2024 |\n",
        "Năm | Lớp\n--- | ---\n2023 | 45",
        "| Năm | Ghi chú |\n|---|---|\n| 2023 | a \\| b |\n| 2024 | `a|b` |",
        "Một dòng | có gạch đứng.",
        "```\n| a | b |\n| c | d |\n```",
    ),
)


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each row that loses cells, and on each table without its rule."""
    if "|" not in document.front.body:
        return
    seen = survey.scan(document)
    before = None
    for table in rows_in(seen.text_lines):
        line, first = seen.first_line + table.start, table.rows[0]
        # What a blank line cut off from a table above is told as that (table-edges).
        after_table, before = before, table.start + len(table.rows) if table.ruled else None
        if not table.ruled:
            meant = table.barred or (table.even and all(" | " in row for row in table.rows))
            if len(table.rows) > 1 and meant and not _follows(after_table, table, seen.text_lines):
                yield _unruled(line, first)
            continue
        width = cells(first)
        if cells(table.rows[1]) != width:
            yield _misruled(line + 1, first, table.rows[1])
            continue
        for below, row in enumerate(table.rows[2:], 2):
            if cells(row) > width:
                yield _too_wide(line + below, row, width)


def _follows(end: int | None, table: Rows, lines: Sequence[str]) -> bool:
    """Whether only blank lines stand between the table that ended at `end` and this one."""
    return end is not None and not any(line.strip() for line in lines[end : table.start])


def _too_wide(line: int, row: str, width: int) -> Remark:
    message = Saying(
        f"Dòng “{row.strip()[:50]}” có {cells(row)} ô, bảng chỉ có {width} cột; ô thừa sẽ mất",
        f"The row “{row.strip()[:50]}” has {cells(row)} cells, the table {width} columns; the rest"
        " would be lost",
    )
    mend = Saying(
        "bỏ ô thừa, hoặc thêm cột vào dòng đầu và dòng kẻ",
        "remove a cell, or add a column to the first row and the rule",
    )
    return Remark(line, 1, message, mend)


def _unruled(line: int, row: str) -> Remark:
    rule = "|" + "---|" * cells(row)
    message = Saying(
        "Bảng thiếu dòng kẻ dưới dòng đầu nên thành một đoạn chữ",
        "The table has no rule below its first row, so that it becomes a paragraph",
    )
    mend = Saying(f"thêm dòng {rule}", f"add the line {rule}")
    return Remark(line, 1, message, mend, severity=Severity.WARNING)


def _misruled(line: int, first: str, rule: str) -> Remark:
    message = Saying(
        f"Dòng kẻ có {cells(rule)} cột, dòng đầu của bảng có {cells(first)}; cả bảng in ra thành một"
        " đoạn",
        f"The rule has {cells(rule)} columns, the first row {cells(first)}; all of it becomes a"
        " paragraph",
    )
    better = "|" + "---|" * cells(first)
    mend = Saying(f"viết {better}", f"write {better}")
    return Remark(line, 1, message, mend, severity=Severity.WARNING)
