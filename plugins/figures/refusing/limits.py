"""Numbers that a limit or a definition sets, whoever reaches them.

Guideline section 1, R2.
"""

from __future__ import annotations

from figures.text import lexicon as lx
from figures.text.tokens import NUMBER, PERIOD_TOKEN, WORD, Token


def is_threshold(tokens: list[Token], at: int) -> bool:
    """`không quá 2 người`, `thấp hơn mức 1,5%`: a limit, unless it is aimed at."""
    if not at or not (tokens[at - 1].low in _LEADING or tokens[at - 1].entry.hedge in _BOUNDS):
        return False
    previous = _bound(tokens, at)
    if previous.entry.hedge == "at_most" and any(
        t.low in _FINED for t in tokens[max(0, at - 4) : at]
    ):
        return True
    if _defines(tokens, at, previous) or _chooses(tokens, at, previous):
        return not any("target" in token.entry.cues for token in tokens[:at])
    return _limits(tokens, at, previous) and not _is_aimed_at(tokens, at, previous)


def is_rate_of_chosen(tokens: list[Token], at: int) -> bool:
    """Whether a rate says which of a fraction were counted: có 37/63 địa phương có tỷ lệ giải ngân dưới | 3%."""
    if at + 1 >= len(tokens) or tokens[at + 1].low != "%":
        return False
    begin = at
    while begin and tokens[begin - 1].kind == WORD:
        begin -= 1
    if not begin or tokens[begin - 1].denominator is None or at - begin > _CHOSEN:
        return False
    rated = next(
        (i for i in range(begin + 1, at) if tokens[i].low.startswith(("tỷ lệ", "tỉ lệ"))), 0
    )
    told = {token.low for token in tokens[begin:rated]}
    return (
        bool(rated) and tokens[begin].entry.noun in ("place", "group") and told.isdisjoint(_GIVES)
    )


_CHOSEN = 10
_GIVES = frozenset({",", "đạt", "chiếm", "với"})


_FINED = frozenset({"bị phạt", "phạt", "phạt tiền", "bị phạt tiền", "xử phạt", "bị xử phạt"})
"""Behind these the most that may follow is set by law, whatever is aimed at."""
_LEADING = frozenset({"khoảng", "từ", "dưới", "trên", "chiếm dưới", "nếu", "khi", "là", "phép", "quy định", "ngưỡng", "vượt ngưỡng", "dưới mức", "mức", "quá"})  # fmt: skip
_BOUNDS = frozenset({"at_most", "at_least"})
"""Without one of these words or such a hedge right before it, no number is a limit."""


def is_conditional(tokens: list[Token], at: int) -> bool:
    """The limit of a condition, or what is reached before something follows from it.

    Nếu thu nhập từ | 2 triệu đồng trở lên; mở lớp khi có từ | 25 học viên đăng ký trở lên; đạt | 5
    tiêu chí thì được công nhận.
    """
    if not at:
        return False
    if tokens[at - 1].low in _HAS and _follows(tokens, at):
        return True
    asked = at > 2 and tokens[at - 2].low in ("có", "đạt") and tokens[at - 3].low in ("khi", "nếu")
    behind = tokens[at + 1 : at + (7 if asked else 4)]
    if not any(token.tags & lx.HEDGE_AFTER for token in behind):
        return False
    conditional = asked or any(token.low == "nếu" for token in tokens)
    return conditional and not _is_aimed_at(tokens, at, _bound(tokens, at))


def _follows(tokens: list[Token], at: int) -> bool:
    """Whether what comes of so many is told with a word of permission or duty: đạt 5 tiêu chí | thì được …."""
    for place in range(at + 1, min(at + _FAR, len(tokens) - 1)):
        if tokens[place].low == "thì":
            return tokens[place + 1].low in ("được", "phải", "mới được", "không được", "sẽ được")
        if tokens[place].kind != WORD:
            return False
    return False


MEMBERS = frozenset({"thành viên", "ủy viên", "uỷ viên"})


