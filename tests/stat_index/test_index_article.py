"""An article's figures: permanent ids, links to their rows, and a text that stays the same."""

from __future__ import annotations

import gc
import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from figures import Block, Figure, Reading
from stat_index.article import ArticleContext, read
from stat_index.corrections import Correction
from stat_index.html import annotate
from stat_index.html.locate import Locator, figure_column
from stat_index.marking import marked
from stat_index.marking.references import names_figure
from stat_index.pages.article_rows import article_rows
from stat_index.registry import Registry
from tests.busy import examples
from tests.stat_index.making import article, html_of

SAID = "Năm 2023 mở 45 lớp với trên 3 nghìn học viên. Có 50 đề tài khoa học cấp trường."


def text_of(html: str) -> str:
    """What a reader reads."""
    return BeautifulSoup(html, "lxml").get_text()


def test_each_figure_is_data_with_a_link_to_its_row(registry: Registry) -> None:
    """`value` is for programs, the link for readers."""
    html = article(SAID, registry).html
    soup = BeautifulSoup(html, "lxml")
    found = {tag["value"]: tag.a["href"] for tag in soup.find_all("data") if tag.a}
    assert set(found) == {"45", "3000", "50"}
    for tag in soup.find_all("data"):
        assert re.fullmatch(r"\{so-lieu\}truong-a--[a-z-]+/#" + tag["id"], tag.a["href"])


def test_an_id_depends_on_what_is_said_not_on_where(registry: Registry) -> None:
    """Sentences before it and a corrected value leave it alone."""
    ids = [o.id for o in article(SAID, registry).observations]
    longer = article(f"Trời đẹp.\n\n{SAID.replace('45', '46')}", registry).observations
    assert [o.id for o in longer] == ids
    assert [o.id for o in article(SAID, registry, id="khac").observations] != ids


def test_said_twice_has_two_ids(registry: Registry) -> None:
    """Every id is unique in its page."""
    found = article(f"{SAID}\n\n{SAID}", registry).observations
    assert len({o.id for o in found}) == len(found)
    assert found[3].id == f"{found[0].id}-2"


def test_the_sentence_of_a_figure_can_light_up_without_script(registry: Registry) -> None:
    """Each figure lies in a span that holds exactly its sentence."""
    soup = BeautifulSoup(article(SAID, registry).html, "lxml")
    sentences = [span.get_text() for span in soup.select("span.sl-cau:has(data)")]
    assert sentences == [f"{s}." for s in SAID.rstrip(".").split(". ")]


def test_reading_leaves_nothing_for_the_garbage_collector(registry: Registry) -> None:
    """Ten thousand articles left a million objects that only a pause of half a second found."""
    html = html_of(f"{SAID}\n\n| Năm | Lớp |\n|---|---|\n| 2021 | 44 |\n| 2022 | 48 |")

    def read_again() -> None:
        read(html, ArticleContext("a", "Tổng kết năm 2023", body="Mở 45 lớp."), registry)

    read_again()
    gc.collect()
    gc.disable()
    try:
        read_again()
        assert gc.collect() == 0
    finally:
        gc.enable()


INLINE = [
    "Mở **45** lớp.",
    "Mở **45 lớp** mới.",
    "Có *trên 3* **nghìn** học viên.",
    "Mở [45 lớp](http://x.example/) mới.",
    "Mở 4**5 lớp**.",
    "Mở [**45** lớp mới](http://x.example/).",
    "**Năm 2023 mở 45 lớp. Có 50 đề tài khoa học cấp trường.**",
    "Năm 2023 *mở 45 lớp. Có 50* đề tài khoa học cấp trường.",
    "Mở 45 lớp &amp; 50 đề tài cấp tỉnh &lt;mới&gt;.",
]


@pytest.mark.parametrize("body", INLINE)
def test_inline_elements_around_and_inside_a_figure_are_kept(registry: Registry, body: str) -> None:
    """The text and the elements stay; no link lies in a link; the value is in the element."""
    before = BeautifulSoup(html_of(body), "lxml")
    figures = article(body, registry)
    after = BeautifulSoup(figures.html, "lxml")
    assert after.get_text().strip() == before.get_text().strip()
    for name in ("strong", "em"):
        assert len(after.find_all(name)) >= len(before.find_all(name))
    assert not after.select("a a")
    published = [o for o in figures.observations if o.published]
    assert published
    for observation in published:
        tag = after.find(id=observation.id)
        assert tag is not None
        assert observation.as_written in tag.get_text()


def test_a_page_without_figures_comes_back_as_it_was(registry: Registry) -> None:
    """Byte for byte."""
    body = "Không có gì <br> để &nbsp; đếm."
    assert article(body, registry).html == html_of(body)


def test_pictures_beside_a_figure_keep_their_structure(registry: Registry) -> None:
    """`source` and `wbr` are void: nothing may end up inside them."""
    picture = (
        '<figure><picture><source srcset="a.webp" title="a > b"><source srcset="b.avif">'
        '<img alt="x" src="a.jpg"></picture><figcaption>Ảnh<wbr>:</figcaption></figure>'
    )
    html = article(f"{picture}\n\nNăm 2023 mở 45 lớp.", registry).html
    assert "</source>" not in html
    assert "</wbr>" not in html
    picture_tag = BeautifulSoup(html, "html.parser").find("picture")
    assert picture_tag is not None
    assert [tag.name for tag in picture_tag.find_all(recursive=False)] == [
        "source",
        "source",
        "img",
    ]


