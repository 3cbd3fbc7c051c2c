"""What one build has at hand for making its files: the store, the stage, the last build's files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from press.newsroom import Newsroom
from press.stage import Stage
from press.store import Damaged, Store
from press.writer import Published


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page shows of the site around it; templates see it as `newsroom`."""

    by_category: Sequence[Any]
    pages: Sequence[Any]

    @classmethod
    def of(cls, room: Newsroom) -> Frame:
        return cls(list(room.by_category), room.pages)

    def shows(self) -> str:
        """Text that differs whenever the frame would."""
        categories = [(category.name, category.url) for category in self.by_category]
        return repr((categories, [(p.title, p.url, p.status) for p in self.pages]))


@dataclass(slots=True)
class SiteState:
    """Under the name `press` in the context of generators, never of templates."""

    content: Path
    store: Store
    stage: Stage
    known: dict[str, Published]
    """The files of the last build that this store remembers."""
    environment: str
    """Of what every page stands on."""
    workers: int

    def untouched(self, names: Iterable[str]) -> bool:
        """Whether all `names` are published just as the last build left them."""
        before, known = self.stage.before, self.known
        return all(name in known and known[name].stamp == before.get(name) for name in names)

    def part(self, name: str) -> Any:
        """What was kept for a part of the site; None for nothing."""
        text = self.store.get("part", name)
        return json.loads(text) if text else None

    def keep_part(self, name: str, value: Any) -> None:
        """Keeps plain values for a part of the site."""
        self.store.put("part", [(name, json.dumps(value, ensure_ascii=False))])


def known_files(store: Store) -> dict[str, Published]:
    """The files of the last build by name."""
    names, texts = [], []
    for name, text in store.all("page"):
        names.append(name)
        texts.append(text)
    try:
        rows = json.loads(f"[{','.join(texts)}]")
        return {name: Published.from_json(items) for name, items in zip(names, rows, strict=True)}
    except (ValueError, TypeError, IndexError) as problem:
        raise Damaged(str(problem)) from None
