"""The file of moved series: a row each, in the order in which they were accepted."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from pathlib import Path

from findings import Finding, Saying
from stat_index.ledgers.moved_series import RULE, Move

FILE = "dia-chi-cu.csv"
COLUMNS = ("cu", "moi", "ngay")

_HEAD = ",".join(COLUMNS)
_SLUG = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*")


def read_moves(path: Path, shown: str) -> tuple[list[Move], list[Finding]]:
    """The rows of the file, none where there is no file, and all that is wrong in it.

    `shown` is how findings name the file. Editors may write into it, whole addresses too.
    """
    if not path.is_file():
        return [], []
    try:
        reader = csv.reader(io.StringIO(path.read_text("utf-8-sig")))
        rows = [(reader.line_num, [cell.strip() for cell in row]) for row in reader if row]
    except (UnicodeDecodeError, csv.Error) as problem:
        return [], [_unreadable(shown, problem)]
    if not rows or tuple(rows[0][1]) != COLUMNS:
        return [], [_headless(shown)]
    moves, findings = [], []
    for line, row in rows[1:]:
        if fault := _fault(row):
            findings.append(Finding(shown, line, 1, RULE, *fault))
        else:
            cu, moi, day = row
            moves.append(Move(_slug(cu), _slug(moi), day, line))
    return moves, findings


def _slug(address: str) -> str:
    """`lop` of `lop`, `/so-lieu/lop/` and `https://truong.example/so-lieu/lop/`."""
    return address.rpartition("so-lieu/")[2].strip("/")


def _unreadable(shown: str, problem: Exception) -> Finding:
    message = Saying(
        f"sổ địa chỉ cũ không đọc được: {problem}",
        f"the file of old addresses cannot be read: {problem}",
    )
    mend = Saying("lưu lại tệp này dạng CSV, UTF-8", "save this file as CSV in UTF-8")
    return Finding(shown, 1, 1, RULE, message, mend)


def _headless(shown: str) -> Finding:
    message = Saying(f"dòng đầu phải là {_HEAD}", f"its first line must be {_HEAD}")
    mend = Saying(
        "ghi lại dòng ấy; giữa các cột là dấu phẩy", "write that line again; commas part columns"
    )
    return Finding(shown, 1, 1, RULE, message, mend)


def _fault(row: list[str]) -> tuple[Saying, Saying] | None:
    """What is wrong with a row, and what to write instead."""
    if len(row) != len(COLUMNS):
        message = Saying(
            f"dòng có {len(row)} cột, cần {len(COLUMNS)}",
            f"the line has {len(row)} columns, {len(COLUMNS)} are needed",
        )
        return message, Saying(f"viết đủ {_HEAD}", f"write {_HEAD}")
    old, new = map(_slug, row[:2])
    for slug in (old, new) if new else (old,):
        if not _SLUG.fullmatch(slug):
            return (
                Saying(f"“{slug}” không phải mã dòng số liệu", f"“{slug}” is no slug of a series"),
                Saying(
                    "chép phần đứng sau /so-lieu/ trong địa chỉ của dòng, ví dụ truong-mau--lop",
                    "copy what follows /so-lieu/ in the address of the series, for example"
                    " truong-mau--lop",
                ),
            )
    if old == new:
        return (
            Saying(f"“{old}” dẫn tới chính nó", f"“{old}” leads to itself"),
            Saying("sửa một trong hai mã, hoặc bỏ dòng này", "correct one of both, or remove it"),
        )
    return None


def add_moves(path: Path, moves: Iterable[Move]) -> None:
    """Adds rows at the end of the file; what stands there stays as it is."""
    moves = list(moves)
    if not moves:
        return
    there = path.read_bytes() if path.is_file() else b""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if not there:
        writer.writerow(COLUMNS)
    elif not there.endswith(b"\n"):
        out.write("\n")
    writer.writerows((move.cu, move.moi, move.ngay) for move in moves)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8", newline="") as file:
        file.write(out.getvalue())
