"""For editors: why a number was not taken as a figure, by the name of the rule that refused it."""

from __future__ import annotations

from types import MappingProxyType

REFUSAL_WORDS = MappingProxyType(
    {
        "age": "tuổi",
        "attendance": "số người dự họp",
        "back_reference": "nhắc lại số đã nêu",
        "clock": "giờ trực",
        "code": "mã, ký hiệu",
        "contact": "điện thoại, liên hệ",
        "date": "ngày tháng",
        "dimension": "kích thước, tốc độ, thời tiết",
        "distance": "khoảng cách",
        "document": "số hiệu văn bản",
        "duration": "thời gian kéo dài",
        "elected": "số người được bầu",
        "family": "số con trong gia đình",
        "frequency": "số lần",
        "item_norm": "định mức cho một đơn vị",
        "law": "điều, khoản, chương trình",
        "link": "địa chỉ trên mạng",
        "list_number": "số thứ tự trong danh sách",
        "mark": "điểm số, hoặc số đã có dấu của biên tập",
        "name": "số thuộc tên gọi",
        "nameless": "chưa rõ là số của chỉ tiêu nào",
        "norm": "mức cho mỗi người, mỗi suất",
        "numbered": "số trong tên (lớp 5, tổ 2)",
        "ordinal": "số thứ tự",
        "page_view": "lượt xem trang",
        "paper": "giấy tờ, ảnh phải nộp",
        "period": "kỳ, năm của số liệu",
        "phone": "số điện thoại",
        "place": "số trong tên địa điểm",
        "price": "giá, phí, giải thưởng",
        "rank": "thứ hạng",
        "rule": "nằm trong câu quy định, hướng dẫn",
        "score": "tỷ số",
        "shift": "ca trực",
        "size": "kích thước",
        "studied": "số văn bản được học tập, quán triệt",
        "text_item": "mục, phần của văn bản",
        "threshold": "mức giới hạn",
        "time": "giờ",
        "unit_price": "giá một đơn vị",
        "vague": "số ước chừng",
        "visitors": "số người trong đoàn",
        "year": "năm",
    }
)
