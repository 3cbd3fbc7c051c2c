"""What there is to say of the documents: counted at once, fetched only to be read.

An archive of ten thousand articles has tens of thousands of questions; a
rebuild shows a few of each rule.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from findings import Finding, Severity, sort_findings
from press.cache.codec import codec_of
from press.cache.store import Damaged, Store
from press.pages.doubted import Doubted
from vntext.compact_json import compact_json

_codec = codec_of(tuple[Finding, ...])


@dataclass(frozen=True, slots=True)
class Count:
    """How much there is to say of one document."""

    errors: int
    warnings: Mapping[str, int]
    """By rule."""
    questions: int


def count_of(findings: Sequence[Finding]) -> Count:
    """The count of these findings."""
    # Of most documents there is nothing to say.
    severities = [finding.severity for finding in findings]
    rules = sorted(f.rule for f in findings if f.severity is Severity.WARNING)
    warnings = {rule: rules.count(rule) for rule in dict.fromkeys(rules)}
    return Count(severities.count(Severity.ERROR), warnings, severities.count(Severity.QUESTION))


def told_json(findings: Sequence[Finding]) -> str:
    """All that there is to say of one document, as it is kept in the store."""
    return compact_json(_codec.encode(findings))  # type: ignore[misc]


class Told:
    """The findings of one build: those on the whole site, and those kept by document."""

    def __init__(
        self, site: Iterable[Finding], counts: Mapping[str, Count], paths: Mapping[str, str],
        store: Store,
    ) -> None:  # fmt: skip
        """`counts` and `paths` (as shown to the editor) are by the documents' names."""
        self._site = sort_findings(site)
        self._counts = {name: count for name, count in counts.items() if says(count)}
        self._paths = paths
        self._store = store
        self._doubted = Doubted.of_nothing()

    @cached_property
    def _names(self) -> dict[str, str]:
        """Of the documents, by how they are shown."""
        return {self._paths[name]: name for name in self._counts}

    def hear(self, doubted: Doubted) -> None:
        """Adds what the index finds doubtful, once it is put together."""
        self._doubted = doubted

    @property
    def errors(self) -> int:
        """How many errors there are."""
        site = sum(finding.severity is Severity.ERROR for finding in self._site)
        return site + sum(count.errors for count in self._counts.values())

    @property
    def questions(self) -> int:
        """How many questions there are."""
        site = sum(finding.severity is Severity.QUESTION for finding in self._site)
        return site + sum(count.questions for count in self._counts.values())

    def __iter__(self) -> Iterator[Finding]:
        """Everything, in reading order."""
        kept = [finding for name in self._counts for finding in self._of(name)]
        yield from sort_findings([*self._site, *kept, *self._doubted])

    def of(self, path: str) -> list[Finding]:
        """Everything on the file `path`."""
        kept = self._of(self._names[path]) if path in self._names else []
        site = [finding for finding in self._site if finding.path == path]
        return sort_findings([*site, *kept, *self._doubted.of(path)])

    def warnings(self, limit: int) -> tuple[list[Finding], dict[str, int]]:
        """The first warnings of each rule in reading order, and how many more each rule has."""
        shown, left = self._warnings(limit)
        doubted, more = self._doubted.first(limit)
        return sort_findings([*shown, *doubted]), dict(sorted((left | more).items()))

    def _warnings(self, limit: int) -> tuple[list[Finding], dict[str, int]]:
        """Those that are not of the index."""
        total = Counter(f.rule for f in self._site if f.severity is Severity.WARNING)
        for count in self._counts.values():
            if count.warnings:
                total.update(count.warnings)
        seen: Counter[str] = Counter()
        shown: list[Finding] = []
        for finding in self._until_seen(seen, {r: min(n, limit) for r, n in total.items()}):
            seen[finding.rule] += 1
            if seen[finding.rule] <= limit:
                shown.append(finding)
        return shown, {rule: n - limit for rule, n in total.items() if n > limit}

    def _until_seen(self, seen: Mapping[str, int], wanted: Mapping[str, int]) -> Iterator[Finding]:
        """Warnings in reading order; documents that say nothing more that is wanted are passed."""
        counts = {self._paths[n]: (n, c.warnings) for n, c in self._counts.items() if c.warnings}
        by_path: dict[str, list[Finding]] = {path: [] for path in counts}
        for finding in self._site:
            by_path.setdefault(finding.path, []).append(finding)
        for path in sorted(by_path):
            name, rules = counts.get(path, ("", {}))
            kept = self._of(name) if any(seen[rule] < wanted[rule] for rule in rules) else ()
            for finding in sort_findings([*by_path[path], *kept]):
                if finding.severity is Severity.WARNING:
                    yield finding

    def _of(self, name: str) -> tuple[Finding, ...]:
        text = self._store.get("told", name)
        if text is None:
            raise Damaged("missing")
        found: tuple[Finding, ...] = _codec.decode(json.loads(text))  # type: ignore[misc]
        return found


def says(count: Count) -> bool:
    """Whether there is anything to say."""
    return bool(count.errors or count.warnings or count.questions)
