"""Words of the outline that `niengiam new` wrote and nobody replaced."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from desk.new import TEMPLATES
from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity

RULE = Rule(
    title="Còn chữ của khung bài",
    english="Words of the outline are left",
    why="`niengiam new` viết sẵn lời nhắc trong bài mới, `niengiam start` trong các trang giới thiệu."
    " Lời nhắc chưa thay, mục chưa viết thì người đọc thấy nguyên như vậy. Bài viết dở nên đặt"
    " “Trạng thái: bản nháp”.",
    severity=Severity.WARNING,
    bad=(
        "Viết câu mở đầu ở đây: ai, làm gì, ở đâu, khi nào.",
        "Viết vài dòng giới thiệu cơ quan ở đây.",
        "Nghỉ lễ.\n\n- Thời gian:\n- Địa điểm: hội trường",
        "Mở đầu.\n\n## Đào tạo, bồi dưỡng\n\n## Thi đua, khen thưởng\n\nMười giấy khen.",
    ),
    good=(
        "Sáng nay, trường khai giảng.\n\n- Thời gian: 8 giờ",
        "## Đào tạo\n\n### Lớp dài hạn\n\nHai lớp.",
        {"a.md": "Tiêu đề: Một\nNgày: 01/01/2023\nTrạng thái: nháp\n\n- Thời gian:\n"},
    ),
)


@cache
def _prompts() -> frozenset[str]:
    """Lines of the outlines that are no headings; of pages those that ask for something."""
    data = files("desk").joinpath("data")
    outlines = (data.joinpath(f"{name}.md").read_text("utf-8") for name in TEMPLATES)
    bodies = (text.partition("\n---\n")[2] for text in outlines)
    prompts = {line for body in bodies for line in body.split("\n") if line[:1] not in ("", "#")}
    pages = (page.read_text("utf-8") for page in data.joinpath("trang").iterdir())
    asked = {line for page in pages for line in page.split("\n") if line.startswith("Viết ")}
    return frozenset(line.strip() for line in prompts | asked)


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each such line, and on each heading with nothing below it."""
    if document.status == "draft":
        return
    seen = survey.scan(document)
    prompts = _prompts()
    left = not prompts.isdisjoint(map(str.strip, seen.lines))
    for number, line in enumerate(seen.lines, seen.first_line) if left else ():
        if line.strip() in prompts:
            message = Saying(
                f"“{line.strip()}” là lời nhắc của khung bài", f"“{line.strip()}” is of the outline"
            )
            mend = Saying("viết thay vào, hoặc bỏ dòng này", "replace it, or remove the line")
            yield Remark(number, 1, message, mend)
    headings = seen.headings
    for number, heading in enumerate(headings):
        below = headings[number + 1] if number + 1 < len(headings) else None
        end = below.line if below else seen.first_line + len(seen.lines)
        inside = seen.lines[heading.line - seen.first_line + 1 : end - seen.first_line]
        deeper = below is not None and below.level > heading.level
        if not deeper and not any(line.strip(" \t=-\r") for line in inside):
            message = Saying(
                f"Dưới đề mục “{heading.text[:60]}” chưa có gì",
                f"There is nothing below the heading “{heading.text[:60]}”",
            )
            mend = Saying("viết phần này, hoặc bỏ đề mục", "write it, or remove the heading")
            yield Remark(heading.line, 1, message, mend)
