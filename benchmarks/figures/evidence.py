"""Learns the weights of `figures.evidence`, and tells what they are worth on kinds of text held back.

    python -m benchmarks.figures.evidence [--write] [PASSAGES.jsonl …]

Sentences with numbers are told apart: those of passages without facts, and those with facts.
The passages are the open annotated ones, the accepted and refused cases, what the rules of
refusal let stand, the articles of the sample site, `kinds.jsonl` and further files of its
form, whose ids begin with a kind of text ("legend-3"). Weights are those of a
logistic regression in which large weights cost; of the words that several kinds know, the
weightiest are kept. Printed is how many right and how many false figures would be
refused at each threshold by weights that were learnt without their file or kind.
"""

from __future__ import annotations

import datetime
import math
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.figures.accuracy import CORPORA
from benchmarks.figures.score import load
from figures.document import DocumentReader
from figures.model import Block, Context
from figures.refusing.evidence import HEEDED, LOUD, words_of
from figures.refusing.refusals import RULES
from figures.refusing.support import weak
from figures.refusing.wide import RULES as WIDE_RULES
from tests.figures.case_lines import cases

TABLE = Path(__file__).parents[2] / "plugins" / "figures" / "data" / "evidence.csv"
OTHERS = Path(__file__).parent / "kinds.jsonl"
SITE = Path(__file__).parents[2] / "content" / "bai-viet"
KEPT = 1500
PASSAGES, KINDS = 4, 3
"""In so many passages and kinds a word must stand."""
LOOSE = 0.2
"""How freely weights may grow: the inverse of what their squares cost."""
_LEAST = 0.005
"""Weights below this are none once they are written."""
FOLDS = 8
THRESHOLDS = (0.5, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5)


@dataclass(frozen=True)
class Example:
    """One sentence with numbers."""

    passage: int
    kind: str
    quiet: bool
    own: frozenset[str]
    around: frozenset[str]
    right: int
    """How many true figures the grammar reads in it without these weights."""
    false: int
    besides: float | None
    """What else speaks against a report, if the grammar would ask at all."""

    def values(self, words: Collection[str], loud: float = LOUD) -> dict[str, float]:
        """How loud each of `words` is."""
        near = {word: loud for word in self.around if word in words} if loud else {}
        return {**near, **{word: 1.0 for word in self.own if word in words}}


Row = tuple[dict[str, float], bool, float]
Weights = dict[str, float]


def examples(files: Iterable[Path]) -> list[Example]:
    """All sentences to learn from."""
    found: list[Example] = []
    for number, (kind, passage) in enumerate(_passages(files)):
        found += _sentences(number, kind, passage)
    return found


