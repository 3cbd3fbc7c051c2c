"""Where the clause before a number begins, and the links and adverbs that lead to the number.

Guideline section 3 b.
"""

from __future__ import annotations

from functools import cache

from figures.naming.phrase_joints import of_one_scale
from figures.text import lexicon as lx
from figures.text.tokens import CODE, NUMBER, PERIOD_TOKEN, SIGN, WORD, Token

_BREAKS = frozenset(",;:.()|!?…[]{}•*+=")

_COMPARISONS = frozenset("<>≥≤~±-–")

_AFTER_SUBJECT = frozenset(
    {"đã", "đang", "sẽ", "vẫn", "mới", "cũng", "chỉ", "đều", "vừa", "còn", "lại", "tiếp tục"}
)

_LIMITED = frozenset({"từ", "trên", "dưới", "đủ", "kỳ hạn", "quá"})

_NAMED = frozenset(
    {
        "capacity",
        "age",
        "name",
        "slogan",
        "numbered",
        "place",
        "code",
        "ordinal",
        "law",
        "threshold",
    }
)


def clause_begin(tokens: list[Token], at: int, floor: int) -> int:
    """Where the clause before the number at `at` begins, signs and numbers within it passed over."""
    while at > floor:
        before = tokens[at - 1]
        if before.kind == WORD:
            at -= 1
            continue
        opened = bracket_start(tokens, at, floor) if before.low == ")" else at
        if before.low in CLOSES:
            opened = _quote_start(tokens, at, floor)
        if opened == at and is_break(before) and not _belongs(tokens, at - 1, floor):
            break
        at = min(opened, at - 1)
    return at


CLOSES = {'"': '"', "”": "“", "»": "«"}
_QUOTED = 14
"""As many tokens as a quoted name may have."""


def _quote_start(tokens: list[Token], end: int, floor: int) -> int:
    """Where a quotation without figures opens that closes before `end`: tiêu chí | "5 không, 3 sạch"."""
    return _opening(tokens, end, max(floor, end - _QUOTED), CLOSES[tokens[end - 1].low])


def _belongs(tokens: list[Token], at: int, floor: int) -> bool:
    """Whether a sign or a number that mostly ends a clause stands within one."""
    return (
        _coordinates(tokens, at)
        or _defines(tokens, at, floor)
        or _names_basis(tokens, at)
        or _is_day(tokens, at)
        or _is_length(tokens, at)
        or signs_change(tokens, at)
        or _tells_levels(tokens, at)
        or _tells_sessions(tokens, at)
        or (tokens[at].reason == "back_reference" and tokens[at - 1].low == "của")
    )


def _tells_levels(tokens: list[Token], at: int) -> bool:
    """Whether it is told of how many levels a fund is: Quỹ Vì người nghèo | 3 cấp | huy động."""
    return tokens[at].reason == "text_item" and [t.low for t in tokens[at + 1 : at + 2]] == ["cấp"]


def _tells_sessions(tokens: list[Token], at: int) -> bool:
    """Whether it is told how those learn whose share is told: tỷ lệ học sinh học | 2 buổi/ngày | đạt 96%."""
    behind = [token.low for token in tokens[at + 1 : at + 3]]
    return bool(tokens[at].reason) and behind == ["buổi", "/"]


def _coordinates(tokens: list[Token], at: int) -> bool:
    """Whether a comma joins two verbs of one predicate: quyên góp, ủng hộ; phòng, chống."""
    if tokens[at].low != "," or not at or at + 1 >= len(tokens):
        return False
    previous, follower = tokens[at - 1], tokens[at + 1]
    if (previous.low, follower.low) in lx.pairs() or of_one_scale(previous.low, follower.low):
        return True
    if previous.low == "phòng" and follower.low.startswith("chống"):
        return True
    if follower.low in ("phạt", "xử phạt", "thu", "thu nộp", "nộp", "chi"):
        return False
    verbs = previous.tags & lx.VERB and follower.tags & lx.VERB
    return bool(verbs) and not (previous.tags | follower.tags) & (lx.NOUN | lx.LINK)


