"""The files that every dataset is offered as: named once, described once."""

from __future__ import annotations

from dataclasses import dataclass

from stat_index.model import Series


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


def download_links(series: Series | None = None) -> tuple[Download, ...]:
    """The downloads of `series`, or of all figures, in the order to offer them."""
    base, folder = (series.slug, series.address) if series else ("so-lieu", "so-lieu/")
    editions = (*EDITIONS, CHART) if series else EDITIONS
    return tuple(
        Download(e.title, e.description, folder + e.file(base), e.media_type, e.key)
        for e in editions
    )
