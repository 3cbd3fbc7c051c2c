"""To which series a figure belongs, and under which address."""

from __future__ import annotations

from functools import lru_cache

from figures import Figure
from figures.tables.headers import unplaced_header
from stat_index.bases import base_told
from stat_index.beside import standing_beside
from stat_index.model import Indicator, Organisation, SeriesKey, SeriesKind
from stat_index.periods import Period
from stat_index.registry import (
    Registry,
    continued,
    normal_phrase,
    short_hash,
    unregistered_indicator,
)
from vntext.fold import slug

#: Units that change what a number means; any other unit is the noun that is counted.
_MEASURES = frozenset(
    [
        "%",
        "‰",
        "đồng",
        "usd",
        "ha",
        "m2",
        "m3",
        "m²",
        "m³",
        "km",
        "km2",
        "km²",
        "m",
        "kg",
        "g",
        "tấn",
        "tạ",
        "yến",
        "lít",
        "lượt",
        "giờ",
        "tiết",
        "ngày",
        "điểm",
        "người/km2",
        "ca",
        "mw",
        "kwh",
    ]
)
_KIND_WORDS: dict[SeriesKind, str] = {
    "result": "",
    "part": "phan-cua-tong",
    "target": "chi-tieu-giao",
    "change": "tang-giam",
    "ratio": "ty-le",
}


def is_measure(unit: str) -> bool:
    """Whether `unit` measures (%, đồng, ha, đồng/người) instead of counting things."""
    return unit in _MEASURES or "/" in unit or "%" in unit


def series_of(
    figure: Figure,
    parent: Figure | None,
    organisation: Organisation,
    period: Period,
    registry: Registry,
) -> tuple[Indicator, SeriesKey, str]:
    """The indicator of `figure`, its series and that one's slug.

    `parent` is what it is a part of, be it a number of the part or the plan of one.
    """
    # Most of an archive's figures are worded as others are.
    said = (
        organisation.id, figure.indicator, figure.level, figure.unit, figure.kind, period.frequency,
        figure.deed, base_told(figure.kind, figure.base, period.text) if figure.base else "",
        parent and (parent.indicator, parent.level, parent.unit, parent.deed),
    )  # fmt: skip
    found: tuple[Indicator, SeriesKey, str] | None = registry.series.get(said)
    if found is None:
        indicator = standing_beside(indicator_of(figure, parent, registry), registry)
        key = series_key(figure, parent, indicator, organisation, period, registry)
        found = registry.series[said] = (indicator, key, series_slug(key, indicator))
    return found


def indicator_of(figure: Figure, parent: Figure | None, registry: Registry) -> Indicator:
    """The entry that the figure's words name.

    A part that no entry names goes under its total (*học viên: nữ*) unless it names that itself
    (*học viên nữ*), by whichever of its names, or both are steps of one work (*kiểm tra (vụ)*, *xử lý (vụ)*). If it names no
    more than the total's noun (*14 vụ* of vụ án), it is the total's own, or what was done to them
    (*vụ án: xét xử*).
    """
    found = registry.indicator(figure.indicator, figure.level, figure.unit)
    if parent is None or (found.registered and _is_of(found, figure, parent, registry)):
        return found
    found = unregistered_indicator(figure.indicator)
    whole = registry.indicator(parent.indicator, parent.level, parent.unit)
    part, total = normal_phrase(figure.indicator), normal_phrase(parent.indicator)
    unit, units = normal_phrase(figure.unit or ""), normal_phrase(parent.unit or "")
    names = [total, *map(normal_phrase, (whole.label, *whole.aliases))]
    if any(part.startswith(f"{name} ") for name in names) or (figure.deed and parent.deed):
        return found
    row, _, stage = figure.indicator.lower().partition(": ")
    if stage and (
        f" {total.partition(': ')[0]}".endswith(f" {normal_phrase(row)}")
        or total == normal_phrase(stage)
    ):
        # Steps of one row of a table, and of all its rows: hình sự: giải quyết of hình sự: thụ lý.
        return found
    if f"{total} ".startswith(f"{part} ") or part == units:
        return whole if figure.kind == "breakdown" else found
    if figure.deed and (f"{total} ".startswith(f"{unit} ") or unit == units):
        return unregistered_indicator(f"{whole.label}: {figure.deed}")
    own = figure.indicator
    if units and f"{total} ".startswith(f"{units} ") and own.lower().startswith(f"{units} "):
        # Đảng viên được kết nạp: đảng viên nữ.
        own = own[len(units) :].strip()
    own = without_row(own, parent.indicator)
    return unregistered_indicator(f"{whole.label}: {continued(own)}")


