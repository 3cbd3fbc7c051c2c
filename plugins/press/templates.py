"""Templates that are compiled when the first page needs them: most rebuilds need few."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment


class LazyTemplate:
    """A template by its name in the theme."""

    def __init__(self, environment: Environment, name: str) -> None:
        self._environment = environment
        self.name = name

    def render(self, values: dict[str, Any]) -> str:
        """The page; TemplateError where the template is at fault."""
        return self._environment.get_template(self.name).render(values)


def template_folders(settings: Mapping[str, Any], theme: str) -> list[Path]:
    """Where templates are looked for: the settings' own folders first."""
    own = [Path(folder) for folder in settings.get("THEME_TEMPLATES_OVERRIDES", ())]
    return [*own, Path(theme) / "templates"]


def share_environment(generators: list[Any]) -> None:
    """Gives all generators the first one's templates, which no longer ask the disk for changes.

    Upstream each generator has an environment of its own and compiles
    `base.html` and the macros again.
    """
    first = generators[0].env
    first.auto_reload = False
    for generator in generators:
        generator.env = first
