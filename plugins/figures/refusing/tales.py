"""Sentences of texts that are no reports, told by the company of their words.

A war or a dynasty of long ago, one crime, an accident, a fire, a body, a tender, a film, a call for students, a journey, a childhood: one word of
such a text stands in reports too, several together seldom do. Guideline section 1.
"""

from __future__ import annotations

from typing import NamedTuple

from figures.text import lexicon as lx
from figures.text.line import Line
from figures.text.marks import mark
from figures.text.mentions import Mention
from figures.text.tokens import NUMBER, Token


class _Tale(NamedTuple):
    """One kind of text: its words, of which two show it, and the words that speak against it."""

    words: frozenset[str]
    against: frozenset[str]


_ACCOUNTS = frozenset({"so với", "cùng kỳ", "trong đó", "tỷ lệ", "bình quân", "kết quả", "lũy kế"})
"""Words that only reports have."""
_CARES = _ACCOUNTS | {"trợ cấp", "chi trả", "bảo tàng", "sưu tầm", "hiện vật", "trưng bày", "tặng quà", "trao", "thu giữ", "liệt sĩ", "người có công"}  # fmt: skip
"""Work done today for those who fought, and what a museum keeps of them."""

_POLICE = frozenset({"xảy ra", "phát hiện", "triệt phá", "khởi tố", "thụ lý", "thu giữ", "xử lý", "giải quyết", "xét xử", "truy tố", "toàn tỉnh", "toàn huyện", "cả nước", "toàn quốc", "tổng số", "điều tra làm rõ", "khám phá"})  # fmt: skip
"""What police and courts tell of all their cases."""

_HANDLES = frozenset({"đã", "tổng số", "tổng", "tổ chức", "hoàn thành", "thực hiện", "phê duyệt", "thẩm định", "kiểm tra"})  # fmt: skip
"""What an office tells of the tenders it held."""

_INVESTS = frozenset({"đầu tư", "tổng công suất", "trang bị", "khởi công", "khánh thành", "nhà máy", "đưa vào sử dụng", "hỗ trợ", "bàn giao", "tặng", "trao", "sản xuất được", "sản lượng", "thu giữ"})  # fmt: skip
"""What is told of machines that somebody built or gave."""

_KEEPS = frozenset({"kinh phí", "ủng hộ", "công nhận", "tu bổ", "lượt", "đón", "kiểm kê", "toàn tỉnh", "toàn huyện", "cả nước", "di sản", "phát hiện", "khai quật", "sưu tầm", "bảo tàng", "lượt khách"})  # fmt: skip
"""What an office tells of old buildings and of what stands in them."""

_STORMS = frozenset(
    {
        "bão",
        "lũ",
        "mưa lũ",
        "thiên tai",
        "lốc",
        "giông lốc",
        "sạt lở",
        "mất tích",
        "hộ",
        "thiệt hại",
    }
)
"""What is told of storms, whose victims and houses are counted over a territory."""

_SUMS = frozenset({"tỷ", "tỉ", "triệu", "đồng", "tổng mức đầu tư", "vốn", "ủng hộ", "góp", "xây", "xây mới", "làm mới", "tu sửa", "sửa chữa", "đóng góp", "huy động"})  # fmt: skip
"""Sums and deeds, of which descriptions know nothing."""

_VAGUE = frozenset({"các", "những", "cả", "toàn", "bộ", "ban", "phòng", "chúng tôi"})
INSTITUTIONS = lx.words_with(lx.ACTOR) - _VAGUE
"""Those who act and report."""
_BODIES = lx.cue_words("bodies") | INSTITUTIONS
_DOES = (lx.cue_words("reports", "deeds") - {"đã", "đã có", "xảy ra", "phát hiện", "tăng", "giảm", "mở", "toàn", "so với", "tỷ lệ", "kết quả", "số lượng", "bị thương", "hội nghị", "giám sát", "nhiễm"})  # fmt: skip
"""What somebody who reports did; where such a word stands, a soft kind of text is not told."""
_REPORTED = _ACCOUNTS | _BODIES | _DOES

