"""What readers see of search, in a real browser under the site's strict policy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from site_search import SearchDocument, SearchSeries
from tests.serving import serve
from tests.site_search.pages import write_site
from tests.site_search.reader import Reader

DOCUMENTS = [
    SearchDocument(
        "2023/11/hoi-nghi/", "Hội nghị tổng kết phong trào thi đua năm 2023",
        "Sáng nay, Cụm thi đua tổ chức hội nghị. " + "Không khí phấn khởi. " * 40
        + "Trong năm đã triển khai 50 đề tài khoa học cấp trường, với 40.000 lượt học viên.",
        "2023-11-13", "Tin tức", tags=("thi đua",),
    ),
    SearchDocument("2022/01/cu/", "Tổng kết công tác đào tạo", "Một bài về đào tạo, học viên.",
                   "2022-01-05", "Đào tạo"),
    SearchDocument("2024/01/moi/", "Tổng kết công tác đào tạo", "Một bài về đào tạo, học viên.",
                   "2024-01-05", "Đào tạo"),
    SearchDocument("2021/02/ma/", "Chuyện con ma", "Con ma trong truyện cổ.", "2021-02-01", "Văn nghệ"),
    SearchDocument("2021/03/ma/", "Chuyện má tôi", "Má đi chợ. Má về.", "2021-03-01", "Văn nghệ"),
    SearchDocument("2020/03/hoa/", "Tặng hoa", "Xã Hoà Bình tặng hoa; hòa giải ở cơ sở.", "2020-03-01"),
    SearchDocument("2019/03/roi/", "Tin ngắn", "Khoa học cần tài; cấp bách thay đề. Viên chức học.",
                   "2019-03-01"),
    SearchDocument("2018/10/nq/", "Học tập Nghị quyết 35-NQ/TW khóa 2015–2020", "Theo 42/2022/NĐ-CP.",
                   "2018-10-22"),
    SearchDocument("2017/05/nc/", "Hội đồng duyệt hồ sơ NCKH", "Khoa Lý luận cơ sở trình hồ sơ NCKH.", "2017-05-02"),
    SearchDocument("2017/06/nc/", "Tập huấn nghiên cứu khoa học", "Phương pháp mới.", "2017-06-02"),
    SearchDocument("gioi-thieu/", "Giới thiệu <b>trường</b>", "Địa chỉ & liên hệ: <script>x</script>"),
]  # fmt: skip
SERIES = [
    SearchSeries("so-lieu/de-tai-cap-truong/", "Đề tài khoa học cấp trường", "2019–2023", ("Trường Mẫu",)),
    SearchSeries("so-lieu/lop/", "Lớp đào tạo, bồi dưỡng", "439 lớp (2023)", ("lớp học", "Trường Mẫu")),
    *(SearchSeries(f"so-lieu/hoa-{n}/", "Bó hoa tặng nhau", "9 bó (2023)", (f"Xã {n}",)) for n in range(7)),
]  # fmt: skip


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site in a folder below the root of its host."""
    folder: Path = tmp_path_factory.mktemp("search")
    write_site(folder / "thu-muc" / "con", DOCUMENTS, SERIES)
    with serve(folder) as host:
        yield f"{host}/thu-muc/con"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_page() as page:
        troubles: list[str] = []
        page.on("console", lambda message: troubles.append(message.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        yield page
        # Some tests ask for pages that this small site does not have.
        assert [trouble for trouble in troubles if "Failed to load" not in trouble] == []


@pytest.fixture
def reader(page: Page, address: str) -> Reader:
    return Reader(page, address)


@pytest.mark.parametrize(
    "query",
    ["đề tài khoa học", "de tai khoa hoc", "DE TAI", "đề tài cấp trường", "tong ket thi dua", "40.000 học viên",
     "40000", "phong trao thi d", "50 de tai"],
)  # fmt: skip
def test_words_are_found_with_and_without_marks(reader: Reader, query: str) -> None:
    assert reader.asks(query)[0] == "2023/11/hoi-nghi/"


def test_neighbours_count_for_more_than_scattered_words(reader: Reader) -> None:
    assert reader.asks("đề tài khoa học cấp ")[:2] == ["2023/11/hoi-nghi/", "2019/03/roi/"]


def test_what_is_spelt_as_typed_comes_first(reader: Reader) -> None:
    assert reader.asks("má ") == ["2021/03/ma/", "2021/02/ma/"]
    assert reader.asks("chuyện con ma ")[0] == "2021/02/ma/"


def test_both_placements_of_a_tone_are_one_word(reader: Reader) -> None:
    assert reader.asks("hòa bình ") == reader.asks("hoà bình ") == ["2020/03/hoa/"]


def test_of_equals_the_newer_comes_first(reader: Reader) -> None:
    assert reader.asks("tổng kết công tác đào tạo")[:2] == ["2024/01/moi/", "2022/01/cu/"]


def test_half_a_word_finds_while_typing(reader: Reader) -> None:
    """Every stage of typing a name finds the article that has it."""
    name = "phong trào thi đua"
    for length in range(2, len(name) + 1):
        assert "2023/11/hoi-nghi/" in reader.asks(name[:length]), name[:length]


def test_all_words_are_asked_for_and_the_nearest_shown_otherwise(reader: Reader) -> None:
    assert reader.asks("truyện cổ ") == ["2021/02/ma/"]
    assert reader.asks("truyện cổ xyz ") == ["2021/02/ma/"]
    assert "Không có bài nào chứa đủ các từ" in reader.status
    assert reader.asks("xyz ") == []
    assert "Không tìm thấy" in reader.status


@pytest.mark.parametrize("query", ["NCKH", "nckh ", "nghiên cứu khoa học ", "nghien cuu khoa hoc"])
def test_a_short_form_and_its_words_find_each_other(reader: Reader, query: str) -> None:
    assert sorted(reader.asks(query)) == ["2017/05/nc/", "2017/06/nc/"]


def test_a_short_form_is_marked_as_it_stands(reader: Reader) -> None:
    reader.asks("nghiên cứu khoa học ")
    marks = reader.page.locator(".search-result__title mark").all_inner_texts()
    assert sorted(marks) == ["NCKH", "nghiên cứu khoa học"]


@pytest.mark.parametrize("query", ['"chức học"', "“chuc hoc”", '"chức học" viên'])
def test_what_stands_in_quotation_marks_stands_together(reader: Reader, query: str) -> None:
    assert reader.asks(query) == ["2019/03/roi/"]


def test_an_article_that_holds_but_the_words_of_a_quotation_is_not_shown(reader: Reader) -> None:
    assert "2019/03/roi/" in reader.asks("học chức")
    assert reader.asks('"học chức"') == []
    assert reader.status.startswith("Không tìm thấy bài nào. Hãy bỏ dấu ngoặc kép")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("phong trào thi đau", "phong trào thi đua"), ("phog trào", "phong trào"), ("con mma", "con ma"),
     ("hoi nghi tong kte", "hoi nghi tong ket"), ("nghị quyt 35", "nghị quyết 35")],
)  # fmt: skip
def test_a_mistyped_word_is_asked_about(reader: Reader, typed: str, meant: str) -> None:
    """With marks where the query has some; the link leads to the results."""
    reader.asks(f"{typed} ")
    assert f"Có phải ý bạn là {meant}" in reader.status
    reader.page.click("[role=status] a")
    reader.page.wait_for_function("() => document.querySelector('[data-search]').dataset.answered")
    assert reader.page.input_value("#tu-khoa").strip() == meant
    assert "Không có bài nào chứa đủ" not in reader.status
    assert reader.results()


