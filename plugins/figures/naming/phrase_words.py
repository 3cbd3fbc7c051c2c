"""Which words begin a counted phrase, and which go on with it.

Guideline section 3. A closed list of stop words does this better than a tagger.
"""

from __future__ import annotations

from figures.naming.phrase_joints import BODIES, GRADES, joins, takes_number
from figures.text import lexicon as lx
from figures.text.tokens import NUMBER, SIGN, WORD, Token

_NAMES = lx.NOUN | lx.LABEL
_TOLD = lx.AMOUNT | lx.CHANGE | lx.HEDGE | lx.HEDGE_AFTER
_BLOCKED = lx.STOP | lx.PREDICATE | lx.LINK | lx.CHANGE | lx.ADVERB | lx.AMOUNT | lx.HEDGE | lx.MEASURE  # fmt: skip
"""Roles of words with which no counted phrase begins."""
_SORTED = frozenset({"event", "group", "case", "document", "thing", "place"})
"""Classes of nouns whose sort a verb may tell: cuộc | kiểm tra."""

TOTALS = frozenset({"số", "tổng số", "số lượng", "lượng", "tổng", "tổng lượng"})
"""Amounts that only say that something is counted."""


def begins(tokens: list[Token], at: int, *, predicate: bool = False) -> bool:
    """Whether a counted phrase may begin with this word."""
    token = tokens[at]
    tags = token.tags
    if token.low in ("chưa đạt", "bằng") and takes_number(tokens, at):
        return False
    if predicate and token.low in ("chưa", "không", "rất"):
        return at + 1 < len(tokens) and tokens[at + 1].kind == WORD
    counted = at > 0 and tokens[at - 1].kind == NUMBER
    if counted and token.low == "số":
        changed = at > 1 and bool(tokens[at - 2].tags & lx.CHANGE)
        return changed or at + 1 >= len(tokens) or _is_issue(tokens[at + 1])
    if counted and token.low == "đàn" and _names_herd(tokens, at + 1):
        return True
    if counted and (token.low in _OWNED or token.low.startswith("chỉ tiêu ")):
        return True
    if token.low == "kết quả" or (predicate and tags & lx.AMOUNT and token.low not in TOTALS):
        return True
    if tags & _NAMES:
        return not tags & lx.HEDGE_AFTER
    if tags & lx.RESTRICTIVE and at and tokens[at - 1].tags & lx.MEASURE:
        return not tags & lx.PREDICATE and tokens[at - 1].low != "%"
    if tags & lx.HEDGE_AFTER:
        return False
    if tags & _BLOCKED or token.low in _AUXILIARIES:
        return False
    return not tags & lx.VERB or bool(tags & lx.ACTOR) or _is_governed(tokens, at)


_OWNED = frozenset({"tài sản", "quỹ"})
"""Amounts that are counted as well: đấu giá thành 118 tài sản."""


def _names_herd(tokens: list[Token], at: int) -> bool:
    """Whether herds or hives are counted, not their animals: 120 đàn | ong; tổng đàn ong: 9.650 đàn."""
    ends = lx.STOP | lx.PREDICATE | lx.LINK | lx.CHANGE
    return at < len(tokens) and tokens[at].kind == WORD and not tokens[at].tags & ends


def _is_issue(follower: Token) -> bool:
    """Whether issues of a journal are counted, not some of others: ra 12 số | với 316 bài; 3 số | đặc biệt."""
    ends = lx.STOP | lx.PREDICATE | lx.LINK | lx.LEVEL
    return follower.kind == SIGN or bool(follower.tags & ends) or follower.low in _ISSUES


_ISSUES = frozenset({"đặc biệt", "thường kỳ", "định kỳ", "tết", "chuyên đề", "tiếng", "báo", "in"})


def _is_governed(tokens: list[Token], at: int) -> bool:
    """Whether a verb before the number makes the one behind it a noun: xử lý 120 vi phạm."""
    before = next(
        (t for t in reversed(tokens[max(0, at - 4) : at - 1]) if not t.tags & lx.HEDGE), None
    )
    if before is not None and before.low == "," and at + 1 < len(tokens):
        ends = lx.STOP | lx.PREDICATE | lx.LINK | lx.VERB | lx.ADVERB
        noun = tokens[at + 1].kind == WORD and not tokens[at + 1].tags & ends
        return noun and tokens[at - 1].kind == NUMBER and not takes_number(tokens, at)
    governs = before is not None and (
        before.low in ("có", "hiện có", "gồm", "gồm có", "bao gồm")
        or (before.tags & lx.VERB and not before.tags & (lx.NOUN | lx.LINK))
    )
    return bool(governs) and tokens[at - 1].kind == NUMBER and not takes_number(tokens, at)


