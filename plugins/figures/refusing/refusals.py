"""Numbers that are no figures: one ordered table of rules by left and right neighbour.

A rule names its words in `data/refusals.toml`, the guideline section that it
serves, and examples in which the number in ‹› is refused (`bad`) or stands
(`good`); the tests run them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from figures.text import lexicon as lx
from figures.text.tokens import NUMBER, SIGN, WORD, Token

Guard = Callable[[list[Token], int], bool]


@dataclass(frozen=True, slots=True)
class RefusalRule:
    """One reason for which a number is no figure."""

    name: str
    section: str
    guard: Guard
    """Told the tokens and the number's place once a neighbour matched."""
    bad: tuple[str, ...]
    good: tuple[str, ...] = ()
    triggers: frozenset[str] = frozenset()
    """Of a rule that sees the whole sentence: words one of which must be in it;
    none if it must always be asked."""
    shortest: int = 1
    longest: int = 99
    """Of a rule that sees the whole sentence: how many characters the number may have."""
    opens: bool = False
    """Of a rule that sees the whole sentence: whether it is asked only if the number opens it."""


def _always(_tokens: list[Token], _at: int) -> bool:
    return True


def after(tokens: list[Token], at: int) -> Token | None:
    """The token right after the number, if any."""
    return tokens[at + 1] if at + 1 < len(tokens) else None


def is_plain(token: Token) -> bool:
    """Whether the number is a bare whole number such as names carry."""
    whole = token.form == "digits" and token.low.isdigit() and token.denominator is None
    return whole and token.minimum == int(token.low)


def is_name(tokens: list[Token], at: int) -> bool:
    """A bare small number after the noun it numbers, not counting what follows."""
    number = tokens[at]
    if at and tokens[at - 1].low in _ASSESSED | _FIGURED and _SECTION.fullmatch(number.low):
        return True
    if not is_plain(number) or len(number.low) > 4:
        return False
    follower = after(tokens, at)
    if follower is None or follower.kind != WORD:
        return True
    if at > 1 and tokens[at - 1].low == "lớp" and tokens[at - 2].low.endswith(_OF_FORM):
        return (number.minimum or 0) <= 12
    if at and tokens[at - 1].low == "cấp" and (number.minimum or 0) > _GRADES:
        # What is issued, not a school: cấp 612 giấy khai sinh.
        return False
    return not follower.tags & (lx.NOUN | lx.MEASURE | lx.LEVEL)


_GRADES = 12
_FIGURED = frozenset({"bảng", "biểu", "hình", "biểu đồ", "sơ đồ", "phụ lục", "mục"})
"""Numbered by chapters: Bảng 4.7."""


_ASSESSED = frozenset({"tiêu chí", "tiêu chuẩn", "minh chứng"})
_SECTION = re.compile(r"\d{1,2}\.\d{1,2}")
"""How a criterion within a standard is numbered: tiêu chí 5.2."""

_OF_FORM = ("năm", "năm học", "học", "học sinh", "hs", "em", "chương trình", "giỏi")
"""Before a form of school: điểm cả năm lớp 12 môn Toán."""


def _is_place(tokens: list[Token], at: int) -> bool:
    number = tokens[at]
    if not is_plain(number) or len(number.low) > 4:
        return False
    follower = after(tokens, at)
    if follower is None or not follower.tags & (lx.NOUN | lx.MEASURE) or follower.tags & lx.VERB:
        return True
    return follower.entry.noun == "place" and number.low != "0"


def _is_law(tokens: list[Token], at: int) -> bool:
    word = tokens[at - 1].low
    if word in ("điều", "khoản", "số", "nghị định", "thông tư", "bộ luật"):
        return is_plain(tokens[at]) or word in ("điều", "khoản")
    return is_name(tokens, at)


_LOOSE = frozenset({"khoản", "nhóm", "phần", "mặt", "câu", "cột", "bên", "mục", "bước", "điều", "đầu mối", "gian", "dòng"})  # fmt: skip
"""Words that also count things when a noun follows: 12 nhóm hộ."""


