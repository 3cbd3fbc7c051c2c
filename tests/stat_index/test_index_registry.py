"""The registry knows names, never guesses, and says what is wrong in its files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from stat_index.model import Indicator
from stat_index.registry import Registry, build_registry
from stat_index.registry_file import load_registry
from stat_index.series import series_unit
from tests.stat_index.making import registry_in

KNOWN = [
    (("lớp", None, "lớp"), "lop"),
    (("Tổng số lớp", None, None), "lop"),
    (("học viên", None, "học viên"), "hoc-vien"),
    (("học viên", None, "lượt"), "luot-hoc-vien"),
    (("lượt học viên", None, "lượt"), "luot-hoc-vien"),
    (("đề tài", "cấp trường", "đề tài"), "de-tai"),
    (("đề tài khoa học", "cấp tỉnh", None), "de-tai"),
    (("toạ đàm", None, None), "toa-dam"),
    (("TỌA ĐÀM", None, None), "toa-dam"),
]


@pytest.mark.parametrize(("words", "expected"), KNOWN)
def test_a_known_name_leads_to_its_entry(
    registry: Registry, words: tuple[str, str | None, str | None], expected: str
) -> None:
    """Aliases, levels, units, case and the placement of tones."""
    assert registry.indicator(*words).id == expected


def test_the_longest_name_that_fits_wins(tmp_path: Path) -> None:
    """With its level before without, with its unit before alone."""
    names = {"de-tai": "đề tài", "de-tai-tinh": "đề tài cấp tỉnh", "luot": "lượt đề tài"}
    indicators = "\n".join(f'[{id}]\nlabel = "{name}"' for id, name in names.items())
    known = registry_in(tmp_path, indicators)
    for level, unit, found in (
        (None, None, "de-tai"),
        ("cấp tỉnh", None, "de-tai-tinh"),
        ("cấp trường", None, "de-tai"),
        (None, "lượt", "luot"),
    ):
        assert known.indicator("đề tài", level, unit).id == found


def test_a_unit_that_names_the_thing_is_no_other_measure(registry: Registry) -> None:
    """900 lượt of *lượt học viên* are in the unit of the entry; a rate of it is not."""
    known = registry.indicators["luot-hoc-vien"]
    entry = replace(known, unit="lượt học viên", aliases=("lượt học viên",))
    assert [series_unit(u, entry) for u in ("lượt", "", None, "%")] == ["lượt học viên"] * 3 + ["%"]
    assert series_unit("lượt", replace(entry, label="Học viên", aliases=())) == "lượt"


@pytest.mark.parametrize("phrase", ["đề tài", "lớp cao cấp", "học viên giỏi", "hội thảo"])
def test_an_unknown_name_keeps_its_own(registry: Registry, phrase: str) -> None:
    """`đề tài` without a level is not `đề tài khoa học`; `lớp cao cấp` is not `lớp`."""
    found = registry.indicator(phrase, None, None)
    assert not found.registered
    assert found.label.lower() == phrase


def test_names_that_fold_alike_have_different_ids(registry: Registry) -> None:
    """`mẫu` and `máu` must not share an address."""
    ids = {registry.indicator(phrase, None, None).id for phrase in ("đơn vị mẫu", "đơn vị máu")}
    assert len(ids) == 2


def test_the_nearest_entry_is_only_suggested(registry: Registry) -> None:
    """A typing slip finds its neighbour."""
    near = registry.nearest_indicator("lớp trung câp")
    assert near is not None
    assert near.id == "lop-trung-cap"


def test_what_only_sounds_alike_is_not_suggested(tmp_path: Path) -> None:
    """An editor who took the advice would put two things into one row."""
    known = registry_in(tmp_path, '[hoi-thao]\nlabel = "Hội thảo"')
    assert known.nearest_indicator("hội thao") is known.indicators["hoi-thao"]
    assert known.nearest_indicator("hội nghị") is None


@pytest.mark.parametrize(
    ("written", "suggested"),
    [
        ("cán bộ, giảng viên", None),
        ("cán bộ, đảng viên", None),
        ("học viên các lớp", None),
        ("lượt cán bộ, đảng viên mới", "luot-hoc-vien"),
        ("lượt cán bo, đảng viênn", "luot-hoc-vien"),
    ],
)
def test_only_what_may_be_meant_is_suggested(written: str, suggested: str | None) -> None:
    """One noun in front, turns are no people, and not both names say what the other does not."""
    entry = Indicator("luot-hoc-vien", "Lượt học viên", aliases=("lượt cán bộ, đảng viên",))
    near = build_registry([entry], []).nearest_indicator(written)
    assert (near.id if near else None) == suggested


def test_organisations_are_found_by_id_name_and_alias(registry: Registry) -> None:
    """All three ways; an unknown one stands under its own name."""
    ids = [registry.organisation(n).id for n in ("truong-a", "Trường Chính trị A", "TRƯỜNG A")]
    assert ids == ["truong-a"] * 3
    assert registry.organisation("Trường Xa").name == "Trường Xa"
    assert registry.organisation(None).id == "chua-ro-don-vi"


def test_a_missing_registry_is_an_empty_one(tmp_path: Path) -> None:
    """A content folder without registry builds too."""
    registry, findings = load_registry(tmp_path / "so-lieu")
    assert findings == []
    assert not registry.indicators


WRONG = [
    ('[Lop]\nlabel = "Lớp"\n', 1, "Lop"),
    ('[lop]\nunit = "lớp"\n', 1, "thiếu"),
    ('[lop]\nlabel = "Lớp"\nalias = ["x"]\n', 3, "aliases"),
    ('[lop]\nlabel = "Lớp"\naliases = "x"\n', 3, "sai kiểu"),
    ('[lop]\nlabel = "Lớp"\nplausible = [9, 1]\n', 3, "tăng dần"),
    ('[lop]\nlabel = "Lớp"\n\n[lop-hoc]\nlabel = "lớp"\n', 4, "đã thuộc về"),
    ('[lop]\nlabel = "Lớp\n', 2, "TOML"),
]


@pytest.mark.parametrize(("text", "line", "word"), WRONG)
def test_a_mistake_in_the_file_is_said_with_its_line(
    tmp_path: Path, text: str, line: int, word: str
) -> None:
    """Place, what was found, what to write."""
    (tmp_path / "chi-tieu.toml").write_text(text, "utf-8")
    _, findings = load_registry(tmp_path, "content/so-lieu")
    assert findings
    assert findings[0].path == "content/so-lieu/chi-tieu.toml"
    assert findings[0].line == line
    assert word in str(findings[0])
