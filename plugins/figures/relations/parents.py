"""Which total a figure is a part of (guideline section 4, R4, R5).

A part needs a cue or an outcome, the noun or unit of its total, and a value
not above it.
"""

from __future__ import annotations

from bisect import bisect_left

from figures.draft import Draft
from figures.naming.recalled_levels import OTHER_TIMES
from figures.naming.sentence import TRIES
from figures.relations.intakes import intake
from figures.relations.later_parts import link_later
from figures.relations.scopes import (
    CASES,
    breaks_of,
    heads_item,
    opened_scopes,
    opens_parts,
    outer_cue,
    scope_of,
    speaks_anew,
)
from figures.relations.totals import nearest_total
from figures.relations.unmarked_parts import (
    AMONG,
    add_labels_up,
    add_up,
    complete,
    grade,
    leave_over,
    out_of,
    out_of_all,
    part_fractions,
    refer_back,
    sum_up,
)
from figures.text import lexicon as lx
from figures.text.line import Line
from figures.text.marks import mark
from figures.text.tokens import NUMBER, PERIOD_TOKEN, Token

_AMONG = mark(AMONG)


def _is_told_again(draft: Draft) -> bool:
    """Whether an amount that seems a part is its total, which a title told before."""
    whole = draft.parent
    return whole is not None and draft.measure and whole.token.minimum == draft.token.minimum


def link_parts(line: Line, drafts: list[Draft], before: list[Draft], *, listed: bool) -> None:
    """Sets `parent` of the drafts of one sentence; `before` are those of earlier sentences.

    `listed` says that the sentence is an item of a list whose lead-in has the
    totals in `before`.
    """
    tokens = line.tokens
    breaks = breaks_of(line)
    opened = opened_scopes(line, drafts)
    for order, draft in enumerate(drafts):
        if not (order or opened or listed) or draft.kind == "change" or draft.share:
            continue
        if draft.listed_period or draft.recalled or draft.head.startswith("năng suất"):
            continue
        earlier = drafts[:order]
        scope = scope_of(opened, draft.at) if opened else None
        if scope is not None and draft.verb in TRIES and tokens[scope[0]].low == ":":
            scope = scope_of([s for s in opened if tokens[s[0]].low != ":"], draft.at)
        if scope is not None and not _belongs_elsewhere(tokens, draft):
            totals = _totals_before(tokens, draft, scope[0], earlier, before)
            if tokens[scope[0]].low == ":" and any(d.behind == scope[0] for d in totals):
                begin = max((at for at in breaks if at < scope[0]), default=-1)
                totals = [d for d in totals if d.at > begin]
            if tokens[scope[0]].low == "(" and totals:
                _take_unit(draft, totals[-1])
            if _heads_itself(tokens, draft, scope[0], totals):
                continue
            if tokens[scope[0]].low == "với":
                outer = outer_cue(tokens, opened, draft)
                totals = [d for d in totals if d.behind == scope[0] or d.at < outer]
                if not outer and not draft.measure:
                    totals = [d for d in before[-8:] if d.parent is None] + totals
            draft.parent = _total_in_scope(tokens, draft, scope[0], totals, earlier)
            if draft.parent is None and tokens[scope[0]].low == "(":
                outer = outer_cue(tokens, opened, draft)
                around = [d for d in earlier if d.at < outer and not d.measure]
                draft.parent = nearest_total(draft, around, strict=True) if around else None
            begin = max(at for at in (scope[0], *breaks) if at < draft.at)
            anew = begin > scope[0] and tokens[begin].low == ";"
            if tokens[scope[0]].low == "riêng" or anew or draft.unit in CASES:
                draft.parent = _outcome(tokens, draft, begin, earlier) or draft.parent
            if tokens[scope[0]].low == "với" and _goes_on_with(draft, scope[0], drafts):
                draft.parent = draft.parent.parent if draft.parent else None
            if (head := _own_list(tokens, draft, scope, opened, earlier)) is not None:
                draft.parent = head.parent if head.head == draft.head else None
            if _other_year(tokens, scope[0], draft) or _other_deed(tokens, scope[0], draft):
                draft.parent = None
            if scope[0] == 0 and tokens[0].low == "riêng" and _is_past(draft, before):
                draft.parent = None
            draft.parent = _beside(tokens, scope[0], draft)
            if _is_of_lower_grade(tokens, draft, scope[0], earlier):
                draft.parent = None
        elif listed:
            draft.parent = nearest_total(draft, before, strict=False)
        if draft.parent is None and earlier and draft.rule.startswith(_NAMED_BEFORE):
            draft.parent = _sibling_total(draft, earlier) or _whole_of_sex(draft, earlier)
        if draft.parent is None and earlier:
            passed = bisect_left(breaks, draft.at)
            draft.parent = intake(tokens, draft, earlier, breaks[passed - 1] if passed else -1)
        if _is_told_again(draft):
            draft.parent = None
    if opened and any(d.token.denominator is not None for d in drafts):
        part_fractions(tokens, drafts, opened, before)
    if opened:
        add_up(tokens, drafts, opened, before)
    grade(drafts, breaks)
    if len(drafts) > 1:
        add_labels_up(tokens, drafts, breaks, before)
    complete(drafts)
    if len(drafts) > 2:
        sum_up(tokens, drafts)
        leave_over(tokens, drafts)
    if "trong" in line.words:
        out_of(tokens, drafts)
    if before:
        link_later(line, drafts, before)
    if line.marks & _AMONG:
        out_of_all(tokens, drafts, before)
        refer_back(line, drafts, before)


