"""A page for which the memory does not suffice is named, not called a fault of the program."""

from __future__ import annotations

from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from press.build import _failed
from press.pages.writer import Job
from press.staging.stage import Stage
from press.staging.swap import OutputError


def test_a_page_too_large_for_the_memory_is_told_with_its_address(tmp_path: Path) -> None:
    def make(context: dict[str, Any]) -> bytes:
        raise MemoryError

    stage = Stage(tmp_path / "site", tmp_path / "cache")
    with pytest.raises(OutputError) as refused:
        Job("2023/11/dai/index.html", make, None).put({}, stage)
    assert "2023/11/dai/index.html: không đủ bộ nhớ để làm" in refused.value.args[0]


def test_a_worker_that_the_machine_ended_is_no_fault_of_the_program() -> None:
    for problem in (BrokenProcessPool("x"), MemoryError()):
        failed = _failed(problem)
        assert failed
        assert "bộ nhớ" in failed.message
        assert failed.message.english.isascii()
