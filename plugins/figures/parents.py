"""Which total a figure is a part of (guideline section 4, R4, R5).

A part needs a cue or an outcome, the noun or unit of its total, and a value
not above it.
"""

from __future__ import annotations

from figures import lexicon as lx
from figures.draft import Draft
from figures.line import Line
from figures.tokens import NUMBER, PERIOD_TOKEN, SIGN, WORD, Token
from figures.unmarked_parts import add_up, grade, out_of, refer_back

_OPENERS = lx.cue_words("part") | {":", "(", "với"}


def link_parts(line: Line, drafts: list[Draft], before: list[Draft], *, listed: bool) -> None:
    """Sets `parent` of the drafts of one sentence; `before` are those of earlier sentences.

    `listed` says that the sentence is an item of a list whose lead-in has the
    totals in `before`.
    """
    tokens, words = line.tokens, line.words
    breaks = [] if words.isdisjoint(_BREAKS) else _breaks(tokens)
    opened: list[tuple[int, int]] = []
    """Scopes: where a cue stands, and where its parts end."""
    may_open = enumerate(tokens) if drafts and not words.isdisjoint(_OPENERS) else ()
    for at, token in may_open:
        if token.low not in _OPENERS:
            continue
        if ("part" in token.entry.cues and not _counts_text(tokens, at)) or (
            token.low == ":"
            and drafts[0].at < at
            and tokens[at - 1].kind != PERIOD_TOKEN
            and not _is_numbered(tokens, at - 1)
            and not _names_part(tokens, at, drafts, opened)
            and "part" not in tokens[at - 1].entry.cues
            and not any(begin < at <= end and tokens[begin].low == "(" for begin, end in opened)
        ):
            opened.append((at, _scope_end(tokens, at)))
        elif token.low == "(" and any(_closes_on(tokens, d, at) for d in drafts):
            opened.append((at, _bracket_end(tokens, at)))
        elif token.low == "với" and at + 1 < len(tokens) and any(d.behind == at for d in drafts):
            opened.append((at, _scope_end(tokens, at)))
    for order, draft in enumerate(drafts):
        if draft.share or draft.kind == "change" or draft.head.startswith("năng suất"):
            continue
        if draft.listed_period:
            continue
        if not (order or opened or listed):
            continue
        earlier = drafts[:order]
        scope = _scope(opened, draft.at) if opened else None
        if scope is not None and not _belongs_elsewhere(tokens, draft):
            totals = [d for d in earlier if d.at < scope[0]]
            if "part" in tokens[scope[0]].entry.cues:
                totals = [d for d in before[-8:] if d.parent is None] + totals
            elif tokens[scope[0]].low == "(":
                totals = [d for d in totals if d.kind != "change"]
                alike = [d for d in totals if d.measure == draft.measure]
                totals = [d for d in totals if d.unit != "%"] or totals
                totals = alike[-1:] if draft.position == "inherited" else totals[-1:]
            bracket = tokens[scope[0]].low == "("
            if tokens[scope[0]].low == ":" and any(d.behind == scope[0] for d in totals):
                begin = max((at for at in breaks if at < scope[0]), default=-1)
                totals = [d for d in totals if d.at > begin]
            if bracket and totals:
                _take_unit(draft, totals[-1])
            if bracket and tokens[scope[0] + 1].kind == PERIOD_TOKEN:
                continue
            later = not bracket and _speaks_anew(tokens, scope[0], draft.at)
            behind = any(d.behind == scope[0] for d in totals)
            if tokens[scope[0]].low == "với":
                outer = _outer_cue(tokens, opened, draft)
                totals = [d for d in totals if d.behind == scope[0] or d.at < outer]
            if draft.measure and not behind and _heads_item(tokens, scope[0]):
                continue
            if scope[0] and tokens[scope[0] - 1].low == ";":
                totals = [d for d in totals if d.parent is None or not _all_told(d, totals)]
            strict = tokens[scope[0]].low == "với" or later
            strict = strict or (tokens[scope[0]].low == ":" and not behind)
            broken = later and any(
                d.parent is None and not d.share and d.kind != "change"
                for d in earlier
                if d.at > scope[0]
            )
            draft.parent = None if broken else _total(draft, totals, strict=strict)
            if tokens[scope[0]].low == "với" and _goes_on_with(draft, scope[0], drafts):
                draft.parent = draft.parent.parent if draft.parent else None
            if _other_year(tokens, scope[0], draft) or _other_deed(tokens, scope[0], draft):
                draft.parent = None
        elif listed:
            draft.parent = _total(draft, before, strict=False)
        if draft.parent is None and earlier and draft.rule.startswith(_LABELLED):
            draft.parent = _sibling_total(draft, earlier)
        if draft.parent is None and earlier:
            last = max((at for at in breaks if at < draft.at), default=-1)
            draft.parent = _intake(tokens, draft, earlier, last)
    add_up(tokens, drafts, opened, before)
    grade(drafts, breaks)
    if "trong" in words:
        out_of(tokens, drafts)
    refer_back(line, drafts, before)


