"""Numbers that describe a thing: sizes, speeds, clocks, scores, capacities, marks.

Guideline section 1.
"""

from __future__ import annotations

import re
from itertools import pairwise

from figures.refusing.refusals import after, is_plain
from figures.text import lexicon as lx
from figures.text.called_days import is_called
from figures.text.tokens import NUMBER, WORD, Token


def is_dimension(tokens: list[Token], at: int) -> bool:
    """Speeds, sizes, distances, weather."""
    follower = after(tokens, at)
    if follower is None:
        return False
    if follower.tags & lx.NEVER or _is_dose(tokens, at):
        return True
    if not follower.tags & lx.MEASURE or follower.entry.unit not in (
        "km",
        "m",
        "kg",
        "tấn",
        "ha",
        "ml",
        "lít",
        "m3",
    ):
        return False
    if follower.entry.unit == "km" and (tokens[at].minimum or 0) >= _AMONG_STARS:
        return True
    near = {token.low for token in tokens[max(0, at - 7) : at]}
    if follower.entry.unit == "kg" and _weighs(tokens, at):
        return True
    if follower.entry.unit == "tấn" and _weighs(tokens, at):
        return not any(t.tags & lx.VERB for t in tokens[max(0, at - 8) : at])
    if any(low.startswith("cách") for low in near):
        return True
    if (
        at + 3 < len(tokens)
        and tokens[at + 2].low == "/"
        and tokens[at + 3].low in ("giờ", "h", "s", "giây")
    ):
        return True
    before = at - 2 if at > 1 and tokens[at - 1].low in _UP_TO else at - 1
    high = tokens[before].low == "cao" and follower.entry.unit == "km"
    if at and (high or (follower.entry.unit == "m" and tokens[before].low in _EXTENTS)):
        return True
    if (at > 1 and _is_least_size(tokens, at)) or (at and _is_swum(tokens, at)):
        return True
    if at > 1 and follower.entry.unit in ("m", "km") and _is_extreme(tokens, before):
        return True
    if at > 1 and tokens[at - 1].low == "dài" and tokens[at - 2].low in _VESSELS:
        return True
    if (
        at
        and tokens[at - 1].low in ("cao", "dày", "sâu", "nặng", "khổ", "rộng", "dài", "ngang")
        and follower.entry.unit != "ha"
        and not _counted_before(tokens, at)
        and not any(t.tags & lx.VERB for t in tokens[max(0, at - 8) : at])
    ):
        return True
    if follower.entry.unit not in ("ha", "tấn") and near & {
        "dâng",
        "ngập sâu",
        "nước sông",
        "mực nước",
        "đỉnh lũ",
        "chiều cao",
        "độ cao",
        "báo động",
        "tầm nhìn",
        "khoảng cách",
        "cự ly",
        "bán kính",
    }:
        return True
    if follower.entry.unit in ("km", "m") and any(t.low in _TRAVELS for t in tokens):
        return True
    if at and follower.entry.unit == "km" and tokens[at - 1].low in ("đi", "chạy", "vượt", "lội"):
        return True
    hedged = tokens[at - 1].low in ("dưới", "trên", "quá") if at else False
    return hedged and bool(near & {"trẻ", "trẻ em", "xe", "người", "phương tiện"})


def _is_least_size(tokens: list[Token], at: int) -> bool:
    """Whether it is told how large those counted are at least: 318 tàu dài từ | 15m trở lên."""
    behind = tokens[at + 2] if at + 2 < len(tokens) else None
    led = tokens[at - 1].low in ("từ", "trên") and (
        tokens[at - 2].low in ("dài", "rộng", "cao") or tokens[at - 2].entry.noun == "thing"
    )
    return led and behind is not None and bool(behind.tags & lx.HEDGE_AFTER)


def _is_swum(tokens: list[Token], at: int) -> bool:
    """Whether the length of a race is told: nội dung | 200m bơi bướm, cự ly | 5 km."""
    return tokens[at - 1].low in ("nội dung", "cự ly", "cự li", "chạy", "bơi")


BOUTS = frozenset({"hạng", "hạng cân", "hạng cân từ", "chung kết", "bán kết", "tứ kết", "nam", "nữ", "nội dung"})  # fmt: skip
"""Words one of which stands beside a class of weight."""