def _is_text_item(tokens: list[Token], at: int) -> bool:
    """Parts of a text; a fraction, a decimal or something attained is counted for real."""
    number = tokens[at]
    if number.denominator is not None or number.minimum != int(number.minimum or 0):
        return False
    if number.minimum is not None and number.minimum > 60:
        return False
    word = tokens[at + 1].low
    if word == "sao":
        return True
    if at and tokens[at - 1].low in _PARTS and _is_counted_before(tokens, at, word):
        return False
    if word == "điểm":
        return any(t.low in ("điều", "khoản") for t in tokens[at + 2 : at + 6])
    if word == "quy trình" and _is_made(tokens, at):
        return False
    if word == "nhất" and _is_prize(tokens, at):
        return False
    if word == "nhóm" and _is_group(tokens, at):
        return False
    if word in ("nội dung", "giải pháp") and _is_contested(tokens, at):
        return False
    if word in ("nhiệm vụ", "câu hỏi", "việc"):
        return _is_told(tokens, at)
    if word == "bên" and at and tokens[at - 1].low == "dọc":
        return True
    if word.startswith(_AIMS) and (_are_reached(tokens, at + 2) or _are_more(tokens, at)):
        return False
    if word in _LOOSE and at + 2 < len(tokens) and tokens[at + 2].tags & lx.NOUN:
        return False
    return not any(
        token.low
        in (
            "đạt",
            "chỉ đạt",
            "mới đạt",
            "đạt chuẩn",
            "hoàn thành",
            "bình quân",
            "đạt được",
            "đạt bình quân",
            "trung bình",
        )
        for token in tokens[max(0, at - 3) : at]
    )


def _is_group(tokens: list[Token], at: int) -> bool:
    """Whether classes of a nursery or goods that change are counted: 14 nhóm, lớp; 8 nhóm tăng, 2 nhóm ổn định."""
    behind = [token.low for token in tokens[at + 2 : at + 4]]
    changes = at + 2 < len(tokens) and bool(tokens[at + 2].tags & lx.CHANGE)
    goods = any(token.low.startswith(_GOODS) for token in tokens)
    listed = behind[:1] == [","] and at + 3 < len(tokens)
    if listed and tokens[at + 3].entry.noun in ("group", "person"):
        return True
    return goods and (changes or behind[:2] == ["ổn", "định"])


_GOODS = ("nhóm hàng", "nhóm mặt hàng", "hàng hóa", "chỉ số giá")


def _is_prize(tokens: list[Token], at: int) -> bool:
    """Whether first prizes are told among others: 9 giải (| 2 nhất, 3 nhì)."""
    others = (token.low for token in tokens[at + 2 : at + 6])
    return any(token.low in _PRIZES for token in tokens[:at]) or "nhì" in others


_PRIZES = frozenset({"giải", "giải thưởng", "giải cá nhân", "giải đồng đội"})


def _are_reached(tokens: list[Token], at: int) -> bool:
    """Whether it is told that what was aimed at was reached: 33 chỉ tiêu chủ yếu | đều hoàn thành."""
    at += at < len(tokens) and tokens[at].low in ("đều", "đã", "chưa", "không", "được")
    return at < len(tokens) and tokens[at].low in _REACHED


_AIMS = ("chỉ tiêu", "tiêu chí", "tiêu chuẩn")
_REACHED = frozenset({"hoàn thành", "đạt", "vượt", "đạt và vượt", "chưa đạt", "không đạt", "đạt chuẩn", "đạt mức"})  # fmt: skip


def _are_more(tokens: list[Token], at: int) -> bool:
    """Whether so many more were reached than before: đạt 12 tiêu chí, tăng | 2 tiêu chí so với năm trước."""
    return at > 0 and (bool(tokens[at - 1].tags & lx.CHANGE) or tokens[at - 1].low in _MORE)


_MORE = frozenset({"thêm", "có thêm", "đạt thêm"})


_MAKES = frozenset({"chuyển giao", "tiếp nhận", "nhận chuyển giao", "nghiệm thu", "ban hành", "xây dựng", "hoàn thiện", "áp dụng", "chuẩn hóa", "phê duyệt", "rà soát", "cập nhật", "ứng dụng", "tạo ra", "công bố"})  # fmt: skip
"""What is done with procedures that are a product: chuyển giao 17 quy trình công nghệ."""


def _is_made(tokens: list[Token], at: int) -> bool:
    """Whether a verb of making governs the number, or the list it stands in: ban hành 3 quy chế, | 2 quy trình."""
    listed = at > 2 and tokens[at - 1].low in (",", "và")
    return any(token.low in _MAKES for token in tokens[max(0, at - (5 if listed else 1)) : at])


