"""The articles that are in the folder already, so that none is imported twice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from legacy_import.writing.drafts import fingerprint_of

_KEY = re.compile(r"^(Mã|Tiêu đề|Ngày|Tóm tắt)\s*:\s*(.*)$", re.MULTILINE)
_NO_TEXT = re.compile(r"!\[[^\]]*\]\([^)]*\)|\[\^[^\]]+\](?::.*)?|(?<=\])\([^)]*\)|<[^>]+>")
_ENTITY = re.compile(r"&(?:lt|amp|#58);")
_ENOUGH = 20_000


@dataclass(frozen=True, slots=True)
class Existing:
    """What is there, by id and by how it reads; values are paths from the folder."""

    by_id: dict[str, str]
    by_print: dict[str, str]


def existing(into: Path) -> Existing:
    """The articles below `into`."""
    by_id: dict[str, str] = {}
    by_print: dict[str, str] = {}
    for path in sorted(into.rglob("*.md")) if into.is_dir() else ():
        head, body = _parts(path)
        name = path.relative_to(into).as_posix()
        if head.get("Mã"):
            by_id[head["Mã"]] = name
        date = head.get("Ngày", "").partition(" ")[0]
        text = head.get("Tóm tắt", "") + _ENTITY.sub(" ", _NO_TEXT.sub("", body))
        by_print.setdefault(fingerprint_of(head.get("Tiêu đề", ""), date, text), name)
    return Existing(by_id, by_print)


def _parts(path: Path) -> tuple[dict[str, str], str]:
    """Head and body of an article as `niengiam` writes them; both empty for any other file."""
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            text = file.read(_ENOUGH)
    except OSError:
        return {}, ""
    _, _, rest = text.partition("---\n")
    head, _, body = rest.partition("\n---\n")
    return {key: _value(value) for key, value in _KEY.findall(head)}, body


def _value(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        return text[1:-1].replace('\\"', '"').replace("\\\\", "\\")
    return text
