"""What reading an article costs, part by part, in one process.

    python benchmarks/press/reading.py [COUNT]        (2000 without)

Milliseconds of processor an article; each part without the parts that it calls.
The least of three rounds; in all of them pictures are there already.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]

from benchmarks.press.corpus import write_ours  # noqa: E402

#: Part → where its functions stand: in a module, or in a class of one.
_PARTS = {
    "front matter": ("press.looking:load_site",),
    "checks": ("press.reader.examine:check_document",),
    "checks, made HTML": ("press.reader.examine:check_made",),
    "Markdown": ("press.reader.reading:DocumentReader._convert",),
    "pictures": ("press.reader.reading:DocumentReader._lead_picture", "pictures.store:PictureStore.find"),
    "figures, blocks": ("stat_index.article:read_document",),
    "figures, engine": ("stat_index.marked:read_blocks",),
    "figures, observations": ("stat_index.article:observations_of",),
    "figures, findings": ("stat_index.article:judge", "stat_index.article:unknown_indicators"),
    "figures, annotation": ("stat_index.article:_annotate_all", "stat_index.blocks:Document.html"),
    "figures, others": ("press.reader.reading:read",),
    "typography": ("press.reader.reading:set_type", "press.reader.reading:set_plain"),
    "record": ("press.reader.examine:Examiner._record",),
    "outside": ("press.reader.examine:Examiner._outside",),
    "marks and JSON": (
        "press.reader.examine:kept_of", "press.reader.examine:told_json",
        "press.reader.examine:count_of", "press.reader.examine:document_digest", "press.reader.examine:_card_mark",
    ),
    "keeping": ("press.cache.memory:Memory.take",),
}  # fmt: skip


class Clock:
    """Seconds of processor by part; a part that calls another one stands still meanwhile."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._open: list[str] = ["others"]
        self._since = time.process_time()

    def switch(self) -> None:
        now = time.process_time()
        self.spent[self._open[-1]] += now - self._since
        self._since = now

    def around(self, part: str, task: Callable[..., Any]) -> Callable[..., Any]:
        """`task`, its time counted for `part`."""

        def timed(*args: Any, **named: Any) -> Any:
            self.switch()
            self._open.append(part)
            try:
                return task(*args, **named)
            finally:
                self.switch()
                self._open.pop()

        return timed


def measure(count: int, rounds: int = 3) -> dict[str, float]:
    """Milliseconds an article of each part, for an archive of `count` articles."""
    clock = Clock()
    _watch(clock)
    with tempfile.TemporaryDirectory() as folder:
        write_ours(Path(folder) / "content", count)
        runs = [_read(clock, Path(folder), f"store {turn}") for turn in range(rounds + 1)]
    found = {part: min(run.get(part, 0.0) for run in runs[1:]) for part in runs[0]}
    return {part: seconds / count * 1000 for part, seconds in found.items()}


def _watch(clock: Clock) -> None:
    """Puts `clock` around the functions of all parts."""
    for part, places in _PARTS.items():
        for place in places:
            module, _, path = place.partition(":")
            owner: Any = import_module(module)
            *outer, name = path.split(".")
            for step in outer:
                owner = getattr(owner, step)
            setattr(owner, name, clock.around(part, getattr(owner, name)))


def _read(clock: Clock, folder: Path, environment: str) -> dict[str, float]:
    """Seconds of each part, of reading all that is in `folder` from nothing but the pictures."""
    from pelican.settings import read_settings

    from press.cache.at_hand import AtHand
    from press.cache.store import Store
    from press.looking import look_at
    from press.pelican_class import NienGiam
    from press.report import Report
    from press.steps import Build

    overrides = {
        "PATH": f"{folder}/content", "OUTPUT_PATH": f"{folder}/out",
        "PRESS_CACHE": f"{folder}/cache", "PRESS_PUBLISH": False, "PRESS_WORKERS": 1,
    }  # fmt: skip
    settings = read_settings(str(ROOT / "pelicanconf.py"), override=overrides)
    build = Build(NienGiam(settings), Report(quiet=True), AtHand())
    store = Store(folder / "cache", environment)
    clock.switch()
    clock.spent.clear()
    look_at(build, store)
    clock.switch()
    store.close()
    return dict(clock.spent)


if __name__ == "__main__":
    found = measure(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
    for part, spent in sorted(found.items(), key=lambda item: -item[1]):
        print(f"{part:<24} {spent:7.3f} ms")
    print(f"{'together':<24} {sum(found.values()):7.3f} ms")
