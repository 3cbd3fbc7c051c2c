"""Numbers that name, date or repeat something instead of counting it.

Guideline section 1.
"""

from __future__ import annotations

import re
from decimal import Decimal

from figures.refusing.refusals import after, is_plain
from figures.text import lexicon as lx
from figures.text.called_days import is_called
from figures.text.tokens import NUMBER, SIGN, WORD, Token

_SECTION = re.compile(r"\d{1,2}\.\d{1,2}")
_QUOTES = frozenset('“"')
_OPEN, _CLOSE = frozenset("“«‘\"'"), frozenset("”»’\"'")


def is_list_number(tokens: list[Token], at: int) -> bool:
    """The number of an item or a section: 1. Mở lớp; 2.1 Kết quả."""
    if at == 0 and len(tokens) > 1 and _SECTION.fullmatch(tokens[0].low):
        if tokens[1].low == ".":
            return True
        return tokens[1].kind == WORD and not tokens[1].tags & (lx.MEASURE | lx.MULTIPLIER)
    return at == 0 and len(tokens) > 1 and tokens[1].low in (".", ")") and len(tokens[0].low) <= 2


_DOTTED = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])")
DAYS = frozenset(
    {"ngày", "lễ", "dịp", "quốc khánh", "kỳ nghỉ", "nghỉ lễ", "dịp lễ", "từ ngày", "đến ngày"}
)

_BY_POINTED_DAY = (" đường", " phố", " ngõ", " cầu", " quảng trường", " công viên", " nông trường")
CALLED_BY_DAY = frozenset(word for word in lx.entries() if f" {word}".endswith(_BY_POINTED_DAY))
"""Of these the day may be written with a point, which looks like a decimal elsewhere: đường 26.3."""


def is_dotted_date(tokens: list[Token], at: int) -> bool:
    """A day and a month with a point between them: dịp lễ 2.9, ngày cao điểm là 30.8."""
    if not _DOTTED.fullmatch(tokens[at].low):
        return False
    follower = after(tokens, at)
    counts = lx.MEASURE | lx.MULTIPLIER | lx.NOUN
    if follower is not None and follower.tags & counts:
        return False
    if any(token.low in DAYS for token in tokens[max(0, at - 5) : at]):
        return True
    if tokens[at - 1].low not in CALLED_BY_DAY:
        return False
    day, month = map(Decimal, tokens[at].low.split("."))
    return is_called(tokens, at, at + 1, day, month)


_WEEKS = frozenset({"kỳ", "số", "đợt", "khóa", "tháng", "phiên", "thứ"})


def is_week(tokens: list[Token], at: int) -> bool:
    """The number of an issue or a round with its year: kỳ 27/2025. A week is a period."""
    denominator = tokens[at].denominator
    numbered = denominator is not None and 1990 <= denominator <= 2100
    return numbered and bool(at) and tokens[at - 1].low.split()[-1] in _WEEKS


UNIT_LINES = frozenset({"đơn vị", "đvt"})


RANKED = frozenset({"nhất là", "nhất gồm", "cao nhất là", "thấp nhất là", "nhiều nhất là", "nhất"})


def is_ranked(tokens: list[Token], at: int) -> bool:
    """How many are named one by one by rank: Ba mặt hàng lớn nhất là điện thoại, dệt may và gỗ."""
    if (at and tokens[at - 1].kind != SIGN) or (tokens[at].minimum or 99) > 10:
        return False
    for place in range(at + 2, min(at + 9, len(tokens) - 1)):
        token = tokens[place]
        if token.kind != WORD:
            return False
        if token.low in RANKED:
            return token.low != "nhất" or tokens[place + 1].low in ("là", "gồm")
    return False


def is_unit_line(tokens: list[Token], at: int) -> bool:
    """The multiplier of a table's unit: Đơn vị tính: 1.000 đồng."""
    if tokens[at].minimum not in _SCALES:
        return False
    named = at - 1
    while named > 0 and tokens[named].low in (":", "tính"):
        named -= 1
    return named >= 0 and tokens[named].low in UNIT_LINES


