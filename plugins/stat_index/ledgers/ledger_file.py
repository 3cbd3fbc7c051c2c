"""The file of the ledger: one row a published figure, sorted, so that a diff can be read."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from findings import Saying
from stat_index.values import text_with_unit

FILE = "so-cai.csv"

_RESTORE = Saying(
    "lấy lại tệp này từ bản trước, hoặc xóa nó để lập sổ mới",
    "restore this file from an earlier version, or delete it to begin a new ledger",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. Its fields are the columns, in this order."""

    bai: str
    """Id of the article."""
    ma: str
    """Id of the figure."""
    chuoi: str
    """Slug of its series."""
    ky: str
    gia_tri: str
    """As readers see it, a step with its direction, a fraction with its whole."""
    don_vi_tinh: str
    nguyen_van: str
    """The number as written."""
    ngay: str
    """ISO day on which it first appeared."""
    dau_bai: str
    """Fingerprint of the article's text when the figure was recorded."""
    truoc: str = ""
    """What was published before, with its unit; empty for a value that never changed."""
    doi_ngay: str = ""
    """ISO day of the publication that replaced it."""

    @property
    def key(self) -> tuple[str, str]:
        """What stays the same while the rest may change."""
        return self.bai, self.ma

    @property
    def said(self) -> tuple[str, ...]:
        """What must not change in silence."""
        return self.chuoi, self.ky, self.gia_tri, self.don_vi_tinh

    @property
    def shown(self) -> str:
        """Value and unit, as readers see them."""
        return text_with_unit(self.gia_tri, self.don_vi_tinh)


COLUMNS = tuple(field.name for field in fields(Entry))
_OLD_COLUMNS = COLUMNS[: COLUMNS.index("truoc")]
"""Of ledgers from before changes were kept; they are read, and written whole again."""


class LedgerError(ValueError):
    """A ledger that cannot be read; the message is Vietnamese."""

    def __init__(self, line: int, message: Saying, mend: Saying) -> None:
        super().__init__(f"{FILE}:{line}: {message}; {mend}")
        self.line = line
        self.message = message
        self.mend = mend

    def said(self, lang: str) -> tuple[str, str]:
        """Message and mend in the language `lang`, `vi` or `en`."""
        if lang == "en":
            return self.message.english, self.mend.english
        return str(self.message), str(self.mend)


def read_ledger(path: Path) -> list[Entry]:
    """The rows of the ledger; none when there is no file yet.

    Raises LedgerError: for a file that is no ledger.
    """
    if not path.is_file():
        return []
    try:
        rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
    except (UnicodeDecodeError, csv.Error) as problem:
        message = Saying(
            f"sổ cái không đọc được: {problem}", f"the ledger cannot be read: {problem}"
        )
        raise LedgerError(1, message, _RESTORE) from None
    columns = tuple(rows[0]) if rows else ()
    if columns not in (COLUMNS, _OLD_COLUMNS):
        head = ",".join(COLUMNS)
        message = Saying(f"dòng đầu phải là {head}", f"its first line must be {head}")
        raise LedgerError(1, message, _RESTORE)
    entries = []
    for line, row in enumerate(rows[1:], start=2):
        if len(row) != len(columns):
            message = Saying(
                f"dòng có {len(row)} cột, cần {len(columns)}",
                f"the line has {len(row)} columns, {len(columns)} are needed",
            )
            raise LedgerError(line, message, _RESTORE)
        entries.append(Entry(*row))
    return entries


def ledger_text(entries: Iterable[Entry]) -> str:
    """The file: sorted, one row a line, so that a diff can be read."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(astuple(entry) for entry in in_order(entries))
    return out.getvalue()


def write_ledger(path: Path, entries: Iterable[Entry]) -> bool:
    """Writes the file if it would differ; whether it did."""
    text = ledger_text(entries)
    if path.is_file() and path.read_text("utf-8") == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
    return True


def changes_in(ledger: Iterable[Entry]) -> dict[tuple[str, str], tuple[str, str]]:
    """Day and old value, by key, of every figure whose value changed (for feeds)."""
    return {entry.key: (entry.doi_ngay, entry.truoc) for entry in ledger if entry.doi_ngay}


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """As they stand in the file: by article, series, period."""
    return tuple(sorted(entries, key=lambda entry: (entry.bai, entry.chuoi, entry.ky, entry.ma)))
