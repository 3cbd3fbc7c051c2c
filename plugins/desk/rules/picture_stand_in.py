"""The grey picture that `niengiam import` put in for one that the old site did not give."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desk.links import target_of
from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity
from legacy_import.stand_in import MARK, MOST_BYTES
from pictures.model import Refusal

RULE = Rule(
    title="Ảnh thế chỗ khi nhập bài",
    english="A picture that stands in for a missing one",
    why="Bản lưu của trang cũ không có ảnh này, nên lệnh nhập bài đặt một khung xám cùng tên vào"
    " chỗ của nó. Chép ảnh thật đè lên tệp ấy, hoặc bỏ ảnh khỏi bài.",
    severity=Severity.WARNING,
    bad=(
        {
            "a.md": "Tiêu đề: Một\nNgày: 01/01/2023\n\n![x]({static}/hinh-anh/a.jpg)",
            "hinh-anh/a.jpg": f"x{MARK}x",
        },
        {
            "a.md": "Tiêu đề: Một\nNgày: 01/01/2023\nẢnh: /hinh-anh/a.jpg\n\nx",
            "hinh-anh/a.jpg": MARK,
        },
    ),
    good=(
        {
            "a.md": "Tiêu đề: Một\nNgày: 01/01/2023\n\n![x]({static}/hinh-anh/a.jpg)",
            "hinh-anh/a.jpg": "x",
        },
    ),
)


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each such picture."""
    named = [
        (link.address, link.line, link.column)
        for link in survey.scan(document).links
        if link.is_image
    ]
    image = document.front.values.get("image")
    if isinstance(image, str):
        named.append((image, document.front.lines["image"], document.front.columns["image"]))
    for address, line, column in named:
        if target_of(address).sort not in ("file", "absolute", "relative"):
            continue
        found = survey.file(address, document)
        if not isinstance(found, Refusal) and survey.seen(_stands_in, found):
            message = Saying(
                f"“{address}” là khung xám thế chỗ cho ảnh mà bản lưu của trang cũ không có",
                f"“{address}” is a grey frame in the place of a picture that the old site did not"
                " give",
            )
            mend = Saying(
                f"chép ảnh thật đè lên {found.name}, hoặc bỏ ảnh khỏi bài",
                f"copy the true picture over {found.name}, or remove it from the article",
            )
            yield Remark(line, column, message, mend)


def _stands_in(picture: Path) -> bool:
    try:
        if picture.stat().st_size > MOST_BYTES:
            return False
        return MARK.encode() in picture.read_bytes()
    except OSError:
        return False
