"""Prints what reading costs, and how it grows: `python -m benchmarks.figures.cost`.

CPU time of this process. The yardstick is what stock Python-Markdown takes to
convert the same article with the extensions that the site switches on
(`pelicanconf.MARKDOWN`); the extensions of our own, one of which makes it
faster, are left out. Reading is `read_blocks` over the article's blocks:
making the blocks from HTML and writing ids into it belong to `stat_index` and
are not counted.

Every article is read for the first time: before each turn the engine forgets
what it keeps of texts (periods, numbers, short runs of words), then reads all
articles of the other kinds, as it would have read others of an archive.
Reading and converting take turns, and each article counts with the median of
its ratios, so that a busy machine changes little.
"""

from __future__ import annotations

import datetime
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from markdown import Markdown
from pelicanconf import MARKDOWN

from benchmarks.figures.score import load
from benchmarks.press import corpus
from desk.front_matter import parse
from figures import Block, Context, read, read_blocks
from stat_index.html.blocks import read_document

HERE = Path(__file__).parent
_TURNS = 15
_CONTEXT = Context(datetime.date(2023, 12, 1), "Tổng kết năm 2023")
_PROSE = (
    "Sáng nay, nhà trường tổ chức gặp mặt các thế hệ cán bộ, giảng viên đã nghỉ hưu. "
    "Đồng chí Hiệu trưởng ôn lại truyền thống vẻ vang và bày tỏ lòng biết ơn sâu sắc. "
    "Các đại biểu đã trao đổi nhiều kinh nghiệm quý trong giảng dạy và nghiên cứu. "
    "Năm 2023, trường mở 45 lớp với trên 3.200 học viên, đạt 105% kế hoạch. "
    "Buổi gặp mặt diễn ra trong không khí ấm áp, thân tình.\n\n"
)


def seconds(work: Callable[[], object], turns: int = 3) -> float:
    """CPU seconds of the fastest of some runs."""
    best = float("inf")
    for _ in range(turns):
        begin = time.process_time()
        work()
        best = min(best, time.process_time() - begin)
    return best


def texts(size: int) -> dict[str, str]:
    """Texts of about `size` bytes of each sort."""
    dense = "\n\n".join(passage["text"] for passage in load(HERE / "dev.jsonl")) + "\n\n"
    samples = {
        "prose": _PROSE,
        "dense": dense,
        "digits": "1.000.000 ",
        "numerals": "hai mươi lăm trăm ",
        "one line": "mở 12 lớp, ",
        "no blank": "12;",
    }
    return {name: sample * max(1, size // len(sample.encode())) for name, sample in samples.items()}


def articles() -> dict[str, list[str]]:
    """Articles' Markdown of each kind."""
    quiet = "".join(part + ". " for part in _PROSE.split(". ") if "2023" not in part)
    sample = (HERE.parents[1] / "content" / "bai-viet").rglob("*.md")
    passages = [passage["text"] for passage in load(HERE / "dev.jsonl")]
    quiet_pages = [p["text"] for p in load(HERE / "kinds.jsonl") if not p["facts"]]
    return {
        "news without figures": [quiet * 6],
        "news with figures": [_PROSE * 6],
        "corpus of the press": [corpus.article(number, 10_000).body for number in range(40)],
        "sample site": [parse(file.read_bytes(), file.name).body for file in sorted(sample)],
        "figures and nothing else": ["\n\n".join(passages[at::10]) for at in range(10)],
        "no reports, words weighed": ["\n\n".join(quiet_pages[at::40]) for at in range(10)],
    }


def main() -> None:
    """Seconds for three sizes of each text, growth, a megabyte of prose, the ratios to Markdown."""
    read(_PROSE)
    print(f"{'text':10}{'100 kB':>9}{'200 kB':>9}{'400 kB':>9}{'growth':>9}")
    for name in texts(0):
        grown = [texts(size)[name] for size in (100_000, 200_000, 400_000)]
        times = [seconds(lambda text=text: read(text)) for text in grown]
        print(f"{name:10}" + "".join(f"{t:9.2f}" for t in times) + f"{times[2] / times[1]:9.2f}")
    megabyte = texts(1_000_000)["prose"]
    print(f"1 MB of prose: {seconds(lambda: read(megabyte)):.2f} s\n")
    print(f"{'an article, in ms':26}{'read':>7}{'Markdown':>10}{'ratio':>7}")
    kinds = {
        name: [(body, _blocks(body)) for body in bodies] for name, bodies in articles().items()
    }
    for name, known in kinds.items():
        others = [blocks for other in kinds if other != name for _, blocks in kinds[other]]
        reading, convert, ratio = against_markdown(known, others)
        print(f"{name:26}{reading:7.2f}{convert:10.2f}{ratio:7.2f}")


def _blocks(body: str) -> list[Block]:
    """What `read_blocks` is given of an article."""
    return [found.block for found in read_document(Markdown(**MARKDOWN).convert(body)).blocks]


def against_markdown(
    known: list[tuple[str, list[Block]]], others: list[list[Block]]
) -> tuple[float, float, float]:
    """Milliseconds for reading and converting an article, and the median ratio of the articles.

    `others` are read before each turn.
    """
    markdown = Markdown(**MARKDOWN)
    spent: list[list[tuple[float, float]]] = [[] for _ in known]
    for _ in range(_TURNS):
        forget()
        for blocks in others:
            read_blocks(blocks, _CONTEXT)
        for turns, (body, blocks) in zip(spent, known, strict=True):
            reading = seconds(lambda blocks=blocks: read_blocks(blocks, _CONTEXT), 1)
            turns.append((reading, seconds(lambda body=body: markdown.reset().convert(body), 1)))
    ratios = [statistics.median(read / convert for read, convert in turns) for turns in spent]
    return (
        1000 * statistics.mean(min(read for read, _ in turns) for turns in spent),
        1000 * statistics.mean(min(convert for _, convert in turns) for turns in spent),
        statistics.median(ratios),
    )


def forget() -> None:
    """Empties all that the engine keeps of texts; the grammar itself stays loaded."""
    for name, module in list(sys.modules.items()):
        if name.startswith(("figures.", "vntext.")):
            for value in vars(module).values():
                parameters = getattr(value, "cache_parameters", None)
                if parameters is not None and parameters()["maxsize"] is not None:
                    value.cache_clear()


if __name__ == "__main__":
    main()