_TALES = (
    _Tale(lx.cue_words("war"), _CARES | {"huấn luyện", "diễn tập", "chiến sĩ mới", "ngày công"}),
    _Tale(lx.cue_words("dynasty"), _CARES | _KEEPS | {"tổ chức", "hỗ trợ", "doanh thu"}),
    _Tale(lx.cue_words("crime"), _ACCOUNTS | _POLICE | _DOES | {"kiểm tra", "nồng độ cồn", "tạm giữ", "xử phạt", "góp"}),
    _Tale(lx.cue_words("crash"), (_ACCOUNTS - {"trong đó"}) | _STORMS | {"tổng số", "toàn tỉnh", "toàn huyện", "toàn xã", "toàn quốc", "cả nước", "triệt phá", "khởi tố", "thu giữ", "xử phạt", "tạm giữ", "nồng độ cồn", "kiểm tra", "hỗ trợ", "trao", "tặng"}),
    _Tale(lx.cue_words("fire"), (_ACCOUNTS - {"trong đó"}) | _STORMS | {"tổng số", "toàn tỉnh", "toàn huyện", "toàn xã", "toàn quốc", "cả nước", "lượt", "trang bị", "mua sắm", "diễn tập", "thực tập", "phương án", "trong năm", "tập huấn", "tuyên truyền", "hỗ trợ", "trao", "tặng", "xây", "bàn giao", "đầu tư"}),
    _Tale(lx.cue_words("verse"), _REPORTED | {"giải", "cuộc thi", "nhận", "tham gia", "trại sáng tác", "trưng bày", "triển lãm", "công bố"}),
    _Tale(lx.cue_words("game"), _REPORTED | {"giải", "giải đấu", "vận động viên", "kỳ thủ", "huy chương", "đã", "tham gia", "tham dự", "thu hút", "doanh thu"}),
    _Tale(lx.cue_words("lesson"), _REPORTED | {"đã", "trang bị", "kinh phí", "tự làm"}),
    _Tale(lx.cue_words("will"), _REPORTED | _POLICE | {"học sinh", "trẻ em", "hòa giải", "hòa giải thành"}),
    _Tale(lx.cue_words("body"), (_ACCOUNTS - {"tỷ lệ", "kết quả", "bình quân", "so với"}) | {"khám", "bệnh viện", "trạm y tế", "tiêm", "toàn tỉnh", "toàn huyện", "phẫu thuật", "tổ chức", "trẻ em", "lượt", "cùng kỳ"}),
    _Tale(lx.cue_words("tender"), _ACCOUNTS | _HANDLES),
    _Tale(lx.cue_words("film"), _ACCOUNTS | {"liên hoan phim", "liên hoan", "tuần phim", "buổi", "phục vụ", "tổ chức", "tổng số"}),
    _Tale(lx.cue_words("admission"), _ACCOUNTS | {"đã", "tổng số", "kế hoạch", "nhập học"}),
    _Tale(lx.cue_words("method"), _ACCOUNTS - {"kết quả", "tỷ lệ", "bình quân"}),
    _Tale(lx.cue_words("product"), _ACCOUNTS | _HANDLES | _INVESTS | _SUMS | {"sản xuất", "doanh thu"}),
    _Tale(lx.cue_words("building"), _ACCOUNTS | _HANDLES | _INVESTS | _KEEPS | _SUMS),
    _Tale(lx.cue_words("plot"), (_ACCOUNTS - {"trong đó"}) | _HANDLES | _SUMS | {"giấy chứng nhận", "cấp", "dồn đổi", "đo đạc", "lập"}),
    _Tale(lx.cue_words("nature"), _ACCOUNTS | _HANDLES | _SUMS | {"lượt khách", "đón", "doanh thu", "quy hoạch", "đầu tư", "khởi công", "thả", "nuôi", "trồng", "toàn tỉnh", "toàn huyện", "toàn xã", "dân số", "giải phóng", "thi công", "đường", "kiểm tra", "cứu nạn", "cứu", "cứu hộ"}),
    _Tale(lx.cue_words("species"), (_ACCOUNTS - {"bình quân"}) | _BODIES | {"cá thể", "cứu hộ", "bắt giữ", "tịch thu", "quần thể"} | _SUMS | {"diện tích", "sản lượng", "thả", "bàn giao", "hỗ trợ", "thu", "thu hoạch", "vườn", "trang trại", "tấn"}),
    _Tale(lx.cue_words("breed"), (_ACCOUNTS - {"bình quân", "tỷ lệ"}) | _SUMS | {"tổng đàn", "đàn", "toàn xã", "toàn huyện", "toàn tỉnh", "hộ", "xuất bán", "tiêm phòng", "hỗ trợ", "ước đạt", "trang trại", "kế hoạch", "tiêu hủy", "sản xuất"}),
    _Tale(lx.cue_words("journey"), _ACCOUNTS | {"tổ chức", "lượt khách", "tổng số"}),
    _Tale(lx.cue_words("anecdote"), _ACCOUNTS | {"chúng", "toàn xã", "toàn huyện", "tổ chức"}),
)  # fmt: skip
_MODERN = _CARES | _KEEPS
_WORDS = frozenset().union(*(tale.words for tale in _TALES))
_TOLD = mark(_WORDS)


