"""Figures that little around them supports: no sentence near by reports.

Guideline section 1, "refusal instead of guess". What a report tells it shows many
times over: by words that report or aim, periods, large counts, institutions that act
and the things they count. Where neither a sentence nor one near by has enough of all
this, its words are weighed (`evidence.py`), and with them what else it and the
sentences near by show. This is asked once the whole document has been read, for what
supports may stand behind as well as before.

Bad (refused): *Bà cho cô 3 củ khoai để ăn dọc đường. Cô đi 4 ngày.*
Good (stands): *Hội tặng 3 củ khoai giống. Năm 2023, Hội đã hỗ trợ 120 hộ vay vốn.*
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from figures.draft import Draft
from figures.refusing.instructions import Mood, counts_many, names_year
from figures.refusing.tales import INSTITUTIONS, goes_on, is_long_ago, tale_signs, tale_words
from figures.text import lexicon as lx
from figures.text.line import Line

_TELLS = lx.cue_words("reports", "target", "deeds") | {"đã", "đạt", "ước đạt"}
_INSTRUCTS = lx.cue_words("instructs")
_BODIES = frozenset({"câu lạc bộ", "hội viên", "kiểm lâm", "khu bảo tồn", "thư viện", "bảo tàng", "hợp tác xã", "chi hội", "trung tâm", "nhà thiếu nhi", "tòa án", "cảnh sát biển", "biên phòng", "bộ đội biên phòng", "đồn biên phòng", "bộ tư lệnh", "lực lượng chức năng", "hải quan"})  # fmt: skip
_ACTORS = INSTITUTIONS | _BODIES
"""Institutions that act."""
_COUNTED = frozenset({"person", "group", "case", "event", "document", "amount", "rate"})
"""Classes of nouns that institutions count rather than anybody."""
_ASIDES = frozenset({"duration", "dimension", "distance", "frequency", "contact", "age", "mark", "score", "price", "unit_price", "norm", "item_norm", "threshold", "page_view", "clock", "shift", "capacity", "paper", "rule"})  # fmt: skip
"""Refusals of numbers that reports have less of than other texts."""
_CODES = frozenset({"time", "size", "phone", "link"})

_SMALL = frozenset({"g", "gr", "gram", "gam", "ml", "cm", "mm", "mg"})
"""Units of kitchens and of things; what police seize is told with better signs."""

_SURE = 4
"""As many signs of a report make a sentence of one, whatever tale is told near by."""
_FIRM = 5
"""As many support a sentence and those near by, and no words are weighed."""
_FEW = 2
"""With more, a sentence speaks for a report, whatever else it holds (gifts and what each is worth)."""
_FOR = 0.4
_AGAINST = 0.25
"""What a sign of a report in the sentence itself, and one of other texts near by, weigh beside its
words (`evidence.py`): rounded from a regression on what the words alone had said of kinds of text
that were held back."""
_MOST = 6
"""So many signs of other texts count."""
_NEAR = 6
"""How many sentences with numbers before and behind are near."""


@dataclass(slots=True)
class Heard:
    """One sentence with numbers: what stood in it, and in which block."""

    line: Line
    drafts: list[Draft]
    index: int
    mood: Mood


def weak(heard: Sequence[Heard]) -> Iterator[tuple[Heard, float]]:
    """The sentences with figures of which neither themselves nor those near by have many signs
    of a report, in order, each with how much besides its words speaks against one.
    """
    told = [_told(sentence) if sentence.drafts else 0 for sentence in heard]
    few = [at for at in range(len(heard)) if heard[at].drafts and told[at] < _FIRM]
    thin = [at for at in few if max(told[max(0, at - _NEAR) : at + _NEAR + 1]) < _FIRM]
    if thin:
        against = [0 if _told(sentence) > _FEW else _against(sentence) for sentence in heard]
    for at in thin:
        near = sum(against[max(0, at - _NEAR) : at + _NEAR + 1])
        signs = told[at] + _dated(heard[at])
        yield heard[at], _AGAINST * min(near, _MOST) - _FOR * signs


def tales_going_on(heard: Sequence[Heard]) -> Iterator[Heard]:
    """The sentences with one word of a tale that is told near by, whose figures are none."""
    words = [tale_words(sentence.line) for sentence in heard]
    if sum(map(len, words)) < 2:
        return
    for at, sentence in enumerate(heard):
        stands = any(not draft.token.reason for draft in sentence.drafts)
        if words[at] and stands and _told(sentence) < _SURE:
            around = set().union(*words[max(0, at - _NEAR) : at + _NEAR + 1])
            if goes_on(sentence.line, around):
                yield sentence


def long_ago_going_on(heard: Sequence[Heard]) -> Iterator[Heard]:
    """The sentences without a time of their own behind one of another age, in its paragraph."""
    before: Heard | None = None
    if all(sentence.drafts for sentence in heard):
        return
    for sentence in heard:
        if not sentence.drafts and is_long_ago(sentence.line):
            before = sentence
        elif before is not None and before.index == sentence.index:
            line = sentence.line
            later = bool(line.periods) or not line.words.isdisjoint(_NOWADAYS)
            if later or (sentence.drafts and _told(sentence) - ("đã" in line.words) > _FEW):
                before = None
            elif any(not draft.token.reason for draft in sentence.drafts):
                yield sentence


_NOWADAYS = frozenset(
    {
        "nay",
        "sau",
        "sau gần",
        "sau hơn",
        "hôm nay",
        "hiện",
        "hiện có",
        "hiện nay",
        "đến nay",
        "hiện tại",
        "ngày nay",
    }
)


def _told(sentence: Heard) -> int:
    """How many signs of a report its words and what it counts are."""
    words = sentence.line.words
    signs = len(words & _TELLS)
    if signs > _SURE:
        return signs
    signs += (not words.isdisjoint(_ACTORS)) + max(map(_known, sentence.drafts), default=0)
    if len(sentence.drafts) >= _LISTED:
        counted = [draft for draft in sentence.drafts if draft.rule == "count"]
        signs += sum((draft.token.minimum or 0) > 1 for draft in counted) >= _LISTED
    return signs


_LISTED = 3
"""So many counts in one sentence are listed by somebody who counts."""


def _known(draft: Draft) -> int:
    """How much what is counted, or that it is compared, tells of a report."""
    compared = draft.direction or draft.base or draft.token.denominator is not None
    if compared or is_counted(draft) or _is_average_pay(draft):
        return 2
    return 1 if draft.noun else 0


def _is_average_pay(draft: Draft) -> bool:
    """Whether money is averaged, as only those who know many do: mức lương trung bình 8 triệu đồng."""
    paid = (draft.unit or "").startswith("đồng")
    return paid and draft.indicator.lower().endswith(("bình quân", "trung bình"))


def is_counted(draft: Draft) -> bool:
    """Whether it counts what institutions count rather than anybody: people, cases, sums."""
    if draft.noun in _COUNTED:
        return True
    counted = lx.entries().get(draft.unit) if draft.unit and not draft.measure else None
    return counted is not None and counted.noun == "case"


def _dated(sentence: Heard) -> int:
    """How many signs its times, its large counts and its broad measures are."""
    tokens = sentence.line.tokens
    broad = any(
        draft.unit in _BROAD and (draft.token.minimum or 0) > 1 for draft in sentence.drafts
    )
    return names_year(tokens) + counts_many(tokens) + broad


_BROAD = frozenset({"ha", "tấn", "tạ", "hộ", "lượt"})
"""Units of what many own, harvest or use."""


def _against(sentence: Heard) -> int:
    """How many signs of other texts a sentence has."""
    line = sentence.line
    signs = sum([line.tokens[at].reason in _ASIDES for at in line.numbers])
    signs += sum([line.tokens[at].form in _CODES for at in line.codes])
    signs += sum([draft.unit in _SMALL for draft in sentence.drafts])
    if sentence.mood.life or (sentence.mood.normative and not is_long_ago(line)):
        signs += 2
    return signs + len(line.words & _INSTRUCTS) + tale_signs(line)