def test_what_is_unsure_is_asked_and_not_published(
    registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The question has the line; the page shows the number as plain text."""
    _unsure(monkeypatch)
    figures = article(f"Một.\n\n{SAID}", registry, body_line=5)
    assert all(not o.published for o in figures.observations)
    assert "<data" not in figures.html
    assert {f.severity for f in figures.findings} == {"question"}
    assert {f.line for f in figures.findings} == {7}


def test_in_preview_a_question_is_seen_in_the_text(
    registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Marked, not linked."""
    _unsure(monkeypatch)
    html = article(SAID, registry, show_questions=True).html
    assert 'class="sl sl-hoi"' in html
    assert "{so-lieu}" not in html


def test_an_article_that_contradicts_itself_is_asked_about(registry: Registry) -> None:
    """Neither value is published; a mark decides."""
    two = "Năm 2023 mở 45 lớp. Năm 2023 mở 50 lớp."
    assert [o.published for o in article(two, registry).observations] == [False, False]
    chosen = article(two.replace("50 lớp", "[50 lớp]{số liệu}"), registry).observations
    assert [o.value_min for o in chosen if o.published] == [50]


def test_a_hedged_repeat_contradicts_nothing(registry: Registry) -> None:
    """`hơn 40 lớp` agrees with `45 lớp`."""
    found = article("Năm 2023 mở 45 lớp. Năm 2023 mở hơn 40 lớp.", registry).observations
    assert [o.published for o in found] == [True, True]


def test_a_value_beyond_the_plausible_range_is_asked_about(registry: Registry) -> None:
    """The registry says at most 2000 classes."""
    (found,) = article("Năm 2023 mở 45.000 lớp.", registry).observations
    assert not found.published
    assert "khoảng hợp lý" in found.question


REPORT = """Năm 2024 mở 42 lớp. Năm 2025 mở 46 lớp, có 12 giảng viên.

## Phương hướng năm 2026

Phấn đấu mở 50 lớp.

| Nội dung | 2023 | 2025 |
|---|--:|--:|
| Học viên | 2.900 | 3.120 |
"""


def test_a_year_that_the_article_names_beside_its_heads_is_asked_about(registry: Registry) -> None:
    """Neither last year's result nor next year's target becomes one of the head's year in silence."""
    found = article(REPORT, registry, period="2025", title="Báo cáo năm 2026")
    assert [(o.as_written, o.published) for o in found.observations] == [
        ("42", False), ("46", True), ("12", True), ("50", False), ("2.900", False), ("3.120", True),
    ]  # fmt: skip
    (asked,) = [
        f for f in found.findings if f.severity == "question" and f.rule != "indicator-unknown"
    ]
    assert (asked.rule, asked.line) == ("figure-period", 1)
    assert "3 con số" in asked.message
    assert '[42]{kỳ="2024"}' in asked.mend


@pytest.mark.parametrize(
    ("body", "period"),
    [
        ("Năm 2024 mở [42 lớp]{số liệu}.", "2025"),
        ('::: số liệu kỳ="2024"\nNăm 2024 mở 42 lớp.\n:::', "2025"),
        ("Năm học 2024-2025 mở 42 lớp.", "2025-09"),
        ("Mở 42 lớp, tăng 5% so với năm 2024.", "2025"),
    ],
)
def test_the_heads_period_stands_where_the_editor_or_the_words_agree(
    registry: Registry, body: str, period: str
) -> None:
    """A mark has been set on purpose, a longer time holds a shorter one, a base is no period."""
    found = article(body, registry, period=period, day="2025-12-20")
    assert all(o.published for o in found.observations)
    assert not found.findings


@pytest.mark.parametrize(
    ("body", "organisation", "line", "like"),
    [
        ("Năm 2023 mở 45 lớp, 50 đề tài khoa học.", "Truong chinh tri a", 3, "Trường Chính trị A"),
        ("Năm 2023 mở 45 lớp.", "trường-mãu", 3, "Trường Mẫu"),
        ('Trời đẹp.\n\nNăm 2023 mở [45 lớp]{đơn vị="Trường Máu"}.', "truong-a", 12, "Trường Mẫu"),
        ('Năm 2023 có [5 đề tài khoa học]{cấp="cấp tĩnh"}.', "truong-a", 10, "cấp tỉnh"),
    ],
)
def test_a_name_almost_like_a_known_one_is_told_once(
    registry: Registry, body: str, organisation: str, line: int, like: str
) -> None:
    """Where it is written: in the head, or at the mark. It would be an organisation of its own."""
    known = {"organisation": organisation, "organisation_line": 3, "body_line": 10}
    findings = article(body, registry, **known).findings
    (told,) = [f for f in findings if f.rule == "name-alike"]
    assert (told.severity, told.line) == ("warning", line)
    assert f"“{like}”" in told.mend


@pytest.mark.parametrize("organisation", ["truong-a", "TRƯỜNG MẪU", "Trường Chính trị B", ""])
def test_a_known_or_a_new_name_is_not_doubted(registry: Registry, organisation: str) -> None:
    """Not every organisation has an entry."""
    body = "Năm 2023 mở 45 lớp, có 50 đề tài khoa học cấp tỉnh."
    findings = article(body, registry, organisation=organisation).findings
    assert "name-alike" not in {f.rule for f in findings}


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("45", True),
        ("45 lớp", True),
        ("45 LỚP", True),
        ("45 lớp học", True),
        ("4", False),
        ("45 học viên", False),
        ("lớp", False),
        ("45 lớ", False),
    ],
)
def test_a_figure_is_named_by_its_number_with_its_noun_or_alone(
    registry: Registry, words: str, named: bool
) -> None:
    """Any of the registry's names, as far as it is written; whole words only."""
    (found,) = article("Năm 2023 mở 45 lớp.", registry).observations
    assert names_figure(words, found) is named
    assert names_figure(found.id, found)


