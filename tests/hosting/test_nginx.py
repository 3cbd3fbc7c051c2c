"""The hosting rules of docs/hosting.md, in a real nginx."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

import pytest

ROOT = Path(__file__).resolve().parents[2]


class _Stay(HTTPRedirectHandler):
    def redirect_request(self, *args: object) -> None:
        """Shows redirects instead of following them."""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    text: str


def ask(address: str) -> Answer:
    try:
        answer = build_opener(_Stay).open(Request(address), timeout=120)
    except HTTPError as error:
        answer = error
    with answer:
        headers = {name.lower(): value for name, value in answer.headers.items()}
        return Answer(answer.status, headers, answer.read().decode("utf-8", "replace"))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def host(sample_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The sample site, and an attachment, behind nginx as the block in the document has it."""
    folder = tmp_path_factory.mktemp("nginx")
    folder.chmod(0o755)
    site = with_attachment(sample_site, folder / "site")
    port = free_port()
    block = re.search(r"```nginx\n(.*?)```", (ROOT / "docs/hosting.md").read_text("utf-8"), re.S)
    assert block
    rules = block[1].replace("SITE", str(site)).replace("PORT", str(port))
    config = folder / "nginx.conf"
    folders = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in folders)
    # As root, nginx would hand its workers to an account that may not read the test's folder.
    account = "user root;\n" if os.geteuid() == 0 else ""
    config.write_text(
        f"{account}pid {folder}/pid;\nerror_log {folder}/error.log;\ndaemon off;\n"
        f"events {{}}\nhttp {{\naccess_log off;\n{places}{rules}\n}}\n"
    )
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    process = subprocess.Popen([program, "-c", str(config), "-p", str(folder)])
    try:
        _wait(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


def with_attachment(site: Path, folder: Path) -> Path:
    """`folder`, which shows all of `site`, and a report and a share picture beside its pictures."""
    (folder / "hinh-anh/chia-se").mkdir(parents=True)
    for file in (*site.iterdir(), *(site / "hinh-anh").iterdir()):
        if file.name != "hinh-anh":
            (folder / file.relative_to(site)).symlink_to(file)
    (folder / "hinh-anh/bao-cao-20240115.pdf").write_bytes(b"%PDF-1.4")
    (folder / "hinh-anh/chia-se/ff332f9c01a2.png").write_bytes(b"")
    return folder


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        assert process.poll() is None, "nginx refused its configuration"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nginx does not answer")


def test_a_page_comes_with_the_strict_policy(host: str) -> None:
    """No inline code, nothing from other hosts, no sniffing."""
    answer = ask(f"{host}/so-lieu/")
    assert answer.status == 200
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-type"] == "text/html; charset=utf-8"


def test_a_missing_page_is_the_sites_own_404(host: str) -> None:
    """With the right status, at any depth."""
    answer = ask(f"{host}/khong/co/trang-nay/")
    assert answer.status == 404
    assert "Không tìm thấy trang" in answer.text


def test_old_addresses_lead_to_new_ones(host: str, sample_site: Path) -> None:
    """Every line of `_redirects`, queries included, is a permanent redirect to a page."""
    rules = [line.split() for line in (sample_site / "_redirects").read_text().splitlines()]
    moved = [rule for rule in rules if rule[-1] == "301"]
    assert moved
    for path, *query, target, _ in moved:
        answer = ask(f"{host}{path}{'?' if query else ''}{'&'.join(query)}")
        assert (answer.status, answer.headers["location"]) == (301, target)
        assert ask(f"{host}{target}").status == 200


def test_a_withdrawn_article_is_gone_and_says_so(host: str, sample_site: Path) -> None:
    """Status 410 with a page that explains it."""
    rules = [line.split() for line in (sample_site / "_redirects").read_text().splitlines()]
    gone = [rule[0] for rule in rules if rule[-1] == "410"]
    assert gone
    for path in gone:
        answer = ask(f"{host}{path}")
        assert answer.status == 410
        assert "đã được rút" in answer.text


@pytest.mark.parametrize(
    ("pattern", "kind"),
    [
        ("hinh-anh/2*/*.webp", "image/webp"),
        ("hinh-anh/2*/*.jpg", "image/jpeg"),
        ("theme/fonts/*.woff2", "font/woff2"),
    ],
)
def test_pictures_and_fonts_may_be_kept_for_ever(
    pattern: str, kind: str, host: str, sample_site: Path
) -> None:
    """The addresses of all pictures hold their hashes; the policy holds for them as well."""
    files = sorted(sample_site.glob(pattern))
    assert files
    for file in files:
        answer = ask(f"{host}/{file.relative_to(sample_site)}")
        assert answer.status == 200
        assert "immutable" in answer.headers["cache-control"]
        assert answer.headers["content-type"] == kind
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")


@pytest.mark.parametrize(
    "address",
    ["", "so-lieu/", "theme/css/site.css", "feed/tin.xml", "hinh-anh/bao-cao-20240115.pdf"],
)
def test_what_changes_is_asked_for_again(address: str, host: str) -> None:
    """An attachment that was corrected has the same address, among the pictures."""
    answer = ask(f"{host}/{address}")
    assert (answer.status, answer.headers["cache-control"]) == (200, "no-cache")


def test_share_pictures_may_be_kept_for_ever(host: str) -> None:
    """A published site has them; their names are hashes."""
    answer = ask(f"{host}/hinh-anh/chia-se/ff332f9c01a2.png")
    assert answer.headers["cache-control"] == "max-age=31536000, immutable"


def test_a_folder_without_its_slash_leads_to_the_page(host: str, sample_site: Path) -> None:
    """There, a page's own files could not be found: `so-lieu.csv` lies beside the page."""
    for address in ("so-lieu", next(sample_site.glob("20*/*/*/")).relative_to(sample_site)):
        answer = ask(f"{host}/{address}")
        assert (answer.status, answer.headers["location"]) == (301, f"/{address}/")


def test_a_file_of_no_known_type_is_saved(host: str) -> None:
    """A Word file that an article links to is no text for the browser to show."""
    answer = ask(f"{host}/_redirects")
    assert answer.headers["content-type"] == "application/octet-stream"
