"""An incremental build gives what a clean build gives, byte for byte, whatever an editor does.

`NIENGIAM_SOAK=1` (`make soak`) tries 1,000 sequences of ten edits.
"""

from __future__ import annotations

import contextlib
import gc
import os
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from press.cache.store import KINDS
from site_search import layers
from tests.busy import examples
from tests.press.small_site import PLACES, SmallSite

_SOAK = bool(os.environ.get("NIENGIAM_SOAK"))
_NAMES = ("bai-viet/a.md", "bai-viet/b.md", "bai-viet/cu/c.md", "d.md", "trang/gioi-thieu.md")
_BODIES = (
    "Đoạn văn thường, không có gì thêm.",
    "Năm 2023, trường mở 52 lớp với 1.200 học viên. Năm 2022, trường mở 48 lớp.",
    "Năm 2023, trường mở 53 lớp với 1.200 học viên.",
    "Xem [bài a]({filename}/bai-viet/a.md) và [bài d]({filename}/d.md#muc).",
    "Xem [mục](#muc).\n\n## Mục\n\nĐoạn dưới mục.",
    '"Trích dẫn" -- và ba chấm...\n\n![Cổng trường buổi sáng]({static}/hinh-anh/p.png)',
    "Xem [mục bài d]({filename}/d.md#muc), [số liệu]({so-lieu}).\n\n| Năm | Lớp |\n|---|---|\n"
    "| 2021 | 44 |\n| 2022 | 48 |",
)
_WORDS = (
    " Thêm một câu.",
    "\n\nMột đoạn nữa về lễ khai giảng.",
    " Có 3 câu lạc bộ.",
    "\n\n## Mục\n\nĐoạn dưới mục.",
    " Xem [bài a]({filename}/bai-viet/a.md#muc).",
    "\n\n| Trường | Số lớp |\n|---|--:|\n| trường Hòa Lạc | 12 |\n| Mẫu Sơn | 14 |\n",
    "\n\n| Xã | Số hộ |\n|---|--:|\n| Mẫu Sơn | 206 |\n",
)
_TITLES = ("Tin một", "Tin hai", "Lễ khai giảng", "Le khai giảng")
_DATES = ("03/02/2022", "04/02/2022", "01/05/2023", "13/11/2023", "13/11/2190")
_HEADS = (
    "Thẻ: [thi đua, đào tạo]",
    "Thẻ: [Thi đua]\nChuyên mục: Đào tạo",
    "Trạng thái: bản nháp",
    "Trạng thái: ẩn\nTác giả: [Lê Văn Hùng]",
    "Trạng thái: đã rút",
    "Ảnh: /hinh-anh/p.png\nTóm tắt: Một câu tóm tắt.",
    "Đơn vị: truong-mau\nTác giả: [Lê Văn Hưng]",
    "Đơn vị: Trường Hòa Lạc",
    "Đơn vị: trường Hoà Lạc",
    "URL cũ: [tin-cu.html]\nCập nhật: 20/12/2023",
    "Đính chính:\n  - nội dung: Sửa tên người\n    lý do: gõ nhầm\n    ngày: 05/01/2024",
)

Edit = Callable[[SmallSite], None]


def _article(name: str, title: str, date: str, head: str, body: str) -> Edit:
    day = "" if name.startswith("trang/") else f"Ngày: {date}\n"
    if date == _DATES[0]:
        # These stay at their addresses when they get another title.
        day += f"Slug: tin-{name[-4]}\n"
    kept = "" if name.startswith("trang/") else f"{head}\n"
    text = f"---\nTiêu đề: {title} {name[-4]}\n{day}{kept}---\n\n{body}\n"
    return lambda site: site.write(name, text)


def _removed(name: str) -> Edit:
    return lambda site: (site.content / name).unlink(missing_ok=True)


def _renamed(old: str, new: str) -> Edit:
    def rename(site: SmallSite) -> None:
        if (site.content / old).exists():
            (site.content / new).parent.mkdir(parents=True, exist_ok=True)
            (site.content / old).replace(site.content / new)

    return rename


def _same_stamp(name: str, old: str, new: str) -> Edit:
    """An edit that leaves the time of modification as it was, and mostly the size."""

    def edit(site: SmallSite) -> None:
        path = site.content / name
        if path.exists():
            status = path.stat()
            path.write_bytes(path.read_bytes().replace(old.encode(), new.encode()))
            os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))

    return edit


def _retitled(name: str, title: str) -> Edit:
    """Another title, and all else as it was."""

    def edit(site: SmallSite) -> None:
        path = site.content / name
        if path.exists():
            text = path.read_text("utf-8")
            path.write_text(
                re.sub(r"^Tiêu đề: .*$", f"Tiêu đề: {title}", text, flags=re.M), "utf-8"
            )

    return edit