_LABELLED = ("label", "measure-left")
"""Rules that name a number by what stands before it."""


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
        or draft.position != "elsewhere"
    ):
        return None
    if last.rule != draft.rule or last.indicator == total.indicator:
        return None
    parts = [d.token.minimum or 0 for d in told if d.parent is total]
    whole = sum(parts) + (draft.token.minimum or 0)
    return total if whole <= (total.token.maximum or 0) else None


_BREAKS = frozenset(";.")


def _names_part(
    tokens: list[Token], at: int, drafts: list[Draft], opened: list[tuple[int, int]]
) -> bool:
    """Whether a colon only parts a part from its number: trong đó BHXH bắt buộc: 199 người, …."""
    counted = at + 1 < len(tokens) and tokens[at + 1].kind == NUMBER
    inside = any(
        begin < at <= end
        and "part" in tokens[begin].entry.cues
        and all(token.low != ";" for token in tokens[begin:at])
        for begin, end in opened
    )
    return counted and inside and all(d.behind != at for d in drafts)


def _breaks(tokens: list[Token]) -> list[int]:
    """Where semicolons and full stops stand."""
    return [at for at, token in enumerate(tokens) if token.kind == SIGN and token.low in _BREAKS]


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
    if part is None or part.head != draft.head:
        return False
    return next(d for d in drafts if d.at > cue).head != draft.head


def _is_numbered(tokens: list[Token], at: int) -> bool:
    """Whether a colon only parts a numbered name from its number: khối 11: 214 học sinh."""
    return tokens[at].kind == NUMBER and tokens[at].reason in ("numbered", "place", "name")


def _outer_cue(tokens: list[Token], opened: list[tuple[int, int]], draft: Draft) -> int:
    """Where a cue of parts, not only "với", stands that has the number in its scope."""
    cues = (begin for begin, end in opened if begin < draft.at <= end)
    return next((at for at in cues if "part" in tokens[at].entry.cues), -1)


def _scope(opened: list[tuple[int, int]], at: int) -> tuple[int, int] | None:
    """The last scope that holds the number at `at`."""
    for scope in reversed(opened):
        if scope[0] < at <= scope[1]:
            return scope
    return None


def _closes_on(tokens: list[Token], draft: Draft, at: int) -> bool:
    """Whether nothing but words stand between a figure and the bracket at `at`."""
    if not draft.behind <= at <= draft.behind + 6:
        return False
    return all(token.kind == WORD for token in tokens[draft.behind : at])


def _belongs_elsewhere(tokens: list[Token], draft: Draft) -> bool:
    """Whether the number only tells whose or where the parts before are: của 88 chủ thể."""
    return tokens[draft.at - 1].low in ("của", "tại", "ở", "thuộc") if draft.at else False


