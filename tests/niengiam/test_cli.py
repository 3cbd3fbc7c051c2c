"""The command does what docs/commands.md says, in the language that was asked for."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from niengiam.cli import COMMANDS, main
from niengiam.sample import record_of, recorded
from niengiam.settling import settled
from niengiam.words import LANGUAGES, Words, _table
from stat_index.ledgers.ledger_file import Entry, read_ledger, write_ledger
from stat_index.registry_file import load_registry

ROOT = Path(__file__).parents[2]
BAD = "Tiêu đề: Một bài\nNgày: 31/02/2023\n\n[xem]({filename}/khong-co.md)\n"


def run(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    status = main(list(arguments))
    said = capsys.readouterr()
    return status, said.out, said.err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_in_both_languages(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, vietnamese, _ = run(command, "--help", capsys=capsys)
    assert status == 0
    assert "Cách dùng: niengiam" in vietnamese
    assert "In hướng dẫn này." in vietnamese
    _, english, _ = run(command, "--help", "--lang", "en", capsys=capsys)
    assert "Usage: niengiam" in english
    assert "Show this message" in english


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    assert f"`niengiam {command}" in (ROOT / "docs" / "commands.md").read_text("utf-8")


def test_every_saying_exists_in_both_languages_with_the_same_blanks() -> None:
    for key, saying in _table("words").items():
        assert set(saying) == {"vi", "en"}, key
        blanks = [sorted(re.findall(r"(?<!\{)\{\w+\}", saying[lang])) for lang in ("vi", "en")]
        assert blanks[0] == blanks[1], key


def test_the_preview_shows_no_words_but_those_of_the_table() -> None:
    """So that it speaks the language of the command."""
    script = (ROOT / "plugins/niengiam/preview/static/xem-thu.js").read_text("utf-8")
    used = set(re.findall(r'say\("(\w+)"', script))
    for lang in LANGUAGES:
        known = Words(lang).under("preview.page.")
        assert used | {"not_yet", "soon"} == known.keys()


def test_clicks_own_sayings_keep_their_blanks() -> None:
    for text in _table("click"):
        said = Words("vi").click(text)
        assert said != text
        assert set(re.findall(r"\{\w+", said)) <= set(re.findall(r"\{\w+", text))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["bild"], "Có phải ý là 'build'?"),
        (["build", "--outptu", "x"], "Không có tùy chọn"),
        (["check", "khong-co.md"], "Không có 'khong-co.md'"),
        (["import", "x"], "Thiếu tùy chọn"),
        (["serve", "--port", "x"], "không phải số"),
    ],
)
def test_wrong_use_is_status_2_in_vietnamese(
    arguments: list[str], words: str, desk_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _, err = run(*arguments, capsys=capsys)
    assert status == 2
    assert words in err
    assert "Lỗi:" in err


def test_check_tells_place_words_reason_and_way_out(
    desk_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("content/a.md").write_text(BAD, "utf-8")
    status, out, err = run("check", "--fast", capsys=capsys)
    assert status == 1
    assert "content/a.md:2:7: lỗi: Ngày “31/02/2023” không có thật; viết ngày/tháng/năm" in err
    assert "     2 │ Ngày: 31/02/2023\n               ^\n" in err
    assert "content/a.md:4:7: lỗi: Liên kết" in err
    assert out.strip() == "2 lỗi, 1 lời khuyên, 0 câu hỏi trong 2 bài và trang."
    assert "\x1b" not in out + err


def test_check_speaks_of_named_files_only(
    desk_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("content/a.md").write_text(BAD, "utf-8")
    status, out, err = run("check", "--fast", "content/bai-viet", capsys=capsys)
    assert (status, err) == (0, "")
    assert out.strip() == "Không có lỗi trong 1 bài và trang."


def test_check_prints_json_and_github_annotations(
    desk_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("content/a.md").write_text(BAD, "utf-8")
    _, out, _ = run("check", "--fast", "--json", capsys=capsys)
    first = json.loads(out)[0]
    assert (first["path"], first["rule"], first["severity"]) == (
        "content/a.md", "id-missing", "warning",
    )  # fmt: skip
    _, out, _ = run("check", "--fast", "--github", capsys=capsys)
    assert "::error file=content/a.md,line=2,col=7,title=date-real::Ngày “31/02/2023”" in out


def test_check_reads_figures_and_asks_about_them(
    desk_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    again = Path("content/bai-viet/2023/hoi-nghi.md").read_text("utf-8")
    again = again.replace("hoi-nghi-2023", "khac").replace("Hội nghị", "Họp").replace("439", "52")
    Path("content/bai-viet/2023/khac.md").write_text(again, "utf-8")
    status, _, err = run("check", capsys=capsys)
    assert status == 0
    assert "(figure-conflict)" in err
    assert "439" in err


def test_a_finding_is_wholly_english_where_english_is_asked_for(
    desk_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("content/a.md").write_text(BAD, "utf-8")
    _, out, err = run("check", "--fast", "--lang", "en", capsys=capsys)
    assert "content/a.md:2:7: error: “Ngày: 31/02/2023” does not exist; write day/month/year" in err
    assert out.startswith("2 errors, 1 warnings")
    _, out, _ = run("check", "--fast", "--json", "--lang", "en", capsys=capsys)
    assert json.loads(out)[1]["message"] == "“Ngày: 31/02/2023” does not exist"


def test_a_jump_against_the_year_before_is_asked_about(
    desk_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    again = Path("content/bai-viet/2023/hoi-nghi.md").read_text("utf-8").replace("439", "1.900")
    again = again.replace("hoi-nghi-2023", "hoi-nghi-2024").replace("2023", "2024")
    Path("content/bai-viet/2023/sau.md").write_text(again, "utf-8")
    status, _, err = run("check", capsys=capsys)
    assert status == 0
    assert "1.900" in err
    assert "(figure-jump)" in err


def test_figures_that_changed_are_accepted_only_when_told(
    desk_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Không có số liệu nào" in run("accept", capsys=capsys)[1]
    ledger = Path("content/so-lieu/so-cai.csv")
    settlement = settled(ledger, Path("content"), Path("pelicanconf.py"))
    write_ledger(ledger, settlement.accepted)
    wrong = ledger.read_text("utf-8").replace(",439,", ",93,")
    ledger.write_text(wrong, "utf-8")
    monkeypatch.setattr("builtins.input", lambda question: "k")
    _, out, _ = run("accept", capsys=capsys)
    assert "93" in out
    assert ledger.read_text("utf-8") == wrong
    run("accept", "--yes", capsys=capsys)
    assert ",439," in ledger.read_text("utf-8")


def test_an_accepted_series_that_moved_leaves_its_address(
    desk_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told before anything is written, and written once; what an editor wrote stays."""
    ledger, addresses = Path("content/so-lieu/so-cai.csv"), Path("content/so-lieu/dia-chi-cu.csv")
    settlement = settled(ledger, Path("content"), Path("pelicanconf.py"))
    slug = settlement.accepted[0].chuoi
    before = [replace(e, chuoi="cu--lop") if e.chuoi == slug else e for e in settlement.accepted]
    lost = replace(before[0], ma="sl-mat", chuoi="cu--mat", nguyen_van="1.234.567")
    write_ledger(ledger, [*before, lost])
    mine = "cu,moi,ngay\nxa,xua,"
    addresses.write_text(mine, "utf-8")
    monkeypatch.setattr("builtins.input", lambda question: "k")
    _, out, _ = run("accept", capsys=capsys)
    assert f"Trang /so-lieu/cu--lop/ sẽ dẫn tới /so-lieu/{slug}/." in out
    assert "/so-lieu/cu--mat/ không còn" in out
    assert addresses.read_text("utf-8") == mine
    with pytest.MonkeyPatch.context() as stopped:
        stopped.setattr("stat_index.ledgers.ledger_file.write_ledger", lambda *_: 1 / 0)
        run("accept", "--yes", capsys=capsys)
    run("accept", "--yes", capsys=capsys)
    rows = [line.split(",")[:2] for line in addresses.read_text("utf-8").splitlines()]
    assert rows == [["cu", "moi"], ["xa", "xua"], ["cu--lop", slug], ["cu--mat", ""]]
    assert "Không có số liệu nào" in run("accept", capsys=capsys)[1]


