"""NFC text that remembers where each of its code points came from."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache, lru_cache

from vntext.values import quickly_made


@quickly_made
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


@lru_cache(4)
def utf8(text: str) -> bytes:
    """`text` as UTF-8, surrogates let pass: of a body, which several ask for one after another."""
    return text.encode("utf-8", "surrogatepass")


def nfc(source: str) -> str:
    """`source` in Unicode Normalization Form C."""
    return unicodedata.normalize("NFC", source)


def spaced(source: str) -> str:
    """`source` in NFC, its no-break spaces spaces."""
    return nfc(source).replace("\u00a0", " ")


@cache
def _not_xml() -> re.Pattern[str]:
    # So wide a set takes three milliseconds to compile, and hardly a text is asked.
    return re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """`text` with U+FFFD for each character that XML cannot hold, not even as an entity."""
    # None of them is printable, and that is known sooner.
    return text if text.isprintable() else _not_xml().sub("\ufffd", text)


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
    for line in source.split("\n"):
        end = min(begin + len(line) + 1, len(source))
        if unicodedata.is_normalized("NFC", line):
            pieces.append(source[begin:end])
            starts.extend(range(begin, end))
        else:
            _compose(source, begin, end, pieces, starts)
        begin = end
    return NormalText(source, "".join(pieces), (*starts, len(source)))


def _compose(source: str, begin: int, end: int, pieces: list[str], starts: list[int]) -> None:
    """Adds the composed pieces of one line, and where each of their code points began.

    Nothing composes over a line break, so lines can be told apart first.
    """
    for stop in [*(begin + at for at in _boundaries(source[begin:end])), end]:
        piece = unicodedata.normalize("NFC", source[begin:stop])
        pieces.append(piece)
        if len(piece) == stop - begin:
            starts.extend(range(begin, stop))
        else:
            starts.extend([begin] * len(piece))
        begin = stop


#: A run of ASCII text whose next character is ASCII too composes with nothing.
_STEADY = re.compile(r"[\x00-\x7f]+(?=[\x00-\x7f])")


def _boundaries(source: str) -> list[int]:
    """Offsets at which a piece may begin that composes independently."""
    found: list[int] = []
    steady = 0
    for run in _STEADY.finditer(source):
        found.extend(_starters(source, steady, run.start()))
        if run.start():
            found.append(run.start())
        found.append(run.end())
        steady = run.end()
    found.extend(_starters(source, steady, len(source)))
    return sorted(set(found) - {0})


def _starters(source: str, begin: int, end: int) -> list[int]:
    return [
        index
        for index in range(begin, end)
        if index
        and unicodedata.combining(source[index]) == 0
        and not _joins_backwards(source[index])
    ]


def _joins_backwards(char: str) -> bool:
    """Whether a starter can still compose with what stands before it.

    True of Hangul vowels and trailing consonants, and of the few starters
    whose quick check says "maybe".
    """
    return char > "\u02ff" and (
        "\u1161" <= char <= "\u11ff" or not unicodedata.is_normalized("NFC", "\u1100" + char)
    )