@pytest.mark.parametrize(("number", "published"), [("0", 1), ("2.000", 1), ("2.001", 0)])
def test_the_ends_of_the_plausible_range_are_plausible(
    registry: Registry, number: str, published: int
) -> None:
    """`plausible = [0, 2000]` holds both."""
    found = article(f"Năm 2023 mở {number} lớp.", registry).observations
    assert [o.published for o in found] == [bool(published)]


def test_a_number_is_found_where_it_stands_by_itself() -> None:
    """Not within another one, before or behind its dots and commas."""
    body = "Có 1.250 lớp,\n98,250 triệu,\n2500 suất,\n250 học viên và\n250 giảng viên."
    locator = Locator(body, 10)
    assert [locator.number("250") for _ in range(3)] == [13, 14, 14]


TABLE = "| Loại | Số lớp |\n|---|--:|\n| Trung cấp | 14 |\n| Bồi dưỡng | 25 |\n| Tổng cộng | {} |\n"


def test_a_table_whose_total_is_not_its_sum_is_asked_about(registry: Registry) -> None:
    """With both numbers; a right sum is not."""
    rules = [f.rule for f in article(TABLE.format(39), registry).findings]
    assert "table-total" not in rules
    asked = [f for f in article(TABLE.format(41), registry).findings if f.rule == "table-total"]
    assert [(f.severity, f.line) for f in asked] == [("question", 5)]
    assert "41" in asked[0].message
    assert "39" in asked[0].message


def test_what_is_numbered_under_a_row_is_in_its_sum_already(registry: Registry) -> None:
    """And a total that counts things of its own sums up nothing but them."""
    body = (
        "| TT | Loại | Số lớp |\n|---|---|--:|\n| 1 | Trung cấp | 14 |\n| 2 | Bồi dưỡng | 25 |\n"
        "| 2.1 | Ngắn hạn | 20 |\n| 2.2 | Dài hạn | 5 |\n| | Tổng cộng | {} |\n"
    )
    rules = [f.rule for f in article(body.format(39), registry).findings]
    assert "table-total" not in rules
    asked = [f for f in article(body.format(41), registry).findings if f.rule == "table-total"]
    assert "39" in asked[0].message
    own = "| Nội dung | 2023 |\n|---|--:|\n| Tổng số đoàn viên | 900 |\n| Kết nạp | 30 |\n| Ra khỏi | 8 |\n"
    assert "table-total" not in {f.rule for f in article(own, registry).findings}


def test_a_total_of_one_row_is_no_sum(registry: Registry) -> None:
    """The other rows may be left out on purpose."""
    one = "| Loại | Số lớp |\n|---|--:|\n| Trung cấp | 14 |\n| Tổng cộng | 41 |\n"
    assert "table-total" not in {f.rule for f in article(one, registry).findings}


def test_a_cell_keeps_the_name_of_its_row(registry: Registry) -> None:
    """`Số lớp` in the row `Trung cấp` is `lớp trung cấp`; the total is `lớp`."""
    found = article(TABLE.format(39), registry).observations
    assert [o.indicator.id for o in found][0::2] == ["lop-trung-cap", "lop"]
    (said,) = article("Năm 2023 mở 14 lớp trung cấp.", registry).observations
    assert said.indicator.id == "lop-trung-cap"


def test_a_programme_is_told_by_what_its_column_counts(registry: Registry) -> None:
    """Classes and learners of one row are two series, as are those of two rows."""
    table = (
        "| Loại | Số lớp | Số học viên |\n|---|--:|--:|\n"
        "| Trung cấp lý luận chính trị | 14 | 980 |\n| Bồi dưỡng đại biểu HĐND | 9 | 412 |\n"
    )
    ids = [o.indicator.id.rpartition("-")[0] for o in article(table, registry).observations]
    assert ids == [
        "lop-trung-cap-ly-luan-chinh-tri",
        "hoc-vien-trung-cap-ly-luan-chinh-tri",
        "lop-boi-duong-dai-bieu-hdnd",
        "hoc-vien-boi-duong-dai-bieu-hdnd",
    ]


