"""An invented archive of any size, as our content folder and as a Hugo site with like pages."""

from __future__ import annotations

import datetime
import json
import random
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

_WHO = ("Nhà trường", "Khoa Xây dựng Đảng", "Phòng Đào tạo", "Công đoàn cơ sở", "Lớp trung cấp", "Đoàn giảng viên", "Hội đồng khoa học", "Ban Giám hiệu")  # fmt: skip
_DID = ("đã bàn kỹ", "đang chuẩn bị", "vừa hoàn thành", "sẽ tiếp tục", "cùng trao đổi về", "thống nhất cách làm", "rà soát lại", "giới thiệu")  # fmt: skip
_WHAT = ("chương trình học kỳ tới", "việc đi thực tế ở xã", "nội dung bài giảng mới", "cách chấm bài thu hoạch", "kế hoạch sửa thư viện", "hội thi kể chuyện", "việc đưa tư liệu lên mạng", "lịch trực dịp lễ")  # fmt: skip
_HOW = ("với sự góp ý của nhiều học viên", "theo đề nghị của các huyện", "để kịp ngày khai giảng", "trong tinh thần cởi mở", "sau một thời gian làm thử", "nhờ kinh nghiệm của những khóa trước")  # fmt: skip
_HEADS = ("Việc đã làm", "Ý kiến trao đổi", "Số liệu trong kỳ", "Việc sắp tới")
_CATEGORIES = ("Tin tức", "Đào tạo", "Nghiên cứu", "Đoàn thể", "Thông báo", "Thực tế", "Thư viện", "Hợp tác")  # fmt: skip
_TAGS = tuple(f"chủ đề {number}" for number in range(1, 61))
_PICTURES = 50


@dataclass(frozen=True, slots=True)
class Article:
    """One invented article."""

    number: int
    title: str
    date: datetime.date
    category: str
    tags: tuple[str, ...]
    summary: str
    body: str


