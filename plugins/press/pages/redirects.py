"""Old addresses lead to new ones; withdrawn articles and ended series say so, on any kind of host.

A page with a meta refresh serves hosts without rules; where an address has a
query, the script of the 404 page does. `_redirects` serves Netlify and its
kin; the maps in `may-chu/` are included by nginx and Apache.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from html import escape
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from pelican.generators import Generator

from desk.redirects import Redirect, redirects
from press.pages.old_series import old_series
from press.pages.writer import PressWriter, root_of

_PAGE_ENDING = re.compile(r"(?:\.html?|/[^/.]*|^[^/.]*)$")


class RedirectsGenerator(Generator):
    """Writes redirect pages and hosting rules."""

    def generate_output(self, writer: PressWriter) -> None:
        found = redirects(self.context["documents"], self.context["BUILD_TIME"])
        room = self.context["newsroom"]
        taken = {page_name(redirect) or redirect.path for redirect in found}
        moved, ended = old_series(
            self.context["press"].content, room, taken, self.context.get("moved_series", ())
        )
        found += moved
        gone = [*(article.url for article in room.withdrawn), *ended]
        for address in ended:
            writer.write_text(f"{address}index.html", ended_page(f"{address}index.html"))
        for redirect in found:
            if name := page_name(redirect):
                writer.write_text(name, redirect_page(redirect, name, self.context["SITE"].url))
        writer.write_text("may-chu/dia-chi-cu.json", without_page(found))
        writer.write_text("_redirects", netlify_rules(found, gone))
        # Hosts' rules speak of whole paths; the site may lie below a folder of its host.
        base = urlsplit(self.context["SITE"].url).path
        writer.write_text("may-chu/chuyen-huong.nginx.conf", nginx_map(found, gone, base))
        writer.write_text("may-chu/chuyen-huong.apache.conf", apache_rules(found, gone, base))


def page_name(redirect: Redirect) -> str | None:
    """File that can stand at the old address; None where only a host's rule can answer.

    A plain file server picks no page by its query, and would offer a
    `.aspx` as a download.
    """
    if redirect.query or not _PAGE_ENDING.search(redirect.path):
        return None
    if redirect.path.endswith((".html", ".htm")):
        return redirect.path
    return f"{redirect.path.rstrip('/')}/index.html".lstrip("/")


def without_page(found: Sequence[Redirect]) -> str:
    """Old addresses that no page can stand at, for the script of the 404 page."""
    listed = {
        f"{redirect.path}?{unquote(redirect.query)}"
        if redirect.query
        else redirect.path: redirect.target
        for redirect in found
        if not page_name(redirect)
    }
    return json.dumps(listed, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def redirect_page(redirect: Redirect, name: str, site_url: str) -> str:
    """A page that leads on at once and, where that is switched off, by a link."""
    target = escape(f"{root_of(name)}/{redirect.target}")
    canonical = f'<link rel="canonical" href="{escape(f"{site_url}/{redirect.target}")}">\n'
    refresh = f'<meta http-equiv="refresh" content="0; url={target}">\n'
    is_series = redirect.target.startswith("so-lieu/")
    what, read = ("Số liệu", "xem số liệu") if is_series else ("Bài", "đọc bài")
    return _bare_page(
        name,
        f"{what} đã chuyển địa chỉ",
        f"{refresh}{canonical if site_url else ''}",
        f'Xin {read} ở <a href="{target}">địa chỉ mới</a>.',
    )


def ended_page(name: str) -> str:
    """The page of a series that is told no more."""
    return _bare_page(
        name,
        "Dòng số liệu này không còn",
        "",
        "Số liệu ở địa chỉ này nay không đứng thành một dòng. Xin tìm trong"
        f' <a href="{root_of(name)}/so-lieu/">bảng số liệu</a>.',
    )


def _bare_page(name: str, title: str, links: str, text: str) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{title}</title>\n"
        f'<link rel="stylesheet" href="{root_of(name)}/theme/css/site.css">\n'
        f'{links}<meta name="robots" content="noindex">\n</head>\n<body>\n'
        f'<main class="page stack">\n<h1>{title}</h1>\n<p>{text}</p>\n</main>\n</body>\n</html>\n'
    )


def netlify_rules(found: Sequence[Redirect], gone: Sequence[str]) -> str:
    """`_redirects` as Netlify, Cloudflare Pages and others read it."""
    lines = []
    for redirect in found:
        pairs = parse_qsl(redirect.query, True)
        query = " ".join(f"{quote(key)}={quote(value)}" for key, value in pairs)
        parts = [f"/{quote(redirect.path)}", query, f"/{redirect.target}", "301"]
        lines.append(" ".join(part for part in parts if part))
    lines += [f"/{address} /{address} 410" for address in gone]
    return "".join(f"{line}\n" for line in lines)


def nginx_map(found: Sequence[Redirect], gone: Sequence[str], base: str = "") -> str:
    """Two maps over `$request_uri`, for `return 301 $niengiam_moi` and `return 410`.

    Old addresses are known from the root of the host and from `base`, where the site lies.
    """
    leads = {f"{base}{_asked(redirect)}": redirect.target for redirect in found}
    leads |= {_asked(redirect): redirect.target for redirect in found}
    lines = ["# docs/hosting.md says how to include this file.", "map $request_uri $niengiam_moi {"]
    lines.append('    default "";')
    lines += [f'    "{_quoted(old)}" "{base}/{new}";' for old, new in leads.items()]
    lines += ["}", "map $uri $niengiam_da_rut {", "    default 0;"]
    lines += [f'    "{base}/{address}" 1;\n    "{base}/{address}index.html" 1;' for address in gone]
    return "\n".join([*lines, "}", ""])


def _asked(redirect: Redirect) -> str:
    query = f"?{_sent(redirect.query)}" if redirect.query else ""
    return f"/{quote(redirect.path)}{query}"


def _sent(query: str) -> str:
    """`query` as a browser sends it: letters with marks and spaces as `%…`."""
    return quote(query, safe="=&%+;/?:@!$'()*,~-._|{}[]")


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def apache_rules(found: Sequence[Redirect], gone: Sequence[str], base: str = "") -> str:
    """Rewrite rules for a virtual host or `.htaccess` (mod_rewrite); see `nginx_map`."""
    start = f"^/?(?:{re.escape(base.strip('/'))}/)?" if base else "^/?"
    lines = ["# docs/hosting.md says how to include this file.", "RewriteEngine On"]
    for redirect in found:
        if redirect.query:
            lines.append(f"RewriteCond %{{QUERY_STRING}} ^{re.escape(_sent(redirect.query))}$")
        path = re.escape(redirect.path)
        lines.append(f"RewriteRule {start}{path}$ {base}/{redirect.target} [R=301,L,QSD]")
    lines += [
        f"RewriteRule {start}{re.escape(address)}(?:index\\.html)?$ - [G]" for address in gone
    ]
    return "\n".join([*lines, ""])
