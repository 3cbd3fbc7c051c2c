"""Fields, hills, water."""

from __future__ import annotations

import math
import random

from tools.samples import palette as c
from tools.samples.shapes import (
    WIDTH,
    at,
    backdrop,
    bamboo,
    birds,
    bush,
    circle,
    cloud,
    curve,
    ellipse,
    fade,
    line,
    lotus,
    lotus_leaf,
    palm,
    path,
    peaks,
    picture,
    polygon,
    rect,
    ridge,
    sun,
    tree,
)


def rice_fields() -> str:
    """Ripe and young rice, a village road, bamboo, mountains far away."""
    road = path(
        "M760 900C700 760 900 690 860 610C840 570 880 540 900 520L922 520C910 545 900 575 930 612C990 690 880 770 990 900Z",
        c.SAND,
    )
    fields = [
        polygon([(0, 560), (620, 540), (520, 660), (0, 700)], c.STRAW),
        polygon([(640, 540), (878, 532), (838, 640), (540, 662)], c.SAGE),
        polygon([(0, 712), (512, 672), (840, 652), (760, 900), (0, 900)], c.MINT),
        polygon([(932, 532), (1600, 560), (1600, 680), (952, 640)], c.GOLD),
        polygon([(960, 652), (1600, 694), (1600, 900), (1000, 900), (900, 760)], c.STRAW),
    ]
    rows = [line(40 + i * 64, 900, 150 + i * 50, 700 - i * 3, c.SAGE, 5, 0.75) for i in range(11)]
    ears = [
        line(1040 + i * 60, 900, 1010 + i * 48, 664 + i * 2.4, c.GOLD, 5, 0.7) for i in range(11)
    ]
    return picture(
        backdrop(c.SKY, c.CREAM, c.BLUSH),
        sun(1240, 230, 74, c.STRAW),
        cloud(330, 170, 1.1), cloud(820, 110, 0.8, opacity=0.7),
        peaks([(0, 420), (180, 330), (320, 420), (520, 300), (760, 450), (980, 350), (1180, 440), (1420, 310), (1600, 400)], c.MIST, 0.8),
        ridge([470, 440, 480, 450, 490, 460, 480], c.SLATE, 0.55),
        ridge([520, 505, 530, 512, 528, 510, 522], c.LEAF),
        *fields, *rows, *ears, road,
        *(bush(x, y, s, c.PINE, c.LEAF) for x, y, s in [(430, 548, 0.5), (520, 545, 0.4), (1060, 548, 0.45), (1490, 560, 0.6)]),
        bamboo(150, 600, 0.95, 3), bamboo(1440, 620, 0.8, 8),
        palm(330, 570, 0.62), palm(372, 566, 0.5),
        birds(1010, 220, 0.8, c.SLATE),
    )  # fmt: skip


def lotus_pond() -> str:
    """Lotus at daybreak."""
    rng = random.Random(4)
    leaves = [
        lotus_leaf(
            rng.uniform(-40, 1640), y, 0.35 + (y - 480) / 420, rng.choice([c.LEAF, c.PINE, c.SAGE])
        )
        for y in sorted(rng.uniform(490, 900) for _ in range(34))
    ]
    ripples = [
        line(
            x := rng.uniform(0, 1500),
            y := rng.uniform(470, 890),
            x + rng.uniform(40, 150),
            y,
            c.PALE,
            3,
            0.5,
        )
        for _ in range(46)
    ]
    stems = [
        path(f"M{x} {y}Q{x + 14} {(y + b) / 2} {x + 4} {b}", "none", c.LEAF, 8 * s)
        for x, y, s, b in _BLOOMS
    ]
    blooms = [lotus(x, y, s) for x, y, s, _ in _BLOOMS]
    bud = [
        path("M1240 470Q1252 560 1246 690", "none", c.LEAF, 8),
        at(
            1240,
            470,
            1.0,
            [
                path("M0 14C-34 -10 -24 -70 0 -96C24 -70 34 -10 0 14Z", c.ROSE),
                path("M-6 12C-22 -14 -12 -60 0 -90C2 -50 2 -20 -6 12Z", c.PETAL),
            ],
            8,
        ),
    ]
    return picture(
        backdrop(c.BLUSH, c.CREAM, c.SKY),
        sun(420, 250, 80, c.PEACH),
        ridge([420, 370, 400, 350, 400, 380, 410], c.MIST, 0.7),
        ridge([450, 430, 446, 425, 450, 432, 448], c.SLATE, 0.5),
        fade("water", c.MIST, c.SLATE, c.NAVY), rect(0, 455, WIDTH, 445, "url(#water)"),
        ellipse(420, 520, 120, 10, c.BLUSH, 0.5), ellipse(430, 548, 80, 7, c.BLUSH, 0.4),
        *ripples, *leaves, *stems, *blooms, *bud,
    )  # fmt: skip


