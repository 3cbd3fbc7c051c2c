"""What a caption or the line that leads in a list is about: Diện tích cây ăn quả | phân theo xã."""

from __future__ import annotations

import re

from figures.tables.headers import unplaced_header

_ENDS = re.compile(r"(?:\(|[,:]|đvt|đơn vị tính|phân theo|chia theo|theo |tại |của |trên địa bàn|trong |(?:thông )?qua |đến |tính |giai đoạn |năm |tháng |quý |học kỳ |\d)", re.I)  # fmt: skip
"""What stands behind the topic: by what it is parted, whose and when it is."""
_OPENS = re.compile(r"(?:(?:biểu|bảng)(?: số)?(?: \d+)?[.:]? |kết quả |tiến độ |đội ngũ |tình hình |thực hiện |phát triển |thống kê |tổng hợp |số liệu )+", re.IGNORECASE)  # fmt: skip
"""What stands before it."""


def topic_of(line: str) -> str:
    """What a line is about, empty where that counts and measures nothing."""
    opened = _OPENS.match(line)
    words = line[opened.end() if opened else 0 :]
    ends = _ENDS.search(words)
    topic = words[: ends.start() if ends else len(words)].strip(" .:-")
    said = unplaced_header(topic)
    # Of what is done more than the verb is told: trồng rừng tập trung, not Đào tạo.
    told = said.counted or (said.words and len(topic.split()) > 3)
    return topic if told else ""
