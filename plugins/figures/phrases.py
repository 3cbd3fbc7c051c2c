"""Where a noun phrase ends: to the right of a number, and to the left.

Guideline section 3. A closed list of stop words does this better than a tagger.
"""

from __future__ import annotations

from dataclasses import dataclass

from figures import lexicon as lx
from figures.tokens import CODE, NUMBER, PERIOD_TOKEN, SIGN, WORD, Token

_CLASSIFIERS = frozenset({"event", "group", "case", "document", "thing", "place"})
_QUOTES = {"“": "”", '"': '"', "«": "»", "‘": "’", "'": "'"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as token positions, half open; empty when there is none."""

    start: int
    end: int
    level: tuple[int, int] | None = None
    """Token positions of the level right after it."""

    @property
    def after(self) -> int:
        """The first position behind the phrase and its level."""
        return self.level[1] if self.level else self.end

    def __bool__(self) -> bool:
        return self.end > self.start


def right_phrase(tokens: list[Token], start: int, *, predicate: bool = False) -> Phrase:
    """The counted phrase that begins at `start`; `predicate` keeps what is said of it."""
    at, count = start, len(tokens)
    kept = False
    while at < count:
        token = tokens[at]
        if token.kind == SIGN:
            step = _sign_step(tokens, start, at, predicate=predicate)
            if not step:
                break
            at += step
            continue
        if (
            token.kind == NUMBER
            and at > start
            and token.reason in ("numbered", "place", "name", "age")
        ):
            at += 1
            continue
        if token.kind != WORD:
            break
        if token.tags & lx.LEVEL:
            break
        if not _accepts(tokens, start, at, kept, predicate):
            break
        kept = kept or bool(token.tags & lx.RESTRICTIVE and at > start)
        if predicate and at > start:
            kept = True
        at += 1
    end = _without_tail(tokens, start, at)
    return Phrase(start, end, level_at(tokens, end) if end == at else None)


def _accepts(tokens: list[Token], start: int, at: int, kept: bool, predicate: bool) -> bool:
    token = tokens[at]
    tags = token.tags
    if at == start:
        return _begins(tokens, at, predicate=predicate)
    if token.low in ("và", "hoặc"):
        return _joins(tokens, start, at)
    if token.entry.refuses_previous and "back_reference" in token.entry.refuses_previous:
        return False
    if tags & lx.RESTRICTIVE:
        return True
    if tags & lx.HEDGE_AFTER and not predicate:
        return False
    if kept or predicate:
        return not (tags & lx.AMOUNT or token.low in _HARD_STOPS)
    if tags & (lx.AMOUNT | lx.CHANGE | lx.HEDGE | lx.HEDGE_AFTER) and not tags & lx.NOUN:
        return False
    if tags & lx.NOUN and not tags & lx.STOP:
        return not (tags & lx.VERB) or _names_activity(tokens, start, at)
    if tags & (lx.STOP | lx.PREDICATE):
        return False
    if tags & lx.VERB:
        return _names_activity(tokens, start, at)
    return token.low not in _AUXILIARIES


_HARD_STOPS = frozenset({"với", "so với", "so", "trong đó", "để", "nhằm", "trên địa bàn", "khi", "về", "đồng thời", "vì", "nhờ", "bên cạnh đó"})  # fmt: skip
_AUXILIARIES = frozenset({"có", "được", "bị", "cho", "ở", "chưa", "không", "sẽ", "phải", "còn", "còn lại", "là", "đến", "tới", "chỉ", "khá", "được cử", "trên"})  # fmt: skip


def _begins(tokens: list[Token], at: int, *, predicate: bool = False) -> bool:
    """Whether a counted phrase may begin with this word."""
    token = tokens[at]
    tags = token.tags
    if token.low == "kết quả" or (predicate and tags & lx.AMOUNT and token.low not in _TOTALS):
        return True
    if tags & (lx.NOUN | lx.LABEL):
        return not tags & lx.HEDGE_AFTER
    if tags & lx.HEDGE_AFTER:
        return False
    blocked = (
        lx.STOP | lx.PREDICATE | lx.LINK | lx.CHANGE | lx.ADVERB | lx.AMOUNT | lx.HEDGE | lx.MEASURE
    )
    if tags & blocked or token.low in _AUXILIARIES:
        return False
    return not tags & lx.VERB or bool(tags & lx.ACTOR)


def _is_compound(tokens: list[Token], at: int) -> bool:
    """Whether a verb of one syllable begins an unknown noun right after a number."""
    token = tokens[at]
    if not token.tags & (lx.VERB | lx.PREDICATE) or token.tags & (lx.LINK | lx.STOP | lx.CHANGE):
        return False
    if " " in token.low or at + 1 >= len(tokens):
        return False
    follower = tokens[at + 1]
    return follower.kind == WORD and not follower.tags


def _names_activity(tokens: list[Token], start: int, at: int) -> bool:
    """Whether the verb at `at` tells the sort of the classifier before it: cuộc kiểm tra."""
    previous = tokens[at - 1]
    if previous.tags & lx.VERB and at - 1 > start:
        return True
    if at == start + 1 and not previous.tags and " " not in previous.low:
        return True
    return previous.entry.noun in _CLASSIFIERS and bool(previous.tags & lx.NOUN)


def _sign_step(tokens: list[Token], start: int, at: int, *, predicate: bool) -> int:
    """How many tokens a sign inside the phrase takes; 0 when it ends the phrase."""
    low = tokens[at].low
    if low in _QUOTES:
        close = _QUOTES[low]
        for end in range(at + 1, min(at + 14, len(tokens))):
            if tokens[end].low == close:
                return end - at + 1
        return 0
    if at == start or at + 1 >= len(tokens):
        return 0
    follower = tokens[at + 1]
    if low in (",", "/"):
        return 1 if _joins(tokens, start, at, predicate=predicate) else 0
    if low in ("&", "-", "–"):
        glued = tokens[at].start == tokens[at - 1].end and follower.start == tokens[at].end
        if follower.kind != WORD:
            return 0
        spaced = not follower.tags & (lx.STOP | lx.PREDICATE | lx.LINK) and not _begins_clause(
            tokens, at + 1
        )
        return 1 if glued or low == "&" or spaced else 0
    return 0


def _joins(tokens: list[Token], start: int, at: int, *, predicate: bool = False) -> bool:
    """Whether the comma or "và" at `at` joins nouns of one phrase: cán bộ, công chức."""
    if at + 1 >= len(tokens):
        return False
    follower = tokens[at + 1]
    if follower.kind != WORD or follower.tags & (lx.STOP | lx.PREDICATE | lx.AMOUNT | lx.CHANGE):
        return False
    previous = tokens[at - 1]
    if tokens[at].low == "," and _begins_clause(tokens, at + 1, predicate=predicate):
        return False
    if follower.tags & lx.NOUN:
        heads = {token.entry.noun for token in tokens[start:at] if token.tags & lx.NOUN}
        return follower.entry.noun in heads or not heads or _stands_alone(tokens, at + 1)
    if follower.tags & lx.VERB and previous.tags & lx.VERB and at - 1 > start:
        return True
    return bool(tokens[at].low == "và" and not follower.tags and not previous.tags & lx.LEVEL)


def _stands_alone(tokens: list[Token], at: int) -> bool:
    """Whether the noun at `at` ends its clause: 456 mô hình, câu lạc bộ."""
    if tokens[at].entry.noun == "person" or tokens[at].tags & (lx.VERB | lx.LABEL):
        return False
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    return follower is None or follower.low in (";", ".", ")")


def _begins_clause(tokens: list[Token], at: int, *, predicate: bool = False) -> bool:
    """Whether the noun at `at` is the subject or label of the next number."""
    for token in tokens[at + 1 : at + 6]:
        if token.kind == SIGN and token.low not in ("-", "–", "&"):
            return False
        if (
            token.tags & lx.STOP
            and not token.tags & (_NOMINAL | lx.LINK | lx.HEDGE)
            and token.low != "và"
        ):
            return False
        if token.tags & lx.AMOUNT:
            return False
        if token.kind == NUMBER:
            return True
        if token.tags & (lx.LINK | lx.CHANGE) and not token.tags & lx.NOUN:
            return not predicate
    return False


_TAIL = frozenset({"các", "những", "mới", "đạt", "khác", "cả", "trên", "có"})


def _without_tail(tokens: list[Token], start: int, end: int) -> int:
    """`end` without joints and determiners that the phrase cannot end with."""
    while end > start + 1:
        last = tokens[end - 1]
        before_verb = end < len(tokens) and bool(tokens[end].tags & (lx.VERB | lx.PREDICATE))
        if last.low == "mới" and not before_verb:
            break
        if last.low in _TAIL or last.low in (",", "và", "/", "-", "&"):
            end -= 1
            continue
        break
    return end


def level_at(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """The level that begins at `at`, with further levels joined to it."""
    if at >= len(tokens) or not tokens[at].tags & lx.LEVEL:
        return None
    end = at + 1
    while (
        end + 1 < len(tokens)
        and tokens[end].low in (",", "và", "hoặc", "/", "-")
        and tokens[end + 1].tags & lx.LEVEL
        and not (end + 2 < len(tokens) and tokens[end + 2].kind == NUMBER)
    ):
        end += 2
    return at, end


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
_NAMED = ("age", "name", "numbered", "place", "code", "ordinal", "law")
_TOTALS = frozenset({"số", "tổng số", "số lượng", "lượng", "tổng", "tổng lượng"})
_NOMINAL = lx.NOUN | lx.AMOUNT | lx.RATE | lx.LABEL


def left_phrase(tokens: list[Token], number_at: int, floor: int) -> Before:
    """What is said right before the number at `number_at`, not reaching below `floor`."""
    begin = number_at
    while begin > floor:
        opened = _bracket_start(tokens, begin, floor)
        if opened < begin:
            begin = opened
        elif _is_break(tokens[begin - 1]) and not _coordinates(tokens, begin - 1):
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
        start = _over_comma(tokens, begin, start, end, floor)
    start = _past_separators(tokens, start, end)
    acted = _past_agent(tokens, start, end)
    start, verbal = (acted, True) if acted > start else (start, verbal)
    level = None
    if end > start and tokens[end - 1].tags & lx.LEVEL:
        end, level = _level_before(tokens, start, end)
    if end > start:
        first = tokens[start].tags
        verbal = (verbal and not first & _NOMINAL) or (
            bool(first & (lx.VERB | lx.PREDICATE)) and not first & _NOMINAL
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
    if previous.low == "phòng" and follower.low.startswith("chống"):
        return True
    verbs = previous.tags & lx.VERB and follower.tags & lx.VERB
    return bool(verbs) and not (previous.tags | follower.tags) & (lx.NOUN | lx.LINK)


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
        return not token.reason.startswith(_NAMED)
    return token.kind == CODE


def _links(low: str) -> bool:
    entry = lx.entries().get(low)
    return entry is not None and bool(entry.tags & lx.LINK)


def _is_change(tokens: list[Token], at: int) -> bool:
    tags = tokens[at].tags
    return bool(tags & lx.CHANGE) and not tags & (_NOMINAL | lx.NEW_LEVEL)


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
        if plain or (token.tags & light and not token.tags & (_NOMINAL | lx.VERB)):
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
        )
        if token.low == "mục tiêu" and at == start:
            opens = True
        if opens and follower.tags & (lx.AMOUNT | lx.RATE):
            return at + 1
        if "target" in token.entry.cues and token.low != "mục tiêu" and follower.kind == WORD:
            return at + 1
    return start


def _past_agent(tokens: list[Token], start: int, end: int) -> int:
    """`start` behind who acts and the auxiliary: Đợt cao điểm đã | lập biên bản."""
    if end <= start:
        return start
    first = tokens[start]
    agent = first.tags & lx.ACTOR or first.entry.noun in (
        "person",
        "group",
        "place",
        "event",
        "document",
    )
    if not agent or first.tags & (lx.AMOUNT | lx.RATE):
        return start
    for at in range(end - 2, start, -1):
        if tokens[at].low in ("đã", "đang", "sẽ"):
            return at + 1
    return start


def _over_comma(tokens: list[Token], begin: int, start: int, end: int, floor: int) -> int:
    """Where a subject with commas of its own begins: tỷ lệ khá, giỏi | đạt."""
    if end > start and tokens[start].tags & (lx.AMOUNT | lx.RATE):
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
        if first < stop and (
            tokens[first].tags & (lx.RATE | lx.AMOUNT) or tokens[first].low in _COORDINATED
        ):
            return first
    return start


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
            if any(t.tags & lx.VERB for t in tokens[at + 2 : end]):
                return end
            if (
                owner.tags & lx.ACTOR
                or owner.entry.noun == "place"
                or owner.low in ("trường", "đơn vị", "ngành")
            ):
                return at
    return end
