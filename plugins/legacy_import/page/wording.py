"""Patterns of the words by which pages label what is not the article itself."""

from __future__ import annotations

import re
from functools import cache

from legacy_import.lexicon import either, plain, words
from legacy_import.page.days import Day, plain_keep

_NUMBER = r"\d[\d.,]*k?"


@cache
def counters_pattern() -> re.Pattern[str]:
    labels, after = either(words("labels", "counter")), either(words("labels", "counted"))
    return re.compile(
        rf"\(?\s*(?:\b(?:{labels})\s*(?:bài viết|bài này|tin này|trang|tin)?\s*[:：]?\s*\(?\s*{_NUMBER}\)?(?:\s*(?:{after})\b)?"
        rf"|(?<![\d.,]){_NUMBER}\s*(?:{after})(?!\w))(?:\s*[:：])?\s*\)?"
    )


@cache
def furniture_pattern() -> re.Pattern[str]:
    choices = either(words("furniture")).replace("\\#", _NUMBER)
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)")


@cache
def date_words_pattern() -> re.Pattern[str]:
    kinds = [*words("labels", "posted"), *words("labels", "changed"), *words("labels", "event")]
    return re.compile(rf"(?<!\w)(?:{either([*kinds, *words('names', 'weekdays')])})(?!\w)\s*:?")


@cache
def label_pattern(sort: str) -> re.Pattern[str]:
    return re.compile(
        rf"\s*\W*(?:{either(words('labels', sort))})\s*(?P<colon>[:：])\s*(?P<value>.*)"
    )


@cache
def loose_author_pattern() -> re.Pattern[str]:
    """Labels that need no colon: `Viết bởi Trần Thị Bút`."""
    loose = [
        w
        for w in (*words("labels", "author"), *words("labels", "poster"))
        if w.endswith(("bởi", " by"))
    ]
    return re.compile(rf"\s*(?P<label>{either([*loose, 'bởi', 'by'])})\s+(?P<value>\S.*)")


@cache
def before_label_pattern() -> re.Pattern[str]:
    """Where a label begins within a line that nothing else parts."""
    sorts = (
        "author",
        "poster",
        "source",
        "category",
        "tags",
        "photo",
        "counter",
        "posted",
        "changed",
    )
    labels = either(
        word
        for sort in sorts
        for word in words("labels", sort)
        if len(word) > 3 and word != "bài viết"
    )
    return re.compile(rf"(?:^|(?<=[\s(]))(?:{labels})\s*[:：]")


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (
            kind,
            re.compile(
                rf"(?<!\w)(?:{either(words('labels', kind))})\W*(?:(?:vào lúc|lúc|vào|ngày|on)\W+)?(?:{either(words('names', 'weekdays'))})?\W*(?:ngày\W+)?$"
            ),
        )
        for kind in ("changed", "event", "posted")
    )


def label_before(text: str, day: Day) -> str:
    """What the words right before a date call it: `posted`, `changed`, `event` or nothing."""
    before = plain_keep(text[: day.start])[-60:]
    return next((kind for kind, pattern in _kinds() if pattern.search(before)), "")


_COMMENT = re.compile(
    r"\d+ (?:responses?|comments?|thoughts?|replies) (?:to|on)\b|\W*(?:các )?(?:bình luận|ý kiến(?: bạn đọc)?|phản hồi|nhận xét)\s*\(\d+\)\s*:?"
)


@cache
def _ends(sort: str) -> re.Pattern[str]:
    choices = either(words("ends", sort)).replace("\\#", _NUMBER)
    tail = r"(?=\W|$).*" if sort == "foot" else r"[\s:.…>»\-–▼↓()\d]*"
    return re.compile(rf"\W*(?:{choices}){tail}")


def ends_article(text: str) -> str:
    """Which sort of ending `text` opens: `related`, `comments`, `foot`, `box`; empty for none."""
    lowered = plain(text[:200])
    if _COMMENT.match(lowered):
        return "comments"
    if len(text) > 120:
        return ""
    if "©" in text and len(text) < 100:
        return "foot"
    return next(
        (s for s in ("related", "comments", "foot", "box") if _ends(s).fullmatch(lowered)), ""
    )
