"""Downloads, feeds and structured data of the index. The door is what is named here."""

from stat_index.downloads.dataset import Dataset, Site, dataset_of_index, dataset_of_series
from stat_index.downloads.editions import EDITIONS, Download, download_links
from stat_index.downloads.rows import rows_from_index, rows_of_series
from stat_index.downloads.table import COLUMNS, Row
from stat_index.downloads.write import series_files, write_downloads
from stat_index.downloads.xlsx import empty_book

__all__ = [
    "COLUMNS",
    "EDITIONS",
    "Dataset",
    "Download",
    "Row",
    "Site",
    "dataset_of_index",
    "dataset_of_series",
    "download_links",
    "empty_book",
    "rows_from_index",
    "rows_of_series",
    "series_files",
    "write_downloads",
]
