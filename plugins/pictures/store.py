"""The door to pictures: from an editor's link to the files that readers get."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from findings import Saying, reason_of
from pictures import locate
from pictures.cache import Cache, sha256
from pictures.engine import ENGINE, VERSION
from pictures.model import (
    Picture,
    PublishedFile,
    Refusal,
    Variant,
    picture_from_json,
    picture_to_json,
)
from vntext.fold import slug

if TYPE_CHECKING:
    from pictures.derive import Derivatives, Encoded
    from pictures.svg import Drawing

_SUFFIXES = {"image/webp": "webp", "image/jpeg": "jpg", "image/png": "png"}
#: A memo of a file's hash is trusted only if the file was already this old (ns): a file may
#: change twice within one tick of a coarse clock.
_SETTLED = 2_000_000_000


class PictureStore:
    """All pictures and attachments of one content folder.

    Safe to use from several processes at once with the same `cache_dir`.
    """

    def __init__(self, content_root: Path, cache_dir: Path) -> None:
        self.root = content_root
        self.cache = Cache(cache_dir)
        self._again: tuple[str, dict[str, bytes]] = ("", {})
        """Of the picture that was made again last, by hash: its files are read in a row."""

    def find(self, address: str, folder: str = "") -> Path | Refusal:
        """The file that `address` means in an article in `folder`, or why there is none.

        `folder` is relative to the content folder. Nothing outside the content
        folder is ever found, by dots or by links.
        """
        return locate.find(self.root, address, folder)

    def picture(self, path: Path) -> Picture | Refusal:
        """The picture made from the file at `path`, derived now unless it is in the cache."""
        if path.suffix.lower() not in locate.PICTURES:
            return Refusal(
                "picture-kind",
                Saying(
                    f"“{path.name}” không phải là loại ảnh đăng được",
                    f"“{path.name}” is no kind of picture that can be published",
                ),
                Saying(
                    "lưu lại thành JPEG, PNG, GIF, WebP, AVIF hoặc SVG",
                    "save it as JPEG, PNG, GIF, WebP, AVIF or SVG",
                ),
            )
        try:
            digest = self._digest(path)
            source = self._source(path)
            if picture := self._remembered(digest, source):
                return picture
            with self.cache.alone(digest):
                # Another process may have made it while this one waited.
                picture = self._remembered(digest, source)
                return picture or self._derived(path.read_bytes(), source)
        except OSError as error:
            return _unreadable(path, error)

    def attachment(self, path: Path) -> PublishedFile | Refusal:
        """The file at `path`, to be published as it is, or why it must not be."""
        source = self._source(path)
        if path.suffix.lower() not in locate.ATTACHMENTS or source.startswith("so-lieu/"):
            return Refusal(
                "attachment-kind",
                Saying(
                    f"“{path.name}” không thuộc loại tệp được đăng kèm bài",
                    f"“{path.name}” is no kind of file that is published with articles",
                ),
                Saying(
                    "đăng dưới dạng PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, CSV, EPUB hoặc ZIP",
                    "publish it as PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, CSV, EPUB or ZIP",
                ),
            )
        address = source if source.startswith(locate.FOLDERS) else f"tep/{source}"
        try:
            return PublishedFile(address, self._digest(path), source)
        except OSError as error:
            return _unreadable(path, error)

    def read(self, file: PublishedFile) -> bytes:
        """The bytes of `file`, from the cache if they are whole there, else made again.

        Raises OSError if the source has gone or changed since it was read.
        """
        if (kept := self.cache.blob(file.sha256)) is not None:
            return kept
        source, made = self._again
        if source == file.source and file.sha256 in made:
            return made[file.sha256]
        path = self.root / file.source
        data = path.read_bytes()
        if sha256(data) == file.sha256:
            return data
        made = {self.cache.keep_blob(one): one for one in _made_again(data, file.source)}
        self._again = file.source, made
        if file.sha256 not in made:
            raise OSError(f"{path} changed during the build")
        return made[file.sha256]

    def _source(self, path: Path) -> str:
        return unicodedata.normalize("NFC", path.relative_to(self.root).as_posix())

    def _digest(self, path: Path) -> str:
        """The hash of the file at `path`, read again only if the file system says it changed."""
        status = path.stat()
        stamp = [status.st_size, status.st_mtime_ns, status.st_ino]
        key = sha256(b"path\0" + os.fsencode(path.relative_to(self.root)))
        memo = self.cache.record(key)
        if memo and memo.get("stamp") == stamp and isinstance(memo.get("sha256"), str):
            kept = self.cache.record_path(key).stat().st_mtime_ns
            if kept - status.st_mtime_ns > _SETTLED:
                return str(memo["sha256"])
        digest = sha256(path.read_bytes())
        self.cache.keep_record(key, {"stamp": stamp, "sha256": digest})
        return digest

    def _key(self, digest: str, source: str) -> str:
        return sha256(f"picture\0{ENGINE}\0{digest}\0{source}".encode())

    def _remembered(self, digest: str, source: str) -> Picture | None:
        values = self.cache.record(self._key(digest, source))
        try:
            return picture_from_json(values["picture"]) if values else None
        except (KeyError, TypeError, AttributeError):
            return None

    def _derived(self, data: bytes, source: str) -> Picture | Refusal:
        picture = self._svg(data, source) if _is_svg(source) else self._raster(data, source)
        if isinstance(picture, Picture):
            values: dict[str, Any] = {"picture": picture_to_json(picture)}
            self.cache.keep_record(self._key(sha256(data), source), values)
        return picture

    def _raster(self, data: bytes, source: str) -> Picture | Refusal:
        made = _derivatives(data)
        if isinstance(made, Refusal):
            return made
        stem = _stem(source, data)
        webp = tuple(self._variant(stem, encoded) for encoded in made.webp)
        fallback = self._variant(stem, made.fallback)
        top = webp[-1]
        return Picture(source, top.width, top.height, fallback, webp, still=made.still)

    def _variant(self, stem: str, made: Encoded) -> Variant:
        address = f"{stem}-{made.width}.{_SUFFIXES[made.type]}"
        digest = self.cache.keep_blob(made.data)
        return Variant(address, made.width, made.height, made.type, digest, len(made.data))

    def _svg(self, data: bytes, source: str) -> Picture | Refusal:
        made = _drawing(data)
        if isinstance(made, Refusal):
            return made
        digest = self.cache.keep_blob(made.data)
        address = f"{_stem(source, data)}.svg"
        variant = Variant(address, made.width, made.height, "image/svg+xml", digest, len(made.data))
        return Picture(source, made.width, made.height, variant, removed=made.removed)


class BuildPictures(PictureStore):
    """The pictures of one build, which looks at every file once."""

    def __init__(self, content_root: Path, cache_dir: Path) -> None:
        super().__init__(content_root, cache_dir)
        self._found: dict[tuple[str, str], Path | Refusal] = {}
        self._pictures: dict[Path, Picture | Refusal] = {}

    def find(self, address: str, folder: str = "") -> Path | Refusal:
        asked = locate.asked(address, folder)
        if asked not in self._found:
            self._found[asked] = super().find(*asked)
        return self._found[asked]

    def picture(self, path: Path) -> Picture | Refusal:
        if path not in self._pictures:
            self._pictures[path] = super().picture(path)
        return self._pictures[path]


def _is_svg(source: str) -> bool:
    return source.lower().endswith(".svg")


def _drawing(data: bytes) -> Drawing | Refusal:
    # What it stands on takes long to load, and few articles show a drawing.
    from pictures.svg import sanitised

    return sanitised(data)


def _derivatives(data: bytes) -> Derivatives | Refusal:
    # Pillow takes long to load, and few rebuilds make a picture.
    from pictures import derive

    return derive.derive(data)


def _made_again(data: bytes, source: str) -> list[bytes]:
    """The bytes of all derivatives of the picture in `data`."""
    if _is_svg(source):
        drawing = _drawing(data)
        return [] if isinstance(drawing, Refusal) else [drawing.data]
    made = _derivatives(data)
    return [] if isinstance(made, Refusal) else [e.data for e in (*made.webp, made.fallback)]


def _stem(source: str, data: bytes) -> str:
    """The address of a picture up to its width: its folder, its name, a part of its hash."""
    path = PurePosixPath(source)
    folders = path.parent.parts
    if f"{folders[0]}/" in locate.FOLDERS if folders else False:
        folders = folders[1:]
    parts = [slug(folder) or "thu-muc" for folder in folders]
    version = sha256(f"{VERSION}\0{sha256(data)}".encode())[:8]
    return "/".join(["hinh-anh", *parts, f"{slug(path.stem, limit=60) or 'anh'}-{version}"])


def _unreadable(path: Path, error: OSError) -> Refusal:
    reason = reason_of(error)
    message = Saying(
        f"Không đọc được “{path.name}”: {reason}", f"“{path.name}” cannot be read: {reason.english}"
    )
    return Refusal("file-unreadable", message, Saying("mở quyền đọc tệp", "allow it to be read"))
