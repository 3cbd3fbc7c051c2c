"""Prints precision against coverage by confidence: `python -m benchmarks.figures.sureness [CORPUS…]`."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from benchmarks.figures.accuracy import CORPORA
from benchmarks.figures.score import judged, load
from figures import PUBLISH, jsonl

STEPS = (0.0, 0.7, 0.8, 0.85, 0.88, 0.9, 0.92, 0.95, 0.97)

Judged = tuple[float, bool, bool]


def judgements(names: Iterable[str]) -> list[Judged]:
    """Confidence, span right, core right of every figure found in the corpora."""
    found = []
    for name in names:
        for passage in load(CORPORA[name]):
            facts = jsonl.answer(passage)["facts"]
            for fact, span, core in judged(passage["facts"], facts):
                found.append((fact["confidence"], span, core))
    return found


def precision(found: list[Judged], threshold: float) -> tuple[float, float, float]:
    """Coverage, precision of spans and of cores among the figures at least that sure."""
    sure = [row for row in found if row[0] >= threshold]
    count = len(sure) or 1
    return (
        len(sure) / (len(found) or 1),
        sum(span for _, span, _ in sure) / count,
        sum(core for _, _, core in sure) / count,
    )


def main() -> None:
    """One line a threshold; the one that is published is marked."""
    found = judgements(sys.argv[1:] or ("dev",))
    print(f"{'sure':>6}{'coverage':>10}{'span':>8}{'core':>8}")
    for threshold in sorted({*STEPS, PUBLISH}):
        coverage, span, core = precision(found, threshold)
        mark = "  published" if threshold == PUBLISH else ""
        print(f"{threshold:6.2f}{coverage:10.3f}{span:8.3f}{core:8.3f}{mark}")


if __name__ == "__main__":
    main()
