"""One sentence: its tokens, where each of them stands, and what all of them together have."""

from __future__ import annotations

from collections.abc import Callable
from itertools import compress
from operator import attrgetter

from figures.text.marks import marks
from figures.text.tokens import CODE, NUMBER, PERIOD_TOKEN, SIGN, Token


class Line:
    """The tokens of one sentence."""

    __slots__ = (
        "_ends",
        "_pieces",
        "begins",
        "codes",
        "marks",
        "numbers",
        "periods",
        "places",
        "signs",
        "text",
        "tokens",
        "words",
    )

    def __init__(self, text: str, pieces: list[str], ends: list[int]) -> None:
        self.text = text
        """The text that holds the sentence, as written; all places are in it."""
        self.begins = 0
        """Where that text begins in its block, before it where words were put in front of a cell."""
        self.tokens: list[Token] = []
        self.places: list[int] = []
        """At which piece each token begins, and how many pieces there are."""
        self._pieces = pieces
        """The syllables, numbers and signs that the tokens are made of."""
        self._ends = ends
        """Where each piece begins, the space before it included, and where the last one ends."""
        self.words: set[str] = set()
        """`low` of all tokens."""
        self.marks = 0
        """The groups of words that the sentence has: most rules ask for words that are not there."""
        self.numbers: list[int] = []
        self.periods: list[int] = []
        self.codes: list[int] = []
        self.signs: list[int] = []
        """Which tokens are numbers, periods, codes and signs."""

    def add(self, token: Token) -> None:
        """Puts a sign, number, period or code behind the others."""
        kind, at = token.kind, len(self.tokens)
        if kind == NUMBER:
            self.numbers.append(at)
        elif kind == PERIOD_TOKEN:
            self.periods.append(at)
        elif kind == CODE:
            self.codes.append(at)
        elif kind == SIGN:
            self.signs.append(at)
        self.tokens.append(token)

    def join(self, first: int, stop: int, token: Token) -> None:
        """Puts `token` in place of the tokens from `first` to before `stop`; then `look_again`."""
        self.tokens[first:stop] = [token]
        del self.places[first + 1 : stop]

    def join_numbers(
        self, read: Callable[[Line, int], tuple[Token, int] | None], numbers: list[int]
    ) -> None:
        """Makes one token of each of some numbers and what follows, as `read` tells.

        `read` is told where a number stands; it gives the whole and where that
        ends, or None.
        """
        passed = shift = 0
        for place in numbers:
            if place >= passed and (made := read(self, place - shift)):
                token, stop = made
                self.join(place - shift, stop, token)
                passed = stop + shift
                shift += passed - place - 1
        if passed:
            self.look_again()

    def look_at_words(self) -> None:
        """Takes stock of the words."""
        self.words = set(map(_LOW, self.tokens))
        self.marks = marks(self.words)

    def look_again(self) -> None:
        """Takes stock of words, numbers, periods, codes and signs anew, once tokens were joined."""
        self.look_at_words()
        by_kind: tuple[list[int], ...] = [], [], [], [], []
        kinds = list(map(_KIND, self.tokens))
        for at in compress(range(len(kinds)), kinds):
            by_kind[kinds[at]].append(at)
        _words, self.numbers, self.periods, self.codes, self.signs = by_kind

    def is_bare(self, at: int) -> bool:
        """Whether a number is its digits and no more, such as multiplier words."""
        return self.end(at) - self.start(at) == len(self.tokens[at].low)

    def start(self, at: int) -> int:
        """Where a token begins in the text."""
        place = self.places[at]
        return self._ends[place + 1] - len(self._pieces[place])

    def end(self, at: int) -> int:
        """Where a token ends in the text."""
        return self._ends[self.places[at + 1]]

    def span(self, at: int) -> tuple[int, int]:
        """Where a token begins and ends in the text."""
        places, ends = self.places, self._ends
        place = places[at]
        return ends[place + 1] - len(self._pieces[place]), ends[places[at + 1]]

    def place(self, at: int) -> tuple[int, int]:
        """Where a token begins and ends in the block."""
        start, end = self.span(at)
        return start + self.begins, end + self.begins

    def source(self, start: int, end: int) -> str:
        """The text of the tokens from `start` to before `end`, as written."""
        ends, place = self._ends, self.places[start]
        return self.text[ends[place + 1] - len(self._pieces[place]) : ends[self.places[end]]]

    def begins_large(self, at: int) -> bool:
        """Whether a token begins with a capital letter."""
        return self.text[self.start(at)].isupper()


_LOW, _KIND = attrgetter("low"), attrgetter("kind")
