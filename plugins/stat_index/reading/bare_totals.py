"""Figures that only say that they sum up (*Tổng cộng*, *Đơn vị tính: lớp*), named by what they count.

A total is one more value of what its parts are sorts of: the last row below *Lớp trung cấp* and
*Lớp bồi dưỡng* is the institution's *lớp*. Where the article does not say so, the figure waits for
its editor: no reader finds anything under *Tổng cộng*.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain

from figures import Block
from figures.tables.headers import unplaced_header
from figures.tables.row_numbers import unnumbered
from figures.tables.row_owners import owner_of
from figures.tables.row_parts import only_sums
from figures.text import lexicon as lx
from findings import Saying
from stat_index.html.blocks import Document
from stat_index.marking.marked import Found
from stat_index.reading.row_names import sorted_noun
from stat_index.registry import Registry, normal_phrase
from stat_index.series import is_measure

UNNAMED = Saying("không rõ đếm gì", "of what nobody says")
_SAYS_NOTHING = frozenset(
    {"tổng", "tổng số", "tổng cộng", "cộng", "tổng cộng chung", "tổng chung", "đơn vị tính", "đvt"}
)


def name_bare_totals(found: Sequence[Found], document: Document, registry: Registry) -> None:
    """Names such figures by what they count, or leaves them in doubt."""
    blocks = [text.block for text in document.blocks]
    bare = [item for item in found if _is_bare(item, blocks[item.block], registry)]
    if not bare:
        return
    parts: dict[int, list[Found]] = defaultdict(list)
    for item in found:
        if item.parent is not None and item.figure.kind == "breakdown":
            parts[id(item.parent)].append(item)
    for row in _rows(bare, blocks):
        told = (_nouns(item, parts[id(item)], blocks[item.block], registry) for item in row)
        noun = next(chain.from_iterable(told), "")
        for item in row:
            if noun:
                _call(item, noun, blocks[item.block])
            else:
                _doubt(item, [one for one in parts[id(item)] if blocks[one.block].total])


def _rows(bare: Sequence[Found], blocks: Sequence[Block]) -> list[list[Found]]:
    """Those of one row of a table together, which count the same; each other alone."""
    rows: dict[tuple[int, int], list[Found]] = defaultdict(list)
    for item in bare:
        block = blocks[item.block]
        rows[(-1, id(item)) if block.table is None else (block.table, block.row)].append(item)
    return list(rows.values())


def _is_bare(item: Found, block: Block, registry: Registry) -> bool:
    """Whether a figure is called by a total, a head of units or the place alone whose it is."""
    if item.named:
        return False
    called = item.figure.indicator.lower().strip(" *:")
    if called in _SAYS_NOTHING or (block.total and called in lx.words_with(lx.COUNTER)):
        # Cộng | người | 47: anybody is counted in people.
        return True
    label = block.row_header or ""
    if block.kind != "table_cell" or not label:
        return False
    if normal_phrase(item.figure.indicator) != normal_phrase(unnumbered(label)):
        return False
    # Toàn trường, Cả huyện; Đông Hà.
    sums = block.total and only_sums(label)
    return sums or bool(owner_of(block)) or registry.organisation(label).registered


def _nouns(item: Found, parts: Sequence[Found], block: Block, registry: Registry) -> Iterator[str]:
    """What a total may count: its unit, what its rows are sorts of, the one noun of its parts."""
    unit = item.figure.unit or ""
    if is_measure(normal_phrase(unit)):
        return
    if unit and _is_thing(unit, registry):
        yield unit
    if noun := sorted_noun(block):
        yield noun
    names = {normal_phrase(part.figure.indicator): part.figure.indicator for part in parts}
    if len(parts) > 1 and len(names) == 1:
        # Parts by level: đề tài cấp tỉnh, đề tài cấp trường.
        yield from names.values()
    heads = {unplaced_header(name).head for name in names.values()}
    if len(heads) == 1 and _adds_up(item, parts):
        # Only of what the registry counts: hộ nghèo and hộ cận nghèo are not all hộ.
        yield from (head for head in heads if registry.indicator(head, None, None).registered)


def _is_thing(noun: str, registry: Registry) -> bool:
    """Whether a unit says what is counted, as *lớp* does and *người* does not."""
    entry = lx.entries().get(noun.lower())
    names = entry is not None and entry.tags & lx.NOUN and not entry.tags & lx.COUNTER
    return bool(names) or registry.indicator(noun, None, None).registered


def _adds_up(item: Found, parts: Sequence[Found]) -> bool:
    """Whether parts are all of their total, and so sorts that exclude each other."""
    return sum((part.figure.value_min for part in parts), Decimal(0)) == item.figure.value_min


def _call(item: Found, noun: str, block: Block) -> None:
    """Gives a figure its name; a place keeps what is its."""
    item.rename(noun)
    if not block.total and block.kind == "table_cell":
        item.row = item.row or block.row_header or ""


def _doubt(item: Found, beside: Sequence[Found]) -> None:
    """Leaves a total to the editor, and what only parts it in its own row."""
    for one in (item, *beside):
        if not one.marked:
            one.doubt = UNNAMED
