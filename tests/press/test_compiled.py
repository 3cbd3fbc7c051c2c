"""Templates that were compiled before print what they would print if compiled now."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from press.environment import compiler_digest
from press.pages.compiled import Compiled, compiled_by


@pytest.fixture(autouse=True)
def _keeps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def _environment(folder: Path, compiled: Compiled, *, compiles: bool = True) -> Environment:
    found = Environment(loader=FileSystemLoader(folder), bytecode_cache=compiled)
    if not compiles:
        found.compile = None  # type: ignore[method-assign, assignment]
    return found


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("__pycache__/*") if path.is_file())


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """Two templates, one in a folder of its own."""
    (tmp_path / "macros").mkdir()
    (tmp_path / "article.html").write_text("{% from 'macros/a.html' import a %}{{ a(name) }}")
    (tmp_path / "macros/a.html").write_text("{% macro a(x) %}<b>{{ x }}</b>{% endmacro %}")
    return tmp_path


def _page(theme: Path, compiled: Compiled, *, compiles: bool = True) -> str:
    page = _environment(theme, compiled, compiles=compiles).get_template("article.html")
    return page.render(name="A")


def test_what_was_compiled_before_is_not_compiled_again(theme: Path) -> None:
    assert _page(theme, Compiled("x", keep=True)) == "<b>A</b>"
    assert len(_files(theme)) == 2
    assert _page(theme, Compiled("x", keep=True), compiles=False) == "<b>A</b>"


@pytest.mark.parametrize("keep", [True, False])
def test_a_process_that_may_keep_nothing_still_compiles_once(
    theme: Path, keep: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", keep)
    compiled = Compiled("x", keep=keep)
    assert _page(theme, compiled) == "<b>A</b>"
    assert _files(theme) == []
    assert _page(theme, compiled, compiles=False) == "<b>A</b>"


def test_a_template_that_changed_since_is_compiled_anew(theme: Path) -> None:
    _page(theme, Compiled("x", keep=True))
    (theme / "macros/a.html").write_text("{% macro a(x) %}<i>{{ x }}</i>{% endmacro %}")
    assert _page(theme, Compiled("x", keep=True)) == "<i>A</i>"
    assert len(_files(theme)) == 2


def test_code_of_another_compiler_or_of_another_place_is_none(theme: Path, tmp_path: Path) -> None:
    _page(theme, Compiled("x", keep=True))
    with pytest.raises(TypeError):
        _page(theme, Compiled("y", keep=True), compiles=False)
    moved = theme.rename(tmp_path.with_name(f"{tmp_path.name}-moved"))
    with pytest.raises(TypeError):
        _page(moved, Compiled("x", keep=True), compiles=False)


def test_a_spoilt_file_is_never_run(theme: Path) -> None:
    _page(theme, Compiled("x", keep=True))
    for path in _files(theme):
        whole = path.read_bytes()
        for spoilt in (b"", whole[:-1], bytes([whole[0] ^ 1]) + whole[1:], whole[:40] + b"X" * 40):
            path.write_bytes(spoilt)
            assert _page(theme, Compiled("x", keep=True)) == "<b>A</b>"
            assert path.read_bytes() == whole


def test_a_folder_that_nobody_may_write_to_does_no_harm(theme: Path) -> None:
    (theme / "__pycache__").write_text("in the way")
    assert _page(theme, Compiled("x", keep=True)) == "<b>A</b>"
    assert [path.parent.parent.name for path in _files(theme)] == ["macros"]


def _twice(value: str) -> str:
    return value * 2


def _thrice(value: str) -> str:
    return value * 3


def test_filters_that_do_something_else_make_another_compiler() -> None:
    """What they do to constants is compiled into a template."""
    settings = {"JINJA_FILTERS": {"more": _twice}, "JINJA_ENVIRONMENT": {}}
    digest = compiler_digest(settings)
    renamed = _thrice
    renamed.__qualname__ = "_twice"
    assert compiler_digest(settings | {"JINJA_FILTERS": {"more": renamed}}) != digest
    assert compiler_digest(settings | {"JINJA_FILTERS": {"more": _twice}}) == digest
    assert compiler_digest(settings | {"SITENAME": "other"}) == digest


def test_what_a_filter_does_is_the_same_in_every_process(tmp_path: Path) -> None:
    """Python orders sets of words anew in each."""
    file = tmp_path / "own.py"
    file.write_text(
        "from press.environment import compiler_digest\n"
        "def own(value, more=('a', {'b': 'c'})):\n"
        "    return [one for one in value if one in {'x', 'y', 'z', 'u', 'v', 'w'}]\n"
        "print(compiler_digest({'JINJA_FILTERS': {'own': own}}))\n"
    )
    found = {
        subprocess.run(
            [sys.executable, str(file)], env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in "123"
    }  # fmt: skip
    assert len(found) == 1


def test_extensions_of_somebody_else_keep_it_from_being_kept() -> None:
    def kept(extensions: list[str], *, alone: bool = True) -> bool:
        return compiled_by({"JINJA_ENVIRONMENT": {"extensions": extensions}}, alone=alone)._keeps

    assert kept(["press.fragments.Fragments", "jinja2.ext.do"])
    assert not kept(["my.own.Extension"])
    assert not kept([], alone=False)
