"""Reads the blocks of one document in order, remembering periods, totals and targets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, partial
from itertools import accumulate
from operator import attrgetter, itemgetter

from figures.confidence import confidence
from figures.draft import Draft
from figures.drafts import SentenceReader, widen_parts
from figures.layout import Piece, pieces
from figures.model import Block, Context, Figure, Reading, Refusal
from figures.periods import meanings, period_places
from figures.periods.memory import Memory
from figures.periods.period_tokens import sentence_line
from figures.periods.place import Place
from figures.refusing.contents import contents
from figures.refusing.evidence import AROUND, NO_REPORT, evidence
from figures.refusing.exercises import exercises
from figures.refusing.instructions import NO_MOOD, Mood
from figures.refusing.norm_columns import NORMS, in_tables_of_norms
from figures.refusing.refuse import refuse_alone, refuse_clauses
from figures.refusing.support import Heard, long_ago_going_on, tales_going_on, weak
from figures.relations import dating, kinds, parents
from figures.relations.deeds import mark_deeds
from figures.relations.later_parts import link_over
from figures.relations.pairing import pair
from figures.relations.prize_levels import level_prizes
from figures.tables import cell_periods, cells_of_prose
from figures.tables.cell_bases import base_of
from figures.tables.cells import read_cell
from figures.tables.columns import is_planned
from figures.tables.led_items import named_by_lead, named_by_sentence
from figures.tables.list_wholes import Item, link_items
from figures.tables.told_cells import ToldCells
from figures.text.line import Line
from figures.text.scanner import lone_number
from figures.text.separators import parts_thousands_with_commas, with_dots
from figures.text.telling import NUMBERED, READ, each_tells, names_period, tells
from figures.told import Stretch, Told, lists_aims
from vntext.sentences import sentences
from vntext.unicode import NormalText, nfc, normal_text

_REMEMBERED = 24
"""How many figures back a total or an antecedent may lie."""
_OPENS_PARTS = frozenset(
    {"trong đó", "trong số đó", "trong đó có", "trong số này", "bao gồm", "gồm"}
)
"""With these a paragraph goes on with what the one before summed up."""
_ENDS = frozenset({".", ":", ";", "!", "?"})
_NOTHING = Reading((), ())


_SO_FAR = "từ đầu năm đến nay"
"""Where this is told, what the year's plan is measured by is told of the year."""


