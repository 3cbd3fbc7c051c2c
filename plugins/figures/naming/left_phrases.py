"""What is said before a number: the subject that is measured, the label, the predicate.

Guideline section 3 b.
"""

from __future__ import annotations

from dataclasses import replace

from figures.before import Before
from figures.naming.changed_subjects import UP_TO, narrow_to_changed, raised_total
from figures.naming.clause_edges import (
    CLOSES,
    clause_begin,
    is_change,
    strong_links,
    without_adverbs,
    without_joint,
)
from figures.naming.comma_subjects import SORTS, before_aside, over_comma
from figures.naming.listed_subjects import TRADED, coordinated, in_sector
from figures.naming.subjects import (
    BALANCES,
    nominal_inside,
    past_agent,
    past_doer,
    past_separators,
    planned_subject,
    without_place,
    yields,
)
from figures.text import lexicon as lx
from figures.text.tokens import NUMBER, PERIOD_TOKEN, WORD, Token


def left_phrase(tokens: list[Token], number_at: int, floor: int) -> Before:
    """What is said right before the number at `number_at`, not reaching below `floor`."""
    begin = clause_begin(tokens, number_at, floor)
    end, joint, changed = without_joint(tokens, begin, number_at)
    linked = not joint.isdisjoint(strong_links())
    left = Before(begin, end, joint, linked, changed, False, None)
    if not joint.isdisjoint(UP_TO) and (raised := _raised(tokens, left, number_at, floor)):
        return raised
    if end == begin and not (joint and begin > floor and tokens[begin - 1].low == ","):
        return left
    _leave_out_asides(tokens, left)
    _narrow_to_clause(tokens, left, number_at)
    _find_subject(tokens, left, number_at, floor)
    roles = _roles(tokens, left.start, left.end)
    if roles & lx.STOP:
        left.start = _behind_like(tokens, left)
    if roles & lx.CUE and (subject := planned_subject(tokens, left.start, left.end)):
        left.end, left.verbal = subject, False
        return left
    if roles & (lx.CUE | lx.AMOUNTS):
        left.start = past_separators(tokens, left.start, left.end)
        left.start = _behind_comparison(tokens, left.start, left.end)
    if roles & lx.LINK:
        left.start = _share_of(tokens, left)
    if left and tokens[left.start].low.startswith("cơ cấu"):
        left.start = _behind_structure(tokens, left)
    if left and tokens[left.start].low.startswith("vụ"):
        left.start = _behind_season(tokens, left)
    if left.end - left.start > 1 and tokens[left.end - 1].low in ("dài", "rộng"):
        left.end -= 1
        left.start, left.linked = _thing_of_length(tokens, left.start, left.end), True
    if left.end - left.start > 1 and tokens[left.end - 1].low in _GIVEN:
        left.end = _without_giver(tokens, left.start, left.end)
    if left and tokens[left.start].low.startswith("quỹ"):
        left.end = _without_raising(tokens, left)
    if "với" in left.joint and left.end - left.start > 2:
        left.end = before_predicate(tokens, left)
    if left.end - left.start > 1 and roles & lx.RATE and tokens[left.end - 1].low in _KEPT_AT:
        left.end, left.linked = left.end - 1, True
        while left.end - left.start > 1 and tokens[left.end - 1].low in _DOING:
            left.end -= 1
    if left.end - left.start > 2 and tokens[left.start].low in _FUNDS:
        left.end = _without_spending(tokens, left)
    caused = left and left.start > begin and tokens[left.start - 1].low in _CAUSES
    if caused and "chiếm" in left.joint:
        left.start -= 1
    _find_predicate(tokens, left, roles)
    if left.end - left.start > 1 and tokens[left.end - 1].low in _SUMS:
        left.end -= bool(tokens[left.start].tags & lx.AMOUNTS)
    _leave_out_times(tokens, left)
    return left