def is_membership(tokens: list[Token], at: int) -> bool:
    """How many members a body may have: hội đồng có từ | 15 đến 25 thành viên, tổ có ít nhất | 3 thành viên."""
    if not at or at + 1 >= len(tokens) or tokens[at + 1].low not in MEMBERS:
        return False
    number = tokens[at]
    ranged = number.minimum != number.maximum and (number.maximum or _MANY) < _MANY
    bound = tokens[at - 1].entry.hedge in _BOUNDS and (number.minimum or _MANY) < _MANY
    return (ranged or bound) and any(
        token.low in _CONSISTS for token in tokens[max(0, at - 3) : at]
    )


_MANY = 50
_CONSISTS = frozenset({"có", "gồm", "bao gồm", "gồm có"})


def _bound(tokens: list[Token], at: int) -> Token:
    """The word before the number that may make it a limit: không quá | khoảng 2 người."""
    previous = tokens[at - 1]
    if at > 1 and previous.low == "khoảng" and tokens[at - 2].entry.hedge == "at_most":
        return tokens[at - 2]
    return previous


def _is_aimed_at(tokens: list[Token], at: int, previous: Token) -> bool:
    """Whether it is a share or an aim that has the limit."""
    if previous.entry.hedge == "at_most" and (_shares(tokens, at) or _leads(tokens, at)):
        return True
    return any(
        "target" in token.entry.cues or token.low in ("xác định", "đặt", "giảm", "duy trì")
        for token in tokens[:at]
    )


def _defines(tokens: list[Token], at: int, previous: Token) -> bool:
    """Whether the number says which ones are meant: các doanh nghiệp có từ 20 lao động trở lên."""
    if previous.low not in ("từ", "dưới", "trên") or at < 3 or tokens[at - 2].low != "có":
        return False
    if tokens[at - 3].kind != WORD:
        return False
    behind = tokens[at + 1 : at + 4]
    limited = previous.low != "từ" or any(token.tags & lx.HEDGE_AFTER for token in behind)
    begin = at - 3
    while begin > 0 and tokens[begin - 1].kind == WORD and at - begin < 6:
        begin -= 1
    if begin > 0 and tokens[begin - 1].kind == NUMBER:
        # Over so many may be counted as well: 3 trường có trên 1.200 học sinh dự thi.
        sure = previous.low != "trên" or (bool(behind) and behind[0].low == "%")
        return limited and sure and bool(tokens[begin].tags & lx.NOUN)
    many = any(token.low in ("các", "những", "mỗi", "là") for token in tokens[begin : at - 2])
    which = any(token.entry.noun in ("group", "person") for token in tokens[begin : at - 2])
    return limited and many and which


def _chooses(tokens: list[Token], at: int, previous: Token) -> bool:
    """Whether an amount says which ones were counted: 36 mặt hàng đạt kim ngạch trên | 1 tỷ USD."""
    amount = at - 2
    if previous.low not in ("từ", "dưới", "trên") or not tokens[amount].tags & lx.AMOUNT:
        return False
    begin = amount - (tokens[amount - 1].low in ("có", "đạt"))
    counted = begin - 1
    while counted > 0 and begin - counted < 4 and tokens[counted].kind == WORD:
        counted -= 1
    if tokens[begin - 1].low == "với" and not tokens[amount].low.startswith(_OF_EACH):
        return False
    noun = tokens[counted + 1]
    which = noun.tags & lx.NOUN and noun.entry.noun != "person"
    return bool(which) and counted < begin - 1 and tokens[counted].kind == NUMBER


_OF_EACH = ("kim ngạch", "doanh thu", "thu nhập", "doanh số", "lợi nhuận", "sản lượng")
"""What each of those counted has; other amounts behind "với" go with all: 64 thiết bị với kinh phí trên | 7 tỷ."""


def _shares(tokens: list[Token], at: int) -> bool:
    """Whether a share of things is told: không quá 1% cuộc gọi bị nhỡ."""
    behind = tokens[at + 1 : at + 3]
    return len(behind) == 2 and behind[0].low == "%" and bool(behind[1].tags & lx.NOUN)


def _leads(tokens: list[Token], at: int) -> bool:
    """Whether the number is the highest share, not a limit: chiếm tỷ lệ cao nhất 45,6%."""
    highest = at > 1 and tokens[at - 1].low in ("cao nhất", "nhiều nhất")
    return highest and tokens[at - 2].low in SHARED


