"""Still lifes: tables, books, flowers."""

from __future__ import annotations

import math
import random

from tools.samples import palette as c
from tools.samples.shapes import (
    HEIGHT,
    WIDTH,
    at,
    backdrop,
    bush,
    circle,
    cloud,
    ellipse,
    fade,
    group,
    line,
    lotus,
    lying_book,
    path,
    picture,
    polygon,
    rect,
    sun,
    tree,
)


def _grain(y: float, seed: int) -> str:
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


def _table(y: float, seed: int) -> str:
    """A table top from `y` down."""
    return (
        fade(f"table{seed}", c.WOOD, c.BARK)
        + rect(0, y, WIDTH, HEIGHT - y, f"url(#table{seed})")
        + _grain(y, seed)
        + rect(0, y, WIDTH, 8, c.STRAW, opacity=0.35)
    )


def _cup(x: float, y: float, s: float, fill: str) -> str:
    """A cup with steam, standing on (x, y)."""
    return at(
        x, y, s,
        [
            ellipse(0, 2, 100, 15, c.INK, 0.22), ellipse(0, -4, 92, 15, c.CREAM), path("M54 -84C110 -90 110 -22 46 -26", "none", fill, 14),
            path("M-62 -104L62 -104C60 -40 46 -6 20 -6L-20 -6C-46 -6 -60 -40 -62 -104Z", fill), ellipse(0, -104, 62, 13, c.CREAM), ellipse(0, -102, 52, 9, c.WOOD),
            path("M-18 -128C-34 -156 0 -166 -14 -200", "none", c.CREAM, 7, 0.6), path("M20 -128C4 -156 36 -170 22 -204", "none", c.CREAM, 7, 0.6),
        ],
    )  # fmt: skip


def _sheet(w: float, h: float, lines: int, fill: str = c.CREAM) -> str:
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
            thing = [_sheet(118, 150, 4)]
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


def books_by_the_window() -> str:
    """Cloth-bound books, tea and a twig on the window sill."""
    twig = [
        path("M0 0C30 -120 -20 -220 70 -360", "none", c.BARK, 9),
        path("M14 -150C60 -180 90 -200 120 -250", "none", c.BARK, 6),
        path("M4 -230C-40 -260 -50 -300 -80 -330", "none", c.BARK, 6),
    ]
    blooms = [
        at(
            x,
            y,
            1,
            [
                *(
                    circle(
                        17 * math.cos(k * math.tau / 5),
                        17 * math.sin(k * math.tau / 5),
                        14,
                        c.PETAL,
                    )
                    for k in range(5)
                ),
                circle(0, 0, 8, c.GOLD),
            ],
        )
        for x, y in [
            (70, -360),
            (30, -290),
            (120, -250),
            (82, -210),
            (-80, -330),
            (-44, -280),
            (10, -190),
            (-8, -250),
            (96, -310),
        ]
    ]
    return picture(
        backdrop(c.SKY, c.CREAM), sun(1220, 220, 66, c.STRAW), cloud(560, 190, 1.1), cloud(980, 300, 0.7),
        path("M0 560C300 480 620 560 900 510C1200 460 1400 520 1600 490L1600 700L0 700Z", c.MINT), path("M0 620C320 570 700 630 1000 590C1300 560 1450 600 1600 580L1600 720L0 720Z", c.SAGE),
        tree(360, 680, 0.8), tree(1400, 670, 0.9, c.PINE, c.LEAF), bush(680, 690, 0.8), bush(1090, 690, 0.9, c.PINE, c.LEAF),
        rect(0, 0, 60, 720, c.CREAM), rect(1540, 0, 60, 720, c.CREAM), rect(0, 0, WIDTH, 44, c.CREAM), rect(784, 0, 32, 720, c.CREAM), rect(816, 0, 8, 720, c.SAND),
        rect(0, 690, WIDTH, 210, c.CREAM), rect(0, 690, WIDTH, 14, c.PALE), rect(0, 840, WIDTH, 60, c.SAND),
        ellipse(560, 800, 300, 22, c.INK, 0.14), lying_book(300, 800, 480, 62, c.NAVY), lying_book(330, 738, 430, 54, c.BRICK), lying_book(310, 684, 440, 48, c.LEAF), lying_book(350, 636, 370, 44, c.GOLD), lying_book(336, 592, 390, 40, c.WINE),
        group([path("M380 552C450 510 520 514 560 544C600 514 680 510 742 552L742 560L380 560Z", c.CREAM), line(560, 544, 560, 558, c.MIST, 4)]),
        _cup(960, 806, 1.15, c.BRICK),
        at(1270, 640, 1, [*twig, *blooms]), path("M1210 640C1190 720 1200 800 1220 806L1320 806C1340 800 1350 720 1330 640Z", c.SLATE), ellipse(1270, 640, 60, 12, c.NAVY), path("M1216 700C1240 716 1300 716 1328 700", "none", c.MIST, 6, 0.6),
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
        _table(690, 3),
        ellipse(810, 740, 420, 22, c.INK, 0.25), rect(520, 300, 580, 390, c.INK, 18), rect(540, 320, 540, 330, c.NAVY, 4), *tiles,
        rect(690, 618, 240, 20, c.INK, 10, 0.6), *(circle(740 + i * 46, 628, 6, f) for i, f in enumerate([c.SAGE, c.CREAM, c.CREAM, c.BRICK])),
        polygon([(500, 690), (1120, 690), (1190, 740), (430, 740)], c.MIST), rect(430, 738, 760, 12, c.SLATE, 6), polygon([(700, 704), (920, 704), (940, 728), (680, 728)], c.SLATE, 0.5),
        at(300, 760, 1.0, [path("M-64 -110L64 -110L48 0L-48 0Z", c.CREAM), *(at(0, -110, 1.5, [path("M0 0Q24 -56 0 -112Q-24 -56 0 0Z", c.LEAF if i % 2 else c.SAGE)], a) for i, a in enumerate((-70, -46, -22, 2, 26, 50, 74)))]),
        _cup(1330, 800, 1.0, c.BRICK), at(620, 826, 1, [_sheet(260, 96, 2)], -3), at(900, 836, 1, [rect(-120, -6, 240, 12, c.GOLD, 6), polygon([(120, -6), (150, 0), (120, 6)], c.BARK)], -10),
    )  # fmt: skip