def test_a_crop_keeps_the_name_of_what_its_column_measures(registry: Registry) -> None:
    """`Diện tích (ha)` in the row `Lúa` is `diện tích lúa`, another series than its `Sản lượng (tấn)`."""
    crops = "| Cây | Diện tích (ha) | Sản lượng (tấn) |\n|---|--:|--:|\n| Lúa | 142 | 823 |\n"
    found = article(crops, registry).observations
    assert [o.indicator.label for o in found] == ["Diện tích lúa", "Sản lượng lúa"]


def test_a_correction_finds_its_figure(registry: Registry) -> None:
    """By number and noun, or by id."""
    note = Correction("45 lớp", "54", "", "", "gõ nhầm", "2024-01-05")
    found = article(SAID, registry, corrections=[note]).observations
    assert [o.correction for o in found] == [note, None, None]
    by_id = Correction(found[2].id, "5", date="2024-01-05")
    again = article(SAID, registry, corrections=[by_id]).observations
    assert again[2].correction == by_id


@pytest.mark.parametrize(
    "known",
    [{"corrections": [Correction("46 lớp", "54", line=4)]}, {"prefer": ["46"], "prefer_line": 4}],
)
def test_front_matter_that_names_a_figure_which_is_not_there_is_an_error(
    registry: Registry, known: dict[str, object]
) -> None:
    """With the line of the entry."""
    (finding,) = article(SAID, registry, **known).findings
    assert (finding.severity, finding.line) == ("error", 4)


def test_the_fingerprint_changes_with_the_editor_and_not_with_the_registry(
    registry: Registry,
) -> None:
    """The ledger tells one from the other by it."""
    mine = article(SAID, registry).fingerprint
    assert article(SAID, Registry()).fingerprint == mine
    assert article(f"{SAID} ", registry).fingerprint != mine
    assert article(SAID, registry, period="2022").fingerprint != mine


