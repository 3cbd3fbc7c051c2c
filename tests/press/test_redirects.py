"""Old addresses stand in hosting rules as browsers send them."""

from __future__ import annotations

import re

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


def test_below_a_path_rules_lead_there_from_both_roots() -> None:
    """The old site may have been at the root of the host, or below the path of the new one."""
    old = Redirect("tin/cu.html", "", "2023/11/hoi-nghi/")
    nginx = nginx_map([old], ["2024/01/rut/"], "/nien-giam")
    for address in ("/tin/cu.html", "/nien-giam/tin/cu.html"):
        assert f'    "{address}" "/nien-giam/2023/11/hoi-nghi/";\n' in nginx
    assert '    "/nien-giam/2024/01/rut/" 1;\n' in nginx
    moved, gone = apache_rules([old], ["2024/01/rut/"], "/nien-giam").splitlines()[2:]
    pattern, target = moved.split()[1:3]
    assert target == "/nien-giam/2023/11/hoi-nghi/"
    assert re.match(gone.split()[1], "/nien-giam/2024/01/rut/")
    # In `.htaccess` of the folder itself the path is not part of what is asked for.
    for asked in ("/tin/cu.html", "/nien-giam/tin/cu.html", "nien-giam/tin/cu.html", "tin/cu.html"):
        assert re.match(pattern, asked)


def test_an_old_address_that_repeats_the_path_stands_once() -> None:
    """nginx takes no two lines for one address."""
    found = [Redirect("a/b.html", "", "x/"), Redirect("b.html", "", "y/")]
    lines = [line for line in nginx_map(found, [], "/a").splitlines() if '"/a/b.html"' in line]
    assert lines == ['    "/a/b.html" "/a/x/";']