def _is_of(entry: Indicator, part: Figure, total: Figure, registry: Registry) -> bool:
    """Whether a part that has a name of an entry is of the entry's things, not of others.

    *Thạc sĩ* among the *công chức* of a table are none of the *giảng viên* who the entry counts.
    """
    noun, name = unplaced_header(entry.label).head, normal_phrase(part.indicator)
    said = f" {name} {normal_phrase(total.indicator)} "
    if not noun or f" {noun} " in said or normal_phrase(entry.label).startswith(name):
        return True
    whole = registry.indicator(total.indicator, total.level, total.unit)
    return whole.registered and whole.group == entry.group


def without_row(part: str, total: str) -> str:
    """A part without the row that ends its total's name, too: đất ở | Xã Minh Tân of *diện tích Xã Minh Tân*.

    The total may be called by that row alone: hoàn thành tốt | đảng bộ cơ sở of *Đảng bộ cơ sở*.
    """
    own, whole = part.split(), total.split()
    if len(own) > len(whole) > 1 and part.lower().endswith(f" {total.lower()}"):
        return " ".join(own[: -len(whole)])
    shared = 0
    while shared < min(len(own), len(whole)) - 1 and own[-1 - shared] == whole[-1 - shared]:
        shared += 1
    return " ".join(own[:-shared]) if shared > 1 else part


def series_key(
    figure: Figure,
    parent: Figure | None,
    indicator: Indicator,
    organisation: Organisation,
    period: Period,
    registry: Registry,
) -> SeriesKey:
    """All that must be equal before two values may stand on one line."""
    level = normal_phrase(figure.level or "")
    kind: SeriesKind = figure.kind if figure.kind != "breakdown" else "result"
    if figure.kind == "breakdown" and parent is not None:
        whole = registry.indicator(parent.indicator, parent.level, parent.unit)
        if whole.id == indicator.id and normal_phrase(parent.level or "") == level:
            # "439 lớp, trong đó 30 lớp ở …" is no second value of "439 lớp".
            kind = "part"
    unit = series_unit(figure.unit, indicator)
    base = base_told(figure.kind, figure.base or "", period.text)
    return SeriesKey(organisation.id, indicator.id, level, unit, kind, period.frequency, base)


def series_unit(written: str | None, indicator: Indicator) -> str:
    """The unit of the line: the registry's, unless the figure is measured otherwise."""
    unit = normal_phrase(written or "")
    if not indicator.registered:
        # The name holds the noun that is counted; only a measure says more.
        return unit if is_measure(unit) else ""
    if not indicator.unit:
        return unit
    if unit == normal_phrase(indicator.unit) or not unit:
        return indicator.unit
    counted = any(unit in normal_phrase(name) for name in (indicator.label, *indicator.aliases))
    foreign = is_measure(unit) or is_measure(normal_phrase(indicator.unit))
    return unit if foreign and not counted else indicator.unit


@lru_cache(maxsize=4_096)
def series_slug(key: SeriesKey, indicator: Indicator) -> str:
    """The series' part of its address, from the key and the registry alone.

    Parts are parted by two hyphens, which no id holds, so that different keys have
    different addresses; what folds alike is told apart by a hash.
    """
    level = slug(key.level)
    own_unit = key.unit if normal_phrase(key.unit) != normal_phrase(indicator.unit) else ""
    unit = ""
    if own_unit:
        unit = f"{slug(own_unit) or 'dv'}-{short_hash(own_unit, 3)}"
    frequency = "" if key.frequency == "A" else f"ky-{key.frequency.lower()}"
    kind = "-".join(filter(None, (_KIND_WORDS[key.kind], slug(key.against))))
    parts = [key.organisation, key.indicator, level, unit, kind, frequency]
    return "--".join(part for part in parts if part)
