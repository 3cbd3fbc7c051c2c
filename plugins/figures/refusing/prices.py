"""Numbers that are a price, a fee or a rate of interest.

Guideline section 1, R2.
"""

from __future__ import annotations

from figures.refusing.refusals import after
from figures.text import lexicon as lx
from figures.text.tokens import NUMBER, SIGN, WORD, Token

"""From here on a sum is no limit: so với mức 2.610 tỷ đồng."""


def is_listed_price(tokens: list[Token], at: int) -> bool:
    """A small sum in the currency of price lists, of which nothing is told: qua đêm: 600.000 vnđ."""
    small = (tokens[at].minimum or 0) < 10_000_000 and after(tokens, at) is not None
    return (
        small and tokens[at + 1].low in ("vnđ", "vnd") and all(not _tells(t) for t in tokens[:at])
    )


def _tells(token: Token) -> bool:
    return bool(token.tags & lx.AMOUNTS) or "reports" in token.entry.cues


def _is_statistic(tokens: list[Token], at: int) -> bool:
    """Whether the average price of all that is traded is told: giá gạo xuất khẩu bình quân đạt | 527 USD/tấn."""
    near = [token.low for token in tokens[max(0, at - _CLAUSE) : at]]
    averaged = any(low.endswith(("bình quân", "trung bình")) for low in near)
    priced = any(low.startswith(("giá", "đơn giá")) for low in near)
    return (
        averaged
        and priced
        and any(low.startswith(_TRADED) or low.endswith(_TRADED) for low in near)
    )


_TRADED = ("xuất khẩu", "nhập khẩu")
_CLAUSE = 12
"""As far back the price is named."""


def is_priced(tokens: list[Token], at: int) -> bool:
    """A small sum named by a price, a fee or a prize; the average of what is traded is counted."""
    token, follower = tokens[at], after(tokens, at)
    if _is_statistic(tokens, at):
        return False
    if (
        follower is None
        or follower.entry.unit not in ("đồng", "USD")
        or ((token.minimum or 0) >= 50_000_000 and not _is_each(tokens, at))
    ):
        return False
    if "priced" in tokens[0].entry.cues:
        per = at + 2 < len(tokens) and tokens[at + 2].low == "/"
        if per or any(t.low == ":" for t in tokens[:at]):
            return True
    place, steps = at, 0
    while place and steps < 9:
        place, steps = _before(tokens, place), steps + 1
        earlier = tokens[place]
        if (earlier.kind == NUMBER and not earlier.reason) or (
            earlier.kind == SIGN and earlier.low in ",;.("
        ):
            break
        if "priced" in earlier.entry.cues:
            return not any(
                t.low.endswith(("bình quân", "trung bình")) or t.low.startswith("thu nhập")
                for t in tokens[max(0, at - 8) : at]
            )
    return False


def _is_each(tokens: list[Token], at: int) -> bool:
    """Whether a sum is for one person: 70 triệu đồng/người."""
    behind = [token.low for token in tokens[at + 2 : at + 4]]
    return behind in (["/", "người"], ["/", "khách"])


def _before(tokens: list[Token], at: int) -> int:
    """The place before `at`; a short bracket counts as nothing: 22.780 đồng (mua vào) và."""
    place = at - 1
    if place > 2 and tokens[place].low == ")":
        opened = next((i for i in range(place, max(0, place - 6), -1) if tokens[i].low == "("), 0)
        return max(0, opened - 1) if opened else place
    return place


def is_monthly(tokens: list[Token], at: int) -> bool:
    """What one household earns or spends: kiếm 10 triệu mỗi tháng; an average is told as one."""
    if (tokens[at].minimum or 0) >= 50_000_000 or (tokens[at].minimum or 0) < 1000:
        return False
    behind = [token.low for token in tokens[at + 1 : at + 4]]
    if behind[:1] == ["đồng"]:
        behind = behind[1:]
    often = behind[:2] in (["mỗi", "tháng"], ["một", "tháng"]) or behind[:1] == ["mỗi tháng"]
    return often and not any(
        token.low.endswith(("bình quân", "trung bình")) for token in tokens[max(0, at - 10) : at]
    )


def is_discounted(tokens: list[Token], at: int) -> bool:
    """A discount and from how many on: từ 10 thuê bao giảm 10%, mua từ 50 quyển giảm 15%."""
    follower = after(tokens, at)
    if follower is not None and follower.low == "%":
        return tokens[at - 1].low == "giảm" and any(
            tokens[i].kind == NUMBER
            and tokens[i].reason != "capacity"
            and tokens[i - 1].low in _FROM
            and tokens[i + 1].low != "%"
            for i in range(max(1, at - 7), at - 1)
        )
    if not at or tokens[at - 1].low not in _FROM:
        return False
    return any(
        tokens[i].low == "giảm" and tokens[i + 1].kind == NUMBER and tokens[i + 2].low == "%"
        for i in range(at + 1, min(at + 8, len(tokens) - 2))
    )


_FROM = frozenset({"từ", "mua", "đủ", "trên", "mua từ"})


