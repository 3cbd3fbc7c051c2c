"""What the headers of a cell say that its share or change is measured against: % so với KH.

Guideline R7.
"""

from __future__ import annotations

import re
from functools import lru_cache

from figures.model import Block
from vntext.unicode import spaced

_PLANS = r"kế hoạch|kh|dự toán|dt|chỉ tiêu|ct|mục tiêu|nghị quyết|thiết kế|định mức|hợp đồng"
_SAME_TIME = r"cùng kỳ|ck|năm trước|tháng trước|quý trước|năm học trước|kỳ trước"
_AGAINST = re.compile(
    rf"\bso(?: sánh)?(?: với)? (?P<said>(?!sánh\b|với\b)\S.*)"
    rf"|(?:/\s*(?=[^\W\d])|(?<=\d{{4}})/)(?P<over>(?:{_PLANS}|{_SAME_TIME}|(?:năm )?(?:19|20)\d\d)\b.*)"
    rf"|(?:%|tỷ lệ|đạt|hoàn thành) (?:thực hiện )?(?P<of>(?:{_PLANS}|{_SAME_TIME})\b.*)"
)
_ASIDE = re.compile(r"\s*(?:\([^()]*\)?|%)\s*|[\s:;,.*]+$")
"""No part of what is said: its unit, and signs at its end."""
_LEADS_TO_INNER = re.compile(r"\bso(?: sánh)? với(?: \(%\)?)?$")
"""Ends a header whose own columns say with what: Chỉ số giá so với (%) | Tháng 10/2022."""


def base_of(block: Block) -> str | None:
    """In lower case what its column, or else its row, says; None where they say nothing."""
    columns = block.column_headers
    for place, header in enumerate(columns[:-1]):
        if _LEADS_TO_INNER.search(_low(header)):
            return _low(columns[place + 1])
    told = map(_said, (*reversed(columns), block.row_header or ""))
    return next(filter(None, told), None)


@lru_cache(maxsize=1024)
def _said(header: str) -> str:
    found = _AGAINST.search(_low(header))
    if found is None:
        return ""
    words = found["said"] or found["over"] or found["of"]
    if found["said"] and "/" in words and (over := _AGAINST.search(words)):
        # So sánh TH/DT.
        words = over["over"] or words
    return _ASIDE.sub(" ", words).strip()


def _low(header: str) -> str:
    return " ".join(spaced(header).lower().split()).strip(" *:")
