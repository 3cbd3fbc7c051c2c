"""Lines that stand as headings and are none: bold text, `I. …`, a list of one item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity

RULE = Rule(
    title="Đề mục viết như đoạn văn",
    english="Headings written as paragraphs",
    why="Dòng in đậm, dòng “I. …”, “1. …” đứng riêng trông như đề mục nhưng không phải đề mục: trình"
    " đọc màn hình không nhảy tới được, và chương trình không biết số liệu bên dưới thuộc phần nào."
    " Viết “## ” ở đầu dòng, “### ” cho phần nhỏ hơn. Bài chưa có đề mục nào thì `niengiam check"
    " --fix` viết giúp.",
    severity=Severity.WARNING,
    bad=(
        "**Đào tạo, bồi dưỡng**\n\nNăm 2023, trường mở 45 lớp.",
        "I. ĐÀO TẠO\n\nNăm 2023, trường mở 45 lớp.\n\nII. THI ĐUA\n\nMười giấy khen.",
        "1. Đào tạo\n\nTrường mở 45 lớp.\n\n2. Thi đua\n\nMười giấy khen.",
        "**I. KẾT QUẢ**\n\n**1. Đào tạo:**\n\nTrường mở 45 lớp.",
    ),
    good=(
        "## Đào tạo, bồi dưỡng\n\nNăm 2023, trường mở 45 lớp.",
        "**Trường mở 45 lớp trong năm.**\n\nSố học viên là 3.120.",
        "Hết bài.\n\n**Nguyễn Văn An**\n\nẢnh: Ban Biên tập",
        "Các bước:\n\n1. Một\n\n2. Hai\n\nXong.",
        "1. Một\n2. Hai\n\nXong.\n\n1. Một\n\n    viết tiếp\n\n2. Hai",
        "> **Lời dẫn**\n\nĐoạn.",
        "**Ban Biên tập**",
    ),
)

_MOST = 100
"""Signs of a heading: a longer line is a paragraph."""
_BOLD = re.compile(r"(?P<b>\*\*|__)(?! )(?P<text>(?:(?!\*\*|__).)+)(?P=b)\s*")
_ROMAN = re.compile(r"(?P<text>[IVX]{1,5}[./)] +\S.*)")
_NUMBER = re.compile(r"(?P<text>(?P<number>\d{1,2})\. +\S.*)")
_ANY = re.compile(r"(?:\*\*|__|[IVX]{1,5}[./)] |\d{1,2}\. )")
_BELOW = re.compile(rf"\n{_ANY.pattern}")
#: How a sentence or an item of a list ends, and a heading does not.
_ENDS = (".", ";", ",", "!", "?", "…")


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """One remark on the first of them."""
    seen = survey.scan(document)
    if not (_ANY.match(seen.uncoded) or _BELOW.search(seen.uncoded)):
        return
    found = _headings(seen.text_lines)
    if not found:
        return
    number, text = found[0]
    rest = f" và {len(found) - 1} dòng nữa" if found[1:] else ""
    others = f" and {len(found) - 1} more" if found[1:] else ""
    message = Saying(
        f"“{text[:60]}”{rest} đứng như đề mục mà không phải đề mục",
        f"“{text[:60]}”{others} stand as headings and are none",
    )
    mend = Saying(
        f"viết “## {text[:60]}”, dùng ### cho phần nhỏ hơn",
        f"write “## {text[:60]}”, ### for a smaller part",
    )
    yield Remark(seen.first_line + number, 1, message, mend)


def _headings(lines: Sequence[str]) -> list[tuple[int, str]]:
    """Numbers, from 0, and words of lines that stand alone as headings, with text below."""
    alone = [n for n in range(len(lines)) if _stands_alone(lines, n)]
    bold = {n: text for n in alone if (text := _bold_or_roman(lines[n].rstrip()))}
    items = {n: m for n in alone if n not in bold and (m := _lone_item(lines, n))}
    numbers = [int(match["number"]) for match in items.values()]
    if len(numbers) > 1 and numbers[:2] == [1, 2]:
        bold |= {n: match["text"].rstrip() for n, match in items.items()}
    last = max((n for n, line in enumerate(lines) if line.strip() and n not in bold), default=-1)
    return sorted((n, text) for n, text in bold.items() if n < last)


def _stands_alone(lines: Sequence[str], number: int) -> bool:
    line = lines[number]
    around = (*lines[max(number - 1, 0) : number], *lines[number + 1 : number + 2])
    short = 0 < len(line.rstrip()) <= _MOST and _ANY.match(line) is not None
    return short and not any(one.strip() and not one.startswith("#") for one in around)


def _bold_or_roman(line: str) -> str:
    """The words of the heading, empty where it is none: a sentence, a name, a credit."""
    match = _BOLD.fullmatch(line) or _ROMAN.fullmatch(line)
    text = match["text"].strip() if match else ""
    inside = text.removesuffix(":")
    if inside.endswith(_ENDS) or ":" in inside or _is_name(inside):
        return ""
    return inside


def _is_name(text: str) -> bool:
    """Whether it may be whoever signs: a few words, each with a capital, not all capitals."""
    words = text.split()
    return 1 < len(words) < 6 and not text.isupper() and all(word[0].isupper() for word in words)


def _lone_item(lines: Sequence[str], number: int) -> re.Match[str] | None:
    """An item that no other follows and that has no text of its own below."""
    match = _NUMBER.fullmatch(lines[number].rstrip())
    below = next((line for line in lines[number + 1 :] if line.strip()), "")
    if not match or match["text"].rstrip().endswith((*_ENDS, ":")):
        return None
    return None if not below or below[:1].isspace() or _NUMBER.match(below) else match


def fix(text: str, document: Document, survey: Survey) -> str:
    """Marks of headings before them, in a document that has no heading yet."""
    seen = survey.scan(document)
    if seen.headings:
        return text
    found = _headings(seen.text_lines)
    lines = text.split("\n")
    parts = any(_ROMAN.match(words) for _, words in found)
    for number, words in found:
        at = seen.first_line + number - 1
        end = "\r" if lines[at].endswith("\r") else ""
        level = "###" if parts and not _ROMAN.match(words) else "##"
        lines[at] = f"{level} {words}{end}"
    return "\n".join(lines)
