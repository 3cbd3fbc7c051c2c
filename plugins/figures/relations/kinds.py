"""Target, change, ratio, breakdown or result: the first that applies (guideline section 4)."""

from __future__ import annotations

from figures.draft import Draft
from figures.periods.programmes import is_vision
from figures.text import lexicon as lx
from figures.text.line import Line
from figures.text.marks import mark
from figures.text.mentions import Mention
from figures.text.tokens import NUMBER, PERIOD_TOKEN, SIGN, WORD, Token

_LISTED_AIMS = ("chỉ tiêu", "mục tiêu")
_AIMS = lx.cue_words("target", "plan", "resolves") | {
    word for word in lx.load("refusals")["text_item"]["after"] if word.startswith(_LISTED_AIMS)
}
_TASKS = frozenset(phrase for phrase in lx.entries() if phrase.startswith("nhiệm vụ"))
_AIMING = mark(_AIMS | _TASKS)


def mark_targets(line: Line, drafts: list[Draft], *, ahead: bool) -> bool:
    """Marks the drafts that are meant to be reached; `ahead` if a heading above says so.

    Returns whether the sentence ends while targets are told.
    """
    if drafts and line.marks & _QUOTAS:
        _mark_quotas(line.tokens, drafts)
    if drafts and line.marks & _RATED:
        _mark_rates(line.tokens, drafts)
    if not ahead and not line.marks & _AIMING:
        return False
    tokens = line.tokens
    by_place = {draft.at: draft for draft in drafts}
    strong, weak, beaten = ahead, False, False
    outside = True
    """Whether targets were told where the last bracket opened; inside it they are its own."""
    expected = False
    """Whether nothing stronger than "dự kiến" was told; what is estimated behind a semicolon is none of it."""
    aimed, closed = 0, False
    """The last year aimed at, and whether its clause has ended."""
    told = (at for at, token in enumerate(tokens) if token.low in _AIMS or token.low in _TASKS)
    first = 0 if ahead else next(told, len(tokens))
    if any(tokens[at].low == "(" for at in line.signs if at < first):
        outside = False
    for at, token in enumerate(tokens[first:], first):
        cues = token.entry.cues
        if token.low == "(":
            outside = strong
        elif token.low == ")" and not outside:
            strong = False
        if token.low == ":" and not strong and _sets_aims(tokens, at):
            strong, expected = True, False
        if not (cues or strong or weak or not at):
            continue
        resolved = "resolves" in cues and any("nghị quyết" in t.low for t in tokens[:at])
        if (
            resolved
            or ("target" in cues and not _is_noun(tokens, at) and not _is_zeal(tokens, at, drafts))
            or ("plan" in cues and not at and _heads(tokens, drafts) and not _is_done(drafts))
            or (not at and _heads_tasks(tokens, drafts))
        ):
            strong, expected = True, token.low == "dự kiến"
        elif ("plan" in cues and not _is_against(tokens, at)) or _is_told_in_bracket(tokens, at):
            weak = True
        elif "target" in cues and _is_beaten(tokens, at):
            weak = beaten = True
        elif (strong and not ahead and token.low in _HAPPENED) or (
            strong
            and not ahead
            and (
                token.low == "trong khi"
                or (closed and _is_past(token, aimed))
                or (closed and expected and token.low.startswith("ước"))
            )
        ):
            strong = weak = False
        elif expected and token.low == "," and _goes_on_doing(tokens, at + 1):
            strong = expected = False
        elif weak and ("done" in cues or token.low in _MEASURED_BY or _is_now(token)):
            weak = False
        if strong:
            aimed = max(aimed, _year(token) % 9999)
            closed = closed or token.low == ";"
        if at in by_place:
            # How far a plan is carried out is no aim: Kế hoạch giải ngân: 314/3.531 tỷ đồng.
            done = by_place[at].token.denominator is not None and not strong
            by_place[at].target = strong or (weak and not done) or by_place[at].target
        if weak and token.kind == SIGN and (token.low in ".;" or (beaten and token.low == ",")):
            weak = beaten = False
    return strong


def _goes_on_doing(tokens: list[Token], at: int) -> bool:
    """Whether a verb begins behind the comma: kinh phí dự kiến 3,9 tỷ đồng, | dành cho gần 4.000 lao động."""
    return at < len(tokens) and tokens[at].low in _FOLLOWS


