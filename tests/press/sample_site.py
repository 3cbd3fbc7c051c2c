"""Some articles of the sample with the site's own theme, and what an editor may do to them."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from tests.press.small_site import SmallSite

_ROOT = Path(__file__).resolve().parents[2]
_SETTINGS = """\
import runpy
globals().update(runpy.run_path({settings!r}))
SITE_ADDRESS = "{address}"
DEFAULT_PAGINATION = {size}
SHOW_DRAFTS = {drafts}
"""
_ARTICLES = 24
_DATES = ("03/02/2022", "15/09/2023", "24/12/2024", "05/01/2021", "01/01/2190")
_NUMBER = re.compile(r"(?<![\d/.,])\d{2,3}(?![\d/.,])")
_WORDS = (
    " Thêm một câu.",
    "\n\nMột đoạn nữa về lễ khai giảng.",
    " Trong năm 2023, trường mở 12 lớp với 340 học viên.",
    "\n\n## Mục mới\n\nĐoạn dưới mục.",
    " Xem [số liệu]({so-lieu}).",
)
_HEADS = {
    "Thẻ": ("[thi đua]", "[đào tạo, thi đua]", ""),
    "Chuyên mục": ("Thông báo", "Mục mới"),
    "Trạng thái": ("bản nháp", "ẩn", "xuất bản", "đã rút"),
    "Đơn vị": ("truong-mau", "cum-mau", ""),
    "Tác giả": ("[Lê Văn Hùng]", "[Ban Biên tập]", ""),
    "Tóm tắt": ("Một câu tóm tắt.", ""),
    "Kỳ số liệu": ("2023", "2022", ""),
    "Cập nhật": ("20/12/2024", ""),
    "Hết hạn": ("20/12/2020", "01/01/2191", ""),
    "Địa danh": ("Hà Nội", ""),
    "Đính chính": (
        "\n  - nội dung: Sửa tên người\n    lý do: gõ nhầm\n    ngày: 05/01/2025",
        "",
    ),
}


@dataclass
class SampleSite(SmallSite):
    """As a small site, but of the sample; `dice` say what is done to it."""

    dice: random.Random = field(default_factory=random.Random)
    removed: dict[Path, bytes] = field(default_factory=dict)
    address: str = "https://niengiam.example/tin"

    def __post_init__(self) -> None:
        shutil.copytree(_ROOT / "content", self.content)
        # An ordinary build does not keep it, so it would grow old.
        (self.content / "so-lieu/so-cai.csv").unlink()
        articles = self.articles
        for path in set(articles).difference(self.dice.sample(articles, _ARTICLES)):
            path.unlink()
        for path in self.articles[::2]:
            # They stay at their addresses when they get another title.
            self.change(
                path, lambda text, stem=path.stem: text.replace("\nMã:", f"\nSlug: {stem}\nMã:", 1)
            )  # type: ignore[misc]
        self.configure()

    @property
    def articles(self) -> list[Path]:
        return sorted(self.content.glob("bai-viet/**/*.md"))

    def configure(self, **values: object) -> None:
        """Changes settings."""
        for name, value in values.items():
            setattr(self, name, value)
        settings = str(_ROOT / "pelicanconf.py")
        text = _SETTINGS.format(
            settings=settings, size=self.size, drafts=self.drafts, address=self.address
        )
        (self.root / "pelicanconf.py").write_text(text, "utf-8")

    def edit(self) -> str:
        """Does something to the content or the settings; its name."""
        what = self.dice.choice(_EDITS)
        what(self)
        return what.__name__

    def give_up(self, found: tuple[str, ...]) -> None:
        """Removes the articles in which errors were `found`."""
        for path in self.articles:
            if any(f"/{path.name}:" in line for line in found):
                path.unlink()

    def change(self, path: Path, change: Callable[[str], str]) -> None:
        """Writes a file anew."""
        path.write_text(change(path.read_text("utf-8")), "utf-8")


def _headed(site: SampleSite) -> None:
    key = site.dice.choice(sorted(_HEADS))
    value = site.dice.choice(_HEADS[key])
    entry = re.compile(rf"^{key}:.*\n(?:[ \t]+.*\n)*", re.M)

    def change(text: str) -> str:
        return re.sub(
            r"^(Ngày:.*\n)",
            lambda day: day[1] + (f"{key}: {value}\n" if value else ""),
            entry.sub("", text, count=1),
            count=1,
            flags=re.M,
        )

    site.change(site.dice.choice(site.articles), change)


def _retitled(site: SampleSite) -> None:
    word = site.dice.choice(("Tin ", "Mới: "))
    path = site.dice.choice(site.articles)
    site.change(path, lambda text: re.sub(r'^(Tiêu đề:\s*"?)', rf"\1{word}", text, flags=re.M))


def _redated(site: SampleSite) -> None:
    day = site.dice.choice(_DATES)
    path = site.dice.choice(site.articles)
    site.change(path, lambda text: re.sub(r"^Ngày:.*$", f"Ngày: {day}", text, flags=re.M))


def _renumbered(site: SampleSite) -> None:
    def change(text: str) -> str:
        head, line, body = text.partition("\n---\n")
        numbers = list(_NUMBER.finditer(body))
        if numbers:
            start, end = site.dice.choice(numbers).span()
            body = f"{body[:start]}{site.dice.randint(10, 999)}{body[end:]}"
        return head + line + body

    site.change(site.dice.choice(site.articles), change)


def _lengthened(site: SampleSite) -> None:
    words = site.dice.choice(_WORDS)
    path = site.dice.choice([*site.articles, *sorted(site.content.glob("trang/*.md"))])
    site.change(path, lambda text: f"{text.rstrip()}{words}\n")


def _removed(site: SampleSite) -> None:
    path = site.dice.choice(site.articles)
    site.removed[path] = path.read_bytes()
    path.unlink()


def _brought_back(site: SampleSite) -> None:
    if site.removed:
        path = site.dice.choice(sorted(site.removed))
        path.write_bytes(site.removed.pop(path))


def _renamed(site: SampleSite) -> None:
    path = site.dice.choice(site.articles)
    path.replace(path.with_name(f"{path.stem}-{site.dice.choice('ab')}.md"))


def _registered(site: SampleSite) -> None:
    """An indicator has another name or group, an organisation another name."""
    name = site.dice.choice(("chi-tieu", "don-vi"))
    entry = re.compile(r'^((?:label|group|name|short) = ".*)"$', re.M)

    def change(text: str) -> str:
        found = site.dice.choice(list(entry.finditer(text)))
        return f'{text[: found.start()]}{found[1]} mới"{text[found.end() :]}'

    site.change(site.content / f"so-lieu/{name}.toml", change)


def _paginated(site: SampleSite) -> None:
    site.configure(size=site.dice.choice((3, 4, 10)))


def _repainted(site: SampleSite) -> None:
    pictures = sorted(site.content.glob("hinh-anh/**/*.png"))
    pictures += sorted(site.content.glob("hinh-anh/**/*.jpg"))
    path = site.dice.choice(pictures)
    with Image.open(path) as picture:
        painted = picture.convert("RGB")
    painted.putpixel((0, 0), (site.dice.randint(0, 255), 90, 120))
    painted.save(path)


_EDITS = (
    *(_renumbered, _renumbered, _renumbered, _lengthened, _lengthened, _lengthened),
    *(_headed, _headed, _headed, _headed, _retitled, _retitled, _redated),
    *(_removed, _brought_back, _brought_back, _renamed, _registered, _paginated, _repainted),
)
