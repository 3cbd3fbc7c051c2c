"""The words of `data/`, as sets and patterns; each is written down there once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from vntext.fold import same_tones


@cache
def table(name: str) -> Mapping[str, Any]:
    """The file `data/<name>.toml`."""
    text = files("legacy_import").joinpath(f"data/{name}.toml").read_text("utf-8")
    return MappingProxyType(tomllib.loads(text))


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
