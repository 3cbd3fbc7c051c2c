"""`niengiam status`: what is due, what is a draft, what was withdrawn."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from niengiam.console import Desk
from niengiam.options import content_argument, need_content
from niengiam.present import now, when
from niengiam.vietnamese_click import Command

if TYPE_CHECKING:
    from desk.rule import Survey
    from desk.site import Document


def make(desk: Desk) -> click.Command:
    """The command."""
    words = desk.words

    @click.command(cls=Command, help=words("status.help"))
    @content_argument()
    @click.option("--json", "as_json", is_flag=True, help=words("check.json"))
    def status(content: Path, as_json: bool) -> int:
        from desk.rule import Survey
        from desk.site import load_site

        need_content(desk, content)
        survey = Survey(load_site(content), now())
        groups = grouped(survey)
        if as_json:
            listed = {name: [_plain(d) for d in found] for name, found in groups.items()}
            click.echo(json.dumps(listed, ensure_ascii=False, indent=1))
        else:
            _tell(desk, survey, groups)
        return 0

    return status


def grouped(survey: Survey) -> dict[str, list[Document]]:
    """Documents that are not simply public, by what they are."""
    documents, moment = survey.site.documents, survey.now

    def those(wanted: Callable[[Document], bool]) -> list[Document]:
        return sorted(
            (d for d in documents if wanted(d)), key=lambda d: (str(d.expires or d.date), d.name)
        )

    readable = {d.name for d in documents if d.readable}
    return {
        "scheduled": those(lambda d: d.is_scheduled(moment)),
        "drafts": those(lambda d: d.status == "draft"),
        "expiring": those(lambda d: d.expires is not None and not d.is_over(moment)),
        "expired": those(lambda d: d.is_over(moment)),
        "hidden": those(lambda d: d.status == "hidden"),
        "withdrawn": those(lambda d: d.status == "withdrawn"),
        "broken": those(lambda d: d.name not in readable),
    }


def _tell(desk: Desk, survey: Survey, groups: dict[str, list[Document]]) -> None:
    there = [d for d in survey.site.documents if d.readable and survey.is_public(d)]
    # The page of a withdrawn article only says so; a build does not count it either.
    public = [d for d in there if d.status != "withdrawn"]
    articles = sum(d.kind == "article" for d in public)
    desk.say("status.counts", public=articles, pages=len(public) - articles)
    for name, found in groups.items():
        if found:
            desk.out.print()
            desk.out.print(f"{desk.words(f'status.{name}')} ({len(found)}):", style="bold")
            for line in _lines(name, found):
                desk.out.print(f"  {line}")


def _lines(name: str, found: Iterable[Document]) -> Iterable[str]:
    for document in found:
        moment = document.expires if name in ("expiring", "expired") else document.date
        date = when(moment) if moment else "—"
        yield f"{date}  {document.title or '—'}  ({document.path})"


def _plain(document: Document) -> dict[str, str]:
    return {
        "path": document.path,
        "title": document.title,
        "date": document.date.isoformat() if document.date else "",
        "expires": document.expires.isoformat() if document.expires else "",
    }
