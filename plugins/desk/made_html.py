"""The last look at an article's HTML: nothing that runs or fetches, however it was written.

The rules look at Markdown with their own eyes, which see less than Markdown
and browsers do together: a tag with a `>` in an attribute, a link over two
lines. What such eyes missed is refused here, at the place nearest to it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from desk.links import target_of
from desk.rules.raw_html import TAGS
from desk.site import Document
from findings import Finding, Saying, Severity

#: Rules that say the same more exactly.
_SAID = frozenset(("raw-html", "link-script", "media-remote", "picture-remote"))
_MADE = TAGS | {"h1", "picture", "svg", "use"}
#: Nearly all tags, written as Markdown and we write them: their attributes neither run nor fetch,
#: or their addresses begin with one of our markers.
_HARMLESS = (
    r"(?:alt|class|decoding|height|id|loading|sizes|srcset|title|type|value|width)=\"[^\"]*\""
    r"|(?:href|src)=\"\{[\w-]+\}[^\"]*\""
)
_PLAIN = rf"/?(?:{'|'.join(sorted(_MADE))})(?: (?:{_HARMLESS}))*>"
# As browsers cut a page; nothing is tried twice, so that no page takes more than one look.
_TOKEN = re.compile(
    rf"<(?!{_PLAIN})(?:!--(?:-?>|.*?(?:--!?>|\Z))"
    r"|(?P<name>/?[A-Za-z][^\s/>]*+)(?P<rest>(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*)>?)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"(?<![^\s\"'/])(?P<name>[^\s=\"'/<>]++)\s*+=\s*+"
    r"(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)'|(?P<c>[^\s\"'>]+))"
)
_RUNS = re.compile(r"on\w+|srcdoc|(?:form)?action|ping|background|http-equiv", re.ASCII)
_LEADS = frozenset(("href", "src", "poster", "data", "cite", "xlink:href"))
_FETCHES = frozenset(("src", "poster"))


def check_made(document: Document, made: str, said: Iterable[Finding]) -> list[Finding]:
    """What must not be published in the HTML `made` of `document`; nothing where `said` has it."""
    wrong = next(_wrong(made), None)
    if wrong is None or any(f.rule in _SAID and f.severity is Severity.ERROR for f in said):
        return []
    message = Saying(
        f"Trang dựng ra có “{wrong}”, không được dùng", f"The page has “{wrong}”, which must not be"
    )
    mend = Saying(
        "bỏ đoạn HTML, thuộc tính hoặc địa chỉ này", "remove this HTML, attribute or address"
    )
    return [Finding(document.path, _line(document, wrong), 1, "raw-html", message, mend)]


def _wrong(made: str) -> Iterator[str]:
    """Names of tags and attributes, and addresses, that are refused."""
    for name, rest in dict.fromkeys(_TOKEN.findall(made)):
        if name and name.lstrip("/").lower() not in _MADE:
            yield name.lstrip("/").lower()
        if "=" in rest:
            yield from _wrong_attributes(rest)


def _wrong_attributes(rest: str) -> Iterator[str]:
    for attribute in _ATTRIBUTE.finditer(rest):
        name = attribute["name"].lower()
        if name not in _LEADS and not _RUNS.fullmatch(name):
            continue
        value = html.unescape(attribute["a"] or attribute["b"] or attribute["c"] or "")
        sort = target_of(value).sort
        if name not in _LEADS:
            yield name
        elif sort == "script" or (sort == "outside" and name in _FETCHES):
            yield value[:60]


def _line(document: Document, words: str) -> int:
    """The line of the file where `words` stand first; the body's first line if nowhere."""
    front = document.front
    at = front.body.lower().find(words.split("\n")[0].lower())
    return front.body_line + front.body.count("\n", 0, max(at, 0))
