"""Cells of a table: headers either way round give indicator, level, unit, period and kind."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from figures import lexicon as lx
from figures import period_places
from figures.draft import Draft
from figures.line import Line
from figures.memory import Memory, Stated
from figures.mentions import Mention
from figures.model import Block
from figures.numerals import compose
from figures.period_forms import mention
from figures.phrases import level_at, right_phrase
from figures.scanner import scanned
from figures.tokens import NUMBER, PERIOD_TOKEN, WORD, Token
from vntext.unicode import nfc

_UNIT_LINE = re.compile(r"(?:đơn vị(?: tính)?|đvt)\s*[:：]?\s*(?P<unit>[^.;()\n]+)")
_PRICED = re.compile(
    r"(?:đơn giá|giá(?! trị)|mức (?:giá|phí|thu|phạt|chi)|lệ phí|phí|học phí|thuế suất|lãi suất)\b"
)
_BRACKETED = re.compile(r"\((?P<unit>[^()]*)\)")


@dataclass(frozen=True, slots=True)
class Header:
    """What one header says."""

    words: str
    """Its indicator, empty when it tells only a period, kind or unit."""
    level: str | None
    stated: Stated | None
    target: bool
    done: bool
    unit: str | None
    share: bool
    change: str
    counted: bool
    """Whether its words name something that is counted or measured."""
    noun: str
    head: str


def read_cell(block: Block, line: Line, memory: Memory) -> Draft | None:
    """The figure of a cell, None when the cell holds no single number."""
    found = line.tokens
    numbers = [at for at in line.numbers if not found[at].reason]
    if len(numbers) != 1:
        return None
    at = numbers[0]
    if _is_order(block):
        return None
    if any(_PRICED.match(nfc(text).strip().lower()) for text in block.column_headers):
        found[at].reason = "price"
        return None
    row = _header(block.row_header or "", memory)
    columns = [_header(text, memory) for text in block.column_headers]
    draft = Draft(at, found[at], at + 1, rule="cell")
    _measure(draft, found, row, columns, block)
    _name(draft, line, row, columns, block.row_header if block.total else None)
    if not draft.indicator:
        return None
    _period(draft, row, columns, block, memory)
    draft.target = any(h.target for h in (row, *columns)) and not any(h.done for h in columns[-1:])
    if columns and columns[-1].share and _COMPARED.match(nfc(block.column_headers[-1]).lower()):
        draft.target = False
    for header in (*columns, row):
        if header.change:
            draft.kind, draft.direction = "change", header.change
    if at and draft.kind == "change" and found[at - 1].low in _SIGNS:
        draft.direction = "up" if found[at - 1].low == "+" else "down"
    return draft


_SIGNS = frozenset("+-–−")
_COMPARED = re.compile(r"\s*(?:%\s*)?(?:so(?: với)?|đạt|bằng|% ?so|tỷ lệ)\b")
"""Begins the header of shares of a plan, which are no plan themselves."""


def _is_order(block: Block) -> bool:
    """Whether the cell only numbers its row, or tells when or where something is."""
    header = (block.column_headers[-1] if block.column_headers else "").strip().lower().rstrip(".")
    return header in _SCHEDULE


_SCHEDULE = frozenset({"stt", "tt", "số tt", "số thứ tự", "#", "thời gian", "địa điểm", "phòng", "ngày", "giờ", "ngày giờ", "buổi", "thứ", "người phụ trách", "ghi chú", "số hiệu", "mã số"})  # fmt: skip
"""Columns that number the rows or tell when, where and who."""


def _header(raw: str, memory: Memory) -> Header:
    """What a header says in this document."""
    header, mentions = _said(raw)
    stated = None
    for named in mentions:
        stated = memory.resolved(named) or stated
    return header if stated is None else replace(header, stated=stated)


@lru_cache(maxsize=1024)
def _said(raw: str) -> tuple[Header, tuple[Mention, ...]]:
    """A header whose periods are yet to be resolved, and those; a table asks once a cell."""
    text = nfc(raw).strip()
    unit = _unit_in(text)
    bare = _BRACKETED.sub(" ", text) if unit else text
    line = scanned(bare, bare.lower(), 0, len(bare))
    compose(line)
    found = line.tokens
    target, done, change = False, False, ""
    mentions: list[Mention] = []
    content: list[int] = []
    for at, token in enumerate(found):
        if token.kind == PERIOD_TOKEN or (
            token.kind == NUMBER and re.fullmatch(r"(?:19|20)\d\d", token.low)
        ):
            named = mention(token.low if token.kind == PERIOD_TOKEN else f"năm {token.low}")
            if named and not period_places.is_compared(found, at):
                mentions.append(named)
            continue
        cues = token.entry.cues
        plan = "plan" in cues and token.low != "nghị quyết"
        target = target or plan or "target" in cues
        done = done or "done" in cues
        if token.tags & lx.CHANGE:
            change = "up" if token.tags & lx.UP or change == "up" else "down"
        if token.kind == WORD and not (
            plan or "done" in cues or "target" in cues or token.tags & lx.CHANGE
        ):
            content.append(at)
    header = _with_words(line, content, target, done, unit, change)
    return header, tuple(mentions)


def _with_words(line: Line, content: list[int], target: bool,
                 done: bool, unit: str | None, change: str) -> Header:  # fmt: skip
    found, bare = line.tokens, line.text
    level, words, noun, head = None, "", "", ""
    if content:
        first, last = content[0], content[-1]
        span = level_at(
            found, next((at for at in content if found[at].tags & lx.LEVEL), len(found))
        )
        if span:
            level = line.source(*span)
            last = max((at for at in content if at < span[0]), default=-1)
        if last >= first:
            words = line.source(first, last + 1).strip(" :-")
            noun, head = found[first].entry.noun, found[first].low
            if head in ("số", "tổng số", "số lượng") and last > first:
                noun, head = found[first + 1].entry.noun, found[first + 1].low
    share = "%" in bare or "tỷ lệ" in bare.lower() or unit == "%"
    counted = head == "số" or any(
        found[at].tags & (lx.NOUN | lx.AMOUNT | lx.RATE)
        and (at == content[0] or not line.begins_large(at))
        for at in content
    )
    idle = words.lower() in (
        "nội dung",
        "chỉ tiêu",
        "tổng số",
        "tổng cộng",
        "số lượng",
        "tổng",
        "cộng",
        "tỷ lệ",
        "tỷ lệ %",
        "giá trị",
        "đạt tỷ lệ",
    )
    return Header(
        "" if idle else words,
        level,
        None,
        target,
        done,
        unit,
        share,
        change,
        counted and not idle,
        noun,
        head,
    )


def _unit_in(text: str) -> str | None:
    """The measure in brackets at the end of a header: Doanh thu (triệu đồng)."""
    for match in _BRACKETED.finditer(text):
        words = match["unit"].strip().lower()
        if _measure_of(words)[1]:
            return words
    return None


def _measure_of(words: str) -> tuple[int, str | None]:
    """Multiplier and canonical unit of `triệu đồng`."""
    scale, unit = 1, None
    words = re.sub(r"^(?:đvt|đơn vị tính|đơn vị)\s*:?\s*", "", words)
    for word in words.replace("/", " / ").split():
        entry = lx.entries().get(word)
        if entry is not None and entry.tags & lx.MULTIPLIER and unit is None:
            scale *= entry.number
        elif entry is not None and entry.tags & lx.MEASURE and unit is None:
            unit = entry.unit
        elif unit is not None:
            unit = unit + word if word == "/" or unit.endswith("/") else unit
        elif entry is not None and entry.tags & lx.NOUN:
            unit = word
    return scale, unit


def _measure(
    draft: Draft, found: list[Token], row: Header, columns: list[Header], block: Block
) -> None:
    follower = found[draft.at + 1] if draft.at + 1 < len(found) else None
    if follower is not None and follower.tags & lx.MEASURE:
        draft.unit, draft.measure = follower.entry.unit, True
        return
    words = next((h.unit for h in (*reversed(columns), row) if h.unit), None)
    if words is None and (line := _UNIT_LINE.search(nfc(block.caption or "").lower())):
        words = line["unit"].strip()
    if any(h.share for h in columns[-1:]) or (row.share and not columns):
        words = "%"
    if words:
        scale, unit = _measure_of(words)
        if unit and (unit in _measures() or "/" in unit):
            draft.measure = True
            _scale(draft.token, scale)
        draft.unit = unit
    if follower is not None and follower.kind == WORD and draft.unit is None:
        draft.unit = follower.low


@cache
def _measures() -> frozenset[str]:
    return frozenset(entry.unit for entry in lx.entries().values() if entry.unit)


def _scale(token: Token, scale: int) -> None:
    if token.minimum is not None and token.maximum is not None:
        token.minimum, token.maximum = token.minimum * scale, token.maximum * scale


def _name(
    draft: Draft,
    line: Line,
    row: Header,
    columns: list[Header],
    total: str | None,
) -> None:
    """Row label or column header, whichever names what is counted."""
    column = next((h for h in reversed(columns) if h.words), None)
    draft.position = "elsewhere"
    chosen: Header | None
    if row.words and column and _is_measured(column, row):
        chosen = column
    else:
        chosen = row if row.words else column
    summed = draft.rule == "cell" and total is not None and not row.words
    if summed and (chosen is None or draft.share or chosen.change):
        draft.indicator = (total or "").strip(" *:")
    elif chosen is not None:
        draft.indicator, draft.noun, draft.head = chosen.words, chosen.noun, chosen.head
    else:
        phrase = right_phrase(line.tokens, draft.at + 1)
        if phrase:
            draft.indicator = line.source(phrase.start, phrase.end)
            draft.position = "after"
    draft.level = next((h.level for h in (row, *reversed(columns)) if h.level), None)


_OWNERS = frozenset(
    {"khoa", "phòng", "trường", "huyện", "xã", "phường", "đơn vị", "tổ", "thành phố", "thị xã"}
    | {"thị trấn", "chi đoàn", "chi bộ", "ban", "trung tâm", "sở", "công ty"}
)


def _is_measured(column: Header, row: Header) -> bool:
    """Whether the column says what is counted, and the row only whose it is."""
    if not column.counted:
        return False
    return not row.counted or (row.head in _OWNERS and column.head != row.head)


def _period(draft: Draft, row: Header, columns: list[Header], block: Block, memory: Memory) -> None:
    stated = next((h.stated for h in (*reversed(columns), row) if h.stated), None)
    if stated is None and block.caption:
        stated = _header(block.caption, memory).stated
        if stated is not None:
            stated = Stated(stated.period, "carried", stated.mention)
    stated = stated or memory.carried(target=draft.target)
    draft.period, draft.period_source = stated.period or None, stated.source


def link_totals(cells: list[tuple[Block, Draft]]) -> None:
    """Cells become parts of the total of their column, where the column has one."""
    totals = {(b.table, b.column): d for b, d in cells if b.total}
    for block, draft in cells:
        total = totals.get((block.table, block.column))
        if total is None or total is draft or draft.share or draft.target or draft.kind == "change":
            continue
        if draft.unit == total.unit and (draft.token.minimum or 0) <= (total.token.maximum or 0):
            draft.parent = total
            draft.kind = "breakdown" if draft.kind == "result" else draft.kind
