"""A TOML file of named entries that an editor writes; what is wrong in it is said with its line."""

from __future__ import annotations

import difflib
import re
import tomllib
from pathlib import Path
from typing import Any

from findings import Finding, Saying
from vntext.unicode import nfc

RULE = "registry"

_FORMS = {
    str: Saying('"chữ trong ngoặc kép"', '"words in quotation marks"'),
    list: Saying('["…", "…"]', '["…", "…"]'),
    bool: Saying("true hoặc false", "true or false"),
}
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class TomlFile:
    """One registry file: its tables, and findings that know their lines."""

    def __init__(self, path: Path, shown: str) -> None:
        self.shown = shown
        self.findings: list[Finding] = []
        self.text = ""
        self.tables: dict[str, Any] = {}
        if not path.is_file():
            if path.exists():
                self.error(
                    1,
                    Saying("đây không phải là một tệp", "this is no file"),
                    Saying(
                        "đặt một tệp vào chỗ này, hoặc xóa thư mục này",
                        "put a file in its place, or delete this folder",
                    ),
                )
            return
        try:
            self.text = nfc(path.read_text("utf-8-sig"))
            self.tables = tomllib.loads(self.text)
        except UnicodeDecodeError:
            self.error(
                1,
                Saying("tệp không phải UTF-8", "the file is not UTF-8"),
                Saying("lưu lại tệp với bảng mã UTF-8", "save it as UTF-8"),
            )
        except tomllib.TOMLDecodeError as problem:
            place = re.search(r"line (\d+)", str(problem))
            self.error(
                int(place[1]) if place else self.text.count("\n") + 1,
                Saying(
                    f"tệp không đọc được theo TOML: {problem}",
                    f"the file cannot be read as TOML: {problem}",
                ),
                Saying(
                    "xem lại dấu ngoặc kép, ngoặc vuông và dấu phẩy ở dòng này",
                    "look at the quotation marks, brackets and commas of this line",
                ),
            )

    def error(self, line: int, message: Saying, mend: Saying) -> None:
        """Note a finding."""
        self.findings.append(Finding(self.shown, line, 1, RULE, message, mend))

    def line_of(self, table: str, key: str | None = None) -> int:
        """1-based line of `[table]`, or of `key` below it."""
        head = re.search(rf"^\s*\[\s*\"?{re.escape(table)}\"?\s*\]", self.text, re.MULTILINE)
        if not head:
            return 1
        place = head.start() + len(head[0]) - len(head[0].lstrip())
        if key:
            below = re.compile(rf"^\s*\"?{re.escape(key)}\"?\s*=", re.MULTILINE)
            if match := below.search(self.text, head.end()):
                place = match.end()
        return self.text.count("\n", 0, place) + 1

    def entries(self, keys: dict[str, type], needed: str) -> dict[str, dict[str, Any]]:
        """The tables that are well formed, by id; the others become findings."""
        good = {}
        for name, table in self.tables.items():
            if self._is_entry(name, table, keys, needed):
                good[name] = {key: value for key, value in table.items() if key in keys}
        return good

    def _is_entry(self, name: str, table: Any, keys: dict[str, type], needed: str) -> bool:
        if not isinstance(table, dict):
            self.error(
                1,
                Saying(f"“{name}” nằm ngoài mọi mục", f"“{name}” stands outside all entries"),
                Saying("đặt nó dưới một dòng [ma-muc]", "put it below a line [id-of-entry]"),
            )
            return False
        before = len(self.findings)
        if not _ID.fullmatch(name):
            self.error(
                self.line_of(name),
                Saying(
                    f"mã “{name}” không dùng được trong địa chỉ",
                    f"the id “{name}” cannot stand in an address",
                ),
                Saying(
                    "chỉ viết chữ a–z, số và dấu gạch nối, ví dụ [de-tai-khoa-hoc]",
                    "write letters a–z, digits and hyphens only, for example [de-tai-khoa-hoc]",
                ),
            )
        for key, value in table.items():
            self._check_value(name, key, value, keys)
        if not str(table.get(needed, "")).strip():
            self.error(
                self.line_of(name),
                Saying(f"mục [{name}] thiếu “{needed}”", f"the entry [{name}] has no “{needed}”"),
                Saying(f'thêm dòng {needed} = "…"', f'add a line {needed} = "…"'),
            )
        return len(self.findings) == before

    def _check_value(self, name: str, key: str, value: Any, keys: dict[str, type]) -> None:
        if key not in keys:
            near = difflib.get_close_matches(key, keys, n=1, cutoff=0.5)
            known = ", ".join(keys)
            hint = (
                Saying(f"có phải “{near[0]}”?", f"is it “{near[0]}”?")
                if near
                else Saying(f"dùng được: {known}", f"known are: {known}")
            )
            message = Saying(
                f"mục [{name}] có khóa lạ “{key}”", f"the entry [{name}] has an unknown key “{key}”"
            )
            self.error(self.line_of(name, key), message, hint)
        elif not isinstance(value, keys[key]):
            form = _FORMS[keys[key]]
            self.error(
                self.line_of(name, key),
                Saying(f"“{key}” của [{name}] sai kiểu", f"“{key}” of [{name}] is of another type"),
                Saying(f"viết {key} = {form}", f"write {key} = {form.english}"),
            )
        elif key in ("aliases", "levels", "deeds") and not _are_words(value):
            self.error(
                self.line_of(name, key),
                Saying(
                    f"“{key}” của [{name}] có mục không phải chữ",
                    f"“{key}” of [{name}] holds something that is no text",
                ),
                Saying(f'viết {key} = ["…", "…"]', f'write {key} = ["…", "…"]'),
            )
        elif key == "plausible" and not _is_range(value):
            self.error(
                self.line_of(name, key),
                Saying(
                    f"“plausible” của [{name}] phải là hai số tăng dần",
                    f"“plausible” of [{name}] must be two numbers, the smaller first",
                ),
                Saying("ví dụ plausible = [0, 2000]", "for example plausible = [0, 2000]"),
            )


def _are_words(value: Any) -> bool:
    return all(isinstance(item, str) for item in value)


def _is_range(value: Any) -> bool:
    numbers = all(isinstance(item, int | float) and not isinstance(item, bool) for item in value)
    return len(value) == 2 and numbers and value[0] <= value[1]
