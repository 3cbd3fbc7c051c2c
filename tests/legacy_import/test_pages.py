"""Pages in the shapes of many old content systems come out as an editor would have typed them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.legacy_import.judging import BATCHES, expectations, faults

PAGES = [(batch, name, wanted) for batch in BATCHES for name, wanted in expectations(batch).items()]


@pytest.mark.parametrize(("batch", "name", "wanted"), PAGES, ids=[f"{b}/{n}" for b, n, _ in PAGES])
def test_a_page_is_clean(batch: str, name: str, wanted: dict[str, Any]) -> None:
    """Title, date, author and every paragraph exact; each caption once; no furniture left."""
    assert faults(batch, name, wanted) == []
