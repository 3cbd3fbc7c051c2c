"""Incremental builds equal clean ones with the site's own theme, over random edits of the sample.

`NIENGIAM_SOAK=1` (`make soak`) tries sixty sequences of ten edits.
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.press.sample_site import SampleSite
from tests.press.small_site import files_of

_SOAK = bool(os.environ.get("NIENGIAM_SOAK"))


@pytest.mark.parametrize("seed", range(60 if _SOAK else 2))
def test_random_edits_of_the_sample_give_what_a_clean_build_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """The same files and bytes, or the same findings and a site that is left alone."""
    for module in ("press.cache.outline", "press.cache.memory"):
        monkeypatch.setattr(f"{module}.SETTLED", 0)
    if seed % 2:
        # As in a large archive.
        monkeypatch.setattr("site_search.layers.WORTH_IT", 15)
        monkeypatch.setattr("site_search.layers.NEWEST", 6)
    dice = random.Random(seed)
    # With an address, share pictures show the titles of articles without a picture.
    address = "https://niengiam.example/tin" if seed % 2 else ""
    site = SampleSite(tmp_path, size=4, drafts=seed % 3 == 1, dice=dice, address=address)
    site.outcome()
    for _ in range(10 if _SOAK else 4):
        before = files_of(site.output)
        done = [site.edit() for _ in range(dice.choice((1, 1, 1, 2, 3)))]
        found = site.again() if dice.random() < 0.5 else site.outcome()
        clean = site.clean()
        if isinstance(found, dict) and isinstance(clean, dict):
            others = [name for name in found.keys() | clean.keys() if found.get(name) != clean.get(name)]  # fmt: skip
            assert not others, done
        else:
            assert found == clean, done
            assert files_of(site.output) == before
            site.give_up(tuple(map(str, found)))
