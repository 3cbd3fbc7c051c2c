"""Short lines one below the other, which a page shows as one: verses, addressees, signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity

RULE = Rule(
    title="Các dòng ngắn nối thành một",
    english="Short lines run together",
    why="Xuống dòng trong tệp không xuống dòng trên trang: câu thơ, nơi gửi, chữ ký nối thành một"
    " dòng. Muốn xuống dòng thì thêm hai dấu cách ở cuối dòng, hoặc để một dòng trống."
    " `niengiam check --fix` thêm giúp.",
    severity=Severity.WARNING,
    bad=(
        "Dù ai nói ngả nói nghiêng\nLòng ta vẫn vững như kiềng ba chân",
        "Kính gửi:\nTrường Chính trị tỉnh\nTrung tâm Chính trị huyện",
        "Hết bài.\n\nTM. BAN BIÊN TẬP\nNguyễn Văn An",
    ),
    good=(
        "Dù ai nói ngả nói nghiêng  \nLòng ta vẫn vững như kiềng ba chân",
        "Thời gian: 20 giờ<br>\nĐịa điểm: hội trường",
        "Năm 2023, trường mở 45 lớp.\nSố học viên là 3.120.",
        "Năm 2023, nhà trường đã mở 45 lớp đào tạo, bồi dưỡng cho cán bộ\nTrung ương và địa phương.",
        "Trường mở 45 lớp\nvới 3.120 học viên.",
        "- Một\n- Hai\n  Ba\n\n    Bốn\n    Năm",
        "| A |\n|---|\n| B |",
        "Chỉ tiêu | 2022 | 2023\nLớp | 44 | 50",
        "Chỉ tiêu\t2022\t2023\nLớp\t44\t50",
        "![Ảnh](a.jpg)\n![Ảnh](b.jpg)",
        "Tên: lời giải\n: Nghĩa",
        "::: số liệu\nMở 45 lớp\n:::",
    ),
)

_MOST = 60
"""Signs of a short line: where lines are broken for the writer's eye they are longer."""
#: How a line of plain text begins that was meant to stand on its own.
_BEGINS = re.compile(r'["“‘(]?(?:[^\W\d_]|\d{1,4}(?![\d.)]))')
#: Such a line goes on in the next one on purpose, or ends a sentence: nothing is lost there.
_ENDS = (".", "!", "?", "…", "\\", "<br>", "<br/>", "<br />")
#: A paragraph that begins with such a line and goes on.
_TWO = re.compile(r"\n\n\S[^\n]{0,59}\n\S")


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on the first line of each such run."""
    seen = survey.scan(document)
    if not _TWO.search(f"\n\n{seen.uncoded.lstrip()}"):
        return
    for run in _runs(seen.text_lines):
        message = Saying(
            f"{len(run)} dòng từ “{seen.text_lines[run.start].strip()[:40]}” sẽ nối thành một dòng",
            f"{len(run)} lines from “{seen.text_lines[run.start].strip()[:40]}” on will be one line",
        )
        mend = Saying(
            "thêm hai dấu cách ở cuối mỗi dòng, hoặc một dòng trống ở giữa",
            "put two spaces at the end of each, or a blank line between them",
        )
        yield Remark(seen.first_line + run.start, 1, message, mend)


def _runs(lines: Sequence[str]) -> Iterator[range]:
    """Paragraphs of short lines alone, each but the last without a sentence's end."""
    start, fenced = 0, False
    for number, line in enumerate((*lines, "")):
        if line.strip():
            continue
        run, start = range(start, number), number + 1
        part = lines[run.start : run.stop]
        fenced ^= sum(one.startswith(":::") for one in part) % 2 == 1
        if len(part) > 1 and not fenced and _run_together(part):
            yield run


def _run_together(lines: Sequence[str]) -> bool:
    ends = any(one.rstrip("\r").endswith((*_ENDS, "  ")) for one in lines[:-1])
    return not ends and all(map(_is_short, lines))


def _is_short(line: str) -> bool:
    begins = _BEGINS.match(line)
    if not begins or len(line.rstrip()) > _MOST or "|" in line or "\t" in line:
        return False
    return not line[begins.end() - 1].islower()


def fix(text: str, document: Document, survey: Survey) -> str:
    """Two spaces at the end of each of the lines but the last."""
    seen = survey.scan(document)
    lines = text.split("\n")
    for run in _runs(seen.text_lines):
        for place in run[:-1]:
            at = seen.first_line + place - 1
            end = "\r" if lines[at].endswith("\r") else ""
            lines[at] = lines[at].rstrip() + "  " + end
    return "\n".join(lines)
