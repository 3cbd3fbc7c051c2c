"""What the statements of a cell come to, and its step from the year before."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from stat_index.cell import MOST_SHOWN, summary_of
from stat_index.cells import make_cells
from stat_index.model import Statement
from stat_index.pages.cell_view import cell_view
from tests.stat_index.downloads.sample import statement


def of_kind(kind: str, unit: str, *said: Statement) -> list[Statement]:
    """`said` as statements of a series of that kind and unit."""
    return [
        replace(
            one,
            observation=replace(
                one.observation, series=replace(one.observation.series, kind=kind, unit=unit)
            ),
        )
        for one in said
    ]


def test_rates_step_in_points_and_amounts_in_percent() -> None:
    """5 % more of 90 % would be 94,5 %."""
    for unit, percent in (("%", None), ("lớp", Decimal("5.6"))):
        said = of_kind("result", unit, statement("95"), statement("90", "2022", article="a"))
        _, cell = make_cells(said[0].observation.series, said, {})
        assert cell.change is not None
        assert (cell.change.absolute, cell.change.percent) == (5, percent)
        assert cell_view(cell).why == ("đã tính bằng %" if unit == "%" else "")


def test_a_step_from_nought_has_no_percentage() -> None:
    """And says why."""
    said = [statement("45"), statement("0", "2022", article="a")]
    _, cell = make_cells(said[0].observation.series, said, {})
    view = cell_view(cell)
    assert (view.change, view.percent, view.why) == ("+45", "", "năm trước bằng 0")


def test_decreases_lie_below_nought() -> None:
    """So that a chart of many steps spans from the deepest fall to the highest rise."""
    said = [statement(str(n), article=f"b{n}", direction="down") for n in range(1, MOST_SHOWN + 3)]
    said.append(statement("4", high="6", article="c", direction="up"))
    summary = summary_of(of_kind("change", "lớp", *said))
    assert (summary.low, summary.high) == (-MOST_SHOWN - 2, 6)
    assert (len(summary.shown), summary.values) == (MOST_SHOWN, MOST_SHOWN + 3)


def test_a_rise_and_a_fall_of_one_size_are_two_statements() -> None:
    """Neither repeats the other nor agrees with it, however it is hedged."""
    for hedge in ("exact", "over", "under", "about", "at_least"):
        fall = statement("5", article="a", direction="down", qualifier=hedge)
        rise = statement("5", article="b", direction="up")
        summary = summary_of(of_kind("change", "lớp", fall, rise))
        assert (summary.values, summary.sources) == (2, (1, 1))


def test_articles_are_counted_once_for_each_value() -> None:
    """Those that hedge alike, and those whose hedge agrees with an exact value."""
    hedged = [statement("40", article=name, qualifier="over") for name in "ab"]
    assert summary_of(hedged).sources == (2,)
    exact = statement("45", article="c")
    summary = summary_of([exact, *hedged])
    assert (summary.sources, summary.values) == ((3,), 1)


def test_a_part_as_large_as_its_whole_contradicts_nothing() -> None:
    """Nor does a single hedged one; a larger one does."""
    whole = statement("45")
    for value, changes, note in (
        ("45", {}, ""),
        ("50", {"qualifier": "about"}, ""),
        ("46", {}, "lớn hơn tổng"),
    ):
        part = statement(value, level="cấp tỉnh", kind="breakdown", **changes).observation
        children = {(whole.observation.article, whole.observation.id): [part]}
        (cell,) = make_cells(whole.observation.series, [whole], children)
        assert note in cell.contradiction
        assert bool(note) == bool(cell.contradiction)