_BLOOMS = [
    (760, 600, 1.5, 860),
    (1080, 545, 0.95, 740),
    (330, 640, 1.05, 800),
    (1420, 690, 1.15, 860),
]


def rising_columns() -> str:
    """Columns that grow beside a curve: figures as a landscape."""
    heights = [150, 190, 178, 236, 280, 262, 330, 384, 430]
    columns = []
    for i, high in enumerate(heights):
        x = 300 + i * 116
        columns += [
            rect(x + 10, 750 - high + 10, 74, high, c.INK, 6, 0.12),
            rect(x, 750 - high, 74, high, [c.NAVY, c.LEAF, c.BRICK][i % 3], 6),
            rect(x, 750 - high, 74, 22, c.CREAM, 6, 0.25),
        ]
    points = [(337 + i * 116, 690 - h) for i, h in enumerate(heights)]
    dots = [circle(x, y, 11, c.CREAM) + circle(x, y, 6, c.GOLD) for x, y in points]
    return picture(
        backdrop(c.PALE, c.CREAM),
        sun(1330, 210, 66, c.STRAW),
        peaks([(0, 560), (210, 400), (400, 540), (640, 380), (900, 560), (1160, 420), (1380, 540), (1600, 430)], c.SKY),
        ridge([640, 600, 630, 590, 625, 600, 640], c.MINT, 0.7),
        *(line(240, y, 1400, y, c.MIST, 2, 0.7) for y in (350, 450, 550, 650)),
        *columns,
        path(curve(points), "none", c.GOLD, 6), *dots,
        rect(0, 750, WIDTH, 150, c.SAND), rect(0, 750, WIDTH, 8, c.WOOD, opacity=0.5),
        bush(160, 752, 0.9), bush(1470, 752, 1.1, c.PINE, c.LEAF), bush(1540, 752, 0.7),
    )  # fmt: skip