def _passages(files: Iterable[Path]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, path in CORPORA.items():
        if not name.startswith("heldout"):
            yield from ((name, passage) for passage in load(path))
    for pile in ("accepted", "refused"):
        for case in cases(pile):
            date = case.date.isoformat() if case.date else None
            passage = {"text": case.text, "date": date, "context": case.lead, "facts": None}
            yield f"{pile} {case.file}", passage | ({"facts": []} if pile == "refused" else {})
    for rule in (*WIDE_RULES, *RULES):
        yield from (("rules", {"text": text, "facts": None}) for text in rule.good)
    for path in sorted(SITE.rglob("*.md")):
        body = path.read_text("utf-8").split("\n---\n", 1)[-1]
        yield from (("site", {"text": text, "facts": None}) for text in body.split("\n\n"))
    for path in (OTHERS, *files):
        for passage in load(path):
            yield passage["id"].rsplit("-", 1)[0], passage


def _sentences(number: int, kind: str, passage: dict[str, Any]) -> Iterator[Example]:
    date = passage.get("date")
    context = Context(datetime.date.fromisoformat(date) if date else None, passage.get("context"))
    reader = DocumentReader([Block(passage["text"])], context)
    (reading,) = reader.read()
    learnt = [r for r in reading.refusals if r.reason == "no_report"]
    read = [(one.start, one.end) for one in (*reading.figures, *learnt)]
    facts = passage["facts"]
    true = read if facts is None else [(fact["start"], fact["end"]) for fact in facts]
    asked = {id(heard): besides for heard, besides in weak(reader.heard)}
    for heard in reader.heard:
        line = heard.line
        if not line.numbers:
            continue
        start, end = reader.texts[0].source_span(line.start(0), line.end(len(line.tokens) - 1))
        here = [span for span in read if start <= span[0] and span[1] <= end]
        told = [span for span in true if start <= span[0] and span[1] <= end]
        if told or facts == []:
            right = sum(any(a < y and b > x for x, y in told) for a, b in here)
            own = words_of(line.source(0, len(line.tokens)).lower())
            around = words_of(reader.around(heard))
            yield Example(
                number, kind, facts == [], frozenset(own), frozenset(around - own),
                right, len(here) - right if facts == [] else 0, asked.get(id(heard)),
            )  # fmt: skip


def learnt(found: Sequence[Example]) -> tuple[float, Weights]:
    """The start and the weights of the words that are kept."""
    words = _known(found)
    _, weights = _fitted(_rows(found, words))
    passages = _counts(found)
    loudest = sorted(weights, key=lambda w: (-abs(weights[w]) * math.sqrt(passages[w]), w))
    return _fitted(_rows(found, set(loudest[:KEPT])))


def _counts(found: Iterable[Example]) -> Counter[str]:
    """In how many passages each word stands."""
    return Counter(word for word, _ in {(word, e.passage) for e in found for word in e.own})


def _known(found: Sequence[Example]) -> set[str]:
    kinds: dict[str, set[str]] = defaultdict(set)
    for example in found:
        for word in example.own:
            kinds[word].add(example.kind)
    passages = _counts(found)
    return {w for w in passages if passages[w] >= PASSAGES and len(kinds[w]) >= KINDS}


def _rows(found: Sequence[Example], words: set[str]) -> list[Row]:
    """Values, answer and share of each sentence, once with and once without what is around it."""
    sizes = Counter(example.passage for example in found)
    rows: list[Row] = []
    for example in found:
        share = 1 / math.sqrt(sizes[example.passage])
        rows.append((example.values(words), example.quiet, share))
        if example.around:
            rows.append((example.values(words, 0), example.quiet, share / 2))
    total = {
        side: sum(share for _, quiet, share in rows if quiet is side) for side in (True, False)
    }
    half = len(rows) / 2
    return [(values, quiet, share * half / total[quiet]) for values, quiet, share in rows]


def _fitted(rows: Sequence[Row], sweeps: int = 60) -> tuple[float, Weights]:
    """Start and weights by coordinate descent under the quadratic bound of the logistic loss."""
    columns: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, (values, _, _) in enumerate(rows):
        columns[""].append((at, 1.0))
        for word, value in values.items():
            columns[word].append((at, value))
    shares = [share * LOOSE for _, _, share in rows]
    answers = [float(quiet) for _, quiet, _ in rows]
    bounds = {w: 1 + sum(shares[at] * v * v for at, v in col) / 4 for w, col in columns.items()}
    weights = dict.fromkeys(sorted(columns), 0.0)
    sums = [0.0] * len(rows)
    for _ in range(sweeps):
        moved = 0.0
        for word, weight in weights.items():
            slope = weight
            for at, value in columns[word]:
                slope += shares[at] * value * (1 / (1 + math.exp(-sums[at])) - answers[at])
            step = slope / bounds[word]
            moved = max(moved, abs(step))
            weights[word] = weight - step
            for at, value in columns[word]:
                sums[at] -= step * value
        if moved < 0.001:
            break
    return weights.pop(""), weights


def _against(example: Example, start: float, weights: Weights) -> float:
    """What `figures.evidence` would say; nothing where the grammar does not ask."""
    if example.besides is None:
        return -math.inf
    said = start + example.besides + sum(weights[word] for word in example.own & weights.keys())
    if said > HEEDED:
        said += LOUD * sum(weights[word] for word in example.around & weights.keys())
    return said


def held_back(found: Sequence[Example]) -> list[tuple[float, Example]]:
    """What is said against each sentence by weights learnt without its file or kind."""
    fold = {e.kind: zlib.crc32(e.kind.encode()) % FOLDS for e in found}
    said = []
    for number in range(FOLDS):
        start, weights = learnt([e for e in found if fold[e.kind] != number])
        said += [(_against(e, start, weights), e) for e in found if fold[e.kind] == number]
    return said


def main() -> None:
    """Prints what the weights are worth; with `--write` learns from everything and writes them."""
    files = [Path(name) for name in sys.argv[1:] if name != "--write"]
    found = examples(files)
    if "--write" in sys.argv:
        _write(found)
        return
    said = held_back(found)
    print(f"{'against':>8}{'right figures refused':>25}{'false figures refused':>25}")
    for threshold in THRESHOLDS:
        over = [e for against, e in said if against > threshold]
        print(f"{threshold:8.2f}{sum(e.right for e in over):25}{sum(e.false for e in over):25}")
    print(f"{'of':>8}{sum(e.right for e in found):25}{sum(e.false for e in found):25}")


def _write(found: Sequence[Example]) -> None:
    """Weights, and in how many passages of reports and of others each word stands."""
    start, weights = learnt(found)
    reports = _counts(e for e in found if not e.quiet)
    quiet = _counts(e for e in found if e.quiet)
    lines = [
        "word,weight,reports,others",
        f",{start:.2f},,",
        *(
            f"{w},{weights[w]:.2f},{reports[w]},{quiet[w]}"
            for w in sorted(weights)
            if abs(weights[w]) >= _LEAST
        ),
    ]
    TABLE.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
