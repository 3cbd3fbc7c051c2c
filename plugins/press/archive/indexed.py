"""The articles that the index stands on, as a build has them or as the last one left them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from press.archive.content import NewsArticle
from press.archive.newsroom import Newsroom
from stat_index.model import Observation, Source
from stat_index.registry import Registry


class Indexed(NamedTuple):
    """An article with figures or corrections."""

    place: tuple[str, str]
    """ISO day and id: by these, articles follow one another."""
    name: str
    """Of its source."""
    mark: str
    """Of all that the index shows of it."""
    has_figures: bool
    has_corrections: bool
    article: Callable[[], NewsArticle]

    def source(self) -> Source:
        """What the index shows of it beside its figures."""
        article = self.article()
        modified = article.record.modified
        return Source(
            id=article.id,
            title=str(article.title),
            address=article.url,
            date=self.place[0],
            modified=modified.date().isoformat() if modified else "",
        )

    def figures(self) -> Sequence[Observation]:
        """Its figures, read from where they are kept."""
        return self.article().record.observations


def indexed_in(room: Newsroom, registry: Registry) -> list[Indexed]:
    """Those of the newsroom, the newest first; whose figures they are is said to all of it."""
    for article in room.rendered:
        say_whose(article, registry)
    shown = [*room.articles, *room.hidden]
    for article in shown:
        article.is_indexed = True
    return in_order(found for article in shown if (found := indexed(article)))


def indexed(article: NewsArticle) -> Indexed | None:
    """What the index stands on of an article that is in it."""
    record = article.record
    figures, corrections = bool(record.figures_mark), bool(record.corrections)
    if not figures and not corrections:
        return None
    place = article.date.date().isoformat(), article.id
    mark = record.index_mark + record.figures_mark
    return Indexed(place, article.source_path, mark, figures, corrections, lambda: article)


def in_order(found: Iterable[Indexed]) -> list[Indexed]:
    """The newest first."""
    return sorted(found, key=lambda one: (one.place, one.name), reverse=True)


def plain_indexed(found: Iterable[Indexed]) -> list[list[Any]]:
    """A list for each field, as JSON has them, but for the articles themselves."""
    rows = [(*one.place, one.name, one.mark, one.has_figures, one.has_corrections) for one in found]
    return [list(column) for column in zip(*rows, strict=True)]


def indexed_from(
    plain: Sequence[Sequence[Any]], article: Callable[[str], NewsArticle]
) -> Iterator[Indexed]:
    """What `plain_indexed` was given; `article` gives one by its name."""
    for day, id, name, mark, figures, corrections in zip(*plain, strict=True):
        yield Indexed((day, id), name, mark, figures, corrections, partial(article, name))


def say_whose(article: NewsArticle, registry: Registry) -> None:
    """Sets whose figures the article's are."""
    if article.record.organisation:
        article.organisation = registry.organisation(article.record.organisation)
    owner = article.organisation
    article.demonstration = article.record.demonstration or bool(owner and owner.demonstration)
