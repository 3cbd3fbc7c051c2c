"""The archive as a whole: which records are published, in which order, under which names."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from press.archive.content import NewsArticle, SitePage, content_of
from press.archive.relations import link_neighbours
from press.archive.terms import SiteAuthor, SiteCategory, SiteTag, Terms
from press.reader.records import Record
from stat_index.registry import Registry


@dataclass(slots=True)
class Newsroom:
    """All contents of a build, sorted newest first; each list in one pass."""

    articles: list[NewsArticle] = field(default_factory=list)
    """Published and listed."""
    hidden: list[NewsArticle] = field(default_factory=list)
    """Published, but in no list."""
    withdrawn: list[NewsArticle] = field(default_factory=list)
    drafts: list[NewsArticle] = field(default_factory=list)
    """Drafts and scheduled articles, for previews only."""
    scheduled: list[Record] = field(default_factory=list)
    """Held back until their date, the next one first."""
    pages: list[SitePage] = field(default_factory=list)
    by_category: dict[SiteCategory, list[NewsArticle]] = field(default_factory=dict)
    by_tag: dict[SiteTag, list[NewsArticle]] = field(default_factory=dict)
    by_author: dict[SiteAuthor, list[NewsArticle]] = field(default_factory=dict)
    by_year: dict[int, list[NewsArticle]] = field(default_factory=dict)
    """Newest year first."""

    @property
    def rendered(self) -> list[NewsArticle]:
        """Articles that get a page of their own."""
        return [*self.articles, *self.hidden, *self.withdrawn, *self.drafts]

    @property
    def contents(self) -> list[NewsArticle | SitePage]:
        """All that gets a page of its own."""
        return [*self.rendered, *self.pages]


def is_due(record: Record, now: datetime.datetime) -> bool:
    """Whether the record's date has come."""
    return record.date is None or record.date <= now


def fill_newsroom(
    records: Iterable[Record],
    addresses: Mapping[str, str],
    context: dict[str, Any],
    now: datetime.datetime,
    *,
    show_drafts: bool,
) -> Newsroom:
    """The newsroom for `records`; `addresses` leads from a record's path to its page."""
    room = Newsroom()
    shown: list[Record] = []
    waiting: set[str] = set()
    for record in records:
        if not is_due(record, now):
            waiting.add(record.path)
            if record.kind == "article":
                room.scheduled.append(record)
        withheld = record.status == "draft" or record.path in waiting
        if not withheld or show_drafts:
            shown.append(record)
    room.scheduled.sort(key=lambda record: (record.date or now, record.path))
    articles = [record for record in shown if record.kind == "article"]
    terms = Terms.of(
        context,
        (record.category for record in articles),
        (tag for record in articles for tag in record.tags),
        (author for record in articles for author in record.authors),
    )
    for record in shown:
        content = content_of(record, addresses[record.path], context, terms)
        if isinstance(content, SitePage):
            room.pages.append(content)
        else:
            content.scheduled = record.path in waiting
            _shelf(room, content).append(content)
    _sort(room)
    group(room)
    link_neighbours(room.articles)
    for article in room.rendered:
        say_whose(article, context["registry"])
    for article in (*room.articles, *room.hidden):
        article.is_indexed = True
    return room


def say_whose(article: NewsArticle, registry: Registry) -> None:
    """Sets whose figures the article's are."""
    if article.record.organisation:
        article.organisation = registry.organisation(article.record.organisation)
    owner = article.organisation
    article.demonstration = article.record.demonstration or bool(owner and owner.demonstration)


def _shelf(room: Newsroom, article: NewsArticle) -> list[NewsArticle]:
    """The list that the article belongs to."""
    if article.status == "draft" or article.scheduled:
        return room.drafts
    if article.status == "hidden":
        return room.hidden
    if article.status == "withdrawn":
        return room.withdrawn
    return room.articles


def _sort(room: Newsroom) -> None:
    """Newest first; articles of one moment by path, whatever order they were read in."""
    for shelf in (room.articles, room.hidden, room.withdrawn, room.drafts):
        shelf.sort(key=lambda article: article.source_path)
        shelf.sort(key=lambda article: article.date, reverse=True)
    room.pages.sort(key=lambda page: page.source_path)


def group(room: Newsroom) -> None:
    """Sets categories, tags, authors and years of the listed articles.

    Replaces upstream `ArticlesGenerator.generate_context` and
    `_build_period_archives`, which look up each article in lists.
    """
    categories: dict[SiteCategory, list[NewsArticle]] = defaultdict(list)
    tags: dict[SiteTag, list[NewsArticle]] = defaultdict(list)
    authors: dict[SiteAuthor, list[NewsArticle]] = defaultdict(list)
    years: dict[int, list[NewsArticle]] = defaultdict(list)
    for article in room.articles:
        categories[article.category].append(article)
        years[article.date.year].append(article)
        for tag in article.tags:
            tags[tag].append(article)
        for author in article.authors:
            authors[author].append(article)
    room.by_category = dict(sorted(categories.items(), key=lambda item: item[0].name))
    room.by_tag = dict(sorted(tags.items(), key=lambda item: item[0].name))
    room.by_author = dict(sorted(authors.items(), key=lambda item: item[0].name))
    room.by_year = dict(years)
