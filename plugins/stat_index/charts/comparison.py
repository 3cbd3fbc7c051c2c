"""One indicator in one period for several organisations: a bar each, one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from stat_index.charts.ink import PAGE_INK, escaped
from stat_index.charts.marks import percent
from stat_index.model import Observation
from stat_index.values import QUALIFIER_WORDS, value_text

_ROW, _BAR = 46, 16
_LEAST = 0.004


@dataclass(frozen=True, slots=True)
class Entry:
    """One organisation and what it states."""

    name: str
    observation: Observation


def comparison_chart(chart_id: str, title: str, unit: str, entries: Sequence[Entry]) -> Markup:
    """Bars in the order of `entries`, each below its name and value as stated.

    Hedged values have an open outline: their ends are not known. Empty without entries.
    """
    if not entries:
        return Markup("")
    most = max(entry.observation.value_max for entry in entries) or Decimal(1)
    rows = "".join(_row(entry, most, number) for number, entry in enumerate(entries))
    told = "; ".join(f"{e.name}: {value_text(e.observation, unit)}" for e in entries)
    heading = escaped(title)
    return Markup(
        f'<figure class="chart"><figcaption class="chart-title">{heading}</figcaption>'
        f'<svg class="chart-plot" width="100%" height="{_ROW * len(entries)}" role="img" '
        f'aria-labelledby="{chart_id}-t {chart_id}-d"><title id="{chart_id}-t">{heading}</title>'
        f'<desc id="{chart_id}-d">{escaped(told)}.</desc>{rows}</svg>{_key(entries)}</figure>'
    )


def _key(entries: Sequence[Entry]) -> str:
    """What a bar with an outline means; empty where there is none."""
    hedged = [e.observation for e in entries if not e.observation.exact]
    if not hedged:
        return ""
    words = dict.fromkeys(
        "từ … đến …" if o.value_min != o.value_max else QUALIFIER_WORDS[o.qualifier] for o in hedged
    )
    sample = f'<rect{PAGE_INK["bar-rival"]} y="3" width="16" height="10"/>'
    return (
        '<ul class="chart-key"><li><svg class="chart-sign" width="16" height="16"'
        f' aria-hidden="true">{sample}</svg>{", ".join(words)}: không phải số chính xác</li></ul>'
    )


def _row(entry: Entry, most: Decimal, number: int) -> str:
    observation = entry.observation
    share = max(float(observation.value_max / most), _LEAST)
    look = PAGE_INK["bar" if observation.exact else "bar-rival"]
    top = number * _ROW
    return (
        f'<text{PAGE_INK["name"]} y="{top + 15}">{escaped(entry.name)}</text>'
        f'<text{PAGE_INK["value"]} x="100%" y="{top + 15}" text-anchor="end">'
        f"{escaped(value_text(observation))}</text>"
        f'<rect{look} y="{top + 21}" width="{percent(share)}" height="{_BAR}"/>'
    )
