"""No published figure changes in silence."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from stat_index.ledgers.ledger import Published, check_ledger, ledger_findings, settle
from stat_index.ledgers.ledger_file import (
    LedgerError,
    changes_in,
    ledger_text,
    read_ledger,
    write_ledger,
)
from stat_index.registry import Registry
from tests.stat_index.making import article

SAID = "Năm 2023 mở 45 lớp, có 900 học viên."


def published(body: str, registry: Registry, id: str = "bai") -> Published:
    """An article as the ledger takes it."""
    figures = article(body, registry, id=id)
    return Published(id, "2023-12-20", figures.fingerprint, figures.observations)


def test_the_first_time_everything_is_entered(registry: Registry) -> None:
    """With the day of the article."""
    found = settle([], [published(SAID, registry)])
    assert [(e.gia_tri, e.ngay) for e in found.entries] == [
        ("900", "2023-12-20"),
        ("45", "2023-12-20"),
    ]
    assert not found.differences


def test_what_an_editor_changes_is_followed(registry: Registry) -> None:
    """The day of first appearance stays."""
    before = [
        replace(e, ngay="2020-01-01") for e in settle([], [published(SAID, registry)]).entries
    ]
    after = settle(before, [published(SAID.replace("45", "46"), registry)])
    assert {(e.gia_tri, e.ngay) for e in after.entries} == {
        ("900", "2020-01-01"),
        ("46", "2020-01-01"),
    }
    assert not after.differences


def test_a_rise_that_is_read_as_a_fall_is_a_difference(registry: Registry) -> None:
    """So is a fraction of another whole; rows from before both were noted say the same as now."""
    now = published("Năm 2023 tăng 26 lớp.", registry)
    (step,) = now.observations
    assert (step.direction, step.published) == ("up", True)
    fallen = replace(now, observations=(replace(step, direction="down"),))
    shared = replace(now, observations=(replace(step, denominator=Decimal(36)),))
    rows = settle([], [now]).entries
    assert [entry.gia_tri for entry in rows] == ["tăng 26"]
    for other, said in ((now, []), (fallen, ["giảm 26"]), (shared, ["tăng 26/36"])):
        found = settle(rows, [other]).differences
        assert [one.new.gia_tri for one in found if one.new] == said
    settled = settle([replace(entry, gia_tri="26") for entry in rows], [now])
    assert (settled.differences, settled.entries) == ((), rows)


def test_a_figure_that_comes_into_an_article_later_appears_on_that_day(
    registry: Registry,
) -> None:
    """Not on the day of an article of long ago: a feed would never tell of it."""
    first = settle([], [published(SAID, registry)], "2024-02-01").entries
    assert {e.ngay for e in first} == {"2023-12-20"}
    longer = published(f"{SAID} Có 12 đề tài khoa học.", registry)
    second = settle(first, [longer], "2024-03-01").entries
    assert {(e.gia_tri, e.ngay) for e in second} == {
        ("900", "2023-12-20"),
        ("45", "2023-12-20"),
        ("12", "2024-03-01"),
    }


def test_a_changed_value_keeps_what_stood_before_it_and_the_day(registry: Registry) -> None:
    """With its unit, through later publications, until it changes again."""
    first = settle([], [published(SAID, registry)], "2023-12-20").entries
    assert changes_in(first) == {}
    now = published(SAID.replace("45", "46"), registry)
    second = settle(first, [now], "2024-02-01").entries
    (entry,) = [e for e in second if e.gia_tri == "46"]
    assert changes_in(second) == {entry.key: ("2024-02-01", "45 lớp")}
    third = settle(second, [now], "2024-03-01").entries
    assert third == second
    again = settle(third, [published(SAID.replace("45", "47"), registry)], "2024-04-01").entries
    assert changes_in(again) == {entry.key: ("2024-04-01", "46 lớp")}


def test_an_accepted_value_keeps_what_stood_before_it(registry: Registry) -> None:
    """Only once it is accepted; until then readers still see the old one."""
    now = published(SAID, registry)
    before = settle([], [now]).entries
    one, other = now.observations
    changed = replace(one, value_min=one.value_min + 1, value_max=one.value_max + 1)
    found = settle(before, [replace(now, observations=(changed, other))], "2024-02-01")
    assert changes_in(found.entries) == {}
    ((day, old),) = changes_in(found.accepted).values()
    assert (day, old) == ("2024-02-01", "45 lớp")


def test_a_figure_that_only_moves_to_another_series_has_no_changed_value(
    registry: Registry,
) -> None:
    """Readers are told of new values, not of new names."""
    now = published(SAID, registry)
    before = settle([], [now]).entries
    one, other = now.observations
    moved = replace(one, slug="truong-a--lop-khac")
    found = settle(before, [replace(now, observations=(moved, other))], "2024-02-01")
    assert found.differences
    assert changes_in(found.accepted) == {}


def test_a_ledger_without_the_columns_of_change_is_read(tmp_path: Path, registry: Registry) -> None:
    """As one in which nothing changed yet."""
    entries = settle([], [published(SAID, registry)]).entries
    old = [line.removesuffix(",,") for line in ledger_text(entries).splitlines()]
    old[0] = old[0].removesuffix(",truoc,doi_ngay")
    path = tmp_path / "so-cai.csv"
    path.write_text("\n".join(old) + "\n", "utf-8")
    assert read_ledger(path) == list(entries)
    assert "truoc" not in path.read_text("utf-8")


def test_an_article_that_is_gone_leaves_the_ledger(registry: Registry) -> None:
    """Taking it away is an editor's change."""
    before = settle([], [published(SAID, registry)]).entries
    assert settle(before, []).entries == ()


