"""The same work on many items, side by side.

Processes are forked, so a task sees everything that was there when the work
began without a copy being made; only results travel back.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import chain, islice
from multiprocessing.process import BaseProcess
from typing import Any, Generic, Self, TypeVar

from press.forked import forked
from press.pool import Pool

Item = TypeVar("Item")
Result = TypeVar("Result")

#: Below this many items new processes cost more than they save.
WORTH_IT = 64
#: So many items a worker takes at a time, at most.
_MOST = 32


def available_workers() -> int:
    """How many processes may work at once."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def as_they_come(
    task: Callable[[Item], Result],
    items: Sequence[Item],
    workers: int,
    *,
    worth_it: int = WORTH_IT,
    most: int = _MOST,
) -> Generator[Result, None, None]:
    """`task` of each of `items`, one after another, by `workers` processes where that pays.

    Below `worth_it` items no process is started. A worker takes up to `most` at a time, and is
    only so far ahead of whoever takes the results. An exception of a task is raised here; a
    worker that is killed raises `concurrent.futures.process.BrokenProcessPool`.
    """
    if workers < 2 or len(items) < worth_it:
        yield from map(task, items)
        return
    # What is there already is shared with the workers: collecting it would copy it.
    gc.freeze()
    chunk = max(1, min(most, len(items) // (workers * 8)))
    try:
        with Pool(task, items, workers, chunk, _own_signals) as pool:
            yield from pool
    finally:
        gc.unfreeze()


def begun(items: Iterator[Item]) -> Iterator[Item]:
    """`items`, the first of which is asked for now: what workers do for them goes on beside."""
    return chain(list(islice(items, 1)), items)


class Answers:
    """What a task answers step by step in a process of its own; `next` waits for each.

    The one who asks does the task itself where there is no process to spare or
    the other one did not come to an end. Leaving the block ends a process that
    nobody asked.
    """

    def __init__(
        self, task: Callable[[], Iterator[Any]], workers: int, *, urgent: bool = False
    ) -> None:
        """Whoever asks has more to do than what is answered beside, unless that is `urgent`."""
        self._task = task
        self._taken = 0
        self._own: Iterator[Any] | None = None
        self._process: BaseProcess | None = None
        if workers > 1:
            self._process, self._receiver = forked(partial(_answer, task, urgent))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            # It may be waiting for somebody to take its answer.
            self._process.kill()
            self._end(self._process)

    def __next__(self) -> Any:
        if self._process is None:
            if self._own is None:
                # What it has answered already it would answer again.
                self._own = islice(self._task(), self._taken, None)
            try:
                return next(self._own)
            except Exception:
                # Whoever asks again may have mended it.
                self._own = None
                raise
        try:
            found = self._receiver.recv()
        except (EOFError, OSError):
            self._end(self._process)
            return next(self)
        self._taken += 1
        return found

    def finish(self) -> None:
        """Lets the task come to its end, once all of its answers were taken."""
        if self._process is not None:
            self._end(self._process)
        for _ in self._own or ():
            pass

    def _end(self, process: BaseProcess) -> None:
        self._receiver.close()
        process.join()
        self._process = None


class Beside(Answers, Generic[Result]):
    """A task in a process of its own that has one answer; calling it waits for that."""

    def __init__(self, task: Callable[[], Result], workers: int, *, urgent: bool = False) -> None:
        super().__init__(partial(_once, task), workers, urgent=urgent)
        self._found: list[Result] = []

    def __call__(self) -> Result:
        if not self._found:
            self._found.append(next(self))
            if self._process is not None:
                self._end(self._process)
        return self._found[0]


def _once(task: Callable[[], Result]) -> Iterator[Result]:
    yield task()


def _answer(task: Callable[[], Iterator[Any]], urgent: bool, sender: Any) -> None:
    _own_signals()
    if not urgent:
        os.nice(5)
    # What goes wrong here is met again, and told, by the one who asked.
    with suppress(Exception):
        for found in task():
            sender.send(found)


def _own_signals() -> None:
    """Lets a signal end this process, whatever the one that it was forked from does about it.

    Who stops a build at the keyboard stops the one that began it, which ends this one and
    says so; without, each would say in its own way where it was.
    """
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
