"""Reads the blocks of one document in order, remembering periods, totals and targets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from figures import kinds, parents, periods, tables
from figures.confidence import confidence
from figures.draft import Draft
from figures.drafts import SentenceReader, widen_parts
from figures.layout import Piece, pieces
from figures.model import Block, Context, Figure, Reading, Refusal
from figures.numerals import composed
from figures.pairing import pair
from figures.period_forms import mention
from figures.period_tokens import named_months
from figures.refusing import refuse_clauses
from figures.tokens import CODE, NUMBER, PERIOD_TOKEN, Token, tokens
from vntext.sentences import sentences
from vntext.unicode import NormalText, normal_text

_TELLING = re.compile(
    r"\d|(?<!\w)(?:hai|ba|bốn|sáu|bảy|bẩy|tám|chín|mười|chục|vạn|nghìn|ngàn|triệu|tỷ|tỉ"
    r"|năm|tháng|quý|kỳ|khóa|khoá|nay|hiện)(?!\w)"
)
"""A sentence without any of these tells no figure and no period."""


_REMEMBERED = 24
"""How many figures back a total or an antecedent may lie."""


class DocumentReader:
    """One run over one document."""

    def __init__(self, blocks: Sequence[Block], context: Context) -> None:
        self.blocks = blocks
        self.context = context
        self.memory = periods.Memory(context.date)
        self.texts = [normal_text(block.text) for block in blocks]
        self.found: list[list[tuple[Draft, tuple[int, int]]]] = [[] for _ in blocks]
        self.refused: list[list[Refusal]] = [[] for _ in blocks]
        self.cells: list[tuple[Block, Draft]] = []
        self.by_block: dict[int, list[Draft]] = {}
        self.ahead_by_block: dict[int, bool] = {}

    def read(self) -> list[Reading]:
        """One reading for each block."""
        self._remember_lead()
        for index, block in enumerate(self.blocks):
            self._block(block, index)
        tables.link_totals(self.cells)
        return self._readings()

    def _remember_lead(self) -> None:
        lead = normal_text(self.context.lead or "").text
        for start, end in sentences(lead):
            found = self._tokens(_lower(lead), start, end)
            for place in periods.places(found, self.memory):
                if not place.compared:
                    self.memory.remember(place.stated)

    def _block(self, block: Block, index: int) -> None:
        text = self.texts[index].text
        low = _lower(text)
        ahead_by_piece: dict[int, bool] = {}
        by_piece: dict[int, list[Draft]] = {}
        for piece in pieces(block, index, text):
            lead_drafts: list[Draft] = []
            ahead = _announces_targets(block.heading)
            if piece.lead is not None:
                lead_drafts = by_piece.get(id(piece.lead), [])
                ahead = ahead or ahead_by_piece.get(id(piece.lead), False)
            elif block.lead_in is not None:
                lead_drafts = self.by_block.get(block.lead_in, [])
                ahead = ahead or self.ahead_by_block.get(block.lead_in, False)
            drafts, ends_ahead = self._piece(piece, text, low, lead_drafts, ahead)
            by_piece[id(piece)] = drafts
            ahead_by_piece[id(piece)] = ends_ahead
            self.by_block.setdefault(index, []).extend(drafts)
            self.ahead_by_block[index] = ends_ahead

    def _piece(
        self, piece: Piece, text: str, low: str, lead: list[Draft], ahead: bool
    ) -> tuple[list[Draft], bool]:
        if piece.block.kind == "table_cell":
            return self._cell(piece, text, low), False
        all_drafts: list[Draft] = []
        earlier = list(lead)
        ends_ahead = normative = False
        for start, end in sentences(text[piece.start : piece.end]):
            start, end = piece.start + start, piece.start + end
            if not _TELLING.search(low, start, end) and low[end - 1] != ":":
                continue
            found = self._tokens(low, start, end)
            places = periods.places(found, self.memory)
            if not any(token.kind == NUMBER for token in found):
                for place in places:
                    if not place.compared:
                        self.memory.remember(place.stated)
                ends_ahead = kinds.mark_targets(found, [], ahead=ahead)
                self._record(found, piece.index)
                continue
            normative = refuse_clauses(found, text, normative=normative)
            drafts = SentenceReader(text, found, earlier).read()
            pair(text, found, drafts)
            self._record(found, piece.index)
            ends_ahead = kinds.mark_targets(found, drafts, ahead=ahead)
            parents.link_parts(found, drafts, earlier, listed=bool(lead) and not all_drafts)
            widen_parts(text, found, drafts)
            periods.assign(found, drafts, places, self.memory)
            self._finish(drafts, piece)
            all_drafts += drafts
            earlier = [*earlier, *drafts][-_REMEMBERED:]
        return all_drafts, ends_ahead

    def _cell(self, piece: Piece, text: str, low: str) -> list[Draft]:
        found = self._tokens(low, piece.start, piece.end)
        refuse_clauses(found, text)
        self._record(found, piece.index)
        draft = tables.read_cell(piece.block, found, text, self.memory)
        if draft is None:
            return []
        self._follow_row(piece.block, draft)
        self._finish([draft], piece)
        self.cells.append((piece.block, draft))
        return [draft]

    def _follow_row(self, block: Block, draft: Draft) -> None:
        """A change takes the period of the cell before it in its row."""
        if draft.kind != "change" or not self.cells or draft.period_source == "stated":
            return
        other, before = self.cells[-1]
        if (other.table, other.row) == (block.table, block.row) and before.period:
            draft.period, draft.period_source = before.period, "carried"

    def _tokens(self, low: str, start: int, end: int) -> list[Token]:
        found = tokens(low, start, end)
        for token in found:
            if token.kind == PERIOD_TOKEN:
                token.mention = mention(token.low)
        found = composed(found)
        return named_months(found) if "tháng" in low[start:end] else found

    def _record(self, found: list[Token], index: int) -> None:
        """Keeps the refusals of one sentence, once all rules had their say."""
        for token in found:
            if token.kind == NUMBER and token.reason:
                self._refusal(token, index, token.reason)
            elif token.kind == PERIOD_TOKEN and any(char.isdigit() for char in token.low):
                self._refusal(token, index, "period")
            elif token.kind == CODE:
                self._refusal(token, index, token.form)

    def _refusal(self, token: Token, index: int, reason: str) -> None:
        start, end = self.texts[index].source_span(token.start, token.end)
        self.refused[index].append(Refusal(start, end, self.texts[index].source[start:end], reason))

    def _finish(self, drafts: list[Draft], piece: Piece) -> None:
        block = piece.block
        year_to_date = any(
            d.base
            and d.base.lower().startswith(("kế hoạch", "chỉ tiêu", "dự toán"))
            and d.base.lower().split()[-1] == "năm"
            and d.period_default
            for d in drafts
        )
        for draft in drafts:
            kinds.settle(draft)
            if year_to_date and draft.period_default:
                draft.period = periods.to_date(self.memory) or draft.period
            if block.kind_override:
                draft.kind = block.kind_override
            override = block.period or self.context.period
            if override:
                draft.period, draft.period_source = override, "stated"
            token = draft.token
            self.found[piece.index].append((draft, (token.start, token.end)))

    def _readings(self) -> list[Reading]:
        order: dict[int, int] = {}
        for found in self.found:
            found.sort(key=lambda item: item[1])
            for draft, _ in found:
                order[id(draft)] = len(order)
        return [
            Reading(
                tuple(_figure(draft, span, self.texts[index], order) for draft, span in found),
                tuple(sorted(self.refused[index], key=lambda r: r.start)),
            )
            for index, found in enumerate(self.found)
        ]


def _lower(text: str) -> str:
    """`text` in lower case with every offset kept."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def _announces_targets(heading: str | None) -> bool:
    low = (heading or "").lower()
    return any(
        cue in low for cue in ("phương hướng", "mục tiêu", "chỉ tiêu phấn đấu", "kế hoạch năm")
    )


def _figure(draft: Draft, span: tuple[int, int], text: NormalText, order: dict[int, int]) -> Figure:
    start, end = text.source_span(*span)
    token = draft.token
    assert token.minimum is not None
    assert token.maximum is not None
    return Figure(
        start=start,
        end=end,
        as_written=text.source[start:end],
        value_min=token.minimum,
        value_max=token.maximum,
        qualifier=draft.qualifier,  # type: ignore[arg-type]
        indicator=draft.indicator,
        indicator_position=draft.position,  # type: ignore[arg-type]
        level=draft.level,
        unit=draft.unit,
        period=draft.period,
        period_source=draft.period_source,  # type: ignore[arg-type]
        kind=draft.kind,  # type: ignore[arg-type]
        direction=draft.direction,  # type: ignore[arg-type]
        base=draft.base,
        denominator=token.denominator,
        parent=order.get(id(draft.parent)) if draft.parent else None,
        ref=order.get(id(draft.ref)) if draft.ref else None,
        rule=draft.rule,
        confidence=confidence(draft),
    )