def test_nothing_is_accepted_beside_old_addresses_that_cannot_be_read(
    desk_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("content/so-lieu/dia-chi-cu.csv").write_text("a;b\n", "utf-8")
    status, _, err = run("--lang", "en", "accept", "--yes", capsys=capsys)
    assert status == 1
    assert "dia-chi-cu.csv:1:1: error: its first line must be cu,moi,ngay" in err


def test_fix_shows_first_and_writes_only_when_told(
    desk_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path("content/a.md")
    path.write_text("Tiêu đề: A1\nNgày: 13/11/2023\n\nHai  dấu cách.\n", "utf-8")
    monkeypatch.setattr("builtins.input", lambda question: "k")
    _, out, _ = run("check", "--fast", "--fix", capsys=capsys)
    assert "+Hai dấu cách." in out
    assert "Hai  dấu" in path.read_text("utf-8")
    monkeypatch.setattr("builtins.input", lambda question: "c")
    run("check", "--fast", "--fix", capsys=capsys)
    assert "Hai dấu cách." in path.read_text("utf-8")
    assert "Mã: a" in path.read_text("utf-8")


def test_new_makes_an_article_that_checks_clean(
    desk_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for title in ("Lễ khai giảng", "Lễ khai giảng", '"Học" và [hành] #1: 2023'):
        status, out, _ = run("new", title, "--date", "05/09/2024", capsys=capsys)
        assert status == 0
        assert "content/bai-viet/2024/" in out
    names = sorted(path.name for path in Path("content/bai-viet/2024").iterdir())
    assert names == ["hoc-va-hanh-1-2023.md", "le-khai-giang-2.md", "le-khai-giang.md"]
    status, _, err = run("check", "--fast", capsys=capsys)
    assert status == 0
    told = [line for line in err.splitlines() if line.startswith("content/")]
    assert len(told) == 3
    assert all("là lời nhắc của khung bài" in line for line in told)


def test_an_unknown_language_is_told_wherever_it_stands(
    desk_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (("--lang", "fr", "build"), ("build", "--lang", "fr"), ("build", "--lang=fr")):
        status, _, err = run(*words, capsys=capsys)
        assert status == 2
        assert "'fr' không có trong: 'vi', 'en'" in err


def test_new_tells_of_an_article_of_the_same_title(
    desk_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In lists and in the search both would look the same."""
    assert "cùng tiêu đề" not in run("new", "Khai giảng", "--date", "05/09/2024", capsys=capsys)[1]
    status, out, _ = run("new", "Khai giảng", "--date", "05/09/2025", capsys=capsys)
    assert status == 0
    assert "cùng tiêu đề, content/bai-viet/2024/khai-giang.md" in out


def test_an_id_does_not_say_the_year_twice(
    desk_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Unless the shorter one is taken."""
    for title, file, id in (
        ("Tổng kết 2024", "tong-ket-2024", "tong-ket-2024"),
        ("Tổng kết", "tong-ket", "tong-ket-2024-2"),
        ("Hội thao", "hoi-thao", "hoi-thao-2024"),
        ("Hội thao 2024", "hoi-thao-2024", "hoi-thao-2024-2024"),
    ):
        run("new", title, "--date", "20/12/2024", capsys=capsys)
        text = Path(f"content/bai-viet/2024/{file}.md").read_text("utf-8")
        assert f"\nMã: {id}\n" in text


def test_new_asks_again_where_an_answer_is_of_no_use(
    desk_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["…", "Nghỉ lễ", "thong-bao", "7", "1", "32/9/2024", "01/09/2024"])
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda prompt: next(answers))
    status, out, err = run("new", capsys=capsys)
    assert status == 0
    assert Path("content/bai-viet/2024/nghi-le.md").is_file()
    for words in ("ít nhất một chữ cái", "có 1 chuyên mục", "“32/9/2024” không phải ngày có thật"):
        assert words in out + err


def test_new_says_how_a_date_is_written(
    desk_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _, err = run("new", "Nghỉ lễ", "--date", "2024-13-01", capsys=capsys)
    assert status == 1
    assert "viết ngày/tháng/năm, ví dụ 13/11/2023" in err


@pytest.mark.parametrize("answer", ["3", "thong-bao", "Thông báo", "thông báo nghỉ"])
def test_an_outline_is_chosen_by_number_or_name(
    answer: str, desk_folder: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    answers = iter(["Nghỉ lễ", answer, "1", "01/09/2025"])
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda prompt: next(answers))
    assert run("new", capsys=capsys)[0] == 0
    made = Path("content/bai-viet/2025/nghi-le.md").read_text("utf-8")
    assert "- Thời gian:" in made


def test_new_asks_step_by_step(
    desk_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["Thông báo nghỉ lễ", "thong-bao", "1", "01/09/2024"])
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda prompt: next(answers))
    status, _, _ = run("new", capsys=capsys)
    text = Path("content/bai-viet/2024/thong-bao-nghi-le.md").read_text("utf-8")
    assert status == 0
    assert "Mã: thong-bao-nghi-le-2024\nNgày: 01/09/2024\nChuyên mục: Tin tức\n" in text
    assert "Hết hạn:" in text


def test_status_says_what_waits(desk_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = "Tiêu đề: {}\nNgày: {}\n{}\nx\n"
    Path("content/a.md").write_text(head.format("Sau này", "01/01/2199", ""), "utf-8")
    Path("content/b.md").write_text(
        head.format("Nháp", "01/01/2023", "Trạng thái: nháp\n"), "utf-8"
    )
    expired = head.format("Thông báo cũ", "01/01/2023", "Hết hạn: 31/01/2023\n")
    Path("content/c.md").write_text(expired, "utf-8")
    withdrawn = head.format("Bài rút", "01/01/2023", "Trạng thái: đã rút\n")
    Path("content/d.md").write_text(withdrawn, "utf-8")
    _, out, _ = run("status", capsys=capsys)
    assert "2 bài đang đăng" in out
    assert "Đã hết hạn" in out
    assert "31/01/2023  Thông báo cũ" in out
    assert "Hẹn giờ (1):\n  01/01/2199  Sau này  (content/a.md)" in out
    assert "Bản nháp (1):" in out
    _, out, _ = run("status", "--json", capsys=capsys)
    assert json.loads(out)["scheduled"][0]["path"] == "content/a.md"


def test_build_says_what_was_built_and_what_waits(
    desk_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("content/a.md").write_text("Title: Sau này\nDate: 01/01/2199 08:30\n\nx\n", "utf-8")
    status, out, err = run("build", "--output", "out", "--cache", "cache", capsys=capsys)
    assert status == 0, err
    assert "Đã dựng 1 bài" in out
    assert "“Sau này” (a.md), 01/01/2199 08:30." in out
    assert Path("out/2023/11/hoi-nghi-tong-ket-nam-2023/index.html").is_file()
    assert run("verify", "out", capsys=capsys)[0] == 0
    Path("out/index.html").write_text("khác", "utf-8")
    status, _, err = run("verify", "out", capsys=capsys)
    assert status == 1
    assert "khác: index.html" in err


def test_build_stops_on_errors_and_keeps_the_site(
    desk_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("build", "--output", "out", "--cache", "cache", capsys=capsys)[0] == 0
    before = Path("out/index.html").read_bytes()
    Path("content/a.md").write_text(BAD, "utf-8")
    status, _, err = run("build", "--output", "out", "--cache", "cache", capsys=capsys)
    assert status == 1
    assert "content/a.md:2:7: lỗi:" in err
    assert "content/a.md:4:7: lỗi:" in err
    assert Path("out/index.html").read_bytes() == before


def test_build_says_why_a_page_was_made_or_not(
    desk_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["build", "--output", "out", "--cache", "cache"]
    page = "2023/11/hoi-nghi-tong-ket-nam-2023/"
    _, out, err = run(*arguments, "--why", page, capsys=capsys)
    assert f"{page}index.html: làm lại, vì chưa có trong bộ nhớ đệm" in out
    assert "giữ nguyên 0 tệp" in err
    _, out, _ = run(
        *arguments, "--quiet", "--why", page, "--why", "khong-co/", "--lang", "en", capsys=capsys
    )
    assert out == (
        f"{page}index.html: not made anew, because nothing that it shows has changed\n"
        "khong-co/: the site has no such file\n"
    )


@pytest.mark.parametrize("command", ["build", "serve"])
def test_a_folder_without_settings_is_told_so(
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()
    status, _, err = run(command, capsys=capsys)
    assert status == 1
    assert "pelicanconf.py" in err


def test_figures_shows_a_table_and_reads_json_lines(
    desk_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    status, out, _ = run("figures", "content/bai-viet/2023/hoi-nghi.md", capsys=capsys)
    assert status == 0
    assert "439" in out
    assert "Số liệu đọc được (2)" in out
    # Eight columns would break into syllables here.
    assert re.search(
        r"^ +\d+  439 lớp → .+ · 2023 \(.+\) · kết quả\n +.+ \(count\) · 98 %$", out, re.M
    )
    monkeypatch.setenv("COLUMNS", "160")
    _, out, _ = run("figures", "content/bai-viet/2023/hoi-nghi.md", capsys=capsys)
    assert re.search(r"│ 439 lớp +│ .+ │ kết quả +│", out)
    line = {"id": "1", "text": "Năm 2023 mở 439 lớp.", "date": "2023-11-13"}
    done = subprocess.run(
        [sys.executable, "-m", "niengiam.cli", "figures", "--jsonl"],
        input=json.dumps(line).encode(), capture_output=True, check=True,
    )  # fmt: skip
    answer = json.loads(done.stdout)
    assert answer["id"] == "1"
    assert [fact["as_written"] for fact in answer["facts"]] == ["439"]


SAMPLES = ("mau-tong-ket-2023", "mau-tong-ket-2024")
"""Ids of two articles of the sample."""


def test_start_clears_the_sample_but_not_an_editors_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    ledger = tmp_path / "content/so-lieu/so-cai.csv"
    rows = (Entry(article, "sl-1", "lop", *[""] * 6) for article in SAMPLES)
    write_ledger(ledger, rows)
    record = record_of(tmp_path / "content")
    monkeypatch.setattr("niengiam.sample.recorded", lambda: record)
    monkeypatch.chdir(tmp_path)
    mine = tmp_path / "content/bai-viet/2023/cua-toi.md"
    mine.write_text("Title: Của tôi\nDate: 13/11/2023\nId: cua-toi\n\nx\n", "utf-8")
    edited = tmp_path / "content/bai-viet/2023/tong-ket-2023.md"
    edited.write_text(edited.read_text("utf-8") + "\nThêm.\n", "utf-8")
    monkeypatch.setattr("builtins.input", lambda question: "k")
    assert "Chưa thay đổi gì." in run("start", capsys=capsys)[1]
    assert len(list(tmp_path.glob("content/bai-viet/**/*.md"))) > 30
    status, out, _ = run("start", "--yes", capsys=capsys)
    assert status == 0
    assert "tong-ket-2023.md" in out
    left = sorted(path.name for path in tmp_path.glob("content/bai-viet/**/*.md"))
    assert left == ["cua-toi.md", "tong-ket-2023.md"]
    assert (tmp_path / "content/so-lieu/chi-tieu.toml").is_file()
    assert {entry.bai for entry in read_ledger(ledger)} == {"mau-tong-ket-2023"}
    assert (tmp_path / "content/trang/gioi-thieu.md").is_file()


def test_a_cleared_site_says_what_is_still_to_be_written(
    desk_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Pages that serve any institution stay; the others ask for its words until they have them."""
    content = desk_folder / "content"
    shutil.rmtree(content)
    shutil.copytree(ROOT / "content", content)
    (content / "so-lieu/dia-chi-cu.csv").write_text("cu,moi,ngay\na,b,\n", "utf-8")
    run("start", "--yes", capsys=capsys)
    assert not (content / "so-lieu/dia-chi-cu.csv").exists()
    assert {path.stem for path in content.glob("trang/*.md")} == {
        "ban-quyen", "cach-dung-so-lieu", "gioi-thieu", "lien-he", "tro-nang",
    }  # fmt: skip
    registry, found = load_registry(content / "so-lieu")
    assert (registry.organisations, found) == ({}, [])
    _, out, err = run("check", capsys=capsys)
    assert "0 lỗi, 3 lời khuyên" in out
    assert err.count("(outline-left)") == 3
    stub = content / "so-lieu/don-vi.toml"
    example = [line.removeprefix("# ") for line in stub.read_text("utf-8").splitlines()[-6:]]
    stub.write_text("\n".join(example), "utf-8")
    assert [*load_registry(stub.parent)[0].organisations] == ["truong-hoa-sen"]


def test_the_record_of_the_sample_is_that_of_the_content_folder() -> None:
    """After changing the sample, run `python -m niengiam.sample content`."""
    assert recorded() == record_of(ROOT / "content")


def test_a_pipe_among_the_articles_is_told_and_not_waited_for(tmp_path: Path) -> None:
    """The finding is shown without an excerpt, for opening a pipe would never end."""
    os.mkfifo(tmp_path / "ong.md")
    done = subprocess.run(
        [Path(sys.executable).with_name("niengiam"), "check", "--content", str(tmp_path)],
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "ong.md:1:1" in done.stdout + done.stderr


def test_a_report_made_in_january_is_about_the_year_that_its_title_names(
    desk_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    title = "Báo cáo tổng kết năm 2024"
    status, _, _ = run("new", title, "--template", "bao-cao", "--date", "10/01/2025", capsys=capsys)
    assert status == 0
    text = Path("content/bai-viet/2025/bao-cao-tong-ket-nam-2024.md").read_text("utf-8")
    assert "\n## Phương hướng năm 2025\n" in text
    # Of a whole report: it also tells the year before and the plan of the next.
    assert "Kỳ số liệu" not in text
    assert run("check", "content/bai-viet/2025", capsys=capsys)[0] == 0


def test_a_report_of_a_school_year_plans_the_next_one(
    desk_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    title = "Tổng kết năm học 2025-2026"
    run("new", title, "--template", "bao-cao", "--date", "20/06/2026", capsys=capsys)
    text = Path("content/bai-viet/2026/tong-ket-nam-hoc-2025-2026.md").read_text("utf-8")
    assert "\n## Phương hướng năm học 2026–2027\n" in text


def test_a_build_asked_for_in_english_says_its_own_lines_in_english(
    desk_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run("build", "--lang", "en", capsys=capsys)
    assert status == 0
    told = [line for line in (out + err).splitlines() if not line.startswith("content/")]
    assert any("checking and reading articles" in line for line in told)
    assert [line for line in told if not line.isascii()] == []
    Path("content/bai-viet/2023/loi.md").write_text("Tiêu đề: Một\nNgày: 31/02/2023\n\nHai.\n")
    status, out, err = run("build", "--lang", "en", capsys=capsys)
    assert status == 1
    assert "1 errors; nothing was built" in err


def test_a_file_outside_the_content_folder_is_not_said_to_be_without_errors(
    desk_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("nhap.md").write_text(BAD, "utf-8")
    status, _, err = run("check", "nhap.md", capsys=capsys)
    assert status == 1
    assert "nhap.md: chưa kiểm tra" in err
    assert run("check", "content/bai-viet/2023", capsys=capsys)[0] == 0


def test_a_check_without_settings_says_so(
    desk_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It could not read figures and pictures, and would call clean what a build refuses."""
    Path("pelicanconf.py").write_text("X = (\n", "utf-8")
    status, _, err = run("check", capsys=capsys)
    assert status == 1
    assert "pelicanconf.py:1: lỗi cú pháp" in err
    Path("pelicanconf.py").unlink()
    status, _, err = run("check", capsys=capsys)
    assert status == 1
    assert "pelicanconf.py" in err
    assert run("check", "--fast", capsys=capsys)[0] == 0


def test_an_import_of_sources_that_are_not_there_leaves_nothing(
    desk_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistyped path begins no folder; a page that is refused is in a report."""
    status, _, err = run("import", "khong/co", "--into", "moi", capsys=capsys)
    assert status == 1
    assert "Không có tệp hay thư mục này" in err
    assert not Path("moi").exists()
    Path("trang.html").write_text("<p>Chỉ một câu.</p>", "utf-8")
    status, *_ = run("import", "khong/co", "trang.html", "--into", "moi", capsys=capsys)
    assert status == 1
    assert "khong/co" in Path("moi/nhap-bao-cao.txt").read_text("utf-8")


def test_numbers_that_are_no_figures_are_told_with_their_lines(
    desk_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = Path("content/bai-viet/2023/hoi-nghi.md")
    file.write_text(file.read_text("utf-8") + "\nCông văn số 35-CV/TU.\n", "utf-8")
    status, out, _ = run("figures", str(file), capsys=capsys)
    assert status == 0
    row = next(line for line in out.splitlines() if "35-CV/TU" in line)
    assert [cell.strip() for cell in row.strip("│").split("│")][:2] == ["10", "35-CV/TU"]
