"""How well readings agree with annotated passages: the measures of the guideline, section 7.

Each measure asks more than the one before it: SPAN, CORE, COREX, KIND, PERIOD,
FULL. Parents are told as recall among the figures whose span was found.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from vntext.fold import same_tones

Fact = Mapping[str, Any]
Passage = Mapping[str, Any]

MEASURES = ("span", "core", "corex", "kind", "period", "full")

_PHYSICAL = [
    "%",
    "đồng",
    "vnd",
    "usd",
    "ha",
    "hecta",
    "tấn",
    "tạ",
    "kg",
    "km",
    "m2",
    "m²",
    "m3",
    "ml",
    "m",
    "điểm",
    "lần",
]
_MEASURED = re.compile(
    rf"(?:{'|'.join(map(re.escape, _PHYSICAL))})(?:/.*)?|(?:tiêu chí|người|học viên)/.*|con"
)
_PUNCTUATION = re.compile(r"[“”\"()\[\],;:.\s\u00a0]+")


@dataclass(slots=True)
class Score:
    """Counts of one run; rates are derived."""

    gold: int = 0
    found: int = 0
    right: Counter[str] = field(default_factory=Counter)
    parents: int = 0
    parents_right: int = 0
    quiet: int = 0
    """Passages without facts."""
    false_in_quiet: int = 0

    def f1(self, measure: str) -> float:
        """The harmonic mean of precision and recall of `measure`."""
        total = self.gold + self.found
        return 2 * self.right[measure] / total if total else 1.0

    @property
    def parent_recall(self) -> float:
        """Share of the parts, found by span, that point to the right total."""
        return self.parents_right / self.parents if self.parents else 1.0

    def rates(self) -> dict[str, float]:
        """Every measure by name, rounded to three places."""
        rates = {measure: round(self.f1(measure), 3) for measure in MEASURES}
        return {**rates, "parents": round(self.parent_recall, 3)}


def score(gold: Sequence[Passage], answers: Iterable[Passage]) -> Score:
    """The score of `answers` against `gold`, paired by id."""
    by_id = {answer["id"]: answer["facts"] for answer in answers}
    total = Score()
    for passage in gold:
        _add(total, passage["facts"], by_id.get(passage["id"], []))
    return total


def judged(gold: Sequence[Fact], found: Sequence[Fact]) -> Iterator[tuple[Fact, bool, bool]]:
    """Each found fact with whether its span and its core are right."""
    partner = {index: fact for fact, index in _pairs(gold, found)}
    for index, fact in enumerate(found):
        match = partner.get(index)
        yield fact, match is not None, match is not None and _core(match, fact)


def load(path: Path) -> list[dict[str, Any]]:
    """The passages of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _add(total: Score, gold: Sequence[Fact], found: Sequence[Fact]) -> None:
    total.gold += len(gold)
    total.found += len(found)
    if not gold:
        total.quiet += 1
        total.false_in_quiet += len(found)
    pairs = _pairs(gold, found)
    place = {id(fact): index for fact, index in pairs}
    for fact, index in pairs:
        _judge(total, fact, found[index])
        if fact["parent"] is not None:
            total.parents += 1
            parent = place.get(id(gold[fact["parent"]]))
            total.parents_right += parent == found[index].get("parent")


def _pairs(gold: Sequence[Fact], found: Sequence[Fact]) -> list[tuple[Fact, int]]:
    """Gold facts with the index of the found fact that overlaps and has the same value."""
    pairs: list[tuple[Fact, int]] = []
    taken: set[int] = set()
    for fact in gold:
        for index, candidate in enumerate(found):
            if index not in taken and _same_number(fact, candidate):
                taken.add(index)
                pairs.append((fact, index))
                break
    return pairs


def _same_number(gold: Fact, found: Fact) -> bool:
    overlaps = found["start"] < gold["end"] and found["end"] > gold["start"]
    return overlaps and all(_near(found[key], gold[key]) for key in ("value_min", "value_max"))


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-6 * max(1, abs(other))


def _judge(total: Score, gold: Fact, found: Fact) -> None:
    total.right["span"] += 1
    if not _core(gold, found):
        return
    kind = found["kind"] == gold["kind"] and (
        gold["kind"] != "change" or found["direction"] == gold["direction"]
    )
    period = found["period"] == gold["period"]
    total.right["core"] += 1
    total.right["corex"] += _plain(found["indicator"]) == _plain(gold["indicator"])
    total.right["kind"] += kind
    total.right["period"] += period
    total.right["full"] += kind and period and found["qualifier"] == gold["qualifier"]


def _core(gold: Fact, found: Fact) -> bool:
    level = _plain(gold["level"])
    level_ok = _plain(found["level"]) == level or bool(
        level and level in _plain(found["indicator"])
    )
    return level_ok and _same_unit(gold, found) and _same_indicator(gold, found)


def _same_unit(gold: Fact, found: Fact) -> bool:
    wanted, got = _plain(gold["unit"]), _plain(found["unit"])
    return not _MEASURED.fullmatch(wanted) or got in (wanted, wanted.split("/")[0])


def _same_indicator(gold: Fact, found: Fact) -> bool:
    """Whether the phrases share most syllables, and the first one or three quarters of all."""
    wanted, got = _plain(gold["indicator"]).split(), _plain(found["indicator"]).split()
    if not wanted or not got:
        return False
    shared = (Counter(wanted) & Counter(got)).total()
    overlap = 2 * shared / (len(wanted) + len(got))
    return overlap >= 0.6 and (wanted[0] == got[0] or overlap >= 0.75)


def _plain(text: str | None) -> str:
    return _PUNCTUATION.sub(" ", same_tones(text or "")).strip()
