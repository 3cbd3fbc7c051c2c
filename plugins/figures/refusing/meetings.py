"""Numbers of a meeting or an application: guests, seats, papers to hand in, what is studied.

Guideline section 1.
"""

from __future__ import annotations

from figures.refusing.refusals import after
from figures.text import lexicon as lx
from figures.text.tokens import NUMBER, PERIOD_TOKEN, SIGN, WORD, Token

SUBMITS = frozenset({"nộp", "kèm", "kèm theo", "gửi kèm", "nộp kèm", "mang theo"})
_PAPERS = frozenset({"ảnh", "ảnh màu", "bản sao", "bản", "phong bì", "bộ hồ sơ", "tấm ảnh", "tờ"})


_FORMS = frozenset({"mẫu", "mẫu số", "bản sao", "đơn", "tờ khai", "phiếu", "giấy", "sơ yếu lý lịch", "bản chụp"})  # fmt: skip


def is_paper(tokens: list[Token], at: int) -> bool:
    """Papers that an applicant hands in: nộp 2 ảnh và 1 phong bì."""
    follower = after(tokens, at)
    if follower is None or follower.low not in _PAPERS or (tokens[at].minimum or 0) > 10:
        return False
    near = tokens[max(0, at - 6) : at]
    if tokens[at - 1].low == "(" and any(token.low in _FORMS for token in near):
        return True
    return any(token.low in SUBMITS for token in near)


_AGENDA = frozenset({"báo cáo", "tờ trình", "nghị quyết", "dự thảo nghị quyết", "chuyên đề", "báo cáo thẩm tra", "đề án"})  # fmt: skip
_PASSES = frozenset({"thông qua", "xem xét", "biểu quyết", "thảo luận", "cho ý kiến", "thẩm tra", "trình"})  # fmt: skip
"""What a session will do with its papers: sẽ thông qua 8 báo cáo và 6 nghị quyết."""


def is_studied(tokens: list[Token], at: int) -> bool:
    """Resolutions that a meeting explains: quán triệt 4 nghị quyết."""
    follower = after(tokens, at)
    if follower is None:
        return False
    if follower.low in _AGENDA and any(token.low == "sẽ" for token in tokens[:at]):
        return any(token.low in _PASSES for token in tokens[max(0, at - 9) : at])
    if follower.low in ("tham luận", "ý kiến", "ý kiến phát biểu", "báo cáo", "tờ trình"):
        if any(token.low == "nghe" for token in tokens[max(0, at - 9) : at]):
            return True
        said = {token.low for token in tokens[at + 1 : at + 3]}
        return (tokens[at].minimum or 0) < _FEW_SPEAK and not said.isdisjoint(_SPEAKING)
    if follower.low not in ("nghị quyết", "chỉ thị", "chuyên đề", "văn bản"):
        return False
    return any(t.low in ("quán triệt", "nghe", "nghiên cứu") for t in tokens[max(0, at - 6) : at])


_SPEAKING = frozenset({"phát biểu", "ý kiến phát biểu", "thảo luận", "tham luận", "tranh luận"})
_FEW_SPEAK = 60
"""As many as may speak at one meeting: có 15 ý kiến phát biểu."""


def visits(tokens: list[Token], at: int) -> bool:
    """The members of a delegation: Đoàn gồm 7 đồng chí do Bí thư dẫn đầu."""
    follower = after(tokens, at)
    if follower is None or follower.entry.noun != "person":
        return False
    return any(t.low == "đoàn" for t in tokens[:at]) and any(
        t.low in ("dẫn đầu", "trưởng đoàn", "làm trưởng đoàn") for t in tokens
    )


_COUNCILS = ("hđnd", "hội đồng nhân dân", "quốc hội")


COMPOSED = frozenset({"thành phần", "thành phần tham dự", "thành phần dự", "vắng mặt", "vắng", "có mặt", "triệu tập", "được triệu tập", "đại biểu được triệu tập"})  # fmt: skip
_INVITED = frozenset({"dự", "tham dự", "dự họp", "tham gia", "họp", "mời", "được mời", "đại biểu"})
_HEADS = frozenset({"người", "đồng chí", "đ/c", "đại biểu", "thành viên", "ủy viên"})


