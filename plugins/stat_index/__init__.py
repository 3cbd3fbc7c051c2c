"""Figures of all articles → ids in their HTML → series → pages, charts, downloads, ledger.

Doors: `article.read` (one article), `archive.Archive` (all of them, from build to build),
`index.build_index` (all of them at once), `pages.index_pages`, `downloads.download_sets`,
`markdown.FigureMarks` (the editor's marks), `registry_file.load_registry`, `ledger.settle`.
"""
