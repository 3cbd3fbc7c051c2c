"""What the sample content is made of, so that it can be cleared without touching an editor's work.

`python -m niengiam.sample content` writes the record again after the sample changed.
"""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from desk.site import load_site
from stat_index.ledgers import moved_series_file
from stat_index.ledgers.ledger_file import FILE, LedgerError, read_ledger, write_ledger

_LEDGER = f"so-lieu/{FILE}"
#: No part of the record: the indicators of this domain and what readers are told of the tables and
#: of access to the site serve any institution, and ledger and old addresses follow what is published.
KEPT = (
    "so-lieu/chi-tieu.toml",
    "trang/cach-dung-so-lieu.md",
    "trang/tro-nang.md",
    _LEDGER,
    f"so-lieu/{moved_series_file.FILE}",
)
#: Written where the sample had its own: what an institution says of itself, and the beginning of
#: the list of its organisations. The pages lie with the outlines, whose words `check` knows.
_BEGUN = {
    "trang/gioi-thieu.md": ("desk", "data/trang/gioi-thieu.md"),
    "trang/lien-he.md": ("desk", "data/trang/lien-he.md"),
    "trang/ban-quyen.md": ("desk", "data/trang/ban-quyen.md"),
    "so-lieu/don-vi.toml": ("niengiam", "data/don-vi.toml"),
}

_RECORD = Path(__file__).with_name("data") / "sample.json"


@dataclass(frozen=True, slots=True)
class Sample:
    """Sample files found in a content folder."""

    untouched: tuple[str, ...]
    edited: tuple[str, ...]
    """Same name, other bytes: an editor's work by now."""


def recorded() -> dict[str, str]:
    """The hash of each sample file, by its name below the content folder."""
    record: dict[str, str] = json.loads(_RECORD.read_text("utf-8"))
    return record


def find_sample(content: Path, record: dict[str, str]) -> Sample:
    """The files of `record` that still lie in `content`."""
    there = [name for name in record if (content / name).is_file()]
    same = {name for name in there if _sha256(content / name) == record[name]}
    return Sample(
        tuple(name for name in there if name in same),
        tuple(name for name in there if name not in same),
    )


def clear_sample(content: Path, sample: Sample) -> None:
    """Deletes the untouched sample files, and folders that are empty then."""
    for name in sample.untouched:
        (content / name).unlink()
    for folder in sorted({(content / name).parent for name in sample.untouched}, reverse=True):
        while folder != content and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent
    for name in ("bai-viet", "trang", "hinh-anh", "so-lieu"):
        (content / name).mkdir(exist_ok=True)
    for name, (package, source) in _BEGUN.items():
        if not (content / name).exists():
            text = files(package).joinpath(source).read_text("utf-8")
            (content / name).write_text(text, "utf-8")
    _clear_ledger(content / _LEDGER, {document.id for document in load_site(content).documents})


def _clear_ledger(path: Path, articles: set[str]) -> None:
    """Leaves the rows of `articles`, and no file without rows; an unreadable one as it is.

    Without rows there are no old series either.
    """
    try:
        left = [entry for entry in read_ledger(path) if entry.bai in articles]
    except LedgerError:
        return
    if left:
        write_ledger(path, left)
    else:
        path.unlink(missing_ok=True)
        path.with_name(moved_series_file.FILE).unlink(missing_ok=True)


def record_of(content: Path) -> dict[str, str]:
    """What the record of `content` has to hold: every file but the kept and hidden ones."""
    found = {
        path.relative_to(content).as_posix(): _sha256(path)
        for path in sorted(content.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
    return {name: value for name, value in found.items() if name not in KEPT}


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    text = json.dumps(record_of(Path(sys.argv[1])), ensure_ascii=False, indent=0)
    _RECORD.write_text(text + "\n", "utf-8")
