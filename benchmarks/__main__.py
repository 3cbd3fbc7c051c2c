"""`make bench`: every measuring part one after another, or those named.

python -m benchmarks [PART …]
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_HERE = Path(__file__).parent


def main(names: list[str]) -> int:
    """Runs `bench.py` of each folder; how many of them failed."""
    parts = sorted(path.parent.name for path in _HERE.glob("*/bench.py"))
    failed = 0
    for name in names or parts:
        print(f"== {name}", flush=True)
        command = [sys.executable, str(_HERE / name / "bench.py")]
        failed += subprocess.run(command, cwd=_HERE.parent).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
