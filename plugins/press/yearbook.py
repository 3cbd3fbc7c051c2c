"""The index as a part of the build: taken over whole while no published figure changed."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from press.content import NewsArticle
from press.environment import digest
from press.site_state import SiteState
from press.writer import PressWriter
from stat_index.front_band import Band, BandFigure, front_band
from stat_index.generator import IndexGenerator, article_record
from stat_index.index import build_index
from stat_index.model import Index

_PART = "so-lieu"


class YearbookGenerator(IndexGenerator):
    """Writes `so-lieu/…`, or leaves it as it is published when it would be the same."""

    def generate_context(self) -> None:
        """Says whose figures an article's are; looks whether anything changed."""
        self.state: SiteState = self.context["press"]
        registry = self._registry()
        for article in self._all():
            if article.record.organisation:
                article.organisation = registry.organisation(article.record.organisation)
            owner = article.organisation
            article.demonstration = article.record.demonstration or bool(
                owner and owner.demonstration
            )
        for article in self._indexed():
            article.is_indexed = True
        self._digest = digest(self.state.environment, registry.digest, *map(_said, self._stating()))
        kept = self.state.part(_PART)
        same = kept and kept["digest"] == self._digest and self.state.untouched(kept["files"])
        self._kept = kept["files"] if same else None
        if same:
            self.context["band"] = _band(kept["band"])
            self.context["series_addresses"] = kept["series"]
        else:
            self.context["band"] = front_band(self.index)
            self.context["series_addresses"] = [series.address for series in self.index.series]
        self.context["stat_index"] = _LazyIndex(self)

    def _stating(self) -> list[NewsArticle]:
        """Articles that the index has something of."""
        return [a for a in self._indexed() if a.record.figures_mark or a.record.corrections]

    @cached_property
    def index(self) -> Index:  # type: ignore[override]
        """The index, built when something asks for it."""
        return build_index(map(article_record, self._stating()), self._registry())

    def generate_output(self, writer: PressWriter) -> None:
        if self._kept is not None:
            writer.take_over(self._kept)
            return
        before = len(writer.jobs)
        super().generate_output(writer)
        writer.adopt()
        self.state.keep_part(
            _PART,
            {
                "digest": self._digest,
                "files": [job.name for job in writer.jobs[before:]],
                "series": self.context["series_addresses"],
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
    title, organisation, demonstration, figures = plain
    return Band(title, organisation, demonstration, tuple(BandFigure(*f) for f in figures))
