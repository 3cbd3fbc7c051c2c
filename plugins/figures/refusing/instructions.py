"""Sentences that tell rules rather than report: laws, tariffs, schedules, recipes.

Guideline section 1.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from figures.text import lexicon as lx
from figures.text.line import Line
from figures.text.marks import mark
from figures.text.mentions import Mention
from figures.text.tokens import NUMBER, WORD, Token

_MODAL = lx.cue_words("modal")
_INSTRUCTS = lx.cue_words("instructs")
_WORK = lx.cue_words("work")
_TARGETS = lx.cue_words("target")
_REPORTS = lx.cue_words("reports")
_DUTIES = frozenset(
    {"phải", "phải có", "không được", "được hưởng", "sinh năm", "gửi kèm", "photo", "chụp", "cấm"}
)
_PER_HEAD = ("bình quân", "sĩ số", "trung bình")
_BORN = frozenset({"sinh", "sinh từ", "sinh năm", "từ"})


class Mood(NamedTuple):
    """What a sentence tells besides reports."""

    normative: bool = False
    """Rules: laws, tariffs, schedules."""
    life: bool = False
    """The life of one person."""
    asides: int = 0
    """How many times, places, sizes and the like the sentences so far told; -1 once a number stood."""


NO_MOOD = Mood()


def tells_rules(line: Line, *, before: bool) -> bool:
    """Whether the sentence quotes a law or instructs rather than reports.

    `before` says that the sentence before told rules.
    """
    if not before and not line.marks & _RULING:
        return False
    tokens, words = line.tokens, line.words
    if (
        not words.isdisjoint(_ALWAYS)
        or _sets_exercise(tokens)
        or _tells_price(tokens, words)
        or _tells_gift(tokens)
        or _quotes_law(tokens, words)
        or _sets_limits(tokens, words)
        or _gives_example(tokens, words)
    ):
        return True
    instructs = words & _INSTRUCTS
    if "bản sao" in instructs and _certifies(tokens):
        instructs -= {"bản sao"}
    if "phải" in instructs and _had_to(tokens):
        instructs -= {"phải"}
    if "điều kiện" in instructs and _meets(tokens):
        instructs -= {"điều kiện"}
    if not instructs.isdisjoint(_TRADES) and _counts_shares(tokens):
        instructs -= _TRADES
    if not instructs.isdisjoint(_MADE):
        instructs -= _makes(tokens)
    if "không được" in instructs and _is_wanted(tokens, "không được"):
        instructs -= {"không được"}
    if "cần" in instructs and _is_wanted(tokens):
        instructs -= {"cần"}
    if "thời gian học" in instructs and _counts_learners(tokens):
        instructs -= {"thời gian học"}
    if "thang điểm" in instructs and _grades_learners(tokens):
        instructs -= {"thang điểm"}
    if _GRADE_HEADING in instructs and _lists_grades(tokens):
        instructs -= {_GRADE_HEADING}
    if not instructs.isdisjoint(_STATES):
        instructs -= _states(tokens, words)
    if not before and (not instructs or _is_work(instructs, words)):
        return False
    if before:
        told = "đã" in words or not words.isdisjoint(_TARGETS) or counts_many(tokens)
        told = told or (not instructs and len(words & _REPORTS) > 1)
        if "đã" not in words and _only_limits(tokens):
            return True
        modal = words & _MODAL
        if "miễn phí" in modal and _is_given(tokens):
            modal, told = modal - {"miễn phí"}, True
        return not names_year(tokens) and (bool(modal) or not told)
    return not reports(tokens, words)


def _certifies(tokens: list[Token]) -> bool:
    """Whether it is told how many copies were certified: chứng thực 642 bản sao."""
    return any(
        tokens[at].low == "bản sao" and tokens[at - 1].kind == NUMBER
        for at in range(2, len(tokens))
    ) and any(token.low in ("chứng thực", "đã chứng thực", "sao y") for token in tokens)


def _only_limits(tokens: list[Token]) -> bool:
    """Whether a rule goes on with limits: …; tỷ lệ giảng viên là tiến sĩ đạt tối thiểu 40%."""
    numbers = [at for at, token in enumerate(tokens) if token.kind == NUMBER]
    least = [
        at
        for at in numbers
        if any(token.entry.hedge == "at_least" for token in tokens[max(0, at - 2) : at])
    ]
    return bool(least) and len(least) == len(numbers)


def _counts_learners(tokens: list[Token]) -> bool:
    """Whether a class is told that has begun, with its learners: Lớp có 72 học viên; thời gian học 12 tháng."""
    return any(
        before.low in _HOLDS and token.kind == NUMBER and (token.minimum or 0) >= 10
        for before, token in pairwise(tokens)
    )


def _grades_learners(tokens: list[Token]) -> bool:
    """Whether so many have got a grade, of which the scale is told: 6 sinh viên đạt loại giỏi (thang điểm 4)."""
    return any(
        tokens[at].kind == NUMBER
        and tokens[at + 1].entry.noun == "person"
        and tokens[at + 2].low.startswith(("đạt", "xếp", "tốt nghiệp", "đỗ", "loại", "giỏi"))
        for at in range(len(tokens) - 2)
    )


_HOLDS = frozenset({"có", "gồm", "với"})
_GRADE_HEADING = "xếp loại học lực"


def _lists_grades(tokens: list[Token]) -> bool:
    """Whether it is told how many have which grade: Xếp loại học lực: giỏi 45, khá 120."""
    told = (token.kind == NUMBER and before.tags & lx.LABEL for before, token in pairwise(tokens))
    return sum(map(bool, told)) > 1


_PENALTIES = frozenset({"án treo", "phạt tù", "tù giam", "án tù"})
"""What one trial tells of a person, and a court in its report of many."""
_GRANTED = frozenset({"được hưởng"}) | _PENALTIES
_SORTS = frozenset({"thường trú", "hợp lệ"})
"""Says of papers and people that are counted which they are."""
_STATES = (
    frozenset({"hưởng lương hưu", "nghỉ hưu", "nghỉ phép", "đóng bhxh", "được nghỉ"})
    | _GRANTED
    | _SORTS
)
_NOW = frozenset({"đang", "đã", "được", "bị", "được hưởng", "cho hưởng", "hưởng"})


def _states(tokens: list[Token], words: set[str]) -> set[str]:
    """Those that only say which people a body has, many people, or which of the things it counts.

    Có 45 người hưởng lương hưu, 86 bị cáo được hưởng án treo, 94 hồ sơ thường trú.
    """
    least = 2 if not words.isdisjoint(_BODIES) else _SEVERAL
    found = set()
    for at, token in enumerate(tokens):
        if token.low not in _STATES or at < 2:
            continue
        who = at - 1
        while who > 0 and tokens[who].low in _NOW:
            who -= 1
        counted = who > 0 and tokens[who].entry.noun == "person" and tokens[who - 1].kind == NUMBER
        if _labels_people(tokens, at):
            found.add(token.low)
        if token.low in _SORTS and tokens[who].tags & lx.NOUN and tokens[who - 1].kind == NUMBER:
            found.add(token.low)
        if counted and (tokens[who - 1].minimum or 0) >= (
            _MANY if token.low in _GRANTED else least
        ):
            found.add(token.low)
    return found


def _labels_people(tokens: list[Token], at: int) -> bool:
    """Whether the label of a count says which people it counts: Người hưởng lương hưu, trợ cấp: 2.164."""
    colon = next((i for i in range(at, min(at + 6, len(tokens) - 1)) if tokens[i].low == ":"), 0)
    if not colon or tokens[colon + 1].kind != NUMBER:
        return False
    many = (tokens[colon + 1].minimum or 0) >= _MANY
    return many and any(token.entry.noun == "person" for token in tokens[max(0, at - 2) : at])


_SEVERAL = 5
"""Fewer may be those of one house."""


def _is_given(tokens: list[Token]) -> bool:
    """Whether many were given something for nothing: khám bệnh miễn phí cho 400 lượt người."""
    for at in range(len(tokens) - 3):
        if tokens[at].low != "miễn phí" or tokens[at + 1].low not in ("cho", "tới", "đến"):
            continue
        if not any(token.tags & lx.VERB for token in tokens[max(0, at - 4) : at]):
            continue
        many = at + 2 + bool(tokens[at + 2].tags & lx.HEDGE)
        given = tokens[many].kind == NUMBER and (tokens[many].minimum or 0) >= _MANY
        if given and many + 1 < len(tokens) and tokens[many + 1].tags & lx.NOUN:
            return True
    return False


_MANY = 20
"""Fewer are let in free with those who pay."""


def _is_work(instructs: set[str], words: set[str]) -> bool:
    """Whether all that instructs is work that institutions do as well, no ticket with its price."""
    return len(instructs) == 1 and instructs <= _WORK and ("vé" not in words or "đồng" not in words)


_BODIES = lx.cue_words("bodies")
_EXAMPLES = frozenset({"ví dụ", "thí dụ", "giả sử", "chẳng hạn"})


def _gives_example(tokens: list[Token], words: set[str]) -> bool:
    """Whether a rule is shown at work, nothing being told to have happened: Ví dụ: lương 6 triệu đồng."""
    general = tokens[0].low == "thông thường" or not words.isdisjoint(_EXAMPLES)
    return general and words.isdisjoint(_BODIES) and "đã" not in words and not _is_dated(tokens)


def _is_dated(tokens: list[Token]) -> bool:
    """Whether some year is named."""
    return any(
        isinstance(token.mention, Mention) and token.mention.year is not None for token in tokens
    )


def _is_wanted(tokens: list[Token], word: str = "cần") -> bool:
    """Whether it only says which are counted: 68% số giấy | cần | cấp, tỷ lệ trẻ | không được | tiêm."""
    return any(
        token.low == word
        and any(t.tags & lx.AMOUNT or t.low in _WANTED for t in tokens[max(0, at - 4) : at])
        for at, token in enumerate(tokens)
    )


_WANTED = frozenset({"số", "tổng số", "tổng", "nhu cầu", "tỷ lệ", "tỉ lệ"})


def _meets(tokens: list[Token]) -> bool:
    """Whether all conditions are told to be met by those counted, certified or inspected.

    Cấp giấy chứng nhận | đủ điều kiện kinh doanh cho 64 cơ sở; có 910 người | đủ điều kiện khám
    tuyển; kiểm tra | điều kiện vệ sinh tại 30 cơ sở.
    """
    told = (at for at, token in enumerate(tokens) if token.low == "điều kiện")
    return all(_is_met(tokens, at) or _is_inspected(tokens, at) for at in told)


def _is_met(tokens: list[Token], at: int) -> bool:
    if at < 2 or tokens[at - 1].low not in _ENOUGH:
        return False
    before = tokens[at - 2]
    counted = any(token.kind == NUMBER for token in tokens[max(0, at - 5) : at - 1])
    return before.low.endswith(_CERTIFIED) or (counted and bool(before.tags & lx.NOUN))


def _is_inspected(tokens: list[Token], at: int) -> bool:
    """Whether nothing but words part the conditions from an inspection before and a count behind."""
    begin = at
    while begin and tokens[begin - 1].kind == WORD and tokens[begin].low not in _INSPECTS:
        begin -= 1
    number = next((i for i in range(at, len(tokens)) if tokens[i].kind != WORD), at)
    counts = tokens[number].kind == NUMBER and tokens[number - 1].low in (
        "tại",
        "đối với",
        "cho",
        "của",
    )
    return counts and tokens[begin].low in _INSPECTS


_ENOUGH = frozenset({"đủ", "không đủ", "chưa đủ", "có đủ", "đã đủ"})
_CERTIFIED = ("giấy chứng nhận", "chứng nhận", "giấy xác nhận")
_INSPECTS = frozenset({"kiểm tra", "thẩm định", "rà soát", "đánh giá", "thanh tra", "hậu kiểm"})

_TRADES = frozenset({"giá", "đóng cửa", "mở cửa"})
_SHARES = frozenset({"mã", "mã cổ phiếu", "cổ phiếu", "chứng chỉ quỹ"})


def _counts_shares(tokens: list[Token]) -> bool:
    """Whether it is told how many shares rose or fell: 12 mã tăng giá, 8 mã giảm giá."""
    return any(
        tokens[at].kind == NUMBER
        and tokens[at + 1].low in _SHARES
        and (tokens[at + 2].tags & lx.CHANGE or tokens[at + 2].low in _STANDS)
        for at in range(len(tokens) - 2)
    )


_STANDS = frozenset({"tăng giá", "giảm giá", "đứng giá", "đứng", "tham chiếu", "được", "không đổi"})
_MADE = frozenset({"sơ chế", "nguyên liệu", "nấu"})
"""What is done with food in a recipe, and by businesses that are counted."""


def _makes(tokens: list[Token]) -> set[str]:
    """Those that only say what the counted businesses do: 30 cơ sở thu mua, | sơ chế | nguyên liệu."""
    found = set()
    for at, token in enumerate(tokens):
        if token.low in _MADE:
            begin = at
            while begin > 1 and (tokens[begin - 1].kind == WORD or tokens[begin - 1].low == ","):
                begin -= 1
            if tokens[begin - 1].kind == NUMBER and tokens[begin].entry.noun in ("group", "place"):
                found.add(token.low)
    return found


_EXERCISES = frozenset({"gói thầu số", "câu", "bài tập", "bài toán", "ví dụ"})


_ALWAYS = frozenset({"thể lệ", "số báo danh"})
"""Words that only rules and lists of candidates have."""
_OPENS_GIFT = frozenset({"kính", "món"})
_GIFTS = frozenset({"món quà", "phần quà", "suất quà", "quà", "quà tặng", "túi quà", "giỏ quà"})


def _tells_gift(tokens: list[Token]) -> bool:
    """Whether it says what each gift is: Món quà gồm 1 chăn bông, 2 hộp bánh; or whom a letter is for."""
    if tokens[0].low not in _GIFTS and tokens[0].low not in _OPENS_GIFT:
        return False
    opening = [token.low for token in tokens[:3]]
    if opening[:2] == ["kính", "gửi"]:
        return True
    if opening[0] == "món":
        opening = opening[1:]
    return (
        opening[:1] != []
        and opening[0] in _GIFTS
        and opening[1:2] in (["gồm"], ["bao gồm"], ["gồm có"])
    )


def _tells_price(tokens: list[Token], words: set[str]) -> bool:
    """Whether it says what a price includes: Giá phòng trên bao gồm 2 chai nước."""
    priced = tokens[0].low == "giá" or tokens[0].low.startswith(("giá phòng", "giá vé", "giá tour"))
    return priced and not words.isdisjoint(_INCLUDES)


_INCLUDES = frozenset({"bao gồm", "đã bao gồm", "chưa bao gồm", "gồm"})


def _sets_exercise(tokens: list[Token]) -> bool:
    """Whether an exercise or a tender begins: Câu 4: Một lớp có 40 học sinh; Gói thầu số 5: …."""
    numbered = len(tokens) > 3 and tokens[1].kind == NUMBER and tokens[2].low == ":"
    return numbered and tokens[0].low in _EXERCISES


def _tells_first(tokens: list[Token]) -> bool:
    """Whether a figure stands before any limit: Đối với huyện A đạt 92%, còn 3 xã dưới 80%."""
    for token in tokens:
        if token.entry.hedge in ("at_least", "at_most", "under"):
            return False
        if token.kind == NUMBER and not token.reason:
            return True
    return False


def _sets_limits(tokens: list[Token], words: set[str]) -> bool:
    """Whether conditions are listed: khi thu nhập từ 48 triệu đồng trở lên, ít nhất 90% hộ …."""
    conditional = not words.isdisjoint(_CONDITIONS)
    conditional = conditional or tokens[0].low == "đối với"
    if not conditional and words.isdisjoint(_INSTRUCTS):
        return False
    limits = sum(
        bool(token.tags & lx.HEDGE_AFTER)
        or token.entry.hedge in ("at_least", "at_most")
        or (token.entry.hedge == "under" and (conditional or token.low == "dưới"))
        for token in tokens
    )
    if "đã" in words or not _follows(words):
        return False
    if limits and tokens[0].low == "đối với" and not _tells_first(tokens):
        return True
    if limits < 2:
        return False
    if conditional:
        return limits > 2 or not reports(tokens, words)
    return not names_year(tokens) and len(words & _REPORTS) < 2


_WILL = {"sẽ"}
"""With a condition this tells what follows from it, no aim: nếu đủ điều kiện sẽ được cấp."""


def _follows(words: set[str]) -> bool:
    """Whether nothing is aimed at, "sẽ" at most telling what comes of a condition."""
    aims = words & _TARGETS
    return not aims or (aims == _WILL and not words.isdisjoint(("nếu", "thì")))


def _quotes_law(tokens: list[Token], words: set[str]) -> bool:
    """Whether it begins "Điều 6", "Theo Điều …" or "Mỗi …" and has a word of duty."""
    if not words.isdisjoint(_TARGETS):
        return False
    article = tokens[0].low in _ARTICLES and len(tokens) > 1 and tokens[1].kind == NUMBER
    if words.isdisjoint(_MODAL):
        return article and len(tokens) < 4
    if article:
        return True
    opening = [token for token in tokens[:12] if token.kind == WORD][:4]
    if not opening or "rule_begins" not in opening[0].entry.cues:
        return False
    if opening[0].low in ("mỗi", "thể lệ", "trường hợp", "điều kiện", "người vi phạm"):
        return not any(word.endswith(_PER_HEAD) for word in words)
    if opening[0].low.startswith("theo ") and "law" in opening[0].entry.cues:
        return True
    return any("law" in word.entry.cues for word in opening[1:])


def reports(tokens: list[Token], words: set[str]) -> bool:
    """Whether the sentence shows that it tells results or targets, more than it instructs."""
    if "đã" in words or not _follows(words):
        return True
    if len(tokens) > 2 and tokens[0].low in ("có", "hiện có") and _is_count(tokens, 1):
        return True
    if any((token.denominator or 0) >= _MANY and (token.minimum or 0) > 1 for token in tokens):
        return True
    instructs = words & _INSTRUCTS
    duty = not words.isdisjoint(_DUTIES) and not _had_to(tokens)
    duty = duty or any(word.endswith(" phải") for word in instructs)
    told = len(words & _REPORTS)
    if not duty and told and told >= len(instructs):
        return True
    return names_year(tokens) or (not duty and counts_many(tokens))


def _is_count(tokens: list[Token], at: int) -> bool:
    """Whether ten things or more are counted there, or something is measured: có 127 ha."""
    counted = tokens[at].kind == NUMBER and bool(tokens[at + 1].tags & (lx.MEASURE | lx.NOUN))
    return counted and (tokens[at].minimum or 0) >= 10


def _had_to(tokens: list[Token]) -> bool:
    """Whether "phải" only tells what befell: do phải hạn chế tập trung đông người."""
    return any(
        token.low == "phải"
        and (
            tokens[at - 1].low in _BEFALLS
            or _is_of_slogan(tokens, at)
            or _none_had(tokens, at)
            or _befell(tokens, at)
            or _is_reason(tokens, at)
            or not _TOTALS.isdisjoint(t.low for t in tokens[max(0, at - 3) : at])
        )
        for at, token in enumerate(tokens[1:], start=1)
    )


def _is_of_slogan(tokens: list[Token], at: int) -> bool:
    """Whether "phải" is a word of a slogan: áp dụng 1 | phải | 5 giảm."""
    around = (tokens[at - 1], tokens[at + 1]) if at + 1 < len(tokens) else ()
    return bool(around) and all(token.kind == NUMBER for token in around)


_TOTALS = frozenset({"số", "tổng số", "tổng"})
"""What there was to do is counted: tổng số đơn | phải | xử lý là 1.073 đơn."""

_BEFALLS = frozenset({"do", "vì", "đã", "từng", "không", "nợ", "số", "thuế", "tiền", "khoản", "chi phí"})  # fmt: skip


def _none_had(tokens: list[Token], at: int) -> bool:
    """Whether it is told that nobody had to: không có trường hợp nào | phải thi lại."""
    if tokens[at - 1].low not in _ANY:
        return False
    return any(token.low in _NONE for token in tokens[max(0, at - 5) : at])


_ANY = frozenset({"nào", "ai"})
_NONE = frozenset({"không", "không có", "chưa có", "không còn", "chưa"})


def _befell(tokens: list[Token], at: int) -> bool:
    """Whether those who had to are counted: có 39 doanh nghiệp phải tạm dừng."""
    for number in range(at - 2, max(0, at - 5), -1):
        if tokens[number].kind == NUMBER:
            counted = bool(tokens[number + 1].tags & lx.NOUN)
            return counted and (
                (number and tokens[number - 1].low in _TELLS_OF)
                or (tokens[number].minimum or 0) >= 50
            )
    return False


def _is_reason(tokens: list[Token], at: int) -> bool:
    """Whether it is told why something changed: giảm 20% do nhiều toà soạn | phải | bớt trang."""
    begin = at
    while begin and tokens[begin - 1].kind == WORD and at - begin < _NEAR:
        begin -= 1
        if tokens[begin].low in ("do", "vì", "bởi"):
            share = begin and tokens[begin - 1].low == "%"
            return bool(share) and any(
                t.tags & lx.CHANGE for t in tokens[max(0, begin - 4) : begin]
            )
    return False


_NEAR = 8
"""As many words may say who had to."""


def names_year(tokens: list[Token]) -> bool:
    """Whether a year or a part of one is named that figures may cover."""
    return any(
        isinstance(token.mention, Mention)
        and token.mention.form not in ("as_of", "as_of_month", "days", "since")
        and token.mention.relative != "now"
        and (token.mention.year or 2000) >= 1990
        and (token.mention.form != "months" or token.mention.year or token.mention.last != 12)
        and (not at or (tokens[at - 1].low not in _BORN and tokens[at - 1].kind != NUMBER))
        for at, token in enumerate(tokens)
    )


def counts_many(tokens: list[Token]) -> bool:
    """Whether some number is too large for an instruction: 1.250 hội viên, 3,5 tỷ đồng, 850 ha."""
    for at, token in enumerate(tokens):
        priced = at > 0 and tokens[at - 1].low.startswith("giá")
        if (
            token.kind == NUMBER
            and not priced
            and (token.minimum or 0) >= 50
            and at + 1 < len(tokens)
        ):
            follower = tokens[at + 1]
            if follower.entry.unit == "ha" and follower.tags & lx.MEASURE:
                return True
            if follower.tags & lx.NOUN and follower.entry.noun == "case":
                return True
            if (token.minimum or 0) < 1000:
                continue
            if follower.tags & lx.NOUN or (token.minimum or 0) >= 1_000_000_000:
                return True
    return False


_TELLS_OF = frozenset({"có", "còn", "làm", "khiến", ",", ";"})
"""After these those are counted whom something befell."""

_CONDITIONS = frozenset({"khi", "nếu", "điều kiện", "thuộc diện", "yêu cầu"})
_ARTICLES = frozenset({"điều", "khoản"})
_RULING = mark(
    _ALWAYS,
    _EXERCISES,
    _EXAMPLES,
    {"thông thường"},
    _INCLUDES,
    _GIFTS,
    _OPENS_GIFT,
    _MODAL,
    _ARTICLES,
    _INSTRUCTS,
    _CONDITIONS,
    {"đối với"},
)
"""No sentence tells rules without one of these, unless the one before it did."""
