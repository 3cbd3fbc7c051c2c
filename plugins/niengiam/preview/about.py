"""What stands behind a page: its source, its status, what was read in it, what is to say of it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from desk.site import Document, Site, load_site
from figures.model import Refusal
from niengiam.present import now
from niengiam.preview.state import State, plain
from niengiam.reading import KIND_WORDS, PERIOD_WORDS, FigureReader
from niengiam.refusal_words import REFUSAL_WORDS
from stat_index.model import Observation
from stat_index.values import value_text
from vntext.dates import format_date


class About:
    """Answers for one content folder; sources are read again only when they were written."""

    def __init__(self, content: Path, settings: Path, state: State) -> None:
        self.content = content
        self.settings = settings
        self.state = state
        self._site: Site | None = None

    def page(self, address: str) -> dict[str, Any]:
        """What is known of the page at `address`; little for pages without a source."""
        site = self._fresh()
        document = self._document(address, site)
        if document is None:
            return {"waiting": self._waiting(site)}
        return {
            "path": document.path,
            "status": _status(document),
            "findings": [plain(f) for f in self.state.findings if f.path == document.path],
            "waiting": self._waiting(site),
            **self._figures(document),
        }

    def _fresh(self) -> Site:
        self._site = load_site(self.content, previous=self._site)
        return self._site

    def _document(self, address: str, site: Site) -> Document | None:
        found = site.by_address.get(address, ())
        return found[0] if found else None

    def _waiting(self, site: Site) -> list[dict[str, str]]:
        """Drafts and scheduled articles, to be found although no list shows them."""
        moment = now()
        return [
            {"title": d.title, "address": d.address, "status": _status(d)}
            for d in site.documents
            if d.address and (d.status == "draft" or d.is_scheduled(moment))
        ]

    def _figures(self, document: Document) -> dict[str, Any]:
        if not document.readable:
            return {"figures": [], "refusals": []}
        read = FigureReader(self.content, self.settings).read(document)
        return {
            "figures": [_figure(o) for o in read.observations],
            "refusals": _refusals(read.refusals),
        }


def _status(document: Document) -> str:
    """Vietnamese: what a reader of the public site would see; empty for a public article."""
    if document.status == "draft":
        return "Bản nháp"
    if document.date and document.is_scheduled(now()):
        return f"Hẹn giờ {format_date(document.date)}"
    return {"hidden": "Ẩn khỏi danh sách", "withdrawn": "Đã rút"}.get(document.status, "")


def _figure(o: Observation) -> dict[str, Any]:
    return {
        "id": o.id,
        "value": value_text(o, o.unit or ""),
        "indicator": o.indicator.label if o.indicator.registered else o.phrase,
        "registered": o.indicator.registered,
        "level": o.level or "",
        "period": o.period or "",
        "kind": KIND_WORDS[o.kind],
        "period_source": PERIOD_WORDS[o.period_source],
        "rule": o.rule,
        "sure": round(o.confidence * 100),
        "published": o.published,
        "question": o.question,
        "line": o.line,
        "mark": mark_of(o),
    }


def mark_of(o: Observation) -> str:
    """The mark that says outright what was read, for the editor to correct."""
    parts = [f'chỉ tiêu="{o.indicator.label if o.indicator.registered else o.phrase}"']
    if o.level:
        parts.append(f'cấp="{o.level}"')
    parts.append(f'kỳ="{o.period or ""}"')
    return f"[{o.as_written}]{{{' '.join(parts)}}}"


def _refusals(refusals: Iterable[Refusal]) -> list[dict[str, str]]:
    return [
        {
            "text": r.text,
            "reason": REFUSAL_WORDS.get(r.reason, r.reason),
            "mark": f"[{r.text}]{{số liệu}}",
        }
        for r in refusals
    ]
