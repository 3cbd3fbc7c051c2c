"""Every word that the command says, in Vietnamese or English."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

LANGUAGES = ("vi", "en")

#: The steps of a build.
_PRESS = MappingProxyType(
    {
        "đọc thư mục nội dung": "reading the content folder",
        "kiểm tra và đọc bài": "checking and reading articles",
        "dựng trang": "building pages",
        "kiểm tra và thay": "verifying and swapping in",
    }
)


class Words:
    """Words of one language, by key."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._all = _table("words")
        self._click = _table("click")

    def __call__(self, key: str, **values: object) -> str:
        """The words under `key`, with `values` filled in."""
        return self._all[key][self.lang].format(**values)

    def press(self, text: str) -> str:
        """What a build says in Vietnamese, in this language where it is known."""
        return text if self.lang == "vi" else _PRESS.get(text, text)

    def click(self, text: str) -> str:
        """What click says in English, in this language where it is known."""
        return text if self.lang == "en" else self._click.get(text, {}).get("vi", text)


@cache
def _table(name: str) -> MappingProxyType[str, dict[str, str]]:
    text = files("niengiam").joinpath(f"data/{name}.toml").read_text("utf-8")
    data = tomllib.loads(text)
    if name == "click":
        return MappingProxyType({entry["en"]: entry for entry in data["words"]})
    return MappingProxyType(dict(_flat(data, "")))


def _flat(table: dict[str, Any], above: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Each saying with its full key."""
    for key, value in table.items():
        if "vi" in value:
            yield f"{above}{key}", value
        else:
            yield from _flat(value, f"{above}{key}.")