SHARED = frozenset(
    {
        "tăng",
        "giảm",
        "tăng trưởng",
        "mức tăng",
        "mức giảm",
        "mức tăng trưởng",
        "tốc độ tăng",
        "tốc độ tăng trưởng",
        "đạt",
        "chiếm",
        "chiếm tỷ lệ",
        "tỷ lệ",
        "đạt tỷ lệ",
        "tỷ trọng",
        "chiếm tỷ trọng",
    }
)


"""Behind these, "cao nhất" ranks a share."""


def _limits(tokens: list[Token], at: int, previous: Token) -> bool:
    """Whether the words right before the number make it a limit."""
    if previous.entry.hedge == "at_most":
        return True
    earlier = tokens[at - 2].low if at > 1 else ""
    if previous.low in ("nếu", "khi"):
        return at + 1 < len(tokens) and tokens[at + 1].low == "%"
    if previous.low == "là" and any(
        t.low in ("tối thiểu", "tối đa") for t in tokens[max(0, at - 9) : at]
    ):
        return True
    if previous.low in ("phép", "quy định") and "mức" in {
        t.low for t in tokens[max(0, at - 4) : at]
    }:
        return True
    if previous.low in ("ngưỡng", "vượt ngưỡng", "dưới mức"):
        return True
    if previous.low == "mức":
        told = earlier == "so với" and (tokens[at].minimum or 0) >= _SUM
        return not told and earlier in (
            "thấp hơn",
            "cao hơn",
            "so với",
            "vượt",
            "dưới",
            "trên",
            "hơn",
        )
    if previous.low in ("dưới", "trên") and _sorts(tokens, at):
        return True
    if previous.low in ("dưới", "trên", "chiếm dưới", "từ") and tokens[0].low == "theo quy định":
        return not any(t.kind == PERIOD_TOKEN for t in tokens[:at])
    asked = _NOT_BEYOND if previous.low == "quá" else _REQUIRED
    if previous.low != "quá" and previous.entry.hedge != "at_least":
        return False
    return any(token.low in asked for token in tokens[max(0, at - 6) : at])


def _sorts(tokens: list[Token], at: int) -> bool:
    """Whether a share only tells which ones are named next: các trường đạt dưới | 98% là: …."""
    behind = [token.low for token in tokens[at + 1 : at + 4]]
    named = behind in (["%", "là", ":"], ["%", "gồm", ":"]) or behind[:2] == ["%", ":"]
    return named and any(
        token.low in ("các", "những", "một") for token in tokens[max(0, at - 9) : at]
    )


_NOT_BEYOND = frozenset({"không", "không gạch", "chậm"})
_REQUIRED = frozenset({"phải", "phải có", "cần", "yêu cầu", "quy định", "khi", "nếu"})


_SUM = 10_000_000


DEFINES = frozenset(
    {"được xác định là", "được coi là", "được xếp là", "được gọi là", "gọi là", "coi là", "xếp vào"}
)


def is_defined(tokens: list[Token], at: int) -> bool:
    """The limit by which something is what it is: doanh nghiệp dưới 10 lao động là doanh nghiệp siêu nhỏ."""
    limits = bool(at) and tokens[at - 1].entry.hedge in ("under", "over", "at_least", "at_most")
    if not limits and (not at or tokens[at - 1].low != "từ"):
        return False
    begin = at - 1
    while begin and tokens[begin - 1].kind == WORD and tokens[begin - 1].low not in ("là", "có"):
        begin -= 1
    if begin == at - 1:
        return False
    for place in range(at + 1, min(at + 12, len(tokens) - 1)):
        if tokens[place].low in DEFINES:
            return True
        if tokens[place].low == "là":
            return tokens[begin].tags & lx.NOUN != 0 and tokens[place + 1].low == tokens[begin].low
        if tokens[place].low in ",;.":
            return False
    return False


