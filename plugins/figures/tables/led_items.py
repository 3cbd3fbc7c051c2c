"""Items that only say when, whose or how far reached their numbers are, of what the line before names.

Số việc công chứng qua các năm: - Năm 2021: 3.115 việc; đàn trâu, bò là 4.035 con: - Xã Bản Mế: 845 con;
Tỷ lệ tốt nghiệp đúng hạn. Chỉ tiêu: 80%. Kết quả: 83,7%.
"""

from __future__ import annotations

import re

from figures.tables.headers import names_time
from figures.tables.row_numbers import unnumbered
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
    timed, staged = names_time(label), _tells_stage(found)
    if not timed and not staged and not names_body(label):
        return item
    topic = _topic(lead)
    if not topic:
        return item
    if timed:
        topic = f"{topic} {label}{_year(label, lead)}"
    return _behind(f"{topic}: {label}: " if staged else f"{topic}: ", item, found.end())


def named_by_sentence(sentence: Stretch, whole: Stretch) -> Stretch:
    """The sentence behind what the one before it names, where itself says only what was planned or reached."""
    found = _LABEL.match(sentence.text, sentence.start, sentence.end)
    if found is None or sentence.start == whole.start or not _tells_stage(found):
        return sentence
    told = whole.text[whole.start : sentence.start]
    for begin, end in reversed(sentences(told)):
        before = _LABEL.match(told, begin, end)
        if before is None or not _names_stage(before["label"]):
            named = unnumbered(told[begin:end]).strip(" -–•*+")
            topic = "" if _DIGIT.search(named) else topic_of(named)
            said = f"{topic}: {found['label'].strip()}: "
            return _behind(said, sentence, found.end()) if topic else sentence
    return sentence


def _behind(said: str, item: Stretch, start: int) -> Stretch:
    """What an item says from `start` on, behind other words."""
    text, low = said + item.text[start : item.end], said.lower() + item.low[start : item.end]
    return Stretch(text, low, 0, len(text), item.said, whole=item.whole, begins=start - len(said))


_DIGIT = re.compile(r"\d")
_STAGE = re.compile(r"(?:chỉ tiêu|mục tiêu|kế hoạch|kết quả|thực hiện|thực tế|đạt được)\b(?: (?:thực hiện|đạt|được|giao|đề ra|năm|\d{4})\b)*", re.I)  # fmt: skip


_NUMBER_NEXT = re.compile(
    r"(?:(?:trên|hơn|gần|khoảng|ít nhất|tối thiểu|đạt|là|còn|tăng|giảm|[≥≤<>]) ?)*\d", re.I
)


def _tells_stage(found: re.Match[str]) -> bool:
    """Whether an item is a stage and its number, no sentence of its own: not Kết quả: mở 12 lớp."""
    return _names_stage(found["label"]) and bool(_NUMBER_NEXT.match(found.string, found.end()))


def _names_stage(label: str) -> bool:
    """Whether a label only tells whether a number was planned or reached: Chỉ tiêu, Kết quả thực hiện."""
    return _STAGE.fullmatch(" ".join(label.split())) is not None


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
