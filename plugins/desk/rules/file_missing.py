"""Pictures and attachments that are not there; the same words as when the page is built."""

from __future__ import annotations

from collections.abc import Iterator

from desk.link_scan import Link
from desk.links import Target, names_host, target_of
from desk.rule import Remark, Rule, Survey
from desk.site import Document
from pictures.model import Refusal

RULE = Rule(
    title="Không có ảnh hoặc tệp đính kèm",
    english="A picture or attachment is missing",
    why="Tệp phải nằm trong thư mục nội dung (thường là hinh-anh/), đúng tên, cả chữ hoa chữ"
    " thường. Viết {static}/hinh-anh/2023/ten-anh.jpg.",
    bad=(
        "![ảnh hội nghị]({static}/images/khong-co.png)",
        "[x]({static}../../secret.txt)",
        "[báo cáo](bao-cao.pdf)",
        {"a.md": "Tiêu đề: Một\nNgày: 01/01/2023\nẢnh: /hinh-anh/khong-co.jpg\n\nx"},
    ),
    good=("[báo cáo](https://example.edu.vn/bao-cao.pdf)",),
)


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each file that readers could not get."""
    for link in survey.scan(document).links:
        target = target_of(link.address)
        if _is_file(link, target):
            yield from _look(link.address, link.line, link.column, document, survey)
    image = document.front.values.get("image")
    if isinstance(image, str) and target_of(image).sort != "outside":
        line, column = document.front.lines["image"], document.front.columns["image"]
        yield from _look(image, line, column, document, survey)


def _is_file(link: Link, target: Target) -> bool:
    if link.is_image:
        return target.sort in ("file", "absolute", "relative")
    if names_host(link.address) or "@" in link.address:
        return False
    name = target.path.partition("?")[0].rpartition("/")[2].lower()
    return target.sort == "file" or (target.sort == "relative" and "." in name)


def _look(
    address: str, line: int, column: int, document: Document, survey: Survey
) -> Iterator[Remark]:
    found = survey.file(address, document)
    if isinstance(found, Refusal):
        yield Remark(line, column, found.message, found.mend, rule=found.rule)
