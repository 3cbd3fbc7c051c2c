"""Numbers that a norm, a limit or a price sets for one case.

Guideline section 1, R2.
"""

from __future__ import annotations

from figures import lexicon as lx
from figures.refusals import after
from figures.tokens import NUMBER, PERIOD_TOKEN, SIGN, WORD, Token


def _is_scale(tokens: list[Token], at: int) -> bool:
    """The size each is to have, and crops a year: quy mô từ 30 - 100 ha/vùng, 2 vụ lúa/năm."""
    slash = next(
        (i for i in range(at + 1, min(at + 4, len(tokens) - 1)) if tokens[i].low == "/"), 0
    )
    if not slash:
        return False
    item = tokens[slash + 1]
    if item.low == "năm":
        return tokens[at + 1].low in ("vụ", "vụ lúa", "lứa") and (tokens[at].minimum or 0) < 10
    near = {token.low for token in tokens[max(0, at - 4) : at]}
    return "quy mô" in near and (item.entry.noun in ("place", "group") or item.low in _PLOTS)


_PLOTS = frozenset(
    {"vùng", "hộ", "trang trại", "mô hình", "khu", "cánh đồng", "thửa", "chuồng", "ao"}
)


def is_item_norm(tokens: list[Token], at: int) -> bool:
    """`15 kg đạm/sào`, `70 con/kg`: so much for each."""
    if _is_scale(tokens, at):
        return True
    for step in (2, 3):
        if at + step + 1 >= len(tokens):
            return False
        item = tokens[at + step + 1]
        if tokens[at + step].low == "/" and (item.kind == WORD or item.low in ("m2", "m3")):
            if step == 2 and tokens[at + 1].tags & lx.MEASURE:
                return item.low in ("sào", "gốc", "hố", "luống")
            if any(
                t.low in ("bình quân", "trung bình", "đạt") for t in tokens[max(0, at - 6) : at]
            ):
                return False
            return bool(item.tags & lx.MEASURE) or item.low in (
                "sào",
                "gốc",
                "ngày",
                "tuần",
                "lần",
                "vụ",
                "buổi",
            )
    return False


def is_threshold(tokens: list[Token], at: int) -> bool:
    """`không quá 2 người`, `thấp hơn mức 1,5%`: a limit, unless it is aimed at."""
    previous = tokens[at - 1] if at else None
    if previous is not None and _defines(tokens, at, previous):
        return not any("target" in token.entry.cues for token in tokens[:at])
    if previous is None or not _limits(tokens, at, previous):
        return False
    if previous.entry.hedge == "at_most" and (_shares(tokens, at) or _leads(tokens, at)):
        return False
    return not any(
        "target" in token.entry.cues or token.low in ("xác định", "đặt", "giảm", "duy trì")
        for token in tokens[:at]
    )


def _defines(tokens: list[Token], at: int, previous: Token) -> bool:
    """Whether the number says which ones are meant: các doanh nghiệp có từ 20 lao động trở lên."""
    if previous.low not in ("từ", "dưới", "trên") or at < 3 or tokens[at - 2].low != "có":
        return False
    behind = tokens[at + 1 : at + 4]
    limited = previous.low != "từ" or any(token.tags & lx.HEDGE_AFTER for token in behind)
    begin = at - 3
    while begin > 0 and tokens[begin - 1].kind == WORD and at - begin < 6:
        begin -= 1
    many = any(token.low in ("các", "những", "mỗi", "là") for token in tokens[begin : at - 2])
    which = any(token.entry.noun in ("group", "person") for token in tokens[begin : at - 2])
    return limited and many and which


def _shares(tokens: list[Token], at: int) -> bool:
    """Whether a share of things is told: không quá 1% cuộc gọi bị nhỡ."""
    behind = tokens[at + 1 : at + 3]
    return len(behind) == 2 and behind[0].low == "%" and bool(behind[1].tags & lx.NOUN)


def _leads(tokens: list[Token], at: int) -> bool:
    """Whether the number is the highest share, not a limit: chiếm tỷ lệ cao nhất 45,6%."""
    highest = at > 1 and tokens[at - 1].low in ("cao nhất", "nhiều nhất")
    return highest and tokens[at - 2].low in SHARED


