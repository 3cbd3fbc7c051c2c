"""The whole index: everything that the search page may fetch, file by file."""

from __future__ import annotations

from collections.abc import Iterable

from site_search.analyse import analyse
from site_search.files import checksum, document_file, document_name, series_files
from site_search.gathered import Gathered
from site_search.layers import newest_from
from site_search.model import SearchDocument, SearchSeries
from site_search.seats import seats_of


def build_index(
    documents: Iterable[SearchDocument], series: Iterable[SearchSeries]
) -> dict[str, bytes]:
    """File name below `tim-kiem/` → bytes; the same for the same input in any order."""
    by_address = {document.address: document for document in documents}
    seats = seats_of((one.date, one.address) for one in by_address.values())
    ordered = [(seat, by_address[address]) for address, seat in seats.items()]
    gathered = Gathered(newest_from(seats.values()))
    files, series_checksum = series_files(series)
    for seat, one in ordered:
        line = one.to_json()
        gathered.add(seat, analyse(one), checksum(seat, line))
        files[document_name(seat)] = document_file(line)
    return files | gathered.files(max(seats.values(), default=-1) + 1, series_checksum)
