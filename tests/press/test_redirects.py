"""Old addresses stand in hosting rules as browsers send them."""

from __future__ import annotations

from desk.redirects import Redirect
from press.pages.redirects import apache_rules, netlify_rules, nginx_map

OLD = Redirect("Bài viết.aspx", 'tên=hội nghị&x="1;}', "2023/11/hoi-nghi/")
PATH = "/B%C3%A0i%20vi%E1%BA%BFt.aspx"
NAME = "t%C3%AAn=h%E1%BB%99i%20ngh%E1%BB%8B"


def test_letters_with_marks_and_spaces_are_encoded_in_every_form() -> None:
    assert f'    "{PATH}?{NAME}&x=%221;}}" "/2023/11/hoi-nghi/";' in nginx_map([OLD], [])
    assert netlify_rules([OLD], []) == f"{PATH} {NAME} x=%221%3B%7D /2023/11/hoi-nghi/ 301\n"
    [condition] = [line for line in apache_rules([OLD], []).splitlines() if "QUERY_STRING" in line]
    assert condition.replace("\\", "") == f"RewriteCond %{{QUERY_STRING}} ^{NAME}&x=%221;}}$"


def test_a_rule_never_breaks_out_of_its_line() -> None:
    for text in (nginx_map([OLD], []), netlify_rules([OLD], []), apache_rules([OLD], [])):
        lines = [line for line in text.splitlines() if "hoi-nghi/" in line]
        assert len(lines) == 1
        assert '""' not in lines[0]
