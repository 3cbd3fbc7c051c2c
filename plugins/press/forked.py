"""A process that does some work on all that is there, and tells what it found through a pipe."""

from __future__ import annotations

import ctypes
import fcntl
import signal
from collections.abc import Callable, Iterable
from contextlib import suppress
from multiprocessing import current_process, get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

#: So many bytes are sent before somebody collects them, if the system allows it.
_ROOM = 1 << 20
#: Of Linux's `prctl`.
_PARENT_DEATH_SIGNAL = 1


def forked(
    work: Callable[[Connection], None], others: Iterable[Any] = ()
) -> tuple[BaseProcess, Any]:
    """The process, begun, and where to receive what `work` sends.

    It sees everything that was there without a copy being made. `others` are where this process
    receives from earlier ones. Raises OSError: where it cannot be begun.
    """
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    with suppress(OSError, AttributeError):
        # A system that gives less room makes the process wait more often.
        fcntl.fcntl(sender.fileno(), fcntl.F_SETPIPE_SZ, _ROOM)
    ends = (receiver, *others)
    process = context.Process(target=_begin, args=(work, sender, ends), daemon=True)
    try:
        process.start()
    except OSError:
        receiver.close()
        raise
    finally:
        sender.close()
    return process, receiver


def _begin(work: Callable[[Connection], None], sender: Any, ends: Iterable[Any]) -> None:
    libc = ctypes.CDLL(None)
    if hasattr(libc, "prctl"):
        # Whoever is killed takes along those that he began.
        libc.prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    # Python forbids others of its own to one that ends with its parent, as it would leave them.
    current_process()._config["daemon"] = False  # type: ignore[attr-defined]
    for end in ends:
        # Where it stayed open here, nobody would notice that its other end was closed.
        end.close()
    work(sender)
