"""Plain text cut into pieces: paragraphs, list items and the cells of pipe tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from figures import lexicon as lx
from figures.headers import heads_aims, heads_codes, heads_times, heads_units
from figures.mentions import YEAR
from figures.model import Block
from figures.period_forms import STARTERS, mention, period_at
from figures.row_numbers import Numbered, numbers_columns
from figures.row_parts import Wholes, is_total
from vntext.sentences import sentences
from vntext.unicode import nfc

_ITEM = re.compile(r"\s*(?:[-–—•*+●▪►✓]|\d{1,2}[.)]|[a-zđ][.)])\s+(?=\S)")
_BULLETS = frozenset("-–—•*+●▪►✓")
_LEADS_IN = ("trong đó:", "gồm:", "cụ thể:")
"""How an item ends that leads in a list of its own, with another mark."""
_NUMBERED = re.compile(r"(?<!\w)\d")
"""A number; not the power in m2 and m3."""
_UNIT = re.compile(r"\s*\([^()\d]*\)\s*$")
"""A unit in brackets at the end: 9 tháng năm 2023 (triệu USD)."""
_DONE = frozenset({"th", "ước th"})
"""How headers shorten "thực hiện"."""
_WORD = re.compile(r"\w+")
_YEAR = re.compile(rf"(?<!\w){YEAR}")
_DATE = re.compile(r"(?:ngày\s+)?\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d", re.IGNORECASE)
_RULE_ROW = re.compile(r"\s*\|?[\s:|-]+\|?\s*")


@dataclass(slots=True)
class Piece:
    """One stretch of a block that is read by itself."""

    block: Block
    """The block, with its cell's headers where the piece is a cell of a pipe table."""
    index: int
    """Of the block in the document."""
    start: int
    end: int
    lead: Piece | None = None
    """The piece that introduces the list in which this one is an item."""


def pieces(block: Block, index: int, text: str) -> list[Piece]:
    """The pieces of `text`, the NFC form of the text of `block`."""
    if block.kind in ("heading", "table_cell") or "\n" not in text:
        return [Piece(block, index, 0, len(text))]
    return list(_lines(block, index, text))


def _lines(block: Block, index: int, text: str) -> Iterator[Piece]:
    rows: list[tuple[int, int]] = []
    begin: int | None = None
    lead: Piece | None = None
    outer: tuple[str, Piece | None] | None = None
    """The mark of the item that leads in a list of its own, and what led it in."""
    item = ""
    start = 0
    table = 0
    caption: tuple[int, int] | None = None

    def paragraph(end: int) -> Piece:
        listed = bool(item) and block.kind == "paragraph"
        kind_of = replace(block, kind="list_item") if listed else block
        return Piece(kind_of, index, begin or 0, end, lead if item else None)

    for line in text.splitlines(keepends=True):
        end = start + len(line)
        is_row = (
            line.count("|") >= 1 and len(line.strip()) > 2 and (rows or _next_is_row(text, end))
        )
        is_item = _ITEM.match(line)
        mark = is_item[0].strip() if is_item else ""
        if begin is not None and (is_row or is_item or not line.strip()):
            piece = paragraph(start)
            if not item:
                lead, outer = piece, None
            elif (
                item in _BULLETS
                and outer is None
                and text[begin:start].rstrip().endswith(_LEADS_IN)
            ):
                lead, outer = piece, (item, lead)
            caption = (begin, start)
            yield piece
            begin = None
        if is_row:
            rows.append((start, end))
        else:
            if rows:
                yield from _cells(block, index, text, rows, table, caption)
                rows, table = [], table + 1
            if line.strip():
                if outer is not None and mark == outer[0]:
                    lead, outer = outer[1], None
                if begin is None:
                    begin, item = start, mark
                elif item and not line[:1].isspace() and text[start - 2 : start - 1] in ".;:":
                    yield paragraph(start)
                    begin, item = start, ""
        start = end
    if begin is not None:
        yield paragraph(len(text))
    if rows:
        yield from _cells(block, index, text, rows, table, caption)


def caption_in(above: str) -> str:
    """The caption of a table in the paragraph above it: its last sentence."""
    words = " ".join(above.split())
    begin, end = sentences(words)[-1]
    return words[begin:end]


def _next_is_row(text: str, at: int) -> bool:
    end = text.find("\n", at)
    return "|" in text[at : end if end >= 0 else len(text)]


