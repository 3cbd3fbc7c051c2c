"""Which of the figures before may be the total of a part: its noun or unit, and no less.

Guideline section 4, R5.
"""

from __future__ import annotations

from figures.draft import Draft
from figures.relations.scopes import CASES
from figures.text import lexicon as lx


def nearest_total(draft: Draft, totals: list[Draft], *, strict: bool) -> Draft | None:
    """The nearest total of the same noun, else the nearest that agrees otherwise."""
    open_totals = [
        d
        for d in reversed(totals)
        if (
            not d.share
            or (d.head == draft.head and not d.measure)
            or _in_full(d, draft)
            or _of_cases(d, draft)
            or _of_people(d, draft)
        )
        and d.kind != "change"
        and d.target == draft.target
        and (not _is_average(draft) or _is_average(d))
        and fits(draft, d)
        and not (d.token.denominator is not None and d.bracketed)
    ]
    for candidate in sorted(open_totals, key=lambda total: not _deals_alike(draft, total)):
        named = draft.head if draft.rule != "label-counter" else draft.unit
        same = candidate.head in (draft.head, named) or (
            draft.unit == "vụ" and candidate.head.startswith("vụ ")
        )
        same = same or (draft.rule == "count" and draft.head.startswith(f"{candidate.head} "))
        if (harmed := _harm(draft)) and _harm(candidate) not in ("", harmed):
            continue
        same = same or (candidate.rule == "label-counter" and candidate.unit == draft.unit == "vụ")
        if same and _agrees(draft, candidate, strict=strict):
            return candidate
    agreeing = [d for d in open_totals if _agrees(draft, d, strict=strict)]
    if harm := _harm(draft):
        return next((d for d in agreeing if _harm(d) == harm), None)
    if len(agreeing) > 1 and _paired(draft, *agreeing[:2]):
        return agreeing[1]
    akin = (d for d in agreeing if draft.rule == "count" and same_family(draft.head, d.head))
    return next(akin, agreeing[0] if agreeing else _fraction_of(draft, totals))


def _deals_alike(part: Draft, total: Draft) -> bool:
    """Whether the same was done with all cases and with these: thụ lý 90 vụ, xong 81; trong đó án hình sự thụ lý | 12 vụ."""
    said = part.unit in CASES and bool(total.verb)
    return said and (part.verb == total.verb or part.indicator.endswith(f" {total.verb}"))


def _paired(part: Draft, near: Draft, far: Draft) -> bool:
    """Whether of two figures told together the first is of the same class: 486 cơ sở với 9.720 buồng, gồm …."""
    told = near.clause == far.clause and near.rule == far.rule == part.rule == "count"
    return told and not near.noun and bool(part.noun) and part.noun == far.noun


def _in_full(total: Draft, part: Draft) -> bool:
    """Whether an amount is told against its plan: 355,2/355,2 ha, trong đó ngô 140 ha."""
    return total.token.denominator is not None and total.measure and total.unit == part.unit


def _of_cases(total: Draft, part: Draft) -> bool:
    """Whether cases are told out of which so many were handled: 5/5 vụ tố cáo (4 vụ việc kỳ trước chuyển sang)."""
    return part.bracketed and not total.measure and total.unit == part.unit and part.unit in CASES


def _of_people(total: Draft, part: Draft) -> bool:
    """Whether people are told as some of all, whatever they are called: 754/760 HS, trong đó 486 em ….

    A label may stand for the part: trong đó loại giỏi có 486 học sinh.
    """
    some = total.token.denominator is not None and not total.measure
    return some and total.noun == part.noun == "person" and not part.measure


def _harm(draft: Draft) -> str:
    """What befell the people who are counted: the dead are no part of the wounded."""
    if draft.unit != "người" and draft.noun != "person":
        return ""
    return next((name for word, name in _HARMS.items() if word in draft.indicator), "")


_HARMS = {"chết": "chết", "thiệt mạng": "chết", "tử vong": "chết", "bị thương": "bị thương", "mất tích": "mất tích"}  # fmt: skip


def _fraction_of(draft: Draft, totals: list[Draft]) -> Draft | None:
    """The fraction of which a label tells a part, for want of a count: 540/500 sinh viên, nữ 210."""
    counted = (d for d in reversed(totals) if d.token.denominator is not None and not d.measure)
    found = next(counted, None) if draft.rule == "label" else None
    return found if found is not None and fits(draft, found) else None


