"""Whatever a site was saved in, its articles are found, and what cannot be read is told."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from legacy_import import Note, Report, Status, as_json, as_text, import_sources
from legacy_import.lexicon import table
from legacy_import.saying import level, said
from tests.legacy_import.making import made, page, picture, record, zipped


def codes(report: Report) -> list[str]:
    """Codes of all notes, in order."""
    return [note.code for outcome in report.outcomes for note in outcome.notes]


def test_pictures_and_attachments_beside_a_page_are_copied(tmp_path: Path) -> None:
    """A picture and a document saved with the page come along, byte for byte."""
    folder = tmp_path / "luu"
    (folder / "tin_files").mkdir(parents=True)
    body = '<p><img src="tin_files/h%E1%BB%99i%20tr%C6%B0%E1%BB%9Dng.jpg" alt="Hội trường lớn"></p><p>Xem <a href="tep/ke-hoach.doc">kế hoạch</a>.</p>'
    (folder / "tin.html").write_text(page("Khai giảng lớp thứ nhất", body), "utf-8")
    (folder / "tin_files" / "hội trường.jpg").write_bytes(picture())
    (folder / "tep").mkdir()
    (folder / "tep" / "ke-hoach.doc").write_bytes(b"DOC")
    into = tmp_path / "content"
    report = import_sources([folder], into)
    assert codes(report) == []
    text = made(into)["bai-viet/2010/khai-giang-lop-thu-nhat.md"]
    stem = "hinh-anh/2010/khai-giang-lop-thu-nhat"
    assert f"({{static}}/{stem}/hội%20trường.jpg)" in text
    assert f"[kế hoạch]({{static}}/{stem}/ke-hoach.doc)" in text
    assert (into / stem / "hội trường.jpg").read_bytes() == picture()
    assert (into / stem / "ke-hoach.doc").read_bytes() == b"DOC"


def test_links_between_imported_pages_lead_to_their_files(tmp_path: Path) -> None:
    """A link from page to page becomes ours; one to a page that was not saved stays as it was."""
    warc = tmp_path / "site.warc"
    body = '<p>Xem <a href="tin.aspx?id=2">bài trước</a> và <a href="/khac.aspx?id=9">bài khác</a> nhé.</p>'
    warc.write_bytes(
        record("http://cu.example.vn/tin.aspx?id=1", page("Bài thứ nhất của trang", body))
        + record("http://cu.example.vn/tin.aspx?id=2", page("Bài thứ hai của trang"))
    )
    into = tmp_path / "content"
    import_sources([warc], into)
    first = made(into)["bai-viet/2010/bai-thu-nhat-cua-trang.md"]
    assert "[bài trước]({filename}/bai-viet/2010/bai-thu-hai-cua-trang.md)" in first
    assert "[bài khác](http://cu.example.vn/khac.aspx?id=9)" in first
    assert 'URL cũ: ["tin.aspx?id=1"]' in first
    assert "Nguồn: http://cu.example.vn/tin.aspx?id=1" in first


def test_a_second_import_changes_nothing(tmp_path: Path) -> None:
    """The same source again makes no second article, and an edited one is left as it is."""
    source = tmp_path / "a.html"
    source.write_text(page("Bài được nhập hai lần"), "utf-8")
    into = tmp_path / "content"
    import_sources([source], into)
    (name,) = made(into)
    (into / name).write_text((into / name).read_text("utf-8") + "\nĐã sửa.\n", "utf-8")
    before = made(into)
    report = import_sources([source], into)
    assert [o.status for o in report.outcomes] == [Status.EXISTING]
    assert made(into) == before


def test_a_print_version_is_no_second_article(tmp_path: Path) -> None:
    """Two captures of one article make one, which keeps both old addresses."""
    warc = tmp_path / "a.warc"
    html = page("Bài có bản in")
    warc.write_bytes(
        record("http://x.example.vn/tin?id=3", html) + record("http://x.example.vn/in?id=3", html)
    )
    report = import_sources([warc], tmp_path / "content")
    assert [o.status for o in report.outcomes] == [Status.IMPORTED, Status.EXISTING]
    (text,) = made(tmp_path / "content").values()
    assert 'URL cũ: ["tin?id=3", "in?id=3"]' in text


def test_two_articles_of_one_title_stay_two(tmp_path: Path) -> None:
    """Same title and month, other text: two files, two slugs."""
    for name, extra in (
        ("a", "<p>Lớp thứ nhất có 20 học viên nữ và 22 học viên nam.</p>"),
        ("b", ""),
    ):
        html = page("Khai giảng lớp mới", extra, date="06/06/2010" if extra else "07/06/2010")
        (tmp_path / f"{name}.html").write_text(html, "utf-8")
    import_sources([tmp_path / "a.html", tmp_path / "b.html"], tmp_path / "content")
    texts = made(tmp_path / "content")
    assert sorted(texts) == [
        "bai-viet/2010/khai-giang-lop-moi-2.md",
        "bai-viet/2010/khai-giang-lop-moi.md",
    ]
    assert "Slug: khai-giang-lop-moi-2" in texts["bai-viet/2010/khai-giang-lop-moi-2.md"]


def test_a_cut_archive_gives_what_is_whole_and_tells_the_cut(tmp_path: Path) -> None:
    """Records before the cut are imported; the cut is a refusal."""
    data = gzip.compress(record("http://x.example.vn/1", page("Bài nguyên vẹn")))
    data += gzip.compress(record("http://x.example.vn/2", page("Bài bị cắt")))[:-40]
    source = tmp_path / "a.warc.gz"
    source.write_bytes(data)
    report = import_sources([source], tmp_path / "content")
    assert [o.status for o in report.outcomes] == [Status.IMPORTED, Status.REFUSED]
    assert codes(report) == ["cut-short"]


@pytest.mark.parametrize(("status", "code"), [("404 Not Found", "http-status"), ("301 Moved", "")])
def test_answers_that_are_no_pages_are_told_apart(tmp_path: Path, status: str, code: str) -> None:
    """An error page is refused by its status; a redirect is nobody's page."""
    source = tmp_path / "a.warc"
    source.write_bytes(
        record("http://x.example.vn/1", page("Bài còn đó"))
        + record("http://x.example.vn/2", page("Trang lỗi"), status=status)
    )
    report = import_sources([source], tmp_path / "content")
    assert codes(report) == ([code] if code else [])


