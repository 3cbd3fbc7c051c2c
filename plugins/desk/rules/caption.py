"""A caption without credit, or said twice."""

from __future__ import annotations

from collections.abc import Iterator

from desk.link_scan import Link
from desk.rule import Remark, Rule, Survey
from desk.scan import Scan
from desk.site import Document
from findings import Saying, Severity
from pictures.caption import split_caption
from vntext.fold import fold

RULE = Rule(
    title="Chú thích ảnh thiếu nguồn, hoặc viết hai lần",
    english="A caption has no credit, or is said twice",
    why='Ảnh báo chí ghi người chụp: ![mô tả](ảnh "Chú thích. Ảnh: Nguyễn Văn A"). Chú thích đã'
    " nằm trong ngoặc kép thì không gõ lại thành một đoạn ngay dưới ảnh.",
    severity=Severity.WARNING,
    bad=(
        '![Hội trường](https://example.edu.vn/a.jpg "Quang cảnh hội nghị.")',
        '![Hội trường](https://example.edu.vn/a.jpg "Quang cảnh. Ảnh: An")\n\n*Quang cảnh*\n\nBài.',
    ),
    good=(
        '![Hội trường](https://example.edu.vn/a.jpg "Quang cảnh hội nghị. Ảnh: Nguyễn Văn An")',
        "![Hội trường](https://example.edu.vn/a.jpg)\n\nBài.",
    ),
)


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each such picture."""
    seen = survey.scan(document)
    for link in seen.links:
        if not link.is_image or not link.title:
            continue
        if not split_caption(link.title).credit:
            message = Saying(
                f"Chú thích “{link.title[:60]}” không ghi người chụp hoặc nguồn",
                f"The caption “{link.title[:60]}” names no photographer or source",
            )
            mend = Saying("thêm “Ảnh: …” vào cuối chú thích", "end the caption with “Ảnh: …”")
            yield Remark(link.line, link.column, message, mend)
        again = _said_again(link, seen)
        if again:
            message = Saying(
                f"Chú thích “{link.title[:60]}” được viết lại thành một đoạn văn",
                f"The caption “{link.title[:60]}” is said again as a paragraph",
            )
            yield Remark(again, 1, message, Saying("bỏ đoạn này", "remove this paragraph"))


def _said_again(link: Link, seen: Scan) -> int | None:
    """The line of the next paragraph if it says the caption again."""
    for number in range(link.line - seen.first_line + 1, len(seen.lines)):
        words = _plain(seen.lines[number])
        if words:
            captions = (_plain(link.title), _plain(split_caption(link.title).text))
            return seen.first_line + number if words in captions else None
    return None


def _plain(text: str) -> str:
    return fold(text).strip(" *_().:\r")
