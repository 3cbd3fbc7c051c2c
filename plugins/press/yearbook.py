"""The index as a part of the build: left as it is published while nothing in it changed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from pelican.generators import Generator

from press.content import NewsArticle
from press.environment import digest, folder_digest
from press.newsroom import Newsroom
from press.site_state import SiteState
from press.writer import PressWriter
from stat_index.registry import Registry

if TYPE_CHECKING:
    from stat_index.front_band import Band
    from stat_index.model import Index

_PART = "so-lieu"


class YearbookGenerator(Generator):
    """Writes `so-lieu/…` by `stat_index.generator`, or takes all of it over.

    The charts, tables and workbooks of the index are not even imported then.
    """

    def generate_context(self) -> None:
        """Says whose figures an article's are; looks whether anything of the index changed."""
        self.state: SiteState = self.context["press"]
        self.room: Newsroom = self.context["newsroom"]
        self.indexed = [*self.room.articles, *self.room.hidden]
        self._say_whose()
        self.digest = self._digest()
        kept = self.state.part(_PART)
        same = kept and kept["digest"] == self.digest and self.state.untouched(kept["files"])
        self._kept = kept if same else None
        self.context["stat_index"] = _LazyIndex(self)
        self.context["index_digest"] = self.digest
        self.context["index_years"] = kept["years"] if same else list(self.index.years)
        self.context["band"] = _band(kept["band"]) if same else self._new_band()
        self.context["series_addresses"] = (
            kept["series"] if same else [series.address for series in self.index.series]
        )

    def _say_whose(self) -> None:
        registry: Registry = self.context["registry"]
        for article in self.room.rendered:
            if article.record.organisation:
                article.organisation = registry.organisation(article.record.organisation)
            owner = article.organisation
            article.demonstration = article.record.demonstration or bool(
                owner and owner.demonstration
            )
        for article in self.indexed:
            article.is_indexed = True

    def _digest(self) -> str:
        """Of all that the index shows."""
        stating = [a for a in self.indexed if a.record.figures_mark or a.record.corrections]
        folder = self.state.content / "so-lieu"
        return digest(self.state.environment, folder_digest(folder), *map(_said, stating))

    @cached_property
    def _generator(self) -> Any:
        """The index's own generator, with the index made."""
        from stat_index.generator import IndexGenerator, article_record
        from stat_index.index import build_index

        made = IndexGenerator(self.context, self.settings, self.path, self.theme, self.output_path)
        made.index = build_index(
            [article_record(article) for article in self.indexed], self.context["registry"]
        )
        return made

    @property
    def index(self) -> Index:
        """The index, built when something asks for it."""
        index: Index = self._generator.index
        return index

    def _new_band(self) -> Band | None:
        from stat_index.front_band import front_band

        return front_band(self.index)

    def generate_output(self, writer: PressWriter) -> None:
        """Notes the index's files."""
        if self._kept is not None:
            writer.take_over(self._kept["files"])
            return
        before = len(writer.jobs)
        self._generator.generate_output(writer)
        writer.adopt()
        self.state.keep_part(
            _PART,
            {
                "digest": self.digest,
                "files": [job.name for job in writer.jobs[before:]],
                "series": self.context["series_addresses"],
                "years": self.context["index_years"],
                "band": _plain_band(self.context["band"]),
            },
        )


class _LazyIndex:
    """Stands for the index in templates, and builds it only for one that looks into it."""

    def __init__(self, generator: YearbookGenerator) -> None:
        self._generator = generator

    def __getattr__(self, name: str) -> Any:
        return getattr(self._generator.index, name)


def _said(article: NewsArticle) -> str:
    """What the index shows of an article."""
    record = article.record
    return repr(
        (
            article.url, record.id, record.title, record.path, record.date, record.modified,
            record.corrections, record.figures_mark,
        )
    )  # fmt: skip


def _plain_band(band: Band | None) -> Any:
    if band is None:
        return None
    figures = [[f.value, f.unit, f.label, f.address] for f in band.figures]
    return [band.title, band.organisation, band.demonstration, figures]


def _band(plain: Any) -> Band | None:
    if plain is None:
        return None
    from stat_index.front_band import Band, BandFigure

    title, organisation, demonstration, figures = plain
    return Band(title, organisation, demonstration, tuple(BandFigure(*f) for f in figures))