def _other_year(tokens: list[Token], cue: int, draft: Draft) -> bool:
    """Whether "riêng năm 2020" tells of another thing in that year rather than of a part."""
    dated = cue + 1 < len(tokens) and tokens[cue + 1].kind == PERIOD_TOKEN
    if tokens[cue].low != "riêng" or not dated or draft.parent is None:
        return False
    return draft.indicator.lower() not in draft.parent.indicator.lower()


def _other_deed(tokens: list[Token], cue: int, draft: Draft) -> bool:
    """Whether "Riêng" only singles out who did something else: Riêng ban kiểm tra giám sát 40 chi bộ."""
    if cue or draft.parent is None or not tokens[1].tags & lx.ACTOR:
        return False
    deeds = {draft.verb, draft.parent.verb}
    return tokens[0].low == "riêng" and len(deeds) == 2 and "" not in deeds


def _heads_item(tokens: list[Token], at: int) -> bool:
    """Whether a colon only parts a heading from its own number: Nộp ngân sách: 125 tỷ đồng."""
    return tokens[at].low == ":" and "part" not in tokens[at - 1].entry.cues


def _counts_text(tokens: list[Token], at: int) -> bool:
    """Whether "gồm" and its like tell who an organisation is, without a figure."""
    return tokens[at].low == "riêng" and at > 0 and tokens[at - 1].kind != SIGN


def _ends_run(tokens: list[Token], at: int) -> bool:
    """Whether a list of numbers that "với" opened ends here."""
    if tokens[at].low == ";":
        return True
    return tokens[at].low == "," and at + 1 < len(tokens) and tokens[at + 1].kind != NUMBER


def _speaks_anew(tokens: list[Token], cue: int, at: int) -> bool:
    """Whether words stand between the last semicolon behind the cue and the number."""
    breaks = [i for i in range(cue, at) if tokens[i].low == ";"]
    return bool(breaks) and any(t.kind not in (SIGN, NUMBER) for t in tokens[breaks[-1] + 1 : at])


def _scope_end(tokens: list[Token], at: int) -> int:
    before = [token.low for token in tokens[:at]]
    if before.count("(") > before.count(")"):
        return _bracket_end(tokens, at)
    if tokens[at].low == "với":
        return next((i for i in range(at, len(tokens)) if _ends_run(tokens, i)), len(tokens))
    for end in range(at + 1, len(tokens)):
        token = tokens[end]
        if token.kind == SIGN and token.low == ";" and _new_clause(tokens, end + 1):
            first = at + 1 + (tokens[at + 1].low in ":,")
            named = tokens[first].tags & (lx.AMOUNT | lx.RATE | lx.NOUN)
            if named and end + 1 < len(tokens) and tokens[end + 1].low == tokens[first].low:
                continue
            if _counts_alike(tokens, at, end):
                continue
            return end
    return len(tokens)


def _counts_alike(tokens: list[Token], cue: int, end: int) -> bool:
    """Whether cases are told on both sides: trong đó quá tải 71 trường hợp; | quá khổ 15 trường hợp."""
    counters = []
    for begin in (cue + 1, end + 1):
        number = next((i for i in range(begin, len(tokens)) if tokens[i].kind == NUMBER), 0)
        counters.append(tokens[number + 1].low if 0 < number < len(tokens) - 1 else "")
    return counters[0] == counters[1] and counters[0] in _CASES


_CASES = frozenset({"trường hợp", "vụ", "vụ việc"})


def _new_clause(tokens: list[Token], at: int) -> bool:
    """Whether a verb or another subject begins after a semicolon, not the next part."""
    if at >= len(tokens):
        return True
    if tokens[at].low == "khu vực":
        return False
    for step, token in enumerate(tokens[at : at + 3]):
        if token.kind == NUMBER:
            return False
        follower = tokens[at + step + 1] if at + step + 1 < len(tokens) else None
        if follower is not None and follower.kind == NUMBER and _is_amount(tokens, at + step + 1):
            return False
        if token.tags & (lx.VERB | lx.PREDICATE | lx.AMOUNT) and not token.tags & lx.NOUN:
            return True
    return False


