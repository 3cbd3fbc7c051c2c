"""What an article says about its own or an earlier article's mistake."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from desk.entry_value import tables
from desk.header import Entry
from desk.keys import CORRECTION, folded
from desk.moments import moment_of
from desk.nodes import Refused, Table, Text
from findings import Saying


@dataclass(frozen=True, slots=True)
class Correction:
    """What an article says about its own or an earlier article's mistake."""

    figure: str | None
    """The figure as it now stands, in the article's words."""
    old: str | None
    """The number that stood there before."""
    text: str | None
    """What was corrected, where it is no figure."""
    article: str | None
    """Permanent id of the article that is corrected; None for this one."""
    reason: str | None
    date: datetime.datetime | None
    line: int


def corrections(entry: Entry) -> tuple[Correction, ...] | None:
    """The corrections of `entry`, None for none.

    Raises Refused.
    """
    if not entry.value and not any(line.strip() for line in entry.more):
        return None
    return tuple(_correction(table) for table in tables(entry))


_CORRECTION_KEYS = Saying(
    "dùng: số liệu, giá trị cũ, nội dung, bài, lý do, ngày",
    "use: figure, old value, text, article, reason, date",
)


def _correction(table: Table) -> Correction:
    values: dict[str, Text] = {}
    for key, node in table.pairs:
        id = CORRECTION.get(folded(key.text))
        if id is None or not isinstance(node, Text):
            message = Saying(
                f"“{key.text}” không dùng được trong mục đính chính",
                f"“{key.text}” cannot stand in a correction",
            )
            raise Refused(key.line, key.column, message, _CORRECTION_KEYS)
        if id in values:
            message = Saying(
                f"“{key.text}” viết hai lần trong một mục",
                f"“{key.text}” stands twice in one correction",
            )
            mend = Saying("bỏ bớt một", "remove one of them")
            raise Refused(key.line, key.column, message, mend)
        values[id] = node
    if not values.keys() & {"figure", "text"}:
        message = Saying(
            "Mục đính chính không nói đính chính điều gì", "The correction does not say of what"
        )
        mend = Saying(
            "thêm “số liệu: …” (như đang viết trong bài) hoặc “nội dung: …”",
            "add “figure: …” (as the article now has it) or “text: …”",
        )
        raise Refused(table.line, table.column, message, mend)
    text = {id: node.text or None for id, node in values.items()}
    return Correction(
        figure=text.get("figure"),
        old=text.get("old"),
        text=text.get("text"),
        article=text.get("article"),
        reason=text.get("reason"),
        date=moment_of(values["date"], "Ngày đính chính") if text.get("date") else None,
        line=table.line,
    )