class DocumentReader:
    """One run over one document."""

    def __init__(self, blocks: Sequence[Block], context: Context) -> None:
        self.blocks = blocks
        self.context = context
        self.memory = Memory(context.date)
        self.lows = [_lower(nfc(block.text)) for block in blocks]
        self.whole = "\n".join(self.lows)
        """The whole text in lower case."""
        self.memory.document = self.whole
        self.memory.headed = _lower(nfc(f"{context.lead or ''}\n{context.institution or ''}"))
        self.aims = context.lead if lists_aims(context.lead) else None
        """The title, if it says that nothing but aims are told."""
        self.said = each_tells(self.lows)
        """What each block may hold."""
        self.numbered = [index for index, said in enumerate(self.said) if said & NUMBERED]
        """The blocks in which a number may stand."""
        self.english = False
        """Whether commas part the thousands."""
        self.contents: frozenset[tuple[int, int, int]] = frozenset()
        """The lines of tables of contents."""
        self.exercises: frozenset[int] = frozenset()
        """The blocks with numbers that belong to exercises."""
        self.texts: dict[int, NormalText] = {}
        """The texts of the blocks that were looked at, their numbers written the Vietnamese way."""
        self.found: list[list[tuple[Draft, tuple[int, int]]]] = [[] for _ in blocks]
        self.refused: list[list[Refusal]] = [[] for _ in blocks]
        self.cells = ToldCells()
        self.items: list[Item] = []
        """The pieces in order, with their marks, empty for those that are no items of a list."""
        self.tabled: list[tuple[int | None, Heard]] = []
        """The cells that hold a figure, each with its table."""
        self.norms: Counter[int | None] = Counter()
        """How many numbers of each table are norms or sizes."""
        self.heard: list[Heard] = []
        """The sentences that were looked at, in order."""
        self.last_told: list[Draft] = []
        """The last figures of the paragraph or list item before."""
        self.told: dict[int, Told] = {}
        """All that a block told, by its number."""

    def read(self) -> list[Reading]:
        """One reading for each block."""
        if not self.numbered:
            return [_NOTHING for _ in self.blocks]
        self._look_at_whole()
        self.memory.tell_later(partial(_tell_lead, self.context.lead or ""))
        # What stands behind the last number tells nothing of any.
        for index in range(self.numbered[-1] + 1):
            self._block(index)
        self.cells.link()
        link_items(self.items)
        self._weigh_words()
        self._date_title()
        for cell in in_tables_of_norms(self.tabled, self.norms):
            self._withdraw(cell, "norm")
        for goes_on in (tales_going_on, long_ago_going_on):
            for sentence in goes_on(self.heard):
                self._withdraw(sentence, "rule")
        return self._readings()

    def _look_at_whole(self) -> None:
        """Finds what only the whole text shows, once it has a number."""
        texts = [nfc(self.blocks[index].text) for index in self.numbered]
        self.english = parts_thousands_with_commas(texts)
        if self.english:
            self.lows = list(map(with_dots, self.lows))
            self.whole = "\n".join(self.lows)
        self.contents = contents(self.lows, self.numbered, self.whole)
        self.exercises = exercises(self.lows, self.numbered)

    def _block(self, index: int) -> None:
        block, low, said = self.blocks[index], self.lows[index], self.said[index]
        if not (said & READ or ":" in low or block.kind == "table_cell"):
            return
        text = self._text(index)
        by_piece: dict[int, Told] = {}
        drafts: list[Draft] = []
        heading = block.heading or self.aims
        told = Told(heading)
        for piece in pieces(block, index, text):
            lead = self.told.get(-1 if block.lead_in is None else block.lead_in)
            if piece.lead is not None:
                lead = by_piece[id(piece.lead)]
            told = _next_told(told, Told(heading, lead), piece)
            if piece.start or piece.end < len(low):
                said = tells(low, piece.start, piece.end)
            whole = Stretch(text, low, piece.start, piece.end, said)
            self._piece(piece, whole, told)
            by_piece[id(piece)] = told
            self.last_told = told.drafts[-_REMEMBERED:]
            mark = piece.mark or (f"li{block.lead_in}" if block.kind == "list_item" else "")
            self.items.append(Item(mark, told.drafts, text[piece.start : piece.end]))
            if piece.block.kind == "heading" or (told.drafts and piece.block.kind != "table_cell"):
                self.cells.introduce(self.last_told)
            drafts += told.drafts
        told.drafts = drafts
        self.told[index] = told

    def _text(self, index: int) -> str:
        """The text of a block as it is read."""
        text = normal_text(self.blocks[index].text)
        if self.english:
            text = replace(text, text=with_dots(text.text))
        self.texts[index] = text
        return text.text

    def _piece(self, piece: Piece, whole: Stretch, told: Told) -> None:
        if piece.block.kind == "table_cell":
            told.drafts += self._cell(piece, whole) if whole.numbered else []
        elif not whole.numbered:
            told.rest = told.unread = told.whole = whole
            self.memory.tell_later(whole.tell_periods)
        else:
            told.whole = whole
            if told.lead is not None:
                whole = named_by_lead(whole, told.lead)
            for sentence in whole.sentences():
                if sentence.numbered:
                    self._sentence(piece, named_by_sentence(sentence, whole), told)
                else:
                    told.rest = sentence
                    self.memory.tell_later(sentence.tell_periods)

    def _sentence(self, piece: Piece, sentence: Stretch, told: Told) -> None:
        line = sentence.line()
        ahead, told.rest = told.begins_ahead(), None
        places = period_places.places(line, self.memory)
        if not ahead and kinds.lists_aims(line):
            times = (place.stated.period for place in places)
            ahead = self.memory.future is not None or any(map(self.memory.is_to_come, times))
        ahead = ahead or kinds.decides_aims(line)
        if not line.numbers:
            _remember(places, self.memory)
            told.ahead = kinds.mark_targets(line, [], ahead=ahead)
            self._record(line, piece.index)
            self.heard.append(Heard(line, [], piece.index, NO_MOOD))
            return
        lead = told.lead.drafts if told.lead else []
        if not lead and not told.drafts and line.tokens[0].low in _OPENS_PARTS:
            lead = self.last_told
        earlier = [*lead, *told.drafts[-_REMEMBERED:]][-_REMEMBERED:] if told.drafts else lead
        ahead = ahead or kinds.aims_on(line, earlier)
        told.mood = refuse_clauses(line, told.begins_in_mood())
        if piece.index in self.exercises:
            for at in line.numbers:
                line.tokens[at].reason = line.tokens[at].reason or "rule"
        if self.contents:
            self._refuse_contents(line, piece.index)
        drafts = SentenceReader(line, earlier, item=piece.block.kind == "list_item").read()
        pair(line, drafts)
        self._record(line, piece.index)
        told.ahead = kinds.mark_targets(line, drafts, ahead=ahead)
        listed = bool(told.lead and lead) and not told.drafts
        parents.link_parts(line, drafts, earlier, listed=listed)
        if not earlier:
            link_over(line, drafts, self.last_told)
        widen_parts(line, drafts)
        dating.assign(line, drafts, places, self.memory, earlier[-1] if earlier else None)
        parents.part_other_years(drafts)
        mark_deeds(line, drafts)
        level_prizes(line, drafts)
        self._finish(drafts, line, piece)
        told.drafts += drafts
        self.heard.append(Heard(line, drafts, piece.index, told.mood))

    def _date_title(self) -> None:
        """Gives figures of a title that names no time the period of the text that tells them again."""
        title = self.heard[0] if self.heard else None
        if title is None or title.line.start(0) or title.line.tokens[-1].low in _ENDS:
            return
        for draft in title.drafts:
            if draft.period_source == "article_date":
                again = next(
                    (d for h in self.heard[1:] for d in h.drafts if _repeats(draft, d)), None
                )
                if again is not None and again.period_source != "none":
                    draft.period, draft.period_source = again.period, "carried"

    def around(self, sentence: Heard) -> str:
        """In lower case what stands around a sentence: the title and the text near by."""
        line, (lead, page, starts) = sentence.line, self._page
        block = starts[sentence.index]
        start, end = block + line.place(0)[0], block + line.place(len(line.tokens) - 1)[1]
        return "\n".join((lead, page[max(0, start - AROUND) : start], page[end : end + AROUND]))

    @cached_property
    def _page(self) -> tuple[str, str, list[int]]:
        """In lower case the title and the whole text, and where each block begins in it."""
        lead = _lower(normal_text(self.context.lead or "").text)
        starts = accumulate((len(low) + 1 for low in self.lows), initial=0)
        return lead, self.whole, list(starts)

    def _weigh_words(self) -> None:
        """Refuses the weak sentences whose words, and those near by, are none of a report."""
        for sentence, besides in list(weak(self.heard)):
            line = sentence.line
            own = line.source(0, len(line.tokens)).lower()
            said = evidence(own, partial(self.around, sentence), besides)
            if said.against > NO_REPORT:
                self._withdraw(sentence, "no_report", said.signs)

    def _withdraw(self, sentence: Heard, reason: str, signs: tuple[str, ...] = ()) -> None:
        """Refuses the figures of a sentence for what stands around it."""
        gone = set(map(id, sentence.drafts))
        found = self.found[sentence.index]
        found[:] = [entry for entry in found if id(entry[0]) not in gone]
        for draft in sentence.drafts:
            draft.token.reason = reason
            self._refusal(sentence.line, draft.at, sentence.index, reason, signs)

    def _refuse_contents(self, line: Line, index: int) -> None:
        """Refuses sections and pages of a table of contents."""
        for at in line.numbers:
            place = line.place(at)[0]
            if any(index == block and start <= place < end for block, start, end in self.contents):
                line.tokens[at].reason = "numbered"

    def _cell(self, piece: Piece, whole: Stretch) -> list[Draft]:
        table = piece.block.table
        line = lone_number(whole.text, whole.low, whole.start, whole.end)
        if line is not None:
            refuse_alone(line)
        else:
            line = whole.line()
            refuse_clauses(line)
        drafts = read_cell(piece.block, line, self.memory)
        if not drafts and cells_of_prose.is_prose(line, piece.block):
            return self._prose(piece, whole, line)
        self._record(line, piece.index)
        if not drafts:
            self.norms[table] += any(line.tokens[at].reason in NORMS for at in line.numbers)
            return []
        self.cells.follow(piece.block, drafts[0])
        self._finish(drafts, line, piece)
        self.cells.keep(piece.block, drafts, value=True)
        self.tabled.append((table, Heard(line, drafts, piece.index, NO_MOOD)))
        return drafts

    def _prose(self, piece: Piece, whole: Stretch, line: Line) -> list[Draft]:
        """The figures of a cell that tells them in words, read like an item of a list after its label."""
        block, told = piece.block, Told(piece.block.heading)
        beside = list(self.cells.values_beside(block)) if cells_of_prose.is_note(block) else []
        told.drafts += beside
        if is_planned(block):
            told.lead = Told(ahead=True)
        document, self.memory = self.memory, self.memory.aside()
        for sentence in cells_of_prose.labelled(block, whole, line).sentences():
            if sentence.numbered:
                self._sentence(piece, sentence, told)
        self.memory = document
        drafts = told.drafts[len(beside) :]
        for draft in drafts:
            cell_periods.date(draft, block, self.memory)
            cells_of_prose.name_whole(draft, block)
        self.cells.keep(block, drafts, value=False)
        return drafts

    def _record(self, line: Line, index: int) -> None:
        """Keeps the refusals of one sentence, once all rules had their say."""
        tokens = line.tokens
        for at in line.numbers:
            if tokens[at].reason:
                self._refusal(line, at, index, tokens[at].reason)
        for at in line.codes:
            self._refusal(line, at, index, tokens[at].form)
        for at in line.periods:
            if any(map(str.isdigit, tokens[at].low)):
                self._refusal(line, at, index, "period")

    def _refusal(
        self, line: Line, at: int, index: int, reason: str, signs: tuple[str, ...] = ()
    ) -> None:
        text = self.texts[index]
        start, end = text.source_span(*line.place(at))
        self.refused[index].append(Refusal(start, end, text.source[start:end], reason, signs))

    def _finish(self, drafts: list[Draft], line: Line, piece: Piece) -> None:
        block = piece.block
        found = self.found[piece.index]
        override = block.period or self.context.period
        based = [d.base for d in drafts if d.base and d.period_default]
        year_to_date = based and any(map(_plans_year, based)) and _SO_FAR not in self.whole
        for draft in drafts:
            kinds.settle(draft)
            if draft.rule == "cell" and draft.kind in ("ratio", "change") and not draft.base:
                draft.base = base_of(block)
            if year_to_date and draft.period_default:
                draft.period = meanings.to_date(self.memory) or draft.period
            if block.kind_override:
                draft.kind = block.kind_override
            if override:
                draft.period, draft.period_source = override, "stated"
            found.append((draft, line.place(draft.at)))

    def _readings(self) -> list[Reading]:
        order: dict[int, int] = {}
        for found in filter(None, self.found):
            found.sort(key=_SPAN)
            for draft, _ in found:
                order[id(draft)] = len(order)
        return [
            _reading(found, refused, self.texts[index], order) if found or refused else _NOTHING
            for index, (found, refused) in enumerate(zip(self.found, self.refused, strict=True))
        ]


