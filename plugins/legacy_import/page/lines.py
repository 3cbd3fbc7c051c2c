"""What a short line of a page says: a date, a counter, a tool, a label with its value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from legacy_import.lexicon import plain, word_set
from legacy_import.page.days import Day, days, plain_keep
from legacy_import.page.names import is_name
from legacy_import.page.wording import (
    before_label_pattern,
    counters_pattern,
    date_words_pattern,
    furniture_pattern,
    label_before,
    label_pattern,
    loose_author_pattern,
)

Sort = Literal[
    "date",
    "counter",
    "furniture",
    "author",
    "poster",
    "source",
    "category",
    "tags",
    "photo",
    "rest",
]

_LABELLED: tuple[Sort, ...] = ("author", "poster", "source", "category", "tags", "photo")
#: A line is read as labels only up to this length: prose is longer.
LONGEST = 260
_SIGNS = re.compile(r"[\s|•·–—\-»›>:;,.()\[\]{}/\\*+#…“”\"'●▪■◆►«<‹=~_^!?&@★☆✩]+")
_PIECES = re.compile(r"\s*[|•●▪■◆►]\s*|\s+[·–—-]\s+|\s*»\s*|\t|\s{3,}|;\s+")
_ZONE = re.compile(
    r"\(?\s*gmt\s*[+-]?\s*\d*(?::\d\d)?\s*\)?|utc\s*[+-]\s*\d+|\(giờ việt nam\)|\bgiờ\b", re.I
)
_CLOCK = re.compile(
    r"\b\d{1,2}\s*(?::\d{2}(?::\d{2})?|[hg]\s*\d{0,2}|giờ(?:\s*\d{1,2}(?:\s*phút)?)?)\s*(?:sa|ch|am|pm)?\b",
    re.I,
)


_CLOCK_START = re.compile(rf"^\W*(?:(?:lúc|vào lúc)\s+)?{_CLOCK.pattern}(?=\W|$)", re.I)


_CRUMBS = re.compile(
    r"\W*(?:bạn đang ở(?: đây)?|bạn ở|you are here|trang chủ|trang nhất|home)\s*[:>»›/]+\s*(.*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a line."""

    sort: Sort
    value: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line taken apart."""

    parts: tuple[Part, ...]
    days: tuple[Day, ...]
    kind: str = ""
    """Label of its date: `posted`, `changed`, `event`."""

    @property
    def is_furniture(self) -> bool:
        """Whether nothing in it is the article's own text."""
        return bool(self.parts) and all(p.sort != "rest" for p in self.parts)

    @property
    def is_counter(self) -> bool:
        """Whether it counts views or the like, and says nothing else."""
        sorts = {p.sort for p in self.parts}
        return self.is_furniture and "counter" in sorts

    def value(self, sort: Sort) -> str:
        """The first value behind a label of that sort."""
        return next((p.value for p in self.parts if p.sort == sort and p.value), "")


def read_line(text: str) -> Line:
    """`text` taken apart; one part `rest` if it is prose."""
    if len(text) > LONGEST:
        return Line((Part("rest", text),), ())
    if match := _CRUMBS.match(text):
        return Line((Part("category", re.split(r"\s*[>»›/]\s*", match[1])[-1]),), ())
    found = tuple(days(text))
    if whole := _labelled_whole(text, found):
        return Line((whole,), ())
    parts: list[Part] = []
    for piece in _pieces(text):
        parts.extend(_parts_of(piece))
    if found:
        parts = [_account(part) for part in _joined(parts)]
    if not parts and not _SIGNS.sub("", text):
        parts = [Part("furniture")]
    return Line(tuple(parts), found, _kind(text, found))


def sorted_out(line: Line, linked: set[str]) -> Line:
    """`line` with its linked words taken for a category, if it bears a date."""
    parts = tuple(
        Part("category", part.value)
        if part.sort == "rest"
        and line.days
        and part.value in linked
        and not _is_name_like(part.value)
        else part
        for part in line.parts
    )
    return Line(parts, line.days, line.kind)


def _is_name_like(text: str) -> bool:
    """Whether every word begins with a capital, as in a person's name."""
    return all(word[:1].isupper() for word in text.split())


def _labelled_whole(text: str, found: tuple[Day, ...]) -> Part | None:
    """A name whose own dash parts nothing: `Viết bởi Tổ Toán - Tin`."""
    if found or re.search(r"\d|[|•]", text) or not re.search(r"\s[-–]\s", text):
        return None
    lowered = plain_keep(text)
    match = label_pattern("author").fullmatch(lowered) or loose_author_pattern().fullmatch(lowered)
    value = text[match.start("value") :].strip() if match else ""
    return (
        Part("author", value)
        if value and _is_value(value) and is_name(value, labelled=True) and ":" not in value
        else None
    )


@cache
def _person_labels() -> frozenset[str]:
    return word_set("labels", "author") | word_set("labels", "poster")


def _names_someone(value: str) -> bool:
    """Whether a labelled value begins with a name or an account, not with a sentence."""
    name = _without_known(value)[0]
    first = re.split(r"\s*[;(]|\s+[-–]\s+|\s*,?\s*(?:ảnh|hình ảnh)\s*:", name, flags=re.IGNORECASE)[
        0
    ]
    account = re.fullmatch(r"[\w.-]+", name) is not None
    return account or is_name(first, labelled=True) or plain(name) in word_set("names", "accounts")


