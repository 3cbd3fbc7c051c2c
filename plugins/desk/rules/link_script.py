"""Links that run a script or open a local file."""

from __future__ import annotations

from collections.abc import Iterator

from desk.links import target_of
from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying

RULE = Rule(
    title="Liên kết chạy mã lệnh",
    english="A link that runs a script",
    why="Địa chỉ javascript:, vbscript:, data: chạy mã trong trình duyệt của người đọc;"
    " file: chỉ mở được trên máy của người viết.",
    bad=(
        "[x](javascript:alert(1))",
        "[x]( JavaScript:alert)",
        "[x](data:text/html,x)",
        "[x](file:///C:/a.doc)",
        '<a href="java&#115;cript:alert(1)">x</a>',
    ),
    good=("[x](https://example.edu.vn/javascript:1)", "[thư](mailto:a@example.edu.vn)"),
)


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each such link, in Markdown or HTML."""
    seen = survey.scan(document)
    # A picture pasted into the text is told as what it is (picture-remote).
    links = [link for link in seen.links if not (link.is_image and _is_pasted(link.address))]
    places = [(link.address, link.line, link.column) for link in links]
    for tag in seen.tags:
        for name, value in tag.attributes:
            if name in ("href", "src", "action", "formaction", "poster", "data", "xlink:href"):
                places.append((value, tag.line, tag.column))
    for address, line, column in places:
        if target_of(address).sort == "script":
            message = Saying(
                f"Địa chỉ “{address[:60]}” không được dùng",
                f"The address “{address[:60]}” must not be used",
            )
            mend = Saying(
                "viết địa chỉ https://… hoặc bỏ liên kết",
                "write an address https://… or remove the link",
            )
            yield Remark(line, column, message, mend)


def _is_pasted(address: str) -> bool:
    return address.lower().startswith("data:image/")