def _cells(
    block: Block,
    index: int,
    text: str,
    rows: list[tuple[int, int]],
    table: int,
    above: tuple[int, int] | None,
) -> Iterator[Piece]:
    """The cells of a pipe table; its first row of words is the header."""
    framed = all(text[slice(*row)].lstrip().startswith("|") for row in rows)
    grid = [_row(text, *row, framed=framed) for row in rows if not _RULE_ROW.fullmatch(text, *row)]
    if not grid:
        return
    headers: list[list[tuple[int, int]]] = []
    body = grid
    ruled = len(rows) > 2 and _RULE_ROW.fullmatch(text, *rows[1]) is not None
    if ruled and len(grid) > 1 and all(_only_dated(text, cell) for cell in grid[0][1:]):
        headers, body = grid[:1], grid[1:]
    while (
        body
        and len(body) > 1
        and not any(_has_digit(text, cell) for cell in body[0][1:])
        and len(headers) < 2
    ):
        headers.append(body[0])
        body = body[1:]
    if not headers and len(body) > 1 and all(_is_year(text, cell) for cell in body[0][1:]):
        headers, body = [body[0]], body[1:]
    corner = text[slice(*headers[0][0])] if headers and headers[0] else None
    year = _planned_year(text, headers)
    over = _over(text, headers)
    ordinal = {column for column, texts in over.items() if _folded(texts[-1:]) in _ORDINALS}
    codes = {column for column, texts in over.items() if heads_codes(texts[-1])}
    units = {
        column
        for column, texts in over.items()
        if heads_units(texts[-1], (text[slice(*row[column])] for row in body if column < len(row)))
    }
    timed = next((at for at, texts in over.items() if heads_times(texts[-1])), None)
    if body and numbers_columns(text[slice(*cell)] for cell in body[0]):
        body = body[1:]
    wholes, numbered = Wholes(), Numbered()
    for number, row in enumerate(body, start=len(headers)):
        named = _named(text, row, ordinal | units | codes)
        label = text[slice(*row[named])] if named >= 0 else None
        if timed is not None and timed < len(row) and text[slice(*row[timed])].isdigit():
            # 7 below Tháng.
            named, label = timed, f"{over[timed][-1]} {text[slice(*row[timed])]}"
        whole = wholes.of(label)
        order = _order(text, row, named - ((named - 1) in codes)) or label or ""
        outer = numbered.under(number, order) if whole is None else None
        caption = caption_in(text[slice(*above)]) if above else block.caption or corner
        told = (caption, f"năm {year}" if year else None, _row_unit(text, row, units))
        caption = "\n".join(filter(None, told))
        for column, (start, end) in enumerate(row):
            aim = column == named and heads_aims((over.get(named) or ("",))[-1])
            if (column <= named and not aim) or column in ordinal | units | codes:
                continue
            cell = replace(
                block, kind="table_cell", table=-1 - table, row=number, column=column, row_header=None if aim else label,
                whole_row=whole, outer_row=outer, column_headers=over.get(column, ()),
                stub_head=next(iter(over.get(named, ())[-1:]), None),
                total=is_total(label), caption=caption,
            )  # fmt: skip
            yield Piece(cell, index, start, end)


_ORDINALS = frozenset({"stt", "tt", "số tt", "số thứ tự", "#", "no"})
"""What heads a column that numbers the rows."""
_MARK = re.compile(r"[IVX]{1,4}|[A-Za-zđĐ]|\d{1,2}", re.ASCII)
"""What numbers a row, where nothing heads its column."""


def _over(text: str, headers: list[list[tuple[int, int]]]) -> dict[int, tuple[str, ...]]:
    """The headers above each column, outermost first; one over several columns stands above the first."""
    found: dict[int, tuple[str, ...]] = {}
    width = max(map(len, headers), default=0)
    texts = [[text[slice(*cell)] for cell in header] for header in headers]
    texts = [row + [""] * (width - len(row)) for row in texts]
    for column in range(width):
        if len(texts) > 1 and column and not texts[0][column] and texts[1][column]:
            texts[0][column] = texts[0][column - 1]
        told = dict.fromkeys(row[column] for row in texts if row[column])
        if told:
            found[column] = tuple(told)
    return found


def _folded(texts: tuple[str, ...]) -> str:
    return nfc(texts[0]).strip(" .").lower() if texts else ""


def _named(text: str, row: list[tuple[int, int]], passed: set[int]) -> int:
    """The column whose cell names a row, -1 for none."""
    naming = [at for at, cell in enumerate(row) if at not in passed and _names_row(text, cell)]
    if len(naming) > 1 and naming[1] == naming[0] + 1:
        first, second = (text[slice(*row[at])] for at in naming[:2])
        if _MARK.fullmatch(first) and second[:1].isalpha():
            return naming[1]
    return naming[0] if naming else -1


