"""The grammar reaches what `benchmarks/floors.toml` pins, on passages that nobody changed."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

import pytest

from benchmarks.figures.accuracy import CORPORA, measured
from benchmarks.figures.sureness import judgements, precision
from figures import PUBLISH

_FLOORS = tomllib.loads(
    (Path(__file__).parents[2] / "benchmarks" / "floors.toml").read_text("utf-8")
)["figures"]


@pytest.mark.parametrize("corpus", sorted(_FLOORS))
def test_the_corpus_is_the_one_that_the_floors_were_measured_on(corpus: str) -> None:
    """A changed passage needs new floors, with a reason in the commit."""
    found = hashlib.sha256(CORPORA[corpus].read_bytes()).hexdigest()
    assert found == _FLOORS[corpus]["sha256"]


@pytest.mark.parametrize("corpus", sorted(_FLOORS))
def test_no_measure_is_below_its_floor(corpus: str) -> None:
    """Span, core, full and parents are at least as good as when the floor was set."""
    result = measured(CORPORA[corpus])
    floors = _FLOORS[corpus]
    below = {
        name: (rate, floors[name])
        for name, rate in result.rates().items()
        if name in floors and rate < floors[name]
    }
    assert not below
    assert result.false_in_quiet <= floors["false_in_quiet"]


def test_what_is_published_by_itself_is_precise_on_dev() -> None:
    """Of the figures that need no question, at least 99 in 100 have the right number and core."""
    _, span, core = precision(judgements(["dev"]), PUBLISH)
    assert span >= 0.99
    assert core >= 0.99
