"""Parts without a cue: what came of the figure before it in the same sentence.

Guideline section 4, R4, R5: tiếp nhận 231 đơn, giải quyết 194 đơn.
"""

from __future__ import annotations

from figures.draft import Draft
from figures.relations.totals import fits, same_family
from figures.text import lexicon as lx
from figures.text.tokens import NUMBER, WORD, Token


def intake(
    tokens: list[Token], draft: Draft, earlier: list[Draft], last_break: int
) -> Draft | None:
    """R4, R5: an outcome of the same noun, in the same sentence, not after a semicolon."""
    if (taken := _case_of(tokens, draft, earlier, last_break)) is not None:
        return taken
    if (taken := _told_together(tokens, draft, earlier)) is not None:
        return taken
    for candidate in reversed(earlier):
        if candidate.kind == "change" or (
            candidate.share and not _is_some_of(tokens, draft, candidate)
        ):
            continue
        if candidate.behind <= last_break:
            return None
        if candidate.target != draft.target or "/" in (draft.unit or ""):
            return None
        if not fits(draft, candidate) or (candidate.level and draft.level):
            continue
        if candidate.measure != draft.measure or (draft.measure and draft.unit != candidate.unit):
            continue
        between = tokens[candidate.behind : draft.at]
        if any(token.low.endswith(("bình quân", "trung bình")) for token in between):
            return None
        kin = (
            same_family(draft.head, candidate.head)
            or _of_visits(draft, candidate)
            or (candidate.rule == "label-counter" and candidate.unit == draft.head)
        )
        if kin and (_wins(candidate, between) or _has_some(tokens, draft, between)):
            return candidate
        stem = _same_stem(draft, candidate)
        alike = kin or draft.head == candidate.head
        if alike and _is_dealt_with(candidate, between):
            return candidate
        if draft.head != candidate.head and not stem:
            if kin and (_has_outcome(between) or _befell_some(tokens, draft, between)):
                return candidate
            continue
        if (whole := _also_dealt_with(draft, candidate, between, earlier)) is not None:
            return whole
        if stem and _in_row(draft, candidate, earlier):
            return None
        if _goes_on(draft, candidate.parent, earlier):
            return candidate.parent
        narrower = (
            not _is_listed(candidate, earlier)
            and not _is_graded(tokens, candidate)
            and not candidate.level
            and not (between and between[-1].low == "và")
            and draft.indicator.lower().startswith(candidate.indicator.lower())
            and (draft.indicator != candidate.indicator or draft.level)
        )
        if narrower or stem:
            return None if _begins_anew(between) else candidate
        if _befell_some(tokens, draft, between):
            return candidate
        if not _has_outcome(between) or _is_disposed(tokens, candidate, between, earlier):
            return None
        remains = candidate.parent and any(token.low in _REMAINS for token in between)
        return candidate.parent if remains else candidate
    return None


def _of_visits(draft: Draft, candidate: Draft) -> bool:
    """Whether they are counted by how often they came: tiếp nhận 21 lượt đơn, đã giải quyết | 6 đơn."""
    papers = draft.noun in ("case", "document") and candidate.unit == "lượt"
    return papers and candidate.indicator.lower().startswith(f"lượt {draft.head}")


_TOGETHER = frozenset({",", "/", "và", "với"})


def _told_together(tokens: list[Token], draft: Draft, earlier: list[Draft]) -> Draft | None:
    """The second of two totals, if the first has the part before: 880 vụ, 1.172 bị can, giải quyết 874 vụ, | 1.160 bị can."""
    part = earlier[-1]
    if part.parent not in earlier or draft.rule != part.rule or draft.rule != "count":
        return None
    if any(token.low not in _TOGETHER for token in tokens[part.behind : draft.at]):
        return None
    at = next(i for i, other in enumerate(earlier) if other is part.parent) + 1
    second = earlier[at]
    joined = all(token.low in _TOGETHER for token in tokens[earlier[at - 1].behind : second.at])
    alike = second is not part and second.head == draft.head and second.kind != "change"
    return second if joined and alike and fits(draft, second) else None


def _is_some_of(tokens: list[Token], draft: Draft, fraction: Draft) -> bool:
    """Whether a count tells which of a fraction: nghiệm thu 29/57 nhiệm vụ, với 12 nhiệm vụ đạt loại A."""
    counted = fraction.token.denominator is not None and not fraction.measure
    led = any(token.low == "với" for token in tokens[fraction.behind : draft.at])
    return led and counted and draft.head == fraction.head


