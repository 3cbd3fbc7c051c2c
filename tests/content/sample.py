"""The sample content as tests look at it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from desk.front_matter import FrontMatter, parse

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"
HERE = Path(__file__).parent
YEARS = range(2016, 2025)


@dataclass(frozen=True)
class Article:
    """One article of the sample with its head read."""

    path: Path
    front: FrontMatter

    @property
    def id(self) -> str:
        return str(self.front.values["id"])


@cache
def articles() -> dict[str, Article]:
    """All articles by id."""
    found = {}
    for path in sorted((CONTENT / "bai-viet").rglob("*.md")):
        article = Article(path, parse(path.read_bytes(), path.relative_to(ROOT).as_posix()))
        assert article.id not in found, f"two articles are called {article.id}"
        found[article.id] = article
    return found


def true_facts() -> list[dict[str, str]]:
    """The facts of the true reports."""
    with (HERE / "true_figures.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def school_series() -> dict[tuple[str, str], dict[int, Decimal]]:
    """Year to value of each series of the demonstration school, by indicator and level."""
    with (HERE / "truong_mau.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        (row["indicator"], row["level"]): {y: Decimal(row[str(y)]) for y in YEARS if row[str(y)]}
        for row in rows
    }


def school_values() -> Iterator[tuple[str, str, int, Decimal]]:
    """Indicator, level, year and value of every stated figure of the school."""
    for (indicator, level), values in school_series().items():
        for year, value in values.items():
            yield indicator, level, year, value


def wordings(value: Decimal) -> set[str]:
    """How a Vietnamese report may write `value`."""
    plain = f"{value:,f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    found = {plain}
    if value >= 1000 and value % 1000 == 0:
        found.add(f"{value / 1000:.0f} nghìn")
    if value >= 10**9:
        billions, rest = divmod(int(value), 10**9)
        tenths = f"{value / 10**9:f}".rstrip("0").rstrip(".").replace(".", ",")
        found |= {f"{tenths} tỷ", f"{billions} tỷ {rest // 10**6} triệu"}
    return found
