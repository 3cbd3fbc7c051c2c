"""The index is the same however it came about, and small changes stay small."""

from __future__ import annotations

import datetime
import json
import random
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_search import (
    Edit,
    NotUpdatable,
    SearchDocument,
    SearchSeries,
    analyse,
    build_index,
    directory_in,
    newest_from,
    plain_text,
    update_index,
)
from site_search.files import document_file, series_files
from site_search.gathered import Gathered
from site_search.lists import changed_list, number, packed_list, read_list
from site_search.pack import packed, unpacked
from site_search.seats import seats_of
from site_search.shards import BEGINNINGS, PAIRS, WORDS, is_own, own_file, shards_for
from site_search.words import STOP_WORDS, words_of

VOCABULARY = [
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
    return [document(n, chance) for n in range(count)]


def document(number: int, chance: random.Random) -> SearchDocument:
    """One of an archive of which some have no day, and several share one."""
    day = datetime.date(2020, 1, 1) + datetime.timedelta(days=chance.randrange(400))
    return SearchDocument(
        f"bai-{number}/", f"Bài {' '.join(chance.choices(VOCABULARY, k=4))}",
        " ".join(chance.choices(VOCABULARY, k=60)), "" if number % 7 == 0 else str(day), "Tin tức",
    )  # fmt: skip


weights_by_seat = st.dictionaries(st.integers(0, 900), st.integers(0, 15), min_size=1)
close_together = st.lists(st.integers(0, 15), min_size=1, max_size=300).map(
    lambda weights: dict(enumerate(weights))
)


def entries_of(weights: dict[int, int], bits: int) -> list[int]:
    return sorted(seat << bits | weight & (1 << bits) - 1 for seat, weight in weights.items())


@given(weights_by_seat | close_together, st.sampled_from((1, 3, 4)))
def test_lists_come_back_as_they_were(weights: dict[int, int], bits: int) -> None:
    entries = entries_of(weights, bits)
    assert read_list(packed_list(entries, bits), bits) == entries


@given(
    weights_by_seat | close_together,
    st.lists(st.tuples(st.integers(0, 900), st.none() | st.integers(0, 1)), max_size=9),
    st.sampled_from((1, 3)),
)
def test_a_changed_list_is_the_list_packed_anew(
    weights: dict[int, int], changes: list[tuple[int, int | None]], bits: int
) -> None:
    """Steps and bitmaps, single and many, across the border between both."""
    data = packed_list(entries_of(weights, bits), bits)
    for seat, weight in changes:
        data = changed_list(data, bits, seat, weight)
        if weight is None:
            weights.pop(seat, None)
        else:
            weights[seat] = weight
        assert data == (packed_list(entries_of(weights, bits), bits) if weights else b"")


def test_dense_lists_cost_little() -> None:
    """All of 5,000 documents take their bitmap and one bit each."""
    assert len(packed_list([seat << 1 for seat in range(5000)], 1)) < 1300


@given(st.dictionaries(st.text("abđ ê1", min_size=1, max_size=6), weights_by_seat, max_size=20))
def test_lists_come_back_from_their_file(lists: dict[str, dict[int, int]]) -> None:
    data = {name: packed_list(entries_of(weights, 3), 3) for name, weights in lists.items()}
    assert unpacked(packed(data)) == data
    assert list(unpacked(packed(data))) == sorted(data)


def test_what_a_query_knows_leads_to_the_file() -> None:
    """A word that is still being typed may end after its fourth letter, a pair after the second
    letter of its second word."""
    shards = shards_for(100_000)
    assert WORDS.shard("uzbekistan", shards) == WORDS.shard("uzbe", shards)
    assert PAIRS.shard("dao tao", shards) == PAIRS.shard("dao ta", shards)
    assert BEGINNINGS.shard("tha", shards) != BEGINNINGS.shard("the", shards)


def test_only_names_that_any_host_can_store_get_a_file() -> None:
    large = {"": bytes(9_000)}
    assert WORDS.stands_alone("con", large)
    assert own_file(WORDS, "con") == "tu/con-.bin"
    assert not any(WORDS.stands_alone(key, large) for key in ("a/b", "3,5", "ế", "x" * 40))
    assert not WORDS.stands_alone("con", {"": b"1"})


def test_numbers_take_seven_bits_a_byte() -> None:
    assert [number(0), number(127), number(128), number(300)] == [
        b"\0",
        b"\x7f",
        b"\x80\x01",
        b"\xac\x02",
    ]


def test_seats_are_in_order_of_days_and_leave_room() -> None:
    """So an article more or less moves few others; pages without a day sit below all."""
    chance = random.Random(5)
    days = [
        (str(datetime.date(2005, 1, 1) + datetime.timedelta(days=chance.randrange(5000))), f"{n}/")
        for n in range(2000)
    ]
    seats = seats_of([("", "gioi-thieu/"), *days])
    assert [seats[address] for _, address in sorted(days)] == sorted(seats.values())[1:]
    assert seats["gioi-thieu/"] == 0
    assert max(seats.values()) < 2 * len(days) * 1.5
    moved = [
        sum(seats[address] != seat for address, seat in seats_of([("", "gioi-thieu/"), *days, (day, "a/")]).items() if address != "a/")
        for day, _ in chance.sample(days, 50)
    ]  # fmt: skip
    assert sum(moved) / len(moved) < 8


def test_seats_take_any_number_of_one_day() -> None:
    seats = seats_of(("2020-05-05", f"{n:04}/") for n in range(3000))
    assert sorted(seats.values()) == list(range(min(seats.values()), min(seats.values()) + 3000))
    assert seats_of([]) == {}


def test_same_documents_in_any_order_give_the_same_bytes() -> None:
    documents = archive(12, random.Random(1))
    assert build_index(documents, SERIES) == build_index(reversed(documents), iter(SERIES))


def test_parts_gathered_by_themselves_give_the_same_index() -> None:
    """What several processes noted is joined."""
    terms = [(seat, analyse(one)) for seat, one in enumerate(archive(9, random.Random(2)))]
    whole, first, second = Gathered(7), Gathered(7), Gathered(7)
    for seat, one in terms:
        whole.add(seat, one, seat + 1)
        (first if seat < 5 else second).add(seat, one, seat + 1)
    first.join(second.tied())
    assert first.files(9, "") == whole.files(9, "")


def updated(
    old: list[SearchDocument], new: list[SearchDocument], files: dict[str, bytes]
) -> dict[str, bytes | None]:
    """The files that change when `old` becomes `new`."""
    at: dict[int, list[SearchDocument | None]] = defaultdict(lambda: [None, None])
    for when, documents in enumerate((old, new)):
        seats = seats_of((one.date, one.address) for one in documents)
        for one in documents:
            at[seats[one.address]][when] = one

    def read(name: str) -> bytes:
        if name not in files:
            raise FileNotFoundError(name)
        return files[name]

    taken = [seat for seat, (_, after) in at.items() if after]
    newest, before = newest_from(taken), directory_in(read).newest
    edits = [
        Edit(seat, *pair)
        for seat, pair in at.items()
        if pair[0] != pair[1] or (newest != before and seat >= min(newest, before))
    ]
    return update_index(read, edits, newest, max(taken, default=-1) + 1)


def apply(files: dict[str, bytes], changes: dict[str, bytes | None]) -> None:
    for name, data in changes.items():
        if data is None:
            del files[name]
        else:
            files[name] = data


@pytest.mark.parametrize("seed", range(12))
def test_edits_give_what_a_whole_build_gives(seed: int) -> None:
    """Words changed, dropped, added; titles and days changed; articles new and gone: the same
    bytes, one edit after another."""
    chance = random.Random(seed)
    old = archive(70, chance)
    files = build_index(old, SERIES)
    for turn in range(6):
        new = list(old)
        for place in chance.sample(range(len(new)), 2):
            text = " ".join(
                chance.choices([*VOCABULARY, "mới", f"x{seed}"], k=chance.choice((0, 5, 60)))
            )
            new[place] = replace(
                new[place], text=text, title=chance.choice((new[place].title, "Tên khác"))
            )
        match turn:
            case 1:
                new.append(document(1000 + turn, chance))
            case 2:
                del new[chance.randrange(len(new))]
            case 3:
                place = chance.randrange(len(new))
                new[place] = replace(new[place], date="2020-06-01")
            case 4:
                new.append(SearchDocument("bai-moi-nhat/", "Bài mới nhất", "", "2025-01-01"))
        apply(files, updated(old, new, files))
        assert files == build_index(new, SERIES)
        old = new


def test_a_word_moves_into_a_file_of_its_own_and_back() -> None:
    """The border is crossed by an edit in each direction."""
    archives = [
        [
            SearchDocument(f"{n}/", "Bài", "hiếm" if n < rare else "", f"2020-01-{n % 28 + 1:02}")
            for n in range(3000)
        ]
        for rare in (2150, 2300, 2150)
    ]
    files = build_index(archives[0], SERIES)
    own = [{name for name in files if is_own(name)}]
    for old, new in pairwise(archives):
        apply(files, updated(old, new, files))
        own.append({name for name in files if is_own(name)})
    assert files == build_index(archives[0], SERIES)
    assert [set(one) - own[0] for one in own] == [set(), {"tu/hiem-.bin"}, set()]


def test_an_edit_touches_only_the_files_of_its_words() -> None:
    old = archive(1000, random.Random(3))
    files = build_index(old, SERIES)
    new = list(old)
    new[7] = replace(old[7], text=f"{old[7].text} zebra")
    changed = updated(old, new, files)
    seat = seats_of((one.date, one.address) for one in old)[old[7].address]
    shards = shards_for(1000)
    starts = {BEGINNINGS.shard(start, shards) for start in ("ze", "zeb")}
    assert {
        f"bai/{seat}.json",
        "muc-luc.json",
        WORDS.shard("zebra", shards),
        *starts,
    } <= changed.keys()
    assert len(changed) <= 6


@pytest.mark.parametrize("change", [b"", b'{"dang":1}'])
def test_an_index_of_another_format_is_refused(change: bytes) -> None:
    with pytest.raises(NotUpdatable):
        update_index(lambda _: change, [], 3, 3)


def test_an_archive_that_outgrew_its_shards_is_built_anew() -> None:
    documents = archive(4, random.Random(4))
    files = build_index(documents[:3], SERIES)
    with pytest.raises(NotUpdatable):
        updated(documents[:3], documents, files)


def test_series_are_found_by_words_of_label_and_aliases() -> None:
    series = [
        SearchSeries("so-lieu/lop/", "Lớp bồi dưỡng", "439 lớp", ("Trường Mẫu",)),
        SearchSeries("so-lieu/de-tai/", "Đề tài", "", ("đề tài khoa học",)),
    ]
    files, checksum = series_files(series)
    lists = {name: read_list(data, 4) for name, data in unpacked(files["so-lieu.bin"]).items()}
    assert lists["lop"] == [1 << 4 | 8 | 3]
    assert lists["khoa"] == [2]
    assert json.loads(files["so-lieu/0.json"])[1] == [
        "so-lieu/lop/",
        "Lớp bồi dưỡng",
        "439 lớp",
        "Trường Mẫu",
    ]
    assert series_files(reversed(series)) == (files, checksum)
    assert series_files(series[:1])[1] != checksum


def test_a_document_says_more_where_a_word_is_frequent_or_in_the_title() -> None:
    terms = analyse(SearchDocument("a/", "Lớp", "học " * 30 + "viên " + "khác " * 200))
    assert terms.words["lớp"] == 4
    assert terms.words["học"] > terms.words["viên"]


def test_neighbours_do_not_reach_across_a_clause_or_a_word_that_tells_nothing() -> None:
    terms = analyse(SearchDocument("a/", "", "Đào tạo, bồi dưỡng của tỉnh. Học viên; lớp (2023)"))
    assert set(terms.pairs) == {"dao tao", "tao boi", "boi duong", "hoc vien"}


def test_words_that_tell_nothing_are_spelt_as_words_are_cut() -> None:
    assert all(words_of(word) == [word] for word in STOP_WORDS)


SAID = (
    st.text(st.sampled_from("a,[] ố"))
    | st.text(st.sampled_from('a",\\[] ố\n'))
    | st.just("ố," * 9_000)
)


@given(SAID, SAID, SAID, SAID, SAID)
def test_a_result_shows_what_its_document_says(
    address: str, title: str, text: str, date: str, category: str
) -> None:
    """Whatever quotation marks and commas stand in it; of a long text the beginning."""
    one = SearchDocument(address, title, text, date, category, "t", ("thẻ",))
    shown = json.loads(document_file(one.to_json()))
    assert shown == [address, title, date, category, text[:6_000]]


def test_a_document_comes_back_from_its_line() -> None:
    one = SearchDocument("a/", "Tên", "x\ny", "2020-01-01", "Tin", "t", ("thẻ", "hai"))
    assert SearchDocument.from_json(one.to_json()) == one


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Mở <data value='1'>439</data> lớp</p><p>Hai</p>", "Mở 439 lớp Hai"),
        ("<tr><th>Lớp</th> <td>1</td></tr><tr><td>2</td></tr>", "Lớp · 1. 2."),
        ("<h2>Kết quả</h2><ul><li>Mở lớp;</li><li><p>439</p></li></ul>", "Kết quả. Mở lớp; 439."),
        ("a<sup id='x'><a href='#'>1</a></sup> b<!-- c --><script>d()</script>", "a b"),
        ("x &lt;b&gt; &amp; y<br>z", "x <b> & y z"),
        ("<p>Mở\xa0439 \n</p>\n<p>\tlớp\u3000 học\u200b </p>", "Mở 439 lớp học\u200b"),
    ],
)
def test_text_is_what_readers_see(markup: str, text: str) -> None:
    assert plain_text(markup) == text
