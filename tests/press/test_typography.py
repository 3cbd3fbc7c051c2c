"""Typography sets quotes, dashes and dots and leaves Vietnamese words alone."""

from __future__ import annotations

import pytest

from press.typography import set_plain, set_type


@pytest.mark.parametrize(
    ("written", "typeset"),
    [
        ('<p>Phong trào "Dạy tốt"</p>', "<p>Phong trào “Dạy tốt”</p>"),
        ("<p>2015 -- 2020</p>", "<p>2015 – 2020</p>"),
        ("<p>Vân vân...</p>", "<p>Vân vân…</p>"),
        ("<p>huyện Ea H'leo</p>", "<p>huyện Ea H’leo</p>"),
        ("<p>trên 40 nghìn học viên</p>", "<p>trên 40\u00a0nghìn học viên</p>"),
        ("<p>12,5 tỷ đồng, 96 %</p>", "<p>12,5\u00a0tỷ đồng, 96\u00a0%</p>"),
        ("<p>nhiệm kỳ 2020-2025</p>", "<p>nhiệm kỳ 2020–2025</p>"),
        ("<p>khóa 2020 - 2021</p>", "<p>khóa 2020–2021</p>"),
    ],
)
def test_marks_are_set(written: str, typeset: str) -> None:
    """Straight quotes, double hyphens and three dots become what a printer sets."""
    assert set_type(written) == typeset


@pytest.mark.parametrize(
    "html",
    [
        "<p>Nghị quyết số 35-NQ/TW, HĐND &amp; UBND</p>",
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
