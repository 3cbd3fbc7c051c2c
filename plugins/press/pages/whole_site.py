"""Pages and files that speak of the whole site: 404, site map, what crawlers ask for."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from press.archive.content import NewsArticle
from press.archive.newsroom import Newsroom
from press.clock import next_half_year
from press.pages.components import has_components, load_components
from press.pages.fingerprint import cards_show
from press.pages.template_filters import datetime_iso
from press.pages.templates import LazyTemplate
from press.pages.writer import PressWriter

_NEWS = datetime.timedelta(days=2)
_DAY = datetime.timedelta(days=1)

Entry = tuple[str, str]
"""An address, and the moment of its last real change as ISO 8601, empty for none."""


class WholeSiteGenerator(Generator):
    """Writes `404.html`, `so-do-trang/`, site maps, `robots.txt`, `security.txt`."""

    def generate_output(self, writer: PressWriter) -> None:
        room: Newsroom = self.context["newsroom"]
        years = [(year, len(articles)) for year, articles in room.by_year.items()]
        categories = sorted(room.by_category, key=lambda category: str(category.slug))
        self._write(writer, "404.html", "404.html", shows=str)
        self._write(
            writer,
            "so-do-trang/index.html",
            "site_map.html",
            years=years,
            categories=categories,
            shows=partial(repr, (years, [(c.name, c.url) for c in categories])),
        )
        self._write(writer, "robots.txt", "meta/robots.txt", shows=str)
        entries = self._entries(room)
        name, all_shown = "sitemap.xml", lambda: "\n".join(chain.from_iterable(entries))
        self._write(writer, name, f"meta/{name}", entries=entries, shows=all_shown)
        self.write_news(writer, room)
        if self.context["SITE"].email:
            # Less than a year ahead (RFC 9116), and never over, however old the newest article is.
            expires = next_half_year(next_half_year(self.context["BUILD_TIME"])) - _DAY
            name = ".well-known/security.txt"
            self._write(
                writer, name, "meta/security.txt", expires=expires, shows=partial(repr, expires)
            )
        if self.context["development"] and has_components(Path(self.theme)):
            self._write(
                writer,
                "thanh-phan/index.html",
                "components.html",
                components=load_components(Path(self.theme)),
            )

    def write_news(self, writer: PressWriter, room: Newsroom) -> None:
        """Notes the site map of the newest articles, which names them."""
        name, news = "sitemap-news.xml", news_of(room.articles)
        shows = cards_show(news, "", "")
        self._write(writer, name, f"meta/{name}", articles=news, shows=shows)

    def _write(self, writer: PressWriter, name: str, template: str, **values: Any) -> None:
        page = LazyTemplate(self.env, template)
        writer.write_file(name, page, self.context, **values)

    def _entries(self, room: Newsroom) -> list[Entry]:
        """All pages worth finding, with the moment of their last real change."""
        changed = {a: a.record.modified or a.date for a in room.articles}

        def last(articles: Collection[NewsArticle]) -> str:
            return _iso(max(map(changed.__getitem__, articles))) if articles else ""

        entries: list[Entry] = [("", last(room.articles))]
        entries += [(article.url, _iso(moment)) for article, moment in changed.items()]
        entries += [(page.url, _iso(page.record.modified)) for page in room.pages]
        for group in (room.by_category, room.by_tag, room.by_author):
            entries += [(term.url, last(articles)) for term, articles in group.items()]
        entries += [(f"{year}/", last(articles)) for year, articles in room.by_year.items()]
        series = self.context["index_facts"]().series
        entries += [(address, "") for address in ("so-lieu/", "dinh-chinh/", *series)]
        return entries


def _iso(moment: datetime.datetime | None) -> str:
    return datetime_iso(moment) if moment else ""


def news_of(articles: Sequence[NewsArticle]) -> list[NewsArticle]:
    """The articles of the two days before the newest one."""
    newest = max((article.date for article in articles[:1]), default=None)
    return [article for article in articles if newest and article.date >= newest - _NEWS]
