"""Templates compiled by somebody else print what they would print if compiled here."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from press.pages.compiled import Compiled, compiled_now


def _environment(folder: Path) -> Environment:
    return Environment(loader=FileSystemLoader(folder))


def test_what_another_compiled_is_not_compiled_again(tmp_path: Path) -> None:
    (tmp_path / "article.html").write_text("{% from 'macros/a.html' import a %}{{ a(name) }}")
    (tmp_path / "macros").mkdir()
    (tmp_path / "macros/a.html").write_text("{% macro a(x) %}<b>{{ x }}</b>{% endmacro %}")
    compiled = Compiled()
    first, second = compiled_now(_environment(tmp_path), [tmp_path], Compiled())
    assert [name for name, _ in first] != [name for name, _ in second]
    compiled.code |= first | second
    here = _environment(tmp_path)
    here.bytecode_cache = compiled
    here.compile = None  # type: ignore[method-assign, assignment]
    assert here.get_template("article.html").render(name="A") == "<b>A</b>"
    assert list(compiled_now(here, [tmp_path], compiled)) == []


def test_a_template_that_changed_since_is_compiled_anew(tmp_path: Path) -> None:
    page = tmp_path / "article.html"
    page.write_text("old")
    compiled = Compiled()
    assert len(list(compiled_now(_environment(tmp_path), [tmp_path], compiled))) == 1
    page.write_text("new")
    here = _environment(tmp_path)
    here.bytecode_cache = compiled
    assert here.get_template("article.html").render() == "new"


def test_a_faulty_template_is_left_to_whoever_needs_it(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text("{% if %}")
    (tmp_path / "good.html").write_text("good")
    assert len(list(compiled_now(_environment(tmp_path), [tmp_path], Compiled()))) == 1