_START, _SPAN = attrgetter("start"), itemgetter(1)


def _reading(
    found: list[tuple[Draft, tuple[int, int]]],
    refused: list[Refusal],
    text: NormalText,
    order: dict[int, int],
) -> Reading:
    return Reading(
        tuple([_figure(draft, span, text, order) for draft, span in found]),
        tuple(sorted(refused, key=_START)),
    )


def _repeats(title: Draft, draft: Draft) -> bool:
    """Whether a figure of the text is the one that its title tells."""
    same = title.token.minimum == draft.token.minimum and title.unit == draft.unit
    return same and draft.kind == title.kind and not draft.period_default


def _tell_lead(lead: str, memory: Memory) -> None:
    """Remembers the periods of what stands above the document."""
    lead = normal_text(lead).text
    low = _lower(lead)
    for start, end in sentences(lead):
        timed = memory.date is None or low.find("tháng", start, end) >= 0
        if names_period(low, start, end) or (timed and tells(low, start, end) & NUMBERED):
            line = sentence_line(lead, low, start, end)
            _remember(period_places.places(line, memory), memory)
    if "triển khai" in low or "phương hướng" in low:
        memory.look_back()


def _remember(places: list[Place], memory: Memory) -> None:
    for place in places:
        if not place.compared:
            memory.remember(place.stated, ahead=place.ahead or place.of_name)


