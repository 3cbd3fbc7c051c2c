"""The files that every dataset is offered as: named once, described once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stat_index.book import Index, Series


@dataclass(frozen=True, slots=True)
class Edition:
    """One format of the same rows."""

    key: str
    suffix: str
    """After the dataset's id; `datapackage.json` has its name from its standard."""
    title: str
    description: str
    media_type: str

    def file(self, dataset_id: str) -> str:
        """File name in the folder of the dataset."""
        return f"{dataset_id}{self.suffix}" if self.suffix else "datapackage.json"


EDITIONS: tuple[Edition, ...] = (
    Edition(
        "xlsx",
        ".xlsx",
        "Excel (XLSX)",
        "Bảng tính có định dạng, kèm trang ghi chú.",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    Edition(
        "excel_csv",
        "-excel.csv",
        "CSV cho Excel tiếng Việt",
        "Dấu chấm phẩy giữa các cột, dấu phẩy thập phân, tên cột tiếng Việt.",
        "text/csv",
    ),
    Edition(
        "csv",
        ".csv",
        "CSV",
        "UTF-8, dấu phẩy giữa các cột, tên cột theo SDMX; cho phần mềm thống kê.",
        "text/csv",
    ),
    Edition(
        "json",
        ".json",
        "JSON",
        "Cho lập trình viên; mỗi số liệu một dòng.",
        "application/json",
    ),
    Edition(
        "csvw",
        ".csv-metadata.json",
        "CSVW",
        "Mô tả các cột của tệp CSV theo chuẩn CSV on the Web.",
        "application/csvm+json",
    ),
    Edition(
        "package",
        "",
        "Data Package",
        "Danh mục các tệp với giấy phép và mã băm SHA-256 theo chuẩn Data Package 2.",
        "application/json",
    ),
)

#: Of a series only: a picture that other sites may show.
CHART = Edition(
    "svg",
    ".svg",
    "Biểu đồ (SVG)",
    "Hình vẽ để in hoặc nhúng vào trang khác, kèm chú giải và nguồn.",
    "image/svg+xml",
)

#: Those that hold the rows.
TABLES = ("csv", "excel_csv", "json", "xlsx")

#: More figures are divided into a file of each kind for every year: a sheet that a person can
#: still scroll, and an edit of one report leaves the files of other years as they are.
FIGURES_A_FILE = 5_000
#: A series has so many only where thousands of articles repeat each other.
FIGURES_A_SERIES = 1_000

BY_KEY = {edition.key: edition for edition in (*EDITIONS, CHART)}


@dataclass(frozen=True, slots=True)
class Download:
    """A link to one file, for templates."""

    title: str
    description: str
    address: str
    """From the root of the site."""
    media_type: str
    key: str


@dataclass(frozen=True, slots=True)
class Downloads:
    """All links to the files of one dataset."""

    whole: tuple[Download, ...]
    """What there is once."""
    years: tuple[tuple[int, tuple[Download, ...]], ...] = ()
    """Where the rows are divided: the files of each year, the newest first."""

    @property
    def every(self) -> tuple[Download, ...]:
        """In the order in which they are offered."""
        return (*(link for _, links in self.years for link in links), *self.whole)


def part_id(dataset_id: str, year: int) -> str:
    """Base name of the files of one year."""
    return f"{dataset_id}-{year}"


def series_downloads(series: Series) -> Downloads:
    """The downloads of one series."""
    years = series.facts.years if series_divided(series) else ()
    return _downloads(series.slug, series.address, years, (*EDITIONS, CHART))


def index_downloads(index: Index) -> Downloads:
    """The downloads of all figures."""
    years = index.years if index_divided(index.series) else ()
    return _downloads("so-lieu", "so-lieu/", years, EDITIONS)


def index_divided(every: Iterable[Series]) -> bool:
    """Whether the figures of all series are too many for one file."""
    return sum(series.facts.figures for series in every) > FIGURES_A_FILE


def series_divided(series: Series) -> bool:
    """Whether the figures of one series are too many for one file."""
    return series.facts.figures > FIGURES_A_SERIES


def _downloads(
    base: str, folder: str, years: Sequence[int], editions: Sequence[Edition]
) -> Downloads:
    def links(id: str, some: Iterable[Edition]) -> tuple[Download, ...]:
        return tuple(
            Download(e.title, e.description, folder + e.file(id), e.media_type, e.key) for e in some
        )

    if not years:
        return Downloads(links(base, editions))
    tables = [edition for edition in EDITIONS if edition.key in TABLES]
    return Downloads(
        links(base, [edition for edition in editions if edition.key not in TABLES]),
        tuple((y, links(part_id(base, y), tables)) for y in sorted(years, reverse=True)),
    )
