"""Reads the sample articles' figures as the build does, without pictures and typography."""

from __future__ import annotations

from functools import cache

from markdown import Markdown

from stat_index.article import ArticleContext, ArticleFigures, read
from stat_index.marking.markdown import FigureMarks
from stat_index.registry import Registry
from stat_index.registry_file import load_registry
from tests.content.sample import CONTENT, articles


@cache
def registry() -> Registry:
    """The sample's registry, which must have nothing wrong in it."""
    found, findings = load_registry(CONTENT / "so-lieu")
    assert findings == []
    return found


@cache
def figures_of(id: str) -> ArticleFigures:
    """What is read in the article called `id`."""
    article = articles()[id]
    values = article.front.values
    date = values["date"]
    markdown = Markdown(extensions=["extra", FigureMarks()])
    context = ArticleContext(
        id=id,
        title=str(values["title"]),
        summary=str(values["summary"]),
        date=date.date(),  # type: ignore[union-attr]
        organisation=str(values["organisation"]),
        period=str(values.get("period", "")) or None,
        corrections=values.get("corrections", ()),  # type: ignore[arg-type]
        path=str(article.path),
        body=article.front.body,
        body_line=article.front.body_line,
    )
    return read(markdown.convert(article.front.body), context, registry())