def is_weight_class(tokens: list[Token], at: int) -> bool:
    """The class of a bout or a run: các hạng cân từ 42 kg đến 74 kg; chung kết 60 kg nam; chạy 100 m nữ."""
    follower = after(tokens, at)
    if follower is None or follower.entry.unit not in ("kg", "m", "km"):
        return False
    if at + 2 < len(tokens) and tokens[at + 2].low in ("nam", "nữ"):
        return (tokens[at].maximum or 0) <= (_HEAVIEST if follower.entry.unit == "kg" else _LONGEST)
    if follower.entry.unit != "kg" or (tokens[at].maximum or 0) > _HEAVIEST:
        return False
    if at > 2 and tokens[at - 1].low in (",", "và") and tokens[at - 3].reason == "weight_class":
        return True
    for token in reversed(tokens[max(0, at - 3) : at]):
        if token.low in BOUTS:
            return token.low not in ("nam", "nữ", "nội dung") or tokens[at - 1] is token
        leads = token.tags & (lx.HEDGE | lx.ADVERB | lx.LINK | lx.STOP) or token.low == ":"
        if token.kind == NUMBER or not leads:
            return False
    return False


_HEAVIEST, _LONGEST = 200, 10_000

_BY_SIZE = frozenset({"loại", "cỡ"})
_BY_VOLTAGE = frozenset(
    {"lưới", "lưới điện", "đường dây", "trạm", "trạm biến áp", "áp", "thế", "cáp", "cáp ngầm"}
)
_HOLDS = frozenset({"đơn vị máu", "túi máu", "chai", "can", "túi"})
"""What is told with how much it holds: số | đơn vị máu 350 ml."""
SORTED = _BY_SIZE | _BY_VOLTAGE | _HOLDS
_EACH = frozenset({"các", "nhiều", "đủ", "mọi", "mỗi"})
_SIZES = frozenset({"ml", "lít", "kg", "g", "cm", "mm", "m"})


def is_sort(tokens: list[Token], at: int) -> bool:
    """A size that names the sort of what is counted: đơn vị máu loại 350 ml, đường dây 110 kV."""
    follower = after(tokens, at)
    if follower is None or not at or follower.kind != WORD:
        return False
    if tokens[at - 1].low in _BY_VOLTAGE:
        return follower.low == "kv"
    if tokens[at - 1].low in _HOLDS:
        return follower.low == "ml" or follower.entry.unit == "ml"
    if tokens[at - 1].low not in _BY_SIZE or (tokens[at].minimum or 0) >= 1000:
        return False
    sized = follower.low in _SIZES or follower.entry.unit in _SIZES
    return sized and not any(token.low in _EACH for token in tokens[max(0, at - 4) : at])


_AMONG_STARS = 1_000_000
"""No road or shore of a report has so many kilometres."""
_UP_TO = frozenset({"-", "−", "tới", "đến"})
_EXTENTS = frozenset({"cao", "dày", "sâu", "rộng"})


def _weighs(tokens: list[Token], at: int) -> bool:
    """Whether it tells how heavy one is, not how much was seized: bé nặng tròn 10 kg."""
    before = at - 1
    while before > 0 and (tokens[before].tags & lx.HEDGE or tokens[before].low in ("tròn", "tới")):
        before -= 1
    heavy = tokens[before].low in ("nặng", "cân nặng") and (tokens[at].minimum or 0) < 1000
    return heavy and not _counted_before(tokens, at)


def _is_extreme(tokens: list[Token], before: int) -> bool:
    """Whether the farthest of a place is told: chỗ rộng nhất 900 m."""
    words = f"{tokens[before - 1].low} {tokens[before].low}" if before else tokens[before].low
    return words.endswith(("rộng nhất", "sâu nhất", "cao nhất", "dài nhất", "hẹp nhất"))


_VESSELS = frozenset({"tàu", "thuyền", "tàu cá", "xe", "xà lan", "cầu", "cây cầu", "hầm", "rắn"})


def _is_dose(tokens: list[Token], at: int) -> bool:
    """Whether it is the second half of a measure: 80 mg/100 ml."""
    return at > 1 and tokens[at - 1].low == "/" and bool(tokens[at - 2].tags & lx.NEVER)


