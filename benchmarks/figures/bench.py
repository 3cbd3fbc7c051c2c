"""All measures of the reading of figures: accuracy, sureness, cost (`make bench`)."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.figures import accuracy, cost, sureness


def main() -> None:
    """Prints the three tables one after another."""
    for part in (accuracy, sureness, cost):
        part.main()
        print()


if __name__ == "__main__":
    main()
