"""An original picture that is very large."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desk.links import target_of
from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity
from pictures.model import Refusal

RULE = Rule(
    title="Ảnh gốc rất nặng",
    english="An original picture is very large",
    why="Trang chỉ đăng bản thu nhỏ, nhưng ảnh gốc quá nặng làm kho bài phình to và dựng trang"
    " chậm. Thu ảnh còn khoảng 2.000 điểm chiều rộng trước khi chép vào hinh-anh/.",
    severity=Severity.WARNING,
    bad=(
        {
            "a.md": "Tiêu đề: Một\nNgày: 01/01/2023\n\n![x]({static}/hinh-anh/to.jpg)",
            "hinh-anh/to.jpg": "x" * 8_000_001,
        },
    ),
    good=(
        {
            "a.md": "Tiêu đề: Một\nNgày: 01/01/2023\n\n![x]({static}/hinh-anh/nho.jpg)",
            "hinh-anh/nho.jpg": "x",
        },
    ),
)

LIMIT = 8_000_000


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each picture of more than 8 MB."""
    for link in survey.scan(document).links:
        if link.is_image and target_of(link.address).sort in ("file", "absolute", "relative"):
            found = survey.file(link.address, document)
            if not isinstance(found, Refusal) and (size := survey.seen(_size, found)) > LIMIT:
                megabytes = size // 1_000_000
                message = Saying(
                    f"Ảnh “{link.address}” nặng {megabytes} MB",
                    f"The picture “{link.address}” has {megabytes} MB",
                )
                mend = Saying("thu nhỏ ảnh trước khi đăng", "make it smaller before publishing")
                yield Remark(link.line, link.column, message, mend)


def _size(picture: Path) -> int:
    return picture.stat().st_size
