"""The ledger of what has been published: no figure changes in silence.

`so-cai.csv` has one row a published figure. Each row carries the fingerprint of the
article it came from: when a figure changes and the fingerprint did too, an editor has
changed the article, and the ledger follows. When only the figure changed, a rule or the
registry did it, and somebody must accept that before the site is published.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from findings import Finding, Saying, Severity
from stat_index.ledgers.ledger_file import Entry, LedgerError, in_order, read_ledger
from stat_index.model import Observation
from stat_index.values import statement_text, value_text

RULE = "ledger"


@dataclass(frozen=True, slots=True)
class Published:
    """What the ledger needs of an article that is to be published."""

    id: str
    day: str
    """ISO day on which it appeared."""
    fingerprint: str
    """`ArticleFigures.fingerprint`."""
    observations: tuple[Observation, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that changed although its article did not."""

    old: Entry | None
    """None for a figure that was not read before."""
    new: Entry | None
    """None for a figure that is read no more."""

    @property
    def key(self) -> tuple[str, str]:
        """Of the entry."""
        entry = self.new or self.old
        assert entry is not None
        return entry.key

    def __str__(self) -> str:
        """Old and new side by side."""
        return f"{self.key[0]}: {_shown(self.old)} → {_shown(self.new)}"


@dataclass(frozen=True, slots=True)
class Settlement:
    """What comparing the ledger with the site brings."""

    entries: tuple[Entry, ...]
    """The ledger with all that editors changed, what is not accepted left as it was."""
    accepted: tuple[Entry, ...]
    """The ledger once every difference is accepted."""
    differences: tuple[Difference, ...]
    """Not accepted; they stop a publication."""
    before: tuple[Entry, ...] = ()
    """The ledger as it was."""


def settle(ledger: Iterable[Entry], articles: Iterable[Published], today: str = "") -> Settlement:
    """Compares what was published with what would be published now.

    `today` is the ISO day of this publication, on which values change; without it a
    change is dated as its article is.
    """
    was = tuple(ledger)
    before: dict[str, dict[str, Entry]] = defaultdict(dict)
    for entry in was:
        before[entry.bai][entry.ma] = entry
    kept: list[Entry] = []
    accepted: list[Entry] = []
    differences: list[Difference] = []
    for article in articles:
        # Rows left over belong to articles that an editor took away: they go.
        now = {o.id: o for o in article.observations if o.published}
        rows = before.pop(article.id, {})
        old = {key: _whole(entry, now.get(key)) for key, entry in rows.items()}
        new = {key: _entry(article, o, old, today or article.day) for key, o in now.items()}
        accepted += new.values()
        if not old or any(e.dau_bai != article.fingerprint for e in old.values()):
            kept += new.values()
            continue
        for key in dict.fromkeys([*old, *new]):
            former, is_now = old.get(key), new.get(key)
            if former is not None and is_now is not None and former.said == is_now.said:
                kept.append(is_now)
                continue
            differences.append(Difference(former, is_now))
            if former is not None:
                kept.append(former)
    return Settlement(in_order(kept), in_order(accepted), tuple(differences), was)


def check_ledger(
    path: Path, shown: str, articles: Iterable[Published], *, strict: bool, today: str = ""
) -> tuple[Settlement | None, list[Finding]]:
    """The ledger at `path` against the site; `shown` is how findings name the file.

    With `strict` (a publication) a change that nobody accepted is an error. An
    unreadable ledger is always one: then there is no settlement.
    """
    try:
        ledger = read_ledger(path)
    except LedgerError as problem:
        return None, [Finding(shown, problem.line, 1, RULE, problem.message, problem.mend)]
    settlement = settle(ledger, articles, today)
    return settlement, ledger_findings(settlement, ledger, shown, strict=strict)


def ledger_findings(
    settlement: Settlement, ledger: Iterable[Entry], shown: str, *, strict: bool
) -> list[Finding]:
    """A finding for each difference, at its row of the file `shown`; errors when `strict`."""
    lines = {entry.key: line for line, entry in enumerate(ledger, start=2)}
    severity = Severity.ERROR if strict else Severity.WARNING
    return [
        Finding(
            shown,
            lines.get(difference.key, 1),
            1,
            RULE,
            Saying(
                f"số liệu đổi mà bài không đổi: {difference}",
                f"a figure changed although its article did not: {difference}",
            ),
            Saying(
                "đúng thì chạy “niengiam accept”; sai thì trả tên cũ về chi-tieu.toml, don-vi.toml,"
                " hoặc đánh dấu con số trong bài",
                "run “niengiam accept” if it is right; if not, give the old name back to"
                " chi-tieu.toml or don-vi.toml, or mark the number in the article",
            ),
            severity,
        )
        for difference in settlement.differences
    ]


def _entry(
    article: Published, observation: Observation, before: Mapping[str, Entry], today: str
) -> Entry:
    """The row of `observation`, where `before` are those that its article had.

    A figure that was there keeps its first day. One that came into an article later appears
    today; those of an article without rows appeared with it.
    """
    old = before.get(observation.id)
    first = old.ngay if old else today if before else article.day
    entry = Entry(
        article.id,
        observation.id,
        observation.slug,
        observation.period or "",
        statement_text(observation),
        observation.series.unit,
        " ".join(observation.as_written.split()),
        first,
        article.fingerprint,
    )
    if old is None:
        return entry
    if entry.shown == old.shown:
        return replace(entry, truoc=old.truoc, doi_ngay=old.doi_ngay)
    return replace(entry, truoc=old.shown, doi_ngay=today)


def _whole(entry: Entry, observation: Observation | None) -> Entry:
    """`entry` as it is written now: once, steps had no direction and fractions no whole."""
    if observation is None or entry.gia_tri != value_text(observation):
        return entry
    return replace(entry, gia_tri=statement_text(observation))


def _shown(entry: Entry | None) -> str:
    if entry is None:
        return "(không có)"
    return f"{entry.shown} ({entry.chuoi}, {entry.ky})"
