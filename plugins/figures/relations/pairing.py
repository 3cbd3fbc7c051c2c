"""Lists that pair by order: `… năm 2021, 2022, 2023 lần lượt là 30, 35, 40`."""

from __future__ import annotations

from figures.draft import Draft
from figures.naming.phrases import Phrase
from figures.periods.meanings import months
from figures.text import lexicon as lx
from figures.text.line import Line
from figures.text.marks import mark
from figures.text.mentions import Mention
from figures.text.tokens import NUMBER, PERIOD_TOKEN, SIGN, WORD, Token

_CUES = lx.cue_words("respectively")
_CUED = mark(_CUES)
_DASHES = frozenset({"-", "–", "—"})
_DASHED = mark(_DASHES)


def pair(line: Line, drafts: list[Draft]) -> None:
    """Gives the drafts behind "lần lượt" the periods or labels listed before it."""
    if line.marks & _DASHED:
        _pair_dashes(line, drafts)
    if not line.marks & _CUED:
        return
    cues = [at for at, token in enumerate(line.tokens) if token.low in _CUES]
    for order, cue in enumerate(cues):
        limit = cues[order + 1] if order + 1 < len(cues) else len(line.tokens)
        _pair_at(line, drafts, cue, limit)


def _pair_at(line: Line, drafts: list[Draft], cue: int, limit: int) -> None:
    """Pairs what stands behind one cue, before `limit`."""
    tokens = line.tokens
    stop = next((at for at in range(cue, limit) if _stops(tokens, at)), limit)
    listed = [draft for draft in drafts if cue < draft.at < stop]
    run = _run(tokens, listed)
    if _pair_rates(drafts, run, cue):
        return
    if len(run) > 1 and run[0].kind == "change" and all(r.unit == run[0].unit for r in run):
        _pair_listed(line, drafts, run, cue)
        for rate in run[1:]:
            rate.kind, rate.direction = "change", run[0].direction
        return
    group = [draft for draft in listed if draft.kind != "change" and draft.rule != "share-base"]
    _pair_listed(line, drafts, group, cue)


def _pair_listed(line: Line, drafts: list[Draft], group: list[Draft], cue: int) -> None:
    """Pairs the `group` behind a cue with the years or the labels before it."""
    tokens = line.tokens
    if len(group) < 2:
        return
    counted = group[-1] if group[-1].rule == "count" else None
    if counted is not None and tokens[counted.at + 1].tags & lx.COUNTER:
        counted = None
    years = _months(tokens[:cue]) or _years(tokens[:cue])
    if counted is not None and _did(tokens, cue):
        for draft in group[:-1]:
            _count_alike(draft, counted)
        if len(years) == len(group):
            for draft, year in zip(group, years, strict=True):
                draft.listed_period = year
        return
    if len(years) < len(group) and _refers_back(tokens, cue) and _pair_again(drafts, group, cue):
        return
    labels = [label for label in _labels(tokens, cue) if not tokens[label.start].tags & lx.ACTOR]
    if len(years) >= len(group):
        for draft, year in zip(group, years[-len(group) :], strict=True):
            draft.listed_period = year
        labels = labels[-1:] * len(group) if labels and counted is None else []
    measured = _measured(tokens, cue)
    if measured:
        for draft in group:
            _name(line, draft, measured)
    elif len(labels) >= len(group):
        for draft, label in zip(group, labels[-len(group) :], strict=True):
            _name(line, draft, label)
    elif counted is not None:
        for draft in group[:-1]:
            if draft.rule != "count":
                _count_alike(draft, counted)


def _did(tokens: list[Token], cue: int) -> bool:
    """Whether a verb before the cue takes what is counted last: các chi bộ A, B kết nạp | lần lượt 5 và 2 đảng viên."""
    last = tokens[cue - 1] if cue else None
    return last is not None and bool(last.tags & lx.VERB) and not last.tags & lx.NOMINAL


def _pair_dashes(line: Line, drafts: list[Draft]) -> None:
    """Names shares by the parts told before them, dashes between both: nông nghiệp - dịch vụ là: 64% - 36%."""
    tokens = line.tokens
    shares = [draft for draft in drafts if draft.unit == "%" and draft.kind != "change"]
    run = shares[:1]
    for draft in shares[1:]:
        between = [token.low for token in tokens[run[-1].at + 1 : draft.at]]
        if between[-1:] == ["-"] or between[-1:] == ["–"]:
            run.append(draft)
        elif len(run) < 2:
            run = [draft]
    if len(run) < 2:
        return
    begin = _clause_start_of_dashed(tokens, run[0].at)
    parts = _split(tokens, begin, run[0].at)
    if len(parts) != len(run):
        return
    for draft, part in zip(run, parts, strict=True):
        _name(line, draft, part)


