"""What a rule is: words for the editor, examples, and a generator of remarks."""

from __future__ import annotations

import datetime
import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar

from desk.scan import Scan, scan
from desk.site import Document, Site
from findings import Finding, Saying, Severity
from pictures import locate
from pictures.model import Refusal

Found = TypeVar("Found")
Example = str | Mapping[str, str]
"""A body, or whole files by their names below the content folder."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's words and examples; each rule file holds one under the name `RULE`."""

    title: str
    """Vietnamese, one line."""
    english: str
    why: str
    """Vietnamese: what goes wrong for a reader, and how to mend it."""
    bad: tuple[Example, ...]
    """Each is found by the rule."""
    good: tuple[Example, ...]
    """None is found by the rule."""
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule says of one place; path, id and severity come from the rule."""

    line: int
    column: int
    message: Saying
    mend: Saying
    document: Document | None = None
    """For rules over the whole site: which document is meant."""
    severity: Severity | None = None
    rule: str = ""
    """Where another room's rule says the same, its id; so that it is said once."""


#: Files of the rules with a `check_site`, in order.
_OF_THE_SITE = (
    "address_unique",
    "alias_unique",
    "category_two",
    "id_missing",
    "id_unique",
    "tag_alike",
)
#: So many bodies stay at hand: links lead from one to another.
_SCANS = 64


@dataclass
class Survey:
    """A site under check, with what several rules need of it."""

    site: Site
    now: datetime.datetime
    published_at: str = ""
    """The address at which readers find the site, as the settings name it."""
    _files: dict[tuple[str, str], Path | Refusal] = field(default_factory=dict)
    _scans: dict[tuple[str, tuple[int, ...]], Scan] = field(default_factory=dict)
    _last: tuple[Document, Scan] | None = None
    _looked: dict[tuple[Callable[[Path], object], Path], object] = field(default_factory=dict)

    def scan(self, document: Document) -> Scan:
        """The body of `document` as checks look at it; made once for those who ask soon."""
        # All rules ask for the same one, one after another.
        if self._last and self._last[0] is document:
            return self._last[1]
        key = (document.name, document.stamp)
        if key not in self._scans:
            if len(self._scans) >= _SCANS:
                # Those of a whole archive would be as large as all of its articles.
                self._scans.clear()
            self._scans[key] = scan(document.front.body, document.front.body_line)
        self._last = document, self._scans[key]
        return self._scans[key]

    def file(self, address: str, document: Document) -> Path | Refusal:
        """The file that `address` means in `document`; looked up once."""
        asked = locate.asked(address, document.name.rpartition("/")[0])
        if asked not in self._files:
            self._files[asked] = locate.find(self.site.root, *asked)
        return self._files[asked]

    def seen(self, look: Callable[[Path], Found], file: Path) -> Found:
        """What `look` says of `file`; a picture that many documents show is looked at once."""
        if (look, file) not in self._looked:
            self._looked[look, file] = look(file)
        return self._looked[look, file]  # type: ignore[return-value]

    def is_public(self, document: Document) -> bool:
        """Whether the public site has a page for it now."""
        return (
            document.status in ("published", "hidden", "withdrawn")
            and not document.is_scheduled(self.now)
        )  # fmt: skip


DocumentCheck = Callable[[Document, Survey], Iterator[Remark]]
SiteCheck = Callable[[Survey], Iterator[Remark]]
Fix = Callable[[str, Document, Survey], str]


@dataclass(frozen=True, slots=True)
class LoadedRule:
    """A rule file, read."""

    id: str
    rule: Rule
    check: DocumentCheck | None
    check_site: SiteCheck | None
    fix: Fix | None
    """Text of a whole file → the same with the fault mended."""

    def findings(self, document: Document, survey: Survey) -> list[Finding]:
        """What the rule says of one document."""
        remarks = self.check(document, survey) if self.check else ()
        return [self.finding(remark, document) for remark in remarks]

    def site_findings(self, survey: Survey) -> Iterator[Finding]:
        """What the rule says of the site as a whole."""
        if self.check_site:
            for remark in self.check_site(survey):
                assert remark.document is not None
                yield self.finding(remark, remark.document)

    def finding(self, remark: Remark, document: Document) -> Finding:
        """`remark`, told of `document`."""
        return Finding(
            document.path,
            remark.line,
            remark.column,
            remark.rule or self.id,
            remark.message,
            remark.mend,
            remark.severity or self.rule.severity,
        )


@cache
def all_rules() -> tuple[LoadedRule, ...]:
    """Every file of `desk/rules/`, in order of their ids."""
    package = importlib.import_module("desk.rules")
    return tuple(
        map(_load, sorted(module.name for module in pkgutil.iter_modules(package.__path__)))
    )


@cache
def site_rules() -> tuple[LoadedRule, ...]:
    """Those of all rules that look at the site as a whole.

    A rebuild asks these of ten thousand documents, and the others only of what was edited.
    """
    return tuple(map(_load, _OF_THE_SITE))


def _load(name: str) -> LoadedRule:
    module = importlib.import_module(f"desk.rules.{name}")
    return LoadedRule(
        name.replace("_", "-"),
        module.RULE,
        getattr(module, "check", None),
        getattr(module, "check_site", None),
        getattr(module, "fix", None),
    )
