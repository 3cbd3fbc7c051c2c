"""Signs and conjunctions inside a counted phrase: what a comma, a dash or "và" joins.

Guideline section 3.
"""

from __future__ import annotations

from itertools import pairwise

from figures.text import lexicon as lx
from figures.text.tokens import NUMBER, SIGN, WORD, Token

_QUOTES = {"“": "”", '"': '"', "«": "»", "‘": "’", "'": "'"}


def sign_step(tokens: list[Token], start: int, at: int, *, predicate: bool) -> int:
    """How many tokens a sign inside the phrase takes; 0 when it ends the phrase."""
    low = tokens[at].low
    if low in _QUOTES:
        close = _QUOTES[low]
        for end in range(at + 1, min(at + 14, len(tokens))):
            if tokens[end].low == close:
                return end - at + 1
        return 0
    if low.startswith("covid"):
        return int(at > start)
    if at == start or at + 1 >= len(tokens):
        return 0
    follower = tokens[at + 1]
    if low == "," and follower.low in GRADES and tokens[at - 1].low.endswith(_GRADE_ENDS):
        return int(not takes_number(tokens, at + 1) or _reaches(tokens, at + 2))
    if low == "," and is_pair(tokens, at):
        return 2 * (not takes_number(tokens, at + 1))
    if low == "/" and not (tokens[at - 1].tags or follower.tags) and follower.kind == WORD:
        return int(tokens[at - 1].kind == WORD)
    if low in (",", "/"):
        return 1 if joins(tokens, start, at, predicate=predicate) else 0
    if low in ("&", "-", "–"):
        if follower.kind != WORD:
            return 0
        spaced = not follower.tags & (lx.STOP | lx.PREDICATE | lx.LINK) and not _begins_clause(
            tokens, at + 1
        )
        joined = tokens[at].form == "glued" or low == "&" or spaced or _serves(tokens, at + 1)
        return 1 if joined else 0
    return 0


def _serves(tokens: list[Token], at: int) -> bool:
    """Whether a name goes on behind a dash, and for whom is told next: điểm bưu điện - | văn hóa xã cho 5 người."""
    names = lx.STOP | lx.PREDICATE | lx.LINK | lx.VERB | lx.CHANGE | lx.AMOUNTS
    end = next((i for i in range(at, len(tokens)) if tokens[i].tags & names), at)
    words = all(token.kind == WORD for token in tokens[at : end + 1])
    return at < end < at + 5 and words and tokens[end].low == "cho"


GRADES = frozenset({"giỏi", "khá", "trung bình", "trung bình khá", "yếu", "kém", "tốt", "xuất sắc"})
_GRADE_ENDS = tuple(sorted(GRADES))
_SCALES = (
    GRADES,
    frozenset({"trên đại học", "sau đại học", "tiến sĩ", "thạc sĩ", "đại học", "cao đẳng", "trung cấp", "sơ cấp"}),
    frozenset({"mầm non", "mẫu giáo", "tiểu học", "thcs", "thpt", "trung học cơ sở", "trung học phổ thông"}),
)  # fmt: skip
"""Labels of one kind, which a comma joins if no number parts them: trình độ đại học, | cao đẳng."""


def of_one_scale(previous: str, follower: str) -> bool:
    """Whether two words are grades, degrees or sorts of schools: khá, giỏi."""
    return any(previous in scale and follower in scale for scale in _SCALES)


def _reaches(tokens: list[Token], at: int) -> bool:
    """Whether a link, not the next number, stands there: loại khá, tốt | đạt 99%."""
    return at < len(tokens) and bool(tokens[at].tags & lx.LINK)