_SCALES = frozenset({1000, 1_000_000, 1_000_000_000})


NOUGHTS, ONES = frozenset({"0", "00"}), frozenset({"1", "01"})


def is_nothing(tokens: list[Token], at: int) -> bool:
    """A nought of which nothing is counted, or "some" in figures: giải ngân bằng 0; ở 1 số xã.

    By itself it fills a cell or says what a label has; what costs 0 đồng is only called so.
    """
    follower = after(tokens, at)
    if tokens[at].low in ONES:
        return follower is not None and follower.low == "số" and at + 2 < len(tokens)
    if tokens[at].low not in NOUGHTS:
        return False
    if follower is None:
        return at > 0 and tokens[at - 1].low != ":"
    if follower.low == "đồng":
        return at > 0 and tokens[at - 1].kind == WORD and not tokens[at - 1].tags & lx.LINK
    return not follower.tags & (lx.NOUN | lx.MEASURE | lx.LABEL) and follower.low != "/"


def is_chainage(tokens: list[Token], at: int) -> bool:
    """The metres behind a kilometre post: km 12+500."""
    if at < 2 or tokens[at - 1].low != "+" or tokens[at - 2].kind != NUMBER:
        return False
    return tokens[at - 1].form == "glued"


def is_year(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if not (len(token.low) == 4 and token.low.isdigit() and 1900 <= int(token.low) <= 2100):
        return False
    follower = after(tokens, at)
    if follower is None or follower.kind != WORD:
        return True
    # The year that an index is reckoned from: năm gốc 2020 bằng 100.
    reckoned = at > 1 and tokens[at - 1].low == "gốc" and tokens[at - 2].low == "năm"
    return reckoned or not follower.tags & (lx.NOUN | lx.MEASURE | lx.MULTIPLIER)


_ERAS = frozenset(lx.load("names")["era"])
REIGNED = frozenset({"năm", "niên hiệu", "đời", "đời vua", "thời", "thời vua", "triều", "triều vua", "vua", "niên đại"})  # fmt: skip
_LONGEST_REIGN = 61


def is_year_of_reign(tokens: list[Token], at: int) -> bool:
    """A year of an emperor's, not people of a village named like one: năm Hồng Đức 15."""
    if at < 2 or not is_plain(tokens[at]) or (tokens[at].minimum or 99) > _LONGEST_REIGN:
        return False
    follower = after(tokens, at)
    counted = follower is not None and bool(follower.tags & (lx.NOUN | lx.MEASURE))
    era = f"{tokens[at - 2].low} {tokens[at - 1].low}"
    ruled = any(token.low in REIGNED for token in tokens[max(0, at - 8) : at - 1])
    return ruled and not counted and (era in _ERAS or tokens[at - 1].low in _ERAS)


_RUNS = frozenset({"phong trào", "chương trình", "cuộc vận động", "chiến dịch", "đề án", "cổng", "hội thi", "mô hình"})  # fmt: skip
"""What bears a name in quotation marks that may tell any number."""


def is_slogan(tokens: list[Token], at: int) -> bool:
    """A number in a quoted name: phong trào “5 không, 3 sạch”, chương trình “1 triệu cây xanh”."""
    opened = next((i for i in range(at - 1, max(-1, at - 8), -1) if tokens[i].low in _OPEN), None)
    if opened is None or any(t.low in _CLOSE for t in tokens[opened + 1 : at]):
        return False
    if (tokens[at].minimum or 0) > 12 and tokens[opened - 1].low not in _RUNS:
        return False
    if tokens[opened].low == '"' and sum(t.low in _QUOTES for t in tokens[:opened]) % 2:
        return False
    closed = next(
        (i for i in range(at + 1, min(len(tokens), at + 8)) if tokens[i].low in _CLOSE), 0
    )
    return bool(closed) and closed - opened < 12


_ONLY_IN_SLOGANS = frozenset({"xin", "luôn", "dám", "bám", "rõ"})
PITHY = _ONLY_IN_SLOGANS | frozenset({"không", "sạch", "có", "giảm", "tăng", "phải", "tốt", "cùng", "biết", "nhất", "tại chỗ", "giữ", "đúng", "chống", "xây", "an toàn", "trách nhiệm", "xung kích", "sẵn sàng"})  # fmt: skip
"""What slogans count without a noun."""
_BEARS = _RUNS | {"tiêu chí", "gia đình", "hộ", "phương châm", "khẩu hiệu", "danh hiệu", "chi bộ", "đảng bộ", "biện pháp", "kỹ thuật", "gói kỹ thuật", "áp dụng", "thực hiện", "nguyên tắc", "tinh thần", "cán bộ", "quy tắc"}  # fmt: skip
"""Right behind these a slogan may stand without quotation marks."""


def is_bare_slogan(tokens: list[Token], at: int) -> bool:
    """A number in a slogan without quotation marks: hộ đạt 5 không 3 sạch, 1 phải 5 giảm, chi bộ 4 tốt."""
    if not _is_pithy(tokens, at):
        return False
    if tokens[at + 1].low in _ONLY_IN_SLOGANS or (at and tokens[at - 1].low in _BEARS):
        return True
    commas = at > 2 and tokens[at - 1].low in (",", "và")
    earlier = at - 2 - commas
    if _is_pithy(tokens, at + 2) or (not commas and _is_pithy(tokens, earlier)):
        return True
    return commas and _is_pithy(tokens, earlier) and is_bare_slogan(tokens, earlier)


def _is_pithy(tokens: list[Token], at: int) -> bool:
    """Whether a small number there counts what only a slogan counts."""
    if not 0 <= at < len(tokens) - 1 or tokens[at].kind != NUMBER:
        return False
    return (tokens[at].minimum or 99) <= _PITHY_TO and tokens[at + 1].low in PITHY


_PITHY_TO = 12


def is_note(tokens: list[Token], at: int) -> bool:
    """The number of a note behind what it is about: 1.321.800 người dân[4]."""
    return (
        bool(at) and at + 1 < len(tokens) and (tokens[at - 1].low, tokens[at + 1].low) == ("[", "]")
    )


CASES_OF_ILLNESS = frozenset({"ca bệnh", "bệnh nhân", "bn", "ca"})


def is_case_number(tokens: list[Token], at: int) -> bool:
    """The number by which a patient is called, no count: CA BỆNH 1135 (BN1135), bệnh nhân 17: nữ, 26 tuổi."""
    if not at or tokens[at - 1].low not in CASES_OF_ILLNESS or not is_plain(tokens[at]):
        return False
    if at > 1 and (tokens[at - 2].kind == NUMBER or tokens[at - 2].tags & lx.AMOUNT):
        return False
    return at + 1 < len(tokens) and tokens[at + 1].low in ("(", ":")


def is_plenum(tokens: list[Token], at: int) -> bool:
    """Which session of a Party's term is meant: Nghị quyết Trung ương 10 khóa XII, Trung ương 6 (khóa XIII)."""
    term = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].low == "(")
    if term + 1 >= len(tokens) or tokens[term].low not in TERMS_OF_PARTY:
        return False
    return _ROMAN.fullmatch(tokens[term + 1].low) is not None