def _added(name: str, words: str) -> Edit:
    """Most of what editors do: a few words more at the end of a body."""

    def add(site: SmallSite) -> None:
        path = site.content / name
        if path.exists():
            path.write_text(f"{path.read_text('utf-8').rstrip()}{words}\n", "utf-8")

    return add


def _touched(name: str) -> Edit:
    return lambda site: (site.content / name).exists() and (site.content / name).touch()  # type: ignore[return-value]


def _picture(shade: int) -> Edit:
    return lambda site: site.picture("hinh-anh/p.png", shade)


def _registry(label: str, demonstration: str) -> Edit:
    def write(site: SmallSite) -> None:
        site.write(
            "so-lieu/chi-tieu.toml",
            f'[lop]\nlabel = "{label}"\nunit = "lớp"\ngroup = "Đào tạo"\naliases = ["lớp"]\n',
        )
        site.write(
            "so-lieu/don-vi.toml",
            f'[truong-mau]\nname = "Trường Mẫu"\nshort = "Mẫu"\ndemonstration = {demonstration}\n',
        )

    return write


def _old_series(rows: str) -> Edit:
    return lambda site: site.write("so-lieu/dia-chi-cu.csv", f"cu,moi,ngay\n{rows}")


def _setting(**values: object) -> Edit:
    return lambda site: site.configure(**values)


def _theme(text: str) -> Edit:
    def write(site: SmallSite) -> None:
        path = site.root / "theme/templates/page.html"
        path.write_text(path.read_text("utf-8") + text, "utf-8")

    return write


def _spoilt_output(name: str) -> Edit:
    """Somebody's hand in the published site."""

    def spoil(site: SmallSite) -> None:
        path = site.output / name
        if path.exists():
            path.write_text("hỏng")

    return spoil


def _lost_output(site: SmallSite) -> None:
    shutil.rmtree(site.output / "2023", ignore_errors=True)


def _spoilt_store(at: int) -> Edit:
    def spoil(site: SmallSite) -> None:
        path = site.cache / "dung.sqlite"
        if path.exists():
            data = bytearray(path.read_bytes())
            data[at % len(data)] ^= 0x20
            path.write_bytes(data)

    return spoil


_articles = st.builds(
    _article,
    st.sampled_from(_NAMES), st.sampled_from(_TITLES), st.sampled_from(_DATES),
    st.sampled_from(_HEADS), st.sampled_from(_BODIES),
)  # fmt: skip
_names = st.sampled_from(_NAMES)
_words = st.builds(_added, _names, st.sampled_from(_WORDS))
_in_place = st.one_of(
    st.builds(_retitled, _names, st.sampled_from(_TITLES)),
    st.builds(
        _same_stamp, _names, st.sampled_from(["52", "53", "1.200"]), st.sampled_from(["53", "54"])
    ),
)
_others = st.one_of(
    st.builds(_removed, _names),
    st.builds(_renamed, _names, _names),
    st.builds(_same_stamp, _names, st.just("Tin"), st.just("Tim")),
    st.builds(_touched, _names),
    st.builds(_picture, st.integers(0, 3)),
    st.builds(_registry, st.sampled_from(["Lớp", "Lớp học"]), st.sampled_from(["true", "false"])),
    st.builds(_old_series, st.sampled_from(["a,truong-mau--lop,\n", "a,b,\nb,,\n", "a,b\n"])),
    st.builds(_setting, tagline=st.sampled_from(["Một", "Hai"]), size=st.integers(1, 3)),
    st.builds(_setting, owner=st.sampled_from(["", "Trường Hòa Lạc"])),
    st.builds(_setting, drafts=st.booleans()),
    st.builds(_theme, st.sampled_from(["\n<!-- a -->", "\n<!-- b -->"])),
    st.builds(_spoilt_output, st.sampled_from(["index.html", "2023/index.html", "feed/tin.xml"])),
    st.just(_lost_output),
    st.builds(_spoilt_store, st.integers(0, 10**6)),
)
_edits = st.lists(
    st.one_of(_articles, _articles, _words, _words, _in_place, _others), min_size=1, max_size=3
)


_steps = st.tuples(_edits, st.sampled_from(["new", "new", "again", "again", *PLACES]))
"""Edits, and who builds: a new process, one that has built before, as the preview does, or one that
ends at a place before it is done, so that the next step meets what it left."""


