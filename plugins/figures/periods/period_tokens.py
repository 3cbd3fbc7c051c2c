"""Periods that only their place in the sentence tells from durations: `Trong 10 tháng, …`."""

from __future__ import annotations

from figures.text import lexicon as lx
from figures.text.line import Line
from figures.text.marks import mark
from figures.text.mentions import Mention
from figures.text.numerals import compose
from figures.text.scanner import scanned
from figures.text.tokens import NUMBER, PERIOD_TOKEN, SIGN, WORD, Token

_OPENERS = frozenset({"trong", "qua", "kết quả", "sơ kết", "tổng kết", "tính", "chung", "lũy kế", "cộng dồn", "ước", "tính chung", "riêng", "kết thúc", "hết", "nhìn lại", "theo báo cáo"})  # fmt: skip


def sentence_line(text: str, low: str, start: int, end: int) -> Line:
    """One sentence of `text`, its numerals and periods made one token each; `low` is in lower case."""
    line = scanned(text, low, start, end)
    compose(line)
    if line.marks & _SPANS:
        _name_months(line)
    if line.marks & _MONTHS:
        _name_month(line)
    return line


_MONTHS_OF = {"tháng": 1, "quý": 3}
"""How many months a counted word has."""
_SPANS = mark(_MONTHS_OF)
_MONTH = frozenset({"tháng", "trong tháng", "tháng ba"})
_MONTHS = mark(_MONTH)
_LUNAR = {"giêng": 1, "chạp": 12}
_UP_TO = frozenset({"đến", "tới", "đến hết", "tới hết", "hết", "cuối"})


def _name_month(line: Line) -> None:
    """Makes a period of each month written as a name: trong tháng Bảy, tháng Mười Một năm 2023."""
    tokens = line.tokens
    for at in range(len(tokens) - 1, -1, -1):
        if tokens[at].low not in _MONTH:
            continue
        number, stop = _month_named(line, at)
        lunar = tokens[at + 1].low in _LUNAR if number and at + 1 < len(tokens) else False
        if not number or (lunar and at and tokens[at - 1].kind == NUMBER):
            continue
        year = None
        mention = tokens[stop].mention if stop < len(tokens) else None
        if isinstance(mention, Mention) and mention.form == "year" and mention.year:
            year, stop = mention.year, stop + 1
        made = Token(PERIOD_TOKEN, f"tháng {number}")
        form = "as_of_month" if at and tokens[at - 1].low in _UP_TO else "month"
        made.mention = Mention(form, year, first=number)
        line.join(at, stop, made)
        line.look_again()


def _month_named(line: Line, at: int) -> tuple[int, int]:
    """The month that a name with a capital letter stands for, and where it ends; 0 for none."""
    tokens, first = line.tokens, at + 1
    if tokens[at].low == "tháng ba":
        named = line.text[line.end(at) - 2].isupper()
        followed = first < len(tokens) and tokens[first].low.startswith("biên")
        return (3, first) if named and not followed else (0, at)
    if first >= len(tokens) or not line.begins_large(first):
        return 0, at
    number = _LUNAR.get(tokens[first].low, 0)
    if tokens[first].tags & lx.DIGIT:
        number = int(tokens[first].entry.number or 0)
    more = first + 1 < len(tokens) and number == 10 and line.begins_large(first + 1)
    if more and tokens[first + 1].low in ("một", "hai"):
        return (11 if tokens[first + 1].low == "một" else 12), first + 2
    return (number, first + 1) if 1 <= number <= 12 else (0, at)


def _name_months(line: Line) -> None:
    """Makes a period of a count of months or quarters that opens a sentence."""
    tokens = line.tokens
    for at in range(len(tokens) - 1):
        length = _MONTHS_OF.get(tokens[at + 1].low, 0)
        if not length:
            continue
        token = tokens[at]
        counted = token.kind == NUMBER or (token.tags & lx.DIGIT and token.low not in _BEHIND_TENS)
        if counted and (_opens(tokens, at) or _is_subject_time(tokens, at)):
            number = length * int(token.minimum or token.entry.number or 0)
            if 2 <= number <= 12:
                made = Token(PERIOD_TOKEN, f"{number} tháng")
                made.mention = Mention("months", first=1, last=number)
                line.join(at, at + 2, made)
                line.look_again()
                return


_BEHIND_TENS = frozenset({"tư", "lăm", "nhăm", "mốt"})
"""Digits that count nothing without the tens before them."""
SUMMED = frozenset({"lũy kế", "cộng dồn", "tính chung"})
"""With these, months are told together."""
_REPORTED = SUMMED | {"chung", "báo cáo", "kết quả", "tình hình", "nhiệm vụ"}
"""Behind these, a count of months is a period: kết quả 9 tháng."""
AVERAGED = frozenset({"bình quân", "trung bình"})
_OVER_MONTHS = AVERAGED | {"tính bình quân"}
_NO_PERIOD = frozenset(
    {"sau", "vòng", "mỗi", "của", "hơn", "gần", "khoảng", "trên", "dưới", "quá", "từ", "cho", "hạn"}
)


def _is_subject_time(tokens: list[Token], at: int) -> bool:
    """Whether the months stand between a subject and its verb: sản lượng 9 tháng đạt …."""
    if not at or at + 2 >= len(tokens):
        return False
    previous, follower = tokens[at - 1], tokens[at + 2]
    if previous.low in _REPORTED:
        return True
    if previous.low in _OVER_MONTHS:
        return follower.kind == WORD and follower.low != "một"
    if previous.kind != WORD or previous.low in _NO_PERIOD or previous.tags & (lx.VERB | lx.LINK):
        return False
    return bool(follower.tags & (lx.LINK | lx.CHANGE)) or follower.entry.hedge == "about"


def _opens(tokens: list[Token], at: int) -> bool:
    """Whether nothing but opening words stands before, and the sentence goes on after a sign."""
    if at and tokens[at - 1].low in (";", ":") and at + 2 < len(tokens):
        behind = tokens[at + 2]
        told = bool(behind.tags & (lx.VERB | lx.ACTOR | lx.LINK | lx.AMOUNT))
        return told or (behind.low == "," and tokens[at - 1].low == ";")
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
