"""Figures of all articles → ids in their HTML → series → pages, charts, downloads, ledger.

Doors: `article.read` (one article), `index.build_index` (all of them),
`generator.IndexGenerator` (the pages), `markdown.FigureMarks` (the editor's marks),
`registry_file.load_registry`, `ledger.settle`.
"""
