"""Pictures and attachments in HTML that an editor or an import wrote as HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from xml.etree.ElementTree import tostring

from pictures.html import image_element
from pictures.model import SITE_ROOT, Picture

#: Comments come first, so that a tag in one is no tag.
_TAG = re.compile(
    r"<!--.*?-->|<(?P<name>img|a)\b(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>", re.I | re.S
)
_ATTRIBUTE = re.compile(r"([a-z-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.I)


def rewritten(
    block: str,
    image: Callable[[str, str], Picture | None],
    link: Callable[[str], str | None],
) -> str:
    """`block` with each `<img>` and each link to a file led to what is published.

    A picture that cannot be shown is left as it stands; `image` has reported it.
    """

    def one(match: re.Match[str]) -> str:
        if not match["name"]:
            return match[0]
        values = {
            name.lower(): html.unescape(a or b or c)
            for name, a, b, c in _ATTRIBUTE.findall(match["attributes"])
        }
        if match["name"].lower() == "a":
            return _link(match[0], values, link)
        return _image(match[0], values, image)

    return _TAG.sub(one, block)


def _image(tag: str, values: dict[str, str], image: Callable[[str, str], Picture | None]) -> str:
    if "src" not in values:
        return tag
    alt = " ".join(values.get("alt", "").split())
    picture = image(values["src"].strip(), alt)
    if picture is None:
        return tag
    element = image_element(picture, alt, root=SITE_ROOT)
    element.attrib.update({key: values[key] for key in ("class", "id", "title") if key in values})
    return tostring(element, encoding="unicode", method="html")


def _link(tag: str, values: dict[str, str], link: Callable[[str], str | None]) -> str:
    old = values.get("href")
    target = link(old.strip()) if old else None
    if target is None:
        return tag
    quoted = html.escape(target)
    return _ATTRIBUTE.sub(
        lambda match: f'href="{quoted}"' if match[1].lower() == "href" else match[0], tag
    )
