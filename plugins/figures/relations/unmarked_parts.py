"""Parts that no cue marks: sums in a bracket or list, marks in a row, totals referred back to.

Guideline section 4.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise, takewhile

from figures.draft import Draft
from figures.naming.phrase_joints import GRADES
from figures.text import lexicon as lx
from figures.text.line import Line
from figures.text.tokens import SIGN, WORD, Token

AMONG = frozenset({"trong số", "trong tổng số"})


def add_up(
    tokens: list[Token], drafts: list[Draft], opened: list[tuple[int, int]], before: list[Draft]
) -> None:
    """Whatever they are called, numbers in a bracket or list that sum up to the total are its parts."""
    for begin, end in opened:
        near = [d for d in drafts if d.behind <= begin <= d.behind + 3 and d.at < begin]
        total = near[-1] if near else None
        if (total is None or total.share) and tokens[begin].low == ":":
            total = _summed(tokens, [*before[-6:], *drafts], begin, end)
            if total is not None:
                for part in _listed(tokens, drafts, begin, end):
                    part.parent = total
        if total is None or total.share or total.kind == "change":
            continue
        parts = _first_that_make(total, _listed(tokens, drafts, begin, end))
        for part in parts or _all_that_make(total, _beyond(tokens, drafts, begin)):
            behind = total.behind == begin and tokens[begin].low != "("
            if part.parent is None or part.parent in before or behind:
                part.parent = total


def _first_that_make(total: Draft, parts: list[Draft]) -> list[Draft]:
    """The first two or more of its kind that sum up to a total; none if nothing does."""
    summed = Decimal(0)
    for count, part in enumerate(parts, 1):
        summed += part.token.minimum or 0
        if part.measure != total.measure:
            break
        if count > 1 and summed == total.token.minimum:
            return parts[:count]
    return []


def _all_that_make(total: Draft, parts: list[Draft]) -> list[Draft]:
    """The parts if all of them sum up to a total; none if they do not."""
    made = _first_that_make(total, parts)
    return made if len(made) == len(parts) else []


def _beyond(tokens: list[Token], drafts: list[Draft], begin: int) -> list[Draft]:
    """What labels tell behind `begin`, semicolons or not, in one unit: A là 44 đồng chí; B là 135 đồng chí."""
    told = [d for d in drafts if d.at > begin and not d.share and d.kind != "change"]
    named = all(tokens[d.at - 1].low in ("là", ":") for d in told)
    return told if named and len({part.unit for part in told}) == 1 else []


def _listed(tokens: list[Token], drafts: list[Draft], begin: int, end: int) -> list[Draft]:
    """What a list that begins at `begin` counts, up to a semicolon."""
    stop = next((i for i in range(begin, end) if tokens[i].low == ";"), end)
    return [d for d in drafts if begin < d.at <= stop and not d.share and d.kind != "change"]


def _summed(tokens: list[Token], drafts: list[Draft], begin: int, end: int) -> Draft | None:
    """The count further back that a list behind a colon sums up to: 78 người, …; trình độ: 55 …, 23 …."""
    parts = _listed(tokens, drafts, begin, end)
    whole = sum(part.token.minimum or 0 for part in parts)
    if len(parts) < 2 or whole < _CERTAIN or any(part.measure for part in parts):
        return None
    known = (d for d in reversed(drafts) if d not in parts and not d.share and not d.measure)
    return next((d for d in known if d.kind != "change" and d.token.minimum == whole), None)


_CERTAIN = 10
"""Sums from here on are hardly equal by chance."""


def complete(drafts: list[Draft]) -> None:
    """Lets parts go on behind a semicolon until they make their total: trong đó: A 384, B 1.127; C 842; ….

    Only what is told in the same way goes on with them; rates and amounts of
    another unit between them count for nothing.
    """
    plain = [draft for draft in drafts if not draft.share and draft.kind != "change"]
    for order, last in enumerate(plain[:-1]):
        total = last.parent
        if total is None or total.share or total.kind == "change":
            continue
        summed = sum(
            (d.token.minimum or Decimal(0) for d in plain if d.parent is total), Decimal(0)
        )
        more: list[Draft] = []
        for draft in plain[order + 1 :]:
            if draft.unit != last.unit and draft.parent is None:
                continue
            if draft.bracketed and not last.bracketed:
                continue
            alike = (draft.unit, draft.rule, draft.kind) == (last.unit, last.rule, "result")
            if not alike or draft.parent is not None:
                break
            more.append(draft)
            summed += draft.token.minimum or 0
            if _makes(summed, total, rounded=len(more) > 1) and summed >= _CERTAIN:
                for part in more:
                    part.parent = total
                break


def _makes(summed: Decimal, total: Draft, *, rounded: bool) -> bool:
    """Whether parts make their total, but for what was rounded where they are several."""
    whole = total.token.minimum or Decimal(0)
    return summed == whole or (rounded and abs(summed - whole) * _ROUNDED <= whole)


_ROUNDED = 1000
"""Sums of rounded parts differ by less than this part of their total."""


def add_labels_up(
    tokens: list[Token], drafts: list[Draft], breaks: list[int], before: list[Draft]
) -> None:
    """Labels told right after a count are its parts if they make it: 1.271 hồ sơ, trước hạn 1.190, đúng hạn 81.

    Grades make up the learners that another sentence told: có 78 học viên. Kết quả: giỏi 14 …, khá 64 ….
    """
    plain = [draft for draft in drafts if not draft.share and draft.kind != "change"]
    for order, total in enumerate(plain[:-2]):
        if total.measure or (total.token.minimum or 0) < _CERTAIN:
            continue
        end = min((at for at in breaks if at > total.at), default=total.at + 99)
        listed = []
        for draft in plain[order + 1 :]:
            told = draft.rule in ("label", "label-counter") and draft.unit in (None, total.unit)
            if not told or draft.at > end or draft.parent is not None:
                break
            listed.append(draft)
        for part in _first_that_make(total, listed) or _alike_that_make(total, plain[order + 1 :]):
            part.parent = total
    graded = [draft for draft in plain if _is_grade(tokens, draft)]
    if before and len(graded) > 1 and graded[0].parent is None:
        whole = sum(part.token.minimum or 0 for part in graded)
        people = (d for d in reversed(before[-6:]) if d.noun == "person" and not d.share)
        learners = next((d for d in people if d.token.minimum == whole >= _CERTAIN), None)
        for part in graded if learners is not None else ():
            part.parent = learners


def _alike_that_make(total: Draft, told: list[Draft]) -> list[Draft]:
    """The next three or more of the same noun that sum up to a count: 845 học sinh; khối 6 có 220 học sinh, ….

    None if they do not, or if some of them have a total already.
    """
    alike = list(takewhile(lambda d: d.head == total.head and d.parent is None, told))
    made = _first_that_make(total, alike)
    return made if len(made) > 2 else []


def _is_grade(tokens: list[Token], draft: Draft) -> bool:
    """Whether it tells how many have a grade: xếp loại xuất sắc | 2 đồng chí, đạt | 14 em."""
    if draft.measure:
        return False
    if draft.head in GRADES:
        return True
    named = draft.rule in ("label", "label-counter")
    passed = draft.head == draft.unit and tokens[draft.at - 1].low in ("đạt", "chưa đạt")
    return passed or (named and draft.indicator.lower().endswith(tuple(GRADES)))


def sum_up(tokens: list[Token], drafts: list[Draft]) -> None:
    """Parts told before the total that they make: khối 10: 347 em, khối 11: 214 em; toàn trường: 561 em."""
    begin = _summary(tokens, drafts)
    if not begin:
        return
    plain = [d for d in drafts if not d.share and d.kind != "change" and d.parent is None]
    told = [d for d in plain if d.at < begin]
    for total in plain[len(told) :]:
        alike = [d for d in told if d.unit == total.unit or d.head == total.head]
        if not alike and not total.measure and total.at == plain[len(told)].at:
            alike = [d for d in told if not d.measure]
        for part in _last_that_make(total, alike):
            part.parent = total


def _summary(tokens: list[Token], drafts: list[Draft]) -> int:
    """Where all is told behind its parts, 0 if nowhere: …; | tổng cộng 12 lớp; …, | toàn huyện có 35 hộ."""
    found = 0
    for before, draft in pairwise(drafts):
        clause = range(before.behind, draft.at)
        first = next((i for i in clause if tokens[i].kind != SIGN and tokens[i].low != "và"), 0)
        if first and tokens[first].low.startswith(_ALL) and first > before.behind:
            found = first
    return found


_ALL = ("tổng", "toàn", "cả", "cộng", "chung")


def _last_that_make(total: Draft, told: list[Draft]) -> list[Draft]:
    """The last two or more of those told that sum up to a total; none if nothing does."""
    summed = Decimal(0)
    for count, part in enumerate(reversed(told), 1):
        summed += part.token.minimum or 0
        if summed >= (total.token.minimum or 0):
            made = count > 1 and summed == total.token.minimum
            return told[-count:] if made else []
    return []


def leave_over(tokens: list[Token], drafts: list[Draft]) -> None:
    """What was done and what is left, if both make up what was told first: 17 km, xong 15 km; còn lại 2 km."""
    plain = [d for d in drafts if not d.share and d.kind != "change" and not d.bracketed]
    for total, done, left in zip(plain, plain[1:], plain[2:], strict=False):
        if done.parent is total and left.parent is done:
            # Both outcomes make it up: tiếp nhận 34 đơn, giải quyết 21 đơn, lưu 13 đơn trùng nội dung.
            left.parent = total if _first_that_make(total, [done, left]) else done
            continue
        near = {token.low for token in tokens[max(done.behind, left.at - 4) : left.at]}
        alike = total.unit == done.unit == left.unit and left.parent in (None, total, done)
        alike = alike and total.noun != "amount" and total.unit not in ("đồng", "USD")
        if near.isdisjoint(_LEFT) or not alike or done.parent not in (None, total):
            continue
        if _first_that_make(total, [done, left]):
            done.parent = left.parent = total


_LEFT = frozenset({"còn", "còn lại", "hiện còn", "số còn lại"})


def part_fractions(
    tokens: list[Token], drafts: list[Draft], opened: list[tuple[int, int]], before: list[Draft]
) -> None:
    """Some out of some of a total are its parts as well: đạt 324/590 trường (trong đó 71/179 trường mầm non …)."""
    for begin, end in opened:
        if tokens[begin].low != "(" and "part" not in tokens[begin].entry.cues:
            continue
        told = [d for d in drafts if d.at < begin and d.unit != "%" and d.kind != "change"]
        told = told or [d for d in before[-6:] if d.unit != "%" and d.kind != "change"]
        if not told:
            continue
        total = told[-1]
        for part in drafts:
            listed = begin < part.at <= end and part.token.denominator is not None
            listed = listed and _goes_on_with(tokens, drafts, begin, part)
            if listed and part.parent is None and _is_some_of(part, total):
                part.parent = total


def _goes_on_with(tokens: list[Token], drafts: list[Draft], begin: int, part: Draft) -> bool:
    """Whether no semicolon parts a fraction from the cue, unless fractions alone are listed."""
    within = [d for d in drafts if begin < d.at < part.at and d.unit != "%" and d.kind != "change"]
    if all(d.token.denominator is not None for d in within):
        return True
    return all(token.low != ";" for token in tokens[begin : part.at])


def _is_some_of(part: Draft, total: Draft) -> bool:
    """Whether a fraction agrees with its total and is smaller: 35/63 tỉnh under 63/63 tỉnh.

    What is told out of all of it is none: 45 giảng viên (35/45 giảng viên đạt chuẩn).
    """
    whole = total.token.denominator is None and total.token.minimum == part.token.denominator
    fewer = not whole and (part.token.minimum or 0) < (total.token.minimum or 0)
    if part.measure or total.measure:
        return fewer and part.measure and part.unit == total.unit
    label = part.rule.startswith("label") and not part.unit
    nouns = part.head.partition(",")[0], total.head.partition(",")[0]
    return fewer and (label or nouns[0] == nouns[1] or part.unit == total.unit)


def grade(drafts: list[Draft], breaks: list[int]) -> None:
    """Class labels listed right after a count are its parts: 37 học viên …, 4 loại giỏi, 29 loại khá."""
    if not any(draft.noun == "label" for draft in drafts):
        return
    for order, total in enumerate(drafts):
        if total.share or total.kind == "change" or total.noun == "label" or total.measure:
            continue
        end = min((at for at in breaks if at > total.at), default=total.at + 99)
        listed = []
        for draft in drafts[order + 1 :]:
            if draft.noun != "label" or draft.rule != "count" or draft.at > end or draft.parent:
                break
            listed.append(draft)
        whole = sum(part.token.minimum or 0 for part in listed)
        if len(listed) > 1 and whole <= (total.token.minimum or 0):
            for part in listed:
                part.parent = total


def out_of(tokens: list[Token], drafts: list[Draft]) -> None:
    """Parts of a count that opens its clause with "trong": trong 214 mẫu … có 11 mẫu không đạt."""
    for order, total in enumerate(drafts[:-1]):
        led = (
            total.at - 1 if total.at and not tokens[total.at - 1].tags & lx.HEDGE else total.at - 2
        )
        if led < 0 or tokens[led].low != "trong" or total.rule != "count":
            continue
        part = drafts[order + 1]
        had = any(token.low == "có" for token in tokens[total.behind : part.at])
        alike = part.head.split()[:1] == total.head.split()[:1] and part.rule == "count"
        fits = (part.token.minimum or 0) <= (total.token.minimum or 0)
        if had and alike and fits and part.parent is None:
            part.parent = total


def out_of_all(tokens: list[Token], drafts: list[Draft], before: list[Draft]) -> None:
    """Parts of a total told before and now only named: trong tổng số lớp có 16 lớp A, 3 lớp B."""
    for at, token in enumerate(tokens[:-2]):
        if token.low not in AMONG or tokens[at + 1].kind != WORD:
            continue
        if (whole := _told_so(tokens, at + 1, before)) is not None:
            plain = (d for d in drafts if d.at > at and not (d.measure or d.share))
            part = next((d for d in plain if d.kind != "change"), None)
            if part is not None:
                part.parent = part.parent or whole
            continue
        some = _has_some_of(tokens, at + 2)
        noun = tokens[at + 1].low
        counted = [d for d in before if not d.measure and not d.share and d.kind != "change"]
        total = next((d for d in reversed(counted) if d.head.split()[:1] == noun.split()[:1]), None)
        end = next((i for i in range(at, len(tokens)) if tokens[i].low == ";"), len(tokens))
        parts = [
            d
            for d in drafts
            if at < d.at < end and not (d.measure or d.share or d.parent or d.kind == "change")
        ]
        told = sum(d.token.minimum or 0 for d in parts)
        made = len(parts) > 1 and total is not None and told == total.token.minimum
        if total is not None and (made or (some and told <= (total.token.maximum or 0))):
            for part in parts:
                part.parent = total


def _told_so(tokens: list[Token], at: int, before: list[Draft]) -> Draft | None:
    """The count of which the words behind "trong số" were said: trong số | có điều kiện thi hành, đã xong 26 việc."""
    end = next((i for i in range(at, len(tokens)) if tokens[i].low == ","), at)
    said = " ".join(token.low for token in tokens[at:end])
    if not said.startswith(("có ", "đã ", "đủ ", "được ")):
        return None
    told = [d for d in reversed(before[-12:]) if not d.share and d.kind != "change"]
    # What it is about may be left out or changed: trong số có điều kiện | thi hành.
    short = " ".join(said.split()[:3])
    found = (d for words in (said, short) for d in told if _says(d.indicator.lower(), words))
    return next(found, None)


def _says(indicator: str, said: str) -> bool:
    """Whether an indicator says so, and does not deny it: việc | chưa có điều kiện."""
    before, found, _behind = indicator.partition(said)
    return bool(found) and not before.endswith(("chưa ", "không "))


def _has_some_of(tokens: list[Token], at: int) -> bool:
    """Whether it is told what those have who were named up to `at`: trong số công dân | nhập ngũ có 7 đảng viên."""
    if tokens[at].low in (",", "trên", "nói trên"):
        return True
    near = range(at, min(at + _NAMED, len(tokens)))
    stop = next((i for i in near if tokens[i].kind != WORD or tokens[i].low == "có"), at)
    return tokens[stop].low == "có"


_NAMED = 4
"""As many words may say which ones are meant."""


def refer_back(line: Line, drafts: list[Draft], before: list[Draft]) -> None:
    """Parts of a total that is only referred to: trong số 11 dự án này có 4 trường học."""
    tokens = line.tokens
    for at in line.numbers:
        token = tokens[at]
        if token.reason != "back_reference" or tokens[at - 1].low not in AMONG:
            continue
        known = [*before[-6:], *(d for d in drafts if d.at < at)]
        total = next((d for d in reversed(known) if d.token.minimum == token.minimum), None)
        end = next((i for i in range(at, len(tokens)) if tokens[i].low == ";"), len(tokens))
        for draft in drafts if total is not None else ():
            plain = not draft.share and draft.kind != "change" and not draft.measure
            if at < draft.at < end and plain and draft.parent is None:
                draft.parent = total
