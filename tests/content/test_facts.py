"""True reports say what their sources say; the school's reports agree with themselves."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from tests.content.sample import YEARS, articles, school_series, school_values, true_facts, wordings

HEDGES = {"over": r"(?:hơn|trên)", "under": r"(?:gần|dưới)", "exact": ""}
FACTS = true_facts()


def _stated(body: str, value: Decimal) -> bool:
    """Whether `body` has `value` as a number of its own."""
    return any(
        re.search(rf"(?<![\d.,]){re.escape(w)}(?![\d]|[.,]\d)", body) for w in wordings(value)
    )


def test_at_least_eleven_true_reports_come_from_the_collection() -> None:
    """The conference of 13/11/2023 with its twelve facts, and ten more."""
    assert sum(fact["article"] == "dbsh-2023" for fact in FACTS) == 12
    assert len({fact["article"] for fact in FACTS}) >= 11


@pytest.mark.parametrize("fact", FACTS, ids=lambda f: f"{f['article']}:{f['value']}")
def test_a_true_report_states_the_fact_of_its_source(fact: dict[str, str]) -> None:
    """Value, qualifier and level are in the text; date, source and organisation in the head."""
    article = articles()[fact["article"]]
    body = article.front.body.replace("[", "").replace("]", "")
    assert _stated(body, Decimal(fact["value"]))
    if hedge := HEDGES[fact["qualifier"]]:
        words = "|".join(map(re.escape, wordings(Decimal(fact["value"]))))
        assert re.search(rf"{hedge} (?:{words})", body)
    for level in fact["level"].split(" và "):
        assert level in body
    assert article.front.values["source"] == fact["source_url"]
    assert f"{article.front.values['date']:%Y-%m-%d}" == fact["source_date"]


def test_true_reports_have_no_number_of_their_own() -> None:
    """Beside the facts, only dates, years, courses and document numbers stand in true reports."""
    known = re.compile(
        r"\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{4}|\d{1,2}/\d{1,2}|20\d\d|35-NQ/TW|K50|A\.20[67]"
        r"|khóa (?:14|27|50)|số 7|10 trường|6 tháng đầu"
    )
    for id in {fact["article"] for fact in FACTS}:
        body = articles()[id].front.body
        body = re.sub(r"\(\{static\}[^)]*\)|\{[^}]*\}", "", body)
        body = known.sub(" ", body)
        stated = {w for f in FACTS if f["article"] == id for w in wordings(Decimal(f["value"]))}
        numbers = set(re.findall(r"\d[\d.,]*\d(?: nghìn)?|\d", body))
        assert numbers <= stated, (id, numbers - stated)


def test_the_lost_comma_of_the_conference_report_is_kept() -> None:
    """No comma stands between the provincial and the school workshops, as in the report."""
    body = articles()["dbsh-2023"].front.body
    assert "8 hội thảo cấp tỉnh 25 hội thảo cấp trường" in body
    assert "Nghị quyết số 35-NQ/TW ngày 22/10/2018" in body
    assert "10/11" in body


@pytest.mark.parametrize("value", list(school_values()), ids=lambda v: f"{v[0]}-{v[1]}-{v[2]}")
def test_a_year_end_report_states_the_figure(value: tuple[str, str, int, Decimal]) -> None:
    """Every figure of `truong_mau.csv` is in the report of its year."""
    _, _, year, number = value
    assert _stated(articles()[f"mau-tong-ket-{year}"].front.body, number)


def test_parts_add_up_to_totals() -> None:
    """Classes and learners by type make the totals of every year that states them."""
    series = school_series()
    for total in ("lop", "hoc-vien"):
        parts = [series[f"{total}-{kind}", ""] for kind in ("trung-cap", "cao-cap", "boi-duong")]
        for year in YEARS:
            if all(year in part for part in parts):
                assert sum(part[year] for part in parts) == series[total, ""][year], (total, year)


@pytest.mark.parametrize(
    ("id", "series", "year", "percent"),
    [
        ("mau-tong-ket-2017", "hoc-vien", 2017, "9%"),
        ("mau-tong-ket-2017", "kinh-phi", 2017, "4,9%"),
        ("mau-tong-ket-2020", "hoc-vien", 2020, "26%"),
        ("mau-tong-ket-2020", "kinh-phi", 2020, "13,4%"),
        ("mau-tong-ket-2023", "hoc-vien", 2023, "14%"),
        ("mau-tong-ket-2023", "kinh-phi", 2023, "13,1%"),
        ("mau-tong-ket-2024", "hoc-vien", 2024, "6,1%"),
    ],
)
def test_changes_are_computed_right(id: str, series: str, year: int, percent: str) -> None:
    """A change against the year before is what the two values give, as the report rounds it."""
    values = school_series()[series, ""]
    change = abs(values[year] - values[year - 1]) / values[year - 1] * 100
    digits = Decimal("0.1") if "," in percent else Decimal(1)
    assert change.quantize(digits) == Decimal(percent[:-1].replace(",", "."))
    assert percent in articles()[id].front.body


def test_two_articles_disagree_on_one_figure() -> None:
    """The library counts other readers of 2022 than the report of the year."""
    assert "5.876 lượt bạn đọc" in articles()["mau-tong-ket-2022"].front.body
    assert "5.912 lượt bạn đọc" in articles()["mau-thu-vien-2022"].front.body