TERMS_OF_PARTY = frozenset({"khóa", "khoá", "nhiệm kỳ"})
_ROMAN = re.compile(r"[ivx]{1,6}")


def is_listed_aim(tokens: list[Token], at: int) -> bool:
    """How many aims stand under a heading: I. Về kinh tế (11 chỉ tiêu)."""
    around = [token.low for token in (*tokens[at - 1 : at], *tokens[at + 1 : at + 3])]
    return around == ["(", "chỉ tiêu", ")"]


def close_slogan(tokens: list[Token], at: int) -> None:
    """Takes the words around the number of a slogan for plain ones, up to the quotation marks.

    What they mean elsewhere is not meant: diện tích áp dụng "3 giảm 3 tăng" là 6.300 ha.
    Without quotation marks that is the word behind the number.
    """
    if not is_slogan(tokens, at):
        tokens[at + 1] = Token(WORD, tokens[at + 1].low)
        return
    for step in (-1, 1):
        near = at + step
        while tokens[near].kind == WORD:
            tokens[near] = Token(WORD, tokens[near].low)
            near += step


def is_among_whom(tokens: list[Token], at: int) -> bool:
    """Among how many one is told of: tỉnh là 1 trong 8 Cục Hải quan dẫn đầu."""
    return at > 1 and tokens[at - 1].low == "trong" and tokens[at - 2].low in ("1", "một", "là một")


