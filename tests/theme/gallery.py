"""A small site of every page type, made from plain values: no build, no content folder.

It shows what the sample site may not: states of an article, an empty archive,
a site with an address, the component page.
"""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path, PurePosixPath
from types import SimpleNamespace
from typing import Any

import jinja2
from markupsafe import Markup

from press.archive.listing import cut
from press.fragments import Fragments
from press.pages.assets import stylesheet
from press.pages.template_filters import filters
from press.site import SiteInfo
from press.site_state import Frame
from tests.theme.examples import THEME, load_components
from vntext.dates import VIETNAM

SITE = SiteInfo(
    name="Niên giám",
    tagline="Tin tức và số liệu qua các năm",
    organisation="Trường Chính trị Mẫu",
    address="Số 1, đường Mẫu, thành phố Mẫu",
    responsible="Ban Biên tập",
    phone="0220 3000 000",
    email="bientap@truongmau.example",
    copyright="Trường Chính trị Mẫu",
    url="https://truongmau.example/tin",
)
BODY = """
<p>Ngày 10/11, tại tỉnh Hưng Yên, hội nghị bàn nhiệm vụ năm 2024.<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p>
<h2>Kết quả</h2>
<ul><li>439 lớp với trên 40 nghìn học viên;</li><li>50 đề tài khoa học cấp trường.</li></ul>
<blockquote><p>Ba trục: đào tạo, nghiên cứu, tổng kết.</p></blockquote>
<table><thead><tr><th>Chỉ tiêu</th><th>Đơn vị tính</th><th>Năm 2022</th><th>Năm 2023</th><th>Kế hoạch năm 2024 theo nghị quyết</th></tr></thead>
<tbody><tr><td>Lớp đào tạo, bồi dưỡng</td><td>lớp</td><td>50</td><td>53</td><td>55</td></tr></tbody></table>
<figure><img src="../../../theme/icons/icon-512.png" width="512" height="512" alt="Biểu trưng"><figcaption>Biểu trưng. Ảnh: Ban Biên tập</figcaption></figure>
<div class="footnote"><hr><ol><li id="fn:1"><p>Theo báo cáo. <a class="footnote-backref" href="#fnref:1" title="Trở lại chú thích số 1 trong bài">↩</a></p></li></ol></div>
"""
_LONG_WORD = "Nghiêngnghiênghuỳnhhuỵchkhuếchkhoácnghoằnngoèongoeonguậyngoạm"
_YEARS = range(2014, 2026)
#: What no page may be torn by: words without end, a table of many columns that begins with a
#: number of order and ends with a remark, code without a break.
UNWIELDY_BODY = f"""
<p>{_LONG_WORD}: https://bao.example/{"duong-dan-" * 12}</p>
<table><thead><tr><th class="right">STT</th><th>Tên đơn vị</th>{"".join(f'<th class="right">{year}</th>' for year in _YEARS)}<th>Ghi chú</th></tr></thead>
<tbody><tr><td class="right">1</td><td>Trung tâm chính trị huyện thứ nhất</td>{"".join(f'<td class="right">{year - 1000}</td>' for year in _YEARS)}<td>Tính cả các lớp mở ở huyện khác</td></tr></tbody></table>
<pre><code>{"0123456789 " * 20}</code></pre>
"""


def _term(kind: str, name: str, slug: str) -> SimpleNamespace:
    return SimpleNamespace(name=name, slug=slug, url=f"{kind}/{slug}/")


CATEGORY = _term("chuyen-muc", "Đào tạo, bồi dưỡng", "dao-tao-boi-duong")
TAG = _term("the", "đề tài khoa học", "de-tai-khoa-hoc")
AUTHOR = _term("tac-gia", "Ban Biên tập", "ban-bien-tap")
STATES: dict[str, dict[str, Any]] = {
    "day-du": {},
    "toi-thieu": {"summary": "", "tags": [], "authors": [], "place": "", "source": "", "corrections": ()},
    "ban-nhap": {"status": "draft"},
    "da-rut": {"status": "withdrawn"},
    "minh-hoa": {"demonstration": True},
    "kho-xep": {
        "title": f"Nghị quyết số 35-NQ/TW và {_LONG_WORD} ở các trường chính trị giai đoạn 2015–2025",
        "summary": f"ĐỂ ĐẶT ẤN, ỄNH ƯƠNG: https://bao.example/{'duong-dan-' * 12}",
        "content": Markup(UNWIELDY_BODY),
        "tags": [_term("the", f"thẻ {number} {_LONG_WORD if number == 7 else ''}", f"the-{number}") for number in range(100)],
        "authors": [_term("tac-gia", f"Công Tằng Tôn Nữ Thị Huyền Trân {number}", f"tran-{number}") for number in range(6)],
        "place": _LONG_WORD,
    },
}  # fmt: skip