def accepts(tokens: list[Token], start: int, at: int, kept: bool, predicate: bool) -> bool:
    """Whether a word goes on with the phrase that begins at `start`."""
    token = tokens[at]
    tags = token.tags
    if token.low == "chưa đạt" and takes_number(tokens, at):
        return False
    if token.low in GRADES and is_grade(tokens, at):
        return True
    if token.low in ("dài", "thành") and takes_number(tokens, at):
        return False
    if token.low == "có thời hạn":
        return at + 1 >= len(tokens) or tokens[at + 1].kind == SIGN
    if token.low in ("và", "hoặc"):
        return joins(tokens, start, at, predicate=predicate) or _joins_sorts(tokens, at)
    if token.entry.refuses_previous and "back_reference" in token.entry.refuses_previous:
        return False
    if at == start + 1 and token.low in _ASKS_FOR and _asks(tokens[start], token):
        return at + 1 < len(tokens) and tokens[at + 1].kind == WORD
    if token.low == "các" and _is_of_places(tokens, start, at):
        return False
    if token.low == "đề nghị" and tokens[start].entry.noun in ("group", "person"):
        return False
    if token.low == "đạt" and tokens[at - 1].low == "loại":
        return at + 1 >= len(tokens) or tokens[at + 1].kind == SIGN
    if token.low == "về" and _is_offence(tokens, start, at):
        return True
    if token.low in _KIND_OF and _says_of_whom(tokens, start, at):
        return True
    if _owes(tokens, start, at):
        return True
    if token.low in _OF_FIELD and not kept and _is_of_field(tokens, start, at):
        return True
    if kept and not predicate and tags & lx.VERB and _is_moved(tokens, start, at):
        return False
    if token.low == "bị":
        return predicate or _befell(tokens, start, at)
    if token.low.split()[0] in _HANDS_IN and tokens[at - 1].low == "cá nhân":
        return False
    before = tokens[at - 1]
    given = before.entry.noun == "event" or before.low in ("được", "hiến")
    if token.low in _GIVES and not given:
        return False
    if tags & lx.RESTRICTIVE:
        led = tokens[start - 2].low if start > 1 else ""
        if token.low.startswith("tham gia"):
            return led not in _MOVES
        return token.low != "vay vốn" or led != "cho"
    if tags & lx.HEDGE_AFTER and not predicate:
        return False
    if kept and not predicate and (tags & lx.PREDICATE or "part" in token.entry.cues):
        return False
    if kept or predicate:
        if token.low == "về" and predicate and _is_told_about(tokens, at):
            return True
        if token.low in _HARD_STOPS or (tags & lx.AMOUNT and not _is_object(tokens, at)):
            return False
        if token.low in _WHERE and not predicate:
            return False
        return not (predicate and tags & lx.LINK and takes_number(tokens, at))
    if tags & _TOLD and not tags & lx.NOUN:
        return False
    if tags & lx.NOUN and not tags & lx.STOP:
        return not (tags & lx.VERB) or _names_activity(tokens, start, at)
    if tags & (lx.STOP | lx.PREDICATE) or (tags & lx.LINK and token.low != "mới"):
        return False
    if tags & lx.VERB:
        return _names_activity(tokens, start, at)
    return token.low not in _AUXILIARIES


def _joins_sorts(tokens: list[Token], at: int) -> bool:
    """Whether "và" joins two grades or fates of those counted: hộ khá và trung bình; người chết và mất tích."""
    if at + 1 >= len(tokens) or not (at + 2 >= len(tokens) or tokens[at + 2].kind == SIGN):
        return False
    last, follower = tokens[at - 1], tokens[at + 1]
    graded = last.low in GRADES and follower.low in GRADES
    return graded or bool(last.tags & follower.tags & lx.RESTRICTIVE)


_WHERE = frozenset({"ở", "tại"})
"""With these a place begins, which is no part of a count: 2 bến không phép | ở km 14."""


def _is_object(tokens: list[Token], at: int) -> bool:
    """Whether an amount is what a verb before it takes: sinh viên được miễn | học phí, hưởng | lương."""
    acts = tokens[at - 1].tags & (lx.VERB | lx.RESTRICTIVE) and not tokens[at - 1].tags & lx.LINK
    ended = at + 1 >= len(tokens) or tokens[at + 1].kind == SIGN or tokens[at + 1].low == "và"
    return bool(acts) and ended


def _is_told_about(tokens: list[Token], at: int) -> bool:
    """Whether "về" tells what was said or signed: 45/52 hộ ký cam kết | về phòng cháy."""
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    told = tokens[at - 1].low.endswith(_SPOKEN)
    return told and follower is not None and follower.kind == WORD


_SPOKEN = ("cam kết", "tuyên truyền", "tập huấn", "bồi dưỡng", "kiến thức", "ý kiến", "kiến nghị", "phản ánh", "khiếu nại", "tố cáo")  # fmt: skip
"""Behind these, "về" leads to what is meant."""

