"""Trees, flowers, books, windows: what returns in several scenes."""

from __future__ import annotations

import math
import random

from tools.samples import palette as c
from tools.samples.shapes import at, circle, ellipse, group, line, path, polygon, rect


def sun(x: float, y: float, r: float, fill: str) -> str:
    """A sun with two soft rings."""
    return (
        circle(x, y, r * 1.9, fill, 0.16)
        + circle(x, y, r * 1.4, fill, 0.28)
        + circle(x, y, r, fill)
    )


def cloud(x: float, y: float, s: float, fill: str = c.CREAM, opacity: float = 0.85) -> str:
    """A flat cloud about 240 wide at scale 1."""
    parts = [
        rect(-120, -18, 240, 36, fill, 18),
        rect(-70, -46, 130, 60, fill, 30),
        rect(20, 4, 150, 30, fill, 15),
    ]
    return group(parts, f"translate({x:g} {y:g}) scale({s:g})", opacity)


def birds(x: float, y: float, s: float, stroke: str) -> str:
    """Three birds far away."""
    one = "M-22 0Q-12 -12 0 0Q12 -12 22 0"
    spots = [(0, 0, 1), (60, -26, 0.8), (-52, -34, 0.7)]
    return at(x, y, s, [at(dx, dy, k, [path(one, "none", stroke, 4)]) for dx, dy, k in spots])


def tree(x: float, y: float, s: float, leaf: str = c.LEAF, light: str = c.SAGE) -> str:
    """A round tree that stands on (x, y), about 300 high at scale 1."""
    return at(
        x,
        y,
        s,
        [
            ellipse(0, 0, 90, 12, c.INK, 0.12),
            path("M-9 0C-7 -60 -6 -90 -10 -150L12 -150C8 -90 9 -60 12 0Z", c.BARK),
            line(0, -110, 44, -165, c.BARK, 9),
            line(0, -95, -42, -150, c.BARK, 8),
            circle(0, -220, 92, leaf),
            circle(-70, -180, 62, leaf),
            circle(72, -186, 66, leaf),
            circle(-26, -244, 58, light, 0.55),
            circle(52, -212, 40, light, 0.45),
            circle(-78, -192, 34, light, 0.4),
        ],
    )


def bush(x: float, y: float, s: float, fill: str = c.LEAF, light: str = c.SAGE) -> str:
    """A low bush that stands on (x, y)."""
    return at(
        x,
        y,
        s,
        [
            path(
                "M-90 0C-100 -50 -50 -72 -34 -54C-20 -96 44 -92 48 -52C84 -66 104 -20 92 0Z", fill
            ),
            circle(-20, -44, 22, light, 0.5),
            circle(48, -32, 16, light, 0.4),
        ],
    )


def palm(x: float, y: float, s: float, leaf: str = c.LEAF) -> str:
    """An areca palm that stands on (x, y), about 330 high at scale 1."""
    trunk = path("M-7 0C-4 -90 -12 -170 -4 -260L8 -260C4 -170 10 -90 9 0Z", c.WOOD)
    fronds = [
        group(
            [path("M0 0C40 -46 104 -46 138 -4C100 -24 50 -18 0 0Z", leaf)],
            f"translate(2 -258) rotate({a})",
        )
        for a in (-150, -118, -78, -42, -8, 22, 160)
    ]
    return at(x, y, s, [trunk, *fronds])


def bamboo(x: float, y: float, s: float, seed: int) -> str:
    """A clump of bamboo leaning over (x, y)."""
    rng = random.Random(seed)
    parts = []
    for i in range(11):
        lean = rng.uniform(-120, 120)
        high = rng.uniform(230, 360)
        parts.append(
            path(
                f"M{i * 7 - 35} 0Q{lean * 0.2:g} {-high * 0.6:g} {lean:g} {-high:g}",
                "none",
                c.SAGE,
                5,
            )
        )
        for _ in range(9):
            t = rng.uniform(0.45, 1)
            turn = rng.uniform(-60, 60) + (0 if lean > 0 else 180)
            leaf = path("M0 0Q26 -12 56 0Q26 10 0 0Z", rng.choice([c.LEAF, c.PINE, c.SAGE]))
            parts.append(at(lean * t * t, -high * t, rng.uniform(0.7, 1.1), [leaf], turn))
    return at(x, y, s, parts)


