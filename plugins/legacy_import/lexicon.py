"""The words of `data/`, as sets and patterns; each is written down there once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from vntext.fold import same_tones
from vntext.tables import tables


@cache
def table(name: str) -> Mapping[str, Any]:
    """The file `data/<name>.toml`."""
    return MappingProxyType(tables(Path(__file__).with_name("data") / f"{name}.toml"))


def words(*path: str) -> list[str]:
    """A list of `words.toml`, by its table and key."""
    found: Any = table("words")
    for part in path:
        found = found[part]
    return [plain(word) for word in found]


@cache
def word_set(*path: str) -> frozenset[str]:
    """The same as a set."""
    return frozenset(words(*path))


@cache
def names(part: str) -> tuple[str, ...]:
    """Names of elements that hold `part`, strong ones first, as `selectors.toml` has them."""
    return tuple(table("selectors")[part])


def plain(text: str) -> str:
    """`text` for comparing: lower case, one placement of tones, single spaces."""
    return " ".join(same_tones(text).split())


def either(choices: Iterable[str]) -> str:
    """A pattern of `choices`, the longest first."""
    ordered = sorted(set(choices), key=len, reverse=True)
    return "|".join(re.escape(choice).replace(r"\ ", r"\s+") for choice in ordered)
