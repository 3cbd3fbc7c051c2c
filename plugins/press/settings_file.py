"""The settings as their file says them now, whatever Python kept of an earlier state of it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any


def settings_in(file: Path, override: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Pelican's settings in `file`, those of `override` put over them.

    Raises whatever the file raises; SyntaxError where it is no Python.
    """
    from pelican.settings import read_settings

    for source in file.parent.glob("*.py"):
        # Python takes what it compiled for a file of the same size and of the same second.
        with suppress(OSError):
            Path(cache_from_source(str(source))).unlink()
        # `publishconf.py` imports `pelicanconf`: that of its own site, whatever was built before.
        sys.modules.pop(source.stem, None)
    return dict(read_settings(str(file), override=dict(override or {})))
