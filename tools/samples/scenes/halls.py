"""Rooms where people speak, read and learn."""

from __future__ import annotations

import random

from tools.samples import palette as c
from tools.samples.motifs import (
    book,
    bouquet,
    lotus,
    lying_book,
    window,
)
from tools.samples.shapes import (
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
)


def _drapes(x: float, w: float, y: float, h: float, fill: str, fold: str, count: int) -> str:
    """A curtain of `count` folds."""
    step = w / count
    folds = [rect(x + i * step, y, step * 0.42, h, fold, step * 0.2, 0.4) for i in range(count)]
    return rect(x, y, w, h, fill) + "".join(folds)


def _rostrum(x: float, y: float, s: float) -> str:
    """A wooden rostrum with a microphone, standing on (x, y)."""
    return at(
        x, y, s,
        [
            ellipse(0, 4, 150, 16, c.INK, 0.25), polygon([(-110, 0), (-130, -230), (130, -230), (110, 0)], c.WOOD),
            polygon([(-84, -24), (-96, -204), (96, -204), (84, -24)], c.BARK, 0.35), rect(-150, -258, 300, 34, c.BARK, 6),
            rect(-138, -266, 276, 14, c.WOOD, 5), path("M30 -262C34 -300 20 -320 2 -330", "none", c.INK, 6), ellipse(-4, -334, 16, 10, c.INK),
            at(0, -92, 0.52, [lotus(0, 40, 1)]),
        ],
    )  # fmt: skip


