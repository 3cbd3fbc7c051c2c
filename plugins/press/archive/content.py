"""Articles and pages as templates see them: Pelican's contents, made once and cheaply.

Upstream, `Content.__init__` reads the system's locale, slugifies and formats
dates for every object, and `url`, `save_as` and `content` are computed again
at each use; these classes set plain attributes from a Record instead.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup
from pelican.contents import Article, Page

from figures.model import Refusal
from pictures.html import placed
from press.archive.terms import SiteAuthor, SiteCategory, SiteTag, Terms
from press.reader.records import Record
from stat_index.html.unlink import without_dead_links
from stat_index.model import Observation, Organisation
from stat_index.pages.article_rows import ArticleRow

_LINK = re.compile(r'(?P<before> (?:href|src)=")\{(?P<what>[\w-]+)\}(?P<path>[^"#?]*)')
_TO_INDEX = ' href="{so-lieu}'


class _FromRecord:
    """What articles and pages share."""

    # Upstream these are properties without a setter.
    url: str = ""
    save_as: str = ""
    summary: str = ""
    status: str = ""
    default_template: str

    def __init__(self, record: Record, address: str, context: dict[str, Any]) -> None:
        self.record = record
        self.settings = context
        self._context = context
        self.metadata: dict[str, Any] = {}
        self.translations: list[Any] = []
        self.source_path = record.path
        self.relative_source_path = record.path
        self.id = record.id
        self.title = record.title
        self.slug = record.slug
        self.status = record.status
        self.url = address
        self.save_as = f"{address}index.html"
        self.lang = "vi"
        self.in_default_lang = True
        self.template = self.default_template
        self.image = record.image
        self.show_image = record.show_image
        self.image_alt = record.image_alt
        self.image_credit = record.image_credit
        self.files = record.files
        self.summary = record.summary
        self.authors: list[SiteAuthor] = []
        self.links: Mapping[str, str] = {}
        if record.modified:
            self.modified = record.modified

    def __str__(self) -> str:
        return self.record.path

    @property
    def content(self) -> Markup:
        """The body with links that fit the page being rendered."""
        return self.get_content(self._context["localsiteurl"])

    def get_content(self, siteurl: str) -> Markup:
        """The body with links relative to `siteurl`."""
        html = self.html
        if "{" not in html:
            return Markup(html)
        # Most links are those of figures, a dozen in an article.
        html = placed(html, siteurl).replace(_TO_INDEX, f' href="{siteurl}/so-lieu/')
        if '="{' in html:
            html = _LINK.sub(lambda match: self._resolve(match, siteurl), html)
        return Markup(html)

    @property
    def html(self) -> str:
        """The body before its links are resolved."""
        return self.record.html

    def _resolve(self, match: re.Match[str], siteurl: str) -> str:
        """One link; the checks have made sure that its target is there."""
        what, path = match["what"], match["path"]
        if what == "so-lieu":
            target = f"so-lieu/{path}"
        elif what in ("filename", "static", "attach"):
            target = self.links[path]
        elif what == "index":
            target = path
        else:
            return match[0]
        return f"{match['before']}{siteurl}/{target}"


class NewsArticle(_FromRecord, Article):
    """An article of the archive."""

    def __init__(
        self,
        record: Record,
        address: str,
        context: dict[str, Any],
        category: SiteCategory,
        tags: list[SiteTag],
        authors: list[SiteAuthor],
    ) -> None:
        super().__init__(record, address, context)
        assert record.date is not None  # the checks refuse an article without one
        self.date: datetime.datetime = record.date
        self.category = category
        self.tags = tags
        self.authors = authors
        if authors:
            self.author = authors[0]
        self.place = record.place
        self.source = record.source
        self.corrections = record.corrections
        self.organisation: Organisation | None = None
        self.demonstration = False
        self.is_indexed = False
        self.card = ""
        """What lists show of it, once `fingerprint.card` has put it together."""
        self.scheduled = False
        self.previous_article: NewsArticle | None = None
        self.next_article: NewsArticle | None = None
        self.related: list[NewsArticle] = []
        self.share_image = ""
        """Absolute address; set when the site is published, for articles without a picture."""

    @property
    def observations(self) -> tuple[Observation, ...]:
        """Its figures."""
        return self.record.observations

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """Its numbers that are no figures."""
        return self.record.refusals

    @property
    def figure_rows(self) -> tuple[ArticleRow, ...]:
        """Its published figures, each with its row in the index; none where it is not in it."""
        return self.record.rows if self.is_indexed else ()

    @property
    def html(self) -> str:
        """The body; figures of an article that is not in the index lead nowhere."""
        html = self.record.html
        return html if self.is_indexed else without_dead_links(html, frozenset())


class SitePage(_FromRecord, Page):
    """A page outside the stream of news: contact, about, accessibility."""


def content_of(
    record: Record, address: str, context: dict[str, Any], terms: Terms
) -> NewsArticle | SitePage:
    """The article or page that was read, with its address and terms."""
    if record.kind == "page":
        return SitePage(record, address, context)
    return NewsArticle(
        record,
        address,
        context,
        terms.categories[record.category],
        [terms.tags[name] for name in record.tags],
        [terms.authors[name] for name in record.authors],
    )
