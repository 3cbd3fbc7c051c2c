"""Pelican's generators for articles and pages, over a newsroom instead of files.

Upstream reads every file again in each generator, skips what it cannot read
with a line in the log, and passes every list to every template. Here the
reading is done before (`press.reader.reading`), anything unreadable has already
ended the build, and each page is given just what it shows.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Container, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import Any

from pelican.generators import ArticlesGenerator, PagesGenerator
from pelican.plugins import signals

from desk.site import has_expired
from press.archive.content import NewsArticle, SitePage
from press.archive.listing import cut
from press.archive.newsroom import Newsroom
from press.pages.fingerprint import Shows, article_shows, cards_show, page_shows
from press.pages.saved_copy import saved_copy
from press.pages.templates import LazyTemplate
from press.pages.writer import PressWriter
from press.site_state import SiteState

_FRONT_PAGE = 13


class NewsGenerator(ArticlesGenerator):
    """Article pages, the front page and all lists of articles."""

    room: Newsroom

    def generate_context(self) -> None:
        """Takes the newsroom over; plugins see it under Pelican's names and signal."""
        signals.article_generator_pretaxonomy.send(self)
        self.room = self.context["newsroom"]
        self.articles = self.room.articles
        self.drafts = self.room.drafts
        self.hidden_articles = self.room.hidden
        self.categories = list(self.room.by_category.items())
        self.authors = list(self.room.by_author.items())
        self.tags = self.room.by_tag
        signals.article_generator_finalized.send(self)

    def check_disabled_readers(self) -> None:
        """Nothing: every file of the content folder has been accounted for."""

    def refresh_metadata_intersite_links(self) -> None:
        """Nothing: summaries are plain text."""

    def generate_output(self, writer: PressWriter) -> None:
        self._articles(writer)
        self._overviews(writer)
        self.write_lists(writer)
        signals.article_writer_finalized.send(self, writer=writer)

    def write_lists(self, writer: PressWriter, showing: Container[str] | None = None) -> None:
        """Notes the front page and all lists of articles, or those that show one of `showing`."""
        self._front_page(writer)
        lists: Iterable[dict[str, Any]] = chain(self._lists(), self._archives())
        if showing is not None:
            lists = (one for one in lists if any(a.source_path in showing for a in one["articles"]))
        # Lists of one time show the same articles, whose cards are rendered once for all of them.
        for listed in sorted(lists, key=_newest, reverse=True):
            self._write(writer, **listed)

    def _write(self, writer: PressWriter, name: str, template: str, **values: Any) -> None:
        page = LazyTemplate(self.env, f"{template}.html")
        writer.write_file(name, page, self.context, **values)

    def _articles(self, writer: PressWriter) -> None:
        state: SiteState = self.context["press"]
        unmoved = self.context.get("unmoved", ())
        same: list[str] = []
        for article in self.room.rendered:
            names = _files_of(article)
            if article.source_path in unmoved and state.untouched(names):
                same += names
            else:
                self.write_article(writer, article)
        writer.take_over(same)

    def write_article(self, writer: PressWriter, article: NewsArticle) -> None:
        """Notes an article's page and the copy of its text."""
        signals.article_generator_write_article.send(self, content=article)
        page, *copy = _files_of(article)
        self._write(writer, page, "article", article=article, shows=article_shows(article))
        for name in copy:
            writer.write_later(name, _mark(article), self._copy(article))

    def _copy(self, article: NewsArticle) -> Callable[[], bytes]:
        return lambda: saved_copy(article, self.context["SITE"]).encode("utf-8")

    def _front_page(self, writer: PressWriter) -> None:
        now = self.context["BUILD_TIME"]
        current = [
            a for a in self.articles[: 3 * _FRONT_PAGE] if not has_expired(a.record.expires, now)
        ]
        newest, years = current[:_FRONT_PAGE], self._years()
        self._write(
            writer,
            "index.html",
            "index",
            articles=newest,
            years=years,
            shows=_framed(
                cards_show(newest, "", repr(years)),
                lambda: repr(self.context["index_facts"]().band),
            ),
        )

    def _overviews(self, writer: PressWriter) -> None:
        """All categories, all tags, all authors, all years."""
        for plural, overview, groups in (
            ("categories", "chuyen-muc/", self.room.by_category),
            ("tags", "the/", self.room.by_tag),
            ("authors", "tac-gia/", self.room.by_author),
        ):
            counts = [(term, len(articles)) for term, articles in groups.items()]
            self._write(
                writer,
                f"{overview}index.html",
                plural,
                shows=partial(_counts_show, counts),
                **{plural: counts},
            )
        years = self._years()
        total = len(self.articles)
        self._write(
            writer,
            "luu-tru/index.html",
            "archives",
            years=years,
            total=total,
            shows=partial(repr, (years, total)),
        )

    def _lists(self) -> Iterator[dict[str, Any]]:
        """Pages of each category, tag and author, as `_write` takes them."""
        for kind, groups in (
            ("category", self.room.by_category),
            ("tag", self.room.by_tag),
            ("author", self.room.by_author),
        ):
            for term, articles in groups.items():
                for page in cut(articles, term.url, self.settings["DEFAULT_PAGINATION"]):
                    frame = f"{page.number} {page.newer} {page.older} {page.total}"
                    yield {
                        "name": page.save_as,
                        "template": kind,
                        "listing": page,
                        "articles": page.articles,
                        "shows": cards_show(page.articles, term.url, frame),
                        kind: term,
                    }

    def _archives(self) -> Iterator[dict[str, Any]]:
        """Pages of each year and each month, as `_write` takes them."""
        # A page shows the years beside its own, not the counts of all: those change with each
        # article, and every page of the archive would.
        newest_first = list(self.room.by_year)
        for later, year, earlier in zip(
            [None, *newest_first], newest_first, [*newest_first[1:], None], strict=False
        ):
            yield from self._year(year, earlier, later)

    def _year(self, year: int, earlier: int | None, later: int | None) -> Iterator[dict[str, Any]]:
        """A year and its months."""
        articles = self.room.by_year[year]
        months = _months(articles)
        counts = [(month, len(of_month)) for month, of_month in months.items()]
        shared = {"year": year, "earlier": earlier, "later": later, "months": counts}
        frame = repr(shared)
        for month, listed in [(None, articles), *months.items()]:
            folder = f"{year}/{month:02d}" if month else f"{year}"
            yield {
                "name": f"{folder}/index.html",
                "template": "period_archives",
                "month": month,
                "articles": listed,
                "shows": _framed(
                    cards_show(listed, folder, frame),
                    lambda: str(year in self.context["index_facts"]().years),
                ),
                **shared,
            }

    def _years(self) -> list[tuple[int, int]]:
        """Years with the number of their articles, newest first."""
        return [(year, len(articles)) for year, articles in self.room.by_year.items()]


