"""Prints what reading costs, and how it grows: `python -m benchmarks.figures.cost`.

CPU time of this process, so that a busy machine changes little.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.figures.score import load
from figures import read

HERE = Path(__file__).parent
_PROSE = (
    "Sáng nay, nhà trường tổ chức gặp mặt các thế hệ cán bộ, giảng viên đã nghỉ hưu. "
    "Đồng chí Hiệu trưởng ôn lại truyền thống vẻ vang và bày tỏ lòng biết ơn sâu sắc. "
    "Các đại biểu đã trao đổi nhiều kinh nghiệm quý trong giảng dạy và nghiên cứu. "
    "Năm 2023, trường mở 45 lớp với trên 3.200 học viên, đạt 105% kế hoạch. "
    "Buổi gặp mặt diễn ra trong không khí ấm áp, thân tình.\n\n"
)


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of the faster of two runs."""
    best = float("inf")
    for _ in range(2):
        begin = time.process_time()
        work()
        best = min(best, time.process_time() - begin)
    return best


def texts(size: int) -> dict[str, str]:
    """Texts of about `size` bytes of each sort."""
    dense = "\n\n".join(passage["text"] for passage in load(HERE / "dev.jsonl")) + "\n\n"
    samples = {"prose": _PROSE, "dense": dense, "digits": "1.000.000 ", "one line": "mở 12 lớp, "}
    return {name: sample * max(1, size // len(sample.encode())) for name, sample in samples.items()}


def main() -> None:
    """Seconds for three sizes of each text, growth, a megabyte of prose, the ratio to Markdown."""
    read(_PROSE)
    rows: dict[str, list[float]] = {}
    for size in (100_000, 200_000, 400_000):
        for name, text in texts(size).items():
            rows.setdefault(name, []).append(seconds(lambda text=text: read(text)))
    print(f"{'text':10}{'100 kB':>9}{'200 kB':>9}{'400 kB':>9}{'growth':>9}")
    for name, times in rows.items():
        print(f"{name:10}" + "".join(f"{t:9.2f}" for t in times) + f"{times[2] / times[1]:9.2f}")
    megabyte = texts(1_000_000)["prose"]
    print(f"1 MB of prose: {seconds(lambda: read(megabyte)):.2f} s")
    _against_markdown()


def _against_markdown() -> None:
    """Reading an article's figures beside converting it."""
    import markdown

    article = _PROSE * 6
    convert = seconds(lambda: [markdown.markdown(article, extensions=["extra"]) for _ in range(20)])
    reading = seconds(lambda: [read(article) for _ in range(20)])
    print(
        f"article: read {reading / 20 * 1000:.2f} ms, Markdown {convert / 20 * 1000:.2f} ms,",
        end=" ",
    )
    print(f"ratio {reading / convert:.2f}")


if __name__ == "__main__":
    main()
