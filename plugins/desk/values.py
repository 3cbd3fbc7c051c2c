"""Typed values of the head: one reader a type, each returns a value or refuses."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, cast

from desk.header import Entry
from desk.keys import ANSWERS, CORRECTION, KEYS, SPELLED, STATUSES, find_key, folded
from desk.yaml_value import Refused, Table, Text, listed, tables, words
from findings import Saying
from vntext.dates import VIETNAM, DateError, format_date, parse_date
from vntext.fold import fold, slug

Status = Literal["published", "draft", "hidden", "withdrawn"]

_TAG = re.compile(r"<[^>]*>")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PERIOD = re.compile(r"\d{4}(?:-(?:H[12]|Q[1-4]|\d{2}(?:\.\.\d{2}|-\d{2})?|\d{4}(?:-HK[123])?))?")
#: A link or picture of Markdown.
_LINKED = re.compile(r"!?\[[^\]]*\]\(\s*([^\s()]+)")
_NUMBERS = re.compile(r"\d+")
_HOUR = re.compile(r"\b([01]?\d|2[0-3]) ?(?:h|g|giờ|:) ?([0-5]\d)?(?!\d)", re.IGNORECASE)
_YEARS = range(1900, 2201)


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


Value = str | bool | int | datetime.datetime | tuple[str, ...] | tuple[Correction, ...]


def read_value(entry: Entry, type: str) -> Value | None:
    """The typed value of `entry`, None where nothing was written.

    Raises Refused with place, reason and what to write instead.
    """
    return _READERS[type](entry)


def _text(entry: Entry) -> str | None:
    return words(entry).text or None


_QUOTED = re.compile(r"[“”„«‘’]\s*([^“”„«»‘’]+?)\s*[“”»‘’]")


def _plain(found: Text) -> Text:
    """`found` without the curly quotation marks that programs for letters make of straight ones.

    Only for values that are no prose: a title may well stand in such marks.
    """
    match = _QUOTED.fullmatch(found.text)
    return Text(match[1], found.line, found.column) if match else found


def _name(entry: Entry) -> str | None:
    """Words that give a page of its own an address: a category, an organisation."""
    found = [_plain(name) for name in listed(entry, ";")]
    if len(found) > 1:
        raise _one_only(entry, found)
    if not found:
        return None
    _refuse_path(found[0])
    return found[0].text


def _one_only(entry: Entry, found: Sequence[Text]) -> Refused:
    names = ", ".join(f"“{name.text}”" for name in found)
    first = found[0].text
    message = Saying(
        f"{entry.key} chỉ có một, ở đây có {len(found)}: {names}",
        f"There is one “{entry.key}” only, here are {len(found)}: {names}",
    )
    mend = Saying(
        f"giữ một, ví dụ “{entry.key}: {first}”; tên khác có thể ghi ở Thẻ",
        f"keep one, such as “{entry.key}: {first}”; others may stand among the tags",
    )
    return Refused(found[0].line, found[0].column, message, mend)


def _names(entry: Entry) -> tuple[str, ...] | None:
    found = [_plain(name) for name in listed(entry, ",;")]
    for name in found:
        _refuse_path(name)
        if entry.key and find_key(entry.key) is KEYS["tags"]:
            _refuse_hash(name)
    return tuple(dict.fromkeys(name.text for name in found)) or None


def _refuse_path(name: Text) -> None:
    if ".." in name.text or "\\" in name.text or name.text.startswith("/"):
        message = Saying(
            f"“{name.text}” trông như đường dẫn, không phải tên",
            f"“{name.text}” looks like a path, not like a name",
        )
        raise Refused(name.line, name.column, message, Saying("viết tên", "write a name"))


def _refuse_hash(name: Text) -> None:
    """A tag of social networks is one run of letters; here it is words."""
    if name.text.startswith("#"):
        parts = ", ".join(part for part in re.split(r"[\s#]+", name.text) if part)
        message = Saying(
            f"Thẻ “{name.text}” viết kiểu mạng xã hội", f"The tag “{name.text}” has a hash sign"
        )
        mend = Saying(
            f"viết bằng chữ thường, không có dấu #, cách nhau bằng dấu phẩy: {parts}",
            f"write words without #, with commas between tags: {parts}",
        )
        raise Refused(name.line, name.column, message, mend)


def _list(entry: Entry) -> tuple[str, ...] | None:
    return tuple(dict.fromkeys(_plain(item).text for item in listed(entry, ","))) or None


def _date(entry: Entry) -> datetime.datetime | None:
    found = _plain(words(entry))
    return date_of(found, entry.key) if found.text else None


def date_of(found: Text, key: str) -> datetime.datetime:
    """The moment that `found` names, in Vietnam's time."""
    try:
        moment = parse_date(found.text)
    except DateError as error:
        problem = _UNREAL if error.reason == "unreal" else _NO_DATE
        raise _bad_date(found, key, problem) from None
    if moment.year not in _YEARS:
        span = f"{_YEARS[0]}–{_YEARS[-1]}"
        problem = Saying(f"có năm ngoài khoảng {span}", f"has a year outside {span}")
        raise _bad_date(found, key, problem)
    return moment


