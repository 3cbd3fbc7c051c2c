"""Numbers that a view wider than the next word refuses: norms, prices, scores, guests, years.

Guideline section 1, R2.
"""

from __future__ import annotations

from figures import lexicon as lx
from figures.refusals import RefusalRule, after, is_plain
from figures.tokens import NUMBER, PERIOD_TOKEN, SIGN, WORD, Token


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
    if near & {
        "dâng",
        "nước sông",
        "mực nước",
        "đỉnh lũ",
        "chiều cao",
        "báo động",
        "tầm nhìn",
        "khoảng cách",
        "cự ly",
    }:
        return True
    if follower.entry.unit in ("km", "m") and any(t.low in _TRAVELS for t in tokens):
        return True
    hedged = tokens[at - 1].low in ("dưới", "trên", "quá") if at else False
    return hedged and bool(near & {"trẻ", "trẻ em", "xe", "người", "phương tiện"})


_TRAVELS = frozenset({"đi bộ", "đi xe", "đi ô tô", "đi thuyền", "rẽ trái", "rẽ phải", "xa nhất", "gần nhất", "chuyến đi dài", "đường chim bay", "theo quốc lộ"})  # fmt: skip


def _counted_before(tokens: list[Token], at: int) -> bool:
    return any(token.kind == NUMBER and not token.reason for token in tokens[:at])


_SUBMITS = frozenset({"nộp", "kèm", "kèm theo", "gửi kèm", "nộp kèm", "mang theo"})
_PAPERS = frozenset({"ảnh", "ảnh màu", "bản sao", "bản", "phong bì", "bộ hồ sơ", "tấm ảnh", "tờ"})


def _is_paper(tokens: list[Token], at: int) -> bool:
    """Papers that an applicant hands in: nộp 2 ảnh và 1 phong bì."""
    follower = after(tokens, at)
    if follower is None or follower.low not in _PAPERS or (tokens[at].minimum or 0) > 10:
        return False
    return any(token.low in _SUBMITS for token in tokens[max(0, at - 6) : at])


def _is_studied(tokens: list[Token], at: int) -> bool:
    """Resolutions that a meeting explains: quán triệt 4 nghị quyết."""
    follower = after(tokens, at)
    if follower is None or follower.low not in ("nghị quyết", "chỉ thị", "chuyên đề", "văn bản"):
        return False
    return any(t.low in ("quán triệt", "nghe", "nghiên cứu") for t in tokens[max(0, at - 6) : at])


def _visits(tokens: list[Token], at: int) -> bool:
    """The members of a delegation: Đoàn gồm 7 đồng chí do Bí thư dẫn đầu."""
    follower = after(tokens, at)
    if follower is None or follower.entry.noun != "person":
        return False
    return any(t.low == "đoàn" for t in tokens[:at]) and any(
        t.low in ("dẫn đầu", "trưởng đoàn", "làm trưởng đoàn") for t in tokens
    )


def _is_shift(tokens: list[Token], at: int) -> bool:
    """How often somebody is on duty: trực 3 ca."""
    follower = after(tokens, at)
    near = {token.low for token in tokens[max(0, at - 4) : at]}
    return follower is not None and follower.low in ("ca", "kíp") and "trực" in near


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
    previous = tokens[at - 1] if at else None
    if previous is None or not _limits(tokens, at, previous):
        return False
    return not any(
        "target" in token.entry.cues or token.low in ("xác định", "đặt", "giảm", "duy trì")
        for token in tokens[:at]
    )


def _limits(tokens: list[Token], at: int, previous: Token) -> bool:
    """Whether the words right before the number make it a limit."""
    if previous.entry.hedge == "at_most":
        return True
    earlier = tokens[at - 2].low if at > 1 else ""
    if previous.low == "mức":
        return earlier in ("thấp hơn", "cao hơn", "so với", "vượt", "dưới", "trên", "hơn")
    near = {token.low for token in tokens[max(0, at - 6) : at]}
    if previous.low == "quá":
        return bool(near & {"không", "không gạch", "chậm"})
    return previous.entry.hedge == "at_least" and bool(
        near & {"phải", "phải có", "cần", "yêu cầu", "quy định"}
    )


def _is_score(tokens: list[Token], at: int) -> bool:
    """`4 - 1` of a match."""
    token = tokens[at]
    if token.low == "range":
        return any("contest" in t.entry.cues for t in tokens[max(0, at - 8) : at])
    if not is_plain(token) or len(token.low) > 2:
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
    if follower.entry.noun == "place" and tokens[at - 1].low == "đến từ":
        return any(t.kind == NUMBER and t.reason == "attendance" for t in tokens[:at])
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
    if not at or not is_plain(token) or len(token.low) > 2 or (token.minimum or 0) > 20:
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
    if any(t.low == "điểm chuẩn" for t in tokens[max(0, at - 12) : at]):
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


