"""One document → its record: Markdown, figures, pictures, typography, in that order."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import Any

from markdown import Markdown

from desk.rules.nesting_deep import too_deep
from desk.rules.table_long import too_long
from desk.site import Document
from findings import Finding
from pictures.markdown import PicturesExtension, Source
from pictures.model import Picture, Refusal
from pictures.store import PictureStore
from press.reader.markdown_plain import PlainArticles
from press.reader.markdown_tables import AlignedTables
from press.reader.records import Record
from press.reader.typography import set_plain, set_type
from stat_index.article import ArticleContext, ArticleFigures, read
from stat_index.context import fingerprint
from stat_index.marking.markdown import FigureMarks
from stat_index.registry import Registry


class DocumentReader:
    """Reads documents one after another; made once in each process.

    Upstream makes a new `Markdown` for every file (7 % of a build's time) and
    one more for every summary.
    """

    def __init__(
        self, settings: Mapping[str, Any], registry: Registry, pictures: PictureStore
    ) -> None:
        self._registry = registry
        self._store = pictures
        self._pictures = PicturesExtension(pictures)
        self._default_category = str(settings["DEFAULT_CATEGORY"])
        self._default_organisation = str(settings.get("DEFAULT_ORGANISATION") or "")
        self._previewing = bool(settings.get("SHOW_DRAFTS"))
        options = dict(settings["MARKDOWN"])
        extensions = [
            *options.pop("extensions", []),
            FigureMarks(),
            self._pictures,
            AlignedTables(),
            PlainArticles(),
        ]
        self._markdown = Markdown(extensions=extensions, **options)

    def read(self, document: Document) -> Record:
        """The record of `document`; what is wrong with it is among the record's findings."""
        if document.status == "withdrawn":
            # Not every host sends its page with status 410: nothing of the text may be in it.
            return _headed(document, self._default_category, **_UNREAD)
        front, values = document.front, document.front.values
        html = self._convert(document)
        if document.kind == "page" or values.get("figures") is False:
            # Pages explain; what they count belongs to no year of the index.
            article = ArticleFigures(html)
        else:
            article = read(html, self._context(document), self._registry)
        lead, problems = self._lead_picture(document)
        shown = {picture.source for picture in self._pictures.reading.pictures}
        files = (*self._pictures.reading.files, *(lead.files if lead else ()))
        return _headed(
            document,
            self._default_category,
            summary=set_plain(str(values.get("summary", ""))),
            image=lead,
            show_image=lead is not None and lead.source not in shown,
            image_alt=str(values.get("image_alt", "")),
            image_credit=str(values.get("image_credit", "")),
            html=set_type(article.html),
            text=front.body,
            observations=article.observations,
            refusals=article.refusals,
            files=files,
            findings=(*problems, *self._pictures.reading.findings, *article.findings),
        )

    def owner(self, document: Document) -> str:
        """Id of the organisation whose the figures of a document are, where nothing else is said."""
        return self._registry.organisation(self._context(document).owner).id

    def fingerprint(self, document: Document) -> str:
        """What differs whenever an editor changed something that figures are read from."""
        return fingerprint(self._context(document))

    def _convert(self, document: Document) -> str:
        """The body as HTML, with pictures placed and links to other sources marked."""
        front = document.front
        self._pictures.begin(
            Source(
                document.path,
                posixpath.dirname(document.name),
                front.body,
                front.body_line,
                has_lead_picture=_opens_with_picture(document),
            )
        )
        self._markdown.reset()
        if too_deep(front.body) or too_long(front.body):
            # Told by `nesting-deep` or `table-long`; converting it takes minutes or never ends.
            return ""
        return self._markdown.convert(front.body)

    def _lead_picture(self, document: Document) -> tuple[Picture | None, list[Finding]]:
        """The picture of `Ảnh`, or why readers cannot get it."""
        written = str(document.front.values.get("image", ""))
        if not written:
            return None, []
        store = self._store
        found = store.find(written, posixpath.dirname(document.name))
        picture = found if isinstance(found, Refusal) else store.picture(found)
        if isinstance(picture, Picture):
            return picture, []
        line, column = document.front.lines["image"], document.front.columns["image"]
        finding = Finding(document.path, line, column, picture.rule, picture.message, picture.mend)
        return None, [finding]

    def _context(self, document: Document) -> ArticleContext:
        values = document.front.values
        return ArticleContext(
            id=document.id,
            title=document.title,
            summary=str(values.get("summary", "")),
            date=document.date.date() if document.date else None,
            organisation=str(values.get("organisation", "")) or None,
            default_organisation=self._default_organisation,
            period=str(values.get("period", "")) or None,
            corrections=document.corrections,
            prefer=document.names("prefer"),
            path=document.path,
            body=document.front.body,
            body_line=document.front.body_line,
            prefer_line=document.front.lines.get("prefer", 1),
            organisation_line=document.front.lines.get("organisation", 1),
            show_questions=self._previewing,
        )


def _opens_with_picture(document: Document) -> bool:
    """Whether the page shows the picture of `Ảnh` above the body: not when the body has it."""
    image = str(document.front.values.get("image", ""))
    return bool(image) and image.rpartition("}")[2].lstrip("/") not in document.front.body


#: Of a document whose text nobody reads.
_UNREAD: Mapping[str, Any] = {
    "summary": "", "image": None, "show_image": False, "image_alt": "", "image_credit": "",
    "html": "", "text": "", "observations": (), "refusals": (),
}  # fmt: skip


def _headed(document: Document, default_category: str, **read: Any) -> Record:
    """What the head of `document` says of it, and what was `read` beside."""
    values = document.front.values
    return Record(
        path=document.name,
        kind=document.kind,
        id=document.id,
        title=set_plain(document.title),
        date=document.date,
        modified=document.modified,
        expires=document.expires,
        status=document.status,
        slug=document.slug,
        category=str(values.get("category", default_category)),
        tags=document.names("tags"),
        authors=document.names("authors"),
        place=str(values.get("place", "")),
        source=str(values.get("source", "")),
        organisation=str(values.get("organisation", "")),
        aliases=document.names("aliases"),
        corrections=document.corrections,
        **read,
    )