@pytest.mark.timeout(0 if _SOAK else 4800)
@given(st.lists(_steps, min_size=10 if _SOAK else 1, max_size=10 if _SOAK else 3), st.booleans())
@settings(
    max_examples=1000 if _SOAK else examples(50),
    deadline=None,
    derandomize=not _SOAK,
    suppress_health_check=list(HealthCheck),
)
def test_incremental_equals_clean(steps: list[tuple[list[Edit], str]], parted: bool) -> None:
    """After every step: the same files and bytes, or the same findings.

    A `parted` search has two layers from three documents on, as that of a large archive.
    """
    root = Path(tempfile.mkdtemp())
    few = {"WORTH_IT": 3, "NEWEST": 2} if parted else {"WORTH_IT": layers.WORTH_IT}
    try:
        with mock.patch.multiple(layers, **few):
            _follow(SmallSite(root), steps)
    finally:
        shutil.rmtree(root)
        # What builds freeze counts as old: Python does not come to it by itself.
        gc.collect()


def _follow(site: SmallSite, steps: list[tuple[list[Edit], str]]) -> None:
    site.picture("hinh-anh/p.png", 1)
    _article(_NAMES[0], "Tin một", _DATES[2], _HEADS[0], _BODIES[1])(site)
    _article(_NAMES[3], "Tin hai", _DATES[0], _HEADS[5], _BODIES[4])(site)
    site.build()
    for edits, builder in steps:
        for edit in edits:
            edit(site)
        if builder in PLACES:
            site.stopped(builder)
        else:
            assert (site.again() if builder == "again" else site.outcome()) == site.clean()


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """Three articles, built once."""
    site = SmallSite(tmp_path / "trang")
    site.picture("hinh-anh/p.png", 1)
    for name, date, body in zip(_NAMES[:3], _DATES, _BODIES[:3], strict=False):
        _article(name, "Tin", date, _HEADS[0], body)(site)
    site.build()
    return site


def test_nothing_changed_nothing_written(site: SmallSite) -> None:
    """Not one file of the site gets a new inode or time."""
    before = {path: path.stat() for path in site.output.rglob("*") if path.is_file()}
    changes = site.build().changes
    assert not changes
    for path, status in before.items():
        assert (path.stat().st_ino, path.stat().st_mtime_ns) == (
            status.st_ino,
            status.st_mtime_ns,
        )


def test_an_edit_changes_few_files(site: SmallSite) -> None:
    """The article, what lists it, and nothing of the others."""
    _article(_NAMES[2], "Tin", _DATES[2], _HEADS[0], _BODIES[0])(site)
    site.build()
    _article(_NAMES[2], "Tin", _DATES[2], _HEADS[0], "Đoạn văn khác hẳn.")(site)
    changed = site.build().changes.changed
    assert "2023/05/tin-c/index.html" in changed
    assert not [name for name in changed if "tin-a" in name or "so-lieu" in name]


def test_a_new_title_leaves_tables_and_charts_alone(site: SmallSite) -> None:
    """They lead to articles without naming them; pages that quote an article name it."""
    head = f"{_HEADS[0]}\nSlug: tin-b"
    _article(_NAMES[1], "Tin khác", _DATES[1], head, _BODIES[1])(site)
    made = {name for name in site.build().made if name.startswith("so-lieu/")}
    series = next(name for name in made if name.endswith("index.html") and "lop" in name)
    assert "so-lieu/nam/2023/index.html" in made
    assert "so-lieu/index.html" not in made
    assert not [name for name in made if "don-vi/" in name or name.endswith(".svg")]
    assert "Tin khác" in (site.output / series).read_text("utf-8")


def test_every_page_says_why_it_was_made(site: SmallSite) -> None:
    """Or why not."""
    site.build()
    _article(_NAMES[2], "Tin", _DATES[2], _HEADS[0], "Đoạn văn khác hẳn.")(site)
    result = site.build()
    assert "trang hiện ra đã đổi" in result.why("2023/05/tin-c/")
    assert "không làm lại" in result.why("/2022/02/tin-a/index.html")
    site.configure(tagline="Khác")
    assert "cấu hình" in site.build().why("2022/02/tin-a/")


def test_changed_txt_lists_what_changed(site: SmallSite) -> None:
    """One line a file, with its sign."""
    _removed(_NAMES[0])(site)
    _article(_NAMES[3], "Tin", _DATES[0], _HEADS[0], _BODIES[0])(site)
    site.build()
    lines = (site.cache / "changed.txt").read_text("utf-8").splitlines()
    assert "- 2022/02/tin-a/index.html" in lines
    assert "+ 2022/02/tin-d/index.html" in lines
    assert "~ index.html" in lines


@pytest.mark.parametrize("cut", [0, 1, 100, 5000, -1])
def test_a_cut_store_is_made_anew(site: SmallSite, cut: int) -> None:
    """With one line of notice, and the same site."""
    path = site.cache / "dung.sqlite"
    path.write_bytes(path.read_bytes()[:cut])
    assert site.outcome() == site.clean()