def _leave_out_asides(tokens: list[Token], left: Before) -> None:
    """Leaves out what is said of a subject before its number, and whose growth is told."""
    if left and tokens[left.end - 1].low == "khi":
        # Cá tra tiếp tục dẫn đầu khi 9 tháng đạt 1,4 tỷ USD.
        left.end = before_predicate(tokens, left)
    if not left.linked:
        grown = range(left.start, left.end - 3)
        sums = (at for at in grown if tokens[at].low == "sự" and is_change(tokens, at + 1))
        at = next(sums, -1)
        ends = (i + 1 for i in range(at + 2, min(at + 5, left.end - 1)) if tokens[i].low == "của")
        left.start = next(ends, left.start) if at >= 0 else left.start
        return
    for at in range(left.start + 1, left.end - 1):
        if tokens[at].low in ("-", "–") and tokens[at + 1].low in SORTS:
            left.end = at
            copulas = (i + 1 for i in range(at - 2, left.start, -1) if tokens[i].low == "là")
            left.start = next(copulas, left.start)
            return


def _raised(tokens: list[Token], left: Before, number_at: int, floor: int) -> Before | None:
    """The total that somebody raised to the number: nâng | tổng số hội viên | trong xã lên 640 người."""
    lead = next(at for at in range(number_at - 1, -1, -1) if tokens[at].low in UP_TO)
    total = raised_total(tokens, lead, floor)
    return replace(left, start=total[0], end=total[1], linked=True) if total else None


_REASONS = ("nguyên nhân", "lý do")
"""A sentence that begins so tells behind "là" what changed: nguyên nhân chính là | sản lượng giảm 10%."""
_NOW = frozenset({"hiện có", "hiện", "hiện nay"})
"""Behind these an amount is told of who stands before: thành phố hiện có | diện tích 11.859 km²."""
EFFECTS = frozenset({"khiến", "khiến cho"})
"""Behind these it is told what came of what stands before: chi phí tăng khiến | lãi chỉ đạt 2 tỷ đồng."""
_KEPT_AT = frozenset(
    {
        "kiểm soát",
        "được kiểm soát",
        "được",
        "duy trì",
        "vẫn duy trì",
        "giữ",
        "giữ vững",
        "giữ ổn định",
        "ổn định",
    }
)
"""Between a rate and its number they say that it has not changed: độ che phủ rừng | duy trì 61%."""


def _done_to(tokens: list[Token], start: int, end: int) -> int:
    """Where the thing begins that somebody did something to: vùng Tây Nam đã xuống giống | lúa là 985.000 ha; else 0."""
    done = next((at for at in range(start + 1, end - 1) if tokens[at].low == "đã"), 0)
    if not done or not tokens[done + 1].tags & lx.VERB or tokens[start].tags & lx.AMOUNTS:
        return 0
    thing = done + 2 < end and not tokens[done + 2].tags & (lx.VERB | lx.LINK | lx.STOP)
    return done + 2 if thing else 0


def _thing_of_length(tokens: list[Token], start: int, end: int) -> int:
    """Where what has a length begins, behind what was done with it: phát quang | các tuyến đường liên xã dài 23 km."""
    acts = (at for at in range(end - 1, start - 1, -1) if tokens[at].tags & lx.VERB)
    done = next((at for at in acts if not tokens[at].tags & lx.NOUN), start - 1)
    return done + 1 if done + 1 < end else start


_FUNDS = frozenset(
    {"kinh phí", "tổng kinh phí", "nguồn kinh phí", "ngân sách", "dự toán", "vốn", "nguồn vốn"}
)
_CAPITAL = frozenset({"vốn", "nguồn vốn"})
"""Of these a verb that is not passive makes a name: vốn đầu tư giải ngân."""
_SPENDS = frozenset({"chi trả", "huy động", "huy động được", "giải ngân", "cấp", "phân bổ", "chi", "bố trí", "sử dụng", "quyết toán", "thanh toán"})  # fmt: skip


def _without_spending(tokens: list[Token], left: Before) -> int:
    """`left.end` before what was done with money that has a name: kinh phí sự nghiệp | được cấp 11 tỷ đồng."""
    end = left.end - 1
    if tokens[end].low not in _SPENDS:
        return left.end
    while end - 1 > left.start and tokens[end - 1].low in ("được", "đã"):
        end -= 1
    passive = tokens[end].low == "được"
    named = end - left.start > 1 and (passive or tokens[left.start].low not in _CAPITAL)
    left.linked = left.linked or named
    return end if named else left.end


_SUMS = frozenset({"số tiền", "tổng số tiền", "trị giá", "tổng trị giá", "với số tiền", "với tổng số tiền"})  # fmt: skip
"""Behind an amount they only say that a sum follows: vốn vay giải quyết việc làm | số tiền 3 tỷ đồng."""
_CAUSES = frozenset({"nguyên nhân do", "nguyên nhân là do", "nguyên nhân từ"})
"""Of what makes up a share, they say of what: | nguyên nhân do sự cố điện chiếm 57,6%."""


