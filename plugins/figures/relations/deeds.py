"""What was done to those counted: kiểm tra 118 vụ is another number than xử lý 73 vụ.

The indicator is the noun (guideline section 6, R1); whoever sets such figures side by side asks
for the deed, too, where the noun alone leaves open who is meant.
"""

from __future__ import annotations

from figures.draft import Draft
from figures.text import lexicon as lx
from figures.text.lexicon import Entry
from figures.text.line import Line
from figures.text.tokens import NUMBER, SIGN, WORD, Token

_DEEDS = lx.load("deeds")
_TELLS_NOTHING = frozenset(_DEEDS["nothing"])
_BY_NATURE = {noun: frozenset(deeds) for noun, deeds in _DEEDS["by_nature"].items()}
_BARE = frozenset(_DEEDS["bare"])
_OUTCOMES = frozenset(_DEEDS["outcomes"])
_FLOWS = frozenset(_DEEDS["flows"])
_ACTS = frozenset(_DEEDS["acts"])
_CALLED = {deed: alike[0] for alike in _DEEDS["alike"] for deed in alike}
_CALLED_OF_MEMBERS = {deed: alike[0] for alike in _DEEDS["alike_of_members"] for deed in alike}
_CALLED_OF_OPENED = {deed: alike[0] for alike in _DEEDS["alike_of_opened"] for deed in alike}
OPENED = tuple(_DEEDS["opened"])
"""Nouns of what opens and closes, and is of a programme: lớp, khóa."""
_OF_CLASSES = frozenset(_DEEDS["of_classes"])
DEEDS = (
    _ACTS | _OUTCOMES | _FLOWS | _OF_CLASSES | {*_CALLED, *_CALLED_OF_MEMBERS, *_CALLED_OF_OPENED}
)
"""All that may set those apart to whom or to which it was done."""
_VOICES = {
    chosen: [(voice, tuple(_DEEDS[f"{met}{whose}"])) for voice, met in (("được", "received"), ("bị", "undergone"))]
    for chosen, whose in ((True, ""), (False, "_by_works"))
}  # fmt: skip
"""How a name says that people and bodies, or works, met with a deed, by whether they are the former."""
_CHOSEN = frozenset({"person", "group"})
"""Classes of nouns of which a deed picks some: kết nạp 45 đảng viên are not all of them."""
_WORKS = frozenset({"document", "thing", "plain"})
"""Classes of nouns that outcomes are told of, however long their names are."""
_MONEY = frozenset({"đồng", "usd"})
_DENIES = frozenset({"chưa", "không", "chưa được", "không được"})
_GOES_ON = "đang "
_UNDER_WAY = "đang học"
"""What classes do that are going on, whatever is said of them: đang quản lý 47 lớp."""
_JOINS = frozenset({"/", ",", "và", "với", "cho"})
"""Between two numbers of one deed: khởi tố 57 vụ / 96 bị can."""
_LEADS = frozenset({"được", "bị", "đã", "đang", "phải", "đã được", "đã bị", "đang được"}) | _DENIES
"""May stand between those counted and what they did or met: 24 doanh nghiệp phải | tạm ngừng."""
_LONGEST_GIFT = 5
"""So many words at most are what somebody gets: tặng | Bằng khen | cho 15 tập thể."""


def mark_deeds(line: Line, drafts: list[Draft]) -> None:
    """Sets `deed` of the drafts of one sentence whose indicator leaves open who is meant."""
    for order, draft in enumerate(drafts):
        if draft.ref is not None and draft.position != "after":
            draft.deed = draft.ref.deed if _noun_of(draft) else ""
        elif entry := _noun_of(draft):
            draft.deed = _deed(line, drafts, order, entry)


def said_of(noun: str, deed: str) -> str:
    """`deed` as it follows those that it befell: bị xử phạt of cơ sở, nghiệm thu of đề tài."""
    entry = lx.entries().get(noun.lower().partition(", ")[0])
    chosen = entry is not None and entry.noun in _CHOSEN
    met = (voice for voice, deeds in _VOICES[chosen] if f"{deed} ".startswith(deeds))
    return " ".join([*met, deed])


def _noun_of(draft: Draft) -> Entry | None:
    """The noun that is all that a draft is called by, or the first one of the longer name of papers,
    works and classes.
    """
    known = [lx.entries().get(noun) for noun in draft.indicator.lower().split(", ")]
    entry = known[0] if all(known) else None
    if entry is not None and (entry.tags & (lx.NOUN | lx.COUNTER) or entry.noun == "plain"):
        return entry
    if draft.rule == "measure-right" and draft.unit not in _MONEY:
        return _STUFF
    named = draft.noun in _WORKS or draft.head in OPENED or draft.head in _BY_NATURE
    return lx.entries().get(draft.head) if named else None


_STUFF = Entry("")
"""What is measured: xuất khẩu 200 tấn tôm."""


