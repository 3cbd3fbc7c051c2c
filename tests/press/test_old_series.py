"""What was at the address of a series leads to where its figures stand now."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from press.build import Failed
from tests.press.small_site import TOLD, SmallSite

ARTICLE = """Tiêu đề: Tổng kết
Ngày: 20/12/2023
Mã: tong-ket
Đơn vị: truong-mau
{head}
Năm 2023, trường mở {classes} lớp.
"""
REGISTRY = '[lop]\nlabel = "Lớp"\nunit = "lớp"\ngroup = "Đào tạo"\naliases = ["lớp"]\n'
NEW = "so-lieu/truong-mau--lop/"


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """With one series, at `NEW`."""
    site = SmallSite(tmp_path / "trang")
    site.write("bai.md", ARTICLE.format(head="", classes=52))
    site.write("so-lieu/chi-tieu.toml", REGISTRY)
    site.write("so-lieu/don-vi.toml", '[truong-mau]\nname = "Trường Mẫu"\n')
    return site


def moves(site: SmallSite, *rows: str) -> None:
    site.write("so-lieu/dia-chi-cu.csv", "\n".join(["cu,moi,ngay", *rows, ""]))


def page(site: SmallSite, address: str) -> str:
    return (site.output / address / "index.html").read_text("utf-8")


def test_an_old_page_leads_on_over_all_moves(site: SmallSite) -> None:
    """Whether or not the host knows rules."""
    moves(site, "cu--lop,giua--lop,2024-01-05", "giua--lop,truong-mau--lop,2024-02-05")
    site.build()
    for old in ("so-lieu/cu--lop/", "so-lieu/giua--lop/"):
        assert f'content="0; url=../../{NEW}"' in page(site, old)
        assert "Số liệu đã chuyển địa chỉ" in page(site, old)
        assert f"/{old} /{NEW} 301" in (site.output / "_redirects").read_text().splitlines()
        for rules in ("nginx", "apache"):
            text = (site.output / f"may-chu/chuyen-huong.{rules}.conf").read_text()
            assert f"/{NEW}" in text


def test_old_downloads_lead_to_files_that_are_there(site: SmallSite) -> None:
    """By rules and, where there are none, by the script of the 404 page."""
    site.build()
    files = {path.name for path in (site.output / NEW).iterdir()}
    moves(site, "cu--lop,truong-mau--lop,")
    site.build()
    known = json.loads((site.output / "may-chu/dia-chi-cu.json").read_text())
    rules = (site.output / "_redirects").read_text().splitlines()
    assert f"/so-lieu/cu--lop/cu--lop.csv /{NEW}truong-mau--lop.csv 301" in rules
    assert {target for old, target in known.items() if old.startswith("so-lieu/cu--lop/")} == {
        f"{NEW}{name}" for name in files - {"index.html"}
    }


def test_a_series_that_is_told_no_more_says_so(site: SmallSite) -> None:
    moves(site, "cu--lop,,2024-01-05")
    site.build()
    assert "Dòng số liệu này không còn" in page(site, "so-lieu/cu--lop/")
    assert 'href="../../so-lieu/"' in page(site, "so-lieu/cu--lop/")
    assert "/so-lieu/cu--lop/ /so-lieu/cu--lop/ 410" in (site.output / "_redirects").read_text()


def test_an_old_address_is_no_dead_link(site: SmallSite) -> None:
    site.write("xem.md", "Tiêu đề: Xem\nNgày: 01/01/2024\nMã: xem\n\n[Bảng]({so-lieu}cu--lop/).\n")
    with pytest.raises(Failed):
        site.build()
    moves(site, "cu--lop,truong-mau--lop,")
    assert site.build().articles


def test_what_articles_and_live_series_have_is_theirs(site: SmallSite) -> None:
    own = "so-lieu/cu--lop/cu--lop.csv"
    site.write("bai.md", ARTICLE.format(head=f"URL cũ: [/so-lieu/cu--lop/, {own}]\n", classes=52))
    for new in ("", "truong-mau--lop"):
        moves(site, "truong-mau--lop,cu--lop,", f"cu--lop,{new},")
        site.build()
        assert "<h1>Bài đã chuyển địa chỉ</h1>" in page(site, "so-lieu/cu--lop/")
        assert (site.output / "_redirects").read_text().count(f"/{own} ") == 1
        assert "52" in page(site, NEW)


def test_an_address_without_successor_is_a_warning_and_a_fault_an_error(site: SmallSite) -> None:
    """What an editor's deletion of an article leaves behind stops no build."""
    moves(site, "cu--lop,truong-mau--lop,")
    assert not [f for f in site.build().findings if f.rule == "moved-series"]
    site.write("bai.md", ARTICLE.format(head="Trạng thái: đã rút\n", classes=52))
    (finding,) = [f for f in site.build().findings if f.rule == "moved-series"]
    assert (finding.line, finding.severity) == (2, "warning")
    assert finding.path.endswith("content/so-lieu/dia-chi-cu.csv")
    assert "Dòng số liệu này không còn" in page(site, "so-lieu/cu--lop/")
    moves(site, "cu--lop")
    with pytest.raises(Failed) as failure:
        site.build()
    assert [(f.rule, f.line) for f in failure.value.findings] == [("moved-series", 2)]


def test_the_file_is_an_input_of_the_build(site: SmallSite) -> None:
    """Each change of it, and of what its rows lead to, gives what a clean build gives."""
    without = site.outcome()
    for rows in (["cu--lop,truong-mau--lop,"], ["cu--lop,khong-co,"], ["cu--lop"], ["cu--lop,,"]):
        moves(site, *rows)
        assert site.outcome() == site.clean()
        assert site.again() == site.clean()
    moves(site, "cu--lop,truong-mau--lop,")
    site.build()
    site.write("so-lieu/chi-tieu.toml", REGISTRY.replace("[lop]", "[lop-hoc]"))
    outcome = site.outcome()
    assert outcome == site.clean()
    assert isinstance(outcome, dict)
    assert "moved-series" in outcome[TOLD].decode()
    site.write("so-lieu/chi-tieu.toml", REGISTRY)
    (site.content / "so-lieu/dia-chi-cu.csv").unlink()
    assert site.outcome() == without


def test_a_warning_stays_while_bodies_alone_are_edited(site: SmallSite) -> None:
    moves(site, "cu--lop,khong-co,")
    site.build()
    path = site.content / "bai.md"
    path.write_text(f"{path.read_text('utf-8')}\nThêm một câu.\n", "utf-8")
    assert site.outcome() == site.clean()
