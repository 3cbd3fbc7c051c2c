"""HTML in the text beyond what an article needs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
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
        "# Đề mục {: onclick=alert(1) }",
        "*đậm*{style='color: red'}",
        '[x](https://example.edu.vn/){: #a href="https://example.com/" }',
    ),
    good=(
        "H<sub>2</sub>O, <b>đậm</b>",
        '<div class="ghi-chu" markdown="1">x</div>',
        "`<script>` và 3 < 5 và <https://example.edu.vn/>",
        "<!-- <script> ghi chú -->",
        '<a href="https://example.edu.vn/" rel="nofollow">x</a>',
        "## Kết quả {#ket-qua .noi-bat}\n\n*từ*{: lang=en } và {x = 1}",
        '[50 đề tài]{cấp="cấp trường" kỳ="2023"}',
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
#: A list of attributes behind a word or heading, `{: lang=en }`, may not lead elsewhere.
_LEADING = frozenset(("href", "src", "poster", "cite", "srclang"))
#: Refused also where the colon is missing: such braces may be anything else.
_HARMFUL = re.compile(
    r"on\w+|style|srcdoc|srcset|(?:form)?action|target|ping|data|background|xlink:href", re.ASCII
)
_MARK = re.compile(r"\]\{(?!:)[^{}]*\}")
_BRACES = re.compile(r"\{.*\}")
_LIST = re.compile(r"\{:[^{}]*")
_NAME = re.compile(r"(?<![\w\-\"'])(?P<name>[A-Za-z_:@][\w:.\-]*)\s*=", re.ASCII)


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each tag or attribute that is not allowed."""
    seen = survey.scan(document)
    for tag in seen.tags:
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
        for name, _ in tag.attributes:
            if not _is_allowed(name):
                message = Saying(
                    f"Thuộc tính “{name}” của thẻ <{tag.name}> không được dùng",
                    f"The attribute “{name}” of the tag <{tag.name}> must not be used",
                )
                yield Remark(tag.line, tag.column, message, _removing(name))
    if "{" in seen.text:
        for number, line in seen.numbered_prose():
            for name, column in _listed(line):
                message = Saying(
                    f"Thuộc tính “{name}” trong {{ }} không được dùng",
                    f"The attribute “{name}” in {{ }} must not be used",
                )
                yield Remark(number, column, message, _removing(name))


def _is_allowed(name: str) -> bool:
    return name in ATTRIBUTES or name.startswith(("data-", "aria-"))


def _removing(name: str) -> Saying:
    return Saying(f"bỏ {name}=…", f"remove {name}=…")


def _listed(line: str) -> Iterator[tuple[str, int]]:
    """Refused names in lists of attributes of a line, each with its column."""
    plain = _MARK.sub(lambda mark: " " * len(mark[0]), line)
    braces = _BRACES.search(plain)
    if not braces:
        return
    lists = [match.span() for match in _LIST.finditer(plain)]
    for match in _NAME.finditer(plain, *braces.span()):
        name, at = match["name"].lower(), match.start()
        listed = any(start < at < end for start, end in lists)
        allowed = _is_allowed(name) and name not in _LEADING
        if _HARMFUL.fullmatch(name) or (listed and not allowed):
            yield name, at + 1
