"""Nothing that runs in a reader's browser, or fetches, is published, however it is written."""

from __future__ import annotations

import datetime
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown import Markdown
from pelican.settings import read_settings

from desk.check import check_document
from desk.made_html import check_made
from desk.rule import Survey
from desk.site import load_site
from findings import Finding, Severity
from vntext.dates import VIETNAM

ROOT = Path(__file__).parents[2]
NOW = datetime.datetime(2026, 1, 1, tzinfo=VIETNAM)
_BLANKS = re.compile(r"[\x00-\x20]")

HARMFUL = [
    "```\n\n<script>alert(1)</script>\n\n````",
    "~~~ x y\n<script>alert(1)</script>\n~~~",
    "a `b\n<script>alert(1)</script>\n` c",
    "`a\n\n<img src=x alt=x onerror=alert(1)>\n\n`",
    "<!-- a --!> <img src=x alt=x onerror=alert(1)> -->",
    "`<!--` <img src=x alt=x onerror=alert(1)> `-->`",
    f"<img src=x alt=x {'a' * 3000} onerror=alert(1)>",
    '<img src=x alt="<" onerror=alert(1)>',
    '<img src=x alt=">" onerror=alert(1)>',
    "<img\nsrc=x alt=x\nonerror=alert(1)>",
    "[x](java\nscript:alert(1))",
    "[x](javascript:alert((1)))",
    "[x](javascript:alert(((1))))",
    "- a\n\n    [y]: javascript:alert(1)\n\n[x][y]",
    "[x](<javascript:alert(1)>)",
    "[a [b] c](javascript:alert(1))",
    "# x {: onclick=alert(1) }",
    "*a*{: x } onclick=alert(1) }",
    "| a {: onclick=alert(1)} | b |\n|---|---|\n| 1 | 2 |",
    "x\n{: onclick=alert(1) }",
    '*a*{ "}" onclick=alert(1) }',
    '<!-- <a " --> <img alt=x src=x onerror=alert(1)> <!-- " -->',
    '<video\nsrc="https://example.com/a.mp4" title=">"></video>',
]
HARMLESS = [
    "```\n<script>alert(1)</script>\n```",
    "`<img onerror=x>` và 3 < 5",
    "Một *hội nghị* trên [trang](https://example.edu.vn/).",
    "| a | b |\n|:--|--:|\n| 1 | 2 |\n\nx[^1]\n\n[^1]: chú thích",
]


class _Browser(HTMLParser):
    """Notes what a browser would run or fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.harm: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            plain = _BLANKS.sub("", value or "").lower()
            if name.startswith("on") or plain.startswith("javascript:"):
                self.harm.append(f"{tag} {name}")
            if name == "src" and plain.startswith("http"):
                self.harm.append(f"{tag} {plain}")
        if tag == "script":
            self.harm.append(tag)


def looked_at(body: str, folder: Path) -> tuple[list[str], list[Finding]]:
    """What a browser would do with the page of `body`, and the errors that are told."""
    (folder / "a.md").write_text(f"Title: Một\nDate: 13/11/2023\nId: mot\n\n{body}\n", "utf-8")
    document = load_site(folder).documents[0]
    options = dict(read_settings(str(ROOT / "pelicanconf.py"))["MARKDOWN"])
    made = Markdown(**options).convert(document.front.body)
    browser = _Browser()
    browser.feed(made)
    said = check_document(document, Survey(load_site(folder), NOW))
    said += check_made(document, made, said)
    return browser.harm, [finding for finding in said if finding.severity is Severity.ERROR]


@pytest.mark.parametrize("body", HARMFUL)
def test_what_runs_or_fetches_is_refused(body: str, tmp_path: Path) -> None:
    harm, errors = looked_at(body, tmp_path)
    assert errors or not harm, harm


@pytest.mark.parametrize("body", HARMLESS)
def test_what_does_no_harm_passes(body: str, tmp_path: Path) -> None:
    assert looked_at(body, tmp_path) == ([], [])


def test_the_examples_would_do_harm(tmp_path: Path) -> None:
    """Without the check: else the first test could not fail."""
    harmful = [body for body in HARMFUL if looked_at(body, tmp_path)[0]]
    assert len(harmful) > len(HARMFUL) * 2 // 3


def test_a_missed_tag_is_told_at_its_line_and_once(tmp_path: Path) -> None:
    errors = looked_at('Chữ.\n\n<img src=x alt=">" onerror=alert(1)>', tmp_path)[1]
    assert [(error.rule, error.line) for error in errors] == [("raw-html", 7)]
    errors = looked_at("<script>alert(1)</script>", tmp_path)[1]
    assert len(errors) == 1
