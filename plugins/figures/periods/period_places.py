"""Where a sentence names periods, and which of them are only compared with (guideline section 5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from figures.periods.meanings import last_year, part_of_year
from figures.periods.memory import Memory, Stated
from figures.periods.programmes import is_vision, may_name, names_programme
from figures.refusing.names import is_year
from figures.text import lexicon as lx
from figures.text.line import Line
from figures.text.marks import mark
from figures.text.mentions import Mention
from figures.text.tokens import CODE, NUMBER, PERIOD_TOKEN, SIGN, WORD, Token

_COMPARED = frozenset(
    {
        "so với",
        "so sánh với",
        "so",
        "cùng kỳ",
        "với",
        "bằng",
        "hơn",
        "cao hơn",
        "thấp hơn",
        "kế hoạch",
        "so cùng kỳ",
        "giá so sánh",
        "giá cố định",
    }
)

_DOCUMENTS = frozenset({"nghị quyết", "đề án", "chiến lược", "quyết định", "luật", "chỉ thị", "thông tư", "quy định", "nghị định", "chương trình mục tiêu", "chương trình mục tiêu quốc gia", "sửa đổi", "hiến pháp"})  # fmt: skip

_REST_OF_YEAR = frozenset({"từ nay đến cuối năm", "từ nay đến hết năm", "những tháng cuối năm"})
_REST = mark(_REST_OF_YEAR)


@dataclass(slots=True)
class Place:
    """A period named at a token of a sentence."""

    at: int
    stated: Stated
    compared: bool
    ahead: bool = False
    """Whether only what is planned is told of it, where another time is looked back on."""
    of_name: bool = False
    """Whether it belongs to the name of a programme, and dates nothing but its aims."""


def places(line: Line, memory: Memory) -> list[Place]:
    """The periods that a sentence names, in order."""
    found: list[Place] = []
    tokens, named = line.tokens, line.periods
    if len(tokens) == 1 and tokens[0].kind == NUMBER and is_year(tokens, 0):
        # In a chronicle a year stands on a line of its own.
        headed = Stated(tokens[0].low, "stated", Mention("year", int(tokens[0].low)))
        return [Place(0, headed, compared=False)]
    if line.codes:
        named = sorted([*named, *line.codes])
    if line.marks & _REST:
        named = sorted(
            [*named, *(at for at, token in enumerate(tokens) if token.low in _REST_OF_YEAR)]
        )
    if line.marks & _HEADED and line.numbers:
        named = sorted([*named, *_headed_years(line)])
    settled = memory.now is None or line.words.isdisjoint(_COMING)
    for at in named:
        token = tokens[at]
        opened = at - 1 - (at > 2 and tokens[at - 1].low in _COUNTED)
        closed = at + 1 < len(tokens) and tokens[at + 1].kind != WORD
        if (
            opened > 0
            and tokens[opened].low == "("
            and _is_told_whole(tokens[opened - 1])
            and closed
        ):
            continue
        if token.low == "nay" and _is_told_of_now(found, memory):
            continue
        if token.low == "năm sau" and at and tokens[at - 1].kind == NUMBER:
            # Mười năm sau is no year to come.
            continue
        if token.low == "hiện có" and _is_said_of(tokens, at):
            continue
        if token.kind == PERIOD_TOKEN and isinstance(token.mention, Mention):
            if token.mention.form == "range" and (memory.term is None):
                memory.term = token.mention
            stated = _in_bracket(tokens, at) or memory.resolved(
                _of_year_before(token.mention, found)
            )
            stated = _term_behind(line, stated, memory)
            if stated is not None and not settled:
                stated = _to_come(stated, memory)
            if stated is not None:
                same = _same_months(tokens, at, stated, found, memory)
                found.append(same or Place(at, stated, is_compared(tokens, at)))
                if may_name(line, at):
                    found[-1].of_name = names_programme(line, at, _known(found[:-1], memory))
        elif token.low in _REST_OF_YEAR and memory.now is not None:
            rest = Stated(str(memory.now), "article_date", Mention("year", relative="now"))
            found.append(Place(at, rest, compared=False))
        elif token.kind == NUMBER:
            planned = Stated(token.low, "stated", Mention("year", int(token.low)))
            found.append(Place(at, planned, is_compared(tokens, at)))
        elif token.kind == CODE and _tells_first(tokens, at):
            begun = Mention("year", int(token.low[-4:]))
            found.append(Place(at, Stated(token.low[-4:], "stated", begun), compared=False))
        elif token.kind == CODE and token.form == "date" and memory.date is None:
            year = token.low[-4:]
            if year.isdigit() and len(year) == 4:
                memory.year = int(year)
    if line.marks & _AIMING and found:
        _look_on(tokens, found[0], memory)
    if found and _is_event(found[0]):
        found = _without_event(line, found)
    if line.marks & _REVIEWING and len(found) > 1 and line.marks & _PLANNING:
        _look_ahead(tokens, found)
    elif line.marks & _LAPSING and (lapse := _lapse(tokens, memory)) is not None:
        found.insert(0, lapse)
    return found


def _known(found: list[Place], memory: Memory) -> str:
    """The time that is told of so far, empty for none."""
    told = next((place.stated for place in reversed(found) if not place.compared), memory.past)
    return told.period if told is not None else ""


def _is_event(place: Place) -> bool:
    mention = place.stated.mention
    return mention is not None and mention.form == "event"


def _without_event(line: Line, found: list[Place]) -> list[Place]:
    """`found` without the day of an event where another time is told, or where somebody only speaks on it.

    Sáng 26/2, huyện tổ chức lễ giao quân năm 2021, tiễn 186 thanh niên; Ngày 5/9, Sở cho biết đã cấp ….
    """
    timed = any(
        isinstance(line.tokens[at].mention, Mention) for at in line.periods if at > found[0].at
    )
    return found[1:] if timed or not line.words.isdisjoint(_SPOKEN) else found


_SPOKEN = frozenset({"cho biết", "cho hay", "thông tin", "thông báo", "công bố", "theo báo cáo", "báo cáo"})  # fmt: skip


def _in_bracket(tokens: list[Token], at: int) -> Stated | None:
    """The years that a bracket tells of a term named without them: Nhiệm kỳ qua | (2016 - 2021)."""
    mention = tokens[at].mention
    unnamed = isinstance(mention, Mention) and mention.form == "term" and not mention.year
    if not unnamed or at + 2 >= len(tokens) or tokens[at + 1].low != "(":
        return None
    told = tokens[at + 2].mention
    if not isinstance(told, Mention) or told.form != "range":
        return None
    return Stated(f"{told.year}-{told.last_year}", "stated", told)


def _term_behind(line: Line, stated: Stated | None, memory: Memory) -> Stated | None:
    """The term that ends where the one named begins: what was done in it is told when that begins.

    Đại hội nhiệm kỳ 2025-2030. Trong nhiệm kỳ, chi bộ kết nạp 12 đảng viên.
    """
    mention = stated.mention if stated is not None else None
    if stated is None or mention is None or mention.form != "term" or mention.relative:
        return stated
    first, _, last = stated.period.partition("-")
    if first != str(memory.now) or not last.isdigit() or not line.words.isdisjoint(_COMING):
        return stated
    return replace(stated, period=f"{2 * int(first) - int(last)}-{first}")


def _is_told_whole(token: Token) -> bool:
    """Whether a period stands there which days in a bracket only explain; those of a season date it."""
    return token.kind == PERIOD_TOKEN and not token.low.startswith(_SUMMERS)


_SUMMERS = ("hè ", "mùa hè ", "xuân ")


_DATING = frozenset({"year", "month", "quarter"})
_PARTS_OF_YEAR = frozenset({"month", "months", "elapsed", "quarter", "as_of_month", "as_of"})


def _of_year_before(mention: Mention, found: list[Place]) -> Mention:
    """`mention`, of the year right before it in the sentence if it names none: Năm 2018, …, đến tháng 5.

    Months summed up are of the year of the month before: Tháng 5/2022 …; lũy kế 5 tháng ….
    """
    told = found[-1].stated.mention if found and not found[-1].compared else None
    dated = told is not None and told.year is not None and told.form in _DATING
    summed = mention.form in ("months", "elapsed") and mention.first == 1
    if told is not None and told.form != "year" and not summed:
        dated = False
    if not dated or mention.form not in _PARTS_OF_YEAR or mention.year or mention.relative:
        return mention
    return replace(mention, year=told.year) if told is not None else mention


_PLANNED_FOR = frozenset(
    {"kế hoạch", "mục tiêu", "chỉ tiêu", "dự toán", "nhiệm vụ", "phương hướng"}
)
_LOOKS_BACK = (
    "tổng kết",
    "sơ kết",
    "tình hình",
    "đánh giá",
    "kiểm điểm",
    "nhìn lại",
    "kết quả",
    "báo cáo kết quả",
)
_REVIEWS = frozenset({"kiểm điểm", "nhìn lại"}) | {phrase for phrase in lx.entries() if phrase.startswith(_LOOKS_BACK)}  # fmt: skip
_AIMS = ("nhiệm vụ", "phương hướng", "mục tiêu")
_PLANS = frozenset({"triển khai", "phát động", "kế hoạch", "đề ra", "ký kết giao ước", "bàn phương hướng", "bàn", "định hướng"}) | {phrase for phrase in lx.entries() if phrase.startswith(_AIMS)}  # fmt: skip
_HEADS = (
    _PLANNED_FOR
    | _REVIEWS
    | {
        phrase
        for phrase in lx.entries()
        if phrase.startswith((*_AIMS, "chỉ tiêu", "kế hoạch", "định hướng"))
    }
)
_HEADED = mark(_HEADS)
_OPENS_AIMS = frozenset(phrase for phrase in _HEADS if phrase.startswith((*_AIMS, "định hướng")))
_AIMING = mark(_OPENS_AIMS)
_REVIEWING, _PLANNING = mark(_REVIEWS), mark(_PLANS)


def _headed_years(line: Line) -> list[int]:
    """Where years stand that a heading names without "năm": kế hoạch | 2019: doanh thu 455 tỷ; Kết quả công tác | 2019: …."""
    tokens = line.tokens
    return [at for at in line.numbers if _is_headed(tokens, at) and is_year(tokens, at)]


def _is_headed(tokens: list[Token], at: int) -> bool:
    """Whether nothing but words stands between a word of plans or reviews and the number at `at`."""
    if at and tokens[at - 1].low in _PLANNED_FOR:
        return True
    if at + 1 < len(tokens) and tokens[at + 1].kind != SIGN and tokens[at + 1].low != "là":
        return False
    for place in range(at - 1, max(-1, at - _HEADING), -1):
        if tokens[place].low in _HEADS:
            return not place or "against" not in tokens[place - 1].entry.cues
        if tokens[place].kind != WORD or tokens[place].tags & lx.LINK:
            return False
    return False


_HEADING = 7
"""So far from its first word a heading may name its year."""


def _look_ahead(tokens: list[Token], found: list[Place]) -> None:
    """Of two times, tells the one that is planned: tổng kết năm 2020, triển khai nhiệm vụ năm 2021."""
    for first, place in pairwise(found):
        later = first.stated.period < place.stated.period and not place.compared
        looked_back = any(token.low in _REVIEWS for token in tokens[: first.at])
        goes_on = first.ahead and first.stated.period <= place.stated.period
        planned = later and looked_back and _is_planned(tokens, first.at, place.at)
        place.ahead = goes_on or planned


def _look_on(tokens: list[Token], first: Place, memory: Memory) -> None:
    """Tells of a year that just began whether a sentence opens with its aims: Nhiệm vụ trọng tâm năm | 2020."""
    opened = tokens[0].low in _OPENS_AIMS
    named = opened and all(token.kind == WORD or token.low == "," for token in tokens[1 : first.at])
    soon = memory.date is not None and memory.date.month <= _SOON
    first.ahead = first.ahead or (named and soon and first.stated.period == str(memory.now))


_SOON = 3
"""Up to this month results are rarely of the year itself, if its aims are told."""


_CARRIES_OUT = frozenset({"thực hiện", "theo", "hoàn thành", "đạt", "vượt"})
"""What is done by a plan is no plan any more: thực hiện | kế hoạch năm 2021, huyện trồng 84 ha."""


def _is_planned(tokens: list[Token], floor: int, at: int) -> bool:
    """Whether a word of plans leads to the time at `at`, no comma between: nhiệm vụ, giải pháp | năm 2022."""
    for place in range(at - 1, floor, -1):
        if tokens[place].low in _PLANS and tokens[place - 1].low not in _CARRIES_OUT:
            return True
        if tokens[place].kind == SIGN and tokens[place - 1].low not in _PLANS:
            return False
    return False


_LAPSES = frozenset({"sau", "qua", "trải qua"})
_LAPSING = mark(_LAPSES)


def _lapse(tokens: list[Token], memory: Memory) -> Place | None:
    """The years since the one told before, with whose number a sentence opens: Sau 10 năm, …."""
    if len(tokens) < 4 or tokens[0].low not in _LAPSES:
        return None
    at = 1 + bool(tokens[1].tags & lx.HEDGE)
    length, past = tokens[at].minimum, memory.past
    if length is None or tokens[at + 1].low.split()[0] != "năm" or not 1 < length <= _LONG:
        return None
    mention = past.mention if past is not None else None
    if (term := _term_over(length, at, memory)) is not None:
        return term
    if mention is None or mention.form != "year" or mention.year is None:
        return None
    last = mention.year + int(length)
    if memory.now is None or last > memory.now:
        return None
    ranged = Mention("range", mention.year, last)
    return Place(at + 1, Stated(f"{mention.year}-{last}", "carried", ranged), compared=False)


def _term_over(length: Decimal, at: int, memory: Memory) -> Place | None:
    """The term before the one that begins now, told by its length: Đại hội nhiệm kỳ 2016-2021: Qua 5 năm, …."""
    ahead = memory.future.mention if memory.future is not None else None
    if ahead is None or not ahead.year or not ahead.last_year or ahead.year != memory.now:
        return None
    if ahead.last_year - ahead.year != length:
        return None
    first = ahead.year - int(length)
    ranged = Mention("range", first, ahead.year)
    return Place(at + 1, Stated(f"{first}-{ahead.year}", "carried", ranged), compared=False)


_LONG = 30
"""More years than that are history."""


_COUNTED = frozenset({"tính", "tính từ", "số liệu", "từ"})
"""Before dates that only say over which days a time is counted: 6 tháng đầu năm (tính từ 15/12 …)."""
_COMING = lx.cue_words("target") | {"sẽ"}


def _to_come(stated: Stated, memory: Memory) -> Stated:
    """A month without a year that is yet to come: dự kiến đến hết tháng 9 sẽ lắp 14.000 trạm."""
    mention = stated.mention
    if (
        mention is None
        or mention.year
        or mention.form not in ("month", "months", "quarter", "as_of_month")
    ):
        return stated
    if mention.relative or stated.period[:4] != str((memory.now or 0) - 1):
        return stated
    return replace(stated, period=f"{memory.now}{stated.period[4:]}")


def _is_told_of_now(found: list[Place], memory: Memory) -> bool:
    """Whether the time told before is of this year, so that "nay" names none: Hai tháng đầu năm, …, nay …."""
    told = found[-1].stated if found else memory.past
    return told is not None and memory.now is not None and last_year(told.period) == memory.now


def _is_said_of(tokens: list[Token], at: int) -> bool:
    """Whether "hiện có" only says which ones: nâng tổng số sách hiện có lên 41.300 bản."""
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    led = follower is not None and bool(follower.tags & (lx.LINK | lx.NEW_LEVEL))
    return led and at > 0 and bool(tokens[at - 1].tags & (lx.NOUN | lx.AMOUNT))


def _same_months(
    tokens: list[Token], at: int, stated: Stated, found: list[Place], memory: Memory
) -> Place | None:
    """The months of an earlier year that are told by themselves: …; cùng kỳ năm 2021 là 61 vụ."""
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    if not at or tokens[at - 1].low != "cùng kỳ" or follower is None:
        return None
    opens = at == 1 or (tokens[at - 2].kind == SIGN and tokens[at - 2].low in ",;(")
    opens = opens or tokens[at - 2].low in _WHILE
    told = follower.low in _TELLS or (
        opens and (bool(follower.tags & (lx.VERB | lx.AMOUNT)) or follower.low in _THESE)
    )
    if not told or (at > 1 and tokens[at - 2].low in _COMPARED):
        return None
    now = found[-1].stated if found else memory.past
    mention = now.mention if now is not None else None
    partly = mention is not None and mention.form in ("month", "months", "quarter", "elapsed")
    if now is not None and partly and len(stated.period) == 4:
        stated = replace(stated, period=stated.period + part_of_year(now.period))
    return Place(at, stated, compared=False)


_WHILE = frozenset({"trong khi", "khi", "còn"})
_TELLS = frozenset({"là", "có", "chỉ", "xảy ra", "đạt", "chỉ có", "tương ứng là", "lần lượt là", "tương ứng", "lần lượt"})  # fmt: skip
_THESE = frozenset({"các", "các con", "con số này", "số liệu này", "các số"})


def is_compared(tokens: list[Token], at: int) -> bool:
    """Whether the period at `at` is only what something is compared with, or names a law."""
    previous = tokens[at - 1] if at else None
    if previous is None:
        return False
    if _tells_beginning(tokens, at) or is_vision(tokens, at):
        return True
    mention = tokens[at].mention
    relative = isinstance(mention, Mention) and mention.relative == "before"
    if relative and _is_set_beside(tokens, at):
        return True
    if relative and (previous.tags & (lx.MEASURE | lx.CHANGE) or previous.kind == NUMBER):
        return True
    if previous.low in ("hơn", "gần") and at > 1 and tokens[at - 2].low in ("trong", "sau", "qua"):
        return False
    follower = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if _is_measured_by(tokens, at) or follower in _GOES_OVER or previous.low in _GOES_OVER:
        return True
    if _is_of_programme(tokens, at):
        return True
    if previous.low == "hồi" and any("plan" in t.entry.cues for t in tokens[max(0, at - 6) : at]):
        # When a plan was made says nothing of what was done: theo kế hoạch đề ra hồi tháng 10.
        return True
    if previous.low == "(" and at > 1:
        return tokens[at - 2].low in _DOCUMENTS
    if isinstance(mention, Mention) and mention.form in ("since", "years_past", "range"):
        ranked = at - 2 if at > 1 and previous.low in ("kể", "trong", "của", "tính") else at - 1
        if tokens[ranked].low.endswith("nhất"):
            return True
    if previous.low in ("kể từ", "từ") and at > 1 and tokens[at - 2].low.endswith(_FIRST):
        # Lần đầu tiên kể từ năm 1990, số lao động đạt 16.282 người.
        return True
    if previous.low in _DOCUMENTS or (
        previous.low in _COMPARED and previous.low not in ("kế hoạch", "với", "bằng")
    ):
        return True
    if previous.low == "dân số" and at > 1 and tokens[at - 2].low == "%":
        return True
    if previous.low in ("tương đương", "tương tự", "tương tự như") or (
        previous.low == "bằng" and _adds(tokens[at - 2])
    ):
        return True
    if _is_set_against(tokens, at):
        return True
    if "plan" in previous.entry.cues:
        earlier = tokens[at - 2] if at > 1 else None
        return earlier is not None and (
            earlier.low in ("%", "so với", "vượt") or earlier.kind == NUMBER
        )
    return False


def _is_set_against(tokens: list[Token], at: int) -> bool:
    """Whether the period is of what something is measured against: đạt 51% so với kế hoạch | năm 2022."""
    parted = tokens[at - 1].kind == SIGN and tokens[at - 1].low in ",;"
    if parted and tokens[at - 1].low == ";":
        return False
    given = tokens[at - 1].low in _GIVEN
    for place in _words_back(tokens, at - 1):
        token, near = tokens[place], at - place < _NEAR
        planned = not parted and "plan" in token.entry.cues
        if (near or (given and not parted)) and planned and tokens[place - 1].low == "%":
            return True
        counted = token.kind == NUMBER and token.reason != "duration"
        if counted or token.kind in (SIGN, PERIOD_TOKEN):
            return False
        if (near or (given and not parted)) and token.low in _AGAINST:
            return True
        given = given or token.low in _GIVEN
    return False


def _words_back(tokens: list[Token], at: int) -> Iterator[int]:
    """The places before `at`, the nearest first, without what stands in brackets there."""
    depth = 0
    for place in range(at - 1, max(-1, at - _FAR), -1):
        depth += tokens[place].low == ")"
        if not depth:
            yield place
        depth -= depth > 0 and tokens[place].low == "("


_NEAR, _FAR = 7, 30
"""How far before a period may stand what is measured against; the second if somebody gave it."""
_GIVEN = frozenset({"giao", "được giao", "đề ra", "giao cho", "đặt ra", "phân bổ", "phê duyệt", "xây dựng", "giao chỉ tiêu"})  # fmt: skip
"""With these it is told who planned something: kế hoạch Tổng công ty (viết tắt …) | giao năm 2022."""


def planned_at(tokens: list[Token], at: int) -> bool:
    """Whether the time at `at` is of a plan that is measured against: đạt 41% kế hoạch | năm 2022."""
    for place in _words_back(tokens, at):
        if "plan" in tokens[place].entry.cues:
            return True
        if tokens[place].kind in (SIGN, NUMBER):
            return False
    return False


def _is_of_programme(tokens: list[Token], at: int) -> bool:
    """Whether a year names the programme that is followed: dạy học theo chương trình GDPT | năm 2018."""
    near = range(max(0, at - 4), at - 1)
    named = next((i for i in near if tokens[i].low == "theo chương trình"), -1)
    return named >= 0 and all(token.kind == WORD for token in tokens[named:at])


def _is_set_beside(tokens: list[Token], at: int) -> bool:
    """Whether a day or feast of the year before is what something equals: gần bằng dịp 30/4 | năm ngoái."""
    while at > 1 and (tokens[at - 1].low in _SEASONS or tokens[at - 1].kind in (CODE, NUMBER)):
        at -= 1
    return tokens[at].low in _SEASONS and tokens[at - 1].low in _EQUAL


_FIRST = ("đầu tiên", "nhất")
_EQUAL = frozenset({"bằng", "gần bằng", "ngang", "ngang với", "tương đương", "như", "xấp xỉ"})

_AGAINST = frozenset(
    {
        "so với",
        "so",
        "so sánh với",
        "cùng kỳ",
        "cao hơn",
        "thấp hơn",
        "từ nguồn",
        "nguồn",
        "tương đương",
        "tương đương với",
    }
)


def _adds(token: Token) -> bool:
    """Whether a comparison is only added there: 45 vụ cháy, | bằng năm 2018."""
    return token.kind == SIGN and token.low in ",("


_BEGINS = ("đi vào hoạt động", "được thành lập", "thành lập", "ra đời", "khởi công", "được khởi công", "khánh thành", "đưa vào sử dụng", "được xây dựng", "đưa vào khai thác", "đưa vào vận hành")  # fmt: skip
"""When something began says nothing of what is told of it: đi vào hoạt động từ năm 2003, có 114 dự án."""


def _tells_first(tokens: list[Token], at: int) -> bool:
    """Whether it is told what there was on the day something began: thành lập ngày | 12/3/2015 lúc đầu chỉ có 17 thành viên."""
    if tokens[at].form != "date" or not tokens[at].low[-4:].isdigit():
        return False
    end = at - (tokens[at - 1].low in ("ngày", "từ ngày", "vào ngày"))
    begun = end > 0 and tokens[end - 1].low.endswith(_BEGUN)
    said = " ".join([token.low for token in tokens[at + 1 :]])
    return begun and _AT_FIRST.search(said) is not None


_AT_FIRST = re.compile(r"\b(?:ban đầu|lúc đầu|khi đó|lúc đó|khi ấy|lúc bấy giờ)\b")
"""With these it is told what there was when something began."""
_BEGUN = tuple({phrase.split()[-1] for phrase in _BEGINS})
_GOES_OVER = frozenset({"chuyển sang", "chuyển tiếp", "chuyển qua", "kéo sang"})
"""Of what an earlier time left: 153 lớp khai giảng năm 2016 chuyển sang."""


_LEVEL = frozenset({"mức", "con số", "mức tăng", "mức giảm"})
_TO_COMPARE = frozenset({"so với", "so", "so với mức"})
COMPARED_LEVELS = mark(_TO_COMPARE)
"""Without one of these, no level is only compared with."""


def is_compared_level(tokens: list[Token], at: int) -> bool:
    """Whether the number at `at` is only what another is compared with: tăng 9% so với | 2.610 tỷ đồng."""
    at -= 1
    while at > 0 and (tokens[at].tags & lx.HEDGE or tokens[at].low in _LEVEL):
        at -= 1
    if at > 1 and tokens[at].tags & lx.AMOUNT and tokens[at - 1].low == "mức":
        # so với mức lỗ hơn 13 tỷ đồng
        at -= 2
    return at > 0 and tokens[at].low in _TO_COMPARE


def _tells_beginning(tokens: list[Token], at: int) -> bool:
    """Whether the period only tells when something began: đi vào hoạt động từ năm 2003."""
    end = at - (tokens[at - 1].low in ("từ", "vào", "trong"))
    if not end:
        return False
    if tokens[at - 1].low == "vào" and _tells_goal(tokens, at):
        return True
    if not tokens[end - 1].low.endswith(_BEGUN):
        return False
    if _AT_FIRST.search(" ".join([token.low for token in tokens[at + 1 :]])):
        return False
    said = " ".join([token.low for token in tokens[max(0, end - 3) : end]])
    return said.endswith(_BEGINS)


def _tells_goal(tokens: list[Token], at: int) -> bool:
    """Whether only what something is to become has that time: đầu tư để trở thành trường trọng điểm vào năm 2020."""
    for token in reversed(tokens[max(0, at - 9) : at]):
        if token.kind != WORD:
            return False
        if token.low == "trở thành":
            return True
    return False


_SEASONS = frozenset({"tết", "dịp tết", "dịp", "vụ", "mùa", "lễ", "kỳ nghỉ", "kỳ nghỉ tết"})
"""Of what an earlier year is told: gấp 2,3 lần | Tết năm trước."""


def _is_measured_by(tokens: list[Token], at: int) -> bool:
    """Whether a rate is of that year: gấp 1,4 lần năm 2019, bằng 85% năm trước."""
    while at > 1 and tokens[at - 1].low in _SEASONS:
        at -= 1
    previous = tokens[at - 1]
    if previous.low in ("đôi", "gấp đôi", "tăng gấp đôi", "gấp ba", "gấp rưỡi", "rưỡi"):
        return True
    near = tokens[max(0, at - 5) : at]
    if previous.low == "lần":
        return any(t.tags & lx.CHANGE or t.low in ("bằng", "cao") for t in near)
    return previous.low in ("%", "của") and any(
        t.low in ("bằng", "chỉ bằng", "mới bằng", "tương đương") for t in near
    )
