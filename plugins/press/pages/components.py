"""The named examples of the theme's components, for the component page and for tests."""

from __future__ import annotations

import tomllib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup

from stat_index.pages.cell_html import row_html

_FILE = "components.toml"


def has_components(theme: Path) -> bool:
    """Whether the theme has named examples: one of somebody's own need not."""
    return (theme / _FILE).is_file()


def load_components(theme: Path) -> dict[str, Any]:
    """`theme/components.toml`: `component`, a list; `shared`, the values behind `@name`.

    What a macro is given are mappings of arguments to plain values or to objects with
    attributes, as the build gives them: a table of values called `values` is no method.
    """
    found = tomllib.loads((theme / _FILE).read_text("utf-8"))
    for component in found["component"]:
        for example in component["examples"]:
            example["args"] = {name: _plain(value) for name, value in example["args"].items()}
    found["shared"] = {name: _plain(value) for name, value in found["shared"].items()}
    return found


class _Example(SimpleNamespace):
    """Values under the names by which templates ask for them."""

    def html(self, root: str) -> Markup:
        """The cells of a row of a table of figures, which are no macro (`stat_index.cell_html`)."""
        return row_html(self.cells, root)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return _Example(**{name: _plain(inner) for name, inner in value.items()})
    return [_plain(inner) for inner in value] if isinstance(value, list) else value