_CONTESTS = frozenset({"tranh tài", "thi đấu", "vận động viên", "vđv", "môn", "môn thi đấu", "huy chương", "dự thi", "tham gia dự thi", "tham dự", "hội thi", "cuộc thi"})  # fmt: skip


def _is_contested(tokens: list[Token], at: int) -> bool:
    """Whether those who compete are told of near by: các đội tranh tài ở | 33 nội dung của 4 môn."""
    return any(token.low in _CONTESTS for token in tokens[max(0, at - 9) : at + 5])


_PARTS = frozenset({"trong đó", "trong đó có", "gồm", "bao gồm"})


def _is_counted_before(tokens: list[Token], at: int, word: str) -> bool:
    """Whether the same is counted whose parts are told: 12 nhiệm vụ, trong đó | 3 nhiệm vụ."""
    return any(
        token.kind == NUMBER and not token.reason and tokens[i + 1].low == word
        for i, token in enumerate(tokens[: at - 1])
    )


_TELLS = frozenset(
    {
        "nêu",
        "nêu rõ",
        "rõ",
        "đề ra",
        "xác định",
        "triển khai",
        "thảo luận",
        "tập trung",
        "thống nhất",
        "quán triệt",
        "thực hiện",
        "trả lời",
        "chỉ rõ",
        "đặt ra",
        "theo",
    }
)


def _is_told(tokens: list[Token], at: int) -> bool:
    """Whether a verb of telling governs the number, or parts of a text follow it."""
    word = tokens[at + 1].low
    if word == "nhiệm vụ" and _is_of_work(tokens, at):
        return False
    graded = (
        token.tags & lx.LEVEL
        for last, token in pairwise(tokens[at + 1 :])
        if last.low == word == "nhiệm vụ"
    )
    # 47 nhiệm vụ, gồm 5 nhiệm vụ cấp Nhà nước, ….
    if (
        any(graded)
        or any(token.tags & lx.LEVEL for token in tokens[at + 2 : at + 6])
        or (word == "câu hỏi" and "chất vấn" in {t.low for t in tokens})
    ):
        return False
    near = tokens[max(0, at - 3) : at]
    if any(token.low in _TELLS or token.low.endswith((" đề ra", " xác định")) for token in near):
        return True
    if tokens[at + 1].low == "việc" or (at and tokens[at - 1].low in ("nghiệm thu", "hoàn thành")):
        return False
    return any(
        "text_item" in tokens[i].entry.refuses_previous
        and tokens[i - 1].kind == NUMBER
        and tokens[i - 1].denominator is None
        for i in range(at + 3, min(at + 8, len(tokens)))
    )


def _is_of_work(tokens: list[Token], at: int) -> bool:
    """Whether tasks are counted that are begun, carried on, paid for or were given to be done.

    27 nhiệm vụ mới, 19 nhiệm vụ chuyển tiếp; giao 24 nhiệm vụ, đã hoàn thành 20 nhiệm vụ.
    """
    for place in range(at + 1, len(tokens) - 1):
        behind = " ".join([token.low for token in tokens[place + 1 : place + 3]])
        if tokens[place].low == "nhiệm vụ" and behind.startswith(_CARRIED_ON):
            return True
    if any(token.low in _ASSIGNS for token in tokens[:at]) and any(
        token.low.endswith("hoàn thành") for token in tokens
    ):
        return True
    near = tokens[at + 2 : at + 8]
    paid = next((i for i, token in enumerate(near) if token.low in _PAID), len(near))
    return any(t.kind == NUMBER for t in near[paid:]) and all(t.low != ";" for t in near[:paid])


_CARRIED_ON = ("chuyển tiếp", "mở mới", "nghiên cứu", "khoa học", "kh&cn", "khcn", "kh và cn")
_ASSIGNS = frozenset({"giao", "được giao", "tiếp nhận", "đã giao"})
_PAID = frozenset({"kinh phí", "tổng kinh phí", "tổng vốn", "vốn", "tổng mức kinh phí", "dự toán"})


