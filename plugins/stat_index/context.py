"""What is known of an article beside its body."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from stat_index.corrections import Correction, CorrectionEntry
from stat_index.html.locate import column_of, figure_column
from stat_index.model import Observation
from stat_index.registry import short_hash
from vntext.values import quickly_made

_LENGTH = 8


@quickly_made
@dataclass(frozen=True, slots=True)
class ArticleContext:
    """What is known of an article beside its body."""

    id: str
    """Permanent id of the article."""
    title: str = ""
    summary: str = ""
    date: datetime.date | None = None
    organisation: str | None = None
    """Id, name or alias of the organisation whose figures these are, as the article's head says."""
    default_organisation: str = ""
    """Whose they are where the head does not say; a setting, so no part of the fingerprint."""
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
    organisation_line: int = 1
    show_questions: bool = False
    """In preview: figures that the editor is asked about are marked in the text."""

    @property
    def owner(self) -> str:
        """Id, name or alias of the organisation whose figures these are; empty for none known."""
        return self.organisation or self.default_organisation

    def column(self, line: int, words: str) -> int:
        """1-based column of `words` in a line of the file; 1 where they are not found."""
        return column_of(words, self.body, line - self.body_line)

    def figure_column(self, observation: Observation) -> int:
        """1-based column, in its line of the file, of a figure's number."""
        return figure_column(observation, self.body, observation.line - self.body_line)


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
    return short_hash("\x1f".join(said), _LENGTH)
