"""Hill country."""

from __future__ import annotations

import math
import random

from tools.samples import palette as c
from tools.samples.motifs import (
    bamboo,
    birds,
    bush,
    cloud,
    palm,
    sun,
    tree,
)
from tools.samples.shapes import (
    at,
    backdrop,
    circle,
    ellipse,
    line,
    path,
    peaks,
    picture,
    polygon,
    rect,
    ridge,
)


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
