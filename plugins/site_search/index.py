"""The index: everything that the search page may fetch, file by file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from site_search.analyse import analyse
from site_search.files import (
    DIRECTORY,
    FORMAT,
    SERIES,
    TITLE_BIT,
    WEIGHT_BITS,
    as_json,
    checksum,
    document_file,
    document_name,
    series_file,
    version,
    word_body,
)
from site_search.model import DocumentTerms, SearchDocument, SearchSeries
from site_search.pack import groups, packed, postings
from site_search.words import folded

_Lists = dict[str, list[int]]


def build_index(
    documents: Iterable[SearchDocument],
    series: Iterable[SearchSeries],
    terms: Mapping[str, DocumentTerms] | None = None,
) -> dict[str, bytes]:
    """File name below `tim-kiem/` → bytes; the same for the same input in any order.

    `terms` holds, by address, what `analyse` gave for documents that have not
    changed since; the others are analysed now.
    """
    known = terms or {}
    ordered = sorted(documents, key=lambda document: (document.date, document.address))
    words: _Lists = defaultdict(list)
    pairs: _Lists = defaultdict(list)
    beginnings: _Lists = defaultdict(list)
    for place, document in enumerate(ordered):
        found = known.get(document.address) or analyse(document)
        base = place << WEIGHT_BITS
        for word, weight in zip(found.words, found.weights, strict=True):
            words[word].append(base | weight)
        _add(pairs, place, found.pairs, found.title_pairs)
        _add(beginnings, place, found.beginnings, found.title_beginnings)
    kinds = {"tu": _by_folded(words), "cap": _plain(pairs), "dau": _plain(beginnings)}
    return _files(ordered, kinds, list(series))


def _add(lists: _Lists, place: int, keys: tuple[str, ...], in_title: tuple[str, ...]) -> None:
    """Note that the document at `place` has `keys`, some of them in its title."""
    entry = place << TITLE_BIT
    for key in keys:
        lists[key].append(entry)
    for key in in_title:
        lists[key][-1] = entry | 1


def _plain(lists: _Lists) -> dict[str, bytes]:
    return {key: postings(entries, TITLE_BIT) for key, entries in lists.items()}


def _by_folded(words: _Lists) -> dict[str, bytes]:
    """Under each folded word all its spellings."""
    spellings: dict[str, _Lists] = defaultdict(dict)
    for word, entries in words.items():
        spellings[folded(word)][word] = entries
    return {key: word_body(forms) for key, forms in spellings.items()}


def _files(
    documents: list[SearchDocument],
    kinds: dict[str, dict[str, bytes]],
    series: list[SearchSeries],
) -> dict[str, bytes]:
    files = {document_name(place): document_file(d) for place, d in enumerate(documents)}
    files[SERIES] = series_file(series)
    directory: dict[str, Any] = {"dang": FORMAT, "bai": len(documents)}
    for kind, entries in kinds.items():
        directory[kind] = {}
        for group, keys in groups(entries).items():
            packs, directory[kind][group] = packed(group, keys)
            files |= {f"{kind}/{name}": data for name, data in packs.items()}
    directory["ban"] = version(sum(checksum(name, data) for name, data in files.items()))
    files[DIRECTORY] = as_json(directory)
    return files
