"""What an editor writes, and what a reader gets."""

import re
from pathlib import Path

import pytest
from markdown import Markdown

from findings import Finding, Severity
from pictures import PictureStore
from pictures.html import placed
from pictures.markdown import PictureReading, PicturesExtension, Source
from tests.pictures.conftest import Writer
from tests.pictures.making import encoded, photo

FIGURE = '![Các đại biểu vỗ tay]({static}/hinh-anh/a.jpg "Toàn cảnh. Ảnh: Tên")'


class Reader:
    """One Markdown instance for all articles, as the build has it."""

    def __init__(self, store: PictureStore) -> None:
        self.extension = PicturesExtension(store)
        self.markdown = Markdown(extensions=["tables", "attr_list", "footnotes", self.extension])

    def read(self, body: str, **source: object) -> tuple[str, PictureReading]:
        values = {"path": "content/x.md", "folder": "", "body_line": 5} | source
        self.extension.begin(Source(body=body, **values))  # type: ignore[arg-type]
        html = self.markdown.reset().convert(body)
        return re.sub(r"-[0-9a-f]{8}-", "-", html), self.extension.reading

    def html(self, body: str) -> str:
        html, reading = self.read(body)
        assert reading.findings == []
        return html

    def findings(self, body: str) -> list[Finding]:
        return self.read(body)[1].findings


@pytest.fixture
def reader(store: PictureStore, write: Writer) -> Reader:
    write("hinh-anh/a.jpg", encoded(photo(1000, 500)))
    write("hinh-anh/b.jpg", encoded(photo(600, 300)))
    write("tep/kế hoạch.pdf", b"%PDF")
    return Reader(store)


def test_a_picture_alone_becomes_a_figure(reader: Reader) -> None:
    """Sizes, both formats, room kept for it, and caption and credit apart."""
    html = reader.html(FIGURE)
    for part in (
        '<figure class="picture">',
        'srcset="{site}/hinh-anh/a-480.webp 480w, {site}/hinh-anh/a-800.webp 800w, {site}/hinh-anh/a-1000.webp 1000w"',
        'src="{site}/hinh-anh/a-1000.jpg"',
        'width="1000"',
        'height="500"',
        'alt="Các đại biểu vỗ tay"',
        '<figcaption>Toàn cảnh. <span class="credit">Ảnh: Tên</span></figcaption>',
    ):
        assert part in html
    assert "title=" not in html
    assert "<p>" not in html


def test_only_the_first_figure_is_urgent(reader: Reader) -> None:
    html = reader.html(f"{FIGURE}\n\n{FIGURE}\n\n{FIGURE}")
    assert html.count('loading="eager"') == 1
    assert html.count('loading="lazy"') == 2
    assert html.index("eager") < html.index("lazy")


def test_none_in_the_body_is_urgent_below_a_lead_picture(reader: Reader) -> None:
    html, _ = reader.read(FIGURE, has_lead_picture=True)
    assert "eager" not in html


def test_a_line_of_its_own_within_a_paragraph_is_enough(reader: Reader) -> None:
    """Editors forget the empty line: the words before and after stay paragraphs, in order."""
    html = reader.html(f"Trước *đó*.\n{FIGURE}\nSau **đó**.\n{FIGURE}")
    shape = re.sub(r"<figure.*?</figure>", "FIGURE", html).split()
    assert " ".join(shape) == (
        "<p>Trước <em>đó</em>.</p> FIGURE <p>Sau <strong>đó</strong>.</p> FIGURE"
    )


def test_among_words_it_stays_among_them(reader: Reader) -> None:
    html = reader.html("Biểu tượng ![lá cờ](/hinh-anh/b.jpg) của trường.")
    assert "<figure" not in html
    assert re.search(r"tượng <img [^>]*alt=\"lá cờ\"[^>]*> của trường", html)


def test_in_a_table_it_stays_in_its_cell(reader: Reader) -> None:
    html = reader.html("| A |\n|---|\n| ![lá cờ](/hinh-anh/b.jpg) |")
    assert re.search(r"<td><img [^>]+></td>", html)


def test_a_link_around_a_picture_stays_around_it(reader: Reader) -> None:
    html = reader.html("[![lá cờ](/hinh-anh/b.jpg)](/gioi-thieu/)")
    assert re.match(r'<figure class="picture"><a href="/gioi-thieu/"><picture>', html)


def test_class_and_id_come_to_the_figure(reader: Reader) -> None:
    html = reader.html("![lá cờ](/hinh-anh/b.jpg){: #co .rong }")
    assert '<figure class="picture rong" id="co">' in html


def test_quotes_and_signs_in_the_words_are_safe(reader: Reader) -> None:
    html = reader.html('![Ảnh "<b>" & lá \\* cờ](/hinh-anh/b.jpg "Lá <i> & cờ. Ảnh: A & B")')
    assert 'alt="Ảnh &quot;&lt;b&gt;&quot; &amp; lá * cờ"' in html
    assert "Lá &lt;i&gt; &amp; cờ." in html


def test_pictures_in_raw_html_get_the_same_treatment(reader: Reader) -> None:
    html = reader.html(
        "<div><img src='/hinh-anh/b.jpg' alt='lá cờ' onerror='x()' class='k'></div>\n\n"
        'Và <img src="/hinh-anh/b.jpg" alt="lá cờ"> nữa. <!-- <img src="mat.jpg"> -->'
    )
    assert html.count('src="{site}/hinh-anh/b-600.jpg"') == 2
    assert "onerror" not in html
    assert 'class="k"' in html


