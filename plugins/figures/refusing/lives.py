"""Sentences that tell the life of one person rather than what an institution did.

Guideline section 1.
"""

from __future__ import annotations

from itertools import pairwise

from figures.text import lexicon as lx
from figures.text.line import Line
from figures.text.marks import mark
from figures.text.mentions import Mention
from figures.text.tokens import NUMBER, PERIOD_TOKEN, WORD, Token

_SPEAKS = lx.cue_words("speaks")
_TITLES = frozenset(
    {
        "gs",
        "pgs",
        "ts",
        "gs.ts",
        "giáo sư",
        "phó giáo sư",
        "tiến sĩ",
        "thạc sĩ",
        "bác sĩ",
        "nghệ nhân",
        "nghệ sĩ",
        "nhà văn",
        "nhà thơ",
        "nhà giáo",
        "nhạc sĩ",
        "họa sĩ",
        "ông",
        "bà",
        "anh",
        "chị",
        "cụ",
        "cô",
        "chú",
        "bác",
        "thầy",
        "em",
        "cháu",
    }
)
_HOUSES = frozenset({"gia đình", "hộ", "vợ chồng", "hộ gia đình", "nhà"})
_RECALLS = frozenset({"kể", "kể lại", "nhớ lại", "tâm sự", "bùi ngùi", "hồi tưởng"})
_LIFE = frozenset({"sinh năm", "kể", "nhập ngũ", "tâm sự", "quê", "quê ở", "mồ côi", "lấy chồng"})  # fmt: skip


def tells_a_life(line: Line, *, before: bool = False) -> bool:
    """Whether somebody is told about who does not speak for others: Chị Lý Thị Hoa nuôi 3 con bò.

    `before` says that the sentence before did: then "chị" alone goes on.
    """
    tokens, words = line.tokens, line.words
    if not line.marks & _TELLING_LIVES:
        return False
    if _opens_with_time(line):
        return True
    if not words.isdisjoint(_SPEAKS):
        return False
    if not words.isdisjoint(_THAT_ONE) or _speaks_of_oneself(tokens, words):
        return True
    if _recalls(line) or _owns_or_is_born(tokens, words) or _created(tokens, words):
        return True
    spoken = [at for at, token in enumerate(tokens[:4]) if token.kind == WORD]
    house = bool(spoken) and tokens[spoken[0]].low in _HOUSES
    if house:
        spoken = spoken[1:]
    titled = bool(spoken) and tokens[spoken[0]].low in _TITLES
    if before and spoken and (house or titled):
        return True
    person = next((at for at in spoken[:3] if tokens[at].low in _PRONOUNS), -1)
    if person < 0:
        person = next(
            (at for at in line.signs if tokens[at].low == "," and at + 1 < len(tokens) and tokens[at + 1].low in _PRONOUNS),
            -2,
        ) + 1  # fmt: skip
    if person >= 0 and _tells_of(line, person, before=before):
        return True
    if len(spoken) < 2 or not titled or tokens[spoken[1]].low in _TITLES:
        return False
    return line.begins_large(spoken[1]) or not words.isdisjoint(_LIFE)


_THAT_ONE = lx.cue_words("that_one")
_PRONOUNS = frozenset({"ông", "bà", "anh", "chị", "cụ", "thầy", "cô"})
_LIVES = frozenset({"có", "là", "từng", "được", "sinh", "tốt nghiệp", "hướng dẫn", "lãnh đạo", "công bố", "xuất bản", "sáng tác", "đạt", "nhận", "giành", "đoạt", "chủ trì", "chủ nhiệm", "hiện", "còn", "cũng", "đã", "đã có", "giữ", "sở hữu", "bắt đầu", "làm", "viết", "vào", "theo", "trở thành", "tham gia", "thi", "thi lấy", "đỗ", "học", "dạy"})  # fmt: skip


def _tells_of(line: Line, at: int, *, before: bool) -> bool:
    """Whether a pronoun for one person is what a sentence is about: Ông từng viết 12 cuốn sách."""
    tokens = line.tokens
    opens = at == 0 or (not line.begins_large(at) and (before or _is_behind_time(tokens, at)))
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    if not opens or follower is None or line.begins_large(at + 1):
        return False
    return follower.low in _LIVES


def _opens_with_time(line: Line) -> bool:
    """Whether a title and a name follow an opening time: Sau khi nghỉ việc, | chị Lan Anh muốn …."""
    tokens = line.tokens
    if tokens[0].low not in ("sau", "sau khi", "khi", "trong khi", "từ khi", "mới đây", "gần đây"):
        return False
    comma = next((at for at in line.signs if tokens[at].low == ","), len(tokens))
    if comma + 2 >= len(tokens) or tokens[comma + 1].low not in _PRONOUNS:
        return False
    spoken = {token.low for token in tokens[comma:]}
    named = line.begins_large(comma + 2) and not line.begins_large(comma + 1)
    return named and spoken.isdisjoint(_SPEAKS)