def _narrow_to_clause(tokens: list[Token], left: Before, number_at: int) -> None:
    """Leaves out the clause before, the word for an aim, and what goes with a change."""
    places = range(left.end - 1, left.start - 1, -1)
    left.start = next((at + 1 for at in places if tokens[at].low in EFFECTS), left.start)
    if "là" in left.joint and (begun := _done_to(tokens, left.start, left.end)):
        left.start = begun
    if left and tokens[left.start].low.startswith(_REASONS):
        told = (at for at in places if tokens[at].low == "là" and at + 1 < left.end)
        left.start = next((at + 1 for at in told if tokens[at + 1].tags & lx.AMOUNTS), left.start)
    left.start = _behind_rank(tokens, left)
    if "là" in left.joint and (level := _compared_level(tokens, left)):
        left.start = level
    now = (at for at in places if tokens[at].low in _NOW and at + 1 < left.end)
    left.start = next((at + 1 for at in now if tokens[at + 1].tags & lx.AMOUNTS), left.start)
    alone = left.end - left.start == 1 and left.start > 0 and tokens[left.start - 1].kind == WORD
    if alone and tokens[left.start].low == "thành":
        left.end = left.start
    if tokens[left.start].low in _CONCEDING or left.end - left.start > _LONG:
        left.start = _behind_contrast(tokens, left.start, left.end)
    if left.end - left.start > 1 and tokens[left.end - 1].low in _AIMED:
        planned = tokens[left.start].tags & lx.AMOUNT and tokens[left.end - 1].low == "kế hoạch"
        left.end -= bool(left.joint or planned)
    if left and tokens[left.end - 1].low == "đóng góp" and _is_share(tokens, number_at):
        left.end, more, left.changed = without_joint(tokens, left.start, left.end - 1)
        left.start = _behind_contrast(tokens, left.start, left.end)
        left.joint, left.linked = left.joint | more | {"đóng góp"}, True
    if _roles(tokens, left.start, left.end) & lx.CHANGE:
        narrow_to_changed(tokens, left)
    if left and tokens[left.start].tags & lx.NOMINAL and (left.linked or left.changed):
        left.end = _before_relative(tokens, left.start, left.end)


def _compared_level(tokens: list[Token], left: Before) -> int:
    """Where a level is named that another is compared with: không lớn so với | mức tồn kho là 700 tấn; else 0."""
    if _roles(tokens, left.start, left.end) & lx.CHANGE:
        return 0
    places = range(left.start + 1, left.end - 1)
    against = (at + 1 for at in places if tokens[at].low == "so với")
    return next((at for at in against if tokens[at].tags & lx.AMOUNTS), 0)


def _behind_rank(tokens: list[Token], left: Before) -> int:
    """Where the one is told that has a rank or is the chief part: Đứng thứ hai là | Lào; hàng về chủ yếu là | đùi."""
    if not (left.linked or left.changed):
        return left.start
    for at in range(left.end - 2, left.start, -1):
        low, first = tokens[at].low, tokens[left.start].low
        told = low in _CHIEFLY or (low == "là" and tokens[at - 1].low in _CHIEF)
        if told or (low.split()[-1] == "là" and first.startswith(RANKS)):
            return at + 1
    return left.start


_CHIEFLY = frozenset({"chủ yếu là", "phần lớn là", "cao nhất là", "nhiều nhất là", "lớn nhất là", "thấp nhất là", "tiếp đến là", "tiếp theo là", "kế đến là"})  # fmt: skip
_CHIEF = frozenset({"chủ yếu", "phần lớn", "đa số", "lớn nhất", "cao nhất", "nhiều nhất", "thấp nhất", "chủ lực"})  # fmt: skip
RANKS = ("đứng thứ", "xếp thứ", "đứng", "xếp", "tiếp theo", "tiếp đến", "kế đến", "theo sau", "kế tiếp", "tiếp sau")  # fmt: skip


def _before_relative(tokens: list[Token], start: int, end: int) -> int:
    """`end` before what is told of a subject: sản lượng cà phê | mà nước này xuất khẩu | giảm 4,5%."""
    return next((at for at in range(start + 1, end) if tokens[at].low == "mà"), end)


