"""A sign is found wherever `in` finds it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vntext.signs import holds

SIGNS = ["](", "]:", "] ", "**", "```", "www.", "! [", "<!--", "aa"]


@given(st.lists(st.sampled_from([*"]( :*`w.![<-a"]), max_size=12).map("".join))
def test_the_same_as_in(text: str) -> None:
    """At the beginning, at the end, and where only a part of it stands."""
    assert [holds(text, sign) for sign in SIGNS] == [sign in text for sign in SIGNS]