def _deed(line: Line, drafts: list[Draft], order: int, entry: Entry) -> str:
    """What tells which of those that a noun names are meant; empty for nothing."""
    draft = drafts[order]
    for deed in (_before(line, drafts, order), _behind(line, drafts, order)):
        told = _as_called(draft, entry, deed)
        if told and _tells(draft, entry, told):
            return told
    return ""


def _as_called(draft: Draft, entry: Entry, deed: str) -> str:
    """A deed as the index calls it of these."""
    opened = draft.indicator.lower().startswith(OPENED)
    if deed.startswith(_GOES_ON):
        deed = deed.removeprefix(_GOES_ON)
        if opened and deed != "có":
            return _UNDER_WAY
        deed = _CALLED.get(deed, deed)
    if opened:
        return _CALLED_OF_OPENED.get(deed, deed)
    if entry.noun != "person":
        return deed
    of_class = _CALLED_OF_OPENED.get(deed, deed)
    if of_class in _OF_CLASSES:
        return f"lớp {of_class}"
    member = draft.indicator.lower().removesuffix(" mới").endswith("viên")
    return _CALLED_OF_MEMBERS.get(deed, deed) if member else deed


def _tells(draft: Draft, entry: Entry, deed: str) -> bool:
    """Whether the deed says which of those that the noun names are meant."""
    name = draft.indicator.lower()
    if deed in _TELLS_NOTHING or deed in _BY_NATURE.get(name, ()) or deed in name:
        return False
    if entry is _STUFF:
        return deed in _FLOWS
    if deed in _OUTCOMES or deed.removeprefix("lớp ") in _OF_CLASSES:
        return True
    whole = entry.phrase in name.split(", ")
    return whole and (
        bool(entry.tags & lx.COUNTER) or entry.noun in _CHOSEN or entry.phrase in _BARE
    )


def _before(line: Line, drafts: list[Draft], order: int) -> str:
    """The verb that governs a number, or the one before that it is joined to."""
    tokens, draft = line.tokens, drafts[order]
    floor = drafts[order - 1].behind if order else 0
    between = tokens[floor : draft.at]
    if order and between and all(map(_only_joins, between)):
        return _before(line, drafts, order - 1)
    first = draft.at
    while first > floor and tokens[first - 1].tags & lx.HEDGE:
        first -= 1
    for place in range(draft.at - 1, floor - 1, -1):
        token = tokens[place]
        beside = place == first - 1 or (place == first - 2 and tokens[first - 1].low == "cho")
        if _is_act(token) or (beside and token.low in _ACTS):
            return _with_gift(line, place, first)
        if token.kind == SIGN and (token.low != ":" or place != draft.at - 1):
            break
    return ""


def _only_joins(token: Token) -> bool:
    return token.low in _JOINS or bool(token.tags & lx.HEDGE)


def _with_gift(line: Line, verb: int, number: int) -> str:
    """A deed with what somebody gets by it: cấp | chứng chỉ | cho 400 học viên."""
    deed = _said(line, verb)
    gift = line.tokens[verb + 1 : number - 1]
    if not deed or deed in _TELLS_NOTHING or line.tokens[number - 1].low != "cho":
        return deed
    if not 0 < len(gift) <= _LONGEST_GIFT:
        return deed
    if any(token.kind != WORD or token.tags & lx.CHANGE for token in gift):
        return deed
    words = " ".join([deed, *(token.low for token in gift)]).removesuffix(" mới")
    return _CALLED.get(words, words)


def _behind(line: Line, drafts: list[Draft], order: int) -> str:
    """What those counted did or met, right behind their noun: 2.745 lao động | ngừng việc."""
    tokens, at = line.tokens, drafts[order].behind
    if at + 1 < len(tokens) and tokens[at].low == "/" and tokens[at + 1].kind == NUMBER:
        # 17 lớp / 1.230 học viên | bế giảng.
        after = order + 1 < len(drafts) and drafts[order + 1].at == at + 1
        return _behind(line, drafts, order + 1) if after else ""
    while at < len(tokens) and tokens[at].low in _LEADS:
        at += 1
    if at < len(tokens) and (_is_act(tokens[at]) or tokens[at].low in _ACTS):
        return _said(line, at)
    return ""


def _is_act(token: Token) -> bool:
    acts = token.tags & (lx.VERB | lx.PREDICATE) and not token.tags & lx.NOUN
    return bool(acts) and token.low not in _DENIES


def _said(line: Line, verb: int) -> str:
    """The deed of a verb with the word that denies it; empty for one within a name: Xã Đại | Thắng."""
    before = line.tokens[verb - 1] if verb else None
    if before is not None and before.kind == WORD and line.begins_large(verb):
        return ""
    low = line.tokens[verb].low.removeprefix("đã ")
    if before is not None and before.low in ("đang", "đang được"):
        return f"{_GOES_ON}{low}"
    low = _CALLED.get(low, low)
    return f"{before.low} {low}" if before is not None and before.low in _DENIES else low
