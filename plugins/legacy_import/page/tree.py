"""The tree of a saved page, with its letters in Unicode and its machinery gone."""

from __future__ import annotations

import html
import re
import unicodedata
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, Comment, NavigableString, Tag
from bs4.element import PreformattedString

from legacy_import.letters.codes import code_of, decoded

_MACHINERY = (
    "script", "style", "link", "template", "object", "embed", "applet", "iframe", "frame", "select", "input",
    "button", "textarea", "svg", "audio", "video", "canvas", "map", "dialog", "datalist",
)  # fmt: skip
_ENTITY = re.compile(r"&(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[a-zA-Z]{2,31}\d{0,2});")
_FONT_RULE = re.compile(r"([^{}]+)\{[^{}]*?font(?:-family)?\s*:\s*([^;}]+)", re.IGNORECASE)
_FONT_STYLE = re.compile(r"font(?:-family)?\s*:\s*([^;]+)", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
#: What only old Internet Explorers saw goes; marks around what the others saw go by themselves.
_CONDITIONAL = re.compile(
    r"<!--\[if(?![^\]]*!IE)[^\]]*\]>(?!\s*-->|<!-->).*?<!\[endif\]-->|<!(?:--)?\[(?:if|endif)[^\]]*\](?:--)?>(?:<!-->)?",
    re.IGNORECASE | re.DOTALL,
)
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")
_OFFICE = re.compile(r"<(/?)(?:o|w|v|st1|m):\w+[^>]*>", re.IGNORECASE)
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)\s*(\S+)")
_SPACES = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"), "") | {
    ord("\u00a0"): " ", ord("\u202f"): " ", ord("\u2007"): " ", ord("\u3000"): " ", ord("\t"): " ",
}  # fmt: skip
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
HIDDEN_NAMES = frozenset(
    [
        "hidden",
        "hide",
        "d-none",
        "element-hidden",
        "element-invisible",
        "visually-hidden",
        "sr-only",
        "invisible",
        "screen-reader-text",
    ]
)


@dataclass(frozen=True, slots=True)
class Tree:
    """A page that can be looked at."""

    root: Tag
    saved_from: str
    """Address that a browser noted when it saved the page."""
    code: str | None
    """Old code that its letters were in."""
    scripts: tuple[str, ...]
    """Texts of its JSON-LD."""


def parse(text: str) -> Tree:
    """The tree of `text`: comments, scripts and forms gone, letters NFC."""
    saved_from = match[1] if (match := _SAVED_FROM.search(text[:4000])) else ""
    soup = _soup(text)
    scripts = tuple(tag.get_text() for tag in soup.find_all("script", type="application/ld+json"))
    for image in soup.find_all("amp-img"):
        image.name = "img"
    fonts = _fonts(soup)
    _drop_machinery(soup)
    code = _mend_letters(soup, fonts)
    return Tree(soup, saved_from, code, scripts)


def _soup(text: str) -> BeautifulSoup:
    text = _XML_HEAD.sub("", _CONDITIONAL.sub("", text), count=1)
    # A heading in two lines is two words, not one.
    text = re.sub(r"<br\b", " <br", _OFFICE.sub("", text), flags=re.IGNORECASE)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        soup = BeautifulSoup(text.replace("\x00", ""), "lxml")
        # The fast parser gives up on very deep pages without a word.
        if len(soup.get_text()) * 2 < len(re.sub(r"<[^>]*>", "", text)) - _hidden_length(text):
            other = BeautifulSoup(text, "html.parser")
            if len(other.get_text()) > len(soup.get_text()) * 1.5:
                return other
    return soup


def _hidden_length(text: str) -> int:
    """Characters of scripts and styles, which one parser counts as text and another does not."""
    found = re.findall(r"<(?:script|style)\b.*?</(?:script|style)", text, re.IGNORECASE | re.DOTALL)
    return sum(map(len, found))


def _drop_machinery(soup: BeautifulSoup) -> None:
    for comment in soup.find_all(string=lambda s: isinstance(s, (Comment, PreformattedString))):
        comment.extract()
    for tag in soup.find_all("noscript"):
        _keep_pictures(tag)
    for tag in soup.find_all(_MACHINERY):
        if tag.name == "link" and tag.get("rel"):
            continue
        tag.decompose()


def _keep_pictures(noscript: Tag) -> None:
    """Lazy pictures stand whole only in `noscript`; anything else there is a warning."""
    before = noscript.find_previous("img")
    for image in noscript.find_all("img"):
        if isinstance(before, Tag) and not before.get("data-noscript"):
            before["data-noscript"] = image.get("src", "")
    noscript.decompose()


