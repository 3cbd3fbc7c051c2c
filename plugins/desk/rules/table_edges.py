"""Lines of text that run into a table, and blank lines that cut one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from desk.table_scan import Rows, rows_in
from findings import Saying, Severity

RULE = Rule(
    title="Bảng dính chữ hoặc bị dòng trống cắt",
    english="A table runs into the text, or is cut by a blank line",
    why="Trên và dưới bảng phải có một dòng trống. Chữ dính phía trên thì cả bảng in ra thành một"
    " đoạn; chữ dính phía dưới thì thành một hàng của bảng. Dòng trống ở giữa thì các hàng sau rơi"
    " ra ngoài. `niengiam check --fix` thêm dòng trống ở trên và dưới.",
    severity=Severity.WARNING,
    bad=(
        "Bảng sau:\n| Năm | Lớp |\n|---|---|\n| 2022 | 45 |",
        "| Năm | Lớp |\n|---|---|\n| 2022 | 45 |\nNguồn: Phòng Đào tạo.",
        "| Năm | Lớp |\n|---|---|\n\n| 2022 | 45 |",
    ),
    good=(
        "Bảng sau:\n\n| Năm | Lớp |\n|---|---|\n| 2022 | 45 |\n\nNguồn: Phòng Đào tạo.",
        "## Đề mục\n| Năm | Lớp |\n|---|---|\n| 2022 | 45 |",
        '::: số liệu kỳ="2022"\n| Lớp | Số |\n|---|---|\n| A | 45 |\n:::',
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n| c | d |\n|---|---|\n| 3 | 4 |",
    ),
)

#: Lines beside which a table may stand, or that are no plain text.
_OTHER = re.compile(r"\s*$|[#:<{]|\[\^?[^\]]*\]:")


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each such edge."""
    if "|" not in document.front.body:
        return
    seen = survey.scan(document)
    lines = seen.text_lines
    for above, below in _edges(lines):
        place = above if above is not None else below
        assert place is not None
        message = (
            Saying(
                "Dòng chữ phía trên dính vào bảng nên bảng in ra thành một đoạn",
                "The line above runs into the table, which becomes a paragraph",
            )
            if above is not None
            else Saying(
                f"“{lines[place].strip()[:40]}” dính vào bảng nên thành một hàng của bảng",
                f"“{lines[place].strip()[:40]}” runs into the table and becomes one of its rows",
            )
        )
        mend = Saying("thêm một dòng trống", "put a blank line between them")
        yield Remark(seen.first_line + place, 1, message, mend)
    for place in _cut(lines):
        message = Saying(
            "Dòng trống phía trên cắt hàng này khỏi bảng",
            "The blank line above cuts this row off from its table",
        )
        yield Remark(
            seen.first_line + place, 1, message, Saying("bỏ dòng trống", "remove the blank line")
        )


def _edges(lines: tuple[str, ...]) -> Iterator[tuple[int | None, int | None]]:
    """First lines of tables with text right above, and lines of text right below tables."""
    for table in rows_in(lines):
        if not table.ruled:
            continue
        if table.start and not _OTHER.match(lines[table.start - 1]):
            yield table.start, None
        elif table.end < len(lines) and not _OTHER.match(lines[table.end]):
            yield None, table.end


def _cut(lines: tuple[str, ...]) -> Iterator[int]:
    """Rows that a blank line parts from the table above."""
    before: Rows | None = None
    for rows in rows_in(lines):
        if before and not rows.ruled and rows.barred:
            between = lines[before.end : rows.start]
            if between and not any(line.strip() for line in between):
                yield rows.start
                continue
        before = rows if rows.ruled else None


def fix(text: str, document: Document, survey: Survey) -> str:
    """A blank line between each table and the text beside it."""
    seen = survey.scan(document)
    lines = text.split("\n")
    for above, below in reversed(list(_edges(seen.text_lines))):
        place = above if above is not None else below
        assert place is not None
        at = seen.first_line + place - 1
        lines.insert(at, "\r" if lines[at].endswith("\r") else "")
    return "\n".join(lines)
