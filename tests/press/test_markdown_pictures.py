"""Pictures of plain articles are written as Markdown and the step for pictures would."""

from pathlib import Path

import pytest
from markdown import Markdown

from pictures import PictureStore
from pictures.markdown import PictureReading, PicturesExtension, Source
from press.reader.markdown_plain import PlainArticles
from stat_index.marking.markdown import FigureMarks
from tests.pictures.making import encoded, photo
from tests.press.test_markdown_plain import EXTENSIONS

_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9"/></svg>'


def _read(folder: Path, body: str, *more: object) -> tuple[str, PictureReading]:
    pictures = PicturesExtension(PictureStore(folder, folder / "cache"))
    pictures.begin(Source("x.md", "", body))
    extensions = [*EXTENSIONS, FigureMarks(), pictures, *more]
    return Markdown(extensions=extensions, output_format="html").convert(body), pictures.reading


@pytest.mark.parametrize(
    "body",
    [
        "a\n\n![Lá  cờ](/hinh-anh/a.jpg)\n\n![Lá cờ](/hinh-anh/a.jpg)\n\nb",
        "![“Lá\" 'cờ' > 5](/hinh-anh/a.jpg)",
        "![Sơ đồ](/hinh-anh/b.svg)",
        "![](/hinh-anh/a.jpg)",
        "![ Lá  > cờ ](/hinh-anh/mat.jpg)\n\n![Lá cờ](/hinh-anh/a.jpg)",
        "![Lá cờ](https://a.vn/b.jpg)",
        "![Lá cờ](hinh-anh/c%20d.jpg)",
        "![Lá cờ](/hinh-anh/a.jpg)\n![Lá cờ](/hinh-anh/a.jpg)",
        "![Lá cờ](/hinh-anh/a.jpg) b",
    ],
)
def test_a_picture_is_written_as_upstream_writes_it(tmp_path: Path, body: str) -> None:
    """With its files and what is wrong with it, whether it can be shown or not."""
    folder = tmp_path / "hinh-anh"
    folder.mkdir()
    (folder / "a.jpg").write_bytes(encoded(photo(1000, 500)))
    (folder / "b.svg").write_bytes(_SVG)
    (folder / "c d.jpg").write_bytes(encoded(photo(600, 300)))
    assert _read(tmp_path, body, PlainArticles()) == _read(tmp_path, body)
