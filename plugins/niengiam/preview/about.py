"""What stands behind a page: its source, its status, what was read in it, what is to say of it."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

from desk.site import Document, Site, load_site
from figures.model import Refusal
from findings import in_english
from niengiam.console import plain
from niengiam.present import now, when
from niengiam.preview.state import State
from niengiam.reading import FigureReader
from niengiam.words import Words
from stat_index.model import Observation
from stat_index.values import value_text


class About:
    """Answers for one content folder; sources are read again only when they were written."""

    def __init__(self, content: Path, settings: Path, state: State, words: Words) -> None:
        self.content = content
        self.settings = settings
        self.state = state
        self.words = words
        self._site: Site | None = None
        self._reader: FigureReader | None = None
        self._edits = -1
        self._lock = threading.Lock()

    def page(self, address: str) -> dict[str, Any]:
        """What is known of the page at `address`; little for pages without a source."""
        site, reader = self._fresh()
        document = self._document(address, site)
        if document is None:
            return {"waiting": self._waiting(site)}
        return {
            "path": document.path,
            "status": self._status(document),
            "findings": [plain(f, self.words.lang) for f in self.state.of(document.path)],
            "waiting": self._waiting(site),
            **self._figures(document, reader),
        }

    def _fresh(self) -> tuple[Site, FigureReader]:
        """Sources and reader; looked at again only when something was saved since."""
        with self._lock:
            edits = self.state.edits
            if self._site is None or self._reader is None or edits != self._edits:
                self._site = load_site(self.content, previous=self._site)
                self._reader = FigureReader(self.content, self.settings)
                self._edits = edits
            return self._site, self._reader

    def _document(self, address: str, site: Site) -> Document | None:
        found = site.by_address.get(address, ())
        return found[0] if found else None

    def _waiting(self, site: Site) -> list[dict[str, str]]:
        """Drafts and scheduled articles, to be found although no list shows them."""
        moment = now()
        return [
            {"title": d.title, "address": d.address, "status": self._status(d)}
            for d in site.documents
            if d.address and (d.status == "draft" or d.is_scheduled(moment))
        ]

    def _figures(self, document: Document, reader: FigureReader) -> dict[str, Any]:
        if not document.readable:
            return {"figures": [], "refusals": []}
        with self._lock:
            read = reader.read(document)
        return {
            "figures": [self._figure(o) for o in read.observations],
            "refusals": [self._refusal(r) for r in read.refusals],
        }

    def _status(self, document: Document) -> str:
        """What a reader of the public site would see; empty for a public article."""
        if document.status == "draft":
            return self.words("preview.draft")
        if document.date and document.is_scheduled(now()):
            return self.words("preview.scheduled", date=when(document.date))
        if document.status in ("hidden", "withdrawn"):
            return self.words(f"preview.{document.status}")
        return ""

    def _figure(self, o: Observation) -> dict[str, Any]:
        words = self.words
        return {
            "id": o.id,
            "value": value_text(o, o.unit or ""),
            "indicator": o.indicator.label if o.indicator.registered else o.phrase,
            "registered": o.indicator.registered,
            "level": o.level or "",
            "period": o.period or "",
            "kind": words(f"figures.kind.{o.kind}"),
            "period_source": words(f"figures.period_source.{o.period_source}"),
            "rule": words.rule(o.rule),
            "sure": round(o.confidence * 100),
            "published": o.published,
            "question": in_english(o.question) if words.lang == "en" else o.question,
            "line": o.line,
            "mark": mark_of(o),
        }

    def _refusal(self, refusal: Refusal) -> dict[str, str]:
        return {
            "text": refusal.text,
            "reason": self.words.refusal(refusal),
            "mark": f"[{refusal.text}]{{số liệu}}",
        }


def mark_of(o: Observation) -> str:
    """The mark that says outright what was read, for the editor to correct."""
    parts = [f'chỉ tiêu="{o.indicator.label if o.indicator.registered else o.phrase}"']
    if o.level:
        parts.append(f'cấp="{o.level}"')
    parts.append(f'kỳ="{o.period or ""}"')
    return f"[{o.as_written}]{{{' '.join(parts)}}}"
