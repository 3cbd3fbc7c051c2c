"""A folder of saved pages, packed as a zip."""

from __future__ import annotations

import posixpath
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from legacy_import.model import Found, Lookup, Note, Refused, SavedPage
from legacy_import.sources import limits

_PAGE = re.compile(r"\.(?:html?|xhtml|shtml|aspx?|php\d?|jsp)(?:$|[?@;,_])", re.IGNORECASE)
_PACKED = re.compile(r"\.(?:zip|rar|7z|gz|tar)$", re.IGNORECASE)
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    # Encrypted, or packed in a way that the library does not know.
    RuntimeError,
    EOFError,
    ValueError,
)


def pages(source: Path) -> Iterator[Found]:
    """The pages of an archive; nothing is unpacked to disk, so no name can lead anywhere."""
    try:
        with zipfile.ZipFile(source) as archive:
            problem = _problem(archive)
            if problem:
                yield Refused(source.name, problem)
                return
            members = {_name(info): info for info in archive.infolist() if not info.is_dir()}
            for name in sorted(members):
                yield from _member(archive, members, name, source.name)
    except _BROKEN as error:
        yield Refused(source.name, Note("broken-archive", str(error)[:120]))


def _problem(archive: zipfile.ZipFile) -> Note | None:
    """Why the archive as a whole is not opened."""
    infos = archive.infolist()
    if len(infos) > limits.MEMBERS:
        return Note("bomb", f"{len(infos)} tệp")
    total = sum(info.file_size for info in infos)
    if total > limits.UNPACKED:
        return Note("bomb", f"{total // 1_000_000} MB")
    return None


def _name(info: zipfile.ZipInfo) -> str:
    """The member's name in NFC; old programs for Windows did not say that it is UTF-8."""
    name = info.filename
    if not info.flag_bits & 0x800:
        try:
            name = name.encode("cp437").decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            name = info.filename
    return unicodedata.normalize("NFC", name.replace("\\", "/"))


def _member(
    archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo], name: str, shown: str
) -> Iterator[Found]:
    full = f"{shown} » {name}"
    if re.search(r"(?:_files|\.files)/", name) or name.startswith("__MACOSX/"):
        return
    if _PACKED.search(name):
        yield Refused(full, Note("nested-archive"))
        return
    if not _PAGE.search(name):
        return
    info = members[name]
    if _is_bomb(info) or info.file_size > limits.PAGE:
        yield Refused(full, Note("too-large", f"{info.file_size // 1_000_000} MB"))
        return
    try:
        data = _read(archive, info, limits.PAGE)
    except _BROKEN as error:
        yield Refused(full, Note("broken-archive", str(error)[:120]))
        return
    yield (
        SavedPage(full, data, look_up=_beside(archive, members, name))
        if data.strip()
        else Refused(full, Note("empty"))
    )


def _is_bomb(info: zipfile.ZipInfo) -> bool:
    return info.file_size > 1_000_000 and info.file_size > limits.RATIO * max(info.compress_size, 1)


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    """At most `most` bytes of a member, whatever its head promises."""
    with archive.open(info) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise zipfile.BadZipFile("lớn hơn đã ghi")
    return data


def _beside(archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo], page: str) -> Lookup:
    lowered = {name.lower(): info for name, info in members.items()}

    def look_up(address: str) -> bytes | None:
        for name in _places(address, page):
            info = lowered.get(name.lower())
            if info is not None and info.file_size <= limits.FILE and not _is_bomb(info):
                try:
                    return _read(archive, info, limits.FILE)
                except _BROKEN:
                    return None
        return None

    return look_up


def _places(address: str, page: str) -> Iterator[str]:
    try:
        parts = urlsplit(address)
    except ValueError:
        return
    path = unicodedata.normalize("NFC", unquote(parts.path).replace("\\", "/"))
    folder = posixpath.dirname(page)
    top = page.partition("/")[0]
    stem = posixpath.splitext(posixpath.basename(page))[0]
    bare, last = path.lstrip("/"), posixpath.basename(path)
    candidates = [
        posixpath.join(folder, path) if not path.startswith("/") else bare,
        bare,
        f"{top}/{bare}",
        f"{parts.netloc}/{bare}",
    ]
    candidates += [posixpath.join(folder, f"{stem}{end}", last) for end in ("_files", ".files")]
    yield from (posixpath.normpath(c).lstrip("./") for c in candidates if c)