def _unsure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes the figures room unsure of everything."""
    real = marked.read_blocks

    def read(*args: object) -> list[Reading]:
        from dataclasses import replace

        return [
            Reading(tuple(replace(f, confidence=0.5) for f in r.figures), r.refusals)
            for r in real(*args)  # type: ignore[arg-type]
        ]

    monkeypatch.setattr(marked, "read_blocks", read)


NUMBERS = re.compile(r"\d+")
PIECES = st.sampled_from(
    ["45 lớp", "**3** đề tài", "[7 lớp](http://x.example/)", "*và 8", "9* hội thảo", "`5`",
     ". ", "\n\n", " năm ", "<b>1", "2</b>", "&amp;", "\n- ", "| 4 |", "“10”", "<br>", "0"]
)  # fmt: skip


def _every_number(blocks: list[Block], *_: object) -> list[Reading]:
    """A stand-in for the engine that takes every run of digits for a figure."""
    from decimal import Decimal

    def figure(start: int, end: int, text: str) -> Figure:
        return Figure(
            start, end, text, Decimal(text), Decimal(text), "exact", "lớp", "after", None, "lớp",
            "2023", "stated", "result", None, None, None, None, None, "all", 1.0,
        )  # fmt: skip

    return [
        Reading(tuple(figure(m.start(), m.end(), m[0]) for m in NUMBERS.finditer(b.text)), ())
        for b in blocks
    ]


@settings(
    max_examples=examples(150),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(pieces=st.lists(PIECES, max_size=14))
def test_whatever_the_markup_no_figure_is_lost_doubled_or_moved(
    registry: Registry, pieces: list[str]
) -> None:
    """The text stays, ids are unique, each figure's element holds its number.

    Tags that are written into a text at once are those that would be put around its parts.
    """
    body = "".join(pieces)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(marked, "read_blocks", _every_number)
        figures = article(body, registry, show_questions=True)
        patch.setattr(annotate, "_is_plain", lambda *_: False)
        assert figures.html == article(body, registry, show_questions=True).html
    before = text_of(html_of(body))
    after = BeautifulSoup(figures.html, "lxml")
    assert after.get_text().split() == before.split()
    ids = [tag["id"] for tag in after.find_all("data")]
    assert sorted(ids) == sorted(o.id for o in figures.observations)
    assert len(set(ids)) == len(ids)
    for observation in figures.observations:
        tag = after.find(id=observation.id)
        assert tag is not None
        assert observation.as_written in tag.get_text()
    assert not after.select("a a")


def test_a_paragraph_of_hundreds_of_figures_is_refused_with_its_line(registry: Registry) -> None:
    """Each would keep the whole of it as its sentence."""
    crowd = article("Năm 2023 có 45 lớp. " + "Khoa mở 12 lớp, " * 501, registry)
    [finding] = crowd.findings
    assert (finding.rule, finding.severity) == ("figure-crowd", "error")
    assert not crowd.observations


def test_a_question_points_at_the_number(registry: Registry) -> None:
    body = "Trường có thư viện.\n\nTrong năm 2023, trường trồng 350 cây xanh."
    [asked] = article(body, registry, body_line=7).findings
    assert (asked.rule, asked.line, asked.column) == ("indicator-unknown", 9, 30)


def test_a_question_says_the_unit_that_was_read(registry: Registry) -> None:
    """Ninety-nine is asked about as a share, not as a number of people."""
    [asked] = article("Phấn đấu tỷ lệ tốt nghiệp trên 99%.", registry).findings
    assert "“99” được đọc là trên 99% (tỷ lệ tốt nghiệp" in str(asked.message)


def test_a_question_points_at_the_right_one_of_equal_numbers(registry: Registry) -> None:
    """Not at a digit of the year, nor at the same number of another clause."""
    body = "Năm 2022, trường trồng 12 cây xanh, 12 cây hoa, 2 cây đào."
    said = article(body, registry).observations
    assert [body[figure_column(one, body, 0) - 1 :].split(",")[0] for one in said] == [
        "12 cây xanh",
        "12 cây hoa",
        "2 cây đào.",
    ]


def test_unknown_indicators_of_an_article_are_asked_about_once(registry: Registry) -> None:
    """All in one question, each with its line; those that an entry may mean with that entry."""
    body = "Năm 2022, trường trồng 12 cây xanh, 13 cây hoa.\n\nNăm 2022, trường mở 9 lớp trung câp."
    [asked] = article(body, registry, body_line=7).findings
    assert (asked.rule, asked.line, asked.column) == ("indicator-unknown", 7, 24)
    assert "3 chỉ tiêu" in asked.message
    assert "“cây xanh” (dòng 7), “cây hoa” (dòng 7), “lớp trung câp” (dòng 9)" in asked.message
    assert "“lớp trung câp” vào aliases của [lop-trung-cap]" in asked.mend
    many = "Năm 2022, trường có " + ", ".join(
        f"{n + 10} cây loại{'abcdefghij'[n]}" for n in range(10)
    )
    [asked] = article(f"{many}.", registry).findings
    assert "10 chỉ tiêu" in asked.message
    assert "2 chỉ tiêu nữa" in asked.message


def test_the_corner_of_a_table_gives_its_cells_their_period(registry: Registry) -> None:
    """An article of 2023 that looks back on 2021 in a table."""
    body = "| Năm 2021 | Số lượng |\n|---|--:|\n| Lớp | 25 |\n| Học viên | 900 |\n"
    said = article(body, registry, title="Nhìn lại").observations
    assert {(o.as_written, o.period) for o in said} == {("25", "2021"), ("900", "2021")}


def _whose(body: str, registry: Registry, **context: str) -> list[tuple[str, str, str, str]]:
    """Organisation, number, name and kind of each figure."""
    said = article(body, registry, **context).observations
    return [(o.organisation.name, o.as_written, o.phrase, o.kind) for o in said]


def test_a_row_of_a_place_or_body_has_its_own_figures(registry: Registry) -> None:
    """The sum of all rows is the article's; a part of a body and a lone name are part of the name."""
    body = (
        "| Xã | Số hộ | Rừng trồng (ha) |\n|---|--:|--:|\n| Đông Lĩnh | 206 | 742,5 |\n"
        "| Nà Mạ | 341 | 188 |\n| Tổng cộng | 547 | 930,5 |\n\n"
        "| Khoa | Số lớp |\n|---|--:|\n| Toán | 12 |\n\n"
        "| Nơi mở | Số lớp |\n|---|--:|\n| Đông Lĩnh | 7 |\n"
    )
    assert _whose(body, registry, organisation="truong-mau") == [
        ("Đông Lĩnh", "206", "Số hộ", "result"),
        ("Đông Lĩnh", "742,5", "Rừng trồng", "result"),
        ("Nà Mạ", "341", "Số hộ", "result"),
        ("Nà Mạ", "188", "Rừng trồng", "result"),
        ("Trường Mẫu", "547", "Số hộ", "result"),
        ("Trường Mẫu", "930,5", "Rừng trồng", "result"),
        ("Trường Mẫu", "12", "lớp toán", "result"),
        ("Trường Mẫu", "7", "lớp Đông Lĩnh", "result"),
    ]


def test_an_item_of_a_place_has_its_own_figures(registry: Registry) -> None:
    """As a row has: three communes are no three values of one series."""
    body = (
        "Năm 2023, tổng đàn trâu toàn huyện là 2.105 con, chia theo xã:\n\n"
        "- Xã Tả Van: 1.260 con\n- Xã Bản Mế: 845 con\n\n"
        "Số lớp đã mở theo khoa:\n\n- Khoa Toán: 12\n- Khoa Văn: 15\n"
    )
    said = article(body, registry).observations
    assert [(o.organisation.name, o.as_written, o.phrase, o.kind) for o in said] == [
        ("Trường Chính trị A", "2.105", "tổng đàn trâu", "result"),
        ("Xã Tả Van", "1.260", "tổng đàn trâu", "result"),
        ("Xã Bản Mế", "845", "tổng đàn trâu", "result"),
        ("Trường Chính trị A", "12", "Số lớp đã mở: Khoa Toán", "result"),
        ("Trường Chính trị A", "15", "Số lớp đã mở: Khoa Văn", "result"),
    ]