def _own_list(
    tokens: list[Token],
    draft: Draft,
    scope: tuple[int, int],
    opened: list[tuple[int, int]],
    earlier: list[Draft],
) -> Draft | None:
    """The head of the list before, beside which one stands with a list of its own.

    18 trường mầm non, gồm 9 …, 9 …; | 23 trường tiểu học, gồm 14 …, 9 ….
    """
    begin = draft.at - 1 - bool(tokens[draft.at - 1].tags & lx.HEDGE)
    own = (at for at, _end in opened if draft.behind <= at <= draft.behind + 1)
    if (
        begin <= scope[0]
        or tokens[begin].low != ";"
        or tokens[scope[0]].low != tokens[next(own, 0)].low
    ):
        return None
    return next((d for d in reversed(earlier) if d.behind <= scope[0] <= d.behind + 1), None)


_RANKS = ("xuất sắc", "giỏi", "khá", "trung bình", "yếu", "kém")
"""Grades of learners, the best first."""


def _is_of_lower_grade(tokens: list[Token], draft: Draft, cue: int, earlier: list[Draft]) -> bool:
    """Whether a grade below that of the total is told, or what goes on behind it: 525/994 em giỏi, trong đó 35 em xuất sắc; | 18 em trung bình."""
    total = draft.parent
    if total is None or draft.measure or total.head != draft.head:
        return False
    if all(token.low != ";" for token in tokens[cue : draft.at]):
        return False
    own, whole = _grades_of(tokens, draft), _grades_of(tokens, total)
    if own and whole:
        return min(own) > max(whole)
    last = next((d for d in reversed(earlier) if d.head == draft.head and not d.share), None)
    lower = last is not None and last.parent is None and bool(_grades_of(tokens, last))
    return lower and last is not None and last.at > cue


def _grades_of(tokens: list[Token], draft: Draft) -> list[int]:
    """The ranks of the grades that the words behind a number tell: 25 em xếp loại khá, giỏi."""
    words: list[str] = []
    for token in tokens[draft.at + 1 :]:
        if token.kind == NUMBER or token.low in (";", "("):
            break
        words += token.low.split()
    said = f" {' '.join(words)} "
    return [rank for rank, grade in enumerate(_RANKS) if f" {grade} " in said]


def _totals_before(
    tokens: list[Token], draft: Draft, cue: int, earlier: list[Draft], before: list[Draft]
) -> list[Draft]:
    """The figures before the cue of which the number may be a part."""
    totals = [d for d in earlier if d.at < cue]
    if opens_parts(tokens, cue):
        outer = [d for d in totals if d.parent is None or d.depth <= draft.depth]
        told = [d for d in totals if not d.share and d.kind != "change"]
        here = bool(told) and all(token.low != ";" for token in tokens[told[-1].behind : cue])
        if here:
            return outer
        known = [d for d in before[-16:] if d.parent is None][-8:]
        return [d for d in known if not _is_of_past(d, known)] + outer
    if tokens[cue].low == "(":
        totals = [d for d in totals if d.kind != "change"]
        if totals and totals[-1].noun == "label" and totals[-1].behind != cue:
            return []
        alike = [d for d in totals if d.measure == draft.measure and not d.bracketed]
        totals = [d for d in totals if d.unit != "%"] or totals
        return alike[-1:] if draft.position == "inherited" else totals[-1:]
    return totals


