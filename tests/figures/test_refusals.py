"""Each refusal rule keeps the promise of its examples."""

from __future__ import annotations

import pytest

from figures import Context, read
from figures.refusing.refusals import RULES, RefusalRule
from figures.refusing.wide import RULES as WIDE_RULES
from figures.text.lexicon import load

_ALL = (*WIDE_RULES, *RULES)
_BAD = [(rule, example) for rule in _ALL for example in rule.bad]
_GOOD = [(rule, example) for rule in _ALL for example in rule.good]


def _plain(example: str) -> tuple[str, int]:
    """The text without the marks, and where the marked number begins."""
    return example.replace("‹", "").replace("›", ""), example.index("‹")


@pytest.mark.parametrize(("rule", "example"), _BAD, ids=lambda value: str(value)[:60])
def test_a_bad_example_is_refused_where_it_is_marked(rule: RefusalRule, example: str) -> None:
    """The number between ‹ and › is no figure, and the refusal covers it."""
    text, start = _plain(example)
    reading = read(text, Context())
    assert start not in [figure.start for figure in reading.figures]
    assert start in [refusal.start for refusal in reading.refusals], rule.name


@pytest.mark.parametrize(("rule", "example"), _GOOD, ids=lambda value: str(value)[:60])
def test_a_good_example_gives_a_figure(rule: RefusalRule, example: str) -> None:
    """What only looks like the rule's case is read."""
    assert read(example, Context()).figures, rule.name


def test_every_table_of_refusing_words_has_its_rule() -> None:
    """`data/refusals.toml` and the table of rules name the same rules."""
    assert set(load("refusals")) == {rule.name for rule in RULES}


def test_every_rule_has_an_example_and_a_section() -> None:
    """No rule without what it is for."""
    assert all(rule.bad and rule.section for rule in _ALL)