def _clause_start_of_dashed(tokens: list[Token], at: int) -> int:
    """Where the list of parts begins that dashes join, before the number at `at`."""
    begin = at - (tokens[at - 1].low == ":")
    while begin > 0 and (
        tokens[begin - 1].kind == WORD or tokens[begin - 1].low in _DASHES | {","}
    ):
        begin -= 1
    return begin


def _split(tokens: list[Token], begin: int, end: int) -> list[Phrase]:
    """The phrases that dashes part, without what leads to them and to their numbers."""
    cuts = [at for at in range(begin, end) if tokens[at].low in _DASHES]
    found = []
    for start, stop in zip([begin, *(at + 1 for at in cuts)], [*cuts, end], strict=True):
        stop -= tokens[stop - 1].low == ":"
        start, stop = _trimmed(tokens, start, stop)
        named = (at + 1 for at in range(stop - 2, start - 1, -1) if tokens[at].low in _SECTORS)
        start = next(named, start)
        if start < stop:
            found.append(Phrase(start, stop))
    return found


_SECTORS = frozenset(
    {"ngành", "khu vực", "các ngành", "cơ cấu kinh tế", "cơ cấu ngành kinh tế", "cơ cấu"}
)
"""Behind these the first part is named: tỷ trọng các ngành | nông nghiệp."""


def _run(tokens: list[Token], listed: list[Draft]) -> list[Draft]:
    """The first drafts of `listed` that only commas, "và" and units part."""
    run = listed[:1]
    for draft in listed[1:]:
        between = tokens[run[-1].at + 1 : draft.at]
        if any(t.low not in (",", "và") and not t.tags & (lx.MEASURE | lx.CHANGE) for t in between):
            break
        run.append(draft)
    return run


def _pair_rates(drafts: list[Draft], rates: list[Draft], cue: int) -> bool:
    """`9 lớp, 410 học viên, tăng lần lượt 2,1% và 6,4%`: each rate talks about one figure before."""
    earlier = [draft for draft in drafts if draft.at < cue and draft.kind != "change"]
    told = [draft for draft in earlier if not draft.share][-len(rates) :]
    told = told if len(told) == len(rates) else earlier[-len(rates) :]
    bare = all(rate.share or rate.kind == "change" for rate in rates)
    if len(rates) < 2 or len(told) < len(rates) or not bare or rates[0].position != "inherited":
        return False
    for rate, figure in zip(rates, told, strict=True):
        rate.indicator, rate.head, rate.noun = figure.indicator, figure.head, figure.noun
        rate.level, rate.ref = figure.level, figure
        if rate.kind != "change":
            rate.kind, rate.direction = rates[0].kind, rates[0].direction
        rate.position, rate.rule = "inherited", "paired"
    return True


def _refers_back(tokens: list[Token], cue: int) -> bool:
    """Whether nothing but a time, or "these numbers", stands before the cue in its clause."""
    at = cue - 1
    while at >= 0 and tokens[at].kind == WORD and tokens[at].low in _THESE:
        at -= 1
    if at > 0 and tokens[at].low == "," and at < cue - 1:
        at -= 1
    dated = at >= 0 and tokens[at].kind == PERIOD_TOKEN
    return dated and (at == 0 or tokens[at - 1].kind == SIGN or tokens[at - 1].low in _IN)


_THESE = frozenset({"các con", "số này", "con số này", "các con số này", "những con", "số đó", "các số", "các", "những", "số liệu này", "tương ứng"})  # fmt: skip
_IN = frozenset({"cùng kỳ", "trong", "còn", "của"})


def _pair_again(drafts: list[Draft], group: list[Draft], cue: int) -> bool:
    """`mở 20 lớp, 1.500 học viên; năm 2022 lần lượt là 18 và 1.320`: the same nouns in order."""
    told = [d for d in drafts if d.at < cue and d.kind != "change" and not d.share]
    told = told[-len(group) :]
    bare = all(draft.rule in ("label", "inherited") for draft in group)
    if len(told) < len(group) or not bare or told[-1].at > cue:
        return False
    for draft, figure in zip(group, told, strict=True):
        draft.indicator, draft.head, draft.noun = figure.indicator, figure.head, figure.noun
        draft.level, draft.unit = figure.level, draft.unit or figure.unit
        draft.position, draft.rule = "inherited", "paired"
    return True


def _count_alike(draft: Draft, counted: Draft) -> None:
    """Gives a bare number of a list the noun behind its last: 35, 28 và 46 lớp."""
    draft.indicator, draft.head, draft.noun = counted.indicator, counted.head, counted.noun
    draft.level, draft.unit = counted.level, counted.unit
    draft.position, draft.rule = "inherited", "paired"