def _case_of(
    tokens: list[Token], draft: Draft, earlier: list[Draft], last_break: int
) -> Draft | None:
    """The cases among which an outcome is, both told by their noun: 312 ca mắc, 290 ca khỏi."""
    if draft.rule != "count" or draft.head != "ca" or not _is_told(tokens, draft, "outcome"):
        return None
    cases = (d for d in reversed(earlier) if d.head == "ca" and d.behind > last_break)
    plain = (d for d in cases if d.rule == "count" and d.kind != "change")
    return next((d for d in plain if _is_told(tokens, d, "intake") and fits(draft, d)), None)


def _is_told(tokens: list[Token], draft: Draft, cue: str) -> bool:
    """Whether a word with this cue is in the phrase behind the number."""
    return any(cue in token.entry.cues for token in tokens[draft.at + 2 : draft.behind])


def _is_disposed(
    tokens: list[Token], candidate: Draft, between: list[Token], earlier: list[Draft]
) -> bool:
    """Whether two ways to dispose of cases stand side by side: khởi tố 16 vụ, xử lý hành chính 2 vụ.

    What stands behind a stroke is disposed of with what stands before it: 842 vụ/1.390 bị can.
    """
    verb = candidate.verb
    if not verb and tokens[candidate.at - 1].low == "/":
        verb = next((d.verb for d in earlier if d.behind == candidate.at - 1), "")
    return verb in _DISPOSALS and any(token.low in _DISPOSALS for token in between)


_DISPOSALS = frozenset({"khởi tố", "xử lý hành chính", "xử phạt hành chính", "xử lý hình sự", "đình chỉ", "tạm đình chỉ", "truy tố", "kết thúc điều tra"})  # fmt: skip


LOOKS_INTO = frozenset({"giám sát", "kiểm tra", "thanh tra", "rà soát", "hậu kiểm", "kiểm soát", "phát hiện", "thanh kiểm tra"})  # fmt: skip
_DEALS = frozenset({"xử phạt", "đình chỉ", "đình chỉ hoạt động", "tạm đình chỉ", "nhắc nhở", "cảnh cáo", "chuyển cơ quan điều tra", "chuyển cơ quan công an", "buộc dừng hoạt động", "thu hồi giấy phép", "yêu cầu khắc phục"})  # fmt: skip
"""What comes of those that were looked into; elsewhere the same stand side by side."""
_TAKES = frozenset({"tiếp nhận", "nhận", "được cấp", "được phân bổ"})


def _is_dealt_with(candidate: Draft, between: list[Token]) -> bool:
    """Whether it is told what was done with those looked into or taken in.

    Kiểm tra 58 bến, đình chỉ | 2 bến; tiếp nhận 6.120 liều, đã tiêm | 5.880 liều.
    """
    if len(between) < 2 or between[0].low != ",":
        return False
    if candidate.verb in LOOKS_INTO:
        return any(token.low in _DEALS for token in between[1:3])
    done = between[1].low == "đã" and bool(between[-1].tags & lx.VERB)
    return done and candidate.verb in _TAKES and len(between) < _SHORT


_SHORT = 5
"""Fewer tokens than this stand between what was taken in and what was done with it."""


def _also_dealt_with(
    draft: Draft, candidate: Draft, between: list[Token], earlier: list[Draft]
) -> Draft | None:
    """The total of the outcome told before, if another stands beside it: 29 vụ, xử phạt 24 vụ, nhắc nhở | 5 vụ."""
    whole = candidate.parent
    if whole is None or whole not in earlier or whole.verb not in LOOKS_INTO:
        return None
    if not between or between[0].low not in (",", "và"):
        return None
    if not any(token.low in _DEALS for token in between[1:3]):
        return None
    told = sum(d.token.minimum or 0 for d in earlier if d.parent is whole)
    room = told + (draft.token.minimum or 0) <= (whole.token.maximum or 0)
    return whole if room else None


_REMAINS = frozenset({"chưa", "còn", "còn lại", "đang", "tồn", "chuyển"})
"""Of an intake these tell what is left: tiếp nhận 231 đơn, giải quyết 194 đơn, còn 22 đơn."""