def _is_frequency(tokens: list[Token], at: int) -> bool:
    """How often something happened, unless it is told what came of it: phục vụ 14 lần với 980 bản sách."""
    if at + 3 < len(tokens) and tokens[at + 1].low == "lần":
        follower = tokens[at + 2].low
        counted = follower == "với" and tokens[at + 3].kind == NUMBER
        counted = counted or (follower == "," and bool(tokens[at + 3].tags & lx.CHANGE))
        if counted and (tokens[at].minimum or 0) > 1:
            return False
    if (tokens[at].minimum or 0) >= _OFTEN and tokens[at].denominator is None:
        return False
    led = at - 1
    while led > 0 and tokens[led].tags & lx.HEDGE:
        led -= 1
    if at and tokens[led].low in TIMES_AS and tokens[at + 1].low == "lần":
        return False
    for token in reversed(tokens[max(0, at - 5) : at]):
        if token.tags & lx.CHANGE:
            return False
        if token.kind == SIGN:
            break
    return True


TIMES_AS = frozenset({"bằng", "cao", "lớn", "nhiều"})
"""Behind these, "lần" tells how many times as much: bằng 1,8 lần giai đoạn trước; cao gần 7 lần."""
_OFTEN = 100
"""What is done so many times a body does: xét nghiệm 412.560 lần."""


def _is_duration(tokens: list[Token], at: int) -> bool:
    """A length of time, unless it is an average that a report measures."""
    near = {token.low for token in tokens[max(0, at - 6) : at]}
    if (tokens[at].minimum or 0) >= 100 and (near & _BROADCAST or _counts_days(tokens, at)):
        return False
    averaged = not near.isdisjoint(("bình quân", "trung bình"))
    said = " ".join([token.low for token in tokens[max(0, at - 12) : at]])
    timed = averaged and "thời gian" in said and tokens[at - 1].low in ("là", "đạt", "còn")
    return tokens[at].denominator is None and not timed and not (averaged and "," in tokens[at].low)


def _counts_days(tokens: list[Token], at: int) -> bool:
    """Whether days in hospital are what is counted: tổng số ngày điều trị nội trú: 24.310 ngày."""
    treated = any("điều trị" in token.low for token in tokens[max(0, at - 6) : at])
    return treated and at + 1 < len(tokens) and tokens[at + 1].low == "ngày"


_BROADCAST = frozenset(
    {
        "phát sóng",
        "số giờ giảng",
        "giờ giảng",
        "số tiết",
        "tổng số tiết",
        "thời lượng",
        "tổng thời lượng",
        "thời lượng phát sóng",
        "số giờ",
        "tổng số giờ",
    }
)


def _is_ranked(tokens: list[Token], at: int) -> bool:
    """A place in an order, also among the first of a group; steps are built."""
    if tokens[at - 1].low in _TESTS:
        follower = after(tokens, at)
        return follower is None or not follower.tags & (lx.NOUN | lx.MEASURE)
    if tokens[at - 1].low.endswith("nhóm"):
        return any(token.low.endswith(_FIRST) for token in tokens[at + 1 : at + 7])
    built = at + 2 < len(tokens) and tokens[at + 1].low == "bậc" and tokens[at + 2].low in _BUILT
    return not built


_TESTS = frozenset({"ielts", "toeic", "toefl", "topik", "hsk", "jlpt"})
"""Tests of a language, whose grade is no figure: giảng viên có IELTS 6.0."""
_FIRST = ("nhất", "dẫn đầu", "đứng đầu", "hàng đầu")
_BUILT = frozenset({"đá", "thang", "gỗ", "gạch", "xi măng", "bê tông"})


def _is_whole(tokens: list[Token], at: int) -> bool:
    """All of those told of; what was found or lost among the rest is counted: vớt được cả 4 chiếc tủ."""
    if tokens[at].denominator is not None:
        return False
    return at < 2 or tokens[at - 1].low != "cả" or tokens[at - 2].low not in _FOUND


_FOUND = frozenset({"có", "được", "gồm"})


def _is_price(tokens: list[Token], at: int) -> bool:
    """A price or a fine of one case; a large sum is what was taken in all, people are counted."""
    follower = after(tokens, at)
    if tokens[at].denominator is not None or (follower is not None and follower.tags & lx.NOUN):
        return False
    costly = tokens[at - 1].low.startswith(("giá", "với giá", "đơn giá", "mức giá", "đặt cọc"))
    return costly or (tokens[at].minimum or 0) < 50_000_000


