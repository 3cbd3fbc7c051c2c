"""Figures, as the engine and the editor see them → the observations of an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from figures import PUBLISH, Block, Figure
from findings import Saying
from stat_index.context import ArticleContext
from stat_index.html.blocks import Document
from stat_index.marking.marked import Found, Marked
from stat_index.model import Observation, Organisation
from stat_index.periods import Period, parse_period
from stat_index.reading.deed_names import lasting_name, named_by_deed
from stat_index.reading.sentences import sentence_spans
from stat_index.registry import Registry, normal_phrase, short_hash
from stat_index.series import series_of
from vntext.values import changed

_ID_LENGTH = 8


def observations_of(
    document: Document,
    marked: Marked,
    context: ArticleContext,
    registry: Registry,
    lines: Sequence[int],
) -> list[Observation]:
    """One observation a figure, in reading order; `lines` are theirs in the source."""
    ids = _ids(marked.found, context.id, registry)
    for item in marked.found:
        item.figure = named_by_deed(item.figure, registry)
    own = registry.organisation(context.owner)
    parted = _parted_rows(document, marked)
    made = []
    for item, line in zip(marked.found, lines, strict=True):
        block = document.blocks[item.block].block
        sentence = _sentence(item.figure, block.text, sentence_spans(block.text))
        if block.kind == "table_cell":
            sentence = _with_headers(block, *sentence)
        owner = _owner(item, own, registry)
        whole = item.parent if item.figure.kind == "breakdown" else None
        if item.figure.kind in _BESIDE_PARTS:
            whole = parted.get(_named(item, block))
        if whole is not None and whole.doubt:
            # Nothing is called a part of what nobody names.
            whole = None
        made.append(_observation(item, whole, ids, sentence, line, context.id, owner, registry))
    return made


_BESIDE_PARTS = frozenset({"target", "change", "ratio"})
"""What rows tell of their part; a result of the same name counts something else."""
_Named = tuple[int | None, int, str]
"""A row of a table and what a figure in it is called."""


def _parted_rows(document: Document, marked: Marked) -> dict[_Named, Found]:
    """What the parts in rows of tables are parts of: so are their plans and shares beside them."""
    return {
        _named(item, block): item.parent
        for item in marked.found
        if item.figure.kind == "breakdown" and item.parent
        if (block := document.blocks[item.block].block).table is not None
    }


def _named(item: Found, block: Block) -> _Named:
    return block.table, block.row, normal_phrase(item.figure.indicator)


def _owner(item: Found, own: Organisation, registry: Registry) -> Organisation:
    """Whose a figure is: as a mark, its row or else the article says."""
    if item.organisation:
        return registry.organisation(item.organisation)
    return registry.in_row(item.row, own) if item.row else own


def _ids(found: Sequence[Found], article: str, registry: Registry) -> dict[int, str]:
    """The permanent id of each figure, from what it says and not from where it stands."""
    seen: Counter[str] = Counter()
    ids = {}
    for item in found:
        figure = item.figure
        unit = None if figure.unit_of_noun else figure.unit
        named = changed(figure, indicator=item.called) if item.called else figure
        name = _name(lasting_name(named, registry), figure.level, unit)
        said = (article, item.organisation or item.row, name, figure.kind, figure.period or "")
        base = "sl-" + short_hash("\x1f".join(said), _ID_LENGTH)
        seen[base] += 1
        ids[id(item)] = base if seen[base] == 1 else f"{base}-{seen[base]}"
    return ids


@lru_cache(maxsize=4_096)
def _name(indicator: str, level: str | None, unit: str | None) -> str:
    """What is counted, as far as ids tell it apart."""
    return "\x1f".join(map(normal_phrase, (indicator, level or "", unit or "")))


def _sentence(figure: Figure, text: str, spans: Sequence[tuple[int, int]]) -> tuple[str, int, int]:
    """The sentence around a figure with single spaces, and the number's span in it."""
    for start, end in spans:
        if start <= figure.start < end:
            break
    else:
        start, end = 0, len(text)
    end = max(end, figure.end)
    if _is_tidy(text):
        return text[start:end], figure.start - start, figure.end - start
    before = " ".join(text[start : figure.start].split())
    number = " ".join(text[figure.start : figure.end].split())
    after = " ".join(text[figure.end : end].split())
    left = f"{before} " if before and text[figure.start - 1].isspace() else before
    gap = " " if after and text[figure.end].isspace() else ""
    sentence = f"{left}{number}{gap}{after}".replace("\ufffc", "")
    begin = len(left.replace("\ufffc", ""))
    return sentence, begin, begin + len(number)