def diplomas() -> str:
    """Rolled diplomas with ribbons beside lotus flowers."""
    roll = [
        rect(-230, 28, 470, 22, c.INK, 11, 0.2),
        rect(-230, -38, 460, 76, c.CREAM, 16),
        rect(-230, 14, 460, 24, c.SAND, 10),
        ellipse(230, 0, 18, 38, c.SAND),
        ellipse(230, 0, 9, 20, c.WOOD, 0.5),
        rect(-34, -40, 52, 80, c.CLAY),
        path("M-8 30C-40 70 -60 100 -70 136L-40 120L-26 146C-20 110 -8 70 0 36Z", c.BRICK),
        path("M0 30C24 70 50 96 66 128L36 116L26 142C12 106 2 70 -6 36Z", c.CLAY),
        circle(-8, 4, 30, c.BRICK),
        circle(-8, 4, 18, c.GOLD),
    ]
    leaves = [
        at(1130, 640, 1.7, [path("M0 0Q60 -40 130 0Q60 36 0 0Z", c.LEAF if i % 2 else c.PINE)], a)
        for i, a in enumerate((-160, -130, -100, -70, -40, -15, 165))
    ]
    return picture(
        backdrop(c.NAVY, c.SLATE, c.MIST), *(circle(x, y, r, c.CREAM, 0.06) for x, y, r in [(300, 200, 160), (1250, 160, 220), (760, 330, 120), (1500, 400, 90)]), _table(600, 5),
        at(520, 730, 1.15, roll, -6), at(600, 650, 1.15, roll, 5), at(480, 590, 1.0, roll, -3),
        *leaves,
        *(path(f"M{x} {y}Q{(x + 1130) / 2} {y + 120} 1130 780", "none", c.LEAF, 12) for x, y in [(1010, 470), (1150, 400), (1290, 480), (1080, 560), (1220, 570)]),
        lotus(1150, 420, 1.25), lotus(990, 500, 1.05), lotus(1310, 505, 1.05), lotus(1080, 610, 1.15, c.BLUSH, c.PETAL), lotus(1235, 615, 1.1),
        polygon([(1060, 690), (1240, 690), (1190, 850), (1110, 850)], c.CREAM), polygon([(1060, 690), (1150, 690), (1130, 850), (1110, 850)], c.SAND), rect(1080, 740, 140, 22, c.CLAY, 8),
    )  # fmt: skip