def is_of_class(tokens: list[Token], at: int) -> bool:
    """The limit by which a class is told that a sentence defines or says the rules of, and what they set.

    Hộ nghèo là hộ có thu nhập từ | 700.000 đồng trở xuống; hộ có doanh thu từ | 100 triệu đồng
    trở xuống không phải nộp thuế; trường có từ | 28 lớp trở lên bố trí | 2 phó hiệu trưởng.
    """
    bound = bool(at) and (tokens[at - 1].low in _LIMITED or tokens[at - 1].entry.hedge in _BOUNDS)
    if bound and (_is_defining(tokens, at) or _opens_rule(tokens, at)):
        return True
    near = [token.reason for token in tokens[max(0, at - _FAR) : at]]
    if "threshold" not in near:
        return False
    begin = at - len(near)
    return any(
        _opens_rule(tokens, begin + i) for i, reason in enumerate(near) if reason == "threshold"
    )


_LIMITED = frozenset({"từ", "dưới", "trên"})


def _is_defining(tokens: list[Token], at: int) -> bool:
    """Whether the sentence says what its subject is, by its own noun: hộ nghèo | là hộ có …."""
    is_at = next((i for i in range(1, at - 2) if tokens[i].low == "là"), 0)
    if not is_at or tokens[is_at + 1].entry.noun not in ("group", "person", "thing"):
        return False
    noun, subject = tokens[is_at + 1].low, tokens[max(0, is_at - 4) : is_at]
    told = (token.low == noun or token.low.startswith(f"{noun} ") for token in subject)
    return tokens[is_at + 2].low in _HAS and any(told)


def _opens_rule(tokens: list[Token], at: int) -> bool:
    """Whether a limit of those who have so much comes before what they must, may or are to do."""
    behind = _behind_limit(tokens, at)
    begin = at - 1
    while begin and tokens[begin - 1].kind == WORD:
        begin -= 1
    has = next((i for i in range(begin + 1, at - 1) if tokens[i].low in _HAS), 0)
    if not behind or not has or tokens[begin].low == "số":
        return False
    if not tokens[begin].tags & lx.NOUN and tokens[begin].low not in _WHERE:
        return False
    if any("target" in token.entry.cues for token in tokens[begin:has]):
        return False
    apart = tokens[behind].low in (",", "thì")
    ruled = tokens[behind : behind + 2 + apart]
    if any(token.low in _BINDS for token in ruled):
        return True
    if any(token.kind == PERIOD_TOKEN for token in tokens):
        return False
    told = ruled[apart].low if apart < len(ruled) else ""
    counted = begin > 0 and tokens[begin - 1].kind == NUMBER
    done = any(token.low in ("được", "đã") for token in ruled)
    return told in _RULED_TO or (told in _SETS_UP and not (counted or done))


def _behind_limit(tokens: list[Token], at: int) -> int:
    """What follows a limit: từ 100 triệu đồng trở xuống | …, doanh thu dưới 100 triệu đồng | không phải …; else 0."""
    under = tokens[at - 1].low in ("dưới", "trên") and bool(tokens[at - 2].tags & lx.AMOUNTS)
    for place in range(at, min(at + 7, len(tokens) - 1)):
        if tokens[place].tags & lx.HEDGE_AFTER:
            return place + 1
        if under and tokens[place].low in ("phải", "không phải", "không", "thì"):
            return place
    return 0


_WHERE = frozenset({"ở", "nơi", "những", "các", "tại", "trường hợp"})
"""With these may begin who is meant, besides a noun."""
_SETS_UP = frozenset({"lập", "thành lập", "bầu", "bố trí", "tổ chức", "xây dựng", "xếp", "cử", "áp dụng", "hưởng", "có thể", "cần", "nên"})  # fmt: skip
"""What those who reach a limit are to do, told without a word of duty."""
_BINDS = frozenset({"phải", "không được", "thì"})
_RULED_TO = frozenset({"phải", "được", "không được", "thì", "sẽ", "chịu", "thuộc diện", "thuộc đối tượng", "bị"})  # fmt: skip


MAY = lx.cue_words("may")


def is_possible(tokens: list[Token], at: int) -> bool:
    """What may be rather than is: chạy bộ có thể giảm 5 - 10% lượng mỡ, giá có thể lên tới 25 triệu."""
    for place in range(at - 1, max(-1, at - 9), -1):
        token = tokens[place]
        if token.low in MAY:
            return not (token.low == "có khả năng" and _expects(tokens, place, at))
        if token.low == "đã" and place and tokens[place - 1].low not in MAY:
            return False
        if token.low in (";", ".", ":") or token.kind == NUMBER:
            return False
    return False


