"""Where sentences begin and end in Vietnamese prose."""

from __future__ import annotations

import re
from functools import lru_cache

# What ends with a dot without ending a sentence: titles, places, initials.
_SHORT = re.compile(
    r"(?:\b(?:TS|ThS|GS|PGS|CN|BS|KS|TP|Tp|TT|Tr|tr|Q|P|H|ĐC|đ/c|Đ/c|v\.v|St|Mr|Mrs|Dr|No|Nxb|NXB)"
    r"|(?:^|[\s(.])[A-ZĐÂÊÔƠƯ]|(?:^|\s)\d{1,2})$"
)
_END = re.compile(r"[.!?…]+[”\"’')\]]*(?=\s)")
_OPENING = "“\"‘'(["


@lru_cache(maxsize=64)
def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Half-open spans of the sentences of `text`, without the spaces around them."""
    spans: list[tuple[int, int]] = []
    start = 0
    for stop in _END.finditer(text):
        after = text[stop.end() : stop.end() + 40].lstrip().lstrip(_OPENING)[:1]
        if not after or after.islower():
            continue
        if stop[0] == "." and _SHORT.search(text, max(start, stop.start() - 8), stop.start()):
            continue
        _add(spans, text, start, stop.end())
        start = stop.end()
    _add(spans, text, start, len(text))
    return tuple(spans)


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    stripped = text[start:end].strip()
    if stripped:
        begin = start + text[start:end].index(stripped)
        spans.append((begin, begin + len(stripped)))