def _years(tokens: list[Token]) -> list[str]:
    """The single years of the longest list of years, in order."""
    runs: list[list[str]] = [[]]
    last, span = -9, (1, 12)
    for at, token in enumerate(tokens):
        dated = token.kind == NUMBER and token.reason == "year"
        digits = token.low[-4:] if token.kind == PERIOD_TOKEN or dated else ""
        if digits.isdigit() and "-" not in token.low:
            if at - last > 2:
                runs.append([])
                mention = token.mention
                span = (1, 12)
                if isinstance(mention, Mention) and mention.form == "months":
                    span = mention.first, mention.last
            runs[-1].append(months(int(digits), *span))
            last = at
    return max(runs, key=len)


def _stops(tokens: list[Token], at: int) -> bool:
    """Whether a list ends there; a semicolon may part its numbers: 5,1%; 4,2% và 3,6%."""
    goes_on = at + 1 < len(tokens) and tokens[at + 1].kind == NUMBER
    return tokens[at].low == "." or (tokens[at].low == ";" and not goes_on)


def _months(tokens: list[Token]) -> list[str]:
    """The months of a list such as "tháng 7, 8 và 9", as what follows the year."""
    found: list[str] = []
    for at, token in enumerate(tokens):
        mention = token.mention
        if token.kind == PERIOD_TOKEN and isinstance(mention, Mention) and mention.form == "month":
            found.append(f"-{mention.first:02d}")
        elif (
            found
            and token.kind == NUMBER
            and token.reason == "date"
            and tokens[at - 1].kind != WORD
        ) or (
            found and token.kind == NUMBER and token.reason == "date" and tokens[at - 1].low == "và"
        ):
            found.append(f"-{int(token.minimum or 0):02d}")
    return found if len(found) > 1 else []


def _labels(tokens: list[Token], cue: int) -> list[Phrase]:
    """The phrases between commas and "và" before the cue, periods left out."""
    found: list[Phrase] = []
    end = cue
    at = cue
    while at >= 0:
        token = tokens[at - 1] if at else None
        closes = (
            token is None
            or (token.kind == SIGN and token.low in ";:.()")
            or (token.kind == NUMBER and not token.reason)
        )
        parts = token is not None and (
            token.low in (",", "và")
            or token.kind == PERIOD_TOKEN
            or (token.kind == NUMBER and token.reason in ("year", "date"))
        )
        if closes or parts:
            start, last = _trimmed(tokens, at, end)
            if last > start and tokens[start].kind == WORD:
                found.insert(0, Phrase(start, last))
            end = at - 1
            if closes:
                break
        at -= 1
    return found


def _measured(tokens: list[Token], cue: int) -> Phrase | None:
    """What several bodies have: các huyện A, B, C có | số xã đạt chuẩn | lần lượt là.

    Also before them: | sản lượng | của các xã A, B, C lần lượt là.
    """
    listed = False
    for at in range(cue - 1, 0, -1):
        listed = listed or tokens[at].kind == SIGN
        if tokens[at].kind == SIGN and tokens[at].low != ",":
            return None
        if tokens[at].tags & lx.AMOUNTS and tokens[at - 1].low in ("có", "đạt"):
            return None if listed else Phrase(at, cue)
        if tokens[at].low in ("của", "tại", "ở") and _names_places(tokens, at + 1):
            start, end = _trimmed(tokens, _clause_start(tokens, at), at)
            named = start < end and tokens[start].tags & (lx.AMOUNTS | lx.NOUN)
            return Phrase(start, end) if named else None
    return None


def _names_places(tokens: list[Token], at: int) -> bool:
    """Whether bodies or places are listed there: của các xã A, B, C."""
    at += tokens[at].low in ("các", "những")
    return tokens[at].entry.noun in ("place", "group") or bool(tokens[at].tags & lx.ACTOR)


def _clause_start(tokens: list[Token], at: int) -> int:
    """Where the words before `at` begin, in their clause."""
    while at and tokens[at - 1].kind != SIGN:
        at -= 1
    return at


def _trimmed(tokens: list[Token], start: int, end: int) -> tuple[int, int]:
    light = lx.ADVERB | lx.LINK | lx.STOP
    while start < end and (tokens[start].tags & light and not tokens[start].tags & lx.NOMINAL):
        start += 1
    while end > start and (
        tokens[end - 1].kind == PERIOD_TOKEN
        or tokens[end - 1].low in ("các", "những")
        or (
            tokens[end - 1].tags & (light | lx.HEDGE | lx.CHANGE)
            and not tokens[end - 1].tags & lx.NOMINAL
        )
    ):
        end -= 1
    for at in range(start + 1, end):
        if (
            tokens[at].low == "của"
            and at + 1 < end
            and (tokens[at + 1].tags & lx.ACTOR or tokens[at + 1].entry.noun == "place")
        ):
            return start, at
    return start, end


def _name(line: Line, draft: Draft, label: Phrase) -> None:
    head = line.tokens[label.start]
    draft.indicator = line.source(label.start, label.end)
    draft.head, draft.noun = head.low, head.entry.noun
    draft.position, draft.rule, draft.level = "elsewhere", "paired", None
