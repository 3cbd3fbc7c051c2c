"""Rows of tables that say which of a column's things are counted, or whose they are."""

from __future__ import annotations

import re

from figures import Block, Figure
from figures.relations.deeds import OPENED
from figures.tables.headers import names_time, unplaced_header
from figures.tables.led_items import body_of
from figures.tables.row_numbers import unnumbered
from figures.tables.row_owners import heads_owners, names_body, names_section, owner_of
from figures.tables.row_parts import is_total
from figures.tables.row_sorts import SEXES, names_sort
from figures.text import lexicon as lx
from stat_index.registry import Registry, continued, counted_noun, normal_phrase
from vntext.values import changed

_PERIOD = re.compile(r"\b(?:19|20)\d{2}\b|\b(?:tháng|quý|năm học|học kỳ|nhiệm kỳ)\b", re.I)
_SORTS = re.compile(r"(?:các )?loại(?: hình)? (?P<noun>.+)", re.IGNORECASE)
"""Heads rows that are sorts of a noun: Loại lớp."""
_UNIT = re.compile(r"\([^()]*\)")
"""Of a header: what it is measured in, no part of its name."""


def owned(
    figure: Figure, block: Block, whole: Block | None, registry: Registry
) -> tuple[Figure, str]:
    """A figure of a cell or an item as the index keeps it, and the place or body whose it is, empty for the article's own.

    *Số hộ* in the row *Đông Hà* below *Xã* is what Đông Hà has, not a part of another commune's;
    *nữ* in that row is a part of its own. `whole` is the block in which the figure's total stands.
    """
    if block.kind == "list_item":
        return _of_item(figure, block)
    if block.group and not is_total(block.group) and not heads_owners(block.stub_head):
        return _of_body(figure, block.group)
    if block.section:
        return _of_section(qualified(figure, block), block.section)
    owner = _owner(block, registry) if block.kind == "table_cell" else ""
    if not owner or normal_phrase(figure.indicator) == normal_phrase(owner):
        return qualified(figure, block), ""
    within = whole is not None and (whole.table, whole.row) == (block.table, block.row)
    part = figure.kind == "breakdown" and not within
    return changed(figure, kind="result") if part else figure, owner


def _of_item(figure: Figure, block: Block) -> tuple[Figure, str]:
    """The same for the item of a list whose label is a place or a body: - Xã Bản Mế: 845 con."""
    body = body_of(block.text)
    if not body or normal_phrase(figure.indicator) in normal_phrase(body):
        return figure, ""
    return _of_body(figure, body)


def _of_section(figure: Figure, section: str) -> tuple[Figure, str]:
    """The same for a row whose label comes again in another section of the table."""
    if names_body(section):
        return _of_body(figure, section)
    return changed(figure, indicator=f"{figure.indicator}: {continued(section)}"), ""


def _of_body(figure: Figure, whose: str) -> tuple[Figure, str]:
    """A figure of a place or body, or named after another group that it is of."""
    if names_section(whose) or not names_body(whose):
        return changed(figure, indicator=f"{figure.indicator}: {whose}"), ""
    return changed(figure, kind="result") if figure.kind == "breakdown" else figure, whose


def _owner(block: Block, registry: Registry) -> str:
    """The place or body whose a row is: the table says so, or the registry knows it."""
    label = block.row_header or ""
    known = not block.total and registry.organisation(label).registered
    return label if known else owner_of(block)


def qualified(figure: Figure, block: Block) -> Figure:
    """A cell's figure with the names of its row and its column, where the reader took one of them.

    *Số lớp* in the row *Trung cấp* is *lớp trung cấp*: not one more value of *lớp*, and not of
    another series than the *14 lớp trung cấp* of a sentence.
    """
    row = unnumbered(block.row_header or "")
    if block.kind != "table_cell" or block.total or not row or _is_time(row):
        return figure
    name, said = normal_phrase(figure.indicator), normal_phrase(row)
    columns = {
        normal_phrase(words): unplaced_header(header).words or header
        for header in block.column_headers
        for words in (header, unplaced_header(header).words)
    }
    if name in columns and name in SEXES:
        # Parts are named after what they are of where the index names series.
        alone = figure.parent is None
        return changed(figure, indicator=f"{row}: {name}") if alone else figure
    by_row = name == said
    if name in columns:
        noun = _noun(columns[name])
    elif by_row:
        sorted_by = (column for column in columns.values() if names_sort(row, column))
        noun = _noun(next(sorted_by, ""))
        if not noun and (stage := _stage(block)):
            return changed(figure, indicator=f"{figure.indicator}: {stage}")
    elif figure.rule == "cell" and name not in said:
        # Of the caption or of the column before, whatever the rows are: Dư nợ, in one of each row.
        noun = _noun(figure.indicator)
    else:
        return figure
    if not noun and not by_row:
        return changed(figure, indicator=f"{figure.indicator}: {row}")
    counted = normal_phrase(noun)
    if not noun or said in counted or (figure.level and normal_phrase(figure.level) in said):
        return figure
    lead = "" if said.startswith(counted) else f"{noun} "
    return changed(figure, indicator=f"{lead}{continued(row)}")


def name_as_sort(figure: Figure, block: Block) -> str:
    """How the classes of a programme are called whose row names that alone; empty for all others.

    *Trung cấp* below *Loại lớp*, or in the unit *lớp*, is *lớp trung cấp*, as it is in a sentence.
    """
    row = unnumbered(block.row_header or "")
    said = normal_phrase(row)
    if block.kind != "table_cell" or block.total or said != normal_phrase(figure.indicator):
        return ""
    unit = figure.unit or ""
    noun = sorted_noun(block) or (unit if names_sort(row, unit) else "")
    if noun.lower() not in OPENED or said.startswith(noun.lower()):
        return ""
    return f"{noun} {continued(row)}"


def sorted_noun(block: Block) -> str:
    """The noun of which the rows of a cell's table are sorts, as their head says; empty for none."""
    match = _SORTS.fullmatch((block.stub_head or "").strip(" *:"))
    entry = lx.entries().get(match["noun"].lower()) if match else None
    return entry.phrase if entry is not None and entry.tags & lx.NOUN else ""


def _noun(header: str) -> str:
    """What a header counts, to be continued by the name of a row; empty where it counts nothing."""
    return continued(counted_noun(_UNIT.sub("", header)))


def _is_time(row: str) -> bool:
    """Whether a row says when its numbers were, and so not what they count: Tháng 3, Cả năm."""
    return bool(_PERIOD.search(row)) or names_time(row)


_NO_STAGES = frozenset({"đạt", "cùng kỳ", "kỳ này", "kỳ trước", "kết quả", "ghi chú"})
"""What heads columns that tell a kind or a time."""


def _stage(block: Block) -> str:
    """What a column tells of its row beside period, kind and unit: giải quyết, nữ; empty for nothing."""
    header = unplaced_header(block.column_headers[-1]) if block.column_headers else None
    if header is None or header.change or header.target:
        return ""
    if header.share:
        # Of a share its row is no name: Hình sự | Tỷ lệ giải quyết (%).
        return continued(header.words) if header.words.lower().startswith("tỷ lệ ") else ""
    if (
        header.counted
        and not header.noun == unplaced_header(block.row_header or "").noun == "person"
    ):
        return ""
    # TH, KH: kinds that are shortened.
    told = "" if header.words.isupper() or header.words.lower() in _NO_STAGES else header.words
    return continued(told)
