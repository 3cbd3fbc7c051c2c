"""Pages saved as one file: .mht of old browsers, .eml of mail programs."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage, Message
from pathlib import Path

from legacy_import.model import Found, Lookup, Note, Refused, SavedPage
from legacy_import.sources import limits
from legacy_import.sources.addresses import joined, key

_HEADERS = re.compile(
    rb"^(?:From|MIME-Version|Content-Type|Subject|Date|Received|Snapshot-Content-Location|Return-Path|X-\S+|Message-ID|To):",
    re.IGNORECASE,
)


def looks_like(name: str, head: bytes) -> bool:
    """Whether a file is a mail or a page saved as one."""
    if name.endswith((".mht", ".mhtml", ".eml")):
        return True
    return (
        bool(_HEADERS.match(head.lstrip()))
        and re.search(rb"^content-type:\s*(?:multipart|text/html)", head, re.I | re.M) is not None
    )


def pages(source: Path) -> Iterator[Found]:
    """The page of a file, with the pictures that it holds."""
    if source.stat().st_size > limits.FILE:
        yield Refused(source.name, Note("too-large", f"{source.stat().st_size // 1_000_000} MB"))
        return
    message = email.message_from_bytes(source.read_bytes(), policy=email.policy.compat32)
    parts = [part for part in message.walk() if not part.is_multipart()]
    page = next((part for part in parts if part.get_content_type() == "text/html"), None)
    if page is None:
        yield Refused(source.name, Note("no-html"))
        return
    data = _payload(page)
    if not data.strip():
        yield Refused(source.name, Note("empty"))
        return
    address = str(
        page.get("Content-Location") or message.get("Snapshot-Content-Location") or ""
    ).strip()
    address = address if re.match(r"https?://", address) else ""
    yield SavedPage(source.name, data, address, page.get_content_charset(), _beside(parts, address))
    if cut := _is_cut(message):
        yield Refused(f"{source.name} » {cut}", Note("cut-short", source.name))


def _payload(part: Message | EmailMessage) -> bytes:
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError):
        return b""
    return data if isinstance(data, bytes) else b""


def _is_cut(message: Message) -> str:
    """The name for what is missing where the last boundary never came; empty if it is whole."""
    defects = [d for part in message.walk() for d in part.defects]
    names = {type(d).__name__ for d in defects}
    return "phần cuối" if "CloseBoundaryNotFoundDefect" in names else ""


def _beside(parts: list[Message], address: str) -> Lookup:
    places: dict[str, Message] = {}
    for part in parts:
        if location := str(part.get("Content-Location") or ""):
            places[key(location)] = part
            places.setdefault(location, part)
        if ident := str(part.get("Content-ID") or "").strip("<> "):
            places[f"cid:{ident}"] = part

    def look_up(wanted: str) -> bytes | None:
        for name in (wanted, key(joined(address, wanted)), key(wanted)):
            if name in places:
                return _payload(places[name]) or None
        return None

    return look_up