@pytest.mark.parametrize("change", ["value", "series", "lost", "new"])
def test_what_a_rule_changes_must_be_accepted(registry: Registry, change: str) -> None:
    """The ledger keeps the old row until then, and the finding names its line."""
    now = published(SAID, registry)
    before = list(settle([], [now]).entries)
    one, other = now.observations
    changed = {
        "value": (replace(one, value_min=one.value_min + 1, value_max=one.value_max + 1), other),
        "series": (replace(one, slug="truong-a--lop-khac"), other),
        "lost": (other,),
        "new": (one, other, replace(one, id="sl-moi")),
    }[change]
    found = settle(before, [replace(now, observations=changed)])
    assert len(found.differences) == 1
    assert list(found.entries) == before
    assert found.accepted != found.entries
    assert settle(found.accepted, [replace(now, observations=changed)]).differences == ()
    (strict,) = ledger_findings(found, before, "content/so-lieu/so-cai.csv", strict=True)
    (lax,) = ledger_findings(found, before, "content/so-lieu/so-cai.csv", strict=False)
    assert (strict.severity, lax.severity) == ("error", "warning")
    assert strict.line == {"new": 1}.get(change, 3)


def test_the_file_is_sorted_and_comes_back_as_it_was(tmp_path: Path, registry: Registry) -> None:
    """Whatever order the articles come in; written only when it differs."""
    articles = [published(SAID, registry, "b"), published(SAID, registry, "a")]
    found = settle([], articles)
    path = tmp_path / "so-lieu" / "so-cai.csv"
    assert write_ledger(path, found.entries)
    assert not write_ledger(path, settle([], articles[::-1]).entries)
    assert read_ledger(path) == list(found.entries)
    assert [line.split(",")[0] for line in ledger_text(found.entries).splitlines()[1:]] == list(
        "aabb"
    )


@pytest.mark.parametrize("text", ["", "x,y\n", "bai,ma\na,b\n"])
def test_a_file_that_is_no_ledger_is_refused(tmp_path: Path, text: str) -> None:
    """Rather than overwritten."""
    path = tmp_path / "so-cai.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(LedgerError):
        read_ledger(path)
    settlement, (finding,) = check_ledger(path, "so-lieu/so-cai.csv", [], strict=False)
    assert settlement is None
    assert finding.severity == "error"
    assert finding.line == 1


def test_a_row_that_lacks_a_column_is_named_by_its_line(tmp_path: Path, registry: Registry) -> None:
    """So that it can be mended by hand."""
    path = tmp_path / "so-cai.csv"
    write_ledger(path, settle([], [published(SAID, registry)]).entries)
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([*lines[:2], lines[2].rpartition(",")[0]]), "utf-8")
    _, (finding,) = check_ledger(path, "so-lieu/so-cai.csv", [], strict=False)
    assert finding.line == 3


def test_the_check_says_what_a_publication_must_not_pass_over(
    tmp_path: Path, registry: Registry
) -> None:
    """One door for the build: settlement and findings."""
    path = tmp_path / "so-cai.csv"
    now = published(SAID, registry)
    write_ledger(path, settle([], [now]).entries)
    assert check_ledger(path, "x", [now], strict=True)[1] == []
    lost = replace(now, observations=now.observations[:1])
    (finding,) = check_ledger(path, "x", [lost], strict=True)[1]
    assert finding.severity == "error"
