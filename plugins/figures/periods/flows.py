"""Whether a figure is counted over a time or at a date (guideline R6)."""

from __future__ import annotations

from figures.draft import Draft
from figures.text import lexicon as lx
from figures.text.tokens import WORD, Token

_STOCKS = frozenset({"dư nợ", "tổng dư nợ", "nợ xấu", "nợ quá hạn", "tổng số", "số", "độ bao phủ", "tỷ lệ", "độ che phủ", "dân số", "hiện có", "diện tích", "tổng nguồn vốn", "nguồn vốn", "tổng tài sản"})  # fmt: skip

_FLOWS = frozenset({"vốn giải ngân", "thu", "chi", "doanh thu", "sản lượng", "giải ngân", "kim ngạch", "xuất khẩu", "nhập khẩu", "tổng thu", "tổng chi", "kinh phí", "trị giá", "doanh số", "số tiền", "tổng số tiền", "tổng trị giá", "tổng kinh phí", "thu ngân sách", "số thu", "khách du lịch", "tổng doanh thu", "thu nhập", "tổng sản lượng"})  # fmt: skip

_FLOWS_BEGIN = (
    "tổng thu ",
    "thu ",
    "doanh thu ",
    "tổng doanh thu ",
    "sản lượng ",
    "kim ngạch ",
    "lợi nhuận",
)

_CASES = (
    "ca mắc",
    "ca tử vong",
    "ca bệnh",
    "mắc",
    "tử vong",
    "trường hợp mắc",
    "trường hợp tử vong",
    "vụ",
)
"""Cases are counted as they come."""

_NEW = ("thành lập mới", "cấp mới", "đăng ký mới", "mắc mới")
"""What is new came in the time up to a date: 845 doanh nghiệp đăng ký thành lập mới."""

_FLOWS_NAMED = (
    "giá trị sản xuất",
    "tổng giá trị sản xuất",
    "diện tích gieo",
    "tổng diện tích gieo",
    "doanh số",
    "tổng vốn đầu tư",
    "vốn đầu tư",
    "đầu tư",
    "gieo",
    "thu hoạch",
    "xuất chuồng",
    "thu nợ",
    "thu hồi nợ",
    "thu lãi",
    "xử lý nợ",
    "sử dụng vốn",
    "giải ngân",
)
"""What is told of the time up to a date, though an area or an amount may be of the date itself."""

_HOLDS = frozenset({"có", "là", "còn", "quản lý", "", "gồm", "chiếm", "hiện có"})

_OWED = frozenset({"nợ", "dư", "tồn", "tồn đọng", "chậm", "còn", "lại", "hiện"})


_DEBTS = ("dư nợ", "tổng dư nợ", "nợ xấu", "nợ quá hạn")


_IN_DEBT = frozenset({"dư nợ", "còn dư nợ", "còn nợ", "đang dư nợ", "đang vay", "đang vay vốn"})
_NAMED_IN_DEBT = tuple(f" {said}" for said in sorted(_IN_DEBT))
_STILL = frozenset({"còn", "đang", "hiện còn", "hiện đang", "vẫn còn"})


def is_owed(tokens: list[Token], draft: Draft) -> bool:
    """Whether a debt is told, a rate of one or who has one: of a day, whatever the sentence before told."""
    if _owe(tokens, draft):
        return True
    debt = draft.ref if draft.ref is not None and draft.kind != "change" else draft
    return debt.head.startswith(_DEBTS)


def _owe(tokens: list[Token], draft: Draft) -> bool:
    """Whether those are counted who owe on a day: 9.020 hộ | còn dư nợ; số hộ còn dư nợ: 3.120 hộ."""
    if draft.measure or draft.share:
        return False
    if draft.indicator.lower().endswith(_NAMED_IN_DEBT):
        return True
    behind = [token.low for token in tokens[draft.behind : draft.behind + 2]]
    if behind and behind[0] in _STILL:
        del behind[0]
    before = draft.at - 1
    while before > 0 and (tokens[before].low in _LEADS or tokens[before].tags & lx.HEDGE):
        before -= 1
    return (bool(behind) and behind[0] in _IN_DEBT) or tokens[before].low in _IN_DEBT


_LEADS = frozenset({"là", ":", "có", "đạt", "còn"})


