"""The thread that builds the preview's site again and again."""

from __future__ import annotations

import gc
import threading
import time
import weakref
from pathlib import Path

import pytest

from niengiam.preview.builder import Builder
from niengiam.preview.state import State


class _Left:
    """What only looking for garbage takes away: it holds itself."""

    def __init__(self) -> None:
        self.itself = self


def test_what_a_build_leaves_goes_when_nobody_saves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A preview that is open all day holds no more in the evening than in the morning."""
    builder = Builder(tmp_path, tmp_path / "pelicanconf.py", tmp_path / "cache", State())
    left: list[weakref.ref[_Left]] = []

    def build() -> float:
        left.append(weakref.ref(_Left()))
        # As builds do, for the sake of speed.
        gc.freeze()
        gc.unfreeze()
        return 0.1

    monkeypatch.setattr(builder, "build", build)
    thread = threading.Thread(target=builder.work, args=(lambda seconds: None,))
    thread.start()
    try:
        builder.save({tmp_path / "a.md", tmp_path / "b.md"})
        end = time.monotonic() + 30
        while not left or left[0]() is not None:
            assert time.monotonic() < end
            time.sleep(0.05)
    finally:
        builder.stop()
        thread.join(timeout=300)
    assert not thread.is_alive()
