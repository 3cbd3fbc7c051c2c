"""Numbers that are no figures: one ordered table of rules by left and right neighbour.

A rule names its words in `data/refusals.toml`, the guideline section that it
serves, and examples in which the number in ‹› is refused (`bad`) or stands
(`good`); the tests run them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from figures import lexicon as lx
from figures.period_forms import Mention
from figures.tokens import NUMBER, PERIOD_TOKEN, SIGN, WORD, Token

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


def _always(_tokens: list[Token], _at: int) -> bool:
    return True


def after(tokens: list[Token], at: int) -> Token | None:
    """The token right after the number, if any."""
    return tokens[at + 1] if at + 1 < len(tokens) else None


def before(tokens: list[Token], at: int) -> Token | None:
    """The token right before the number, hedges and signs of brackets skipped."""
    return tokens[at - 1] if at else None


def _is_plain(token: Token) -> bool:
    """Whether the number is a bare whole number such as names carry."""
    return token.form == "digits" and token.low.isdigit() and token.denominator is None


def _counts_something(tokens: list[Token], at: int) -> bool:
    follower = after(tokens, at)
    return follower is not None and bool(follower.tags & (lx.NOUN | lx.MEASURE | lx.LABEL))


def _is_name(tokens: list[Token], at: int) -> bool:
    """A bare small number after the noun it numbers, not counting what follows."""
    number = tokens[at]
    if not _is_plain(number) or len(number.low) > 4:
        return False
    follower = after(tokens, at)
    if follower is None or follower.kind != WORD:
        return True
    return not follower.tags & (lx.NOUN | lx.MEASURE | lx.LEVEL)


def _is_grade(tokens: list[Token], at: int) -> bool:
    return _is_name(tokens, at)


def _is_place(tokens: list[Token], at: int) -> bool:
    number = tokens[at]
    if not _is_plain(number) or len(number.low) > 4:
        return False
    follower = after(tokens, at)
    return not (follower and follower.tags & (lx.NOUN | lx.MEASURE)) or (
        follower.entry.noun == "place" and number.low != "0"
    )


def _is_law(tokens: list[Token], at: int) -> bool:
    word = tokens[at - 1].low
    if word in ("điều", "khoản", "số", "nghị định", "thông tư", "bộ luật"):
        return _is_plain(tokens[at]) or word in ("điều", "khoản")
    return _is_name(tokens, at)


def _is_text_item(tokens: list[Token], at: int) -> bool:
    """Parts of a text; a fraction, a decimal or something attained is counted for real."""
    number = tokens[at]
    if number.denominator is not None or number.minimum != int(number.minimum or 0):
        return False
    if number.minimum is not None and number.minimum > 60:
        return False
    word = tokens[at + 1].low
    if word in ("nhiệm vụ", "câu hỏi"):
        return _is_told(tokens, at)
    return not any(
        token.low in ("đạt", "đạt chuẩn", "hoàn thành", "bình quân", "đạt được", "trung bình")
        for token in tokens[max(0, at - 3) : at]
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
    if (
        any(token.tags & lx.LEVEL for token in tokens[at + 2 : at + 6])
        or tokens[at + 1].low == "câu hỏi"
        and "chất vấn" in {t.low for t in tokens}
    ):
        return False
    if any(token.low in _TELLS for token in tokens[max(0, at - 3) : at]):
        return True
    return any(
        "text_item" in tokens[i].entry.refuses_previous and tokens[i - 1].kind == NUMBER
        for i in range(at + 3, min(at + 8, len(tokens)))
    )


def _is_frequency(tokens: list[Token], at: int) -> bool:
    return not any(token.tags & lx.CHANGE for token in tokens[max(0, at - 5) : at])


def _is_duration(tokens: list[Token], at: int) -> bool:
    """A length of time, unless it is an average that a report measures."""
    averaged = any(t.low in ("bình quân", "trung bình") for t in tokens[max(0, at - 6) : at])
    return tokens[at].denominator is None and not (averaged and "," in tokens[at].low)


def _is_whole(tokens: list[Token], at: int) -> bool:
    return tokens[at].denominator is None


def _is_ranked(tokens: list[Token], at: int) -> bool:
    return True


def _is_price(tokens: list[Token], at: int) -> bool:
    """A price or a fine of one case; a large sum is what was taken in all."""
    return (tokens[at].minimum or 0) < 50_000_000 and tokens[at].denominator is None


def _is_back_reference(tokens: list[Token], at: int) -> bool:
    return tokens[at].denominator is None


def _is_calendar(tokens: list[Token], at: int) -> bool:
    """A day, month or hour has two digits at most, and a year four."""
    number = tokens[at]
    longest = 4 if tokens[at - 1].low == "năm" else 2
    return _is_plain(number) and len(number.low) <= longest


def _is_vague(tokens: list[Token], at: int) -> bool:
    return True


RULES: tuple[RefusalRule, ...] = (
    RefusalRule(
        "ordinal", "§1", _always, ("kỳ họp thứ ‹9›", "hội thao lần thứ ‹6›", "từ khóa ‹41› trở đi")
    ),
    RefusalRule("rank", "§1", _is_ranked, ("xếp hạng ‹31›", "tăng ‹5› bậc")),
    RefusalRule("date", "§1", _is_calendar, ("sáng ngày ‹12›",)),
    RefusalRule(
        "law", "§1", _is_law, ("theo Điều ‹14›", "Chương trình ‹135›"), ("chương trình 5 lớp",)
    ),
    RefusalRule("contact", "§1", _always, ("điện thoại ‹3852147›",)),
    RefusalRule("numbered", "§1", _is_grade, ("học sinh lớp ‹5›",), ("mỗi lớp 40 học viên",)),
    RefusalRule("place", "§1", _is_place, ("gặp mặt tại phòng ‹301›", "thôn ‹2›")),
    RefusalRule("age", "§1", _always, ("‹18› tuổi",)),
    RefusalRule("duration", "§1", _is_duration, ("sau ‹3› ngày",), ("2.100 ngày công",)),
    RefusalRule(
        "text_item", "§1", _is_text_item, ("thảo luận ‹5› nội dung",), ("đạt 15 tiêu chí",)
    ),
    RefusalRule("attendance", "§1", _is_whole, ("có ‹120› đại biểu",)),
    RefusalRule("elected", "§1", _always, ("bầu ‹15› đồng chí",)),
    RefusalRule("page_view", "§1", _always, ("Số lượt truy cập ‹1.234.567›",)),
    RefusalRule("vague", "§1", _is_vague, ()),
    RefusalRule("back_reference", "§1", _is_back_reference, ("cả ‹3› đơn vị",)),
    RefusalRule("frequency", "§1", _is_frequency, ("đã hiến máu ‹20› lần",), ("tăng 2,5 lần",)),
    RefusalRule("distance", "§1", _always, ("cách ‹5› km",)),
    RefusalRule("price", "§1", _is_price, ("đơn giá ‹5.000› đồng",)),
)


_BY_NAME = {rule.name: (order, rule) for order, rule in enumerate(RULES)}


def refusal(tokens: list[Token], at: int) -> str:
    """Name of the first rule that refuses the number at `at`; empty when it stands."""
    found = len(RULES)
    neighbours: tuple[str, ...] = ()
    if at:
        neighbours = tokens[at - 1].entry.refuses_next
    if at + 1 < len(tokens):
        neighbours += tokens[at + 1].entry.refuses_previous
    name = ""
    for candidate in neighbours:
        order, rule = _BY_NAME[candidate]
        if order < found and rule.guard(tokens, at):
            found, name = order, candidate
    return name


def refuse_clauses(tokens: list[Token], text: str, *, normative: bool = False) -> bool:
    """Marks the numbers that a wider view refuses: codes, years, norms, rules, guests.

    `normative` says that the sentence before told rules; returns whether this
    one does.
    """
    normative = _tells_rules(tokens, normative)
    for at, token in enumerate(tokens):
        if token.kind == NUMBER:
            token.reason = "rule" if normative else _wider(tokens, at, text) or refusal(tokens, at)
    _spread(tokens)
    return normative


def _tells_rules(tokens: list[Token], before: bool) -> bool:
    """Whether the sentence quotes a law or instructs rather than reports."""
    words = [token for token in tokens if token.kind == WORD]
    if not words:
        return before
    if _quotes_law(words) or any(word.low == "thể lệ" for word in words):
        return True
    reported = _reports(tokens)
    if before:
        return not reported or any("modal" in w.entry.cues for w in words) and not _dated(tokens)
    return not reported and any("instructs" in word.entry.cues for word in words)


def _quotes_law(words: list[Token]) -> bool:
    """Whether it begins "Theo Điều …" or "Mỗi …" and has a word of duty."""
    first = words[0]
    modal = any("modal" in word.entry.cues for word in words)
    if (
        not modal
        or "rule_begins" not in first.entry.cues
        or any("target" in w.entry.cues for w in words)
    ):
        return False
    if first.low in ("mỗi", "thể lệ", "trường hợp", "điều kiện", "người vi phạm"):
        return not any(w.low in ("bình quân", "sĩ số", "trung bình") for w in words)
    return any("law" in word.entry.cues for word in words[1:4])


def _reports(tokens: list[Token]) -> bool:
    """Whether something in the sentence shows that it tells results or targets."""
    duty = any(
        token.low in ("phải", "phải có", "không được", "được hưởng", "sinh năm") for token in tokens
    )
    for token in tokens:
        if token.kind == WORD and "reports" in token.entry.cues and not duty:
            return True
        if token.low == "đã" or "target" in token.entry.cues:
            return True
    return _dated(tokens) or (not duty and _counts_many(tokens))


def _dated(tokens: list[Token]) -> bool:
    """Whether a year or a part of one is named that figures may cover."""
    return any(
        isinstance(token.mention, Mention)
        and token.mention.form not in ("as_of", "as_of_month", "days", "since")
        and token.mention.relative != "now"
        and (token.mention.year or 2000) >= 1990
        for token in tokens
    )


def _counts_many(tokens: list[Token]) -> bool:
    """Whether some number is too large for an instruction: 1.250 hội viên, 3,5 tỷ đồng."""
    for at, token in enumerate(tokens):
        if token.kind == NUMBER and (token.minimum or 0) >= 1000 and at + 1 < len(tokens):
            follower = tokens[at + 1]
            if follower.tags & lx.NOUN or (token.minimum or 0) >= 1_000_000_000:
                return True
    return False


def _spread(tokens: list[Token]) -> None:
    """Bare numbers listed with a refused one are refused with it: 70, 75 và 90 tuổi."""
    numbers = [at for at, token in enumerate(tokens) if token.kind == NUMBER]
    for first, second in zip(numbers, numbers[1:], strict=False):
        if second - first == 2 and tokens[first + 1].low in (",", "và", "hoặc", "-"):
            if (
                tokens[first].reason in _LISTED
                and not tokens[second].reason
                and _is_name(tokens, second)
            ):
                tokens[second].reason = tokens[first].reason
    for first, second in reversed(list(zip(numbers, numbers[1:], strict=False))):
        if second - first == 2 and tokens[first + 1].low in (",", "và", "hoặc", "-"):
            if tokens[second].reason in ("age", "duration", "date") and not tokens[first].reason:
                tokens[first].reason = tokens[second].reason


_LISTED = frozenset({"ordinal", "place", "numbered", "law", "date", "age", "contact"})


def _wider(tokens: list[Token], at: int, text: str) -> str:
    """Name of the first wider rule that refuses the number at `at`."""
    token = tokens[at]
    for name, applies in _WIDER:
        if applies(tokens, at):
            return name
    if _is_glued(tokens, at, text):
        return "code"
    return "code" if sum(char.isdigit() for char in token.low) > 13 else ""


def _is_list_number(tokens: list[Token], at: int) -> bool:
    return at == 0 and len(tokens) > 1 and tokens[1].low in (".", ")") and len(tokens[0].low) <= 2


def _is_dimension(tokens: list[Token], at: int) -> bool:
    """Speeds, sizes, distances, weather."""
    follower = after(tokens, at)
    if follower is None:
        return False
    if follower.tags & lx.NEVER:
        return True
    if not follower.tags & lx.MEASURE or follower.entry.unit not in (
        "km",
        "m",
        "kg",
        "tấn",
        "ha",
        "ml",
        "lít",
    ):
        return False
    near = {token.low for token in tokens[max(0, at - 7) : at]}
    if any(low.startswith("cách") for low in near):
        return True
    if (
        at + 3 < len(tokens)
        and tokens[at + 2].low == "/"
        and tokens[at + 3].low in ("giờ", "h", "s", "giây")
    ):
        return True
    if (
        at
        and tokens[at - 1].low in ("cao", "dày", "sâu", "nặng", "khổ", "rộng")
        and not _counted_before(tokens, at)
    ):
        return True
    if near & {"mực nước", "đỉnh lũ", "chiều cao", "báo động", "tầm nhìn", "khoảng cách", "cự ly"}:
        return True
    hedged = tokens[at - 1].low in ("dưới", "trên", "quá") if at else False
    return hedged and bool(near & {"trẻ", "trẻ em", "xe", "người", "phương tiện"})


def _counted_before(tokens: list[Token], at: int) -> bool:
    return any(token.kind == NUMBER and not token.reason for token in tokens[:at])


def _is_family(tokens: list[Token], at: int) -> bool:
    """The children of a couple."""
    follower = after(tokens, at)
    return follower is not None and follower.low == "con" and (tokens[at].minimum or 0) < 10


def _is_item_norm(tokens: list[Token], at: int) -> bool:
    """`15 kg đạm/sào`, `70 con/kg`: so much for each."""
    for step in (2, 3):
        if at + step + 1 >= len(tokens):
            return False
        if tokens[at + step].low == "/" and tokens[at + step + 1].kind == WORD:
            item = tokens[at + step + 1]
            if step == 2 and tokens[at + 1].tags & lx.MEASURE:
                return item.low in ("sào", "gốc", "hố", "luống")
            if any(
                t.low in ("bình quân", "trung bình", "đạt") for t in tokens[max(0, at - 6) : at]
            ):
                return False
            return bool(item.tags & lx.MEASURE) or item.low in (
                "sào",
                "gốc",
                "ngày",
                "tuần",
                "lần",
                "vụ",
                "buổi",
            )
    return False


def _is_threshold(tokens: list[Token], at: int) -> bool:
    """`không quá 2 người`, `thấp hơn mức 1,5%`: a limit, unless it is aimed at."""
    if any(
        "target" in token.entry.cues or token.low in ("xác định", "đặt", "giảm", "duy trì")
        for token in tokens[:at]
    ):
        return False
    previous = tokens[at - 1] if at else None
    if previous is None:
        return False
    if previous.entry.hedge == "at_most":
        return True
    earlier = tokens[at - 2].low if at > 1 else ""
    if previous.low == "mức" and earlier in (
        "thấp hơn",
        "cao hơn",
        "so với",
        "vượt",
        "dưới",
        "trên",
        "hơn",
    ):
        return True
    if previous.low == "quá" and any(
        t.low in ("không", "không gạch", "chậm") for t in tokens[max(0, at - 4) : at - 1]
    ):
        return True
    duty = {token.low for token in tokens[max(0, at - 6) : at]}
    return previous.entry.hedge == "at_least" and bool(
        duty & {"phải", "phải có", "cần", "yêu cầu", "quy định"}
    )


def _is_score(tokens: list[Token], at: int) -> bool:
    """`4 - 1` of a match."""
    token = tokens[at]
    if token.low == "range":
        return any("contest" in t.entry.cues for t in tokens[max(0, at - 8) : at])
    if not _is_plain(token) or len(token.low) > 2:
        return False
    for dash, other in ((at + 1, at + 2), (at - 1, at - 2)):
        if (
            0 <= other < len(tokens)
            and tokens[dash].low in ("-", "–")
            and tokens[other].kind == NUMBER
        ):
            last = max(at, other)
            follower = after(tokens, last)
            if follower is None or not follower.tags & (lx.NOUN | lx.MEASURE):
                return True
    return False


def _is_around_the_clock(tokens: list[Token], at: int) -> bool:
    return tokens[at].low in ("24/24", "24/7", "7/7", "12/12") and any(
        token.low in ("giờ", "h", "trực", "ngày") for token in tokens[max(0, at - 3) : at + 3]
    )


def _is_priced(tokens: list[Token], at: int) -> bool:
    """A small sum named by a price, a fee or a prize."""
    token, follower = tokens[at], after(tokens, at)
    if (
        follower is None
        or follower.entry.unit not in ("đồng", "USD")
        or (token.minimum or 0) >= 50_000_000
    ):
        return False
    for step in range(1, 9):
        if at - step < 0:
            break
        earlier = tokens[at - step]
        if (earlier.kind == NUMBER and not earlier.reason) or (
            earlier.kind == SIGN and earlier.low in ",;.("
        ):
            break
        if "priced" in earlier.entry.cues:
            averaged = any(
                t.low in ("bình quân", "trung bình") for t in tokens[max(0, at - 8) : at]
            )
            return not averaged
    return False


def _is_glued(tokens: list[Token], at: int, text: str) -> bool:
    """K46, A.206, 25B, COVID-19: letters and digits of one name."""
    token = tokens[at]
    left = text[token.start - 1 : token.start]
    if left and (left.isalpha() or left == "_"):
        return True
    if (
        left in (".", "-", "–")
        and text[token.start - 2 : token.start - 1].isupper()
        and text[token.start - 3 : token.start - 2].isspace() is not None
    ):
        return text[token.start - 2 : token.start - 1].isalpha()
    right = text[token.end : token.end + 1]
    return (
        bool(right)
        and right.isupper()
        and not (at + 1 < len(tokens) and tokens[at + 1].tags & (lx.MEASURE | lx.NOUN))
    )


def _is_year(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if not (token.low.isdigit() and len(token.low) == 4 and 1900 <= int(token.low) <= 2100):
        return False
    follower = after(tokens, at)
    if follower is None or follower.kind != WORD:
        return True
    return not follower.tags & (lx.NOUN | lx.MEASURE | lx.MULTIPLIER)


def _is_unit_price(tokens: list[Token], at: int) -> bool:
    """120.000 đồng/suất, 2.000/hội viên: the price or norm of one item."""
    position = at + 1
    money = False
    if position < len(tokens) and tokens[position].tags & lx.MEASURE:
        money = tokens[position].entry.unit in ("đồng", "USD")
        if not money:
            return False
        position += 1
    if position + 1 < len(tokens) and tokens[position].low == "/":
        item = tokens[position + 1]
        if item.kind != WORD:
            return False
        averaged = any(
            t.low in ("bình quân", "thu nhập", "trung bình", "thu nhập bình quân")
            for t in tokens[max(0, at - 8) : at]
        )
        if averaged:
            return False
        if item.tags & lx.PRICE:
            return True
        return not money and bool(item.tags & (lx.NOUN | lx.PER))
    return False


_YIELDS = frozenset({"hecta", "ha", "hécta", "năm", "tháng", "quý", "sào", "công", "ngày"})


def _is_norm(tokens: list[Token], at: int) -> bool:
    """R2: `mỗi suất 700 nghìn đồng`; not an average such as `mỗi năm 30 lớp`."""
    follower = after(tokens, at)
    if (
        tokens[at].minimum == 1
        and follower is not None
        and follower.low in ("ha", "hecta", "hécta", "sào", "km2")
    ):
        return bool(at) and tokens[at - 1].low in ("trên", "một", "cho", "mỗi", "/")
    for step in range(1, 8):
        position = at - step
        if position < 0:
            return False
        token = tokens[position]
        if token.kind == NUMBER and token.reason == "norm":
            return True
        if token.kind in (NUMBER, PERIOD_TOKEN) or (token.kind == SIGN and token.low in ",;:.("):
            return False
        if token.low in ("mỗi", "từng"):
            item = tokens[position + 1].low
            earlier = {t.low for t in tokens[max(0, position - 8) : at]}
            return item not in _YIELDS and not earlier & {
                "sĩ số",
                "bình quân",
                "trung bình",
                "dự kiến",
            }
    return False


def _attends(tokens: list[Token], at: int) -> bool:
    """Who came to the meeting that is reported."""
    if tokens[at].denominator is not None:
        return False
    follower = after(tokens, at)
    if follower is None or follower.kind != WORD or "counted_guests" in follower.entry.cues:
        return False
    if not follower.tags & lx.NOUN or follower.entry.noun not in ("person", "group", "place"):
        return False
    if any(t.low in ("hội thi", "cuộc thi", "giải", "hội diễn", "hội thao") for t in tokens):
        return False
    if any(t.kind == NUMBER and not t.reason for t in tokens[:at]):
        return False
    if any(t.low in ("đại diện", "thay mặt") for t in tokens[:at]):
        return False
    return any("attending" in t.entry.cues for t in tokens)


def _is_name_number(tokens: list[Token], at: int) -> bool:
    """`tỷ lệ tiêm mũi 2 đạt …`: a small number that belongs to the name before it."""
    token = tokens[at]
    if not at or not _is_plain(token) or len(token.low) > 2 or (token.minimum or 0) > 20:
        return False
    previous, follower = tokens[at - 1], after(tokens, at)
    if follower is None or follower.kind != WORD or previous.kind != WORD:
        return False
    if previous.tags & (
        lx.LINK
        | lx.VERB
        | lx.HEDGE
        | lx.STOP
        | lx.ADVERB
        | lx.CHANGE
        | lx.LEVEL
        | lx.LABEL
        | lx.PREDICATE
    ):
        return False
    return bool(follower.tags & (lx.LINK | lx.CHANGE)) and not follower.tags & (lx.NOUN | lx.STOP)


def _is_elected(tokens: list[Token], at: int) -> bool:
    """Seats filled by a congress."""
    follower = after(tokens, at)
    if follower is None or follower.entry.noun != "person" or tokens[at].denominator is not None:
        return False
    if any(t.low in ("cử tri", "phiếu", "lá phiếu") for t in tokens):
        return False
    return any(t.low in ("bầu", "bầu ra", "trúng cử", "được bầu") for t in tokens[:at])


_INDEXES = frozenset({"chỉ số", "par index", "pci", "papi", "sipas", "ddci", "index", "bình quân", "trung bình", "chuyển đổi số", "cải cách hành chính"})  # fmt: skip


def _is_mark(tokens: list[Token], at: int) -> bool:
    """Points of a contest or an examination; those of an index are figures."""
    follower = after(tokens, at)
    if any(t.low == "điểm chuẩn" for t in tokens[:at]):
        return True
    if follower is None or follower.entry.unit != "điểm":
        return False
    behind = tokens[at + 2] if at + 2 < len(tokens) else None
    if (
        behind is not None
        and behind.kind == WORD
        and not behind.tags & (lx.HEDGE_AFTER | lx.STOP | lx.PREDICATE | lx.LINK | lx.CHANGE)
    ):
        return False
    return not any(t.low in _INDEXES for t in tokens)


_WIDER: tuple[tuple[str, Guard], ...] = (
    ("year", _is_year),
    ("list_number", _is_list_number),
    ("clock", _is_around_the_clock),
    ("dimension", _is_dimension),
    ("score", _is_score),
    ("name", _is_name_number),
    ("elected", _is_elected),
    ("mark", _is_mark),
    ("family", _is_family),
    ("unit_price", _is_unit_price),
    ("item_norm", _is_item_norm),
    ("norm", _is_norm),
    ("price", _is_priced),
    ("threshold", _is_threshold),
    ("attendance", _attends),
)
