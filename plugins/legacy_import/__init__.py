"""Saved pages of an old site become Markdown articles, with a report of what became of each.

report = import_sources([Path("luu/")], Path("content"))
"""

from typing import TYPE_CHECKING, Any

from legacy_import.model import Note, Outcome, Report, Status
from legacy_import.saying import as_json, as_text, lines_of, summary

if TYPE_CHECKING:
    from legacy_import.importing import import_sources

__all__ = [
    "Note",
    "Outcome",
    "Report",
    "Status",
    "as_json",
    "as_text",
    "import_sources",
    "lines_of",
    "summary",
]


def __getattr__(name: str) -> Any:
    """The importer itself is loaded by who imports: checks ask this room for a word only."""
    if name == "import_sources":
        from legacy_import.importing import import_sources

        return import_sources
    raise AttributeError(name)