def is_unit_price(tokens: list[Token], at: int) -> bool:
    """120.000 đồng/suất, 2.000/hội viên, 46 suất x 500.000 đồng: the price or norm of one item."""
    position = at + 1
    money = False
    if _times(tokens, at) or _goes_with_price(tokens, at):
        return True
    if position < len(tokens) and tokens[position].tags & lx.MEASURE:
        money = tokens[position].entry.unit in ("đồng", "USD")
        if money and at and tokens[at - 1].low in _TIMES:
            return True
        if not money:
            return False
        position += 1
    if position + 1 < len(tokens) and tokens[position].low == "/":
        item = tokens[position + 1]
        if item.kind != WORD and not item.tags & lx.MEASURE:
            return False
        if item.tags & lx.AMOUNT:
            return False
        averaged = _is_statistic(tokens, at) or any(
            t.low
            in ("bình quân", "thu nhập", "trung bình", "thu nhập bình quân", "bq", "tn", "tnbq")
            for t in tokens[max(0, at - 8) : at]
        )
        if averaged:
            return False
        if item.tags & lx.PRICE or (money and not item.tags & lx.PER):
            return True
        if money and _is_due(tokens, position + 2):
            return not any(token.tags & lx.AMOUNTS for token in tokens[max(0, at - 8) : at])
        if money and any(token.reason == "unit_price" for token in tokens[max(0, at - 7) : at]):
            return True
        return not money and bool(item.tags & (lx.NOUN | lx.PER))
    return False


def _goes_with_price(tokens: list[Token], at: int) -> bool:
    """Whether it goes into each, beside the money: tiểu học: 1 triệu đồng/suất và | 10 quyển vở."""
    if at < 6 or tokens[at - 1].low not in ("và", "kèm", "cùng") or tokens[at - 3].low != "/":
        return False
    money = tokens[at - 5]
    return money.reason == "unit_price" and tokens[at - 6].low in (
        ":",
        "gồm",
        "là",
        "trị giá mỗi suất",
    )


def _times(tokens: list[Token], at: int) -> bool:
    """Whether so many are multiplied by the price of one, told without its unit: 5 suất x | 1 triệu, 50 suất x | 500k."""
    if at < 2 or tokens[at - 1].low not in _TIMES or not tokens[at - 2].tags & lx.NOUN:
        return False
    follower = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return (tokens[at].minimum or 0) >= _DEAR or follower in _THOUSANDS


_DEAR = 10_000
_THOUSANDS = frozenset({"k", "ngàn", "nghìn", "tr", "triệu", "đ"})


def _is_due(tokens: list[Token], at: int) -> bool:
    """Whether it is for a time, too: 28.000 đồng/hộ | /tháng."""
    return at + 1 < len(tokens) and tokens[at].low == "/" and tokens[at + 1].low in _DUE


_DUE = frozenset({"tháng", "quý", "năm", "ngày", "lần", "chuyến", "buổi"})
_TIMES = frozenset({"x", "×"})


def is_property_price(tokens: list[Token], at: int) -> bool:
    """The price that names somebody's house or car: biệt thự 21 tỷ của một ca sĩ, siêu xe 8 tỷ đồng."""
    follower = after(tokens, at)
    money = follower is not None and follower.low in _MONEY
    large = (tokens[at].minimum or 0) >= _MILLION
    bare = follower is None or not follower.tags & lx.MEASURE
    return bool(at) and tokens[at - 1].low in PROPERTY and large and (money or bare)


_MILLION = 1_000_000
_MONEY = frozenset({"đồng", "usd", "đô la", "đô", "vnđ", "vnd"})
PROPERTY = lx.cue_words("property")
"""What somebody owns, right before its price."""


def is_fee_share(tokens: list[Token], at: int) -> bool:
    """How much of a fee a scholarship pays: Mức 1: 100% học phí; fees that were paid are counted."""
    behind = tokens[at + 1 : at + 3]
    paid = any(t.low in _PAID for t in tokens[max(0, at - 6) : at])
    return len(behind) == 2 and behind[0].low == "%" and behind[1].low in FEES and not paid


FEES = frozenset({"học phí", "lệ phí", "tiền học phí", "mức học phí"})


_PAID = frozenset({"thu", "thu được", "nộp", "đã", "đã thu", "đóng", "hoàn thành", "thu đạt"})


RATED = frozenset({"lãi suất", "lãi suất tiền gửi", "lãi suất vay", "lãi suất cho vay", "thuế suất", "mức thuế", "mức thuế suất", "mức phí"})  # fmt: skip


"""What a contract or a law sets in per cent."""


TAXES = frozenset(
    {"giá trị gia tăng", "thuế giá trị gia tăng", "thuế gtgt", "gtgt", "vat", "thuế vat", "thuế"}
)
"""Right before a rate, which a law then sets: thuế VAT 8%."""


_PARTS = frozenset({"chiếm", "chiếm tỷ lệ", "chiếm tỷ trọng"})


def is_interest(tokens: list[Token], at: int) -> bool:
    """The interest of a loan or a deposit: lãi suất tiền gửi 12 tháng là 6,8%/năm."""
    follower = after(tokens, at)
    if follower is None or follower.low != "%":
        return False
    if tokens[at - 1].low in TAXES:
        return not any(t.low.startswith(("giảm", "tăng")) for t in tokens[max(0, at - 5) : at - 1])
    for token in reversed(tokens[max(0, at - 16) : at]):
        if token.low in RATED:
            return True
        if token.low in _PARTS:
            return False
        if (token.kind == SIGN and token.low in ";.") or token.tags & lx.CHANGE:
            return False
    return False