def joins(tokens: list[Token], start: int, at: int, *, predicate: bool = False) -> bool:
    """Whether the comma or "và" at `at` joins nouns of one phrase: cán bộ, công chức."""
    if at + 1 >= len(tokens):
        return False
    follower = tokens[at + 1]
    if follower.kind != WORD or follower.tags & (lx.STOP | lx.AMOUNT | lx.CHANGE):
        return False
    previous = tokens[at - 1]
    if _says_more(tokens, at, predicate=predicate):
        return True
    if follower.tags & lx.PREDICATE:
        return False
    if (
        tokens[at].low == ","
        and at == start + 1
        and previous.low in _COUNTERS
        and follower.low != "việc"
    ):
        return False
    if follower.low == previous.low:
        return False
    if tokens[at].low == "," and _names_all_sorts(tokens, at + 1):
        return True
    if tokens[at].low == "và" and is_pair(tokens, at):
        return not takes_number(tokens, at + 1)
    if follower.low in BODIES and previous.low in BODIES:
        return True
    if tokens[at].low == "," and _begins_clause(tokens, at + 1, predicate=predicate):
        return False
    if follower.tags & lx.LABEL and previous.tags & lx.LABEL:
        return True
    if follower.tags & lx.NOUN:
        named = lx.NOUN | lx.AMOUNT
        heads = {token.entry.noun for token in tokens[start:at] if token.tags & named}
        return (
            follower.entry.noun in heads
            or not (heads or predicate)
            or (tokens[at].low == "," and _stands_alone(tokens, at + 1))
            or (tokens[at].low == "và" and not _tells_next(tokens, at + 1) and _goes_on(tokens, at))
        )
    if follower.tags & lx.VERB and previous.tags & lx.VERB and at - 1 > start:
        return True
    if tokens[at].low != "và" or previous.tags & lx.LEVEL or _tells_next(tokens, at + 1):
        return False
    return not follower.tags or _goes_on(tokens, at)


def _says_more(tokens: list[Token], at: int, *, predicate: bool) -> bool:
    """Whether more is said of those counted: 99 nhà bị tốc mái, | hư hỏng; 100% xã duy trì và | đạt chuẩn phổ cập."""
    previous, follower = tokens[at - 1].tags, tokens[at + 1].tags
    said = lx.RESTRICTIVE | (lx.PREDICATE | lx.VERB if predicate else 0)
    if not previous & said or not follower & (said | lx.VERB) or follower & lx.LINK:
        return False
    ended = at + 2 >= len(tokens) or tokens[at + 2].low in _ENDS
    return (ended or (predicate and tokens[at].low == "và")) and not takes_number(tokens, at + 1)


