"""The newest documents have a small index of their own; nobody who searches notices."""

from __future__ import annotations

import datetime
import random
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from benchmarks.search.corpus import documents
from site_search import NotUpdatable, SearchDocument, build_index, layers, newest_from
from site_search.files import DIRECTORY, Directory
from site_search.layers import NEWEST_FOLDER
from tests.serving import serve
from tests.site_search.pages import write_site
from tests.site_search.reader import Reader
from tests.site_search.test_index import VOCABULARY, apply, updated

QUERIES = (
    "đào tạo bồi dưỡng", "dao tao", "hội nghị tổng kết thi đua khen thưởng", "th", "tha", "thi d",
    "439 lớp", "lớp trong năm 2019", "khong co tu nay", "Hội nghị, kế hoạch ",
)  # fmt: skip

Parted = Callable[[int, int], None]


@pytest.fixture
def parted(monkeypatch: pytest.MonkeyPatch) -> Parted:
    """Says how many documents are worth two layers, and how many are the newest at most."""

    def part(worth_it: int, newest: int) -> None:
        monkeypatch.setattr(layers, "WORTH_IT", worth_it)
        monkeypatch.setattr(layers, "NEWEST", newest)

    return part


def directory_of(files: dict[str, bytes]) -> Directory:
    return Directory.from_json(files[DIRECTORY])


def article(number: int, day: int, chance: random.Random) -> SearchDocument:
    date = datetime.date(2020, 1, 1) + datetime.timedelta(days=day)
    text = " ".join(chance.choices(VOCABULARY, k=9))
    return SearchDocument(f"bai-{number}/", text[:12], text, str(date))


def test_a_small_archive_has_one_layer() -> None:
    assert newest_from([]) == 0
    assert newest_from(range(900)) == 900
    files = build_index(documents(3), [])
    assert len(directory_of(files).layers) == 1
    assert not any(name.startswith(NEWEST_FOLDER) for name in files)


@given(st.lists(st.integers(1, 40), min_size=1100, max_size=1200))
def test_the_newest_are_few_and_stay_long(gaps: list[int]) -> None:
    """Whatever seats are free, articles become old by the dozen, not one by one."""
    seats = [sum(gaps[:1030])]
    found = []
    for gap in gaps[1030:]:
        seats.append(seats[-1] + gap)
        first = newest_from([*range(1030), *seats])
        assert 0 < sum(seat >= first for seat in seats) <= 64
        found.append(first)
    assert found == sorted(found)
    assert len(set(found)) <= 1 + len(found) // 8


@pytest.mark.parametrize("seed", range(12))
def test_edits_of_both_layers_give_what_a_whole_build_gives(seed: int, parted: Parted) -> None:
    """Articles come and go at either end and become old or new again: the same bytes."""
    parted(20, 6)
    chance = random.Random(seed)
    old = [article(n, n, chance) for n in range(17)]
    files, seen = build_index(old, []), set[int]()
    for turn in range(60):
        new = list(old)
        match chance.choice(("come", "come", "go", "go", "edit", "older", "many")):
            case "come":
                new.append(article(100 + turn, 30 + turn, chance))
            case "go":
                del new[chance.choice((0, -1, chance.randrange(len(new))))]
            case "edit":
                place = chance.choice((0, -1, chance.randrange(len(new))))
                new[place] = replace(new[place], text=" ".join(chance.choices(VOCABULARY, k=9)))
            case "older":
                new.append(article(100 + turn, chance.randrange(20), chance))
            case "many":
                new += [article(1000 + turn * 10 + n, 30 + turn + n, chance) for n in range(4)]
        try:
            apply(files, updated(old, new, files))
        except NotUpdatable:
            files = build_index(new, [])
        assert files == build_index(new, [])
        seen.add(len(directory_of(files).layers))
        old = new
    assert seen == {1, 2}


def test_a_new_article_changes_few_files() -> None:
    """Those of its layer; readers keep what they have of the old one, by its version."""
    *old, newest = documents(1100)
    files = build_index(old, [])
    changed = updated(old, [*old, newest], files)
    outside = [name for name in changed if not name.startswith(NEWEST_FOLDER)]
    assert sorted(outside) == sorted([DIRECTORY, next(n for n in changed if n.startswith("bai/"))])
    assert len(changed) <= 48
    before = directory_of(files)
    apply(files, changed)
    after = directory_of(files)
    assert before.layers[0] == after.layers[0]
    assert before.layers[1] != after.layers[1]


def test_both_layers_answer_like_one(browser: Browser, tmp_path: Path, parted: Parted) -> None:
    """Same articles, same order, same number, and the texts that belong to them."""
    archive = list(documents(120, words=80))
    for folder, worth_it in (("mot", 1000), ("hai", 100)):
        parted(worth_it, 40)
        write_site(tmp_path / folder, archive)
    answers = defaultdict(list)
    with serve(tmp_path) as host, browser.new_page() as page:
        for folder in ("mot", "hai"):
            reader = Reader(page, f"{host}/{folder}")
            for query in QUERIES:
                found = reader.asks(query)
                texts = page.locator("[data-search-results] li").all_inner_texts()
                answers[query].append((found, reader.status, texts))
    assert {query for query, (one, two) in answers.items() if one != two} == set()
    assert len(directory_of(dict(build_index(archive, []))).layers) == 2
    newest = {archive[-1].address, archive[-2].address, archive[-3].address}
    assert newest & {link for (found, *_), _ in answers.values() for link in found}