def lotus(x: float, y: float, s: float, petal: str = c.PETAL, deep: str = c.ROSE) -> str:
    """An open lotus seen from the side, about 200 wide at scale 1."""
    one = "M0 0C-34 -34 -30 -92 0 -124C30 -92 34 -34 0 0Z"
    back = [at(0, 0, 0.94, [path(one, deep)], a) for a in (-28, 28, 0)]
    side = [at(0, 2, 0.95, [path(one, petal)], a) for a in (-78, 78, -52, 52)]
    front = [
        at(0, 6, 0.86, [path(one, c.BLUSH)], -18),
        at(0, 6, 0.86, [path(one, c.BLUSH)], 18),
        ellipse(0, -4, 26, 12, c.STRAW),
        at(0, 12, 0.72, [path(one, petal)], -40),
        at(0, 12, 0.72, [path(one, petal)], 40),
        at(0, 16, 0.66, [path(one, c.CREAM)], 0),
    ]
    return at(x, y, s, [*back, *side, *front])


def lotus_leaf(x: float, y: float, s: float, fill: str = c.LEAF) -> str:
    """A leaf that floats on water."""
    veins = [
        line(0, 0, 118 * math.cos(a), 40 * math.sin(a), c.MINT, 2.5, 0.5)
        for a in (i * math.tau / 9 for i in range(9))
    ]
    return at(x, y, s, [ellipse(0, 6, 130, 46, c.INK, 0.18), ellipse(0, 0, 130, 46, fill), *veins])


def book(x: float, y: float, w: float, h: float, cover: str, band: str) -> str:
    """The spine of a book standing at (x, y), its lower left corner."""
    top = y - h
    return (
        rect(x, top, w, h, cover, 3)
        + rect(x, top + h * 0.14, w, h * 0.06, band, opacity=0.85)
        + rect(x, top + h * 0.78, w, h * 0.04, band, opacity=0.85)
    )


def lying_book(x: float, y: float, w: float, h: float, cover: str) -> str:
    """A book lying at (x, y), its lower left corner, pages to the right."""
    return (
        rect(x, y - h, w, h, cover, 6)
        + rect(x + w * 0.12, y - h + 7, w * 0.88, h - 14, c.CREAM, 2)
        + line(x + w * 0.14, y - h / 2, x + w - 6, y - h / 2, c.SAND, 2)
        + rect(x, y - h, w * 0.1, h, c.INK, 6, 0.18)
    )


def window(x: float, y: float, w: float, h: float, glass: str, frame: str = c.CREAM) -> str:
    """A window of two casements, (x, y) its upper left corner."""
    return (
        rect(x - 8, y - 8, w + 16, h + 16, frame, 3)
        + rect(x, y, w, h, glass)
        + rect(x + w / 2 - 3, y, 6, h, frame)
        + rect(x, y + h * 0.36 - 3, w, 6, frame)
        + polygon([(x, y), (x + w * 0.35, y), (x, y + h * 0.5)], c.CREAM, 0.18)
    )


def bouquet(x: float, y: float, s: float, bloom: str = c.PETAL, seed: int = 1) -> str:
    """A basket of flowers that stands on (x, y)."""
    rng = random.Random(seed)
    leaves = [
        at(
            0,
            -60,
            rng.uniform(0.9, 1.4),
            [path("M0 0Q50 -30 100 0Q50 24 0 0Z", c.LEAF)],
            -180 * i / 11,
        )
        for i in range(12)
    ]
    blooms = []
    for _ in range(26):
        a, r = rng.uniform(math.pi, math.tau), 92 * math.sqrt(rng.random())
        bx, by = r * math.cos(a), -66 + r * math.sin(a) * 0.9
        blooms += [
            circle(bx, by, 19, rng.choice([bloom, bloom, c.CREAM, c.BLUSH])),
            circle(bx, by, 7, c.GOLD, 0.9),
        ]
    basket = path("M-58 -62L58 -62L40 0L-40 0Z", c.WOOD)
    return at(x, y, s, [*leaves, *blooms, basket, rect(-64, -70, 128, 16, c.BARK, 8)])