def is_spelled_out(tokens: list[Token], at: int) -> bool:
    """An amount that a bracket repeats in words: 13.500.000đ (Mười ba triệu, năm trăm nghìn đồng)."""
    if not tokens[at].low[0].isalpha():
        return False
    opened = at - 1
    spelled = lx.DIGIT | lx.SCALE | lx.MULTIPLIER
    while opened > 0 and (
        tokens[opened].kind == NUMBER
        or tokens[opened].tags & spelled
        or tokens[opened].low in _SPELLED
    ):
        opened -= 1
    bracket = opened
    opened -= opened > 1 and tokens[opened - 1].low == "."
    money = bool(opened) and tokens[bracket].low == "(" and tokens[opened - 1].entry.unit == "đồng"
    return money and opened > 1 and tokens[opened - 2].kind == NUMBER


_SPELLED = frozenset({",", ":", "bằng chữ", "bằng", "chữ", "đồng", "mười"})


def is_name_number(tokens: list[Token], at: int) -> bool:
    """`tỷ lệ tiêm mũi 2 đạt …`: a small number that belongs to the name before it."""
    token = tokens[at]
    if not at or not is_plain(token) or int(token.low) > 20:
        return False
    if _is_told_apart(tokens, at) or _is_step(tokens, at):
        return True
    previous, follower = tokens[at - 1], after(tokens, at)
    if previous.kind == WORD and _has_phases(tokens, at):
        return True
    if follower is None or follower.kind != WORD or previous.kind != WORD:
        return False
    if previous.low in ("khối", "cụm", "khối thi đua", "cụm thi đua") and follower.tags & lx.NOUN:
        return True
    if follower.low == "đổi" and at + 2 < len(tokens) and tokens[at + 2].kind == NUMBER:
        return True
    if previous.low in ("đất", "ruộng", "lúa") and follower.low in ("lúa", "vụ", "vụ lúa"):
        return int(token.low) <= _HARVESTS
    if follower.low in ("mũi", "liều") and int(token.low) < 5:
        return any(t.low.startswith("tiêm") for t in tokens[max(0, at - 3) : at])
    if previous.tags & _UNNAMED:
        return False
    return bool(follower.tags & (lx.LINK | lx.CHANGE)) and not follower.tags & (lx.NOUN | lx.STOP)


def _is_step(tokens: list[Token], at: int) -> bool:
    """Whether it numbers the step of a scale that something reached: 15 tiêu chí đạt mức | 2."""
    follower = after(tokens, at)
    stepped = tokens[at - 1].low.endswith("mức") and (tokens[at].minimum or 9) <= _STEPS
    return stepped and (follower is None or follower.low != "%") and not _counts_on(tokens, at)


_STEPS = 5
"""As many as such a scale has."""


def _has_phases(tokens: list[Token], at: int) -> bool:
    """Whether a bracket says which phase of the work is meant: Khu công nghiệp Hòa Lợi 2 (giai đoạn 1)."""
    return at + 2 < len(tokens) and tokens[at + 1].low == "(" and tokens[at + 2].low == "giai đoạn"


_HARVESTS = 3
"""As many as a field may give in a year."""

_UNNAMED = lx.LINK | lx.VERB | lx.HEDGE | lx.STOP | lx.ADVERB | lx.CHANGE | lx.LEVEL | lx.LABEL | lx.PREDICATE  # fmt: skip
"""Words of which none carries a number as its name."""


