"""Sentences that tell rules rather than report: laws, tariffs, schedules, recipes, lives.

Guideline section 1.
"""

from __future__ import annotations

from figures import lexicon as lx
from figures.period_forms import Mention
from figures.tokens import NUMBER, WORD, Token

_MODAL = lx.cue_words("modal")
_INSTRUCTS = lx.cue_words("instructs")
_TARGETS = lx.cue_words("target")
_REPORTS = lx.cue_words("reports")
_DUTIES = frozenset(
    {"phải", "phải có", "không được", "được hưởng", "sinh năm", "gửi kèm", "photo", "chụp", "cấm"}
)
_AVERAGES = frozenset({"bình quân", "sĩ số", "trung bình"})


def tells_rules(tokens: list[Token], words: set[str], before: bool) -> bool:
    """Whether the sentence quotes a law or instructs rather than reports.

    `words` are those of the sentence; `before` says that the sentence before
    told rules.
    """
    if "thể lệ" in words or _quotes_law(tokens, words):
        return True
    if not before and words.isdisjoint(_INSTRUCTS):
        return False
    reported = _reports(tokens, words)
    if before:
        return not reported or (not words.isdisjoint(_MODAL) and not _dated(tokens))
    return not reported


def _quotes_law(tokens: list[Token], words: set[str]) -> bool:
    """Whether it begins "Theo Điều …" or "Mỗi …" and has a word of duty."""
    if words.isdisjoint(_MODAL) or not words.isdisjoint(_TARGETS):
        return False
    opening = [token for token in tokens[:12] if token.kind == WORD][:4]
    if not opening or "rule_begins" not in opening[0].entry.cues:
        return False
    if opening[0].low in ("mỗi", "thể lệ", "trường hợp", "điều kiện", "người vi phạm"):
        return words.isdisjoint(_AVERAGES)
    return any("law" in word.entry.cues for word in opening[1:])


def _reports(tokens: list[Token], words: set[str]) -> bool:
    """Whether something in the sentence shows that it tells results or targets."""
    if "đã" in words or not words.isdisjoint(_TARGETS):
        return True
    duty = not words.isdisjoint(_DUTIES) and not _had_to(tokens)
    if not duty and not words.isdisjoint(_REPORTS):
        return True
    return _dated(tokens) or (not duty and _counts_many(tokens))


def _had_to(tokens: list[Token]) -> bool:
    """Whether "phải" only tells what befell: do phải hạn chế tập trung đông người."""
    return any(
        token.low == "phải" and tokens[at - 1].low in ("do", "vì", "đã", "từng", "không")
        for at, token in enumerate(tokens[1:], start=1)
    )


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
