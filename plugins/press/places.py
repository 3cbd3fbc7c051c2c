"""Links of articles to pages that the program makes: `{so-lieu}lop/`, `{index}dinh-chinh/`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from desk.site import Site
from findings import Finding, Saying
from press.records import Record

_PLACED = re.compile(r'href="\{(so-lieu|index)\}([^"#?]*)')


def places_of(html: str) -> tuple[str, ...]:
    """Marker and path of each such link, `{so-lieu}lop/`; sorted, once each."""
    return tuple(sorted({f"{{{marker}}}{path}" for marker, path in _PLACED.findall(html)}))


def dead_places(records: Iterable[Record], site: Site, files: Collection[str]) -> Iterator[Finding]:
    """An error for each link of `records` to a page that is not among `files` of the site."""
    for record in records:
        for place in record.places:
            if not _is_there(place, files):
                yield _dead(place, record, site)


def _is_there(place: str, files: Collection[str]) -> bool:
    path = place.replace("{so-lieu}", "so-lieu/").replace("{index}", "").strip("/")
    return path in files or f"{path}/index.html".lstrip("/") in files


def _dead(place: str, record: Record, site: Site) -> Finding:
    document = site.by_name[record.path]
    body, at = document.front.body, max(document.front.body.find(place), 0)
    line = document.front.body_line + body.count("\n", 0, at)
    column = at - body.rfind("\n", 0, at)
    message = Saying(
        f"Liên kết “{place}” trỏ tới một trang không có",
        f"The link “{place}” leads to a page that is not there",
    )
    mend = Saying(
        "mở trang cần tới khi xem thử rồi chép phần cuối của địa chỉ",
        "open the page in the preview and copy the end of its address",
    )
    return Finding(document.path, line, column, "link-broken", message, mend)
