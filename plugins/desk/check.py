"""Everything there is to tell an editor about a content folder."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path

from desk.rule import DocumentCheck, LoadedRule, Survey, all_rules, site_rules
from desk.site import Document, Each, Site, load_site, one_by_one
from findings import Finding, sort_findings


def check(content: Path, now: datetime.datetime) -> list[Finding]:
    """All findings on the folder `content`, sorted; `now` decides what is public yet."""
    return check_site(Survey(load_site(content), now))


def check_site(survey: Survey, *, each: Each = one_by_one) -> list[Finding]:
    """All findings on a site that is read already; `each` runs the looking at many documents."""
    found = check_whole(survey)
    documents = list(survey.site.documents)
    for findings in each(lambda document: check_document(document, survey), documents):
        found += findings
    return sort_findings(found)


def check_whole(survey: Survey) -> list[Finding]:
    """What is to say of the site as a whole, and not of one document alone."""
    found = list(survey.site.findings)
    for rule in site_rules():
        found += rule.site_findings(survey)
    return found


def check_document(document: Document, survey: Survey) -> list[Finding]:
    """What is to say of one document alone; of an unreadable one, only why it is so."""
    found = list(document.front.findings)
    if document.front.body:
        for rule, check in _document_rules():
            # Mostly nothing: one more call for each rule would cost as much as many rules.
            for remark in check(document, survey):
                found.append(rule.finding(remark, document))
    return found


@cache
def _document_rules() -> tuple[tuple[LoadedRule, DocumentCheck], ...]:
    """Those that look at one document."""
    return tuple((rule, rule.check) for rule in all_rules() if rule.check)


def only(findings: list[Finding], site: Site, paths: list[Path]) -> list[Finding]:
    """Those of `findings` that concern the files or folders `paths`."""
    wanted = [path.resolve() for path in paths]
    files = {document.path: document.file.resolve() for document in site.documents}

    def concerns(finding: Finding) -> bool:
        file = files.get(finding.path, Path(finding.path).resolve())
        return any(file == path or path in file.parents for path in wanted)

    return [finding for finding in findings if concerns(finding)]