def test_a_mail_page_brings_its_pictures(tmp_path: Path) -> None:
    """An .mht file holds page and pictures; its address becomes the old address."""
    import base64

    html = page(
        "Trang lưu một tệp", '<p><img src="http://x.example.vn/a.jpg" alt="Cổng trường"></p>'
    )
    body = base64.encodebytes(html.encode()).decode()
    image = base64.encodebytes(picture()).decode()
    source = tmp_path / "a.mht"
    source.write_text(
        "From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n"
        "--B\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n"
        f"Content-Location: http://x.example.vn/tin?id=8\n\n{body}\n"
        "--B\nContent-Type: image/jpeg\nContent-Transfer-Encoding: base64\n"
        f"Content-Location: http://x.example.vn/a.jpg\n\n{image}\n--B--\n"
    )
    into = tmp_path / "content"
    report = import_sources([source], into)
    assert codes(report) == []
    (text,) = made(into).values()
    assert 'URL cũ: ["tin?id=8"]' in text
    assert [p.read_bytes() for p in into.rglob("a.jpg")] == [picture()]


def test_a_zip_is_read_without_unpacking(tmp_path: Path) -> None:
    """Pages and their pictures are read inside the archive."""
    members = {
        "luu/tin.htm": page("Bài trong gói", '<p><img src="anh/a.jpg" alt="Sân"></p>'),
        "luu/anh/a.jpg": picture(),
    }
    report = import_sources([zipped(tmp_path / "a.zip", members)], tmp_path / "content")
    assert codes(report) == []
    assert [o.name for o in report.outcomes] == ["a.zip » luu/tin.htm"]


def test_names_in_a_zip_lead_nowhere(tmp_path: Path) -> None:
    """A member called ../../x writes nothing outside of the folder."""
    members = {
        "../../thoat.html": page("Bài tên độc", '<p><img src="../../../anh.jpg" alt="x y"></p>')
    }
    into = tmp_path / "sau" / "trong" / "content"
    import_sources([zipped(tmp_path / "a.zip", members)], into)
    outside = [p for p in tmp_path.rglob("*") if p.is_file() and not p.is_relative_to(into)]
    assert outside == [tmp_path / "a.zip"]
    assert list(made(into)) == ["bai-viet/2010/bai-ten-doc.md"]


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    """A member that would swell two hundred times is not opened."""
    members: dict[str, bytes | str] = {"a.html": b"<p>" + b"a" * 30_000_000}
    report = import_sources([zipped(tmp_path / "a.zip", members)], tmp_path / "content")
    assert codes(report) == ["too-large"]
    assert report.barren == (str(tmp_path / "a.zip"),)


