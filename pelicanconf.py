"""Cấu hình của trang. / The site's settings.

Những gì một cơ quan thường đổi nằm ở phần đầu. Phần sau là cách Niên giám dùng
Pelican; chỉ đổi khi biết rõ. / What an institution changes comes first; below
is how Niên giám uses Pelican.
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "plugins"))

from press import NienGiam, filters  # noqa: E402

# --- Cơ quan -----------------------------------------------------------------

SITENAME = "Niên giám"
SITE = {
    "tagline": "Tin tức và số liệu qua các năm",
    "organisation": "Trường Chính trị Mẫu",
    "address": "Số 1, đường Mẫu, thành phố Mẫu (địa chỉ minh họa)",
    "responsible": "Ban Biên tập Trường Chính trị Mẫu (minh họa)",
    "phone": "",
    "email": "bientap@truongmau.example",
    "copyright": "Trường Chính trị Mẫu; ghi rõ nguồn khi trích dẫn",
    "logo": "",  # ảnh vuông trong thư mục nội dung, ví dụ "hinh-anh/logo.svg"
    "accent": "#8c1d18",
    "accent_dark": "#f0a49b",
}

#: Chuyên mục của bài không ghi chuyên mục, và thứ tự trên thanh điều hướng.
DEFAULT_CATEGORY = "Tin tức"
NAV_CATEGORIES: list[str] = []

#: Đơn vị của số liệu trong bài không ghi đơn vị: mã hoặc tên trong content/so-lieu/don-vi.toml.
#: Trang của một cơ quan thì ghi cơ quan ấy; để trống thì số vào bảng “Chưa rõ đơn vị”.
DEFAULT_ORGANISATION = ""

#: Số bài trên một trang danh sách.
DEFAULT_PAGINATION = 20

# --- Pelican -----------------------------------------------------------------

PELICAN_CLASS = NienGiam
JINJA_FILTERS = filters()
PATH = "content"
OUTPUT_PATH = "output"
THEME = str(HERE / "theme")
PLUGINS: list[str] = []

SITEURL = ""
#: Địa chỉ mà người đọc vào, kể cả thư mục con nếu có. `niengiam check` nhắc khi bài viết
#: địa chỉ đầy đủ của chính trang này; publishconf.py dùng nó khi phát hành.
PUBLISHED_AT = "https://niengiam.example"
SITE_ADDRESS = ""  # địa chỉ tuyệt đối, đặt trong publishconf.py
RELATIVE_URLS = True
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
LOCALE = ["C.UTF-8", "C"]  # ngày tháng tiếng Việt không nhờ đến locale của máy

#: Hiện bản nháp và bài hẹn giờ (chỉ khi xem thử).
SHOW_DRAFTS = False

TYPOGRIFY = False  # press.reader.typography làm việc này, chỉ với phần an toàn cho tiếng Việt
MARKDOWN = {
    "extensions": [
        "markdown.extensions.fenced_code",
        "markdown.extensions.tables",
        "markdown.extensions.attr_list",
        "markdown.extensions.footnotes",
        "markdown.extensions.def_list",
        "markdown.extensions.abbr",
        "markdown.extensions.sane_lists",
    ],
    "extension_configs": {
        "markdown.extensions.footnotes": {"BACKLINK_TITLE": "Trở lại chú thích số {} trong bài"},
    },
    "output_format": "html",
}
READERS = {"rst": None, "html": None}  # mọi bài đều là Markdown, do press.reader.reading đọc
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": ["press.fragments.Fragments"],
}

ARTICLE_URL = "{date:%Y}/{date:%m}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
DRAFT_URL = "ban-nhap/{slug}/"
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = PAGE_URL + "index.html"
CATEGORY_URL = "chuyen-muc/{slug}/"
CATEGORY_SAVE_AS = CATEGORY_URL + "index.html"
TAG_URL = "the/{slug}/"
TAG_SAVE_AS = TAG_URL + "index.html"
AUTHOR_URL = "tac-gia/{slug}/"
AUTHOR_SAVE_AS = AUTHOR_URL + "index.html"
YEAR_ARCHIVE_URL = "{date:%Y}/"
MONTH_ARCHIVE_URL = "{date:%Y}/{date:%m}/"

# Nguồn cấp tin do press.pages.feeds viết.
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
