"""Reading `chi-tieu.toml` and `don-vi.toml`; what is wrong in them is said with its line."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from pathlib import Path

from findings import Finding, Saying
from stat_index.model import Indicator, Organisation
from stat_index.registry import Registry, build_registry, normal_phrase
from stat_index.registry_toml import TomlFile

INDICATORS = "chi-tieu.toml"
ORGANISATIONS = "don-vi.toml"

_INDICATOR_KEYS: dict[str, type] = {
    "label": str,
    "unit": str,
    "group": str,
    "definition": str,
    "aliases": list,
    "levels": list,
    "deeds": list,
    "plausible": list,
}
_ORGANISATION_KEYS: dict[str, type] = {
    "name": str,
    "short": str,
    "aliases": list,
    "cluster": str,
    "demonstration": bool,
}


def load_registry(folder: Path, shown_as: str = "") -> tuple[Registry, list[Finding]]:
    """The registry that lies in `folder` and all that is wrong in it.

    A missing folder or file is an empty registry. `shown_as` is the folder as findings
    should name it.
    """
    digest = hashlib.sha256()
    files = []
    for name in (INDICATORS, ORGANISATIONS):
        file = TomlFile(folder / name, f"{shown_as or folder.as_posix()}/{name}")
        digest.update(file.text.encode() + b"\0")
        files.append(file)
    deeds: dict[str, frozenset[str]] = {}
    indicators = _indicators(files[0], deeds)
    organisations = _organisations(files[1])
    registry = build_registry(indicators, organisations, digest.hexdigest()[:16], deeds)
    return registry, [finding for file in files for finding in file.findings]


def _indicators(file: TomlFile, deeds: dict[str, frozenset[str]]) -> list[Indicator]:
    """The entries of the file; `deeds` takes what is done to their things, by id."""
    entries = []
    owners: dict[str, str] = {}
    for name, table in file.entries(_INDICATOR_KEYS, "label").items():
        bounds = table.pop("plausible", None)
        deeds[name] = frozenset(map(normal_phrase, table.pop("deeds", ())))
        plausible = (Decimal(str(bounds[0])), Decimal(str(bounds[1]))) if bounds else None
        entry = Indicator(
            name,
            table.pop("label"),
            aliases=tuple(table.pop("aliases", ())),
            levels=tuple(normal_phrase(level) for level in table.pop("levels", ())),
            plausible=plausible,
            **table,
        )
        _check_names(file, owners, entry.id, (entry.label, *entry.aliases))
        entries.append(entry)
    return entries


def _organisations(file: TomlFile) -> list[Organisation]:
    entries = []
    owners: dict[str, str] = {}
    for name, table in file.entries(_ORGANISATION_KEYS, "name").items():
        full = table.pop("name")
        entry = Organisation(
            name,
            full,
            table.pop("short", "") or full,
            tuple(table.pop("aliases", ())),
            **table,
        )
        _check_names(file, owners, entry.id, (entry.name, entry.short, *entry.aliases))
        entries.append(entry)
    known = {entry.id for entry in entries}
    for entry in entries:
        if entry.cluster and entry.cluster not in known:
            file.error(
                file.line_of(entry.id, "cluster"),
                Saying(
                    f"cụm “{entry.cluster}” của [{entry.id}] không có trong tệp này",
                    f"the cluster “{entry.cluster}” of [{entry.id}] is not in this file",
                ),
                Saying(
                    f"thêm mục [{entry.cluster}] hoặc sửa mã cụm",
                    f"add an entry [{entry.cluster}], or correct the cluster's id",
                ),
            )
    return entries


def _check_names(
    file: TomlFile, owners: dict[str, str], entry: str, names: tuple[str, ...]
) -> None:
    """Two entries must not answer to one name."""
    for name in names:
        owner = owners.setdefault(normal_phrase(name), entry)
        if owner != entry:
            file.error(
                file.line_of(entry),
                Saying(
                    f"tên “{name}” của [{entry}] đã thuộc về [{owner}]",
                    f"the name “{name}” of [{entry}] belongs to [{owner}] already",
                ),
                Saying("bỏ tên này ở một trong hai mục", "remove it from one of the two entries"),
            )
