"""Texts that lie neither on each other nor on marks, at the narrow and at the wide size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from vntext.values import quickly_made

Anchor = Literal["start", "middle", "end"]
Shown = Literal["", "wide", "narrow"]
"""At every size, only at the wide one, only at the narrow one."""
Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""

#: Width of the whole drawing at which it is laid out: a 320 px phone, and the container
#: width at which charts.css changes from one to the other.
NARROW, WIDE = 288, 544
LINE = 15
"""Height of a line of text."""
_AIR = 3
_NO_SLOT = -1
_DIGIT, _POINT, _LETTER = 8.3, 4.2, 8.0
"""Upper bounds of widths at 13 px in the fonts of the theme (DejaVu Sans is the widest)."""


@lru_cache(maxsize=4096)
def text_width(text: str) -> float:
    """No less than `text` needs."""
    return sum(_DIGIT if c.isdigit() else _POINT if c in ".,: " else _LETTER for c in text)


@quickly_made
@dataclass(frozen=True, slots=True)
class Label:
    """The text at a mark."""

    slot: int
    share: float
    """Horizontal place, between 0 and 1 of the drawing."""
    y: float
    """Baseline of its last line."""
    words: tuple[str, ...]
    """Soft lines above the numbers."""
    numbers: tuple[str, ...]
    rank: int
    """The lower, the more it matters."""

    @property
    def lines(self) -> tuple[str, ...]:
        """From top to bottom."""
        return self.words + self.numbers

    def anchor(self, width: float) -> Anchor:
        """How it must hang so that it does not leave a drawing of `width`."""
        half = self._width() / 2
        if self.share * width < half:
            return "start"
        return "end" if (1 - self.share) * width < half else "middle"

    def box(self, width: float) -> Box:
        """Its place in a drawing of `width`."""
        needed = self._width()
        x = self.share * width
        left = {"start": x, "middle": x - needed / 2, "end": x - needed}[self.anchor(width)]
        return left, self.y - LINE * len(self.lines) + 3, left + needed, self.y + 3

    def _width(self) -> float:
        return max(map(text_width, self.lines))


@quickly_made
@dataclass(frozen=True, slots=True)
class Obstacle:
    """A mark that labels of other slots must not lie on."""

    slot: int
    left: float
    right: float
    """Shares of the drawing."""
    pad: float
    """Pixels to both sides."""
    top: float
    bottom: float

    def box(self, width: float) -> Box:
        """Its place in a drawing of `width`."""
        return self.left * width - self.pad, self.top, self.right * width + self.pad, self.bottom


def shown_labels(
    labels: Iterable[Label], obstacles: Sequence[Obstacle], gutter: float
) -> Iterator[tuple[Label, Shown]]:
    """The labels that find room, those that matter first; what is shown narrow stays when wide."""
    ranked = sorted(labels, key=lambda label: label.rank)
    narrow, wide = NARROW - gutter, WIDE - gutter
    # Between the widths a label may change the side to which it hangs.
    always = _fitting(ranked, [], obstacles, (narrow, wide))
    for label in _fitting(ranked, always, obstacles, (wide,)):
        yield label, "" if label in always else "wide"


def _fitting(
    ranked: list[Label], kept: list[Label], obstacles: Sequence[Obstacle], widths: Sequence[float]
) -> list[Label]:
    """Those `kept`, and those of the others that find room beside them at each of `widths`."""
    kept = list(kept)
    taken = {
        width: [
            *(_taken(label.box(width)) for label in kept),
            *(_taken(obstacle.box(width), obstacle.slot) for obstacle in obstacles),
        ]
        for width in widths
    }
    for label in ranked:
        if label not in kept and all(_is_free(label, width, taken[width]) for width in widths):
            kept.append(label)
            for width in widths:
                taken[width].append(_taken(label.box(width)))
    return kept


def _is_free(label: Label, width: float, taken: Iterable[_Taken]) -> bool:
    own, (left, top, right, bottom) = label.slot, label.box(width)
    right += _AIR
    # Spelt out: the labels of all charts are held against a million boxes.
    return not any(
        left < far and near < right and top < low and high < bottom and slot != own
        for near, high, far, low, slot in taken
    )


_Taken = tuple[float, float, float, float, int]
"""A box with air to its right, and the slot whose own labels may lie on it."""


def _taken(box: Box, slot: int = _NO_SLOT) -> _Taken:
    left, top, right, bottom = box
    return left, top, right + _AIR, bottom, slot


def tick_steps(names: Sequence[str], gutter: float) -> list[tuple[int, Shown]]:
    """Slots whose names are written below the axis, and at which size."""
    narrow, wide = (set(_every(names, width - gutter)) for width in (NARROW, WIDE))
    return [
        (slot, "" if slot in narrow and slot in wide else "narrow" if slot in narrow else "wide")
        for slot in sorted(narrow | wide)
    ]


def _every(names: Sequence[str], width: float) -> list[int]:
    """Slots with room for their names: round years, else counted back from the last."""
    needed = max(map(text_width, names)) + 6
    step = next((s for s in (1, 2, 5, 10, 20, 50) if width / len(names) * s >= needed), len(names))
    if step > 1 and all(name.isdigit() for name in names):
        round_years = [slot for slot, name in enumerate(names) if int(name) % step == 0]
        if len(round_years) > 1:
            return round_years
    return [slot for slot in range(len(names)) if (len(names) - 1 - slot) % step == 0]
