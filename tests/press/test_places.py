"""A link to a page that the program makes must lead to one."""

from __future__ import annotations

from pathlib import Path

import pytest

from press.build import Failed
from press.reader.places import places_of
from tests.press.small_site import SmallSite


def test_places_are_what_the_markers_name() -> None:
    html = '<a href="{so-lieu}lop/#x">a</a> <a href="{index}">b</a> <a href="{filename}c.md">c</a>'
    assert places_of(html) == ("{index}", "{so-lieu}lop/")


def test_a_link_to_no_page_is_told_with_its_place_and_the_old_site_stays(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    article = site.content / "lien-ket.md"
    head = "Title: Liên kết\nDate: 2023-01-02\nId: lien-ket\n\nXem [bảng]"
    article.write_text(f"{head}({{so-lieu}}khong-co/) và [chủ]({{index}}).\n", "utf-8")
    with pytest.raises(Failed) as failure:
        site.build()
    [finding] = failure.value.findings
    assert (finding.rule, finding.line, finding.column) == ("link-broken", 5, 12)
    assert "{so-lieu}khong-co/" in finding.message
    assert not site.output.exists()
    article.write_text(f"{head}({{so-lieu}}) và [chủ]({{index}}).\n", "utf-8")
    assert site.build().articles