def test_a_link_out_of_the_source_is_not_followed(tmp_path: Path) -> None:
    """Neither a symlinked page nor a picture outside of the folder is read."""
    secret = tmp_path / "kin.html"
    secret.write_text(page("Trang kín"), "utf-8")
    (tmp_path / "kin.jpg").write_bytes(picture())
    folder = tmp_path / "luu"
    folder.mkdir()
    (folder / "a.html").symlink_to(secret)
    (folder / "b.html").write_text(
        page("Trang thường", '<p><img src="../kin.jpg" alt="Ảnh ngoài"></p>'), "utf-8"
    )
    report = import_sources([folder], tmp_path / "content")
    assert codes(report) == ["outside", "picture-missing"]
    assert list(made(tmp_path / "content")) == ["bai-viet/2010/trang-thuong.md"]


def test_entities_of_xml_are_never_opened(tmp_path: Path) -> None:
    """A feed that declares entities is refused, whatever they are."""
    source = tmp_path / "a.xml"
    source.write_text(
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        "<rss><channel><item><title>T</title><description>&x;</description></item></channel></rss>"
    )
    report = import_sources([source], tmp_path / "content")
    assert codes(report) == ["xml-entities"]
    assert made(tmp_path / "content") == {}


FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Trang</title>
<item><title>Bài &amp; số 1</title><link>http://x.example.vn/?p=1</link>
<pubDate>Tue, 05 Oct 2010 18:30:00 +0000</pubDate>
<description>&lt;p&gt;Toàn văn bài số 1 có 15 lớp.&lt;/p&gt;</description></item>
<item><title>Bài 2</title><link>http://x.example.vn/?p=2</link><pubDate>Wed, 06 Oct 2010 08:00:00 +0700</pubDate>
<description>Chỉ là phần đầu của bài thứ hai [...]</description></item></channel></rss>"""


def test_a_feed_gives_its_articles(tmp_path: Path) -> None:
    """A date in UTC is led to Vietnam; an item that is only an excerpt becomes a draft."""
    source = tmp_path / "feed.rss"
    source.write_text(FEED, "utf-8")
    report = import_sources([source], tmp_path / "content")
    assert [o.status for o in report.outcomes] == [Status.IMPORTED, Status.DOUBTFUL]
    texts = made(tmp_path / "content")
    assert "Ngày: 06/10/2010 01:30" in texts["bai-viet/2010/bai-so-1.md"]
    assert 'URL cũ: ["?p=1"]' in texts["bai-viet/2010/bai-so-1.md"]
    assert "Trạng thái: bản nháp" in texts["bai-viet/2010/bai-2.md"]


EXPORT = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<wp:author><wp:author_login>lan</wp:author_login><wp:author_display_name>Trịnh Thị Lan</wp:author_display_name></wp:author>
<item><title>Giới thiệu</title><link>http://x.example.vn/gioi-thieu/</link><dc:creator>lan</dc:creator>
<content:encoded><![CDATA[Trường có 9 khoa.]]></content:encoded><wp:post_id>1</wp:post_id>
<wp:post_date>2012-01-02 08:00:00</wp:post_date><wp:status>publish</wp:status><wp:post_type>page</wp:post_type></item>
<item><title>Bài nháp</title><link>http://x.example.vn/?p=2</link><dc:creator>lan</dc:creator>
<content:encoded><![CDATA[Đoạn một.

Đoạn hai có <strong>12 lớp</strong>.

[gallery ids="4,5"]]]></content:encoded><wp:post_id>2</wp:post_id><wp:post_date>2012-03-04 23:15:00</wp:post_date>
<wp:status>draft</wp:status><wp:post_type>post</wp:post_type>
<category domain="category">Tin tức</category><category domain="post_tag">lớp học</category></item>
<item><title>anh</title><wp:post_id>4</wp:post_id><wp:post_type>attachment</wp:post_type></item></channel></rss>"""