def _find_subject(tokens: list[Token], left: Before, number_at: int, floor: int) -> None:
    """Leaves out what leads in, and takes in what stands over a comma or in the same list."""
    begin, end = left.start, left.end
    start, left.verbal = without_adverbs(tokens, begin, end)
    behind_comma = begin > floor and tokens[begin - 1].low == ","
    behind_comma = behind_comma and tokens[start - 1].low not in _SINGLES_OUT
    if behind_comma and _goes_back(tokens, left, number_at):
        subject = over_comma(tokens, begin, start, end, floor)
        if subject < start:
            start, end = subject, before_aside(tokens, subject, end)
            while end - 1 > start and is_change(tokens, end - 1):
                end -= 1
    if start + 2 < end and tokens[start].low == "thực hiện" and tokens[start + 1].kind != WORD:
        start += 2
    start = coordinated(tokens, begin, start, end, floor)
    start = in_sector(tokens, start, end, floor)
    left.start, left.end = _behind_comparison(tokens, start, end), end


_SINGLES_OUT = frozenset(
    {"trong đó", "như", "điển hình là", "điển hình như", "tiêu biểu là", "nhất là", "đặc biệt là"}
)
"""Behind these one of several is told, not what stands over the comma: …, trong đó | Mai Sơn giảm 20%."""


def _goes_back(tokens: list[Token], left: Before, number_at: int) -> bool:
    """Whether what leads to the number may have its subject over the comma before the clause."""
    if left.linked or left.changed or "lên" in left.joint:
        return True
    if _is_share(tokens, number_at) and _rates_list(tokens, left.start):
        return True
    reached = not left.joint.isdisjoint(("được", "khoảng"))
    return reached and tokens[left.start].kind == WORD and _is_money(tokens, number_at)


def _rates_list(tokens: list[Token], start: int) -> bool:
    """Whether one rate of two things is told: tỷ lệ bản án, | quyết định bị hủy 0,42%."""
    if tokens[start].tags & lx.AMOUNTS:
        return False
    at = start - 1
    while at and tokens[at - 1].kind == WORD:
        at -= 1
        if tokens[at].tags & (lx.CHANGE | lx.LINK) and not tokens[at].tags & lx.RATE:
            return False
    return tokens[at].low in _OF_SEVERAL and start - at > 2


_OF_SEVERAL = frozenset({"tỷ lệ", "tỉ lệ", "tỷ trọng", "tốc độ tăng", "tốc độ tăng trưởng"})
"""Rates that may be told of two things at once."""


def _behind_like(tokens: list[Token], left: Before) -> int:
    """Where an example begins: các ngành chủ lực như | dệt may."""
    places = range(left.end - 2, left.start, -1)
    return next((at + 1 for at in places if tokens[at].low == "như"), left.start)


def _share_of(tokens: list[Token], left: Before) -> int:
    """Where a rate begins behind whose it is: các xã | đạt tỷ lệ cử tri đi bầu trên 99%."""
    places = range(left.start + 1, left.end - 1)
    return next((at for at in places if tokens[at].low in SHARE_OF), left.start)


def _behind_structure(tokens: list[Token], left: Before) -> int:
    """Where the first part is told: cơ cấu giống gồm | lúa thuần 62%."""
    places = range(left.start + 1, left.end - 1)
    return next((at + 1 for at in places if tokens[at].low in ("gồm", "bao gồm")), left.start)


def _behind_season(tokens: list[Token], left: Before) -> int:
    """Where what is measured begins behind the season: vụ đông xuân 2021-2022 | năng suất 60,4 tạ/ha."""
    for at in range(left.start + 1, min(left.end - 1, left.start + 4)):
        if tokens[at].kind == PERIOD_TOKEN and tokens[at + 1].tags & lx.AMOUNTS:
            return at + 1
    return left.start


SHARE_OF = frozenset({"đạt tỷ lệ", "đạt tỉ lệ", "với tỷ lệ", "với tỉ lệ"})


