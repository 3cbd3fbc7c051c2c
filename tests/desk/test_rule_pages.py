"""Every message that an editor may meet has a page, and the pages are up to date."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desk.front_matter import parse
from desk.rule import all_rules
from desk.rule_pages import pages, readings

ROOT = Path(__file__).parents[2]
#: An id stands before the message in a Finding, a Refused or a call of `say`.
_ID = re.compile(r'(?:1, 1, |column, |line, 1, )"([a-z]+(?:-[a-z0-9]+)+)"')
_ASKED = re.compile(r'\bFinding\((?:[^()"]|\([^()]*\))*"([a-z]+(?:-[a-z]+)+)"')


def test_the_pages_are_those_of_the_rules() -> None:
    """After changing a rule, run `python -m desk.rule_pages docs/loi`."""
    folder = ROOT / "docs" / "loi"
    assert {path.name: path.read_text("utf-8") for path in folder.glob("*.md")} == pages()


def test_every_id_in_the_desk_has_a_page() -> None:
    known = {*readings(), *(rule.id for rule in all_rules())}
    desk = ROOT / "plugins" / "desk"
    said = {id for file in desk.glob("*.py") for id in _ID.findall(file.read_text("utf-8"))}
    assert len(said) > 10
    assert said <= known


def test_every_question_about_figures_has_a_page() -> None:
    """What `check` prints in brackets is the name of a page, whichever room asked."""
    known = {*readings(), *(rule.id for rule in all_rules())}
    index = ROOT / "plugins" / "stat_index"
    said = {id for file in index.rglob("*.py") for id in _ASKED.findall(file.read_text("utf-8"))}
    assert {"figure-unsure", "figure-period", "table-total"} <= said
    assert said <= known


def test_a_rule_and_a_reading_never_share_an_id() -> None:
    assert not {rule.id for rule in all_rules()} & readings().keys()


@pytest.mark.parametrize("id", [id for id, words in readings().items() if "bad" in words])
def test_a_bad_file_is_refused_as_its_page_says(id: str) -> None:
    found = parse(readings()[id]["bad"].encode(), "x.md").findings
    assert id in {finding.rule for finding in found}
