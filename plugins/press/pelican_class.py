"""Pelican with a build that loses nothing: the class behind both doors.

`niengiam build` and stock `pelican` run this same class; the former gives it
a cache and workers through the settings `PRESS_*`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pelican import Pelican
from pelican.plugins._utils import get_plugin_name

from press.build import Failed, run_build
from press.pages.generators import NewsGenerator, SitePagesGenerator
from press.report import Report

#: Exit statuses, as in docs/commands.md.
CONTENT_ERRORS = 1
INTERRUPTED = 130


class NienGiam(Pelican):
    """Pelican whose `run` checks, reads, renders beside the site and swaps it in."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self.report = Report(quiet=bool(settings.get("PRESS_QUIET", False)))
        # Pelican leaves those that it could not load out of the list, with a word in the log.
        wanted = [plugin for plugin in settings.get("PLUGINS") or () if isinstance(plugin, str)]
        super().__init__(settings)
        loaded = {get_plugin_name(plugin) for plugin in self.plugins}
        self.missing_plugins = [
            name for name in wanted if not {name, f"pelican.plugins.{name}"} & loaded
        ]

    def run(self) -> None:
        """Builds the site.

        Raises SystemExit: with status 1 when anything was wrong, 130 when it was
        interrupted. Everything is then said already; the old site stands.
        """
        try:
            self.result = run_build(self, self.report)
        except Failed as failure:
            self.report.findings(failure.findings)
            print(failure.message, flush=True)
            raise SystemExit(CONTENT_ERRORS) from None
        except KeyboardInterrupt:
            print("Đã dừng theo yêu cầu; trang đang có không thay đổi.", flush=True)
            raise SystemExit(INTERRUPTED) from None

    def _get_generator_classes(self) -> list[type]:
        """Ours in the place of Pelican's readers of files; plugins' own behind them."""
        from press.pages.parts import part_generators

        replaced = {"ArticlesGenerator", "PagesGenerator", "StaticGenerator"}
        others = [g for g in super()._get_generator_classes() if g.__name__ not in replaced]
        return [NewsGenerator, SitePagesGenerator, *others, *part_generators()]

    @property
    def content_root(self) -> Path:
        """The content folder."""
        return Path(self.path)
