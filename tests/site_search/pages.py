"""The real search page and script over an index, without the rest of a site."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import SimpleNamespace

from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader, StrictUndefined

from press.site_state import Frame
from site_search import SearchDocument, SearchSeries, build_index

THEME = Path(__file__).resolve().parents[2] / "theme"

_FRAME = """<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self';
connect-src 'self'; form-action 'self'; base-uri 'none'">
<title>{{ page_title }}</title>{% block scripts %}{% endblock %}</head>
<body>{% block header %}{% endblock %}<main>{% block main %}{% endblock %}</main></body></html>"""


def write_site(
    folder: Path, documents: Iterable[SearchDocument], series: Iterable[SearchSeries] = ()
) -> None:
    """A site in `folder` that holds nothing but its search page."""
    loader = ChoiceLoader(
        [DictLoader({"base.html": _FRAME}), FileSystemLoader(THEME / "templates")]
    )
    environment = Environment(loader=loader, undefined=StrictUndefined, autoescape=True)
    values = {
        "SITEURL": "..",
        "SITE": SimpleNamespace(name="Trường Mẫu", tagline="", logo=""),
        "frame": Frame((), ()),
        "header": lambda *values: "",
    }
    page = environment.get_template("search.html").render(values)
    write_files(folder / "tim-kiem", build_index(documents, series) | {"index.html": page.encode()})
    script = folder / "theme" / "js" / "search.js"
    script.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(THEME / "static" / "js" / "search.js", script)


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """`files` by their names below `folder`."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