_TRAVELS = frozenset({"đi bộ", "đi xe", "đi ô tô", "đi thuyền", "rẽ trái", "rẽ phải", "xa nhất", "gần nhất", "chuyến đi dài", "đường chim bay", "theo quốc lộ"})  # fmt: skip


def _counted_before(tokens: list[Token], at: int) -> bool:
    return any(token.kind == NUMBER and not token.reason for token in tokens[:at])


def is_text_length(tokens: list[Token], at: int) -> bool:
    """How long a text may be: bài viết có dung lượng 1.200 từ."""
    follower = after(tokens, at)
    written = follower is not None and follower.low in ("từ", "chữ", "ký tự")
    return written and any(t.low in LENGTHS for t in tokens[max(0, at - 3) : at])


LENGTHS = frozenset({"dung lượng", "độ dài", "dài"})


def is_score(tokens: list[Token], at: int) -> bool:
    """`4 - 1` of a match."""
    token = tokens[at]
    if token.low == "range":
        return any("contest" in t.entry.cues for t in tokens[max(0, at - 8) : at])
    if not is_plain(token) or len(token.low) > 2:
        return False
    for dash, other in ((at + 1, at + 2), (at - 1, at - 2)):
        if (
            0 <= other < len(tokens)
            and tokens[dash].low in ("-", "–")
            and tokens[other].kind == NUMBER
        ):
            last = max(at, other)
            follower = after(tokens, last)
            if follower is None or not follower.tags & (lx.NOUN | lx.MEASURE):
                return True
    return False


def is_day(tokens: list[Token], at: int) -> bool:
    """A day with its month behind a dash: ngày 24-6, đường 30-4."""
    number = tokens[at]
    if number.low == "range":
        return is_called(tokens, at, at + 1, number.minimum, number.maximum)
    if not is_plain(tokens[at]) or len(tokens[at].low) > 2:
        return False
    for day, dash, month in ((at, at + 1, at + 2), (at - 2, at - 1, at)):
        if day < 1 or month >= len(tokens) or tokens[dash].low not in ("-", "–"):
            continue
        if tokens[month].kind != NUMBER or tokens[day].kind != NUMBER:
            continue
        if is_called(tokens, day, month + 1, tokens[day].minimum, tokens[month].minimum):
            return True
        dated = tokens[day - 1].low in ("ngày", "hôm")
        if dated and (tokens[day].minimum or 99) <= 31 and (tokens[month].minimum or 99) <= 12:
            return True
    return False


_DAY_AND_MONTH = re.compile(r"(?:[12]?\d|0\d|3[01])\.(?:0?[1-9]|1[0-2])")


def is_feast(tokens: list[Token], at: int) -> bool:
    """The date behind the name of a day: ngày Nhà giáo Việt Nam 20.11."""
    follower = after(tokens, at)
    if not _DAY_AND_MONTH.fullmatch(tokens[at].low):
        return False
    if follower is not None and follower.tags & (lx.NOUN | lx.MEASURE | lx.MULTIPLIER):
        return False
    for token in reversed(tokens[max(0, at - 6) : at]):
        if token.kind != WORD or token.tags & (lx.VERB | lx.LINK):
            return False
        if token.low in FEASTS:
            return True
    return False


FEASTS = frozenset({"ngày", "năm ngày", "nhân ngày", "mừng ngày"})


def is_hour(tokens: list[Token], at: int) -> bool:
    """`trả phòng trước 12g`: an hour, not grams."""
    small = (tokens[at].minimum or 99) <= 24 and at + 1 < len(tokens) and tokens[at + 1].low == "g"
    return small and at > 0 and tokens[at - 1].low in ("lúc", "sau", "trước", "đến", "từ", "khoảng")


def is_around_the_clock(tokens: list[Token], at: int) -> bool:
    if tokens[at].low not in ("24/24", "24/7", "7/7", "12/12"):
        return False
    follower = after(tokens, at)
    near = tokens[max(0, at - 3) : at + 3]
    alone = tokens[at].low in ("24/24", "24/7") and (follower is None or follower.kind != WORD)
    return alone or any(token.low in ("giờ", "h", "trực", "ngày") for token in near)


