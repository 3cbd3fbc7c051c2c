"""A build never takes the place of anybody's work."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from press.build import Failed, build
from press.report import Report
from tests.press.small_site import SmallSite, files_of


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    site = SmallSite(tmp_path)
    (site.content / "a.md").write_text("Title: Bài\nDate: 2023-01-02\nId: bai\n\nChữ.\n", "utf-8")
    return site


def refused(site: SmallSite, output: Path) -> str:
    """Why a build into `output` is refused; it must leave everything as it is."""
    before = {name: data for name, data in files_of(site.root).items() if "cache" not in name}
    settings = site.root / "pelicanconf.py"
    with pytest.raises(Failed) as failure:
        build(site.content, output, site.cache, False, settings, Report(quiet=True))
    after = {name: data for name, data in files_of(site.root).items() if "cache" not in name}
    assert after == before
    return str(failure.value.message)


@pytest.mark.parametrize("place", ["content", "content/output", ".", "..", "theme"])
def test_sources_theme_and_settings_are_never_replaced(site: SmallSite, place: str) -> None:
    assert "chọn thư mục khác" in refused(site, site.root / place)


def test_a_folder_with_other_files_is_not_cleared(site: SmallSite) -> None:
    (site.root / "luu").mkdir()
    (site.root / "luu/luan-van.docx").write_text("quý", "utf-8")
    assert "luan-van.docx" in refused(site, site.root / "luu")


def test_what_somebody_put_beside_a_built_site_is_not_cleared(site: SmallSite) -> None:
    site.build()
    (site.output / ".git").mkdir()
    (site.output / ".git/HEAD").write_text("ref", "utf-8")
    assert ".git" in refused(site, site.output)
    os.remove(site.output / ".git/HEAD")
    (site.output / ".git").rmdir()
    site.build()


def test_a_plugin_that_cannot_be_loaded_stops_the_build(site: SmallSite) -> None:
    settings = site.root / "pelicanconf.py"
    settings.write_text(settings.read_text("utf-8") + "PLUGINS = ['khong_co']\n", "utf-8")
    assert "“khong_co”" in refused(site, site.output)


def test_a_template_that_fails_is_told_with_file_and_line(site: SmallSite) -> None:
    template = site.root / "theme/templates/base.html"
    text = template.read_text("utf-8").replace("</body>", "\n{{ 1 // 0 }}\n</body>")
    template.write_text(text, "utf-8")
    line = text[: text.index("{{ 1 //")].count("\n") + 1
    with pytest.raises(Failed) as failure:
        site.build()
    [finding] = failure.value.findings
    assert (finding.rule, finding.line) == ("template", line)
    assert finding.path.endswith("base.html")
    assert "ZeroDivisionError" in finding.message
