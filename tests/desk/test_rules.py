"""Each rule finds its bad examples and leaves its good ones alone."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from desk.check import check_site
from desk.front_matter import parse
from desk.rule import Example, LoadedRule, Survey, all_rules, site_rules
from desk.rule_pages import readings
from desk.site import load_site
from findings import Finding, Severity
from vntext.dates import VIETNAM

NOW = datetime.datetime(2026, 1, 1, tzinfo=VIETNAM)
HEAD = "Tiêu đề: Một bài\nNgày: 13/11/2023\nMã: mot-bai\n\n"
OTHER = "Tiêu đề: Bài khác\nNgày: 13/11/2023\nMã: bai-khac\n\nNội dung.\n"


def survey_of(example: Example, folder: Path) -> Survey:
    """A site that holds nothing but the example, and `bai.md` to link to."""
    files: Mapping[str, str] = (
        example if isinstance(example, Mapping) else {"vi-du.md": HEAD + example, "bai.md": OTHER}
    )
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return Survey(load_site(folder), NOW)


def said(rule: LoadedRule, survey: Survey) -> list[Finding]:
    """What this rule alone says."""
    found = [f for document in survey.site.documents for f in rule.findings(document, survey)]
    return [*found, *rule.site_findings(survey)]


CASES = [
    pytest.param(rule, example, expected, id=f"{rule.id}-{'bad' if expected else 'good'}-{number}")
    for rule in all_rules()
    for expected, examples in ((True, rule.rule.bad), (False, rule.rule.good))
    for number, example in enumerate(examples, 1)
]


@pytest.mark.parametrize(("rule", "example", "expected"), CASES)
def test_a_rule_does_as_its_examples_say(
    rule: LoadedRule, example: Example, expected: bool, tmp_path: Path
) -> None:
    found = said(rule, survey_of(example, tmp_path))
    assert bool(found) is expected, found


def test_rules_of_the_site_are_listed() -> None:
    """None is forgotten where only these are loaded."""
    assert site_rules() == tuple(rule for rule in all_rules() if rule.check_site)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_a_rule_explains_itself(rule: LoadedRule) -> None:
    """Its page needs a title, a reason, and examples of both kinds."""
    words = rule.rule
    assert all((words.title, words.english, words.why, words.bad, words.good))
    assert words.title != words.english


@pytest.mark.parametrize(
    ("rule", "example"),
    [
        pytest.param(rule, example, id=f"{rule.id}-{number}")
        for rule in all_rules()
        if rule.fix
        for number, example in enumerate(rule.rule.bad)
    ],
)
def test_a_fix_only_ever_lessens_what_is_said(
    rule: LoadedRule, example: Example, tmp_path: Path
) -> None:
    survey = survey_of(example, tmp_path)
    before = said(rule, survey)
    for document in survey.site.documents:
        assert rule.fix is not None
        text = rule.fix(document.file.read_text("utf-8"), document, survey)
        document.file.write_text(text, "utf-8")
    mended = Survey(load_site(tmp_path), NOW)
    after = said(rule, mended)
    errors = [f for f in check_site(mended) if f.severity is Severity.ERROR]
    assert len(after) <= len(before)
    assert len(errors) <= len([f for f in check_site(survey) if f.severity is Severity.ERROR])


#: What stays as it is written in an article: what is quoted, marks, tags, keys, examples.
_QUOTED = re.compile(r"“[^”]*”|\[[^\]]*\](?:\{[^}]*\})?|\{[^}]*\}|\([^)]*\)|`[^`]*`|\S+/\S+")


def is_english(text: str) -> bool:
    """Whether nothing of `text` is Vietnamese but what it quotes."""
    return _QUOTED.sub("", text).replace("…", "").isascii()


def test_every_finding_has_a_place_a_reason_and_a_way_out_in_both_languages(
    tmp_path: Path,
) -> None:
    for number, rule in enumerate(all_rules()):
        for other, example in enumerate(rule.rule.bad):
            for finding in said(rule, survey_of(example, tmp_path / f"{number}-{other}")):
                assert finding.line >= 1
                assert finding.column >= 1
                assert finding.message
                assert finding.mend
                for said_so in finding.said("en"):
                    assert is_english(said_so), said_so


def test_what_is_said_of_a_bad_head_is_said_in_english_too() -> None:
    for words in readings().values():
        if "bad" in words:
            for finding in parse(words["bad"].encode(), "x.md").findings:
                assert finding.said("en") != finding.said("vi")
                for said_so in finding.said("en"):
                    assert is_english(said_so), said_so
