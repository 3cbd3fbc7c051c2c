"""The named examples of `theme/components.toml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from press.pages import components

THEME = Path(__file__).resolve().parents[2] / "theme"


def load_components() -> dict[str, Any]:
    """`component`: file, macro, what and examples of each; `shared`: values behind `@name`."""
    return components.load_components(THEME)