def test_rows_of_groups_have_their_figures_apart(registry: Registry) -> None:
    """Two groups with the same rows are no two values of one series; their sum is the article's."""
    body = (
        "| Địa bàn | Nội dung | Năm 2023 |\n|---|---|--:|\n| Thị trấn Na Mạ | Số vụ | 4 |\n"
        "| | Số người chết | 1 |\n| Các xã | Số vụ | 12 |\n| | Số người chết | 4 |\n"
        "| Toàn huyện | Số vụ | 16 |\n| | Số người chết | 5 |\n"
    )
    said = article(body, registry).observations
    assert [(o.organisation.name, o.as_written, o.phrase) for o in said] == [
        ("Thị trấn Na Mạ", "4", "Số vụ"),
        ("Thị trấn Na Mạ", "1", "Số người chết"),
        ("Trường Chính trị A", "12", "Số vụ: Các xã"),
        ("Trường Chính trị A", "4", "Số người chết: Các xã"),
        ("Trường Chính trị A", "16", "Số vụ"),
        ("Trường Chính trị A", "5", "Số người chết"),
    ]


def test_a_part_of_a_place_s_own_number_is_named_after_it(registry: Registry) -> None:
    """As in the row of the total: one series, which the places' lines and the sum share."""
    body = (
        "| Xã | Số học viên | Trong đó nữ |\n|---|--:|--:|\n| Đông Lĩnh | 206 | 90 |\n"
        "| Nà Mạ | 341 | 120 |\n| Tổng cộng | 547 | 210 |\n"
    )
    said = article(body, registry).observations
    places = [(o.organisation.name, o.as_written, o.indicator.label, o.kind) for o in said]
    assert places == [
        ("Đông Lĩnh", "206", "Học viên", "result"),
        ("Đông Lĩnh", "90", "Học viên: nữ", "breakdown"),
        ("Nà Mạ", "341", "Học viên", "result"),
        ("Nà Mạ", "120", "Học viên: nữ", "breakdown"),
        ("Trường Chính trị A", "547", "Học viên", "result"),
        ("Trường Chính trị A", "210", "Học viên: nữ", "breakdown"),
    ]


def test_a_row_that_the_registry_knows_is_an_organisation_s_whatever_heads_it(
    registry: Registry,
) -> None:
    body = "| Thành viên | Số lớp |\n|---|--:|\n| Trường Mẫu | 12 |\n| Đoàn kết | 7 |\n"
    assert _whose(body, registry) == [
        ("Trường Mẫu", "12", "Số lớp", "result"),
        ("Trường Chính trị A", "7", "lớp đoàn kết", "result"),
    ]


def test_a_block_that_says_whose_its_figures_are_wins_over_the_row(registry: Registry) -> None:
    """Rows of schools in a table that the editor gives to the cluster."""
    body = '::: số liệu đơn vị="Cụm thi đua số 1"\n| Trường | Số lớp |\n|---|--:|\n| Mai Sơn | 12 |\n:::\n'
    assert _whose(body, registry) == [("Cụm thi đua số 1", "12", "Số lớp", "result")]


def test_rows_that_years_head_are_no_bodies(registry: Registry) -> None:
    """Indicators across and years down."""
    body = "| Năm | Số lớp |\n|---|--:|\n| 2021 | 12 |\n| 2022 | 14 |\n"
    said = article(body, registry).observations
    assert [(o.organisation.id, o.period) for o in said] == [
        ("truong-a", "2021"),
        ("truong-a", "2022"),
    ]


def _names(body: str, registry: Registry) -> list[tuple[str, str, str]]:
    """Number, name in the index and kind of series of each figure."""
    said = article(body, registry).observations
    return [(o.as_written, o.indicator.label, o.series.kind) for o in said]


def test_steps_of_one_work_are_series_of_their_own(registry: Registry) -> None:
    """Else an article would disagree with itself, and years of different steps would be compared."""
    body = "Năm 2023, đội kiểm tra 118 vụ, trong đó xử lý 73 vụ; tòa thụ lý 40 vụ án hình sự, trong đó xét xử 31 vụ."
    assert _names(body, registry) == [
        ("118", "Vụ kiểm tra", "result"),
        ("73", "Vụ xử lý", "result"),
        ("40", "Vụ án hình sự", "result"),
        ("31", "Vụ án hình sự: xét xử", "result"),
    ]


def test_deeds_that_are_the_same_stand_on_one_line(registry: Registry) -> None:
    """Whatever a report of another year calls them."""
    bodies = (
        "Năm 2023, chi bộ kết nạp 45 đảng viên.",
        "Năm 2023, chi bộ kết nạp mới 45 đảng viên.",
        "Năm 2023, chi bộ phát triển 45 đảng viên mới.",
    )
    assert {name for body in bodies for _, name, _ in _names(body, registry)} == {
        "Đảng viên được kết nạp"
    }


def test_a_name_that_the_editor_gives_stands_alone(registry: Registry) -> None:
    """Whatever the sentence says of it."""
    body = 'Năm 2023, đội xử lý [73 vụ]{chỉ tiêu="vụ gian lận thương mại"}.'
    assert _names(body, registry) == [("73", "Vụ gian lận thương mại", "result")]