@pytest.mark.parametrize("query", ["truyện cổ xyz ", "học chức quá ", "phong trào 2024 ", "xyz "])
def test_nothing_is_asked_about_what_no_article_has(reader: Reader, query: str) -> None:
    reader.asks(query)
    assert "ý bạn" not in reader.status


def test_an_excerpt_shows_the_hit_in_its_own_spelling(reader: Reader) -> None:
    reader.asks("de tai khoa hoc ")
    result = reader.page.locator("[data-search-results] li").first
    marks = result.locator(".search-result__excerpt mark").all_inner_texts()
    assert marks[0] == "đề tài khoa học"
    assert result.locator(".search-result__facts").inner_text() == "13/11/2023 · Tin tức"
    assert result.locator("time").get_attribute("datetime") == "2023-11-13"
    assert len(result.locator(".search-result__excerpt").inner_text()) < 260


@pytest.mark.parametrize("query", ["học tập nghị quyết", "35-NQ/TW"])
def test_numbers_of_documents_stay_on_their_line(reader: Reader, query: str) -> None:
    assert reader.asks(query)[0] == "2018/10/nq/"
    result = reader.page.locator("[data-search-results] li").first
    kept = result.locator(".unbroken").all_inner_texts()
    assert kept == ["35-NQ/TW", "2015–2020", "42/2022/NĐ-CP"]


def test_markup_in_texts_stays_text(reader: Reader) -> None:
    reader.asks("giới thiệu liên hệ")
    assert "<script>x</script>" in reader.page.inner_text(".search-result__excerpt")
    assert reader.page.inner_text(".search-result__title") == "Giới thiệu <b>trường</b>"


@pytest.mark.parametrize(
    ("query", "series"),
    [
        ("so lop", "so-lieu/lop/"),
        ("số lớp năm 2023", "so-lieu/lop/"),
        ("đề tài", "so-lieu/de-tai-cap-truong/"),
        ("de tai khoa h", "so-lieu/de-tai-cap-truong/"),
        ("lớp học của Trường Mẫu", "so-lieu/lop/"),
    ],
)
def test_figures_are_found_by_the_name_of_their_indicator(
    reader: Reader, query: str, series: str
) -> None:
    reader.asks(query)
    assert reader.series()[0] == series


