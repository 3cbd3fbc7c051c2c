"""How much a source may hold, so that none can fill the disk or the memory."""

from __future__ import annotations

PAGE = 20_000_000
"""Bytes of one page."""
FILE = 100_000_000
"""Bytes of one picture or attachment."""
CONTAINER = 2_000_000_000
"""Bytes of a feed, a mail or an archive on disk."""
UNPACKED = 1_000_000_000
"""Bytes that an archive may unpack to, all together."""
MEMBERS = 200_000
"""Files in an archive."""
RATIO = 200
"""How many times larger a packed file may become, above a million bytes."""
