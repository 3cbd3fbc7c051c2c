"""The named examples of `theme/components.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

THEME = Path(__file__).resolve().parents[2] / "theme"


def load_components() -> dict[str, Any]:
    """`component`: file, macro, what and examples of each; `shared`: values behind `@name`."""
    return tomllib.loads((THEME / "components.toml").read_text("utf-8"))
