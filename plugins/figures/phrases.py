"""Where a noun phrase ends to the right of a number.

Guideline section 3. A closed list of stop words does this better than a tagger.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from figures import lexicon as lx
from figures.tokens import NUMBER, SIGN, WORD, Token

_CLASSIFIERS = frozenset({"event", "group", "case", "document", "thing", "place"})
TOTALS = frozenset({"số", "tổng số", "số lượng", "lượng", "tổng", "tổng lượng"})
NOMINAL = lx.NOUN | lx.AMOUNT | lx.RATE | lx.LABEL
_QUOTES = {"“": "”", '"': '"', "«": "»", "‘": "’", "'": "'"}


@dataclass(slots=True)
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
        if at == start:
            named = token.kind == WORD and not token.tags & lx.LEVEL
            if not named or not _begins(tokens, at, predicate=predicate):
                break
            at += 1
            continue
        if token.low == "đạt" and at + 2 < count and _is_numbered(tokens, at + 1):
            at += 3
            continue
        if token.kind == NUMBER or token.low in _NUMBERS:
            if token.kind == NUMBER and token.reason in _OF_NAMES:
                at += 1
                continue
            if _is_numbered(tokens, at):
                at += 2
                continue
        inside = predicate and _is_told_of_level(tokens, at)
        if token.kind != WORD or (token.tags & lx.LEVEL and not inside):
            break
        if not _accepts(tokens, start, at, kept, predicate):
            break
        kept = kept or predicate or bool(token.tags & lx.RESTRICTIVE) or token.low == "bị"
        at += 1
    end = _without_tail(tokens, start, at)
    return Phrase(start, end, level_at(tokens, end) if end == at else None)


def _is_told_of_level(tokens: list[Token], at: int) -> bool:
    """Whether something is said of those of a level: 100% cán bộ cấp xã có trình độ đại học."""
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        bool(tokens[at].tags & lx.LEVEL)
        and follower is not None
        and (follower.low in ("có", "được", "đã") or bool(follower.tags & lx.RESTRICTIVE))
    )


_OF_NAMES = frozenset({"numbered", "place", "name", "age", "ordinal"})
_NUMBERS = frozenset({"mức", "loại", "hạng", "bậc", "nhóm", "mức độ", "lớp", "khối", "vòng"})


def _is_numbered(tokens: list[Token], at: int) -> bool:
    """Whether a number belongs to the name: tài khoản mức 2, sản phẩm 4 sao."""
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    if follower is None:
        return False
    if tokens[at].kind == NUMBER:
        return follower.low == "sao" and tokens[at].reason == "text_item"
    return tokens[at].low in _NUMBERS and follower.kind == NUMBER and bool(follower.reason)


def _accepts(tokens: list[Token], start: int, at: int, kept: bool, predicate: bool) -> bool:
    """Whether a word goes on with the phrase that begins at `start`."""
    token = tokens[at]
    tags = token.tags
    if token.low == "chưa đạt" and _takes_number(tokens, at):
        return False
    if token.low in ("và", "hoặc"):
        return _joins(tokens, start, at)
    if token.entry.refuses_previous and "back_reference" in token.entry.refuses_previous:
        return False
    if at == start + 1 and token.low in _ASKS_FOR and tokens[start].entry.noun == "document":
        return at + 1 < len(tokens) and tokens[at + 1].kind == WORD
    if token.low == "đề nghị" and tokens[start].entry.noun in ("group", "person"):
        return False
    if token.low == "bị":
        return _befell(tokens, start, at)
    if token.low in _GIVES and tokens[at - 1].entry.noun != "event":
        return False
    if tags & lx.RESTRICTIVE:
        return token.low != "vay vốn" or start < 2 or tokens[start - 2].low != "cho"
    if tags & lx.HEDGE_AFTER and not predicate:
        return False
    if kept and not predicate and (tags & lx.PREDICATE or "part" in token.entry.cues):
        return False
    if kept or predicate:
        if tags & lx.AMOUNT or token.low in _HARD_STOPS:
            return False
        return not (predicate and tags & lx.LINK and _leads_to_number(tokens, at))
    if tags & (lx.AMOUNT | lx.CHANGE | lx.HEDGE | lx.HEDGE_AFTER) and not tags & lx.NOUN:
        return False
    if tags & lx.NOUN and not tags & lx.STOP:
        return not (tags & lx.VERB) or _names_activity(tokens, start, at)
    if tags & (lx.STOP | lx.PREDICATE) or (tags & lx.LINK and token.low != "mới"):
        return False
    if tags & lx.VERB:
        return _names_activity(tokens, start, at)
    return token.low not in _AUXILIARIES


_GIVES = frozenset({"trao", "trao tặng", "gửi tặng", "trao cho", "biếu", "biếu tặng"})
"""What is done with the things counted before: 120 kg gạo | trao tặng cho 6 hộ."""

_ASKS_FOR = frozenset({"đăng ký", "đề nghị", "yêu cầu", "xin"})
"""What papers are for: hồ sơ đăng ký xét tuyển, đơn đề nghị."""


def _befell(tokens: list[Token], start: int, at: int) -> bool:
    """Whether "bị" says which things: 230 ha ruộng bị bỏ hoang; bodies are counted as such."""
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    thing = tokens[start].entry.noun not in ("group", "person", "place", "event")
    return thing and follower is not None and follower.kind == WORD


_HARD_STOPS = frozenset({"với", "so với", "so", "trong đó", "để", "nhằm", "trên địa bàn", "khi", "về", "đồng thời", "vì", "nhờ", "bên cạnh đó", "ra khỏi", "khỏi vùng", "khỏi nơi", "sang"})  # fmt: skip
_AUXILIARIES = frozenset({"có", "được", "bị", "cho", "ở", "chưa", "không", "sẽ", "phải", "còn", "còn lại", "là", "đến", "tới", "chỉ", "khá", "được cử", "trên"})  # fmt: skip


def _begins(tokens: list[Token], at: int, *, predicate: bool = False) -> bool:
    """Whether a counted phrase may begin with this word."""
    token = tokens[at]
    tags = token.tags
    if token.low == "chưa đạt" and _takes_number(tokens, at):
        return False
    if predicate and token.low in ("chưa", "không", "rất"):
        return at + 1 < len(tokens) and tokens[at + 1].kind == WORD
    if token.low == "số" and at and tokens[at - 1].kind == NUMBER:
        return at + 1 >= len(tokens) or tokens[at + 1].kind == SIGN
    if token.low == "kết quả" or (predicate and tags & lx.AMOUNT and token.low not in TOTALS):
        return True
    if tags & (lx.NOUN | lx.LABEL):
        return not tags & lx.HEDGE_AFTER
    if tags & lx.RESTRICTIVE and at and tokens[at - 1].tags & lx.MEASURE:
        return not tags & lx.PREDICATE and tokens[at - 1].low != "%"
    if tags & lx.HEDGE_AFTER:
        return False
    blocked = (
        lx.STOP | lx.PREDICATE | lx.LINK | lx.CHANGE | lx.ADVERB | lx.AMOUNT | lx.HEDGE | lx.MEASURE
    )
    if tags & blocked or token.low in _AUXILIARIES:
        return False
    return not tags & lx.VERB or bool(tags & lx.ACTOR) or _is_governed(tokens, at)


def _is_governed(tokens: list[Token], at: int) -> bool:
    """Whether a verb before the number makes the one behind it a noun: xử lý 120 vi phạm."""
    before = next(
        (t for t in reversed(tokens[max(0, at - 4) : at - 1]) if not t.tags & lx.HEDGE), None
    )
    if before is not None and before.low == "," and at + 1 < len(tokens):
        ends = lx.STOP | lx.PREDICATE | lx.LINK | lx.VERB | lx.ADVERB
        noun = tokens[at + 1].kind == WORD and not tokens[at + 1].tags & ends
        return noun and tokens[at - 1].kind == NUMBER and not _takes_number(tokens, at)
    governs = before is not None and (
        before.low in ("có", "hiện có")
        or (before.tags & lx.VERB and not before.tags & (lx.NOUN | lx.LINK))
    )
    return bool(governs) and tokens[at - 1].kind == NUMBER and not _takes_number(tokens, at)


def _names_activity(tokens: list[Token], start: int, at: int) -> bool:
    """Whether the verb at `at` tells the sort of the classifier before it: cuộc kiểm tra."""
    previous = tokens[at - 1]
    if previous.low in _BODIES or _takes_number(tokens, at):
        return False
    if previous.tags & lx.VERB and at - 1 > start:
        return True
    if at == start + 1 and not previous.tags and " " not in previous.low:
        return True
    return previous.entry.noun in _CLASSIFIERS and bool(previous.tags & lx.NOUN)


def _takes_number(tokens: list[Token], at: int) -> bool:
    """Whether a number is the object of the verb at `at`: 12 hợp tác xã trồng trên 15 ha."""
    behind = next((t for t in tokens[at + 1 : at + 4] if not t.tags & lx.HEDGE), None)
    return behind is not None and behind.kind == NUMBER and not behind.reason


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
    if low == "," and (tokens[at - 1].low, follower.low) in lx.pairs():
        return 1
    if low in (",", "/"):
        return 1 if _joins(tokens, start, at, predicate=predicate) else 0
    if low in ("&", "-", "–"):
        if follower.kind != WORD:
            return 0
        spaced = not follower.tags & (lx.STOP | lx.PREDICATE | lx.LINK) and not _begins_clause(
            tokens, at + 1
        )
        return 1 if tokens[at].form == "glued" or low == "&" or spaced else 0
    return 0


def _joins(tokens: list[Token], start: int, at: int, *, predicate: bool = False) -> bool:
    """Whether the comma or "và" at `at` joins nouns of one phrase: cán bộ, công chức."""
    if at + 1 >= len(tokens):
        return False
    follower = tokens[at + 1]
    if follower.kind != WORD or follower.tags & (lx.STOP | lx.PREDICATE | lx.AMOUNT | lx.CHANGE):
        return False
    previous = tokens[at - 1]
    if (
        tokens[at].low == ","
        and at == start + 1
        and previous.low in _COUNTERS
        and follower.low != "việc"
    ):
        return False
    if follower.low == previous.low:
        return False
    if follower.low in _BODIES and previous.low in _BODIES:
        return True
    if tokens[at].low == "," and _begins_clause(tokens, at + 1, predicate=predicate):
        return False
    if follower.tags & lx.LABEL and previous.tags & lx.LABEL:
        return True
    if follower.tags & lx.NOUN:
        heads = {token.entry.noun for token in tokens[start:at] if token.tags & lx.NOUN}
        return (
            follower.entry.noun in heads
            or not heads
            or (tokens[at].low == "," and _stands_alone(tokens, at + 1))
        )
    if follower.tags & lx.VERB and previous.tags & lx.VERB and at - 1 > start:
        return True
    joined = tokens[at].low == "và" and not follower.tags and not previous.tags & lx.LEVEL
    return joined and not _tells_next(tokens, at + 1)


_COUNTERS = frozenset({"vụ", "trường hợp", "ca", "lượt", "người", "lần"})
"""Behind these a comma ends the phrase: trái phép 6 vụ, | vi phạm quy định về phòng cháy 2 vụ."""


def _tells_next(tokens: list[Token], at: int) -> bool:
    """Whether the next figure is told: có 643 người và | Hàn Quốc có 593 người."""
    linked = False
    for token in tokens[at : at + 6]:
        if token.kind == NUMBER:
            return linked and not token.reason
        if token.kind != WORD:
            return False
        linked = bool(token.tags & (lx.LINK | lx.HEDGE))
    return False


_BODIES = frozenset({"sở", "ban", "ngành", "đoàn thể", "phòng", "cơ quan", "đơn vị", "huyện", "thị xã", "thành phố", "xã", "phường", "thị trấn", "thôn", "bản", "ấp", "khu phố", "buôn", "làng", "xóm", "tổ dân phố", "khóm", "khối"})  # fmt: skip
"""Bodies and places that reports name together: 5 sở, ban, ngành."""


def _stands_alone(tokens: list[Token], at: int) -> bool:
    """Whether the noun at `at` ends its clause: 456 mô hình, câu lạc bộ."""
    if tokens[at].entry.noun == "person" or tokens[at].tags & (lx.VERB | lx.LABEL):
        return False
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    return follower is None or follower.low in (";", ".", ")")


def _begins_clause(tokens: list[Token], at: int, *, predicate: bool = False) -> bool:
    """Whether the noun at `at` is the subject or label of the next number."""
    for last, token in pairwise(tokens[at : at + 6]):
        if token.kind == SIGN and token.low not in ("-", "–", "&"):
            return False
        if (
            token.tags & lx.STOP
            and not token.tags & (NOMINAL | lx.LINK | lx.HEDGE)
            and token.low not in ("và", "thông qua")
        ):
            return False
        if token.tags & lx.AMOUNT:
            return False
        if token.kind == NUMBER:
            return last.low != "và"
        if token.tags & (lx.LINK | lx.CHANGE) and not token.tags & lx.NOUN:
            if predicate:
                return _leads_to_number(tokens, tokens.index(token, at))
            return not _is_honoured(tokens, at)
    return False


def _leads_to_number(tokens: list[Token], at: int) -> bool:
    """Whether a link at `at` tells the next number: 1,5% dân số, đảng viên | đạt 22%."""
    behind = next((t for t in tokens[at + 1 : at + 4] if not t.tags & lx.HEDGE), None)
    return behind is not None and behind.kind == NUMBER and not behind.reason


def _is_honoured(tokens: list[Token], at: int) -> bool:
    """Whether a list of people ends there to whom something was done: giáo viên, nhân viên | được khen."""
    person = tokens[at].entry.noun == "person" and tokens[at - 2].entry.noun == "person"
    behind = tokens[at + 1 : at + 3]
    return (
        person and len(behind) == 2 and behind[0].low == "được" and bool(behind[1].tags & lx.VERB)
    )


_TAIL = frozenset(
    {"trong", "vào", "của", "từ", "các", "sẽ", "những", "mới", "đạt", "khác", "cả", "trên", "có"}
)


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
