"""A document's words and neighbours, weighed once, by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from site_search.model import DocumentTerms, SearchDocument
from site_search.words import first_letters, folded, words_of

IN_TITLE = 8
#: Words of the summary and tags say more about a document than those of its body.
_SUMMARY_COUNTS = 2
#: Fixed, so that a document's weights do not depend on the others.
_USUAL_LENGTH = 450
_SATURATION = 1.2


def analyse(document: SearchDocument) -> DocumentTerms:
    """The terms of `document`, sorted; the same for the same document, whatever else there is."""
    title, body = words_of(document.title), words_of(document.text)
    lead = words_of(" . ".join((document.summary, *document.tags)))
    counts = Counter(body)
    for word in lead:
        counts[word] += _SUMMARY_COUNTS
    counts.pop("", None)
    slope = _SATURATION * (0.25 + 0.75 * len(body) / _USUAL_LENGTH)
    weights = {word: int(7.99 * count / (count + slope)) for word, count in counts.items()}
    for word in filter(None, title):
        weights[word] = weights.get(word, 0) | IN_TITLE
    words = tuple(sorted(weights))
    title_pairs = _pairs(title)
    return DocumentTerms(
        words,
        bytes(map(weights.__getitem__, words)),
        tuple(sorted({*_pairs(body), *_pairs(lead), *title_pairs})),
        tuple(sorted(set(title_pairs))),
        _beginnings(words),
        _beginnings(title),
    )


def _pairs(words: list[str]) -> list[str]:
    """Each two neighbours of `words`, folded."""
    return [
        f"{first} {second}" for first, second in pairwise(map(folded, words)) if first and second
    ]


def _beginnings(words: Iterable[str]) -> tuple[str, ...]:
    found = {beginning for word in words for beginning in first_letters(word)}
    return tuple(sorted(found))
