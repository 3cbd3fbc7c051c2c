"""What stands as a text within JSON comes back as it was."""

import json

from hypothesis import given
from hypothesis import strategies as st

from vntext.compact_json import inner_json, read_inner

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.sampled_from("a'\"\\\u0111\n")),
    lambda inside: st.lists(inside) | st.dictionaries(st.text("'\"b"), inside),
)


@given(VALUES)
def test_a_value_comes_back(value: object) -> None:
    """Whatever quotation marks it holds, and wherever its text has been."""
    assert read_inner(json.loads(json.dumps(inner_json(value)))) == value
