"""The words of the grammar, read once from `data/*.toml` into one list of phrases.

A word may have several roles ("năm" is a digit and a year); each role is a bit
of `Entry.tags`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from vntext.fold import same_tones
from vntext.tables import tables

_DATA = Path(__file__).parents[1] / "data"

DIGIT = 1 << 0
SCALE = 1 << 1
MULTIPLIER = 1 << 2
FILLER = 1 << 3
HALF = 1 << 4
HEDGE = 1 << 5
HEDGE_AFTER = 1 << 6
MEASURE = 1 << 7
NEVER = 1 << 8
PER = 1 << 9
PRICE = 1 << 10
LEVEL = 1 << 11
NOUN = 1 << 12
COUNTER = 1 << 13
AMOUNT = 1 << 14
RATE = 1 << 15
LABEL = 1 << 16
ACTOR = 1 << 17
VERB = 1 << 18
PREDICATE = 1 << 19
RESTRICTIVE = 1 << 20
LINK = 1 << 21
UP = 1 << 22
DOWN = 1 << 23
NEW_LEVEL = 1 << 24
STOP = 1 << 25
ADVERB = 1 << 26
REFUSES = 1 << 27
CUE = 1 << 28

CHANGE = UP | DOWN
AMOUNTS = AMOUNT | RATE
NOMINAL = NOUN | AMOUNTS | LABEL
NUMERAL_WORD = DIGIT | SCALE | MULTIPLIER | FILLER | HALF


@dataclass(slots=True)
class Entry:
    """What is known about one phrase."""

    phrase: str
    tags: int = 0
    number: int = 0
    """Of a numeral."""
    unit: str = ""
    """Of a measure: its canonical name."""
    hedge: str = ""
    """Of a hedge: its qualifier."""
    noun: str = ""
    """Of a noun or label: its class."""
    cues: tuple[str, ...] = ()
    """Tables of `data/cues.toml` that hold it."""
    refuses_next: tuple[str, ...] = ()
    refuses_previous: tuple[str, ...] = ()
    """Names of the rules by which the number after or before it is no figure."""


_FINAL_Y = re.compile(r"[yýỳỷỹỵ]\b(?:(?<=\b[klmsth].)|(?<=\bqu.))")
_I_OF_Y = dict(zip("yýỳỷỹỵ", "iíìỉĩị", strict=True))


@cache
def load(name: str) -> dict[str, Any]:
    """The tables of `data/<name>.toml`."""
    return tables(_DATA / f"{name}.toml")


def rows(name: str) -> Iterator[list[str]]:
    """The rows of `data/<name>.csv` below its header: for what is learnt, which TOML would take
    longer to read.
    """
    return islice(csv.reader((_DATA / f"{name}.csv").read_text("utf-8").splitlines()), 1, None)


@cache
def entries() -> dict[str, Entry]:
    """Every phrase of the lexicon by its written form, spelling variants aside."""
    found: dict[str, Entry] = {}

    def entry(phrase: str, tags: int) -> Entry:
        known = found.setdefault(phrase, Entry(phrase))
        known.tags |= tags
        return known

    _add_numerals(entry)
    _add_measures(entry)
    _add_nouns(entry)
    _add_verbs(entry)
    _add_refusals(entry)
    for role, words in load("cues").items():
        for word in words:
            entry(word, CUE).cues += (role,)
    _keep_roles(found)
    return found


_ROLES = STOP | PREDICATE | VERB | LINK | ADVERB


def _keep_roles(found: dict[str, Entry]) -> None:
    """A cue of several words ends or links phrases as its first word does: với giá, được hưởng."""
    for phrase, known in found.items():
        first, _, rest = phrase.partition(" ")
        if first == "đã" and rest in found and not known.tags & ~(CUE | REFUSES):
            known.tags |= found[rest].tags & _ROLES
        if (
            rest
            and first != "đã"
            and not known.noun
            and known.tags & ~(CUE | REFUSES) == 0
            and first in found
        ):
            known.tags |= found[first].tags & _ROLES


def _add_numerals(entry: Any) -> None:
    flags = {
        "digit": DIGIT,
        "scale": SCALE,
        "multiplier": MULTIPLIER,
        "filler": FILLER,
        "half": HALF,
    }
    for table, words in load("numerals").items():
        for word, value in words.items():
            entry(word, flags[table]).number = value
    for side, flag in (("before", HEDGE), ("after", HEDGE_AFTER)):
        for qualifier, words in load("hedges")[side].items():
            for word in words:
                entry(word, flag).hedge = qualifier


def _add_measures(entry: Any) -> None:
    units = load("units")
    for unit, spellings in units["measure"].items():
        for spelling in spellings:
            entry(spelling, MEASURE).unit = unit
    for table, flag in (("per", PER), ("price", PRICE), ("never", NEVER)):
        for word in units[table]["words"]:
            entry(word, flag)
    levels = load("levels")
    for phrase in [*(f"cấp {name}" for name in levels["names"]), *levels["any"]]:
        entry(phrase, LEVEL)


def _add_nouns(entry: Any) -> None:
    special = {"amount": AMOUNT, "rate": RATE, "label": LABEL, "actor": ACTOR, "plain": 0}
    for key, words in load("nouns").items():
        name, *roles = key.split()
        tags = special.get(name, NOUN) | (COUNTER if "counter" in roles else 0)
        for word in words:
            known = entry(word, tags)
            known.noun = known.noun or name


def _add_verbs(entry: Any) -> None:
    flags = {"verb": VERB, "predicate": PREDICATE, "restrictive": RESTRICTIVE, "link": LINK}
    flags |= {"up": UP, "down": DOWN, "level": NEW_LEVEL, "words": STOP, "adverbs": ADVERB}
    for name in ("verbs", "changes", "stops"):
        for table, words in load(name).items():
            for word in words:
                entry(word, flags[table])


def _add_refusals(entry: Any) -> None:
    for rule, sides in load("refusals").items():
        for word in sides.get("before", ()):
            entry(word, REFUSES).refuses_next += (rule,)
        for word in sides.get("after", ()):
            entry(word, REFUSES).refuses_previous += (rule,)


def words_with(tags: int) -> frozenset[str]:
    """The phrases that have one of these roles."""
    return frozenset(phrase for phrase, entry in entries().items() if entry.tags & tags)


@cache
def spelled() -> tuple[tuple[str, Entry], ...]:
    """Every spelling of every phrase, with what is known about it."""
    found = zip(entries().values(), *_spellings(list(entries())), strict=True)
    return tuple((spelling, entry) for entry, *forms in found for spelling in set(forms))


@cache
def pairs() -> frozenset[tuple[str, str]]:
    """Words that a comma joins in one phrase, by their order."""
    return frozenset((one, other) for one, other in load("pairs")["first"])


@cache
def cue_words(*names: str) -> frozenset[str]:
    """The words of these tables of `data/cues.toml`."""
    cues = load("cues")
    return frozenset(word for name in names for word in cues[name])


def _spellings(phrases: Sequence[str]) -> Iterator[list[str]]:
    """`phrases` with either tone placement, and with i for y where both are written.

    All are written anew as one text, which takes a quarter of the time.
    """
    text = "\n".join(phrases)
    for form in (text, same_tones(text), _new_tones(text)):
        yield form.split("\n")
        yield _FINAL_Y.sub(lambda match: _I_OF_Y[match[0]], form).split("\n")


_NEW_TONE = re.compile(r"[ou](?:(?<=o)[àáảãạèéẻẽẹ]|(?<=u)[ỳýỷỹỵ])(?!\w)(?<!q..)")
_TONED = dict(zip("àáảãạèéẻẽẹỳýỷỹỵ", "òóỏõọòóỏõọùúủũụ", strict=True))
_PLAIN = dict(zip("àáảãạèéẻẽẹỳýỷỹỵ", "aaaaaeeeeeyyyyy", strict=True))


def _new_tones(phrase: str) -> str:
    """`phrase` with the tone on the first vowel of oa, oe, uy."""
    return _NEW_TONE.sub(lambda match: _TONED[match[0][1]] + _PLAIN[match[0][1]], phrase)
