"""Typed values of the head: one reader a type, each returns a value or refuses."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import Literal, cast

from desk.corrections import Correction, corrections
from desk.entry_value import listed, words
from desk.header import Entry
from desk.keys import ANSWERS, KEYS, SPELLED, STATUSES, find_key, folded
from desk.moments import moment_of
from desk.nodes import Refused, Text
from desk.said_periods import period_of
from findings import Saying
from vntext.fold import slug

Status = Literal["published", "draft", "hidden", "withdrawn"]

_TAG = re.compile(r"<[^>]*>")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
#: A link or picture of Markdown.
_LINKED = re.compile(r"!?\[[^\]]*\]\(\s*([^\s()]+)")


Value = str | bool | int | datetime.datetime | tuple[str, ...] | tuple[Correction, ...]


def read_value(entry: Entry, type: str) -> Value | None:
    """The typed value of `entry`, None where nothing was written.

    Raises Refused with place, reason and what to write instead.
    """
    return _READERS[type](entry)


def _text(entry: Entry) -> str | None:
    return words(entry).text or None


_MARKS = "“”„«‘’"
_QUOTED = re.compile(rf"[{_MARKS}]\s*([^“”„«»‘’]+?)\s*[“”»‘’]")


def _plain(found: Text) -> Text:
    """`found` without the curly quotation marks that programs for letters make of straight ones.

    Only for values that are no prose: a title may well stand in such marks.
    """
    match = _QUOTED.fullmatch(found.text) if found.text[:1] in _MARKS else None
    return Text(match[1], found.line, found.column) if match else found


def _name(entry: Entry) -> str | None:
    """Words that give a page of its own an address: a category, an organisation."""
    found = [_plain(name) for name in listed(entry, ";")]
    if len(found) > 1:
        raise _one_only(entry, found)
    if not found:
        return None
    _refuse_path(found[0])
    return found[0].text


def _one_only(entry: Entry, found: Sequence[Text]) -> Refused:
    names = ", ".join(f"“{name.text}”" for name in found)
    first = found[0].text
    message = Saying(
        f"{entry.key} chỉ có một, ở đây có {len(found)}: {names}",
        f"There is one “{entry.key}” only, here are {len(found)}: {names}",
    )
    mend = Saying(
        f"giữ một, ví dụ “{entry.key}: {first}”; tên khác có thể ghi ở Thẻ",
        f"keep one, such as “{entry.key}: {first}”; others may stand among the tags",
    )
    return Refused(found[0].line, found[0].column, message, mend)


def _names(entry: Entry) -> tuple[str, ...] | None:
    found = [_plain(name) for name in listed(entry, ",;")]
    for name in found:
        _refuse_path(name)
        if entry.key and find_key(entry.key) is KEYS["tags"]:
            _refuse_hash(name)
    return tuple(dict.fromkeys(name.text for name in found)) or None


def _refuse_path(name: Text) -> None:
    if ".." in name.text or "\\" in name.text or name.text.startswith("/"):
        message = Saying(
            f"“{name.text}” trông như đường dẫn, không phải tên",
            f"“{name.text}” looks like a path, not like a name",
        )
        raise Refused(name.line, name.column, message, Saying("viết tên", "write a name"))


def _refuse_hash(name: Text) -> None:
    """A tag of social networks is one run of letters; here it is words."""
    if name.text.startswith("#"):
        parts = ", ".join(part for part in re.split(r"[\s#]+", name.text) if part)
        message = Saying(
            f"Thẻ “{name.text}” viết kiểu mạng xã hội", f"The tag “{name.text}” has a hash sign"
        )
        mend = Saying(
            f"viết bằng chữ thường, không có dấu #, cách nhau bằng dấu phẩy: {parts}",
            f"write words without #, with commas between tags: {parts}",
        )
        raise Refused(name.line, name.column, message, mend)


def _list(entry: Entry) -> tuple[str, ...] | None:
    return tuple(dict.fromkeys(_plain(item).text for item in listed(entry, ","))) or None


def _date(entry: Entry) -> datetime.datetime | None:
    found = _plain(words(entry))
    return moment_of(found, entry.key) if found.text else None


def _period(entry: Entry) -> str | None:
    return period_of(_plain(words(entry)), entry.key)


def _slug(entry: Entry) -> str | None:
    found = _plain(words(entry))
    if not found.text or (_SLUG.fullmatch(found.text) and len(found.text) <= 100):
        return found.text or None
    better = slug(found.text)
    raise Refused(
        found.line,
        found.column,
        Saying(
            f"{entry.key} “{found.text}” chỉ được có chữ thường không dấu, số và gạch nối",
            f"“{entry.key}: {found.text}” may have small letters without marks, digits and hyphens"
            " only",
        ),
        Saying(f"viết {better}", f"write {better}")
        if better
        else Saying("viết lại, ví dụ hoi-nghi-2023", "write it anew, for example hoi-nghi-2023"),
    )


def _address(entry: Entry) -> str | None:
    found = _plain(words(entry))
    scheme = found.text.partition(":")[0].strip().lower()
    if linked := _LINKED.match(found.text):
        message = Saying(
            f"{entry.key} là một đường dẫn, không viết kiểu Markdown",
            f"“{entry.key}” is an address, not a link in Markdown",
        )
        mend = Saying(f"viết {linked[1]}", f"write {linked[1]}")
        raise Refused(found.line, found.column, message, mend)
    if scheme in ("javascript", "vbscript", "data", "file"):
        message = Saying(
            f"{entry.key}: địa chỉ “{scheme}:” không được dùng",
            f"“{entry.key}”: addresses “{scheme}:” must not be used",
        )
        mend = Saying(
            "viết địa chỉ http(s) hoặc đường dẫn tới tệp trong thư mục nội dung",
            "write an http(s) address or the path of a file in the content folder",
        )
        raise Refused(found.line, found.column, message, mend)
    return found.text or None


def _status(entry: Entry) -> Status | None:
    allowed = Saying("xuất bản, bản nháp, ẩn hoặc đã rút", "published, draft, hidden or withdrawn")
    chosen = _choice(entry, STATUSES, allowed)
    return cast(Status, chosen) if chosen else None


def _yesno(entry: Entry) -> bool | None:
    chosen = _choice(entry, ANSWERS, Saying("có hoặc không", "yes or no"))
    return chosen == "yes" if chosen else None


def _choice(entry: Entry, choices: Mapping[str, str], allowed: Saying) -> str | None:
    found = _plain(words(entry))
    if not found.text:
        return None
    name = folded(found.text)
    if name in choices:
        return choices[name]
    close = get_close_matches(name, choices, 1)
    raise Refused(
        found.line,
        found.column,
        Saying(
            f"{entry.key} “{found.text}” không có trong danh sách",
            f"“{entry.key}: {found.text}” is not in the list",
        ),
        Saying(
            f"viết {allowed}{f'; có phải ý là “{SPELLED[close[0]]}”?' if close else ''}",
            f"write {allowed.english}{f'; is “{SPELLED[close[0]]}” meant?' if close else ''}",
        ),
    )


def _number(entry: Entry) -> int | None:
    found = _plain(words(entry))
    if not found.text:
        return None
    if re.fullmatch(r"-?\d{1,9}", found.text, re.ASCII):
        return int(found.text)
    message = Saying(
        f"{entry.key} “{found.text}” không phải số", f"“{entry.key}: {found.text}” is no number"
    )
    mend = Saying("viết số, ví dụ 10", "write a number, for example 10")
    raise Refused(found.line, found.column, message, mend)


def has_words(text: str) -> bool:
    """Whether a reader would see a letter or digit in `text`."""
    return any(char.isalnum() for char in _TAG.sub("", text))


_READERS: dict[str, Callable[[Entry], Value | None]] = {
    "text": _text,
    "name": _name,
    "names": _names,
    "list": _list,
    "date": _date,
    "period": _period,
    "slug": _slug,
    "address": _address,
    "status": _status,
    "yesno": _yesno,
    "number": _number,
    "corrections": corrections,
}
