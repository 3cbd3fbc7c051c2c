"""Numbers that are no figures: one ordered table of rules by left and right neighbour.

A rule names its words in `data/refusals.toml`, the guideline section that it
serves, and examples in which the number in ‹› is refused (`bad`) or stands
(`good`); the tests run them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from figures import lexicon as lx
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
    return not any(
        token.low in ("đạt", "đạt chuẩn", "hoàn thành", "bình quân", "đạt được", "trung bình")
        for token in tokens[max(0, at - 3) : at]
    )


def _is_duration(tokens: list[Token], at: int) -> bool:
    return tokens[at].denominator is None


def _is_ranked(tokens: list[Token], at: int) -> bool:
    return True


def _is_price(tokens: list[Token], at: int) -> bool:
    return True


def _is_back_reference(tokens: list[Token], at: int) -> bool:
    return tokens[at].denominator is None


def _is_vague(tokens: list[Token], at: int) -> bool:
    return True


RULES: tuple[RefusalRule, ...] = (
    RefusalRule(
        "ordinal", "§1", _always, ("kỳ họp thứ ‹9›", "hội thao lần thứ ‹6›", "từ khóa ‹41› trở đi")
    ),
    RefusalRule("rank", "§1", _is_ranked, ("xếp hạng ‹31›", "tăng ‹5› bậc")),
    RefusalRule("date", "§1", _always, ("sáng ngày ‹12›",)),
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
    RefusalRule("attendance", "§1", _always, ("có ‹120› đại biểu",)),
    RefusalRule("elected", "§1", _always, ("bầu ‹15› đồng chí",)),
    RefusalRule("page_view", "§1", _always, ("Số lượt truy cập ‹1.234.567›",)),
    RefusalRule("vague", "§1", _is_vague, ()),
    RefusalRule("back_reference", "§1", _is_back_reference, ("cả ‹3› đơn vị",)),
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


def refuse_clauses(tokens: list[Token], text: str) -> None:
    """Marks the numbers that a wider view refuses: codes, years, norms, guests, list numbers."""
    for at, token in enumerate(tokens):
        if token.kind == NUMBER:
            token.reason = _wider(tokens, at, text)


def _wider(tokens: list[Token], at: int, text: str) -> str:
    token = tokens[at]
    if _is_glued(tokens, at, text):
        return "code"
    if _is_year(tokens, at):
        return "year"
    if len(token.low) > 24:
        return "code"
    if at == 0 and len(tokens) > 1 and tokens[1].low in (".", ")") and len(token.low) <= 2:
        return "list_number"
    follower = after(tokens, at)
    if follower is not None and follower.tags & lx.NEVER:
        return "distance"
    if _is_unit_price(tokens, at):
        return "price"
    if _is_norm(tokens, at):
        return "norm"
    return "attendance" if _attends(tokens, at) else ""


def _is_glued(tokens: list[Token], at: int, text: str) -> bool:
    """K46, A.206, 25B, COVID-19: letters and digits of one name."""
    token = tokens[at]
    left = text[token.start - 1 : token.start]
    if left and (left.isalpha() or left == "_"):
        return True
    if (
        left in (".", "-", "–")
        and text[token.start - 2 : token.start - 1].isupper()
        and not text[token.start - 3 : token.start - 2].isspace() is None
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
    for step in range(1, 8):
        position = at - step
        if position < 0:
            return False
        token = tokens[position]
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
    follower = after(tokens, at)
    if follower is None or follower.kind != WORD or "counted_guests" in follower.entry.cues:
        return False
    if not follower.tags & lx.NOUN or follower.entry.noun not in ("person", "group", "place"):
        return False
    if any(t.low in ("hội thi", "cuộc thi", "giải", "hội diễn", "hội thao") for t in tokens):
        return False
    if any(t.kind == NUMBER and not t.reason for t in tokens[:at]):
        return False
    return any("attending" in t.entry.cues for t in tokens)