_ENDS = frozenset({";", ".", ")", "(", ":"})


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Whether behind the "và" at `at` a few words end the phrase: 5 buổi tư vấn nghề | và giới thiệu việc làm."""
    previous, follower = tokens[at - 1], tokens[at + 1]
    if follower.tags & lx.VERB and not (
        previous.tags & lx.VERB or "activity" in previous.entry.cues
    ):
        return False
    for token in tokens[at + 1 : at + 5]:
        if token.kind == SIGN or token.tags & (lx.STOP | lx.LINK | lx.LEVEL):
            return True
        if token.kind != WORD or token.tags & (lx.PREDICATE | lx.CHANGE | lx.AMOUNT | lx.HEDGE):
            return False
    return len(tokens) < at + 6


def _names_all_sorts(tokens: list[Token], at: int) -> bool:
    """Whether single words go on until it is told that all sorts are meant: rau, củ, quả | các loại."""
    while at + 2 < len(tokens) and tokens[at].kind == WORD and not tokens[at].tags & lx.STOP:
        if tokens[at + 1].low == "các":
            return tokens[at + 2].low == "loại"
        if tokens[at + 1].low != ",":
            return False
        at += 2
    return False


def is_pair(tokens: list[Token], at: int) -> bool:
    """Whether reports join the words beside a comma or "và": đơn khiếu nại, tố cáo."""
    last, follower = tokens[at - 1].low, tokens[at + 1].low
    pairs = lx.pairs()
    if (last, follower) in pairs:
        return True
    words, behind = last.split(), follower.split()
    ends = [" ".join(words[at:]) for at in range(len(words))]
    starts = [" ".join(behind[:end]) for end in range(min(2, len(behind)), len(behind) + 1)]
    return any((end, start) in pairs for end in ends for start in starts)


_COUNTERS = frozenset({"vụ", "trường hợp", "ca", "lượt", "người", "lần", "em", "đồng chí", "cháu"})
"""Behind these a comma ends the phrase: trái phép 6 vụ, | vi phạm quy định về phòng cháy 2 vụ."""


def _tells_next(tokens: list[Token], at: int) -> bool:
    """Whether the next figure is told: có 643 người và | Hàn Quốc có 593 người."""
    linked, activity = False, "activity" in tokens[at].entry.cues
    for token in tokens[at : at + 6]:
        if token.kind == NUMBER:
            return linked and not token.reason
        if token.kind != WORD:
            return False
        # Tư vấn nghề và giới thiệu việc làm cho 200 em tells of one deed.
        passed = activity and token.low == "cho"
        linked = bool(token.tags & (lx.LINK | lx.HEDGE)) and not passed
    return False


BODIES = frozenset({"sở", "ban", "ngành", "đoàn thể", "phòng", "cơ quan", "đơn vị", "huyện", "thị xã", "thành phố", "xã", "phường", "thị trấn", "thôn", "bản", "ấp", "khu phố", "buôn", "làng", "xóm", "tổ dân phố", "khóm", "khối", "khoa", "trung tâm", "viện", "bộ môn", "huyện hội", "thành hội", "chi cục"})  # fmt: skip
"""Bodies and places that reports name together: 5 sở, ban, ngành."""


def _stands_alone(tokens: list[Token], at: int) -> bool:
    """Whether the noun at `at` ends its clause: 456 mô hình, câu lạc bộ."""
    if tokens[at].entry.noun == "person" or tokens[at].tags & (lx.VERB | lx.LABEL):
        return False
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    return follower is None or follower.low in (";", ".", ")", "cho")


def _begins_clause(tokens: list[Token], at: int, *, predicate: bool = False) -> bool:
    """Whether the noun at `at` is the subject or label of the next number."""
    for last, token in pairwise(tokens[at : at + 6]):
        if token.kind == SIGN and token.low not in ("-", "–", "&"):
            return False
        if token.low in ("đã", "sẽ", "đang") and last.low in _ACTORS:
            return True
        if (
            token.tags & lx.STOP
            and not token.tags & (lx.NOMINAL | lx.LINK | lx.HEDGE)
            and token.low not in ("và", "thông qua")
        ):
            return False
        if token.tags & lx.AMOUNT:
            return False
        if token.kind == NUMBER:
            return last.low != "và"
        if token.low == "cho" and not takes_number(tokens, tokens.index(token, at)):
            return False
        if token.tags & (lx.LINK | lx.CHANGE) and not token.tags & lx.NOUN:
            if predicate:
                return takes_number(tokens, tokens.index(token, at))
            return not _is_honoured(tokens, at)
    return False


_ACTORS = BODIES | {"trường", "nhà trường", "trung tâm", "công ty", "viện", "hội", "tỉnh"}
"""With an auxiliary behind it, one acts rather than is counted: kế hoạch 32 lớp, | trường đã mở 35 lớp."""


def _is_honoured(tokens: list[Token], at: int) -> bool:
    """Whether a list of people ends there to whom something was done: giáo viên, nhân viên | được khen."""
    person = tokens[at].entry.noun == "person" and tokens[at - 2].entry.noun == "person"
    behind = tokens[at + 1 : at + 3]
    return (
        person and len(behind) == 2 and behind[0].low == "được" and bool(behind[1].tags & lx.VERB)
    )


def takes_number(tokens: list[Token], at: int) -> bool:
    """Whether the verb or link at `at` has the next number: 12 hợp tác xã trồng trên 15 ha, … đạt 22%."""
    behind = next((t for t in tokens[at + 1 : at + 4] if not t.tags & lx.HEDGE), None)
    return behind is not None and behind.kind == NUMBER and not behind.reason
