"""HTML in the text beyond what an article needs."""

from __future__ import annotations

from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.scan import Tag
from desk.site import Document
from findings import Saying

RULE = Rule(
    title="Thẻ HTML không được dùng",
    english="Raw HTML outside the allow-list",
    why="Bài viết chỉ cần Markdown và vài thẻ HTML đơn giản. Mã lệnh, khung nhúng và biểu mẫu"
    " đưa người đọc tới máy chủ khác hoặc làm hỏng trang. Muốn viết ra chính dấu < thì đặt"
    " trong `dấu huyền` hoặc viết &lt;.",
    bad=(
        "<script>alert(1)</script>",
        "<iframe src='https://example.edu.vn/'></iframe>",
        '<img src="a.png" alt="x" onerror="alert(1)">',
        '<p style="color: red">x</p>',
        "<font color=red>x</font>",
        '<a href="https://example.edu.vn/" target="_blank">x</a>',
    ),
    good=(
        "H<sub>2</sub>O, <b>đậm</b>",
        '<div class="ghi-chu" markdown="1">x</div>',
        "`<script>` và 3 < 5 và <https://example.edu.vn/>",
        "<!-- <script> ghi chú -->",
        '<a href="https://example.edu.vn/" rel="nofollow">x</a>',
    ),
)

_TAGS = (
    "a abbr b blockquote br caption cite code col colgroup data dd del details div dl dt em"
    " figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p picture pre q s section small"
    " source span strong sub summary sup table tbody td tfoot th thead time tr track u ul video"
    " audio wbr"
)
TAGS = frozenset(_TAGS.split())
_ATTRIBUTES = (
    "abbr alt cite class colspan controls datetime dir headers height href id kind label lang"
    " loading markdown open poster preload rel reversed role rowspan scope span src srclang start"
    " title type value width"
)
ATTRIBUTES = frozenset(_ATTRIBUTES.split())


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each tag or attribute that is not allowed."""
    for tag in survey.scan(document).tags:
        if tag.name not in TAGS:
            if not tag.closes:
                message = Saying(
                    f"Thẻ <{tag.name}> không được dùng", f"The tag <{tag.name}> must not be used"
                )
                mend = Saying(
                    "bỏ thẻ này, hoặc viết bằng Markdown", "remove it, or write it in Markdown"
                )
                yield Remark(tag.line, tag.column, message, mend)
            continue
        for name in _refused(tag):
            message = Saying(
                f"Thuộc tính “{name}” của thẻ <{tag.name}> không được dùng",
                f"The attribute “{name}” of the tag <{tag.name}> must not be used",
            )
            mend = Saying(f"bỏ {name}=…", f"remove {name}=…")
            yield Remark(tag.line, tag.column, message, mend)


def _refused(tag: Tag) -> list[str]:
    return [
        name
        for name, _ in tag.attributes
        if name not in ATTRIBUTES and not name.startswith(("data-", "aria-"))
    ]