def article(number: int, name: str, **changes: Any) -> SimpleNamespace:
    """An article as press gives it, with everything set that an editor may set."""
    date = datetime.datetime(2023, 11, 13, 8, 30, tzinfo=VIETNAM) - datetime.timedelta(30 * number)
    correction = SimpleNamespace(
        figure="52 lớp", old="25", text=None, article=None, reason="gõ nhầm", date=date
    )
    values: dict[str, Any] = {
        "title": f"Hội nghị tổng kết “nửa năm” lần thứ {number}: <nhiệm vụ> & giải pháp",
        "url": f"{date:%Y/%m}/{name}/",
        "date": date,
        "summary": "Các trường điểm lại một năm dạy và học.",
        "content": Markup(BODY),
        "category": CATEGORY,
        "tags": [TAG],
        "authors": [AUTHOR],
        "image": "theme/icons/icon-512.png" if number % 2 else None,
        "place": "Hưng Yên",
        "source": "https://bao.example/bai/1",
        "corrections": (correction,),
        "observations": (),
        "organisation": None,
        "demonstration": False,
        "scheduled": False,
        "status": "published",
        "lang": "vi",
        "previous_article": None,
        "next_article": None,
        "related": [],
    }
    return SimpleNamespace(**{**values, **changes})


def articles() -> list[SimpleNamespace]:
    """Newest first; the first six in different states."""
    states = list(STATES.items())
    made = [
        article(number, *(states[number][:1] if number < len(states) else (f"bai-{number}",)),
                **(states[number][1] if number < len(states) else {}))
        for number in range(14)
    ]  # fmt: skip
    for newer, older in pairwise(made):
        newer.previous_article, older.next_article = older, newer
    made[0].related = made[5:9]
    return made


def pages(all_articles: list[SimpleNamespace]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """File, template and values of every page."""
    years = [(2023, 10), (2022, 4)]
    yield "index.html", "index.html", {"articles": all_articles, "years": years, "band": _band()}
    yield "trang-chu-trong/index.html", "index.html", {"articles": [], "years": []}
    for one in all_articles:
        yield f"{one.url}index.html", "article.html", {"article": one}
    for kind, term in (("category", CATEGORY), ("tag", TAG), ("author", AUTHOR)):
        for listing in cut(all_articles, term.url, 5):  # type: ignore[arg-type]
            yield listing.save_as, f"{kind}.html", {kind: term, "listing": listing}
    for plural, folder, term in (
        ("categories", "chuyen-muc", CATEGORY), ("tags", "the", TAG), ("authors", "tac-gia", AUTHOR),
    ):  # fmt: skip
        yield f"{folder}/index.html", f"{plural}.html", {plural: [(term, 1250)]}
    yield "luu-tru/index.html", "archives.html", {"years": years, "total": 14}
    period = {
        "year": 2023, "earlier": 2022, "later": None, "months": [(11, 2), (10, 3)],
        "articles": all_articles,
    }  # fmt: skip
    yield "2023/index.html", "period_archives.html", {**period, "month": None}
    yield "2023/11/index.html", "period_archives.html", {**period, "month": 11}
    yield "so-do-trang/index.html", "site_map.html", {"years": years, "categories": [CATEGORY]}
    own = SimpleNamespace(
        title="Giới thiệu", url="gioi-thieu/", summary="", status="published", content=Markup(BODY)
    )
    yield "gioi-thieu/index.html", "page.html", {"page": own}
    yield "404.html", "404.html", {}
    yield "thanh-phan/index.html", "components.html", {"components": load_components()}


def _band() -> SimpleNamespace:
    figures = [
        SimpleNamespace(value=value, unit=unit, label=label, address="so-lieu/")
        for value, unit, label in (
            ("53", "lớp", "Lớp đào tạo, bồi dưỡng"),
            ("4.227", "học viên", "Học viên"),
            ("10", "đề tài", "Đề tài khoa học cấp trường"),
            ("89%", "", "Tốt nghiệp loại khá, giỏi"),
        )
    ]
    return SimpleNamespace(
        title="Năm 2024 qua các con số", organisation="Trường Chính trị Mẫu",
        demonstration=True, figures=figures,
    )  # fmt: skip


def environment() -> jinja2.Environment:
    """Jinja as press sets it up, but with names that must exist."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(THEME / "templates"),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[Fragments],
    )
    made.filters.update(filters())
    return made


def build_gallery(folder: Path, site: SiteInfo = SITE) -> list[str]:
    """Writes the gallery into `folder`; its pages, from the root of the site."""
    shown = articles()
    nav = ((CATEGORY.name, CATEGORY.url), ("Số liệu", "so-lieu/"), ("Lưu trữ", "luu-tru/"))
    frame = Frame(nav, (("Giới thiệu", "gioi-thieu/"),))
    context = {"SITE": site, "frame": frame, "development": True}
    jinja, written = environment(), []
    for name, template, values in pages(shown):
        depth = len(PurePosixPath(name).parts) - 1
        root = "/".join([".."] * depth) or "."
        html = jinja.get_template(template).render({**context, "SITEURL": root, **values})
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(html + "\n", "utf-8")
        written.append(name)
    _copy_static(folder / "theme", site)
    return written


def _copy_static(target: Path, site: SiteInfo) -> None:
    for part in ("fonts", "icons", "js"):
        shutil.copytree(THEME / "static" / part, target / part, dirs_exist_ok=True)
    (target / "css").mkdir(exist_ok=True)
    css = stylesheet(THEME / "static" / "css", site)
    (target / "css" / "site.css").write_text(css, "utf-8")
