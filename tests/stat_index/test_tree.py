"""The light tree of an article's HTML: it says again what it read, and loses no text."""

import html as entities

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from stat_index.html.tree import Element, Text, parse

WELL_FORMED = [
    "",
    "<p>Năm 2023, mở 50 lớp.</p>",
    '<p class=a id="b">A &amp; B <b>4<i>0</i></b><br>x</p>\n<hr>\n<ul><li>1</li></ul>',
    '<figure><picture><source srcset="a.webp" type="image/webp"><img src="a.jpg" alt="50 lớp"></picture></figure>',
    "<p>a<!-- 50 <b> lớp -->b</p>",
    "<P>Chữ <BR/> hoa</P>",
    "<p>a</p><script>if (a < 5) { b = '</p>'; }</script><p>b</p>",
    '<p><a href="a/b/" title=\'nói "vậy"\'>1/2 &lt; 3</a></p>',
]
BROKEN = [
    "<p>50 lớp",
    "<p>50 <b>lớp</p></b>",
    "<ul><li>một<li>hai</ul>",
    "a < b và 5 lớp",
    "</div><p>50 lớp</p>",
    '<p title="a < b">50 lớp</p>',
    '<p title="không hết>50 lớp</p>',
    "<video><source src=a><track src=b>5 lớp</video></p>",
    "<!-- không hết",
]


def _tree(html: str) -> Element:
    return parse(html)[0]


@pytest.mark.parametrize("html", WELL_FORMED)
def test_well_formed_html_is_written_as_it_was_read(html: str) -> None:
    assert _tree(html).html() == html


@pytest.mark.parametrize("html", [*WELL_FORMED, *BROKEN])
def test_readers_see_the_text_that_a_browsers_parser_sees(html: str) -> None:
    seen = BeautifulSoup(html, "html.parser")
    for script in seen("script"):
        script.extract()
    assert "".join(_tree(html).text.split()) == "".join(seen.get_text().split())


@pytest.mark.parametrize("html", BROKEN)
def test_broken_html_is_mended_once(html: str) -> None:
    mended = _tree(html).html()
    assert _tree(mended).html() == mended


@given(st.text(alphabet="<>/abp \"'=!-&;x5\n", max_size=60))
def test_any_text_has_a_tree(html: str) -> None:
    root = _tree(html)
    assert _tree(root.html()).html() == root.html()


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<P>",
                '<li class="a">',
                "</li>",
                "<b>",
                "</b>",
                "&lt;",
                "a",
                "\n",
                "<br>",
                "<p title='<'>",
                "<script>",
                "</script>",
                "<h2/>",
            ]
        )
    ).map("".join)
)
def test_each_text_stands_where_it_says(html: str) -> None:
    root, source = parse(html)
    assert root.html() == source
    for element in [root, *root.elements]:
        for node in element.children:
            assert node.parent is element
            if isinstance(node, Text):
                assert source.startswith(node.raw, node.at)
                assert node.text == entities.unescape(node.raw)


@given(st.text(max_size=20), st.integers(0, 20))
def test_a_cut_text_says_the_same(words: str, at: int) -> None:
    root = _tree(f"<p>&amp;{entities.escape(words)}</p>")
    paragraph = root.children[0]
    assert isinstance(paragraph, Element)
    node = paragraph.children[0]
    assert isinstance(node, Text)
    before = root.text
    node.cut(min(at, len(node.text)))
    assert root.text == before
    assert _tree(root.html()).text == before


def test_attributes_are_read_without_entities() -> None:
    element = _tree("<a href='x?a=1&amp;b=2' title=\"Số &quot;50&quot;\" hidden data-sl-a=b>c</a>")
    link = element.children[0]
    assert isinstance(link, Element)
    assert link.attributes == {
        "href": "x?a=1&b=2",
        "title": 'Số "50"',
        "hidden": "",
        "data-sl-a": "b",
    }


def test_what_cannot_be_a_tag_is_text() -> None:
    """BeautifulSoup lets `b<` pass as a name and writes it out again: no mending ends that."""
    assert _tree("<b<>50 lớp").text == "<b<>50 lớp"