_GRADED = frozenset(
    {"học lực", "hạnh kiểm", "lực học", "rèn luyện", "loại", "xếp loại", "đạt loại", "kết quả"}
)
_TELLS_SHARE = frozenset({"chiếm", "đạt", "và", "trở lên", "tăng", "giảm", "chiếm tỷ lệ", "đạt tỷ lệ", "chiếm tỉ lệ", "đạt tỉ lệ"})  # fmt: skip


def is_grade(tokens: list[Token], at: int) -> bool:
    """Whether a word only says how well those counted learn: 189 học sinh khá; 36 em học lực trung bình."""
    previous = tokens[at - 1]
    if previous.low in (",", "và") and at > 1:
        graded = tokens[at - 2].low.split()[-1] in GRADES
    else:
        graded = previous.low in _GRADED or previous.entry.noun == "person"
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    return graded and (follower is None or follower.kind == SIGN or follower.low in _TELLS_SHARE)


_MOVES = frozenset({"vận động", "tuyên truyền", "hỗ trợ", "hướng dẫn", "giúp"})
"""What those counted were moved to do says not who they are: vận động 45 hội viên | tham gia BHYT."""


def _is_moved(tokens: list[Token], start: int, at: int) -> bool:
    """Whether a verb tells what the poor and the like were helped to: giúp 38 phụ nữ nghèo | vay."""
    led = tokens[start - 2].low if start > 1 else ""
    helped = led in _MOVES | {"cho", "giúp đỡ", "tạo điều kiện cho"}
    return helped and not tokens[at].tags & (lx.NOUN | lx.RESTRICTIVE)


_KIND_OF = frozenset({"của", "thuộc đối tượng", "thuộc diện", "thuộc nhóm"})
_KIN = frozenset({"con", "con em", "cháu", "con cháu", "vợ", "vợ con", "chồng", "thân nhân", "người thân", "người nhà", "bố mẹ", "cha mẹ"})  # fmt: skip


def _says_of_whom(tokens: list[Token], start: int, at: int) -> bool:
    """Whether it is told of whom kin are, or of which kind people: 45 con | của công nhân; 30 hộ | thuộc diện bảo trợ."""
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    if follower is None or follower.kind != WORD:
        return False
    if tokens[at].low == "của":
        return tokens[at - 1].low in _KIN and follower.entry.noun == "person"
    return tokens[start].entry.noun == "person" or tokens[start].low.startswith(("hộ", "gia đình"))


_OFFENCES = (
    "tin báo",
    "tố giác",
    "phạm tội",
    "vi phạm",
    "vi phạm pháp luật",
    "tội phạm",
    "vi phạm hành chính",
)
"""Behind these, "về" tells the field: 45 vụ phạm tội | về ma túy."""


def _is_offence(tokens: list[Token], start: int, at: int) -> bool:
    """Whether "về" says of which field the offences are that are counted."""
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    if follower is None or follower.kind != WORD or follower.tags & lx.STOP:
        return False
    return at > start and tokens[at - 1].low.endswith(_OFFENCES)


def _owes(tokens: list[Token], start: int, at: int) -> bool:
    """Whether it is told which borrowers are counted, those who still owe: 9.400 hộ | còn dư nợ."""
    if tokens[at].low == "dư nợ":
        return at > start + 1 and tokens[at - 1].low == "còn"
    return tokens[at].low == "còn" and at + 1 < len(tokens) and tokens[at + 1].low == "dư nợ"


_OF_FIELD = frozenset({"về", "thuộc"})
_FIELDED = frozenset({"document", "event", "thing"})
_MOVED_TO = frozenset({"group", "place", "org"})


def _is_of_field(tokens: list[Token], start: int, at: int) -> bool:
    """Whether the field of what is counted follows, which tells it apart: 3 đề tài | về y dược, 5 dự án | thuộc ngành thủy sản."""
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    if follower is None or follower.kind != WORD or tokens[start].entry.noun not in _FIELDED:
        return False
    if tokens[at].low == "thuộc":
        return True
    # Luân chuyển 3.000 cuốn sách về cơ sở tells where they went.
    moved = follower.tags & lx.ACTOR or follower.entry.noun in _MOVED_TO
    return not moved and not follower.tags & (lx.STOP | lx.LINK | lx.PREDICATE)


_GIVES = frozenset({"trao", "tặng", "trao tặng", "gửi tặng", "trao cho", "biếu", "biếu tặng"})
"""What is done with the things counted before: 120 kg gạo | trao tặng cho 6 hộ."""


