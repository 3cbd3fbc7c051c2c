"""The short ways through a head give what YAML's own reader gives, wherever that can read it."""

from __future__ import annotations

import re

import yaml
from hypothesis import given
from hypothesis import strategies as st

from desk.entry_value import listed, words
from desk.header import Entry, tidy
from desk.nodes import Refused

_SIGNS = st.text(alphabet="aếĐ 1,;:#\"'.-()%?/…", max_size=20)
_ITEM = st.one_of(
    _SIGNS,
    _SIGNS.map(lambda text: '"' + text.replace('"', "") + '"'),
    _SIGNS.map(lambda text: "'" + text.replace("'", "''") + "'"),
)


def entry(value: str) -> Entry:
    return Entry("Thẻ", 1, 6, tidy(value), (), "yaml")


def by_yaml(source: str) -> object:
    """What YAML reads, every scalar as text; None where it cannot, or where we mean otherwise.

    `#1` is a word to us: only `# ` begins a note.
    """
    if re.search(r"(?:^|\s)#\S", source):
        return None
    try:
        return yaml.load(f"Thẻ: {source}", Loader=yaml.BaseLoader)["Thẻ"]
    except yaml.YAMLError:
        return None


@given(st.lists(_ITEM, max_size=5))
def test_a_list_in_brackets_is_what_yaml_says(items: list[str]) -> None:
    source = f"[{', '.join(items)}]"
    expected = by_yaml(source)
    if not isinstance(expected, list) or not all(isinstance(item, str) for item in expected):
        return
    assert [item.text for item in listed(entry(source), ",")] == [
        tidy(item) for item in expected if tidy(item)
    ]


@given(_ITEM)
def test_words_are_what_yaml_says(value: str) -> None:
    """Where YAML takes the value for text at all: *a: b* is a table to it, and words to us."""
    expected = by_yaml(tidy(value))
    if not isinstance(expected, str) or tidy(value)[:1] in ("[", "{"):
        return
    try:
        found = words(entry(value)).text
    except Refused:
        found = ""
    assert found == tidy(expected)