def _fonts(soup: BeautifulSoup) -> dict[str, str]:
    """Fonts by the selectors of the page's own style sheets; under an empty key, all others."""
    rules: dict[str, str] = {}
    for style in soup.find_all("style"):
        for selectors, font in _FONT_RULE.findall(style.get_text()):
            for selector in selectors.split(","):
                rules[selector.strip().lower()] = font
    faces = [str(tag["face"]) for tag in soup.find_all("font", face=True)]
    styles = [
        m[1] for tag in soup.find_all(style=True) if (m := _FONT_STYLE.search(str(tag["style"])))
    ]
    rules[""] = " ".join([*faces, *styles])
    return rules


def _mend_letters(soup: BeautifulSoup, fonts: dict[str, str]) -> str | None:
    """Leads every text and title to Unicode; which old code it was in."""
    strings = [s for s in soup.find_all(string=True) if s.strip()]
    for string in strings:
        if _ENTITY.search(string):
            string.replace_with(NavigableString(html.unescape(html.unescape(str(string)))))
    strings = [s for s in soup.find_all(string=True) if s.strip()]
    code = code_of([str(s) for s in strings], " ".join(fonts.values()))
    for string in strings:
        text = _clean(_led(string, code, fonts))
        if text != string:
            string.replace_with(NavigableString(text))
    for tag in soup.find_all(True):
        for name in ("alt", "title", "content", "summary"):
            if isinstance(tag.get(name), str):
                value = html.unescape(str(tag[name]))
                tag[name] = _clean(decoded(value, code) if code else value)
        for name, value in list(tag.attrs.items()):
            if isinstance(value, str) and _CONTROL.search(value):
                tag[name] = _CONTROL.sub("", value)
    return code


def _led(string: NavigableString, code: str | None, fonts: dict[str, str]) -> str:
    text = str(string)
    if code is None:
        return text
    plain = decoded(text, code)
    if code == "tcvn3" and _font_of(string, fonts).rstrip("\"' ").lower().endswith("h"):
        return plain.upper()
    return plain


def _font_of(string: NavigableString, fonts: dict[str, str]) -> str:
    """The first font that is named for a text, from the inside out."""
    for tag in string.parents:
        if face := tag.get("face"):
            return str(face).split(",")[0]
        if match := _FONT_STYLE.search(str(tag.get("style", ""))):
            return match[1].split(",")[0]
        for key in (*(f".{name.lower()}" for name in classes(tag)), tag.name):
            if key in fonts:
                return fonts[key].split(",")[0]
    return ""


def _clean(text: str) -> str:
    """NFC, plain spaces, nothing invisible."""
    return unicodedata.normalize("NFC", _CONTROL.sub("", text.translate(_SPACES)))


def classes(tag: Tag) -> list[str]:
    """The classes of `tag`."""
    value = tag.get("class") or []
    return value.split() if isinstance(value, str) else list(value)


def is_hidden(tag: Tag) -> bool:
    """Whether readers of the old page never saw `tag`."""
    if tag.has_attr("hidden") or HIDDEN_NAMES & {name.lower() for name in classes(tag)}:
        return True
    return bool(_HIDDEN_STYLE.search(str(tag.get("style", ""))))


def text_of(tag: Tag | NavigableString) -> str:
    """The text of `tag` on one line."""
    return " ".join(tag.get_text().split())


def body_of(tree: Tree) -> Tag:
    """The part of the page that readers saw."""
    body = tree.root.find("body")
    return body if isinstance(body, Tag) else tree.root


def first_tag(root: Tag, name: str, **attributes: object) -> Tag | None:
    """The first element of that name below `root`."""
    found = root.find(name, **attributes)  # type: ignore[arg-type]
    return found if isinstance(found, Tag) else None


def whole_number(tag: Tag, name: str, other: int) -> int:
    """What the attribute `name` says; `other` where it says no number that a page may mean."""
    said = str(tag.get(name, "")).strip().removesuffix("px")
    return int(said) if re.fullmatch(r"\d{1,6}", said, re.ASCII) else other


def nodes_of(tag: Tag) -> list[Tag | NavigableString]:
    """The elements and texts right below `tag`."""
    return [c for c in tag.children if isinstance(c, (Tag, NavigableString))]


def above(tag: Tag | NavigableString) -> Iterator[Tag]:
    """The elements around `tag`, from the inside out, without the document itself."""
    return (parent for parent in tag.parents if parent.name != "[document]")
