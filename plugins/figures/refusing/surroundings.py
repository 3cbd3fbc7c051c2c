"""Numbers refused for the company they keep: most others of the sentence are no figures.

Guideline section 1. Asked once each number has been looked at by itself.
"""

from __future__ import annotations

from itertools import pairwise

from figures.refusing.instructions import reports
from figures.text import lexicon as lx
from figures.text.line import Line
from figures.text.marks import mark
from figures.text.tokens import Token

_MARGINAL = frozenset({"duration", "dimension", "distance", "frequency", "numbered", "place", "contact", "age", "mark", "score", "price", "unit_price", "norm", "item_norm", "threshold", "name", "rank", "page_view", "ordinal", "text_item", "law", "clock", "shift", "capacity", "paper"})  # fmt: skip
"""Refusals of numbers that stand in instructions, schedules and descriptions."""

_PLAIN_CODES = frozenset({"time", "size", "phone", "link", "document", "section"})
_PRICES = frozenset({"price", "unit_price"})
_KITCHEN = frozenset({"g", "ml", "mg", "gr", "thìa", "muỗng", "nhánh", "củ", "tép"})
_TABLEWARE = frozenset({"đĩa", "dĩa", "nồi", "tô", "chén", "bát", "ly", "lon", "chai", "két", "xiên", "niêu", "phần ăn", "con", "kg", "quả", "trái", "lít"})  # fmt: skip
"""In what a meal is served, a few of each."""
_SERVED = frozenset({"đĩa", "dĩa", "nồi", "tô", "chén", "ly", "xiên", "niêu"})
_TELLS = lx.cue_words("reports", "target")
_SEIZES = frozenset({"đã", "thu giữ", "tịch thu", "phát hiện", "bắt", "bắt giữ", "thu"})
_ONE_CASE = 50_000_000
"""A sum of money from here on is no price of one thing."""


def refuse_by_company(line: Line, told: int = 0) -> None:
    """Marks what still stands among prices, measured ingredients, times, sizes and places.

    `told` is how many asides the text told before the sentence.
    """
    tokens, words, numbers = line.tokens, line.words, line.numbers
    reasons = {tokens[at].reason for at in numbers}
    if "" not in reasons:
        return
    among = bool(line.codes) or len(reasons) > 1
    surrounded = False
    if among or told > 2:
        if not reasons.isdisjoint(_PRICES):
            _refuse_price_changes(tokens, numbers)
            _refuse_in_price_list(tokens, numbers)
        codes = _codes(line)
        if among:
            _refuse_sizes(tokens, numbers, codes)
        surrounded = _is_surrounded(tokens, numbers, codes, words, told)
    if surrounded or (line.marks & _KITCHEN_WORDS and _is_recipe(tokens, numbers, words)):
        for at in numbers:
            tokens[at].reason = tokens[at].reason or "rule"


def _codes(line: Line) -> list[str]:
    """Which codes the sentence has."""
    return [line.tokens[at].form for at in line.codes]


def _refuse_price_changes(tokens: list[Token], numbers: list[int]) -> None:
    """What a price rose or fell by: 68.000 đồng/kg, tăng 4.000 đồng; giá bìa 95.000 đồng, giảm 10%."""
    for first, second in pairwise(numbers):
        between = _unbracketed(tokens[first + 1 : second])
        if tokens[first].reason not in _PRICES or tokens[second].reason or len(between) > 6:
            continue
        if any(token.tags & (lx.AMOUNT | lx.RATE) for token in between):
            continue
        waived = tokens[second - 1].low in ("miễn", "giảm", "miễn giảm")
        changed = any(token.tags & lx.CHANGE for token in between)
        if waived or (changed and all(token.low != ";" for token in between)):
            tokens[second].reason = "price"


def _unbracketed(tokens: list[Token]) -> list[Token]:
    """The tokens but for a bracket among them: đồng/USD (mua vào và bán ra), tăng."""
    lows = [token.low for token in tokens]
    if "(" not in lows or ")" not in lows:
        return tokens
    return tokens[: lows.index("(")] + tokens[lows.index(")") + 1 :]


def _refuse_in_price_list(tokens: list[Token], numbers: list[int]) -> None:
    """Sums and sizes between prices: cá trắm loại trên 3 kg …, tôm thẻ cỡ 50 con/kg 185.000 đồng."""
    prices = sum(tokens[at].reason in _PRICES for at in numbers)
    aside = sum(bool(tokens[at].reason) for at in numbers)
    if prices < 2 or 2 * aside <= len(numbers):
        return
    for at in numbers:
        follower = tokens[at + 1] if at + 1 < len(tokens) else None
        measured = follower is not None and bool(follower.tags & lx.MEASURE)
        if measured and (tokens[at].minimum or 0) < _ONE_CASE:
            tokens[at].reason = tokens[at].reason or "price"


