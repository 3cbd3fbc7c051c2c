"""Addresses on the old site, made comparable."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit


def joined(base: str, address: str) -> str:
    """`address` as seen from `base`; as it stands where it cannot be joined."""
    try:
        return urljoin(base, address.strip())
    except ValueError:
        return address.strip()


def key(address: str) -> str:
    """One spelling for all addresses of a page: no scheme, no `www.`, no anchor, decoded."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return address.strip().lower()
    host = re.sub(
        r"^www\.", "", (parts.netloc or "").lower().partition("@")[2] or parts.netloc.lower()
    )
    path = posixpath.normpath("/" + unquote(parts.path).lstrip("/"))
    return f"{host}{path}?{unquote(parts.query)}" if parts.query else f"{host}{path}"


def is_absolute(address: str) -> bool:
    """Whether `address` names its host."""
    return bool(re.match(r"https?://[^/\s]+", address, re.IGNORECASE))


def encoded(address: str) -> str:
    """`address` with spaces that a browser would encode."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return urlunsplit(
        parts._replace(path=parts.path.replace(" ", "%20"), query=parts.query.replace(" ", "%20"))
    )
