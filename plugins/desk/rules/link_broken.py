"""Links to documents that are not there, and addresses that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from desk.link_scan import Link
from desk.links import (
    Target,
    document_at,
    link_to_page,
    name_at,
    names_host,
    target_of,
)
from desk.rule import Remark, Rule, Survey
from desk.site import Document, Site
from findings import Saying

RULE = Rule(
    title="Liên kết gãy",
    english="A link leads nowhere",
    why="Người đọc bấm vào sẽ gặp trang báo lỗi. Liên kết tới bài khác viết"
    " {filename}/bai-viet/2023/ten-tep.md: chương trình tự đổi sang địa chỉ của bài,"
    " và báo ngay khi tệp bị đổi tên.",
    bad=(
        "[xem]({filename}/khong-co.md)",
        "[xem]({filename}khong-co.md#muc)",
        "[xem](khong-co.md)",
        "[xem]()",
        "[xem](2023/11/khong-co/)",
        "[xem](www.example.edu.vn) và [xem](example.edu.vn/tin)",
        "[xem](https://) và [xem](https://example.edu.vn/a b)",
        "[thư](phong@example.edu.vn) và [gọi](0221 3863 123)",
        "Xem [tin][1].\n\n[1]: {filename}/khong-co.md",
    ),
    good=(
        "[xem](https://example.edu.vn/) và [thư](mailto:a@example.edu.vn)",
        "[xem]({filename}bai.md), [số liệu]({so-lieu}), `[mẫu]({filename}khong-co.md)`",
    ),
)


#: How readers reach people, and what such an address looks like without its beginning.
_PEOPLE = {
    "mailto": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII),
    "tel": re.compile(r"\+?[\d .()-]{8,20}", re.ASCII),
}

#: Names looked through for a suggestion.
_ENOUGH = 300


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each link to a document or place that does not exist."""
    for link in survey.scan(document).links:
        if link.is_image:
            continue
        target = target_of(link.address)
        problem = _problem(link, target, document, survey.site)
        if problem:
            yield Remark(link.line, link.column, *problem)


Problem = tuple[Saying, Saying]
"""What is wrong, and how to mend it."""


def _problem(link: Link, target: Target, document: Document, site: Site) -> Problem | None:
    if not link.address:
        return (
            Saying("Liên kết chưa có địa chỉ", "The link has no address"),
            Saying("viết địa chỉ vào trong ngoặc tròn", "write the address between the brackets"),
        )
    for scheme, pattern in _PEOPLE.items():
        if pattern.fullmatch(link.address):
            return _without_scheme(link.address, scheme)
    if names_host(link.address):
        whole = f"https://{link.address}"
        return (
            Saying(
                f"Liên kết “{link.address}” thiếu https:// nên bị hiểu là tệp của trang này",
                f"The link “{link.address}” lacks https://, so it is taken for a file of this site",
            ),
            Saying(f"viết {whole}", f"write {whole}"),
        )
    if target.sort == "outside":
        return _outside_problem(link)
    if target.sort == "document":
        return _document_problem(link, target, document, site)
    if target.sort == "relative" and not _is_file(target.path):
        message = Saying(
            f"Liên kết “{link.address}” không dẫn tới bài hay tệp nào",
            f"The link “{link.address}” leads to no article or file",
        )
        if meant := _meant(target, document, site):
            return message, Saying(f"có phải {meant}?", f"is it {meant}?")
        return message, Saying(
            "viết {filename}/… tới tệp .md của bài, hoặc địa chỉ đầy đủ https://…",
            "write {filename}/… to the article's .md file, or a whole address https://…",
        )
    return None


def _without_scheme(address: str, scheme: str) -> Problem:
    whole = f"{scheme}:{re.sub(r'[ ()]', '', address)}"
    return (
        Saying(
            f"Liên kết “{address}” thiếu {scheme}: nên bị hiểu là tệp của trang này",
            f"The link “{address}” lacks {scheme}:, so it is taken for a file of this site",
        ),
        Saying(f"viết {whole}", f"write {whole}"),
    )


def _outside_problem(link: Link) -> Problem | None:
    scheme, mark, rest = link.address.partition("://")
    if not mark or scheme.lower() not in ("http", "https"):
        return None
    if not rest:
        return (
            Saying("Liên kết chưa có địa chỉ", "The link has no address"),
            Saying(f"viết tiếp sau {scheme}://", f"write on behind {scheme}://"),
        )
    if " " in rest.strip():
        return (
            Saying(
                f"Địa chỉ “{link.address}” có dấu cách ở giữa",
                f"The address “{link.address}” has a space in it",
            ),
            Saying("bỏ dấu cách, hoặc viết %20", "remove it, or write %20"),
        )
    return None


def _document_problem(link: Link, target: Target, document: Document, site: Site) -> Problem | None:
    found = document_at(target.path, document, site)
    if found is None:
        near = _nearest(name_at(target.path, document), site)
        message = Saying(
            f"Liên kết “{link.address}” trỏ tới một bài không có",
            f"The link “{link.address}” leads to an article that is not there",
        )
        if near:
            meant = f"{{filename}}/{near}?"
            return message, Saying(f"có phải {meant}", f"is it {meant}")
        return message, Saying(
            "sửa đường dẫn tới tệp .md của bài", "correct the path to the article's .md file"
        )
    if not target.marker:
        anchor = f"#{target.anchor}" if target.anchor else ""
        better = f"{{filename}}/{found.name}{anchor}"
        message = Saying(
            f"Liên kết “{link.address}” trỏ tới tệp .md, không phải địa chỉ của bài",
            f"The link “{link.address}” leads to the .md file, which is not where the article"
            " stands on the site",
        )
        return message, Saying(f"viết {better}", f"write {better}")
    return None


def _meant(target: Target, document: Document, site: Site) -> str | None:
    """The article whose address on the site it is, or whose file lacks its ending."""
    page = link_to_page(target.path, target.anchor, site)
    found = None if page else document_at(f"{target.path.rstrip('/')}.md", document, site)
    if found is None:
        return page
    return f"{{filename}}/{found.name}{f'#{target.anchor}' if target.anchor else ''}"


def _nearest(name: str, site: Site) -> str | None:
    """A document of that file name in another folder, else one of a similar name beside it."""
    folder, _, file = name.rpartition("/")
    moved = site.by_file_name.get(file)
    if moved:
        return moved[0]
    # File names only: in a shared folder every path is like every other.
    beside = {
        other: near
        for near in site.by_name
        for at, _, other in [near.rpartition("/")]
        if at == folder
    }
    close = get_close_matches(file, list(beside)[:_ENOUGH], 1)
    return beside[close[0]] if close else None


def _is_file(path: str) -> bool:
    """Whether the address looks like a file; those are looked up by `file-missing`."""
    return "." in path.partition("?")[0].rpartition("/")[2]


def fix(text: str, document: Document, survey: Survey) -> str:
    """Links to Markdown files that exist get their `{filename}`."""
    for link in survey.scan(document).links:
        target = target_of(link.address)
        if target.sort == "document" and not target.marker:
            found = document_at(target.path, document, survey.site)
            if found is not None:
                anchor = f"#{target.anchor}" if target.anchor else ""
                better = f"({{filename}}/{found.name}{anchor}"
                text = text.replace(f"({link.address}", better)
    return text
