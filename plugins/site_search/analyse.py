"""A document's words and neighbours, weighed once, by itself."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from site_search.model import DocumentTerms, SearchDocument
from site_search.words import STOP_WORDS, Remembered, folded, words_of

IN_TITLE = 4
#: Words of the summary and tags say more about a document than those of its body.
_SUMMARY_COUNTS = 2
#: Fixed, so that a document's weights do not depend on the others.
_USUAL_LENGTH = 450
_SATURATION = 1.2


def analyse(document: SearchDocument) -> DocumentTerms:
    """The terms of `document`; the same for the same document, whatever else there is."""
    title, body = words_of(document.title), words_of(document.text)
    lead = words_of(" . ".join((document.summary, *document.tags)))
    counts = Counter(body + lead * _SUMMARY_COUNTS)
    counts.pop("", None)
    levels = _levels(counts, len(body))
    words = {word: levels[count] for word, count in counts.items()}
    for word in filter(None, title):
        words[word] = words.get(word, 0) | IN_TITLE
    return DocumentTerms(words, _pairs([*body, "", *lead], 0) | _pairs(title, 1))


def _levels(counts: Counter[str], length: int) -> list[int]:
    """What a word weighs that stands so often in a body of so many words."""
    slope = _SATURATION * (0.25 + 0.75 * length / _USUAL_LENGTH)
    return [
        int(3.99 * count / (count + slope)) for count in range(max(counts.values(), default=0) + 1)
    ]


def _pairs(words: list[str], weight: int) -> dict[str, int]:
    """Each two neighbours of `words` that tell something, folded, and their `weight`."""
    telling = map(_telling.__getitem__, words)
    return {f"{first} {second}": weight for first, second in pairwise(telling) if first and second}


#: A stop word parts its neighbours like the end of a clause.
_telling = Remembered(lambda word: "" if word in STOP_WORDS else folded[word])
