"""The stylesheet keeps its rules: layers, tokens, weight; templates bring no style of their own."""

from __future__ import annotations

import gzip
import re

import pytest

from press.pages.assets import stylesheet
from press.site import SiteInfo
from tests.theme.examples import THEME

CSS = sorted((THEME / "static" / "css").glob("*.css"))
TEMPLATES = sorted((THEME / "templates").rglob("*.html"))
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_KILOBYTE = 1000


def top_level(css: str) -> list[str]:
    """The beginnings of the rules that stand in no other rule."""
    found, depth, start = [], 0, 0
    css = _COMMENT.sub("", css)
    for place, sign in enumerate(css):
        if sign == "{":
            if not depth:
                found.append(css[start:place].strip())
            depth += 1
        elif sign == "}":
            depth -= 1
            start = place + 1
        elif sign == ";" and not depth:
            found.append(css[start:place].strip())
            start = place + 1
    return found


@pytest.mark.parametrize("path", CSS, ids=lambda path: path.name)
def test_every_rule_lies_in_a_layer(path) -> None:  # type: ignore[no-untyped-def]
    allowed = ("@layer", "@font-face")
    assert [
        rule for rule in top_level(path.read_text("utf-8")) if not rule.startswith(allowed)
    ] == []


@pytest.mark.parametrize("path", CSS, ids=lambda path: path.name)
def test_no_rule_shouts(path) -> None:  # type: ignore[no-untyped-def]
    assert "!important" not in path.read_text("utf-8")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_holds_a_style_or_a_running_script(path) -> None:  # type: ignore[no-untyped-def]
    text = path.read_text("utf-8")
    assert not re.search(r"<style|\sstyle=|\son\w+=", text)
    for opening in re.findall(r"<script[^>]*>", text):
        assert " src=" in opening or 'type="application/' in opening


def test_one_stylesheet_of_at_most_15_kilobytes() -> None:
    css = stylesheet(THEME / "static" / "css", SiteInfo())
    assert len(gzip.compress(css.encode(), 9)) <= 15 * _KILOBYTE


def test_scripts_of_at_most_13_kilobytes() -> None:
    """The search page has most of them, an article one."""
    scripts = (THEME / "static" / "js").glob("*.js")
    weights = {path.name: len(gzip.compress(path.read_bytes(), 9)) for path in scripts}
    assert sum(weights.values()) <= 13 * _KILOBYTE
    assert weights["site.js"] <= _KILOBYTE


def test_nothing_moves_but_a_scroll_that_a_reader_allows() -> None:
    css = "".join(_COMMENT.sub("", path.read_text("utf-8")) for path in CSS)
    assert not re.search(r"(?:animation|transition)(?:-[a-z]+)?\s*:|@keyframes", css)
    assert css.count("scroll-behavior") == 1
