"""The files that hold rows: the same rows in every form."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from stat_index.downloads import csv_files, json_file, xlsx
from stat_index.downloads.dataset import Dataset
from stat_index.downloads.editions import BY_KEY, TABLES
from stat_index.downloads.former import LastBuild, Sheet, note, noted, sheets_in
from stat_index.downloads.sheets import Sheets
from stat_index.evidence import Evidence, Wanted


class RowFiles:
    """Makes those of one index; what the `last` build left is used where it holds."""

    def __init__(
        self, evidence: Evidence, site_url: str, book: xlsx.Book, last: LastBuild | None
    ) -> None:
        self._book, self._last = book, last
        # In the order of TABLES.
        forms = (csv_files.CSV, csv_files.EXCEL_CSV, json_file.JSON, book.form)
        self._sheets = Sheets(evidence, forms, site_url)
        self._betweens = [form.between.encode() for form in forms]

    def files(
        self, dataset: Dataset, wanted: Mapping[str, Wanted], shows: Callable[[], str]
    ) -> dict[str, bytes]:
        """Content by name; `wanted` are named by digests of what they say, all by `shows`."""
        names = [BY_KEY[key].file(dataset.id) for key in TABLES]
        # Only a file of several sheets has rows that an edit leaves alone.
        last = self._last if len(wanted) > 1 else None
        place = dataset.folder + dataset.id
        former = self._former(last, place, [dataset.folder + name for name in names])
        sheets = self._sheets.of(wanted, former)
        if last:
            note(last, place, shows(), zip(wanted, sheets, strict=True))
        csv, excel_csv, json, book = (
            between.join([sheet[place] for sheet in sheets])
            for place, between in enumerate(self._betweens)
        )
        contents = (
            csv_files.HEADER + csv,
            csv_files.EXCEL_HEADER + excel_csv,
            json_file.json_file(dataset, json),
            xlsx.xlsx_file(dataset, book, self._book),
        )
        return dict(zip(names, contents, strict=True))

    def _former(
        self, last: LastBuild | None, place: str, names: Sequence[str]
    ) -> Mapping[str, Sheet]:
        """The sheets of the files `names` as the last build left them."""
        shows, cuts = noted(last, place) if last else ("", ())
        if not last or not cuts:
            return {}
        csv, excel_csv, json, book = (last.file(name, shows) for name in names)
        if csv is None or excel_csv is None or json is None or book is None:
            return {}
        rows = (
            csv.removeprefix(csv_files.HEADER),
            excel_csv.removeprefix(csv_files.EXCEL_HEADER),
            json_file.rows_in(json),
            xlsx.rows_in(book, self._book),
        )
        return sheets_in(cuts, rows, self._betweens)
