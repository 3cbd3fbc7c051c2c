"""Pictures of a page: which are the article's, and where each really lies."""

from __future__ import annotations

import base64
import re
from urllib.parse import parse_qsl, unquote, urlsplit

from bs4 import Tag

from legacy_import.page.naming import said
from legacy_import.page.tree import above, whole_number

_LAZY = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-lazy",
    "data-original-src",
    "data-orig-file",
    "data-noscript",
    "data-url",
    "data-image",
    "data-hi-res-src",
    "lazy-src",
    "file",
    "data-file",
    "data-full",
    "data-large-file",
)
_LAZY_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_PLACEHOLDER = re.compile(
    r"(?:^|[/_.-])(?:blank|spacer|space|pixel|1x1|transparent|loading|loader|lazy|lazyload|placeholder|grey|gray|dot|clear|trans|no-?image|noimg|default)(?:[_.-]?\d*)?\.(?:gif|png|jpe?g|svg|webp)|^about:|^data:image/(?:gif|svg)",
    re.I,
)
_TINY_DATA = 120
_ICON = re.compile(
    r"(?:^|[/_.-])(?:icons?\d*|bullets?|arrows?|mui-?ten|print(?:er|button|_icon|bt)?|e?mail(?:button)?|pdf(?:_?button|icon)?|rss|facebook|zalo|twitter|google|fb|share|hot|new|moi|dot|spacer|line|ico|btn|button|star|rating|smiley|emoticons?|counter|home|back|top|mt|mui|icon18_\w+|like|comment|zoom|banner\w*|logo\w*|next|prev|email_?icon|youtube)\d*\.(?:gif|png|jpe?g|svg)(?:$|\?)|/smilies/|/emoji/|/icons?/|counter\.(?:php|asp|cgi)|blank\.|doubleclick|/ads?/|statcounter|histats|addthis",
    re.I,
)
#: A photograph may be called `new.jpg`; only these names say more than the suffix does.
_PHOTO = re.compile(r"\.jpe?g(?:$|\?)", re.IGNORECASE)
_SURE_ICON = re.compile(
    r"(?:banner|logo|icon|print|e?mail|share|facebook|zalo|twitter|counter|smil|emoji)",
    re.IGNORECASE,
)
_PICTURE_NAME = re.compile(r"[^/\\?&=]+\.(?:jpe?g|png|gif|webp|bmp|avif|tiff?|svg)$", re.I)
_MEANINGLESS_ALT = re.compile(
    r"(?:img|dsc|dscf|dscn|pxl|image|images|photo|picture|screenshot|anh|ảnh|hình|hinh|untitled|no image)?[\s_()-]*\d*|\S+\.\w{3,4}|description:.*",
    re.I,
)


def source_of(image: Tag) -> str:
    """The address of the picture itself, not of what stands in for it until one scrolls."""
    src = str(image.get("src", "")).strip()
    lazy = next(
        (str(image[name]).strip() for name in _LAZY if str(image.get(name, "")).strip()), ""
    )
    if lazy and (not src or is_placeholder(src) or lazy != src):
        return lazy
    if src and not is_placeholder(src):
        return src
    for name in _LAZY_SETS:
        if best := _largest(str(image.get(name, ""))):
            return best
    picture = next((t for t in above(image) if t.name == "picture"), None)
    if picture is not None:
        for source in picture.find_all("source"):
            if best := _largest(str(source.get("srcset") or source.get("data-srcset") or "")):
                return best
    return ""


def _largest(srcset: str) -> str:
    """The widest picture of a `srcset`."""
    found = re.findall(r"(\S+?)(?:\s+(\d+(?:\.\d+)?)[wx])?\s*(?:,\s|,?$)", srcset.strip())
    pairs = [
        (float(size or 1), address.rstrip(",")) for address, size in found if address.strip(",")
    ]
    fit = [p for p in pairs if not is_placeholder(p[1])]
    return max(fit, default=(0.0, ""))[1]


def is_placeholder(address: str) -> bool:
    """Whether `address` is a stand-in."""
    if address.startswith("data:"):
        return len(address) < _TINY_DATA or bool(re.match(r"data:image/svg", address))
    return bool(
        _PLACEHOLDER.search(
            urlsplit(address).path if "://" in address else address.partition("?")[0]
        )
    )


def is_furniture(image: Tag) -> bool:
    """Whether `image` is an icon, a spacer, a counter: no picture of the article."""
    source = source_of(image)
    if not source:
        return True
    width, height = _size(image, "width"), _size(image, "height")
    if (width and width <= 40) or (height and height <= 28):
        return True
    if width and height and height <= 160 and width >= 4.5 * height:
        return True
    if source.startswith("data:"):
        return False
    if _ICON.search(unquote(source)) and (
        width or not _PHOTO.search(source) or _SURE_ICON.search(source)
    ):
        return width < 120 or bool(_SURE_ICON.search(source))
    for tag in list(above(image))[:3]:
        href = str(tag.get("href", "")) if tag.name == "a" else ""
        if re.match(r"javascript:.*(?:print|email|share|back|close)|mailto:", href, re.I):
            return True
        if said(tag, "junk") == 2:
            return True
    return False


def _size(image: Tag, name: str) -> int:
    match = re.search(
        rf"(?:^|;|\s){name}\s*:\s*(\d{{1,6}})\s*px", str(image.get("style", "")), re.I
    )
    return whole_number(image, name, int(match[1]) if match else 0)


def drop_furniture(root: Tag) -> None:
    """Takes icons and stand-ins out of the tree, so that they break no line."""
    for image in root.find_all("img"):
        if is_furniture(image):
            image.decompose()


def larger_of(image: Tag) -> str:
    """The picture that a click on `image` opened; empty if there is none."""
    link = next((t for t in list(above(image))[:3] if t.name == "a"), None)
    href = str(link.get("href", "")) if link is not None else ""
    return href if _PICTURE_NAME.search(urlsplit(href).path) else ""


def file_name(address: str) -> str:
    """The name of the file that `address` leads to, also where a program served it."""
    parts = urlsplit(address)
    steps = unquote(parts.path).replace("\\", "/").split("/")
    last = steps[-1]
    for step in reversed(steps):
        if _PICTURE_NAME.fullmatch(step):
            return step
    for _, value in parse_qsl(parts.query):
        inner = value.replace("\\", "/").rpartition("/")[2]
        if _PICTURE_NAME.fullmatch(inner):
            return inner
    return last


def alt_of(image: Tag) -> str:
    """What the page says the picture shows; empty if it is but a file's name."""
    for name in ("alt", "title"):
        text = " ".join(str(image.get(name, "")).split())
        stem = file_name(source_of(image)).rpartition(".")[0].lower()
        if text and not _MEANINGLESS_ALT.fullmatch(text) and text.lower() != stem:
            return text
    return ""


def data_of(address: str) -> bytes | None:
    """The bytes of a picture that stands in the page itself; None if they are broken."""
    head, _, text = address.partition(",")
    if not head.endswith(";base64"):
        return None
    try:
        return base64.b64decode("".join(unquote(text).split()), validate=True)
    except ValueError:
        return None
