"""The file that an editor's link means: inside the content folder or nowhere."""

from __future__ import annotations

import difflib
import os
import posixpath
import re
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from findings import Saying
from pictures.model import Refusal

_MARK = re.compile(r"\{(?:static|attach|filename)\}", re.IGNORECASE)
_FROM_ROOT = re.compile(rf"(?:{_MARK.pattern})?/", re.IGNORECASE)
_BACKUP = re.compile(r"^[.~]|^#.*#$|~$|\.(?:bak|old|orig|tmp|swp|swo|part)$|^thumbs\.db$", re.I)

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"})
ATTACHMENTS = frozenset(
    f".{suffix}"
    for group in (
        ("pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "rtf"),
        ("txt", "csv", "epub", "zip", "mp3", "m4a", "ogg", "mp4", "webm", "vtt"),
    )
    for suffix in group
)
#: Folders of the content folder whose files are only ever pictures and attachments.
FOLDERS = ("hinh-anh/", "images/", "tep/")


#: `C:\\Users\\…` and `\\\\server\\…`: places of one machine.
_OWN_MACHINE = re.compile(r"[a-z]:[\\/]|\\\\", re.IGNORECASE)


def is_of_one_machine(address: str) -> bool:
    """Whether `address` is a path as Windows writes it, which no reader can follow."""
    return bool(_OWN_MACHINE.match(address))


def is_marked(address: str) -> bool:
    """Whether `address` says itself that it is a file of the content folder."""
    return bool(_MARK.match(address))


def asked(address: str, folder: str) -> tuple[str, str]:
    """`address` and `folder`, or no folder where `address` begins at the content folder.

    What `find` says of both is the same, so it need be asked once.
    """
    return address, "" if _FROM_ROOT.match(address) else folder


def content_path(address: str, folder: str) -> str | None:
    """The path below the content folder that `address` names; None if it leads out.

    `folder` is that of the article, relative to the content folder. Nothing is
    looked up here, so the path may not exist.
    """
    bare = _MARK.sub("", address, count=1)
    joined = bare.lstrip("/") if bare.startswith("/") else posixpath.join(folder, bare)
    path = posixpath.normpath(joined)
    return None if path.startswith(("..", "/")) else path


def find(root: Path, address: str, folder: str) -> Path | Refusal:
    """The regular file that `address` names, or why it must not be published.

    Names agree whether a file system composes their letters or not, and
    whether the editor wrote a space as a space or as `%20`.
    """
    if is_of_one_machine(address):
        return _refuse_own_machine(address)
    outside = False
    for spelling in _spellings(address):
        path = content_path(spelling, folder)
        if path is None or "\0" in path:
            outside = True
            continue
        if (found := _existing(root, path)) is not None:
            return _fit(root, found, address)
    return _refuse_outside(address) if outside else _refuse_missing(root, address, folder)


def _spellings(address: str) -> Iterator[str]:
    seen = dict.fromkeys((address, address.partition("#")[0].partition("?")[0]))
    yield from seen
    yield from (plain for spelling in seen if (plain := unquote(spelling)) not in seen)


def _existing(root: Path, path: str) -> Path | None:
    """`root / path`, matching each part by its NFC form; None if there is no such file."""
    try:
        if os.path.lexists(root / path):
            return root / path
        here = root
        for part in path.split("/"):
            wanted = unicodedata.normalize("NFC", part)
            names = (n for n in os.listdir(here) if unicodedata.normalize("NFC", n) == wanted)
            name = next(names, None)
            if name is None:
                return None
            here = here / name
        return here
    except (OSError, ValueError):
        return None


def _fit(root: Path, path: Path, address: str) -> Path | Refusal:
    """`path` if it is a readable, unhidden, regular file inside `root` after all links."""
    parts = path.relative_to(root).parts
    try:
        inner, kind = _behind_links(root, parts)
    except (OSError, RuntimeError):
        return _refuse_missing(root, address, "")
    if inner is None:
        return _refuse_outside(address)
    if any(_BACKUP.search(part) for part in (*inner, *parts)):
        return Refusal(
            "file-hidden",
            Saying(
                f"“{address}” là tệp ẩn hoặc bản sao lưu, không được đăng",
                f"“{address}” is a hidden file or a backup, which is not published",
            ),
            Saying("đổi tên tệp rồi sửa đường dẫn", "rename the file and correct the path"),
        )
    if not stat.S_ISREG(kind):
        message = Saying(f"“{address}” không phải là một tệp", f"“{address}” is no file")
        return Refusal("file-missing", message, Saying("trỏ tới một tệp", "lead to a file"))
    if not os.access(path, os.R_OK):
        message = Saying(f"Không đọc được tệp “{address}”", f"The file “{address}” cannot be read")
        mend = Saying("mở quyền đọc tệp", "allow it to be read")
        return Refusal("file-unreadable", message, mend)
    return path


def _behind_links(root: Path, parts: tuple[str, ...]) -> tuple[tuple[str, ...] | None, int]:
    """Where in `root` the file at `parts` is after all links, None for outside; and its mode.

    Raises OSError or RuntimeError: where there is none, or links lead in a circle.
    """
    here, kind = str(root), stat.S_IFDIR
    for part in parts:
        here = os.path.join(here, part)
        kind = os.lstat(here).st_mode
        if stat.S_ISLNK(kind):
            real = root.joinpath(*parts).resolve(strict=True)
            base = root.resolve()
            inside = real.is_relative_to(base)
            return real.relative_to(base).parts if inside else None, real.stat().st_mode
    # No link on the way: it lies where it seems to.
    return (), kind


def _refuse_outside(address: str) -> Refusal:
    return Refusal(
        "file-outside",
        Saying(
            f"“{address}” nằm ngoài thư mục nội dung",
            f"“{address}” lies outside the content folder",
        ),
        Saying(
            "chép tệp vào hinh-anh/ rồi viết {static}/hinh-anh/tên-tệp",
            "copy the file into hinh-anh/ and write {static}/hinh-anh/name-of-file",
        ),
    )


def _refuse_own_machine(address: str) -> Refusal:
    name = re.split(r"[\\/]", address)[-1]
    return Refusal(
        "file-outside",
        Saying(
            f"“{address}” là chỗ trên máy của bạn, người đọc không mở được",
            f"“{address}” is a place on your machine, which no reader can open",
        ),
        Saying(
            f"chép tệp vào hinh-anh/ rồi viết {{static}}/hinh-anh/{name}",
            f"copy the file into hinh-anh/ and write {{static}}/hinh-anh/{name}",
        ),
    )


#: A caption in the marks that programs for letters make of straight ones.
_CURLY = re.compile(r"\s[“”„‘’].*[“”’]$")


def _refuse_missing(root: Path, address: str, folder: str) -> Refusal:
    if _CURLY.search(address):
        return _refuse_curly(address)
    plain = unquote(address)
    near = _elsewhere(root, _MARK.sub("", plain, count=1)) or _nearest(
        root, content_path(plain, folder)
    )
    mend = (
        Saying(f"có phải “{near}”?", f"is it “{near}”?")
        if near
        else _copied(_MARK.sub("", plain, count=1), content_path(plain, folder))
    )
    message = Saying(f"Không có tệp “{address}”", f"There is no file “{address}”")
    return Refusal("file-missing", message, mend)


def _copied(written: str, path: str | None) -> Saying:
    """Where to put a file that is nowhere, and how to write its path then."""
    for inner in (path, posixpath.normpath(written.lstrip("/"))):
        if inner and inner.startswith(FOLDERS):
            where = posixpath.dirname(inner)
            break
    else:
        where, inner = "hinh-anh", f"hinh-anh/{written.rpartition('/')[2]}"
    if inner == path:
        return Saying(
            f"chép tệp vào {where}/ hoặc sửa đường dẫn",
            f"copy the file into {where}/, or correct the path",
        )
    return Saying(
        f"chép tệp vào {where}/ rồi viết “/{inner}”",
        f"copy the file into {where}/ and write “/{inner}”",
    )


def _elsewhere(root: Path, path: str) -> str | None:
    """The file that `path` names from the content folder, however that folder is named in it."""
    path = path.replace("\\", "/")
    for start in (path, path.partition(f"{root.name}/")[2]):
        inner = content_path(f"/{start}", "") if start else None
        if inner and _existing(root, inner) is not None:
            return f"/{inner}"
    return None


def _refuse_curly(address: str) -> Refusal:
    return Refusal(
        "file-missing",
        Saying(
            f"“{address}”: chú thích đứng trong ngoặc kép cong nên bị hiểu là tên tệp",
            f"“{address}”: the caption stands in curly marks, so it is taken for a file's name",
        ),
        Saying(
            'gõ ngoặc kép thẳng: ![mô tả](đường-dẫn "Chú thích")',
            'use straight ones: ![description](path "Caption")',
        ),
    )


def _nearest(root: Path, path: str | None) -> str | None:
    """The file of the same folder whose name is most like the one looked for."""
    if not path:
        return None
    folder, _, name = path.rpartition("/")
    try:
        names = sorted(n for n in os.listdir(root / folder) if not _BACKUP.search(n))
    except (OSError, ValueError):
        return None
    lowered = {unicodedata.normalize("NFC", n).lower(): n for n in names}
    close = difflib.get_close_matches(name.lower(), lowered, n=1, cutoff=0.8)
    return posixpath.join("/", folder, lowered[close[0]]) if close else None
