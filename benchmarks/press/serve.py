"""From saving an article to its page, its row in the index and its words in the search.

    python benchmarks/press/serve.py [COUNT]        (1000 without)

Starts `niengiam serve` on an invented archive, saves an article again and
again, and asks the server until the answer holds what was written. Prints the
median and the worst of each, in seconds, and what the server held after the
first and the last (Linux), in megabytes.
"""

from __future__ import annotations

import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]

from benchmarks.press.corpus import article, ours, write_ours  # noqa: E402
from desk.addresses import article_address, slug_of  # noqa: E402

_EDITS = 9
_PATIENCE = 60


def measure(count: int) -> None:
    """Prints the waits."""
    with tempfile.TemporaryDirectory() as name:
        content = Path(name) / "content"
        write_ours(content, count)
        command = [
            sys.executable, "-m", "niengiam.cli", "serve", str(content), "--port", "0",
            "--cache", str(Path(name) / "cache"),
        ]  # fmt: skip
        environment = os.environ | {"PYTHONPATH": str(ROOT / "plugins"), "PYTHONUNBUFFERED": "1"}
        server = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True,
        )  # fmt: skip
        try:
            address = _address(server)
            _edit(content, count, address, server.pid)
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=120)


def _address(server: subprocess.Popen[str]) -> str:
    assert server.stdout
    for line in server.stdout:
        if found := re.search(r"http://\S+/", line):
            return found[0]
    raise SystemExit("the preview did not start")


def _edit(content: Path, count: int, address: str, server: int) -> None:
    made = article(count // 2, count)
    source = content / ours(made.number, count)
    page = article_address(made.date, slug_of(made.title, "bai"))
    text = source.read_text("utf-8")
    index = f"{address}so-lieu/so-lieu{_part(address, made.number)}.json"
    waits: dict[str, list[float]] = {"page": [], "index": []}
    held: list[int] = []
    for turn in range(_EDITS):
        classes = 3000 + turn
        source.write_text(re.sub(r"trường mở \d+ lớp", f"trường mở {classes} lớp", text), "utf-8")
        start = time.perf_counter()
        waits["page"].append(_until(start, lambda n=classes: f"{n} lớp" in _get(address + page)))
        waits["index"].append(
            # Megabytes: asking for them all the time would slow down the build that is waited for.
            _until(start, lambda n=classes: re.search(rf"\b{n}\b", _get(index)) is not None, 0.3)
        )
        # As an editor who looks at what came of it.
        time.sleep(4)
        held.append(_held(server))
    for what, seconds in waits.items():
        middle, worst = statistics.median(seconds), max(seconds)
        print(f"{count:>7} {what:<6} median {middle:6.2f} s   worst {worst:6.2f} s", flush=True)
    print(f"{count:>7} memory first {held[0]:6d} MB   last {held[-1]:6d} MB", flush=True)


def _held(process: int) -> int:
    """Megabytes of a process."""
    status = Path(f"/proc/{process}/status").read_text("utf-8")
    return int(re.findall(r"VmRSS:\s+(\d+)", status)[0]) // 1024


def _part(address: str, number: int) -> str:
    """Large downloads are divided by year; the figures of an article are of one year."""
    try:
        _get(f"{address}so-lieu/so-lieu.json")
    except urllib.error.HTTPError:
        return f"-{2005 + number % 20}"
    return ""


def _get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=_PATIENCE) as answer:
        text: str = answer.read().decode("utf-8")
        # A number is kept on one line with its unit.
        return text.replace("\N{NO-BREAK SPACE}", " ")


def _until(start: float, there: Callable[[], bool], pause: float = 0.02) -> float:
    while not there():
        if time.perf_counter() - start > _PATIENCE:
            raise SystemExit(f"not there after {_PATIENCE} s")
        time.sleep(pause)
    return time.perf_counter() - start


if __name__ == "__main__":
    for wanted in map(int, sys.argv[1:] or ["1000"]):
        measure(wanted)
