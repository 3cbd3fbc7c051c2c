"""Still lifes with flowers."""

from __future__ import annotations

import math
import random

from tools.samples import palette as c
from tools.samples.motifs import (
    bush,
    cloud,
    lotus,
    lying_book,
    sun,
    tree,
)
from tools.samples.shapes import (
    HEIGHT,
    WIDTH,
    at,
    backdrop,
    circle,
    ellipse,
    fade,
    group,
    line,
    path,
    picture,
    polygon,
    rect,
)
from tools.samples.tables import cup, sheet, table


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
        cup(960, 806, 1.15, c.BRICK),
        at(1270, 640, 1, [*twig, *blooms]), path("M1210 640C1190 720 1200 800 1220 806L1320 806C1340 800 1350 720 1330 640Z", c.SLATE), ellipse(1270, 640, 60, 12, c.NAVY), path("M1216 700C1240 716 1300 716 1328 700", "none", c.MIST, 6, 0.6),
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
        backdrop(c.NAVY, c.SLATE, c.MIST), *(circle(x, y, r, c.CREAM, 0.06) for x, y, r in [(300, 200, 160), (1250, 160, 220), (760, 330, 120), (1500, 400, 90)]), table(600, 5),
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
        sheet(560, 380, 0),
        line(-240, -140, 60, -140, c.CLAY, 9),
        *(line(-240, -92 + i * 40, 240 - (i % 3) * 60, -92 + i * 40, c.MIST, 6) for i in range(6)),
        line(-196, -184, -196, 184, c.PETAL, 3),
    ]
    return picture(
        backdrop(c.PINE, c.LEAF), rect(160, 60, 1280, 30, c.WOOD, 4), *(line(760 + i * 10, 190 + i * 56, 1300 - i * 70, 190 + i * 56, c.MINT, 7, 0.35) for i in range(4)),
        table(600, 9), ellipse(430, 790, 150, 22, c.INK, 0.25), *stems, *leaves, path("M350 570C320 680 330 780 370 790L490 790C530 780 540 680 510 570Z", c.SKY), path("M350 570C320 680 330 780 370 790L400 790C360 760 352 680 372 570Z", c.CREAM, opacity=0.5), ellipse(430, 570, 80, 15, c.MIST), *blooms,
        at(1040, 740, 1.0, [group(plan, "skewX(-14) scale(1 0.62)")]), at(1080, 720, 1.15, glasses, -6),
        lying_book(1330, 690, 230, 44, c.WINE), lying_book(1346, 646, 200, 38, c.NAVY), at(720, 850, 1, [rect(-150, -9, 300, 18, c.GOLD, 9), polygon([(150, -9), (184, 0), (150, 9)], c.CREAM), rect(-160, -9, 34, 18, c.CLAY, 8)], -8),
    )  # fmt: skip
