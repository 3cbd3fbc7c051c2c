"""The address of a series outlives the way in which its figures are read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from stat_index.ledgers.ledger import Published, settle
from stat_index.ledgers.ledger_file import Entry
from stat_index.ledgers.moved_series import Move, move_findings, moves_between, where_they_lead
from stat_index.ledgers.moved_series_file import add_moves, read_moves
from tests.stat_index.making import CHI_TIEU, article, registry_in

DAY = "2024-02-01"


def rows(*said: str) -> list[Entry]:
    """Rows of a ledger, each `article id series period number`."""
    return [
        Entry(bai, ma, chuoi, ky, number, "", number, "2023-12-20", "x")
        for bai, ma, chuoi, ky, number in map(str.split, said)
    ]


def moved(before: Iterable[str], after: Iterable[str]) -> dict[str, str]:
    """Where each series of `before` went."""
    found = moves_between(rows(*before), rows(*after), DAY)
    assert {move.ngay for move in found} <= {DAY}
    return {move.cu: move.moi for move in found}


def test_a_name_that_enters_the_registry_takes_the_series_along(tmp_path: Path) -> None:
    """As the ledger sees it: the very figures, at another address."""
    ledgers = []
    for aliases in ("", ', "hội nghị khoa học"'):
        indicators = CHI_TIEU.replace('["tọa đàm"', f'["tọa đàm"{aliases}')
        figures = article("Năm 2023 có 12 hội nghị khoa học.", registry_in(tmp_path, indicators))
        now = Published("bai", "2023-12-20", figures.fingerprint, figures.observations)
        ledgers.append(settle([], [now]).accepted)
    (before,), (after,) = ledgers
    assert before.chuoi != after.chuoi == "truong-a--toa-dam"
    assert moves_between(*ledgers, DAY) == [Move(before.chuoi, after.chuoi, DAY)]


def test_figures_are_followed_by_their_ids_or_by_article_number_and_period() -> None:
    assert moved(["b sl-1 cu 2023 45"], ["b sl-1 moi 2023 45"]) == {"cu": "moi"}
    assert moved(["b sl-1 cu 2023 45"], ["b sl-2 moi 2023 45"]) == {"cu": "moi"}
    for other in ("c sl-2 moi 2023 45", "b sl-2 moi 2022 45", "b sl-2 moi 2023 46"):
        assert moved(["b sl-1 cu 2023 45"], [other]) == {"cu": ""}


def test_a_series_that_keeps_a_figure_keeps_its_address() -> None:
    before = ["b sl-1 cu 2022 44", "b sl-2 cu 2023 45"]
    assert moved(before, ["b sl-1 cu 2022 44", "b sl-2 moi 2023 45"]) == {}


def test_a_series_may_go_to_one_that_was_there() -> None:
    before = ["b sl-1 cu 2023 45", "b sl-2 co 2022 44"]
    assert moved(before, ["b sl-1 co 2023 45", "b sl-2 co 2022 44"]) == {"cu": "co"}


def test_an_equal_number_that_was_told_before_is_another_figure() -> None:
    """45 classes are no 45 themes, also when these have moved."""
    before = ["b sl-1 lop 2023 45", "b sl-2 de-tai 2023 45"]
    assert moved(before, ["b sl-2 de-tai 2023 45"]) == {"lop": ""}
    assert moved(before, ["b sl-2 de-tai-khoa-hoc 2023 45"]) == {
        "lop": "",
        "de-tai": "de-tai-khoa-hoc",
    }


def test_of_equal_numbers_the_addresses_tell_which_is_which() -> None:
    before = ["b sl-1 a--lop 2023 4", "b sl-2 a--de-tai 2023 4"]
    assert moved(before, ["b sl-3 a--de-tai-cap-tinh 2023 4", "b sl-4 a--lop-moi 2023 4"]) == {
        "a--lop": "a--lop-moi",
        "a--de-tai": "a--de-tai-cap-tinh",
    }
    assert moved(before, ["b sl-3 a--de-tai-cap-tinh 2023 4"]) == {
        "a--lop": "",
        "a--de-tai": "a--de-tai-cap-tinh",
    }


def test_of_several_successors_that_with_most_figures_is_taken() -> None:
    before = ["b sl-1 cu 2021 43", "b sl-2 cu 2022 44", "b sl-3 cu 2023 45"]
    after = ["b sl-1 a 2021 43", "b sl-2 moi 2022 44", "b sl-3 moi 2023 45"]
    assert moved(before, after) == {"cu": "moi"}


def test_a_way_is_followed_to_its_end() -> None:
    """Over any number of moves, in whatever order they stand."""
    moves = [Move("b", "c"), Move("a", "b"), Move("c", "d"), Move("x", "")]
    assert where_they_lead(moves, {"d"}) == {"a": "d", "b": "d", "c": "d", "x": ""}
    assert move_findings(moves, {"d"}, "x.csv") == []


def test_a_series_that_is_told_again_keeps_its_page() -> None:
    """There and back is no circle; the last row of an address holds."""
    moves = [Move("a", "b"), Move("b", "a"), Move("c", "a"), Move("c", "b")]
    assert where_they_lead(moves, {"a"}) == {"b": "a", "c": "a"}
    assert move_findings(moves, {"a"}, "x.csv") == []


def test_a_way_to_nowhere_is_told_where_it_breaks() -> None:
    moves = [Move("a", "b", line=2), Move("b", "c", line=3)]
    assert where_they_lead(moves, {"d"}) == {"a": "", "b": ""}
    (finding,) = move_findings(moves, {"d"}, "x.csv")
    assert (finding.line, finding.severity) == (3, "warning")
    assert "“c”" in finding.message


def test_a_circle_is_told_once_and_ends() -> None:
    moves = [Move("a", "b", line=2), Move("b", "c", line=3), Move("c", "b", line=4)]
    assert where_they_lead(moves, {"d"}) == {"a": "", "b": "", "c": ""}
    (finding,) = move_findings(moves, {"d"}, "x.csv")
    assert (finding.line, finding.severity) == (4, "warning")
    assert "c → b → c" in finding.message


def test_rows_are_added_and_what_stands_there_stays(tmp_path: Path) -> None:
    """Also what an editor wrote, with whole addresses and without a line's end."""
    path = tmp_path / "so-lieu/dia-chi-cu.csv"
    add_moves(path, [])
    assert not path.exists()
    add_moves(path, [Move("a", "b", DAY), Move("c", "", DAY)])
    assert path.read_text("utf-8") == f"cu,moi,ngay\na,b,{DAY}\nc,,{DAY}\n"
    written = "\ufeffcu,moi,ngay\r\n\r\n/so-lieu/a/, https://t.example/so-lieu/b--lop/ ,"
    path.write_text(written, "utf-8", newline="")
    add_moves(path, [Move("b--lop", "d", DAY)])
    assert path.read_bytes().decode().startswith(written)
    moves, findings = read_moves(path, "x.csv")
    assert (moves, findings) == ([Move("a", "b--lop"), Move("b--lop", "d", DAY)], [])
    assert [move.line for move in moves] == [3, 4]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("cu;moi;ngay\n", 1),
        ("cu,moi,ngay\na,b,\na,b\n", 3),
        ("cu,moi,ngay\nLớp,b,\n", 2),
        ("cu,moi,ngay\n,b,\n", 2),
        ("cu,moi,ngay\na,../b,\n", 2),
        ("cu,moi,ngay\na,/so-lieu/a/,\n", 2),
    ],
)
def test_a_faulty_row_is_told_with_its_line_in_both_languages(
    tmp_path: Path, text: str, line: int
) -> None:
    path = tmp_path / "x.csv"
    path.write_text(text, "utf-8")
    moves, (finding,) = read_moves(path, "x.csv")
    assert (finding.path, finding.line, finding.severity) == ("x.csv", line, "error")
    assert all(vi != en for vi, en in zip(finding.said("vi"), finding.said("en"), strict=True))
    assert len(moves) == max(line - 2, 0)


def test_a_file_of_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes("cu,moi,ngay\n".encode("utf-16"))
    assert read_moves(tmp_path / "none.csv", "x.csv") == ([], [])
    moves, (finding,) = read_moves(path, "x.csv")
    assert (moves, finding.line) == ([], 1)