_FOLLOWS = frozenset({"dành cho", "dành", "mang lại"})
"""What follows from something expected is told with these, no further aim."""
_HAPPENED = frozenset(
    {"đã", "đã có", "kết quả", "thực tế", "thực hiện được", "cho biết", "cho hay"}
)
"""With these what was aimed at is left: với mục tiêu trồng 500 nghìn cây, … | đã có 18/18 xã hưởng ứng."""
_ADMITS = frozenset({"tuyển", "tuyển sinh", "xét tuyển", "tuyển mới", "tuyển dụng"})
_QUOTA = frozenset({"chỉ tiêu", "chỉ tiêu tuyển sinh", "chỉ tiêu tuyển dụng"})
_QUOTAS = mark(_QUOTA)
_MET = frozenset({"đã", "được", "đạt", "hoàn thành", "đủ", "vượt"})


_RATED = mark({"cứ", "mỗi"})


def _mark_rates(tokens: list[Token], drafts: list[Draft]) -> None:
    """Marks how many out of a round number are told: cứ 1.000 trẻ thì có | 20 trẻ …, | 22 trẻ trên mỗi 1.000 ca sinh."""
    for base in (at for at, token in enumerate(tokens) if token.reason == "base"):
        led = tokens[base - 1].low == "cứ"
        told = (d for d in (drafts if led else reversed(drafts)) if (d.at > base) == led)
        rate = next(told, None)
        if rate is not None and not rate.measure and tokens[base - 1].low in ("cứ", "mỗi"):
            rate.kind = "ratio"


def _mark_quotas(tokens: list[Token], drafts: list[Draft]) -> None:
    """Marks places that are offered, and their parts: tuyển 4.850 chỉ tiêu, trong đó 3.200 chỉ tiêu …."""
    offered = False
    for draft in drafts:
        told = draft.head in _QUOTA or (offered and draft.bracketed and not draft.measure)
        if not told or draft.token.denominator is not None:
            continue
        near = [token.low for token in tokens[max(0, draft.at - 4) : draft.at]]
        admits = not _ADMITS.isdisjoint(near) or "tuyển" in draft.indicator
        offered = (offered or admits) and _MET.isdisjoint(near)
        draft.target = draft.target or offered


def _is_zeal(tokens: list[Token], at: int, drafts: list[Draft]) -> bool:
    """Whether "quyết tâm" or "phấn đấu" only praises: nỗ lực phấn đấu, hoàn thành nhiệm vụ, doanh thu đạt ….

    "Quyết tâm" does where the sentence has no figure and announces no list.
    """
    zeal = at > 0 and tokens[at].low == "phấn đấu" and tokens[at - 1].low.endswith(_STRIVING)
    if zeal or tokens[at].low in _ZEAL:
        return at + 1 >= len(tokens) or tokens[at + 1].kind == SIGN
    return not drafts and tokens[at].low == "quyết tâm" and tokens[-1].low != ":"


_ZEAL = frozenset({"nỗ lực phấn đấu", "quyết tâm phấn đấu", "ra sức phấn đấu", "tích cực phấn đấu"})
_STRIVING = ("nỗ lực", "ra sức", "cố gắng", "không ngừng", "đoàn kết", "quyết tâm", "tích cực")


def aims_on(line: Line, before: list[Draft]) -> bool:
    """Whether a sentence goes on with what is aimed at: Mỗi năm có 3 - 5 hộ đạt tiêu chí."""
    open_drafts = [draft for draft in before[-4:] if not draft.bracketed] or before[-1:]
    if not before or not open_drafts[-1].target or "đã" in line.words:
        return False
    first = next((token for token in line.tokens if token.low not in ("bình quân", ",")), None)
    if first is None:
        return False
    if first.low == "100" and len(line.tokens) > 1 and line.tokens[1].low == "%":
        # All of them do so in a plan as well: 100% gia đình thực hiện tốt phong trào.
        return not line.words & _HAPPENED and open_drafts[-1].unit == "%"
    least = first.entry.hedge in ("at_least", "at_most")
    return least or first.low in _YEARLY or first.low in ("trong đó", "trong số đó")


def lists_aims(line: Line) -> bool:
    """Whether a sentence opens a list of aims, where a time to come was told: Các chỉ tiêu chủ yếu: ….

    Without such a time it may as well list what was reached. Of what is announced with its
    time only the end is asked: HĐND thông qua | một số chỉ tiêu chủ yếu năm 2026:.
    """
    tokens = line.tokens
    at = int(tokens[0].low in ("các", "một số", "những"))
    named = at + 1 < len(tokens) and tokens[at].low.startswith(_LISTED_AIMS)
    if not named or (tokens[-1].low != ":" and tokens[at + 1].low != ":"):
        return _announces_aims(tokens)
    behind = at + 1
    while behind < len(tokens) and tokens[behind].low in _MAIN:
        behind += 1
    # Các chỉ tiêu chủ yếu nhiệm kỳ 2025-2030 của Đảng bộ:
    return tokens[behind].low == ":" or tokens[behind].kind == PERIOD_TOKEN


