"""A table of data as Markdown, or as plain HTML where cells span several places."""

from __future__ import annotations

import html

from bs4 import Tag

from legacy_import.page.tables import rows_of
from legacy_import.page.tree import nodes_of, text_of, whole_number
from legacy_import.writing.inline import Link, words_in


def table_markdown(table: Tag, link: Link) -> str:
    """`table` in Markdown; its caption stands above it in bold."""
    rows = [row for row in rows_of(table) if any(cell.get_text().strip() for cell in row)]
    if not rows:
        return ""
    caption = table.find("caption")
    if any(
        _span(cell, name) > 1 for row in rows for cell in row for name in ("colspan", "rowspan")
    ):
        return _as_html(rows, text_of(caption) if caption else "")
    width = max(map(len, rows))
    cells = [[_cell(cell, link) for cell in row] + [""] * (width - len(row)) for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in cells]
    lines.insert(1, f"|{' --- |' * width}")
    head = [f"**{text_of(caption)}**", ""] if caption and text_of(caption) else []
    return "\n".join([*head, *lines])


def _cell(cell: Tag, link: Link) -> str:
    text = words_in(nodes_of(cell), link).replace("|", "\\|")
    return (
        text[2:-2]
        if text.startswith("**") and text.endswith("**") and text.count("**") == 2
        else text
    )


def _span(cell: Tag, name: str) -> int:
    return min(whole_number(cell, name, 1), 200)


def _as_html(rows: list[list[Tag]], caption: str) -> str:
    lines = ["<table>"]
    if caption:
        lines.append(f"<caption>{html.escape(caption, quote=False)}</caption>")
    for at, row in enumerate(rows):
        head = at == 0 or all(cell.name == "th" for cell in row)
        lines.append(f"<tr>{''.join(_html_cell(cell, head) for cell in row)}</tr>")
    return "\n".join([*lines, "</table>"])


def _html_cell(cell: Tag, head: bool) -> str:
    name = "th" if head or cell.name == "th" else "td"
    spans = "".join(
        f' {span}="{_span(cell, span)}"' for span in ("colspan", "rowspan") if _span(cell, span) > 1
    )
    return f"<{name}{spans}>{html.escape(text_of(cell), quote=False)}</{name}>"
