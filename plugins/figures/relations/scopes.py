"""Where the parts of a total are told: behind a cue, a colon, "với" or in a bracket.

Guideline section 4, R4.
"""

from __future__ import annotations

import itertools

from figures.draft import Draft
from figures.text import lexicon as lx
from figures.text.line import Line
from figures.text.marks import mark
from figures.text.tokens import NUMBER, PERIOD_TOKEN, SIGN, WORD, Token

AMONG_ALL = "trong tổng số"
"""Before a comma it opens parts as "trong đó" does; else it refers to a total."""
OPENERS = lx.cue_words("part") | {":", "(", "với", AMONG_ALL}


_OPENED, _CUED = mark(OPENERS), mark(OPENERS - {"với"})
BREAKS = frozenset(";.")


def opened_scopes(line: Line, drafts: list[Draft]) -> list[tuple[int, int]]:
    """Where cues of parts stand, and where their parts end."""
    tokens = line.tokens
    opened: list[tuple[int, int]] = []
    """Scopes: where a cue stands, and where its parts end."""
    if not drafts or not line.marks & _OPENED:
        return opened
    for at in _openers(line, drafts):
        token = tokens[at]
        if (opens_parts(tokens, at) and not _counts_text(tokens, at)) or (
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
            opened.append((at, _close_of(tokens, at)))
        elif token.low == "với" and at + 1 < len(tokens) and any(d.behind == at for d in drafts):
            opened.append((at, _scope_end(tokens, at)))
    return opened


def opens_parts(tokens: list[Token], at: int) -> bool:
    """Whether a cue of parts stands there, not only a bracket, a colon or "với"."""
    if tokens[at].low == AMONG_ALL:
        return at + 1 < len(tokens) and tokens[at + 1].low == ","
    return "part" in tokens[at].entry.cues


def _openers(line: Line, drafts: list[Draft]) -> list[int]:
    """Where words stand that may open a scope; "với" does only right behind a figure."""
    tokens = line.tokens
    if line.marks & _CUED:
        return [at for at, token in enumerate(tokens) if token.low in OPENERS]
    behind = sorted({draft.behind for draft in drafts})
    return [at for at in behind if at < len(tokens) and tokens[at].low == "với"]


def _names_part(
    tokens: list[Token], at: int, drafts: list[Draft], opened: list[tuple[int, int]]
) -> bool:
    """Whether a colon only parts a part from its number: trong đó BHXH bắt buộc: 199 người, …."""
    counted = at + 1 < len(tokens) and tokens[at + 1].kind == NUMBER
    inside = any(
        begin < at <= end
        and "part" in tokens[begin].entry.cues
        and (all(token.low != ";" for token in tokens[begin:at]) or _labels_first(tokens, begin))
        for begin, end in opened
    )
    return counted and inside and all(d.behind != at for d in drafts)


def _labels_first(tokens: list[Token], cue: int) -> bool:
    """Whether a colon parts the first part from its number: trong đó hộ nghèo: 450 thẻ; …."""
    colon = next((i for i in range(cue + 1, len(tokens)) if tokens[i].low in ":;"), len(tokens))
    labelled = colon + 1 < len(tokens) and tokens[colon].low == ":" and colon > cue + 1
    return labelled and tokens[colon + 1].kind == NUMBER


def breaks_of(line: Line) -> list[int]:
    """Where semicolons and full stops stand."""
    return [at for at in line.signs if line.tokens[at].low in BREAKS]


def _is_numbered(tokens: list[Token], at: int) -> bool:
    """Whether a colon only parts a numbered name from its number: khối 11: 214 học sinh."""
    return tokens[at].kind == NUMBER and tokens[at].reason in ("numbered", "place", "name")


def outer_cue(tokens: list[Token], opened: list[tuple[int, int]], draft: Draft) -> int:
    """Where a cue of parts, not only "với", stands that has the number in its scope."""
    cues = (begin for begin, end in opened if begin < draft.at <= end)
    return next((at for at in cues if "part" in tokens[at].entry.cues), -1)


def scope_of(opened: list[tuple[int, int]], at: int) -> tuple[int, int] | None:
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


def heads_item(tokens: list[Token], at: int) -> bool:
    """Whether a colon only parts a heading from its own number: Nộp ngân sách: 125 tỷ đồng."""
    if tokens[at].low != ":" or "part" in tokens[at - 1].entry.cues:
        return False
    return not leads_to_most(tokens, at)


def leads_to_most(tokens: list[Token], colon: int) -> bool:
    """Whether the words before a colon lead to what makes up most of it: tập trung chủ yếu ở các huyện:."""
    begin = colon
    while begin and tokens[begin - 1].kind == WORD:
        begin -= 1
    said = " ".join([token.low for token in tokens[begin:colon]])
    return any(phrase in said for phrase in _MOST)


_MOST = ("chủ yếu", "tập trung ở", "tập trung tại", "tập trung nhiều", "đóng góp", "góp phần", "phân bố", "nhiều nhất")  # fmt: skip


def _counts_text(tokens: list[Token], at: int) -> bool:
    """Whether "gồm" and its like tell who an organisation is, without a figure."""
    if tokens[at].low in _CONSISTS:
        return _has_own_subject(tokens, at)
    return tokens[at].low == "riêng" and at > 0 and tokens[at - 1].kind != SIGN


_CONSISTS = frozenset({"gồm", "bao gồm", "gồm có"})


def _has_own_subject(tokens: list[Token], at: int) -> bool:
    """Whether something not counted before consists of what follows: …; đội ngũ | gồm 38 giáo viên."""
    begin = at
    while begin and (tokens[begin - 1].kind == WORD or _lists(tokens, begin - 1)):
        begin -= 1
    if begin == at or (begin and tokens[begin - 1].low != ";"):
        return False
    first = tokens[begin]
    body = first.low in _ORGANISED or (first.tags & lx.ACTOR and first.low not in _ALL)
    return bool(body) and all(_OWNED.issuperset(word.entry.cues) for word in tokens[begin + 1 : at])


def _lists(tokens: list[Token], at: int) -> bool:
    """Whether a comma joins people: đội ngũ cán bộ, | giáo viên gồm."""
    near = (tokens[at - 1], tokens[at + 1]) if tokens[at].low == "," and at else ()
    return bool(near) and all(token.entry.noun == "person" for token in near)


_OWNED = frozenset({"against", "bodies"})
"""Roles that whose it is may have besides: đội ngũ của trường | gồm 52 cán bộ."""
_ORGANISED = frozenset({"mạng lưới", "hệ thống", "bộ máy", "tổ chức bộ máy", "cơ cấu tổ chức"})
_ALL = frozenset({"các", "những", "cả", "toàn"})


def _ends_run(tokens: list[Token], at: int) -> bool:
    """Whether a list of numbers that "với" opened ends here."""
    if tokens[at].low == ";":
        return True
    return tokens[at].low == "," and at + 1 < len(tokens) and tokens[at + 1].kind != NUMBER


def speaks_anew(tokens: list[Token], cue: int, at: int) -> bool:
    """Whether words stand between the last semicolon behind the cue and the number."""
    breaks = [i for i in range(cue, at) if tokens[i].low == ";"]
    words = (
        (t for t in tokens[breaks[-1] + 1 : at] if t.kind not in (SIGN, NUMBER)) if breaks else ()
    )
    return not all(t.tags & lx.HEDGE for t in words)


def _scope_end(tokens: list[Token], at: int) -> int:
    before = [token.low for token in tokens[:at]]
    if before.count("(") > before.count(")"):
        return _close_of(tokens, at)
    if tokens[at].low == "với":
        return next((i for i in range(at, len(tokens)) if _ends_run(tokens, i)), len(tokens))
    for end in range(at + 1, len(tokens)):
        token = tokens[end]
        if token.kind == SIGN and token.low == ";" and _new_clause(tokens, end + 1):
            first = at + 1 + (tokens[at + 1].low in ":,")
            named = tokens[first].tags & (lx.AMOUNTS | lx.NOUN)
            if named and end + 1 < len(tokens) and tokens[end + 1].low == tokens[first].low:
                continue
            alike = end + 1 < len(tokens) and tokens[end + 1].low == tokens[first].low
            if _counts_alike(tokens, at, end) or (alike and tokens[first].kind == WORD):
                continue
            if _does_alike(tokens, at, end):
                continue
            return end
    return len(tokens)


def _counts_alike(tokens: list[Token], cue: int, end: int) -> bool:
    """Whether cases are told on both sides: trong đó quá tải 71 trường hợp; | quá khổ 15 trường hợp."""
    counters = []
    for begin in (cue + 1, end + 1):
        number = next((i for i in range(begin, len(tokens)) if tokens[i].kind == NUMBER), 0)
        counters.append(tokens[number + 1].low if 0 < number < len(tokens) - 1 else "")
    return counters[0] == counters[1] and counters[0] in CASES


CASES = frozenset({"trường hợp", "vụ", "việc", "vụ việc"})


def _does_alike(tokens: list[Token], cue: int, end: int) -> bool:
    """Whether on both sides somebody did the same: cụ thể, Sở mở 14 lớp cho 620 học viên; | các phòng mở 60 lớp."""
    first, second = _deed_of(tokens, cue + 1), _deed_of(tokens, end + 1)
    return bool(first) and first == second


def _deed_of(tokens: list[Token], begin: int) -> tuple[str, str] | None:
    """What somebody did who is named at `begin`, and to what: Tỉnh đoàn đã trao 6 suất quà."""
    begin += tokens[begin].low in (",", ":") if begin < len(tokens) else 0
    number = next((i for i in range(begin, len(tokens)) if tokens[i].kind == NUMBER), 0)
    if number + 1 >= len(tokens) or any(t.low == ";" for t in tokens[begin:number]):
        return None
    verb = number - 1
    while verb > begin and tokens[verb].low not in (",", "(") and not _acts(tokens[verb]):
        verb -= 1
    named = begin < verb < number and tokens[begin].kind == WORD and not _acts(tokens[begin])
    deed = tokens[verb].low.removesuffix(" được").removeprefix("đã ")
    return (deed, tokens[number + 1].low) if named and _acts(tokens[verb]) else None


def _acts(token: Token) -> bool:
    """Whether it says what was done, not only that it was."""
    return bool(token.tags & lx.VERB) and token.low not in ("đã", "được")


def _new_clause(tokens: list[Token], at: int) -> bool:
    """Whether a verb or another subject begins after a semicolon, not the next part."""
    if at >= len(tokens):
        return True
    if tokens[at].low == "khu vực":
        return False
    for step, token in enumerate(tokens[at : at + 3]):
        if token.kind == NUMBER:
            return False
        if step and tokens[at + step - 1].low in ("-", "–"):
            continue
        follower = tokens[at + step + 1] if at + step + 1 < len(tokens) else None
        if follower is not None and follower.kind == NUMBER and _is_amount(tokens, at + step + 1):
            return False
        if token.tags & (lx.VERB | lx.PREDICATE | lx.AMOUNT) and not token.tags & lx.NOUN:
            return True
        if not step and "activity" in token.entry.cues:
            return True
    return _has_actor(tokens, at)


def _has_actor(tokens: list[Token], at: int) -> bool:
    """Whether somebody begins a clause who did something: …; UBND huyện đã trả lời 588 ý kiến."""
    if not tokens[at].tags & lx.ACTOR:
        return False
    said = itertools.takewhile(lambda token: token.kind == WORD, tokens[at + 1 : at + 5])
    return any(token.low == "đã" for token in said)


def _is_amount(tokens: list[Token], at: int) -> bool:
    return at + 1 < len(tokens) and bool(tokens[at + 1].tags & lx.MEASURE)


def _close_of(tokens: list[Token], at: int) -> int:
    for end in range(at + 1, len(tokens)):
        if tokens[end].low == ")":
            return end
    return len(tokens)


def bracket_end(tokens: list[Token], at: int) -> int:
    """The position behind the bracket that opens at `at`; `at` if none does."""
    opens = at < len(tokens) and tokens[at].low == "("
    return _close_of(tokens, at) + 1 if opens else at