def is_mixed(tokens: list[Token], at: int) -> bool:
    """`ủ theo tỷ lệ 3 cá 1 muối`: how many parts of each are mixed."""
    first = at if at and tokens[at - 1].low in _RATIOS else at - 2
    if first < 1 or first + 2 >= len(tokens) or tokens[first - 1].low not in _RATIOS:
        return False
    pair = tokens[first], tokens[first + 2]
    small = all(t.kind == NUMBER and is_plain(t) and (t.minimum or 0) <= 20 for t in pair)
    return small and tokens[first + 1].kind == WORD and not tokens[first + 1].tags & lx.LINK


_RATIOS = frozenset({"tỷ lệ", "tỉ lệ"})


def is_computed(tokens: list[Token], at: int) -> bool:
    """What a sum that is written out gives: tổng di sản = 4 tỷ đồng; not the share that a count is."""
    if at < 2 or tokens[at - 1].low != "=":
        return False
    if any(token.reason == "unit_price" for token in tokens[max(0, at - 4) : at]):
        return False
    shared = at + 1 < len(tokens) and tokens[at + 1].low == "%"
    return not (shared and any(token.kind == NUMBER for token in tokens[max(0, at - 4) : at - 1]))


def is_summed(tokens: list[Token], at: int) -> bool:
    """`40% đạm + 40% kali`: shares of a mixture or a sum, joined by a plus."""
    if at + 1 >= len(tokens) or tokens[at + 1].low != "%":
        return False
    for step in (1, -1):
        plus = False
        place = at + step
        while 0 <= place < len(tokens) and abs(place - at) < _FAR:
            token = tokens[place]
            if token.kind == NUMBER:
                if plus and place + 1 < len(tokens) and tokens[place + 1].low == "%":
                    return True
                break
            if token.low in ",;.:(":
                break
            plus = plus or token.low == "+"
            place += step
    return False


_FAR = 8
"""How many tokens apart two shares of one mixture may be."""


def is_health(tokens: list[Token], at: int) -> bool:
    """`mất 61% sức khỏe`: how badly one person was hurt."""
    behind = tokens[at + 1 : at + 3]
    return len(behind) == 2 and behind[0].low == "%" and behind[1].low == "sức khỏe"


def is_capacity(tokens: list[Token], at: int) -> bool:
    """How many a vehicle or a room holds: đi xe 45 chỗ."""
    follower = after(tokens, at)
    if follower is None or follower.low not in ("chỗ", "chỗ ngồi", "ghế"):
        return False
    vehicle = at - 1 - (at > 1 and tokens[at - 1].low in ("dưới", "trên", "từ"))
    return vehicle >= 0 and tokens[vehicle].low in _VEHICLES


_VEHICLES = frozenset(
    {"xe", "xe khách", "ô tô", "tàu", "xe ô tô", "loại", "xe con", "ô tô con", "ôtô"}
)


_INDEXES = frozenset({"chỉ số", "par index", "pci", "papi", "sipas", "ddci", "index", "bình quân", "trung bình", "điểm trung bình", "điểm bình quân", "chuyển đổi số", "cải cách hành chính"})  # fmt: skip


def is_mark(tokens: list[Token], at: int) -> bool:
    """Points of a contest or an examination; those of an index are figures."""
    follower = after(tokens, at)
    if any(t.low == "điểm chuẩn" for t in tokens[max(0, at - 12) : at]):
        return True
    if is_told_where(tokens, at):
        return False
    graded = at > 1 and tokens[at - 1].low == "điểm" and tokens[at - 2].low in _MARKED
    if graded or (at and tokens[at - 1].low == "đạt điểm"):
        return (tokens[at].minimum or 0) <= _BEST
    if tokens[at].denominator in _SCALES:
        return _is_grade_point(tokens, at)
    if _opens_marks(tokens, at):
        return True
    if follower is None or follower.entry.unit != "điểm":
        return False
    if at and tokens[at - 1].low in ("trừ", "bị trừ", "cộng", "được cộng"):
        return True
    if at and tokens[at - 1].tags & lx.VERB and tokens[at].low.isdigit():
        return False
    behind = tokens[at + 2] if at + 2 < len(tokens) else None
    if behind is not None and behind.low == "%":
        return False
    if (
        behind is not None
        and behind.kind == WORD
        and not behind.tags & (lx.HEDGE_AFTER | lx.STOP | lx.PREDICATE | lx.LINK | lx.CHANGE)
    ):
        return False
    scored = re.search(r",\d\d", tokens[at].low) and tokens[0].low in _RANKED
    return not (scored or any(t.low in _INDEXES for t in tokens))


