"""The table of refusals that a view wider than the next word decides.

Guideline section 1, R2.
"""

from __future__ import annotations

from figures import lexicon as lx
from figures import meetings, names, norms, sizes
from figures.refusals import RefusalRule

_LIMITS = frozenset(
    {
        "ngưỡng",
        "vượt ngưỡng",
        "mức",
        "quá",
        "từ",
        "dưới",
        "trên",
        "tối thiểu",
        "tối đa",
        "nếu",
        "khi",
        "phép",
        "quy định",
    }
    | set(lx.load("hedges")["before"]["at_most"])
    | set(lx.load("hedges")["before"]["at_least"])
)
_MEASURES = frozenset(
    {"km", "m", "mét", "cây số", "kg", "tấn", "ha", "hecta", "hécta", "ml", "lít", "m2"}
    | set(lx.load("units")["never"]["words"])
)


RULES: tuple[RefusalRule, ...] = (
    RefusalRule("year", "§1", names.is_year, ("So với ‹2021› có nhiều tiến bộ.",), ("Mở 2021 lớp.",), longest=4),
    RefusalRule("vague", "§1", names.is_nothing, ("Chín chủ đầu tư giải ngân bằng ‹0›.",), ("Tỷ lệ hộ nghèo còn 0%.",), longest=2),
    RefusalRule("place", "§1", names.is_chainage, ("Trạm đặt tại km 12+‹500› bờ tả.",), ("Giảm 9% (+52 vụ).",),
        triggers=frozenset({"+"}),
    ),
    RefusalRule("list_number", "§1", names.is_list_number,
        ("‹1›. Mở 12 lớp.", "‹2.1› Kết quả huy động vốn"), longest=5),
    RefusalRule("clock", "§1", sizes.is_hour, ("Trả phòng trước ‹12› g trưa.",),
        ("Bắt giữ 12 g ma túy.",), triggers=frozenset({"g"}), longest=2,
    ),
    RefusalRule("clock", "§1", sizes.is_around_the_clock, ("Cấp cứu trực ‹24/24› giờ.",),
        triggers=frozenset({"24/24", "24/7", "7/7", "12/12"}),
    ),
    RefusalRule(
        "dimension", "§1", sizes.is_dimension,
        ("Trạm cách trung tâm huyện ‹37› km.", "Xe chạy quá ‹60› km/giờ."),
        ("Đoàn viên dọn 27 km kênh mương.",),
        triggers=_MEASURES,
    ),
    RefusalRule("score", "§1", sizes.is_score, ("Đội nhà thắng đội khách ‹4› - 1.",),
        triggers=frozenset({"-", "–", "range"}),
    ),
    RefusalRule("slogan", "§1", names.is_slogan, ("Phong trào “‹5› không, 3 sạch” lan rộng.",), ("“Toàn xã có 215 hộ nghèo”, ông nói.",),
        triggers=frozenset("“«‘\"'"),
    ),
    RefusalRule("name", "§1", names.is_name_number, ("Tỷ lệ tiêm mũi ‹2› đạt 98,7%.",), longest=2),
    RefusalRule("back_reference", "§1", names.is_spelled_out,
        ("Hội ủng hộ 2.000.000 đồng (‹hai triệu› đồng).",), ("Hội ủng hộ hai triệu đồng.",),
        triggers=frozenset({"("}),
    ),
    RefusalRule("capacity", "§1", sizes.is_capacity, ("Đoàn đi bằng xe ‹45› chỗ.",), ("Ký túc xá có 450 chỗ ở.",),
        triggers=frozenset({"chỗ", "chỗ ngồi", "ghế"}),
    ),
    RefusalRule("back_reference", "§1", names.is_among,
        ("Trong ‹8› chỉ số thành phần, có 3 chỉ số tăng.",), ("Trong 53 lớp của năm có 18 lớp trung cấp.",),
        triggers=frozenset({"trong"}),
    ),
    RefusalRule("back_reference", "§1", names.is_one_of,
        ("Huyện là ‹1 trong 8› địa phương về đích.",), ("Có 1/8 xã về đích.",),
        triggers=frozenset({"là", "vẫn là", "trở thành", "cũng là", "nằm", "thuộc"}),
    ),
    RefusalRule("elected", "§1", meetings.is_elected, ("Đại hội đã bầu Ban Chấp hành gồm ‹15› đồng chí.",),
        triggers=frozenset({"bầu", "bầu ra", "trúng cử", "được bầu"}),
    ),
    RefusalRule("mark", "§1", sizes.is_mark, ("Đội Hà Lam được ‹95› điểm.",), ("Chỉ số PCI đạt 65,3 điểm.",),
        triggers=frozenset({"điểm", "điểm chuẩn"}),
    ),
    RefusalRule("mark", "§1", sizes.is_mixed, ("Ủ theo tỷ lệ ‹3› cá 1 muối.",), ("Tỷ lệ 3 xã đạt chuẩn.",),
        triggers=frozenset({"tỷ lệ", "tỉ lệ"}),
    ),
    RefusalRule("age", "§1", sizes.is_health, ("Ông mất ‹61›% sức khỏe.",), ("Đạt 61% người được khám.",),
        triggers=frozenset({"sức khỏe"}),
    ),
    RefusalRule("shift", "§1", meetings.is_shift, ("Đơn vị phân công trực theo ‹3› ca.",), ("Bệnh viện mổ 3 ca.",),
        triggers=frozenset({"trực"}),
    ),
    RefusalRule("paper", "§1", meetings.is_paper, ("Thí sinh nộp ‹2› ảnh.",), ("Triển lãm có 2 ảnh cổ.",),
        triggers=meetings.SUBMITS | {"("},
    ),
    RefusalRule("studied", "§1", meetings.is_studied, ("Hội nghị quán triệt ‹4› nghị quyết.",),
        ("Huyện ủy ban hành 4 nghị quyết.",),
        triggers=frozenset({"quán triệt", "nghe", "nghiên cứu", "sẽ"}),
    ),
    RefusalRule("visitors", "§1", meetings.visits, ("Đoàn gồm ‹7› đồng chí do Bí thư dẫn đầu.",),
        triggers=frozenset({"dẫn đầu", "trưởng đoàn", "làm trưởng đoàn"}),
    ),
    RefusalRule("family", "§1", meetings.is_family, ("Chị một mình nuôi ‹3› con.",), ("Hỗ trợ 340 con giống.",),
        triggers=frozenset({"con"}),
    ),
    RefusalRule("price", "§1", norms.is_discounted,
        ("Từ ‹10› thuê bao giảm 10%.", "Mua từ 50 quyển giảm ‹15›%."), ("Số hộ nghèo từ 50 hộ giảm còn 12 hộ.",),
        triggers=frozenset({"giảm"}),
    ),
    RefusalRule(
        "unit_price", "§1", norms.is_unit_price,
        ("Suất ăn ‹25.000› đồng/suất.",), ("Thu nhập đạt 52 triệu đồng/người.",),
        triggers=frozenset({"/"}),
    ),
    RefusalRule("item_norm", "R2", norms.is_item_norm, ("Ruộng dùng ‹15› kg đạm/sào.",),
        triggers=frozenset({"/"}),
    ),
    RefusalRule("norm", "R2", norms.is_contribution,
        ("Người lao động đóng ‹8›% vào quỹ hưu trí.", "Sinh viên nghèo được giảm ‹70›%."),
        ("Số thuế được giảm 12%.", "Đóng góp 8% vào mức tăng chung."),
        triggers=frozenset({"đóng", "trích", "được giảm", "giảm"}),
    ),
    RefusalRule("price", "§1", norms.is_interest, ("Lãi suất tiền gửi 12 tháng là ‹6,8›%/năm.",), ("Lãi suất giảm 0,5%.",),
        triggers=frozenset({"lãi suất", "lãi suất tiền gửi", "lãi suất vay", "lãi suất cho vay"}),
    ),
    RefusalRule("duration", "§1", norms.lasts, ("Báo cáo trình bày trong ‹2› buổi.",), ("Trong năm mở 12 buổi.",),
        triggers=frozenset({"trong", "suốt", "qua", "sau", "kéo dài"}),
    ),
    RefusalRule("base", "R2", norms.is_base, ("Mật độ đạt 24 thuê bao/‹100› dân.",), ("Chỉ số đạt 85/100 điểm.",),
        triggers=frozenset({"/"}),
    ),
    RefusalRule(
        "norm", "R2", norms.is_norm,
        ("Hội trao quà, mỗi suất ‹700› nghìn đồng.",), ("Bình quân mỗi năm mở 30 lớp.",),
        triggers=frozenset({"mỗi", "từng", "cứ", "ha", "hecta", "hécta", "sào", "km2"}),
    ),
    RefusalRule("price", "§1", norms.is_listed_price,
        ("Nghỉ qua đêm: ‹600.000› vnđ.",), ("Chi hội ủng hộ 600.000 vnđ.",),
        triggers=frozenset({"vnđ", "vnd"}),
    ),
    RefusalRule("price", "§1", norms.is_priced, ("Giải Nhất trị giá ‹5 triệu› đồng.",), ("Lệ phí trước bạ thu 290 tỷ đồng.",),
        triggers=lx.cue_words("priced"),
    ),
    RefusalRule(
        "threshold", "§1", norms.is_threshold,
        ("Nợ xấu thấp hơn mức ‹3›%.",), ("Phấn đấu tỷ lệ hộ nghèo không quá 3%.",),
        triggers=_LIMITS,
    ),
    RefusalRule(
        "attendance", "§1", meetings.attends,
        ("Đến dự hội nghị có ‹45› cán bộ chủ chốt.",), ("Lễ khai giảng có 72 học viên tham dự.",),
        triggers=lx.cue_words("attending") | {"đến từ"},
    ),
)  # fmt: skip
"""In order; a rule sees the whole sentence."""
