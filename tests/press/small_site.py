"""A small site that tests build again and again: its content, its settings, its theme."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

from PIL import Image

from press.build import BuildResult, Failed, build
from press.cache.at_hand import AtHand
from press.report import Report

#: Warnings of one rule that are shown.
_SHOWN = 2
_THEME = Path(__file__).parent / "small_theme"
_SETTINGS = """\
import sys
from pathlib import Path
HERE = Path(__file__).resolve().parent
from press import NienGiam, filters
SITENAME = "Trang thử"
SITE = {{"tagline": "{tagline}", "email": "a@b.example", "logo": "{logo}"}}
DEFAULT_CATEGORY = "Tin tức"
DEFAULT_ORGANISATION = "{owner}"
DEFAULT_PAGINATION = {size}
PELICAN_CLASS = NienGiam
JINJA_FILTERS = filters()
THEME = str(HERE / "theme")
PLUGINS = []
SITEURL = ""
SITE_ADDRESS = ""
RELATIVE_URLS = True
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
LOCALE = ["C.UTF-8", "C"]
SHOW_DRAFTS = {drafts}
TYPOGRIFY = False
MARKDOWN = {{"extensions": ["markdown.extensions.tables"], "output_format": "html"}}
READERS = {{"rst": None, "html": None}}
JINJA_ENVIRONMENT = {{"autoescape": True, "extensions": ["press.fragments.Fragments"]}}
NAV_CATEGORIES = []
ARTICLE_URL = "{{date:%Y}}/{{date:%m}}/{{slug}}/"
CATEGORY_URL = "chuyen-muc/{{slug}}/"
CATEGORY_SAVE_AS = CATEGORY_URL + "index.html"
TAG_URL = "the/{{slug}}/"
TAG_SAVE_AS = TAG_URL + "index.html"
AUTHOR_URL = "tac-gia/{{slug}}/"
AUTHOR_SAVE_AS = AUTHOR_URL + "index.html"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""

#: Where a build may end early: what is called there, by what it has done before.
PLACES = {
    "made": ["press.staging.stage.Stage.swap"],
    "swapped": ["press.steps.change_files", "press.edits.retouched.change_files"],
    "noted": ["press.cache.outline.Outline.keep"],
}

Outcome = dict[str, bytes] | tuple[str, ...]
"""The files of the site and, under `TOLD`, what else was found; or what was found wrong."""
TOLD = "//told"


class _Stopped(Exception):
    """A build ends here."""


@dataclass
class SmallSite:
    """One folder with content, settings, theme, output and cache."""

    root: Path
    tagline: str = "Một"
    size: int = 3
    drafts: bool = False
    logo: str = ""
    owner: str = ""
    at_hand: AtHand = field(default_factory=AtHand)

    def __post_init__(self) -> None:
        (self.content / "so-lieu").mkdir(parents=True)
        shutil.copytree(_THEME, self.root / "theme")
        self.configure()

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def output(self) -> Path:
        return self.root / "output"

    @property
    def cache(self) -> Path:
        return self.root / "cache"

    def configure(self, **values: object) -> None:
        """Changes settings."""
        for name, value in values.items():
            setattr(self, name, value)
        text = _SETTINGS.format(
            tagline=self.tagline,
            size=self.size,
            drafts=self.drafts,
            logo=self.logo,
            owner=self.owner,
        )
        (self.root / "pelicanconf.py").write_text(text, "utf-8")

    def write(self, name: str, text: str) -> None:
        """Writes a file of the content folder."""
        path = self.content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def picture(self, name: str, shade: int) -> None:
        """Draws a picture into the content folder."""
        path = self.content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (8, 6), (shade, 90, 120)).save(path)

    def again(self) -> Outcome:
        """What a build gives in a process that has built the site before, as the preview does."""
        return _outcome(lambda: self._build(self.output, self.cache, self.at_hand), self.output)

    def build(self) -> BuildResult:
        """Builds with what the cache remembers."""
        return self._build(self.output, self.cache)

    def outcome(self) -> Outcome:
        """What a build with the cache gives."""
        return _outcome(lambda: self._build(self.output, self.cache), self.output)

    def clean(self) -> Outcome:
        """What a build from nothing gives; only pictures are remembered, by their bytes."""
        output, cache = self.root / "clean", self.root / "clean-cache"
        shutil.rmtree(output, ignore_errors=True)
        for path in cache.glob("*"):
            if path.name != "pictures":
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        return _outcome(lambda: self._build(output, cache), output)

    def stopped(self, place: str) -> None:
        """Builds with what the cache remembers, and ends at `place` as if it were killed there."""
        with ExitStack() as stack:
            for name in PLACES[place]:
                stack.enter_context(mock.patch(name, side_effect=_Stopped))
            with suppress(_Stopped, Failed):
                self.build()

    def _build(self, output: Path, cache: Path, at_hand: AtHand | None = None) -> BuildResult:
        settings, report = self.root / "pelicanconf.py", Report(quiet=True)
        return build(self.content, output, cache, False, settings, report, at_hand=at_hand)


def _outcome(make: Callable[[], BuildResult], output: Path) -> Outcome:
    try:
        told = make().findings
    except Failed as failure:
        return (failure.message, *map(str, failure.findings))
    shown, left = told.warnings(_SHOWN)
    words = [*map(str, told), *map(str, shown), str(left), str(told.questions)]
    return files_of(output) | {TOLD: "\n".join(words).encode()}


def files_of(folder: Path) -> dict[str, bytes]:
    """All files below `folder` by name."""
    return {
        os.path.relpath(path, folder): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
