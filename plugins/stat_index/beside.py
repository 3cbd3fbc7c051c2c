"""Beside which entry of the registry an indicator stands that the registry does not know.

What was done to registered things (*lớp bế giảng*, of *lớp*) and a part of them (*học viên: nữ*)
are no entries, but nobody looks for them among the unclassified: they stand where their noun does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from figures.relations.deeds import DEEDS
from figures.text import lexicon as lx
from stat_index.model import Indicator
from stat_index.registry import Registry, normal_phrase, unregistered_indicator
from vntext.fold import slug

_LEADS = frozenset({"được", "bị", "đã", "đang", "mới", "không", "chưa"})
"""May stand between a noun and its deed: học viên | được | khen thưởng."""
_LONGEST = 4
"""So many words has a deed at most that the lexicon knows."""


def standing_beside(indicator: Indicator, registry: Registry) -> Indicator:
    """`indicator` in the group of the entry whose things it tells a deed or a part of, if there is one.

    A deed of an entry's things is one indicator, by whichever of its names an article calls them:
    *đề tài nghiệm thu*, *đề tài khoa học nghiệm thu*.
    """
    entry, deed = (None, "") if indicator.registered else _entry_of(indicator, registry)
    if entry is None:
        return indicator
    id = unregistered_indicator(f"{_lasting_name(entry)} {deed}").id if deed else indicator.id
    return replace(indicator, id=id, group=entry.group, beside=entry.id)


def _lasting_name(entry: Indicator) -> str:
    """A name of an entry that stays while an editor adds others: the one that is its id, or that."""
    names = map(normal_phrase, (entry.label, *entry.aliases))
    return next((name for name in names if slug(name) == entry.id), entry.id)


def _entry_of(indicator: Indicator, registry: Registry) -> tuple[Indicator | None, str]:
    """The entry whose name is the longest that `indicator` begins with, where a deed or part follows.

    With what it says more where that is a deed and no more.
    """
    head, _, part = normal_phrase(indicator.label).partition(": ")
    words = head.split()
    for length in range(len(words), 0, -1):
        entry = registry.named(" ".join(words[:length]))
        if entry is None:
            continue
        rest = words[length:]
        if part and not rest:
            return entry, ""
        if rest and _begins_with_deed(rest):
            return entry, "" if part else _deed_in(rest)
    return None, ""


def _deed_in(words: Sequence[str]) -> str:
    """What `words` say where they are a deed of the index and nothing else."""
    bare = " ".join(words[1:] if words[0] in _LEADS else words)
    return " ".join(words) if bare.removeprefix("lớp ") in DEEDS else ""


def _begins_with_deed(words: Sequence[str]) -> bool:
    """Whether words behind a noun tell what was done to its things: bế giảng, được khen thưởng."""
    if words[0] in _LEADS:
        return True
    return any(_is_deed(" ".join(words[:length])) for length in range(_LONGEST, 0, -1))


@lru_cache(maxsize=1_024)
def _is_deed(words: str) -> bool:
    return words in DEEDS or bool(lx.entries().get(words) and lx.entries()[words].tags & lx.VERB)
