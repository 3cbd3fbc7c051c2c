"""What a set of files says about itself, the same in every format."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from stat_index.book import Index, Series
from stat_index.downloads.editions import part_id

DEMONSTRATION_NOTE = (
    "Có số liệu minh họa: các dòng ghi “có” (true) ở cột “Số liệu minh họa” (DEMONSTRATION) "
    "được đặt ra để giới thiệu, không phải số liệu thật."
)


class Site(Protocol):
    """What downloads need to know of the site; `press.site.SiteInfo` is one."""

    @property
    def name(self) -> str:
        """Of the site."""

    @property
    def organisation(self) -> str:
        """That publishes it; may be empty."""

    @property
    def licence(self) -> str:
        """SPDX id, such as CC-BY-4.0."""

    @property
    def licence_url(self) -> str:
        """Of the licence's text."""

    @property
    def lang(self) -> str:
        """Language tag."""

    @property
    def url(self) -> str:
        """Absolute root without a slash at its end; empty in development."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """One set of rows that is offered as files: all figures, or those of one series."""

    id: str
    """Base name of its files: `so-lieu`, or the series' slug."""
    folder: str
    """From the root of the site, with a slash at its end."""
    title: str
    description: str
    publisher: str
    licence: str
    licence_url: str
    lang: str
    site_url: str
    updated: date
    """Date of the newest article or correction in it: never the time of the build."""
    years: tuple[int, int]
    """First and last year that it covers."""
    demonstration: bool

    @property
    def address(self) -> str:
        """Absolute where the site's own address is known, else from the root of the site."""
        return f"{self.site_url}/{self.folder}" if self.site_url else self.folder

    @property
    def notes(self) -> tuple[str, ...]:
        """Sentences that must accompany the figures wherever they go."""
        return (self.description, *([DEMONSTRATION_NOTE] if self.demonstration else []))


def dataset_of_index(index: Index, site: Site) -> Dataset:
    """All figures of the site."""
    return _dataset(
        "so-lieu",
        "so-lieu/",
        f"Số liệu qua các năm – {site.name}",
        "Mỗi dòng là một số liệu mà một bài viết đã nêu, kèm câu văn, bài viết và địa chỉ của câu. "
        "Không có giá trị nào được nội suy hay cộng thêm.",
        index.series,
        site,
    )


def dataset_of_series(series: Series, site: Site) -> Dataset:
    """The figures of one series."""
    definition = series.indicator.definition
    return _dataset(
        series.slug,
        series.address,
        series.title,
        definition or f"Số liệu “{series.indicator.label}” của {series.organisation.name}.",
        (series,),
        site,
    )


def part_of(whole: Dataset, year: int, day: str) -> Dataset:
    """The figures of one year in a dataset; `day` is the newest on which something was said."""
    return replace(
        whole,
        id=part_id(whole.id, year),
        title=f"{whole.title} – năm {year}",
        updated=date.fromisoformat(day),
        years=(year, year),
    )


def _dataset(
    base: str, folder: str, title: str, description: str, series: tuple[Series, ...], site: Site
) -> Dataset:
    days = [one.facts.day for one in series]
    years = [year for one in series for year in one.facts.years]
    return Dataset(
        id=base,
        folder=folder,
        title=title,
        description=description,
        publisher=site.organisation or site.name,
        licence=site.licence,
        licence_url=site.licence_url,
        lang=site.lang,
        site_url=site.url,
        updated=date.fromisoformat(max(days, default="1970-01-01")),
        years=(min(years, default=0), max(years, default=0)),
        demonstration=any(one.organisation.demonstration for one in series),
    )
