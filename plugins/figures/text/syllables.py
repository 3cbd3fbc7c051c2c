"""The syllables and signs that the lexicon knows, and the phrases that they begin."""

from __future__ import annotations

from functools import cache, lru_cache

from figures.text import lexicon
from figures.text.period_forms import FOLLOWERS, STARTERS
from figures.text.tokens import SIGN, WORD, Token

LINKS = frozenset({"http", "https", "www"})
CODED = frozenset("(+")
"""Signs with which a code may begin."""
SIGNS = CODED | frozenset("&-–.")
"""These, and signs of which it matters whether spaces stand next to them."""
COVID = "covid"
_PLAIN_SIGNS = ",;:!?)[]“”\"'…"
COMRADE = "đ/c"
"""How lists shorten "đồng chí"; its first letter alone is the unit of money."""
_SPECIAL = STARTERS | LINKS | SIGNS | {COVID, COMRADE[0]}


class Node:
    """A syllable or a sign, or syllables in a row that begin a phrase."""

    __slots__ = ("ends", "followers", "following", "special", "starts", "word")

    def __init__(self, word: Token, *, ends: bool = True, special: bool = False) -> None:
        self.word = word
        """The phrase that ends here."""
        self.ends = ends
        """Whether one does; a syllable by itself always ends one."""
        self.following: dict[Node, Node] = {}
        """Where the syllables that may follow lead."""
        self.special = special
        """Whether it needs a closer look: a number, period, code or name may begin with it."""
        self.starts = special and word.low in STARTERS
        """Whether a period may, and the letters with which alone it goes on; none for any."""
        self.followers = FOLLOWERS.get(word.low, "") if self.starts else ""


UNKNOWN = Node(Token(WORD, ""), special=True)
"""Of numbers, and of words and signs of which the lexicon knows nothing."""


@cache
def index() -> dict[str, Node]:
    """Every syllable and sign, to be looked up as it stands in the text.

    A phrase is one token, which all that is read shares.
    """
    known = {
        text: Node(_alone(text), special=text in _SPECIAL) for text in (*_PLAIN_SIGNS, *_SPECIAL)
    }
    words: dict[str, Token] = {}
    for spelling, entry in lexicon.spelled():
        word = words.setdefault(entry.phrase, Token(WORD, entry.phrase, entry))
        syllables = spelling.split()
        if all(map(str.isalpha, syllables)):
            _add(known, syllables, word)
        elif len(syllables) == 1:
            known[spelling] = Node(Token(SIGN, spelling, entry), special=spelling in _SPECIAL)
    return known


def _add(known: dict[str, Node], syllables: list[str], word: Token) -> None:
    """Lets `syllables` lead to `word`, unless they lead to another already."""
    for text in syllables:
        if text not in known:
            known[text] = Node(_alone(text))
    nodes = [known[text] for text in syllables]
    node = nodes[0]
    for syllable in nodes[1:]:
        if syllable not in node.following:
            node.following[syllable] = Node(word, ends=False)
        node = node.following[syllable]
    if not node.ends or not node.word.entry.phrase:
        node.word, node.ends = word, True


def _alone(text: str) -> Token:
    """A syllable or sign of which the lexicon tells nothing."""
    return Token(WORD if text.isalpha() else SIGN, text)


@lru_cache(maxsize=8192)
def stranger(text: str) -> Token:
    """A word or a sign that the lexicon does not know; all that is read shares it."""
    return _alone(text)