def _rows(y: float, rows: int, fill: str, edge: str) -> str:
    """Rows of chairs seen from behind, larger towards the reader."""
    parts = []
    for row in range(rows):
        top, s = y + row * row * 9 + row * 46, 1 + row * 0.26
        step = 112 * s
        count = int(WIDTH // step) + 2
        start = 800 - step * (count - 1) / 2 + (step / 2 if row % 2 else 0)
        for i in range(count):
            x = start + i * step
            parts += [
                rect(x - 43 * s, top, 86 * s, 150 * s, edge, 24 * s),
                rect(x - 43 * s, top + 7 * s, 86 * s, 150 * s, fill, 22 * s),
                line(x - 24 * s, top + 40 * s, x + 24 * s, top + 40 * s, c.INK, 3 * s, 0.35),
            ]
    return "".join(parts)


def conference() -> str:
    """A hall: rostrum, flowers, rows of chairs from behind."""
    return picture(
        backdrop(c.SAND, c.CREAM), rect(0, 0, WIDTH, 90, c.BARK), *(circle(x, 60, 16, c.CREAM) + circle(x, 60, 44, c.STRAW, 0.18) for x in range(120, 1600, 170)),
        rect(170, 90, 1260, 470, c.WINE), _drapes(170, 1260, 90, 470, c.CLAY, c.WINE, 36),
        _drapes(90, 150, 90, 500, c.NAVY, c.INK, 5), _drapes(1360, 150, 90, 500, c.NAVY, c.INK, 5),
        rect(400, 140, 800, 230, c.CREAM, 8), *(rect(480 + d, y, 640 - 2 * d, h, f, h / 2, 0.9) for y, h, d, f in [(186, 26, 0, c.CLAY), (236, 34, 60, c.NAVY), (300, 16, 150, c.MIST)]),

        rect(60, 540, 1480, 46, c.WOOD, 4), rect(60, 540, 1480, 10, c.STRAW, 4, 0.5), rect(60, 584, 1480, 40, c.BARK),
        _rostrum(520, 542, 0.82),
        rect(760, 440, 520, 100, c.NAVY, 6), rect(750, 428, 540, 20, c.CREAM, 6), *(rect(x, 398, 26, 30, c.MIST, 4) for x in range(800, 1260, 104)), *(rect(x + 36, 412, 44, 16, c.CREAM, 3) for x in range(800, 1250, 104)),
        bouquet(1020, 430, 0.62, c.PETAL, 2), bouquet(330, 544, 0.86, c.PETAL, 3), bouquet(1370, 544, 0.86, c.STRAW, 5),
        rect(0, 620, WIDTH, 280, c.PEACH, opacity=0.5), _rows(640, 4, c.NAVY, c.MIST),
    )  # fmt: skip


def stage() -> str:
    """A stage before the opening."""
    beams = [
        polygon([(x, 0), (x + 60, 0), (x + d + 240, 640), (x + d - 180, 640)], c.STRAW, 0.13)
        for x, d in [(260, 140), (760, 20), (1260, -140)]
    ]
    return picture(
        backdrop(c.INK, c.NAVY), _drapes(0, WIDTH, 0, 640, c.WINE, c.INK, 34), *beams,
        ellipse(800, 400, 330, 300, c.CREAM, 0.08),
        rect(0, 640, WIDTH, 260, c.WOOD), *(line(800 + (x - 800) * 0.7, 640, x, 900, c.BARK, 4, 0.5) for x in range(-600, 2300, 130)), rect(0, 636, WIDTH, 10, c.STRAW, opacity=0.6),
        ellipse(800, 760, 560, 74, c.STRAW, 0.16),
        _drapes(0, 210, 0, 700, c.CLAY, c.WINE, 6), _drapes(1390, 210, 0, 700, c.CLAY, c.WINE, 6), _drapes(0, WIDTH, 0, 110, c.CLAY, c.WINE, 40), rect(0, 104, WIDTH, 16, c.GOLD, opacity=0.9),
        rect(206, 400, 22, 20, c.GOLD, 6), rect(1372, 400, 22, 20, c.GOLD, 6),
        _rostrum(800, 760, 1.2), bouquet(500, 770, 1.25, c.PETAL, 6), bouquet(1100, 770, 1.25, c.STRAW, 9),
        *(bush for bush in (bouquet(300, 700, 0.7, c.CREAM, 12), bouquet(1300, 700, 0.7, c.CREAM, 14))),
        *(circle(x, 882, 12, c.STRAW, 0.9) + circle(x, 882, 30, c.STRAW, 0.2) for x in range(90, 1600, 158)),
    )  # fmt: skip


def library() -> str:
    """Shelves, a ladder and a table with a lamp."""
    rng = random.Random(17)
    covers = [c.NAVY, c.BRICK, c.LEAF, c.GOLD, c.SLATE, c.WINE, c.PEACH, c.PINE, c.SAGE]
    shelves = []
    for left, right in ((60, 540), (570, 1040), (1070, 1540)):
        shelves.append(rect(left - 18, 60, right - left + 36, 690, c.BARK, 6))
        for row in range(5):
            base = 190 + row * 134
            shelves.append(rect(left, base - 116, right - left, 118, c.INK, opacity=0.42))
            x = left + 4.0
            while x < right - 40:
                w, h = rng.uniform(18, 38), rng.uniform(74, 108)
                if rng.random() < 0.08:
                    x += rng.uniform(30, 60)
                    continue
                shelves.append(book(x, base, w, h, rng.choice(covers), c.CREAM))
                x += w + 2
            shelves.append(rect(left - 10, base, right - left + 20, 14, c.WOOD, 3))
    ladder = [
        line(0, 0, 70, -620, c.STRAW, 14),
        line(110, 0, 150, -620, c.STRAW, 14),
        *(
            line(4 + i * 8.4, -50 - i * 70, 112 + i * 4.6, -50 - i * 70, c.STRAW, 11)
            for i in range(8)
        ),
    ]
    lamp = [
        ellipse(0, 0, 60, 12, c.INK),
        line(0, 0, 0, -150, c.INK, 9),
        polygon([(-84, -138), (84, -138), (170, 0), (-170, 0)], c.STRAW, 0.35),
        line(0, 0, 0, -150, c.GOLD, 10),
        ellipse(0, -2, 56, 9, c.GOLD),
        path("M-96 -136C-88 -216 88 -216 96 -136Z", c.SAGE),
        path(
            "M-96 -136C-88 -216 -20 -216 -10 -196C-50 -190 -66 -160 -66 -136Z", c.MINT, opacity=0.5
        ),
    ]
    return picture(
        backdrop(c.SAND, c.BLUSH), *shelves, rect(0, 750, WIDTH, 150, c.WOOD), rect(0, 750, WIDTH, 10, c.BARK), at(930, 770, 1, ladder),
        rect(120, 690, 700, 34, c.STRAW, 6), rect(120, 716, 700, 8, c.GOLD), rect(160, 722, 26, 170, c.GOLD), rect(754, 722, 26, 170, c.GOLD),
        at(300, 692, 1, lamp), lying_book(480, 690, 190, 34, c.BRICK), lying_book(500, 656, 160, 28, c.NAVY), lying_book(490, 628, 150, 26, c.GOLD),
        path("M640 686C690 660 730 662 760 684C786 662 800 664 808 686Z", c.CREAM),
        rect(560, 780, 140, 22, c.BRICK, 8), rect(574, 800, 14, 92, c.CLAY), rect(672, 800, 14, 92, c.CLAY),
        at(1380, 820, 1, [path("M-60 -90L60 -90L44 30L-44 30Z", c.CLAY), *(at(0, -90, 1.4, [path("M0 0Q22 -60 0 -120Q-22 -60 0 0Z", c.LEAF if a % 2 else c.SAGE)], a) for a in (-65, -40, -15, 12, 38, 64))]),
    )  # fmt: skip


def lecture_hall() -> str:
    """A lecture hall, light through the windows."""
    desks = []
    for row in range(5):
        y, s = 560 + row * 62 + row * row * 6, 1 + row * 0.2
        for side in (-1, 1):
            near, far = 800 + side * (70 + row * 24), 800 + side * (560 + row * 150)
            x, w = min(near, far), abs(far - near)
            desks += [
                rect(x, y, w, 16 * s, c.STRAW, 4),
                rect(x, y + 16 * s, w, 46 * s, c.WOOD),
                *(
                    rect(x + w * (i + 0.3) / 5, y - 34 * s, 70 * s, 34 * s, c.BARK, 10)
                    for i in range(5)
                ),
            ]
    beams = [
        polygon([(x, 150), (x + 110, 150), (x + 430, 640), (x + 250, 640)], c.CREAM, 0.3)
        for x in (60, 230)
    ]
    return picture(
        backdrop(c.CREAM, c.BLUSH), rect(0, 540, WIDTH, 360, c.PEACH), polygon([(690, 540), (910, 540), (1060, 900), (540, 900)], c.SAND),
        *(window(x, 150, 120, 260, c.SKY, c.WOOD) for x in (60, 230, 1250, 1420)),
        rect(430, 130, 740, 300, c.WOOD, 6), rect(446, 146, 708, 268, c.PINE), *(line(500, y, 500 + w, y, c.MINT, 5, 0.7) for y, w in [(200, 300), (240, 380), (280, 220)]),
        path("M930 350C960 260 1000 330 1030 250C1050 210 1080 240 1100 200", "none", c.STRAW, 5), line(920, 370, 1110, 370, c.MINT, 4), line(920, 370, 920, 190, c.MINT, 4), rect(620, 424, 200, 12, c.CREAM, 3),
        rect(680, 470, 240, 70, c.WOOD, 6), rect(670, 460, 260, 16, c.BARK, 6), at(760, 462, 0.35, [bouquet(0, 0, 1, c.PETAL, 4)]), rect(840, 446, 56, 14, c.NAVY, 3),
        *desks, *beams, *(line(x, 0, x, 70, c.BARK, 4) + ellipse(x, 78, 60, 14, c.BARK) + ellipse(x, 84, 46, 8, c.STRAW) for x in (400, 800, 1200)),
    )  # fmt: skip


def blackboard() -> str:
    """The teacher's place: board, globe, books."""
    globe = [
        path("M-70 -150A100 100 0 1 0 96 -216", "none", c.GOLD, 10),
        circle(0, -150, 84, c.SLATE),
        circle(-26, -176, 46, c.MIST, 0.35),
        path("M-60 -190C-30 -220 0 -180 -20 -150C-34 -120 -70 -130 -76 -160Z", c.SAGE),
        path("M20 -130C50 -150 80 -130 66 -100C50 -74 20 -90 20 -130Z", c.SAGE),
        rect(-8, -68, 16, 50, c.GOLD),
        ellipse(0, -12, 66, 16, c.WOOD),
    ]
    return picture(
        backdrop(c.BLUSH, c.CREAM), rect(180, 90, 1240, 480, c.WOOD, 10), fade("board", c.PINE, c.LEAF), rect(204, 114, 1192, 432, "url(#board)", 4), path("M240 500C520 440 900 530 1360 470L1360 546L240 546Z", c.MINT, opacity=0.08),
        *(line(290, y, 290 + w, y, c.CREAM, 7, 0.75) for y, w in [(190, 430), (240, 360), (290, 400), (340, 250)]),
        *(rect(860 + i * 84, 420 - h, 50, h, c.STRAW, 3, 0.8) for i, h in enumerate([70, 110, 96, 150, 190])), line(840, 424, 1300, 424, c.CREAM, 5, 0.8), path("M880 330L964 290L1048 300L1132 244L1216 196", "none", c.PETAL, 6),
        rect(640, 566, 320, 16, c.BARK, 4), rect(700, 558, 40, 10, c.CREAM, 4), rect(760, 558, 56, 10, c.PETAL, 4), rect(850, 552, 70, 16, c.NAVY, 3),
        rect(0, 720, WIDTH, 180, c.WOOD), rect(0, 706, WIDTH, 26, c.BARK, 4), *(line(0, y, WIDTH, y + 6, c.BARK, 3, 0.35) for y in (770, 820, 866)),
        at(330, 716, 1.25, globe), lying_book(1020, 706, 300, 46, c.NAVY), lying_book(1050, 660, 260, 40, c.BRICK), lying_book(1036, 620, 270, 34, c.GOLD), lying_book(1070, 586, 210, 30, c.LEAF),
        path("M540 704C620 664 690 672 740 702C790 672 860 664 940 704L940 720L540 720Z", c.CREAM), line(740, 702, 740, 720, c.MIST, 4), *(line(590 + i, 700 - 4, 700, 700 - 4, c.MIST, 3, 0.6) for i in (0, 20)),
        at(1430, 710, 0.95, [rect(-36, -96, 72, 96, c.SLATE, 10), *(line(dx, -96, dx * 2.2, -190, f, 9) for dx, f in [(-20, c.GOLD), (-4, c.BRICK), (14, c.LEAF), (26, c.CREAM)])]),
    )  # fmt: skip
