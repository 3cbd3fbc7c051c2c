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
from markdown.util import ETX, STX

from vntext.signs import holds

Sign = Callable[[str], bool]
Step = Callable[[Any], Any]


def _holds_html(source: str) -> bool:
    return "<" in source or "&" in source


def holds_attributes(source: str) -> bool:
    """Whether braces in `source` may give an element attributes."""
    # They follow a space, the end of a line or an element; `({static}/…` is an address.
    return not all(before.endswith("(") for before in source.split("{")[:-1])


def _holds_escapes(source: str) -> bool:
    return "\\" in source


def _holds_fence(source: str) -> bool:
    return holds(source, "```") or holds(source, "~~~")


#: Without these, upstream's first step has nothing to put in order.
ODD = (STX, ETX, "\r", "\t")
#: The step that knows the source.
SOURCE = "niengiam-source"
#: Steps over the finished HTML that replace what others put into it behind such a letter.
_PLACED = ("footnote", "amp_substitute")
_STEPS = {"attr_list": holds_attributes, "unescape": _holds_escapes}


class SparingSteps(Extension):
    """Makes such steps look before they go; add it when all of them are known."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Python-Markdown."""
        source = _Source(md)
        # Behind the step that puts line ends and tabs in order.
        md.preprocessors.register(source, SOURCE, 29)
        for name, sign in (("html_block", _holds_html), ("fenced_code_block", _holds_fence)):
            if name in md.preprocessors:
                before = md.preprocessors[name]
                before.run = source.sparing(before.run, sign)  # type: ignore[assignment,method-assign]
        spaces = md.preprocessors["normalize_whitespace"]
        spaces.run = _unless_plain(spaces.run)  # type: ignore[assignment,method-assign]
        for name, sign in _STEPS.items():
            if name in md.treeprocessors:
                step = md.treeprocessors[name]
                step.run = source.sparing(step.run, sign)  # type: ignore[assignment,method-assign]
        for name in _PLACED:
            if name in md.postprocessors:
                last = md.postprocessors[name]
                last.run = _unless_placed(last.run)  # type: ignore[assignment,method-assign]
        # Several steps ask it of every element; the names do not change any more.
        md.is_block_level = cache(md.is_block_level)  # type: ignore[method-assign]


def _unless_plain(step: Step) -> Step:
    """Upstream's `NormalizeWhitespace`, which makes four copies of a source that has nothing odd."""

    def run(lines: list[str]) -> list[str]:
        source = "\n".join(lines)
        if any(sign in source for sign in ODD) or any(line[:1] == " " for line in lines):
            return step(lines)
        return [*lines, "", ""]

    return run


def _unless_placed(step: Step) -> Step:
    return lambda html: step(html) if STX in html else html


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
