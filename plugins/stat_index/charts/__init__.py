"""Charts as static SVG. The door is what is named here."""

from stat_index.charts.figure import chart_figure, series_chart
from stat_index.charts.model import Chart, Point, chart_of_series
from stat_index.charts.sparkline import sparkline

__all__ = ["Chart", "Point", "chart_figure", "chart_of_series", "series_chart", "sparkline"]
