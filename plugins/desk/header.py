"""The head of a file cut into entries, in YAML's or in Pelican's own form.

Both forms are read line by line, since most values are plain words. A title
may so hold a colon, a quotation mark or a bracket without any quoting.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from desk.keys import find_key
from vntext.values import quickly_made

Form = Literal["yaml", "pelican"]

# The wide colon of East Asian keyboards looks like the other one.
_ENTRY = re.compile(r"(?P<key>[^\s:：#\-][^:：]{0,40}?)\s*(?::(?!//)|：)(?P<value>.*)")
# What programs for letters make of three hyphens, and three hyphens miscounted.
_LIKE_MARK = re.compile(r"[–—−―]+|[-–—−―]{2,}")
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2007\u202f\u3000\u2028\u2029\t", " "))
_INVISIBLE = re.compile("[\u200b\u2060\u00ad]")
_ODD = re.compile("[\u00a0\u2007\u202f\u3000\u2028\u2029\t\u200b\u2060\u00ad]")


@quickly_made
@dataclass(frozen=True, slots=True)
class Entry:
    """One key with what stands behind and below it."""

    key: str
    line: int
    column: int
    """Where the value begins on that line, 1-based."""
    value: str
    """On the key's own line."""
    more: tuple[str, ...]
    """Lines below that belong to it, as written."""
    form: Form


@dataclass(frozen=True, slots=True)
class Header:
    """The head of a file and where its body begins."""

    entries: tuple[Entry, ...]
    strays: tuple[tuple[int, str], ...]
    """Lines of the head that are neither entry nor part of one."""
    body_line: int
    """1-based line at which the body starts."""
    form: Form | None
    """None when the file has no head."""
    closed: bool = True
    """False when the line that ends a YAML head is missing."""
    opened: bool = True
    """False when the line that begins it is."""
    marks: tuple[tuple[int, str], ...] = ()
    """Lines that were meant to be `---`."""


def tidy(text: str) -> str:
    """`text` with plain spaces only, none at its ends, and nothing invisible."""
    return _plain(text).strip()


def _plain(text: str) -> str:
    """`text` with plain spaces only and nothing invisible; most lines are so already."""
    # None of them is printable, and that is known sooner.
    if text.isprintable() or not _ODD.search(text):
        return text
    return _INVISIBLE.sub("", text).translate(_SPACES)


def read_header(lines: list[str]) -> Header:
    """The head at the top of `lines`; blank lines before it are passed over."""
    start = next((n for n, line in enumerate(lines) if tidy(line)), len(lines))
    if start == len(lines):
        return Header((), (), start + 1, None)
    first = tidy(lines[start])
    if first == "---" or (_LIKE_MARK.fullmatch(first) and _is_head(lines, start + 1)):
        return _yaml_header(lines, start + 1)
    if _entry(lines[start]):
        return _pelican_header(lines, start)
    return Header((), (), start + 1, None)


def _is_head(lines: list[str], start: int) -> bool:
    """Whether the first line with words from `start` on begins with a known key."""
    return any(looks_like_entry(line.lstrip()) for line in lines[start : start + 3])


def _yaml_header(lines: list[str], start: int) -> Header:
    end = next((n for n in range(start, len(lines)) if _is_end(lines[n])), None)
    stop = _where_text_begins(lines, start) if end is None else end
    inner, margin = _dedented(lines, start, stop)
    entries, strays = _entries(inner, start, stop, "yaml", margin)
    marks = tuple(
        (number + 1, tidy(lines[number]))
        for number in (start - 1, end)
        if number is not None and tidy(lines[number]) not in ("---", "...")
    )
    return Header(entries, strays, stop + 2 - (end is None), "yaml", end is not None, True, marks)


def _where_text_begins(lines: list[str], start: int) -> int:
    """The first line from `start` on that cannot be of a head, which nothing ends."""
    blank = False
    for number in range(start, len(lines)):
        line = lines[number]
        if not tidy(line):
            blank = True
        elif not _continues(line) and not (looks_like_entry(line) if blank else _entry(line)):
            return number
    return len(lines)


def _is_end(line: str) -> bool:
    plain = tidy(line)
    return not plain[:1].isalnum() and (
        plain in ("---", "...") or bool(_LIKE_MARK.fullmatch(plain))
    )


def _dedented(lines: list[str], start: int, stop: int) -> tuple[list[str], int]:
    """`lines` without the margin that all lines of the head have, and how wide that is."""
    written = (line for line in lines[start:stop] if line.strip())
    margins = [line[: len(line) - len(line.lstrip(" \t"))] for line in written]
    shortest = min(margins, key=len, default="")
    margin = len(shortest) if all(one.startswith(shortest) for one in margins) else 0
    if not margin:
        return lines, 0
    head = [line[margin:] for line in lines[start:stop]]
    return [*lines[:start], *head, *lines[stop:]], margin


def _pelican_header(lines: list[str], start: int) -> Header:
    stop = next((n for n in range(start, len(lines)) if not tidy(lines[n])), len(lines))
    end = next((n for n in range(start, stop) if _is_end(lines[n])), None)
    if end is not None:
        entries, strays = _entries(lines, start, end, "yaml")
        return Header(entries, strays, end + 2, "yaml", opened=False)
    entries, strays = _entries(lines, start, stop, "pelican")
    return Header(entries, strays, stop + 1, "pelican")


def _entry(line: str) -> re.Match[str] | None:
    return _ENTRY.fullmatch(_plain(line))


def _entries(
    lines: list[str], start: int, stop: int, form: Form, margin: int = 0
) -> tuple[tuple[Entry, ...], tuple[tuple[int, str], ...]]:
    """Entries between two lines, and the lines that belong to none."""
    heads: list[tuple[int, re.Match[str]]] = []
    strays: list[tuple[int, str]] = []
    for number in range(start, stop):
        line = lines[number]
        plain = tidy(line)
        if not plain or (form == "yaml" and line.startswith("#")) or (heads and _continues(line)):
            continue
        if match := _entry(line):
            heads.append((number, match))
        else:
            strays.append((number + 1, plain))
    ends = [*(number for number, _ in heads[1:]), stop]
    stray_at = {number - 1 for number, _ in strays}
    return tuple(
        _read_entry(lines, head, match, end, stray_at, form, margin)
        for (head, match), end in zip(heads, ends, strict=False)
    ), tuple(strays)


def _read_entry(
    lines: list[str],
    head: int,
    match: re.Match[str],
    end: int,
    strays: set[int],
    form: Form,
    margin: int,
) -> Entry:
    """The entry at line `head`, of which `match` is, with the lines below it, as far as `end`."""
    line = lines[head]
    value = tidy(match["value"])
    column = margin + len(line) - len(line[match.start("value") :].lstrip()) + 1
    below = ["" if number in strays else lines[number] for number in range(head + 1, end)]
    while below and not tidy(below[-1]):
        below.pop()
    key = tidy(match["key"]).strip("\"'")
    return Entry(key, head + 1, column, value, tuple(below), form)


def _continues(line: str) -> bool:
    """Whether `line` belongs to the entry above: it is indented, or a list's item."""
    return line[0] in " \t\u00a0" or line.startswith("- ")


def looks_like_entry(line: str) -> bool:
    """Whether `line` begins with a known key: a head cut by a blank line shows so."""
    match = _entry(line)
    return bool(match and find_key(match["key"]))