def _is_seen(tokens: list[Token], at: int) -> bool:
    """Views of a page; what was done online is counted: trực tuyến 15.302 hồ sơ."""
    follower = after(tokens, at)
    led = at - 1 - (tokens[at - 1].low == ":")
    words = tokens[led].low in ("trực tuyến", "truy cập", "đang online")
    return not (words and follower is not None and bool(follower.tags & (lx.NOUN | lx.MEASURE)))


def _is_dialled(tokens: list[Token], at: int) -> bool:
    """A number that is called or paid to; a decimal is measured, and subscribers are counted."""
    counted = any(token.low.startswith("thuê bao") for token in tokens[max(0, at - 5) : at])
    return "," not in tokens[at].low and not counted


def _is_size(tokens: list[Token], at: int) -> bool:
    """A size or a speed; cases of a sort are more: vi phạm tốc độ 6.120."""
    follower = after(tokens, at)
    if follower is not None and follower.tags & lx.COUNTER:
        return False
    return (tokens[at].minimum or 0) < 1000 or bool(
        follower is not None and follower.tags & (lx.MEASURE | lx.NEVER)
    )


def _is_age(tokens: list[Token], at: int) -> bool:
    """An age; a share of the young is none: trẻ tuổi 18,3%."""
    if at > 1 and (tokens[at - 2].low, tokens[at - 1].low) == ("trước", "tuổi"):
        return False
    if any(t.low.startswith("tuổi thọ") for t in tokens[max(0, at - 10) : at]):
        return False
    follower = after(tokens, at)
    told = follower is not None and "age" in follower.entry.refuses_previous
    if at and not told and tokens[at - 1].low in ("tuổi", "độ tuổi"):
        large = (tokens[at].minimum or 0) > 120
        counted = follower is not None and bool(follower.tags & (lx.NOUN | lx.MEASURE))
        aged = at > 1 and tokens[at - 2].kind == NUMBER
        return not (aged and (large or counted))
    return follower is None or follower.low != "%"


_DAY_AND_MONTH = re.compile(r"(?:[12]?\d|0\d|3[01])\.(?:0?[1-9]|1[0-2])")
_DAYS = frozenset({"ngày", "sáng", "chiều", "tối", "trưa", "hôm", "sáng ngày", "chiều ngày", "tối ngày", "từ ngày", "đến ngày"})  # fmt: skip


_FEASTS = frozenset({"dương lịch", "âm lịch", "tết"})


def _is_calendar(tokens: list[Token], at: int) -> bool:
    """A day, month or hour has two digits at most, and a year four."""
    follower = after(tokens, at)
    if follower is not None and follower.low in _FEASTS:
        return (tokens[at].minimum or 99) <= 31
    number, follower = tokens[at], after(tokens, at)
    if follower is not None and follower.low == "%":
        return False
    counted = follower is not None and follower.entry.noun in ("event", "case", "person")
    if counted and at > 1 and (tokens[at - 2].low, tokens[at - 1].low) == ("trong", "ngày"):
        return False
    if number.low == "range" and tokens[at - 1].low in _DAYS:
        counted = follower is not None and bool(follower.tags & (lx.NOUN | lx.MEASURE))
        return not counted and (number.maximum or 99) < 32
    if _DAY_AND_MONTH.fullmatch(number.low) and tokens[at - 1].low in _DAYS:
        return True
    longest = 4 if tokens[at - 1].low == "năm" else 2
    return is_plain(number) and len(number.low) <= longest


def _is_year_of_another(tokens: list[Token], at: int) -> bool:
    """A year of another calendar, which counts nothing: Phật lịch 2566, 1444 Hồi lịch."""
    return is_plain(tokens[at]) and len(tokens[at].low) == 4


