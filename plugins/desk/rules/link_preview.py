"""Links copied from the address bar of a preview or of the site itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.link_scan import Link
from desk.links import link_to_page
from desk.rule import Remark, Rule, Survey
from desk.site import Document, Site
from findings import Saying, Severity

RULE = Rule(
    title="Liên kết chép từ bản xem thử hoặc từ chính trang này",
    english="A link copied from the preview or from this very site",
    why="Địa chỉ localhost, 127.0.0.1 chỉ có trên máy đang xem thử. Địa chỉ đầy đủ của chính trang"
    " này thì gãy khi trang đổi máy chủ hoặc thư mục. Viết {filename}/bai-viet/… tới tệp .md của"
    " bài, {so-lieu}… hoặc {index}… tới trang khác. `niengiam check --fix` viết lại liên kết tới"
    " bài và số liệu.",
    bad=(
        "Xem [bài](http://localhost:8000/2023/11/hoi-nghi/).",
        "Xem [bảng](http://127.0.0.1:8000/so-lieu/).",
    ),
    good=("Xem [bài](https://example.edu.vn/2023/11/hoi-nghi/).",),
)

_PREVIEW = re.compile(r"https?://(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?=[/?#]|$)", re.I)


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """An error on each link to a preview, a warning on each to the site's own address."""
    for link, root, severity in _copied(document, survey):
        yield _remark(link, _better(link.address, root, survey.site), severity)


def _copied(document: Document, survey: Survey) -> Iterator[tuple[Link, str, Severity]]:
    """Such links, each with the beginning that is to go."""
    own = survey.published_at.rstrip("/")
    for link in survey.scan(document).links:
        preview = _PREVIEW.match(link.address)
        if preview:
            yield link, preview[0], Severity.ERROR
        elif own and (link.address == own or link.address.startswith(f"{own}/")):
            yield link, own, Severity.WARNING


def _better(address: str, root: str, site: Site) -> str:
    """The link as it should be written; with an ellipsis where that cannot be told."""
    path, _, anchor = address[len(root) :].strip("/").partition("#")
    series, inner = path.partition("so-lieu/")[1:]
    if series and path.startswith(series):
        return f"{{so-lieu}}{inner}{f'#{anchor}' if anchor else ''}"
    return link_to_page(path, anchor, site) or "{filename}/bai-viet/…"


def _remark(link: Link, better: str, severity: Severity) -> Remark:
    if severity is Severity.ERROR:
        message = Saying(
            f"Địa chỉ “{link.address}” chỉ có trên máy đang xem thử",
            f"The address “{link.address}” is there on the previewing machine only",
        )
    else:
        message = Saying(
            f"Địa chỉ “{link.address}” là của chính trang này; trang đổi chỗ thì gãy",
            f"The address “{link.address}” is this very site's; it breaks when the site moves",
        )
    mend = Saying(f"viết {better}", f"write {better}")
    return Remark(link.line, link.column, message, mend, severity=severity)


def fix(text: str, document: Document, survey: Survey) -> str:
    """Those that lead to an article or to figures, by the name of what they lead to."""
    for link, root, _ in _copied(document, survey):
        better = _better(link.address, root, survey.site)
        if not better.endswith("…"):
            text = text.replace(f"]({link.address})", f"]({better})")
    return text
