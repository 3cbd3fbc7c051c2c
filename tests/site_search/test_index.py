"""The index is the same however it came about, and small changes stay small."""

from __future__ import annotations

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_search import (
    DocumentTerms,
    Edit,
    NotUpdatable,
    SearchDocument,
    SearchSeries,
    analyse,
    build_index,
    plain_text,
    update_index,
)
from site_search.pack import (
    FILE_SIZE,
    group_of,
    groups,
    number,
    packed,
    postings,
    read_postings,
    unpacked,
)

WORDS = [
    "đào",
    "tạo",
    "bồi",
    "dưỡng",
    "học",
    "viên",
    "lớp",
    "năm",
    "2023",
    "đề",
    "tài",
    "cấp",
    "tỉnh",
    "a",
    "hội",
    "nghị,",
    "tổng",
    "kết.",
    "thi",
    "đua",
    "hoà",
    "hòa",
    "40.000",
]
SERIES = [SearchSeries("so-lieu/lop/", "Lớp", "439 lớp", ("Trường Mẫu",))]


def archive(count: int, chance: random.Random) -> list[SearchDocument]:
    return [
        SearchDocument(
            f"bai-{n}/", f"Bài {' '.join(chance.choices(WORDS, k=4))}",
            " ".join(chance.choices(WORDS, k=60)), f"2020-01-{n + 1:02}", "Tin tức",
        )
        for n in range(count)
    ]  # fmt: skip


@given(st.dictionaries(st.integers(0, 9999), st.integers(0, 15), min_size=1))
def test_lists_come_back_as_they_were(weights: dict[int, int]) -> None:
    entries = sorted(place << 4 | weight for place, weight in weights.items())
    assert read_postings(postings(entries, 4), 4) == entries
    flags = sorted(place << 1 | weight & 1 for place, weight in weights.items())
    assert read_postings(postings(flags, 1), 1) == flags


def test_dense_lists_cost_little() -> None:
    """All of 5,000 documents take their bitmap and one bit each."""
    assert len(postings([place << 1 for place in range(5000)], 1)) < 1300


@given(
    st.dictionaries(st.text("abđ ê1", min_size=1, max_size=6), st.binary(max_size=900), max_size=60)
)
def test_entries_come_back_from_their_files(entries: dict[str, bytes]) -> None:
    found: dict[str, bytes] = {}
    for group, own in groups(entries).items():
        files, directory = packed(group, own)
        assert len(directory.split("|")) == len(files)
        for data in files.values():
            assert len(unpacked(data)) == 1 or len(data) < FILE_SIZE + 100
            found |= unpacked(data)
    assert found == entries


@pytest.mark.parametrize(
    ("key", "group"), [("thanh", "th"), ("a b", "a_"), ("ế", "__"), ("../x", "__")]
)
def test_groups_are_names_that_any_host_can_store(key: str, group: str) -> None:
    assert group_of(key) == group


def test_numbers_take_seven_bits_a_byte() -> None:
    assert [number(0), number(127), number(128), number(300)] == [
        b"\0",
        b"\x7f",
        b"\x80\x01",
        b"\xac\x02",
    ]


def test_same_documents_in_any_order_give_the_same_bytes() -> None:
    documents = archive(12, random.Random(1))
    assert build_index(documents, SERIES) == build_index(reversed(documents), iter(SERIES))


def test_cached_terms_give_the_same_index() -> None:
    documents = archive(5, random.Random(2))
    terms = {
        d.address: DocumentTerms.from_json(json.loads(json.dumps(analyse(d).to_json())))
        for d in documents
    }
    assert build_index(documents, SERIES, terms) == build_index(documents, SERIES)


@pytest.mark.parametrize("values", [{}, {"words": ["a"], "weights": []}, {"words": 3}])
def test_spoilt_terms_are_not_taken(values: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        DocumentTerms.from_json(values)


@pytest.mark.parametrize("seed", range(8))
def test_an_edit_gives_what_a_whole_build_gives(seed: int) -> None:
    """Words changed, dropped, added; titles changed; a newest article added: the same bytes."""
    chance = random.Random(seed)
    old = archive(20, chance)
    new = list(old)
    edits = []
    for place in chance.sample(range(20), 3):
        text = " ".join(
            chance.choices([*WORDS, "mới", "tinh", f"x{seed}"], k=chance.choice((0, 5, 60)))
        )
        new[place] = SearchDocument(
            old[place].address,
            chance.choice((old[place].title, "Tiêu đề khác")),
            text,
            old[place].date,
        )
        edits.append(Edit(place, new[place], analyse(old[place]), analyse(new[place])))
    if seed % 2:
        newest = SearchDocument("bai-moi/", "Bài mới nhất", "Một bài mới tinh.", "2021-01-01")
        new.append(newest)
        edits.append(Edit(20, newest, None, analyse(newest)))
    files = build_index(old, SERIES)
    series = [*SERIES, SearchSeries("so-lieu/x/", "Đề tài")] if seed % 3 else SERIES
    for name, data in update_index(files.__getitem__, edits, series).items():
        if data is None:
            del files[name]
        else:
            files[name] = data
    assert files == build_index(new, series)


def test_an_edit_touches_only_the_files_of_its_words() -> None:
    documents = archive(30, random.Random(3))
    files = build_index(documents, SERIES)
    before = documents[7]
    after = SearchDocument(
        before.address, before.title, f"{before.text} zebra", before.date, before.category
    )
    changed = update_index(
        files.__getitem__, [Edit(7, after, analyse(before), analyse(after))], SERIES
    )
    last = before.text.split()[-1]
    assert {"bai/7.json", "muc-luc.json", "tu/ze-0.bin", "dau/ze-0.bin"} <= changed.keys()
    assert len(changed) <= 5, (last, changed.keys())


def test_what_cannot_be_updated_is_refused() -> None:
    documents = archive(3, random.Random(4))
    files = build_index(documents, SERIES)
    terms = analyse(documents[0])
    for edit in (Edit(3, documents[0], terms, terms), Edit(1, documents[0], None, terms)):
        with pytest.raises(NotUpdatable):
            update_index(files.__getitem__, [edit], SERIES)


def test_a_document_says_more_where_a_word_is_frequent_or_in_the_title() -> None:
    terms = analyse(SearchDocument("a/", "Lớp", "học " * 30 + "viên " + "khác " * 200))
    weights = dict(zip(terms.words, terms.weights, strict=True))
    assert weights["lớp"] == 8
    assert weights["học"] > weights["viên"]


def test_neighbours_do_not_reach_across_a_clause() -> None:
    terms = analyse(SearchDocument("a/", "", "Đào tạo, bồi dưỡng. Học viên; lớp (2023)"))
    assert set(terms.pairs) == {"dao tao", "tao boi", "boi duong", "hoc vien"}


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Mở <data value='1'>439</data> lớp</p><p>Hai</p>", "Mở 439 lớp Hai"),
        ("<td>1</td><td>2</td>", "1 2"),
        ("a<sup id='x'><a href='#'>1</a></sup> b<!-- c --><script>d()</script>", "a b"),
        ("x &lt;b&gt; &amp; y<br>z", "x <b> & y z"),
    ],
)
def test_text_is_what_readers_see(markup: str, text: str) -> None:
    assert plain_text(markup) == text
