"""A few forked processes that share the items of a work, chunk by chunk.

Each takes the next chunk from a number that all share, and sends what it found through a pipe
of its own; whoever collects puts the chunks in order. `concurrent.futures` has three threads
for that in the collecting process, which hand each result from one to the other.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from queue import Queue
from threading import Thread
from typing import Any, Generic, Self, TypeVar

from press.forked import forked

Item = TypeVar("Item")
Result = TypeVar("Result")

_Answer = tuple[int, list[Any], Exception | None]
"""Where a chunk begins, or -1 at the end; its results; what went wrong."""

#: So many chunks may be done in each process before somebody collects the first.
_AHEAD = 16


class Pool(Generic[Item, Result]):
    """The results of a task on each item, in the order of the items; to be left when done.

    Forked processes see everything that was there without a copy being made.
    """

    def __init__(
        self,
        task: Callable[[Item], Result],
        items: Sequence[Item],
        workers: int,
        chunk: int,
        began: Callable[[], None],
    ) -> None:
        """`began` is called first in each process.

        Raises OSError: where not all processes can be begun; none is left then.
        """
        self._task, self._items, self._chunk, self._began = task, items, chunk, began
        self._next = get_context("fork").Value("q", 0)
        self._processes: dict[Connection, Any] = {}
        self._open: list[Any] = []
        """Pipes through which more will come."""
        try:
            for _ in range(workers):
                process, receiver = forked(self._work, self._processes)
                self._processes[receiver] = process
                self._open.append(receiver)
        except OSError:
            self._end()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def _end(self) -> None:
        for receiver, process in self._processes.items():
            if receiver in self._open:
                # It may be waiting for somebody to take its results.
                process.kill()
            receiver.close()
        for process in self._processes.values():
            process.join()

    def __iter__(self) -> Iterator[Result]:
        """Raises what a task raised, and BrokenProcessPool where a process was killed."""
        found: dict[int, list[Result]] = {}
        for start in range(0, len(self._items), self._chunk):
            while start not in found:
                for receiver in wait(self._open):
                    self._collect(receiver, found)
            yield from found.pop(start)
        while self._open:
            self._collect(self._open[0], found)

    def _collect(self, receiver: Any, found: dict[int, list[Result]]) -> None:
        try:
            start, results, problem = pickle.loads(receiver.recv_bytes())
        except EOFError:
            from concurrent.futures.process import BrokenProcessPool

            raise BrokenProcessPool("a process ended before its work was done") from None
        if problem is not None:
            raise problem
        if start < 0:
            self._open.remove(receiver)
        else:
            found[start] = results

    def _work(self, sender: Connection) -> None:
        """What each process does."""
        self._began()
        answers = Queue[bytes](_AHEAD)
        sending = Thread(target=_send_all, args=(answers, sender), daemon=True)
        sending.start()
        for answer in self._answers():
            answers.put(_packed(answer))
        answers.put(b"")
        sending.join()
        # What it shares with the others it need not let go of bit by bit.
        os._exit(0)

    def _answers(self) -> Iterator[_Answer]:
        try:
            while (start := self._take()) < len(self._items):
                items = self._items[start : start + self._chunk]
                yield start, [self._task(item) for item in items], None
        except Exception as problem:
            yield -1, [], problem
        else:
            yield -1, [], None

    def _take(self) -> int:
        """Where the next chunk begins that nobody has taken."""
        with self._next.get_lock():
            start: int = self._next.value
            self._next.value = start + self._chunk
        return start


def _packed(answer: _Answer) -> bytes:
    try:
        return pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)
    except Exception as problem:
        # A fault that cannot travel itself is told all the same.
        return pickle.dumps((-1, [], RuntimeError(f"{problem} ({answer[2]!r})")))


def _send_all(answers: Queue[bytes], sender: Connection) -> None:
    """Sends them, while others are being found, until an empty one comes."""
    try:
        while answer := answers.get():
            sender.send_bytes(answer)
    except BrokenPipeError:
        # Nobody takes them any more.
        os._exit(0)