def _joined(parts: list[Part]) -> list[Part]:
    """A bare label and the name right behind it as one part: `by`, `Hà Thanh`."""
    found: list[Part] = []
    for part in parts:
        before = found[-1] if found else None
        if (
            before is not None
            and before.sort == part.sort == "rest"
            and plain(before.value).strip(" :") in _person_labels()
            and is_name(part.value, labelled=True)
        ):
            found[-1] = Part("author", part.value)
        else:
            found.append(part)
    return found


def _account(part: Part) -> Part:
    """In a line with a date, a bare word in small letters is an account, a weekday part of the date."""
    if part.sort == "rest" and re.fullmatch(r"[a-z][a-z0-9_.]{2,24}", part.value.strip()):
        return Part("poster", part.value.strip())
    if part.sort == "rest" and plain(part.value).strip(" :") in _person_labels():
        return Part("poster")
    if part.sort == "rest" and not _SIGNS.sub("", _strike(part.value, date_words_pattern())):
        return Part("date")
    return part


def _is_value(value: str) -> bool:
    """Whether words behind the label of a person are no sentence."""
    return (
        len(value) < 90
        and re.search(r"[^\W\d_]", value) is not None
        and not re.search(
            r"[!?]|[.…]$", value.rstrip(".") if re.search(r"\b[A-ZĐ]\.$", value) else value
        )
    )


def _pieces(text: str) -> list[str]:
    found: list[str] = []
    for piece in _PIECES.split(text):
        starts = [match.start() for match in before_label_pattern().finditer(plain_keep(piece))]
        for begin, end in zip([0, *starts], [*starts, len(piece)], strict=True):
            found.append(piece[begin:end])
    return [piece for piece in found if piece.strip()]


def _parts_of(piece: str) -> list[Part]:
    """A piece by its label, or with what is known in it struck out."""
    piece = _CLOCK_START.sub("", piece)
    lowered = plain_keep(piece)
    if not _SIGNS.sub("", piece):
        return [Part("date")]
    if plain(piece).strip(" :") in word_set("labels", "tags"):
        return [Part("tags")]
    for sort in _LABELLED:
        match = label_pattern(sort).fullmatch(lowered)
        if match and match["value"].strip():
            value = piece[match.start("value") :].strip()
            if sort in ("author", "poster", "photo") and not _is_value(value):
                break
            if sort == "author" and not _names_someone(value):
                break
            rest, tail = _without_known(value)
            return [Part(sort, rest), *tail]
    match = loose_author_pattern().fullmatch(lowered)
    if match and _names_someone(piece[match.start("value") :]):
        value, tail = _without_known(piece[match.start("value") :].strip())
        is_poster = plain(match["label"]) in word_set("labels", "poster")
        return [Part("poster" if is_poster else "author", value), *tail]
    rest, tail = _without_known(piece)
    if tail and (match := loose_author_pattern().fullmatch(plain_keep(rest))):
        name = rest[match.start("value") :].strip()
        return [
            *tail,
            Part("author", name if is_name(name) else _strike(name, furniture_pattern()).strip()),
        ]
    if tail and re.fullmatch(r"\W*\d[\d.,]*\W*", rest):
        return [*tail, Part("counter")]
    if _SIGNS.sub("", rest):
        return [*tail, Part("rest", rest if tail else piece)]
    return tail or [Part("furniture")]


def _without_known(piece: str) -> tuple[str, list[Part]]:
    """`piece` without dates, counters and tools, and what those were."""
    found: list[Part] = []
    kept = piece
    lowered = plain_keep(kept)
    for day in reversed(days(kept)):
        if label_before(kept, day) == "event":
            continue
        found.append(Part("date", kept[day.start : day.end]))
        kept = kept[: day.start] + " " + kept[day.end :]
    kept = _strike(kept, _ZONE)
    if found:
        kept = _strike(_strike(kept, _CLOCK), date_words_pattern())
    lowered = plain_keep(kept)
    if counters_pattern().search(lowered):
        bare = counters_pattern().sub(" ", lowered)
        if not _SIGNS.sub("", _strike(bare, furniture_pattern())) or (
            found and len(_SIGNS.sub("", bare)) < 2
        ):
            return "", [*found, Part("counter")]
        if not re.search(r"\w\s+\w+\s+\w", bare):
            kept = _strike(kept, counters_pattern())
            found.append(Part("counter"))
    bare = _strike(kept, furniture_pattern())
    if not _SIGNS.sub("", bare) and _SIGNS.sub("", kept):
        return "", [*found, Part("furniture")]
    lowered = plain_keep(kept).strip(" :;,.()[]-–")
    if not found and plain(lowered) in word_set("names", "weekdays"):
        return "", [Part("furniture")]
    return kept.strip(" |,;-–•\t()[]") if found else kept.strip(), found


def _strike(text: str, pattern: re.Pattern[str]) -> str:
    lowered = plain_keep(text)
    for match in reversed(list(pattern.finditer(lowered))):
        text = text[: match.start()] + " " + text[match.end() :]
    return text


def _kind(text: str, found: tuple[Day, ...]) -> str:
    return label_before(text, found[0]) if found else ""
