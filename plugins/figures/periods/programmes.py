"""Stages that only belong to the name of a programme, plan or decision (guideline section 5)."""

from __future__ import annotations

from figures.periods.meanings import last_year
from figures.text import lexicon as lx
from figures.text.line import Line
from figures.text.marks import mark
from figures.text.mentions import Mention
from figures.text.tokens import CODE, NUMBER, PERIOD_TOKEN, SIGN, WORD, Token

_PROGRAMMES = ("đề án", "chương trình", "dự án", "tiểu dự án", "kế hoạch", "nghị quyết", "quyết định", "chiến lược", "quy hoạch", "phong trào", "cuộc vận động", "đề tài", "chỉ thị", "chính sách", "chuyên đề")  # fmt: skip
_NAMED = frozenset(_PROGRAMMES).union(
    phrase
    for phrase in lx.entries()
    if phrase.startswith(_PROGRAMMES) or (" " in phrase and phrase.endswith(_PROGRAMMES))
)
_NAMING = mark(_NAMED)
_REVIEWED = ("sau", "qua", "trải qua", "tổng kết", "sơ kết", "kết thúc", "kết quả", "nhìn lại", "đánh giá", "tình hình")  # fmt: skip
"""With these before it, what a programme brought over its whole stage is told."""
_TELLS = frozenset({"đã", "được", "là", "đạt", "sẽ", "có", "gồm", "phấn đấu", "đặt mục tiêu", "đề ra"})  # fmt: skip
"""With these a sentence begins to tell; no name goes on over them."""
_QUOTES = frozenset("“”\"«»'‘’")
_OPENING = frozenset('“"«')
_CLOSING = frozenset('”"»')
_IN_NAMES = _QUOTES | frozenset("-–—()/")
_NUMBERED = frozenset({"số", "thành phần", "hợp phần", "vùng"})
_FAR = 45
"""As many words a name may have: Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội …."""


def names_programme(tokens: list[Token], at: int, stage: Mention) -> bool:
    """Whether the `stage` at `at` only says which programme is meant: Đề án “Kinh tế vườn giai đoạn | 2017 – 2025”.

    What was done by it is of the time told before, if the stage `overlaps`
    it. Not so where the results of the stage are told (Sau 5 năm thực hiện
    …), or what the programme has (Tổng kinh phí Dự án giai đoạn 2021-2025 là …).
    """
    named = _programme(tokens, at, listed=stage.form == "year")
    if named < 0:
        return False
    if any(token.low.startswith(_REVIEWED) for token in tokens[:named]):
        return False
    return not any(token.tags & lx.AMOUNTS for token in tokens[max(0, named - 3) : named])


def may_name(line: Line, at: int) -> bool:
    """Whether the period at `at` is a year or one of years, in a sentence that names a programme."""
    mention = line.tokens[at].mention
    if not line.marks & _NAMING or not isinstance(mention, Mention):
        return False
    if mention.form == "year":
        return mention.year is not None and line.tokens[at].low.startswith("năm")
    if mention.form != "range":
        return False
    return (mention.last_year or 0) - (mention.year or 0) > 1


def is_vision(tokens: list[Token], at: int) -> bool:
    """Whether a time only ends the name of a stage: giai đoạn 2022-2025, tầm nhìn đến | năm 2030."""
    if at < 3 or not tokens[at - 1].low.startswith(("tầm nhìn", "định hướng")):
        return False
    return tokens[at - 2].low in (",", "và", "-", "–") and tokens[at - 3].kind == PERIOD_TOKEN


def _programme(tokens: list[Token], at: int, *, listed: bool) -> int:
    """Where the programme is named whose stage stands at `at`; -1 for none.

    If `listed`, its name may list things: theo chương trình kiểm tra, giám sát | năm 2022.
    """
    quoted = _is_quoted(tokens, at)
    apart = tokens[at].low.startswith("trong") or tokens[at - 1].low in (";", "trong")
    if apart or (tokens[at - 1].low == "," and not quoted):
        return -1
    for place in range(at - 1, max(-1, at - _FAR), -1):
        token = tokens[place]
        if token.low in _NAMED:
            return place
        quoted = quoted or token.low in _CLOSING
        if token.low in _TELLS and not quoted:
            return -1
        comma = token.low == "," and (quoted or listed)
        if token.kind == SIGN and token.low not in _IN_NAMES and not comma:
            return -1
        numbered = tokens[place - 1].low in _NAMED or tokens[place - 1].low in _NUMBERED
        if token.kind not in (WORD, SIGN, CODE) and not (token.kind == NUMBER and numbered):
            return -1
    return -1


def _is_quoted(tokens: list[Token], at: int) -> bool:
    """Whether quotation marks close behind a stage that they hold."""
    marks = (token.low for token in tokens[at + 1 : at + 9] if token.low in _QUOTES)
    opened = any(token.low in _OPENING for token in tokens[max(0, at - _FAR) : at])
    return opened and next(marks, "") in _CLOSING


def overlaps(known: str, stage: Mention) -> bool:
    """Whether a time told before lies in a stage, and is not the stage itself."""
    first, last = stage.year or 0, stage.last_year or 0
    if stage.form == "year":
        return known.startswith(f"{first}-") and not known[5:].isdigit()
    return known != f"{first}-{last}" and first <= last_year(known) <= last