def _is_amount(tokens: list[Token], at: int) -> bool:
    return at + 1 < len(tokens) and bool(tokens[at + 1].tags & lx.MEASURE)


def _bracket_end(tokens: list[Token], at: int) -> int:
    for end in range(at + 1, len(tokens)):
        if tokens[end].low == ")":
            return end
    return len(tokens)


def _total(draft: Draft, totals: list[Draft], *, strict: bool) -> Draft | None:
    """The nearest total of the same noun, else the nearest that agrees otherwise."""
    open_totals = [
        d
        for d in reversed(totals)
        if (not d.share or (d.head == draft.head and not d.measure) or _in_full(d, draft))
        and d.kind != "change"
        and d.target == draft.target
        and _fits(draft, d)
        and not (d.token.denominator is not None and d.bracketed)
    ]
    for candidate in open_totals:
        named = draft.head if draft.rule != "label-counter" else draft.unit
        same = candidate.head in (draft.head, named) or (
            draft.unit == "vụ" and candidate.head.startswith("vụ ")
        )
        same = same or (draft.rule == "count" and draft.head.startswith(f"{candidate.head} "))
        same = same or (candidate.rule == "label-counter" and candidate.unit == draft.unit == "vụ")
        if same and _agrees(draft, candidate, strict=strict):
            return candidate
    agreeing = [d for d in open_totals if _agrees(draft, d, strict=strict)]
    if harm := _harm(draft):
        return next((d for d in agreeing if _harm(d) == harm), None)
    akin = (d for d in agreeing if draft.rule == "count" and _same_family(draft.head, d.head))
    return next(akin, agreeing[0] if agreeing else _fraction_of(draft, totals))


def _harm(draft: Draft) -> str:
    """What befell the people who are counted: the dead are no part of the wounded."""
    if draft.unit != "người" and draft.noun != "person":
        return ""
    return next((name for word, name in _HARMS.items() if word in draft.indicator), "")


_HARMS = {"chết": "chết", "thiệt mạng": "chết", "tử vong": "chết", "bị thương": "bị thương", "mất tích": "mất tích"}  # fmt: skip


def _in_full(total: Draft, part: Draft) -> bool:
    """Whether an amount is told against its plan: 355,2/355,2 ha, trong đó ngô 140 ha."""
    return total.token.denominator is not None and total.measure and total.unit == part.unit


def _fraction_of(draft: Draft, totals: list[Draft]) -> Draft | None:
    """The fraction of which a label tells a part, for want of a count: 540/500 sinh viên, nữ 210."""
    counted = (d for d in reversed(totals) if d.token.denominator is not None and not d.measure)
    found = next(counted, None) if draft.rule == "label" else None
    return found if found is not None and _fits(draft, found) else None


def _fits(part: Draft, total: Draft) -> bool:
    if part.token.minimum is None or total.token.maximum is None:
        return False
    return part.token.minimum <= total.token.maximum


def _agrees(part: Draft, total: Draft, *, strict: bool) -> bool:
    """Whether head noun or unit agree; people agree with people, labels with anything."""
    if part.measure or total.measure:
        return part.measure and total.measure and part.unit == total.unit
    levels = {(part.level or "").lower(), (total.level or "").lower()}
    if part.level and total.level and len(levels) > 1 and "các cấp" not in levels:
        return False
    if part.head and (part.head == total.head or _same_family(part.head, total.head)):
        return True
    if total.unit and part.head.startswith(f"{total.unit} ") and total.head in part.head:
        return True
    if part.unit == "người" and total.unit in _CASES:
        return False
    if part.noun == "label" or (part.rule in ("label", "label-counter") and not strict):
        return True
    amounts = part.noun == total.noun == "amount" and part.rule == total.rule == "label-counter"
    if amounts and part.unit == total.unit:
        return True
    if strict:
        return part.rule == "label-counter" and part.unit == total.unit and part.unit in _CASES
    if part.position == "inherited" or not part.noun or not total.noun:
        return True
    if part.noun == "person" or part.head == "cá nhân":
        people = total.unit is not None and _is_person(total.unit)
        return total.noun == "person" or total.head.startswith("lượt") or people
    return part.noun == total.noun


