"""How busy this machine is, and how many examples are tried there."""

from __future__ import annotations

import os
import time

#: Seconds that `_work` takes on a machine that has nothing else to do.
_ORDINARY = 0.5
#: From so many times that on, fewer examples are tried.
_BUSY = 4


def _work() -> None:
    for _ in range(5):
        sum(number * number for number in range(1_500_000))


def _is_busy() -> bool:
    start = time.perf_counter()
    _work()
    return time.perf_counter() - start > _BUSY * _ORDINARY


#: Decided by whoever begins, for all processes that test; NIENGIAM_BUSY=0 or 1 decides before.
BUSY = os.environ.get("NIENGIAM_BUSY") or str(int(_is_busy()))
os.environ["NIENGIAM_BUSY"] = BUSY


def examples(number: int) -> int:
    """`number`; a fifth of it, ten at least, where many machines share one processor.

    All tests would take hours there, and nobody would wait for them.
    """
    return min(number, max(10, number // 5)) if BUSY == "1" else number
