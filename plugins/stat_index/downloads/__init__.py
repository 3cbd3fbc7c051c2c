"""Downloads, feeds and structured data of the index. The door is what is named here."""

from stat_index.downloads.dataset import Dataset, Site, dataset_of_index, dataset_of_series
from stat_index.downloads.editions import (
    EDITIONS,
    Download,
    Downloads,
    index_downloads,
    series_downloads,
)
from stat_index.downloads.events import Event, events_of_index, newest_events
from stat_index.downloads.feeds import figure_feed, figure_json_feed
from stat_index.downloads.rows import rows_from_index
from stat_index.downloads.structured import (
    correction_json_ld,
    index_json_ld,
    script_json,
    series_json_ld,
)
from stat_index.downloads.table import COLUMNS, Row
from stat_index.downloads.write import (
    Catalogue,
    FileSet,
    download_sets,
    feed_set,
    files_of,
    write_downloads,
)

__all__ = [
    "COLUMNS",
    "EDITIONS",
    "Catalogue",
    "Dataset",
    "Download",
    "Downloads",
    "Event",
    "FileSet",
    "Row",
    "Site",
    "correction_json_ld",
    "dataset_of_index",
    "dataset_of_series",
    "download_sets",
    "events_of_index",
    "feed_set",
    "figure_feed",
    "figure_json_feed",
    "files_of",
    "index_downloads",
    "index_json_ld",
    "newest_events",
    "rows_from_index",
    "script_json",
    "series_downloads",
    "series_json_ld",
    "write_downloads",
]
