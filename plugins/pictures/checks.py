"""What the editor is told about pictures and attachments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from findings import Saying, Severity, in_english
from pictures.model import Picture, Refusal

_NAME_AS_ALT = re.compile(
    r"(?:img|dsc|dscf|dscn|pxl|image|screenshot|anh|ảnh|hình)[\s_-]*\d*|\S+\.\w{3,4}", re.IGNORECASE
)


_SAVE_IT = Saying(
    "lưu ảnh vào thư mục hinh-anh/ rồi viết {static}/hinh-anh/tên-ảnh",
    "save it in hinh-anh/ and write {static}/hinh-anh/name-of-picture",
)


def remote(address: str) -> Refusal:
    """The refusal of a picture that readers would have to fetch from someone else."""
    if address.lower().startswith("data:"):
        return Refusal(
            "picture-remote",
            Saying(
                "Ảnh được dán thẳng vào bài thay vì nằm trong một tệp",
                "The picture was pasted into the text instead of lying in a file",
            ),
            _SAVE_IT,
        )
    return Refusal(
        "picture-remote",
        Saying(
            f"Ảnh “{address[:80]}” nằm ở máy chủ khác",
            f"The picture “{address[:80]}” lies on another host",
        ),
        _SAVE_IT,
    )


def named(refusal: Refusal, address: str) -> Refusal:
    """`refusal` with the picture's address in its message."""
    if address in refusal.message:
        return refusal
    message = Saying(
        f"“{address}”: {refusal.message}", f"“{address}”: {in_english(refusal.message)}"
    )
    return Refusal(refusal.rule, message, refusal.mend)


def alt_doubts(address: str, alt: str) -> Iterator[tuple[Refusal, Severity]]:
    """What is wrong with the description of a picture, whether or not there is one.

    Bad: `![](a.jpg)`, `![IMG_0123](a.jpg)`
    Good: `![Các đại biểu biểu quyết tại hội nghị](a.jpg)`
    """
    if not alt:
        message = Saying(
            f"Ảnh “{address[:80]}” thiếu lời mô tả",
            f"The picture “{address[:80]}” has no description",
        )
        mend = Saying(
            "viết ![mô tả điều nhìn thấy](…) cho người không nhìn được ảnh",
            "write ![what is seen](…) for those who cannot see it",
        )
        yield Refusal("picture-alt", message, mend), Severity.ERROR
    elif _NAME_AS_ALT.fullmatch(alt):
        message = Saying(
            f"Lời mô tả “{alt}” chưa nói lên điều gì trong ảnh “{address[:80]}”",
            f"The description “{alt}” says nothing of the picture “{address[:80]}”",
        )
        mend = Saying("viết điều nhìn thấy trong ảnh", "write what is seen in it")
        yield Refusal("picture-alt", message, mend), Severity.WARNING


def doubts(address: str, picture: Picture) -> Iterator[tuple[Refusal, Severity]]:
    """What is wrong with a picture that can be shown all the same."""
    if picture.still:
        message = Saying(
            f"Ảnh động “{address}” chỉ được đăng khung hình đầu",
            f"Only the first frame of the moving picture “{address}” is published",
        )
        mend = Saying("dùng ảnh tĩnh, hoặc đính kèm video", "use a still one, or attach a video")
        yield Refusal("picture-still", message, mend), Severity.WARNING
    if picture.removed:
        gone = ", ".join(picture.removed)
        message = Saying(
            f"Đã bỏ khỏi hình “{address}”: {gone}", f"Left out of the drawing “{address}”: {gone}"
        )
        mend = Saying(
            "xuất lại SVG không có mã lệnh, liên kết ngoài và ảnh nhúng",
            "export the SVG without scripts, outside links and embedded pictures",
        )
        yield Refusal("picture-svg", message, mend), Severity.WARNING
