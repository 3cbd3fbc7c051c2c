"""Where an editor's links lead: to documents, files, places of the site, elsewhere."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal
from urllib.parse import unquote

from desk.site import Document, Site
from desk.walk import is_markdown
from pictures.locate import is_of_one_machine
from vntext.unicode import nfc

Sort = Literal["document", "file", "place", "outside", "script", "absolute", "relative", "unknown"]

#: `{filename}` to documents, `{static}` and `{attach}` to files, the others to the site's own pages.
MARKERS = ("filename", "static", "attach", "so-lieu", "index")

_MARKER = re.compile(r"\{(?P<marker>[^{}\s]*)\}(?P<path>.*)", re.DOTALL)
_SCHEME = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*):", re.IGNORECASE)
_INVISIBLE = re.compile(r"[\x00-\x20\u200b]+")
_SCRIPTS = ("javascript", "vbscript", "data", "file")


@dataclass(frozen=True, slots=True)
class Target:
    """What an address is, by its look alone."""

    sort: Sort
    path: str
    """Without marker and anchor."""
    anchor: str
    marker: str = ""


@lru_cache(256)
def target_of(address: str) -> Target:
    """`address` taken apart."""
    bare = _INVISIBLE.sub("", address)
    match = _MARKER.fullmatch(address)
    if match:
        return _marked(match["marker"].lower(), match["path"])
    path, _, anchor = address.partition("#")
    if is_of_one_machine(bare):
        return Target("relative", path, anchor)
    scheme = _SCHEME.match(bare)
    if scheme:
        sort: Sort = "script" if scheme["scheme"].lower() in _SCRIPTS else "outside"
        return Target(sort, bare, anchor)
    if bare.startswith("//"):
        return Target("outside", bare, anchor)
    if not path:
        return Target("place", "", anchor)
    if is_markdown(path.partition("?")[0]):
        return Target("document", path, anchor)
    return Target("absolute" if path.startswith("/") else "relative", path, anchor)


#: Names of hosts that an editor may write without `https://`, and no name of a file.
_HOST = re.compile(
    r"(?:www\.[\w.-]+|(?:[\w-]+\.)+(?:vn|com|org|net|edu|gov|info|asia))(?:[:/?#]\S*)?",
    re.IGNORECASE,
)


def names_host(address: str) -> bool:
    """Whether `address` is one of another site that lacks its `https://`."""
    return bool(_HOST.fullmatch(address))


def _marked(marker: str, rest: str) -> Target:
    path, _, anchor = rest.partition("#")
    if marker not in MARKERS:
        return Target("unknown", path, anchor, marker)
    sorts: dict[str, Sort] = {"filename": "document", "static": "file", "attach": "file"}
    return Target(sorts.get(marker, "place"), path, anchor, marker)


def document_at(path: str, source: Document, site: Site) -> Document | None:
    """The document that `path`, written in `source`, names; as Pelican's `{filename}` does.

    A path with a leading slash starts at the content folder, any other at the
    folder of `source`; letters may be composed or not, spaces written as `%20`.
    """
    for spelling in (path, unquote(path)):
        name = name_at(nfc(spelling), source)
        if name in site.by_name:
            return site.by_name[name]
    return None


def link_to_page(path: str, anchor: str, site: Site) -> str | None:
    """The link to the document whose page stands at `path` of the site; None where there is none."""
    page = site.by_address.get(f"{path.strip('/').removesuffix('/index.html')}/")
    return f"{{filename}}/{page[0].name}{f'#{anchor}' if anchor else ''}" if page else None


def name_at(path: str, source: Document) -> str:
    """`path` as a name below the content folder; it may lead out of it."""
    if path.startswith("/"):
        return posixpath.normpath(path.lstrip("/"))
    return posixpath.normpath(posixpath.join(posixpath.dirname(source.name), path))
