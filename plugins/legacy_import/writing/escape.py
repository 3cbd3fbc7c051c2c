"""Text that Markdown must leave as it is."""

from __future__ import annotations

import re

_ANYWHERE = re.compile(r"[\\`*_\[\]]")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BRACE = re.compile(r"\{(?=[:#.%{ ])|(?<=\])\{")
_LINE_START = re.compile(r"^(?P<sign>#{1,6}(?=\s|$)|>|[+-](?=\s|$)|[-=]{2,}\s*$|~{3,})")
_NUMBER = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_COLON = re.compile(r"^:(?=\s|:)")
_IN_LINK = re.compile(r"[\x00-\x20()<>\"'\\\\\[\]`*|^]")


def escaped(text: str) -> str:
    """`text` within a line."""
    text = _ANYWHERE.sub(lambda m: "\\" + m[0], text)
    text = _BRACE.sub(lambda m: m[0].replace("{", "\\{"), text)
    return _TAG.sub("&lt;", _ENTITY.sub("&amp;", text))


def line_start(text: str) -> str:
    """Markdown of a paragraph, so that its beginning makes no list, heading or quote."""
    text = _LINE_START.sub(lambda m: "\\" + m["sign"], text)
    text = _NUMBER.sub(r"\1\\\2", text)
    return _COLON.sub("&#58;", text)


def address(target: str) -> str:
    """`target` as it can stand in the brackets of a link."""
    return _IN_LINK.sub(lambda m: f"%{ord(m[0]):02X}", target.strip())


def in_quotes(text: str) -> str:
    """A caption between the quotation marks of a picture."""
    if '"' not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    return '"' + re.sub(r'"([^"]*)"', "“\\1”", text).replace('"', "”") + '"'


def alt(text: str) -> str:
    """Words for a picture's square brackets."""
    return re.sub(r"[\[\]\\`*_<>]", "", text)