def _is_of_past(draft: Draft, known: list[Draft]) -> bool:
    """Whether it is the level of an earlier time that one before it was compared with: 10,3 tỷ, tăng 3% so với | 9,9 tỷ cùng kỳ."""
    place = next(at for at, other in enumerate(known) if other is draft)
    plain = (d for d in reversed(known[:place]) if not d.share and d.kind != "change")
    last = next(plain, None)
    if last is None or not (last.period and draft.period) or last.unit != draft.unit:
        return False
    return draft.measure and draft.period < last.period and len(draft.period) == len(last.period)


def part_other_years(drafts: list[Draft]) -> None:
    """Takes the total from figures of another year or month than its own, told behind it.

    Năm 2022 thu 320 tỷ đồng, năm 2023 | 170 tỷ đồng; tháng 1 thu 120 tỷ đồng, tháng 2 | 90 tỷ đồng.
    """
    for draft in drafts:
        total = draft.parent
        if total is None or not total.period or not draft.period:
            continue
        years = draft.period[:4], total.period[:4]
        ranged = any(
            len(period) == 9 and period[4] == "-" for period in (draft.period, total.period)
        )
        apart = years[0] != years[1] and not ranged and draft.period_source == "stated"
        if apart or _of_other_months(draft, total):
            draft.parent = None


def _of_other_months(part: Draft, total: Draft) -> bool:
    """Whether each is said to be of a month or quarter of its own."""
    periods = {part.period or "", total.period or ""}
    if len(periods) < 2 or part.at < total.at or any(len(p) != len("2023-01") for p in periods):
        return False
    return len({"month" if p[5].isdigit() else p[5] for p in periods}) == 1


def _heads_itself(tokens: list[Token], draft: Draft, cue: int, totals: list[Draft]) -> bool:
    """Whether the cue tells no parts: a year opens the bracket, or a heading its own number."""
    opening = tokens[cue + 1]
    if tokens[cue].low == "(" and (opening.kind == PERIOD_TOKEN or opening.low in OTHER_TIMES):
        return True
    behind = any(d.behind == cue for d in totals)
    return draft.measure and not behind and heads_item(tokens, cue)


def _total_in_scope(
    tokens: list[Token], draft: Draft, cue: int, totals: list[Draft], earlier: list[Draft]
) -> Draft | None:
    """The total of a number that stands among the parts which the cue announces."""
    later = tokens[cue].low != "(" and speaks_anew(tokens, cue, draft.at)
    told = (d for d in earlier if d.at > cue and d.measure == draft.measure) if later else ()
    alone = [d for d in told if d.parent is None and not d.share and d.kind != "change"]
    if any(d.measure or d.head == draft.head or not _is_of_part(tokens, d, earlier) for d in alone):
        return None
    behind = any(d.behind == cue for d in totals)
    if cue and tokens[cue - 1].low == ";":
        totals = [d for d in totals if d.parent is None or not _all_told(d, totals)]
    strict = later or tokens[cue].low == "với" or (tokens[cue].low == ":" and not behind)
    return nearest_total(draft, totals, strict=strict)


def _is_of_part(tokens: list[Token], draft: Draft, earlier: list[Draft]) -> bool:
    """Whether it only goes with a part told before it: trong đó, Sở mở 14 lớp cho | 620 học viên; …."""
    part = next((d for d in reversed(earlier) if d.at < draft.at and d.parent is not None), None)
    return part is not None and all(t.low != ";" for t in tokens[part.at : draft.at])


def _outcome(tokens: list[Token], draft: Draft, begin: int, earlier: list[Draft]) -> Draft | None:
    """The figure behind `begin` of which one tells what came: Riêng án hình sự thụ lý 702 vụ, giải quyết | 689 vụ."""
    told = [d for d in earlier if d.at > begin]
    found = intake(tokens, draft, told, begin) if told else None
    return found if found is not None and found.at > begin else None


def _beside(tokens: list[Token], cue: int, draft: Draft) -> Draft | None:
    """The total of the item before, if a colon only parts each label of a list from its own number.

    Theo lĩnh vực: dân sự: 111 vụ; hình sự: | 38 vụ.
    """
    part = draft.parent
    if part is None or tokens[cue].low != ":" or not (draft.headed and part.headed):
        return part
    own = all(token.tags & lx.HEDGE for token in tokens[cue + 1 : draft.at])
    alike = part.rule == draft.rule == "label-counter" and part.unit == draft.unit
    return part.parent if own and alike and not part.head.startswith("tổng") else part


_NAMED_BEFORE = ("label", "measure-left", "inherited")
"""Rules that name a number by what stands or was told before it."""


