"""Pages saved as files, with their pictures beside them."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from findings import Saying, reason_of
from legacy_import.model import Found, Lookup, Note, Refused, SavedPage
from legacy_import.sources import limits

_PAGE = re.compile(
    r"\.(?:html?|xhtml|shtml|aspx?|php\d?|jsp|cfm)(?:$|[?@;,_])|\.(?:mht(?:ml)?|eml|warc(?:\.gz)?|zip|xml|rss|atom)$",
    re.IGNORECASE,
)
#: Folders in which browsers keep what belongs to one page.
_HELPERS = re.compile(r"(?:_files|\.files|_tep|_data|_fichiers)$", re.IGNORECASE)
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|table|div|p|frameset)\b", re.IGNORECASE
)


def pages(folder: Path, open_: Callable[[Path], Iterator[Found]]) -> Iterator[Found]:
    """The pages below `folder`, in order of their names; links to elsewhere are not followed."""
    base = folder.resolve()
    for path in _files(folder):
        name = path.relative_to(folder).as_posix()
        if not path.resolve().is_relative_to(base):
            yield Refused(name, Note("outside"))
        elif re.search(
            r"\.(?:mht(?:ml)?|eml|warc|warc\.gz|zip|xml|rss|atom)$", name, re.IGNORECASE
        ):
            for found in open_(path):
                yield _renamed(found, f"{name} » {found.name}" if found.name != path.name else name)
        else:
            yield page(path, name, folder)


def _renamed(found: Found, name: str) -> Found:
    if isinstance(found, Refused):
        return Refused(name, found.note)
    return SavedPage(name, found.data, found.address, found.charset, found.look_up, found.known)


def _files(folder: Path) -> Iterator[Path]:
    for root, inner, names in os.walk(folder, followlinks=False):
        inner[:] = sorted(d for d in inner if not _HELPERS.search(d) and not d.startswith("."))
        for name in sorted(names):
            path = Path(root) / name
            if _PAGE.search(name) or ("." not in name and _is_html(path)):
                yield path


def _is_html(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return path.is_file() and bool(_HTML.search(file.read(2000)))
    except OSError:
        return False


def page(path: Path, name: str, root: Path) -> Found:
    """The page in a file."""
    try:
        if not path.is_file():
            return Refused(name, Note("unreadable", Saying("không phải tệp", "it is no file")))
        if path.stat().st_size > limits.PAGE:
            return Refused(name, Note("too-large", f"{path.stat().st_size // 1_000_000} MB"))
        data = path.read_bytes()
    except OSError as error:
        return Refused(name, Note("unreadable", reason_of(error)))
    if not data.strip():
        return Refused(name, Note("empty"))
    return SavedPage(name, data, look_up=beside(path, root))


def beside(path: Path, root: Path) -> Lookup:
    """Looks a file up as the page at `path` names it, never outside of `root`."""
    base = root.resolve()

    def look_up(address: str) -> bytes | None:
        for place in _places(address, path, root):
            found = _existing(place)
            if found is not None and found.resolve().is_relative_to(base) and found.is_file():
                if found.stat().st_size > limits.FILE:
                    return None
                return found.read_bytes()
        return None

    def safe(address: str) -> bytes | None:
        try:
            return look_up(address)
        except (OSError, ValueError, RuntimeError):
            return None

    return safe


def _places(address: str, path: Path, root: Path) -> Iterator[Path]:
    """Where the file may lie: beside the page, from the root, under its host, in the page's folder."""
    parts = urlsplit(address)
    if parts.scheme not in ("", "http", "https", "file") or "\0" in address:
        return
    inner = parts.path.replace("\\", "/")
    for spelling in dict.fromkeys((unquote(inner), inner)):
        bare = spelling.lstrip("/")
        if not bare:
            continue
        if not parts.netloc and not spelling.startswith("/"):
            yield path.parent / spelling
        if parts.netloc:
            yield root / parts.netloc / bare
            yield root.parent / parts.netloc / bare
        yield root / bare
        for helper in ("_files", ".files", "_tep"):
            yield path.with_name(f"{path.stem}{helper}") / bare.rpartition("/")[2]


def _existing(place: Path) -> Path | None:
    """`place`, with its name matched by NFC and then by letter case."""
    if place.exists():
        return place
    if not place.parent.is_dir():
        return None
    wanted = unicodedata.normalize("NFC", place.name)
    names = {unicodedata.normalize("NFC", n): n for n in os.listdir(place.parent)}
    if wanted in names:
        return place.parent / names[wanted]
    lowered = {n.lower(): real for n, real in names.items()}
    return place.parent / lowered[wanted.lower()] if wanted.lower() in lowered else None
