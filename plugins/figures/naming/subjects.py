"""What in the words before a number is measured: past who acts, what opens it and where it is.

Guideline section 3 b.
"""

from __future__ import annotations

from figures.text import lexicon as lx
from figures.text.tokens import PERIOD_TOKEN, WORD, Token


def past_separators(tokens: list[Token], start: int, end: int) -> int:
    """`start` behind the last cue that opens the real subject: … phấn đấu | tốc độ tăng …."""
    sector = start < end and tokens[start].low == "khu vực"
    counted = sector or (start < end and tokens[start].low in _COUNTS)
    for at in range(end - 2, start - 1, -1):
        token, follower = tokens[at], tokens[at + 1]
        if counted and token.low == "có":
            continue
        if token.low in _SAYS_THAT:
            return at + 1
        aimed = token.tags & lx.CUE and "target" in token.entry.cues
        if follower.tags & lx.AMOUNTS and (
            aimed or token.low in _OPENS or (token.low == "mục tiêu" and at == start)
        ):
            return at + 1
        if aimed and token.low != "mục tiêu" and follower.kind == WORD:
            return at + 1
        dated = follower.kind == PERIOD_TOKEN and at + 2 < end
        planned = token.tags & lx.CUE and "plan" in token.entry.cues
        if dated and (aimed or (planned and tokens[at + 2].low == "là")):
            named = at + 2 + (tokens[at + 2].low == "là")
            if named < end and tokens[named].tags & lx.AMOUNTS:
                return named
        if token.low == "giao" and follower.tags & lx.CUE and "plan" in follower.entry.cues:
            return at + 1 if at + 2 < end else start
        if planned and end - at <= 3 and follower.tags & lx.VERB and not follower.tags & lx.NOMINAL:
            return at + 1
    return start


_COUNTS = frozenset({"số", "tổng số"})
"""Of what is counted, "có" says which ones: | số hộ có thu nhập từ 50 triệu đồng trở lên đạt 80%."""
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
_OPENS = frozenset({")", "giao", "ghi nhận", "thông qua", "thì", "có", "cho biết", "đặt", "nêu", "với", "đạt", "đã đạt", "khiến", "khiến cho", "làm", "làm cho", "giúp", "đưa", "nâng", "trong khi", "báo", "ước đạt", "ước thực hiện", "còn", "công bố", "mang về", "thu về"})  # fmt: skip


def planned_subject(tokens: list[Token], start: int, end: int) -> int:
    """Where a thing ends that is to be handled: Lúa hè thu | dự kiến xuống giống; 0 if none."""
    head = tokens[start] if start < end else None
    if head is None or head.tags & lx.ACTOR or head.entry.noun in _AGENTS:
        return 0
    at = next((i for i in range(start + 1, end) if "target" in tokens[i].entry.cues), 0)
    if not at or tokens[at].low.startswith(("đặt", "đề ra", "đăng ký", "cam kết")):
        return 0
    if head.tags and not head.tags & lx.NOMINAL:
        return 0
    verbs = tokens[at + 1 : end]
    if head.tags & lx.AMOUNT and at - start > 1 and verbs and _is_told(verbs):
        return at
    acts = all(t.tags & lx.VERB and not t.tags & lx.NOMINAL for t in verbs)
    return at if 0 < len(verbs) < 3 and acts else 0


def _is_told(words: list[Token]) -> bool:
    """Whether it is told what is planned with an amount: tổng diện tích mặt bằng dự kiến | đăng ký thuê."""
    done = words[0].tags & (lx.VERB | lx.PREDICATE) and not words[0].tags & lx.NOMINAL
    return bool(done) and not any(word.tags & (lx.AMOUNTS | lx.CHANGE) for word in words)


def past_agent(tokens: list[Token], start: int, end: int) -> int:
    """`start` behind who acts and the auxiliary: Đợt cao điểm đã | lập biên bản."""
    if end <= start:
        return start
    first = tokens[start]
    agent = first.tags & lx.ACTOR or first.entry.noun in _AGENTS or first.low == "thuộc"
    fund = first.low == "quỹ" or first.low.startswith("quỹ ")
    if not fund and (not agent or first.tags & lx.AMOUNTS):
        return start
    for at in range(end - 2, start, -1):
        if tokens[at].low in ("đã", "đang", "sẽ"):
            return at + 1
    return start


_AGENTS = frozenset({"person", "group", "place", "event", "document"})


def past_doer(tokens: list[Token], start: int, end: int) -> int:
    """`start` behind who got what is told, or who paid or made it: ốm đau được | hỗ trợ 90 triệu đồng."""
    first = tokens[start]
    if end - start < 2 or first.tags & lx.AMOUNTS or first.entry.noun == "document":
        return start
    last = tokens[end - 1]
    if last.low in _PAYS:
        body = first.tags & lx.ACTOR or first.entry.noun in _BODIES
        return end - 1 if body and not _says_more(tokens[start + 1 : end - 1]) else start
    done = last.tags & lx.VERB and not last.tags & lx.NOMINAL
    places = range(end - 2, start, -1)
    passive = next((at for at in places if tokens[at].low == "được"), 0)
    if not done or not passive or first.tags & lx.NOUN or _says_more(tokens[passive + 1 : end - 1]):
        return start
    return end - 1


