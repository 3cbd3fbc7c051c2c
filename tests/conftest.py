"""What several rooms' tests share: the built sample site, served, and a real browser."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser

from tests.browser import open_browser
from tests.busy import BUSY, examples
from tests.serving import serve

ROOT = Path(__file__).resolve().parent.parent

# What a shell begins in the background ignores Ctrl-C, and so would all that tests begin: previews
# that are to be stopped by it went on for ever.
signal.signal(signal.SIGINT, signal.default_int_handler)

# Machines are busy: how long an example takes says nothing about the program.
settings.register_profile(
    "niengiam",
    deadline=None,
    max_examples=examples(100),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("niengiam")

#: A day after the newest sample article: what is scheduled stays scheduled.
SAMPLE_TIME = "1772323200"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says so if less was tried than elsewhere."""
    if BUSY == "1":
        terminalreporter.write_line(
            "This machine is busy: a fifth of the examples was tried (NIENGIAM_BUSY=0 tries all)."
        )


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site, built once by the command that editors use; nobody may write into it."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        # Each process that tests has a folder of its own within that of the whole run.
        shared = shared.parent
    site = shared / "sample/site"
    with (shared / "sample.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not site.exists():
            subprocess.run(
                [Path(sys.executable).with_name("niengiam"), "build", "content",
                 "--output", str(site), "--cache", str(shared / "sample/cache")],
                cwd=ROOT, check=True, env={**os.environ, "SOURCE_DATE_EPOCH": SAMPLE_TIME},
            )  # fmt: skip
    return site


@pytest.fixture(scope="session")
def sample_address(sample_site: Path) -> Iterator[str]:
    """Where the sample site is served."""
    with serve(sample_site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all tests."""
    with open_browser() as opened:
        yield opened
