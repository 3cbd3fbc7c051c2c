"""Links copied from the address bar of a preview or of the site itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity

RULE = Rule(
    title="Liên kết chép từ bản xem thử hoặc từ chính trang này",
    english="A link copied from the preview or from this very site",
    why="Địa chỉ localhost, 127.0.0.1 chỉ có trên máy đang xem thử. Địa chỉ đầy đủ của chính trang"
    " này thì gãy khi trang đổi máy chủ hoặc thư mục. Viết {filename}/bai-viet/… tới tệp .md của"
    " bài, {so-lieu}… hoặc {index}… tới trang khác.",
    bad=(
        "Xem [bài](http://localhost:8000/2023/11/hoi-nghi/).",
        "Xem [bảng](http://127.0.0.1:8000/so-lieu/).",
    ),
    good=("Xem [bài](https://example.edu.vn/2023/11/hoi-nghi/).",),
)

_PREVIEW = re.compile(r"https?://(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?=[/?#]|$)", re.I)


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """An error on each link to a preview, a warning on each to the site's own address."""
    own = survey.published_at.rstrip("/")
    for link in survey.scan(document).links:
        preview = _PREVIEW.match(link.address)
        if preview:
            yield _remark(link.line, link.column, link.address, preview[0])
        elif own and (link.address == own or link.address.startswith(f"{own}/")):
            yield _remark(link.line, link.column, link.address, own, Severity.WARNING)


def _remark(
    line: int, column: int, address: str, root: str, severity: Severity = Severity.ERROR
) -> Remark:
    path = address[len(root) :].strip("/")
    if severity is Severity.ERROR:
        message = Saying(
            f"Địa chỉ “{address}” chỉ có trên máy đang xem thử",
            f"The address “{address}” is there on the previewing machine only",
        )
    else:
        message = Saying(
            f"Địa chỉ “{address}” là của chính trang này; trang đổi chỗ thì gãy",
            f"The address “{address}” is this very site's; it breaks when the site moves",
        )
    series, inner = path.partition("so-lieu/")[1:]
    better = (
        f"{{so-lieu}}{inner}" if series and path.startswith(series) else "{filename}/bai-viet/…"
    )
    mend = Saying(f"viết {better}", f"write {better}")
    return Remark(line, column, message, mend, severity=severity)
