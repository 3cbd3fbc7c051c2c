"""Markers such as `{tapTin}` that nothing follows."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from desk.links import MARKERS, target_of
from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying

RULE = Rule(
    title="Dấu { } lạ trong liên kết",
    english="An unknown marker in a link",
    why="Chương trình chỉ hiểu {filename} (bài khác), {static} và {attach} (ảnh, tệp đính kèm),"
    " {so-lieu} (trang số liệu), {index} (trang chủ). Dấu khác sẽ ra thành liên kết hỏng.",
    bad=("[x]({tapTin}x.md)", "![x]({file}/hinh-anh/x.png)", "[x]({tag}hoi-nghi)"),
    good=("[x]({filename}bai.md)", "[x]({so-lieu})", "[trang chủ]({index})"),
)


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each link that begins with an unknown marker."""
    for link in survey.scan(document).links:
        target = target_of(link.address)
        if target.sort == "unknown":
            near = get_close_matches(target.marker, MARKERS, 1)
            mend = (
                Saying(f"có phải {{{near[0]}}}?", f"is it {{{near[0]}}}?")
                if near
                else Saying(
                    "dùng {filename}, {static} hoặc {so-lieu}",
                    "use {filename}, {static} or {so-lieu}",
                )
            )
            message = Saying(
                f"Không hiểu dấu {{{target.marker}}} trong liên kết",
                f"Nothing is known of {{{target.marker}}} in a link",
            )
            yield Remark(link.line, link.column, message, mend)
