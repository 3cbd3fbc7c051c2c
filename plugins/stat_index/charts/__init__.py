"""Charts as static SVG. The door is what is named here."""

from stat_index.charts.comparison import Entry, comparison_chart
from stat_index.charts.figure import chart_figure, series_chart
from stat_index.charts.model import Chart, Point, chart_of_series
from stat_index.charts.sparkline import sparkline
from stat_index.charts.standalone import embed_code, embed_name, standalone_svg

__all__ = [
    "Chart",
    "Entry",
    "Point",
    "chart_figure",
    "chart_of_series",
    "comparison_chart",
    "embed_code",
    "embed_name",
    "series_chart",
    "sparkline",
    "standalone_svg",
]
