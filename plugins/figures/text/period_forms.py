"""How reports name a period, as records: a pattern over lower-case text and what it means.

The patterns join into `PERIOD`, which the scanner uses; `mention` then finds
the record that matches a span and lets it produce a `Mention`, or refuse.
Guideline section 5.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from figures.text import mentions
from figures.text.mentions import COUNT as _N
from figures.text.mentions import DAY as _D
from figures.text.mentions import MONTH as _M
from figures.text.mentions import ORDINAL as _ORDINAL
from figures.text.mentions import WORDS, Mention
from figures.text.mentions import YEAR as _Y

_HOUR = mentions.HOUR
_DASH = r"\s*[-–—]\s*"
_NUMBERS = " ".join(["0", *(word.split()[0] for word in WORDS)])
_OF_YEAR = rf"(?:\s*[/,.-]?\s*(?:của\s+)?(?:năm\s+)?(?:{_Y})|\s+năm\s+nay(?!\w))"
_RANGE = rf"(?:{_Y}){_DASH}(?:{_Y})"
_SCHOOL = rf"(?:{_Y})\s*[-–—/]\s*(?:{_Y})"
_DATE = rf"(?:{_D}\s?[/.-]\s?{_M}(?:\s?[/.-]\s?(?:{_Y}))?|{_D}\s+tháng\s+{_M}(?:\s*[/,]?\s*(?:năm\s+)?(?:{_Y}))?)"

_OPENS = r"(?:^|(?<=[.!?]\s)|(?<=\n)|(?<=\)\s)|(?<=[-–]\s))"
"""Where a sentence begins."""
_DAYTIME = r"(?:sáng|trưa|chiều|tối|đêm)"
_FEAST = r"(?:30\s?[/.-]\s?0?4|0?1\s?[/.-]\s?0?5|0?2\s?[/.-]\s?0?9)(?!\d)"
"""Days off that are called by their date."""
_NO_COUNT = "".join(
    rf"(?<!{word}\s)"
    for word in [
        r"\d",
        r"hai",
        r"ba",
        r"bốn",
        r"năm",
        r"sáu",
        r"một",
        r"mấy",
        r"vài",
        r"các",
        r"những",
        r"nhiều",
        r"mỗi",
        r"hàng",
        r"đầu",
        r"cuối",
        r"giữa",
    ]
)
"""Not behind words with which a week is no single one, or only part of one: 3 tuần qua."""
_EVENTFUL = r"(?:vào\s+|trong\s+)?(?:ngày|sáng|chiều|tối|trưa|đêm)"
"""Words with which a sentence begins that tells what was done on a day."""
_PART_OF = "năm ngày xưa hôm đêm sáng chiều tối tháng lâu từ trước"
"""Words with which "nay" is no time of its own: năm nay, từ trước nay."""
_NOW = (
    "".join(rf"(?<!{word}\s)" for word in _PART_OF.split())
    + r"nay(?=$|\s+(?:đã|chỉ|còn|đạt|có|tăng|giảm|lên)(?!\w))"
    r"|(?<=[,;]\s)nay(?!\w|\s+(?:là(?!\s+\d)|gọi|thuộc|đổi|mai|đây)(?!\w))|(?<=\svà\s)nay(?=\s+(?:là\s+)?\d)"
)


@dataclass(frozen=True, slots=True)
class PeriodForm:
    """One way to name a period."""

    name: str
    pattern: str
    produce: Callable[[str, list[int]], Mention | None]
    """From the text and the years in it."""
    examples: tuple[str, ...]
    starts: str
    """The words with which it may begin; 0 stands for any digit."""


FORMS: tuple[PeriodForm, ...] = (
    PeriodForm(
        "year_so_far",
        rf"(?:tính\s+)?từ\s+đầu\s+năm(?:\s+{_Y})?\s+(?:đến|tới)\s+(?:hết\s+|cuối\s+)?(?:tháng\s+{_M}(?:\s*[/.-]\s*{_Y})?|{_M}\s*[/-]\s*{_Y}|(?:ngày\s+)?{_DATE})",
        mentions.to_date,
        ("từ đầu năm đến hết tháng 6", "tính từ đầu năm đến ngày 30/9/2022"),
        starts="tính từ",
    ),
    PeriodForm(
        "some_days",
        rf"từ\s+(?:ngày\s+)?{_D}\s*(?:đến|tới|[-–])\s*(?:hết\s+)?(?:ngày\s+)?{_D}\s?[/.-]\s?{_M}(?!\d)(?:\s?[/.-]\s?{_Y})?",
        mentions.some_days,
        ("từ 5 đến 7/7", "từ ngày 10 đến 15/6/2023"),
        starts="từ",
    ),
    PeriodForm(
        "semester",
        rf"(?:học\s+k[ỳì]|hk)\s*{_ORDINAL}(?:\s*[,(/-]?\s*(?:của\s+)?(?:năm\s+học\s+)?{_SCHOOL})?",
        mentions.semester,
        ("học kỳ I năm học 2022-2023", "học kỳ đầu (2020-2021)"),
        starts="học hk",
    ),
    PeriodForm(
        "school_year",
        rf"niên\s+(?:độ|vụ)\s+{_SCHOOL}|(?:năm\s+học|niên\s+khóa|niên\s+khoá)\s+(?:(?:mới\s+)?{_SCHOOL}|(?:vừa\s+qua|vừa\s+rồi|này|nay|qua|mới|tới|trước)(?!\w))",
        mentions.school_year,
        ("năm học 2023-2024", "năm học này", "niên độ 2022/2023"),
        starts="năm niên",
    ),
    PeriodForm(
        "term",
        rf"(?:trong\s+)?(?:(?:nhiệm\s+k[ỳì]|niên\s+vụ|khóa|khoá|giai\s+đoạn|thời\s+k[ỳì]|năm|các\s+năm|thời\s+gian)\s+)?\(?{_RANGE}\)?"
        rf"|(?:từ\s+)?(?:năm\s+)?{_Y}\s+(?:đến|tới)\s+(?:hết\s+)?(?:năm\s+)?{_Y}"
        rf"|từ\s+(?:đầu\s+)?(?:năm\s+)?{_Y}\s+(?:đến|tới)\s+(?:hết\s+|cuối\s+)?(?:tháng\s+{_M}|quý\s+{_ORDINAL})\s*(?:/|năm)\s*{_Y}"
        r"|(?:trong|suốt)\s+nhiệm\s+k[ỳì](?!\s+(?:\(?\d|vừa|qua|này|mới|tới|trước|đại|đầu|thứ|[ivx]+(?!\w)))(?!\w)"
        r"|(?:cuối|hết|cả)\s+nhiệm\s+k[ỳì](?=$|\s*[,;.:]|\s+\d|\s+(?:đạt|còn|dưới|trên|giảm|tăng)(?!\w))"
        r"|(?:nhiệm\s+k[ỳì]|khóa|khoá)\s+(?:vừa\s+qua|vừa\s+rồi|này|qua|mới|tới|trước)(?!\w)",
        mentions.term,
        (
            "nhiệm kỳ 2020-2025",
            "từ năm 2015 đến 2020",
            "từ năm 2016 đến hết tháng 6 năm 2019",
            "nhiệm kỳ qua",
            "nhiệm kì qua",
        ),
        starts="0 trong nhiệm niên khóa khoá giai thời năm các từ cuối hết cả suốt",
    ),
    PeriodForm(
        "since",
        rf"(?:tính\s+)?(?:kể\s+)?từ\s+(?:(?:đầu\s+)?(?:năm\s+)?{_Y}|(?:ngày\s+)?{_DATE}|(?:đầu\s+)?tháng\s+{_M}(?:\s*[/.-]\s*{_Y}|\s+năm\s+{_Y})?)\s+(?:đến|tới)\s+nay(?!\w)",
        mentions.since,
        ("từ năm 2018 đến nay", "từ tháng 7/2022 đến nay", "từ ngày 27/4 đến nay"),
        starts="tính kể từ",
    ),
    PeriodForm(
        "since_term",
        r"(?:tính\s+)?từ\s+đầu\s+nhiệm\s+k[ỳì](?:\s+(?:này|\d{4}\s*[-–]\s*\d{4}))?(?:\s+(?:đến|tới)\s+nay)?(?!\w)",
        mentions.since_term,
        ("từ đầu nhiệm kỳ đến nay", "từ đầu nhiệm kỳ"),
        starts="tính từ",
    ),
    PeriodForm(
        "so_far",
        rf"(?:tính\s+)?từ\s+đầu\s+(?:tháng|quý)(?!\s*\d{{1,2}}(?![\d.,])|\s+(?:{_ORDINAL}|giêng|chạp|sau|tới|trước))(?:\s+(?:đến|tới)\s+nay)?(?!\w)",
        mentions.part_so_far,
        ("từ đầu tháng đến nay", "từ đầu quý"),
        starts="tính từ",
    ),
    PeriodForm(
        "year_to_date",
        r"từ\s+đầu\s+năm\s+(?:đến|tới)\s+nay|từ\s+đầu\s+năm(?!\w)"
        rf"|(?:trong\s+)?những\s+tháng\s+đầu\s+(?:của\s+)?năm(?:\s+(?:{_Y}|nay)(?!\w))?",
        mentions.so_far,
        ("từ đầu năm đến nay", "những tháng đầu năm 2023"),
        starts="từ trong những",
    ),
    PeriodForm(
        "days",
        rf"(?:từ\s+)?(?:ngày\s+)?{_DATE}\s+(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?{_DATE}"
        rf"|(?:từ\s+)?(?:ngày\s+)?{_D}[/.]{_M}{_DASH}(?:ngày\s+)?{_D}[/.]{_M}[/.]{_Y}"
        rf"|từ\s+(?:ngày\s+)?{_D}/{_M}{_DASH}(?:ngày\s+)?{_D}/{_M}(?![\d/])"
        rf"|{_D}/{_M}{_DASH}{_D}/{_M}(?=\)|$)",
        mentions.days,
        (
            "từ 1-10-2022 đến 31-3-2023",
            "từ ngày 15/12/2022 đến ngày 14/6/2023",
            "17/10 - 18/11/2023",
            "từ ngày 1/1-20/2",
            "01/6 - 31/8",
        ),
        starts="0 từ ngày",
    ),
    PeriodForm(
        "months",
        rf"(?:từ\s+)?tháng\s+{_M}(?:\s*[/.-]\s*(?:{_Y})|\s+năm\s+(?:{_Y}))?\s*(?:đến|tới|và|[-–]|,(?=\s*(?:tháng\s+)?{_M}\s*(?:/|năm\s)))\s*(?:hết\s+)?(?:tháng\s+)?{_M}(?![/.]\s?{_M}[/.])(?:\s*[/.-]\s*(?:{_Y})|\s+năm\s+(?:{_Y}))?",
        mentions.months,
        ("từ tháng 3 đến tháng 4 năm 2017", "tháng 3-4/2017", "tháng 3, 4 năm 2017"),
        starts="từ tháng",
    ),
    PeriodForm(
        "as_of",
        rf"(?!(?<=có\s)(?:đến|tới)\s+\d{{1,2}}/\d{{1,2}}\s)(?:(?:tính\s+)?(?:đến|tới)\s+(?:hết\s+|cuối\s+)?(?:thời\s+điểm\s+)?(?:ngày\s+)?|(?:tại\s+)?(?:thời\s+điểm|mốc)\s+(?:0\s+giờ\s+)?(?:ngày\s+)?|tại\s+ngày\s+|tính\s+(?:đến|tới)\s+{_HOUR}\s*(?:ngày\s+)?){_DATE}",
        mentions.day,
        (
            "tính đến 30/6/2019",
            "đến hết ngày 31/12/2022",
            "tại thời điểm 30/4/2022",
            "tại thời điểm 0 giờ ngày 1/4/2019",
            "tính đến 17h30 ngày 27/9",
        ),
        starts="tính đến tới tại thời mốc",
    ),
    PeriodForm(
        "month",
        rf"(?:(?:tính\s+)?(?:đến|tới)\s+(?:hết\s+|cuối\s+|đầu\s+|giữa\s+|trung\s+tuần\s+)?|trong\s+|hết\s+)?tháng\s+(?:{_M}(?:\s*[/.-]\s*(?:{_Y})|\s+(?:của\s+)?năm\s+(?:{_Y}|(?:nay|qua|ngoái|trước)(?!\w)))?(?!\s*[/-]\s*\d)|(?:vừa\s+qua|này|qua|trước)(?!\w))"
        rf"|trong\s+tháng(?!\s*\d|\s+{_M}|\w|\s+(?:tới|sau|cao|hành|thanh|công|an)(?!\w))"
        rf"|(?<=/){_M}/{_Y}",
        mentions.month,
        ("tháng 7/2023", "tháng 7", "đến hết tháng 8", "hết tháng 9"),
        starts="0 tính đến tới hết trong tháng",
    ),
    PeriodForm(
        "called_month",
        rf"(?:trong\s+)?tháng\s+(?:{'|'.join(mentions.CALLED_MONTHS)})(?:\s+(?:năm\s+)?{_Y})?",
        mentions.called_month,
        ("tháng thanh niên năm 2023", "trong tháng công nhân"),
        starts="trong tháng",
    ),
    PeriodForm(
        "event",
        rf"{_OPENS}(?:{_EVENTFUL})(?:\s+ngày)?\s+{_D}(?:\s*(?:,|và|-|đến)\s*(?:ngày\s+)?{_D})?\s?[/.-]\s?{_M}(?!\d)(?:\s?[/.-]\s?{_Y})?",
        mentions.event,
        (),
        starts="ngày sáng chiều tối trưa đêm vào trong",
    ),
    PeriodForm(
        "this_day",
        rf"{_OPENS}{_DAYTIME}\s+(?:nay|qua)(?!\w)(?:\s*[,(]?\s*(?:ngày\s+)?{_DATE})?|(?:tính\s+)?(?:đến|tới)\s+(?:{_HOUR}\s*)?{_DAYTIME}\s+nay(?!\w)",
        mentions.this_day,
        ("sáng nay", "chiều nay (13/5)", "tối qua, ngày 4/9/2022", "đến 16 giờ chiều nay"),
        starts="sáng trưa chiều tối đêm tính đến tới",
    ),
    PeriodForm(
        "this_week",
        rf"(?:trong\s+)?{_NO_COUNT}tuần\s+(?:vừa\s+qua|vừa\s+rồi|này|qua|trước)(?!\w|\s+(?:đó|khi|sau|nữa)(?!\w))"
        r"|hôm\s+(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)(?:\s+(?:vừa\s+qua|vừa\s+rồi|qua|trước|tuần\s+(?:này|qua|trước)))?(?!\w)",
        mentions.this_week,
        ("tuần qua", "trong tuần này", "hôm thứ tư vừa qua", "hôm chủ nhật"),
        starts="trong tuần hôm",
    ),
    PeriodForm(
        "years_ago",
        rf"cách\s+(?:đây|nay)\s+(?:hơn\s+|gần\s+)?{_N}\s+năm(?!\w)",
        mentions.years_ago,
        ("cách đây 10 năm", "cách nay hơn 5 năm"),
        starts="cách",
    ),
    PeriodForm(
        "feast",
        rf"(?:trong\s+)?(?:(?:dịp|kỳ|đợt)\s+)?(?:nghỉ\s+)?lễ\s+{_FEAST}(?:\s*(?:-|–|và|,)\s*{_FEAST})?(?:\s*/\s*{_Y}|\s+(?:của\s+)?năm\s+(?:{_Y}|(?:nay|qua|ngoái|trước)(?!\w)))?",
        mentions.feast,
        ("dịp nghỉ lễ 30/4 - 1/5", "lễ 2/9 năm nay", "kỳ nghỉ lễ 30-4 và 1-5"),
        starts="trong dịp kỳ đợt nghỉ lễ",
    ),
    PeriodForm(
        "week",
        rf"(?:trong\s+)?tuần\s+(?:thứ\s+)?\d{{1,2}}(?:\s*/\s*|\s+(?:của\s+)?năm\s+){_Y}",
        mentions.week,
        ("tuần 43/2022", "trong tuần thứ 9 năm 2023"),
        starts="trong tuần",
    ),
    PeriodForm(
        "today",
        r"(?:trong\s+)?(?:ngày\s+)?hôm\s+(?:nay|qua)(?!\w)",
        mentions.today,
        ("hôm nay", "trong ngày hôm qua"),
        starts="trong ngày hôm",
    ),
    PeriodForm(
        "first_months",
        rf"{_N}\s+tháng\s+(?:(?:đầu|cuối)\s+{_Y}|(?:đầu|cuối)(?:\s+(?:của\s+)?năm(?:\s+(?:học\s+)?(?:{_SCHOOL}|{_Y}|nay|qua|trước)(?!\w))?)?|(?:của\s+)?năm\s+(?:{_Y}|(?:nay|qua|trước|ngoái)(?!\w))|(?:vừa\s+)?qua(?!\w))(?:\s*/\s*(?:{_Y}))?"
        rf"|{_N}\s+tháng\s*/?\s*{_Y}",
        mentions.first_months,
        ("6 tháng đầu năm 2023", "9 tháng năm 2023", "ba tháng đầu năm"),
        starts=_NUMBERS,
    ),
    PeriodForm(
        "first_quarters",
        rf"{_N}\s+quý\s+(?:(?:đầu|cuối)(?:\s+(?:của\s+)?năm(?:\s+(?:{_Y}|nay|qua|trước)(?!\w))?)?|(?:của\s+)?năm\s+(?:{_Y}|(?:nay|qua|trước|ngoái)(?!\w)))",
        mentions.first_quarters,
        ("3 quý đầu năm 2021", "hai quý đầu năm", "2 quý cuối năm"),
        starts=_NUMBERS,
    ),
    PeriodForm(
        "elapsed_months",
        rf"nửa\s+năm\s+(?:vừa\s+)?qua(?!\w)|(?:sau|qua|hết)\s+{_N}\s+tháng(?=\s*,|$|\s+(?:thực\s+hiện|triển\s+khai))"
        rf"|trong\s+{_N}\s+tháng(?!\s+(?:năm|của\s+năm|tới|liên|liền|kể|đầu|cuối|qua|trước|sau|tiếp|tuổi|học|hè|\d)(?!\w)|\s*[/\d])"
        rf"|{_N}\s+tháng\s+cộng\s+lại(?!\w)|{_N}\s+tháng(?=$|\s+(?:lên|vượt|mới|đã|ước|đạt|xảy\s+ra|ghi\s+nhận|phát\s+hiện|toàn|cả|các|của|ngành|huyện|tỉnh|xã|kim\s+ngạch|sản\s+lượng|doanh\s+thu|tổng|giá\s+trị)(?!\w)|\s+[\d.,]+\s*(?:nghìn|triệu|tỷ|tỉ|tấn|ha|lượt|lớp)(?!\w))",
        mentions.elapsed,
        ("sau 9 tháng", "trong 10 tháng", "nửa năm qua"),
        starts=_NUMBERS + " sau trong qua hết nửa",
    ),
    PeriodForm(
        "half",
        rf"nửa\s+(?:đầu|cuối)\s+(?:của\s+)?(?:năm(?:\s+(?:{_Y}|nay)(?!\w))?|{_Y})|nửa\s+năm\s+(?:(?:đầu|cuối)(?:\s+(?:{_Y}))?|{_Y})",
        mentions.half,
        ("nửa đầu năm 2019", "nửa đầu 2019", "nửa năm 2019"),
        starts="nửa",
    ),
    PeriodForm(
        "quarter",
        rf"(?:trong\s+|(?:(?:tính\s+)?(?:đến|tới)\s+)?(?:hết\s+|cuối\s+)?)qu[ýí]\s+(?:{_ORDINAL}(?!\s+(?:lần|kỳ|buổi|cuộc)(?!\w))(?:{_OF_YEAR}|\s+năm(?!\w))?|(?:này|qua|vừa\s+qua|trước)(?!\w))|(?:trong|cả)\s+quý(?!\w)",
        mentions.quarter,
        ("quý III/2023", "quý đầu năm"),
        starts="trong cả tính đến tới hết cuối quý quí",
    ),
    PeriodForm(
        "part_of_year",
        rf"q\.?\s?(?:[1-4]|i{{1,3}}|iv)\s?[/.-]?\s?{_Y}|[1-4]q\s?[/.-]?\s?{_Y}|(?:1[0-2]|[2-9])[tm]\s?[/.-]?\s?{_Y}",
        mentions.part_of_year,
        ("q 3/2024", "q 4 2023", "q iii/2022", "1q2024", "9t2023", "6t/2024"),
        starts="0 q qi qii qiii qiv",
    ),
    PeriodForm(
        "years_past",
        rf"{_N}\s+năm\s+(?:vừa\s+qua|qua)(?!\w)(?:\s*\(?{_RANGE}\)?)?|{_N}\s+năm\s*\(?{_RANGE}\)?",
        mentions.years_past,
        ("5 năm qua", "5 năm (2016-2020)", "một năm qua"),
        starts=_NUMBERS,
    ),
    PeriodForm(
        "year",
        rf"(?:(?:tính\s+)?(?:đến|tới)\s+(?:hết\s+|cuối\s+)?|cả\s+|trong\s+|đầu\s+|cuối\s+|niên\s+độ\s+)?(?:năm\s+tài\s+chính|năm|niên\s+độ)\s+(?:{_Y}(?!\s*[-–/]\s*{_Y})|(?:vừa\s+qua|cũ|nay|này|qua|ngoái|trước|tới|sau)(?!\w))"
        r"|nhìn\s+lại\s+(?:một\s+)?năm\s+(?:vừa\s+)?qua(?!\w)|nhìn\s+lại\s+một\s+năm(?=\s*,|$)"
        rf"|niên\s+độ\s+{_Y}"
        rf"|(?<!nay\s)(?:tính\s+)?(?:đến|tới)\s+(?:hết|cuối)\s+năm(?!\s+(?:học|tài|{_Y}|nay|này|tới|sau|qua|trước|ngoái|vừa|cũ)(?!\w))(?!\w)"
        rf"|(?:trong|cả)\s+năm(?!\s+(?:học|{_Y}|một|hai|ba|bốn|sáu)(?!\w))(?!\w)|(?<=\(){_Y}(?=\))",
        mentions.year,
        (
            "năm 2023",
            "cả năm",
            "năm qua",
            "năm cũ",
            "nhìn lại năm qua",
            "niên độ 2021",
            "đến cuối năm",
            "năm tài chính 2022",
        ),
        starts="0 tính đến tới cả trong đầu cuối niên năm nhìn",
    ),
    PeriodForm(
        "season",
        rf"(?:vụ\s+(?:đông\s+xuân|hè\s+thu|thu\s+đông|đông|xuân|hè|thu|mùa)|hè|xuân)\s+(?:năm\s+)?{_Y}(?!\s*[-–/]\s*\d)",
        mentions.year,
        ("xuân 2021", "vụ mùa 2022", "vụ hè thu năm 2020"),
        starts="vụ xuân hè",
    ),
    PeriodForm(
        "now",
        r"(?:nhân\s+)?dịp\s+này(?!\w)|"
        + _NOW
        + r"|(?<!trước\s)(?:tính\s+)?(?:đến|tới)\s+(?:nay|thời\s+điểm\s+(?:này|hiện\s+tại|hiện\s+nay))(?!\w)|hiện\s+(?:nay|có|tại|đang)(?!\w)|hiện(?!\w|\s+(?:đại|thực|trạng|tượng|vật|trường|hành|hữu|thân|hình|diện|sinh|kim|đúng))",
        mentions.now,
        ("đến nay", "hiện có", "dịp này", "nay"),
        starts="tính đến tới hiện dịp nhân nay",
    ),
)

PERIOD = "(?<!\\w)(?:" + "|".join(form.pattern for form in FORMS) + ")"
"""Any of them."""
STARTERS = frozenset(word for form in FORMS for word in form.starts.split()) - {"0"}
"""The words with which a period may begin; any digit may, too."""
DATED_STARTERS = frozenset({"các", "giai", "mốc", "ngày", "thời", "tại"})
"""Those of them that begin none without a digit: giai đoạn 2016-2020, thời điểm 1/4."""
_DAYTIMES = ("sáng", "trưa", "chiều", "tối", "đêm")
_NUMERIC = "0123456789"
FOLLOWERS = {"các": "n", "cách": "đn", "dịp": "nl", "giai": "đ", "hôm": "ncqt", "học": "k", "kể": "t", "kỳ": "nl", "lễ": _NUMERIC, "nghỉ": "l", "nhiệm": "k", "nhân": "d", "nhìn": "l", "những": "t", "thời": "gkđ", "tuần": f"nqtv{_NUMERIC}", "vụ": "đhmtx", "đợt": "nl"} | dict.fromkeys(_DAYTIMES, f"nq{_NUMERIC}")  # fmt: skip
"""With what the second word of a period begins, if it begins with one of these: học kỳ, nhân dịp."""


@cache
def starting_with(word: str) -> str:
    """The pattern of the periods that may begin with `word`, or with a digit for 0."""
    forms = (form.pattern for form in FORMS if word in form.starts.split())
    return "(?<!\\w)(?:" + "|".join(forms) + ")"


@cache
def matching(word: str) -> Callable[[str, int, int], re.Match[str] | None]:
    """Finds the period that begins with the starter `word`, or with a digit for 0, at a place."""
    return re.compile(starting_with(word)).match


def period_at(word: str, low: str, start: int, end: int) -> re.Match[str] | None:
    """The period that begins at `start` with the starter `word`, or with a digit for 0."""
    return matching(word)(low, start, end)


_YEAR = re.compile(_Y)


_compiled = cache(re.compile)
"""Of a pattern: an article names periods in few of all ways."""


@cache
def _forms(word: str) -> list[PeriodForm]:
    """The forms that may begin with `word`; all of them for none."""
    return [form for form in FORMS if not word or word in form.starts.split()]


@lru_cache(maxsize=4096)
def mention(text: str) -> Mention | None:
    """What the matched `text` says about a period; None when it is no period after all."""
    years = [int(year) for year in _YEAR.findall(text)]
    if text.isdecimal():
        # The brackets by which its form knows a bare year are no part of it: (2013).
        return Mention("year", years[0]) if years else None
    first = "0" if text[:1].isdecimal() else text.partition(" ")[0]
    for form in _forms(first if first == "0" or first in STARTERS else ""):
        if _compiled(form.pattern).fullmatch(text):
            return form.produce(text, years)
    return None
