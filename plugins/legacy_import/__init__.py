"""Saved pages of an old site become Markdown articles, with a report of what became of each.

report = import_sources([Path("luu/")], Path("content"))
"""

from legacy_import.importing import import_sources
from legacy_import.model import Note, Outcome, Report, Status
from legacy_import.saying import as_json, as_text, lines_of, summary

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
