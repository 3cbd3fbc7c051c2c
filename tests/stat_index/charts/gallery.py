"""Charts of every kind that there is: the examples of the tests and of the gallery page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from stat_index.charts import Chart, Point


@dataclass(frozen=True)
class Example:
    """A chart and what it shows."""

    name: str
    chart: Chart


def values(text: str, first: int = 2016) -> tuple[tuple[str, ...], tuple[Point, ...]]:
    """Slots and points of a line such as `40 45 - 48|49 >52 ~60 <70 30..35 61*`.

    One word a year: `-` is a gap, `|` divides disputed values, `>` over, `<` under,
    `~` about, `..` a range, `*` corrected.
    """
    points = []
    words = text.split()
    for slot, word in enumerate(words):
        if word == "-":
            continue
        said = word.split("|")
        points += [point(one, slot, str(first + slot), len(said) > 1) for one in said]
    return tuple(str(first + slot) for slot in range(len(words))), tuple(points)


def point(word: str, slot: int, period: str, disputed: bool) -> Point:
    qualifier = {">": "over", "<": "under", "~": "about"}.get(word[0], "exact")
    low, _, high = word.strip("<>~*").partition("..")
    return Point(
        slot,
        period,
        Decimal(low),
        Decimal(high or low),
        qualifier,  # type: ignore[arg-type]
        corrected=word.endswith("*"),
        disputed=disputed,
    )


def chart(
    name: str, text: str, unit: str = "lớp", form: str = "bars", first: int = 2016, **changes
) -> Example:
    slots, points = values(text, first)
    title = "Lớp đào tạo, bồi dưỡng"
    made = Chart(f"bd-{name}", title, unit, form, slots, points)  # type: ignore[arg-type]
    return Example(name, replace(made, **changes))


EXAMPLES: tuple[Example, ...] = (
    chart("cot", "40 45 48 52 44 61 66 75"),
    chart("cot-mot", "439", first=2023),
    chart("cot-hai", "439 512", first=2022),
    chart(
        "cot-du-loai",
        "31200 >32000 - 33450|34100 ~36000 <38000 35000..39000 40120*",
        unit="học viên",
        title="Học viên",
        demonstration=True,
    ),
    chart("cot-tien", "1250000000 2400000000 - 3100500000", unit="đồng", title="Kinh phí"),
    chart("cot-nho", "0 1 0 2 1 0 3", unit="đề tài", title="Đề tài khoa học, cấp tỉnh"),
    chart("cot-tang-giam", "12 -5 3.5 -14 8", unit="%", title="Học viên (Mức tăng, giảm)", signed=True),
    chart(
        "duong-ty-le",
        "95.5 96 96.2 97.1 98.5 97.8 98.9",
        unit="%",
        form="line",
        title="Học viên tốt nghiệp đúng hạn",
    ),
    chart(
        "duong-dai",
        "20 22 25 24 - - 31 33 35 34 38 41 40 44 47 46 49 52 55 51 58 61 - 66 70",
        form="line",
        first=2000,
    ),
    chart(
        "duong-du-loai",
        "61 >64 66 - ~70 72..75 74 71|78 <80 82",
        unit="%",
        form="line",
        title="Tỷ lệ học viên khá, giỏi",
    ),
    chart("cot-sat", "40120 40250 40380 40410 40555 40610 40700 40912 41003 41117 41230 41345",
          unit="học viên", first=2013),
)  # fmt: skip
