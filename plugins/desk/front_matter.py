"""The head of an article: bytes of a file → typed values, body and findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from desk.header import Entry, Header, looks_like_entry, read_header, tidy
from desk.keys import KEYS, Key, find_key, nearest_key
from desk.nodes import Refused
from desk.source_text import read_source
from desk.values import Value, has_words, read_value
from findings import Finding, Saying, sort_findings
from vntext.values import quickly_made

Kind = Literal["article", "page"]

_REMOVE = Saying("bỏ dòng này", "remove this line")
_REQUIRED: dict[Kind, tuple[str, ...]] = {"article": ("title", "date"), "page": ("title",)}


@quickly_made
@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands at the head of a file, and the body below it."""

    path: str
    values: Mapping[str, Value]
    """By canonical id (`desk/data/front_matter.toml`); keys left empty are absent."""
    lines: Mapping[str, int]
    """1-based line of each key."""
    columns: Mapping[str, int]
    """1-based column of each key's value."""
    body: str
    """NFC with `\\n` line ends, without control characters."""
    body_line: int
    """1-based line of the file at which `body` starts."""
    findings: tuple[Finding, ...]
    """Sorted. With an error among them the file must not be published."""


def parse(source: bytes, path: str, *, kind: Kind = "article") -> FrontMatter:
    """The head and body of `source`; never raises for what a file holds.

    `path` is shown in findings. A page needs no date.
    """
    saved = read_source(source, path)
    if not saved.text.strip():
        return _unreadable(path, saved.findings)
    lines = saved.text.split("\n")
    header = read_header(lines)
    found = _Reader(path, header)
    found.read()
    found.check_shape(lines)
    found.require(_REQUIRED[kind])
    return FrontMatter(
        path,
        found.values,
        found.lines,
        found.columns,
        "\n".join(lines[header.body_line - 1 :]),
        header.body_line,
        tuple(sort_findings((*saved.findings, *found.findings))),
    )


def _unreadable(path: str, findings: tuple[Finding, ...]) -> FrontMatter:
    if not findings:
        message = Saying("Tệp rỗng", "The file is empty")
        mend = Saying("viết bài hoặc xóa tệp", "write the article, or delete the file")
        findings = (Finding(path, 1, 1, "empty-file", message, mend),)
    return FrontMatter(path, {}, {}, {}, "", 1, findings)