def decides_aims(line: Line) -> bool:
    """Whether a sentence opens a list of aims that somebody sets: Đại hội thống nhất | các mục tiêu chủ yếu sau:."""
    tokens = line.tokens
    if tokens[-1].low != ":" or not line.marks & _AIMING:
        return False
    return _sets_aims(tokens, len(tokens) - 1)


def _sets_aims(tokens: list[Token], colon: int) -> bool:
    """Whether the words before a colon set aims: Đại hội thông qua 8 chỉ tiêu lớn, như|: 80% phụ nữ …."""
    at = colon - 1
    while at > 0 and tokens[at].low in _MAIN | _AS_FOLLOWS | _SOME | {","}:
        at -= 1
    named = at > 0 and tokens[at].low.startswith(_LISTED_AIMS)
    while at > 0 and (tokens[at - 1].low in _SOME or tokens[at - 1].kind == NUMBER):
        at -= 1
    before = " ".join([token.low for token in tokens[max(0, at - 3) : at]])
    return named and before.endswith(_SETS)


_SOME = frozenset({"các", "những", "một số", "một", "số"})
_SETS = (
    "thống nhất",
    "thông qua",
    "đề ra",
    "đặt ra",
    "xác định",
    "quyết nghị",
    "phấn đấu",
    "phấn đấu thực hiện",
)
"""What is done with aims before they are striven for."""


_AS_FOLLOWS = frozenset({"như", "sau", "như sau", "sau đây", "là", "cụ thể"})
_UNTIL = frozenset({"đến", "tới", "đến hết", "cho", "trong"})


def _announces_aims(tokens: list[Token]) -> bool:
    end = len(tokens) - 1
    while end > 2 and tokens[end - 1].low in _AS_FOLLOWS:
        end -= 1
    if tokens[-1].low != ":" or end < 2 or tokens[end - 1].kind != PERIOD_TOKEN:
        return False
    at = end - 2
    while at and tokens[at].low in _UNTIL:
        at -= 1
    while at and tokens[at].low in _MAIN:
        at -= 1
    return tokens[at].low.startswith(_LISTED_AIMS)


_MAIN = frozenset({"chủ yếu", "cơ bản", "chính", "cụ thể", "trọng tâm", "phấn đấu", "cho", "lớn", "quan trọng"})  # fmt: skip


_YEARLY = frozenset({"mỗi năm", "hằng năm", "hàng năm"})

_MEASURED_BY = frozenset({"đạt", ")", "tức", "tức là", "tương đương", "thấp hơn", "cao hơn"})


_SO_FAR = frozenset({"mới", "mới được", "mới đạt", "mới chỉ đạt", "mới có", "đến nay đã"})


def _is_past(token: Token, aimed: int) -> bool:
    """Whether, after what was aimed at, it is told how far one has come."""
    mention = token.mention
    so_far = isinstance(mention, Mention) and (
        mention.form in ("months", "elapsed") or mention.relative == "now"
    )
    return _year(token) < aimed or token.low in _SO_FAR or so_far


def _is_now(token: Token) -> bool:
    """Whether "đến nay" and its like: chỉ tiêu 600 căn, | đến nay hoàn thành 432 căn."""
    return isinstance(token.mention, Mention) and token.mention.relative == "now"


def _year(token: Token) -> int:
    """The year that a token names; 9999 for none."""
    mention = token.mention
    return mention.last_year or mention.year or 9999 if isinstance(mention, Mention) else 9999


_STRIVEN_FOR = frozenset({"chỉ tiêu phấn đấu", "mục tiêu phấn đấu", "chỉ tiêu đề ra", "mục tiêu đề ra", "chỉ tiêu đặt ra"})  # fmt: skip


_STRIVES = frozenset({"kế hoạch", "chỉ tiêu", "mục tiêu"})
_MEETS = frozenset({"hoàn thành", "vượt", "đạt", "so với", "hoàn thành vượt mức", "vượt mức"})
"""Behind these, what one strove for is met: hoàn thành kế hoạch | phấn đấu, bằng 101%."""


def _is_noun(tokens: list[Token], at: int) -> bool:
    """Whether "mục tiêu" and its like are themselves counted or measured against."""
    previous = tokens[at - 1] if at else None
    if at > 1 and tokens[at - 2].low in ("để", "nhằm", "phấn đấu"):
        return False
    if at + 1 < len(tokens) and is_vision(tokens, at + 1):
        return True
    if tokens[at].low in _STRIVEN_FOR:
        return previous is not None and previous.low in _MEETS | {"%", "đạt và vượt"}
    if tokens[at].low == "đề ra":
        return _measures_against(tokens, at)
    if tokens[at].low == "cam kết":
        return previous is not None and (previous.low == "ký" or bool(previous.tags & lx.AMOUNT))
    if tokens[at].low == "phấn đấu" and at > 1 and tokens[at - 1].low in _STRIVES:
        return tokens[at - 2].low in _MEETS
    if tokens[at].low not in ("mục tiêu", "đăng ký", "phương hướng"):
        return False
    if _is_beaten(tokens, at):
        return True
    if tokens[at].low == "đăng ký" and at > 1 and tokens[at - 2].denominator is not None:
        return True
    if tokens[at].low == "mục tiêu" and tokens[0].low.startswith("kết quả"):
        return not any(token.low == ";" for token in tokens[:at])
    return previous is not None and (
        previous.kind == NUMBER
        or previous.low
        in (
            "%",
            "hoàn thành",
            "thực hiện",
            "đạt",
            "vượt",
            "cao hơn",
            "thấp hơn",
            "so với",
            "so",
            "chương trình",
            "theo",
            "các",
            "bám sát",
        )
    )