def _files_of(article: NewsArticle) -> list[str]:
    """Its page, and the copy of its text where readers may have one."""
    withdrawn = article.record.status == "withdrawn"
    return [article.save_as] if withdrawn else [article.save_as, f"{article.url}bai-viet.txt"]


def _newest(listed: dict[str, Any]) -> datetime.datetime:
    """The date of the newest article that a list shows."""
    date: datetime.datetime = listed["articles"][0].date
    return date


def _framed(shows: Shows, late: Shows) -> Shows:
    """`shows`, and what is known only when it is asked for."""
    return lambda: f"{shows()}\n{late()}"


def _counts_show(counts: Iterable[tuple[Any, int]]) -> str:
    return repr([(term.name, term.url, count) for term, count in counts])


def _mark(article: NewsArticle) -> Callable[[], str]:
    return lambda: article.record.mark


def _months(articles: Iterable[NewsArticle]) -> dict[int, list[NewsArticle]]:
    """The articles of one year by month, newest first."""
    months: dict[int, list[NewsArticle]] = {}
    for article in articles:
        months.setdefault(article.date.month, []).append(article)
    return months


class SitePagesGenerator(PagesGenerator):
    """Pages that stand outside the stream of news, and the site's own ones."""

    def generate_context(self) -> None:
        """Takes the newsroom's pages over."""
        self.pages = self.context["newsroom"].pages
        signals.page_generator_finalized.send(self)

    def check_disabled_readers(self) -> None:
        """Nothing: every file of the content folder has been accounted for."""

    def refresh_metadata_intersite_links(self) -> None:
        """Nothing: summaries are plain text."""

    def write_page(self, writer: PressWriter, page: SitePage) -> None:
        """Notes a page."""
        signals.page_generator_write_page.send(self, content=page)
        template = LazyTemplate(self.env, "page.html")
        writer.write_file(page.save_as, template, self.context, page=page, shows=page_shows(page))

    def generate_output(self, writer: PressWriter) -> None:
        for page in self.pages:
            self.write_page(writer, page)
        signals.page_writer_finalized.send(self, writer=writer)