def _refuse_sizes(tokens: list[Token], numbers: list[int], codes: list[str]) -> None:
    """Sizes and weights told with two others of one thing: đỉnh kè rộng 3 m, cọc 30 x 30 cm, dài 12 m."""
    sized = sum(tokens[at].reason in ("dimension", "distance") for at in numbers)
    if sized + codes.count("size") < 2:
        return
    for at in numbers:
        follower = tokens[at + 1] if at + 1 < len(tokens) else None
        if follower is None or follower.entry.unit not in ("m", "kg", "kW", "lít"):
            continue
        if not tokens[at].reason and (tokens[at].minimum or 0) < 1000:
            tokens[at].reason = "dimension"


def _is_recipe(tokens: list[Token], numbers: list[int], words: set[str]) -> bool:
    """Whether small amounts are measured out: 100 g gạo, 45 g thịt, 5 ml dầu."""
    if words.isdisjoint(_MEASURED):
        return _is_menu(tokens, numbers, words)
    measured = 0
    for at in numbers:
        follower = tokens[at + 1] if at + 1 < len(tokens) else None
        if tokens[at].reason == "name":
            continue
        if (tokens[at].minimum or 0) >= 1000 and not (follower and follower.tags & lx.MEASURE):
            return False
        measured += follower is not None and (
            follower.low in _KITCHEN or follower.entry.unit in _KITCHEN
        )
    if measured > 2 and words.isdisjoint(_SEIZES):
        return True
    return measured > 1 and words.isdisjoint(_TELLS)


def _is_menu(tokens: list[Token], numbers: list[int], words: set[str]) -> bool:
    """Whether a meal is listed: gà hấp 1 con, lẩu 2 nồi, xôi 2 đĩa."""
    if words.isdisjoint(_SERVED) or not words.isdisjoint(_SEIZES):
        return False
    served = [at for at in numbers if at + 1 < len(tokens) and tokens[at + 1].low in _TABLEWARE]
    return len(served) > 2 and all((tokens[at].minimum or 0) <= 10 for at in served)


_MEASURED = _KITCHEN | {entry.phrase for entry in lx.entries().values() if entry.unit in _KITCHEN}
"""All ways to write a measure of the kitchen."""
_KITCHEN_WORDS = mark(_MEASURED, _SERVED)


def _is_large(tokens: list[Token], at: int, aside: int) -> bool:
    """Whether a number that stands is too large for an aside; sizes may be larger: màn hình 120 m2."""
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    sized = follower is not None and follower.entry.unit in ("m", "m2", "m3", "kg")
    paid = follower is not None and follower.entry.unit == "đồng"
    limit = 1_000_000 if paid else 1000 if sized else 500 if aside > 3 else 100
    return not tokens[at].reason and (tokens[at].minimum or 0) > limit


def _is_surrounded(
    tokens: list[Token], numbers: list[int], codes: list[str], words: set[str], told: int
) -> bool:
    """Whether times, sizes, places and the like stand around, and nothing reports.

    Two of them are enough; `told` are those of the sentences before, of which
    more are needed. Words that report weigh less than three that are asides
    themselves and outnumber what stands.
    """
    aside = _asides(tokens, numbers, codes)
    if aside < 2 and told < 3:
        return False
    standing = sum([not tokens[at].reason for at in numbers])
    outnumbered = aside > 1 and aside > standing
    if outnumbered and any(_is_large(tokens, at, aside) for at in numbers):
        outnumbered = False
    rated = any(_is_rate(tokens, at) for at in numbers)
    if not reports(tokens, words):
        named = sum([tokens[at].reason in _NAMES for at in numbers])
        led = rated and any(_is_told_rate(tokens, at) for at in numbers)
        led = led or any(_is_told_amount(tokens, at) or _is_some_of(tokens, at) for at in numbers)
        led = led or any(_counts_learners(tokens, at) or _is_served(tokens, at) for at in numbers)
        return (outnumbered and not led) or (
            not (rated or led) and (aside - named > 0 < aside - 1 or told > 2)
        )
    told_of = rated or any(_is_some_of(tokens, at) for at in numbers)
    placed = sum([tokens[at].reason == "place" for at in numbers])
    return outnumbered and aside > max(2, placed) and not told_of and words.isdisjoint(_FIRM)


