"""Prints how well the grammar reads the annotated passages.

    python -m benchmarks.figures.accuracy [CORPUS …]        (all that may be learnt from, without)

The held-out sets are named to be seen (`heldout heldout2 heldout3`): each look spends a little of
what they can prove.
"""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.figures.score import MEASURES, Score, load, score
from figures import jsonl

HERE = Path(__file__).parent
CORPORA = {
    "dev": HERE / "dev.jsonl",
    "practice": HERE / "unseen" / "practice.jsonl",
    "practice2": HERE / "unseen" / "practice2.jsonl",
    "practice3": HERE / "unseen" / "practice3.jsonl",
    "practice4": HERE / "unseen" / "practice4.jsonl",
    "practice5": HERE / "unseen" / "practice5.jsonl",
    "practice6": HERE / "unseen" / "practice6.jsonl",
    "practice7": HERE / "unseen" / "practice7.jsonl",
    "practice8": HERE / "unseen" / "practice8.jsonl",
    "practice9": HERE / "unseen" / "practice9.jsonl",
    "practice10": HERE / "unseen" / "practice10.jsonl",
    "practice11": HERE / "unseen" / "practice11.jsonl",
    "practice12": HERE / "unseen" / "practice12.jsonl",
    "practice13": HERE / "unseen" / "practice13.jsonl",
    "practice14": HERE / "unseen" / "practice14.jsonl",
    "practice15": HERE / "unseen" / "practice15.jsonl",
    "practice16": HERE / "unseen" / "practice16.jsonl",
    "practice17": HERE / "unseen" / "practice17.jsonl",
    "practice18": HERE / "unseen" / "practice18.jsonl",
    "practice19": HERE / "unseen" / "practice19.jsonl",
    "practice20": HERE / "unseen" / "practice20.jsonl",
    "practice21": HERE / "unseen" / "practice21.jsonl",
    "practice22": HERE / "unseen" / "practice22.jsonl",
    "practice23": HERE / "unseen" / "practice23.jsonl",
    "practice24": HERE / "unseen" / "practice24.jsonl",
    "practice25": HERE / "unseen" / "practice25.jsonl",
    "practice26": HERE / "unseen" / "practice26.jsonl",
    "practice27": HERE / "unseen" / "practice27.jsonl",
    "practice28": HERE / "unseen" / "practice28.jsonl",
    "practice29": HERE / "unseen" / "practice29.jsonl",
    "practice30": HERE / "unseen" / "practice30.jsonl",
    "practice31": HERE / "unseen" / "practice31.jsonl",
    "practice32": HERE / "unseen" / "practice32.jsonl",
    "heldout": HERE / "unseen" / "heldout.jsonl",
    "heldout2": HERE / "unseen" / "heldout2.jsonl",
    "heldout3": HERE / "unseen" / "heldout3.jsonl",
}


def measured(corpus: Path) -> Score:
    """The score of the grammar on one file of passages."""
    passages = load(corpus)
    return score(passages, [jsonl.answer(passage) for passage in passages])


def main() -> None:
    """One line a corpus: F1 of each measure, recall of parents, false facts in quiet passages."""
    print(
        f"{'corpus':10}" + "".join(f"{name:>9}" for name in (*MEASURES, "parents", "false/quiet"))
    )
    for name in sys.argv[1:] or [name for name in CORPORA if not name.startswith("heldout")]:
        result = measured(CORPORA[name])
        rates = "".join(f"{rate:9.3f}" for rate in result.rates().values())
        print(f"{name:10}{rates}   {result.false_in_quiet}/{result.quiet}")


if __name__ == "__main__":
    main()
