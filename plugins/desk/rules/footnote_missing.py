"""A footnote that is called and never written, or written and never called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity
from vntext.signs import holds

RULE = Rule(
    title="Chú thích cuối bài không có lời, không ai gọi, hoặc viết hai lần",
    english="A footnote has no text, is never called, or is written twice",
    why="[^1] trong câu cần một dòng “[^1]: …” ở dưới; thiếu nó, trên trang hiện nguyên “[^1]”. Chú"
    " thích không câu nào gọi thì vẫn hiện ở cuối bài, không biết của chỗ nào. Hai chú thích cùng số thì chú thích đầu mất.",
    severity=Severity.WARNING,
    bad=("Câu có chú thích[^1].", "Câu.\n\n[^1]: Chú thích.", "Câu[^1].\n\n[^1]: A.\n\n[^1]: B."),
    good=("Câu[^1] và câu[^2].\n\n[^1]: Một.\n\n[^2]: Hai.", "`[^1]`"),
)

_CALL = re.compile(r"\[\^(?P<name>[^\]\s]+)\](?P<defines>:)?")


def check(document: Document, survey: Survey) -> Iterator[Remark]:
    """A remark on each footnote without its other half."""
    if not holds(document.front.body, "[^"):
        return
    seen = survey.scan(document)
    called: dict[str, tuple[int, int]] = {}
    written: dict[str, tuple[int, int]] = {}
    for number, line in enumerate(seen.text_lines, seen.first_line):
        for match in _CALL.finditer(line):
            defines = match["defines"] and not line[: match.start()].strip()
            place = number, match.start() + 1
            if defines and match["name"] in written:
                yield _twice(match["name"], place)
            (written if defines else called).setdefault(match["name"], place)
    for name in called.keys() - written.keys():
        message = Saying(
            f"Chú thích [^{name}] chưa có lời chú thích ở cuối bài",
            f"The footnote [^{name}] is written nowhere",
        )
        mend = Saying(f"thêm dòng “[^{name}]: …”", f"add a line “[^{name}]: …”")
        yield Remark(*called[name], message, mend)
    for name in written.keys() - called.keys():
        message = Saying(
            f"Chú thích [^{name}] không được gọi ở câu nào; người đọc không biết nó nói về đâu",
            f"The footnote [^{name}] is called by no sentence; readers do not know what it is about",
        )
        mend = Saying(f"viết [^{name}] ở câu cần chú thích, hoặc bỏ chú thích",
                      f"write [^{name}] where it belongs, or remove it")  # fmt: skip
        yield Remark(*written[name], message, mend)


def _twice(name: str, place: tuple[int, int]) -> Remark:
    message = Saying(
        f"Chú thích [^{name}] viết hai lần; lời viết trước bị mất",
        f"The footnote [^{name}] is written twice; the first text is lost",
    )
    mend = Saying("đánh số khác cho chú thích này", "give this one another number")
    return Remark(*place, message, mend, severity=Severity.ERROR)
