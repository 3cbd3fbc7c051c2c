"""Articles whose pages show what they showed, as the outline of the last build tells.

To put together what each of ten thousand pages shows, only to find that it is the same,
took a sixth of a rebuild.
"""

from __future__ import annotations

from collections.abc import Collection

from press.newsroom import Newsroom
from press.outline import Outline, near_places, term_names


def unmoved(room: Newsroom, before: Outline | None, edited: Collection[str]) -> frozenset[str]:
    """Sources of those articles: neither they nor who stands near them are among `edited`.

    `before` is the outline of the site that is published, if everything that pages stand on is
    as it was then; relatives of the articles are known.
    """
    if before is None or term_names(room) != before.terms:
        return frozenset()
    # Who is new has no place, and whoever is edited is to be seen in every place.
    place = {name: at for at, name in enumerate(before.names) if name not in edited}
    return frozenset(
        article.source_path
        for article in room.rendered
        if article.source_path in place
        and near_places(article, place) == before.near.get(article.source_path)
    )
