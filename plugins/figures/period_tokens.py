"""Periods that only their place in the sentence tells from durations: `Trong 10 tháng, …`."""

from __future__ import annotations

from figures import lexicon as lx
from figures.line import Line
from figures.mentions import Mention
from figures.numerals import compose
from figures.scanner import scanned
from figures.tokens import NUMBER, PERIOD_TOKEN, SIGN, WORD, Token

_OPENERS = frozenset({"trong", "qua", "kết quả", "sơ kết", "tổng kết", "tính", "chung", "lũy kế", "cộng dồn", "ước", "tính chung", "riêng", "kết thúc", "hết", "nhìn lại", "theo báo cáo"})  # fmt: skip


def sentence_line(text: str, low: str, start: int, end: int) -> Line:
    """One sentence of `text`, its numerals and periods made one token each; `low` is in lower case."""
    line = scanned(text, low, start, end)
    compose(line)
    if "tháng" in line.words:
        _name_months(line)
    return line


def _name_months(line: Line) -> None:
    """Makes a period of a count of months that opens a sentence."""
    tokens = line.tokens
    for at in range(len(tokens) - 1):
        if tokens[at + 1].low != "tháng":
            continue
        token = tokens[at]
        counted = token.kind == NUMBER or token.tags & lx.DIGIT
        if counted and (_opens(tokens, at) or _is_subject_time(tokens, at)):
            number = int(token.minimum or token.entry.number or 0)
            if 2 <= number <= 12:
                made = Token(PERIOD_TOKEN, f"{number} tháng")
                made.mention = Mention("months", first=1, last=number)
                line.join(at, at + 2, made)
                line.look_again()
                return


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
