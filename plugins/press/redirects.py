"""Old addresses lead to new ones, and withdrawn articles say so, on any kind of host.

A page with a meta refresh serves hosts without rules; `_redirects` serves
Netlify and its kin; the maps in `may-chu/` are included by nginx and Apache.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from urllib.parse import parse_qsl, quote

from pelican.generators import Generator

from desk.redirects import Redirect, redirects
from press.writer import PressWriter, root_of

_PAGE_ENDING = re.compile(r"(?:\.html?|/[^/.]*|^[^/.]*)$")


class RedirectsGenerator(Generator):
    """Writes redirect pages and hosting rules."""

    def generate_output(self, writer: PressWriter) -> None:
        found = redirects(self.context["documents"], self.context["BUILD_TIME"])
        gone = [article.url for article in self.context["newsroom"].withdrawn]
        for redirect in found:
            if name := page_name(redirect):
                writer.write_text(name, redirect_page(redirect, name, self.context["SITE"].url))
        writer.write_text("_redirects", netlify_rules(found, gone))
        writer.write_text("may-chu/chuyen-huong.nginx.conf", nginx_map(found, gone))
        writer.write_text("may-chu/chuyen-huong.apache.conf", apache_rules(found, gone))


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


def redirect_page(redirect: Redirect, name: str, site_url: str) -> str:
    """A page that leads on at once and, where that is switched off, by a link."""
    target = escape(f"{root_of(name)}/{redirect.target}")
    canonical = f'<link rel="canonical" href="{escape(f"{site_url}/{redirect.target}")}">\n'
    return (
        '<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        "<title>Bài đã chuyển địa chỉ</title>\n"
        f'<meta http-equiv="refresh" content="0; url={target}">\n'
        f"{canonical if site_url else ''}"
        '<meta name="robots" content="noindex">\n</head>\n<body>\n'
        f'<p>Bài đã chuyển tới <a href="{target}">địa chỉ mới</a>.</p>\n</body>\n</html>\n'
    )


def netlify_rules(found: Sequence[Redirect], gone: Sequence[str]) -> str:
    """`_redirects` as Netlify, Cloudflare Pages and others read it."""
    lines = []
    for redirect in found:
        query = " ".join(f"{key}={value}" for key, value in parse_qsl(redirect.query, True))
        parts = [f"/{quote(redirect.path)}", query, f"/{redirect.target}", "301"]
        lines.append(" ".join(part for part in parts if part))
    lines += [f"/{address} /{address} 410" for address in gone]
    return "".join(f"{line}\n" for line in lines)


def nginx_map(found: Sequence[Redirect], gone: Sequence[str]) -> str:
    """Two maps over `$request_uri`, for `return 301 $niengiam_moi` and `return 410`."""
    lines = ["# docs/hosting.md says how to include this file.", "map $request_uri $niengiam_moi {"]
    lines.append('    default "";')
    lines += [f'    "{_quoted(_asked(redirect))}" "/{redirect.target}";' for redirect in found]
    lines += ["}", "map $uri $niengiam_da_rut {", "    default 0;"]
    lines += [f'    "/{address}" 1;\n    "/{address}index.html" 1;' for address in gone]
    return "\n".join([*lines, "}", ""])


def _asked(redirect: Redirect) -> str:
    query = f"?{redirect.query}" if redirect.query else ""
    return f"/{quote(redirect.path)}{query}"


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def apache_rules(found: Sequence[Redirect], gone: Sequence[str]) -> str:
    """Rewrite rules for a virtual host or `.htaccess` (mod_rewrite)."""
    lines = ["# docs/hosting.md says how to include this file.", "RewriteEngine On"]
    for redirect in found:
        if redirect.query:
            lines.append(f"RewriteCond %{{QUERY_STRING}} ^{re.escape(redirect.query)}$")
        path = re.escape(redirect.path)
        lines.append(f"RewriteRule ^/?{path}$ /{redirect.target} [R=301,L,QSD]")
    lines += [f"RewriteRule ^/?{re.escape(address)}(?:index\\.html)?$ - [G]" for address in gone]
    return "\n".join([*lines, ""])
