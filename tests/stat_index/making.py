"""Articles, registries and indexes for tests, made the way the site makes them."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from markdown import Markdown

from stat_index.article import ArticleContext, ArticleFigures, read
from stat_index.book import Index
from stat_index.cell import Cell
from stat_index.index import ArticleRecord, build_index
from stat_index.marking.markdown import FigureMarks
from stat_index.model import Source
from stat_index.registry import Registry
from stat_index.registry_file import load_registry

CHI_TIEU = """
[lop]
label = "Lớp đào tạo, bồi dưỡng"
unit = "lớp"
group = "Đào tạo"
aliases = ["lớp", "lớp học"]
plausible = [0, 2000]

[lop-trung-cap]
label = "Lớp trung cấp"
unit = "lớp"
group = "Đào tạo"
aliases = ["lớp trung cấp"]

[hoc-vien]
label = "Học viên"
unit = "học viên"
group = "Đào tạo"
aliases = ["học viên"]

[luot-hoc-vien]
label = "Lượt học viên"
unit = "lượt"
group = "Đào tạo"
aliases = ["lượt học viên"]

[de-tai]
label = "Đề tài khoa học"
unit = "đề tài"
group = "Khoa học"
aliases = ["đề tài khoa học", "đề tài cấp trường", "đề tài cấp tỉnh"]
levels = ["cấp tỉnh", "cấp trường"]

[toa-dam]
label = "Tọa đàm"
unit = "tọa đàm"
group = "Khoa học"
aliases = ["tọa đàm"]
"""

DON_VI = """
[truong-a]
name = "Trường Chính trị A"
short = "Trường A"
aliases = ["trường a"]

[truong-mau]
name = "Trường Mẫu"
demonstration = true
"""

EXTENSIONS = ["tables", "attr_list", "footnotes", "sane_lists"]


def registry_in(folder: Path, indicators: str = CHI_TIEU, owners: str = DON_VI) -> Registry:
    """The registry of two files written into `folder`."""
    (folder / "chi-tieu.toml").write_text(indicators, "utf-8")
    (folder / "don-vi.toml").write_text(owners, "utf-8")
    registry, findings = load_registry(folder)
    assert findings == []
    return registry


def html_of(body: str) -> str:
    """`body` as the site converts it."""
    return Markdown(extensions=[*EXTENSIONS, FigureMarks()]).convert(body)


def article(
    body: str, registry: Registry, *, id: str = "bai", day: str = "2023-12-20", **known: Any
) -> ArticleFigures:
    """The figures of an article that says `body`."""
    context = ArticleContext(
        id=id,
        title=known.pop("title", "Tổng kết"),
        date=datetime.date.fromisoformat(day),
        organisation=known.pop("organisation", "truong-a"),
        path="x.md",
        body=body,
        body_line=known.pop("body_line", 1),
        **known,
    )
    return read(html_of(body), context, registry)


def record(
    body: str, registry: Registry, *, id: str = "bai", day: str = "2023-12-20", **known: Any
) -> ArticleRecord:
    """An article as the index takes it."""
    figures = article(body, registry, id=id, day=day, **known)
    assert [f for f in figures.findings if f.severity == "error"] == []
    source = Source(id, f"Bài {id}", f"{day[:4]}/{day[5:7]}/{id}/", day)
    return ArticleRecord(source, figures.observations, tuple(known.get("corrections", ())))


def index_of(registry: Registry, *records: ArticleRecord) -> Index:
    """The index of some articles."""
    return build_index(records, registry)


def cell(index: Index, slug: str, period: str) -> Cell:
    """The cell of one series and period."""
    series = next(s for s in index.series if s.slug == slug)
    return next(c for c in series.cells if c.period.text == period)