def highlands() -> str:
    """Coffee hills and a long house under a high thatched roof."""
    rng = random.Random(7)
    rows = []
    for i in range(9):
        y = 640 + i * 30
        rows += [
            bush(
                x + (i % 2) * 50,
                y + 20 * math.sin(x / 240),
                0.26 + i * 0.035,
                rng.choice([c.LEAF, c.PINE]),
                c.SAGE,
            )
            for x in range(-40, 1680, 96)
        ]
    house = [
        *(rect(x, 560, 12, 84, c.BARK) for x in range(846, 1370, 62)),
        rect(820, 520, 560, 56, c.WOOD),
        *(rect(x, 520, 4, 56, c.BARK, opacity=0.6) for x in range(840, 1380, 22)),
        rect(1000, 526, 46, 50, c.INK, opacity=0.7),
        rect(1180, 530, 40, 28, c.INK, opacity=0.6),
        polygon([(770, 526), (880, 300), (1320, 300), (1430, 526)], c.STRAW),
        polygon([(770, 526), (880, 300), (930, 300), (850, 526)], c.GOLD, 0.7),
        *(line(900 + i * 46, 306, 860 + i * 58, 520, c.GOLD, 3, 0.6) for i in range(10)),
        rect(870, 290, 460, 16, c.BRICK, 6),
        polygon([(1010, 580), (1040, 580), (1070, 646), (980, 646)], c.BARK),
    ]
    return picture(
        backdrop(c.PEACH, c.BLUSH, c.CREAM),
        sun(430, 260, 86, c.GOLD),
        cloud(1180, 150, 1.0, opacity=0.55), cloud(760, 210, 0.7, opacity=0.5),
        ridge([430, 360, 410, 330, 400, 350, 420], c.SLATE, 0.45),
        ridge([500, 450, 500, 430, 480, 440, 500], c.SLATE, 0.6),
        ridge([560, 540, 580, 560, 600, 560, 580], c.LEAF, 0.85),
        ridge([640, 620, 650, 630, 646, 630, 640], c.SAGE),
        *house,
        ridge([690, 664, 690, 670, 690, 680, 700], c.BRICK, 0.55),
        *rows,
        tree(180, 650, 0.95, c.PINE, c.LEAF), tree(1510, 640, 0.8),
    )  # fmt: skip


def coast() -> str:
    """A bay with round boats."""
    rng = random.Random(5)
    glints = [
        line(
            x := rng.uniform(0, 1560),
            y := rng.uniform(430, 640),
            x + rng.uniform(30, 110),
            y,
            c.PALE,
            3,
            0.55,
        )
        for _ in range(60)
    ]
    boat = [
        ellipse(0, 34, 118, 16, c.INK, 0.2),
        path("M-110 -16C-104 44 104 44 110 -16Z", c.WOOD),
        ellipse(0, -16, 110, 26, c.BARK),
        ellipse(0, -14, 94, 19, c.WOOD),
        *(
            path(f"M{x} -2Q{x * 0.9:g} 18 {x * 0.7:g} 28", "none", c.BARK, 3, 0.6)
            for x in range(-90, 100, 20)
        ),
    ]
    ship = [
        path("M-90 0C-70 40 70 40 104 -10L-90 0Z", c.CLAY),
        rect(-50, -44, 60, 42, c.CREAM, 4),
        rect(-40, -34, 16, 14, c.NAVY),
        rect(-14, -34, 16, 14, c.NAVY),
        line(30, -4, 30, -110, c.BARK, 5),
        polygon([(34, -108), (84, -60), (34, -60)], c.GOLD),
    ]
    return picture(
        backdrop(c.SKY, c.PALE, c.CREAM),
        sun(1130, 210, 70, c.STRAW),
        cloud(300, 150, 1.2), cloud(760, 220, 0.7), cloud(1420, 130, 0.8),
        peaks([(0, 330), (150, 240), (300, 350), (460, 280), (700, 420), (1600, 420)], c.MIST),
        ridge([380, 330, 390, 425, 428, 430, 430], c.SLATE, 0.7),
        fade("sea", c.MIST, c.SLATE), rect(0, 418, WIDTH, 260, "url(#sea)"),
        *glints,
        at(1180, 470, 0.9, ship), at(880, 446, 0.5, ship),
        path("M0 690C260 620 520 660 820 700C1100 736 1360 690 1600 650L1600 900L0 900Z", c.PALE),
        path("M0 706C260 640 520 678 820 718C1100 752 1360 708 1600 668L1600 900L0 900Z", c.SAND),
        path("M0 800C400 760 900 820 1600 770L1600 900L0 900Z", c.STRAW, opacity=0.45),
        at(520, 760, 1.2, boat, -4), at(820, 800, 0.9, boat, 6),
        palm(150, 800, 1.25), palm(250, 830, 1.0), palm(1480, 790, 1.1),
        birds(620, 250, 0.9, c.SLATE),
    )  # fmt: skip


