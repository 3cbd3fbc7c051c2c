"""The way of one article: HTML in, annotated HTML and observations out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from figures import Context, Refusal
from findings import Finding, Saying, in_english
from stat_index.context import ArticleContext, fingerprint
from stat_index.corrections import Correction, correction_of, newest_of
from stat_index.html.annotate import Place, annotate
from stat_index.html.blocks import Document, read_document
from stat_index.html.locate import Locator
from stat_index.html.tree import Text
from stat_index.marking.marked import Found, Marked, Misfit, read_marked
from stat_index.marking.references import find_figure
from stat_index.model import Observation
from stat_index.reading.bare_totals import UNNAMED, name_bare_totals
from stat_index.reading.judgement import (
    alike_names,
    doubt_contradictions,
    head_period,
    judge,
    table_totals,
    total_finding,
    unknown_indicators,
    unnamed_totals,
)
from stat_index.reading.lines import lines_of
from stat_index.reading.observing import observations_of
from stat_index.reading.period_sums import doubt_sums_of_periods
from stat_index.reading.rates_beside import name_rates
from stat_index.reading.sentences import sentence_spans
from stat_index.registry import Registry
from vntext.values import quickly_made

__all__ = ["ArticleContext", "ArticleFigures", "read"]


@quickly_made
@dataclass(frozen=True, slots=True)
class ArticleFigures:
    """An article's figures."""

    html: str
    """Annotated; the same as came in when there is nothing to annotate."""
    observations: tuple[Observation, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    """Offsets are of their own block."""
    findings: tuple[Finding, ...] = field(default=())
    context: ArticleContext | None = None
    """What they were read with; None where nothing was."""
    owner: str = ""
    """Id of the organisation whose they are where nothing else is said."""
    refusal_lines: tuple[int, ...] = ()
    """1-based lines of `refusals` in the source file."""

    @property
    def fingerprint(self) -> str:
        """Of what the editor wrote; rules and registry have no part in it (for the ledger)."""
        return fingerprint(self.context) if self.context else ""


def read(html: str, context: ArticleContext, registry: Registry) -> ArticleFigures:
    """The figures of an article's body `html`, and the body with each of them annotated."""
    document = read_document(html)
    owner = registry.organisation(context.owner)
    known = Context(context.date, context.title or None, owner.name, context.period)
    marked = read_marked(document, known, registry)
    locator = Locator(context.body, context.body_line)
    name_rates(marked.found, document)
    name_bare_totals(marked.found, document, registry)
    doubt_sums_of_periods(marked.found, document)
    crowd = _crowd(marked)
    if crowd:
        return ArticleFigures(html, findings=(_crowded(context, crowd, locator),))
    lines = lines_of(marked, document, locator)
    observations = observations_of(document, marked, context, registry, lines.figures)
    observations = doubt_contradictions(observations)
    observations, misfits = _with_front_matter(observations, context)
    findings = [_misfit(misfit, context, locator) for misfit in marked.misfits]
    findings += misfits
    findings += alike_names(observations, context, registry)
    findings += unknown_indicators(observations, context, registry)
    asked = list(zip(marked.found, observations, strict=True))
    findings += [judge(o, context) for item, o in asked if _is_asked_alone(item, o)]
    findings += head_period(asked, context)
    findings += unnamed_totals(asked, context)
    said = {id(item): o for item, o in asked}
    findings += [
        total_finding(said[id(item)], added, context)
        for item, added in table_totals(marked, document)
    ]
    written = _annotate_all(document, marked.found, observations, context)
    touched = marked.found or document.fences or any(block.marks for block in document.blocks)
    annotated = document.html(written) if touched else html
    document.root.let_go()
    return ArticleFigures(
        annotated,
        tuple(observations),
        tuple(refusal for refusals in marked.refusals for refusal in refusals),
        tuple(findings),
        context,
        owner.id,
        lines.refusals,
    )


def _is_asked_alone(item: Found, observation: Observation) -> bool:
    """Whether a figure is not published and no question about several tells of it."""
    return not (observation.published or item.said or item.doubt == UNNAMED)


def _crowd(marked: Marked) -> list[Found]:
    """The figures of a paragraph, item or cell that has more than anybody would write or read."""
    by_block: dict[int, list[Found]] = {}
    for item in marked.found:
        by_block.setdefault(item.block, []).append(item)
    return next((items for items in by_block.values() if len(items) > _MOST), [])


def _crowded(context: ArticleContext, crowd: Sequence[Found], locator: Locator) -> Finding:
    message = Saying(f"Một đoạn có {len(crowd)} số liệu", f"One paragraph has {len(crowd)} figures")
    mend = Saying(
        f"chia đoạn để mỗi đoạn không quá {_MOST} số, hoặc đưa số vào bảng",
        f"cut it, so that none has more than {_MOST}, or put them into a table",
    )
    line = locator.number(crowd[0].figure.as_written)
    return Finding(context.path, line, 1, "figure-crowd", message, mend)


def _with_front_matter(
    observations: list[Observation], context: ArticleContext
) -> tuple[list[Observation], list[Finding]]:
    """Corrections and preferences of the front matter laid over the figures they name."""
    findings = []
    place = {observation.id: index for index, observation in enumerate(observations)}
    corrected: dict[int, list[Correction]] = defaultdict(list)
    for entry in context.corrections:
        correction = correction_of(entry)
        if not correction.figure:
            continue
        found = find_figure(correction.figure, observations)
        if found is None:
            findings.append(_missing(context, correction.line, _CORRECTION, correction.figure))
            continue
        corrected[place[found.id]].append(correction)
    for index, every in corrected.items():
        observations[index] = replace(observations[index], correction=newest_of(every))
    for words in context.prefer:
        found = find_figure(words, observations)
        if found is None:
            findings.append(_missing(context, context.prefer_line, _PREFERENCE, words))
            continue
        index = place[found.id]
        observations[index] = replace(observations[index], preferred=True)
    return observations, findings


#: Figures in one paragraph: each keeps its sentence, and the text is cut at each.
_MOST = 500
_CORRECTION = Saying("Đính chính", "Corrections")
_PREFERENCE = Saying("Ưu tiên", "Prefer")
_REWRITE = Saying("viết lại dấu này, hoặc bỏ", "write the mark anew, or remove it")


def _misfit(misfit: Misfit, context: ArticleContext, locator: Locator) -> Finding:
    line = locator.mark(misfit.raw)
    message = Saying(
        f"dấu {misfit.raw}: {misfit.problem}",
        f"the mark {misfit.raw}: {in_english(misfit.problem)}",
    )
    return _error(context, line, message, _REWRITE, context.column(line, misfit.raw))


def _missing(context: ArticleContext, line: int, key: Saying, words: str) -> Finding:
    message = Saying(
        f"{key} nói tới “{words}” nhưng trong bài không có số liệu ấy",
        f"{key.english} speaks of “{words}”, but the article has no such figure",
    )
    mend = Saying(
        "viết con số và danh từ đúng như trong bài, ví dụ “52 lớp”",
        "write number and noun as the article has them, for example “52 lớp”",
    )
    return _error(context, line, message, mend)


def _error(
    context: ArticleContext, line: int, message: Saying, mend: Saying, column: int = 1
) -> Finding:
    return Finding(context.path, line, column, "figure-mark", message, mend)


def _annotate_all(
    document: Document,
    found: Sequence[Found],
    observations: Sequence[Observation],
    context: ArticleContext,
) -> list[Text] | None:
    """Writes the published figures (in preview the questions too) into the document.

    Gives the texts that they were written into; None where there are new elements.
    """
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
    written: list[Text] = []
    whole = True
    for number, places in sorted(by_block.items()):
        block = document.blocks[number]
        sentences = [
            (start, end)
            for start, end in sentence_spans(block.block.text)
            if any(start <= place.figure.start < end for place in places)
        ]
        text = annotate(block, places, sentences)
        if text is None:
            whole = False
        else:
            written.append(text)
    return written if whole else None