def _defines(tokens: list[Token], at: int, floor: int) -> bool:
    """Whether a length of time belongs to a name: tiền gửi có kỳ hạn từ 12 tháng trở lên."""
    if tokens[at].reason != "duration" or tokens[at - 1].low not in _LIMITED:
        return False
    return any(token.low in ("kỳ hạn", "thời hạn") for token in tokens[max(floor, at - 4) : at])


def bracket_start(tokens: list[Token], end: int, floor: int) -> int:
    """Where a short bracket without figures that closes before `end` opens: (GRDP)."""
    if tokens[end - 1].low != ")":
        return end
    return _opening(tokens, end, max(floor, end - _BRACKETED), "(")


_BRACKETED = 10
"""As many tokens as a short bracket may have."""


def _opening(tokens: list[Token], end: int, floor: int, sign: str) -> int:
    """Where `sign` opens what closes before `end` and holds no figure; `end` for nowhere."""
    for at in range(end - 2, floor - 1, -1):
        if tokens[at].low == sign:
            return at
        if tokens[at].kind == NUMBER and not tokens[at].reason:
            break
    return end


_BASES = frozenset({"giá so sánh", "giá hiện hành", "giá cố định"})


def _basis_start(tokens: list[Token], end: int, floor: int) -> int:
    """Where the prices begin in which a value is told: GRDP | theo giá so sánh 2010 ước đạt."""
    at = end - 2 if end - 1 > floor and _names_basis(tokens, end - 1) else end - 1
    if tokens[at].low not in _BASES:
        return end
    while at > floor and tokens[at - 1].low in ("theo", "tính theo", "tính", "tính bằng"):
        at -= 1
    return at


def _names_basis(tokens: list[Token], at: int) -> bool:
    """Whether the number at `at` is the year of constant prices: giá so sánh 2010."""
    return tokens[at].reason == "year" and at > 0 and tokens[at - 1].low in _BASES


def _is_day(tokens: list[Token], at: int) -> bool:
    """Whether a day stands there that only tells when: công suất cực đại ngày 14/8 là …."""
    dated = tokens[at].form == "date" if tokens[at].kind == CODE else tokens[at].reason == "date"
    return dated and at > 0 and tokens[at - 1].low == "ngày"


def _is_length(tokens: list[Token], at: int) -> bool:
    """Whether a length of time tells over how long: tổng vốn đầu tư 5 năm | 68 tỷ đồng."""
    if tokens[at].reason != "duration" or at + 1 >= len(tokens) or not at:
        return False
    told = tokens[at + 1].low == "năm" or tokens[at - 1].low in _DURING
    return told and tokens[at - 1].kind == WORD


_DURING = frozenset({"trong", "sau", "qua", "suốt"})


def is_break(token: Token) -> bool:
    if token.kind == SIGN:
        return token.low in _BREAKS and not (token.low == "." and token.form == "glued")
    if token.kind == NUMBER:
        return token.reason not in _NAMED and not (token.reason == "norm" and token.minimum == 1)
    return token.kind == CODE


_WEAK_LINKS = frozenset(
    {
        "có",
        "đã có",
        "hiện có",
        "được",
        "cho",
        "có tới",
        "tới",
        "đến",
        "ở",
        "mới",
        "thực hiện",
        "hoàn thành",
        "lên",
        "tức",
        "tức là",
        "là",
    }
)


@cache
def strong_links() -> frozenset[str]:
    """The words that lead from what is measured to its number, hedges that hold one too."""
    links, hedged = lx.words_with(lx.LINK), lx.words_with(lx.HEDGE)
    estimates = {phrase for phrase in hedged if phrase.startswith(_ESTIMATES)}
    return links - _WEAK_LINKS | {"là"} | estimates


_ESTIMATES = ("ước đạt", "ước thực hiện", "ước tính đạt", "ước khoảng")
"""Begin hedges that hold a link: sản lượng | ước đạt hơn 5,2 triệu tấn."""


