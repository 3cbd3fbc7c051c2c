"""Small sites give exactly the files and words that were read and found right."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stat_index.golden_trees import SITES, built, names


@pytest.mark.parametrize("name", names())
def test_a_small_site_is_what_it_was(name: str, tmp_path: Path) -> None:
    """Every file by name; pages, download, feed and ledger by their words.

    `golden_trees.py` says how to write them anew after a change that is meant.
    """
    made = built(name, tmp_path)
    golden = {file: (SITES / name / file).read_text("utf-8") for file in made}
    assert made == golden