def test_a_part_that_names_its_total_goes_by_its_own_name(registry: Registry) -> None:
    """So it stands on one line with what other articles say of the same."""
    body = (
        "Năm 2023, xã có 812 đảng viên, trong đó 240 đảng viên nữ. Xã xây 12 nhà Đại đoàn kết, trong đó"
        " hộ nghèo 3 nhà. Hội có 96 hội viên, trong đó 14 nữ."
    )
    assert _names(body, registry) == [
        ("812", "Đảng viên", "result"),
        ("240", "Đảng viên nữ", "result"),
        ("12", "Nhà Đại đoàn kết", "result"),
        ("3", "Nhà Đại đoàn kết", "part"),
        ("96", "Hội viên", "result"),
        ("14", "Hội viên: nữ", "result"),
    ]


def test_a_name_out_of_a_line_in_capitals_is_written_as_others_are(registry: Registry) -> None:
    """Abbreviations stay; a row of a table that is one stays within a name, too."""
    assert _names("NĂM 2023, TẶNG 45 SUẤT QUÀ CHO HỘI VIÊN.", registry)[0][1] == "Suất quà"
    body = "| Bậc | Số trường | Tỷ lệ trẻ có BHYT |\n|---|--:|--:|\n| THCS | 12 | 98% |\n"
    assert [name for _, name, _ in _names(body, registry)] == [
        "Trường THCS",
        "Tỷ lệ trẻ có BHYT THCS",
    ]


def test_columns_that_tell_a_stage_are_part_of_the_name(registry: Registry) -> None:
    """Else the cells of a row would contradict each other; kinds and periods are told otherwise."""
    body = (
        "| Loại án | Thụ lý | Đã xét xử |\n|---|--:|--:|\n| Hình sự | 142 | 131 |\n\n"
        "| Nội dung | Kế hoạch | Ước thực hiện | Năm 2022 |\n|---|--:|--:|--:|\n| Rừng trồng | 140 | 151 | 129 |\n\n"
        "| Chức danh | Nam | Nữ | Cộng |\n|---|--:|--:|--:|\n| Giáo viên | 12 | 20 | 32 |\n"
    )
    assert [name for _, name, _ in _names(body, registry)] == [
        "Hình sự: thụ lý",
        "Hình sự: xét xử",
        "Rừng trồng",
        "Rừng trồng",
        "Rừng trồng",
        "Giáo viên: nam",
        "Giáo viên: nữ",
        "Giáo viên",
    ]


def test_steps_of_a_row_stand_beside_each_other_by_name(registry: Registry) -> None:
    """Though all are parts of the first."""
    body = (
        "| Loại án | Thụ lý | Đã giải quyết | Còn lại | Tỷ lệ giải quyết (%) |\n|---|--:|--:|--:|--:|\n"
        "| Hình sự | 48 | 44 | 4 | 91,7 |\n| Dân sự | 275 | 219 | 56 | 79,6 |\n| Tổng cộng | 323 | 263 | 60 | 81,4 |\n"
    )
    assert [name for _, name, _ in _names(body, registry)][:5] == [
        "Hình sự: thụ lý",
        "Hình sự: đã giải quyết",
        "Hình sự: còn lại",
        "Hình sự: tỷ lệ giải quyết",
        "Dân sự: thụ lý",
    ]


def test_cells_that_another_column_names_are_told_apart_by_their_rows(registry: Registry) -> None:
    """Else every row of the table would tell the same figure otherwise. The unit is no part of it."""
    body = (
        "| Hồ chứa | Dung tích trữ (triệu m3) | Tăng, giảm so với cùng kỳ (triệu m3) |\n|---|--:|--:|\n"
        "| 1. Đồng Mít | 12,07 | +0,86 |\n| 2. Suối Vàng | 5,90 | -1,20 |\n"
    )
    assert [name for _, name, _ in _names(body, registry)] == [
        "Dung tích trữ Đồng Mít",
        "Dung tích trữ Đồng Mít",
        "Dung tích trữ Suối Vàng",
        "Dung tích trữ Suối Vàng",
    ]


def test_a_label_that_comes_again_under_another_heading_row_is_named_with_it(
    registry: Registry,
) -> None:
    """Else the areas of two seasons would contradict each other; a label that comes once says all."""
    body = (
        "| Chỉ tiêu | ĐVT | Năm 2023 |\n|---|---|--:|\n"
        "| I. Vụ đông xuân | | |\n| Diện tích | ha | 3.436 |\n| Năng suất | tạ/ha | 65,8 |\n"
        "| II. Vụ hè thu | | |\n| Diện tích | ha | 2.945 |\n| Giống mới | ha | 210 |\n"
    )
    assert [name for _, name, _ in _names(body, registry)] == [
        "Diện tích: vụ đông xuân",
        "Năng suất",
        "Diện tích: vụ hè thu",
        "Giống mới",
    ]


def test_places_that_head_rows_are_whose_figures_those_are(registry: Registry) -> None:
    body = (
        "| Nội dung | Năm 2023 |\n|---|--:|\n"
        "| I. Xã Nà Mạ | |\n| Số hộ | 206 |\n| II. Xã Đông Lĩnh | |\n| Số hộ | 340 |\n"
    )
    assert _whose(body, registry) == [
        ("Xã Nà Mạ", "206", "Số hộ", "result"),
        ("Xã Đông Lĩnh", "340", "Số hộ", "result"),
    ]


