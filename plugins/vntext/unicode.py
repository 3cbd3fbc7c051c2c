"""NFC text that remembers where each of its code points came from."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class NormalText:
    """A source string beside its NFC form.

    Offsets count code points. `source_span` leads a half-open span of `text`
    back to the half-open span of `source` that it was composed from.
    """

    source: str
    text: str
    _starts: tuple[int, ...] | None = field(repr=False)
    """Source offset of each code point of `text`, and the source length at the
    end; None when both strings are the same."""

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of `source` behind `text[start:end]`."""
        if self._starts is None:
            return start, end
        return self._starts[start], self._starts[end]

    def text_offset(self, source_offset: int) -> int:
        """The first offset of `text` that does not lie before `source_offset`."""
        if self._starts is None:
            return source_offset
        return bisect_left(self._starts, source_offset)


def nfc(source: str) -> str:
    """`source` in Unicode Normalization Form C."""
    return unicodedata.normalize("NFC", source)


def normal_text(source: str) -> NormalText:
    """`source` with its NFC form and the map between them, in linear time.

    The source is cut before every code point that starts a new combining
    sequence; each piece composes by itself, so its first code point marks
    where all code points of its composed form began.
    """
    if unicodedata.is_normalized("NFC", source):
        return NormalText(source, source, None)
    pieces: list[str] = []
    starts: list[int] = []
    begin = 0
    for end in [*_boundaries(source), len(source)]:
        piece = unicodedata.normalize("NFC", source[begin:end])
        pieces.append(piece)
        starts.extend([begin] * len(piece))
        begin = end
    return NormalText(source, "".join(pieces), (*starts, len(source)))


def _boundaries(source: str) -> list[int]:
    """Offsets at which a piece may begin that composes independently."""
    return [
        index
        for index, char in enumerate(source)
        if index and unicodedata.combining(char) == 0 and not _joins_backwards(char)
    ]


def _joins_backwards(char: str) -> bool:
    """Whether a starter can still compose with what stands before it.

    True of Hangul vowels and trailing consonants, and of the few starters
    whose quick check says "maybe".
    """
    return char > "\u02ff" and (
        "\u1161" <= char <= "\u11ff" or not unicodedata.is_normalized("NFC", "\u1100" + char)
    )
