"""Fields, hills, water."""

from __future__ import annotations

import random

from tools.samples import palette as c
from tools.samples.motifs import (
    bamboo,
    birds,
    bush,
    cloud,
    lotus,
    lotus_leaf,
    palm,
    sun,
)
from tools.samples.shapes import (
    WIDTH,
    at,
    backdrop,
    circle,
    curve,
    ellipse,
    fade,
    line,
    path,
    peaks,
    picture,
    polygon,
    rect,
    ridge,
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
