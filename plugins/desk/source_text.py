"""Bytes of a file as saved → text that every later step can trust."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from findings import Finding, Saying, Severity
from vntext.unicode import nfc

# Not allowed in XML, or invisible: such signs turn the reading direction around, part a word from
# itself in search, and a figure from its noun. Those that join emojis (U+200D) stay.
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069"
    "\ufeff\ufffe\uffff]"
)
_BREAKS = str.maketrans({"\x0b": " ", "\x0c": " ", "\x85": " "})
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class SourceText:
    """What a file says, and what was wrong with how it was saved."""

    text: str
    """NFC, lines ended by `\\n`, without byte order mark and control characters;
    empty when the bytes could not be read as text."""
    findings: tuple[Finding, ...]


def read_source(source: bytes, path: str) -> SourceText:
    """`source` as text; every line keeps its number.

    A file that is no UTF-8 gives an error and no text. Control characters are
    left out with a warning: they carry nothing, and a feed with one is no XML.
    """
    source = source.removeprefix(codecs.BOM_UTF8)
    if source.startswith(_WIDE_MARKS) or source.count(0) * 4 > len(source):
        found = Saying("tệp được lưu bằng UTF-16", "the file was saved as UTF-16")
        return SourceText("", (_not_utf8(path, 1, 1, found),))
    try:
        text = source.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _place(source, error.start)
        byte = f"byte 0x{source[error.start]:02X}"
        found = Saying(f"{byte} không phải UTF-8", f"{byte} is no UTF-8")
        return SourceText("", (_not_utf8(path, line, column, found),))
    text = nfc(text.replace("\r\n", "\n").replace("\r", "\n"))
    findings = tuple(_control_characters(text, path))
    if findings:
        text = _CONTROL.sub("", text.translate(_BREAKS))
    return SourceText(text, findings)


def _place(source: bytes, offset: int) -> tuple[int, int]:
    """1-based line and column of byte `offset`."""
    before = source[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    last = before.rpartition(b"\n")[2].decode("utf-8", "replace")
    return before.count(b"\n") + 1, len(last) + 1


def _not_utf8(path: str, line: int, column: int, found: Saying) -> Finding:
    message = Saying(f"Không đọc được chữ: {found}", f"The text cannot be read: {found.english}")
    mend = Saying(
        "mở tệp bằng trình soạn thảo và lưu lại với mã UTF-8",
        "open the file in an editor and save it as UTF-8",
    )
    return Finding(path, line, column, "not-utf8", message, mend)


def _control_characters(text: str, path: str) -> list[Finding]:
    """One warning a line that holds any."""
    # None of them is printable, and that is known sooner.
    if text.replace("\n", "").isprintable() or not _CONTROL.search(text):
        return []
    return [
        Finding(
            path,
            number,
            match.start() + 1,
            "control-character",
            Saying(
                f"Ký tự vô hình U+{ord(match[0]):04X} lẫn trong chữ, không được đưa lên trang",
                f"The invisible character U+{ord(match[0]):04X} stands in the text; it is left out of"
                " the site",
            ),
            Saying(
                "xóa ký tự này; `niengiam check --fix` làm việc đó",
                "delete it; `niengiam check --fix` does so",
            ),
            Severity.WARNING,
        )
        for number, line in enumerate(text.split("\n"), 1)
        if (match := _CONTROL.search(line))
    ]


def clean_characters(text: str) -> str:
    """`text` without control characters, for a fix of the file itself."""
    return _CONTROL.sub("", text.translate(_BREAKS))
