"""Films, sounds and pictures that the reader's browser would fetch from another host."""

from __future__ import annotations

from collections.abc import Iterator

from desk.links import target_of
from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying

RULE = Rule(
    title="Phim, âm thanh, ảnh ở máy chủ khác",
    english="A film, sound or picture on another host",
    why="Mỗi lần mở bài, trình duyệt của người đọc phải hỏi máy chủ kia; máy chủ ấy biết ai đọc gì,"
    " và tệp có thể mất. Chép tệp vào hinh-anh/, hoặc viết một liên kết để người đọc tự bấm.",
    bad=(
        '<video src="https://example.edu.vn/a.mp4" controls></video>',
        '<video controls><source src="//example.edu.vn/a.mp4"></video>',
        '<audio src="/hinh-anh/a.mp3" controls></audio> <video poster="http://example.edu.vn/a.jpg">',
    ),
    good=(
        '<video src="/hinh-anh/a.mp4" controls></video>',
        "[Xem phim](https://example.edu.vn/a.mp4)",
        '<blockquote cite="https://example.edu.vn/">x</blockquote>',
    ),
)


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each such tag."""
    for tag in survey.scan(document).tags:
        for name, value in tag.attributes:
            if name in ("src", "poster", "srcset") and target_of(value).sort == "outside":
                message = Saying(
                    f"“{value[:80]}” nằm ở máy chủ khác", f"“{value[:80]}” lies on another host"
                )
                mend = Saying(
                    "chép tệp vào hinh-anh/, hoặc viết liên kết [xem phim](https://…)",
                    "copy the file into hinh-anh/, or write a link [film](https://…)",
                )
                yield Remark(tag.line, tag.column, message, mend)
