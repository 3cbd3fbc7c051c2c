"""One sentence: its tokens, where each of them stands, and what all of them together have."""

from __future__ import annotations

from collections.abc import Callable

from figures.runs import Run
from figures.tokens import CODE, NUMBER, PERIOD_TOKEN, Token


class Line:
    """The tokens of one sentence."""

    __slots__ = (
        "_bases",
        "_ends",
        "_starts",
        "bits",
        "codes",
        "numbers",
        "periods",
        "text",
        "tokens",
        "words",
    )

    def __init__(self, text: str) -> None:
        self.text = text
        """The text that holds the sentence, as written; all places are in it."""
        self.tokens: list[Token] = []
        self._bases: list[int] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        """Where each token begins and ends, counted from where its run of words does (0 for others)."""
        self.words: set[str] = set()
        """`low` of all tokens: most rules ask for words that are not there."""
        self.numbers: list[int] = []
        self.periods: list[int] = []
        self.codes: list[int] = []
        """Which tokens are numbers, periods and codes."""
        self.bits = 0
        """All roles of the words."""

    def add(self, token: Token, start: int, end: int) -> None:
        """Puts a sign, number, period or code behind the others."""
        kind, at = token.kind, len(self.tokens)
        if kind == NUMBER:
            self.numbers.append(at)
        elif kind == PERIOD_TOKEN:
            self.periods.append(at)
        elif kind == CODE:
            self.codes.append(at)
        self.words.add(token.low)
        self.bits |= token.tags
        self.tokens.append(token)
        self._bases.append(0)
        self._starts.append(start)
        self._ends.append(end)

    def add_run(self, run: Run, base: int) -> None:
        """Puts words behind the others; `base` is where their run begins."""
        self.words |= run.lows
        self.bits |= run.bits
        self.tokens += run.words
        self._bases += [base] * len(run.words)
        self._starts += run.starts
        self._ends += run.ends

    def join(self, first: int, stop: int, token: Token) -> None:
        """Puts `token` in place of the tokens from `first` to before `stop`; then `look_again`."""
        self._ends[first:stop] = [self.end(stop - 1)]
        self._starts[first:stop] = [self.start(first)]
        self._bases[first:stop] = [0]
        self.tokens[first:stop] = [token]

    def join_numbers(self, read: Callable[[Line, int], tuple[Token, int] | None]) -> None:
        """Makes one token of each number and what follows, as `read` tells.

        `read` is told where a number stands; it gives the whole and where that
        ends, or None.
        """
        passed = shift = 0
        for place in self.numbers:
            if place >= passed and (made := read(self, place - shift)):
                token, stop = made
                self.join(place - shift, stop, token)
                passed = stop + shift
                shift += passed - place - 1
        if passed:
            self.look_again()

    def look_again(self) -> None:
        """Takes stock of words, numbers, periods and codes anew, once tokens were joined."""
        self.words = {token.low for token in self.tokens}
        kinds = [token.kind for token in self.tokens]
        self.numbers = [at for at, kind in enumerate(kinds) if kind == NUMBER]
        self.periods = [at for at, kind in enumerate(kinds) if kind == PERIOD_TOKEN]
        self.codes = [at for at, kind in enumerate(kinds) if kind == CODE]

    def is_bare(self, at: int) -> bool:
        """Whether a number is its digits and no more, such as multiplier words."""
        return self.end(at) - self.start(at) == len(self.tokens[at].low)

    def start(self, at: int) -> int:
        """Where a token begins in the text."""
        return self._bases[at] + self._starts[at]

    def end(self, at: int) -> int:
        """Where a token ends in the text."""
        return self._bases[at] + self._ends[at]

    def source(self, start: int, end: int) -> str:
        """The text of the tokens from `start` to before `end`, as written."""
        return self.text[self.start(start) : self.end(end - 1)]

    def begins_large(self, at: int) -> bool:
        """Whether a token begins with a capital letter."""
        return self.text[self.start(at)].isupper()
