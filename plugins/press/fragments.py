"""Parts of a page that many pages share, rendered once.

    {% keep "footer", SITEURL %} … {% endkeep %}

keeps what stands between under the values named, for all pages of one build.
All that the part shows must be named, or be the same on every page. Parts of which there are
many, such as cards of articles, are let go of, the oldest first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import nodes
from jinja2.environment import Environment
from jinja2.ext import Extension
from jinja2.parser import Parser

#: An article's card is asked for by its neighbours: soon after, or not again.
_MOST_KEPT = 2_000


class Fragments(Extension):
    """The tag `keep`. An environment of templates, and so what it keeps, lives for one build."""

    tags = {"keep"}  # noqa: RUF012

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self._kept: dict[tuple[Any, ...], str] = {}

    def parse(self, parser: Parser) -> nodes.Node:
        """Called by Jinja."""
        line = next(parser.stream).lineno
        named = [parser.parse_expression()]
        while parser.stream.skip_if("comma"):
            named.append(parser.parse_expression())
        body = parser.parse_statements(("name:endkeep",), drop_needle=True)
        key = nodes.Tuple(named, "load")
        return nodes.CallBlock(self.call_method("_part", [key]), [], [], body).set_lineno(line)

    def _part(self, key: tuple[Any, ...], caller: Callable[[], str]) -> str:
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.pop(next(iter(self._kept)))
            found = self._kept[key] = caller()
        return found
