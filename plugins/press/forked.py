"""A process that does some work on all that is there, and tells what it found through a pipe."""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

#: So many bytes are sent before somebody collects them, if the system allows it.
_ROOM = 1 << 20


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
    for end in ends:
        # Where it stayed open here, nobody would notice that its other end was closed.
        end.close()
    work(sender)
