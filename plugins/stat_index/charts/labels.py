"""Texts that never lie on each other, at the narrow and at the wide size of a drawing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Anchor = Literal["start", "middle", "end"]
Shown = Literal["", "wide", "narrow"]
"""At every size, only at the wide one, only at the narrow one."""

#: Width of the whole drawing at which it is laid out: a 320 px phone, and the container
#: width at which charts.css changes from one to the other.
NARROW, WIDE = 288, 544
LINE = 15
"""Height of a line of text."""
_DIGIT, _POINT, _LETTER = 8.3, 4.2, 8.0
"""Upper bounds of widths at 13 px in the fonts of the theme (DejaVu Sans is the widest)."""


def text_width(text: str) -> float:
    """No less than `text` needs."""
    return sum(_DIGIT if c.isdigit() else _POINT if c in ".,: " else _LETTER for c in text)


@dataclass(frozen=True, slots=True)
class Label:
    """A text at a mark."""

    share: float
    """Horizontal place, between 0 and 1 of the drawing."""
    y: float
    """Baseline of its last line."""
    lines: tuple[str, ...]
    anchor: Anchor
    rank: int
    """The lower, the more it matters."""

    def box(self, width: float) -> tuple[float, float, float, float]:
        """Left, top, right, bottom in a drawing of `width`."""
        needed = max(map(text_width, self.lines))
        x = self.share * width
        left = {"start": x, "middle": x - needed / 2, "end": x - needed}[self.anchor]
        return left, self.y - LINE * len(self.lines) + 3, left + needed, self.y + 3


def anchor_at(share: float, lines: Sequence[str], width: float) -> Anchor:
    """How a text must hang so that it does not leave a drawing of `width`."""
    half = max(map(text_width, lines)) / 2
    if share * width < half:
        return "start"
    return "end" if (1 - share) * width < half else "middle"


def shown_labels(labels: Iterable[Label], gutter: float) -> list[tuple[Label, Shown]]:
    """The labels that find room, the ones that matter first; the narrow ones stay when wide."""
    ranked = sorted(labels, key=lambda label: label.rank)
    narrow = _fitting(ranked, [], NARROW - gutter)
    wide = _fitting(ranked, narrow, WIDE - gutter)
    return [(label, "" if label in narrow else "wide") for label in wide]


def _fitting(ranked: list[Label], kept: list[Label], width: float) -> list[Label]:
    kept = list(kept)
    boxes = [label.box(width) for label in kept]
    for label in ranked:
        box = label.box(width)
        if label not in kept and not any(_meet(box, other) for other in boxes):
            kept.append(label)
            boxes.append(box)
    return kept


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return (
        one[0] < other[2] + 3 and other[0] < one[2] + 3 and one[1] < other[3] and other[1] < one[3]
    )


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
