"""Runs of words, and the longest phrases of the lexicon in them."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from figures import lexicon
from figures.tokens import WORD, Token


class Node:
    """A syllable of the index."""

    __slots__ = ("following", "word")

    def __init__(self) -> None:
        self.word: Token | None = None
        """The phrase that ends here."""
        self.following: dict[str, Node] = {}


@cache
def index() -> dict[str, Node]:
    """The phrases as a tree: first syllable → its node → the syllables that may follow.

    A phrase is one token, which all that is read shares.
    """
    root: dict[str, Node] = {}
    words: dict[str, Token] = {}
    for spelling, entry in lexicon.spelled():
        level = root
        for syllable in spelling.split():
            node = level.setdefault(syllable, Node())
            level = node.following
        word = words.setdefault(entry.phrase, Token(WORD, entry.phrase, entry))
        node.word = node.word or word
    return root


class Run(NamedTuple):
    """The words of a run, phrases joined."""

    words: list[Token]
    starts: list[int]
    ends: list[int]
    """Where each begins and ends in the run."""
    lows: frozenset[str]
    bits: int
    """All roles of the words."""


def run_of(text: str) -> Run:
    """The words of `text`, which one space parts."""
    return _known(text) if len(text) <= _SHORT else _read(text)


_SHORT = 32
"""Longer runs of words hardly ever come again."""


def _read(text: str) -> Run:
    texts = text.split(" ")
    words: list[Token] = []
    starts: list[int] = []
    ends: list[int] = []
    find = index().get
    at = place = bits = 0
    count = len(texts)
    while place < count:
        syllable = texts[place]
        word = None
        stop = at + len(syllable)
        place += 1
        node = find(syllable)
        ahead, reach = place, stop
        while node is not None:
            if node.word is not None:
                word, place, stop = node.word, ahead, reach
                bits |= word.tags
            if ahead == count:
                break
            follower = texts[ahead]
            node = node.following.get(follower)
            ahead += 1
            reach += len(follower) + 1
        words.append(word or Token(WORD, syllable))
        starts.append(at)
        ends.append(stop)
        at = stop + 1
    return Run(words, starts, ends, frozenset([word.low for word in words]), bits)


_known = lru_cache(maxsize=8192)(_read)
"""Of the short runs of a new article, nearly half stood in one of the four hundred before it."""
