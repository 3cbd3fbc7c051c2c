"""Charts are whole, safe SVG, and draw what is not sure as not sure."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from stat_index.charts import Chart, chart_figure, chart_of_series, series_chart, standalone_svg
from stat_index.charts.callouts import obstacles, value_labels
from stat_index.charts.drawing import axis_of, gutter_of
from stat_index.charts.forms import placed_points
from stat_index.charts.labels import NARROW, WIDE, shown_labels
from stat_index.charts.scale import axis_for
from tests.busy import examples
from tests.stat_index.charts.gallery import EXAMPLES, chart, point, values
from tests.stat_index.downloads.sample import sample_index, series_of, statement

every_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)


def figure(example):
    """The figure as a tree; it is well-formed XML as well as HTML."""
    return etree.fromstring(str(chart_figure(example.chart)))


@every_example
def test_a_chart_is_an_image_with_title_and_description(example):
    svg = figure(example).find("svg")
    assert svg.get("role") == "img"
    named = svg.get("aria-labelledby").split()
    texts = {element.get("id"): element.text for element in svg.iter() if element.get("id")}
    assert example.chart.title in texts[named[0]]
    assert "Biểu đồ" in texts[named[1]]


@every_example
def test_a_chart_needs_no_script_and_no_inline_style(example):
    markup = str(chart_figure(example.chart))
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=|javascript:", markup)


@every_example
def test_every_value_is_told_in_its_mark(example):
    titles = [title.text for title in figure(example).iterfind("svg/g/title")]
    assert len(titles) == len(example.chart.points)
    for point_, title in zip(example.chart.points, titles, strict=True):
        assert title.startswith(point_.period)


def test_a_gap_is_a_gap():
    """No column stands and no line passes where nothing was stated; the text says so."""
    columns = chart("x", "40 - 44").chart
    assert len(figure(chart("x", "40 - 44")).findall(".//rect")) == 2
    line = chart("x", "40 - 44 45", form="line")
    segments = figure(line).xpath(".//line[contains(@class, 'chart-line')]")
    assert len(segments) == 1
    assert "Không có số liệu: 2017" in str(chart_figure(columns))


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        (">40", "trên: thực tế cao hơn"),
        ("<40", "gần: thực tế thấp hơn"),
        ("~40", "khoảng: con số ước chừng"),
        ("40..45", "từ … đến …"),
        ("40|45", "các bài viết nêu khác nhau"),
    ],
)
@pytest.mark.parametrize("form", ["bars", "line"])
def test_what_is_not_exact_is_drawn_so_and_explained(text, sign, form):
    plain = figure(chart("x", "40 40", form=form))
    unsure = figure(chart("x", f"40 {text}", form=form))
    assert sign in "".join(unsure.itertext())
    assert sign not in "".join(plain.itertext())
    marks = [len(tree.findall("svg/g//*")) for tree in (plain, unsure)]
    assert marks[1] != marks[0] or form == "line"


def test_an_open_end_reaches_beyond_the_value():
    over = figure(chart("x", "40 >40")).findall(".//g/rect")
    tops = [float(rect.get("y")) for rect in over]
    assert min(tops) < tops[0]


def test_disputed_values_are_both_drawn_and_both_written():
    tree = figure(chart("x", "40 48|49 50"))
    assert len(tree.xpath(".//rect[@class='chart-bar-rival']")) == 2 + 1  # and one in the key
    written = [text.text for text in tree.xpath(".//text[contains(@class, 'chart-value')]")]
    assert {"48", "49"} <= set(written)


def test_columns_stand_on_nought_and_a_line_says_when_it_does_not():
    columns = chart("x", "95 96 97").chart
    assert axis_of(columns).ticks[0] == 0
    assert "không bắt đầu từ 0" not in str(chart_figure(columns))
    assert "không bắt đầu từ 0" in str(chart_figure(replace(columns, form="line")))


def test_demonstration_figures_say_so_on_the_chart():
    assert "Số liệu minh họa" in str(series_chart(sample_index().series[0]))
    assert "Số liệu minh họa" in standalone_svg(sample_index().series[0], "x", "y")
    assert "Số liệu minh họa" not in str(series_chart(sample_index().series[2]))


def test_a_decrease_hangs_below_nought():
    down = statement("5", "2022", direction="down")
    up = statement("8", "2023", direction="up")
    points = chart_of_series(series_of(down, up)).points
    assert [point_.low for point_ in points] == [Decimal(-5), Decimal(8)]


def test_words_of_an_article_cannot_break_out_of_the_drawing():
    hostile = '</title><script>alert(1)</script>" onload="x'
    made = replace(EXAMPLES[0].chart, title=hostile, unit=hostile, slots=(hostile,) * 8)
    tree = etree.fromstring(str(chart_figure(made)))
    assert not tree.findall(".//script")
    assert hostile in tree.find("svg/title").text


@pytest.mark.parametrize("series", sample_index().series, ids=lambda series: series.slug)
def test_the_file_to_embed_stands_alone(series):
    tree = etree.fromstring(standalone_svg(series, "Trường & Cụm", "https://x.example/a/"))
    assert tree.tag == "{http://www.w3.org/2000/svg}svg"
    assert tree.get("viewBox")
    assert not tree.xpath("//@class | //@style")
    assert "https://x.example/a/" in "".join(tree.itertext())


amounts = st.one_of(
    st.integers(0, 10**13).map(str), st.decimals(0, 10**7, places=1).map(lambda d: f"{d:f}")
)
words = st.one_of(
    st.just("-"),
    amounts,
    st.tuples(st.sampled_from("<>~"), amounts).map("".join),
    st.tuples(amounts, amounts).map("|".join),
)


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    said = draw(st.lists(words, min_size=1, max_size=26).filter(lambda w: set(w) != {"-"}))
    slots, points = values(" ".join(said), 2000)
    return Chart(
        "bd-x", "Học viên", "người", draw(st.sampled_from(["bars", "line"])), slots, points
    )


@settings(max_examples=examples(400), deadline=None)
@given(charts())
def test_no_written_number_lies_on_another(made):
    """At the narrow and at the wide size, whatever the values."""
    axis, places = axis_of(made), placed_points(made)
    gutter = gutter_of(axis)
    shown = list(
        shown_labels(value_labels(made, places, axis), obstacles(made, places, axis), gutter)
    )
    for width, sizes in ((NARROW, ("",)), (WIDE, ("", "wide"))):
        boxes = [label.box(width - gutter) for label, size in shown if size in sizes]
        for number, one in enumerate(boxes):
            for other in boxes[:number]:
                apart = one[0] >= other[2] or other[0] >= one[2]
                assert apart or one[1] >= other[3] or other[1] >= one[3]


@settings(max_examples=examples(100), deadline=None)
@given(charts())
def test_any_values_give_a_well_formed_chart(made):
    assert etree.fromstring(str(chart_figure(made))).find("svg") is not None


@given(st.lists(st.integers(-(10**12), 10**12), min_size=1, max_size=9), st.booleans())
def test_ticks_are_round_few_and_hold_the_values(numbers, from_zero):
    points = [point(str(abs(number)), 0, "", False) for number in numbers]
    points = [
        replace(p, low=Decimal(n), high=Decimal(n)) for p, n in zip(points, numbers, strict=True)
    ]
    axis = axis_for(points, from_zero=from_zero, top=10, bottom=100)
    assert 1 <= len(axis.ticks) <= 9
    assert axis.ticks[0] <= min(numbers)
    assert axis.high >= max(numbers)
    steps = {later - earlier for earlier, later in zip(axis.ticks, axis.ticks[1:], strict=False)}
    assert all(step.normalize().as_tuple().digits in ((1,), (2,), (5,)) for step in steps)
