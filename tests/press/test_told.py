"""What a build has to say is counted at once and fetched only to be read: nothing of it is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findings import Finding, Severity, sort_findings
from press.archive.told import Told, count_of, told_json
from press.cache.store import Damaged, Store

_findings = st.builds(
    Finding,
    path=st.sampled_from(["a.md", "b.md", "c.md"]),
    line=st.integers(1, 3),
    column=st.just(1),
    rule=st.sampled_from(["quotes", "spaces", "figure-unsure"]),
    message=st.sampled_from(["x", "y"]),
    mend=st.just(""),
    severity=st.sampled_from(list(Severity)),
)


def _told(site: list[Finding], kept: list[Finding]) -> Told:
    """All of `kept` lies in a store, by its file."""
    store = Store(None, "")
    paths = {path: path for path in ("a.md", "b.md", "c.md")}
    by_path = {path: [f for f in kept if f.path == path] for path in paths}
    store.put("told", [(path, told_json(found)) for path, found in by_path.items()])
    return Told(
        site, {path: count_of(sort_findings(f)) for path, f in by_path.items()}, paths, store
    )


@given(st.lists(_findings, max_size=6, unique=True), st.lists(_findings, max_size=12, unique=True))
def test_everything_is_told_once_in_reading_order(site: list[Finding], kept: list[Finding]) -> None:
    told = _told(site, kept)
    assert list(told) == sort_findings([*site, *kept])
    for path in ("a.md", "b.md", "d.md"):
        assert told.of(path) == [f for f in sort_findings([*site, *kept]) if f.path == path]


@given(
    st.lists(_findings, max_size=4, unique=True),
    st.lists(_findings, max_size=12, unique=True),
    st.integers(1, 3),
)
def test_the_first_warnings_of_each_rule_are_shown_and_the_rest_counted(
    site: list[Finding], kept: list[Finding], limit: int
) -> None:
    site = [finding for finding in site if finding not in kept]
    shown, left = _told(site, kept).warnings(limit)
    warnings = [f for f in sort_findings([*site, *kept]) if f.severity is Severity.WARNING]
    for rule in ("quotes", "spaces", "figure-unsure"):
        of_rule = [f for f in warnings if f.rule == rule]
        assert [f for f in shown if f.rule == rule] == of_rule[:limit]
        assert left.get(rule, 0) == max(0, len(of_rule) - limit)


@given(st.lists(_findings, max_size=4, unique=True), st.lists(_findings, max_size=8, unique=True))
def test_errors_are_counted(site: list[Finding], kept: list[Finding]) -> None:
    wrong = [f for f in site if f.severity is Severity.ERROR]
    wrong += [f for f in kept if f.severity is Severity.ERROR]
    assert _told(site, kept).errors == len(wrong)


def test_what_is_missing_from_the_store_is_noticed(tmp_path: Path) -> None:
    one = Finding("a.md", 1, 1, "quotes", "x", "", Severity.WARNING)
    told = Told([], {"a.md": count_of([one])}, {"a.md": "a.md"}, Store(tmp_path, ""))
    with pytest.raises(Damaged):
        list(told)
