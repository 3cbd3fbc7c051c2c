"""The preview, driven in a real browser: saving is seeing, and errors never hide the last good site."""

from __future__ import annotations

import http.client
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.niengiam.conftest import make_site

DRAFT = "Tiêu đề: Bài đang viết\nNgày: 13/11/2023\nMã: nhap\nTrạng thái: bản nháp\n\nNháp.\n"
LATER = "Tiêu đề: Bài hẹn giờ\nNgày: 01/01/2199\nMã: hen\n\nSau này.\n"
_ADDRESS = re.compile(r"http://\S+/")
ADDRESS = "2023/11/hoi-nghi-tong-ket-nam-2023/"


@dataclass
class Preview:
    """A running preview."""

    folder: Path
    address: str
    article: Path

    def edit(self, old: str, new: str) -> None:
        text = self.article.read_text("utf-8")
        assert old in text
        self.article.write_text(text.replace(old, new), "utf-8")


@contextmanager
def started(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A preview of `folder` and its address; it must end cleanly on Ctrl-C."""
    process = subprocess.Popen(
        [sys.executable, "-m", "niengiam.cli", "serve", "--port", "0"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=folder,
    )  # fmt: skip
    assert process.stdout
    try:
        yield process, next(m[0] for line in process.stdout if (m := _ADDRESS.search(line)))
    finally:
        process.send_signal(signal.SIGINT)
        rest = process.communicate(timeout=300)[0]
    assert process.returncode == 0, rest
    assert "Đã dừng xem thử." in rest
    assert "Traceback" not in rest


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """One preview for all tests here; each leaves the content as it was."""
    folder = make_site(tmp_path_factory.mktemp("preview"))
    (folder / "content/nhap.md").write_text(DRAFT, "utf-8")
    (folder / "content/hen.md").write_text(LATER, "utf-8")
    with started(folder) as (_, address):
        yield Preview(folder, address, folder / "content/bai-viet/2023/hoi-nghi.md")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    made = browser.new_page(locale="vi-VN")
    yield made
    made.close()


def test_saving_is_seeing_and_mending_takes_the_errors_away(preview: Preview, page: Page) -> None:
    page.goto(f"{preview.address}{ADDRESS}")
    expect(page.locator("main")).to_contain_text("439")

    preview.edit("439 lớp", "440 lớp")
    expect(page.locator("main")).to_contain_text("440")

    preview.edit("Ngày: 13/11/2023", "Ngày: 31/02/2023")
    errors = page.get_by_role("alert")
    expect(errors).to_contain_text("“31/02/2023” không có thật")
    expect(errors).to_contain_text("hoi-nghi.md:4:")
    expect(page.locator("main")).to_contain_text("440")

    preview.edit("Ngày: 31/02/2023", "Ngày: 13/11/2023")
    expect(errors).to_be_hidden()
    preview.edit("440 lớp", "439 lớp")


def test_a_broken_template_is_told_with_file_and_line(preview: Preview, page: Page) -> None:
    page.goto(f"{preview.address}{ADDRESS}")
    template = preview.folder / "theme/templates/base.html"
    good = template.read_text("utf-8")
    template.write_text("\n\n{% if %}" + good, "utf-8")
    errors = page.get_by_role("alert")
    expect(errors).to_contain_text("theme/templates/base.html:3")
    template.write_text(good, "utf-8")
    expect(errors).to_be_hidden()


def test_beside_an_article_stands_what_was_read_in_it(preview: Preview, page: Page) -> None:
    page.goto(f"{preview.address}{ADDRESS}")
    page.get_by_role("button", name=re.compile("Số liệu đọc được")).click()
    panel = page.get_by_role("complementary", name="Số liệu đọc được")
    expect(panel).to_contain_text("439 lớp")
    expect(panel).to_contain_text("kỳ 2023")
    expect(panel).to_contain_text("cách đọc: số đứng")
    expect(panel).to_contain_text('[439]{chỉ tiêu="')
    expect(panel).to_contain_text("Bài hẹn giờ")


def test_advice_is_a_press_away_and_a_figure_leads_to_its_place(
    preview: Preview, page: Page
) -> None:
    """The bar counted what it did not show: the list stands below all figures of the panel."""
    preview.edit("1.250 học viên.", "1.250 học viên, 3 bó hoa , 7 chậu cảnh.")
    page.goto(f"{preview.address}{ADDRESS}")
    page.get_by_role("button", name=re.compile("lời khuyên")).click()
    panel = page.get_by_role("complementary", name="Số liệu đọc được")
    expect(panel.get_by_role("heading", name=re.compile("Lời khuyên"))).to_be_focused()
    panel.get_by_role("link", name="439 lớp").click()
    expect(page.locator("main :target")).to_contain_text("439")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    preview.edit("1.250 học viên, 3 bó hoa , 7 chậu cảnh.", "1.250 học viên.")
    expect(page.locator("main")).not_to_contain_text("3 bó hoa")


def test_drafts_and_scheduled_articles_are_shown_and_marked(preview: Preview, page: Page) -> None:
    page.goto(f"{preview.address}ban-nhap/bai-dang-viet/")
    expect(page.get_by_role("region", name="Xem thử")).to_contain_text("Bản nháp")
    page.goto(f"{preview.address}2199/01/bai-hen-gio/")
    expect(page.get_by_role("region", name="Xem thử")).to_contain_text("Hẹn giờ 01/01/2199")


def test_the_real_404_page_is_served_with_its_status(preview: Preview) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{preview.address}sau/khong-co/")
    assert refused.value.code == 404
    built = preview.folder / ".cache/xem-thu/trang/404.html"
    head = built.read_bytes().partition(b"</body>")[0]
    # Its links lead on from any depth.
    shown = refused.value.read()
    assert b'<base href="/">' in shown
    assert shown.replace(b'<base href="/">', b"", 1).startswith(head)


def test_nothing_outside_the_site_and_nobody_else_is_served(preview: Preview) -> None:
    port = int(preview.address.rstrip("/").rpartition(":")[2])
    for path, host in (
        ("/../../../pelicanconf.py", f"127.0.0.1:{port}"),
        ("/%2e%2e/%2e%2e/%2e%2e/pelicanconf.py", f"127.0.0.1:{port}"),
        ("/", f"evil.example:{port}"),
    ):
        connection = http.client.HTTPConnection("127.0.0.1", port)
        connection.request("GET", path, headers={"Host": host})
        answer = connection.getresponse()
        assert answer.status in (403, 404)
        assert b"SITENAME" not in answer.read()
        connection.close()


def test_only_this_machine_can_reach_it(preview: Preview) -> None:
    port = int(preview.address.rstrip("/").rpartition(":")[2])
    others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None)}
    for address in others - {"127.0.0.1", "::1"}:
        with pytest.raises(ConnectionRefusedError), socket.create_connection((address, port)):
            pass


def test_a_second_preview_on_the_same_port_says_so(preview: Preview) -> None:
    port = preview.address.rstrip("/").rpartition(":")[2]
    second = subprocess.run(
        [sys.executable, "-m", "niengiam.cli", "serve", "--port", port],
        capture_output=True, text=True, cwd=preview.folder, check=False,
    )  # fmt: skip
    assert second.returncode == 1
    assert f"Cổng {port} đang bận" in second.stderr
    assert "Traceback" not in second.stderr


def test_a_site_that_cannot_be_built_yet_shows_why(desk_folder: Path, page: Page) -> None:
    article = desk_folder / "content/bai-viet/2023/hoi-nghi.md"
    good = article.read_text("utf-8")
    article.write_text(good.replace("Ngày:", "Ngayf:"), "utf-8")
    with started(desk_folder) as (_, address):
        page.goto(address)
        expect(page.get_by_role("alert")).to_contain_text("Không có khóa “Ngayf”")
        article.write_text(good, "utf-8")
        expect(page.get_by_role("alert")).to_be_hidden()
        expect(page.locator("body")).to_contain_text("Hội nghị tổng kết năm 2023")


def test_what_is_saved_during_the_first_build_is_seen(desk_folder: Path, page: Page) -> None:
    article = desk_folder / "content/bai-viet/2023/hoi-nghi.md"
    command = [sys.executable, "-m", "niengiam.cli", "serve", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=desk_folder)
    assert process.stdout
    try:
        assert "lần đầu" in next(process.stdout)
        article.write_text(article.read_text("utf-8").replace("439 lớp", "441 lớp"), "utf-8")
        address = next(m[0] for line in process.stdout if (m := _ADDRESS.search(line)))
        page.goto(f"{address}{ADDRESS}")
        expect(page.locator("main")).to_contain_text("441")
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=300)


def test_settings_are_watched_however_they_are_saved(preview: Preview, page: Page) -> None:
    """Many programs write a new file and rename it over the old one, time and again."""
    settings = preview.folder / "pelicanconf.py"
    good = settings.read_text("utf-8")
    page.goto(f"{preview.address}{ADDRESS}")
    for name in ("Trang một", "Trang hai"):
        beside = settings.with_name("moi.tmp")
        beside.write_text(good.replace('SITENAME = "Niên giám"', f'SITENAME = "{name}"'), "utf-8")
        beside.replace(settings)
        expect(page.locator("header").first).to_contain_text(name)
    settings.write_text(good, "utf-8")
    expect(page.locator("header").first).to_contain_text("Niên giám")


def test_changed_code_starts_the_preview_again_at_the_same_address(
    desk_folder: Path, page: Page
) -> None:
    plugins = desk_folder / "plugins"
    plugins.mkdir()
    code = plugins / "cua_minh.py"
    code.write_text("X = 1\n", "utf-8")
    with started(desk_folder) as (process, address):
        page.goto(f"{address}{ADDRESS}")
        code.write_text("X = 2\n", "utf-8")
        assert process.stdout
        again = next(m[0] for line in process.stdout if (m := _ADDRESS.search(line)))
        assert again == address
        page.goto(f"{address}{ADDRESS}")
        expect(page.locator("main")).to_contain_text("439")
