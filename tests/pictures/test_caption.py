"""A caption and its credit are told apart, however the editor joins them."""

import pytest

from pictures.caption import Caption, split_caption


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("Các đại biểu dự hội nghị. Ảnh: Minh Đức", "Các đại biểu dự hội nghị.", "Ảnh: Minh Đức"),
        ("Các đại biểu (Ảnh: Minh Đức)", "Các đại biểu", "Ảnh: Minh Đức"),
        ("Các đại biểu. (Nguồn: TTXVN).", "Các đại biểu.", "Nguồn: TTXVN"),
        ("Các đại biểu – Ảnh: PV", "Các đại biểu", "Ảnh: PV"),
        ("Ảnh: Minh Đức", "", "Ảnh: Minh Đức"),
        ("Ảnh minh họa: Internet", "", "Ảnh minh họa: Internet"),
        ("Toàn cảnh; ảnh: K. Oanh", "Toàn cảnh", "ảnh: K. Oanh"),
        ("Hai nội dung: xây dựng Đảng và đào tạo", "Hai nội dung: xây dựng Đảng và đào tạo", ""),
        ("Triển lãm Ảnh nghệ thuật: khai mạc", "Triển lãm Ảnh nghệ thuật: khai mạc", ""),
        ("", "", ""),
    ],
)
def test_caption_and_credit(line: str, caption: str, credit: str) -> None:
    assert split_caption(line) == Caption(caption, credit)
