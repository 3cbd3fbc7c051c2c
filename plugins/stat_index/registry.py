"""The registry: which indicators and organisations there are, and what they are called.

An unknown name is never guessed at: it gets an entry of its own, marked unregistered.
"""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from stat_index.model import Indicator, Organisation
from vntext.fold import fold, same_tones, slug
from vntext.unicode import nfc

UNKNOWN_ORGANISATION = Organisation(
    "chua-ro-don-vi", "Chưa rõ đơn vị", "Chưa rõ đơn vị", registered=False
)

#: Words that count without naming: "tổng số lớp" is "lớp".
_COUNTING = re.compile(r"^(?:tổng số|tổng cộng|số lượng|tổng|số|các|những)\s+(?=\S)", re.I)
_SPACE = re.compile(r"\s+")
_NEAR = 0.72
"""A name less like another one is hardly meant by it."""
_SLIP = 0.85
"""Of words: *họcc* is *học*, but *giảng* is not *đảng* and *tiến* not *viên*."""
_WORD = re.compile(r"\w+")
_TONED = re.compile(r"[^\W\dA-ZĐ]")
"""Of letters in capitals: one with a mark, as abbreviations have none."""
_VOWEL = re.compile(r"[AEIOUY]|[^\W\dA-ZĐ]")
_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"
_PAIRS = [low + high for high in _ALPHABET for low in _ALPHABET]


@lru_cache(maxsize=16_384)
def normal_phrase(text: str) -> str:
    """`text` as names are compared: one case, one placement of tones, single spaces."""
    plain = _SPACE.sub(" ", same_tones(nfc(text))).strip(" .,;:–-()[]“”\"'")
    return _COUNTING.sub("", plain)


def counted_noun(text: str) -> str:
    """What a name says is counted, as written: *lớp* of *Số lớp*."""
    return _COUNTING.sub("", " ".join(text.split()).strip(" *:"))


def continued(label: str) -> str:
    """A name as it goes on behind other words: trung cấp, but Đông Hà and THCS."""
    named = label[1:2].isupper() or label.partition(" ")[2][:1].isupper()
    return label if named else f"{label[:1].lower()}{label[1:]}"


def sentence_case(name: str) -> str:
    """A name out of a line in capitals (*DOANH THU*) in small letters, but for abbreviations: *HỌC SINH THCS*."""
    words = name.split(" ")
    if not name.isupper() or (len(words) == 1 and not _TONED.search(name)):
        return name
    return " ".join(word.lower() if _VOWEL.search(word) else word for word in words)


def short_hash(text: str, length: int = 4) -> str:
    """The first `length` base-32 characters of a hash of `text`."""
    digest = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
    pairs = [_PAIRS[digest >> bits & 1023] for bits in range(0, 5 * length, 10)]
    return "".join(pairs)[:length]


