"""Figures, refusals and the text they are read from. Terms follow SDMX."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from vntext.values import quickly_made

Qualifier = Literal["exact", "over", "under", "about", "at_least", "at_most"]
Kind = Literal["result", "target", "change", "ratio", "breakdown"]
PeriodSource = Literal["stated", "carried", "article_date", "none"]
IndicatorPosition = Literal["after", "elsewhere", "inherited"]
Direction = Literal["up", "down"]
BlockKind = Literal["paragraph", "list_item", "heading", "table_cell"]

PUBLISH = 0.9
"""Figures at least this sure are published by themselves; the rest are asked about."""


@quickly_made
@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity that a text states (an SDMX observation)."""

    start: int
    end: int
    """Half-open span of the number, in code points of the text as given."""
    as_written: str
    value_min: Decimal
    value_max: Decimal
    """Absolute and unsigned (40 nghìn is 40000); equal unless a range."""
    qualifier: Qualifier
    indicator: str
    """Noun phrase as written, without level, time and place."""
    indicator_position: IndicatorPosition
    level: str | None
    """`cấp tỉnh`, `cấp trường`…, as written."""
    unit: str | None
    """%, đồng, ha…, or the counting noun."""
    period: str | None
    """2023, 2023-H1, 2023-Q3, 2023-05, 2013-01..08, 2015-2020, 2022-2023-HK1, 2022-06-30."""
    period_source: PeriodSource
    kind: Kind
    direction: Direction | None
    """Of a change."""
    base: str | None
    """What a change or ratio is measured against, as written."""
    denominator: Decimal | None
    """Of a fraction such as 15/36."""
    parent: int | None
    """Index of the total that this figure is a part of. It counts the figures of
    the whole document in order: those of one reading from `read`, those of all
    readings joined from `read_blocks`."""
    ref: int | None
    """Index, counted as `parent`, of the figure that a change or ratio talks about."""
    rule: str
    """Name of the rule that found it."""
    confidence: float
    """Between 0 and 1: share of figures with this evidence that are right."""
    deed: str = ""
    """What was done to those counted, in lower case, where the indicator leaves open who is meant:
    *xử lý* of *xử lý 73 vụ*, *kết nạp* of *kết nạp 45 đảng viên*."""
    unit_of_noun: bool = False
    """Whether a cell has its unit only from the noun of a header, which permanent ids leave out."""


@quickly_made
@dataclass(frozen=True, slots=True)
class Refusal:
    """A number that is no figure, and why."""

    start: int
    end: int
    text: str
    reason: str
    """Name of the rule that refused it."""
    signs: tuple[str, ...] = ()
    """Where words were weighed: those that spoke against it, the strongest first."""


@quickly_made
@dataclass(frozen=True, slots=True)
class Context:
    """What is known about a text beside its words."""

    date: datetime.date | None = None
    """Of publication."""
    lead: str | None = None
    """Title or earlier sentences: they may tell the period, they hold no figures."""
    institution: str | None = None
    period: str | None = None
    """Set by the editor for the whole text; wins over what is read."""


@quickly_made
@dataclass(frozen=True, slots=True)
class Reading:
    """All figures and refusals of one text, both in order of their place."""

    figures: tuple[Figure, ...]
    refusals: tuple[Refusal, ...]


@quickly_made
@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, list item, heading or table cell of a document, in reading order.

    A table gives a block for each cell that is no header; its headers are told
    by the cells. A heading is a block of its own and is also named by those
    below it.
    """

    text: str
    kind: BlockKind = "paragraph"
    heading: str | None = None
    """The nearest heading above; may tell the period and whether targets follow."""
    lead_in: int | None = None
    """Of a list item: index of the block that introduces its list, be it the
    paragraph before the list or the item that holds a nested one."""
    table: int | None = None
    """Of a cell: number of its table in the document; cells with the same number
    belong together."""
    row: int = 0
    column: int = 0
    """Of a cell: its place in the table, headers counted."""
    row_header: str | None = None
    group: str | None = None
    """Of a cell: what its row stands under with others, in a column of its own ("Vùng cao")."""
    section: str | None = None
    """Of a cell: the row without values that its row stands under ("I. Vụ đông xuân"), where
    the label of its row comes again under another."""
    column_headers: tuple[str, ...] = ()
    """Of a cell: the texts above it, outermost first."""
    whole_row: str | None = None
    """Of a cell in a row that tells a part of one above ("- Nữ"): the label of that one."""
    outer_row: int | None = None
    """Of a cell in a numbered row: the row that it is numbered under (2 of 2.1, I of 1)."""
    stub_head: str | None = None
    """Of a cell: what heads the labels of the rows ("Xã", "Chỉ tiêu")."""
    caption: str | None = None
    """Of a table: its caption or the line before it, with any "Đơn vị tính: …"."""
    total: bool = False
    """Whether the cell's row sums up the others ("Tổng cộng")."""
    period: str | None = None
    kind_override: Kind | None = None
    organisation: str | None = None
    """Set by the editor's marks; the first two win over what is read, the third
    is carried for whoever made the block."""
