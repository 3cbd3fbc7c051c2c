"""The columns of every download, named once and described once.

Names follow SDMX where it has one (FREQ, TIME_PERIOD, OBS_VALUE, UNIT_MEASURE, and, more
loosely, REF_AREA and OBS_STATUS: their descriptions say in what they differ). CSV, JSON, XLSX, CSVW and Table Schema are all made from this table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from stat_index.model import SERIES_KIND_LABELS
from stat_index.values import QUALIFIER_WORDS

Datatype = Literal["string", "integer", "number", "date", "boolean"]
Value = str | int | Decimal | date | bool | None


class Row(NamedTuple):
    """One published observation; a field is a column, its name in lower case."""

    demonstration: bool
    ref_area_name: str
    group: str
    indicator_name: str
    level: str
    kind: str
    period_name: str
    year: int
    qualifier: str
    obs_value: Decimal
    obs_value_max: Decimal | None
    unit_measure: str
    obs_status: str
    as_written: str
    sentence: str
    source_title: str
    source_date: date
    obs_url: str
    previous_value: str
    correction_date: date | None
    correction_reason: str
    direction: str
    base: str
    denominator: Decimal | None
    ref_area: str
    indicator: str
    series: str
    obs_id: str
    freq: str
    period_type: str
    time_period: str
    period_source: str
    rule: str
    confidence: Decimal


@dataclass(frozen=True, slots=True)
class Column:
    """What one column holds, for machines (`name`) and for people (`title`)."""

    name: str
    title: str
    description: str
    datatype: Datatype = "string"
    required: bool = False
    codes: Mapping[str, str] = field(default_factory=dict)
    """Every value that may stand here, and its Vietnamese name; empty for free text."""
    concept: str = ""
    """Address of the SDMX concept, where the column means just that."""


QUALIFIERS: dict[str, str] = {code: word or "đúng bằng" for code, word in QUALIFIER_WORDS.items()}
STATUSES = {
    "normal": "bình thường",
    "corrected": "đã đính chính",
    "replaced": "giá trị cũ, đã có đính chính thay thế",
    "disputed": "các bài viết nêu khác nhau",
    "not_preferred": "khác giá trị được chọn",
}
FREQUENCIES = {
    "A": "năm",
    "S": "nửa năm",
    "Q": "quý",
    "M": "tháng",
    "D": "ngày",
    "_O": "khoảng thời gian khác",
}
PERIOD_SOURCES = {
    "stated": "ghi rõ trong bài",
    "carried": "theo câu, đề mục hoặc tiêu đề phía trước",
    "article_date": "theo ngày của bài",
    "none": "không rõ",
}
DIRECTIONS = {"up": "tăng", "down": "giảm"}

#: Names of SDMX concepts in the web of data (W3C, RDF Data Cube).
_SDMX = "http://purl.org/linked-data/sdmx/2009/"

COLUMNS: tuple[Column, ...] = (
    Column("DEMONSTRATION", "Số liệu minh họa",
           "Đúng (true) nếu số liệu được đặt ra để minh họa, không phải số liệu thật.",
           "boolean", required=True),
    Column("REF_AREA_NAME", "Đơn vị", "Tên đơn vị mà số liệu nói về.", required=True),
    Column("GROUP", "Nhóm", "Nhóm chỉ tiêu."),
    Column("INDICATOR_NAME", "Chỉ tiêu", "Tên chỉ tiêu.", required=True),
    Column("LEVEL", "Cấp", "Cấp của chỉ tiêu (cấp tỉnh, cấp trường…); trống nếu không phân cấp."),
    Column("KIND", "Loại", "Số liệu là kết quả, chỉ tiêu, mức tăng giảm hay tỷ lệ.",
           required=True, codes=SERIES_KIND_LABELS),
    Column("PERIOD_NAME", "Kỳ", "Tên kỳ như người đọc thấy.", required=True),
    Column("YEAR", "Năm", "Năm cuối cùng của kỳ.", "integer", required=True),
    Column("QUALIFIER", "Mức chính xác",
           "Giá trị là đúng bằng hay trên, gần, khoảng… giá trị đã ghi.",
           required=True, codes=QUALIFIERS),
    Column("OBS_VALUE", "Giá trị", "Giá trị; với một khoảng là giá trị nhỏ nhất.", "number",
           required=True, concept=f"{_SDMX}measure#obsValue"),
    Column("OBS_VALUE_MAX", "Giá trị lớn nhất", "Giá trị lớn nhất của một khoảng; nếu không thì "
           "trống.", "number"),
    Column("UNIT_MEASURE", "Đơn vị tính", "Đơn vị tính.",
           concept=f"{_SDMX}attribute#unitMeasure"),
    Column("OBS_STATUS", "Tình trạng",
           "Số liệu bình thường, đã đính chính hay còn khác nhau. Mã là của bộ này, không phải "
           "CL_OBS_STATUS của SDMX: bảng mã ấy không có chỗ cho hai bài nêu khác nhau.",
           required=True, codes=STATUSES),
    Column("AS_WRITTEN", "Như đã viết", "Con số đúng như trong bài viết.", required=True),
    Column("SENTENCE", "Câu trong bài", "Câu nêu số liệu."),
    Column("SOURCE_TITLE", "Bài viết", "Tiêu đề bài viết nêu số liệu.", required=True),
    Column("SOURCE_DATE", "Ngày đăng", "Ngày đăng bài viết.", "date", required=True),
    Column("OBS_URL", "Địa chỉ", "Địa chỉ của câu nêu số liệu.", required=True),
    Column("PREVIOUS_VALUE", "Giá trị cũ", "Giá trị trước khi đính chính, như đã viết."),
    Column("CORRECTION_DATE", "Ngày đính chính", "Ngày đính chính.", "date"),
    Column("CORRECTION_REASON", "Lý do đính chính", "Lý do đính chính."),
    Column("DIRECTION", "Tăng, giảm", "Chiều của mức tăng, giảm.", codes=DIRECTIONS),
    Column("BASE", "So với", "Mức tăng, giảm hoặc tỷ lệ được tính so với điều gì, như bài viết."),
    Column("DENOMINATOR", "Trên tổng số", "Mẫu số của một phân số như 15/36.", "number"),
    Column("REF_AREA", "Mã đơn vị",
           "Mã của đơn vị mà số liệu nói về. Tên cột giữ theo SDMX cho phần mềm quen tìm cột này, "
           "nhưng ở đây là mã đơn vị trong don-vi.toml, không phải mã vùng địa lý.",
           required=True),
    Column("INDICATOR", "Mã chỉ tiêu", "Mã vĩnh viễn của chỉ tiêu.", required=True),
    Column("SERIES", "Mã chuỗi", "Mã vĩnh viễn của chuỗi; địa chỉ trang chuỗi là so-lieu/<mã>/.",
           required=True),
    Column("OBS_ID", "Mã số liệu", "Mã vĩnh viễn của số liệu; cũng là neo trong trang bài viết.",
           required=True),
    Column("FREQ", "Tần suất", "Tần suất theo SDMX; kỳ cộng dồn và giai đoạn nhiều năm là _O (khác).",
           required=True, concept=f"{_SDMX}dimension#freq"),
    Column("PERIOD_TYPE", "Kiểu kỳ",
           "Chỉ số liệu cùng kiểu kỳ mới so sánh được: A năm; H1, H2 nửa năm; Q1–Q4 quý; M01–M12 "
           "tháng; C01-08 cộng dồn từ tháng đến tháng; D một ngày; N năm học; K1, K2 học kỳ; "
           "T nhiệm kỳ, giai đoạn nhiều năm (dài ngắn khác nhau: chỉ so hai giai đoạn dài bằng nhau).",
           required=True),
    Column("TIME_PERIOD", "Mã kỳ",
           "Kỳ của số liệu: 2023, 2023-S1 (nửa đầu năm), 2023-Q3, 2023-05, 2022-06-30, "
           "2013-01-01/P8M (8 tháng từ 01/01/2013), 2015-2020 (giai đoạn), 2022-2023 (năm học), "
           "2022-2023-HK1 (học kỳ).", required=True, concept=f"{_SDMX}dimension#timePeriod"),
    Column("PERIOD_SOURCE", "Kỳ lấy từ đâu", "Kỳ được ghi rõ trong bài hay lấy từ chỗ khác.",
           codes=PERIOD_SOURCES),
    Column("RULE", "Quy tắc", "Quy tắc đã đọc ra số liệu."),
    Column("CONFIDENCE", "Độ tin cậy", "Từ 0 đến 1: tỷ lệ số liệu đọc đúng khi có cùng căn cứ.",
           "number"),
)  # fmt: skip

Cell = Callable[[Any], str]
"""What writes one value; None is an empty cell."""


def cells_of(by_type: Mapping[Datatype, Cell], *, in_words: bool) -> tuple[Cell, ...]:
    """A writer for each of COLUMNS, by its datatype; `in_words` turns codes into words."""
    return tuple(
        _worded(column.codes, by_type["string"])
        if in_words and column.codes
        else by_type[column.datatype]
        for column in COLUMNS
    )


def _worded(codes: Mapping[str, str], write: Cell) -> Cell:
    return lambda code: write(codes.get(code, code))
