"""What an editor may say about figures, and how it travels through HTML.

A mark is written once in Markdown (`stat_index.markdown`), becomes `data-sl-…`
attributes of an element, and is read back from there (`stat_index.blocks`).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from findings import Saying
from stat_index.periods import parse_period
from vntext.fold import fold

_PAIR = re.compile(
    r"(?P<key>[^\s=\"“”,;][^=\"“”,;]*?)\s*=\s*(?:[\"“](?P<quoted>[^\"“”]*)[\"”]|(?P<bare>[^\s,;\"“”]+))"
)
_FILLING = re.compile(r"[\s,;]*")

_KEYS = {
    "chi tieu": "indicator",
    "indicator": "indicator",
    "cap": "level",
    "level": "level",
    "ky": "period",
    "ky so lieu": "period",
    # Kỳ and tỷ are spelt with i as well.
    "ki": "period",
    "ki so lieu": "period",
    "period": "period",
    "loai": "kind",
    "kind": "kind",
    "don vi": "organisation",
    "organisation": "organisation",
    "organization": "organisation",
}
_KINDS = {
    "ket qua": "result",
    "result": "result",
    "chi tieu": "target",
    "ke hoach": "target",
    "muc tieu": "target",
    "target": "target",
    "muc tang giam": "change",
    "tang": "change",
    "giam": "change",
    "change": "change",
    "ty le": "ratio",
    "ti le": "ratio",
    "ratio": "ratio",
}
_CONFIRMED = {"so lieu", "figure"}
_DENIED = {"khong phai so lieu", "khong la so lieu", "not a figure"}
_NONE = {"khong", "khong co", "none"}

PREFIX = "data-sl-"
RAW = PREFIX + "raw"
"""The mark as the editor wrote it, to find its line again."""
ERROR = PREFIX + "error"
ERROR_ENGLISH = PREFIX + "error-english"
SCOPE = PREFIX + "scope"
"""`block` or `inline`."""

ALLOWED_BLOCK = 'kỳ="2022", đơn vị="…", loại="chỉ tiêu"'
ALLOWED_INLINE = (
    'chỉ tiêu="…", cấp="cấp tỉnh", kỳ="2022", loại="kết quả", “số liệu” hoặc “không phải số liệu”'
)
_ALLOWED_INLINE_ENGLISH = ALLOWED_INLINE.replace("hoặc", "or")


class MarkError(ValueError):
    """A mark that cannot be understood."""

    def __init__(self, message: Saying) -> None:
        super().__init__(message)
        self.message = message

    def attributes(self) -> dict[str, str]:
        """The message as attributes of the mark's element; `error_of` reads it there."""
        return {ERROR: str(self.message), ERROR_ENGLISH: self.message.english}


def error_of(attribute: Callable[[str], Any]) -> str:
    """What is wrong with the mark whose attributes `attribute` gives; empty for nothing."""
    said = attribute(ERROR)
    return Saying(str(said), str(attribute(ERROR_ENGLISH) or said)) if said else ""


@dataclass(frozen=True, slots=True)
class Mark:
    """What one mark sets; empty strings are left as read."""

    indicator: str = ""
    level: str | None = None
    """Empty when the editor says that there is none."""
    period: str = ""
    kind: str = ""
    organisation: str = ""
    denied: bool = False
    """Not a figure."""

    def attributes(self) -> dict[str, str]:
        """HTML attributes that carry it."""
        found = {}
        for field in fields(self):
            value = getattr(self, field.name)
            if value is True:
                found[PREFIX + field.name] = "1"
            elif value or (field.name == "level" and value is not None):
                found[PREFIX + field.name] = value
        return found


def mark_from_attributes(attributes: Mapping[str, object]) -> Mark:
    """The mark that `Mark.attributes` wrote down."""

    def get(name: str) -> str | None:
        value = attributes.get(PREFIX + name)
        return None if value is None else str(value)

    return Mark(
        get("indicator") or "",
        get("level"),
        get("period") or "",
        get("kind") or "",
        get("organisation") or "",
        get("denied") is not None,
    )


def parse_mark(text: str, *, inline: bool) -> Mark:
    """The mark that `text` writes, without its brackets.

    Raises MarkError: for an unknown key, kind or period, or words out of place.
    """
    words = fold(text).strip()
    if inline and words in _CONFIRMED:
        return Mark()
    if inline and words in _DENIED:
        return Mark(denied=True)
    values: dict[str, str] = {}
    end = 0
    for pair in _PAIR.finditer(text):
        _refuse_words(text[end : pair.start()], inline)
        field = _field(pair["key"].strip(), inline)
        written = pair["quoted"] if pair["quoted"] is not None else pair["bare"]
        if field in values:
            key = pair["key"].strip()
            raise MarkError(Saying(f"“{key}” viết hai lần", f"“{key}” stands twice"))
        values[field] = _value(field, written.strip())
        end = pair.end()
    _refuse_words(text[end:], inline)
    return Mark(**values)  # type: ignore[arg-type]


def _refuse_words(text: str, inline: bool) -> None:
    """Between the pairs may stand nothing but commas and spaces."""
    if not _FILLING.fullmatch(text):
        words, allowed = text.strip(" ,;"), _allowed(inline)
        raise MarkError(
            Saying(
                f"không hiểu “{words}”; viết được: {allowed}",
                f"“{words}” is not understood; write: {allowed.english}",
            )
        )


def _allowed(inline: bool) -> Saying:
    """What may stand in a mark."""
    if inline:
        return Saying(ALLOWED_INLINE, _ALLOWED_INLINE_ENGLISH)
    return Saying(ALLOWED_BLOCK, ALLOWED_BLOCK)


def _field(key: str, inline: bool) -> str:
    field = _KEYS.get(fold(key))
    if field is None or (not inline and field in ("indicator", "level")):
        near = difflib.get_close_matches(fold(key), _KEYS, n=1)
        allowed = _allowed(inline)
        hint = near[0] if near and field is None else ""
        raise MarkError(
            Saying(
                f"không có khóa “{key}”; {f'có phải “{hint}”? ' if hint else ''}"
                f"viết được: {allowed}",
                f"there is no key “{key}”; {f'is it “{hint}”? ' if hint else ''}"
                f"write: {allowed.english}",
            )
        )
    return field


def _value(field: str, written: str) -> str:
    if field == "level" and fold(written) in _NONE:
        return ""
    if not written:
        raise MarkError(Saying("có một khóa chưa ghi giá trị", "a key says nothing"))
    if field == "period" and not parse_period(written):
        raise MarkError(
            Saying(
                f"kỳ “{written}” không đọc được; viết 2023, 2023-H1 (6 tháng đầu năm), 2023-Q3,"
                " 2023-05, 2015-2020 hoặc 2022-06-30",
                f"the period “{written}” cannot be read; write 2023, 2023-H1 (its first half),"
                " 2023-Q3, 2023-05, 2015-2020 or 2022-06-30",
            )
        )
    if field == "kind":
        kind = _KINDS.get(fold(written))
        if kind is None:
            raise MarkError(
                Saying(
                    f"không có loại “{written}”; viết: kết quả, chỉ tiêu, tỷ lệ hoặc mức tăng giảm",
                    f"there is no kind “{written}”; write: kết quả (result), chỉ tiêu (target),"
                    " tỷ lệ (ratio) or mức tăng giảm (change)",
                )
            )
        return kind
    return written