_UNREAL = Saying("không có thật", "does not exist")
_NO_DATE = Saying("không phải ngày hợp lệ", "is no date")


def _bad_date(found: Text, key: str, problem: Saying) -> Refused:
    example = _of_computer(found.text) or _guess_date(found.text) or "13/11/2023"
    hour = _HOUR.search(found.text)
    if hour and ":" not in example:
        example += f" {int(hour[1]):02}:{hour[2] or '00'}"
    return Refused(
        found.line,
        found.column,
        Saying(f"{key} “{found.text}” {problem}", f"“{key}: {found.text}” {problem.english}"),
        Saying(
            f"viết ngày/tháng/năm, ví dụ {example}", f"write day/month/year, for example {example}"
        ),
        "date-real",
    )


def _of_computer(text: str) -> str | None:
    """The moment in Vietnam's time that a computer wrote as `2023-11-13T08:30:00Z`."""
    try:
        moment = datetime.datetime.fromisoformat(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        return None
    moment = moment.astimezone(VIETNAM)
    return f"{format_date(moment)} {moment:%H:%M}"


def _guess_date(text: str) -> str | None:
    """The date that a reader would see in `text`, as this house writes it."""
    numbers = [int(number) for number in _NUMBERS.findall(text)[:3]]
    if len(numbers) == 3 and max(numbers) < 100:
        numbers[2] += 2000
    if len(numbers) == 2:
        numbers.insert(0, 1)
    # Day first; year first; month first, where it can be nothing else.
    swapped = [numbers[1], numbers[0], numbers[2]] if len(numbers) == 3 else []
    for order in (numbers, numbers[::-1], swapped):
        if len(order) == 3 and order[2] in _YEARS:
            try:
                return format_date(datetime.date(order[2], order[1], order[0]))
            except ValueError:
                continue
    return None


def _period(entry: Entry) -> str | None:
    found = _plain(words(entry))
    if not found.text or _PERIOD.fullmatch(found.text):
        return found.text or None
    better = _guess_period(found.text)
    raise Refused(
        found.line,
        found.column,
        Saying(
            f"{entry.key} “{found.text}” không phải kỳ số liệu",
            f"“{entry.key}: {found.text}” is no period of figures",
        ),
        Saying(f"viết {better}", f"write {better}")
        if better
        else Saying(
            "viết 2023 (cả năm), 2023-H1 (sáu tháng đầu năm), 2023-Q3, 2023-05, 2015-2020"
            " hoặc 2022-2023-HK1",
            "write 2023 (the whole year), 2023-H1 (its first half), 2023-Q3, 2023-05, 2015-2020"
            " or 2022-2023-HK1",
        ),
    )


#: Periods as they are said, folded, and as they are written here.
_SAID_PERIODS = tuple(
    (re.compile(said), written)
    for said, written in (
        (r"(?:ca )?nam (\d{4})", r"\1"),
        (r"(?:6|sau) thang dau nam (\d{4})", r"\1-H1"),
        (r"(?:6|sau) thang cuoi nam (\d{4})", r"\1-H2"),
        (r"qu[iy] ([1-4])[/, ]*(?:nam )?(\d{4})", r"\2-Q\1"),
        (r"thang 0?(\d)[/, ]*(?:nam )?(\d{4})", r"\2-0\1"),
        (r"thang (1[0-2])[/, ]*(?:nam )?(\d{4})", r"\2-\1"),
        (
            r"(?:giai doan|nhiem ky|tu nam|nam hoc)? ?(\d{4})\s*(?:[-–]|den(?: nam)?)\s*(\d{4})",
            r"\1-\2",
        ),
    )
)


def _guess_period(text: str) -> str | None:
    """The period that a reader would see in `text`, as it is written here."""
    said = fold(text).strip()
    for pattern, written in _SAID_PERIODS:
        match = pattern.fullmatch(said)
        if match:
            return match.expand(written)
    return None


def _slug(entry: Entry) -> str | None:
    found = _plain(words(entry))
    if not found.text or (_SLUG.fullmatch(found.text) and len(found.text) <= 100):
        return found.text or None
    better = slug(found.text)
    raise Refused(
        found.line,
        found.column,
        Saying(
            f"{entry.key} “{found.text}” chỉ được có chữ thường không dấu, số và gạch nối",
            f"“{entry.key}: {found.text}” may have small letters without marks, digits and hyphens"
            " only",
        ),
        Saying(f"viết {better}", f"write {better}")
        if better
        else Saying("viết lại, ví dụ hoi-nghi-2023", "write it anew, for example hoi-nghi-2023"),
    )


def _address(entry: Entry) -> str | None:
    found = _plain(words(entry))
    scheme = found.text.partition(":")[0].strip().lower()
    if linked := _LINKED.match(found.text):
        message = Saying(
            f"{entry.key} là một đường dẫn, không viết kiểu Markdown",
            f"“{entry.key}” is an address, not a link in Markdown",
        )
        mend = Saying(f"viết {linked[1]}", f"write {linked[1]}")
        raise Refused(found.line, found.column, message, mend)
    if scheme in ("javascript", "vbscript", "data", "file"):
        message = Saying(
            f"{entry.key}: địa chỉ “{scheme}:” không được dùng",
            f"“{entry.key}”: addresses “{scheme}:” must not be used",
        )
        mend = Saying(
            "viết địa chỉ http(s) hoặc đường dẫn tới tệp trong thư mục nội dung",
            "write an http(s) address or the path of a file in the content folder",
        )
        raise Refused(found.line, found.column, message, mend)
    return found.text or None


def _status(entry: Entry) -> Status | None:
    allowed = Saying("xuất bản, bản nháp, ẩn hoặc đã rút", "published, draft, hidden or withdrawn")
    chosen = _choice(entry, STATUSES, allowed)
    return cast(Status, chosen) if chosen else None


def _yesno(entry: Entry) -> bool | None:
    chosen = _choice(entry, ANSWERS, Saying("có hoặc không", "yes or no"))
    return chosen == "yes" if chosen else None


def _choice(entry: Entry, choices: Mapping[str, str], allowed: Saying) -> str | None:
    found = _plain(words(entry))
    if not found.text:
        return None
    name = folded(found.text)
    if name in choices:
        return choices[name]
    close = get_close_matches(name, choices, 1)
    raise Refused(
        found.line,
        found.column,
        Saying(
            f"{entry.key} “{found.text}” không có trong danh sách",
            f"“{entry.key}: {found.text}” is not in the list",
        ),
        Saying(
            f"viết {allowed}{f'; có phải ý là “{SPELLED[close[0]]}”?' if close else ''}",
            f"write {allowed.english}{f'; is “{SPELLED[close[0]]}” meant?' if close else ''}",
        ),
    )


def _number(entry: Entry) -> int | None:
    found = _plain(words(entry))
    if not found.text:
        return None
    if re.fullmatch(r"-?\d{1,9}", found.text, re.ASCII):
        return int(found.text)
    message = Saying(
        f"{entry.key} “{found.text}” không phải số", f"“{entry.key}: {found.text}” is no number"
    )
    mend = Saying("viết số, ví dụ 10", "write a number, for example 10")
    raise Refused(found.line, found.column, message, mend)


def _corrections(entry: Entry) -> tuple[Correction, ...] | None:
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
        date=date_of(values["date"], "Ngày đính chính") if text.get("date") else None,
        line=table.line,
    )


def has_words(text: str) -> bool:
    """Whether a reader would see a letter or digit in `text`."""
    return any(char.isalnum() for char in _TAG.sub("", text))


_READERS: dict[str, Callable[[Entry], Value | None]] = {
    "text": _text,
    "name": _name,
    "names": _names,
    "list": _list,
    "date": _date,
    "period": _period,
    "slug": _slug,
    "address": _address,
    "status": _status,
    "yesno": _yesno,
    "number": _number,
    "corrections": _corrections,
}