def _befell_some(tokens: list[Token], draft: Draft, between: list[Token]) -> bool:
    """Whether the noun itself tells the outcome: 1.284 ca mắc, 902 ca khỏi bệnh."""
    at = draft.behind
    at += at < len(tokens) and tokens[at].low == "được"
    told = at < len(tokens) and "outcome" in tokens[at].entry.cues
    if not told or not between:
        return False
    joined = between[-1].low == "," and all(t.low in (",", "tham gia") for t in between)
    if joined:
        return True
    last = max((i for i, t in enumerate(between) if t.low == ","), default=len(between))
    return last + 1 < len(between) and all(t.low in _SOME for t in between[last + 1 :])


_SOME = frozenset({"đã", "có", "đã có", "đến nay", "hiện", "hiện có", "nay"})
"""What leads to those of whom the outcome is told: 112 đơn, | đã có | 71 đơn được trả lời."""


def _has_outcome(between: list[Token]) -> bool:
    """Whether the last clause before the number tells what came of the figure before it."""
    for at in range(len(between) - 1, -1, -1):
        token = between[at]
        if "outcome" in token.entry.cues:
            return not _tells_another(between, at)
        if token.low == ",":
            return False
    return False


def _tells_another(between: list[Token], at: int) -> bool:
    """Whether others than those counted before did what is told: …, 01 xã | đạt 11 tiêu chí."""
    counted = at > 1 and between[at - 1].kind == WORD and between[at - 2].kind == NUMBER
    return counted and between[at].low == "đạt"


def _is_listed(candidate: Draft, earlier: list[Draft]) -> bool:
    """Whether a figure of the same noun stands right before it: 14/17 chỉ tiêu …, 2 chỉ tiêu …."""
    return any(d.head == candidate.head and d.clause == candidate.clause - 1 for d in earlier)


def _is_graded(tokens: list[Token], candidate: Draft) -> bool:
    """Whether a grade told behind its noun sets it beside other grades: 9 công đoàn | đạt vững mạnh, 6 ….

    Its name does not have the grade, so that any other grade looks narrower.
    """
    return candidate.behind < len(tokens) and tokens[candidate.behind].low in _GRADED


_GRADED = frozenset({"đạt", "xếp", "xếp loại", "được xếp loại", "hoàn thành", "đạt loại", "không đạt", "đạt chuẩn", "đạt danh hiệu"})  # fmt: skip


def _goes_on(draft: Draft, whole: Draft | None, earlier: list[Draft]) -> bool:
    """Whether it narrows the total of the part before: 42 xã đạt chuẩn, 12 xã đạt chuẩn nâng cao, | 3 xã đạt chuẩn kiểu mẫu."""
    if whole is None or whole not in earlier or draft.indicator == whole.indicator:
        return False
    wide = whole.indicator.lower()
    return " " in wide and draft.indicator.lower().startswith(f"{wide} ") and fits(draft, whole)


def _wins(candidate: Draft, between: list[Token]) -> bool:
    """R4: of prizes won, the next clause tells which with "có"."""
    return candidate.verb in ("giành", "đạt", "đoạt", "được") and any(
        t.low == "có" for t in between
    )


def _has_some(tokens: list[Token], draft: Draft, between: list[Token]) -> bool:
    """Whether a clause says which of them: 62 bài báo, có 15 bài trên tạp chí quốc tế."""
    told = draft.behind < len(tokens) and tokens[draft.behind].kind == WORD
    return told and [token.low for token in between] == [",", "có"]


def _same_stem(draft: Draft, candidate: Draft) -> bool:
    """khách quốc tế under khách du lịch: the same first syllable of a label before the number."""
    return (
        draft.position == candidate.position == "elsewhere"
        and draft.noun not in ("amount", "rate")
        and draft.unit == candidate.unit
        and draft.unit is not None
        and bool(draft.noun)
        and draft.head.split()[:1] == candidate.head.split()[:1]
    )


def _in_row(draft: Draft, candidate: Draft, earlier: list[Draft]) -> bool:
    """Whether labels of one stem are told one by one: án dân sự 129 vụ, án hôn nhân 142 vụ, án …."""
    return any(
        d is not candidate
        and d.parent is None
        and d.unit == draft.unit
        and d.rule == "label-counter"
        and d.clause == candidate.clause - 1
        for d in earlier
    )


def _begins_anew(between: list[Token]) -> bool:
    """Whether something else was done with those told next: …, giới thiệu việc làm cho | 530 thanh niên."""
    for token in between:
        acts = token.tags & lx.VERB or (
            token.low != between[0].low and "activity" in token.entry.cues
        )
        if acts and "outcome" not in token.entry.cues:
            return True
    return False
