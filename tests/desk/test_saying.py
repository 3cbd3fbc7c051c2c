"""A sentence in two languages stays so, wherever it travels."""

from __future__ import annotations

import copy
import json
import pickle

from findings import Finding, Saying, in_english
from press.cache.codec import codec_of

SAID = Saying("Bài trống", "The article is empty")


def test_it_is_its_vietnamese_text() -> None:
    assert SAID == "Bài trống"
    assert json.loads(json.dumps(SAID)) == "Bài trống"
    assert in_english("không rõ") == "không rõ"


def test_copies_other_processes_and_the_store_keep_both_languages() -> None:
    finding = Finding("a.md", 1, 1, "body-empty", SAID, SAID)
    codec = codec_of(Finding)
    assert codec.encode
    assert codec.decode
    stored = codec.decode(json.loads(json.dumps(codec.encode(finding))))
    for kept in (copy.deepcopy(finding), pickle.loads(pickle.dumps(finding)), stored):
        assert kept == finding
        assert kept.said("en") == ("The article is empty", "The article is empty")
