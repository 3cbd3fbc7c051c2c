"""A build tells what articles state against each other, however little of it is made anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from press.build import Failed, look
from press.report import Report
from tests.press.small_site import SmallSite

_REGISTRY = '[lop]\nlabel = "Lớp"\nunit = "lớp"\ngroup = "Đào tạo"\naliases = ["lớp"]\n'
_HEAD = "---\nTiêu đề: Tin {name}\nMã: {name}\nNgày: {day}\nKỳ số liệu: {year}\n---\n\n"


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """Two articles that agree and one of the year before."""
    site = SmallSite(tmp_path)
    site.write("so-lieu/chi-tieu.toml", _REGISTRY)
    _article(site, "a", "05/01/2023", 2022, "Năm 2022, trường mở 40 lớp.")
    _article(site, "b", "05/01/2024", 2023, "Năm 2023, trường mở 52 lớp.")
    _article(site, "c", "06/01/2024", 2023, "Năm 2023, trường mở 52 lớp.")
    return site


def _article(site: SmallSite, name: str, day: str, year: int, body: str) -> None:
    site.write(f"{name}.md", f"{_HEAD.format(name=name, day=day, year=year)}{body}\n")


def _told(site: SmallSite) -> list[tuple[str, str, int, int]]:
    """What a build that remembers says of the index, which a check says too."""
    told = site.build().findings
    shown, _ = told.warnings(20)
    found = [f for f in shown if f.rule.startswith("figure-")]
    checked = look(site.content, site.cache, site.root / "pelicanconf.py", Report(quiet=True))
    assert [f for f in checked.findings if f.rule.startswith("figure-")] == found
    return [(f.rule, Path(f.path).name, f.line, f.column) for f in found]


def test_a_conflict_is_told_when_it_arises_and_no_more_when_it_is_gone(site: SmallSite) -> None:
    assert _told(site) == []
    _article(site, "b", "05/01/2024", 2023, "Năm 2023, trường mở 53 lớp.")
    assert _told(site) == [("figure-conflict", "c.md", 8, 21)]
    _article(site, "b", "05/01/2024", 2023, "Năm 2023, trường mở 52 lớp.")
    assert _told(site) == []


def test_a_conflict_stays_told_while_others_are_edited(site: SmallSite) -> None:
    _article(site, "b", "05/01/2024", 2023, "Năm 2023, trường mở 53 lớp.")
    _told(site)
    _article(site, "a", "05/01/2023", 2022, "Mở đầu.\n\nNăm 2022, trường mở 40 lớp.")
    assert _told(site) == [("figure-conflict", "c.md", 8, 21)]
    _article(site, "c", "06/01/2024", 2023, "Mở đầu.\n\nNăm 2023, trường mở 52 lớp.")
    assert _told(site) == [("figure-conflict", "c.md", 10, 21)]


def test_a_jump_is_told_in_the_year_that_jumps_until_it_is_confirmed(site: SmallSite) -> None:
    _told(site)
    _article(site, "a", "05/01/2023", 2022, "Năm 2022, trường mở 12 lớp.")
    assert _told(site) == [("figure-jump", "c.md", 8, 21)]
    _article(site, "c", "06/01/2024", 2023, "Năm 2023, trường mở [52 lớp]{số liệu}.")
    assert _told(site) == []


def test_what_an_article_is_doubted_for_is_told_with_it(site: SmallSite) -> None:
    _article(site, "b", "05/01/2024", 2023, "Năm 2023, trường mở 53 lớp.")
    told = site.build().findings
    [path] = {f.path for f in told if f.rule == "figure-conflict"}
    assert [f.rule for f in told.of(path)] == ["figure-conflict"]
    assert f"{path.replace('c.md', 'b.md')}:8 viết 53" in told.of(path)[0].message


def test_dead_links_are_told_beside_other_errors(site: SmallSite) -> None:
    _article(site, "a", "31/02/2023", 2022, "Ngày không có thật.")
    _article(site, "b", "05/01/2024", 2023, "Xem [bảng]({so-lieu}khong-co/).")
    with pytest.raises(Failed) as failure:
        site.build()
    assert [f.rule for f in failure.value.findings] == ["date-real", "link-broken"]
    assert "có thể thuộc một bài chưa đọc được" in failure.value.findings[1].mend
    assert failure.value.message.startswith("Có 2 lỗi")


def test_a_check_of_two_articles_with_one_address_and_id_tells_all(site: SmallSite) -> None:
    _article(site, "b", "05/01/2024", 2023, "Năm 2023: 53 lớp. [Bảng]({so-lieu}khong-co/).")
    site.write("d.md", (site.content / "b.md").read_text("utf-8"))
    found = look(site.content, site.cache, site.root / "pelicanconf.py", Report(quiet=True))
    assert {"id-unique", "address-unique"} <= {f.rule for f in found.findings}
