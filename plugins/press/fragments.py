"""Parts of a page that many pages share, rendered once.

    {% keep "footer", SITEURL %} … {% endkeep %}

keeps what stands between under the values named, for all pages of one build.
All that the part shows must be named, or be the same on every page. Parts of which there are
many, such as cards of articles, are let go of, the oldest first.
"""

from __future__ import annotations

from typing import Any

from jinja2 import nodes
from jinja2.environment import Environment
from jinja2.ext import Extension
from jinja2.parser import Parser

#: An article's card is asked for by its neighbours: soon after, or not again.
_MOST_KEPT = 2_000


class _Parts(dict[tuple[Any, ...], str]):
    """Parts by what they show; an empty one where nobody rendered it yet."""

    def __missing__(self, key: tuple[Any, ...]) -> str:
        return ""


class Fragments(Extension):
    """The tag `keep`. An environment of templates, and so what it keeps, lives for one build."""

    tags = {"keep"}  # noqa: RUF012

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self._kept = _Parts()

    def parse(self, parser: Parser) -> list[nodes.Node]:
        """Called by Jinja.

        What stands between is no macro: making one for each page took longer than finding the part.
        """
        line = next(parser.stream).lineno
        named = [parser.parse_expression()]
        while parser.stream.skip_if("comma"):
            named.append(parser.parse_expression())
        body = parser.parse_statements(("name:endkeep",), drop_needle=True)
        key, part = nodes.Tuple(named, "load"), parser.free_identifier(line)
        made = [
            nodes.AssignBlock(part, None, body),
            nodes.ExprStmt(self.call_method("_keep", [key, part])),
        ]
        found: list[nodes.Node] = [
            nodes.Assign(part, nodes.Getitem(self.attr("_kept"), key, "load")),
            nodes.If(nodes.Not(part), made, [], []),
            nodes.Output([part]),
        ]
        return [node.set_lineno(line) for node in found]

    def _keep(self, key: tuple[Any, ...], part: str) -> None:
        if len(self._kept) >= _MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[key] = part
