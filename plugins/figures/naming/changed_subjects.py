"""Clauses in which something changed before the number: what is measured stands on one side of the verb.

Guideline section 3 b.
"""

from __future__ import annotations

from figures.before import Before
from figures.naming.clause_edges import is_change, without_joint
from figures.naming.subjects import without_place
from figures.text import lexicon as lx
from figures.text.tokens import NUMBER, PERIOD_TOKEN, WORD, Token


def narrow_to_changed(tokens: list[Token], left: Before) -> None:
    """Leaves in `left` what changed, or what is measured behind the change."""
    begin, end = left.start, left.end
    while begin < end and is_change(tokens, begin) and tokens[begin + 1].tags & lx.AMOUNTS:
        begin += 1
    left.start = begin
    changes = [
        at for at in range(begin, end) if is_change(tokens, at) and not _is_rated(tokens, at, end)
    ]
    if not changes:
        return
    first, grown = changes[0], changes[-1] + 1
    told = next((at for at in range(grown + 1, end) if _goes_with(tokens, at)), 0)
    if told:
        left.start, left.changed = told, False
    elif "với" in left.joint and grown < end and tokens[grown].tags & lx.AMOUNTS:
        left.start, left.changed = grown, False
    elif _lowers(tokens, begin, first, end):
        left.start, left.changed = first + 1, False
    else:
        left.changed = True
        if (named := _behind_example(tokens, grown, end)) < end:
            left.start = named
        elif _grows(tokens, begin, first, grown, end):
            left.start = grown
        else:
            left.end, more, _ = without_joint(tokens, begin, first)
            left.joint |= more


def _is_rated(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a rate of growth is named: tỷ lệ | tăng đàn gia súc."""
    named = at > 0 and tokens[at - 1].low in ("tỷ lệ", "tỉ lệ") and at + 1 < end
    return named and bool(tokens[at + 1].tags & lx.NOMINAL)


def _goes_with(tokens: list[Token], at: int) -> bool:
    """Whether what is measured follows a change: tổng đàn tăng so với năm ngoái với | đàn trâu.

    So does what is told in contrast, or as the cause: lượng khách tăng song | doanh thu chỉ đạt
    5 tỷ đồng; lợi nhuận tăng do | sản lượng bán ra nhiều hơn 0,3 triệu tấn.
    """
    return tokens[at - 1].low in _LEADS_ON and bool(tokens[at].tags & lx.AMOUNTS)


_LEADS_ON = frozenset({"với", "nhưng", "song", "do", "nhờ"})


def _lowers(tokens: list[Token], begin: int, change: int, end: int) -> bool:
    """Whether the verb has what changes as its object: góp phần giảm | tỷ lệ thất nghiệp | xuống 3,6%."""
    named = change + 1 < end and bool(tokens[change + 1].tags & lx.AMOUNTS)
    return named and not any(
        token.tags & lx.AMOUNTS
        or (token.tags & lx.NOUN and not token.tags & lx.ACTOR and token.entry.noun not in _DOERS)
        for token in tokens[begin:change]
    )


_DOERS = frozenset({"place", "group"})


def _behind_example(tokens: list[Token], grown: int, end: int) -> int:
    """Where an example of what grew begins: một số ngành tăng hai con số như | dệt tăng 14,6%.

    So does what grew most: Tăng cao nhất là | nhóm ăn uống tăng 2,28%.
    """
    places = range(end - 2, grown - 1, -1)
    return next((at + 1 for at in places if _opens_example(tokens, at)), end)


def _opens_example(tokens: list[Token], at: int) -> bool:
    low = tokens[at].low
    return (
        low == "như"
        or low.endswith("nhất là")
        or (low == "là" and tokens[at - 1].low.endswith("nhất"))
    )


def _grows(tokens: list[Token], begin: int, change: int, start: int, end: int) -> bool:
    """Whether what grows follows the verb: Hội tăng trưởng | nguồn quỹ | 7,2 tỷ đồng."""
    if start >= end or not tokens[change].low.startswith("tăng trưởng"):
        return False
    before = tokens[begin:change]
    subject = any(token.tags & lx.AMOUNTS for token in before)
    return not subject and any(token.tags & lx.AMOUNT for token in tokens[start:end])


UP_TO = frozenset({"lên", "lên tới", "lên đến", "lên thành", "lên mức", "lên con số"})
"""Lead to what a total was raised to."""
_RAISES = frozenset({"nâng", "đưa", "nâng cao", "góp phần nâng", "góp phần đưa"})
_FAR = 40
"""As many tokens as the name of a raised total and what says where and since when may have."""
_SINCE = frozenset({"kể từ", "kể từ khi", "kể từ đầu", "từ khi", "từ đầu", "từ ngày", "tính đến", "tính từ"})  # fmt: skip
_ENDS = frozenset(";.:(")


def raised_total(tokens: list[Token], lead: int, floor: int) -> tuple[int, int] | None:
    """The total that somebody raised, whose level `lead` leads to; None if there is none.

    Nâng | tổng số cầu được xây mới | trong tỉnh kể từ năm 2016 lên 84 cây; đưa | tổng diện tích chè,
    cà phê | lên 4.200 ha.
    """
    for at in range(lead - 2, max(floor, lead - _FAR) - 1, -1):
        token = tokens[at]
        if token.low in _ENDS or (token.kind == NUMBER and not token.reason):
            return None
        if token.low in _RAISES and tokens[at + 1].tags & lx.AMOUNTS:
            end = _raised_end(tokens, at + 1, lead)
            return (at + 1, end) if end - at > 2 else None
    return None


def _raised_end(tokens: list[Token], start: int, lead: int) -> int:
    """Where the name ends of a total that begins at `start`: before since when and where it is told."""
    end = next((at for at in range(start + 1, lead) if _tells_since(tokens, at)), lead)
    end = without_place(tokens, start, end)
    while end - start > 1 and (tokens[end - 1].kind != WORD or tokens[end - 1].low in _LOOSE):
        end -= 1
    return end


def _tells_since(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    dated = token.low in ("từ", "đến", "trong", "năm") and tokens[at + 1].kind == PERIOD_TOKEN
    dated = dated or token.reason == "duration" or token.kind == PERIOD_TOKEN
    return dated or token.low in _SINCE or token.low.startswith(("trong ", "trên "))


_LOOSE = frozenset({"tăng", "của", "trong", "hiện nay", "đến nay", "từ", "đã", "lên"})