SHARED = frozenset({"chiếm", "chiếm tỷ lệ", "tỷ lệ", "đạt tỷ lệ", "tỷ trọng", "chiếm tỷ trọng"})
"""Behind these, "cao nhất" ranks a share."""


def _limits(tokens: list[Token], at: int, previous: Token) -> bool:
    """Whether the words right before the number make it a limit."""
    if previous.entry.hedge == "at_most":
        return True
    earlier = tokens[at - 2].low if at > 1 else ""
    if previous.low in ("nếu", "khi"):
        return at + 1 < len(tokens) and tokens[at + 1].low == "%"
    if previous.low == "là" and any(
        t.low in ("tối thiểu", "tối đa") for t in tokens[max(0, at - 9) : at]
    ):
        return True
    if previous.low in ("phép", "quy định") and "mức" in {
        t.low for t in tokens[max(0, at - 4) : at]
    }:
        return True
    if previous.low in ("ngưỡng", "vượt ngưỡng", "dưới mức"):
        return True
    if previous.low == "mức":
        told = earlier == "so với" and (tokens[at].minimum or 0) >= _SUM
        return not told and earlier in (
            "thấp hơn",
            "cao hơn",
            "so với",
            "vượt",
            "dưới",
            "trên",
            "hơn",
        )
    if previous.low in ("dưới", "trên", "chiếm dưới", "từ") and tokens[0].low == "theo quy định":
        return not any(t.kind == PERIOD_TOKEN for t in tokens[:at])
    near = {token.low for token in tokens[max(0, at - 6) : at]}
    if previous.low == "quá":
        return bool(near & {"không", "không gạch", "chậm"})
    return previous.entry.hedge == "at_least" and bool(
        near & {"phải", "phải có", "cần", "yêu cầu", "quy định", "khi", "nếu"}
    )


_SUM = 10_000_000
"""From here on a sum is no limit: so với mức 2.610 tỷ đồng."""


def is_listed_price(tokens: list[Token], at: int) -> bool:
    """A small sum in the currency of price lists, of which nothing is told: qua đêm: 600.000 vnđ."""
    small = (tokens[at].minimum or 0) < 10_000_000 and after(tokens, at) is not None
    return (
        small and tokens[at + 1].low in ("vnđ", "vnd") and all(not _tells(t) for t in tokens[:at])
    )


def _tells(token: Token) -> bool:
    return bool(token.tags & (lx.AMOUNT | lx.RATE)) or "reports" in token.entry.cues


def is_priced(tokens: list[Token], at: int) -> bool:
    """A small sum named by a price, a fee or a prize."""
    token, follower = tokens[at], after(tokens, at)
    if (
        follower is None
        or follower.entry.unit not in ("đồng", "USD")
        or (token.minimum or 0) >= 50_000_000
    ):
        return False
    if "priced" in tokens[0].entry.cues:
        per = at + 2 < len(tokens) and tokens[at + 2].low == "/"
        if per or any(t.low == ":" for t in tokens[:at]):
            return True
    for step in range(1, 9):
        if at - step < 0:
            break
        earlier = tokens[at - step]
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


DEFINES = frozenset(
    {"được xác định là", "được coi là", "được xếp là", "được gọi là", "gọi là", "coi là", "xếp vào"}
)


def is_defined(tokens: list[Token], at: int) -> bool:
    """The limit by which something is what it is: doanh nghiệp dưới 10 lao động là doanh nghiệp siêu nhỏ."""
    limits = bool(at) and tokens[at - 1].entry.hedge in ("under", "over", "at_least", "at_most")
    if not limits and (not at or tokens[at - 1].low != "từ"):
        return False
    begin = at - 1
    while begin and tokens[begin - 1].kind == WORD and tokens[begin - 1].low not in ("là", "có"):
        begin -= 1
    if begin == at - 1:
        return False
    for place in range(at + 1, min(at + 12, len(tokens) - 1)):
        if tokens[place].low in DEFINES:
            return True
        if tokens[place].low == "là":
            return tokens[begin].tags & lx.NOUN != 0 and tokens[place + 1].low == tokens[begin].low
        if tokens[place].low in ",;.":
            return False
    return False