def _is_told_apart(tokens: list[Token], at: int) -> bool:
    """Whether one noun carries several small numbers: cơ sở 1 …; cơ sở 2 …."""
    noun = tokens[at - 1]
    if not noun.tags & lx.NOUN or noun.tags & lx.COUNTER or _counts_on(tokens, at):
        return False
    alike = [
        i
        for i in range(1, len(tokens))
        if i != at and tokens[i].kind == NUMBER and tokens[i - 1].low == noun.low
    ]
    return any(is_plain(tokens[i]) and not _counts_on(tokens, i) for i in alike)


def _counts_on(tokens: list[Token], at: int) -> bool:
    """Whether something counted or measured follows the number, or it is a large one."""
    follower = after(tokens, at)
    counted = follower is not None and bool(follower.tags & (lx.NOUN | lx.MEASURE | lx.LEVEL))
    return counted or (tokens[at].minimum or 0) > 20


def is_among(tokens: list[Token], at: int) -> bool:
    """The small group that a sentence opens with, to tell of some: trong 11 nhóm hàng, có 8 nhóm …."""
    follower = after(tokens, at)
    opens = at == 1 or (at > 1 and tokens[at - 2].low in (";", ":"))
    if not opens or tokens[at - 1].low != "trong" or follower is None:
        return False
    if (tokens[at].minimum or 0) > 20:
        return False
    return bool(follower.tags & lx.NOMINAL) and not follower.entry.refuses_previous


def is_combined(tokens: list[Token], at: int) -> bool:
    """`vắc xin 5 trong 1`, `máy in 3 trong 1`: the name of a thing that does several."""
    if at + 2 >= len(tokens) or tokens[at + 1].low != "trong":
        return False
    return tokens[at + 2].low == "1" and (tokens[at].minimum or 0) > 1


def is_required(tokens: list[Token], at: int) -> bool:
    """What a bracket says the rule is: (quy định dưới 10%), (yêu cầu từ 95%)."""
    opened = at - 1
    while opened > 0 and tokens[opened].tags & (lx.HEDGE | lx.LINK):
        opened -= 1
    if opened < 1 or tokens[opened].low not in RULED:
        return False
    return tokens[opened - 1].low in ("(", "so với", "so với mức", "với mức")


RULED = frozenset({"quy định", "yêu cầu", "theo quy định", "chuẩn", "tiêu chuẩn", "ngưỡng"})


def is_article(tokens: list[Token], at: int) -> bool:
    """A bare 1 that stands for "a": bức tranh được 1 người phụ nữ mua; cùng 1 cuốn sách."""
    if tokens[at].low != "1" or tokens[at].minimum != 1 or not at or at + 1 >= len(tokens):
        return False
    previous, follower = tokens[at - 1].low, tokens[at + 1]
    if previous == "cùng":
        return True
    if previous in ("được", "bị", "bởi"):
        acted = at > 1 and bool(tokens[at - 2].tags & lx.VERB)
        return follower.entry.noun == "person" and not acted
    if previous not in EQUALS or any(token.low == follower.low for token in tokens[:at]):
        return False
    for token in reversed(tokens[: at - 1]):
        if token.kind == SIGN:
            return True
        if token.tags & lx.AMOUNTS or token.kind == NUMBER or token.low == "số":
            return False
    return True


EQUALS = frozenset({"là", "như", "rằng", "thành", "trở thành"})


def is_titled(tokens: list[Token], at: int) -> bool:
    """A number with which a title begins: Tên sách: Bốn thỏa ước."""
    return (
        1 < at <= _TITLE
        and tokens[at - 1].low == ":"
        and tokens[0].low.split()[0] in ("tên", "tựa", "nhan")
    )


_TITLE = 5


def is_alternative(tokens: list[Token], at: int) -> bool:
    """One of two numbers of which either may be: hai hay ba người, 50% hay 33%."""
    for step, end in ((-1, -1), (1, len(tokens))):
        place = at + step
        if place != end and tokens[place].low == "%":
            place += step
        if place not in (-1, end) and tokens[place].low == "hay":
            other = place + step
            if 0 <= other < len(tokens) and tokens[other].low == "%":
                other += step
            if 0 <= other < len(tokens) and _is_numeral(tokens[other]):
                return True
    return False


def _is_numeral(token: Token) -> bool:
    return token.kind == NUMBER or bool(token.tags & lx.DIGIT)