class _Reader:
    """Collects values and findings of one head."""

    def __init__(self, path: str, header: Header) -> None:
        self.path = path
        self.header = header
        self.values: dict[str, Value] = {}
        self.lines: dict[str, int] = {}
        self.columns: dict[str, int] = {}
        self.findings: list[Finding] = []
        self.guessed: set[str] = set()
        """Keys that a stray line was told to hold."""

    def say(self, line: int, column: int, rule: str, message: Saying, mend: Saying) -> None:
        self.findings.append(Finding(self.path, line, column, rule, message, mend))

    def read(self) -> None:
        """Takes over every entry of the head."""
        for entry in self.header.entries:
            key = find_key(entry.key)
            if key is None:
                self._unknown(entry)
            elif key.refusal:
                message = Saying(
                    f"Khóa “{entry.key}” không dùng ở đây: {key.refusal}",
                    f"The key “{entry.key}” is not used here: {key.refusal.english}",
                )
                self.say(entry.line, 1, "unsupported-key", message, _REMOVE)
            elif key.id in self.lines:
                first = self.lines[key.id]
                message = Saying(
                    f"“{entry.key}” đã có ở dòng {first}",
                    f"“{entry.key}” was said on line {first} already",
                )
                mend = Saying("giữ lại một dòng", "keep one of the two lines")
                self.say(entry.line, 1, "duplicate-key", message, mend)
            else:
                self.lines[key.id] = entry.line
                self.columns[key.id] = entry.column
                self._value(entry, key.id)

    def _value(self, entry: Entry, id: str) -> None:
        try:
            value = read_value(entry, KEYS[id].type)
        except Refused as refused:
            self.say(refused.line, refused.column, refused.rule, refused.message, refused.mend)
            return
        if value is not None:
            self.values[id] = value

    def _unknown(self, entry: Entry) -> None:
        near = nearest_key(entry.key)
        if near:
            self.guessed.add(near.id)
        mend = (
            Saying(f"có phải ý là “{near.shown}”?", f"is “{near.english}” meant?")
            if near
            else Saying("xem các khóa trong docs/bien-tap.md", "see the keys in docs/bien-tap.md")
        )
        if entry.line == 1 + self._first_line and self.header.form == "pelican":
            mend = Saying(
                f"{mend} Nếu đây đã là nội dung bài thì thêm phần đầu (Tiêu đề, Ngày) ở trên",
                f"{mend.english} If the text begins here, add a head (Title, Date) above it",
            )
        message = Saying(f"Không có khóa “{entry.key}”", f"There is no key “{entry.key}”")
        self.say(entry.line, 1, "unknown-key", message, mend)

    @property
    def _first_line(self) -> int:
        return self.header.entries[0].line - 1 if self.header.entries else 0

    def check_shape(self, lines: list[str]) -> None:
        """Tells what is wrong with the head as a whole."""
        for line, text in self.header.strays:
            message = Saying(
                f"Dòng “{_short(text)}” ở phần đầu không có dạng “khóa: giá trị”",
                f"The line “{_short(text)}” of the head is not of the form key: value",
            )
            self.say(line, 1, "header-line", message, self._mend_stray(line, text))
        for line, text in self.header.marks:
            message = Saying(
                f"Phần đầu bài phải mở và đóng bằng dòng ba dấu gạch nối; dòng này là “{_short(text)}”",
                f"A head begins and ends with three hyphens, here stands “{_short(text)}”",
            )
            self.say(line, 1, "header-mark", message, Saying("viết ---", "write ---"))
        if not self.header.closed:
            message = Saying(
                "Phần đầu bài mở bằng --- mà không đóng", "The head opens with --- and never ends"
            )
            last = self.header.entries[-1] if self.header.entries else None
            below = last.line + len(last.more) if last else 1
            mend = Saying(
                f"thêm một dòng --- ngay sau dòng {below}",
                f"add a line --- right below line {below}",
            )
            self.say(self._first_line or 1, 1, "header-open", message, mend)
        if not self.header.opened:
            message = Saying(
                "Phần đầu bài đóng bằng --- mà không mở", "The head ends with --- and never begins"
            )
            mend = Saying("thêm một dòng --- ở đầu tệp", "add a line --- at the top of the file")
            self.say(1, 1, "header-open", message, mend)
        for line, text in self._cut_off(lines):
            message = Saying(
                f"Dòng trống phía trên đã tách “{_short(text)}” khỏi phần đầu bài",
                f"The blank line above cuts “{_short(text)}” off from the head",
            )
            mend = Saying("bỏ dòng trống ở giữa phần đầu", "remove the blank line within the head")
            self.say(line, 1, "header-cut", message, mend)

    def _mend_stray(self, line: int, text: str) -> Saying:
        """What to write for the stray line `text`."""
        meant = _without_colon(text)
        if meant and meant[0].id not in self.lines:
            key, value = meant
            self.guessed.add(key.id)
            return Saying(
                f"thêm dấu hai chấm: “{key.shown}: {_short(value)}”",
                f"add the colon: “{key.english}: {_short(value)}”",
            )
        above = [entry.key for entry in self.header.entries if entry.line < line]
        if self.header.form == "yaml" and above:
            return Saying(
                f"thụt dòng vào hai dấu cách nếu nó thuộc “{above[-1]}”, hoặc viết “Khóa: giá trị”",
                f"indent it by two spaces if it belongs to “{above[-1]}”, or write “Key: value”",
            )
        return Saying(
            "viết “Khóa: giá trị”, hoặc để một dòng trống giữa phần đầu và nội dung bài",
            "write “Key: value”, or leave a blank line between head and text",
        )

    def _cut_off(self, lines: list[str]) -> Iterator[tuple[int, str]]:
        """Entries that a blank line parted from a head of Pelican's form."""
        if self.header.form != "pelican":
            return
        start = self.header.body_line
        for number in range(start, min(start + 3, len(lines) + 1)):
            text = tidy(lines[number - 1])
            if text:
                if looks_like_entry(lines[number - 1]):
                    yield number, text
                return

    def require(self, ids: tuple[str, ...]) -> None:
        """Tells which of the keys `ids` are missing or say nothing."""
        for id in ids:
            if id in self.values or id in self.guessed or self._told(id):
                continue
            line, shown, english = self.lines.get(id, 1), KEYS[id].shown, KEYS[id].english
            problem = (
                Saying(f"{shown} để trống", f"{english} says nothing")
                if id in self.lines
                else Saying(f"Thiếu {shown}", f"There is no {english}")
            )
            example = "13/11/2023" if id == "date" else "…"
            mend = (
                Saying(
                    f"viết “{shown}: {example}” ở phần đầu bài",
                    f"write “{english}: {example}” in the head",
                )
                if self.header.form
                else Saying(
                    f"bài chưa có phần đầu: mở tệp bằng một dòng ---, viết “{shown}: {example}”"
                    " cùng các khóa khác, rồi đóng bằng một dòng ---",
                    f"there is no head: begin the file with a line ---, write “{english}: {example}”"
                    " and the other keys, and end with a line ---",
                )
            )
            self.say(line, 1, f"missing-{id}", problem, mend)
        title = self.values.get("title")
        if isinstance(title, str) and not has_words(title):
            line, column = self.lines["title"], self.columns["title"]
            message = Saying(
                f"Tiêu đề “{title}” không có chữ nào", f"The title “{title}” has no word in it"
            )
            mend = Saying("viết một tiêu đề bằng chữ", "write a title in words")
            self.say(line, column, "missing-title", message, mend)

    def _told(self, id: str) -> bool:
        """Whether a value was given and already refused."""
        line = self.lines.get(id)
        return any(f.line == line and f.rule != "control-character" for f in self.findings)


def _without_colon(text: str) -> tuple[Key, str] | None:
    """The key that `text` begins with, and what stands behind it, where only a colon is missing."""
    parts = text.split(" ")
    for number in range(min(3, len(parts) - 1), 0, -1):
        key = find_key(" ".join(parts[:number]))
        if key and not key.refusal:
            return key, " ".join(parts[number:]).lstrip("=-–—> ")
    return None


def _short(text: str) -> str:
    return text if len(text) <= 50 else f"{text[:49]}…"
