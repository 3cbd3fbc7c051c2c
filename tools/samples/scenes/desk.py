"""Still lifes: tables, books, flowers."""

from __future__ import annotations

import math

from tools.samples import palette as c
from tools.samples.motifs import (
    cloud,
    tree,
)
from tools.samples.shapes import (
    HEIGHT,
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
)
from tools.samples.tables import cup, sheet, table


def round_table() -> str:
    """A round table from above, with papers, notebooks and tea."""
    seats = []
    for i in range(8):
        a = i * math.tau / 8 + 0.2
        x, y = 800 + 520 * math.cos(a), 450 + 420 * math.sin(a)
        seats.append(
            at(
                x,
                y,
                1,
                [
                    rect(-80, -56, 160, 112, c.INK, 40, 0.14),
                    rect(-78, -60, 156, 108, [c.NAVY, c.LEAF][i % 2], 40),
                    rect(-58, -44, 116, 76, [c.SLATE, c.SAGE][i % 2], 28),
                ],
                math.degrees(a) + 90,
            )
        )
    items = []
    for i in range(8):
        a = i * math.tau / 8 + 0.2
        x, y, turn = 800 + 285 * math.cos(a), 450 + 245 * math.sin(a), math.degrees(a) - 90
        if i % 3 == 0:
            thing = [
                rect(-74, -50, 148, 100, c.BRICK, 6),
                rect(-68, -46, 66, 92, c.CREAM, 3),
                rect(2, -46, 66, 92, c.CREAM, 3),
                *(
                    line(-58, -28 + k * 18, -14, -28 + k * 18, c.MIST, 4)
                    + line(14, -28 + k * 18, 58, -28 + k * 18, c.MIST, 4)
                    for k in range(4)
                ),
            ]
        else:
            thing = [sheet(118, 150, 4)]
        items.append(at(x, y, 0.92, thing, turn))
        b = a + 0.27
        items.append(
            at(
                800 + 290 * math.cos(b),
                450 + 252 * math.sin(b),
                1,
                [
                    circle(3, 5, 30, c.INK, 0.15),
                    circle(0, 0, 30, c.CREAM),
                    circle(0, 0, 21, c.GOLD),
                    circle(0, 0, 17, c.WOOD, 0.6),
                ],
            )
        )
        items.append(
            at(
                800 + 330 * math.cos(a - 0.2),
                450 + 290 * math.sin(a - 0.2),
                1,
                [rect(-44, -5, 88, 10, [c.WINE, c.NAVY, c.GOLD][i % 3], 5)],
                turn + 30,
            )
        )
    petals = [
        at(
            800,
            450,
            1,
            [path("M0 0C-30 -36 -22 -86 0 -104C22 -86 30 -36 0 0Z", [c.PETAL, c.BLUSH][i % 2])],
            i * 36,
        )
        for i in range(10)
    ]
    return picture(
        backdrop(c.SAND, c.BLUSH), *(line(x, 0, x, HEIGHT, c.PEACH, 3, 0.35) for x in range(60, 1600, 120)), *seats,
        ellipse(806, 466, 440, 378, c.INK, 0.2), ellipse(800, 450, 440, 372, c.WOOD), ellipse(800, 446, 418, 350, c.STRAW), ellipse(800, 446, 418, 350, c.WOOD, 0.22),
        *items, circle(800, 450, 96, c.LEAF, 0.35), *petals, circle(800, 450, 26, c.GOLD),
    )  # fmt: skip


