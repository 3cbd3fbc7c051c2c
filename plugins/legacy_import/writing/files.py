"""Pictures and attachments, copied beside the articles; nothing is ever overwritten."""

from __future__ import annotations

import io
import re
import unicodedata
import warnings
from pathlib import Path

from PIL import Image

from legacy_import.writing.placeholder import placeholder

PICTURES = frozenset((".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"))
ATTACHMENTS = frozenset(
    (".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".odp", ".rtf", ".txt", ".csv", ".epub", ".zip", ".rar", ".7z", ".mp3", ".m4a", ".ogg", ".mp4", ".webm", ".wmv", ".flv", ".avi", ".wav")
)  # fmt: skip
#: Attachments that the site publishes; others are packed away under a second suffix.
_FORMATS = {"JPEG": ".jpg", "PNG": ".png", "GIF": ".gif", "WEBP": ".webp"}
_UNSAFE = re.compile(r"[^\w.,+() -]")
_MOST_PIXELS = 80_000_000


def suffix_of(name: str) -> str:
    """The suffix of a file's name, in lower case, with its dot."""
    return name[name.rfind(".") :].lower() if "." in name else ""


def safe_name(name: str) -> str:
    """`name` as a file may be called on any system: no path, no sign with a meaning."""
    base = unicodedata.normalize("NFC", name.replace("\\", "/")).rpartition("/")[2]
    base = _UNSAFE.sub("-", base).strip(" .~-")
    stem, dot, suffix = base.rpartition(".")
    if len(base) > 120 and dot:
        base = f"{stem[:110]}.{suffix[:9]}"
    return base[:120] or "tep"


class Files:
    """The files of one run, below the folder that receives them."""

    def __init__(self, into: Path, prefix: str) -> None:
        self._into = into
        self._prefix = prefix

    def picture(self, folder: str, name: str, data: bytes | None) -> tuple[str, str]:
        """Writes a picture, or its stand-in; its address from the content folder, and a note's code."""
        name = safe_name(name)
        problem = "picture-missing" if data is None else ""
        if data is not None:
            name, data = _as_picture(name, data)
            problem = "picture-broken" if data is None else ""
        if data is None:
            name = name if suffix_of(name) in PICTURES - {".svg", ".avif"} else f"{name}.png"
            data = placeholder(suffix_of(name)[1:])
        return self._write(folder, name, data), problem

    def attachment(self, folder: str, name: str, data: bytes) -> str:
        """Writes an attachment; its address from the content folder."""
        return self._write(folder, safe_name(name), data)

    def _write(self, folder: str, name: str, data: bytes) -> str:
        """The address of a file of these bytes: of one that is there already, or of a new one."""
        target = self._into / folder
        target.mkdir(parents=True, exist_ok=True)
        stem, dot, suffix = name.rpartition(".")
        number = 1
        while True:
            candidate = name if number == 1 else f"{stem}-{number}{dot}{suffix}"
            path = target / candidate
            try:
                with path.open("xb") as file:
                    file.write(data)
            except FileExistsError:
                if not path.is_file() or path.read_bytes() != data:
                    number += 1
                    continue
            return f"{self._prefix}/{folder}/{candidate}"


def _as_picture(name: str, data: bytes) -> tuple[str, bytes | None]:
    """`data` if the site can show it, made PNG if it must be; None if it is no sound picture."""
    if data.lstrip()[:200].startswith((b"<svg", b"<?xml")) and b"<svg" in data[:2000]:
        return (name if suffix_of(name) == ".svg" else f"{name}.svg"), data
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            image = Image.open(io.BytesIO(data))
            if image.width * image.height > _MOST_PIXELS:
                return name, None
            image.load()
    except Exception:
        return name, None
    right = _FORMATS.get(image.format or "")
    if right is None:
        stream = io.BytesIO()
        image.convert("RGB").save(stream, "PNG")
        return f"{name}.png", stream.getvalue()
    fits = suffix_of(name) in (right, ".jpeg" if right == ".jpg" else right)
    return (name if fits else f"{name}{right}"), data
