"""Atom and JSON Feed of new, changed and corrected figures. Pure: events in, text out."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from html import escape

from stat_index.downloads.dataset import Site
from stat_index.downloads.events import Event, FigureLine
from stat_index.downloads.json_text import document, listing
from vntext.unicode import xml_text

FEED = "so-lieu"
"""Name of both files in `feed/`."""
_NAMESPACE = uuid.UUID("3b0f6d4e-7a51-5e0c-8f35-0d5c3f6f2c9a")
_ENTRIES = 50
_TAG = re.compile(r"<[^<>]*>")
_DEMONSTRATION = "Số liệu minh họa, không phải số liệu thật."


def figure_feed(events: Sequence[Event], site: Site) -> str:
    """An Atom feed (RFC 4287) of the newest `events`."""
    newest = events[:_ENTRIES]
    updated = _moment(newest[0].day) if newest else "1970-01-01T00:00:00Z"
    publisher = site.organisation or site.name
    head = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{site.lang}">\n'
        f"<title>{_xml(_title(site))}</title>\n"
        f"<id>{_feed_id(site)}</id>\n"
        f"<updated>{updated}</updated>\n"
        f"<author><name>{_xml(publisher)}</name></author>\n"
        f'<link rel="self" type="application/atom+xml" href="{_xml(site.url)}/feed/{FEED}.xml"/>\n'
        f'<link rel="alternate" type="text/html" href="{_xml(site.url)}/so-lieu/"/>\n'
    )
    return head + "".join(_entry(event, site) for event in newest) + "</feed>\n"


def figure_json_feed(events: Sequence[Event], site: Site) -> str:
    """The same as JSON Feed 1.1."""
    return (
        document(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "title": _title(site),
                "home_page_url": f"{site.url}/so-lieu/",
                "feed_url": f"{site.url}/feed/{FEED}.json",
                "language": site.lang,
                "authors": [{"name": site.organisation or site.name}],
                "items": listing(_item(event, site) for event in events[:_ENTRIES]),
            }
        )
        + "\n"
    )


def _title(site: Site) -> str:
    return f"{site.name}: số liệu mới, thay đổi và đính chính"


def _entry(event: Event, site: Site) -> str:
    moment = _moment(event.day)
    return (
        f"<entry>\n<title>{_xml(_plain(event.title))}</title>\n"
        f"<id>{_urn(event.identity)}</id>\n"
        f'<link rel="alternate" type="text/html" href="{_xml(_page(event, site))}"/>\n'
        f"<published>{moment}</published>\n<updated>{moment}</updated>\n"
        f'<category term="{event.happening}"/>\n'
        f'<content type="html">{_xml(_content(event, site))}</content>\n</entry>\n'
    )


def _item(event: Event, site: Site) -> dict[str, object]:
    return {
        "id": _urn(event.identity),
        "url": _page(event, site),
        "title": _plain(event.title),
        "content_html": _content(event, site),
        "date_published": _moment(event.day),
        "tags": [event.happening],
    }


def _page(event: Event, site: Site) -> str:
    """Where the event is seen: at the one figure, or in the article."""
    address = event.lines[0].address if len(event.lines) == 1 else event.source.address
    return f"{site.url}/{address}"


def _content(event: Event, site: Site) -> str:
    warning = f"<p>{_DEMONSTRATION}</p>" if event.demonstration else ""
    items = "".join(f"<li>{_told(line, site)}</li>" for line in event.lines)
    return f"{warning}<ul>{items}</ul>"


def _told(line: FigureLine, site: Site) -> str:
    link = f'<a href="{escape(site.url)}/{escape(line.address)}">{escape(line.value)}</a>'
    old = f" (trước ghi {escape(line.old)})" if line.old else ""
    reason = f", lý do: {escape(line.reason)}" if line.reason else ""
    return f"{escape(line.name)}: {link}{old}{reason}"


def _moment(day: str) -> str:
    """Midnight in Vietnam."""
    return f"{day}T00:00:00+07:00"


def _feed_id(site: Site) -> str:
    """No other site's feed has it; the same under http and https."""
    return _urn(f"feed {site.url.partition('://')[2]}")


def _urn(identity: str) -> str:
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, identity)}"


def _plain(text: str) -> str:
    """`text` without anything that a careless feed reader might take for HTML."""
    return _TAG.sub("", text)


def _xml(text: str) -> str:
    return escape(xml_text(text))
