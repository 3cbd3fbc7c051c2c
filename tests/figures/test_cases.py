"""The grammar, construct by construct: texts with all that is read in them."""

from __future__ import annotations

import pytest

from tests.figures.case_lines import Case, cases


def _name(case: Case) -> str:
    return f"{case.file}: {case.text[:50]}"


@pytest.mark.parametrize("case", cases("accepted"), ids=_name)
def test_an_accepted_text_gives_exactly_its_figures(case: Case) -> None:
    """Number, indicator, level, unit, kind, period and total are as the case says."""
    assert case.read() == case.figures


@pytest.mark.parametrize("case", cases("refused"), ids=_name)
def test_a_refused_text_gives_no_figure(case: Case) -> None:
    """Schedules, laws, prices, lives and scores have numbers, yet no figures."""
    assert case.read() == ()


@pytest.mark.parametrize("case", cases("known_misses"), ids=_name)
def test_a_known_miss_is_still_missed(case: Case) -> None:
    """A miss that has come to be read rightly must be moved to the accepted pile."""
    assert case.read() != case.figures, "now right: move it to the accepted pile"
