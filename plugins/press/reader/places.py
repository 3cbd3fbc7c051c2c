"""Links of articles to pages that the program makes: `{so-lieu}lop/`, `{index}dinh-chinh/`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from typing import Protocol

from desk.site import Site
from findings import Finding, Saying, sort_findings
from press.reader.records import Record

_PLACED = re.compile(r'href="\{(so-lieu|index)\}([^"#?]*)')


class Shown(Protocol):
    """An article or page of the site."""

    @property
    def record(self) -> Record: ...


def may_lead(source: str) -> bool:
    """Whether an editor's Markdown may hold such links; a backslash may stand in their markers."""
    return "{so-lieu}" in source or "{index}" in source or "\\" in source


def places_of(html: str, own: Iterable[str] = ()) -> tuple[str, ...]:
    """Marker and path of each such link, `{so-lieu}lop/`; sorted, once each.

    Figures lead to the series that they are in, those with the slugs `own`: these are always there.
    """
    found = {f"{{{marker}}}{path}" for marker, path in _PLACED.findall(html)}
    return tuple(sorted(found.difference(f"{{so-lieu}}{slug}/" for slug in own)))


def chosen_places(record: Record) -> set[str]:
    """Those of its links that may lead nowhere: not to a front page."""
    return set(record.places) - {"{so-lieu}", "{index}"}


def dead_links(
    contents: Iterable[Shown], site: Site, files: Collection[str], *, whole: bool = True
) -> list[Finding]:
    """An error for each link of `contents` to a page that is not among `files` of the site.

    Without `whole`, some documents could not be read, and their pages are not among the files.
    """
    found = []
    for record in (content.record for content in contents):
        for place in record.places:
            path = _path_of(place)
            if path not in files and f"{path}/index.html".lstrip("/") not in files:
                found.append(_dead(place, record, site, _nearest(path, files), whole))
    return sort_findings(found)


def _path_of(place: str) -> str:
    return place.replace("{so-lieu}", "so-lieu/").replace("{index}", "").strip("/")


def _nearest(path: str, files: Collection[str]) -> str | None:
    """The page whose address is most like `path`, as a link to it; None where none is like it."""
    folder, _, name = path.rpartition("/")
    beside = {
        here.rpartition("/")[2]: here
        for file in files
        if file.endswith("/index.html")
        for here in [file.removesuffix("/index.html")]
        if here.rpartition("/")[0] == folder
    }
    close = get_close_matches(name, beside, 1)
    if not close:
        return None
    found = beside[close[0]]
    inside = found.removeprefix("so-lieu/")
    return f"{{index}}{found}/" if inside == found else f"{{so-lieu}}{inside}/"


def _dead(place: str, record: Record, site: Site, near: str | None, whole: bool) -> Finding:
    document = site.by_name[record.path]
    body, at = document.front.body, max(document.front.body.find(place), 0)
    line = document.front.body_line + body.count("\n", 0, at)
    column = at - body.rfind("\n", 0, at)
    message = Saying(
        f"Liên kết “{place}” trỏ tới một trang không có",
        f"The link “{place}” leads to a page that is not there",
    )
    mend = (
        Saying(f"có phải {near}?", f"is it {near}?")
        if near
        else Saying(
            "mở trang cần tới khi xem thử rồi chép phần cuối của địa chỉ",
            "open the page in the preview and copy the end of its address",
        )
    )
    if not whole:
        mend = Saying(
            f"sửa các lỗi kia trước, vì trang ấy có thể thuộc một bài chưa đọc được; nếu vẫn còn: {mend}",
            "mend the other errors first, for it may be a page of an article that could not be read;"
            f" if this stays: {mend.english}",
        )
    return Finding(document.path, line, column, "link-broken", message, mend)
