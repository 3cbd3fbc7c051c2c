"""The way of one article: HTML in, annotated HTML and observations out."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from figures import PUBLISH, Block, Context, Figure, Refusal
from findings import Finding
from stat_index.annotate import Place, annotate
from stat_index.blocks import Document, read_document
from stat_index.corrections import Correction, CorrectionEntry, correction_of
from stat_index.judgement import (
    doubt_contradictions,
    judge,
    table_totals,
    total_finding,
    unknown_indicators,
)
from stat_index.locate import Locator
from stat_index.marked import Found, Marked, read_marked
from stat_index.model import Observation
from stat_index.periods import parse_period
from stat_index.references import find_figure
from stat_index.registry import Registry, normal_phrase, short_hash
from stat_index.sentences import sentence_spans
from stat_index.series import indicator_of, series_key, series_slug

_ID_LENGTH = 8


@dataclass(frozen=True, slots=True)
class ArticleContext:
    """What is known of an article beside its body."""

    id: str
    """Permanent id of the article."""
    title: str = ""
    summary: str = ""
    date: datetime.date | None = None
    organisation: str | None = None
    """Id, name or alias of the organisation whose figures these are."""
    period: str | None = None
    """Of the whole article, from its front matter."""
    corrections: Sequence[Correction | CorrectionEntry] = ()
    prefer: Sequence[str] = ()
    """Figures (`52 lớp`, or ids) to be shown where articles disagree."""
    path: str = ""
    """Of the source file, as findings name it."""
    body: str = ""
    """The Markdown, to find lines in."""
    body_line: int = 1
    """1-based line of the file in which the body begins."""
    prefer_line: int = 1
    show_questions: bool = False
    """In preview: figures that the editor is asked about are marked in the text."""


@dataclass(frozen=True, slots=True)
class ArticleFigures:
    """An article's figures."""

    html: str
    """Annotated; the same as came in when there is nothing to annotate."""
    observations: tuple[Observation, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    """Offsets are of their own block."""
    findings: tuple[Finding, ...] = field(default=())
    fingerprint: str = ""
    """Of what the editor wrote; rules and registry have no part in it (for the ledger)."""


def read(html: str, context: ArticleContext, registry: Registry) -> ArticleFigures:
    """The figures of an article's body `html`, and the body with each of them annotated."""
    document = read_document(html)
    owner = registry.organisation(context.organisation)
    known = Context(context.date, context.title or None, owner.name, context.period)
    marked = read_marked(document, known)
    locator = Locator(context.body, context.body_line)
    observations = _observations(document, marked, context, registry, locator)
    observations = doubt_contradictions(observations)
    observations, misfits = _with_front_matter(observations, context)
    findings = [
        _error(context, locator.mark(misfit.raw), f"dấu {misfit.raw}: {misfit.problem}", "")
        for misfit in marked.misfits
    ]
    findings += misfits
    findings += unknown_indicators(observations, context.path, registry)
    findings += [judge(o, context.path) for o in observations if not o.published]
    said = {id(item): o for item, o in zip(marked.found, observations, strict=True)}
    findings += [
        total_finding(said[id(item)], added, context.path)
        for item, added in table_totals(marked, document)
    ]
    _annotate_all(document, marked.found, observations, context)
    touched = marked.found or document.fences or any(block.marks for block in document.blocks)
    return ArticleFigures(
        document.html() if touched else html,
        tuple(observations),
        tuple(refusal for refusals in marked.refusals for refusal in refusals),
        tuple(findings),
        fingerprint(context),
    )


def fingerprint(context: ArticleContext) -> str:
    """Changes when an editor changes the article's words or what its figures hang on."""
    day = context.date.isoformat() if context.date else ""
    said = (
        context.title,
        day,
        context.organisation or "",
        context.period or "",
        *context.prefer,
        context.body,
    )
    return short_hash("\x1f".join(said), _ID_LENGTH)


def _observations(
    document: Document,
    marked: Marked,
    context: ArticleContext,
    registry: Registry,
    locator: Locator,
) -> list[Observation]:
    """One observation a figure, in reading order."""
    ids = _ids(marked.found, context.id)
    spans: dict[int, list[tuple[int, int]]] = {}
    made = []
    for item in marked.found:
        block = document.blocks[item.block].block
        if item.block not in spans:
            spans[item.block] = sentence_spans(block.text)
        sentence = _sentence(item.figure, block.text, spans[item.block])
        if block.kind == "table_cell":
            sentence = _with_headers(block, *sentence)
        line = locator.number(item.figure.as_written)
        made.append(_observation(item, ids, sentence, line, context, registry))
    return made


def _ids(found: Sequence[Found], article: str) -> dict[int, str]:
    """The permanent id of each figure, from what it says and not from where it stands."""
    seen: Counter[str] = Counter()
    ids = {}
    for item in found:
        figure = item.figure
        said = (
            article,
            item.organisation,
            normal_phrase(figure.indicator),
            normal_phrase(figure.level or ""),
            normal_phrase(figure.unit or ""),
            figure.kind,
            figure.period or "",
        )
        base = "sl-" + short_hash("\x1f".join(said), _ID_LENGTH)
        seen[base] += 1
        ids[id(item)] = base if seen[base] == 1 else f"{base}-{seen[base]}"
    return ids


def _sentence(figure: Figure, text: str, spans: Sequence[tuple[int, int]]) -> tuple[str, int, int]:
    """The sentence around a figure with single spaces, and the number's span in it."""
    start, end = next(((s, e) for s, e in spans if s <= figure.start < e), (0, len(text)))
    end = max(end, figure.end)
    before = " ".join(text[start : figure.start].split())
    number = " ".join(text[figure.start : figure.end].split())
    after = " ".join(text[figure.end : end].split())
    left = f"{before} " if before and text[figure.start - 1].isspace() else before
    gap = " " if after and text[figure.end].isspace() else ""
    sentence = f"{left}{number}{gap}{after}".replace("\ufffc", "")
    begin = len(left.replace("\ufffc", ""))
    return sentence, begin, begin + len(number)


def _with_headers(block: Block, text: str, start: int, end: int) -> tuple[str, int, int]:
    """What a cell says is said by its headers too: `Lớp, 2023: 45`."""
    headers = [block.row_header or "", *block.column_headers]
    words = ", ".join(header for header in headers if header)
    lead = f"{words}: " if words else ""
    return lead + text, start + len(lead), end + len(lead)


def _observation(
    item: Found,
    ids: dict[int, str],
    sentence: tuple[str, int, int],
    line: int,
    context: ArticleContext,
    registry: Registry,
) -> Observation:
    figure = item.figure
    parent = item.parent.figure if item.parent else None
    organisation = registry.organisation(item.organisation or context.organisation)
    indicator = indicator_of(figure, parent, registry)
    period = parse_period(figure.period or "")
    # A figure without a period has no series; it is kept, as a question.
    placed = period or parse_period("0001")
    assert placed is not None
    key = series_key(figure, parent, indicator, organisation, placed, registry)
    in_range = (
        indicator.plausible is None
        or figure.kind in ("change", "ratio")
        or (
            indicator.plausible[0] <= figure.value_min
            and figure.value_max <= indicator.plausible[1]
        )
    )
    sure = item.marked or (figure.confidence >= PUBLISH and in_range)
    return Observation(
        id=ids[id(item)],
        article=context.id,
        organisation=organisation,
        indicator=indicator,
        series=key,
        slug=series_slug(key, indicator),
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
        question=_question(figure, period is not None, in_range, item.marked),
    )


def _question(figure: Figure, has_period: bool, in_range: bool, marked: bool) -> str:
    """Why a figure is not published; empty when it is."""
    if not has_period:
        return "không rõ kỳ nào"
    if marked:
        return ""
    if figure.confidence < PUBLISH:
        return "chưa chắc đã hiểu đúng"
    return "" if in_range else "nằm ngoài khoảng hợp lý của chỉ tiêu"


def _with_front_matter(
    observations: list[Observation], context: ArticleContext
) -> tuple[list[Observation], list[Finding]]:
    """Corrections and preferences of the front matter laid over the figures they name."""
    findings = []
    place = {observation.id: index for index, observation in enumerate(observations)}
    for entry in context.corrections:
        correction = correction_of(entry)
        if not correction.figure:
            continue
        found = find_figure(correction.figure, observations)
        if found is None:
            findings.append(_missing(context, correction.line, "Đính chính", correction.figure))
            continue
        index = place[found.id]
        observations[index] = replace(observations[index], correction=correction)
    for words in context.prefer:
        found = find_figure(words, observations)
        if found is None:
            findings.append(_missing(context, context.prefer_line, "Ưu tiên", words))
            continue
        index = place[found.id]
        observations[index] = replace(observations[index], preferred=True)
    return observations, findings


def _missing(context: ArticleContext, line: int, key: str, words: str) -> Finding:
    return _error(
        context,
        line,
        f"{key} nói tới “{words}” nhưng trong bài không có số liệu ấy",
        "viết con số và danh từ đúng như trong bài, ví dụ “52 lớp”",
    )


def _error(context: ArticleContext, line: int, message: str, mend: str) -> Finding:
    return Finding(context.path, line, 1, "figure-mark", message, mend)


def _annotate_all(
    document: Document,
    found: Sequence[Found],
    observations: Sequence[Observation],
    context: ArticleContext,
) -> None:
    """Writes the published figures (in preview the questions too) into the document."""
    by_block: dict[int, list[Place]] = {}
    for item, observation in zip(found, observations, strict=True):
        if observation.published or context.show_questions:
            place = Place(
                item.figure,
                observation.id,
                f"{observation.slug}/#{observation.id}" if observation.published else "",
                observation.correction is not None,
                observation.question,
            )
            by_block.setdefault(item.block, []).append(place)
    for number, places in by_block.items():
        block = document.blocks[number]
        sentences = [
            (start, end)
            for start, end in sentence_spans(block.block.text)
            if any(start <= place.figure.start < end for place in places)
        ]
        annotate(document, block, places, sentences)
