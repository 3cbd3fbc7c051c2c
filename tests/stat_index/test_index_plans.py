"""Plans stand beside what was achieved, on the pages of both."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup

from stat_index.book import Index
from stat_index.evidence import AtHand
from stat_index.pages.all_pages import index_pages
from stat_index.pages.plans import Plans, counterparts, plans_of
from stat_index.registry import Registry
from tests.stat_index.making import index_of, record

PLAN = '[{value} lớp]{{loại="kế hoạch" kỳ="{year}"}}'
DONE = '[{value} lớp]{{loại="kết quả" kỳ="{year}"}}'


def stated(registry: Registry, *lines: str) -> Index:
    """An index of one article for each line."""
    texts = enumerate(lines)
    return index_of(registry, *(record(f"Mở {x}.", registry, id=f"b{n}") for n, x in texts))


def plans(index: Index, slug: str = "truong-a--lop") -> Plans | None:
    """What the page of a series shows of plans."""
    series = next(one for one in index.series if one.slug == slug)
    return plans_of(series, counterparts(index.series)[slug])


def rows(shown: Plans | None) -> list[tuple[str, str, str, str]]:
    """Period, plan, result and attainment in words."""
    assert shown is not None
    return [
        (
            row.label,
            " / ".join(value.text for value in row.plan.values),
            " / ".join(value.text for value in row.result.values) if row.result else "",
            row.attained,
        )
        for row in shown.rows
    ]


def test_each_plan_has_its_result_beside_it(registry: Registry) -> None:
    """The newest first, what is still to come without a result, on both pages alike."""
    index = stated(
        registry,
        PLAN.format(value=48, year=2023),
        DONE.format(value=50, year=2023),
        PLAN.format(value=52, year=2024),
        DONE.format(value=44, year=2022),
    )
    expected = [("2024", "52", "", ""), ("2023", "48", "50", "104,2%")]
    assert rows(plans(index)) == expected
    assert rows(plans(index, "truong-a--lop--chi-tieu-giao")) == expected


def test_what_is_no_single_exact_number_is_no_share_of_a_plan(registry: Registry) -> None:
    for plan, done in (("trên 48", "50"), ("48", "khoảng 50"), ("0", "5")):
        index = stated(
            registry, PLAN.format(value=plan, year=2023), DONE.format(value=done, year=2023)
        )
        assert rows(plans(index))[0][3] == ""
    disputed = stated(
        registry,
        PLAN.format(value=48, year=2023),
        PLAN.format(value=49, year=2023),
        DONE.format(value=50, year=2023),
    )
    assert rows(plans(disputed)) == [("2023", "49 / 48", "50", "")]


def test_without_a_year_in_common_there_is_nothing_to_show(registry: Registry) -> None:
    index = stated(registry, PLAN.format(value=48, year=2024), DONE.format(value=50, year=2023))
    assert plans(index) is None


def test_a_changed_plan_makes_the_page_of_results_anew(registry: Registry) -> None:
    def digest(plan: int) -> str:
        index = stated(
            registry, PLAN.format(value=plan, year=2023), DONE.format(value=50, year=2023)
        )
        found = {page.address: page for page in index_pages(index, None, AtHand())}
        return found["so-lieu/truong-a--lop/"].shows()

    assert digest(48) == digest(48)
    assert digest(48) != digest(49)


def test_the_share_of_the_plan_is_that_which_the_article_states(sample_site: Path) -> None:
    """“35 lớp …, đạt 72,9% kế hoạch năm” of the sample's report of 2020."""
    page = (sample_site / "so-lieu/truong-mau--lop/index.html").read_text("utf-8")
    table = BeautifulSoup(page, "lxml").select_one(".sl-plans table")
    assert table is not None
    lines = {
        row.th.text: [cell.text for cell in row.select("td")] for row in table.select("tbody tr")
    }
    assert lines["2020"] == ["48", "35", "72,9%"]
    assert lines["2025"] == ["55", "chưa có", ""]