def online_class() -> str:
    """A laptop with a class on its screen, by the window."""
    tiles = []
    colours = [c.PEACH, c.MINT, c.STRAW, c.PETAL, c.SKY, c.SAGE]
    for i in range(6):
        x, y = 560 + (i % 3) * 168, 340 + (i // 3) * 138
        tiles += [
            rect(x, y, 154, 122, colours[i], 8),
            circle(x + 77, y + 52, 25, c.INK, 0.75),
            path(
                f"M{x + 30} {y + 122}C{x + 34} {y + 76} {x + 120} {y + 76} {x + 124} {y + 122}Z",
                [c.NAVY, c.BRICK, c.PINE][i % 3],
            ),
        ]
    return picture(
        backdrop(c.BLUSH, c.CREAM), rect(80, 70, 380, 480, c.CREAM, 6), fade("out", c.SKY, c.PALE), rect(100, 90, 340, 440, "url(#out)"), cloud(270, 190, 0.6), path("M100 430C180 380 300 440 440 400L440 530L100 530Z", c.SAGE), tree(200, 520, 0.5), rect(264, 90, 12, 440, c.CREAM), rect(100, 280, 340, 10, c.CREAM), rect(60, 546, 420, 22, c.SAND, 4),
        rect(1190, 190, 320, 16, c.WOOD, 4), *(rect(x, 190 - h, w, h, f, 3) for x, w, h, f in [(1210, 30, 96, c.NAVY), (1244, 24, 84, c.BRICK), (1272, 34, 104, c.GOLD), (1310, 26, 90, c.LEAF), (1340, 30, 80, c.SLATE)]), at(1450, 190, 0.7, [path("M-36 -60L36 -60L26 0L-26 0Z", c.CLAY), *(at(0, -60, 1, [path("M0 0Q22 -60 0 -110Q-22 -60 0 0Z", c.LEAF)], a) for a in (-60, -30, 0, 30, 60))]),
        table(690, 3),
        ellipse(810, 740, 420, 22, c.INK, 0.25), rect(520, 300, 580, 390, c.INK, 18), rect(540, 320, 540, 330, c.NAVY, 4), *tiles,
        rect(690, 618, 240, 20, c.INK, 10, 0.6), *(circle(740 + i * 46, 628, 6, f) for i, f in enumerate([c.SAGE, c.CREAM, c.CREAM, c.BRICK])),
        polygon([(500, 690), (1120, 690), (1190, 740), (430, 740)], c.MIST), rect(430, 738, 760, 12, c.SLATE, 6), polygon([(700, 704), (920, 704), (940, 728), (680, 728)], c.SLATE, 0.5),
        at(300, 760, 1.0, [path("M-64 -110L64 -110L48 0L-48 0Z", c.CREAM), *(at(0, -110, 1.5, [path("M0 0Q24 -56 0 -112Q-24 -56 0 0Z", c.LEAF if i % 2 else c.SAGE)], a) for i, a in enumerate((-70, -46, -22, 2, 26, 50, 74)))]),
        cup(1330, 800, 1.0, c.BRICK), at(620, 826, 1, [sheet(260, 96, 2)], -3), at(900, 836, 1, [rect(-120, -6, 240, 12, c.GOLD, 6), polygon([(120, -6), (150, 0), (120, 6)], c.BARK)], -10),
    )  # fmt: skip


def notebook() -> str:
    """A notebook, a calendar, pens: applications are open."""
    days = [
        rect(-150 + (i % 7) * 44, -40 + (i // 7) * 40, 34, 30, c.GOLD if i == 16 else c.PALE, 6)
        for i in range(30)
    ]
    calendar = [
        rect(-186, -150, 376, 330, c.INK, 12, 0.15),
        rect(-190, -160, 380, 330, c.CREAM, 12),
        rect(-190, -160, 380, 84, c.CLAY, 12),
        rect(-190, -110, 380, 34, c.CLAY),
        *(rect(x, -178, 14, 46, c.INK, 7) for x in (-120, -40, 40, 120)),
        rect(-80, -128, 160, 22, c.CREAM, 11, 0.85),
        *days,
    ]
    page = [
        rect(-300, -190, 610, 400, c.INK, 14, 0.18),
        rect(-304, -200, 608, 400, c.NAVY, 14),
        rect(-290, -188, 286, 376, c.CREAM, 4),
        rect(4, -188, 286, 376, c.CREAM, 4),
        polygon([(-16, -188), (0, -176), (0, 188), (-16, 188)], c.SAND),
        *(
            line(-262, -140 + i * 44, -40 - (i % 3) * 40, -140 + i * 44, c.MIST, 5)
            for i in range(7)
        ),
        *(line(60, -140 + i * 44, 250, -140 + i * 44, c.MIST, 5, 0.7) for i in range(7)),
        *(path(f"M30 {-142 + i * 44}l8 9l16 -20", "none", c.LEAF, 6) for i in range(4)),
    ]
    return picture(
        backdrop(c.SAGE, c.MINT), circle(1420, 120, 260, c.CREAM, 0.12), circle(160, 820, 300, c.PINE, 0.12),
        at(640, 500, 1.12, page, -5), at(1220, 400, 1.0, calendar, 7),
        at(820, 620, 1, [rect(-190, -8, 380, 22, c.INK, 10, 0.16), rect(-190, -16, 330, 24, c.BRICK, 10), rect(60, -16, 26, 24, c.GOLD), polygon([(138, -16), (196, -4), (138, 8)], c.PEACH), polygon([(172, -9), (196, -4), (172, 1)], c.INK)], -32),
        at(1210, 740, 1, [rect(-150, -36, 310, 90, c.INK, 8, 0.14), rect(-156, -46, 310, 90, c.CREAM, 8), polygon([(-156, -46), (0, 30), (154, -46)], c.SAND), path("M-156 -46L0 30L154 -46", "none", c.WOOD, 4, 0.5)], -6),
        at(200, 190, 1, [circle(6, 10, 92, c.INK, 0.14), circle(0, 0, 92, c.CREAM), circle(0, 0, 70, c.WOOD), circle(0, 0, 70, c.BARK, 0.5), circle(-18, -20, 20, c.STRAW, 0.25), path("M84 -30C150 -40 150 40 84 30", "none", c.CREAM, 18)]),
        *(at(x, y, s, [path("M0 0Q60 -44 130 0Q60 38 0 0Z", f)], a) for x, y, s, a, f in [(1500, 880, 1.6, -120, c.LEAF), (1520, 890, 1.7, -90, c.PINE), (1540, 880, 1.5, -150, c.LEAF), (1480, 900, 1.3, -60, c.SAGE)]),
    )  # fmt: skip
