"""What earlier builds found out, in one SQLite file of the cache folder.

Every value is JSON under a seal (a hash of it), so a damaged byte is noticed
when it is read; and the whole belongs to one environment. Whatever is wrong
with the file, it is dropped and made anew: nothing here is ever needed.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import Any

from findings import Saying

NAME = "dung.sqlite"
_FORMAT = "4"
_CODING = ("utf-8", "surrogatepass")
_TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT);
CREATE TABLE light (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE body (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE figures (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE page (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE part (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE file (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE words (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE told (name TEXT PRIMARY KEY, value TEXT);
"""
#: `light`, `body`, `figures`, `words`, `told` of a document; `page` of published files; `part` of a
#: group of files; `file` of a picture or attachment.
KINDS = ("light", "body", "figures", "words", "told", "page", "part", "file")
_SEAL = 8
#: Names the part that says who wrote last.
_SIGN = "ai-ghi"
_PUT = "INSERT OR REPLACE INTO {} VALUES (?, ?)"

#: Held while SQLite is asked and while a process is forked: one that is forked while another thread
#: is within SQLite finds its locks held, and waits for ever. A preview asks from several threads.
_asking = threading.RLock()
os.register_at_fork(
    before=_asking.acquire, after_in_parent=_asking.release, after_in_child=_asking.release
)

DAMAGED = Saying("bị hỏng", "is damaged")
_OTHER_VERSION = Saying(
    "do phiên bản khác của chương trình ghi", "was written by another version of the program"
)
_UNREADABLE = Saying("không đọc được", "cannot be read")
UNWRITTEN = Saying(
    "Không ghi được hết vào bộ nhớ đệm, nên lần này và lần sau dựng lâu hơn; xem đĩa còn chỗ không,"
    " thư mục bộ nhớ đệm (--cache) có ghi được không.",
    "Not all could be written to the cache, so this build and the next one take longer; see whether"
    " the disk has room and the folder of the cache (--cache) can be written.",
)


class Damaged(Exception):
    """The store holds something that nobody wrote; the build begins again without it."""


def cache_of(settings: Mapping[str, Any]) -> Path:
    """The folder for everything that can be made again."""
    return Path(settings.get("PRESS_CACHE") or ".cache")


