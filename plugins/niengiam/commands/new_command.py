"""`niengiam new`: a new article in the right place."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from pathlib import Path

import click

from desk.new import TEMPLATES, NewArticle, create
from desk.site import load_site
from desk.values import has_words
from niengiam.console import Desk, fail
from niengiam.options import content_option, need_content
from niengiam.present import now
from niengiam.vietnamese_click import Command
from vntext.dates import DateError, format_date, parse_date
from vntext.fold import slug

DEFAULT_CATEGORY = "Tin tức"


def make(desk: Desk) -> click.Command:
    """The command."""
    words = desk.words

    @click.command(cls=Command, help=words("new.help"))
    @click.argument("title", required=False)
    @click.option("--template", type=click.Choice(TEMPLATES), help=words("new.template"))
    @click.option("--category", help=words("new.category"))
    @click.option("--date", help=words("new.date"))
    @click.option("--draft", is_flag=True, help=words("new.draft"))
    @content_option(words)
    def new(
        title: str | None,
        template: str | None,
        category: str | None,
        date: str | None,
        draft: bool,
        content: Path,
    ) -> int:
        need_content(desk, content)
        known = _categories(content)
        if title is None:
            title, template, category, date = _ask(desk, template, category, date, known)
        if not has_words(title):
            raise fail(desk, "new.empty_title")
        moment = _date(date) if date else now()
        if moment is None:
            raise fail(desk, "new.wrong_date", date=date)
        article = NewArticle(
            title=title,
            template=template or TEMPLATES[0],
            category=category or (known[0] if known else DEFAULT_CATEGORY),
            date=moment,
            draft=draft,
        )
        made = create(article, content)
        desk.say("new.done", path=made.path, pictures=made.pictures)
        if made.alike:
            desk.say("new.alike", path=made.alike)
        return 0

    return new


def _ask(
    desk: Desk, template: str | None, category: str | None, date: str | None, known: list[str]
) -> tuple[str, str, str, str]:
    """Title, outline, category and date, each asked for unless it is given."""
    words = desk.words

    def titled(text: str) -> str:
        if not has_words(text):
            raise click.UsageError(words("new.empty_title"))
        return text

    def outlined(text: str) -> str:
        found = _outline(text)
        if found is None:
            allowed = ", ".join(TEMPLATES)
            raise click.UsageError(words("new.wrong_template", text=text, allowed=allowed))
        return found

    def dated(text: str) -> str:
        if _date(text) is None:
            raise click.UsageError(words("new.wrong_date", date=text))
        return text

    def chosen(text: str) -> str:
        if not text.isdigit():
            return text
        if not 0 < int(text) <= len(known):
            raise click.UsageError(words("new.wrong_category", number=text, count=len(known)))
        return known[int(text) - 1]

    title = click.prompt(words("new.ask_title"), value_proc=titled)
    if template is None:
        for number, name in enumerate(TEMPLATES, 1):
            desk.out.print(f"  {number}. {name}")
        template = click.prompt(
            words("new.ask_template"), default=TEMPLATES[0], value_proc=outlined
        )
    if category is None:
        for number, name in enumerate(known, 1):
            desk.out.print(f"  {number}. {name}")
        usual = known[0] if known else DEFAULT_CATEGORY
        category = click.prompt(words("new.ask_category"), default=usual, value_proc=chosen)
    date = date or click.prompt(words("new.ask_date"), default=format_date(now()), value_proc=dated)
    return title, str(template), str(category), str(date)


def _outline(text: str) -> str | None:
    """The outline meant by its number or by its name, with or without diacritics."""
    if text.strip().isdigit():
        number = int(text)
        return TEMPLATES[number - 1] if 0 < number <= len(TEMPLATES) else None
    written = slug(text)
    return next((name for name in TEMPLATES if f"{written}-".startswith(f"{name}-")), None)


def _date(text: str) -> datetime | None:
    try:
        return parse_date(text)
    except DateError:
        return None


def _categories(content: Path) -> list[str]:
    """Categories in use, the most used first."""
    used = Counter(
        str(document.front.values["category"])
        for document in load_site(content).documents
        if "category" in document.front.values
    )
    return [name for name, _ in used.most_common()]
