"""Atom and JSON Feed of the newest articles, for all and for each category."""

from __future__ import annotations

import datetime
import json
import uuid
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from feedgenerator import Atom1Feed
from markupsafe import Markup
from pelican.generators import Generator

from press.archive.content import NewsArticle
from press.archive.newsroom import Newsroom
from press.archive.terms import SiteCategory
from press.pages.fingerprint import entries_show
from press.pages.template_filters import datetime_iso
from press.pages.writer import PressWriter
from press.site import SiteInfo

_ENTRIES = 30
_NAMESPACE = uuid.UUID("6f1c0c1e-5c0b-5d43-9d6e-2a6f0b0f7a11")


class _Feed(Atom1Feed):
    """An Atom feed that tells of nothing but its articles."""

    def latest_post_date(self) -> datetime.datetime:
        """Of the newest; upstream dates a feed without any by the clock, anew in each build."""
        epoch = datetime.datetime.fromtimestamp(0, datetime.UTC)
        return super().latest_post_date() if self.items else epoch


def permanent_id(article_id: str) -> str:
    """A URN that outlives a change of title, date, address or host."""
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, article_id)}"


def atom(articles: Sequence[NewsArticle], site: SiteInfo, title: str, address: str) -> str:
    """An Atom feed; `address` is its own place, from the root of the site."""
    feed = _Feed(
        title=title,
        link=f"{site.url}/",
        feed_url=f"{site.url}/{address}",
        description=site.tagline,
        subtitle=site.tagline,
        language=site.lang,
        # No other site's feed has it; the same under http and https.
        feed_guid=permanent_id(f"feed:{site.url.partition('://')[2]}/{address}"),
    )
    for article in articles:
        feed.add_item(
            title=_plain(article.title),
            link=f"{site.url}/{article.url}",
            unique_id=permanent_id(article.id),
            description=_plain(article.summary),
            content=str(article.get_content(site.url)),
            categories=_topics(article),
            author_name=", ".join(_names(article)) or site.organisation or site.name,
            pubdate=article.date,
            updateddate=_updated(article),
        )
    text: str = feed.writeString("utf-8")
    return text


def json_feed(articles: Sequence[NewsArticle], site: SiteInfo, title: str, address: str) -> str:
    """The same as JSON Feed 1.1 (jsonfeed.org)."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": f"{site.url}/",
        "feed_url": f"{site.url}/{address}",
        "description": site.tagline,
        "language": site.lang,
        "items": [_item(article, site) for article in articles],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _item(article: NewsArticle, site: SiteInfo) -> dict[str, Any]:
    return {
        "id": permanent_id(article.id),
        "url": f"{site.url}/{article.url}",
        "title": _plain(article.title),
        "summary": _plain(article.summary),
        "content_html": str(article.get_content(site.url)),
        "date_published": datetime_iso(article.date),
        "date_modified": datetime_iso(_updated(article)),
        "authors": [{"name": name} for name in _names(article)],
        "tags": _topics(article),
        "language": site.lang,
    }


def _plain(text: str) -> str:
    """`text` without anything that a careless feed reader might take for HTML."""
    return Markup(text).striptags() if "<" in text else text


def _names(article: NewsArticle) -> list[str]:
    return [_plain(author.name) for author in article.authors]


def _topics(article: NewsArticle) -> list[str]:
    return [_plain(term.name) for term in (article.category, *article.tags)]


def _updated(article: NewsArticle) -> datetime.datetime:
    return article.record.modified or article.date


class FeedsGenerator(Generator):
    """Writes `feed/…`."""

    def generate_output(self, writer: PressWriter) -> None:
        for category, newest in newest_of(self.context["newsroom"]):
            write_feed(writer, newest, self.context["SITE"], category)


def newest_of(room: Newsroom) -> Iterator[tuple[SiteCategory | None, list[NewsArticle]]]:
    """The articles of each feed: of all (None), and of each category."""
    yield None, room.articles[:_ENTRIES]
    for category, articles in room.by_category.items():
        yield category, articles[:_ENTRIES]


def write_feed(
    writer: PressWriter,
    newest: Sequence[NewsArticle],
    site: SiteInfo,
    category: SiteCategory | None,
) -> None:
    """Notes both forms of one feed."""
    title = f"{site.name} – {category.name}" if category else site.name
    stem = f"feed/chuyen-muc/{category.slug}" if category else "feed/tin"
    shows = entries_show(newest, title)
    for name, make in ((f"{stem}.xml", atom), (f"{stem}.json", json_feed)):
        writer.write_later(name, shows, partial(_bytes, make, newest, site, title, name))


def _bytes(
    make: Callable[[Sequence[NewsArticle], SiteInfo, str, str], str],
    articles: Sequence[NewsArticle],
    site: SiteInfo,
    title: str,
    address: str,
) -> bytes:
    return make(articles, site, title, address).encode("utf-8")