def _is_of_places(tokens: list[Token], start: int, at: int) -> bool:
    """Whether the places begin that people are from: 2.900 lượt giáo viên | các huyện miền núi."""
    who = tokens[start].entry.noun == "person" or tokens[start].low.startswith(("lượt", "hộ"))
    return who and at + 1 < len(tokens) and tokens[at + 1].entry.noun == "place"


_HANDS_IN = frozenset({"nộp", "gửi", "ký", "kê khai", "đóng góp", "ủng hộ", "đề nghị", "làm", "lập", "bổ sung"})  # fmt: skip
"""What somebody does behind "cá nhân" says not who they are: 63 tổ chức, cá nhân | nộp đơn đăng ký."""

_ASKS_FOR = frozenset({"đăng ký", "đề nghị", "yêu cầu", "xin"})
"""What papers are for: hồ sơ đăng ký xét tuyển, đơn đề nghị."""


_ASKERS = frozenset({"trường hợp", "người"})
"""Behind what these ask for, a verb goes on: người đăng ký | hiến máu."""


def _asks(head: Token, deed: Token) -> bool:
    """Whether what is asked for tells the papers, cases or people apart: trường hợp xin cấp lại, người đăng ký hiến máu."""
    asked = head.entry.noun == "document" or head.low == "trường hợp"
    return asked or (head.low == "người" and deed.low == "đăng ký")


_HARD_STOPS = frozenset({"với", "so với", "so", "trong đó", "để", "nhằm", "trên địa bàn", "khi", "về", "đồng thời", "vì", "nhờ", "bên cạnh đó", "ra khỏi", "khỏi vùng", "khỏi nơi", "sang", "vay"})  # fmt: skip


_AUXILIARIES = frozenset({"có", "được", "bị", "cho", "ở", "chưa", "không", "sẽ", "phải", "còn", "còn lại", "là", "đến", "tới", "chỉ", "khá", "được cử", "trên"})  # fmt: skip


def _befell(tokens: list[Token], start: int, at: int) -> bool:
    """Whether "bị" says which: 230 ha ruộng bị bỏ hoang, 12 đảng viên bị khai trừ; bodies are counted as such."""
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    thing = tokens[start].entry.noun not in ("group", "place", "event")
    return thing and follower is not None and follower.kind == WORD


def _counts_object(tokens: list[Token], at: int) -> bool:
    """Whether a comma was lost before a verb that takes the next number: trường hợp | tước giấy phép 241."""
    return (
        at + 2 < len(tokens)
        and bool(tokens[at + 1].tags & lx.NOUN)
        and tokens[at + 2].kind == NUMBER
        and not tokens[at + 2].reason
    )


_OPENS_WAYS = ("làm", "mở", "xây", "nâng cấp", "mở rộng")
"""What land is given for: hiến 12.000 m2 đất | làm đường."""


def _names_activity(tokens: list[Token], start: int, at: int) -> bool:
    """Whether the verb at `at` tells the sort of the classifier before it: cuộc kiểm tra."""
    previous = tokens[at - 1]
    if at == start + 2 and tokens[start].low in _ASKERS and _asks(tokens[start], previous):
        return previous.low in _ASKS_FOR and not takes_number(tokens, at)
    if previous.low in BODIES or previous.low == "ngày công" or takes_number(tokens, at):
        return False
    if previous.low == "đất" and tokens[at].low.startswith(_OPENS_WAYS):
        return False
    if previous.low == "trường hợp" and _counts_object(tokens, at):
        return False
    if previous.tags & lx.VERB and at - 1 > start:
        return True
    if previous.low in _STAFF and tokens[at].low in _JOBS and _ends(tokens, at + 1):
        return True
    if previous.low in _SUBSTANCES or previous.low in _OF_FIELD:
        return True
    if at == start + 1 and not previous.tags and " " not in previous.low:
        return True
    return previous.entry.noun in _SORTED and bool(previous.tags & lx.NOUN)


_STAFF = frozenset({"nhân viên", "công nhân", "lao động", "tổ", "đội", "nhóm"})
_JOBS = frozenset({"vệ sinh", "bảo vệ", "phục vụ", "quản lý", "kinh doanh", "tư vấn", "chăm sóc", "cứu hộ", "tiếp thị", "hướng dẫn", "vận hành", "lái xe", "thu gom rác", "cấp dưỡng"})  # fmt: skip
"""What staff is employed for: 40 nhân viên | vệ sinh, not 40 nhân viên | bán 2.000 vé."""
_SUBSTANCES = frozenset({"hóa chất", "dung dịch", "chế phẩm"})
"""A verb tells what these are for: 120 lít hóa chất | khử trùng."""


def _ends(tokens: list[Token], at: int) -> bool:
    """Whether the clause, or what is counted in it, ends there."""
    return at >= len(tokens) or tokens[at].kind == SIGN or bool(tokens[at].tags & lx.STOP)