@lru_cache(maxsize=64)
def _is_tidy(text: str) -> bool:
    """Whether a part of `text` that begins and ends with words says what it says as it stands."""
    return " ".join(text.split()) == text and "\ufffc" not in text


def _with_headers(block: Block, text: str, start: int, end: int) -> tuple[str, int, int]:
    """What a cell says is said by its headers too: `Lớp, 2023: 45`."""
    headers = [block.row_header or "", *block.column_headers]
    words = ", ".join(header for header in headers if header)
    lead = f"{words}: " if words else ""
    return lead + text, start + len(lead), end + len(lead)


def _observation(
    item: Found,
    whole: Found | None,
    ids: dict[int, str],
    sentence: tuple[str, int, int],
    line: int,
    article: str,
    organisation: Organisation,
    registry: Registry,
) -> Observation:
    figure = item.figure
    period = parse_period(figure.period or "")
    # A figure without a period has no series; it is kept, as a question.
    placed = period or parse_period("0001")
    assert placed is not None
    parent = whole.figure if whole else None
    indicator, key, slug = series_of(figure, parent, organisation, placed, registry)
    in_range = (
        indicator.plausible is None
        or figure.kind in ("change", "ratio")
        or (
            indicator.plausible[0] <= figure.value_min
            and figure.value_max <= indicator.plausible[1]
        )
    )
    sure = item.marked or (
        figure.confidence >= PUBLISH and in_range and not (item.said or item.doubt)
    )
    return Observation(
        id=ids[id(item)],
        article=article,
        organisation=organisation,
        indicator=indicator,
        series=key,
        slug=slug,
        value_min=figure.value_min,
        value_max=figure.value_max,
        qualifier=figure.qualifier,
        as_written=figure.as_written,
        phrase=figure.indicator,
        level=figure.level,
        unit=figure.unit,
        period=figure.period if period else None,
        period_source=figure.period_source,
        kind=figure.kind,
        direction=figure.direction,
        base=figure.base,
        denominator=figure.denominator,
        parent=ids.get(id(item.parent)) if item.parent else None,
        rule=figure.rule,
        confidence=figure.confidence,
        sentence=sentence[0],
        mark_start=sentence[1],
        mark_end=sentence[2],
        line=line,
        published=bool(sure and period),
        marked=item.marked,
        question=_question(item, period, in_range),
    )


_NO_PERIOD = Saying("không rõ kỳ nào", "of no clear period")
_UNSURE = Saying("chưa chắc đã hiểu đúng", "perhaps not understood rightly")
_IMPLAUSIBLE = Saying(
    "nằm ngoài khoảng hợp lý của chỉ tiêu", "outside the plausible range of its indicator"
)


def _question(item: Found, period: Period | None, in_range: bool) -> str:
    """Why a figure is not published; empty when it is."""
    if period is None:
        return _NO_PERIOD
    if item.marked:
        return ""
    if item.said:
        return Saying(
            f"câu, đề mục hoặc cột nêu kỳ {item.said.label}, phần đầu bài ghi"
            f" “Kỳ số liệu: {period.text}”",
            f"its sentence, heading or column names {item.said.text}, the head says"
            f" “Kỳ số liệu: {period.text}”",
        )
    if item.doubt:
        return item.doubt
    if item.figure.confidence < PUBLISH:
        return _UNSURE
    return "" if in_range else _IMPLAUSIBLE
