"""Periods of what something is only compared with (guideline section 5)."""

from __future__ import annotations

from collections.abc import Iterator

from figures.periods.beginnings import tells_beginning
from figures.periods.laws import is_of_law, is_of_programme, is_of_rules
from figures.periods.programmes import is_vision
from figures.text import lexicon as lx
from figures.text.mentions import Mention
from figures.text.tokens import CODE, NUMBER, PERIOD_TOKEN, SIGN, Token

COMPARED = frozenset(
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


def is_compared(tokens: list[Token], at: int) -> bool:
    """Whether the period at `at` is only what something is compared with, or names a law."""
    previous = tokens[at - 1] if at else None
    if previous is None:
        return False
    if tells_beginning(tokens, at) or is_vision(tokens, at):
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
    if is_of_programme(tokens, at) or is_of_law(tokens, at):
        return True
    if previous.low == "hồi" and any("plan" in t.entry.cues for t in tokens[max(0, at - 6) : at]):
        # When a plan was made says nothing of what was done: theo kế hoạch đề ra hồi tháng 10.
        return True
    if previous.low == "(" and at > 1:
        return tokens[at - 2].low in _DOCUMENTS
    if isinstance(mention, Mention) and mention.form in ("since", "years_past", "range"):
        ranked = at - 1
        while ranked > 0 and tokens[ranked].low in _OVER:
            ranked -= 1
        if tokens[ranked].low.endswith("nhất") or _is_length(tokens, ranked):
            return True
    if previous.low in ("kể từ", "từ") and at > 1 and tokens[at - 2].low.endswith(_FIRST):
        # Lần đầu tiên kể từ năm 1990, số lao động đạt 16.282 người.
        return True
    if (previous.low in _DOCUMENTS and not is_of_rules(tokens, at - 1)) or (
        previous.low in COMPARED and previous.low not in ("kế hoạch", "với", "bằng")
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


def _is_length(tokens: list[Token], at: int) -> bool:
    """Whether years only tell for how long those told before had something: 32 em được nhận | liên tục trong 6 năm qua."""
    if tokens[at].low not in _ON_END:
        return False
    return any(token.kind == NUMBER and not token.reason for token in tokens[:at])


_OVER = frozenset({"kể", "trong", "của", "tính", "vòng", "suốt"})
_ON_END = frozenset({"liên tục", "liên tiếp", "liền", "liên tục được"})


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


_GOES_OVER = frozenset({"chuyển sang", "chuyển tiếp", "chuyển qua", "kéo sang"})
"""Of what an earlier time left: 153 lớp khai giảng năm 2016 chuyển sang."""
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