def _is_person(word: str) -> bool:
    entry = lx.entries().get(word)
    return entry is not None and entry.noun == "person"


def _same_family(part: str, total: str) -> bool:
    """Whether one head begins with the other: lớp tập huấn under lớp."""
    return bool(part and total) and (part.startswith(total + " ") or total.startswith(part + " "))


def _intake(
    tokens: list[Token], draft: Draft, earlier: list[Draft], last_break: int
) -> Draft | None:
    """R4, R5: an outcome of the same noun, in the same sentence, not after a semicolon."""
    for candidate in reversed(earlier):
        if candidate.share or candidate.kind == "change":
            continue
        if candidate.behind <= last_break:
            return None
        if candidate.target != draft.target or "/" in (draft.unit or ""):
            return None
        if not _fits(draft, candidate) or (candidate.level and draft.level):
            continue
        if candidate.measure != draft.measure or (draft.measure and draft.unit != candidate.unit):
            continue
        between = tokens[candidate.behind : draft.at]
        kin = _same_family(draft.head, candidate.head) or (
            candidate.rule == "label-counter" and candidate.unit == draft.head
        )
        if kin and (_wins(candidate, between) or _has_some(tokens, draft, between)):
            return candidate
        stem = _same_stem(draft, candidate)
        if draft.head != candidate.head and not stem:
            if kin and (_has_outcome(between) or _befell_some(tokens, draft, between)):
                return candidate
            continue
        if stem and _in_row(draft, candidate, earlier):
            return None
        narrower = (
            not _is_listed(candidate, earlier)
            and not candidate.level
            and draft.indicator.lower().startswith(candidate.indicator.lower())
            and (draft.indicator != candidate.indicator or draft.level)
        )
        if narrower or stem:
            return None if _begins_anew(between) else candidate
        if _befell_some(tokens, draft, between):
            return candidate
        if not _has_outcome(between) or _is_disposed(candidate, between):
            return None
        remains = candidate.parent and any(token.low in _REMAINS for token in between)
        return candidate.parent if remains else candidate
    return None


def _is_disposed(candidate: Draft, between: list[Token]) -> bool:
    """Whether two ways to dispose of cases stand side by side: khởi tố 16 vụ, xử lý hành chính 2 vụ."""
    return candidate.verb in _DISPOSALS and any(token.low in _DISPOSALS for token in between)


_DISPOSALS = frozenset({"khởi tố", "xử lý hành chính", "xử phạt hành chính", "xử lý hình sự", "đình chỉ", "tạm đình chỉ", "truy tố"})  # fmt: skip

_REMAINS = frozenset({"chưa", "còn", "còn lại", "đang", "tồn", "chuyển"})
"""Of an intake these tell what is left: tiếp nhận 231 đơn, giải quyết 194 đơn, còn 22 đơn."""


def _befell_some(tokens: list[Token], draft: Draft, between: list[Token]) -> bool:
    """Whether the noun itself tells the outcome: 1.284 ca mắc, 902 ca khỏi bệnh."""
    at = draft.behind
    at += at < len(tokens) and tokens[at].low == "được"
    told = at < len(tokens) and "outcome" in tokens[at].entry.cues
    return told and between[-1].low == "," and all(t.low in (",", "tham gia") for t in between)


def _has_outcome(between: list[Token]) -> bool:
    """Whether the last clause before the number tells what came of the figure before it."""
    for token in reversed(between):
        if "outcome" in token.entry.cues:
            return True
        if token.low == ",":
            return False
    return False


def _is_listed(candidate: Draft, earlier: list[Draft]) -> bool:
    """Whether a figure of the same noun stands right before it: 14/17 chỉ tiêu …, 2 chỉ tiêu …."""
    return any(d.head == candidate.head and d.clause == candidate.clause - 1 for d in earlier)


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
    return any(token.tags & lx.VERB and "outcome" not in token.entry.cues for token in between)
