"""The door of other programs."""

from __future__ import annotations

import json

import pytest

from figures.jsonl import lines

_FIELDS = {
    "start", "end", "as_written", "value_min", "value_max", "qualifier", "indicator",
    "indicator_position", "level", "unit", "period", "period_source", "kind", "direction", "base",
    "denominator", "parent", "ref", "rule", "confidence",
}  # fmt: skip


def test_a_passage_gives_its_facts_and_refusals_by_id() -> None:
    """Whole values are whole numbers, others decimals; offsets are of the text as given."""
    passage = {
        "id": "x", "text": "Trường mở 12 lớp sáng 5/3, đạt 98,5% kế hoạch.",
        "date": "2023-03-05", "context": None, "institution": None,
    }  # fmt: skip
    (line,) = lines([json.dumps(passage), "\n"])
    answer = json.loads(line)
    assert answer["id"] == "x"
    assert [fact["value_min"] for fact in answer["facts"]] == [12, 98.5]
    assert all(set(fact) == _FIELDS for fact in answer["facts"])
    assert [refusal["text"] for refusal in answer["refusals"]] == ["5/3"]


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1}'])
def test_a_line_that_is_no_passage_is_named_by_its_number(line: str) -> None:
    """The caller can say which line is wrong."""
    with pytest.raises(ValueError, match="line 2"):
        list(lines(["", line]))
