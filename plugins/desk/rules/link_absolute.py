"""Links with a leading slash, which break where the site lies under a sub-path."""

from __future__ import annotations

from collections.abc import Iterator

from desk.link_scan import Link
from desk.links import link_to_page, target_of
from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying

RULE = Rule(
    title="Liên kết bắt đầu bằng dấu /",
    english="A link that breaks under a sub-path",
    why="Liên kết /… tính từ gốc của máy chủ. Khi trang đặt trong thư mục con (ví dụ"
    " example.edu.vn/tin/) thì nó trỏ sai chỗ. Viết {filename} (bài), {static} (tệp),"
    " {so-lieu} (trang số liệu) hoặc {index}dinh-chinh/ (trang khác của chương trình).",
    bad=("[số liệu](/so-lieu/)", "[bài](/2023/11/hoi-nghi/)", "[tin](/tin-tuc/a.html)"),
    good=(
        "[số liệu]({so-lieu})",
        "[trang](https://example.edu.vn/tin/)",
        "![ảnh](/hinh-anh/a.png)",
    ),
)


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each link with a leading slash; files are led to their place anyway."""
    for link in _wrong(document, survey):
        message = Saying(
            f"Liên kết “{link.address}” bắt đầu bằng / nên sai khi trang nằm ở thư mục con",
            f"The link “{link.address}” begins with /, so it breaks where the site lies in a folder",
        )
        better = _better(link.address, target_of(link.address).path, survey)
        yield Remark(link.line, link.column, message, Saying(f"viết {better}", f"write {better}"))


def _wrong(document: Document, survey: Survey) -> Iterator[Link]:
    for link in survey.scan(document).links:
        target = target_of(link.address)
        if not link.is_image and target.sort == "absolute" and not _is_file(target.path, survey):
            yield link


def _is_file(path: str, survey: Survey) -> bool:
    return path.lstrip("/") in survey.site.files or path.startswith(("/hinh-anh/", "/images/"))


def _better(address: str, path: str, survey: Survey) -> str:
    """`address` as it should be written."""
    rest = address.lstrip("/")
    if page := link_to_page(path, address.partition("#")[2], survey.site):
        return page
    if rest.startswith("so-lieu/"):
        return f"{{so-lieu}}{rest.removeprefix('so-lieu/')}"
    return f"{{index}}{rest}"


def fix(text: str, document: Document, survey: Survey) -> str:
    """Each such link with the marker that leads to the same page."""
    for link in _wrong(document, survey):
        better = _better(link.address, target_of(link.address).path, survey)
        text = text.replace(f"]({link.address}", f"]({better}")
    return text