def _says_more(words: list[Token]) -> bool:
    """Whether more is said between who acts and the deed than who it is."""
    said = lx.VERB | lx.PREDICATE | lx.LINK | lx.AMOUNTS
    return any(word.tags & said and not word.entry.noun for word in words)


_BODIES = frozenset({"group", "place"})
_PAYS = frozenset({"đóng", "nộp", "sản xuất được", "bán được"})
"""What bodies did with money and goods, beside the verbs of the lexicon: phường Hoa Lư | đóng 140 triệu đồng."""


def nominal_inside(tokens: list[Token], start: int, end: int, *, verbal: bool) -> tuple[int, bool]:
    """The amount that a verb governs: khai thác | nguồn vốn."""
    first = tokens[start]
    if first.low in _CASH and start + 1 < end and tokens[start + 1].low in _BY:
        return start, False
    governed = verbal or bool(first.tags & lx.ACTOR) or first.entry.noun in ("group", "place")
    for at in range(start, end):
        token = tokens[at]
        governed = governed or bool(token.tags & lx.VERB and not token.tags & lx.NOUN)
        governed = governed or yields(tokens, at) or token.low in BALANCES
        if (
            at > start
            and governed
            and token.tags & lx.AMOUNTS
            and (
                token.low not in _PLAIN_AMOUNTS
                or yields(tokens, at)
                or _raises(tokens, start, at)
                or _is_named_fund(tokens, at, end)
            )
        ):
            return at, False
    return start, verbal


BALANCES = frozenset(
    {"xuất siêu", "nhập siêu", "thu ngân sách", "thu ngân sách nhà nước", "chi ngân sách"}
)
"""What somebody had is told by these, who had it before: ngành gỗ | xuất siêu 11 tỷ USD."""
_CASH = frozenset({"thu", "chi", "cho vay"})
_BY = frozenset({"bằng", "từ", "qua", "theo", "thông qua", "trên địa bàn"})
"""Behind what came in or went out, they tell which of it: | thu bằng cưỡng chế nợ; | chi từ dự phòng."""


def yields(tokens: list[Token], at: int) -> bool:
    """Whether the word at `at` is what something gives: mô hình cho | thu nhập từ 100 triệu đồng."""
    given = tokens[at].low in YIELDED or tokens[at].low in ("tổng số", "tổng lượng")
    return given and at > 0 and tokens[at - 1].low == "cho"


def _raises(tokens: list[Token], start: int, at: int) -> bool:
    """Whether a fund is set up by several verbs: phối hợp vận động xây dựng | quỹ 300 triệu đồng."""
    raised = tokens[at - 1].low in ("xây dựng", "lập", "gây") and at - 1 > start
    return raised and tokens[at].low.startswith("quỹ")


def _is_named_fund(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a fund in quotation marks is raised: đóng góp | “quỹ Đồng đội” | được 190 triệu đồng."""
    return tokens[at].low == "quỹ" and at + 1 < end and tokens[at - 1].low in _OPENS_NAME


_OPENS_NAME = frozenset({'"', "“", "«"})
_PLAIN_AMOUNTS = frozenset(
    {"vốn", "ngân sách", "quỹ", "tiền", "đàn", "số", "mức", "thu nhập", "dân số"}
)
YIELDED = frozenset({"thu nhập", "doanh thu", "lợi nhuận", "lãi", "năng suất", "sản lượng"})


def without_place(tokens: list[Token], start: int, end: int) -> int:
    """`end` before the place or owner: tổng diện tích | của huyện."""
    named = start < end and tokens[start].tags & lx.AMOUNTS
    for at in range(start + 1, end):
        token = tokens[at]
        if token.low.startswith(_ALL_OVER):
            if any("done" in t.entry.cues for t in tokens[at + 1 : end - 1]):
                continue
            return at
        if token.low not in _PLACED and not token.tags & lx.ACTOR:
            continue
        if token.low == "trong" and at + 1 < end:
            follower = tokens[at + 1]
            if follower.reason == "duration" or follower.low in ("thời", "thời gian"):
                return at
        if token.low == "trên địa bàn":
            return end if at == start + 1 and tokens[start].low in _CASH else at
        if token.low == "do":
            if tokens[start].tags & lx.AMOUNT and _is_body(tokens[at + 1 : end]):
                return at
            continue
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
                or (token.low == "của" and named and _is_bare_body(tokens, at + 1, end))
                or owner.entry.noun == "place"
                or owner.low in ("trường", "đơn vị", "ngành")
            ):
                return at
    return end


def _is_bare_body(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a body without a name of its own ends a subject: dư nợ của | chi hội."""
    return at == end - 1 and tokens[at].entry.noun == "group"


def _is_body(words: list[Token]) -> bool:
    """Whether a body stands first that does something: tổng thu do | Chi cục quản lý."""
    first = words[0] if len(words) > 1 else None
    body = first is not None and (first.tags & lx.ACTOR or first.entry.noun == "group")
    return bool(body) and bool(words[-1].tags & lx.VERB)


_PLACED = frozenset({"trên địa bàn", "toàn", "cả", "của", "tại", "ở", "đến", "trong", "do"})
_ALL_OVER = ("trong toàn ", "trên toàn ", "trên cả ", "trong cả ")
"""With which a place begins: số lao động | trong toàn ngành."""

_STORES = frozenset({"tài khoản", "quỹ", "kho", "két", "ngân hàng", "kho bạc", "sổ"})