def tea_hills() -> str:
    """Rows of tea around the hills, with two conical hats."""
    hills = []
    for k, (cx, top, rx, fill, edge) in enumerate(_TEA):
        hills.append(ellipse(cx, top + 520, rx, 520, fill))
        for i in range(1, 11):
            f = i / 11
            hills.append(
                path(
                    f"M{cx - rx * math.sqrt(1 - (1 - f * 0.55) ** 2):g} {top + 520 * f * 0.55:g}Q{cx:g} {top + 520 * f * 0.55 + 44 + i * 4:g} {cx + rx * math.sqrt(1 - (1 - f * 0.55) ** 2):g} {top + 520 * f * 0.55:g}",
                    "none",
                    edge,
                    9 + k * 3,
                    0.8,
                )
            )
    hat = [
        polygon([(-62, 0), (0, -48), (62, 0)], c.STRAW),
        ellipse(0, 0, 62, 13, c.GOLD),
        path("M-26 6C-40 50 -44 76 -46 110L46 110C44 76 40 50 26 6Z", c.BRICK),
    ]
    return picture(
        backdrop(c.SKY, c.CREAM),
        sun(300, 200, 64, c.STRAW),
        cloud(900, 140, 1.1), cloud(1360, 220, 0.8),
        ridge([420, 340, 400, 320, 390, 330, 410], c.MIST, 0.8),
        ridge([470, 420, 460, 410, 450, 430, 470], c.SLATE, 0.5),
        *hills,
        at(690, 620, 0.8, hat), at(900, 680, 0.95, hat),
        tree(1440, 520, 0.7, c.PINE, c.LEAF), palm(190, 560, 0.8), palm(246, 572, 0.6),
    )  # fmt: skip


_TEA = [
    (1180, 450, 640, c.SAGE, c.LEAF),
    (260, 500, 620, c.LEAF, c.SAGE),
    (1400, 640, 620, c.LEAF, c.PINE),
    (640, 660, 800, c.SAGE, c.LEAF),
]


def mountain_road() -> str:
    """A small coach on a pass between terraced fields."""
    terraces = []
    colours = [c.STRAW, c.MINT, c.SAGE, c.GOLD]
    for i in range(10):
        y = 470 + i * 46
        edge = (
            f"M0 {y + 30}C200 {y - 34} 420 {y + 40} 660 {y - 6}C800 {y - 30} 900 {y} 1000 {y + 10}"
        )
        terraces.append(path(f"{edge}L1000 900L0 900Z", colours[i % 4]))
        terraces.append(path(edge, "none", c.LEAF, 6, 0.6))
    coach = [
        ellipse(0, 62, 150, 14, c.INK, 0.25),
        rect(-130, -60, 260, 112, c.CREAM, 20),
        rect(-130, 4, 260, 26, c.BRICK),
        *(rect(-112 + i * 50, -44, 40, 38, c.NAVY, 5) for i in range(4)),
        rect(90, -44, 34, 60, c.NAVY, 6),
        *(circle(x, 54, 24, c.INK) + circle(x, 54, 10, c.MIST) for x in (-78, 78)),
        rect(-100, -76, 180, 18, c.WOOD, 5),
    ]
    road = "M1600 860C1300 860 1100 830 1000 760C900 690 1010 640 1180 620C1330 600 1380 560 1300 520C1262 500 1216 492 1176 484"
    return picture(
        backdrop(c.SKY, c.PALE, c.CREAM),
        sun(1260, 190, 66, c.STRAW), cloud(420, 150, 1.1), cloud(960, 210, 0.7),
        peaks([(0, 400), (240, 230), (430, 380), (660, 200), (900, 400), (1120, 270), (1340, 400), (1600, 280)], c.MIST),
        peaks([(0, 500), (180, 400), (420, 520), (760, 360), (1000, 500), (1300, 380), (1600, 520)], c.SLATE, 0.75),
        ridge([560, 540, 540, 500, 470, 440, 450], c.PINE),
        *terraces,
        path("M400 900C560 820 640 640 800 560C900 510 1000 470 1120 440C1300 410 1480 440 1600 470L1600 900Z", c.PINE),
        path("M460 900C600 820 690 660 850 580C960 530 1040 490 1140 456C1300 426 1480 456 1600 490L1600 900Z", c.LEAF),
        path(road, "none", c.SAND, 74), path(road, "none", c.CREAM, 4, 0.9),
        at(1180, 800, 1.0, coach, 9),
        bush(760, 880, 1.1, c.PINE, c.LEAF), bush(1510, 720, 1.0, c.PINE, c.LEAF), tree(1480, 560, 0.6, c.PINE, c.LEAF), tree(860, 640, 0.45, c.PINE, c.LEAF),
        birds(760, 170, 0.8, c.SLATE),
    )  # fmt: skip


