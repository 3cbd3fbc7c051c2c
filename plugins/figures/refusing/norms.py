"""Numbers that a norm sets for one case: so much for each.

Guideline section 1, R2.
"""

from __future__ import annotations

from figures.refusing.refusals import after
from figures.text import lexicon as lx
from figures.text.tokens import NUMBER, PERIOD_TOKEN, SIGN, WORD, Token


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
    if not near.isdisjoint(("bình quân", "trung bình")):
        return False
    return "quy mô" in near and (item.entry.noun in ("place", "group") or item.low in _PLOTS)


_PLOTS = frozenset(
    {"vùng", "hộ", "trang trại", "mô hình", "khu", "cánh đồng", "thửa", "chuồng", "ao"}
)


def is_item_norm(tokens: list[Token], at: int) -> bool:
    """`15 kg đạm/sào`, `70 con/kg`: so much for each."""
    if _is_scale(tokens, at):
        return True
    if at and any(token.low in ("công suất", "quy mô") for token in tokens[max(0, at - 2) : at]):
        return False
    for step in (2, 3):
        if at + step + 1 >= len(tokens):
            return False
        item = tokens[at + step + 1]
        if tokens[at + step].low == "/" and (item.kind == WORD or item.low in ("m2", "m3")):
            if step == 2 and tokens[at + 1].tags & lx.MEASURE:
                dose = tokens[at + 1].entry.unit in ("g", "ml") and item.low in _DOSED
                return dose or item.low in ("sào", "gốc", "hố", "luống")
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


_AREAS = frozenset({"hecta", "ha", "hécta", "sào", "công"})
"""Of these a crop is told by weight, what is planted by number: mỗi ha trồng 500 cây."""
_DOSED = frozenset({"ngày", "lần", "bữa", "cữ", "tuần"})
"""So often somebody eats or drinks a small measure."""
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
    """The hundred or thousand that a rate is told for: 24 thuê bao/100 dân, cứ 1.000 trẻ thì có 20 trẻ …."""
    if not at or tokens[at].minimum not in _HUNDREDS:
        return False
    if tokens[at - 1].low in ("mỗi", "trên mỗi"):
        return at > 3 and "trên" in tokens[at - 2].low and tokens[at - 3].kind == NUMBER
    if tokens[at - 1].low == "cứ":
        near = range(at + _APART - 1, min(at + _FAR, len(tokens) - 1))
        return any(tokens[i].kind == NUMBER and is_rate_of(tokens, at - 1, i) for i in near)
    return tokens[at - 1].low == "/"


_FAR = 12
"""Within as many tokens the rate of a base is told."""


def is_nutrient(tokens: list[Token], at: int) -> bool:
    """How much of an element soil or a plant has: 375 kg N, 37,5 kg P2O5."""
    behind = tokens[at + 1 : at + 3]
    return len(behind) == 2 and behind[0].low in ("kg", "g", "gam") and behind[1].low in NUTRIENTS


NUTRIENTS = frozenset({"n", "p", "k", "cao", "mgo", "s"})


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
        return people and not any(token.tags & lx.AMOUNTS for token in clause)
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
    return behind in (["%", "nguy", "cơ"],) or behind[:2] in _CHANCES


_CHANCES = (["%", "nguy cơ"], ["%", "khả năng"], ["%", "cơ hội"])


def is_rate_of(tokens: list[Token], led: int, at: int) -> bool:
    """Whether so many out of a round number of people are told: cứ 1.000 trẻ sinh ra thì có | 20 trẻ tử vong.

    `led` is the place of "cứ". What each gets or needs is no rate: cứ 10 người được | 1 suất.
    """
    whole = led + 1
    if at - led < _APART or tokens[whole].kind != NUMBER or tokens[whole].minimum not in _HUNDREDS:
        return False
    people = tokens[whole + 1].entry.noun == "person" and tokens[at + 1 : at + 2]
    told = tokens[at - 1].low in ("có", "thì có", "lại có", "sẽ có")
    return bool(people) and told and tokens[at + 1].entry.noun == "person"


_APART = 4
"""Fewer tokens do not tell whom a rate is of."""


def is_norm(tokens: list[Token], at: int) -> bool:
    """R2: `mỗi suất 700 nghìn đồng`; not an average such as `mỗi năm 30 lớp`."""
    follower = after(tokens, at)
    said = [i for i in range(at) if tokens[i].low in ("cứ", ";")]
    if said and tokens[said[-1]].low == "cứ":
        return not is_rate_of(tokens, said[-1], at)
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
            told = tokens[position:at]
            return not any(t.low in ("đạt", "là", "còn") or t.tags & lx.CHANGE for t in told)
        headed = token.low == ":" and step == 1
        if token.kind in (NUMBER, PERIOD_TOKEN) or (
            token.kind == SIGN and token.low in ",;:.(" and not headed
        ):
            return False
        if token.low in ("mỗi", "từng"):
            item = tokens[position + 1].low
            begin = next((i for i in range(position, 0, -1) if tokens[i - 1].low in ",;("), 0)
            earlier = {t.low for t in tokens[max(begin, position - 8) : at]}
            averaged = any(low.endswith(("bình quân", "trung bình")) for low in earlier)
            if item in _AREAS and follower is not None and follower.entry.noun == "thing":
                return not averaged
            return item not in _YIELDS and not averaged and not earlier & {"sĩ số", "dự kiến"}
    return False