def tells_tale(line: Line) -> bool:
    """Whether the words of a sentence, or its years, show a text whose numbers are no figures."""
    if is_long_ago(line) and line.words.isdisjoint(_MODERN):
        return True
    if line.marks & _ACCIDENT and _tells_one_accident(line.tokens):
        return True
    if not line.marks & _TOLD:
        return False
    words = line.words
    found = words & _WORDS
    told = len(found) > 1 and any(
        len(found & tale.words) > 1 and words.isdisjoint(tale.against) for tale in _TALES
    )
    return told and not counts_cases(line)


_ACCIDENTS = frozenset({"vụ tai nạn", "vụ cháy", "vụ nổ", "vụ va chạm", "vụ lật xe", "vụ sập"})
_ACCIDENT = mark(_ACCIDENTS)
_HARMS = frozenset({"làm", "khiến", "đã làm", "đã khiến", "cướp đi", "tất cả", ","})


def _tells_one_accident(tokens: list[Token]) -> bool:
    """Whether one accident is told that was named before: Hậu quả, | vụ tai nạn làm chết 5 người."""
    for at, token in enumerate(tokens[:-1]):
        before = tokens[at - 1].low if at else ","
        if token.low in _ACCIDENTS and before in _DEFINITE and tokens[at + 1].low in _HARMS:
            return all(t.kind != NUMBER or i > at for i, t in enumerate(tokens))
    return False


_DEFINITE = frozenset({",", "sau", "rằng", "do"})
"""Before an accident that is known already, not one of many."""


def counts_cases(line: Line) -> bool:
    """Whether many cases are counted, as only offices do: 34 vụ giả danh."""
    tokens = line.tokens
    return any(
        at + 1 < len(tokens)
        and tokens[at + 1].low in _CASES
        and (tokens[at].minimum or 0) >= _SEVERAL
        for at in line.numbers
    )


_SEVERAL = 5
_CASES = frozenset({"vụ", "trường hợp", "vụ việc", "hồ sơ", "vụ án", "lượt"})


_OLD = 1930
"""Institutions that still report have no figures of their own from before."""


def is_long_ago(line: Line) -> bool:
    """Whether the latest year that a sentence names is of another age: năm 1789."""
    named = unnamed = False
    for at in line.periods:
        mention = line.tokens[at].mention
        if isinstance(mention, Mention):
            year = mention.last_year or mention.year
            if year is None:
                unnamed = True
            elif year >= _OLD:
                return False
            else:
                named = True
    if named:
        return not unnamed
    tokens = line.tokens
    for at in line.numbers:
        low = tokens[at].low
        if len(low) == 4 and low < "1900" and low.isdigit() and at and tokens[at - 1].low == "năm":
            return True
    return bool(line.codes) and any(_is_old_date(tokens[at].low) for at in line.codes)


def _is_old_date(low: str) -> bool:
    """Whether a code is a day of another age: 14/4/1912."""
    year = low[-4:]
    return low[-5:-4] in ("/", "-", ".") and year.isdigit() and "1000" < year < str(_OLD)


def tale_words(line: Line) -> set[str]:
    """The words of a sentence that such texts have, nothing in it speaking against them."""
    if not line.marks & _TOLD:
        return set()
    words = line.words
    found = words & _WORDS
    kinds = [found & tale.words for tale in _TALES if not found.isdisjoint(tale.words) and words.isdisjoint(tale.against)]  # fmt: skip
    return set().union(*kinds)


def tale_signs(line: Line) -> int:
    """How many words of one such text a sentence has, nothing in it speaking against."""
    found = tale_words(line)
    if not found or counts_cases(line):
        return 0
    kinds = [tale for tale in _TALES if line.words.isdisjoint(tale.against)]
    return max([len(found & tale.words) for tale in kinds], default=0)


def goes_on(line: Line, around: set[str]) -> bool:
    """Whether a sentence with one such word goes on with what is told `around` by some more."""
    found = tale_words(line)
    return (
        bool(found)
        and not counts_cases(line)
        and any(
            not found.isdisjoint(tale.words)
            and len(around & tale.words) >= _AROUND
            and line.words.isdisjoint(tale.against)
            for tale in _TALES
        )
    )


_AROUND = 2
"""How many words of one kind show it in the sentences around."""
