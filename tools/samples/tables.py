"""Table tops and what lies on them."""

from __future__ import annotations

import random

from tools.samples import palette as c
from tools.samples.shapes import HEIGHT, WIDTH, at, ellipse, fade, line, path, rect


def grain(y: float, seed: int) -> str:
    """The grain of a table top from `y` down."""
    rng = random.Random(seed)
    return "".join(
        line(
            x := rng.uniform(0, 1400),
            v := rng.uniform(y + 10, HEIGHT),
            x + rng.uniform(80, 300),
            v,
            c.BARK,
            3,
            0.22,
        )
        for _ in range(36)
    )


def table(y: float, seed: int) -> str:
    """A table top from `y` down."""
    return (
        fade(f"table{seed}", c.WOOD, c.BARK)
        + rect(0, y, WIDTH, HEIGHT - y, f"url(#table{seed})")
        + grain(y, seed)
        + rect(0, y, WIDTH, 8, c.STRAW, opacity=0.35)
    )


def cup(x: float, y: float, s: float, fill: str) -> str:
    """A cup with steam, standing on (x, y)."""
    return at(
        x, y, s,
        [
            ellipse(0, 2, 100, 15, c.INK, 0.22), ellipse(0, -4, 92, 15, c.CREAM), path("M54 -84C110 -90 110 -22 46 -26", "none", fill, 14),
            path("M-62 -104L62 -104C60 -40 46 -6 20 -6L-20 -6C-46 -6 -60 -40 -62 -104Z", fill), ellipse(0, -104, 62, 13, c.CREAM), ellipse(0, -102, 52, 9, c.WOOD),
            path("M-18 -128C-34 -156 0 -166 -14 -200", "none", c.CREAM, 7, 0.6), path("M20 -128C4 -156 36 -170 22 -204", "none", c.CREAM, 7, 0.6),
        ],
    )  # fmt: skip


def sheet(w: float, h: float, lines: int, fill: str = c.CREAM) -> str:
    """A written sheet around (0, 0)."""
    parts = [
        rect(-w / 2 + 6, -h / 2 + 8, w, h, c.INK, 4, 0.14),
        rect(-w / 2, -h / 2, w, h, fill, 4),
    ]
    parts += [
        line(-w / 2 + 22, y := -h / 2 + 34 + i * 24, w / 2 - (22 if i % 3 else 60), y, c.MIST, 5)
        for i in range(lines)
    ]
    return "".join(parts)
