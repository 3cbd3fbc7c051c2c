"""The copy of an article that readers may save: plain text that says where it is from."""

from __future__ import annotations

import re

from press.archive.content import NewsArticle
from press.site import SiteInfo
from vntext.dates import format_date

_PICTURE = re.compile(r'!\[([^\]]*)\]\([^)"]*(?:"([^"]*)"\s*)?\)')
#: A link that leads to a file of the content folder, which readers do not have.
_INNER_LINK = re.compile(r"\[([^\]]*)\]\(\{[^)]*\)")
#: An editor's mark on a figure, and the fence around a block of them.
_MARK = re.compile(r"\[([^\]]*)\]\{[^}]*\}|(?m:^:::.*\n?)")


def saved_copy(article: NewsArticle, site: SiteInfo) -> str:
    """Title, dateline, summary, the text in Markdown, corrections, sources and address."""
    parts = [
        f"# {article.title}",
        _dateline(article),
        article.summary,
        _body(article.record.text),
        _corrections(article),
        f"Nguồn: {article.source}" if article.source else "",
        _origin(article, site),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _dateline(article: NewsArticle) -> str:
    place = f"{article.place}, " if article.place else ""
    written = [f"{place}{format_date(article.date)}"]
    if article.authors:
        written.append(", ".join(author.name for author in article.authors))
    if article.record.modified:
        written.append(f"Cập nhật {format_date(article.record.modified)}")
    return " · ".join(written)


def _body(text: str) -> str:
    text = _PICTURE.sub(_picture_in_words, text)
    text = _INNER_LINK.sub(r"\1", text)
    # Looking for either at every letter takes longer than all else that the copy needs.
    if "]{" in text or ":::" in text:
        text = _MARK.sub(lambda mark: mark[1] or "", text)
    return text.strip()


def _picture_in_words(match: re.Match[str]) -> str:
    said = [part.strip().rstrip(".") for part in (match[1], match[2]) if part and part.strip()]
    return f"[Ảnh: {'. '.join(said)}]" if said else ""


def _corrections(article: NewsArticle) -> str:
    lines = []
    for entry in article.corrections:
        day = f"{format_date(entry.date)}: " if entry.date else ""
        figure = f"số liệu đúng là “{entry.figure}”" if entry.figure else ""
        if figure and entry.old:
            figure += f", bản đăng trước ghi “{entry.old}”"
        reason = f" ({entry.reason})" if entry.reason else ""
        lines.append(f"Đính chính {day}{figure or entry.text or 'sửa nội dung'}{reason}.")
    return "\n".join(lines)


def _origin(article: NewsArticle, site: SiteInfo) -> str:
    named = site.organisation or site.name
    return f"{named}. {site.url}/{article.url}" if site.url else f"{named}."