def test_what_a_row_tells_of_a_part_is_called_as_the_part(registry: Registry) -> None:
    """So that its plan stands beside its result; the same label under another total is another."""
    body = (
        "Kết quả tuyển sinh năm 2023\n\n"
        "| Ngành | Chỉ tiêu | Nhập học | Tỷ lệ (%) |\n|---|--:|--:|--:|\n"
        "| 1. Điện | 60 | 50 | 83,3 |\n| - Xét học bạ | 40 | 35 | 87,5 |\n| - Xét điểm thi | 20 | 15 | 75,0 |\n"
        "| 2. Hàn | 40 | 30 | 75,0 |\n| - Xét học bạ | 25 | 20 | 80,0 |\n| - Xét điểm thi | 15 | 10 | 66,7 |\n"
    )
    named: dict[str, list[tuple[str, str]]] = {}
    for number, name, kind in _names(body, registry):
        named.setdefault(name, []).append((number, kind))
    assert named["Điện: xét học bạ"] == [("40", "target"), ("35", "result"), ("87,5", "ratio")]
    assert named["Hàn: xét học bạ"] == [("25", "target"), ("20", "result"), ("80,0", "ratio")]


def test_sexes_are_named_after_the_row_that_they_part(registry: Registry) -> None:
    """With its total beside them or without."""
    body = (
        "| Khối lớp | Số học sinh | Trong đó nữ |\n|---|--:|--:|\n| Khối 10 | 448 | 236 |\n| Khối 11 | 391 | 205 |\n\n"
        "| Trình độ | Nam | Nữ |\n|---|--:|--:|\n| Thạc sĩ | 12 | 18 |\n"
    )
    assert [name for _, name, _ in _names(body, registry)] == [
        "Học sinh khối 10",
        "Học sinh khối 10: nữ",
        "Học sinh khối 11",
        "Học sinh khối 11: nữ",
        "Thạc sĩ: nam",
        "Thạc sĩ: nữ",
    ]


def test_where_no_article_says_whose_its_figures_are_the_setting_does(registry: Registry) -> None:
    """It is no part of what the editor wrote: the ledger asks whether the figures may change."""
    said = {"default_organisation": "Trường Mẫu"}
    assert _whose("Năm 2023 mở 45 lớp.", registry, organisation="", **said)[0][0] == "Trường Mẫu"
    assert _whose("Năm 2023 mở 45 lớp.", registry, **said)[0][0] == "Trường Chính trị A"
    one, other = (
        article("Năm 2023 mở 45 lớp.", registry, organisation="", default_organisation=name)
        for name in ("", "Trường Mẫu")
    )
    assert one.fingerprint == other.fingerprint


def test_the_list_of_an_article_says_whose_a_figure_is_where_it_is_another_s(
    registry: Registry,
) -> None:
    body = "Năm 2023 mở 45 lớp.\n\n| Xã | Số hộ |\n|---|--:|\n| Nà Mạ | 206 |\n"
    figures = article(body, registry)
    rows = article_rows(figures.observations, figures.owner)
    assert [(row.name, row.detail) for row in rows] == [
        ("Lớp đào tạo, bồi dưỡng", ""),
        ("Số hộ", "Nà Mạ"),
    ]


def test_a_row_that_tells_a_part_goes_under_the_row_above(registry: Registry) -> None:
    """With its unit, as a sentence would say it."""
    body = (
        "| Chỉ tiêu | Năm 2023 |\n|---|--:|\n| Tổng thu (tỷ đồng) | 41,2 |\n| - Thu nội địa | 30,1 |\n"
        "| Hội viên | 96 |\n| - Nữ | 14 |\n"
    )
    said = article(body, registry).observations
    assert [(o.indicator.label, o.unit, str(o.value_min.normalize()), o.kind) for o in said] == [
        ("Tổng thu", "đồng", "4.12E+10", "result"),
        ("Thu nội địa", "đồng", "3.01E+10", "breakdown"),
        ("Hội viên", "hội viên", "96", "result"),
        ("Hội viên: nữ", "hội viên", "14", "breakdown"),
    ]
    assert said[1].parent == said[0].id


def test_every_number_knows_its_line_whether_it_is_a_figure_or_not(registry: Registry) -> None:
    """The twelve of a date is not that of the classes, whatever marks the numbers up."""
    body = (
        "Ngày 12 tháng 11, tại phòng **45**, theo\nNghị quyết 35-NQ/TW.\n\n"
        "- Năm 2024 mở **45** lớp\n- có 12 lớp[^1]\n\n"
        "| Lớp | Học viên |\n|---|--:|\n| Khóa 3 | 12 |\n\n[^1]: Theo quyết định số 45.\n"
    )
    found = article(body, registry, body_line=5)
    assert [(o.as_written, o.line) for o in found.observations] == [
        ("45", 8),
        ("12", 9),
        ("12", 13),
    ]
    refused = zip(found.refusals, found.refusal_lines, strict=True)
    said = {(refusal.text, line) for refusal, line in refused}
    assert {("12", 5), ("45", 5), ("35-NQ/TW", 6), ("45", 15)} <= said
