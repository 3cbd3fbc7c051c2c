"""Years that only name a law, a year of service or the programme that is followed (guideline section 5)."""

from __future__ import annotations

from figures.text.tokens import WORD, Token


def is_of_programme(tokens: list[Token], at: int) -> bool:
    """Whether a year names the programme that is followed: dạy học theo chương trình GDPT | năm 2018."""
    near = range(max(0, at - 4), at - 1)
    named = next((i for i in near if tokens[i].low == "theo chương trình"), -1)
    return named >= 0 and all(token.kind == WORD for token in tokens[named:at])


def is_of_law(tokens: list[Token], at: int) -> bool:
    """Whether a year names a law: chuyển đổi theo Luật Hợp tác xã | năm 2012."""
    if not tokens[at].low.startswith("năm "):
        return False
    for place in range(at - 1, max(-1, at - _LAW_NAMED), -1):
        if tokens[place].low in _LAWS:
            return not is_of_rules(tokens, place)
        if tokens[place].kind != WORD:
            return False
    return False


def is_of_rules(tokens: list[Token], at: int) -> bool:
    """Whether all laws are meant, not one: phổ biến pháp | luật năm 2022."""
    return at > 0 and tokens[at].low == "luật" and tokens[at - 1].low in ("pháp", "kỷ")


def is_of_service(tokens: list[Token], at: int) -> bool:
    """Whether a year names those who are called up for it the year before: khám tuyển nghĩa vụ quân sự | năm 2024."""
    return at > 0 and tokens[at - 1].low.endswith(_SERVICES)


_SERVICES = ("nghĩa vụ quân sự", "nvqs", "nhập ngũ", "tuyển quân", "giao quân", "nhận quân")
_LAWS = frozenset({"luật", "bộ luật", "theo luật", "pháp lệnh", "hiến pháp"})
_LAW_NAMED = 7
"""So far from its first word the name of a law may have its year."""