def _sibling_total(draft: Draft, earlier: list[Draft]) -> Draft | None:
    """The total of the part told last, if this one is named alike: …; khách nội địa 202.966 lượt."""
    told = [d for d in earlier if not d.share and d.kind != "change"]
    stem = draft.head.split()[:1]
    alike = (d for d in reversed(told) if d.unit == draft.unit and d.head.split()[:1] == stem)
    last = next(alike, None)
    total = last.parent if last is not None else None
    if (
        last is None
        or total is None
        or last.position != "elsewhere"
        or draft.position not in ("elsewhere", "inherited")
    ):
        return None
    alike_told = draft.rule in (last.rule, "inherited") and draft.indicator != last.indicator
    if not alike_told or last.indicator == total.indicator:
        return None
    parts = [d.token.minimum or 0 for d in told if d.parent is total]
    whole = sum(parts) + (draft.token.minimum or 0)
    if len(stem) and draft.head.split()[:2] == last.head.split()[:2] != [draft.head]:
        # Who has one may have the other as well: bảo hiểm xã hội 37 người; | bảo hiểm y tế 288 người.
        return total if (draft.token.minimum or 0) <= (total.token.maximum or 0) else None
    return total if whole <= (total.token.maximum or 0) else None


def _whole_of_sex(draft: Draft, earlier: list[Draft]) -> Draft | None:
    """Those counted last, of whom so many are women or of a minority: Đoàn viên: 6.482 người; nữ: 3.905 người."""
    last = earlier[-1]
    counted = not last.share and last.kind != "change" and last.unit == draft.unit
    fewer = (draft.token.maximum or 0) < (last.token.minimum or 0)
    sexed = draft.indicator.lower() in _SEXES and last.indicator.lower() not in _SEXES
    return last if counted and fewer and sexed else None


_SEXES = frozenset({"nữ", "nam", "phụ nữ", "dân tộc thiểu số", "dân tộc"})


def _take_unit(part: Draft, total: Draft) -> None:
    """Gives a bare number behind a label the unit of its total: 19 ha lúa (Đông Lĩnh: 12, Suối Ngần: 7)."""
    if part.rule == "label" and not part.unit and total.measure and not total.share:
        part.unit, part.measure = total.unit, True


def _all_told(part: Draft, drafts: list[Draft]) -> bool:
    """Whether the parts of a total add up, so that what follows speaks of the total again."""
    total = part.parent
    if total is None:
        return False
    parts = [d.token.minimum or 0 for d in drafts if d.parent is total]
    return len(parts) > 1 and sum(parts) == total.token.minimum


def _goes_on_with(draft: Draft, cue: int, drafts: list[Draft]) -> bool:
    """Whether the part before is not the total of this one: gồm 5 lớp A với 90 học viên và 3 lớp B."""
    part = draft.parent
    if part is None or part.head != draft.head or part.behind != cue:
        return False
    return next(d for d in drafts if d.at > cue).head != draft.head


def _belongs_elsewhere(tokens: list[Token], draft: Draft) -> bool:
    """Whether the number only tells whose or where the parts before are: của 88 chủ thể."""
    return tokens[draft.at - 1].low in ("của", "tại", "ở", "thuộc") if draft.at else False


def _other_year(tokens: list[Token], cue: int, draft: Draft) -> bool:
    """Whether "riêng năm 2020" tells of another thing in that year rather than of a part."""
    dated = cue + 1 < len(tokens) and tokens[cue + 1].kind == PERIOD_TOKEN
    if tokens[cue].low != "riêng" or not dated or draft.parent is None:
        return False
    return draft.indicator.lower() not in draft.parent.indicator.lower()


def _is_past(draft: Draft, before: list[Draft]) -> bool:
    """Whether other things were told since what "Riêng" might be a part of, which has another noun.

    … cho 4.312 người. Sàn giao dịch mở 24 phiên. Riêng thị trường ngoài nước có | 156 lao động.
    """
    total, near = draft.parent, before[-8:]
    at = next((i for i, d in enumerate(near) if d is total), len(near))
    if total is None or total.head == draft.head or draft.rule != "count":
        return False
    own = (d for d in near[at + 1 :] if d.parent is None and not d.share and d.kind != "change")
    return sum(not d.measure and d.head != total.head for d in own) > 1


def _other_deed(tokens: list[Token], cue: int, draft: Draft) -> bool:
    """Whether "Riêng" only singles out who did something else: Riêng ban kiểm tra giám sát 40 chi bộ."""
    if cue or draft.parent is None or not tokens[1].tags & lx.ACTOR:
        return False
    deeds = {draft.verb, draft.parent.verb}
    return tokens[0].low == "riêng" and len(deeds) == 2 and "" not in deeds