def is_discounted(tokens: list[Token], at: int) -> bool:
    """A discount and from how many on: từ 10 thuê bao giảm 10%, mua từ 50 quyển giảm 15%."""
    follower = after(tokens, at)
    if follower is not None and follower.low == "%":
        return tokens[at - 1].low == "giảm" and any(
            tokens[i].kind == NUMBER and tokens[i - 1].low in _FROM and tokens[i + 1].low != "%"
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
    """120.000 đồng/suất, 2.000/hội viên: the price or norm of one item."""
    position = at + 1
    money = False
    if position < len(tokens) and tokens[position].tags & lx.MEASURE:
        money = tokens[position].entry.unit in ("đồng", "USD")
        if not money:
            return False
        position += 1
    if position + 1 < len(tokens) and tokens[position].low == "/":
        item = tokens[position + 1]
        if item.kind != WORD and not item.tags & lx.MEASURE:
            return False
        averaged = any(
            t.low in ("bình quân", "thu nhập", "trung bình", "thu nhập bình quân")
            for t in tokens[max(0, at - 8) : at]
        )
        if averaged:
            return False
        if item.tags & lx.PRICE or (money and not item.tags & lx.PER):
            return True
        return not money and bool(item.tags & (lx.NOUN | lx.PER))
    return False


_YIELDS = frozenset({"hecta", "ha", "hécta", "năm", "tháng", "quý", "sào", "công", "ngày"})


def lasts(tokens: list[Token], at: int) -> bool:
    """How long something takes, told in meetings: học trong 2 buổi."""
    follower = after(tokens, at)
    if not at or follower is None or (tokens[at].minimum or 0) > 20:
        return False
    units = (
        "buổi",
        "tiết",
        "tiết học",
        "phiên",
        "vòng",
        "vòng thi",
        "chặng",
        "hiệp",
        "đêm",
        "đêm diễn",
    )
    if follower.low == "đợt":
        return tokens[at - 1].low in ("qua", "sau", "làm", "thành")
    return follower.low in units and tokens[at - 1].low in ("trong", "suốt", "qua", "kéo dài")


_HUNDREDS = frozenset({10, 100, 1000, 10_000, 100_000})


def is_base(tokens: list[Token], at: int) -> bool:
    """The hundred or thousand that a rate is told for: 24 thuê bao/100 dân."""
    return bool(at) and tokens[at - 1].low == "/" and tokens[at].minimum in _HUNDREDS


def is_fee_share(tokens: list[Token], at: int) -> bool:
    """How much of a fee a scholarship pays: Mức 1: 100% học phí; fees that were paid are counted."""
    behind = tokens[at + 1 : at + 3]
    paid = any(t.low in _PAID for t in tokens[max(0, at - 6) : at])
    return len(behind) == 2 and behind[0].low == "%" and behind[1].low in FEES and not paid


FEES = frozenset({"học phí", "lệ phí", "tiền học phí", "mức học phí"})
_PAID = frozenset({"thu", "thu được", "nộp", "đã", "đã thu", "đóng", "hoàn thành", "thu đạt"})


def is_nutrient(tokens: list[Token], at: int) -> bool:
    """How much of an element soil or a plant has: 375 kg N, 37,5 kg P2O5."""
    behind = tokens[at + 1 : at + 3]
    return len(behind) == 2 and behind[0].low in ("kg", "g", "gam") and behind[1].low in NUTRIENTS


NUTRIENTS = frozenset({"n", "p", "k", "cao", "mgo", "s"})
RATED = frozenset({"lãi suất", "lãi suất tiền gửi", "lãi suất vay", "lãi suất cho vay", "thuế suất", "mức thuế", "mức thuế suất", "mức phí"})  # fmt: skip
"""What a contract or a law sets in per cent."""


def is_interest(tokens: list[Token], at: int) -> bool:
    """The interest of a loan or a deposit: lãi suất tiền gửi 12 tháng là 6,8%/năm."""
    follower = after(tokens, at)
    if follower is None or follower.low != "%":
        return False
    for token in reversed(tokens[max(0, at - 16) : at]):
        if token.low in RATED:
            return True
        if (token.kind == SIGN and token.low in ";.") or token.tags & lx.CHANGE:
            return False
    return False


def is_contribution(tokens: list[Token], at: int) -> bool:
    """The share that each one pays or is let off: đóng 8% vào quỹ, sinh viên được giảm 70%."""
    follower = after(tokens, at)
    if follower is None or follower.low != "%" or not at:
        return False
    previous = tokens[at - 1]
    if previous.low in ("đóng", "trích", "trích nộp"):
        return True
    if previous.low == "giảm" and at > 1 and tokens[at - 2].low == "được":
        begin = at - 2
        while begin and tokens[begin - 1].kind != SIGN:
            begin -= 1
        clause = tokens[begin : at - 2]
        people = any(token.entry.noun in ("person", "group") for token in clause)
        return people and not any(token.tags & (lx.AMOUNT | lx.RATE) for token in clause)
    paid = at + 2 < len(tokens) and tokens[at + 2].low == "vào"
    return paid and any(token.low in ("đóng", "trích") for token in tokens[:at])


WAGES = frozenset({"tiền lương", "mức lương", "lương cơ sở", "lương tối thiểu", "mức lương cơ sở", "mức lương tối thiểu"})  # fmt: skip


def is_wage_share(tokens: list[Token], at: int) -> bool:
    """What share of a wage somebody pays or gets: bằng 6% tiền lương tháng; what it rose by is told."""
    if at + 2 >= len(tokens) or tokens[at + 1].low != "%" or tokens[at + 2].low not in WAGES:
        return False
    return not any(token.tags & lx.CHANGE for token in tokens[max(0, at - 3) : at])


def is_shift_norm(tokens: list[Token], at: int) -> bool:
    """How many are on one shift: trực cơ quan 2 người/ca."""
    if at + 3 >= len(tokens) or (tokens[at].minimum or 0) > 20:
        return False
    per = tokens[at + 2].low == "/" and tokens[at + 3].low in (
        "ca",
        "kíp",
        "ca trực",
        "phòng",
        "bàn",
        "xe",
    )
    return per and tokens[at + 1].entry.noun in ("person", "thing", "group")


def is_daily(tokens: list[Token], at: int) -> bool:
    """A few for each day or each one, behind the noun: uống 2 ly cà phê mỗi ngày."""
    if (tokens[at].minimum or 0) > 10 or tokens[at].denominator is not None:
        return False
    follower = after(tokens, at)
    if follower is None or follower.entry.noun in ("case", "person", "document", "group", "place"):
        return False
    if any(token.low.endswith(("bình quân", "trung bình")) for token in tokens[:at]):
        return False
    for place in range(at + 2, min(at + 5, len(tokens) - 1)):
        if tokens[place].kind != WORD:
            return False
        if tokens[place].low == "mỗi":
            return tokens[place + 1].low in (
                "ngày",
                "bữa",
                "lần",
                "tuần",
                "tháng",
                "tối",
                "sáng",
                "bên",
            )
        if tokens[place].low in ("mỗi ngày", "mỗi lần", "mỗi tuần", "mỗi bữa"):
            return True
    return False


def is_risk(tokens: list[Token], at: int) -> bool:
    """A share of danger or chance that advice tells: giúp giảm 25% nguy cơ mắc bệnh."""
    behind = [token.low for token in tokens[at + 1 : at + 4]]
    return behind in (["%", "nguy", "cơ"],) or behind[:2] in (["%", "nguy cơ"], ["%", "khả năng"])


def is_norm(tokens: list[Token], at: int) -> bool:
    """R2: `mỗi suất 700 nghìn đồng`; not an average such as `mỗi năm 30 lớp`."""
    follower = after(tokens, at)
    said = [i for i in range(at) if tokens[i].low in ("cứ", ";")]
    if said and tokens[said[-1]].low == "cứ":
        return True
    if (
        tokens[at].minimum == 1
        and follower is not None
        and follower.low in ("ha", "hecta", "hécta", "sào", "km2")
    ):
        return bool(at) and tokens[at - 1].low in ("trên", "một", "cho", "mỗi", "/")
    for step in range(1, 8):
        position = at - step
        if position < 0:
            return False
        token = tokens[position]
        if token.kind == NUMBER and token.reason == "norm":
            return not any(t.low in ("đạt", "là", "còn") for t in tokens[position:at])
        if token.kind in (NUMBER, PERIOD_TOKEN) or (token.kind == SIGN and token.low in ",;:.("):
            return False
        if token.low in ("mỗi", "từng"):
            item = tokens[position + 1].low
            earlier = {t.low for t in tokens[max(0, position - 8) : at]}
            averaged = any(low.endswith(("bình quân", "trung bình")) for low in earlier)
            return item not in _YIELDS and not averaged and not earlier & {"sĩ số", "dự kiến"}
    return False
