"""What a sentence is made of: words joined into lexicon phrases, numbers, periods, codes, signs."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from figures.text.lexicon import Entry

WORD, NUMBER, PERIOD_TOKEN, CODE, SIGN = range(5)

NO_ENTRY = Entry("")


class Token:
    """One token. Where it stands in the text, its `Line` knows: a word is one value everywhere."""

    __slots__ = (
        "denominator",
        "entry",
        "form",
        "kind",
        "low",
        "maximum",
        "mention",
        "minimum",
        "reason",
        "tags",
    )  # fmt: skip

    def __init__(
        self,
        kind: int,
        low: str,
        entry: Entry = NO_ENTRY,
        form: str = "",
        minimum: Decimal | None = None,
        maximum: Decimal | None = None,
    ) -> None:
        self.kind = kind
        self.low = low
        self.entry = entry
        self.tags = entry.tags
        self.form = form
        """Of a number: digits, words or both; of a code: which; of a sign: glued between two others."""
        self.minimum = minimum
        """Of a number; `maximum` differs from it in a range only."""
        self.maximum = maximum
        self.denominator: Decimal | None
        self.mention: object
        """Of a period: what it says."""
        self.denominator = self.mention = None
        self.reason = ""
        """Why a number is no figure."""

    def __repr__(self) -> str:
        return f"<{self.kind} {self.low!r} {self.reason}>"


def number(low: str, minimum: Decimal, maximum: Decimal, form: str) -> Token:
    """A number from `minimum` to `maximum` that begins with the digits or the word `low`."""
    return Token(NUMBER, low, NO_ENTRY, form, minimum, maximum)


_SPACES = str.maketrans("", "", "\u00a0\u202f\u2009 \n\t\r")


def plain_decimal(text: str) -> Decimal:
    """As `decimal_of`, of digits with dots or a comma; the dots part thousands, unless a nought is first."""
    return decimal_of(text) if text[0] == "0" else Decimal(text.replace(".", "").replace(",", "."))


@lru_cache(maxsize=4096)
def decimal_of(text: str) -> Decimal:
    """The value of digits as written: dots before three digits part thousands, a comma decimals.

    Two commas or more part thousands the English way.
    """
    if text.isdecimal():
        return Decimal(text)
    text = text.translate(_SPACES)
    if text.count(",") > 1:
        return Decimal(text.replace(",", ""))
    whole, comma, fraction = text.partition(",")
    if "." in whole:
        head, *groups = whole.split(".")
        # A nought before one dot is that of a fraction, as the English write it; never before two,
        # nor where a comma follows, which no fraction has behind its dot.
        if (
            len(head) <= 3
            and all(len(group) == 3 for group in groups)
            and (head.strip("0") or groups[1:] or comma)
        ):
            whole = head + "".join(groups)
    return Decimal(f"{whole}.{fraction}" if comma else whole)