def fits(part: Draft, total: Draft) -> bool:
    if part.token.minimum is None or total.token.maximum is None:
        return False
    return part.token.minimum <= total.token.maximum


def _agrees(part: Draft, total: Draft, *, strict: bool) -> bool:
    """Whether head noun or unit agree; people agree with people, labels with anything."""
    if part.measure or total.measure:
        return part.measure and total.measure and part.unit in (total.unit, _timeless(total))
    levels = {(part.level or "").lower(), (total.level or "").lower()}
    if part.level and total.level and len(levels) > 1 and "các cấp" not in levels:
        return False
    if part.head and (part.head == total.head or same_family(part.head, total.head)):
        return True
    if part.rule == total.rule == "count" and not strict and _of_one_sort(part.head, total.head):
        return True
    if part.head in _PROFESSORS and total.head in _DOCTORS:
        return True
    if part.noun == "place" and total.indicator.lower().startswith("đơn vị hành chính"):
        return True
    if total.unit and part.head.startswith(f"{total.unit} ") and total.head in part.head:
        return True
    if total.rule == "label-counter" and part.head == total.unit and total.unit in CASES:
        return True
    if part.unit == "người" and total.unit in CASES:
        return False
    if part.unit in _ILL and total.unit in _ILL:
        return True
    if part.noun == "label" or (part.rule in ("label", "label-counter") and not strict):
        return True
    amounts = part.noun == total.noun == "amount" and part.rule == total.rule == "label-counter"
    if amounts and part.unit == total.unit:
        return True
    if strict:
        named = part.indicator[:1].isupper() and not part.noun and part.unit == "người"
        counted = part.unit in CASES or named
        return part.rule == "label-counter" and part.unit == total.unit and counted
    if part.position == "inherited" or not part.noun or not total.noun:
        return True
    if part.noun == "person" or part.head == "cá nhân":
        people = total.unit is not None and _is_person(total.unit)
        people = people or total.head == "cá nhân"
        return total.noun == "person" or people or _visits_of_people(total)
    return part.noun == total.noun


_PROFESSORS = frozenset({"giáo sư", "phó giáo sư", "gs", "pgs"})
_DOCTORS = frozenset({"tiến sĩ", "ts", "giáo sư, phó giáo sư"})
_ILL = frozenset({"ca", "trường hợp", "ca bệnh"})
"""In what people who fell ill are counted: 320 ca mắc, trong đó 2 trường hợp tử vong."""


def _visits_of_people(total: Draft) -> bool:
    """Whether visits are counted that people made, not bodies: 612 lượt doanh nghiệp."""
    if not total.head.startswith("lượt"):
        return False
    words = total.indicator.lower().removeprefix("lượt ").split()
    phrases = (" ".join(words[:length]) for length in (2, 1))
    who = next(filter(None, map(lx.entries().get, phrases)), None)
    return who is None or who.noun not in ("group", "place", "thing", "document")


def _is_person(word: str) -> bool:
    entry = lx.entries().get(word)
    return entry is not None and entry.noun == "person"


def _is_average(draft: Draft) -> bool:
    """Whether so much for each is told, which is no part of what there is: 1.604 người/km²."""
    return draft.unit is not None and "/" in draft.unit and draft.unit != "đ/c"


def _timeless(total: Draft) -> str:
    """Its unit without how often so much is told: 9.000 tấn/ngày, trong đó 7.200 tấn được thu gom."""
    unit, _slash, per = (total.unit or "").partition("/")
    return unit if per in ("ngày", "ngày đêm", "năm", "tháng") else total.unit or ""


def _of_one_sort(part: str, total: str) -> bool:
    """Whether two heads of several words begin with the same one: điểm phục vụ, điểm bưu điện văn hóa."""
    first, _space, more = part.partition(" ")
    return bool(more) and total.startswith(f"{first} ")


def same_family(part: str, total: str) -> bool:
    """Whether one head begins with the other: lớp tập huấn under lớp."""
    if total == "huy chương" and part in _MEDALS:
        return True
    return bool(part and total) and (part.startswith(total + " ") or total.startswith(part + " "))


_MEDALS = frozenset({"hcv", "hcb", "hcđ", "vàng", "bạc", "đồng", "hc vàng", "hc bạc", "hc đồng"})
