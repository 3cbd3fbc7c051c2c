"""What in the words before a number is measured: subjects over commas, listed nouns, governed amounts.

Guideline section 3 b.
"""

from __future__ import annotations

from figures import lexicon as lx
from figures.clause_edges import is_break, without_adverbs
from figures.phrases import NOMINAL
from figures.tokens import PERIOD_TOKEN, WORD, Token

_FRAMES = frozenset({"trong", "thuộc", "đối với"})
"""What these lead is only where the subject is found: trong khu vực công nghiệp, | ngành điện tăng."""
_COORDINATED = frozenset({"khu vực", "ngành", "lĩnh vực", "nhóm ngành"})


def past_separators(tokens: list[Token], start: int, end: int) -> int:
    """`start` behind the last cue that opens the real subject: … phấn đấu | tốc độ tăng …."""
    sector = start < end and tokens[start].low == "khu vực"
    for at in range(end - 2, start - 1, -1):
        token, follower = tokens[at], tokens[at + 1]
        if sector and token.low == "có":
            continue
        if token.low in _SAYS_THAT:
            return at + 1
        aimed = token.tags & lx.CUE and "target" in token.entry.cues
        if follower.tags & _MEASURED and (
            aimed or token.low in _OPENS or (token.low == "mục tiêu" and at == start)
        ):
            return at + 1
        if aimed and token.low != "mục tiêu" and follower.kind == WORD:
            return at + 1
        dated = follower.kind == PERIOD_TOKEN and at + 2 < end
        if aimed and dated and tokens[at + 2].tags & _MEASURED:
            return at + 2
        planned = token.tags & lx.CUE and "plan" in token.entry.cues and end - at <= 3
        if planned and follower.tags & lx.VERB and not follower.tags & NOMINAL:
            return at + 1
    return start


_SAYS_THAT = frozenset(
    {
        "kỳ vọng",
        "lên mục tiêu",
        "ước tính rằng",
        "dự báo",
        "cho biết",
        "cho hay",
        "cho thấy",
        "khẳng định",
        "nêu rõ",
    }
)

_MEASURED = lx.AMOUNT | lx.RATE

_OPENS = frozenset({"ghi nhận", "thông qua", "thì", "có", "cho biết", "đặt", "nêu", "với", "đạt", "khiến", "khiến cho", "làm", "làm cho", "giúp", "đưa", "nâng", "trong khi"})  # fmt: skip


def planned_subject(tokens: list[Token], start: int, end: int) -> int:
    """Where a thing ends that is to be handled: Lúa hè thu | dự kiến xuống giống; 0 if none."""
    head = tokens[start] if start < end else None
    if head is None or head.tags & lx.ACTOR or head.entry.noun in _AGENTS:
        return 0
    at = next((i for i in range(start + 1, end) if "target" in tokens[i].entry.cues), 0)
    if not at or tokens[at].low.startswith(("đặt", "đề ra", "đăng ký", "cam kết")):
        return 0
    if head.tags and not head.tags & NOMINAL:
        return 0
    verbs = tokens[at + 1 : end]
    acts = all(t.tags & lx.VERB and not t.tags & NOMINAL for t in verbs)
    return at if 0 < len(verbs) < 3 and acts else 0


_AGENTS = frozenset({"person", "group", "place", "event", "document"})


def past_agent(tokens: list[Token], start: int, end: int) -> int:
    """`start` behind who acts and the auxiliary: Đợt cao điểm đã | lập biên bản."""
    if end <= start:
        return start
    first = tokens[start]
    agent = first.tags & lx.ACTOR or first.entry.noun in _AGENTS or first.low == "thuộc"
    fund = first.low == "quỹ" or first.low.startswith("quỹ ")
    if not fund and (not agent or first.tags & (lx.AMOUNT | lx.RATE)):
        return start
    for at in range(end - 2, start, -1):
        if tokens[at].low in ("đã", "đang", "sẽ"):
            return at + 1
    return start


def _is_said(token: Token) -> bool:
    """Whether a predicate begins: "vốn sụt giảm", where "vốn" is an adverb."""
    return bool(token.tags & (lx.CHANGE | lx.PREDICATE)) or token.low in ("là", "đã", "rất", "chỉ")


def over_comma(tokens: list[Token], begin: int, start: int, end: int, floor: int) -> int:
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
        while at > floor and not is_break(tokens[at - 1]):
            at -= 1
        if stop == at:
            return start
        first, _predicate = without_adverbs(tokens, at, stop)
        if any(token.low in _FRAMES for token in tokens[at:first]) or (
            first and tokens[first - 1].low in _FRAMES
        ):
            return start
        if tokens[first].low == "vốn" and _is_said(tokens[first + 1]):
            continue
        whole = first > 0 and tokens[first - 1].low == "%"
        if (
            not whole
            and first < stop
            and (tokens[first].tags & (lx.RATE | lx.AMOUNT) or tokens[first].low in _COORDINATED)
        ):
            return first
    return start


