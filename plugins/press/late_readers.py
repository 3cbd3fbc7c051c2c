"""Pelican without its readers of files until somebody asks for one, which no build of ours does.

With `pelican.readers` come docutils, pygments, Pillow and a client of the web: a fifth of what a
rebuild loads.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

_NAME = "pelican.readers"


def load_pelican() -> None:
    """Loads Pelican, its readers late; whoever imports them from then on gets the real ones."""
    if "pelican" in sys.modules:
        return
    stand_in = ModuleType(_NAME)
    stand_in.Readers = _LateReaders  # type: ignore[attr-defined]
    sys.modules[_NAME] = stand_in
    try:
        import pelican.generators  # noqa: F401
    finally:
        del sys.modules[_NAME]


class _LateReaders:
    """Stands for the `Readers` that each generator makes for itself."""

    def __init__(self, *args: Any) -> None:
        from pelican.plugins import signals

        self._args = args
        if signals.readers_init.receivers:
            # A plugin wants to know of each.
            self._turn()

    def _turn(self) -> None:
        """Becomes the real one."""
        from pelican.readers import Readers

        made = Readers(*self._args)
        self.__class__, self.__dict__ = Readers, made.__dict__

    def __getattr__(self, name: str) -> Any:
        self._turn()
        return getattr(self, name)
