"""Code and comments of a body blanked out, so that every sign left keeps its line and column."""

from __future__ import annotations

import re
from bisect import bisect_right

from vntext.signs import holds

_FENCE = re.compile(r"^(`{3,}|~{3,})")
_TICKS = re.compile(r"(?<![\\`])(`+)(?!`)")
_NOT_BREAK = re.compile(r"[^\n]")


def blank(text: str) -> str:
    """As many spaces and line breaks as `text` has signs and line breaks."""
    return _NOT_BREAK.sub(" ", text) if "\n" in text else " " * len(text)


def blank_match(match: re.Match[str]) -> str:
    """`blank` of what was matched."""
    return blank(match[0])


def without_code(body: str) -> str:
    """`body` with fenced blocks and `code` blanked out."""
    if "`" not in body and not holds(body, "~~~"):
        return body
    lines = body.split("\n")
    last = {line.rstrip(" "): number for number, line in enumerate(lines)}
    fence = ""
    for number, line in enumerate(lines):
        mark = _FENCE.match(line)
        if fence:
            lines[number] = " " * len(line)
            if mark and line.rstrip(" ") == fence:
                fence = ""
        elif mark and last.get(mark[1], -1) > number:
            fence = mark[1]
            lines[number] = " " * len(line)
    return "\n\n".join(_without_ticks(part) for part in "\n".join(lines).split("\n\n"))


def _without_ticks(paragraph: str) -> str:
    """`paragraph` with spans between equal runs of backticks blanked out."""
    if "`" not in paragraph:
        return paragraph
    runs = [(match.start(), match.end()) for match in _TICKS.finditer(paragraph)]
    by_length: dict[int, list[int]] = {}
    for index, (start, end) in enumerate(runs):
        by_length.setdefault(end - start, []).append(index)
    pieces, position, index = [], 0, 0
    while index < len(runs):
        start, end = runs[index]
        alike = by_length[end - start]
        after = bisect_right(alike, index)
        if after == len(alike):
            index += 1
            continue
        stop = runs[alike[after]][1]
        pieces += [paragraph[position:start], blank(paragraph[start:stop])]
        position, index = stop, alike[after] + 1
    return "".join((*pieces, paragraph[position:]))


def without_comments(text: str) -> str:
    """`text` with closed HTML comments blanked out."""
    if "<" not in text:
        return text
    pieces, position = [], 0
    while (start := text.find("<!--", position)) >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            break
        pieces += [text[position:start], blank(text[start : end + 3])]
        position = end + 3
    return "".join((*pieces, text[position:]))
