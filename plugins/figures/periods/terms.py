"""In which years the terms of Vietnamese bodies begin, for those told without years (guideline section 5).

Congresses of one organisation, from the commune to the country, fall in one year or the two around
it: the Party 2020 and 2025, people's councils and women's unions 2016 and 2021, and so on.
"""

from __future__ import annotations

import re
from functools import lru_cache

LENGTH = 5
"""Years of a term."""
_PARTY = 0
_BEGINNINGS = {
    "phụ nữ": 1,
    "lhpn": 1,
    "hội đồng nhân dân": 1,
    "hđnd": 1,
    "đoàn thanh niên": 2,
    "đoàn tncs": 2,
    "tỉnh đoàn": 2,
    "huyện đoàn": 2,
    "thành đoàn": 2,
    "cựu chiến binh": 2,
    "ccb": 2,
    "nông dân": 3,
    "công đoàn": 3,
    "liên đoàn lao động": 3,
    "lđlđ": 3,
    "mặt trận tổ quốc": 4,
    "mttq": 4,
}
"""The year in which a term of each begins, by what it leaves when divided by five."""
_BODY = re.compile(rf"(?<!\w)(?:{'|'.join(_BEGINNINGS)})(?!\w)")


def beginning(year: int, told: str, document: str) -> int:
    """The first year of the term in which `year` lies, of the body that most is told of.

    `told` is the title and the institution in lower case, which decide before the text does.
    """
    return year - (year - _left(told, document)) % LENGTH


@lru_cache(maxsize=4)
def _left(told: str, document: str) -> int:
    """What the years leave in which terms of that body begin; terms are told many times in a document."""
    for text in (told, document):
        named = {_BEGINNINGS[body] for body in _BODY.findall(text)}
        if len(named) == 1:
            return named.pop()
    return _PARTY