RULES: tuple[RefusalRule, ...] = (
    RefusalRule(
        "ordinal", "§1", _always,
        ("Kỳ họp thứ ‹9› đã bế mạc.", "Hội thao cụm lần thứ ‹6›.", "Áp dụng từ khóa ‹41› trở đi."),
        ("Mở 41 khóa học.",),
    ),
    RefusalRule("rank", "§1", _is_ranked, ("Tỉnh xếp hạng ‹31›.", "Chỉ số tăng ‹5› bậc."), ("Có 31 tập thể.", "Lát 140 bậc đá.")),
    RefusalRule("date", "§1", _is_calendar, ("Sáng ngày ‹12›, trường họp.",), ("Cả năm 56.700 lượt khách.",)),
    RefusalRule("calendar", "§1", _is_year_of_another, ("Mùa Vu lan Phật lịch ‹2566›, chùa phát quà.",), ("Tuần lễ Phật lịch thu hút 25.660 phật tử.",)),
    RefusalRule(
        "law", "§1", _is_law,
        ("Theo Điều ‹14› của quy chế.", "Thực hiện Chương trình ‹135›."), ("Chương trình có 5 lớp.",),
    ),
    RefusalRule("contact", "§1", _is_dialled, ("Điện thoại ‹3852147›.",), ("Mật độ điện thoại 92,4 máy/100 dân.",)),
    RefusalRule("code", "§1", _is_dialled, ("Tạp chí có mã số ISSN ‹1859-4417›.",), ("Tạp chí ra 12 số.",)),
    RefusalRule("numbered", "§1", is_name, ("Học sinh lớp ‹5› dự thi.",), ("Lớp có 40 học viên.",)),
    RefusalRule("place", "§1", _is_place, ("Gặp mặt tại phòng ‹301›.", "Đường vào thôn ‹2›."), ("Xã có 12 thôn.",)),
    RefusalRule("age", "§1", _is_age, ("Người từ ‹18› tuổi.",), ("Có 18 người.",)),
    RefusalRule("duration", "§1", _is_duration, ("Lớp học trong ‹3› ngày.",), ("Góp 2.100 ngày công.",)),
    RefusalRule(
        "text_item", "§1", _is_text_item,
        ("Đại biểu thảo luận ‹5› nội dung.", "Nghị quyết đề ra ‹6› nhiệm vụ mới."),
        ("Xã đạt 15 tiêu chí.", "Viện thực hiện 9 nhiệm vụ mới, 7 nhiệm vụ chuyển tiếp."),
    ),
    RefusalRule("attendance", "§1", _is_whole, ("Hội nghị có ‹120› đại biểu.",), ("Có 51/53 đại biểu tán thành.",)),
    RefusalRule("elected", "§1", _always, ("Chi bộ bầu ‹3› đồng chí.",), ("Kết nạp 3 đồng chí.",)),
    RefusalRule("page_view", "§1", _is_seen, ("Số lượt truy cập ‹1.234.567›.", "Bài có ‹2.000› lượt xem.")),
    RefusalRule("vague", "§1", _always, ("Có hàng ‹100› người.",)),
    RefusalRule("back_reference", "§1", _is_whole, ("Cả ‹3› đơn vị đều tốt.",), ("Tất cả 86 khu vực bỏ phiếu.",)),
    RefusalRule("frequency", "§1", _is_frequency, ("Anh đã hiến máu ‹20› lần.",), ("Doanh thu gấp 2,5 lần.",)),
    RefusalRule("distance", "§1", _is_size, ("Trạm cách ‹5› km.",)),
    RefusalRule("price", "§1", _is_price, ("Đơn giá ‹5.000› đồng.",), ("Xử phạt tiền 2,3 tỷ đồng.",)),
)  # fmt: skip
"""In order; a rule is asked when its word stands right before or after the number."""

_BY_NAME = {rule.name: (order, rule) for order, rule in enumerate(RULES)}


def refusal(tokens: list[Token], at: int) -> str:
    """Name of the first rule that refuses the number at `at`; empty when it stands."""
    neighbours: tuple[str, ...] = ()
    if at:
        previous = tokens[at - 1]
        neighbours = previous.entry.refuses_next
        if at > 1 and previous.low in _PARTED:
            earlier = tokens[at - 2].entry.refuses_next
            if previous.low == ":":
                neighbours = tuple(name for name in earlier if name in _OVER_COLON)
            elif "distance" in earlier:
                return "distance"
            elif tokens[at - 2].reason == "code":
                return "code"
    if at + 1 < len(tokens):
        neighbours += tokens[at + 1].entry.refuses_previous
    if not neighbours:
        return ""
    found, name = len(RULES), ""
    for candidate in neighbours:
        order, rule = _BY_NAME[candidate]
        if order < found and rule.guard(tokens, at):
            found, name = order, candidate
    return name


_OVER_COLON = frozenset({"page_view", "contact", "calendar"})
_PARTED = frozenset({":", "-", "−"})
"""Signs over which a word may refuse a number."""
