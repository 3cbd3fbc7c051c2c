"""What is written at once of plain articles is what upstream writes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from press.reader.markdown_plain import PlainArticles
from press.reader.markdown_tables import AlignedTables
from stat_index.marking.markdown import FigureMarks

EXTENSIONS = ["tables", "attr_list", "footnotes", "def_list", "abbr", "sane_lists"]
PIECES = ["*", "**", "_", "`", "[", "](b)", "](", ")", "![", "]", "<b>", "</b>", "<http://a.b>",
          "&amp;", "&", "\\", "\\*", "  \n", "\n\n", "[^1]", "50 lớp", "{kỳ=\"2022\"}", "a", " ",
          "<a@b.vn>", "[a]: b\n", "\"", "'", "# ", "\n", "- ", "1. ", "> ", "    ", ": ", "---\n",
          "===\n", "| a | b |\n|---|---|\n", "*[a]: b\n", "{#x}", "{: .x }", "({x}", "::: số liệu\n",
          ":::\n", "```\n", "!", "(", "“", "[^1]: b\n", "<b x=\"1 > 2\" y>", "![a](b \"c&d<e>\")",
          "<!-- a -->", "<input disabled>", "<?a?>", "{hidden=hidden x=\"<\"}"]  # fmt: skip
LINES = ["a", "**b** c", "_d_", "“e” > f", "![g](/h_i.jpg)", "[k](/l.md) m", "n  ", "o | p", "- q", "* r",
         "+ **s**", "-  t", "- ", "- - -", "- # u", "1. v", "2. w", "3) x", "1.  [y](z)", "## A", "# B #", "###",
         "#C", "####### D", "## **E** F", "| g | h |", "|---|--:|", "| **i** |", "---", "> j", ": k", "*[a]: l",
         "(m)", "\u00a0n", "- **o", "***p***", "\u2028q"]  # fmt: skip


def _html(text: str, *more: object) -> str:
    md = Markdown(extensions=[*EXTENSIONS, FigureMarks(), *more], output_format="html")
    return md.convert(text)


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_the_same_html_as_upstream(text: str) -> None:
    assert _html(text, PlainArticles()) == _html(text)


@given(st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(["\n", "\n", "\n\n", "\n\n\n"]))))
def test_the_same_html_of_lines_as_upstream(lines: list[tuple[str, str]]) -> None:
    """Lists below lists, headings without a blank line and tables too, which plain articles have."""
    text = "".join(line + end for line, end in lines)
    assert _html(text, PlainArticles()) == _html(text)


ROWS = ["| a | b |", "|c|d|", "|---|--:|", "|:-:|:--|", "|---|", "| e |", "||f| g |h|", "|", "|  |",
        "| i > j |x", "|k |  ", "| **l** | m |", "| 1 | | 2 |", "| n"]  # fmt: skip


@given(st.lists(st.sampled_from(ROWS), min_size=2, max_size=7).map("\n".join))
def test_the_same_tables_as_upstream(table: str) -> None:
    """Also where a row has more or fewer cells than the first, or no border at its end."""
    text = f"a\n\n{table}\n\nb"
    assert _html(text, AlignedTables(), PlainArticles()) == _html(text, AlignedTables())


@pytest.mark.parametrize(
    "text", ["a\n\n## b\n\n- c\n- d\n\n1. e", "a **b** c", "![a](b)", "| a |\n|---|"]
)
def test_a_plain_article_is_written_at_once(text: str) -> None:
    md = Markdown(extensions=[*EXTENSIONS, FigureMarks(), PlainArticles()], output_format="html")
    md.parser.parseDocument = None  # type: ignore[assignment,method-assign]
    assert md.convert(text) == _html(text)


def test_an_article_is_upstream_s_where_somebody_else_has_a_say() -> None:
    extensions = [*EXTENSIONS, "toc", FigureMarks(), PlainArticles()]
    assert 'id="b"' in Markdown(extensions=extensions).convert("a\n\n## b")


@given(
    st.lists(st.sampled_from(["**", "**", "*", "***", "_", " ", "a", "b c", ".", "“", "-", "\n\n"]))
)
def test_bold_words_as_upstream_sees_them(pieces: list[str]) -> None:
    """Also beside spaces and signs, and where a pair is not closed."""
    text = "".join(pieces)
    assert _html(text, PlainArticles()) == _html(text)


@given(
    st.lists(
        st.sampled_from(["![", "](/x_y.jpg)", "](", ")", "![^", "a", "*b*", " ", "(c)", "{static}"])
    )
)
def test_pictures_as_upstream_sees_them(pieces: list[str]) -> None:
    """Also beside words, with brackets in their addresses, and where a bracket is missing."""
    text = "".join(pieces)
    assert _html(text, PlainArticles()) == _html(text)