def test_the_link_to_figures_says_whose_they_are(reader: Reader) -> None:
    """Several organisations have a series of the same name."""
    reader.asks("số lớp")
    link = reader.page.locator("[data-search-series] a").first
    assert link.inner_text().split("(")[0] == "Lớp đào tạo, bồi dưỡng 439 lớp "


def test_no_figures_are_shown_where_none_is_meant(reader: Reader) -> None:
    for query in ("2023", "chuyện con ma"):
        reader.asks(query)
        assert reader.series() == []


def test_the_address_keeps_the_query(reader: Reader, page: Page) -> None:
    """A found page can be shared, reloaded, left and come back to."""
    reader.asks("truyện cổ")
    assert page.url.endswith("?q=truy%E1%BB%87n+c%E1%BB%95")
    page.reload()
    page.wait_for_selector("[data-search-results] a")
    assert page.input_value("#tu-khoa") == "truyện cổ"
    page.press("#tu-khoa", "Enter")
    page.click("[data-search-results] a", modifiers=[])
    page.go_back()
    page.wait_for_selector("[data-search-results] a")
    assert reader.results() == ["2021/02/ma/"]


def test_back_leads_through_the_queries(reader: Reader, page: Page) -> None:
    reader.asks("truyện cổ")
    page.goto(f"{reader.root}/tim-kiem/?q=hoa+binh")
    page.wait_for_selector("[data-search-results] a")
    assert reader.results() == ["2020/03/hoa/"]
    page.go_back()
    page.wait_for_selector("[data-search-results] a")
    assert reader.results() == ["2021/02/ma/"]


def test_arrows_walk_through_results_and_escape_leads_back(reader: Reader, page: Page) -> None:
    reader.asks("đào tạo")
    page.press("#tu-khoa", "ArrowDown")
    walked = [page.evaluate("document.activeElement.href")]
    page.keyboard.press("ArrowDown")
    walked.append(page.evaluate("document.activeElement.href"))
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.href") == walked[0] != walked[1]
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "tu-khoa"


def test_a_screen_reader_is_told_how_many(reader: Reader) -> None:
    reader.asks("đào tạo")
    assert reader.status == "Tìm thấy 2 bài và 1 chỉ tiêu số liệu."


def test_of_many_series_readers_are_told_that_these_are_the_nearest(reader: Reader) -> None:
    """Five is how many are shown, not how many there are."""
    reader.asks("tặng hoa")
    assert len(reader.series()) == 5
    assert reader.status == "Tìm thấy 1 bài và 5 chỉ tiêu số liệu gần nhất."


def test_an_empty_query_empties_the_page(reader: Reader) -> None:
    reader.asks("đào tạo")
    reader.page.fill("#tu-khoa", "")
    reader.page.wait_for_function("() => !document.querySelector('[data-search-results] a')")
    assert (reader.status, reader.series()) == ("", [])


def test_a_lost_connection_is_said(reader: Reader, page: Page, address: str) -> None:
    page.route("**/bai/*.json*", lambda route: route.fulfill(status=503))
    page.fill("#tu-khoa", "đào tạo")
    page.wait_for_function(
        "() => document.querySelector('[role=status]').textContent.includes('Không tải được')"
    )
    page.unroute("**/bai/*.json*")
    assert "2024/01/moi/" in reader.asks("đào tạ")


def test_without_javascript_the_page_shows_other_ways(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/tim-kiem/?q=hoa")
    assert "Tìm kiếm cần JavaScript" in page.inner_text("main")
    links = page.eval_on_selector_all(
        ".search__doors a", "links => links.map(a => a.getAttribute('href'))"
    )
    assert links[0] == "../luu-tru/"
    context.close()


def test_more_results_come_on_demand(browser: Browser, tmp_path: Path) -> None:
    many = [
        SearchDocument(f"bai-{n}/", f"Bài số {n}", "Thông báo tuyển sinh.", f"2020-01-{n:02}")
        for n in range(1, 21)
    ]
    write_site(tmp_path, many)
    with serve(tmp_path) as host, browser.new_page() as page:
        reader = Reader(page, host)
        assert reader.asks("tuyển sinh ") == [f"bai-{n}/" for n in range(20, 13, -1)]
        page.click("[data-search-more]")
        page.wait_for_function(
            "() => document.querySelectorAll('[data-search-results] li').length === 14"
        )
        assert page.evaluate("document.activeElement.textContent") == "Bài số 13"
        page.click("[data-search-more]")
        page.wait_for_function(
            "() => document.querySelectorAll('[data-search-results] li').length === 20"
        )
        assert page.is_hidden("[data-search-more]")
