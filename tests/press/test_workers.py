"""Work side by side gives what one process gives, and stops when nobody takes it."""

from __future__ import annotations

import multiprocessing
import os
import select
import signal
import time
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from press.workers import Answers, Beside, as_they_come, begun


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
    # Those that were done when the first result was taken, and few more.
    assert (tmp_path / "done").stat().st_size <= 4 * 64


def test_a_process_that_is_killed_ends_the_work() -> None:
    here = os.getpid()

    def task(item: int) -> int:
        if item == 700 and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return item

    with pytest.raises(BrokenProcessPool):
        list(as_they_come(task, list(range(1000)), 2))
    assert not multiprocessing.active_children()


def test_what_went_wrong_in_another_process_is_raised_here() -> None:
    def task(item: int) -> int:
        return 1 // (item - 700)

    with pytest.raises(ZeroDivisionError):
        list(as_they_come(task, list(range(1000)), 2))
    assert not multiprocessing.active_children()


def test_a_fault_that_cannot_travel_is_told() -> None:
    def task(item: int) -> int:
        raise ValueError("what it was", lambda: item)

    with pytest.raises(RuntimeError, match="what it was"):
        list(as_they_come(task, list(range(1000)), 2))


def test_workers_go_on_while_nobody_takes_results() -> None:
    """Who noted files for them has other things to do first."""
    done = multiprocessing.get_context("fork").Value("i", 0)

    def task(_: int) -> bytes:
        with done.get_lock():
            done.value += 1
        return bytes(100_000)

    results = begun(as_they_come(task, list(range(100)), 2))
    deadline = time.monotonic() + 60
    while done.value < 100 and time.monotonic() < deadline:
        time.sleep(0.01)
    assert done.value == 100
    assert len(list(results)) == 100


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("dies_after", [0, 1, 2, 3])
def test_answers_come_whole_even_if_the_process_dies_between_them(
    workers: int, dies_after: int
) -> None:
    here = os.getpid()

    def task() -> Iterator[int]:
        for number in range(3):
            if number == dies_after and os.getpid() != here:
                os._exit(3)
            yield number

    with Answers(task, workers) as answers:
        assert [next(answers) for _ in range(3)] == [0, 1, 2]


def test_who_answers_does_not_outlive_who_asks() -> None:
    """It would hold the lock of a build that was killed, and no other could begin."""
    reader, writer = os.pipe()
    asker = os.fork()
    if asker == 0:
        Beside(lambda: bytes(1 << 20), 2)
        os.kill(os.getpid(), signal.SIGKILL)
    os.close(writer)
    os.waitpid(asker, 0)
    # Only when nobody holds the other end any more is there something to read: the end.
    ended, _, _ = select.select([reader], [], [], 60)
    os.close(reader)
    assert ended


def test_what_went_wrong_is_told_and_may_be_asked_again() -> None:
    """A damaged store is dropped, and the build asks once more."""
    faults = [ValueError("damaged")]

    def task() -> str:
        if faults:
            raise faults.pop()
        return "mended"

    with Beside(task, 2) as answer:
        with pytest.raises(ValueError, match="damaged"):
            answer()
        assert answer() == answer() == "mended"


def test_who_stops_a_build_at_the_keyboard_stops_only_its_first_process() -> None:
    """One that is interrupted while it hands over a result would leave the others waiting for ever."""

    def heeded(_: int = 0) -> bool:
        return signal.getsignal(signal.SIGINT) is not signal.SIG_IGN

    # Whoever runs the tests in the background may ignore it himself.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        assert heeded()
        assert not Beside(heeded, 2)()
        assert not any(as_they_come(heeded, list(range(1000)), 2))
    finally:
        signal.signal(signal.SIGINT, before)
