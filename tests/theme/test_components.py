"""Macros show only what they are given, and each has examples."""

from __future__ import annotations

import re

import jinja2.meta
import jinja2.nodes
import pytest

from tests.theme.examples import THEME, load_components
from tests.theme.gallery import environment

MACROS = THEME / "templates" / "macros"
FILES = sorted(path.name for path in MACROS.glob("*.html"))
_MACRO = re.compile(r"\{%-? macro (\w+)\(")


@pytest.mark.parametrize("file", FILES)
def test_a_macro_reads_nothing_but_its_arguments(file: str) -> None:
    tree = environment().parse((MACROS / file).read_text("utf-8"))
    # Jinja takes a name that is set inside an `if` for one from outside.
    own = {name.name for name in tree.find_all(jinja2.nodes.Name) if name.ctx == "store"}
    assert jinja2.meta.find_undeclared_variables(tree) - own == set()


@pytest.mark.parametrize("file", FILES)
def test_every_macro_has_named_examples(file: str) -> None:
    macros = set(_MACRO.findall((MACROS / file).read_text("utf-8")))
    shown = {c["macro"] for c in load_components()["component"] if c["file"] == file}
    assert shown == macros


def test_names_of_examples_are_unique() -> None:
    names = [
        (component["file"], component["macro"], example["name"])
        for component in load_components()["component"]
        for example in component["examples"]
    ]
    assert len(names) == len(set(names))
