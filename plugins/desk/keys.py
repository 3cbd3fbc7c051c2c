"""The one table of front-matter keys: which are known, under which names, of which type."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any

from findings import Saying
from vntext.fold import fold
from vntext.tables import tables

_FILE = Path(__file__).with_name("data") / "front_matter.toml"
_SEPARATORS = re.compile(r"[\s_\-]+")


@dataclass(frozen=True, slots=True)
class Key:
    """A key that a head may hold."""

    id: str
    shown: str
    """The name used in messages."""
    type: str
    """Which reader of `desk.values` makes its value; empty for refused keys."""
    refusal: Saying | None = None
    """Why the key is not followed here; None for keys that are."""

    @property
    def english(self) -> str:
        """The name used in English messages."""
        return self.id.replace("_", " ").capitalize()


def folded(name: str) -> str:
    """`name` as keys are compared: no case, no diacritics, one space between words.

    Kì is kỳ, and lí do is lý do.
    """
    return _SEPARATORS.sub(" ", fold(name)).strip().replace("y", "i")


def _table(names_of: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Every folded name with the id that it stands for."""
    return {folded(name): key for key, names in names_of.items() for name in names}


def _load() -> tuple[dict[str, Key], dict[str, Key], dict[str, dict[str, str]]]:
    """Keys by id, keys by folded name, and the small tables of words."""
    data = tables(_FILE)
    words = {name: _table(data.pop(name)) for name in ("statuses", "answers", "correction")}
    refused = data.pop("refused")
    keys = {id: Key(id, spec["names"][0], spec["type"]) for id, spec in data.items()}
    keys |= {id: _refused(id, spec) for id, spec in refused.items()}
    names = _table({id: spec["names"] for id, spec in (data | refused).items()})
    return keys, {name: keys[id] for name, id in names.items()}, words


def _spelled() -> dict[str, str]:
    data = tables(_FILE)
    return {
        folded(name): name
        for table in ("statuses", "answers")
        for names in data[table].values()
        for name in names
    }


def _refused(id: str, spec: Mapping[str, Any]) -> Key:
    return Key(id, spec["names"][0], "", Saying(spec["reason"], spec["english"]))


KEYS, BY_NAME, _WORDS = _load()
SPELLED = _spelled()
"""Every folded name of a status or answer, as it is written."""
STATUSES = _WORDS["statuses"]
ANSWERS = _WORDS["answers"]
CORRECTION = _WORDS["correction"]


@lru_cache(maxsize=1024)
def find_key(name: str) -> Key | None:
    """The key that an editor wrote as `name`, if there is one."""
    return BY_NAME.get(folded(name))


def nearest_key(name: str) -> Key | None:
    """The known key whose name is most like `name`, if any is like it."""
    close = get_close_matches(folded(name), [n for n, k in BY_NAME.items() if not k.refusal], 1)
    return BY_NAME[close[0]] if close else None
