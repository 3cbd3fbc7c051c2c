"""Editors are told in both languages why a number is no figure, whatever rule refused it."""

from __future__ import annotations

import re
from pathlib import Path

import figures
from figures.refusing import refusals, wide
from niengiam.words import LANGUAGES, _table

_SET = re.compile(r'\breason = (?:[\w.]+ or )?"(\w+)"|_refusal\([^)]*, "(\w+)"\)|return "(code)"')
REFUSALS = _table("refusals")
_GROUP = re.compile(r"\(\?P<(\w+)>")


def test_every_rule_that_refuses_has_words() -> None:
    named = {rule.name for rule in (*wide.RULES, *refusals.RULES)}
    assert named <= REFUSALS.keys()


def test_every_reason_written_in_the_reader_has_words() -> None:
    files = list(Path(figures.__path__[0]).rglob("*.py"))
    found = {next(filter(None, m)) for f in files for m in _SET.findall(f.read_text("utf-8"))}
    assert {"nameless", "back_reference", "threshold", "period", "code"} <= found
    assert found <= REFUSALS.keys()


def test_every_code_that_the_tokenizer_knows_has_words() -> None:
    source = Path(figures.__path__[0], "text", "scanner.py").read_text("utf-8")
    pattern = source.partition('_CODE = r"""')[2].partition('"""')[0]
    kinds = set(_GROUP.findall(pattern))
    assert "date" in kinds
    assert kinds <= REFUSALS.keys()


def test_every_reason_is_said_in_both_languages() -> None:
    for reason, said in REFUSALS.items():
        assert set(said) == set(LANGUAGES), reason
        assert all(said.values()), reason
