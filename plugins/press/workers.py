"""The same work on many items, side by side.

Processes are forked, so a task sees everything that was there when the work
began without a copy being made; only results travel back.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

#: Below this many items a new process costs more than it saves.
_WORTH_IT = 64

_work: tuple[Callable[[Any], Any], Sequence[Any]] | None = None


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
    return list(as_they_come(task, items, workers))


def as_they_come(
    task: Callable[[Item], Result],
    items: Sequence[Item],
    workers: int,
    *,
    worth_it: int = _WORTH_IT,
) -> Iterator[Result]:
    """The results of `side_by_side` one after another, so that they need not all be held.

    Below `worth_it` items no process is started.
    """
    if workers < 2 or len(items) < worth_it:
        yield from map(task, items)
        return
    global _work
    _work = (task, items)
    # What is there already is shared with the workers: collecting it would copy it.
    gc.freeze()
    try:
        chunk = max(1, min(64, len(items) // (workers * 8)))
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(workers, mp_context=context) as pool:
            yield from pool.map(_run, range(len(items)), chunksize=chunk)
    finally:
        _work = None
        gc.unfreeze()


def beside(task: Callable[[], Result], workers: int) -> Callable[[], Result]:
    """Begins `task` in a process of its own; what is returned waits for its result.

    Done here and now by the one who asks, where there is no process to spare
    or it did not come to an end.
    """
    if workers < 2:
        return task
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(task, sender), daemon=True)
    process.start()
    sender.close()

    def result() -> Result:
        try:
            found: Result = receiver.recv()
        except (EOFError, OSError):
            found = task()
        finally:
            receiver.close()
            process.join()
        return found

    return result


def _answer(task: Callable[[], Any], sender: Any) -> None:
    # What goes wrong here is met again, and told, by the one who asked.
    with suppress(Exception):
        sender.send(task())


def _run(place: int) -> Any:
    assert _work is not None
    task, items = _work
    return task(items[place])
