"""Applies the refusals to one sentence, in order: instructions, wide views, neighbours, lists."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from figures import lexicon as lx
from figures.instructions import NO_MOOD, Mood, tells_a_life, tells_rules
from figures.refusals import RefusalRule, is_name, refusal
from figures.surroundings import asides_after, refuse_by_company
from figures.tokens import NUMBER, WORD, Token
from figures.wide import RULES


def refuse_clauses(tokens: list[Token], text: str, words: set[str], before: Mood = NO_MOOD) -> Mood:
    """The mood of the sentence; marks the numbers that a wider view refuses: codes, norms, guests.

    `words` are those of the sentence, `before` is the mood of the one before.
    """
    life = tells_a_life(tokens, text, words, before=before.life)
    normative = tells_rules(tokens, words, before.normative)
    rules = _rules_for(words)
    numbers = [at for at, token in enumerate(tokens) if token.kind == NUMBER]
    for at in numbers:
        refused = "rule" if normative else _wider(tokens, at, text, rules)
        tokens[at].reason = refused or refusal(tokens, at) or ("life" if life else "")
    if len(numbers) > 1:
        _spread(tokens, numbers)
    refuse_by_company(tokens, words, before.asides)
    return Mood(normative, life, asides_after(tokens, numbers, before.asides))


_ALWAYS = tuple(rule for rule in RULES if not rule.triggers)
_TRIGGERS = frozenset().union(*(rule.triggers for rule in RULES))


def _rules_for(words: set[str]) -> Sequence[RefusalRule]:
    """The wider rules that may have a say in a sentence of these words, in order."""
    return _ALWAYS if words.isdisjoint(_TRIGGERS) else _triggered(frozenset(words & _TRIGGERS))


@lru_cache(maxsize=1024)
def _triggered(words: frozenset[str]) -> Sequence[RefusalRule]:
    return [rule for rule in RULES if not rule.triggers or not rule.triggers.isdisjoint(words)]


def _spread(tokens: list[Token], numbers: list[int]) -> None:
    """Bare numbers listed with a refused one are refused with it: 70, 75 và 90 tuổi."""
    listed = [
        (first, second)
        for first, second in pairwise(numbers)
        if 2 <= second - first <= 3 and all(t.low in _LISTS for t in tokens[first + 1 : second])
    ]
    for first, second in listed:
        reason = tokens[first].reason
        if reason in _LISTED and not tokens[second].reason and is_name(tokens, second):
            tokens[second].reason = reason
    for first, second in reversed(listed):
        if tokens[second].reason in ("age", "duration", "date") and not tokens[first].reason:
            tokens[first].reason = tokens[second].reason


_LISTS = frozenset({",", "và", "hoặc", "-", "đến", "tới", "dưới", "đến dưới", "trên"})
_LISTED = frozenset({"ordinal", "place", "numbered", "law", "date", "age", "contact"})


def _wider(tokens: list[Token], at: int, text: str, rules: Sequence[RefusalRule]) -> str:
    """Name of the first wider rule that refuses the number at `at`."""
    token = tokens[at]
    for rule in rules:
        if rule.guard(tokens, at):
            return rule.name
    if _is_glued(tokens, at, text):
        return "code"
    if _is_address(tokens, at, text):
        return "place"
    long = len(token.low) > 13 and sum(char.isdigit() for char in token.low) > 13
    return "code" if long else ""


def _is_glued(tokens: list[Token], at: int, text: str) -> bool:
    """K46, A.206, 25B, COVID-19: letters and digits of one name."""
    token = tokens[at]
    left = text[token.start - 1 : token.start]
    if left != " ":
        if left.isalpha() or left == "_":
            return True
        if left in (".", "-", "–") and text[token.start - 2 : token.start - 1].isupper():
            return True
    right = text[token.end : token.end + 1]
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    if not right.isupper() or follower is None:
        return right.isupper()
    return len(follower.low) == 1 or not follower.tags & (lx.MEASURE | lx.NOUN)


def _is_address(tokens: list[Token], at: int, text: str) -> bool:
    """Whether a number and a name tell where: tại 56 Trần Phú, trụ sở 14 Lê Lợi."""
    if not at or at + 1 >= len(tokens) or not tokens[at].low.isdigit():
        return False
    street = tokens[at + 1]
    if street.tags & (lx.NOUN | lx.MEASURE | lx.LABEL) or not text[street.start].isupper():
        return False
    if tokens[at - 1].low in ("tại", "ở", "địa chỉ"):
        return True
    if at + 2 >= len(tokens) or tokens[at + 2].kind != WORD or street.tags | tokens[at + 2].tags:
        return False
    return _is_capital(text, street) and _is_capital(text, tokens[at + 2])


def _is_capital(text: str, token: Token) -> bool:
    """Whether one capital begins a word: a name, not a line in capitals."""
    return text[token.start].isupper() and text[token.start + 1 : token.end].islower()
