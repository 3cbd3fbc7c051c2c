"""Wholes and parts of tables, whatever their rows and columns are called."""

from __future__ import annotations

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from figures import Context, read
from tests.busy import examples

_LABELS = st.sampled_from(
    ["I. Tổng thu", "1. Phí", "2. Lệ phí", "II. Tổng chi", "- Nữ", "Trong đó: Nam", "Tổng cộng", "Cộng", "A. Ngân sách",
     "Xã Đông", "6A", "Mầm non", "9 tháng", "2.1. Biên chế", "Tổng số hộ"]
)  # fmt: skip
_HEADERS = st.sampled_from(
    ["Tổng số", "Nam", "Nữ", "Trong đó: nữ", "Thụ lý", "Còn lại", "Kế hoạch", "Tỷ lệ (%)", "Số hộ"]
)
_CELLS = st.sampled_from(["0", "0", "5", "5", "-", "2 (40%)"])
_ORDERS = st.sampled_from(["", "I", "1", "2", "2.1", "2.2"])


@settings(max_examples=examples(400), deadline=None)
@given(st.data())
def test_no_figure_of_a_table_is_within_itself(data: st.DataObject) -> None:
    """Sums, marks, numbers and totals each tell parts; together they must not go in a circle."""
    width = data.draw(st.integers(1, 5))
    headers = data.draw(st.lists(_HEADERS, min_size=width, max_size=width))
    lines = [["TT", "Nội dung", *headers], ["---"] * (width + 2)]
    for label in data.draw(st.lists(_LABELS, min_size=1, max_size=6)):
        order = data.draw(_ORDERS)
        lines.append([order, label, *data.draw(st.lists(_CELLS, min_size=width, max_size=width))])
    text = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    figures = read(text, Context(date=datetime.date(2024, 1, 5))).figures
    for figure in figures:
        seen = set()
        while figure.parent is not None:
            assert figure.parent not in seen
            seen.add(figure.parent)
            figure = figures[figure.parent]
