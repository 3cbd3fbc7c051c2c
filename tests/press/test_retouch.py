"""Edits of articles in their places: as a whole build makes it, without loading the archive."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from press.cache.at_hand import AtHand
from press.cache.outline import Outline
from press.cache.store import Store
from tests.press.small_site import PLACES, SmallSite, files_of

_TEXT = """---
Tiêu đề: {title}
Ngày: {date}
Chuyên mục: {category}
Thẻ: [thi đua]
Tác giả: [Lê Văn Hùng]
---

{body}
"""
_A, _B, _C = "bai-viet/a.md", "bai-viet/b.md", "bai-viet/c.md"
_MARKED = "Xem [bài b]({filename}/bai-viet/b.md). Năm 2023, trường mở 52 lớp."


def _article(name: str, body: str, date: str = "01/05/2023", category: str = "Đào tạo") -> str:
    return _TEXT.format(title=f"Tin {Path(name).stem}", date=date, category=category, body=body)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SmallSite:
    """Three articles and a page, built, with stamps that are believed at once."""
    for module in ("press.cache.outline", "press.cache.memory"):
        monkeypatch.setattr(f"{module}.SETTLED", 0)
    site = SmallSite(tmp_path / "trang")
    site.picture("hinh-anh/p.png", 1)
    site.write(_A, _article(_A, _MARKED, "03/02/2022"))
    site.write(_B, _article(_B, "Đoạn văn thường.\n\n## Mục\n\nĐoạn dưới."))
    site.write(_C, _article(_C, "![Cổng trường]({static}/hinh-anh/p.png)", category="Tin tức"))
    site.write("trang/gioi-thieu.md", "---\nTiêu đề: Giới thiệu\n---\n\nTrường ở Hưng Yên.\n")
    site.build()
    return site


@pytest.fixture
def whole(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Gains an item with each build that loads the archive."""
    loaded: list[str] = []
    documents = AtHand.documents

    def noted(at_hand: AtHand, store: Store) -> object:
        loaded.append("whole")
        return documents(at_hand, store)

    monkeypatch.setattr(AtHand, "documents", noted)
    return loaded


def _replace(site: SmallSite, name: str, old: str, new: str) -> None:
    path = site.content / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def _add(site: SmallSite, name: str, words: str) -> None:
    path = site.content / name
    path.write_text(path.read_text("utf-8").rstrip() + words + "\n", "utf-8")


def _built_like_clean(site: SmallSite) -> None:
    found = site.outcome()
    assert isinstance(found, dict)
    assert found == site.clean()


@pytest.mark.parametrize("name", [_A, _C, "trang/gioi-thieu.md"])
def test_words_more_are_made_without_the_archive(
    site: SmallSite, whole: list[str], name: str
) -> None:
    """The page, its copy, the feeds and the search say them; a second edit too."""
    for words in (" Thêm một câu về zebra.", " Và một câu nữa.", "\n\nĐoạn cuối."):
        _add(site, name, words)
        found = site.outcome()
        assert whole == []
        assert found == site.clean()
        whole.clear()


def test_an_edit_that_its_page_does_not_show_leaves_it(site: SmallSite, whole: list[str]) -> None:
    """Two spaces behind the signs of a heading: the copy of the text says them, the page does not."""
    for name, words in ((_C, "\n\n## Mục"), (_A, " Thêm một câu.")):
        # Twice: then the site before last has that page, too.
        _add(site, name, words)
        site.build()
    path = site.content / _C
    path.write_text(path.read_text("utf-8").replace("## Mục", "##  Mục"), "utf-8")
    changes = site.build().changes
    assert whole == []
    assert set(changes.changed) == {"2023/05/tin-c/bai-viet.txt", "niengiam-manifest.json"}
    _built_like_clean(site)


_COUNTED = """---
Tiêu đề: Tin {number}
Mã: tin-{number}
Slug: tin-{number}
Ngày: {day:02d}/0{month}/2022
Chuyên mục: {category}
Thẻ: [thi đua, lớp {tag}]
Tác giả: [Lê Văn Hùng]
{more}---

Năm {year}, trường mở {number}2 lớp với 1.{number}00 học viên.
"""


def _counted(number: int) -> str:
    return f"bai-viet/so-{number}.md"


