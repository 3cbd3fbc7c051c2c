"""Figures of articles that are not in the index must not link to rows that are not there."""

from __future__ import annotations

import re
from collections.abc import Set

_LINK = re.compile(r'<a href="\{so-lieu\}[^"#]*#(?P<id>[^"]*)">(?P<text>.*?)</a>', re.S)


def without_dead_links(html: str, known: Set[str]) -> str:
    """`html` in which only figures whose id is `known` link to their row."""
    return _LINK.sub(lambda link: link[0] if link["id"] in known else link["text"], html)