def _is_beaten(tokens: list[Token], at: int) -> bool:
    """Whether an aim is told that was passed: vượt xa so với | mục tiêu đặt ra là 60 triệu lượt."""
    before = at - 1
    while before > 0 and tokens[before].low in ("với", "so với", "so"):
        before -= 1
    named = any(token.kind == NUMBER for token in tokens[at + 1 : at + 5])
    return before >= 0 and named and tokens[before].low.startswith("vượt")


def _measures_against(tokens: list[Token], at: int) -> bool:
    """Whether "đề ra" ends the plan that is measured against: vượt 10% so với chỉ tiêu của ngành | đề ra."""
    near = range(at - 1, max(0, at - _PLAN_NAMED), -1)
    planned = next((i for i in near if "plan" in tokens[i].entry.cues), 0)
    if not planned or any(tokens[i].kind != WORD for i in range(planned, at)):
        return False
    before = tokens[planned - 1]
    counted = before.kind == NUMBER and before.denominator is not None
    return counted or "against" in before.entry.cues or before.low in ("%", "vượt", "hoàn thành")


def _is_told_in_bracket(tokens: list[Token], at: int) -> bool:
    """Whether a bracket tells the plan that was measured against: chỉ tiêu của ngành đề ra (từ 95%)."""
    return tokens[at].low == "đề ra" and at + 1 < len(tokens) and tokens[at + 1].low == "("


_PLAN_NAMED = 7
"""Within as many words a plan may say whose it is."""


def _is_done(drafts: list[Draft]) -> bool:
    """Whether it is told at once how far a plan was carried out: Kế hoạch giải ngân: 314/3.531 tỷ đồng."""
    return bool(drafts) and drafts[0].token.denominator is not None and drafts[0].measure


def _heads(tokens: list[Token], drafts: list[Draft]) -> bool:
    """Whether a colon closes what the sentence opens with, before any figure: Kế hoạch năm 2025: …."""
    first = drafts[0].at if drafts else len(tokens)
    return any(token.low == ":" for token in tokens[1 : min(first, 6)])


def _heads_tasks(tokens: list[Token], drafts: list[Draft]) -> bool:
    """Whether tasks of a time to come head the sentence: Nhiệm vụ trọng tâm | năm 2025: kết nạp 150 hội viên."""
    if not tokens[0].low.startswith("nhiệm vụ") or not _heads(tokens, drafts):
        return False
    end = next(at for at, token in enumerate(tokens) if token.low == ":")
    return tokens[end - 1].kind == PERIOD_TOKEN or tokens[end - 1].reason == "year"


def _is_against(tokens: list[Token], at: int) -> bool:
    previous = tokens[at - 1] if at else None
    if previous is None:
        follower = tokens[at + 1] if len(tokens) > at + 1 else None
        return follower is None or follower.low in ("số",)
    if tokens[at].low == "theo kế hoạch" and previous.kind == WORD and previous.tags & lx.NOUN:
        return True
    if len(tokens[at].low) == 2 and previous.kind == WORD and previous.tags & (lx.NOUN | lx.ACTOR):
        return True
    if previous.kind == NUMBER or previous.low == "%":
        return True
    if "against" in previous.entry.cues or (previous.kind == SIGN and previous.low in "/"):
        return True
    for distance, token in enumerate(tokens[at + 1 :]):
        if token.kind == NUMBER and not token.reason:
            return False
        if token.kind == SIGN and token.low not in ":(≥≤<>":
            return True
        if token.kind == WORD and "done" in token.entry.cues:
            return True
        if distance > 5:
            return True
    return True


def settle(draft: Draft) -> None:
    """Sets the kind of `draft` once its parts and targets are known."""
    if draft.target:
        draft.kind = "target"
    elif draft.kind == "change":
        pass
    elif draft.share:
        draft.kind = "ratio"
    elif draft.parent is not None:
        draft.kind = "breakdown"
    if draft.kind != "change":
        draft.direction = None
