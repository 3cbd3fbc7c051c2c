"""Upstream's steps over the whole article, left out where nothing in it concerns them.

Each of them walks all elements, or has the source read as HTML, only to find no
sign of what it is for.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

Sign = Callable[[str], bool]
Step = Callable[[Any], Any]


def _holds_html(source: str) -> bool:
    return "<" in source or "&" in source


def _holds_attributes(source: str) -> bool:
    # They follow a space, the end of a line or an element; `({static}/…` is an address.
    return "{" in source.replace("({", "")


def _holds_escapes(source: str) -> bool:
    return "\\" in source


_STEPS = {"attr_list": _holds_attributes, "unescape": _holds_escapes}


class SparingSteps(Extension):
    """Makes such steps look before they go; add it when all of them are known."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Python-Markdown."""
        source = _Source(md)
        # Behind the step that puts line ends and tabs in order.
        md.preprocessors.register(source, "niengiam-source", 29)
        html = md.preprocessors["html_block"]
        html.run = source.sparing(html.run, _holds_html)  # type: ignore[assignment,method-assign]
        for name, sign in _STEPS.items():
            if name in md.treeprocessors:
                step = md.treeprocessors[name]
                step.run = source.sparing(step.run, sign)  # type: ignore[assignment,method-assign]
        # Several steps ask it of every element; the names do not change any more.
        md.is_block_level = cache(md.is_block_level)  # type: ignore[method-assign]


class _Source(Preprocessor):
    """Knows the source of the article."""

    text = ""

    def run(self, lines: list[str]) -> list[str]:
        """Called by Python-Markdown."""
        self.text = "\n".join(lines)
        return lines

    def sparing(self, step: Step, sign: Sign) -> Step:
        """`step`, which leaves what it is given as it is where the source has no `sign`."""
        return lambda given: step(given) if sign(self.text) else given
