"""The charts, as pages ask for them."""

from __future__ import annotations

from markupsafe import Markup

from stat_index.model import Series


def sparkline(series: Series) -> Markup:
    """A row's small line."""
    return Markup("")


def series_chart(series: Series) -> Markup:
    """The chart of a series' own page."""
    return Markup("")