USUALLY = lx.cue_words("usual")


def is_usual(tokens: list[Token], at: int) -> bool:
    """What is usually so: lương cứng thường chiếm từ 90 đến 95%."""
    for token in reversed(tokens[max(0, at - 5) : at]):
        if token.low in USUALLY:
            return token.low != "dao động" or tokens[at].minimum != tokens[at].maximum
        if token.kind != WORD or token.tags & lx.NOUN:
            return False
    return False


def is_footnote(tokens: list[Token], at: int) -> bool:
    """The number of a note behind a rate: tăng 8,01% (1) so với cùng kỳ."""
    token = tokens[at]
    if len(token.low) > 2 or not is_plain(token) or at < 3 or at + 1 >= len(tokens):
        return False
    enclosed = tokens[at - 1].low in "([" and tokens[at + 1].low in ")]"
    return enclosed and tokens[at - 2].low == "%"


def is_owner(tokens: list[Token], at: int) -> bool:
    """The few whose amount is told together: tổng diện tích của 2 khu công nghiệp là 173 ha."""
    if at < 2 or tokens[at - 1].low != "của" or (tokens[at].minimum or 99) > _FEW_OWNERS:
        return False
    begin = at - 1
    while begin and tokens[begin - 1].kind == WORD:
        begin -= 1
    if not any(token.tags & lx.AMOUNT for token in tokens[begin : at - 1]):
        return False
    for place in range(at + 2, min(at + 7, len(tokens) - 2)):
        if tokens[place].low in ("là", "đạt", "ước đạt", "còn"):
            counted = next((t for t in tokens[place + 1 : place + 3] if t.kind == NUMBER), None)
            return counted is not None
        if tokens[place].kind != WORD:
            return False
    return False


_FEW_OWNERS = 12


def is_growth_again(tokens: list[Token], at: int) -> bool:
    """The growth that a sentence opens with, to tell what gave it: Trong 8,01% tăng trưởng, …."""
    if at != 1 or tokens[0].low != "trong" or len(tokens) < 4:
        return False
    return tokens[2].low == "%" and tokens[3].low.startswith(("tăng trưởng", "mức tăng", "tốc độ"))


def is_team(tokens: list[Token], at: int) -> bool:
    """How many play in one team, of which a game has its name: giải bóng đá nam 7 người."""
    game = at - 1 - (at > 1 and tokens[at - 1].low in ("nam", "nữ"))
    players = at + 1 < len(tokens) and tokens[at + 1].low == "người"
    return players and game >= 0 and tokens[game].low in _GAMES and (tokens[at].minimum or 99) <= 11


_GAMES = frozenset({"đá", "bóng đá", "bóng đá mini", "sân", "mini", "futsal"})


def is_told_by(tokens: list[Token], at: int) -> bool:
    """How many reported: theo báo cáo của 63 sở."""
    body = at + 1 < len(tokens) and tokens[at + 1].kind == WORD
    told = at > 1 and tokens[at - 1].low == "của" and tokens[at - 2].low in REPORTS
    return told and body and any(token.low == "theo" for token in tokens[max(0, at - 4) : at])


REPORTS = frozenset({"báo cáo", "thống kê", "số liệu"})


def is_full_course(tokens: list[Token], at: int) -> bool:
    """The kinds of vaccine that a course has: trẻ tiêm đầy đủ 8 loại vắc xin."""
    kinds = at + 2 < len(tokens) and tokens[at + 1].low == "loại" and tokens[at + 2].low in VACCINES
    return kinds and at > 0 and tokens[at - 1].low.endswith("đủ")


VACCINES = frozenset({"vắc", "vắc xin", "vaccine", "vacxin", "vắcxin"})


def is_one_of(tokens: list[Token], at: int) -> bool:
    """`là 1 trong 8 tỉnh`: neither the one nor the others are counted."""
    single = tokens[at].denominator is not None and tokens[at].minimum == 1
    return single and at > 0 and tokens[at - 1].low in _IS


_IS = frozenset({"là", "vẫn là", "trở thành", "cũng là", "nằm", "thuộc"})
