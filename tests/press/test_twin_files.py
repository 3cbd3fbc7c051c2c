"""Two files that would be published under one address stop the build, also long after one was there."""

from __future__ import annotations

from pathlib import Path

from tests.press.small_site import SmallSite

ARTICLE = "---\nTiêu đề: Bài {name}\nNgày: 13/11/2023\n---\n\nXem [tệp](/{file}).\n"


def test_readers_of_one_file_never_get_another(tmp_path: Path) -> None:
    """The article whose file would be replaced is named, with its line; equal files are one."""
    site = SmallSite(tmp_path)
    site.write("a.pdf", "một")
    site.write("bai-viet/mot.md", ARTICLE.format(name="một", file="a.pdf"))
    assert "tep/a.pdf" in site.outcome()
    site.write("tep/a.pdf", "hai")
    site.write("bai-viet/hai.md", ARTICLE.format(name="hai", file="tep/a.pdf"))
    for outcome in (site.outcome(), site.clean()):
        assert isinstance(outcome, tuple)
        (told,) = (line for line in outcome if "address-unique" in line)
        assert "mot.md:6:" in told
        assert "“a.pdf” và một tệp khác cùng ra địa chỉ tep/a.pdf" in told
    site.write("tep/a.pdf", "một")
    assert "tep/a.pdf" in site.outcome()
