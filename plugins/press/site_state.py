"""What one build has at hand for making its files: the store, the stage, the last build's files."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from press.archive.newsroom import Newsroom
from press.cache.published import Published
from press.cache.store import Store
from press.environment import digest, folder_digest, settings_digest
from press.pages.templates import template_folders
from press.site import SiteInfo
from press.staging.stage import Stage

Link = tuple[str, str]
"""Label and address."""

_OWN_DOORS: tuple[Link, ...] = (("Số liệu", "so-lieu/"), ("Lưu trữ", "luu-tru/"))


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page shows of the site around it; templates see it as `frame`."""

    nav: tuple[Link, ...]
    """The way to the categories, the index and the archive."""
    own_pages: tuple[Link, ...]
    """The site's own pages, for the footer."""

    @classmethod
    def of(cls, room: Newsroom, order: Sequence[str] = ()) -> Frame:
        """The frame around `room`; `order` names the categories to show, none means all."""
        categories = sorted(room.by_category, key=lambda category: str(category.slug))
        shown = [
            (str(category.name), str(category.url))
            for name in order or (None,)
            for category in categories
            if name in (None, category.name)
        ]
        pages = [(page.title, page.url) for page in room.pages if page.status == "published"]
        return cls((*shown, *_OWN_DOORS), tuple(pages))

    def place(self, here: str) -> str:
        """Where the navigation sees the page `here`: at a door, behind it (`door/…`), or nowhere."""
        for _, address in self.nav:
            if here.startswith(address):
                return address if here == address else f"{address}…"
        return ""

    def shows(self) -> str:
        """Text that differs whenever the frame would."""
        return repr((self.nav, self.own_pages))


@dataclass
class SiteState:
    """Under the name `press` in the context of generators, never of templates."""

    content: Path
    store: Store
    stage: Stage
    look_up: Callable[[], Mapping[str, Published]]
    environment: str
    """Of what every page stands on."""
    workers: int

    @cached_property
    def known(self) -> Mapping[str, Published]:
        """The files of the last build that this store remembers."""
        return self.look_up()

    def untouched(self, names: Iterable[str]) -> bool:
        """Whether all `names` are published just as the last build left them."""
        return self._untouched.issuperset(names)

    @cached_property
    def _untouched(self) -> frozenset[str]:
        standing = self.stage.standing
        return standing.there.intersection(self.known).difference(standing.touched)

    def part(self, name: str) -> Any:
        """What was kept for a part of the site; None for nothing."""
        text = self.store.get("part", name)
        return json.loads(text) if text else None

    def keep_part(self, name: str, value: Any) -> None:
        """Keeps plain values for a part of the site."""
        self.store.put("part", [part_row(name, value)])


def part_row(name: str, value: Any) -> tuple[str, str]:
    """Name and text under which `SiteState.part` finds plain values."""
    return name, json.dumps(value, ensure_ascii=False)


def page_environment(settings: Mapping[str, Any], theme: str, frame: Frame, site: SiteInfo) -> str:
    """Of what every page stands on; the address of the logo tells of the file behind it."""
    folders = map(folder_digest, template_folders(settings, theme))
    return digest(settings_digest(settings), *folders, frame.shows(), site.logo)