_LIMITS = frozenset(
    {"mức", "quá"}
    | set(lx.load("hedges")["before"]["at_most"])
    | set(lx.load("hedges")["before"]["at_least"])
)
_MEASURES = frozenset(
    {"km", "m", "mét", "cây số", "kg", "tấn", "ha", "hecta", "hécta", "ml", "lít", "m2"}
    | set(lx.load("units")["never"]["words"])
)


RULES: tuple[RefusalRule, ...] = (
    RefusalRule("year", "§1", _is_year, ("So với ‹2021› có nhiều tiến bộ.",), ("Mở 2021 lớp.",)),
    RefusalRule("list_number", "§1", _is_list_number, ("‹1›. Mở 12 lớp.",)),
    RefusalRule("clock", "§1", _is_around_the_clock, ("Cấp cứu trực ‹24/24› giờ.",),
        triggers=frozenset({"24/24", "24/7", "7/7", "12/12"}),
    ),
    RefusalRule(
        "dimension", "§1", _is_dimension,
        ("Trạm cách trung tâm huyện ‹37› km.", "Xe chạy quá ‹60› km/giờ."),
        ("Đoàn viên dọn 27 km kênh mương.",),
        triggers=_MEASURES,
    ),
    RefusalRule("score", "§1", _is_score, ("Đội nhà thắng đội khách ‹4› - 1.",),
        triggers=frozenset({"-", "–", "range"}),
    ),
    RefusalRule("name", "§1", _is_name_number, ("Tỷ lệ tiêm mũi ‹2› đạt 98,7%.",)),
    RefusalRule("elected", "§1", _is_elected, ("Đại hội đã bầu Ban Chấp hành gồm ‹15› đồng chí.",),
        triggers=frozenset({"bầu", "bầu ra", "trúng cử", "được bầu"}),
    ),
    RefusalRule("mark", "§1", _is_mark, ("Đội Hà Lam được ‹95› điểm.",), ("Chỉ số PCI đạt 65,3 điểm.",),
        triggers=frozenset({"điểm", "điểm chuẩn"}),
    ),
    RefusalRule("shift", "§1", _is_shift, ("Đơn vị phân công trực theo ‹3› ca.",), ("Bệnh viện mổ 3 ca.",),
        triggers=frozenset({"trực"}),
    ),
    RefusalRule("paper", "§1", _is_paper, ("Thí sinh nộp ‹2› ảnh.",), ("Triển lãm có 2 ảnh cổ.",),
        triggers=_SUBMITS,
    ),
    RefusalRule("studied", "§1", _is_studied, ("Hội nghị quán triệt ‹4› nghị quyết.",),
        ("Huyện ủy ban hành 4 nghị quyết.",),
        triggers=frozenset({"quán triệt", "nghe", "nghiên cứu"}),
    ),
    RefusalRule("visitors", "§1", _visits, ("Đoàn gồm ‹7› đồng chí do Bí thư dẫn đầu.",),
        triggers=frozenset({"dẫn đầu", "trưởng đoàn", "làm trưởng đoàn"}),
    ),
    RefusalRule("family", "§1", _is_family, ("Chị một mình nuôi ‹3› con.",), ("Hỗ trợ 340 con giống.",),
        triggers=frozenset({"con"}),
    ),
    RefusalRule(
        "unit_price", "§1", _is_unit_price,
        ("Suất ăn ‹25.000› đồng/suất.",), ("Thu nhập đạt 52 triệu đồng/người.",),
        triggers=frozenset({"/"}),
    ),
    RefusalRule("item_norm", "R2", _is_item_norm, ("Ruộng dùng ‹15› kg đạm/sào.",),
        triggers=frozenset({"/"}),
    ),
    RefusalRule(
        "norm", "R2", _is_norm,
        ("Hội trao quà, mỗi suất ‹700› nghìn đồng.",), ("Bình quân mỗi năm mở 30 lớp.",),
        triggers=frozenset({"mỗi", "từng", "ha", "hecta", "hécta", "sào", "km2"}),
    ),
    RefusalRule("price", "§1", _is_priced, ("Giải Nhất trị giá ‹5 triệu› đồng.",), ("Lệ phí trước bạ thu 290 tỷ đồng.",),
        triggers=lx.cue_words("priced"),
    ),
    RefusalRule(
        "threshold", "§1", _is_threshold,
        ("Nợ xấu thấp hơn mức ‹3›%.",), ("Phấn đấu tỷ lệ hộ nghèo không quá 3%.",),
        triggers=_LIMITS,
    ),
    RefusalRule(
        "attendance", "§1", _attends,
        ("Đến dự hội nghị có ‹45› cán bộ chủ chốt.",), ("Lễ khai giảng có 72 học viên tham dự.",),
        triggers=lx.cue_words("attending") | {"đến từ"},
    ),
)  # fmt: skip
"""In order; a rule sees the whole sentence."""
