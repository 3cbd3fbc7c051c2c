"""Which rows of a table need the heading row that they stand under."""

from __future__ import annotations

from figures.tables.row_sections import sections_of


def _sections(*rows: str) -> list[str]:
    """A row in capitals heads others."""
    return sections_of(rows, [row.isupper() for row in rows])


def test_a_label_that_comes_again_elsewhere_needs_its_section() -> None:
    assert _sections("I. LÚA", "1. Diện tích", "Giống", "II. NGÔ", "2. Diện tích") == [
        "", "LÚA", "", "", "NGÔ",
    ]  # fmt: skip


def test_a_label_above_all_sections_is_another_than_one_below() -> None:
    assert _sections("Diện tích", "I. LÚA", "Diện tích", "Sản lượng") == ["", "", "LÚA", ""]


def test_a_label_that_comes_again_in_its_own_section_is_left_alone() -> None:
    assert _sections("LÚA", "Diện tích", "Diện tích") == ["", "", ""]


def test_times_head_rows_as_times() -> None:
    assert _sections("QUÝ I", "Diện tích", "QUÝ II", "Diện tích") == ["", "", "", ""]
