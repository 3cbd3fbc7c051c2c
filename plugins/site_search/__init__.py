"""Search over everything, answered in the reader's browser from a static index.

Readers type with or without marks. Python analyses and packs; the script
`theme/static/js/search.js` reads what it needs of the pack and ranks.
"""

from site_search.analyse import analyse
from site_search.gathered import Gathered, Sheaves
from site_search.index import build_index
from site_search.layers import newest_from
from site_search.model import DocumentTerms, SearchDocument, SearchSeries
from site_search.plain import plain_text
from site_search.update import Edit, NotUpdatable, directory_in, update_index

__all__ = [
    "DocumentTerms",
    "Edit",
    "Gathered",
    "NotUpdatable",
    "SearchDocument",
    "SearchSeries",
    "Sheaves",
    "analyse",
    "build_index",
    "directory_in",
    "newest_from",
    "plain_text",
    "update_index",
]
