"""The same work on many items, side by side.

Processes are forked, so a task sees everything that was there when the work
began without a copy being made; only results travel back.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

#: Below this many items a new process costs more than it saves.
_WORTH_IT = 64

_task: Callable[[Any], Any] | None = None


def available_workers() -> int:
    """How many processes may work at once."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def side_by_side(
    task: Callable[[Item], Result], items: Sequence[Item], workers: int
) -> list[Result]:
    """`[task(item) for item in items]`, by `workers` processes where that pays.

    An exception of a task is raised here; a worker that is killed raises
    `concurrent.futures.process.BrokenProcessPool`.
    """
    if workers < 2 or len(items) < _WORTH_IT:
        return [task(item) for item in items]
    global _task
    _task = task
    try:
        chunk = max(1, min(64, len(items) // (workers * 8)))
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(workers, mp_context=context) as pool:
            return list(pool.map(_run, items, chunksize=chunk))
    finally:
        _task = None


def _run(item: Any) -> Any:
    assert _task is not None
    return _task(item)
