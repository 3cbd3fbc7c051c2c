"""Work side by side gives what one process gives, and stops when nobody takes it."""

from __future__ import annotations

import os
import time
from pathlib import Path

from press.workers import as_they_come


def test_results_come_in_the_order_of_the_items() -> None:
    items = list(range(1000))
    assert list(as_they_come(str, items, 2)) == list(map(str, items))


def test_whoever_stops_taking_results_does_not_wait_for_those_ahead(tmp_path: Path) -> None:
    done = os.open(tmp_path / "done", os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def task(item: int) -> int:
        time.sleep(0.001)
        os.write(done, b".")
        return item

    try:
        results = as_they_come(task, list(range(10_000)), 2)
        assert next(results) == 0
        results.close()
    finally:
        os.close(done)
    # Chunks of 64: two at work, one handed to them, and those before; of sixteen ahead.
    assert (tmp_path / "done").stat().st_size <= 10 * 64
