"""Periods that only their place in the sentence tells from durations: `Trong 10 tháng, …`."""

from __future__ import annotations

from figures import lexicon as lx
from figures.mentions import Mention
from figures.numerals import composed
from figures.tokens import NUMBER, PERIOD_TOKEN, SIGN, WORD, Token, tokens

_OPENERS = frozenset({"trong", "qua", "kết quả", "sơ kết", "tổng kết", "tính", "chung", "lũy kế", "cộng dồn", "ước", "tính chung", "riêng", "kết thúc", "hết", "nhìn lại", "theo báo cáo"})  # fmt: skip


def sentence_tokens(low: str, start: int, end: int) -> list[Token]:
    """The tokens of one sentence, its numerals and periods made one token each."""
    found = composed(tokens(low, start, end))
    return named_months(found) if low.find("tháng", start, end) >= 0 else found


def named_months(tokens: list[Token]) -> list[Token]:
    """`tokens` with a count of months that opens a sentence made a period."""
    for at in range(len(tokens) - 1):
        token = tokens[at]
        counted = token.kind == NUMBER or token.tags & lx.DIGIT
        if (
            counted
            and tokens[at + 1].low == "tháng"
            and (_opens(tokens, at) or _is_subject_time(tokens, at))
        ):
            number = int(token.minimum or token.entry.number or 0)
            if 2 <= number <= 12:
                made = Token(PERIOD_TOKEN, token.start, tokens[at + 1].end, f"{number} tháng")
                made.mention = Mention("months", first=1, last=number)
                return [*tokens[:at], made, *tokens[at + 2 :]]
    return tokens


_SUMS = ("lũy kế", "cộng dồn", "tính chung", "chung", "luỹ kế")
_NO_PERIOD = frozenset(
    {"sau", "vòng", "mỗi", "của", "hơn", "gần", "khoảng", "trên", "dưới", "quá", "từ", "cho", "hạn"}
)


def _is_subject_time(tokens: list[Token], at: int) -> bool:
    """Whether the months stand between a subject and its verb: sản lượng 9 tháng đạt …."""
    if not at or at + 2 >= len(tokens):
        return False
    previous, follower = tokens[at - 1], tokens[at + 2]
    if previous.low in ("báo cáo", "kết quả", "tình hình", "nhiệm vụ", *_SUMS):
        return True
    if previous.kind != WORD or previous.low in _NO_PERIOD or previous.tags & (lx.VERB | lx.LINK):
        return False
    return bool(follower.tags & (lx.LINK | lx.CHANGE)) or follower.entry.hedge == "about"


def _opens(tokens: list[Token], at: int) -> bool:
    """Whether nothing but opening words stands before, and the sentence goes on after a sign."""
    if at and tokens[at - 1].low in (";", ":") and at + 2 < len(tokens):
        return bool(tokens[at + 2].tags & (lx.VERB | lx.ACTOR | lx.LINK | lx.AMOUNT))
    if at > 3:
        return False
    before = [token.low for token in tokens[:at] if token.kind == WORD]
    if any(low not in _OPENERS for low in before) or "sau" in before:
        return False
    follower = tokens[at + 2] if at + 2 < len(tokens) else None
    if follower is None:
        return False
    if follower.kind == SIGN:
        return follower.low in ",:"
    return bool(before) and follower.low in (
        "toàn",
        "các",
        "cả",
        "đã",
        "toàn tỉnh",
        "toàn huyện",
        "tỉnh",
        "huyện",
    )
