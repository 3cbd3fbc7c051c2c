"""The head's picture without words for those who do not see it."""

from __future__ import annotations

from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity

RULE = Rule(
    title="Ảnh đại diện thiếu lời mô tả",
    english="The head's picture lacks a description",
    why="Ảnh ghi ở phần đầu bài hiện lớn ở đầu trang. Người dùng máy đọc màn hình chỉ biết có gì"
    " trong ảnh nhờ dòng Mô tả ảnh.",
    severity=Severity.WARNING,
    bad=(
        {
            "a.md": "Tiêu đề: Một\nNgày: 01/01/2023\nẢnh: /hinh-anh/a.png\n\nx",
            "hinh-anh/a.png": "x",
        },
    ),
    good=(
        {
            "a.md": "Tiêu đề: Một\nNgày: 01/01/2023\nẢnh: /hinh-anh/a.png\n"
            "Mô tả ảnh: Đại biểu ngồi kín hội trường\n\nx",
            "hinh-anh/a.png": "x",
        },
    ),
)


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark where a picture is named and not described."""
    front = document.front
    if "image" in front.values and not front.values.get("image_alt"):
        message = Saying(
            "Ảnh đại diện chưa có lời mô tả", "The picture of the head has no description"
        )
        mend = Saying(
            "thêm một dòng “Mô tả ảnh: …” nói điều nhìn thấy trong ảnh",
            "add a line “Image alt: …” that says what is seen in it",
        )
        yield Remark(front.lines["image"], front.columns["image"], message, mend)
