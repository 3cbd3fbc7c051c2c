"""Names of people and offices, told from accounts and from sentences."""

from __future__ import annotations

import re

from legacy_import.letters.syllables import is_syllable
from legacy_import.lexicon import either, plain, word_set, words

_INITIALS = re.compile(r"(?:[A-ZĐ]{1,2}[a-z]?\.\s?){1,4}(?:[A-ZĐ][\wÀ-ỹ]*)?\.?|[A-ZĐ]{2,5}")
_WORD = re.compile(r"[^\W\d_][\w.'’]*")
_BODY = re.compile(rf"(?:{either(words('names', 'bodies'))})\b", re.IGNORECASE)


def tidy_name(name: str) -> str:
    """`name` without brackets and trailing signs."""
    name = re.sub(
        r"\s*\(\s*(?:thực hiện|tổng hợp|ghi|lược ghi|st|sưu tầm|biên soạn|theo[^)]*|ctv)\s*\)\s*$",
        "",
        name,
        flags=re.IGNORECASE,
    )
    name = re.sub(r"\s*[-–(]\s*(?:ảnh|nguồn)\s*:.*$", "", name, flags=re.IGNORECASE)
    name = " ".join(name.split()).strip(" :;,–-()[]*/|")
    return name[:-1] if name.endswith(".") and not _INITIALS.fullmatch(name) else name


def is_name(text: str, *, labelled: bool = False) -> bool:
    """Whether `text` could be a person's or a body's name, and not an account."""
    name = tidy_name(text)
    if not 2 <= len(name) <= (90 if labelled else 70) or plain(name) in word_set(
        "names", "accounts"
    ):
        return False
    if re.search(r"[@_:/?!]|https?|\d", name) and not (
        labelled and re.search(r"[^\W\d_]{2}.*\s", name) and not re.search(r"[@_]|\d{2}$", name)
    ):
        return False
    if any(
        plain(name).startswith(f"{a} ") and plain(name)[len(a) :].strip(" 0123456789.") == ""
        for a in word_set("names", "accounts")
    ):
        return False
    if _INITIALS.fullmatch(name):
        return True
    if _BODY.match(name):
        return len(name.split()) <= 14 and not re.search(r"[,.;]\s", name) and name[:1].isupper()
    return _is_person(name, labelled)


def is_body(name: str) -> bool:
    """Whether a name is that of an office, not of a person."""
    return bool(_BODY.match(name))


def _is_person(name: str, labelled: bool) -> bool:
    """Two to six words with capitals, or one behind a label."""
    bare = re.sub(r"\b(?:và|&|-|–|,)(?=\s)|,|&|–|(?<=\s)-(?=\s)", " ", name)
    found = [w for w in bare.split() if plain(w.strip(".")) not in word_set("names", "titles")]
    if not found or len(found) > 12 or not all(_WORD.fullmatch(w.strip("()")) for w in found):
        return False
    capital = sum(w[0].isupper() for w in found)
    if capital < len(found) or (len(found) == 1 and not labelled):
        return labelled and len(found) == 1 and found[0][0].isupper()
    if len(found) > 6 and not labelled and not re.search(r"[,&–-]| và ", name):
        return False
    return any(is_syllable(w.strip(".")) or _INITIALS.fullmatch(w) for w in found)