def rose_drop() -> str:
    """A drop of red held by two hands, petals around."""
    rng = random.Random(21)
    petals = [
        at(
            rng.uniform(0, WIDTH),
            rng.uniform(0, HEIGHT),
            rng.uniform(0.3, 0.8),
            [
                path(
                    "M0 0C-30 -36 -22 -86 0 -104C22 -86 30 -36 0 0Z",
                    rng.choice([c.PETAL, c.CREAM, c.PEACH]),
                )
            ],
            rng.uniform(0, 360),
        )
        for _ in range(46)
    ]
    hand = "M0 0C-70 -6 -150 -50 -214 -120C-250 -160 -300 -150 -280 -104C-262 -64 -230 -30 -210 6C-180 60 -130 110 -60 132L-70 330L90 330L92 96C92 40 60 4 0 0Z"
    return picture(
        backdrop(c.BLUSH, c.CREAM, c.PETAL), *petals, circle(800, 380, 300, c.CREAM, 0.55), circle(800, 380, 230, c.CREAM, 0.6),
        fade("drop", c.ROSE, c.WINE), path("M800 130C880 260 960 330 960 430A160 160 0 0 1 640 430C640 330 720 260 800 130Z", "url(#drop)"),
        path("M712 420C712 380 736 340 764 306", "none", c.CREAM, 16, 0.6),
        path("M800 500C740 456 716 420 742 392C762 372 790 380 800 404C810 380 838 372 858 392C884 420 860 456 800 500Z", c.CREAM, opacity=0.92),
        at(720, 600, 1.0, [path(hand, c.PEACH), path("M0 0C-70 -6 -150 -50 -214 -120", "none", c.BRICK, 5, 0.35)]), group([path(hand, c.PEACH), path("M0 0C-70 -6 -150 -50 -214 -120", "none", c.BRICK, 5, 0.35)], "translate(880 600) scale(-1 1)"),
        polygon([(630, 830), (820, 830), (830, 900), (620, 900)], c.NAVY), polygon([(780, 830), (970, 830), (980, 900), (770, 900)], c.LEAF),
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


def teachers_desk() -> str:
    """Chrysanthemums, glasses and a lesson plan."""
    rng = random.Random(2)
    stems, blooms = [], []
    for i in range(13):
        a = math.radians(-160 + i * 11.5)
        r = rng.uniform(210, 300)
        x, y = 430 + r * math.cos(a) * 0.95, 470 + r * math.sin(a)
        stems.append(path(f"M430 600Q{(x + 430) / 2:g} {y + 120:g} {x:g} {y:g}", "none", c.LEAF, 8))
        fill = [c.GOLD, c.STRAW, c.CREAM][i % 3]
        blooms.append(
            at(
                x,
                y,
                0.95,
                [
                    *(
                        at(0, 0, 1, [path("M0 0Q15 -32 0 -64Q-15 -32 0 0Z", fill)], k * 20)
                        for k in range(18)
                    ),
                    *(
                        at(0, 0, 0.6, [path("M0 0Q15 -32 0 -64Q-15 -32 0 0Z", c.PEACH)], k * 30 + 9)
                        for k in range(12)
                    ),
                    circle(0, 0, 14, c.BRICK),
                ],
            )
        )
    leaves = [
        at(430, 590, 1.4, [path("M0 0Q50 -40 110 0Q50 30 0 0Z", c.PINE)], a)
        for a in (-165, -140, -40, -15, -110, -70)
    ]
    glasses = [
        circle(-74, 0, 52, c.SKY, 0.5),
        circle(74, 0, 52, c.SKY, 0.5),
        *(
            path(f"M{x - 52} 0A52 52 0 1 1 {x + 52} 0A52 52 0 1 1 {x - 52} 0", "none", c.INK, 9)
            for x in (-74, 74)
        ),
        path("M-24 -8Q0 -26 24 -8", "none", c.INK, 9),
        path("M126 -10L230 -66", "none", c.INK, 9),
    ]
    plan = [
        _sheet(560, 380, 0),
        line(-240, -140, 60, -140, c.CLAY, 9),
        *(line(-240, -92 + i * 40, 240 - (i % 3) * 60, -92 + i * 40, c.MIST, 6) for i in range(6)),
        line(-196, -184, -196, 184, c.PETAL, 3),
    ]
    return picture(
        backdrop(c.PINE, c.LEAF), rect(160, 60, 1280, 30, c.WOOD, 4), *(line(760 + i * 10, 190 + i * 56, 1300 - i * 70, 190 + i * 56, c.MINT, 7, 0.35) for i in range(4)),
        _table(600, 9), ellipse(430, 790, 150, 22, c.INK, 0.25), *stems, *leaves, path("M350 570C320 680 330 780 370 790L490 790C530 780 540 680 510 570Z", c.SKY), path("M350 570C320 680 330 780 370 790L400 790C360 760 352 680 372 570Z", c.CREAM, opacity=0.5), ellipse(430, 570, 80, 15, c.MIST), *blooms,
        at(1040, 740, 1.0, [group(plan, "skewX(-14) scale(1 0.62)")]), at(1080, 720, 1.15, glasses, -6),
        lying_book(1330, 690, 230, 44, c.WINE), lying_book(1346, 646, 200, 38, c.NAVY), at(720, 850, 1, [rect(-150, -9, 300, 18, c.GOLD, 9), polygon([(150, -9), (184, 0), (150, 9)], c.CREAM), rect(-160, -9, 34, 18, c.CLAY, 8)], -8),
    )  # fmt: skip
