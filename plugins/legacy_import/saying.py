"""What the report says, in Vietnamese or English."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from findings import in_english
from legacy_import.lexicon import table
from legacy_import.model import Note, Outcome, Report, Status

_NAMES = {
    "vi": {
        Status.IMPORTED: "đã nhập",
        Status.DOUBTFUL: "còn ngờ (thành bản nháp)",
        Status.EXISTING: "đã có",
        Status.REFUSED: "từ chối",
    },
    "en": {
        Status.IMPORTED: "imported",
        Status.DOUBTFUL: "doubtful (made drafts)",
        Status.EXISTING: "there already",
        Status.REFUSED: "refused",
    },
}


def level(code: str) -> str:
    """How grave a note is: `done`, `missing`, `doubt`, `refused` or `same`."""
    return str(table("notes")[code]["level"])


def said(note: Note, lang: str = "vi") -> str:
    """A note as one sentence: what was found; how to mend it."""
    words = table("notes")[note.code]
    if lang == "en":
        return str(words["english"]).replace("{x}", in_english(note.detail))
    message = str(words["message"]).replace("{x}", note.detail)
    return f"{message}; {words['mend']}" if words["mend"] else message


def summary(report: Report, lang: str = "vi") -> str:
    """The counts of a report in one line."""
    return ", ".join(f"{report.count(status)} {name}" for status, name in _NAMES[lang].items())


def as_text(report: Report) -> str:
    """The report as a file for editors."""
    lines = ["BÁO CÁO NHẬP BÀI", "", summary(report) + ".", ""]
    for status in (Status.REFUSED, Status.DOUBTFUL, Status.IMPORTED, Status.EXISTING):
        outcomes = [o for o in report.outcomes if o.status is status]
        if outcomes:
            lines += [f"{_NAMES['vi'][status].capitalize()}: {len(outcomes)}", ""]
            lines += [line for outcome in outcomes for line in lines_of(outcome)]
            lines.append("")
    lines += [f"Nguồn không cho bài nào: {name}" for name in report.barren]
    return "\n".join(lines).rstrip() + "\n"


def lines_of(outcome: Outcome, lang: str = "vi") -> Iterator[str]:
    """One outcome: its source, what it became, and each note."""
    became = f" → {outcome.path}" if outcome.path else ""
    yield f"- {outcome.name}{became}"
    for note in outcome.notes:
        yield f"    · {said(note, lang)}"


def as_json(report: Report) -> str:
    """The report for programs."""
    outcomes = [
        asdict(o)
        | {
            "notes": [
                {"code": n.code, "level": level(n.code), "detail": n.detail, "text": said(n)}
                for n in o.notes
            ]
        }
        for o in report.outcomes
    ]
    counts = {str(status): report.count(status) for status in Status}
    data = {"counts": counts, "barren": list(report.barren), "pages": outcomes}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