def is_on_scale(tokens: list[Token], at: int) -> bool:
    """A scale of marks, or between which marks those lie who are counted.

    6 sinh viên đạt loại xuất sắc với mức điểm từ | 3,62-3,7 | (theo thang điểm | 4).
    """
    follower = after(tokens, at)
    counts = follower is not None and bool(follower.tags & (lx.NOUN | lx.COUNTER))
    if not at or counts or (tokens[at].maximum or 999) > _HUNDRED:
        return False
    if tokens[at - 1].low in SCALE:
        return True
    led = at - 1
    while led and at - led < _NEAR and (tokens[led].tags & lx.LINK or tokens[led].low in _BOUNDED):
        led -= 1
    if tokens[led].low not in _POINTS or (tokens[at].maximum or 99) > _BEST:
        return False
    scaled = any(token.low in SCALE for token in tokens[at + 1 : at + 5])
    bounded = tokens[at].minimum != tokens[at].maximum or any(
        token.low == "từ" for token in tokens[led:at]
    )
    return (scaled or bounded) and any(
        token.kind == NUMBER and tokens[place + 1].entry.noun == "person"
        for place, token in enumerate(tokens[:led])
    )


SCALE = frozenset({"thang điểm", "thang", "thang đo", "thang bảng điểm"})
_BOUNDED = frozenset({"từ", "đến", "tới", "dưới", "trên", "mức", "trung bình", "tích lũy", "chung", "là", "toàn khóa", "bình quân"})  # fmt: skip
_NEAR = 6
"""As many words may stand between marks and what they are."""
_HUNDRED = 100
_SCALES = frozenset({4, 10})
"""Out of how much schools mark."""


def _is_grade_point(tokens: list[Token], at: int) -> bool:
    """Whether the average mark of one student is told: sinh viên Trần Thị Hà, điểm trung bình | 3,94/4."""
    named = {token.low for token in tokens[max(0, at - 6) : at]}
    if "trung bình" not in named or named.isdisjoint(_POINTS) or "," not in tokens[at].low:
        return False
    return any(
        token.low in _BEST_OF_ALL or (token.entry.noun == "person" and not behind.entry.phrase)
        for token, behind in pairwise(tokens[:at])
        if behind.kind == WORD
    )


_POINTS = frozenset({"điểm", "đạt điểm", "điểm số"})
_BEST_OF_ALL = frozenset({"thủ khoa", "á khoa", "em", "bạn", "anh", "chị"})


def _opens_marks(tokens: list[Token], at: int) -> bool:
    """Whether a span of marks begins: học sinh đạt từ | 25 đến dưới 26 điểm."""
    behind = tokens[at + 1 : at + 5]
    if len(behind) < 4 or not at or tokens[at - 1].low != "từ":
        return False
    to, below, last, unit = behind
    return (
        to.low in ("đến", "tới")
        and below.low == "dưới"
        and last.kind == NUMBER
        and unit.entry.unit == "điểm"
    )


_MARKED = frozenset({"đạt", "được", "có", "bài", "bài thi", "đạt được", "từ"})
_BEST = 10
"""The best mark of a school: học sinh đạt điểm 10."""


def is_told_where(tokens: list[Token], at: int) -> bool:
    """Whether the points are places: tiếp xúc cử tri tại | 24 điểm."""
    before = at - 1
    while before > 0 and tokens[before].tags & lx.HEDGE:
        before -= 1
    return at > 0 and tokens[before].low in ("tại", "ở") and tokens[at].low.isdigit()


_RANKED = frozenset({"tỉnh", "thành phố", "huyện", "thị xã", "toàn tỉnh", "sở", "năm"})
"""Who an index ranks; a contest gives no hundredths of a mark to them."""
