"""What was done to those whom a bare counter counts: kiểm tra 118 vụ is another number than xử lý 73 vụ.

The indicator is the counter (guideline section 6, R1); whoever sets such figures side by side asks
for the deed.
"""

from __future__ import annotations

from figures import lexicon as lx
from figures.draft import Draft

_TELLS_NOTHING = frozenset(lx.load("cues")["deedless"])
_FAR = 3
"""So many figures back the one is looked for that a rate or a change goes on about."""


def deed_of(draft: Draft) -> str:
    """The verb that governs a bare counter, or the one that its rate or change is of; empty for none."""
    entry = lx.entries().get(draft.indicator.lower())
    if entry is None or not entry.tags & lx.COUNTER:
        return ""
    told: Draft | None = draft
    for _ in range(_FAR):
        if told is None:
            break
        if told.verb:
            verb = told.verb.removeprefix("đã ")
            return "" if verb in _TELLS_NOTHING else f"{told.denied} {verb}".strip()
        told = told.ref
    return ""