def before_aside(tokens: list[Token], start: int, end: int) -> int:
    """`end` of a subject before the clause that goes on about it: tỷ lệ X, thước đo …, | đạt."""
    while end > start + 1 and tokens[end - 1].low == ",":
        end -= 1
    commas = [at for at in range(start, end) if tokens[at].low == ","] or [end]
    asides = [at for at in commas if at + 1 < end and tokens[at + 1].low in _ASIDES]
    comma = asides[0] if asides else commas[-1]
    for at in range(start + 1, min(comma, end)):
        if tokens[at].low in _GOES_ON or tokens[at].kind == PERIOD_TOKEN:
            return at
        if tokens[at].low.startswith("có sự "):
            return at
    follower = tokens[comma + 1] if comma + 1 < end else None
    if follower is None or comma + 1 >= end:
        return min(comma, end)
    before = tokens[comma - 1].entry.noun
    if before and before == follower.entry.noun and follower.low not in _ASIDES:
        return end
    joined = any(token.low == "và" for token in tokens[comma + 2 : comma + 4])
    aside = follower.low in _ASIDES or (end - comma > 5 and not joined)
    return comma if aside else end


def in_sector(tokens: list[Token], start: int, end: int, floor: int) -> int:
    """Where what a whole branch earned begins: toàn ngành bưu chính, viễn thông | doanh thu."""
    for at in range(end - 1, start, -1):
        if tokens[at].low in _YIELDED:
            break
    else:
        return start
    listed = start > floor and tokens[start - 1].low == ","
    named = lx.NOUN if listed else 0
    if tokens[at - 1].tags & ~named or tokens[start].tags & _MEASURED:
        return start
    head = start
    while head > floor and (tokens[head - 1].low == "," or not is_break(tokens[head - 1])):
        head -= 1
    while head < start and not _is_nominal(tokens[head]):
        head += 1
    return at if tokens[head].low in _SECTORS else start


_SECTORS = frozenset({"toàn ngành", "ngành", "lĩnh vực", "khu vực", "nhóm ngành"})


_OWNS = frozenset({"của", "tại", "ở", "được"})
"""Where what the listed nouns are ends: đường thôn, đường xóm | được cứng hóa."""


def _lists_sources(tokens: list[Token], start: int, end: int, floor: int) -> int:
    """Where an amount begins whose source is named twice: thu nhập từ tiền lương, tiền công | 69,95%."""
    at = start - 1
    while at > floor and not is_break(tokens[at - 1]):
        at -= 1
    at, _predicate = without_adverbs(tokens, at, start - 1)
    sourced = start - 3 > at and tokens[start - 3].low == "từ" and end - start < 3
    if not sourced or not tokens[at].tags & _MEASURED:
        return start
    same = tokens[start].low.split()[0] == tokens[start - 2].low.split()[0]
    return at if same else start


_SAID = lx.VERB | lx.PREDICATE | lx.LINK | lx.STOP | lx.ADVERB | lx.CHANGE | lx.HEDGE

_JOINED = 4
"""How many noun phrases a subject may list."""


def coordinated(tokens: list[Token], begin: int, start: int, end: int, floor: int) -> int:
    """Where a subject that lists nouns begins: bán buôn, bán lẻ | tăng; đàn trâu, bò | có."""
    if start != begin or end <= start or start <= floor or tokens[start - 1].low != ",":
        return start
    if tokens[start].reason == "numbered":
        return _lists_numbers(tokens, start, floor)
    if (sourced := _lists_sources(tokens, start, end, floor)) < start:
        return sourced
    if _in_frame(tokens, start, floor):
        return start
    people = tokens[start].entry.noun == "person"
    ends = next(
        (
            at
            for at in range(start + 1, end)
            if tokens[at].low in _OWNS or (people and _acts(tokens[at]))
        ),
        end,
    )
    if not _is_bare(tokens, start, ends):
        return start
    first = start
    for _ in range(_JOINED):
        if first <= floor or tokens[first - 1].low != ",":
            break
        at = first - 1
        while at > floor and not is_break(tokens[at - 1]):
            at -= 1
        while at < first - 1 and "part" in tokens[at].entry.cues:
            at += 1
        if not _lists_with(tokens, at, first - 1, start, short=ends - start < 3):
            break
        first = at
    return first