class Store:
    """Texts by kind and name. A forked process reads, and writes what another build can do without."""

    def __init__(self, folder: Path | None, environment: str | None) -> None:
        """What was written in another `environment` is dropped; with None, it is read as it is."""
        self._path = folder / NAME if folder else None
        self._environment = environment
        self._connection: sqlite3.Connection | None = None
        self._owner = 0
        self._unsaved: dict[tuple[str, str], bytes] = {}
        """What could not be written: a full or read-only disk costs time, never a build."""
        self._changed: set[str] | None = None
        self._sign = token_hex()
        self._signed = False
        self.notice = Saying("", "")
        """Vietnamese: why what was there is not used, or that nothing can be kept."""
        self._told_unwritten = False
        self._open()

    def _open(self) -> None:
        if self._path is None:
            return
        there = self._path.exists()
        if self._environment is None:
            self._path = self._path if there else None
            return
        try:
            if there and not self._fits():
                self.drop(_OTHER_VERSION)
            elif not there:
                self._connect()
        except (sqlite3.Error, OSError, UnicodeDecodeError):
            if there:
                self.drop(_UNREADABLE)
            else:
                self._give_up()

    def _fits(self) -> bool:
        connection = self._connect()
        rows = dict(connection.execute("SELECT key, value FROM about"))
        return rows == {"format": _FORMAT, "environment": self._environment}

    def _connect(self) -> sqlite3.Connection:
        """This process's own connection: one must not be carried over a fork."""
        if self._connection is None or self._owner != os.getpid():
            assert self._path is not None
            # Whoever reads it as it is must not make a new one, while another does.
            only_read = self._environment is None
            new = not only_read and not self._path.exists()
            mode = "ro" if only_read else "rwc"
            # A preview may ask from another thread, once the build is over.
            self._connection = sqlite3.connect(
                f"{self._path.absolute().as_uri()}?mode={mode}",
                uri=True, isolation_level=None, timeout=1, check_same_thread=False,
            )  # fmt: skip
            self._owner = os.getpid()
            # The file may be lost with the machine's power; its seals tell what is whole.
            self._connection.execute("PRAGMA synchronous=OFF")
            if new:
                self._make(self._connection)
        return self._connection

    def _make(self, connection: sqlite3.Connection) -> None:
        connection.executescript(_TABLES)
        about = [("format", _FORMAT), ("environment", self._environment)]
        connection.executemany("INSERT INTO about VALUES (?, ?)", about)

    def drop(self, reason: Saying) -> None:
        """Forgets everything, for `reason`, which the editor is told in one line."""
        self.notice = Saying(
            f"Bộ nhớ đệm {reason}; đọc lại từ đầu.",
            f"The cache {reason.english}; everything is read again.",
        )
        self.close()
        self._changed, self._signed = None, False
        self._unsaved.clear()
        if self._path is None:
            return
        try:
            self._remove()
            self._connect()
        except (sqlite3.Error, OSError):
            self._give_up()

    def _remove(self) -> None:
        assert self._path is not None
        for path in self._path.parent.glob(f"{NAME}*"):
            path.unlink()

    def _give_up(self) -> None:
        """Does without the file, and leaves no half of one for others to stumble over."""
        self.close()
        with suppress(OSError):
            self._remove()
        self._path = None
        self._tell_unwritten()

    def _tell_unwritten(self) -> None:
        if not self._told_unwritten:
            self.notice, self._told_unwritten = UNWRITTEN, True

    def take_notice(self) -> Saying:
        """What is to be said of it, if that was not asked before."""
        notice, self.notice = self.notice, Saying("", "")
        return notice

    def is_of(self, folder: Path | None, environment: str) -> bool:
        """Whether this is the store of `folder` still, and nobody else has written there since."""
        if folder is None or self._path != folder / NAME or self._environment != environment:
            return False
        try:
            return self._path.exists() and self.get("part", _SIGN) == self._sign
        except Damaged:
            return False

    def take_changed(self) -> set[str] | None:
        """Names of documents that were put or removed since this was last asked; None for all."""
        changed, self._changed = self._changed, set()
        return changed

    def aside(self) -> Store:
        """A store that holds what this one does now; what is put into it goes nowhere else."""
        found = Store(self._path.parent if self._path else None, None)
        found._unsaved = dict(self._unsaved)
        return found

    def close(self) -> None:
        """Lets go of the file."""
        if self._connection is not None and self._owner == os.getpid():
            with _asking, suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None

    def get(self, kind: str, name: str) -> str | None:
        """The text of that kind and name.

        Raises Damaged: when it is not as it was written.
        """
        found = self.data(kind, name)
        return None if found is None else found.decode(*_CODING)

    def data(self, kind: str, name: str) -> bytes | None:
        """Its bytes.

        Raises Damaged: when they are not as they were written.
        """
        if (kind, name) in self._unsaved:
            return self._unsaved[kind, name]
        found = next(iter(self._select(f"SELECT value FROM {kind} WHERE name = ?", [name])), None)
        return _unsealed(found[0]) if found else None

    def all(self, kind: str) -> Iterator[tuple[str, str]]:
        """Every name of that kind with its text.

        Raises Damaged: when one is not as it was written.
        """
        for name, value in self._select(f"SELECT name, value FROM {kind}", []):
            yield name, _unsealed(value).decode(*_CODING)

    def texts(self, kind: str) -> list[bytes]:
        """The texts of `all`, as UTF-8 (surrogates let pass).

        Raises Damaged: when one is not as it was written.
        """
        return [_unsealed(value) for (value,) in self._select(f"SELECT value FROM {kind}", [])]

    def _select(self, question: str, values: Sequence[str]) -> list[tuple[Any, ...]]:
        if self._path is None:
            return []
        try:
            with _asking:
                return self._connect().execute(question, values).fetchall()
        except (sqlite3.Error, UnicodeDecodeError, OSError) as problem:
            raise Damaged(str(problem)) from None

    def put(self, kind: str, rows: Iterable[tuple[str, str | bytes]]) -> None:
        """Keeps texts, or bytes, by name, in the place of those that were there."""
        found = [
            (name, text.encode(*_CODING) if isinstance(text, str) else text) for name, text in rows
        ]
        self._note(kind, [name for name, _ in found])
        if not self._change(_PUT.format(kind), [(name, _sealed(data)) for name, data in found]):
            self._unsaved |= {(kind, name): data for name, data in found}

    def remove(self, kind: str, names: Iterable[str]) -> None:
        """Forgets `names`."""
        names = list(names)
        self._note(kind, names)
        self._change(f"DELETE FROM {kind} WHERE name = ?", [(name,) for name in names])

    def _note(self, kind: str, names: Iterable[str]) -> None:
        """Remembers that `names` are about to change, whatever was said of them before."""
        for name in names if self._unsaved else ():
            self._unsaved.pop((kind, name), None)
        if kind == "light" and self._changed is not None:
            self._changed.update(names)

    def _change(self, question: str, rows: Sequence[tuple[str | bytes, ...]]) -> bool:
        """Whether all `rows` are written; none is when one cannot be."""
        if self._path is None:
            return False
        if not rows:
            return True
        with _asking:
            try:
                connection = self._connect()
                connection.execute("BEGIN")
                if not self._signed:
                    connection.execute(_PUT.format("part"), (_SIGN, _sealed(self._sign.encode())))
                connection.executemany(question, rows)
                connection.execute("COMMIT")
                self._signed = True
            except (sqlite3.Error, OSError, UnicodeEncodeError):
                with suppress(sqlite3.Error):
                    self._connect().execute("ROLLBACK")
                self._tell_unwritten()
                return False
        return True


def _sealed(data: bytes) -> bytes:
    return _seal(data) + data


def _seal(data: bytes | memoryview) -> bytes:
    """A checksum, always of the same length: it tells of accidents, not of forgery."""
    return b"%0*x" % (_SEAL, zlib.crc32(data))


def _unsealed(value: object) -> bytes:
    if not isinstance(value, bytes):
        raise Damaged("seal")
    data = value[_SEAL:]
    if _seal(data) != value[:_SEAL]:
        raise Damaged("seal")
    return data
