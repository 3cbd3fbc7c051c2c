"""A store gives what was put last; one that cannot be written costs time, never a build."""

from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path

import pytest

from press.cache.store import NAME, Store
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


def test_what_is_expected_is_read_as_it_is_one_by_one(tmp_path: Path) -> None:
    """In whatever order it is asked for, also where some is missing or changed meanwhile."""
    store = Store(tmp_path, "e")
    names = [str(number) for number in range(40)]
    store.put("body", [(name, f"a{name}") for name in names if name != "3"])
    store.expect("body", names)
    assert [store.data("body", name) for name in ("0", "3", "39", "1", "x")] == [
        b"a0", None, b"a39", b"a1", None,
    ]  # fmt: skip
    store.put("body", [("2", "b2")])
    store.remove("body", ["1"])
    assert [store.data("body", name) for name in ("1", "2", "4")] == [None, b"b2", b"a4"]


def test_what_was_looked_ahead_is_what_is_there(tmp_path: Path) -> None:
    """Names that are not kept are asked for all the same, and what is put later is seen."""
    store = Store(tmp_path, "e")
    store.put("words", [("a", "1"), ("b", "2")])
    store.look_ahead("words", ["a", "b", "c"])
    assert [store.data("words", name) for name in "abc"] == [b"1", b"2", None]
    store.look_ahead("words", ["a", "b"])
    store.put("words", [("b", "3")])
    assert [store.get("words", name) for name in "ab"] == ["1", "3"]


def test_what_could_not_be_written_is_looked_ahead_too() -> None:
    store = Store(None, "e")
    store.put("words", [("a", "1")])
    store.look_ahead("words", ["a"])
    assert store.get("words", "a") == "1"


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
