"""JSON-LD says what the pages say, and cannot break out of its element."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stat_index.corrections import Correction
from stat_index.downloads import (
    correction_json_ld,
    index_json_ld,
    script_json,
    series_downloads,
    series_json_ld,
)
from tests.stat_index.downloads.sample import TestSite, index_of, sample_index, series_of, statement


def graph(series):
    dataset, *observations = series_json_ld(series, TestSite())["@graph"]
    return dataset, observations


def test_a_series_is_a_dataset_with_all_its_downloads():
    series = sample_index().series[0]
    dataset, _ = graph(series)
    assert dataset["@type"] == "Dataset"
    assert dataset["temporalCoverage"] == "2020/2023"
    assert dataset["variableMeasured"]["unitText"] == "lớp"
    offered = {download["contentUrl"] for download in dataset["distribution"]}
    assert offered == {
        f"https://bantin.example/{link.address}" for link in series_downloads(series).every
    }


def test_every_value_that_stands_is_an_observation():
    series = sample_index().series[0]
    _, observations = graph(series)
    shown = [statement for cell in series.cells for statement in cell.shown]
    assert len(observations) == len(shown)
    assert all(one["@type"] == "Observation" for one in observations)
    assert [one["value"] for one in observations] == [40, 45, 48, 49, 52]
    assert observations[0]["subjectOf"]["url"].endswith(f"#{shown[0].observation.id}")


@pytest.mark.parametrize(
    ("qualifier", "high", "expected"),
    [
        ("exact", "", {"value": 40}),
        ("about", "", {"value": 40, "description": "khoảng 40"}),
        ("over", "", {"minValue": 40, "description": "trên 40"}),
        ("at_most", "", {"maxValue": 40, "description": "nhiều nhất 40"}),
        ("exact", "45.5", {"minValue": 40, "maxValue": 45.5}),
    ],
)
def test_a_limit_is_never_told_as_the_value(qualifier, high, expected):
    series = series_of(statement("40", "2023", high=high, qualifier=qualifier))
    _, (observation,) = graph(series)
    found = {
        name: observation[name]
        for name in ("value", "minValue", "maxValue", "description")
        if name in observation
    }
    assert found == expected


@pytest.mark.parametrize(
    ("qualifier", "high", "expected"),
    [
        ("exact", "", {"value": -40}),
        ("about", "", {"value": -40, "description": "giảm khoảng 40"}),
        ("over", "", {"maxValue": -40, "description": "giảm trên 40"}),
        ("at_most", "", {"minValue": -40, "description": "giảm nhiều nhất 40"}),
        ("exact", "45", {"minValue": -45, "maxValue": -40}),
    ],
)
def test_a_decrease_is_told_as_one(qualifier, high, expected):
    falling = {"high": high, "qualifier": qualifier, "direction": "down"}
    _, (observation,) = graph(series_of(statement("40", "2023", **falling)))
    names = ("value", "minValue", "maxValue", "description")
    assert {name: observation[name] for name in names if name in observation} == expected


def test_a_correction_is_a_correction_comment_of_the_dataset():
    dataset, _ = graph(sample_index().series[0])
    (comment,) = dataset["correction"]
    assert comment == {
        "@type": "CorrectionComment",
        "text": "Đính chính: 52 lớp (trước ghi 25), lý do: gõ nhầm",
        "datePublished": "2024-01-05",
    }


def test_a_correction_without_a_day_has_the_day_of_its_article():
    one = statement("52", "2023")
    assert correction_json_ld(Correction(old="25"), one)["datePublished"] == one.source.date


def test_demonstration_figures_say_so():
    index = sample_index()
    assert "Có số liệu minh họa" in graph(index.series[0])[0]["description"]
    assert "minh họa" not in graph(index.series[2])[0]["description"]
    assert "Có số liệu minh họa" in index_json_ld(index, TestSite())["description"]


def test_the_whole_names_every_indicator_once():
    measured = index_json_ld(sample_index(), TestSite())["variableMeasured"]
    assert [one["name"] for one in measured] == ["Lớp đào tạo, bồi dưỡng", "Học viên"]


@given(st.text())
def test_no_text_ends_the_script_element_and_none_is_lost(text):
    markup = str(script_json({"name": text}))
    inner = markup.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert "<" not in inner
    assert not set("\u2028\u2029") & set(inner)
    assert json.loads(inner) == {"name": text}


def test_hostile_words_in_a_series_stay_inside():
    series = series_of(statement("40", "2023"))
    hostile = index_of(series)
    markup = str(
        script_json(series_json_ld(hostile.series[0], TestSite(organisation="</script><b>")))
    )
    assert markup.count("</script>") == 1
