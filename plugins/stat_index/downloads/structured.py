"""schema.org descriptions of the index: `Dataset`, `Observation`, `CorrectionComment`."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from stat_index.book import Index, Series
from stat_index.cell import MOST_FIRST, Cell
from stat_index.corrections import Correction
from stat_index.downloads.dataset import Dataset, Site, dataset_of_index, dataset_of_series
from stat_index.downloads.editions import Downloads, index_downloads, series_downloads
from stat_index.downloads.rows import one_line
from stat_index.model import Statement
from stat_index.values import observation_text, plain_number
from vntext.compact_json import compact_json

_CONTEXT = "https://schema.org"
#: What would end the script element, or a line of script in old readers.
_SAFE = tuple((c, f"\\u{ord(c):04x}") for c in "<>&\u2028\u2029")
_LENGTHS = {"A": "P1Y", "H": "P6M", "Q": "P3M", "M": "P1M", "D": "P1D"}


def script_json(value: Any) -> Markup:
    """`value` as the `script` element of a page's head; no text in it can end the element."""
    text = compact_json(value)
    for character, safe in _SAFE:
        text = text.replace(character, safe)
    return Markup(f'<script type="application/ld+json">{text}</script>')


def index_json_ld(index: Index, site: Site) -> dict[str, Any]:
    """The `Dataset` of all figures."""
    labels = dict.fromkeys((series.indicator.label, series.key.unit) for series in index.series)
    return {
        "@context": _CONTEXT,
        **_dataset(dataset_of_index(index, site), site, index_downloads(index)),
        "variableMeasured": [_variable(label, unit) for label, unit in labels],
    }


def series_json_ld(series: Series, site: Site) -> dict[str, Any]:
    """The `Dataset` of one series with an `Observation` for the first values that stand."""
    notes = [
        correction_json_ld(correction, statement)
        for statement in series.facts.corrected
        if statement.observation.correction
        for correction in statement.observation.correction.every
    ]
    name = series.name
    return {
        "@context": _CONTEXT,
        "@graph": [
            {
                **_dataset(dataset_of_series(series, site), site, series_downloads(series)),
                "variableMeasured": _variable(name, series.key.unit),
                **({"correction": notes} if notes else {}),
            },
            *(
                _observation(series, name, cell, statement, site)
                for cell in series.cells
                for statement in cell.shown[:MOST_FIRST]
            ),
        ],
    }


def correction_json_ld(correction: Correction, statement: Statement) -> dict[str, Any]:
    """The `CorrectionComment` that says what was wrong, for the article's `correction`."""
    observation = statement.observation
    now = observation_text(observation, with_unit=True)
    text = f"Đính chính: {now} (trước ghi {correction.old})" if correction.old else correction.text
    if correction.reason:
        text = f"{text}, lý do: {correction.reason}"
    source = statement.source
    return {
        "@type": "CorrectionComment",
        "text": one_line(text),
        "datePublished": correction.date or source.modified or source.date,
    }


def _dataset(dataset: Dataset, site: Site, downloads: Downloads) -> dict[str, Any]:
    publisher = {"@type": "Organization", "name": dataset.publisher}
    first, last = dataset.years
    return {
        "@type": "Dataset",
        "@id": dataset.address,
        "name": dataset.title,
        "description": " ".join(dataset.notes),
        "url": dataset.address,
        "inLanguage": dataset.lang,
        "license": dataset.licence_url,
        "creator": publisher,
        "publisher": publisher,
        "isAccessibleForFree": True,
        "dateModified": dataset.updated.isoformat(),
        "temporalCoverage": str(first) if first == last else f"{first}/{last}",
        "distribution": [
            {
                "@type": "DataDownload",
                "name": link.title,
                "description": link.description,
                "encodingFormat": link.media_type,
                "contentUrl": _absolute(link.address, site),
            }
            for link in downloads.every
        ],
    }


def _variable(name: str, unit: str) -> dict[str, str]:
    return {"@type": "PropertyValue", "name": name, **({"unitText": unit} if unit else {})}


def _observation(
    series: Series, name: str, cell: Cell, statement: Statement, site: Site
) -> dict[str, Any]:
    observation, source = statement.observation, statement.source
    length = _LENGTHS.get(series.key.frequency[0])
    return {
        "@type": "Observation",
        "@id": f"{_absolute(series.address, site)}#{observation.id}",
        "name": f"{name}, {cell.period.label}",
        "observationAbout": {"@type": "Organization", "name": series.organisation.name},
        "variableMeasured": name,
        "observationDate": cell.period.text,
        **({"observationPeriod": length} if length else {}),
        **_value(statement),
        **({"unitText": series.key.unit} if series.key.unit else {}),
        "subjectOf": {
            "@type": "NewsArticle",
            "headline": source.title,
            "url": _absolute(statement.address, site),
            "datePublished": source.date,
        },
    }


def _value(statement: Statement) -> dict[str, Any]:
    """`value` only of an exact or rounded number; a limit is a minimum or a maximum.

    A decrease is negative, so its limits change places.
    """
    observation = statement.observation
    low, high = map(_number, observation.span)
    if low != high:
        return {"minValue": low, "maxValue": high}
    if observation.exact:
        return {"value": low}
    limits = {
        "over": "minValue",
        "at_least": "minValue",
        "under": "maxValue",
        "at_most": "maxValue",
    }
    limit = limits.get(observation.qualifier, "value")
    if observation.direction == "down":
        limit = {"minValue": "maxValue", "maxValue": "minValue"}.get(limit, limit)
    return {limit: low, "description": observation_text(observation)}


def _number(value: Any) -> int | float:
    text = plain_number(value)
    return float(text) if "." in text else int(text)


def _absolute(address: str, site: Site) -> str:
    return f"{site.url}/{address}" if site.url else address