@pytest.fixture
def counting(site: SmallSite) -> SmallSite:
    """Nine articles more, in lists of several pages: one is hidden, two corrected, one of which has
    no figures, as all others have."""
    for number in range(1, 10):
        corrected = "Đính chính:\n  - nội dung: Sửa tên\n    ngày: 05/01/2024\n"
        more = {7: corrected, 8: "Trạng thái: ẩn\n", 9: corrected}
        text = _COUNTED.format(
            number=number, day=number, month=1 + number % 3, year=2018 + number % 3,
            category=("Đào tạo", "Tin tức")[number % 2], tag=number % 2, more=more.get(number, ""),
        )  # fmt: skip
        plain = text.partition("\nNăm")[0] + "\nĐoạn văn thường.\n"
        site.write(_counted(number), plain if number == 7 else text)
    site.build()
    return site


@pytest.mark.parametrize("number", range(1, 10))
@pytest.mark.parametrize(
    "title", ["An toàn", "Tin 3", "Năm 2019, trường mở 77 lớp", '"Zebra" -- &amp; <b>hết</b>']
)
def test_a_new_title_is_made_without_the_archive(
    counting: SmallSite, whole: list[str], number: int, title: str
) -> None:
    """By whomever shows it: neighbours, lists, feeds, the search, the index; also if another
    article has the same."""
    _replace(counting, _counted(number), f"Tiêu đề: Tin {number}\n", f"Tiêu đề: {title}\n")
    found = counting.outcome()
    assert whole == []
    assert found == counting.clean()


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("number", [1, 2, 6, 8, 9])
def test_another_figure_is_made_without_the_archive(
    counting: SmallSite,
    whole: list[str],
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    workers: int,
) -> None:
    """The index, what the front page shows of it and what it finds doubtful, again and again."""
    monkeypatch.setattr("press.steps.available_workers", lambda: workers)
    monkeypatch.setattr("press.build.available_workers", lambda: workers)
    for old, new in ((f"{number}2 lớp", "5 lớp"), ("5 lớp", "9.999 lớp")):
        _replace(counting, _counted(number), old, new)
        found = counting.outcome()
        assert whole == []
        assert found == counting.clean()
        whole.clear()


def test_titles_figures_and_words_of_neighbours_may_change_together(
    counting: SmallSite, whole: list[str]
) -> None:
    """Then words alone, of which the next build makes no more than it must."""
    _replace(counting, _counted(3), "Tiêu đề: Tin 3", "Tiêu đề: Lễ khai giảng")
    _replace(counting, _counted(3), "32 lớp", "33 lớp")
    _replace(counting, _counted(6), "Tiêu đề: Tin 6", "Tiêu đề: Lễ khai giảng")
    _replace(counting, _counted(9), "92 lớp", "94 lớp")
    _add(counting, _counted(5), " Thêm một câu.")
    found = counting.outcome()
    assert whole == []
    assert found == counting.clean()
    whole.clear()
    _add(counting, _counted(3), " Thêm một câu nữa.")
    made = counting.build().made
    assert whole == []
    assert not [name for name in made if name.startswith("so-lieu/")]
    assert counting.outcome() == counting.clean()


def test_a_title_that_the_index_does_not_name_leaves_it(site: SmallSite, whole: list[str]) -> None:
    """An article without figures, whose address does not hang on its title."""
    _replace(site, _C, "Tiêu đề: Tin c", "Tiêu đề: Tin c\nSlug: tin-c")
    _built_like_clean(site)
    whole.clear()
    _replace(site, _C, "Tiêu đề: Tin c", "Tiêu đề: Tin khác")
    made = site.build().made
    assert whole == []
    assert {"index.html", "2023/index.html", "feed/tin.xml", "2023/05/tin-b/index.html"} <= set(
        made
    )
    assert not [name for name in made if name.startswith("so-lieu/")]
    _built_like_clean(site)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("old", "new"), [("Tin 4", "Tin khác"), ("42 lớp", "43 lớp")])
def test_one_that_ends_early_leaves_nothing_to_trust(
    counting: SmallSite, place: str, old: str, new: str
) -> None:
    """Wherever it is stopped, and though another edit follows."""
    _replace(counting, _counted(4), old, new)
    counting.stopped(place)
    _add(counting, _counted(5), " Thêm một câu.")
    assert counting.outcome() == counting.clean()


def test_nothing_changed_loads_nothing(site: SmallSite, whole: list[str]) -> None:
    """Not even what a file written anew with the same words says."""
    (site.content / _B).touch()
    before = files_of(site.output)
    assert not site.build().changes
    assert whole == []
    assert files_of(site.output) == before