def is_listed_guest(tokens: list[Token], at: int) -> bool:
    """Who a list of those present names, and who stayed away: Thành phần gồm: đoàn huyện A 9 người, …; vắng 3 người."""
    follower = after(tokens, at)
    if tokens[at].denominator is not None:
        return False
    if follower is None or follower.kind == SIGN:
        called = at > 0 and tokens[at - 1].low in COMPOSED
        return called and any("đại biểu" in token.low for token in tokens[:at])
    if follower.low not in _HEADS:
        return False
    if tokens[at - 1].low in ("vắng mặt", "vắng"):
        return at < 2 or not tokens[at - 2].tags & lx.VERB
    if not tokens[0].low.startswith("thành phần") or at < 2:
        return False
    if tokens[0].low != "thành phần" or tokens[1].low in _INVITED:
        return True
    words = {token.low for token in tokens}
    return bool(words & {"đoàn", "vắng mặt", "vắng"}) and tokens[1].low in ("gồm", "gồm có", ":")


DELEGATES = frozenset(phrase for phrase in lx.entries() if phrase.startswith("đại biểu"))


def is_delegates_share(tokens: list[Token], at: int) -> bool:
    """Who the delegates of a congress are: đại biểu nữ chiếm tỷ lệ 13,99%."""
    if at + 1 >= len(tokens) or tokens[at + 1].low != "%":
        return False
    begin = at
    while begin and tokens[begin - 1].kind == WORD:
        begin -= 1
    clause = tokens[begin:at]
    if not clause or clause[0].low not in DELEGATES:
        return False
    council = any(name in t.low for t in tokens for name in _COUNCILS)
    return not council and any(t.low.startswith("chiếm") for t in clause)


def is_shift(tokens: list[Token], at: int) -> bool:
    """How often somebody is on duty: trực 3 ca."""
    follower = after(tokens, at)
    near = {token.low for token in tokens[max(0, at - 4) : at]}
    few = (tokens[at].minimum or 0) <= 4
    taught = few and at > 0 and tokens[at - 1].low in ("học", "dạy", "làm việc")
    return follower is not None and follower.low in ("ca", "kíp") and ("trực" in near or taught)


def is_family(tokens: list[Token], at: int) -> bool:
    """The children of a couple."""
    follower = after(tokens, at)
    if follower is None or follower.low != "con" or (tokens[at].minimum or 0) >= 10:
        return False
    if "," in tokens[at].low:
        return False
    beast = tokens[at + 2] if at + 2 < len(tokens) else None
    return beast is None or (beast.entry.noun != "thing" and beast.low not in _BEASTS)


_BEASTS = frozenset({"bò", "bê", "nghé", "trâu", "lợn", "heo", "dê", "cừu", "ngựa", "gà", "vịt", "ngan", "ngỗng", "chó", "mèo", "thỏ", "rùa", "rắn", "trăn", "tê tê", "cu li", "cầy", "khỉ", "vượn", "voọc", "voi", "hổ", "gấu", "hươu", "nai", "công", "chim", "cá", "cá heo", "cá voi", "già", "cái", "đực", "giống", "non"})  # fmt: skip
"""What is counted with "con" besides children."""

_GREETS = frozenset({"đến dự", "dự", "tới dự", "về dự", "tham dự", "cùng dự", "dự buổi lễ", "dự lễ", "dự hội nghị", "đến tham dự"})  # fmt: skip


def _greets(tokens: list[Token], at: int) -> bool:
    """Whether the sentence opens by telling who came: Đến dự lễ có 3 đồng chí, 65 học viên."""
    if not tokens or tokens[0].low not in _GREETS:
        return False
    if any(t.low in (";", ".") or "part" in t.entry.cues for t in tokens[:at]):
        return False
    return not _acts(tokens, at)


def _acts(tokens: list[Token], at: int) -> bool:
    """Whether behind a comma it is told what guests won or gave: Tham dự hội thao, đoàn giành | 3 huy chương."""
    comma = next((i for i, token in enumerate(tokens[:at]) if token.low == ","), at)
    return any(
        tokens[i].low in _ACHIEVES and tokens[i + 1 + (tokens[i + 1].low == "được")].kind == NUMBER
        for i in range(comma + 1, at - (tokens[at - 1].low == "được"))
    )


_ACHIEVES = frozenset({"giành", "giành được", "đạt", "đạt được", "đoạt", "đoạt được", "mang về", "trao", "tặng", "trao tặng", "ủng hộ", "hỗ trợ", "trưng bày", "giới thiệu"})  # fmt: skip


