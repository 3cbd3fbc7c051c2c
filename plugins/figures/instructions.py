"""Sentences that tell rules rather than report: laws, tariffs, schedules, recipes, lives.

Guideline section 1.
"""

from __future__ import annotations

from figures import lexicon as lx
from figures.period_forms import Mention
from figures.tokens import NUMBER, WORD, Token


def tells_rules(tokens: list[Token], before: bool) -> bool:
    """Whether the sentence quotes a law or instructs rather than reports."""
    words = [token for token in tokens if token.kind == WORD]
    if not words:
        return before
    if _quotes_law(words) or any(word.low == "thể lệ" for word in words):
        return True
    reported = _reports(tokens)
    if before:
        return not reported or (any("modal" in w.entry.cues for w in words) and not _dated(tokens))
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
