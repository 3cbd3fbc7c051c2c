"""The way of a built site to its host, and what must not get lost there."""

from __future__ import annotations

import filecmp
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from niengiam.console import Desk

#: What a host keeps in the folder of a site, and no build has: it stays.
KEPT = (".htaccess", ".well-known/acme-challenge")
_HOSTS_OWN = frozenset({".htaccess", ".well-known", "lost+found"})
_FIRST_ADDRESS = re.compile(r"<loc>([^<]*)</loc>")


def is_remote(to: str) -> bool:
    """Whether `to` names a place on another machine, as rsync reads it."""
    return ":" in to.partition("/")[0]


def passes(output: Path, to: str) -> list[list[str]]:
    """Two runs of rsync: what pages need goes first, then the pages, then what is gone.

    A reader so never meets a page whose style or picture is not there yet.
    """
    common = ["rsync", "--archive", "--compress", "--delay-updates"]
    places = [f"{output}/", f"{to.rstrip('/')}/"]
    kept = [f"--filter=P /{name}" for name in KEPT]
    return [
        [*common, "--exclude=*.html", *places],
        [*common, *kept, "--delete-after", *places],
    ]


def strangers(to: str) -> list[str]:
    """Names in the folder `to`, if it is no site of ours: sending one there would delete them.

    Empty where the folder is, or is not there yet, or cannot be listed.
    """
    from press.staging.manifest import NAME as MANIFEST

    names = _listed(to) if is_remote(to) else _names(Path(to))
    if MANIFEST in names:
        return []
    return sorted(set(names) - _HOSTS_OWN)


def _names(folder: Path) -> list[str]:
    return os.listdir(folder) if folder.is_dir() else []


def _listed(to: str) -> list[str]:
    """Names in a folder of another machine."""
    done = subprocess.run(
        ["rsync", "--list-only", f"{to.rstrip('/')}/"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    # Mode, size, day, time and name.
    parts = [line.split(maxsplit=4) for line in lines]
    return [part[4] for part in parts if len(part) == 5 and part[4] != "."]


def copy_site(output: Path, to: Path) -> None:
    """What `passes` do, to a folder of this machine, where there is no rsync. Raises OSError."""
    names = sorted(_files(output), key=lambda name: (name.endswith(".html"), name))
    for name in names:
        source, target = output / name, to / name
        if target.is_file() and filecmp.cmp(source, target, shallow=False):
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f".{target.name}.moi")
        shutil.copy2(source, beside)
        beside.replace(target)
    for name in set(_files(to)) - set(names):
        if not name.startswith(KEPT):
            (to / name).unlink()
    for folder, _, _ in os.walk(to, topdown=False):
        if not os.listdir(folder):
            os.rmdir(folder)


def _files(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        if path.is_file():
            yield path.relative_to(folder).as_posix()


def address_of(output: Path) -> str:
    """The address that a built site gives for itself in its site map; empty in development."""
    try:
        text = (output / "sitemap.xml").read_text("utf-8")
    except OSError:
        return ""
    found = _FIRST_ADDRESS.search(text)
    return found[1] if found and "://" in found[1] else ""


def warn_of_address(desk: Desk, output: Path) -> None:
    """Says so if the site in `output` does not know where its readers will find it."""
    address = address_of(output)
    if not address:
        desk.warn("deploy.no_address", output=output)
    elif is_example(address):
        desk.warn("deploy.example", address=address)


def is_example(address: str) -> bool:
    """Whether nobody can ever have this address (RFC 2606): it was left as the sample has it."""
    host = address.partition("://")[2].partition("/")[0].partition(":")[0]
    return host.endswith((".example", "example.com", "example.org", "example.net"))
