"""What is said before a number: the subject that is measured, the label, the predicate.

Guideline section 3 b.
"""

from __future__ import annotations

from dataclasses import dataclass

from figures import lexicon as lx
from figures.phrases import NOMINAL
from figures.tokens import CODE, NUMBER, PERIOD_TOKEN, SIGN, WORD, Token


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a number in its clause."""

    start: int
    end: int
    """Token positions of the phrase; empty when nothing but links and adverbs stand there."""
    joint: frozenset[str]
    """The links, adverbs and prepositions between the phrase and the number."""
    linked: bool
    """Whether a verb such as đạt, là, còn leads from it to the number."""
    changed: bool
    """Whether a verb of change does."""
    verbal: bool
    """Whether the phrase is a predicate: it begins with a verb or an auxiliary."""
    level: tuple[int, int] | None

    def __bool__(self) -> bool:
        return self.end > self.start


_COORDINATED = frozenset({"khu vực", "ngành", "lĩnh vực", "nhóm ngành"})
_BREAKS = frozenset(",;:.()|!?…[]{}•*+=")
_COMPARISONS = frozenset("<>≥≤~±-–")
_WEAK = frozenset(
    {
        "có",
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
_AFTER_SUBJECT = frozenset(
    {"đã", "đang", "sẽ", "vẫn", "mới", "cũng", "chỉ", "đều", "vừa", "còn", "lại", "tiếp tục"}
)
_LIMITED = frozenset({"từ", "trên", "dưới", "đủ", "kỳ hạn", "quá"})
_NAMED = frozenset({"age", "name", "numbered", "place", "code", "ordinal", "law"})


def left_phrase(tokens: list[Token], number_at: int, floor: int) -> Before:
    """What is said right before the number at `number_at`, not reaching below `floor`."""
    begin = number_at
    while begin > floor:
        if tokens[begin - 1].kind == WORD:
            begin -= 1
            continue
        opened = _bracket_start(tokens, begin, floor)
        if opened < begin:
            begin = opened
        elif (
            _is_break(tokens[begin - 1])
            and not _coordinates(tokens, begin - 1)
            and not _defines(tokens, begin - 1, floor)
        ):
            break
        else:
            begin -= 1
    end, joint, changed = _without_joint(tokens, begin, number_at)
    linked = any(low not in _WEAK for low in joint if _links(low)) or "là" in joint
    while (
        begin < end and _is_change(tokens, begin) and tokens[begin + 1].tags & (lx.AMOUNT | lx.RATE)
    ):
        begin += 1
    changes = [at for at in range(begin, end) if _is_change(tokens, at)]
    if changes:
        changed = True
        end, more, _ = _without_joint(tokens, begin, changes[0])
        joint = joint | more
    start, verbal = _without_adverbs(tokens, begin, end)
    if (linked or changed) and begin > floor and tokens[begin - 1].low == ",":
        subject = _over_comma(tokens, begin, start, end, floor)
        if subject < start:
            start, end = subject, _before_aside(tokens, subject, end)
    start = _coordinated(tokens, begin, start, end, floor)
    subject = _planned_subject(tokens, start, end)
    if subject:
        return Before(start, subject, joint, linked, changed, False, None)
    start = _past_separators(tokens, start, end)
    acted = _past_agent(tokens, start, end)
    start, verbal = (acted, True) if acted > start else (start, verbal)
    level = None
    if end > start and tokens[end - 1].tags & lx.LEVEL:
        end, level = _level_before(tokens, start, end)
    if end > start:
        first = tokens[start].tags
        verbal = (verbal and not first & NOMINAL) or (
            bool(first & (lx.VERB | lx.PREDICATE)) and not first & NOMINAL
        )
    if verbal or (end > start and tokens[start].tags & lx.ACTOR):
        start, verbal = _nominal_inside(tokens, start, end, verbal=verbal)
    end = _without_place(tokens, start, end)
    return Before(start, end, joint, linked, changed, verbal, level)


def _coordinates(tokens: list[Token], at: int) -> bool:
    """Whether a comma joins two verbs of one predicate: quyên góp, ủng hộ; phòng, chống."""
    if tokens[at].low != "," or not at or at + 1 >= len(tokens):
        return False
    previous, follower = tokens[at - 1], tokens[at + 1]
    if (previous.low, follower.low) in lx.pairs():
        return True
    if previous.low == "phòng" and follower.low.startswith("chống"):
        return True
    verbs = previous.tags & lx.VERB and follower.tags & lx.VERB
    return bool(verbs) and not (previous.tags | follower.tags) & (lx.NOUN | lx.LINK)


def _defines(tokens: list[Token], at: int, floor: int) -> bool:
    """Whether a length of time belongs to a name: tiền gửi có kỳ hạn từ 12 tháng trở lên."""
    if tokens[at].reason != "duration" or tokens[at - 1].low not in _LIMITED:
        return False
    return any(token.low in ("kỳ hạn", "thời hạn") for token in tokens[max(floor, at - 4) : at])


def _bracket_start(tokens: list[Token], end: int, floor: int) -> int:
    """Where a short bracket without figures that closes before `end` opens: (GRDP)."""
    if tokens[end - 1].low != ")":
        return end
    for at in range(end - 2, max(floor, end - 7) - 1, -1):
        if tokens[at].low == "(":
            return at
        if tokens[at].kind == NUMBER and not tokens[at].reason:
            break
    return end


def _is_break(token: Token) -> bool:
    if token.kind == SIGN:
        return token.low in _BREAKS
    if token.kind == NUMBER:
        return token.reason not in _NAMED and not (token.reason == "norm" and token.minimum == 1)
    return token.kind == CODE


def _links(low: str) -> bool:
    entry = lx.entries().get(low)
    return entry is not None and bool(entry.tags & lx.LINK)


def _is_change(tokens: list[Token], at: int) -> bool:
    tags = tokens[at].tags
    return bool(tags & lx.CHANGE) and not tags & (NOMINAL | lx.NEW_LEVEL)


def _without_joint(tokens: list[Token], begin: int, end: int) -> tuple[int, frozenset[str], bool]:
    """`end` before the links, adverbs and hedges that lead to the number."""
    joint: set[str] = set()
    changed = firm = dated = False
    while end > begin:
        token = tokens[end - 1]
        if dated and token.low in ("trong", "vào", "của", "tại"):
            end -= 1
            continue
        dated = dated or token.kind == PERIOD_TOKEN
        if token.kind == PERIOD_TOKEN or token.low in _COMPARISONS:
            end -= 1
            continue
        opened = _bracket_start(tokens, end, begin)
        if opened < end:
            end = opened
            continue
        if firm and token.low in ("được", "có"):
            break
        loose = lx.LINK | lx.ADVERB | lx.HEDGE | lx.NEW_LEVEL
        if _is_change(tokens, end - 1):
            changed = True
        elif not token.tags & loose or token.tags & (lx.AMOUNT | lx.RATE):
            break
        firm = firm or (bool(token.tags & lx.LINK) and token.low not in ("được", "có", "cho"))
        joint.add(token.low)
        end -= 1
    return end, frozenset(joint), changed


def _without_adverbs(tokens: list[Token], start: int, end: int) -> tuple[int, bool]:
    """`start` behind leading adverbs; whether an auxiliary showed that a predicate follows."""
    predicate = False
    while start < end:
        token = tokens[start]
        light = lx.ADVERB | lx.STOP | lx.HEDGE
        plain = token.kind in (PERIOD_TOKEN, SIGN) or "part" in token.entry.cues
        if token.low in ("mỗi", "kết quả", "bình quân", "trung bình"):
            break
        if plain or (token.tags & light and not token.tags & (NOMINAL | lx.VERB)):
            predicate = token.low in _AFTER_SUBJECT
            start += 1
            continue
        if _is_change(tokens, start) and start + 1 < end:
            start += 1
            continue
        break
    return start, predicate


def _past_separators(tokens: list[Token], start: int, end: int) -> int:
    """`start` behind the last cue that opens the real subject: … phấn đấu | tốc độ tăng …."""
    for at in range(end - 2, start - 1, -1):
        token, follower = tokens[at], tokens[at + 1]
        opens = "target" in token.entry.cues or token.low in (
            "có",
            "cho biết",
            "đặt",
            "nêu",
            "với",
            "đạt",
            "khiến",
            "khiến cho",
            "làm",
            "làm cho",
            "giúp",
            "đưa",
            "nâng",
            "trong khi",
        )
        if token.low == "mục tiêu" and at == start:
            opens = True
        if opens and follower.tags & (lx.AMOUNT | lx.RATE):
            return at + 1
        if "target" in token.entry.cues and token.low != "mục tiêu" and follower.kind == WORD:
            return at + 1
    return start


def _planned_subject(tokens: list[Token], start: int, end: int) -> int:
    """Where a thing ends that is to be handled: Lúa hè thu | dự kiến xuống giống; 0 if none."""
    at = next((i for i in range(start + 1, end) if "target" in tokens[i].entry.cues), 0)
    head = tokens[start] if start < end else None
    if not at or head is None or head.tags & lx.ACTOR or head.entry.noun in _AGENTS:
        return 0
    if head.tags and not head.tags & NOMINAL:
        return 0
    verbs = tokens[at + 1 : end]
    acts = all(t.tags & lx.VERB and not t.tags & NOMINAL for t in verbs)
    return at if 0 < len(verbs) < 3 and acts else 0


_AGENTS = frozenset({"person", "group", "place", "event", "document"})


def _past_agent(tokens: list[Token], start: int, end: int) -> int:
    """`start` behind who acts and the auxiliary: Đợt cao điểm đã | lập biên bản."""
    if end <= start:
        return start
    first = tokens[start]
    agent = first.tags & lx.ACTOR or first.entry.noun in _AGENTS
    if not agent or first.tags & (lx.AMOUNT | lx.RATE):
        return start
    for at in range(end - 2, start, -1):
        if tokens[at].low in ("đã", "đang", "sẽ"):
            return at + 1
    return start


def _is_said(token: Token) -> bool:
    """Whether a predicate begins: "vốn sụt giảm", where "vốn" is an adverb."""
    return bool(token.tags & (lx.CHANGE | lx.PREDICATE)) or token.low in ("là", "đã", "rất", "chỉ")


def _over_comma(tokens: list[Token], begin: int, start: int, end: int, floor: int) -> int:
    """Where a subject with commas of its own begins: tỷ lệ khá, giỏi | đạt."""
    still = start + 1 < end and tokens[start].low == "vốn" and _is_said(tokens[start + 1])
    if end > start and tokens[start].tags & (lx.AMOUNT | lx.RATE) and not still:
        return start
    if any(token.kind == PERIOD_TOKEN for token in tokens[begin:start]):
        return start
    at = begin
    for _ in range(3):
        if at <= floor or tokens[at - 1].low != ",":
            return start
        stop = at - 1
        at = stop
        while at > floor and not _is_break(tokens[at - 1]):
            at -= 1
        if stop == at:
            return start
        first, _predicate = _without_adverbs(tokens, at, stop)
        if tokens[first].low == "vốn" and _is_said(tokens[first + 1]):
            continue
        if first < stop and (
            tokens[first].tags & (lx.RATE | lx.AMOUNT) or tokens[first].low in _COORDINATED
        ):
            return first
    return start


def _before_aside(tokens: list[Token], start: int, end: int) -> int:
    """`end` of a subject before the clause that goes on about it: tỷ lệ X, thước đo …, | đạt."""
    while end > start + 1 and tokens[end - 1].low == ",":
        end -= 1
    commas = [at for at in range(start, end) if tokens[at].low == ","] or [end]
    asides = [at for at in commas if at + 1 < end and tokens[at + 1].low in _ASIDES]
    comma = asides[0] if asides else commas[-1]
    for at in range(start + 1, min(comma, end)):
        if tokens[at].low in _GOES_ON or tokens[at].kind == PERIOD_TOKEN:
            return at
    follower = tokens[comma + 1] if comma + 1 < end else None
    if follower is None or comma + 1 >= end:
        return min(comma, end)
    aside = follower.low in _ASIDES or end - comma > 5
    return comma if aside else end


_SAID = lx.VERB | lx.PREDICATE | lx.LINK | lx.STOP | lx.ADVERB | lx.CHANGE | lx.HEDGE
_JOINED = 4
"""How many noun phrases a subject may list."""


def _coordinated(tokens: list[Token], begin: int, start: int, end: int, floor: int) -> int:
    """Where a subject that lists nouns begins: bán buôn, bán lẻ | tăng; đàn trâu, bò | có."""
    owned = (at for at in range(start + 1, end) if tokens[at].low in ("của", "tại", "ở"))
    if start != begin or end <= start or not _is_bare(tokens, start, next(owned, end)):
        return start
    first = start
    for _ in range(_JOINED):
        if first <= floor or tokens[first - 1].low != ",":
            break
        at = first - 1
        while at > floor and not _is_break(tokens[at - 1]):
            at -= 1
        while at < first - 1 and "part" in tokens[at].entry.cues:
            at += 1
        if not _lists_with(tokens, at, first - 1, start):
            break
        first = at
    return first


def _is_bare(tokens: list[Token], start: int, end: int) -> bool:
    """Whether nothing but a short noun phrase stands there, that is no amount by itself."""
    head = tokens[start].tags
    if head & (lx.AMOUNT | lx.RATE | lx.ACTOR) or end - start > 5:
        return False
    return all(_is_nominal(token) for token in tokens[start:end])


def _is_nominal(token: Token) -> bool:
    if token.kind != WORD or token.low == "và":
        return token.low == "và"
    if token.tags & lx.CUE and not token.tags & NOMINAL and "part" in token.entry.cues:
        return False
    return bool(token.tags & NOMINAL) or not token.tags & _SAID


def _lists_with(tokens: list[Token], at: int, comma: int, start: int) -> bool:
    """Whether the words between `at` and `comma` are a noun phrase that the one at `start` continues."""
    has = at < comma and tokens[at].low == "có"
    if at + has >= comma or comma - at > 6:
        return False
    head, last = tokens[at + has], tokens[start]
    if head.tags & lx.ACTOR or not all(_is_nominal(t) for t in tokens[at + has : comma]):
        return False
    if head.entry.noun in ("place", "group", "person"):
        return head.entry.noun == last.entry.noun
    return True


_GOES_ON = frozenset({"nay", "đã", "đang", "vẫn", "luôn", "tiếp tục", "ổn định", "dần", "sẽ"})
_ASIDES = frozenset({"tính cả", "kể cả", "không kể", "không tính", "chưa kể", "vốn", "thước đo", "một", "nhất là", "gồm cả", "bao gồm cả", "trừ", "nơi"})  # fmt: skip


def _level_before(tokens: list[Token], start: int, end: int) -> tuple[int, tuple[int, int]]:
    last = end
    end -= 1
    while (
        end - 1 > start
        and tokens[end - 1].low in (",", "và", "/")
        and tokens[end - 2].tags & lx.LEVEL
    ):
        end -= 2
    return end, (end, last)


_PLAIN_AMOUNTS = frozenset(
    {"vốn", "ngân sách", "quỹ", "tiền", "đàn", "số", "mức", "thu nhập", "dân số"}
)


def _nominal_inside(tokens: list[Token], start: int, end: int, *, verbal: bool) -> tuple[int, bool]:
    """The amount that a verb governs: khai thác | nguồn vốn."""
    governed = verbal
    for at in range(start, end):
        token = tokens[at]
        governed = governed or bool(token.tags & lx.VERB and not token.tags & lx.NOUN)
        if (
            at > start
            and governed
            and token.tags & (lx.AMOUNT | lx.RATE)
            and token.low not in _PLAIN_AMOUNTS
        ):
            return at, False
    return start, verbal


_STORES = frozenset({"tài khoản", "quỹ", "kho", "két", "ngân hàng", "kho bạc", "sổ"})


def _without_place(tokens: list[Token], start: int, end: int) -> int:
    """`end` before the place or owner: tổng diện tích | của huyện."""
    for at in range(start + 1, end):
        token = tokens[at]
        if token.low == "trên địa bàn":
            return at
        if token.low in ("toàn", "cả") or (
            token.tags & lx.ACTOR and token.low.startswith(("toàn ", "cả "))
        ):
            return at
        if token.low in ("của", "tại", "ở", "đến", "trong") and at + 1 < end:
            owner = tokens[at + 1]
            if token.low == "trong" and owner.low in _STORES and tokens[start].tags & lx.AMOUNT:
                return at
            if any(t.tags & lx.VERB for t in tokens[at + 2 : end]):
                return end
            if (
                owner.tags & lx.ACTOR
                or owner.entry.noun == "place"
                or owner.low in ("trường", "đơn vị", "ngành")
            ):
                return at
    return end