# Files written a moment ago are not remembered.
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "file"])
def test_a_spoilt_row_is_no_fault_of_a_template(site: SmallSite, kind: str) -> None:
    """Whoever reads it first: bodies and figures are, within templates, when these have changed."""
    with contextlib.closing(sqlite3.connect(site.cache / "dung.sqlite")) as store, store:
        rows = store.execute(f"SELECT name, value FROM {kind}").fetchall()
        spoilt = [(bytes(value[:-1]) + bytes([value[-1] ^ 1]), name) for name, value in rows]
        store.executemany(f"UPDATE {kind} SET value = ? WHERE name = ?", spoilt)
    template = site.root / "theme/templates/article.html"
    template.write_text(template.read_text("utf-8") + " ", "utf-8")
    assert spoilt
    assert site.outcome() == site.clean()


def test_what_is_read_ahead_may_link_to_what_is_forgotten(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The build forgets a removed document while a process beside still looks for it."""

    def forgotten(*_: object) -> None:
        raise KeyError(_NAMES[0])

    monkeypatch.setattr("press.edits.ahead.examined_alone", forgotten)
    (site.content / _NAMES[0]).unlink()
    _article(_NAMES[1], "Tin", _DATES[1], _HEADS[0], _BODIES[0])(site)
    assert site.outcome() == site.clean()


def test_a_store_of_something_else_is_made_anew(site: SmallSite) -> None:
    """Whatever bytes stand there."""
    (site.cache / "dung.sqlite").write_bytes(b"cposix\nsystem\n(S'touch x'\ntR.")
    assert site.outcome() == site.clean()


@pytest.mark.parametrize("builds", [0, 1, 2])
@pytest.mark.parametrize("left", [b"", b"cut"])
def test_a_cache_of_which_every_file_is_spoilt_does_not_matter(
    site: SmallSite, builds: int, left: bytes
) -> None:
    """Though the site before last lies there, and shares its files with the published one."""
    for _ in range(builds):
        site.build()
    for path in site.cache.rglob("*"):
        if path.is_file():
            path.write_bytes(left)
    assert site.outcome() == site.clean()


def test_a_cache_that_is_a_file_does_not_matter(site: SmallSite) -> None:
    """The build goes on without remembering."""
    before = site.outcome()
    shutil.rmtree(site.cache)
    site.cache.write_text("không phải thư mục")
    assert site.outcome() == before


def test_a_build_that_failed_halfway_leaves_no_wrong_traces(site: SmallSite) -> None:
    """What it found out belongs to a site that never was published."""
    template = site.root / "theme/templates/404.html"
    whole = template.read_text("utf-8")
    template.write_text("{{ missing.attribute }}", "utf-8")
    _article(_NAMES[2], "Tin", _DATES[2], _HEADS[0], "Mở 77 lớp zebra.")(site)
    assert "missing" in site.outcome()[0]
    template.write_text(whole, "utf-8")
    assert site.outcome() == site.clean()


def test_a_theme_without_named_examples_builds_in_development(site: SmallSite) -> None:
    """The page of components is the house's own."""
    site.configure(drafts=True)
    assert isinstance(site.outcome(), dict)
    assert site.outcome() == site.clean()


def test_a_stopped_build_leaves_no_empty_folder_to_be_published(site: SmallSite) -> None:
    """The next build would take it for somebody's own, and the one after that refuse to go on."""
    shutil.rmtree(site.output / "2023")
    for name in _NAMES[:3]:
        (site.content / name).unlink()
    _article(_NAMES[3], "Tin", "05/03/2022", _HEADS[0], _BODIES[0])(site)
    site.stopped("made")
    assert site.outcome() == site.clean()
    _article(_NAMES[3], "Tin", "05/03/2022", _HEADS[0], _BODIES[1])(site)
    assert site.outcome() == site.clean()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("number", ["52", "77"])
def test_a_build_that_was_stopped_leaves_no_wrong_traces(
    site: SmallSite, place: str, number: str
) -> None:
    """Whether the next one finds what it was to publish, or what was published before it."""
    _article(_NAMES[2], "Tin", _DATES[2], _HEADS[0], "Năm 2023 mở 52 lớp.")(site)
    site.build()
    _article(_NAMES[2], "Tin", _DATES[2], _HEADS[0], "Năm 2023 mở 77 lớp.")(site)
    site.stopped(place)
    _article(_NAMES[2], "Tin", _DATES[2], _HEADS[0], f"Năm 2023 mở {number} lớp.")(site)
    assert site.outcome() == site.clean()
