"""A tag that is opened and never closed, or closed and never opened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.scan import Tag
from desk.site import Document
from findings import Saying

RULE = Rule(
    title="Thẻ HTML mở mà không đóng, hoặc đóng mà không mở",
    english="A tag is opened and never closed, or closed and never opened",
    why="Thẻ lẻ làm vỡ phần còn lại của trang: chữ đậm đến hết bài, chân trang rơi vào giữa. Mỗi"
    " <div>, <b>… cần đúng một </div>, </b> phía sau.",
    bad=("<div>Một đoạn.", "Một đoạn.</div>", "Chữ <b>đậm\n\nđoạn sau.", "</section>\n\n<section>"),
    good=(
        "<div>Một đoạn.</div>",
        "Dòng một<br>dòng hai <img src='/hinh-anh/a.png' alt='x'>",
        "<ul><li>một<li>hai</ul>",
        "<details><summary>Xem</summary>Nội dung.</details>",
        '<span id="cho-nay"/>',
    ),
)

_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)
#: Browsers close these where they must.
_OPTIONAL = frozenset(
    [
        "p",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "colgroup",
        "caption",
        "option",
        "html",
        "body",
        "head",
    ]
)


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each tag without its partner."""
    tags = survey.scan(document).tags
    opened: dict[str, list[Tag]] = defaultdict(list)
    for tag in tags:
        if tag.name in _VOID or tag.name in _OPTIONAL or tag.is_whole:
            continue
        if not tag.closes:
            opened[tag.name].append(tag)
        elif opened[tag.name]:
            opened[tag.name].pop()
        else:
            message = Saying(
                f"Thẻ </{tag.name}> đóng mà không có thẻ mở",
                f"</{tag.name}> closes what never opened",
            )
            mend = Saying(f"bỏ </{tag.name}>", f"remove </{tag.name}>")
            yield Remark(tag.line, tag.column, message, mend)
    for left in opened.values():
        for tag in left:
            message = Saying(
                f"Thẻ <{tag.name}> mở mà không đóng", f"<{tag.name}> is opened and never closed"
            )
            mend = Saying(
                f"thêm </{tag.name}> ở chỗ kết thúc, hoặc bỏ thẻ",
                f"add </{tag.name}> where it ends, or remove it",
            )
            yield Remark(tag.line, tag.column, message, mend)
