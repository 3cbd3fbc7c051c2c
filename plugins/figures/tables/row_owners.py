"""Rows of a table that say whose the numbers are: places, bodies and parts of these.

Guideline section 6, R1: such a row is none of the things that are counted.
"""

from __future__ import annotations

import re
from functools import lru_cache

from figures.model import Block
from figures.tables.row_numbers import unnumbered
from figures.text import lexicon as lx
from vntext.unicode import spaced

_NAMES = lx.load("names")
_OWNER, _SECTION = frozenset(_NAMES["owner"]), frozenset(_NAMES["section"])
_PLACES = frozenset({"xã", "phường", "thị trấn", "huyện", "quận", "thị xã", "tỉnh"})
OWNERS = _OWNER | _SECTION
"""What places, bodies and their parts are called."""
_LONGEST_FIRST = sorted(OWNERS, key=len, reverse=True)
_BEGINNING = re.compile(
    rf"(?:tên |các )?(?P<kind>{'|'.join(map(re.escape, _LONGEST_FIRST))})(?!\w)"
)
_GOES_ON = ("trực thuộc", "thành viên", "thực hiện", "tham gia", "dự thi", "báo cáo", "hành chính", "đào tạo", "sản xuất", "y tế", "giáo dục", "bỏ phiếu", "nhận ", "mầm non", "tiểu học", "trung học", "và ", "hoặc ")  # fmt: skip
"""What may follow the kind where it heads the rows: Đơn vị trực thuộc, not Đơn vị tính."""


@lru_cache(maxsize=256)
def heads_owners(stub_head: str | None) -> bool:
    """Whether the rows below are places, bodies or parts of these: Xã, Tên đơn vị, Khoa."""
    return bool(_headed(stub_head))


def owner_of(block: Block) -> str:
    """The place or body that a cell's row names as whose its number is; empty for none.

    Sums are of all rows, and a part of a body (*khoa Toán*, *thôn 3*) is known only within it.
    """
    label = unnumbered((block.row_header or "").strip(" *:-+"))
    kind, rest = _kind(label)
    if block.total or not label[:1].isalpha():
        return ""
    headed = _headed(block.stub_head)
    if headed in _PLACES:
        # Bản Phìn below Xã is a commune of that name.
        return label
    if kind in _SECTION:
        return ""
    if block.stub_head:
        return label if headed in _OWNER else ""
    return label if kind and rest[:1].isupper() else ""


@lru_cache(maxsize=256)
def names_body(label: str) -> bool:
    """Whether a label is the name of a place, a body or a part of one: Trạm Khe Mít, Phòng Kinh tế."""
    kind, rest = _kind(unnumbered(label.strip(" *:-+")))
    return bool(kind) and rest[:1].isupper()


def names_section(label: str) -> bool:
    """Whether it is the name of a part of a body, which bears that name elsewhere: Khoa Toán."""
    return names_body(label) and _kind(unnumbered(label.strip(" *:-+")))[0] in _SECTION


def names_whose(block: Block) -> bool:
    """Whether the row of a cell says whose its number is, and not what it counts."""
    return heads_owners(block.stub_head) or names_body(block.row_header or "")


def _headed(stub_head: str | None) -> str:
    """The kind of place or body that heads the rows, empty where they are something else."""
    kind, rest = _kind(spaced(stub_head or "").strip(" *:"))
    alone = not rest[:1].isalpha() or rest[:1].isupper() or rest.startswith(_GOES_ON)
    return kind if alone or _kind(rest)[0] else ""


def _kind(text: str) -> tuple[str, str]:
    """The kind of place or body that a text begins with, and what follows; both empty for none."""
    found = _BEGINNING.match(text.lower())
    return (found["kind"], text[found.end() :].lstrip()) if found else ("", "")