def _in_frame(tokens: list[Token], start: int, floor: int) -> bool:
    """Whether what stands before only says where: Trong khu vực nông, lâm nghiệp, | ngành gỗ tăng."""
    at = start - 1
    while at > floor and (tokens[at - 1].kind == WORD or tokens[at - 1].low == ","):
        at -= 1
    return tokens[at].low in _FRAMES


def _lists_numbers(tokens: list[Token], start: int, floor: int) -> int:
    """Where the noun stands that is told by its numbers: các lớp | 6, 7, 8 và khối 9."""
    at = start
    while at > floor:
        listed = tokens[at - 1].low == "," and at - 1 > floor
        if is_break(tokens[at - 1]) and not (listed and tokens[at - 2].reason == "numbered"):
            break
        at -= 1
    return without_adverbs(tokens, at, start)[0]


def _acts(token: Token) -> bool:
    """Whether what the listed people do begins: giáo viên, nhân viên | ký cam kết."""
    return bool(token.tags & (lx.VERB | lx.PREDICATE)) and not token.tags & NOMINAL


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


def _lists_with(tokens: list[Token], at: int, comma: int, start: int, *, short: bool) -> bool:
    """Whether the words between `at` and `comma` are a noun phrase that the one at `start` continues."""
    has = at < comma and tokens[at].low == "có"
    if at + has >= comma or comma - at > 6:
        return False
    head, last = tokens[at + has], tokens[start]
    if head.tags & lx.ACTOR or not all(_is_nominal(t) for t in tokens[at + has : comma]):
        return False
    if head.entry.noun in ("place", "group", "person"):
        return head.entry.noun == last.entry.noun or (short and not last.tags & lx.NOUN)
    return True


_GOES_ON = frozenset({"nay", "đã", "đang", "vẫn", "luôn", "tiếp tục", "ổn định", "dần", "sẽ"})

_ASIDES = frozenset({"tính cả", "kể cả", "không kể", "không tính", "chưa kể", "vốn", "thước đo", "một", "nhất là", "gồm cả", "bao gồm cả", "trừ", "nơi"})  # fmt: skip

_PLAIN_AMOUNTS = frozenset(
    {"vốn", "ngân sách", "quỹ", "tiền", "đàn", "số", "mức", "thu nhập", "dân số"}
)


def yields(tokens: list[Token], at: int) -> bool:
    """Whether the word at `at` is what something gives: mô hình cho | thu nhập từ 100 triệu đồng."""
    given = tokens[at].low in _YIELDED or tokens[at].low in ("tổng số", "tổng lượng")
    return given and at > 0 and tokens[at - 1].low == "cho"


_YIELDED = frozenset({"thu nhập", "doanh thu", "lợi nhuận", "lãi", "năng suất", "sản lượng"})


def nominal_inside(tokens: list[Token], start: int, end: int, *, verbal: bool) -> tuple[int, bool]:
    """The amount that a verb governs: khai thác | nguồn vốn."""
    governed = verbal or bool(tokens[start].tags & lx.ACTOR) or tokens[start].entry.noun == "group"
    for at in range(start, end):
        token = tokens[at]
        governed = governed or bool(token.tags & lx.VERB and not token.tags & lx.NOUN)
        governed = governed or yields(tokens, at)
        if (
            at > start
            and governed
            and token.tags & (lx.AMOUNT | lx.RATE)
            and (token.low not in _PLAIN_AMOUNTS or yields(tokens, at))
        ):
            return at, False
    return start, verbal


_PLACED = frozenset({"trên địa bàn", "toàn", "cả", "của", "tại", "ở", "đến", "trong"})

_ALL_OVER = ("trong toàn ", "trên toàn ", "trên cả ", "trong cả ")
"""With which a place begins: số lao động | trong toàn ngành."""

_STORES = frozenset({"tài khoản", "quỹ", "kho", "két", "ngân hàng", "kho bạc", "sổ"})


def without_place(tokens: list[Token], start: int, end: int) -> int:
    """`end` before the place or owner: tổng diện tích | của huyện."""
    for at in range(start + 1, end):
        token = tokens[at]
        if token.low.startswith(_ALL_OVER):
            return at
        if token.low not in _PLACED and not token.tags & lx.ACTOR:
            continue
        if token.low == "trong" and at + 1 < end:
            follower = tokens[at + 1]
            if follower.reason == "duration" or follower.low in ("thời", "thời gian"):
                return at
        if token.low == "trên địa bàn":
            return at
        if token.low == "toàn ngành" and at + 1 < end and tokens[at + 1].kind == WORD:
            continue
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
