"""A figure while its sentence is being read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from figures.text.tokens import Token

if TYPE_CHECKING:
    from figures.before import Before

_SHARES = frozenset({"%", "‰", "điểm %"})


@dataclass(slots=True, eq=False)
class Draft:
    """All that is known so far about one number that stands."""

    at: int
    """Position of its number among the tokens of the sentence."""
    token: Token
    behind: int
    """First token position behind the number, its unit and its phrase."""
    indicator: str = ""
    head: str = ""
    """First word of the indicator, lower case: what must agree with a total."""
    noun: str = ""
    """Class of the head."""
    position: str = "after"
    level: str | None = None
    unit: str | None = None
    before: Before | None = None
    """What stands before its number, once somebody asked."""
    unit_of_noun: bool = False
    """Whether only the noun of a header tells the unit."""
    per: str = ""
    """What the unit is an average of: /người/năm. Joined to the unit once the sentence is read."""
    measure: bool = False
    """Whether the unit is a measure rather than a counting noun."""
    qualifier: str = "exact"
    kind: str = "result"
    direction: str | None = None
    base: str | None = None
    parent: Draft | None = None
    ref: Draft | None = None
    period: str | None = None
    period_source: str = "none"
    period_default: bool = False
    """Whether nothing but the date of publication tells the period."""
    told_now: bool = False
    """Whether "đến nay" and its like give the period, here or in the sentence it goes on from."""
    flow: bool = False
    """Whether it was counted over a time rather than at a date."""
    listed_period: str = ""
    """Period that a list pairs with it."""
    rule: str = "count"
    doubts: float = 1.0
    """Product of the reliability of each step that was taken."""
    clause: int = 0
    """Number of the comma-separated clause in the sentence."""
    bracketed: bool = False
    beside: bool = False
    """Whether it is the level of an earlier time that another is compared with."""
    recalled: bool = False
    """Whether it is the level of an earlier time that a bracket recalls."""
    headed: bool = False
    """Whether a colon stands between its label and the number."""
    staged: bool = False
    """Whether a label names it of which plans and results are told."""
    verb: str = ""
    """Verb that governs it, if any."""
    deed: str = ""
    """What was done to those counted, where its noun leaves open who is meant; see `deeds`."""
    depth: int = 0
    target: bool = False

    @property
    def share(self) -> bool:
        """Whether it is a percentage or a fraction."""
        unit = self.unit
        if unit in _SHARES or self.token.denominator is not None:
            return True
        return unit is not None and "/" in unit and unit.split("/")[0] in _SHARES


def make_part(part: Draft, whole: Draft) -> None:
    """Makes `part` a part of `whole`, in the place of another whole, unless `whole` is within it."""
    outer: Draft | None = whole
    while outer is not None:
        if outer is part:
            return
        outer = outer.parent
    part.parent = whole
    part.kind = "breakdown" if part.kind == "result" else part.kind