def _expects(tokens: list[Token], place: int, at: int) -> bool:
    """Whether somebody who reports expects a level: có khả năng xuất khẩu tôm năm nay sẽ đạt 2,5 tỷ USD."""
    return at - place > 1 and any(
        token.low == "sẽ" and tokens[i + 1].tags & lx.LINK
        for i, token in enumerate(tokens[place : at - 1], place)
    )


def is_condition(tokens: list[Token], at: int) -> bool:
    """The limit that opens a sentence of what holds below it: Với số tiền dưới 2 tỷ đồng, người mua …."""
    if tokens[0].low not in ("với", "nếu") or not at or tokens[at - 1].low != "dưới" or at > _OPENS:
        return False
    told = any(token.low.startswith("đã") for token in tokens[at + 1 : at + 8])
    if told or any(token.kind != WORD for token in tokens[:at]):
        return False
    return any(token.low in (",", "thì") for token in tokens[at + 1 : at + 4])


_OPENS = 6
"""How many words such a limit may have before it."""


def is_hypothetical(tokens: list[Token], at: int) -> bool:
    """What would have to be so: tàu sẽ không chìm nếu có 4 khoang bị ngập."""
    lows = [token.low for token in tokens[:at]]
    return "nếu" in lows and "sẽ" in lows[: lows.index("nếu")]


_SHORT_OF = frozenset({"dưới", "trên", "từ", "đủ", "dưới mức", "hơn"})
_HAS = frozenset({"có", "đạt"})
COUNTED_BY = frozenset({"số", "tổng số", "tỷ lệ", "tỉ lệ", "số lượng"})


def is_grade_reached(tokens: list[Token], at: int) -> bool:
    """How many criteria those have reached that are counted.

    9 xã đạt 15 - 18 tiêu chí; không còn xã đạt dưới 5 tiêu chí; 95% hộ gia đình đạt đủ 8 tiêu chí.
    """
    begin, verb = _who_reached(tokens, at)
    if begin == verb:
        return False
    none = verb - begin > 1 and tokens[verb - 2].low in _NONE_LEFT
    return (none and tokens[verb - 1].low in GRADED) or _counts_who(tokens, begin, verb)


def is_grade_of_share(tokens: list[Token], at: int) -> bool:
    """How many criteria those have reached whose number or share is told: tỷ lệ hộ đạt | 8 tiêu chí là 66,7%."""
    begin, verb = _who_reached(tokens, at)
    return begin < verb and _measures_who(tokens, begin, at)


def _who_reached(tokens: list[Token], at: int) -> tuple[int, int]:
    """Where the words begin that tell who reached so many criteria, and where their verb stands."""
    if at < 2 or at + 1 >= len(tokens) or tokens[at + 1].low not in CRITERIA:
        return 0, 0
    verb = at - 1
    while verb > 1 and tokens[verb].low in _UP_TO:
        verb -= 1
    if tokens[verb].low not in _MEETS or _is_averaged(tokens, at):
        return 0, 0
    begin = verb
    while begin and tokens[begin - 1].kind == WORD and verb - begin < _FAR:
        begin -= 1
    if any(token.low in _HELPS for token in tokens[begin:verb]):
        return 0, 0
    return begin, verb


CRITERIA = frozenset({"tiêu chí", "tiêu chuẩn"})
_UP_TO = frozenset({"từ", "dưới", "trên", "đủ", "đầy đủ", "cả", "được"})
_MEETS = frozenset(
    {"đạt", "đạt được", "hoàn thành", "đáp ứng", "đạt đủ", "đáp ứng được", "thực hiện"}
)
_HELPS = frozenset({"giúp", "để", "giúp cho", "góp phần", "đưa", "nên", "và"})
"""Behind these others do something than those who were counted."""
GRADED = frozenset({"xã", "phường", "thị trấn", "huyện", "thôn", "ấp", "bản", "làng", "thôn, bản"})
_NONE_LEFT = frozenset({"không còn", "không có", "chưa có", "còn", "không"})


