"""A source file after reading: all that later steps need of it, as plain values."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from desk.corrections import Correction
from figures.model import Refusal
from findings import Finding
from pictures.model import Picture, PublishedFile
from stat_index.model import Observation
from stat_index.pages.article_rows import ArticleRow
from vntext.values import quickly_made


@quickly_made
@dataclass(frozen=True, slots=True)
class Record:
    """One article or page, read and annotated."""

    path: str
    """Of the source, relative to the content folder, with forward slashes."""
    kind: str
    """`article` or `page`."""
    id: str
    """Permanent id: the editor's `Mã`, else derived from the path."""
    title: str
    date: datetime.datetime | None
    modified: datetime.datetime | None
    expires: datetime.datetime | None
    status: str
    slug: str
    summary: str
    """Plain text."""
    category: str
    tags: tuple[str, ...]
    authors: tuple[str, ...]
    image: Picture | None
    """The picture that stands for the article in lists."""
    image_alt: str
    show_image: bool
    """Whether the page opens with the picture: not when the body shows it."""
    image_credit: str
    place: str
    source: str
    organisation: str
    """Id in the registry of organisations, or the name as written."""
    aliases: tuple[str, ...]
    corrections: tuple[Correction, ...]
    html: str
    """Typeset body; links still hold `{filename}`, `{static}` and `{so-lieu}`."""
    text: str
    """The body as the editor wrote it, in NFC, for the copy that readers may save."""
    observations: tuple[Observation, ...]
    refusals: tuple[Refusal, ...]
    rows: tuple[ArticleRow, ...] = ()
    """What the page lists of its figures."""
    files: tuple[PublishedFile, ...] = ()
    """Pictures and attachments that the page needs."""
    findings: tuple[Finding, ...] = ()
    links: tuple[str, ...] = ()
    """Paths of the links in the body that lead to other sources."""
    places: tuple[str, ...] = ()
    """Links that lead to pages which the program makes; see `press.reader.places`."""
    series: tuple[str, ...] = ()
    """Slugs of the series that its published figures stand in."""
    figures: int = 0
    """How many figures are published."""
    figures_mark: str = ""
    """Differs whenever what readers see of them does; empty for none."""
    demonstration: bool = False
    """Whether some of them are invented."""
    index_mark: str = ""
    """Differs whenever anything does that the index shows of it beside its figures."""
    card_mark: str = ""
    """Differs whenever anything that lists show of it does."""
    mark: str = ""
    """Differs whenever anything in this record does."""