_PRESENT = frozenset({"sự tham dự", "sự có mặt", "đại biểu dự", "đại biểu tham dự", "có mặt", "dự họp", "dự", "tham dự", "đến dự", "về dự", "được triệu tập", "triệu tập", "vắng mặt"})  # fmt: skip
_VOTES = frozenset({"tán thành", "biểu quyết", "nhất trí", "đồng ý", "phiếu", "tín nhiệm"})


def _is_present(tokens: list[Token], at: int) -> bool:
    """Whether a fraction tells how many came, not how they voted: với | 34/35 đại biểu có mặt."""
    near = {token.low for token in tokens[max(0, at - 3) : at + 5]}
    return not near.isdisjoint(_PRESENT) and all(token.low not in _VOTES for token in tokens)


def attends(tokens: list[Token], at: int) -> bool:
    """Who came to the meeting that is reported."""
    follower = after(tokens, at)
    if follower is None or follower.kind != WORD:
        return False
    if tokens[at].denominator is not None:
        counted = follower.entry.noun == "person" or follower.low == "đại biểu"
        return counted and _is_present(tokens, at)
    if _speaks_for(tokens, at):
        return False
    if _greets(tokens, at) and follower.tags & (lx.NOUN | lx.ACTOR):
        return True
    if "counted_guests" in follower.entry.cues:
        return False
    if follower.entry.noun == "place" and tokens[at - 1].low == "đến từ":
        return any(t.kind == NUMBER and t.reason == "attendance" for t in tokens[:at])
    if not follower.tags & lx.NOUN or follower.entry.noun not in ("person", "group", "place"):
        return False
    if any(t.low in ("hội thi", "cuộc thi", "giải", "hội diễn", "hội thao") for t in tokens):
        return False
    if tokens[at - 1].low in _OPENS or _sends_to_class(tokens, at) or _taught_in(tokens, at):
        return False
    if any(t.kind == NUMBER and not t.reason for t in tokens[:at]):
        return False
    breaks = [i for i, token in enumerate(tokens) if token.low == ";"]
    begin = max((i for i in breaks if i < at), default=0)
    end = min((i for i in breaks if i > at), default=len(tokens))
    return any("attending" in t.entry.cues for t in tokens[begin:end]) and not _summons(tokens)


def _summons(tokens: list[Token]) -> bool:
    """Whether somebody calls people up, to no meeting: phát lệnh triệu tập 1.325 công dân."""
    called = [at for at, token in enumerate(tokens) if "attending" in token.entry.cues]
    return all(tokens[at].low == "triệu tập" and at + 1 < len(tokens) for at in called) and any(
        tokens[at + 1].kind == NUMBER and tokens[at - 1].low in _ORDERS for at in called
    )


_ORDERS = frozenset({"lệnh", "phát lệnh", "gửi lệnh", "giấy", "công an", "đã", "tiếp tục", "ra lệnh"})  # fmt: skip


def _speaks_for(tokens: list[Token], at: int) -> bool:
    """Whether those are counted for whom delegates speak: 236 đại biểu đại diện cho trên | 6.900 đảng viên."""
    led = at - 1
    while led > 0 and (tokens[led].tags & lx.HEDGE or tokens[led].low == "cho"):
        led -= 1
    people = tokens[at + 1].entry.noun == "person"
    return led > 0 and people and tokens[led].low.endswith(_FOR)


_FOR = ("đại diện", "đại diện cho", "thay mặt", "thay mặt cho")
_OPENS = frozenset({"mở", "đã mở", "mở được", "tổ chức mở"})
"""What a body did for those who came: mở | 14 lớp cho 620 lượt cán bộ tham dự."""


def _taught_in(tokens: list[Token], at: int) -> bool:
    """Whether a class that is opened is for them: mở thêm 2 lớp cho | 130 cán bộ dự nguồn."""
    near = tokens[max(0, at - 7) : at + 1]
    opened = (i for i, token in enumerate(near[:-1]) if token.low.startswith("mở"))
    return any(
        near[i + 1].kind == NUMBER or (near[i + 2 : i + 3] and near[i + 2].kind == NUMBER)
        for i in opened
    )


_CLASSES = frozenset({"lớp", "các lớp", "khóa", "khóa học", "tập huấn", "bồi dưỡng", "chương trình bồi dưỡng", "lớp bồi dưỡng", "lớp tập huấn", "lớp đào tạo"})  # fmt: skip


