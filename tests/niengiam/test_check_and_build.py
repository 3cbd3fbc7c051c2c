"""`niengiam check` and `niengiam build` say the same, so that what was checked is built."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.rule import all_rules
from findings import Finding, Severity
from niengiam.checking import check_all
from press.build import Failed, build
from press.report import Report
from tests.desk.test_rules import HEAD, OTHER

CONTENT, SETTINGS = Path("content"), Path("pelicanconf.py")
#: What only reading or making the site finds.
READ = {
    "series": "Xem [bảng]({so-lieu}khong-co/) và [chủ]({index}).",
    "series-deep": "- Xem\n  [bảng]({so-lieu}khong-co/#nam-2023).",
    "place": "Xem [trang]({index}dinh-chin/).",
    "article": "Xem [bài]({index}2023/11/khong-co/).",
    "download": "Xem [tệp]({so-lieu}khong-co.csv).",
    "alt": "![]({static}/anh.png)",
    "broken": "![Hội trường]({static}/hong.png)",
    "mark": '[45 lớp]{kì lạ="2023"} năm nay.',
}
#: Bodies; examples of whole files may claim addresses that each other's files have.
BODIES = READ | {
    f"{rule.id}-{number}": example
    for rule in all_rules()
    if rule.rule.severity is Severity.ERROR
    for number, example in enumerate(rule.rule.bad)
    if isinstance(example, str) and len(example) < 2000
}


def errors(findings: tuple[Finding, ...]) -> set[tuple[str, int, int, str]]:
    return {(f.path, f.line, f.column, f.rule) for f in findings if f.severity is Severity.ERROR}


def errors_of_build() -> set[tuple[str, int, int, str]]:
    try:
        build(CONTENT, Path("output"), Path("cache-2"), False, SETTINGS, Report(quiet=True))
    except Failed as failure:
        return errors(failure.findings)
    return set()


@pytest.mark.parametrize("name", BODIES)
def test_an_error_of_one_is_an_error_of_the_other(name: str, desk_folder: Path) -> None:
    (CONTENT / "vi-du.md").write_text(HEAD + BODIES[name], "utf-8")
    (CONTENT / "bai.md").write_text(OTHER, "utf-8")
    (CONTENT / "hong.png").write_bytes(b"x")
    checked = check_all(CONTENT, (), SETTINGS, Path("cache"))
    assert errors(checked.findings) == errors_of_build()
    assert errors(checked.findings) or name not in READ


@pytest.mark.parametrize(
    "link", ["{so-lieu}", "{index}dinh-chinh/", "{index}2023/", "{so-lieu}nam/2023/"]
)
def test_a_link_to_a_page_that_will_be_there_is_no_error(link: str, desk_folder: Path) -> None:
    """The check finds the site's pages without making any of them."""
    (CONTENT / "vi-du.md").write_text(f"{HEAD}Xem [trang]({link}).", "utf-8")
    checked = check_all(CONTENT, (), SETTINGS, Path("cache"))
    assert errors(checked.findings) == set()
    assert not Path("output").exists()


@pytest.mark.parametrize(
    ("dead", "meant"),
    [("{so-lieu}nam/2032/", "{so-lieu}nam/2023/"), ("{index}dinh-chin/", "{index}dinh-chinh/")],
)
def test_the_page_that_was_meant_is_named(dead: str, meant: str, desk_folder: Path) -> None:
    (CONTENT / "vi-du.md").write_text(f"{HEAD}Xem [trang]({dead}).", "utf-8")
    checked = check_all(CONTENT, (), SETTINGS, Path("cache"))
    assert [f.mend for f in checked.findings if f.rule == "link-broken"] == [f"có phải {meant}?"]


def test_a_dead_link_is_told_beside_other_errors(desk_folder: Path) -> None:
    (CONTENT / "vi-du.md").write_text(
        f"{HEAD}[a]({{so-lieu}}khong-co/) và [b]({{filename}}khong-co.md)", "utf-8"
    )
    checked = check_all(CONTENT, (), SETTINGS, Path("cache"))
    assert [f.column for f in checked.findings if f.rule == "link-broken"] == [5, 32]


def test_a_check_while_a_build_holds_the_cache_still_answers(desk_folder: Path) -> None:
    from press.lock import build_lock

    with build_lock(Path("cache")):
        assert check_all(CONTENT, (), SETTINGS, Path("cache")).documents


def test_a_check_leaves_the_next_build_what_it_read(desk_folder: Path) -> None:
    """The same articles are not read twice."""
    check_all(CONTENT, (), SETTINGS, Path("cache"))
    read: list[int] = []

    class Counting(Report):
        def counted(self, items, total):  # type: ignore[no-untyped-def]
            read.append(total)
            return Report.counted(self, items, total)

    build(CONTENT, Path("output"), Path("cache"), False, SETTINGS, Counting(quiet=True))
    made = read[-1]
    assert made > 1
    assert 1 not in read


def test_a_wrong_head_hides_no_error_of_the_body(desk_folder: Path) -> None:
    """Marks, pictures and corrections are looked at with the head, in one go; questions wait."""
    head = HEAD.replace("13/11/2023", "31/02/2024\nƯu tiên: 99 lớp")
    body = '[45 lớp]{kỳ="hôm qua"} và [nhiều]{số liệu}, 350 cây xanh.\n\n![Hội trường]({static}/hong.png)\n'
    (CONTENT / "vi-du.md").write_text(head + body, "utf-8")
    (CONTENT / "hong.png").write_bytes(b"x")
    checked = check_all(CONTENT, (), SETTINGS, Path("cache"))
    told = [f for f in checked.findings if f.path == "content/vi-du.md"]
    assert [(f.rule, f.line) for f in told if f.severity is Severity.ERROR] == [
        ("date-real", 2), ("figure-mark", 3), ("figure-mark", 6), ("figure-mark", 6), ("picture-broken", 8),
    ]  # fmt: skip
    assert not [f for f in told if f.rule == "indicator-unknown"]
    assert errors(checked.findings) == errors_of_build()