def _next_told(before: Told, told: Told, piece: Piece) -> Told:
    """`told`, with the mood of the item before it in the same list."""
    if piece.block.kind == "list_item" and before.lead is told.lead and before.mood.normative:
        told.mood = Mood(normative=True)
    return told


def _plans_year(base: str) -> bool:
    """Whether a rate is of the plan of a year."""
    low = base.lower()
    planned = low.startswith(("kế hoạch", "chỉ tiêu", "dự toán"))
    return planned and low.split()[-1] == "năm"


def _lower(text: str) -> str:
    """`text` in lower case with every offset kept."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def _figure(draft: Draft, span: tuple[int, int], text: NormalText, order: dict[int, int]) -> Figure:
    start, end = text.source_span(*span)
    token = draft.token
    assert token.minimum is not None
    assert token.maximum is not None
    return Figure(
        start,
        end,
        text.source[start:end],
        token.minimum,
        token.maximum,
        draft.qualifier,  # type: ignore[arg-type]
        draft.indicator,
        draft.position,  # type: ignore[arg-type]
        draft.level,
        draft.unit,
        draft.period,
        draft.period_source,  # type: ignore[arg-type]
        draft.kind,  # type: ignore[arg-type]
        draft.direction,  # type: ignore[arg-type]
        draft.base,
        token.denominator,
        order.get(id(draft.parent)) if draft.parent else None,
        order.get(id(draft.ref)) if draft.ref else None,
        draft.rule,
        confidence(draft),
        draft.deed,
        draft.unit_of_noun,
    )