def _sends_to_class(tokens: list[Token], at: int) -> bool:
    """Whether a body had people taught elsewhere: cử | 31 đồng chí tham dự các lớp do tỉnh mở."""
    sent = at > 0 and tokens[at - 1].low in ("cử", "đã cử", "cử được")
    return sent and any(token.low in _CLASSES for token in tokens[at + 1 : at + 7])


def is_elected(tokens: list[Token], at: int) -> bool:
    """Seats filled by a congress."""
    follower = after(tokens, at)
    if follower is None or follower.entry.noun != "person" or tokens[at].denominator is not None:
        return False
    chosen = next((i for i in range(at - 1, -1, -1) if tokens[i].low in _CHOOSES), -1)
    if chosen < 0 or any(map(_does_more, tokens[chosen + 1 : at])):
        return False
    if any(token.low in _CHOSEN_NEAR for token in tokens[max(0, at - 8) : at]):
        return True
    voted = any(token.low in _VOTERS for token in tokens)
    return not voted and any(token.low in _CHOSEN_FAR for token in tokens[:at])


_PRESIDES = frozenset({"đoàn chủ tịch", "chủ tịch đoàn", "đoàn thư ký", "thư ký đoàn", "ban kiểm phiếu", "ban thẩm tra tư cách đại biểu"})  # fmt: skip
"""Who leads a meeting: Đoàn Chủ tịch gồm 3 đồng chí."""
COMMITTEES = _PRESIDES | frozenset({"ban chấp hành", "bch", "ban thường vụ", "btv", "ủy ban kiểm tra", "ban thường trực", "cấp ủy", "ban kiểm tra", "ủy ban mttq"})  # fmt: skip
_NEW = frozenset({"khóa", "khóa mới", "mới", "nhiệm kỳ"})


def is_committee(tokens: list[Token], at: int) -> bool:
    """How many seats a committee of a new term has: Ban Chấp hành khóa mới gồm 39 đồng chí (khuyết 1)."""
    if not at or tokens[at].denominator is not None:
        return False
    if tokens[at - 1].low == "khuyết":
        return any(token.reason == "elected" for token in tokens[:at])
    if tokens[at - 1].low not in ("gồm", "gồm có", "có", "bao gồm"):
        return False
    begin = next(
        (i for i in range(at - 2, max(-1, at - 12), -1) if tokens[i].low in COMMITTEES), -1
    )
    if begin < 0:
        return False
    if tokens[begin].low in _PRESIDES:
        return begin == at - 2
    named = tokens[begin + 1 : at - 1]
    new = any(
        t.low.split()[0] in _NEW or (t.kind == PERIOD_TOKEN and "khóa" in t.low) for t in named
    )
    return new and all(t.kind != NUMBER or t.reason for t in named)


_CHOSEN_NEAR = frozenset({"bầu", "được bầu", "hiệp thương"})
_CHOSEN_FAR = frozenset({"bầu", "bầu ra", "trúng cử", "được bầu"})
"""Verbs behind which those are counted who were elected, near by and anywhere behind."""
_CHOOSES = _CHOSEN_NEAR | _CHOSEN_FAR | {"bầu bổ sung"}
_VOTERS = frozenset({"cử tri", "phiếu", "lá phiếu"})
_AIMS = lx.cue_words("target") - {"quyết tâm", "sẽ", "dự kiến", "phương hướng", "thời gian tới"}  # fmt: skip
"""Of what a congress elects these say no more than that it will."""
_DEEDS = frozenset({"kết nạp", "kết nạp mới", "phát triển", "phát triển mới", "phát triển hội viên", "kết nạp đảng", "phát triển đảng", "đào tạo", "bồi dưỡng", "tập huấn", "trao", "trao tặng", "tặng", "tặng thưởng", "khen thưởng", "biểu dương", "tuyên dương", "tôn vinh", "giúp", "giúp đỡ", "hỗ trợ", "thăm", "quản lý", "vận động", "thu hút", "tư vấn", "giới thiệu việc làm", "tạo việc làm", "giải quyết việc làm"})  # fmt: skip


def _does_more(token: Token) -> bool:
    """Whether behind an election something else is told: bầu …, đề ra mục tiêu kết nạp | 40 đoàn viên."""
    return token.low in _DEEDS or token.low in _AIMS
