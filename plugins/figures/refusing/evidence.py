"""How the words of a sentence and of what stands around it speak against a report.

Guideline section 1, "refusal instead of guess". Reports and other texts differ in the small
words rather than in their topics: *bạn, thường, khoảng, chiếc* here, *toàn, huyện, hỗ trợ,
hội viên* there. Each word and pair of words of `data/evidence.csv` has a weight, above zero
where it speaks against a report; their sum, begun with the weight of no word, is the log-odds
that a sentence with these words tells no figures. The weights are learnt by
`benchmarks/figures/evidence.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from heapq import nsmallest
from itertools import pairwise
from math import fsum
from typing import NamedTuple

from figures.text import lexicon as lx

_RUN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
"""Words with nothing but single spaces between them."""

NO_REPORT = 1.0
"""With more against it, a sentence that little supports is none of a report."""
AROUND = 600
"""So many characters before and behind a sentence are around it."""
LOUD = 0.5
"""What a word counts that stands around the sentence only."""
HEEDED = -1.0
"""With less against it by its own words, a sentence is a report whatever stands around it: one that
a story tells in passing is lost less often than its place among so many other words would have it."""
_SHOWN = 5
"""So many signs explain a refusal."""


class Evidence(NamedTuple):
    """What the words say."""

    against: float
    """Log-odds that no report speaks."""
    signs: tuple[str, ...]
    """The words that say so, the strongest first."""


_Pair = tuple[str, ...]
"""Two words that follow each other."""


@cache
def _weights() -> dict[str | _Pair, float]:
    """What each word weighs; read when something is weighed, since firm reports never ask."""
    return {
        tuple(word.split(" ")) if " " in word else word: float(weight)
        for word, weight, *_ in lx.rows("evidence")
    }


@cache
def _weighed() -> frozenset[str | _Pair]:
    """The words that have a weight."""
    return frozenset(_weights())


def words_of(text: str) -> set[str]:
    """The words of `text`, in lower case as given, and the pairs of words that follow each other."""
    return set(map(_written, _words(text)))


def _words(text: str) -> list[str | _Pair]:
    """As `words_of`, pairs not yet joined, and each as often as it stands there: most weigh nothing."""
    found: list[str | _Pair] = []
    for run in _RUN.findall(text):
        words = run.split(" ")
        found += words
        found += pairwise(words)
    return found


def _written(word: str | _Pair) -> str:
    """A word or two as they stand in a text."""
    return word if isinstance(word, str) else " ".join(word)


def evidence(own: str, around: Callable[[], str], besides: float = 0.0) -> Evidence:
    """What is said by the words of a sentence, and half as loud by those around it alone.

    `besides` is what else speaks against a report. What stands around is asked for only where
    the sentence itself does not clearly speak for one.
    """
    # The sums are exact: in which order a set gives its words differs from process to process.
    weights, weighed = _weights(), _weighed()
    spoken = weighed.intersection(_words(own))
    said = [(weights[word], word) for word in spoken]
    against = fsum([weights[""], besides, *(weight for weight, _ in said)])
    if against > HEEDED:
        near = weighed.intersection(_words(around())) - spoken
        heard = [(LOUD * weights[word], word) for word in near]
        against = fsum([against, *(weight for weight, _ in heard)])
        said += heard
    signs = ((-weight, _written(word)) for weight, word in said if weight > 0)
    return Evidence(against, tuple([word for _, word in nsmallest(_SHOWN, signs)]))