def test_a_result_tells_what_a_whole_build_tells(site: SmallSite) -> None:
    """Counts, warnings, files and reasons."""
    _add(site, _B, "  Hai dấu cách  ở đây.")
    quick = site.build()
    Outline.forget(_store(site))
    slow = site.build()
    assert (quick.articles, quick.pages, quick.figures, quick.files) == (
        slow.articles, slow.pages, slow.figures, slow.files,
    )  # fmt: skip
    assert list(quick.findings) == list(slow.findings) != []
    assert set(quick.names) == set(slow.names)
    assert "trang hiện ra đã đổi" in quick.why("2023/05/tin-b/")
    assert "không làm lại" in quick.why("2022/02/tin-a/")


def _store(site: SmallSite):  # type: ignore[no-untyped-def]
    from press.cache.store import Store
    from press.environment import code_digest, digest

    return Store(site.cache, digest(code_digest(), os.path.relpath(site.content)))


def _retitled(site: SmallSite) -> None:
    path = site.content / _A
    path.write_text(path.read_text("utf-8").replace("Tin a", "Tin khác"), "utf-8")


def _with_figure(site: SmallSite) -> None:
    _add(site, _A, " Năm 2022, trường mở 48 lớp.")


def _linking(site: SmallSite) -> None:
    _add(site, _C, " Xem [bài a]({filename}/bai-viet/a.md).")


def _linked(site: SmallSite) -> None:
    """Others link to b: what they may say of it is looked at again."""
    path = site.content / _B
    path.write_text(path.read_text("utf-8").replace("## Mục", "## Mục khác"), "utf-8")


def _picture(site: SmallSite) -> None:
    site.picture("hinh-anh/p.png", 2)


def _new(site: SmallSite) -> None:
    site.write("bai-viet/d.md", _article("d.md", "Bài mới."))


def _gone(site: SmallSite) -> None:
    (site.content / _C).unlink()


def _template(site: SmallSite) -> None:
    path = site.root / "theme/templates/article.html"
    path.write_text(path.read_text("utf-8") + "<!-- a -->", "utf-8")


def _settings(site: SmallSite) -> None:
    site.configure(tagline="Hai")


def _spoilt(site: SmallSite) -> None:
    (site.output / "2022/02/tin-a/index.html").write_text("hỏng", "utf-8")


def _lost(site: SmallSite) -> None:
    (site.output / "2022/02/tin-a/index.html").unlink()


def _foreign_manifest(site: SmallSite) -> None:
    _add(site, _A, " Thêm.")
    manifest = site.output / "niengiam-manifest.json"
    manifest.write_text(manifest.read_text("utf-8").replace("index.html", "indes.html", 1), "utf-8")


def _retitled_page(site: SmallSite) -> None:
    _replace(
        site, "trang/gioi-thieu.md", "Tiêu đề: Giới thiệu", "Tiêu đề: Nhà trường\nSlug: gioi-thieu"
    )


def _another_year(site: SmallSite) -> None:
    _replace(site, _A, "Năm 2023", "Năm 2021")


def _another_series(site: SmallSite) -> None:
    _replace(site, _A, "52 lớp", "52 khoa")


def _head_moved(site: SmallSite) -> None:
    """A line more: what is said of the head is said of another line."""
    _replace(site, _C, "Ngày:", "\nNgày:")


@pytest.mark.parametrize(
    "edit",
    [_retitled_page, _another_year, _another_series, _head_moved, _retitled, _with_figure, _linking, _linked, _picture, _new, _gone, _template, _settings,
     _spoilt, _lost, _foreign_manifest],
)  # fmt: skip
def test_whatever_else_changed_is_built_whole(
    site: SmallSite, whole: list[str], edit: Callable[[SmallSite], None]
) -> None:
    """And the next edit of a body is quick again."""
    edit(site)
    _built_like_clean(site)
    assert whole
    whole.clear()
    _add(site, _B, " Thêm một câu nữa.")
    found = site.outcome()
    assert found == site.clean()


