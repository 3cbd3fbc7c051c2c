"""Check that the unseen passages are well formed: ``python check.py FILE.jsonl …``.

Prints one line per fault and returns 1 if there is any. Says nothing of whether a figure is
annotated rightly; that is the guideline's business and the annotator's.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

KINDS = {"target", "change", "ratio", "breakdown", "result"}
QUALIFIERS = {"exact", "over", "under", "about", "at_least", "at_most"}
SOURCES = {"stated", "carried", "article_date", "none"}
PERIOD = re.compile(
    r"\d{4}(?:-H[12]|-Q[1-4]|-\d\d(?:\.\.\d\d|-\d\d)?|-\d{4}(?:-HK[12])?)?",
)


def faults_of_fact(fact: dict[str, Any], text: str, count: int) -> Iterator[str]:
    """The faults of one fact in a passage of `count` facts."""
    start, end = fact["start"], fact["end"]
    if text[start:end] != fact["as_written"]:
        yield f"{start}:{end} is {text[start:end]!r}, not {fact['as_written']!r}"
    # A span that cuts a number in two would make the right answer look wrong.
    if re.match(r"\d|[.,]\d", text[end:]) or re.search(r"\d[.,]?$", text[:start]):
        yield f"{start}:{end} is only part of a number"
    if fact["value_min"] > fact["value_max"]:
        yield f"{fact['as_written']!r}: value_min is above value_max"
    if not PERIOD.fullmatch(fact["period"]):
        yield f"{fact['as_written']!r}: period {fact['period']!r} has no known form"
    for field, allowed in (
        ("kind", KINDS),
        ("qualifier", QUALIFIERS),
        ("period_source", SOURCES),
    ):
        if fact[field] not in allowed:
            yield f"{fact['as_written']!r}: {field} {fact[field]!r} is not one of {sorted(allowed)}"
    if (fact["kind"] == "change") != (fact["direction"] is not None):
        yield f"{fact['as_written']!r}: a change, and only a change, has a direction"
    if fact["kind"] == "breakdown" and fact["parent"] is None:
        yield f"{fact['as_written']!r}: a breakdown without its total"
    for field in ("parent", "ref"):
        if fact[field] is not None and not 0 <= fact[field] < count:
            yield f"{fact['as_written']!r}: {field} {fact[field]} is out of range"


def faults_of_file(path: Path) -> Iterator[str]:
    """The faults of all passages of a file, each with file and line."""
    seen: set[str] = set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        passage = json.loads(line)
        if passage["id"] in seen:
            yield f"{path}:{number}: id {passage['id']} is used twice"
        seen.add(passage["id"])
        for fact in passage["facts"]:
            for fault in faults_of_fact(fact, passage["text"], len(passage["facts"])):
                yield f"{path}:{number}: {fault}"


def main(names: list[str]) -> int:
    """1 if any file has a fault, else 0."""
    faults = [fault for name in names for fault in faults_of_file(Path(name))]
    print("\n".join(faults) if faults else "no faults")
    return int(bool(faults))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
