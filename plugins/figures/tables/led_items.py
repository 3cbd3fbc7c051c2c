"""Items of a list that only say when or whose their numbers are, of what the line before it names.

Số việc công chứng qua các năm: - Năm 2021: 3.115 việc; đàn trâu, bò là 4.035 con: - Xã Bản Mế: 845 con.
"""

from __future__ import annotations

import re

from figures.tables.headers import names_time
from figures.tables.row_owners import names_body
from figures.tables.topics import topic_of
from figures.told import Stretch, Told
from vntext.sentences import sentences

_LABEL = re.compile(
    r"\s*(?:[-–—•*+●▪►✓]|\d{1,2}[.)]|[a-zđ][.)])?\s*(?P<label>[^:;.,()]{3,60}):\s*(?=\S)"
)


def named_by_lead(item: Stretch, lead: Told) -> Stretch:
    """The item with what its list is of in place of its label, where that only says when or whose it is."""
    found = _LABEL.match(item.text, item.start, item.end)
    if found is None:
        return item
    label = " ".join(found["label"].split())
    timed = names_time(label)
    if not timed and not names_body(label):
        return item
    topic = _topic(lead)
    if not topic:
        return item
    if timed:
        topic = f"{topic} {label}{_year(label, lead)}"
    said = f"{topic}: "
    rest = item.text[found.end() : item.end]
    text = said + rest
    low = said.lower() + item.low[found.end() : item.end]
    return Stretch(text, low, 0, len(text), item.said, begins=found.end() - len(said))


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def _year(label: str, lead: Told) -> str:
    """The only year that the lead-in names, for a time without one."""
    text = lead.whole.text[lead.whole.start : lead.whole.end] if lead.whole else ""
    years = set(_YEAR.findall(text))
    return f" năm {years.pop()}" if len(years) == 1 and not _YEAR.search(label) else ""


def body_of(item: str) -> str:
    """The place or body that the label of an item names, empty where it says something else."""
    found = _LABEL.match(item)
    label = " ".join(found["label"].split()) if found else ""
    return label if names_body(label) else ""


def _topic(lead: Told) -> str:
    """What a lead-in names: its last count or measure, or else what it is about."""
    counts = [draft for draft in lead.drafts if not draft.share and draft.kind == "result"]
    if counts:
        return counts[-1].indicator
    if lead.drafts or lead.whole is None:
        return ""
    text = lead.whole.text[lead.whole.start : lead.whole.end]
    begin, end = sentences(text)[-1]
    return topic_of(" ".join(text[begin:end].split()))
