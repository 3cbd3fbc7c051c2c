"""Caption and credit: two things that editors write into one line."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CREDIT = re.compile(
    r"(?:^|(?<=[.!?…;,)])\s*|\s*[–—-]\s+|\s*[(\[]\s*)"
    r"(?P<credit>(?:Ảnh(?: minh họa| minh hoạ| tư liệu)?|Nguồn(?: ảnh)?|Đồ họa|Đồ hoạ|Tranh|Hình)"
    r"\s*:\s*[^)\]]+?)\s*[)\]]?\s*\.?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Caption:
    """What a picture shows, and who made it; either may be empty."""

    text: str
    credit: str


def split_caption(line: str) -> Caption:
    """`Chú thích. Ảnh: Tên` in its two parts; also `(Ảnh: Tên)` and `– Nguồn: Tên`."""
    line = " ".join(line.split())
    match = _CREDIT.search(line)
    if not match:
        return Caption(line, "")
    return Caption(line[: match.start()].rstrip(" ;,"), match["credit"].rstrip(" ."))
