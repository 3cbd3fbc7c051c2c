"""Articles whose pages show what they showed, as the outlines of two builds tell.

To put together what each of ten thousand pages shows, only to find that it is the same,
took a sixth of a rebuild.
"""

from __future__ import annotations

from collections.abc import Collection

from press.cache.outline import Outline

_GONE = -2


def unmoved(before: Outline | None, now: Outline, edited: Collection[str]) -> frozenset[str]:
    """Sources of those articles: neither they nor who stands near them are among `edited`.

    `before` is the outline of the site that is published, if everything that pages stand on is
    as it was then.
    """
    if before is None or now.terms != before.terms:
        return frozenset()
    # Who is edited is to be seen in every place, whoever is new has none.
    there = {name: place for place, name in enumerate(now.names) if name not in edited}
    moved = [*(there.get(name, _GONE) for name in before.names), -1]
    return frozenset(
        name
        for name, places in before.near.items()
        if name in there and now.near.get(name) == [moved[place] for place in places]
    )