@dataclass(frozen=True, slots=True)
class Registry:
    """All that the two files of `content/so-lieu/` say. The empty one knows nothing."""

    indicators: dict[str, Indicator] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    deeds: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By id of an indicator: what may be done to its things without making them others."""
    _indicator_names: dict[str, str] = field(default_factory=dict)
    _organisation_names: dict[str, str] = field(default_factory=dict)
    _alike: dict[str, str] = field(default_factory=dict)
    """Ids, names and levels as they stand in addresses → how they are written."""
    _nearest: dict[str, str | None] = field(default_factory=dict, compare=False)
    """Suggestions already made: the same unknown names come again in every report."""
    series: dict[Any, Any] = field(default_factory=dict, compare=False)
    """Series that figures were found to belong to; see `stat_index.series`."""
    digest: str = ""
    """Of both files: whatever was read with another registry must be read again."""

    def indicator(self, phrase: str, level: str | None, unit: str | None) -> Indicator:
        """The entry that `phrase` names; without one, an unregistered entry of its own.

        A name is tried together with its level first (`đề tài` at `cấp trường` may be an
        alias `đề tài cấp trường`), then with its unit (`lượt` of `học viên`), then alone:
        the longest that fits wins. Only whole names fit: *lớp trung cấp* is no *lớp*.
        """
        name = normal_phrase(phrase)
        for candidate in _candidates(name, level, unit):
            if found := self._indicator_names.get(candidate):
                return self.indicators[found]
        return unregistered_indicator(phrase)

    def named(self, name: str) -> Indicator | None:
        """The entry that has this name, a normal phrase."""
        found = self._indicator_names.get(name)
        return self.indicators[found] if found else None

    def organisation(self, name: str | None) -> Organisation:
        """The entry with this id, name or alias; else an unregistered one."""
        if not name or not name.strip():
            return UNKNOWN_ORGANISATION
        if name in self.organisations:
            return self.organisations[name]
        if found := self._organisation_names.get(normal_phrase(name)):
            return self.organisations[found]
        return unregistered_organisation(name)

    def in_row(self, name: str, own: Organisation) -> Organisation:
        """The entry of a place or body that a row names, in a table of `own`."""
        found = self.organisation(name)
        if found.registered or found.id == own.id:
            return found
        return unregistered_organisation(name, own.id)

    def alike(self, name: str) -> str | None:
        """The organisation or level that differs from `name` by marks, case or signs only."""
        return self._alike.get(slug(name))

    def nearest_indicator(self, phrase: str) -> Indicator | None:
        """The registered entry whose name looks most like `phrase`, for a suggestion only."""
        if phrase not in self._nearest:
            self._nearest[phrase] = _nearest(phrase, self._indicator_names)
        found = self._nearest[phrase]
        return self.indicators[found] if found else None


def build_registry(
    indicators: Iterable[Indicator],
    organisations: Iterable[Organisation],
    digest: str = "",
    deeds: Mapping[str, frozenset[str]] | None = None,
) -> Registry:
    """A registry of these entries; of two entries with one name the first one has it."""
    by_id = {entry.id: entry for entry in indicators}
    owners = {entry.id: entry for entry in organisations}
    names: dict[str, str] = {}
    for entry in by_id.values():
        for name in (entry.label, *entry.aliases):
            names.setdefault(normal_phrase(name), entry.id)
    owner_names: dict[str, str] = {}
    for owner in owners.values():
        for name in (owner.name, owner.short, *owner.aliases):
            owner_names.setdefault(normal_phrase(name), owner.id)
    alike: dict[str, str] = {}
    for owner in owners.values():
        for name in (owner.name, owner.short, *owner.aliases):
            alike.setdefault(slug(name), name)
        alike.setdefault(slug(owner.id), owner.id)
    for level in (level for entry in by_id.values() for level in entry.levels):
        alike.setdefault(slug(level), level)
    return Registry(by_id, owners, deeds or {}, names, owner_names, alike, digest=digest)


@lru_cache(maxsize=4_096)
def unregistered_indicator(phrase: str) -> Indicator:
    """An entry under the phrase's own name; the hash keeps names apart that fold alike."""
    label = _SPACE.sub(" ", nfc(phrase)).strip()
    said = sentence_case(label)
    return Indicator(_own_id(label), said[:1].upper() + said[1:], registered=False)


@lru_cache(maxsize=4_096)
def unregistered_organisation(name: str, cluster: str = "") -> Organisation:
    """An entry under its own name."""
    label = _SPACE.sub(" ", nfc(name)).strip()
    return Organisation(_own_id(label), label, label, cluster=cluster, registered=False)


def _own_id(label: str) -> str:
    """`lop-trung-cap-k7f3`."""
    name = normal_phrase(label)
    return f"{slug(name, limit=48) or 'so-lieu'}-{short_hash(name)}"


def _candidates(name: str, level: str | None, unit: str | None) -> list[str]:
    """Names under which an indicator may be registered, the longest first."""
    counted = normal_phrase(unit) if unit else ""
    bases = [name] if not counted or counted in name else [f"{counted} {name}", name]
    if not level:
        return bases
    grade = normal_phrase(level)
    return [f"{base} {grade}" for base in bases] + bases


@lru_cache(maxsize=4_096)
def _folded(name: str) -> tuple[str, ...]:
    """The words of a name as typed without marks."""
    return tuple(_WORD.findall(fold(name)))


def _nearest(text: str, names: Mapping[str, str]) -> str | None:
    """The value in `names` whose key looks most like `text`, of those that may mean the same."""
    words = _folded(normal_phrase(text))
    candidates = {
        " ".join(other): found
        for name, found in names.items()
        if _may_mean(words, other := _folded(name))
    }
    close = difflib.get_close_matches(" ".join(words), candidates, n=1, cutoff=_NEAR)
    return candidates[close[0]] if close else None


def _may_mean(words: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names may mean one thing, slips of the hand aside.

    Both begin with one noun (*lượt học viên* are no *học viên*), and only one of them says
    more than the other (*cán bộ, giảng viên* are no *cán bộ, đảng viên*).
    """
    if not words or not other or not _is_slip(words[0], other[0]):
        return False
    return _has_all(words, other) or _has_all(other, words)


def _has_all(words: Iterable[str], others: Iterable[str]) -> bool:
    return all(any(_is_slip(word, other) for word in words) for other in others)


@lru_cache(maxsize=4_096)
def _is_slip(word: str, other: str) -> bool:
    """Whether one may be the other, mistyped by a letter."""
    return word == other or difflib.SequenceMatcher(None, word, other).ratio() >= _SLIP
