"""What is passed over because a sentence has none of its words would have told nothing."""

from __future__ import annotations

import pytest

from benchmarks.figures.accuracy import CORPORA
from benchmarks.figures.score import load
from figures import read
from figures.refusing import refuse
from figures.text import line
from figures.text.marks import marks


@pytest.mark.parametrize("corpus", ["dev", "practice"])
def test_a_gate_of_words_changes_no_answer(corpus: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading is the same when every gate stands open; those of the wide refusals are their rules'."""
    texts = [passage["text"] for passage in load(CORPORA[corpus])]
    expected = [read(text) for text in texts]
    monkeypatch.setattr(line, "marks", lambda words: marks(words) | ~refuse._TRIGGERED)
    assert [read(text) for text in texts] == expected
