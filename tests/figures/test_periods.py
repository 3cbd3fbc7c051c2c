"""Every way to name a period keeps the promise of its examples."""

from __future__ import annotations

import re

import pytest

from figures.text.period_forms import FORMS, PERIOD, STARTERS, PeriodForm, mention, period_at
from figures.text.scanner import scanned
from figures.text.tokens import PERIOD_TOKEN

_EXAMPLES = [(form, example) for form in FORMS for example in form.examples]


@pytest.mark.parametrize(("form", "example"), _EXAMPLES, ids=lambda value: str(value)[:40])
def test_a_form_begins_with_the_words_it_declares(form: PeriodForm, example: str) -> None:
    """The scanner asks it at these words, and at no others, which cannot begin it."""
    low = example.lower()
    first, _, rest = low.partition(" ")
    assert scanned(low, low, 0, len(low)).tokens[0].kind == PERIOD_TOKEN
    start = "0" if first[0].isdigit() else first
    assert start in form.starts.split()
    assert period_at(start, low, 0, len(low)) is not None
    for other in STARTERS - set(form.starts.split()):
        for text in (f"{other} {low}", f"{other} {rest}"):
            assert re.match(form.pattern, text) is None, text


@pytest.mark.parametrize(("form", "example"), _EXAMPLES, ids=lambda value: str(value)[:40])
def test_an_example_is_found_whole_and_understood(form: PeriodForm, example: str) -> None:
    """The scanner takes it as one token, and it says a period."""
    low = example.lower()
    found = re.search(PERIOD, low)
    assert found is not None
    assert low.startswith(found[0].rstrip(")"))
    assert mention(found[0]) is not None, form.name


@pytest.mark.parametrize(
    "text", ["sau 3 ngày", "trong 5 năm", "thực hiện", "phát hiện", "năm đề tài", "quý vị"]
)
def test_what_only_sounds_like_a_period_is_none(text: str) -> None:
    """Durations and other words have no year or part of one."""
    found = re.search(rf"(?<!thực )(?<!phát ){PERIOD}", text)
    assert found is None or mention(found[0]) is None
