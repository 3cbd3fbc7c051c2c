"""Drawings without anything that runs, fetches or embeds a foreign document.

An allow-list: what is not named here is taken out, and said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from findings import Saying
from pictures.model import Refusal
from vntext.tables import tables

MAX_BYTES = 2_000_000
_SVG = "http://www.w3.org/2000/svg"
_XLINK = "{http://www.w3.org/1999/xlink}href"

_ALLOWED = tables(Path(__file__).with_name("svg_allowed.toml"))
_ELEMENTS = frozenset(_ALLOWED["elements"])
_ATTRIBUTES = frozenset(_ALLOWED["attributes"])
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
#: Written by drawing programs for themselves; gone without a word.
_EDITORS = re.compile(r"inkscape|sodipodi|adobe|sketch|figma|purl\.org|creativecommons|rdf-syntax")
_QUIET = frozenset({"metadata"})
_UNSAFE_CSS = re.compile(
    r"@|\\|expression|javascript:|-moz-binding|behavior|url\((?!\s*['\"]?#)", re.I
)
#: A few lines of copies of copies would keep a reader's browser busy for ever.
_MOST_DRAWN = 100_000
_MOST_NESTED = 100
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(?:px)?\s*")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A clean SVG, the size it asks for, and what was taken out."""

    data: bytes
    width: int
    height: int
    removed: tuple[str, ...]


def sanitised(data: bytes) -> Drawing | Refusal:
    """The drawing in `data` without scripts, events, links, foreign parts and entities."""
    if len(data) > MAX_BYTES:
        return Refusal(
            "picture-too-large",
            Saying("tệp SVG lớn hơn 2 MB", "the SVG is larger than 2 MB"),
            Saying("xuất lại hình gọn hơn", "export it smaller"),
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return Refusal(
            "picture-broken",
            Saying("tệp SVG hỏng", "the SVG is broken"),
            Saying("xuất lại hình từ chương trình vẽ", "export it again from where it was drawn"),
        )
    if root.tag != f"{{{_SVG}}}svg":
        return Refusal(
            "picture-broken",
            Saying("tệp không phải là hình SVG", "the file is no SVG"),
            Saying("xuất lại thành SVG", "export it as SVG"),
        )
    removed: dict[str, None] = {}
    _clean(root, removed)
    if _drawn(root, {one.get("id"): one for one in root.iter()}, {}) > _MOST_DRAWN:
        return Refusal(
            "picture-too-large",
            Saying("hình SVG chép đi chép lại quá nhiều", "the SVG draws copies without end"),
            Saying("xuất lại hình gọn hơn", "export it smaller"),
        )
    width, height = _size(root)
    root.set("width", str(width))
    root.set("height", str(height))
    etree.cleanup_namespaces(root)
    return Drawing(etree.tostring(root, encoding="utf-8"), width, height, tuple(removed))


def _clean(root: etree._Element, removed: dict[str, None]) -> None:
    """Take out of the tree at `root` what is not allowed; a loop, so depth costs no stack."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        _clean_attributes(element, removed)
        for child in list(element):
            if name := _foreign(child):
                if name not in _QUIET and not name.startswith("?"):
                    removed[f"<{name}>"] = None
                _drop(element, child)
            else:
                waiting.append(child)


def _foreign(element: etree._Element) -> str | None:
    """The name of `element` if it must go, with `?` before what no reader would miss."""
    if not isinstance(element.tag, str):
        return "?"
    name = etree.QName(element)
    if name.namespace != _SVG:
        quiet = name.namespace and _EDITORS.search(name.namespace)
        return f"?{name.localname}" if quiet else name.localname
    if name.localname == "style" and _UNSAFE_CSS.search("".join(element.itertext())):
        return "style"
    return None if name.localname in _ELEMENTS else name.localname


def _drop(parent: etree._Element, child: etree._Element) -> None:
    """Remove `child`, leaving the text behind it."""
    if child.tail:
        before = child.getprevious()
        if before is None:
            parent.text = (parent.text or "") + child.tail
        else:
            before.tail = (before.tail or "") + child.tail
    parent.remove(child)


def _clean_attributes(element: etree._Element, removed: dict[str, None]) -> None:
    for name, value in list(element.attrib.items()):
        if name in ("href", _XLINK):
            allowed = value.startswith("#")
        else:
            known = name in _ATTRIBUTES or name in (_LANG, _SPACE)
            allowed = known and not _UNSAFE_CSS.search(value)
        if allowed:
            continue
        del element.attrib[name]
        if name in ("href", _XLINK) or name.lower().startswith("on") or name in _ATTRIBUTES:
            removed[etree.QName(name).localname] = None


def _drawn(
    element: etree._Element,
    by_id: dict[str | None, etree._Element],
    known: dict[etree._Element, int],
    nested: int = 0,
) -> int:
    """How many elements stand in `element` once each `use` is followed, or too many."""
    if element in known:
        return known[element]
    # What leads back to itself is not drawn.
    known[element] = total = 0
    for one in element.iter():
        total += 1
        if etree.QName(one).localname == "use" and total <= _MOST_DRAWN:
            target = by_id.get((one.get("href") or one.get(_XLINK, ""))[1:] or None)
            if target is not None and nested >= _MOST_NESTED:
                return _MOST_DRAWN + 1
            total += 0 if target is None else _drawn(target, by_id, known, nested + 1)
    known[element] = total
    return total


def _size(root: etree._Element) -> tuple[int, int]:
    """Width and height in pixels: as set, else of the view box, else 300 × 150 as browsers do."""
    lengths = [_LENGTH.fullmatch(root.get(side, "")) for side in ("width", "height")]
    if lengths[0] and lengths[1]:
        return _whole(lengths[0][1]), _whole(lengths[1][1])
    try:
        _, _, width, height = (
            float(part) for part in root.get("viewBox", "").replace(",", " ").split()
        )
        return _whole(width), _whole(height)
    except ValueError:
        return 300, 150


def _whole(length: str | float) -> int:
    value = float(length)
    return min(10_000, max(1, round(value))) if value == value else 1
