"""What `/dinh-chinh/` shows."""

from __future__ import annotations

from dataclasses import dataclass

from stat_index.book import CorrectionNote, Index, TextCorrection
from stat_index.model import period_of
from stat_index.pages.series_page import shown_day
from stat_index.values import observation_text


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """One entry; `value` is empty where words were corrected, not a figure."""

    date: str
    date_shown: str
    title: str
    address: str
    """Of the article, at the figure where there is one."""
    reason: str
    text: str = ""
    name: str = ""
    period: str = ""
    old: str = ""
    value: str = ""
    row: str = ""
    """Address of the figure's row."""
    demonstration: bool = False


def corrections_page(index: Index) -> dict[str, object]:
    """The values of `so_lieu/corrections.html`, the newest entry first."""
    entries = [_figure(note) for note in index.corrections]
    entries += [_text(note) for note in index.text_corrections]
    entries.sort(key=lambda entry: (entry.date, entry.title), reverse=True)
    return {"entries": entries}


def _figure(note: CorrectionNote) -> CorrectionView:
    observation = note.statement.observation
    period = period_of(observation)
    return CorrectionView(
        note.date,
        shown_day(note.date),
        note.statement.source.title,
        note.statement.address,
        note.correction.reason.rstrip("."),
        name=f"{note.series.name} – {note.series.organisation.short}",
        period=period.label if period else "",
        old=note.correction.old,
        value=observation_text(observation, with_unit=True),
        row=f"{note.series.address}#{observation.id}",
        demonstration=note.series.organisation.demonstration,
    )


def _text(note: TextCorrection) -> CorrectionView:
    return CorrectionView(
        note.date,
        shown_day(note.date),
        note.source.title,
        note.source.address,
        note.correction.reason.rstrip("."),
        text=note.correction.text or "Sửa nội dung bài.",
    )