def _planned_year(text: str, headers: list[list[tuple[int, int]]]) -> str:
    """The only year that columns name beside their kinds, for all: kế hoạch năm 2023 | thực hiện."""
    cells = [nfc(text[slice(*cell)]).lower() for header in headers for cell in header]
    dated = [cell for cell in cells if _NUMBERED.search(cell)]
    if cells[:1] == dated[:1] or not all(map(_dates_kind, dated)):
        return ""
    years = {year for cell in dated for year in _YEAR.findall(cell)}
    return years.pop() if len(years) == 1 else ""


def _order(text: str, row: list[tuple[int, int]], named: int) -> str:
    """What numbers a row in the column before its label; empty for nothing."""
    return text[slice(*row[named - 1])] if named > 0 else ""


def _names_row(text: str, cell: tuple[int, int]) -> bool:
    return cell[1] > cell[0] and (not _only_number(text, cell) or _is_period(text, cell))


def _row_unit(text: str, row: list[tuple[int, int]], units: set[int]) -> str | None:
    """The unit that a row tells in a column of its own, as a unit line."""
    for column in units:
        if column < len(row) and row[column][1] > row[column][0]:
            return f"Đơn vị tính: {text[slice(*row[column])]}"
    return None


def _row(text: str, start: int, end: int, *, framed: bool) -> list[tuple[int, int]]:
    """Where the cells of a row stand; of a table without a frame its first may be empty."""
    cells: list[tuple[int, int]] = []
    begin = start
    for at in [*(i for i in range(start, end) if text[i] == "|"), end]:
        left, right = begin, at
        while left < right and text[left].isspace():
            left += 1
        while right > left and text[right - 1].isspace():
            right -= 1
        cells.append((left, right))
        begin = at + 1
    if framed and cells and cells[0][0] == cells[0][1]:
        cells = cells[1:]
    if cells and cells[-1][0] == cells[-1][1]:
        cells = cells[:-1]
    return cells


def _has_digit(text: str, cell: tuple[int, int]) -> bool:
    if _NUMBERED.search(text, *cell) is None or _is_period(text, cell):
        return False
    if _DATE.fullmatch(text, *cell):
        return False
    words = _UNIT.sub("", nfc(text[slice(*cell)]).lower()).strip()
    return mention(words) is None and not _dates_kind(words)


def _only_dated(text: str, cell: tuple[int, int]) -> bool:
    """Whether a cell has no number but in times, beside words: tháng 9/2015 so với tháng trước (%)."""
    if not _has_digit(text, cell):
        return True
    words = _UNIT.sub("", nfc(text[slice(*cell)]).lower()).strip()
    return words[:1].isalnum() and _NUMBERED.search(_without_times(words)) is None


def _dates_kind(words: str) -> bool:
    """Whether a cell only names a time and what its column tells of it: kế hoạch năm 2023."""
    return _names_kind(words.split()[:3]) and _NUMBERED.search(_without_times(words)) is None


def _names_kind(said: list[str]) -> bool:
    """Whether a header begins with what its column tells: a plan, what was done, a change, an amount."""
    phrases = (" ".join(said[:length]) for length in range(len(said), 0, -1))
    first = next(filter(None, map(lx.entries().get, phrases)), None)
    if first is None:
        return bool(said) and said[0] in _DONE
    told = first.tags & (lx.CHANGE | lx.AMOUNTS | lx.HEDGE)
    return bool(told) or not _KINDS.isdisjoint(first.cues)


_KINDS = frozenset({"plan", "target", "done", "base"})


def _without_times(words: str) -> str:
    """The words of a header without the periods and years that have digits."""
    kept, at = [], 0
    for word in _WORD.finditer(words):
        starter = "0" if word[0].isdecimal() else word[0]
        if word.start() < at or (starter != "0" and starter not in STARTERS):
            continue
        found = period_at(starter, words, word.start(), len(words))
        if found is not None and any(map(str.isdecimal, found[0])):
            kept.append(words[at : found.start()])
            at = found.end()
    return _YEAR.sub("", "".join([*kept, words[at:]]))


def _is_period(text: str, cell: tuple[int, int]) -> bool:
    """Whether a cell only names a time, such as heads a column: 6 tháng năm 2023."""
    words = nfc(text[slice(*cell)]).lower()
    return _is_year(text, cell) or mention(words) is not None


def _is_year(text: str, cell: tuple[int, int]) -> bool:
    return re.fullmatch(
        r"(?:Năm|năm|Tháng|tháng|Quý|quý)?\s*(?:19|20)?\d{2}", text[slice(*cell)]
    ) is not None and (
        re.search(r"(?:19|20)\d\d|[nN]ăm|[tT]háng|[qQ]uý", text[slice(*cell)]) is not None
    )


def _only_number(text: str, cell: tuple[int, int]) -> bool:
    return re.fullmatch(r"[\d.,\s%+-]*", text[slice(*cell)]) is not None