def article(number: int, count: int) -> Article:
    """The article of that number; its text depends on the number alone."""
    dice = random.Random(7000 + number)
    paragraphs = [_prose(dice, 3), f"![Ảnh buổi làm việc](PICTURE{number % _PICTURES:02d})"]
    paragraphs += [_prose(dice, 3), f"## {_HEADS[0]}", _figures(dice, number), _prose(dice, 3)]
    paragraphs += ["\n".join(f"- {_sentence(dice)}" for _ in range(4)), f"## {_HEADS[1]}"]
    if number % 5 == 0:
        rows = [
            f"| Hệ {kind} | {dice.randint(1, 60)} | {dice.randint(30, 3000)} |" for kind in "ABCD"
        ]
        paragraphs.append("\n".join(["| Hệ học | Số lớp | Học viên |", "|---|---:|---:|", *rows]))
    words, wanted = sum(len(p.split()) for p in paragraphs), dice.randint(350, 560)
    while words < wanted:
        paragraphs.append(_prose(dice, 2))
        words += len(paragraphs[-1].split())
    first = datetime.date(2005, 1, 3)
    return Article(
        number,
        f"Bản tin {number}: {_sentence(dice)[:-1]}",
        first + datetime.timedelta(days=number * 7_800 // count),
        dice.choice(_CATEGORIES),
        tuple(dice.sample(_TAGS, 3)),
        _sentence(dice),
        "\n\n".join(paragraphs) + "\n",
    )


def _sentence(dice: random.Random) -> str:
    return f"{dice.choice(_WHO)} {dice.choice(_DID)} {dice.choice(_WHAT)} {dice.choice(_HOW)}."


def _prose(dice: random.Random, count: int) -> str:
    said = [_sentence(dice) for _ in range(count)]
    if dice.random() < 0.5:
        said[0] = f'"{said[0][:-1]}", một học viên nói -- **và nhiều người đồng ý**.'
    return " ".join(said)


def _figures(dice: random.Random, number: int) -> str:
    year = 2005 + number % 20
    return (
        f"Năm {year}, trường mở {dice.randint(20, 90)} lớp với {dice.randint(1, 9)}.{dice.randint(100, 999)}"
        f" học viên, nghiệm thu {dice.randint(2, 40)} đề tài cấp trường; {dice.randint(70, 99)},"
        f"{dice.randint(1, 9)}% bài giảng đạt loại khá trở lên; {dice.randint(10, 80)} lượt giảng"
        " viên đi thực tế."
    )


def write_ours(folder: Path, count: int) -> None:
    """Our content folder with `count` articles."""
    _pictures(folder / "hinh-anh")
    for number in range(count):
        made = article(number, count)
        head = (
            f"---\nTiêu đề: {json.dumps(made.title, ensure_ascii=False)}\nMã: bai-{number}\n"
            f"Ngày: {made.date:%d/%m/%Y}\nChuyên mục: {made.category}\n"
            f"Thẻ: [{', '.join(made.tags)}]\nTóm tắt: {json.dumps(made.summary, ensure_ascii=False)}\n---\n\n"
        )
        body = made.body.replace("(PICTURE", "({static}/hinh-anh/anh-")
        _put(folder / ours(number, count), head + _with_suffix(body))


def ours(number: int, count: int) -> str:
    """File of an article in our content folder."""
    return f"bai-viet/{article(number, count).date.year}/bai-{number}.md"


def write_hugo(folder: Path, count: int) -> None:
    """A Hugo site with the same articles."""
    _pictures(folder / "static/hinh-anh")
    for number in range(count):
        made = article(number, count)
        head = json.dumps(
            {
                "title": made.title, "date": made.date.isoformat(), "summary": made.summary,
                "categories": [made.category], "tags": made.tags,
                "years": [f"{made.date:%Y}"], "months": [f"{made.date:%Y-%m}"],
            },
            ensure_ascii=False,
        )  # fmt: skip
        body = made.body.replace("(PICTURE", "(/hinh-anh/anh-")
        _put(folder / f"content/tin/bai-{number}.md", f"{head}\n\n{_with_suffix(body)}")
    for name, text in _HUGO.items():
        _put(folder / name, text)


def _with_suffix(body: str) -> str:
    for number in range(_PICTURES):
        body = body.replace(f"anh-{number:02d})", f"anh-{number:02d}.jpg)")
    return body


def _pictures(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(_PICTURES):
        image = Image.new("RGB", (640, 420), (40 + number * 4, 90, 140))
        ImageDraw.Draw(image).ellipse((60 + number, 60, 360 + number, 360), fill=(230, 200, 90))
        image.save(folder / f"anh-{number:02d}.jpg", quality=80)


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


_CARD = (
    '<article><p><a href="/categories/{{ index .Params.categories 0 | urlize }}/">{{ index .Params.categories 0 }}</a></p>'
    '<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Summary }}</p><p>{{ .Date.Format "02/01/2006" }}</p></article>'
)
_LIST = (
    '{{ define "main" }}<h1>{{ .Title }}</h1>{{ range (.Paginate .Pages).Pages }}'
    + _CARD
    + '{{ end }}{{ with .Paginator.Next }}<a href="{{ .URL }}">Cũ hơn</a>{{ end }}{{ end }}'
)
_HUGO = {
    "hugo.toml": 'baseURL = "https://bench.example/"\nlocale = "vi"\ntitle = "Trang thử"\nbuildFuture = true\n'
    '[pagination]\npagerSize = 20\n[taxonomies]\ncategory = "categories"\ntag = "tags"\nyear = "years"\nmonth = "months"\n'
    '[outputs]\nhome = ["html", "rss"]\nsection = ["html"]\ntaxonomy = ["html"]\nterm = ["html"]\n[services.rss]\nlimit = 30\n',
    "layouts/baseof.html": '<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8"><title>{{ .Title }} – {{ site.Title }}</title>'
    '<meta name="description" content="{{ .Summary }}"><meta property="og:title" content="{{ .Title }}"><link rel="canonical" href="{{ .Permalink }}"></head>'
    '<body><header><a href="/">{{ site.Title }}</a><nav>{{ range site.Taxonomies.categories.ByCount }}<a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a>{{ end }}</nav></header>'
    '<main>{{ block "main" . }}{{ end }}</main><footer>{{ site.Title }}</footer></body></html>',
    "layouts/home.html": '{{ define "main" }}{{ range first 13 site.RegularPages }}'
    + _CARD
    + "{{ end }}{{ end }}",
    "layouts/section.html": _LIST,
    "layouts/term.html": _LIST,
    "layouts/taxonomy.html": '{{ define "main" }}{{ range .Data.Terms.ByCount }}<a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}{{ end }}{{ end }}',
    "layouts/page.html": '{{ define "main" }}<article><h1>{{ .Title }}</h1><p>{{ .Date.Format "02/01/2006" }}</p><p>{{ .Summary }}</p>{{ .Content }}'
    '<p>{{ range .Params.tags }}<a href="/tags/{{ . | urlize }}/">{{ . }}</a>{{ end }}</p>'
    '{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}'
    "{{ range first 4 (site.RegularPages.Related .) }}" + _CARD + "{{ end }}</article>{{ end }}",
}
