"""What the rules that find figures are called in front of readers."""

from __future__ import annotations

RULE_NAMES = {
    "cell": "ô của bảng",
    "count": "số đứng trước danh từ",
    "count-fraction": "phân số đứng trước danh từ",
    "inherited": "chỉ tiêu nhắc lại từ số trước",
    "label": "số đứng sau tên chỉ tiêu",
    "label-counter": "số và đơn vị đếm đứng sau tên chỉ tiêu",
    "level-only": "số đứng trước tên cấp",
    "measure-left": "số đo đứng sau tên chỉ tiêu",
    "measure-right": "số đo đứng trước tên chỉ tiêu",
    "measure-verb": "số đo đứng sau động từ",
    "rate": "mức đi kèm số trước",
    "rate-about": "tỷ lệ của chỉ tiêu đứng sau chữ “về”",
    "share-base": "tỷ lệ trên tổng số",
    "share-left": "tỷ lệ đứng sau tên chỉ tiêu",
    "share-right": "tỷ lệ đứng trước tên chỉ tiêu",
}


def rule_name(rule: str) -> str:
    """`số đứng trước danh từ` for `count`; an id without a name stands for itself.

    Downloads keep the id.
    """
    return RULE_NAMES.get(rule, rule)
