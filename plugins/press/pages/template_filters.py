"""Jinja filters; the theme uses these names."""

from __future__ import annotations

import datetime
import json
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from press.reader.typography import unbroken
from vntext.dates import VIETNAM, format_date
from vntext.fold import slug
from vntext.numbers import format_number

# Inside <script> neither a closing tag nor a comment may begin, and the two
# line separators end a line in JavaScript.
_SAFE = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def date_vi(moment: datetime.date) -> str:
    """`moment` as 13/11/2023."""
    return format_date(moment)


def date_long(moment: datetime.date) -> str:
    """`moment` as "ngày 13 tháng 11 năm 2023"."""
    return f"ngày {moment.day} tháng {moment.month} năm {moment.year}"


def datetime_iso(moment: datetime.date) -> str:
    """`moment` as 2023-11-13T00:00:00+07:00."""
    if not isinstance(moment, datetime.datetime):
        moment = datetime.datetime.combine(moment, datetime.time(), VIETNAM)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=VIETNAM)
    return moment.isoformat(timespec="seconds")


def number_vi(value: Decimal | int | float | str) -> str:
    """`value` as 40.000 or 98,5."""
    if type(value) is int and 0 <= value < 1000:
        return str(value)
    return format_number(Decimal(str(value)))


def json_ld(value: Any) -> Markup:
    """`value` as JSON that may stand inside a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
    return Markup(text.translate(_SAFE))


def filters() -> dict[str, Any]:
    """All filters by the names that templates use."""
    return {
        "date_vi": date_vi,
        "date_long": date_long,
        "datetime_iso": datetime_iso,
        "number_vi": number_vi,
        "json_ld": json_ld,
        "slug": slug,
        "unbroken": unbroken,
    }
