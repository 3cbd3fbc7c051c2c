"""The workbook without rows, as openpyxl makes it: asked for once, then kept as plain values."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from stat_index.downloads.table import COLUMNS

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

PlainBook = tuple[Mapping[str, int], Sequence[Sequence[str]]]
"""Number of each style by its name; name and content of each file in the book."""

_WIDE = {"SENTENCE": 70, "SOURCE_TITLE": 44, "OBS_URL": 44, "INDICATOR_NAME": 34,
         "REF_AREA_NAME": 34, "GROUP": 24, "PERIOD_NAME": 22, "CORRECTION_REASON": 30,
         "DEMONSTRATION": 11, "YEAR": 9}  # fmt: skip
#: Of what a column means, in the sheet of notes; some are wider than the noughts by which
#: a column is measured.
LETTERS_A_LINE = 80
#: The number of the last printed row in a book without rows.
NO_ROW = 1_048_576
#: What is printed: the rest are codes and whole sentences, which no sheet of paper is wide
#: enough for.
_LAST_PRINTED = "AS_WRITTEN"


def plain_book() -> PlainBook:
    """The empty book. The library that makes it takes longer to load than many an edit."""
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    workbook = Workbook()
    data = workbook.active
    notes = workbook.create_sheet("Ghi chú")
    assert data is not None
    data.title = "Số liệu"
    data.freeze_panes = "A2"
    data.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}1048576"
    for number, column in enumerate(COLUMNS, start=1):
        data.column_dimensions[get_column_letter(number)].width = _WIDE.get(column.name, 16)
    _set_paper(data, notes)
    for letter, width in (("A", 26), ("B", 26), ("C", LETTERS_A_LINE + 10)):
        notes.column_dimensions[letter].width = width
    styles = _styles(workbook)
    file = io.BytesIO()
    workbook.save(file)
    with zipfile.ZipFile(file) as archive:
        return styles, [(name, archive.read(name).decode()) for name in archive.namelist()]


def _set_paper(data: Worksheet, notes: Worksheet) -> None:
    """Sheets of paper with a head and a number, as wide as what people read of the figures."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    last = [column.name for column in COLUMNS].index(_LAST_PRINTED) + 1
    data.print_area = f"A1:{get_column_letter(last)}{NO_ROW}"
    data.print_title_rows = "1:1"
    for sheet in (data, notes):
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        footer = sheet.oddFooter
        assert footer is not None
        footer.center.text = "&P / &N"


def _styles(workbook: Workbook) -> dict[str, int]:
    """Style number by name; the book keeps a style although its cell is gone."""
    from openpyxl.styles import Alignment, Font, PatternFill

    sheet = workbook.create_sheet("mẫu")
    cells = {
        name: sheet.cell(1, number)
        for number, name in enumerate(
            ("header", "title", "wrapped", "whole", "decimal", "day"), start=1
        )
    }
    cells["header"].font = Font(bold=True)
    cells["header"].fill = PatternFill("solid", fgColor="ECE6DC")
    cells["header"].alignment = Alignment(wrap_text=True, vertical="top")
    cells["title"].font = Font(bold=True, size=14)
    cells["wrapped"].alignment = Alignment(wrap_text=True, vertical="top")
    cells["whole"].number_format = "#,##0"
    cells["decimal"].number_format = "#,##0.0#########"
    cells["day"].number_format = "dd/mm/yyyy"
    numbers = {name: cell.style_id for name, cell in cells.items()}
    workbook.remove(sheet)
    return numbers
