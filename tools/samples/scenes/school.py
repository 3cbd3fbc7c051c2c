"""The school and its grounds."""

from __future__ import annotations

import random

from tools.samples import palette as c
from tools.samples.motifs import (
    birds,
    bush,
    cloud,
    palm,
    sun,
    tree,
    window,
)
from tools.samples.shapes import (
    HEIGHT,
    WIDTH,
    at,
    backdrop,
    circle,
    ellipse,
    fade,
    line,
    path,
    picture,
    polygon,
    rect,
    ridge,
)


def _wing(
    x: float, y: float, w: float, floors: int, wall: str, glass: str, step: float = 96
) -> str:
    """A wing of the school with its lower left corner at (x, y), tiled roof on top."""
    high = floors * 120
    parts = [rect(x, y - high, w, high, wall)]
    for floor in range(floors):
        top = y - high + floor * 120
        spots = [x + 30 + i * step for i in range(int((w - 40) // step))]
        parts += [window(spot, top + 34, 46, 58, glass) for spot in spots]
        parts.append(rect(x - 8, top + 112, w + 16, 10, c.CREAM))
    eave = y - high
    parts += [
        polygon(
            [(x - 34, eave), (x + 24, eave - 74), (x + w - 24, eave - 74), (x + w + 34, eave)],
            c.BRICK,
        ),
        *(
            line(x + 40 + i * 26, eave - 70, x + 20 + i * 27, eave - 4, c.CLAY, 3, 0.5)
            for i in range(int(w // 28))
        ),
        rect(x + 18, eave - 82, w - 36, 12, c.CLAY, 6),
        rect(x - 34, eave - 2, w + 68, 10, c.CLAY, 4),
    ]
    return "".join(parts)


def _porch(x: float, y: float, glass: str, wall: str = c.CREAM, stone: str = c.SAND) -> str:
    """The middle of the main house: columns under a gable, steps below."""
    return "".join(
        [
            rect(x - 150, y - 330, 300, 330, wall),
            polygon([(x - 190, y - 326), (x, y - 436), (x + 190, y - 326)], c.BRICK),
            polygon([(x - 150, y - 330), (x, y - 416), (x + 150, y - 330)], wall),
            circle(x, y - 360, 22, c.GOLD), circle(x, y - 360, 13, wall),
            *(window(x - 108 + i * 82, y - 286, 52, 84, glass, stone) for i in range(3)),
            rect(x - 160, y - 176, 320, 16, stone),
            *(rect(cx, y - 160, 24, 160, stone) for cx in (x - 142, x - 66, x + 42, x + 118)),
            rect(x - 34, y - 132, 68, 132, c.WOOD), rect(x - 2, y - 132, 4, 132, c.BARK),
            *(rect(x - 170 - i * 16, y + i * 12, 340 + i * 32, 12, stone if i % 2 else wall) for i in range(4)),
        ]
    )  # fmt: skip


def gate() -> str:
    """The gate, an avenue of trees, the main house at its end."""
    avenue = [
        piece
        for i, (dx, y, s) in enumerate([(250, 640, 0.72), (360, 680, 0.92), (500, 740, 1.18)])
        for piece in (
            tree(800 - dx, y, s, c.PINE if i % 2 else c.LEAF, c.SAGE),
            tree(800 + dx, y, s, c.LEAF if i % 2 else c.PINE, c.SAGE),
        )
    ]
    posts = [
        piece
        for x in (250, 1286)
        for piece in (
            rect(x, 500, 64, 330, c.CREAM),
            rect(x - 10, 484, 84, 22, c.SAND, 4),
            rect(x - 6, 810, 76, 24, c.SAND),
            rect(x + 14, 540, 36, 180, c.SAND, 4),
        )
    ]
    fence = [
        *(rect(x, 640, 8, 180, c.NAVY, 4) for x in [*range(6, 250, 26), *range(1362, 1600, 26)]),
        rect(0, 660, 250, 8, c.NAVY),
        rect(0, 790, 250, 8, c.NAVY),
        rect(1350, 660, 250, 8, c.NAVY),
        rect(1350, 790, 250, 8, c.NAVY),
    ]
    return picture(
        backdrop(c.SKY, c.PALE, c.CREAM), sun(1240, 180, 62, c.STRAW), cloud(360, 150, 1.1), cloud(1420, 230, 0.7), cloud(930, 110, 0.6),
        ridge([520, 490, 510, 480, 505, 490, 520], c.MIST, 0.8),
        _wing(470, 640, 660, 2, c.BLUSH, c.SLATE), _porch(800, 640, c.SLATE),
        rect(0, 664, WIDTH, 236, c.SAGE),
        polygon([(700, 676), (900, 676), (1180, 900), (420, 900)], c.SAND), polygon([(770, 676), (830, 676), (900, 900), (700, 900)], c.CREAM, 0.7),
        *avenue, *fence, *posts,
        rect(240, 430, 1120, 70, c.CLAY, 10), rect(240, 430, 1120, 14, c.BRICK, 7), *(rect(x, 452, 60, 30, c.STRAW, 6, 0.35) for x in range(330, 1260, 88)),
        polygon([(200, 436), (270, 392), (1330, 392), (1400, 436)], c.BRICK),
        bush(150, 890, 1.1), bush(1460, 890, 1.2, c.PINE, c.LEAF), birds(560, 250, 0.7, c.SLATE),
    )  # fmt: skip


def courtyard() -> str:
    """The yard early on the first day."""
    benches = [
        at(
            x,
            800,
            1,
            [
                rect(-80, -40, 160, 14, c.WOOD, 4),
                rect(-66, -28, 10, 34, c.BARK),
                rect(56, -28, 10, 34, c.BARK),
            ],
        )
        for x in (330, 1270)
    ]
    flags = [
        polygon(
            [(x, 300 + 18 * (i % 2)), (x + 40, 300 + 18 * (i % 2)), (x + 20, 340 + 18 * (i % 2))],
            colour,
        )
        for i, (x, colour) in enumerate(
            zip(range(150, 1450, 66), [c.GOLD, c.BRICK, c.SAGE, c.PETAL] * 5, strict=False)
        )
    ]
    shade = [
        ellipse(x, y, 210, 30, c.INK, 0.12)
        for x, y in [(240, 760), (1370, 760), (1040, 720), (560, 720)]
    ]
    return picture(
        backdrop(c.SKY, c.CREAM), sun(240, 170, 60, c.STRAW), cloud(700, 120, 1.0), cloud(1300, 170, 0.8),
        ridge([480, 450, 470, 440, 465, 450, 480], c.MIST, 0.7),
        _wing(180, 640, 1240, 2, c.STRAW, c.SLATE, 88), _porch(800, 640, c.SLATE),
        rect(0, 640, WIDTH, 260, c.SAND), *(line(0, y, WIDTH, y, c.CREAM, 3, 0.8) for y in (700, 770, 850)),
        *(line(800 + (x - 800) * 0.6, 640, x, 900, c.CREAM, 3, 0.8) for x in range(-400, 2100, 200)),
        _fix_steps(), *shade,
        path("M60 300Q800 340 1540 290", "none", c.WOOD, 3, 0.7), *flags,
        tree(560, 720, 0.9, c.LEAF, c.SAGE), tree(1040, 720, 0.95, c.PINE, c.SAGE),
        tree(200, 770, 1.35, c.PINE, c.LEAF), tree(1400, 775, 1.45, c.LEAF, c.SAGE), *benches,
        bush(60, 890, 1.0), bush(1540, 890, 1.0, c.PINE, c.LEAF),
    )  # fmt: skip


def _fix_steps() -> str:
    """The steps of the porch once more, above the paving."""
    return "".join(
        rect(630 - i * 16, 640 + i * 12, 340 + i * 32, 12, c.BLUSH if i % 2 else c.CREAM)
        for i in range(4)
    )


def dusk() -> str:
    """Lit windows over the lake."""
    rng = random.Random(11)
    stars = [
        circle(rng.uniform(0, WIDTH), rng.uniform(20, 300), rng.uniform(1.2, 3), c.CREAM, 0.8)
        for _ in range(46)
    ]
    house = [_wing(260, 560, 1080, 2, c.SLATE, c.STRAW, 90), _porch_dusk(800, 560)]
    gleams = [
        rect(
            rng.uniform(280, 1320),
            rng.uniform(612, 820),
            rng.uniform(30, 110),
            5,
            c.STRAW,
            3,
            rng.uniform(0.2, 0.6),
        )
        for _ in range(70)
    ]
    lamps = [
        line(x, 600, x, 520, c.INK, 5)
        + circle(x, 512, 11, c.CREAM)
        + circle(x, 512, 30, c.STRAW, 0.25)
        for x in (190, 560, 1040, 1410)
    ]
    return picture(
        backdrop(c.NAVY, c.WINE, c.BRICK, c.PEACH), *stars, path("M1290 120A52 52 0 1 0 1340 186A44 44 0 0 1 1290 120Z", c.CREAM),
        ridge([470, 420, 450, 400, 440, 420, 460], c.WINE, 0.45),
        ridge([540, 510, 530, 505, 530, 510, 540], c.INK, 0.55),
        *house, rect(0, 558, WIDTH, 46, c.PINE), rect(0, 596, WIDTH, 8, c.INK, opacity=0.4),
        fade("lake", c.WINE, c.NAVY, c.INK), rect(0, 604, WIDTH, HEIGHT - 604, "url(#lake)"),
        rect(290, 604, 1020, 150, c.INK, opacity=0.25), *gleams, *lamps,
        tree(120, 600, 1.0, c.PINE, c.LEAF), tree(1490, 600, 1.1, c.PINE, c.LEAF), palm(60, 610, 1.0, c.PINE), palm(1560, 612, 0.9, c.PINE),
        path("M0 900C100 800 200 860 300 900Z", c.INK), *(path(f"M{x} 900Q{x + d} 800 {x + d * 1.6:g} {720 + abs(d)}", "none", c.INK, 5) for x, d in [(60, 20), (110, -16), (160, 34), (1480, -24), (1530, 14)]),
    )  # fmt: skip


def _porch_dusk(x: float, y: float) -> str:
    """The porch with its lights on."""
    return (
        _porch(x, y, c.STRAW, c.NAVY, c.SLATE)
        + rect(x - 34, y - 132, 68, 132, c.STRAW, opacity=0.9)
        + rect(x - 2, y - 132, 4, 132, c.GOLD)
    )


def new_trees() -> str:
    """Saplings along a road."""
    saplings = []
    for i in range(7):
        x, y, s = 1250 - i * 150, 590 + i * 38, 0.5 + i * 0.13
        saplings.append(
            at(x, y, s, [ellipse(0, 4, 56, 12, c.BARK, 0.8), line(26, 0, 26, -170, c.WOOD, 6), path("M0 0C4 -60 -4 -110 2 -170", "none", c.BARK, 9), line(-2, -96, 28, -96, c.STRAW, 5), *(at(0, -120 - k * 16, 1, [path("M0 0Q34 -22 66 0Q34 18 0 0Z", c.LEAF if k % 2 else c.SAGE)], a) for k, a in enumerate([-20, 200, -50, 235, -85]))])
        )  # fmt: skip
    can = [
        path("M-70 -90L70 -90L58 40L-58 40Z", c.NAVY),
        ellipse(0, -90, 70, 16, c.INK),
        path("M-50 -96C-40 -170 60 -170 60 -96", "none", c.NAVY, 12),
        path("M66 -20L150 -100L162 -84L72 14Z", c.SLATE),
        polygon([(140, -120), (190, -96), (160, -66)], c.MIST),
    ]
    spade = [
        line(0, -260, 0, -40, c.WOOD, 14),
        rect(-30, -280, 60, 18, c.BARK, 9),
        path("M-44 -60L44 -60C48 10 20 50 0 70C-20 50 -48 10 -44 -60Z", c.SLATE),
    ]
    return picture(
        backdrop(c.SKY, c.PALE, c.CREAM), sun(300, 200, 66, c.STRAW), cloud(820, 150, 1.1), cloud(1330, 210, 0.8),
        ridge([460, 420, 450, 400, 440, 420, 460], c.MIST, 0.8), ridge([520, 500, 515, 495, 512, 500, 520], c.SAGE, 0.8),
        rect(0, 540, WIDTH, 360, c.MINT), polygon([(1180, 540), (1300, 540), (900, 900), (-160, 900)], c.SAND),
        path("M1290 540C1200 640 1050 760 900 900L1600 900L1600 540Z", c.SAGE), path("M1180 540L-160 900L0 540Z", c.LEAF, opacity=0.35),
        *(bush(x, y, s) for x, y, s in [(80, 560, 0.6), (220, 552, 0.5), (1460, 560, 0.7), (1560, 570, 0.8)]),
        *saplings, at(1180, 800, 1.15, can), at(1420, 790, 1.0, spade, 14), ellipse(1440, 866, 120, 20, c.BARK, 0.5),
        birds(1040, 260, 0.8, c.SLATE),
    )  # fmt: skip


def morning_window() -> str:
    """A classroom window, the garden outside."""
    view = [
        fade("view", c.SKY, c.CREAM),
        rect(380, 110, 840, 560, "url(#view)"),
        sun(1000, 230, 48, c.STRAW),
        cloud(620, 220, 0.8),
        path(
            "M380 520C520 460 700 500 820 480C980 456 1100 500 1220 470L1220 670L380 670Z", c.MINT
        ),
        path(
            "M380 580C560 540 760 590 900 566C1040 545 1140 570 1220 560L1220 670L380 670Z", c.SAGE
        ),
        tree(520, 640, 0.85),
        tree(1090, 630, 0.75, c.PINE, c.LEAF),
        bush(760, 668, 0.8),
        bush(900, 670, 0.6, c.PINE, c.LEAF),
    ]
    frame = [
        path("M364 94H1236V686H364Z M380 110V670H1220V110Z", c.WOOD),
        rect(792, 110, 16, 560, c.WOOD),
        rect(380, 286, 840, 12, c.WOOD),
        rect(340, 680, 920, 30, c.BARK, 6),
    ]
    curtain = "M{0} 60C{1} 260 {2} 460 {0} 760L{3} 760C{4} 500 {5} 260 {3} 60Z"
    return picture(
        backdrop(c.CREAM, c.BLUSH), rect(0, 780, WIDTH, 120, c.WOOD), rect(0, 770, WIDTH, 14, c.BARK), *view, *frame,
        polygon([(380, 784), (1220, 784), (1420, 900), (180, 900)], c.STRAW, 0.4),
        path(curtain.format(250, 300, 220, 380, 330, 420), c.PEACH), path(curtain.format(290, 330, 270, 330, 300, 350), c.BRICK, opacity=0.25),
        path(curtain.format(1350, 1300, 1380, 1220, 1270, 1180), c.PEACH), path(curtain.format(1310, 1270, 1330, 1270, 1300, 1250), c.BRICK, opacity=0.25),
        rect(200, 44, 1200, 20, c.BARK, 10),
        at(1120, 680, 1.0, [path("M-44 -70L44 -70L32 0L-32 0Z", c.CLAY), *(at(0, -70, 1, [path("M0 0Q18 -60 0 -110Q-18 -60 0 0Z", c.LEAF)], a) for a in (-50, -25, 0, 25, 50))]),
        at(470, 680, 1.0, [rect(-70, -22, 150, 22, c.NAVY, 4), rect(-60, -44, 130, 22, c.BRICK, 4), rect(-66, -64, 140, 20, c.GOLD, 4)]),
    )  # fmt: skip
