"""Every file below a content folder, and a word on whatever cannot be one of the site's."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from findings import Finding, Saying, Severity, reason_of
from vntext.unicode import nfc
from vntext.values import quickly_made

MARKDOWN = (".md", ".markdown", ".mkd", ".mdown")

_READABLE = stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH
_BACKUP = re.compile(r"~$|^#.*#$|\.(?:bak|old|orig|tmp|swp|swo|part)$", re.IGNORECASE)
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e]")


@quickly_made
@dataclass(frozen=True, slots=True)
class Found:
    """A regular, readable file inside the content folder."""

    location: str
    """Of the file, as the system finds it."""
    name: str
    """From the content folder, with forward slashes, in NFC."""
    stamp: tuple[int, int, int, int]
    """Changes whenever the file is written: inode, size, and both times."""

    @property
    def file(self) -> Path:
        return Path(self.location)


def printable(name: str) -> str:
    """`name` as it can be shown on one line, whatever its bytes."""
    name = nfc(name)
    return name if name.isprintable() else _UNPRINTABLE.sub(_escaped, name)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"\\x{code:02x}"


def is_markdown(name: str) -> bool:
    """Whether a file of that name holds an article or page."""
    return name.lower().endswith(MARKDOWN)


def walk(root: Path, shown: str) -> Iterator[Found | Finding]:
    """All files below `root` in order of their names, and findings on what is none.

    Links to folders are not followed: inside the content folder they would
    publish everything twice, or without end; outside it, what nobody meant to
    publish. `shown` stands for `root` in findings.
    """
    base = root.resolve()
    pending = [(root, "")]
    while pending:
        folder, inner = pending.pop()
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            yield _unreadable(_shown(folder, root, shown), error)
            continue
        folders = []
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if not entry.name.startswith("."):
                    folders.append((Path(entry.path), f"{inner}{entry.name}/"))
            elif found := _ordinary(entry, inner):
                yield found
            else:
                yield from _file(entry, inner, root, base, shown)
        pending.extend(reversed(folders))


def _shown(path: Path, root: Path, shown: str) -> str:
    inner = path.relative_to(root).as_posix()
    return printable(f"{shown}/{inner}" if inner != "." else shown)


def _ordinary(entry: os.DirEntry[str], inner: str) -> Found | None:
    """A file of which there is nothing to say: so it is with nearly all of ten thousand."""
    name = entry.name
    if name.startswith(".") or (not is_markdown(name) and _BACKUP.search(name)):
        return None
    if not name.isprintable() and _UNPRINTABLE.search(name):
        return None
    try:
        if not entry.is_file(follow_symlinks=False):
            return None
        # What everybody may read need not be asked about.
        everybody = entry.stat().st_mode & _READABLE == _READABLE
        return _found(entry, inner) if everybody or os.access(entry.path, os.R_OK) else None
    except OSError:
        return None


def _found(entry: os.DirEntry[str], inner: str) -> Found:
    status = entry.stat()
    stamp = (status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    return Found(entry.path, nfc(inner + entry.name), stamp)


def _file(
    entry: os.DirEntry[str], inner: str, root: Path, base: Path, shown: str
) -> Iterator[Found | Finding]:
    path = Path(entry.path)
    place = _shown(path, root, shown)
    if entry.name.startswith(".") or _BACKUP.search(entry.name):
        if is_markdown(entry.name):
            yield _hidden(place)
        return
    try:
        entry.name.encode("utf-8")
    except UnicodeEncodeError:
        message = Saying("Tên tệp không phải UTF-8", "The file's name is not UTF-8")
        mend = Saying("đổi tên tệp bằng chữ không dấu", "rename it in letters without marks")
        yield Finding(place, 1, 1, "file-name", message, mend)
        return
    try:
        status = entry.stat()
    except OSError as error:
        yield _unreadable(place, error, link=entry.is_symlink())
        return
    problem = _not_ours(path, entry, status, base, place)
    if problem:
        yield problem
        return
    yield _found(entry, inner)


def _not_ours(
    path: Path, entry: os.DirEntry[str], status: os.stat_result, base: Path, place: str
) -> Finding | None:
    """Why an existing file cannot be read as content, if so."""
    if entry.is_symlink() and not path.resolve().is_relative_to(base):
        message = Saying(
            "Liên kết tượng trưng trỏ ra ngoài thư mục nội dung",
            "A symbolic link leads out of the content folder",
        )
        mend = Saying(
            "chép hẳn tệp vào thư mục nội dung", "copy the file itself into the content folder"
        )
        return Finding(place, 1, 1, "link-outside", message, mend)
    if stat.S_ISDIR(status.st_mode):
        message = Saying(
            "Liên kết tượng trưng tới một thư mục khác; chương trình không đi theo",
            "A symbolic link to another folder is not followed",
        )
        mend = Saying(
            "bài trong thư mục đó đã được đọc ở nơi thật; xóa liên kết này",
            "what lies there is read at its true place; delete this link",
        )
        return Finding(place, 1, 1, "link-folder", message, mend, Severity.WARNING)
    if not stat.S_ISREG(status.st_mode):
        message = Saying(
            "Không phải một tệp thường nên không đọc được",
            "This is no regular file, so it cannot be read",
        )
        mend = Saying("chuyển ra khỏi thư mục nội dung", "move it out of the content folder")
        return Finding(place, 1, 1, "file-kind", message, mend)
    if not os.access(path, os.R_OK):
        return _unreadable(place, PermissionError())
    return None


def _hidden(place: str) -> Finding:
    return Finding(
        place,
        1,
        1,
        "hidden-file",
        Saying(
            "Tệp ẩn hoặc bản sao lưu nên không được đăng",
            "A hidden file or a backup, which is not published",
        ),
        Saying("đổi tên tệp nếu đây là bài viết", "rename it if it is an article"),
        Severity.WARNING,
    )


def _unreadable(place: str, error: OSError, *, link: bool = False) -> Finding:
    if link:
        message = Saying(
            "Liên kết tượng trưng không dẫn tới tệp nào", "A symbolic link that leads to no file"
        )
        mend = Saying(
            "xóa liên kết, hoặc đặt lại tệp mà nó trỏ tới",
            "delete it, or put back the file that it leads to",
        )
    else:
        reason = _reason(error)
        message = Saying(f"Không đọc được: {reason}", f"It cannot be read: {reason.english}")
        mend = Saying(
            "mở quyền đọc, hoặc chuyển ra khỏi thư mục nội dung",
            "allow it to be read, or move it out of the content folder",
        )
    return Finding(place, 1, 1, "file-unreadable", message, mend)


def _reason(error: OSError) -> Saying:
    if isinstance(error, PermissionError):
        return Saying("không có quyền đọc", "reading it is not allowed")
    if isinstance(error, FileNotFoundError):
        return Saying("tệp vừa biến mất", "it has just gone")
    return reason_of(error)
