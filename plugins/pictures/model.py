"""What a picture is once it is fit to be published."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from findings import Saying
from vntext.values import quickly_made

#: Stands for the way to the root of the site until a page's place is known.
SITE_ROOT = "{site}"


@quickly_made
@dataclass(frozen=True, slots=True)
class PublishedFile:
    """One file to be placed in the site."""

    address: str
    """Below the root of the site, NFC, not percent-encoded."""
    sha256: str
    """Of its bytes; also its name in the cache."""
    source: str
    """The file it was made from, relative to the content folder."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One derivative: a width in a format."""

    address: str
    width: int
    height: int
    type: str
    """Media type, such as `image/webp`."""
    sha256: str
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with all its derivatives, smallest first."""

    source: str
    """Relative to the content folder."""
    width: int
    height: int
    """Of the largest derivative, turned as the camera was held."""
    fallback: Variant
    """JPEG, PNG or SVG: what every program can show."""
    webp: tuple[Variant, ...] = ()
    still: bool = False
    """Whether only the first frame of an animation was kept."""
    removed: tuple[str, ...] = ()
    """What was taken out of an SVG because it could run or fetch something."""

    @property
    def files(self) -> tuple[PublishedFile, ...]:
        """Everything that must be placed for this picture to be seen."""
        variants = (*self.webp, self.fallback)
        return tuple(PublishedFile(v.address, v.sha256, self.source) for v in variants)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a picture or attachment cannot be published."""

    rule: str
    """Id of the rule, as in docs/pictures.md."""
    message: Saying
    """What was found."""
    mend: Saying
    """What to do."""


@lru_cache(4_096)
def url(address: str, root: str) -> str:
    """The link to `address` from a page whose way to the root of the site is `root`."""
    return f"{root}/{quote(address)}"


def picture_to_json(picture: Picture) -> dict[str, Any]:
    """`picture` as plain values."""
    return asdict(picture)


def picture_from_json(values: dict[str, Any]) -> Picture:
    """The picture that `picture_to_json` wrote; KeyError or TypeError for anything else."""
    known = dict(values)
    known["fallback"] = Variant(**known["fallback"])
    known["webp"] = tuple(Variant(**variant) for variant in known["webp"])
    known["removed"] = tuple(known["removed"])
    return Picture(**known)
