"""A sentence in two languages."""

from __future__ import annotations


class Saying(str):
    """A sentence in Vietnamese, which is what it is as text, that knows itself in English."""

    __slots__ = ("english",)
    english: str

    def __new__(cls, vietnamese: str, english: str) -> Saying:
        made = super().__new__(cls, vietnamese)
        made.english = english
        return made

    def __reduce__(self) -> tuple[type[Saying], tuple[str, str]]:
        """Both languages, so that copies and other processes keep them."""
        return Saying, (str(self), self.english)

    def __repr__(self) -> str:
        return f"Saying({str(self)!r}, {self.english!r})"


def in_english(text: str) -> str:
    """`text` in English where that is known, else as it is."""
    return text.english if isinstance(text, Saying) else text
