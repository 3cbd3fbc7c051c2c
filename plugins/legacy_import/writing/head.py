"""The front matter of an imported article."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from legacy_import.page.names import is_body
from legacy_import.sources.addresses import is_absolute
from legacy_import.writing.drafts import Draft
from vntext.dates import format_date
from vntext.fold import slug


def head(draft: Draft, *, status: str) -> str:
    """The lines between `---`, in the order in which `niengiam new` writes them."""
    article = draft.article
    lines = [("Tiêu đề", _quoted(article.title)), ("Mã", draft.id)]
    if article.date and not _is_page(draft):
        lines.append(
            ("Ngày", f"{format_date(article.date)}{' ' + article.time if article.time else ''}")
        )
    lines += [
        ("Tóm tắt", _quoted(article.summary)),
        ("Chuyên mục", _quoted(_name(article.category)) if not _is_page(draft) else ""),
        ("Thẻ", _list(map(_name, article.tags))),
        ("Tác giả", _author(article.author)),
        ("Ảnh", _quoted(draft.image)),
        ("Mô tả ảnh", _quoted(draft.image_alt) if draft.image else ""),
        ("Nguồn ảnh", _quoted(article.photo)),
        ("Địa danh", _quoted(article.place)),
        ("Nguồn", _source(draft)),
        ("URL cũ", _list(draft.aliases)),
        ("Slug", draft.stem if draft.stem != slug(article.title) else ""),
        ("Trạng thái", status),
    ]
    return "\n".join(["---", *(f"{key}: {value}" for key, value in lines if value), "---"])


def _source(draft: Draft) -> str:
    """What the article itself says, else its address on the old site, unless it keeps that."""
    known = draft.page.known
    if known and (known.source or known.slug):
        return known.source
    return draft.address if is_absolute(draft.address) else ""


def _is_page(draft: Draft) -> bool:
    return draft.path.startswith("trang/")


def _quoted(text: str) -> str:
    text = " ".join(text.split())
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"' if text else ""


def _name(text: str) -> str:
    """A name that no one can take for a path."""
    return " ".join(re.sub(r"\.{2,}|\\|^/+|[<>]", " ", text).strip("/ ").split())


def _author(text: str) -> str:
    """One name in quotes, several behind semicolons as a list; a body whose name has a comma as a
    list of one.
    """
    if ";" in text:
        return _list(filter(None, map(_name, text.split(";"))))
    name = _name(text)
    return _list([name]) if "," in name and is_body(name) else _quoted(name)


def _list(values: Iterable[str]) -> str:
    found = [_quoted(value) for value in values]
    return f"[{', '.join(found)}]" if found else ""


def alias_of(address: str) -> str:
    """`address` from the root of the old site, query and all; empty if it cannot be redirected."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    path = unquote(parts.path).lstrip("/")
    if posixpath.normpath(f"/{path}").lstrip("/") != path.rstrip("/") or "\\" in path:
        return ""
    if not path.strip("/") and not parts.query:
        return ""
    return f"{path}?{parts.query}" if parts.query else path
