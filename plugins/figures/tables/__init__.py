"""Cells of tables and items of lists: what their headers, rows, captions and neighbours say of them."""