def test_links_to_attachments_lead_to_the_copy(reader: Reader) -> None:
    html, reading = reader.read("[Kế hoạch](<{static}/tep/kế hoạch.pdf#page=2>)")
    assert 'href="{site}/tep/k%E1%BA%BF%20ho%E1%BA%A1ch.pdf#page=2"' in html
    assert [file.address for file in reading.files] == ["tep/kế hoạch.pdf"]


def test_a_link_to_a_picture_leads_to_a_derivative(reader: Reader) -> None:
    assert 'href="{site}/hinh-anh/a-1000.jpg"' in reader.html("[ảnh lớn]({static}/hinh-anh/a.jpg)")


@pytest.mark.parametrize(
    "body",
    ["[x](https://example.vn/a.jpg)", "[x](mailto:a@b.vn)", "[x]({filename}b.md)", "[x](#a)",
     "[x](/so-lieu/lop/lop.csv)", "[x](/2023/)", "`![x](mat.jpg)`", "```\n![x](mat.jpg)\n```"],
)  # fmt: skip
def test_what_is_no_file_of_the_content_folder_is_left_alone(reader: Reader, body: str) -> None:
    assert reader.findings(body) == []


@pytest.mark.parametrize(
    ("body", "rule", "line"),
    [
        ("![x cờ](/hinh-anh/mat.jpg)", "file-missing", 5),
        ("Một.\n\nHai.\n\n![x cờ]({static}/images/khong-co.jpg)", "file-missing", 9),
        ("Một\n![](/hinh-anh/a.jpg)", "picture-alt", 6),
        ("![y]({static}/../../secret.txt)", "file-outside", 5),
        ("[x]({static}../../secret.txt)", "file-outside", 5),
        ("[x]({static}/tep/mat.pdf)", "file-missing", 5),
        ("[x](mat.pdf)", "file-missing", 5),
        ("![x](https://evil.example/p.png)", "picture-remote", 5),
        ("![x](data:image/png;base64,AAAA)", "picture-remote", 5),
        ("![x](//evil.example/p.png)", "picture-remote", 5),
        ("![x](/hinh-anh/hong.jpg)", "picture-broken", 5),
        ("![x](/tep/kế%20hoạch.pdf)", "picture-kind", 5),
        ("[x](/hinh-anh/dump.sql)", "attachment-kind", 5),
        ("[x]({static}/hinh-anh/dump.sql)", "attachment-kind", 5),
        ("<img src=mat.jpg alt=x>", "file-missing", 5),
        ("[a][1]\n\n![x cờ][1]\n\n[1]: /hinh-anh/mat.jpg", "file-missing", 9),
        ("![x cờ]()", "file-missing", 5),
    ],
)
def test_what_readers_cannot_get_is_an_error_with_its_line(
    reader: Reader, write: Writer, body: str, rule: str, line: int
) -> None:
    write("hinh-anh/hong.jpg", encoded(photo())[:500])
    write("hinh-anh/dump.sql", b"x")
    errors = [f for f in reader.findings(body) if f.severity is Severity.ERROR]
    assert {(f.rule, f.line) for f in errors} == {(rule, line)}
    assert all(f.path == "content/x.md" and f.mend for f in errors)


def test_a_missing_picture_without_description_is_told_of_both(reader: Reader) -> None:
    """Whoever brings the file must not be sent back for the words."""
    found = reader.findings("![](/hinh-anh/mat.jpg)")
    assert {f.rule for f in found} == {"picture-alt", "file-missing"}


def test_each_mention_of_a_missing_picture_has_its_own_place(reader: Reader) -> None:
    found = reader.findings("![x y](/hinh-anh/m.jpg)\n\nA ![x y](/hinh-anh/m.jpg)")
    assert [(f.line, f.column) for f in found] == [(5, 8), (7, 10)]


@pytest.mark.parametrize("alt", ["IMG_0123", "anh1", "DSC-0042", "hoi-nghi.jpg"])
def test_a_file_name_is_no_description(reader: Reader, alt: str) -> None:
    (found,) = reader.findings(f"![{alt}](/hinh-anh/a.jpg)")
    assert (found.rule, found.severity) == ("picture-alt", Severity.WARNING)


def test_nothing_of_one_article_remains_for_the_next(reader: Reader) -> None:
    reader.read("![](/hinh-anh/a.jpg)")
    _, reading = reader.read("Không có ảnh.")
    assert (reading.files, reading.findings) == ([], [])


def test_links_are_placed_in_tags_only(reader: Reader) -> None:
    """Text that speaks of `{site}/` is no link."""
    html = placed(reader.html(FIGURE + '\n\nViết "{site}/x" như thế.'), "../../..")
    assert 'src="../../../hinh-anh/a-1000.jpg"' in html
    assert html.count("../../../hinh-anh/") == 4
    assert '"{site}/x"' in html


def test_a_picture_beside_its_article_is_found(
    reader: Reader, write: Writer, content: Path
) -> None:
    write("bai-viet/2023/c.jpg", encoded(photo(600, 300)))
    html, reading = reader.read("![lá cờ](c.jpg)", folder="bai-viet/2023")
    assert reading.findings == []
    assert "hinh-anh/bai-viet/2023/c-600.jpg" in html