def _is_averaged(tokens: list[Token], at: int) -> bool:
    """Whether so many criteria are what they reach on average: bình quân 14 xã đạt | 16,2 tiêu chí/xã."""
    shared = at + 2 < len(tokens) and tokens[at + 2].low == "/"
    return shared or any(t.low.endswith(("bình quân", "trung bình")) for t in tokens[:at])


def _counts_who(tokens: list[Token], begin: int, verb: int) -> bool:
    """Whether the words up to a verb are those who are counted right before: 95% | hộ gia đình | đạt …."""
    number = begin - 1 - (begin > 1 and tokens[begin - 1].low == "%")
    begin += begin < verb - 1 and tokens[begin].low in COUNTED_BY
    if number < 0 or tokens[number].kind != NUMBER or tokens[number].reason:
        return False
    return bool(tokens[begin].tags & lx.NOUN) and not tokens[begin].tags & lx.MEASURE


def _measures_who(tokens: list[Token], begin: int, at: int) -> bool:
    """Whether the number or share of those who did is told next: tỷ lệ hộ đạt | 8 tiêu chí … là 66,7%."""
    said = next((i for i in range(begin, at) if tokens[i].low in COUNTED_BY), at)
    if said + 1 >= at or tokens[said + 1].low in CRITERIA:
        return False
    for place in range(at + 2, min(at + _FAR, len(tokens) - 1)):
        if tokens[place].low in ",;":
            return False
        if tokens[place].tags & lx.LINK and any(
            token.kind == NUMBER for token in tokens[place + 1 : place + 3]
        ):
            return True
    return False


def is_subject_limit(tokens: list[Token], at: int) -> bool:
    """The limit by which those are told apart that are counted: số xã đạt từ 10 tiêu chí trở lên là 37 xã."""
    if not at or tokens[at - 1].low not in _SHORT_OF or at + 2 >= len(tokens):
        return False
    if at > 1 and tokens[at - 1].low == "từ" and tokens[at - 2].tags & lx.CHANGE:
        return False
    begin = at - 1
    while begin and tokens[begin - 1].kind == WORD and at - begin < _FAR:
        begin -= 1
    opens = tokens[begin].low == "đạt" and at - begin < 3 and tokens[at + 1].low == "tiêu chí"
    counted = next((i for i in range(begin, at - 1) if tokens[i].low in COUNTED_BY), at)
    if not opens and any(t.tags & lx.LINK and t.low not in _HAS for t in tokens[counted:at]):
        return False
    if counted == at and not opens:
        return False
    leads = tokens[at - 2]
    said = any(token.low == "có" for token in tokens[max(counted, at - 6) : at - 1])
    if leads.low not in _HAS and not leads.tags & lx.AMOUNTS and not said:
        return False
    behind = at + 2
    while behind < min(len(tokens) - 1, at + 6) and (
        tokens[behind].tags & (lx.HEDGE_AFTER | lx.PER) or tokens[behind].low == "/"
    ):
        behind += 1
    linked = (
        tokens[behind].tags & (lx.LINK | lx.NEW_LEVEL | lx.CHANGE) or tokens[behind].low == "có"
    )
    told = (t.kind == NUMBER for t in tokens[behind + 1 : behind + 3])
    return bool(linked) and any(told)


_FAR = 12
"""As many words such a subject may have before its limit."""


def is_class(tokens: list[Token], at: int) -> bool:
    """The limit of a class of which the rest tells: Dưới 60 phòng: mức III; từ 5 đến 10 ha: 12 hộ."""
    if not at or tokens[at - 1].low not in ("dưới", "từ", "trên"):
        return False
    begin = at - 1
    while begin and tokens[begin - 1].kind == WORD and at - begin < 5:
        begin -= 1
    if begin and tokens[begin - 1].low not in (";", ":", "-", "–", "+", "•"):
        return False
    if any(token.tags & (lx.LINK | lx.VERB | lx.AMOUNTS) for token in tokens[begin : at - 1]):
        return False
    return any(token.low == ":" for token in tokens[at + 1 : at + 4])