def _find_predicate(tokens: list[Token], left: Before, roles: int) -> None:
    """Leaves out who acts and the level, and tells whether a verb is left or the amount it governs."""
    start, end = left.start, left.end
    acted = past_agent(tokens, start, end)
    if acted == start and not (left.linked or left.changed):
        acted = past_doer(tokens, start, end)
    thing = left.linked and tokens[start].entry.noun in ("document", "thing")
    if acted > start and not (thing and (end - acted == 1 or "chiếm" in left.joint)):
        start, left.verbal = acted, True
    if end > start and tokens[end - 1].tags & lx.LEVEL:
        end, left.level = _level_before(tokens, start, end)
    if end > start:
        first = tokens[start].tags
        left.verbal = (left.verbal or bool(first & _ACTS)) and not first & lx.NOMINAL
        left.verbal = left.verbal and not ("chiếm" in left.joint and tokens[start].low in TRADED)
    if roles & lx.AMOUNTS and (left.verbal or _acts(tokens, start, end)):
        start, left.verbal = nominal_inside(tokens, start, end, verbal=left.verbal)
    if start > left.start and tokens[start].low == "quỹ" and tokens[end - 1].low in CLOSES:
        end -= 1
    if left.verbal and end - start > 1 and tokens[start + 1].entry.noun == "collection":
        raised = tokens[start].low in ("nâng", "đưa") and "lên" in left.joint
        start, left.verbal = start + raised, not raised
    given = end - start > 1 and tokens[start].entry.noun in ("person", "group")
    if given and tokens[end - 1].low in ("trị giá", "tổng trị giá"):
        start, left.verbal = end - 1, False
    left.start, left.end = start, without_place(tokens, start, end)


def before_predicate(tokens: list[Token], left: Before) -> int:
    """The end of a subject of which something is said before "với": hàng container | vẫn tăng mạnh với 12 triệu tấn."""
    if tokens[left.start].tags & lx.ACTOR or tokens[left.start].entry.noun in ("person", "group"):
        return left.end
    said = (i for i in range(left.start + 1, left.end) if tokens[i].low in _GOES_ON)
    return next(said, left.end)


_GOES_ON = frozenset(
    {
        "vẫn",
        "vẫn giữ",
        "vẫn duy trì",
        "duy trì",
        "vẫn đang",
        "tiếp tục",
        "cũng",
        "luôn",
        "vẫn tiếp tục",
    }
)


_GIVEN = frozenset({"giao", "được giao"})
_GIVERS = frozenset({"tỉnh", "huyện", "thành phố", "thị xã", "trung ương", "cấp trên", "bộ", "được", "chính phủ", "thủ tướng chính phủ", "hđnd", "ubnd", "cấp tỉnh", "cấp huyện"})  # fmt: skip


def _without_giver(tokens: list[Token], start: int, end: int) -> int:
    """`end` without who set a plan: kế hoạch vốn | tỉnh giao | là 3.562 tỷ đồng."""
    if not any("plan" in token.entry.cues for token in tokens[max(0, start - 1) : end]):
        return end
    last = end - 1
    while last > start + 1 and tokens[last - 1].low in _GIVERS:
        last -= 1
        if tokens[last].low == "được":
            break
    return last


_RAISES = frozenset({"huy động", "huy động được", "vận động", "vận động được", "tiếp nhận", "tiếp nhận được", "quyên góp", "quyên góp được", "thu", "thu được", "nhận", "nhận được"})  # fmt: skip


def _without_raising(tokens: list[Token], left: Before) -> int:
    """`left.end` before what a fund did, and before where it is: Quỹ khuyến học | của huyện huy động."""
    end = left.end - 1
    if end <= left.start or tokens[end].low not in _RAISES:
        return left.end
    while end - 1 > left.start and tokens[end - 1].low in _DOING:
        end -= 1
    if (level := _numbered_level(tokens, left.start, end)) is not None:
        left.level, end = level, level[0]
    if tokens[end - 1].entry.noun == "place" and end - 1 > left.start:
        end -= 1
    return without_place(tokens, left.start, end)


_DOING = frozenset({"luôn", "vẫn", "đã", "cũng", "đang", "được", "cũng đã", "đã được"})


def _numbered_level(tokens: list[Token], start: int, end: int) -> tuple[int, int] | None:
    """The levels that a fund has, which are counted: Quỹ Khuyến học | 3 cấp | huy động."""
    levels = (at for at in range(start + 1, end - 1) if tokens[at].kind == NUMBER)
    at = next((at for at in levels if tokens[at + 1].low == "cấp"), 0)
    return (at, at + 2) if at else None


_ACTS = lx.VERB | lx.PREDICATE


