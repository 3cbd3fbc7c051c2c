"""An archive to measure search on: words as frequent as in a language, neighbours as varied.

Half of every text is drawn from a few hundred set phrases of reports, half
from a Zipf distribution over 2,600 syllables, which gives more distinct pairs
of neighbours than real prose has: sizes measured here are upper bounds.
"""

from __future__ import annotations

import datetime
import itertools
import random
from collections.abc import Iterator

from site_search import SearchDocument

_ONSETS = [
    "b",
    "c",
    "ch",
    "d",
    "đ",
    "g",
    "gi",
    "h",
    "kh",
    "l",
    "m",
    "n",
    "ng",
    "nh",
    "ph",
    "qu",
    "r",
    "s",
    "t",
    "th",
    "tr",
    "v",
    "x",
]
_RIMES = ["a", "ai", "an", "ang", "anh", "ao", "ăn", "âm", "ân", "ât", "âu", "e", "en", "ê", "ên", "i", "iên", "in", "inh", "o", "oan", "oi", "on", "ong", "ô", "ôi", "ôn", "ông", "ơ", "ơi", "u", "ung", "uyên", "ư", "ưng", "ương"]  # fmt: skip
_TONES = ("", "\u0300", "\u0301", "\u0309", "\u0323")
_PHRASES = (
    "đào tạo", "bồi dưỡng", "học viên", "giảng viên", "hội nghị", "tổng kết", "thi đua",
    "khen thưởng", "nghiên cứu", "khoa học", "đề tài", "cấp tỉnh", "cấp trường", "năm học",
    "lý luận", "chính trị", "hành chính", "nhà trường", "kế hoạch", "chất lượng", "cán bộ",
    "công chức", "chuyển đổi số", "tốt nghiệp", "khai giảng", "bế giảng", "hội thảo", "nông thôn mới",
)  # fmt: skip
_CATEGORIES = ("Tin tức", "Đào tạo", "Nghiên cứu khoa học", "Thông báo")


def documents(count: int, *, words: int = 500) -> Iterator[SearchDocument]:
    """`count` articles of about `words` words each; the same on every run."""
    chance = random.Random(20231113)
    syllables = list(dict.fromkeys(_syllables()))[:2600]
    chance.shuffle(syllables)
    weights = list(itertools.accumulate(1 / rank for rank in range(1, len(syllables) + 1)))
    day = datetime.date(2005, 1, 3)

    def text(length: int) -> str:
        drawn = chance.choices(syllables, cum_weights=weights, k=length // 2)
        mixed = [*drawn, *chance.choices(_PHRASES, k=length // 4)]
        chance.shuffle(mixed)
        return " ".join(mixed)

    for index in range(count):
        body = f"{text(words)} mở {chance.randint(1, 900)} lớp trong năm {2005 + index % 20}."
        yield SearchDocument(
            address=f"{2005 + index % 20}/01/bai-{index}/",
            title=text(12).capitalize(),
            text=body,
            date=str(day + datetime.timedelta(days=index)),
            category=_CATEGORIES[index % len(_CATEGORIES)],
            summary=text(30),
        )


def _syllables() -> Iterator[str]:
    import unicodedata

    for tone, rime, onset in itertools.product(_TONES, _RIMES, _ONSETS):
        vowel = next(at for at, char in enumerate(rime) if char in "aăâeêioôơuưy")
        marked = rime[: vowel + 1] + tone + rime[vowel + 1 :]
        yield unicodedata.normalize("NFC", onset + marked)