@pytest.mark.parametrize("workers", [1, 2])
def test_what_was_edited_is_read_beside(
    site: SmallSite, whole: list[str], monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    """Where there is no process to spare, it is read all the same."""
    read = []
    monkeypatch.setattr("press.edits.retouch.examined_alone", lambda *_: read.append("here"))
    monkeypatch.setattr("press.steps.available_workers", lambda: workers)
    _add(site, _A, " Thêm một câu.")
    _built_like_clean(site)
    assert (read, whole) == ([], ["whole"])


@pytest.mark.parametrize("added", [" Câu thứ hai.", " Năm 2023, trường mở 7 lớp."])
def test_what_changes_after_it_was_read_is_read_again(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch, added: str
) -> None:
    @contextmanager
    def at_once(read: Callable[[], object], *_: object, **__: object) -> Iterator[object]:
        found = read()
        _add(site, _A, added)
        yield lambda: found

    _add(site, _A, " Câu thứ nhất.")
    with monkeypatch.context() as patch:
        patch.setattr("press.edits.ahead.Beside", at_once)
        site.outcome()
    before = files_of(site.output)
    assert site.outcome() == site.clean()
    assert files_of(site.output) == before


def test_an_article_that_comes_due_is_seen(
    site: SmallSite, whole: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though no file of the content changed."""
    site.write("bai-viet/mai.md", _article("mai.md", "Tin ngày mai.", "13/11/2190"))
    assert len(site.build().scheduled) == 1
    whole.clear()
    again = site.build()
    assert (whole, len(again.scheduled)) == ([], 1)
    assert again.scheduled[0].title == "Tin mai"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "6972000000")
    _built_like_clean(site)
    assert (site.output / "2190/11/tin-mai/index.html").exists()


def test_a_contact_that_runs_out_is_written_anew(
    site: SmallSite, whole: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`security.txt` holds for half a year at least, though nothing was written meanwhile."""
    contact = site.output / ".well-known/security.txt"
    for day, expires, is_whole in (
        ("1893499200", "2030-12-31", True),  # 1 January 2030
        ("1909051200", "2030-12-31", False),  # 30 June
        ("1909137600", "2031-06-30", True),  # 1 July
    ):
        whole.clear()
        monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
        found = site.outcome()
        assert bool(whole) is is_whole
        assert found == site.clean()
        assert f"Expires: {expires}" in contact.read_text("utf-8")


def test_an_error_is_told_and_nothing_is_lost(site: SmallSite, whole: list[str]) -> None:
    """As by a whole build; when it is mended, the site is right again."""
    before = files_of(site.output)
    _add(site, _B, " [hỏng](khong-co.md)")
    found = site.outcome()
    assert isinstance(found, tuple)
    assert any("khong-co.md" in said for said in found)
    assert files_of(site.output) == before
    site.write(_B, _article(_B, "Đã sửa."))
    _built_like_clean(site)


def test_a_build_killed_before_the_swap_leaves_nothing_to_trust(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it had read already does not hide the edit from the next one."""
    _add(site, _B, " Câu bị ngắt.")
    with monkeypatch.context() as patch:
        patch.setattr("press.staging.stage.Stage.swap", _killed)
        with pytest.raises(KeyboardInterrupt):
            site.build()
    assert "Câu bị ngắt" not in (site.output / "2023/05/tin-b/index.html").read_text("utf-8")
    _built_like_clean(site)
    assert "Câu bị ngắt" in (site.output / "2023/05/tin-b/index.html").read_text("utf-8")


def _killed(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_page_shown_at_once_is_made_again_with_its_search(
    site: SmallSite, whole: list[str]
) -> None:
    """The preview has put the page there before the build (`press.edits.quick`)."""
    _add(site, _A, " Một câu về zebra.")
    page = site.output / "2022/02/tin-a/index.html"
    page.write_text(page.read_text("utf-8").replace("Năm 2023", "Năm nay"), "utf-8")
    found = site.outcome()
    assert whole == []
    assert found == site.clean()


def test_files_written_a_moment_ago_are_looked_at_again(
    site: SmallSite, whole: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their stamps may lie: what says the same is then left as it is."""
    for module in ("press.cache.outline", "press.cache.memory"):
        monkeypatch.setattr(f"{module}.SETTLED", 10**15)
    (site.content / "hinh-anh/p.png").unlink()
    site.write(_C, _article(_C, "Không còn ảnh."))
    site.build()
    whole.clear()
    assert not site.build().changes
    _add(site, _A, " Câu thêm.")
    assert "2022/02/tin-a/index.html" in site.build().changes.changed
    assert whole == []