def is_change(tokens: list[Token], at: int) -> bool:
    tags = tokens[at].tags
    told = bool(tags & lx.CHANGE) and not tags & (lx.NOMINAL | lx.NEW_LEVEL)
    return told or signs_change(tokens, at)


def signs_change(tokens: list[Token], at: int) -> bool:
    """Whether a sign tells a change in percent: lợi nhuận | +16%. A hyphen may also part two words."""
    if tokens[at].low not in ("+", "−") or at + 2 >= len(tokens):
        return False
    return tokens[at + 1].kind == NUMBER and tokens[at + 2].low == "%"


_DATING = frozenset(
    {"trong", "vào", "của", "tại", "so với", "so", "đến", "cuối", "đến cuối", "đến hết"}
)
"""Words that lead to a time: sĩ số học sinh | đến cuối năm học 2022 - 2023 đạt."""


def without_joint(tokens: list[Token], begin: int, end: int) -> tuple[int, frozenset[str], bool]:
    """`end` before the links, adverbs and hedges that lead to the number."""
    joint: list[str] = []
    changed = firm = dated = False
    while end > begin:
        token = tokens[end - 1]
        if dated and token.low in _DATING:
            end -= 1
            continue
        if token.kind != WORD or token.low in _BASES:
            passed = _before_aside(tokens, begin, end)
            dated = dated or token.kind == PERIOD_TOKEN
            if passed < end:
                end = passed
                continue
        if firm and token.low in ("được", "có"):
            break
        if is_change(tokens, end - 1):
            changed = True
        elif token.low == "phấn đấu đạt":
            firm = True
        elif token.low == "nâng" and joint[-1:] == ["từ"] and end - 1 > begin:
            changed = True
        elif not token.tags & _LOOSE or token.tags & lx.AMOUNTS:
            break
        firm = firm or (bool(token.tags & lx.LINK) and token.low not in _LIGHT_LINKS)
        joint.append(token.low)
        end -= 1
    return end, frozenset(joint), changed


_LIGHT_LINKS = frozenset({"được", "có", "đã có", "hiện có", "cho"})
_LOOSE = lx.LINK | lx.ADVERB | lx.HEDGE | lx.NEW_LEVEL


def _before_aside(tokens: list[Token], begin: int, end: int) -> int:
    """`end` before the period, the comparison, the day, the bracket or the basis that ends there."""
    last = tokens[end - 1]
    if last.kind == PERIOD_TOKEN or last.low in _COMPARISONS:
        return end - 1
    if end - 1 > begin and _is_day(tokens, end - 1):
        return end - 2
    lasted = next(
        (at for at in range(end - 2, max(begin, end - 5), -1) if _is_length(tokens, at)), 0
    )
    if lasted:
        return lasted - (tokens[lasted - 1].low in _DURING)
    opened = bracket_start(tokens, end, begin) if last.low == ")" else end
    return min(opened, _basis_start(tokens, end, begin))


_LIGHT = lx.ADVERB | lx.STOP | lx.HEDGE


def without_adverbs(tokens: list[Token], start: int, end: int) -> tuple[int, bool]:
    """`start` behind leading adverbs; whether an auxiliary showed that a predicate follows."""
    predicate = False
    while start < end:
        token = tokens[start]
        if token.low in ("mỗi", "kết quả", "bình quân", "trung bình"):
            follower = tokens[start + 1] if start + 1 < end else token
            came_of = token.low == "kết quả" and follower.tags & lx.AMOUNTS
            if follower.kind != PERIOD_TOKEN and not came_of:
                break
            start += 1
            continue
        if token.low == "bị" and start + 1 < end and tokens[start + 1].kind == WORD:
            return start, True
        plain = token.kind in (PERIOD_TOKEN, SIGN) or "part" in token.entry.cues
        if plain or (token.tags & _LIGHT and not token.tags & (lx.NOMINAL | lx.VERB)):
            predicate = token.low in _AFTER_SUBJECT
            start += 1
            continue
        if is_change(tokens, start) and start + 1 < end:
            start += 1
            continue
        break
    return start, predicate
