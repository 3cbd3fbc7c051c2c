"""What was done to those counted: kiểm tra 118 vụ is another number than xử lý 73 vụ.

The indicator is the noun (guideline section 6, R1); whoever sets such figures side by side asks
for the deed, too, where the noun alone leaves open who is meant.
"""

from __future__ import annotations

from figures.draft import Draft
from figures.text import lexicon as lx
from figures.text.lexicon import Entry
from figures.text.line import Line
from figures.text.tokens import SIGN, WORD, Token

_DEEDS = lx.load("deeds")
_TELLS_NOTHING = frozenset(_DEEDS["nothing"])
_OUTCOMES = frozenset(_DEEDS["outcomes"])
_CALLED = {deed: alike[0] for alike in _DEEDS["alike"] for deed in alike}
_CALLED_OF_PEOPLE = {deed: alike[0] for alike in _DEEDS["alike_of_people"] for deed in alike}
_CHOSEN = frozenset({"person", "group"})
"""Classes of nouns of which a deed picks some: kết nạp 45 đảng viên are not all of them."""
_DENIES = frozenset({"chưa", "không", "chưa được", "không được"})
_JOINS = frozenset({"/", ",", "và", "với", "cho"})
"""Between two numbers of one deed: khởi tố 57 vụ / 96 bị can."""
_LEADS = frozenset({"được", "bị", "đã", "đang", "phải", "đã được", "đã bị", "đang được"}) | _DENIES
"""May stand between those counted and what they did or met: 24 doanh nghiệp phải | tạm ngừng."""


def mark_deeds(line: Line, drafts: list[Draft]) -> None:
    """Sets `deed` of the drafts of one sentence whose indicator is a bare noun."""
    for order, draft in enumerate(drafts):
        entry = lx.entries().get(draft.indicator.lower())
        if entry is None or not entry.tags & (lx.NOUN | lx.COUNTER):
            continue
        if draft.ref is not None and draft.position != "after":
            draft.deed = draft.ref.deed
            continue
        deed = _before(line, drafts, order) or _behind(line, draft)
        if entry.noun == "person":
            deed = _CALLED_OF_PEOPLE.get(deed, deed)
        if deed not in _TELLS_NOTHING and _tells(entry, deed):
            draft.deed = deed


def _tells(entry: Entry, deed: str) -> bool:
    """Whether the deed says which of those that the noun names are meant."""
    return bool(entry.tags & lx.COUNTER) or entry.noun in _CHOSEN or deed in _OUTCOMES


def _before(line: Line, drafts: list[Draft], order: int) -> str:
    """The verb that governs a number, or the one before that it is joined to."""
    tokens, draft = line.tokens, drafts[order]
    floor = drafts[order - 1].behind if order else 0
    between = tokens[floor : draft.at]
    if order and between and all(_only_joins(token) for token in between):
        return _before(line, drafts, order - 1)
    for place in range(draft.at - 1, floor - 1, -1):
        token = tokens[place]
        if _is_act(token):
            return _said(line, place)
        if token.kind == SIGN and (token.low != ":" or place != draft.at - 1):
            break
    return ""


def _only_joins(token: Token) -> bool:
    return token.low in _JOINS or bool(token.tags & lx.HEDGE)


def _behind(line: Line, draft: Draft) -> str:
    """What those counted did or met, right behind their noun: 2.745 lao động | ngừng việc."""
    tokens, at = line.tokens, draft.behind
    while at < len(tokens) and tokens[at].low in _LEADS:
        at += 1
    return _said(line, at) if at < len(tokens) and _is_act(tokens[at]) else ""


def _is_act(token: Token) -> bool:
    acts = token.tags & (lx.VERB | lx.PREDICATE) and not token.tags & lx.NOUN
    return bool(acts) and token.low not in _DENIES


def _said(line: Line, verb: int) -> str:
    """The deed of a verb with the word that denies it; empty for one within a name: Xã Đại | Thắng."""
    before = line.tokens[verb - 1] if verb else None
    if before is not None and before.kind == WORD and line.begins_large(verb):
        return ""
    low = line.tokens[verb].low.removeprefix("đã ")
    low = _CALLED.get(low, low)
    return f"{before.low} {low}" if before is not None and before.low in _DENIES else low
