"""Sentences of Vietnamese prose, as spans."""

from __future__ import annotations

import re

_BREAK = re.compile(r"[.!?…\n](?:(?<=\n)\s*|(?<!\n)[.!?…]*[”\"’')\]]*(?=\s|$))")
"""It begins with one set of characters, so that the search passes quickly over all others."""
_LONGEST = 1000
"""Longer sentences are cut: no reader follows them, and rules may look at a whole sentence."""
_CUT = re.compile(r"[;,]\s|\s")
_VISIBLE = re.compile(r"\S")
_SHORT = re.compile(
    r"(?:^|[\s(])(?:[A-ZĐ]|TP|Tp|TX|Ths|ThS|TS|Ts|PGS|GS|BS|KS|CN|Nxb|NXB|tr|St|Dr|Mr|Th\.S|v\.v|vv)$"
)
_SHORT_ENDS = frozenset("ABCDĐEFGHIJKLMNOPQRSTUVWXYZpsbrtv")
"""The last letters of these; most full stops stand behind another."""
_ITEM = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ])")
"""What numbers an item that goes on behind its full stop: 1.2. Khu vực doanh nghiệp: 25."""
_MARK = 12
"""As many characters may stand before that full stop."""
_NUMBERED = ("quý ", "quí ", "học kỳ ", " kỳ ", "hạng ", "loại ")
"""Before "I", which then is a number at the end of a sentence: so với quý I."""
_LETTERED = ("giải ", "loại ", "hạng ", "bảng ", "khối ")
"""Before another letter, which then is a name at the end of a sentence: trao 9 giải C."""
_LABEL = re.compile(r"\s*[^\W\d][^\n,.;:!?]{2,50}:\s")
"""How a line begins that has a label."""
_SENTENCE_END = '.!?…:;”"'


def sentences(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the sentences of `text`, white space trimmed, none empty.

    A full stop ends a sentence unless it belongs to a number, an abbreviation
    or the lower-case word that follows shows that the sentence goes on. A line
    break ends one only where the line looks finished. A longer sentence than a
    thousand characters is cut at the next comma or space.
    """
    spans: list[tuple[int, int]] = []
    begin = 0
    for match in _BREAK.finditer(text):
        if _ends(text, begin, match):
            _append(spans, text, begin, match.end())
            begin = match.end()
    _append(spans, text, begin, len(text))
    return spans


def _append(spans: list[tuple[int, int]], text: str, begin: int, end: int) -> None:
    """Adds the span from `begin` to `end`, trimmed, in pieces of bearable length."""
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    while end - begin > _LONGEST:
        latest = min(begin + 2 * _LONGEST, end)
        cut = _CUT.search(text, begin + _LONGEST, latest)
        if cut is None and latest == end:
            break
        stop = cut.end() if cut else latest
        spans.append((begin, stop))
        begin = stop
    if end > begin:
        spans.append((begin, end))


def _ends(text: str, begin: int, match: re.Match[str]) -> bool:
    at, end = match.span()
    follower = _next_visible(text, end)
    if text[at] == "\n":
        return _line_ends(text, begin, at, end, follower)
    if follower == "" or follower.islower():
        return follower == ""
    if end - at > 1 or text[at] != ".":
        return True
    if at - begin < _MARK and _ITEM.fullmatch(text, begin, at):
        return False
    last = text[at - 1 : at]
    if last in _SHORT_ENDS and _SHORT.search(text, max(begin, at - 6), at):
        named = _NUMBERED if last == "I" else _LETTERED
        return text[max(begin, at - 6) : at - 1].lower().endswith(named)
    return not (last.isdigit() and text[end] == "\n" and follower.isdigit())


def _line_ends(text: str, begin: int, at: int, end: int, follower: str) -> bool:
    """Whether a line break ends the sentence rather than wraps it."""
    if follower == "" or "\n" in text[at + 1 : end] or follower in "-–•*+|":
        return True
    line_begin = max(begin, text.rfind("\n", 0, at) + 1)
    line = text[line_begin:at].rstrip()
    if line and line[-1] in ".," and line[-2:-1].isdigit() and follower.isdigit():
        return False
    if not line or line[-1] in _SENTENCE_END:
        return True
    if line[-1] == ",":
        return False
    return follower.isupper() and (len(line) < 60 or _LABEL.match(text, at) is not None)


def _next_visible(text: str, at: int) -> str:
    """The next character that is no white space; empty at the end."""
    for char in text[at : at + 2]:
        if not char.isspace():
            return char
    rest = _VISIBLE.search(text, at)
    return rest[0] if rest else ""