_NAMES = frozenset({"numbered", "name", "text_item", "ordinal", "law"})
"""Refusals of numbers that may belong to a name in a report: 39 sản phẩm 4 sao, theo Quyết định 290."""


def _is_rate(tokens: list[Token], at: int) -> bool:
    """Whether a share stands there as only reports have: 98,7% quân nhân; các lớp 6, 7, 8 đạt 100%."""
    share = at + 1 < len(tokens) and tokens[at + 1].low == "%"
    whole = tokens[at].low == "100" and at > 0 and tokens[at - 1].low in ("đạt", "ước đạt")
    return share and ("," in tokens[at].low or whole) and not tokens[at].reason


def _is_told_rate(tokens: list[Token], at: int) -> bool:
    """Whether a verb leads to such a share, no limit: trẻ em từ 5 đến 11 tuổi tiêm mũi 2 đạt 98,2%."""
    return at > 0 and bool(tokens[at - 1].tags & lx.LINK) and _is_rate(tokens, at)


def _is_told_amount(tokens: list[Token], at: int) -> bool:
    """Whether a large amount is named right before: tổng diện tích đất tự nhiên là 4.125,14 ha."""
    if tokens[at].reason or (tokens[at].minimum or 0) < 1000 or at + 1 >= len(tokens):
        return False
    named = any(token.low in _TOTALLED for token in tokens[max(0, at - 6) : at])
    return named and bool(tokens[at + 1].tags & lx.MEASURE)


def _is_some_of(tokens: list[Token], at: int) -> bool:
    """Whether some of all places or bodies are counted: có 12/22 quận có ổ dịch, gồm quận 1, 3, 4."""
    whole = tokens[at].denominator
    if tokens[at].reason or whole is None or at + 1 >= len(tokens):
        return False
    return whole >= 5 and tokens[at + 1].entry.noun in ("place", "group")


_LEARNERS = frozenset({"học sinh", "sinh viên", "học viên", "thí sinh", "hs", "sv"})
_ATTAINS = ("đạt", "đoạt", "đỗ", "xếp")


def _counts_learners(tokens: list[Token], at: int) -> bool:
    """Whether so many learners attained a mark, which stands beside them: 450 học sinh đạt từ điểm 9 trở lên."""
    if tokens[at].reason or at + 2 >= len(tokens) or (tokens[at].minimum or 0) < _SEVERAL:
        return False
    return tokens[at + 1].low in _LEARNERS and tokens[at + 2].low.startswith(_ATTAINS)


_SEVERAL = 3


def _is_served(tokens: list[Token], at: int) -> bool:
    """Whether something was done for many people, wherever that was: khám bệnh cho 142 người dân ở cột mốc 214."""
    if tokens[at].reason or at + 1 >= len(tokens) or (tokens[at].minimum or 0) < _MANY:
        return False
    served = at > 1 and tokens[at - 1].low == "cho" and tokens[at + 1].entry.noun == "person"
    return served and any(token.tags & lx.VERB for token in tokens[max(0, at - 4) : at - 1])


_MANY = 20
"""Fewer may be those of one class or one table."""
_TOTALLED = frozenset({"tổng diện tích", "diện tích tự nhiên", "tổng diện tích tự nhiên", "tổng giá trị", "tổng mức đầu tư", "tổng vốn", "tổng vốn đầu tư", "tổng kinh phí"})  # fmt: skip


_FIRM = lx.cue_words("target") | {"đã", "trong đó", "so với", "cùng kỳ", "tổng số", "bình quân"}
"""Words that only reports and plans have."""


def _asides(tokens: list[Token], numbers: list[int], codes: list[str]) -> int:
    aside = sum([tokens[at].reason in _MARGINAL for at in numbers])
    if aside and any(token.low in _BADGES for token in tokens):
        # How long somebody has been a member only says which badge it is: Huy hiệu 40 năm tuổi Đảng.
        aside -= sum([tokens[at].reason == "age" for at in numbers])
    return aside + sum([code in _PLAIN_CODES for code in codes])


_BADGES = frozenset({"huy hiệu", "huy hiệu đảng", "kỷ niệm chương"})


def asides_after(line: Line, before: int) -> int:
    """How many asides a text has told with this sentence; -1 once a number stood."""
    if before < 0:
        return -1
    reasons = [line.tokens[at].reason for at in line.numbers]
    if "" in reasons:
        return -1
    refused = reasons.count("rule") + reasons.count("life")
    return before + refused + _asides(line.tokens, line.numbers, _codes(line))
