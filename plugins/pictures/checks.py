"""What the editor is told about pictures and attachments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from findings import Severity
from pictures.model import Picture, Refusal

_NAME_AS_ALT = re.compile(
    r"(?:img|dsc|dscf|dscn|pxl|image|screenshot|anh|ảnh|hình)[\s_-]*\d*|\S+\.\w{3,4}", re.IGNORECASE
)


def remote(address: str) -> Refusal:
    """The refusal of a picture that readers would have to fetch from someone else."""
    return Refusal(
        "picture-remote",
        f"Ảnh “{address[:80]}” nằm ở máy chủ khác",
        "tải ảnh về thư mục hinh-anh/ rồi viết {static}/hinh-anh/tên-ảnh",
    )


def named(refusal: Refusal, address: str) -> Refusal:
    """`refusal` with the picture's address in its message."""
    if address in refusal.message:
        return refusal
    return Refusal(refusal.rule, f"“{address}”: {refusal.message}", refusal.mend)


def doubts(address: str, alt: str, picture: Picture) -> Iterator[tuple[Refusal, Severity]]:
    """What is wrong with a picture that can be shown all the same.

    Bad: `![](a.jpg)`, `![IMG_0123](a.jpg)`
    Good: `![Các đại biểu biểu quyết tại hội nghị](a.jpg)`
    """
    if not alt:
        message = f"Ảnh “{address}” thiếu lời mô tả"
        mend = "viết ![mô tả điều nhìn thấy](…) cho người không nhìn được ảnh"
        yield Refusal("picture-alt", message, mend), Severity.ERROR
    elif _NAME_AS_ALT.fullmatch(alt):
        message = f"Lời mô tả “{alt}” chưa nói lên điều gì trong ảnh “{address}”"
        yield Refusal("picture-alt", message, "viết điều nhìn thấy trong ảnh"), Severity.WARNING
    if picture.still:
        message = f"Ảnh động “{address}” chỉ được đăng khung hình đầu"
        mend = "dùng ảnh tĩnh, hoặc đính kèm video"
        yield Refusal("picture-still", message, mend), Severity.WARNING
    if picture.removed:
        message = f"Đã bỏ khỏi hình “{address}”: {', '.join(picture.removed)}"
        mend = "xuất lại SVG không có mã lệnh, liên kết ngoài và ảnh nhúng"
        yield Refusal("picture-svg", message, mend), Severity.WARNING
