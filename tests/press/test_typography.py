"""Typography sets quotes, dashes and dots and leaves Vietnamese words alone."""

from __future__ import annotations

import pytest
import smartypants
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from typogrify.filters import smartypants as smarten

from press.reader.typesetter import typeset
from press.reader.typography import set_plain, set_type, unbroken


@pytest.mark.parametrize(
    ("written", "typeset"),
    [
        ('<p>Phong trào "Dạy tốt"</p>', "<p>Phong trào “Dạy tốt”</p>"),
        ("<p>2015 -- 2020</p>", "<p>2015 – 2020</p>"),
        ("<p>Vân vân...</p>", "<p>Vân vân…</p>"),
        ("<p>huyện Ea H'leo</p>", "<p>huyện Ea H’leo</p>"),
        ("<p>trên 40 nghìn học viên</p>", "<p>trên 40\u00a0nghìn học viên</p>"),
        ("<p>12,5 tỷ đồng, 96 %</p>", "<p>12,5\u00a0tỷ đồng, 96\u00a0%</p>"),
        ("<p>nhiệm kỳ 2020-2025</p>", '<p>nhiệm kỳ <span class="unbroken">2020–2025</span></p>'),
        ("<p>khóa 2020 - 2021</p>", '<p>khóa <span class="unbroken">2020–2021</span></p>'),
        (
            "<p>Nghị quyết 35-NQ/TW, số 42/2022/NĐ-CP.</p>",
            '<p>Nghị quyết <span class="unbroken">35-NQ/TW</span>,'
            ' số <span class="unbroken">42/2022/NĐ-CP</span>.</p>',
        ),
        (
            '<p><data id="sl-a" value="50"><a href="#">50 đề tài</a></data></p>',
            '<p><data id="sl-a" value="50"><a href="#">50\u00a0đề tài</a></data></p>',
        ),
        ('<a href="/35-NQ/TW">5-10 lớp A2</a>', '<a href="/35-NQ/TW">5-10 lớp A2</a>'),
    ],
)
def test_marks_are_set(written: str, typeset: str) -> None:
    """Straight quotes, double hyphens and three dots become what a printer sets."""
    assert set_type(written) == typeset


@pytest.mark.parametrize(
    "html",
    [
        "<p>Nghị quyết của HĐND &amp; UBND</p>",
        '<p>Xem <a href="x.html" title="Kế hoạch">kế hoạch</a></p>',
        '<p><a href="../2015-2020/">nhiệm kỳ trước</a></p>',
        "<p>Quyết định số 12/2015-2016/QĐ</p>",
        "<p>5 triển lãm, 3 hạng mục</p>",
        '<pre><code>a = "b"\n-- c\n</code></pre>',
        '<p><data id="sl-a" value="50">50</data> đề tài</p>',
    ],
)
def test_what_needs_nothing_is_left_as_it_is(html: str) -> None:
    """Names of documents and bodies, attributes and code come out unchanged."""
    assert set_type(html) == html


def test_a_title_is_no_html() -> None:
    """Angle brackets in a title stay, its quotes are set."""
    assert set_plain('5 < 6 & "a"') == "5 < 6 & “a”"


_RANGE = '<span class="unbroken">2015–2020</span>'
_TYPED = ['"', "'", "--", "...", "`", " ", "a", "Ea H", "<b>", "</b>", '<a title="x">', "</a>",
          "50 triệu", "2015-2020", "&amp;", "(", ".", "<br>", "1"]  # fmt: skip


@given(st.lists(st.sampled_from(_TYPED), max_size=12).map("".join))
def test_a_line_is_set_as_if_the_typographer_saw_all_of_it(words: str) -> None:
    """Texts without a sign are not shown to it: that changes nothing."""
    smartypants.Attr.default = smartypants.Attr.set2 | smartypants.Attr.u | smartypants.Attr.w
    held = set_type(f"<p>{words}</p>")
    assert smarten(held) == held
    without = held.replace("\u00a0", " ").replace(_RANGE, "2015-2020")
    typed = f"<p>{words}</p>"
    assert without == smarten(typed).replace("2015–2020", "2015-2020")


_SIGNS = st.text("\"-.…–—&;#8211 \u00a0\n(a[{ă1,!>\\'", max_size=12)


@given(_SIGNS)
def test_usual_texts_are_set_as_typogrify_sets_them(text: str) -> None:
    """Whatever is set without asking it."""
    smartypants.Attr.default = smartypants.Attr.set2 | smartypants.Attr.u | smartypants.Attr.w
    assert typeset(text) == smarten(text)


def test_addresses_and_what_stands_in_tags_are_left_alone() -> None:
    """A range of years in a question mark's part of an address stays a hyphen."""
    html = '<p><a href="x?n=2015-2020" title="50 triệu">2015-2020</a></p>'
    assert set_type(html) == html.replace(">2015-2020<", f">{_RANGE}<")


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Học tập 35-NQ/TW", 'Học tập <span class="unbroken">35-NQ/TW</span>'),
        ("Khóa 2023–2025", 'Khóa <span class="unbroken">2023–2025</span>'),
        ("A & <b> số 1/2", "A &amp; &lt;b&gt; số 1/2"),
        (Markup("A &amp; B"), "A &amp; B"),
    ],
)
def test_a_title_shows_the_number_of_a_document_on_one_line(title: str, shown: str) -> None:
    """And its own signs are no markup."""
    assert unbroken(title) == shown
