"""A store gives what was put last; one that cannot be written costs time, never a build."""

from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path

import pytest

from press.cache.store import NAME, UNWRITTEN, Store
from press.staging.standing import standing_of


def test_a_file_that_could_be_made_in_part_only_is_not_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a full disk: whoever else looks at the cache finds none."""

    def made_in_part(store: Store, connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT)")
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(Store, "_make", made_in_part)
    store = Store(tmp_path, "e")
    store.put("part", [("a", "1")])
    assert store.get("part", "a") == "1"
    assert not (tmp_path / NAME).exists()
    assert standing_of(tmp_path / "trang", tmp_path).there == frozenset()


def test_what_could_not_be_written_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build that takes three times as long says why."""
    store = Store(tmp_path, "e")
    store.put("part", [("a", "1")])
    assert not store.take_notice()

    class Full:
        def execute(self, *_: object) -> None:
            raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(store, "_connect", Full)
    store.put("part", [("b", "2")])
    assert store.take_notice() == UNWRITTEN
    store.put("part", [("c", "3")])
    assert not store.take_notice()
    assert store.data("part", "c") == b"3"


def test_no_process_is_forked_while_a_thread_is_within_sqlite(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would find SQLite's locks held by nobody, and wait for ever."""
    store = Store(tmp_path, "e")
    inside, leave = threading.Event(), threading.Event()
    told: list[str] = []

    class Slow:
        def execute(self, question: str, values: object) -> sqlite3.Cursor:
            inside.set()
            leave.wait(10)
            told.append("read")
            return sqlite3.connect(":memory:").execute("SELECT 1 WHERE 0")

    monkeypatch.setattr(store, "_connect", Slow)
    reader = threading.Thread(target=store.get, args=("part", "a"))
    reader.start()
    assert inside.wait(10)
    threading.Timer(0.2, leave.set).start()
    child = os.fork()
    if child == 0:
        os._exit(0)
    told.append("forked")
    os.waitpid(child, 0)
    reader.join()
    assert told == ["read", "forked"]
