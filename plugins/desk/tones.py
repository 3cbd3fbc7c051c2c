"""One placement of tones: hòa rather than hoà, as most newspapers print."""

from __future__ import annotations

import re

_NEW_TO_OLD = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_PAIRS = (
    _NEW_TO_OLD
    | {k.capitalize(): v.capitalize() for k, v in _NEW_TO_OLD.items()}
    | {k.upper(): v.upper() for k, v in _NEW_TO_OLD.items()}
)
# In `quý` the u belongs to the consonant; before another letter (hoàn) the place is fixed.
_NEW = re.compile(rf"(?<![qQ])({'|'.join(_PAIRS)})(?!\w)")
_ADDRESS = re.compile(r"(\]\([^()\n]*\)|`[^`\n]*`|https?://\S+|<[^<>\n]*>|\{[^{}\n]*\})")


def with_one_placement(text: str) -> str:
    """`text` with tones on the first vowel of oa, oe, uy; addresses and code are left alone."""
    parts = _ADDRESS.split(text)
    parts[::2] = [_NEW.sub(lambda match: _PAIRS[match[1]], part) for part in parts[::2]]
    return "".join(parts)
