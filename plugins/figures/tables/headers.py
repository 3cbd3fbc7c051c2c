"""What the header of a row or a column says: indicator, level, unit, period and kind."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from figures.naming.phrases import level_at
from figures.periods import comparisons
from figures.periods.memory import Memory, Stated
from figures.tables.row_numbers import unnumbered
from figures.text import lexicon as lx
from figures.text.line import Line
from figures.text.mentions import Mention
from figures.text.numerals import compose
from figures.text.period_forms import mention
from figures.text.scanner import scanned
from figures.text.tokens import CODE, NUMBER, PERIOD_TOKEN, WORD, Token
from vntext.unicode import spaced
from vntext.values import changed, quickly_made

_BRACKETED = re.compile(r"\((?P<unit>[^()]*)\)")


@quickly_made
@dataclass(frozen=True, slots=True)
class Header:
    """What one header says."""

    words: str
    """Its indicator, empty when it tells only a period, kind or unit."""
    level: str | None
    stated: Stated | None
    target: bool
    done: bool
    unit: str | None
    share: bool
    change: str
    counted: bool
    """Whether its words name something that is counted or measured."""
    noun: str
    head: str


_NOTHING = Header("", None, None, False, False, None, False, "", False, "", "")
_UP_OR_DOWN = re.compile(r"^\(?\+\)?\s*[/,;]\s*\(?[-–−]\)?")
"""Heads changes whose cells have signs: +/- (người)."""
_CLASS = re.compile(r"lớp \d{1,2}(?:[A-ZĐ]\d{0,2}|/\d{1,2})|\d{1,2}[A-ZĐ]\d{0,2}", re.IGNORECASE)
"""One class of a school, which is whose the numbers are: 6A, Lớp 10A2."""
_AGES = re.compile(r"^(?:trên|dưới|từ|đủ|tròn)? ?\d{1,3}(?: ?(?:-|–|đến) ?(?:dưới )?\d{1,3})? tuổi(?: trở lên)?$", re.IGNORECASE)  # fmt: skip
"""A class of ages, which names its row as other classes do: 18 - 30 tuổi."""


_RANGE = re.compile(
    r"(?:(?:trên|dưới|từ|đủ) )?\d{1,3}(?: ?[^\W\d]{1,5})?"
    r"(?: ?(?:-|–|đến) ?(?:dưới )?\d{1,3} ?[^\W\d]{1,5}|(?<=[^\W\d]) trở (?:lên|xuống))",
    re.IGNORECASE,
)
"""A class of sizes, which names its column: 6 - dưới 12 m, Từ 15 m trở lên."""


def header_of(raw: str, memory: Memory) -> Header:
    """What a header says in this document."""
    header, mentions = _said(raw)
    stated = None
    for named in mentions:
        stated = memory.resolved(named) or stated
    return header if stated is None else changed(header, stated=stated)


def names_time(raw: str) -> bool:
    """Whether a header is but a time, be it one that only the document tells: Quý II."""
    header, mentions = _said(raw)
    return bool(mentions) and not (header.words or header.change or header.share)


def tells_time(raw: str) -> bool:
    """Whether a caption names a time, be it one that only the document tells."""
    return bool(_said(raw)[1])


def unplaced_header(raw: str) -> Header:
    """What a header says by itself: its period, which a document would resolve, is left out."""
    return _said(raw)[0]


@lru_cache(maxsize=1024)
def _said(raw: str) -> tuple[Header, tuple[Mention, ...]]:
    """A header whose periods are yet to be resolved, and those; a table asks once a cell."""
    if _RANGE.fullmatch(raw.strip()):
        text = spaced(raw).strip()
        return Header(
            text, None, None, False, False, None, False, "", False, "label", text.lower()
        ), ()
    raw = _ASIDE.sub("", raw)
    text = _MONTH.sub(r"tháng \1", unnumbered(raw))
    if _AGES.search(text):
        return Header(
            text, None, None, False, False, None, False, "", False, "label", text.lower()
        ), ()
    if _CLASS.fullmatch(text):
        return _NOTHING, ()
    unit = _unit_in(text)
    bare = _COMPARED.sub("", _BRACKETED.sub(" ", text) if unit else text)
    line = scanned(bare, bare.lower(), 0, len(bare))
    compose(line)
    found = line.tokens
    target, done, change = False, False, ""
    mentions: list[Mention] = []
    content: list[int] = []
    for at, token in enumerate(found):
        if at and token.kind == NUMBER and line.end(at - 1) == line.start(at):
            # Of a code: KT2041.
            content.append(at)
            continue
        if time := _time_in(token, alone=_tells_day(found, at)):
            named = mention(time)
            if named and not comparisons.is_compared(found, at):
                mentions.append(named)
            continue
        cues = token.entry.cues
        plan = "plan" in cues and token.low != "nghị quyết"
        target = target or plan or "target" in cues
        if plan and token.low.endswith(" năm"):
            mentions.append(Mention("year", relative="whole"))
        done = done or "done" in cues
        if token.tags & lx.CHANGE:
            change = "up" if token.tags & lx.UP or change == "up" else "down"
        if "part" in cues and not content:
            continue
        told = "done" in cues and not (content and token.low in _DEEDS)
        if token.kind == WORD and not (plan or told or "target" in cues or token.tags & lx.CHANGE):
            content.append(at)
    if not change and _UP_OR_DOWN.search(text):
        change = "up"
    while (
        content and found[content[-1]].low in _TO_A_TIME and _goes_on_with_time(found, content[-1])
    ):
        content.pop()
    header = _with_words(line, content, target, done, unit, change)
    return header, tuple(mentions)


_MONTH = re.compile(
    r"^(?:T\.? ?0?(?=\d{1,2}(?:$|[/.-]\d{4}$))|0?(?=\d{1,2}/\d{4}$))(\d|1[0-2])(?!\d)"
)
"""How tables shorten a month: T7, T9/2023, 9/2023."""
_ASIDE = re.compile(r"\s*\((?:ước tính|ước|dự kiến|sơ bộ)\)\s*$", re.IGNORECASE)
"""Says behind a label how sure its numbers are."""
_COMPARED = re.compile(r"(?<=\S)\s+so với\b.*", re.DOTALL)
"""What a header says is compared with, behind what it tells itself."""
_DEEDS = frozenset({"nhập học", "trúng tuyển"})
"""Says of people what they did, and of a column alone that its plan was done: Số sinh viên nhập học."""


_TO_A_TIME = frozenset(
    {"ngày", "đến", "đến ngày", "tính đến", "tính đến ngày", "thời điểm", "vào", "trong"}
)
"""Ends the words of a header before its time: Hộ nghèo | ngày 31/12/2022."""


def _goes_on_with_time(found: list[Token], at: int) -> bool:
    """Whether a time stands behind a word, or behind others that lead to it."""
    while at + 1 < len(found) and found[at + 1].low in _TO_A_TIME:
        at += 1
    follower = found[at + 1] if at + 1 < len(found) else None
    return follower is not None and (follower.kind == PERIOD_TOKEN or follower.form == "date")


def _tells_day(found: list[Token], at: int) -> bool:
    """Whether a date is all that a header says, or ends a caption, and dates no paper: … ngày 20/4/2024."""
    if at + 1 < len(found) and found[at + 1].low not in (")", "(", ":", "."):
        return False
    if len(found) <= 2:
        return True
    told = found[at - 1].low.endswith(("ngày", "đến", "thời điểm")) if at else False
    return told and not any(token.kind == CODE or token.low in _PAPERS for token in found[:at])


_PAPERS = frozenset({"quyết định", "nghị quyết", "nghị định", "thông tư", "công văn", "kế hoạch", "hướng dẫn", "chỉ thị", "giá", "kèm theo"})  # fmt: skip
"""What a date in a caption may be of."""


def _time_in(token: Token, *, alone: bool) -> str:
    """A time that a header names, as prose would: 2022 is năm 2022, 31/12/2022 alone what was then."""
    if token.kind == PERIOD_TOKEN:
        return token.low
    if token.kind == NUMBER and re.fullmatch(r"(?:19|20)\d\d", token.low):
        return f"năm {token.low}"
    return f"đến {token.low}" if alone and token.form == "date" else ""


def _with_words(line: Line, content: list[int], target: bool,
                 done: bool, unit: str | None, change: str) -> Header:  # fmt: skip
    found, bare = line.tokens, line.text
    level, words, noun, head = None, "", "", ""
    if content:
        first, last = content[0], content[-1]
        span = level_at(
            found, next((at for at in content if found[at].tags & lx.LEVEL), len(found))
        )
        if span and not _says_of_whom(found, content):
            level = line.source(*span)
            last = max((at for at in content if at < span[0]), default=-1)
        else:
            span = None
        if last >= first:
            numbered = span is None and _is_numbered(line, last + 1)
            words = line.source(first, last + 1 + numbered).strip(" :-")
            if words.count('"') % 2:
                words += '"'
            if words.count("(") > words.count(")"):
                # Lao (BCG), whose end is no word.
                words += ")" if bare[line.end(last) :].lstrip()[:1] == ")" else ""
            noun, head = found[first].entry.noun, found[first].low
            if head in ("số", "tổng số", "số lượng") and last > first:
                noun, head = found[first + 1].entry.noun, found[first + 1].low
    share = "%" in bare or "tỷ lệ" in bare.lower() or unit == "%"
    counted = head == "số" or any(
        found[at].tags & (lx.NOUN | lx.AMOUNTS) and (at == content[0] or not line.begins_large(at))
        for at in content
    )
    idle = (
        (share and words.lower() == "đạt")
        or words.lower().startswith(("so với", "so sánh", "đạt so với"))
        or words.lower()
        in (
            "nội dung",
            "chỉ tiêu",
            "tổng số",
            "tổng cộng",
            "số lượng",
            "tổng",
            "cộng",
            "tỷ lệ",
            "tỷ lệ %",
            "giá trị",
            "đạt tỷ lệ",
            "ước tính",
            "sl",
            "tl",
            "th",
            "sơ bộ",
            "ước",
            "ước thực hiện",
            "ước đạt",
        )
    )
    return Header(
        "" if idle else words,
        level,
        None,
        target,
        done,
        unit,
        share,
        change,
        counted and not idle,
        noun,
        head,
    )


def _says_of_whom(found: list[Token], content: list[int]) -> bool:
    """Whether a level only says which people or what is done: công chức cấp xã, bồi dưỡng quản lý cấp phòng."""
    heads = (found[at] for at in content if found[at].low not in ("số", "tổng số", "số lượng"))
    head = next(heads, None)
    if head is None or head.low.startswith(_TITLES):
        return False
    return head.entry.noun == "person" or bool(head.tags & lx.VERB)


_TITLES = ("chiến sĩ thi đua", "học sinh giỏi", "giáo viên giỏi", "giáo viên dạy giỏi", "lao động tiên tiến")  # fmt: skip
"""Titles of people, which are won on a level."""


def _is_numbered(line: Line, at: int) -> bool:
    """Whether a number at `at` only tells one of its kind from others: Mức | 3, DPT mũi | 4."""
    found = line.tokens
    if at >= len(found) or found[at].kind != NUMBER or not _SHORT.fullmatch(found[at].low):
        return False
    follower = found[at + 1] if at + 1 < len(found) else None
    return follower is None or follower.low in ("(", ")", ",", ";", ":", ".", "-")


_SHORT = re.compile(r"\d{1,2}")


def _unit_in(text: str) -> str | None:
    """The measure in brackets at the end of a header: Doanh thu (triệu đồng)."""
    for match in _BRACKETED.finditer(text):
        words = match["unit"].strip().lower()
        if measure_of(words)[1] or _is_counted(words) or words in _PIECES:
            return words
    return None


_UNIT_HEADER = re.compile(r"(?:đvt|đv tính|đơn vị (?:tính|đo))\.?", re.IGNORECASE)


def heads_units(header: str, below: Iterable[str]) -> bool:
    """Whether a column tells the units of its rows; under *Đơn vị* alone may also stand whose they are."""
    text = spaced(header).strip()
    if text.lower().rstrip(".") != "đơn vị":
        return _UNIT_HEADER.fullmatch(text) is not None
    told = [spaced(cell).strip() for cell in below if cell.strip()]
    return bool(told) and all(map(_is_unit, told))


_AIMS = re.compile(
    r"(?:mục tiêu|chỉ tiêu (?:nghị quyết|đại hội|đề ra|được giao|giao|phấn đấu|đăng ký|năm|nhiệm kỳ))\b"
)


def heads_aims(header: str) -> bool:
    """Whether the labels of rows are aims that may have figures of their own: Mục tiêu | Kết quả."""
    return _AIMS.match(spaced(header).strip(" *.:").lower()) is not None


def heads_codes(header: str) -> bool:
    """Whether a column tells codes, by which nobody names its rows: Mã học phần."""
    words = spaced(header).strip(" *.:").lower().split()
    return words[:1] == ["mã"] or " ".join(words) in ("ký hiệu", "số hiệu", "sbd", "số báo danh")


def heads_times(header: str) -> bool:
    """Whether the numbers of a column are weeks, months or quarters that name their rows."""
    return spaced(header).strip(" .:").lower() in ("tháng", "quý", "tuần")


def _is_unit(cell: str) -> bool:
    """Whether a cell tells a unit and no name: Triệu đồng, not xã Minh Tân."""
    words = cell.lower()
    told = measure_of(words)[1] is not None or _is_counted(words)
    return (cell[1:].islower() and told) or cell == "%"


_PIECES = frozenset({"quả", "cá thể", "mẫu vật", "trang", "cặp", "bộ", "chiếc", "cái", "cuốn", "bản", "tờ", "quyển", "chậu", "khung", "tấm", "cây", "gốc", "suất", "phần", "gói", "hộp"})  # fmt: skip
"""What a header may say in brackets that its things are counted in."""


def _is_counted(words: str) -> bool:
    """Whether words are but a counted noun: doanh nghiệp."""
    entry = lx.entries().get(words)
    return entry is not None and bool(entry.tags & lx.NOUN)


_THOUSANDS = re.compile(r"1(?:[.,\s]?000)+")
"""How accounts write a multiplier: 1.000 đồng, 1000000đ."""


def _units(words: str) -> list[str]:
    """The words of a unit, the multiplier of a shortened one by itself: tr.đ, tỷ vnd."""
    words = re.sub(r"\btr\.?\s?đ\b\.?", "triệu đồng", words)
    return re.sub(r"(?<=\w)\.(?=km)", " .", words).replace("/", " / ").split()


def measure_of(words: str) -> tuple[int, str | None]:
    """Multiplier and canonical unit of `triệu đồng`."""
    if words == "đồng chí":
        # People, not money.
        return 1, None
    scale, unit, counted = 1, None, ""
    words = re.sub(r"^(?:đvt|đơn vị tính|đơn vị)\s*:?\s*", "", words)
    if thousands := _THOUSANDS.match(words):
        scale, words = int(re.sub(r"\D", "", thousands[0])), words[thousands.end() :]
    for word in _units(words):
        entry = lx.entries().get(word)
        if entry is not None and entry.tags & lx.MULTIPLIER and unit is None:
            scale *= entry.number
        elif entry is not None and entry.tags & lx.MEASURE and unit is None:
            unit = entry.unit
        elif unit is not None and not counted:
            unit = unit + word if word == "/" or unit.endswith("/") or word[0] == "." else unit
        elif counted or (entry is not None and entry.tags & lx.NOUN):
            unit = counted = f"{counted} {word}".strip()
    return scale, unit
