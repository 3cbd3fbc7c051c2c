"""How a series is cited: as a sentence, and for programs that keep references."""

from __future__ import annotations

import re
from dataclasses import dataclass

from stat_index.book import Series
from stat_index.downloads.dataset import Site
from vntext.dates import format_date, parse_date

_TEX = re.compile(r"[\\{}%&#_$~^]")
_TEX_WORDS = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


@dataclass(frozen=True, slots=True)
class Citation:
    """One series as a reference."""

    sentence: str
    bibtex: str
    ris: str


def citation_of(series: Series, site: Site) -> Citation:
    """The day is that of the newest article or correction: never that of the build."""
    publisher = site.organisation or site.name
    day = series.facts.day
    first, last = series.cells[0].period.label, series.newest.period.label
    title = f"{series.title}, {first if first == last else f'{first}–{last}'}"
    address = f"{site.url}/{series.address}" if site.url else ""
    demonstration = "số liệu minh họa" if series.organisation.demonstration else ""
    state = f"số liệu đến {format_date(parse_date(day))}"
    note = "; ".join(part for part in (demonstration, state, site.licence) if part)
    marked = f"“{title}”{f' ({demonstration})' if demonstration else ''}"
    return Citation(
        f"{publisher} ({day[:4]}). {marked}, {state}. {site.name}. {address}".rstrip(),
        _bibtex(series.slug, publisher, title, site.name, day, address, note),
        _ris(publisher, title, site.name, day, address, note),
    )


def _bibtex(key: str, author: str, title: str, site: str, day: str, address: str, note: str) -> str:
    """Braces twice around names keep programs from turning them round."""
    fields = {
        "author": f"{{{_tex(author)}}}",
        "title": f"{{{_tex(title)}}}",
        "year": day[:4],
        "date": day,
        "howpublished": _tex(site),
        "url": address,
        "note": _tex(note),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{key},\n" + ",\n".join(lines) + "\n}"


def _tex(text: str) -> str:
    return _TEX.sub(lambda sign: _TEX_WORDS.get(sign[0], f"\\{sign[0]}"), text)


def _ris(author: str, title: str, site: str, day: str, address: str, note: str) -> str:
    """A comma behind the author says that it is no person with a surname."""
    fields = (
        ("TY", "DATA"),
        ("AU", f"{author},"),
        ("TI", title),
        ("PB", site),
        ("PY", day[:4]),
        ("DA", day.replace("-", "/")),
        ("UR", address),
        ("N1", note),
        ("LA", "vi"),
    )
    return "\n".join(f"{tag}  - {text}" for tag, text in fields if text) + "\nER  - "
