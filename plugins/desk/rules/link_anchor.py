"""Links to a place inside a page that has no such place."""

from __future__ import annotations

from collections.abc import Iterator

from desk.links import document_at, target_of
from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying
from vntext.fold import slug

RULE = Rule(
    title="Liên kết tới mục không có trong trang",
    english="A link to a place that the page does not have",
    why="Phần sau dấu # là tên một chỗ trong trang. Không có chỗ ấy thì trình duyệt đứng ở đầu"
    " trang. Đặt tên cho đề mục bằng {#ten-muc} ở cuối dòng đề mục.",
    bad=("[xem](#khong-co)", "[xem]({filename}bai.md#khong-co)"),
    good=(
        "## Kết quả {#ket-qua}\n\n[xem](#ket-qua)",
        '<span id="cho-nay">x</span>\n\n[xem](#cho-nay)',
        "## Kết quả\n\n[xem](#ket-qua)",
        "[về đầu](#)",
    ),
)


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each anchor that the target does not have."""
    for link in survey.scan(document).links:
        target = target_of(link.address)
        if link.is_image or not target.anchor:
            continue
        if target.sort == "place" and not target.marker:
            page: Document | None = document
        elif target.sort == "document":
            page = document_at(target.path, document, survey.site)
        else:
            continue
        if page is not None and not _has(page, target.anchor, survey):
            message = Saying(
                f"Không có mục “#{target.anchor}” trong {page.path}",
                f"There is no place “#{target.anchor}” in {page.path}",
            )
            name = slug(target.anchor) or "ten-muc"
            mend = Saying(
                f"viết {{#{name}}} ở cuối dòng đề mục cần tới",
                f"write {{#{name}}} at the end of the heading that is meant",
            )
            yield Remark(link.line, link.column, message, mend)


def _has(page: Document, anchor: str, survey: Survey) -> bool:
    """Whether the page has the place; those made later (figures, footnotes) are believed."""
    if anchor.startswith(("sl-", "fn:", "fnref:", "fn-")):
        return True
    seen = survey.scan(page)
    return anchor in seen.anchors or any(slug(h.text) == anchor for h in seen.headings)
