"""Every word that the command says, in Vietnamese or English."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from findings import in_english
from stat_index.pages.rule_names import rule_name
from vntext.tables import tables

if TYPE_CHECKING:
    from figures import Refusal

LANGUAGES = ("vi", "en")


class Words:
    """Words of one language, by key."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._all = _table("words")
        self._click = _table("click")

    def __call__(self, key: str, **values: object) -> str:
        """The words under `key`, with `values` filled in."""
        return self._all[key][self.lang].format(**values)

    def under(self, prefix: str) -> dict[str, str]:
        """All words whose keys begin with `prefix`, by the rest of the key."""
        return {
            key.removeprefix(prefix): said[self.lang]
            for key, said in self._all.items()
            if key.startswith(prefix)
        }

    def refusal(self, refusal: Refusal) -> str:
        """Why a number was not taken as a figure, with the words that spoke against it.

        The name of the reason where no words are known for it.
        """
        said = _table("refusals").get(refusal.reason, {}).get(self.lang, refusal.reason)
        return f"{said} ({', '.join(refusal.signs)})" if refusal.signs else said

    def rule(self, id: str) -> str:
        """What the rule that found a figure is called, beside its id."""
        name = rule_name(id)
        return id if self.lang == "en" or name == id else f"{name} ({id})"

    def said(self, text: str) -> str:
        """`text` in this language, as far as it knows itself in both."""
        return in_english(text) if self.lang == "en" else str(text)

    def number(self, text: str) -> str:
        """A decimal number as this language writes it."""
        return text if self.lang == "en" else text.replace(".", ",")

    def click(self, text: str) -> str:
        """What click says in English, in this language where it is known."""
        return text if self.lang == "en" else self._click.get(text, {}).get("vi", text)


@cache
def _table(name: str) -> MappingProxyType[str, dict[str, str]]:
    data = tables(Path(__file__).with_name("data") / f"{name}.toml")
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