def _is_behind_time(tokens: list[Token], at: int) -> bool:
    """Whether only a time stands before: Đến nay, | ông đã có hơn 100 công bố."""
    if at < 2 or tokens[at - 1].low != ",":
        return False
    dated = tokens[0].kind == PERIOD_TOKEN or tokens[0].low in _SINCE
    return dated and (at == 2 or not any(t.tags & (lx.MEASURE | lx.LINK) for t in tokens[: at - 1]))


_SINCE = frozenset({"đến nay", "hiện nay", "ngoài ra", "tính đến nay", "sau", "trong", "suốt", "từ", "khi", "năm", "với", "ở", "trước"})  # fmt: skip
"""Words with which a time or a setting opens a sentence about somebody."""

_KIN = frozenset(
    {"gia đình", "nhà", "vợ chồng", "bố mẹ", "mẹ", "bố", "chồng", "vợ", "con", "anh em"}
)
_FIRST = frozenset({"tôi", "gia đình tôi", "mình", "tớ", "tui", "hỏi", "bác", "em"})
_CASUAL = frozenset({"mình", "tớ", "tui"})
_CASUALLY = frozenset({"đã", "đang", "sẽ", "có", "cũng", "thấy", "mua", "đi", "được", "bị", "hay", "thường", "muốn", "nghĩ", "chính thức", "phải", "chỉ", "làm", "dùng", "ở"})  # fmt: skip
"""What follows "mình" where it means the one who writes, not oneself."""


def _speaks_of_oneself(tokens: list[Token], words: set[str]) -> bool:
    """Whether a private person writes: Cho tôi hỏi, gia đình tôi có thửa đất 250 m2; mình đã đi 40 tỉnh.

    "Em" is the writer only where the sentence opens with a relation: Vợ chồng em sửa 2 phòng.
    """
    if words.isdisjoint(_FIRST):
        return False
    for at, token in enumerate(tokens):
        previous = tokens[at - 1].low if at else ","
        if token.low == "hỏi" and previous in ("xin", "cho"):
            return True
        if token.low == "bác" and previous == "các" and "chào" in words:
            return True
        if token.low == "tôi" and not at and len(tokens) > 1 and tokens[1].low in _OWNS:
            return True
        if token.low == "em" and at == 1 and previous in _KIN:
            return True
        if token.low == "gia đình tôi" or (token.low == "tôi" and previous in _KIN):
            return True
        if token.low in _CASUAL and at + 1 < len(tokens) and tokens[at + 1].kind == WORD:
            opens = previous in (",", "“", '"')
            if opens or (previous not in _REFLEXIVE and tokens[at + 1].low in _CASUALLY):
                return True
    return False


_REFLEXIVE = frozenset({"của", "cho", "với", "về", "bản thân", "chính", "nhà", "sức", "tự"})
"""Behind these, "mình" is oneself: phần việc của | mình."""

_OWNS = frozenset({"có", "muốn", "đang", "mua", "bị", "sinh", "từng", "vay", "thuê"})
"""What one who asks tells of oneself: Tôi | có | mảnh đất 120 m2."""

_ELDERS = frozenset({"cụ", "ông", "bà", "chị", "anh"})


_WORKS = frozenset({"tiểu thuyết", "truyện ngắn", "tập truyện ngắn", "tập thơ", "ca khúc", "bài hát", "tác phẩm", "nhạc phẩm", "bộ phim", "vai diễn"})  # fmt: skip


def _created(tokens: list[Token], words: set[str]) -> bool:
    """Whether the works of one artist are told: Ngoài 16 tiểu thuyết, ông còn có 23 tập thơ."""
    if words.isdisjoint(_WORKS) or words.isdisjoint(_ELDERS):
        return False
    return any(
        token.low in _ELDERS and tokens[at + 1].low in ("còn", "đã", "có", "viết", "là")
        for at, token in enumerate(tokens[:-1])
    )


def _recalls(line: Line) -> bool:
    """Whether somebody with a name tells of old times: năm ấy, cụ Hoạch kể."""
    return not line.words.isdisjoint(_RECALLS) and any(
        token.low in _TITLES and line.begins_large(at + 1)
        for at, token in enumerate(line.tokens[:-1][:12])
    )


def _owns_or_is_born(tokens: list[Token], words: set[str]) -> bool:
    """Whether the sentence goes on about a person: ngôi nhà của cụ, sinh năm 1936."""
    if "sinh" not in words and ("của" not in words or words.isdisjoint(_ELDERS)):
        return False
    for at, (one, other) in enumerate(pairwise(tokens)):
        if at and one.low == "của" and other.low in _ELDERS:
            return tokens[-1].kind != NUMBER
        born = other.mention if isinstance(other.mention, Mention) else None
        if one.low == "sinh" and born is not None and (born.year or 9999) < 1990:
            return not _is_extreme(tokens, at)
    return False


def _is_extreme(tokens: list[Token], at: int) -> bool:
    """Whether the oldest or youngest of many is told of: học viên lớn tuổi nhất | sinh năm 1962."""
    return any(token.low.endswith("nhất") for token in tokens[max(0, at - 4) : at])


_TELLING_LIVES = mark(_FIRST, _RECALLS, _TITLES, _HOUSES, _ELDERS, _PRONOUNS, _THAT_ONE, {"sinh"})
"""No sentence tells a life without one of these."""