def test_a_wordpress_export_keeps_what_wordpress_knew(tmp_path: Path) -> None:
    """Pages become pages, drafts drafts; the account's full name is the author."""
    source = tmp_path / "wp.xml"
    source.write_text(EXPORT, "utf-8")
    import_sources([source], tmp_path / "content")
    texts = made(tmp_path / "content")
    assert sorted(texts) == ["bai-viet/2012/bai-nhap.md", "trang/gioi-thieu.md"]
    draft = texts["bai-viet/2012/bai-nhap.md"]
    for line in (
        "Ngày: 04/03/2012 23:15",
        'Tác giả: "Trịnh Thị Lan"',
        'Thẻ: ["lớp học"]',
        "Trạng thái: bản nháp",
    ):
        assert line in draft
    assert "\n\nĐoạn một.\n\nĐoạn hai có **12 lớp**.\n" in draft
    assert "gallery" not in draft


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("rong.html", b"  \n", "empty"),
        ("danh-muc.html", "".join(f'<h3><a href="/t{n}">Tin số {n} trong danh mục tin</a></h3><p>Tóm tắt của tin số {n}, đủ dài để giống một đoạn văn thật.</p>' for n in range(6)).encode(), "listing"),
        ("trang-chu.html", b"<ul><li><a href=/1>Mot</a><li><a href=/2>Hai</a></ul>", "no-article"),
        ("khong-ngay.html", f"<h1>Bài không ngày</h1><p>{'Bài này không nói ngày nào, chỉ nói chuyện trường lớp. ' * 3}</p>".encode(), "no-date"),
        ("hong.zip", b"PK\x03\x04 hong", "broken-archive"),
        ("rong.mht", b"MIME-Version: 1.0\nContent-Type: text/plain\n\nxin chao", "no-html"),
        ("khong-muc.xml", b"<?xml version='1.0'?><rss><channel></channel></rss>", "no-items"),
        ("hong.warc", b"WARC/1.0\r\nnot a header", "cut-short"),
    ],
)  # fmt: skip
def test_what_gives_no_article_is_refused(
    tmp_path: Path, name: str, data: bytes, code: str
) -> None:
    """Each refusal has its reason, and the source is named as barren."""
    source = tmp_path / name
    source.write_bytes(data)
    report = import_sources([source], tmp_path / "content")
    assert codes(report) == [code]
    assert report.barren == (str(source),)
    assert made(tmp_path / "content") == {}


def test_the_report_names_every_source(tmp_path: Path) -> None:
    """Text and JSON tell what became of each, in words and in codes."""
    (tmp_path / "a.html").write_text(
        page("Bài tốt", '<p><img src="mat.jpg" alt="Sân trường"></p>'), "utf-8"
    )
    report = import_sources([tmp_path / "a.html", tmp_path / "khong-co.html"], tmp_path / "content")
    text = as_text(report)
    assert "a.html → bai-viet/2010/bai-tot.md" in text
    assert "Bản lưu không có ảnh mat.jpg" in text
    assert "Không có tệp hay thư mục này; kiểm tra lại đường dẫn" in text
    assert '"code": "picture-missing"' in as_json(report)
    assert f"Nguồn không cho bài nào: {tmp_path / 'khong-co.html'}" in text


def test_every_note_can_be_said_in_both_languages() -> None:
    """The detail stands in both, or in neither."""
    for code, words in table("notes").items():
        message = words["message"] + words["mend"]
        assert ("{x}" in message) == ("{x}" in words["english"]), code
        assert said(Note(code, "42"), "en") != said(Note(code, "42"))
        assert level(code) in {"done", "missing", "doubt", "refused", "same"}


@pytest.mark.parametrize(
    ("first", "status", "code"),
    [
        ("gày 10/11, họp", Status.IMPORTED, "capital-restored"),
        ("hiều 10/11, họp", Status.IMPORTED, "capital-restored"),
        ("hiều đoàn viên", Status.DOUBTFUL, "capital-lost"),
        ("ới 45 triệu đồng", Status.DOUBTFUL, "capital-lost"),
        ("Ngày 10/11, họp", Status.IMPORTED, ""),
    ],
)
def test_a_lost_capital_is_put_back_only_when_it_is_certain(
    tmp_path: Path, first: str, status: Status, code: str
) -> None:
    """`ới` may have been Với, Mới or Tới: the page becomes a draft, and says why."""
    source = tmp_path / "a.html"
    text = f"{first}, trường khai giảng lớp bồi dưỡng với 42 học viên của 7 xã."
    source.write_text(
        f'<meta charset="utf-8"><h1>Khai giảng lớp</h1><p>Ngày đăng: 11/11/2010</p><p>{text}</p>'
    )
    report = import_sources([source], tmp_path / "content")
    assert [o.status for o in report.outcomes] == [status]
    assert codes(report) == ([code] if code else [])
