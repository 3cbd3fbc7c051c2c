"""The registry that most tests of the index use."""

from __future__ import annotations

from pathlib import Path

import pytest

from stat_index.registry import Registry
from tests.stat_index.making import registry_in


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    """A small registry of a school."""
    return registry_in(tmp_path)