def _leave_out_times(tokens: list[Token], left: Before) -> None:
    """Leaves out a length of time, what a pronoun stands for, and times by themselves."""
    start, end = left.start, left.end
    lasted = end - start > 2 and tokens[start].reason == "duration"
    if lasted and tokens[start + 1].low.split()[0] in _TIMES:
        start += 1 + (tokens[start + 1].low in _TIMES)
        start = next((i for i in range(start, end) if tokens[i].tags & lx.AMOUNT), start)
    if end - start > 2 and tokens[end - 1].low == "năm" and tokens[end - 2].reason == "duration":
        end -= 2
    if end - start > 1 and tokens[end - 1].low in _REFERRED:
        start = end - 1
    passed = end - start == 2 and tokens[end - 1].low == "trước"
    if (passed or end - start == 1) and tokens[start].low in _TIMES:
        end = start
    left.start, left.end = start, end


_REFERRED = frozenset({"tỷ lệ này", "tỉ lệ này", "con số này", "chỉ số này", "mức này"})
"""Behind whose number it is, what was told before: ở khu 7 | tỷ lệ này | là 94,7%."""

_TIMES = frozenset({"ngày", "tháng", "năm", "quý", "kỳ", "tuần", "vụ trước"})
"""Left of a comparison, they name nothing: so với tháng cùng kỳ năm 2018 giảm 116 vụ."""


def _behind_contrast(tokens: list[Token], begin: int, end: int) -> int:
    """`begin` behind the clause before: doanh thu tăng nhưng | chi phí giảm nên | lợi nhuận đạt 5 tỷ."""
    for at in range(end - 1, begin, -1):
        if tokens[at].low in ("nên", "nhưng", "song", "do đó", "vì vậy"):
            told = any(token.tags & lx.AMOUNTS for token in tokens[at + 1 : end])
            told = told or tokens[begin].low in _CONCEDING
            return at + 1 if told or at == end - 1 else begin
    return begin


_CONCEDING = frozenset({"dù", "mặc dù", "tuy", "dẫu", "cho dù", "mặc dầu"})
"""Begins the clause that a contrast ends: tuy | thiếu nước nhưng | tiêu thụ điện vẫn tăng 4%."""

_LONG = 6
"""How many words a clause has at least that may hold another before it."""

_AIMED = frozenset({"mục tiêu", "dự kiến", "kế hoạch", "phấn đấu"})
"""What is measured is aimed at: lợi nhuận sau thuế | mục tiêu | đạt 97 tỷ; dư nợ | kế hoạch 85 tỷ."""


def _is_share(tokens: list[Token], at: int) -> bool:
    """Whether a share or points of one stand there: ngành điện đóng góp | 0,35 điểm phần trăm."""
    return at + 1 < len(tokens) and tokens[at + 1].entry.unit in ("%", "điểm %")


def _is_money(tokens: list[Token], at: int) -> bool:
    """Whether a sum of money stands there: thu thuế, phí, lệ phí được | 2,5 tỷ đồng."""
    return at + 1 < len(tokens) and tokens[at + 1].entry.unit == "đồng"


def _behind_comparison(tokens: list[Token], start: int, end: int) -> int:
    """`start` behind the time that is compared with: so với tháng 6/2024 | số vụ cháy tăng."""
    if start + 2 < end and tokens[start].low in ("so với", "so") and tokens[start + 1].kind != WORD:
        return start + 2
    return start


def _acts(tokens: list[Token], start: int, end: int) -> bool:
    """Whether somebody who did something stands there: UBND …, Đại tá Lê Minh đã trao … số tiền."""
    if start >= end or tokens[start].tags & lx.ACTOR or tokens[start].entry.noun in _OWNERS:
        return start < end
    whose = not tokens[start].tags & lx.AMOUNTS and "plan" not in tokens[start].entry.cues
    for at in range(start, end):
        if at > start and whose and tokens[at].low in BALANCES:
            return True
        if tokens[at].low == "cho" and at + 1 < end and yields(tokens, at + 1):
            return True
        if tokens[at].low == "đã" and not tokens[start].tags & lx.NOMINAL:
            return True
    return False


_OWNERS = frozenset({"group", "place"})
"""Behind whose name it is told what is measured there: huyện Bình Lục | chi ngân sách 320 tỷ đồng."""


def _roles(tokens: list[Token], start: int, end: int) -> int:
    """All roles of the words between `start` and `end`: most rules ask for words that are not there."""
    roles = 0
    for token in tokens[start:end]:
        roles |= token.tags
    return roles


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