def flows(tokens: list[Token], drafts: list[Draft], draft: Draft, *, before: bool) -> bool:
    """Whether a figure told up to a date is counted over the time before it; `before` says it of the last.

    A part flows as its total does, what only goes with another figure as that one does.
    """
    if _owe(tokens, draft):
        return False
    summed = draft.measure and _is_summed(tokens, draft)
    if summed or draft.unit == "lượt" or tokens[draft.at - 1].low in _ADDED:
        return True
    for whole in (draft.parent, draft.ref):
        if whole is not None and whole in drafts:
            return whole.flow
    if draft.head.startswith("thu ngân sách"):
        return _is_flow(tokens, draft)
    first = draft is drafts[0]
    alone = not first and (
        draft.rule == "paired" or (not draft.verb and draft.rule.startswith("count"))
    )
    alone = alone or (not first and _is_told_with(tokens, draft)) or _goes_on(drafts, draft)
    return before if alone else _is_flow(tokens, draft)


_ADDED = frozenset({"mới", "thêm"})
"""Right before a number: số thẻ phát hành mới | 1.120 thẻ."""
_SUMMED = frozenset({"lũy kế", "cộng dồn", "giải ngân"})
"""What leads to a time up to which something is summed up: giải ngân lũy kế | đến tháng 5."""


def _is_summed(tokens: list[Token], draft: Draft) -> bool:
    """Whether the clause of a figure sums up what came in: giải ngân vốn đầu tư lũy kế đến tháng 5."""
    if not _OWED.isdisjoint(draft.indicator.lower().split()):
        return False
    begin = max((at for at in range(draft.at) if tokens[at].low == ";"), default=0)
    return any(token.low in _SUMMED for token in tokens[begin : draft.at])


_NEAR = 12
"""Within so many tokens before a number stands its verb."""


def _is_going_on(tokens: list[Token], draft: Draft) -> bool:
    """Whether so many are in hand on a day: tính đến 25/11 đang điều trị | 412 bệnh nhân."""
    near = range(draft.at - 1, max(0, draft.at - _NEAR), -1)
    verb = next((at for at in near if tokens[at].low == draft.verb), 0)
    return verb > 0 and tokens[verb - 1].low in ("đang", "hiện đang", "vẫn đang", "còn")


_NEW_YEAR = frozenset({"đầu năm", "cuối năm", "cuối năm trước", "31/12", "thời điểm đầu năm"})


def _grows_from_new_year(tokens: list[Token], draft: Draft) -> bool:
    """Whether it is compared with the level at the start of the year: tăng 4,6% so với đầu năm."""
    for at in range(draft.behind, min(len(tokens) - 1, draft.behind + 8)):
        if tokens[at].low == ";":
            return False
        if tokens[at].low in ("so với", "so"):
            return tokens[at + 1].low in _NEW_YEAR
    return False


def _goes_on(drafts: list[Draft], draft: Draft) -> bool:
    """Whether a verb repeats part of the amount before: dư nợ cho vay …, cho vay …."""
    if draft.rule != "measure-verb" or not draft.verb:
        return False
    return any(draft.verb in other.indicator.lower() and other.at < draft.at for other in drafts)


def _is_told_with(tokens: list[Token], draft: Draft) -> bool:
    """Whether an amount only goes with what was told before: …, tổng vốn đăng ký 1.970 tỷ đồng."""
    if draft.rule != "measure-left" or draft.head in _STOCKS:
        return False
    if draft.head.startswith(_FLOWS_BEGIN) and not draft.head.startswith("thu nhập"):
        return False
    if draft.indicator.lower().startswith(_FLOWS_NAMED):
        return False
    before = next(t for t in reversed(tokens[: draft.at]) if not t.tags & lx.HEDGE)
    owed = _OWED.isdisjoint(draft.indicator.lower().split())
    return owed and not before.tags & (lx.LINK | lx.CHANGE)


def _is_flow(tokens: list[Token], draft: Draft) -> bool:
    """Whether it was counted over a time rather than at a date."""
    if _grows_from_new_year(tokens, draft):
        return False
    if draft.verb and _is_going_on(tokens, draft):
        return False
    named = draft.indicator.lower()
    if named.removeprefix("số ").startswith(_CASES):
        return True
    if named.removeprefix("công tác ").removeprefix("tổng ").startswith(_FLOWS_NAMED):
        return True
    if named.endswith(_NEW):
        return True
    if draft.head in _STOCKS or not _OWED.isdisjoint(draft.indicator.lower().split()):
        return False
    if draft.rule == "count" and "/" in (draft.unit or ""):
        return False
    if draft.head in _FLOWS or draft.head.startswith(_FLOWS_BEGIN):
        return True
    if draft.rule == "measure-verb":
        return True
    if draft.rule in ("measure-left", "label", "share-left", "label-counter"):
        return False
    if draft.ref is not None:
        return _is_flow(tokens, draft.ref)
    if draft.verb not in _HOLDS:
        return True
    for token in reversed(tokens[: draft.at]):
        if token.low in ("có", "hiện có", "quản lý", "còn", "là"):
            return False
        if token.tags & lx.VERB and token.kind == WORD and not token.tags & lx.NOUN:
            return True
    return False
