"""Downloads, feeds and structured data of the index. The door is what is named here."""

from stat_index.downloads.dataset import Dataset, Site, dataset_of_index, dataset_of_series
from stat_index.downloads.editions import EDITIONS, Download, download_links
from stat_index.downloads.events import Event, events_of_index
from stat_index.downloads.feeds import figure_feed, figure_json_feed
from stat_index.downloads.rows import rows_from_index, rows_of_series
from stat_index.downloads.structured import (
    correction_json_ld,
    index_json_ld,
    script_json,
    series_json_ld,
)
from stat_index.downloads.table import COLUMNS, Row
from stat_index.downloads.write import FileSet, download_sets, series_files, write_downloads
from stat_index.downloads.xlsx import empty_book

__all__ = [
    "COLUMNS",
    "EDITIONS",
    "Dataset",
    "Download",
    "Event",
    "FileSet",
    "Row",
    "Site",
    "correction_json_ld",
    "dataset_of_index",
    "dataset_of_series",
    "download_links",
    "download_sets",
    "empty_book",
    "events_of_index",
    "figure_feed",
    "figure_json_feed",
    "index_json_ld",
    "rows_from_index",
    "rows_of_series",
    "script_json",
    "series_files",
    "series_json_ld",
    "write_downloads",
]