def stilt_house() -> str:
    """A house on stilts above terraces, smoke from its hearth."""
    steps = []
    for i in range(8):
        y = 640 + i * 34
        steps.append(
            path(
                f"M0 {y}C300 {y - 40} 620 {y + 46} 900 {y}C1180 {y - 44} 1400 {y + 26} 1600 {y - 14}L1600 900L0 900Z",
                [c.MINT, c.STRAW, c.SAGE][i % 3],
            )
        )
        steps.append(
            path(
                f"M0 {y}C300 {y - 40} 620 {y + 46} 900 {y}C1180 {y - 44} 1400 {y + 26} 1600 {y - 14}",
                "none",
                c.LEAF,
                5,
                0.6,
            )
        )
    house = [
        *(rect(x, 0, 14, 130, c.BARK) for x in range(-230, 240, 92)),
        rect(-250, -110, 500, 116, c.WOOD),
        *(rect(x, -110, 4, 116, c.BARK, opacity=0.5) for x in range(-236, 250, 24)),
        rect(-190, -84, 64, 60, c.INK, 3, 0.75),
        rect(-20, -84, 64, 60, c.STRAW, 3),
        rect(120, -96, 60, 102, c.BARK, 3),
        rect(-270, 0, 540, 16, c.BARK, 4),
        polygon([(-310, -104), (-180, -260), (180, -260), (310, -104)], c.BRICK),
        polygon([(-310, -104), (-180, -260), (-120, -260), (-220, -104)], c.CLAY, 0.7),
        *(line(-150 + i * 44, -254, -230 + i * 62, -108, c.CLAY, 3, 0.5) for i in range(9)),
        line(160, 14, 230, 132, c.BARK, 9),
        line(196, 14, 266, 132, c.BARK, 9),
        *(line(170 + i * 18, 36 + i * 28, 206 + i * 18, 36 + i * 28, c.BARK, 6) for i in range(4)),
    ]
    return picture(
        backdrop(c.MIST, c.SKY, c.CREAM),
        peaks([(0, 420), (220, 250), (420, 400), (700, 220), (940, 420), (1200, 240), (1440, 400), (1600, 300)], c.SLATE, 0.45),
        ridge([500, 430, 480, 420, 470, 430, 500], c.SLATE, 0.7),
        cloud(300, 420, 1.3, opacity=0.5), cloud(1290, 400, 1.5, opacity=0.45),
        ridge([600, 560, 590, 560, 590, 570, 600], c.PINE),
        tree(300, 640, 0.9, c.LEAF, c.SAGE), tree(1240, 620, 1.0), bamboo(1470, 660, 1.0, 2),
        *steps[:4],
        at(760, 540, 1.05, house),
        path("M860 262C840 220 890 200 866 160C850 128 892 110 880 70", "none", c.CREAM, 16, 0.55),
        *steps[4:], bush(420, 690, 0.8, c.LEAF, c.SAGE), bush(1120, 690, 0.7, c.PINE, c.LEAF),
    )  # fmt: skip
