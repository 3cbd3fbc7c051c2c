"""One page a rule, for editors: `python -m desk.rule_pages docs/loi` writes them all."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from desk.rule import Example, all_rules
from findings import Severity
from vntext.tables import tables

_SEVERITIES = {
    Severity.ERROR: "Lỗi: trang không được dựng cho đến khi sửa.",
    Severity.WARNING: "Lời khuyên: trang vẫn được dựng.",
    Severity.QUESTION: "Câu hỏi: trang vẫn được dựng.",
}
_NOTE = "<!-- Trang này do `python -m desk.rule_pages docs/loi` viết; sửa ở plugins/desk/. -->"


def readings() -> dict[str, dict[str, str]]:
    """What is said while files are read: title, english, why and perhaps a bad file, by id."""
    return tables(Path(__file__).with_name("data") / "readings.toml")


def pages() -> dict[str, str]:
    """Every page of the folder by its file name."""
    found = {f"{id}.md": _reading_page(id, words) for id, words in readings().items()}
    titles = {id: words["title"] for id, words in readings().items()}
    for rule in all_rules():
        words = rule.rule
        parts = [_head(rule.id, words.title, words.english), words.why, _SEVERITIES[words.severity]]
        parts += ["## Sai", *(_shown(example) for example in words.bad)]
        parts += ["## Đúng", *(_shown(example) for example in words.good)]
        if rule.fix:
            parts.append("`niengiam check --fix` sửa được lỗi này.")
        found[f"{rule.id}.md"] = "\n\n".join(parts) + "\n"
        titles[rule.id] = words.title
    found["README.md"] = _index(titles)
    return found


def _reading_page(id: str, words: dict[str, str]) -> str:
    parts = [_head(id, words["title"], words["english"]), words["why"]]
    if "bad" in words:
        parts += ["## Sai", _fenced(words["bad"])]
    return "\n\n".join(parts) + "\n"


def _head(id: str, title: str, english: str) -> str:
    return f"{_NOTE}\n# {title}\n\n`{id}` · {english}"


def _shown(example: Example) -> str:
    if isinstance(example, str):
        return _fenced(example)
    return "\n\n".join(f"Tệp `{name}`:\n\n{_fenced(text)}" for name, text in example.items())


def _fenced(text: str) -> str:
    text = text if len(text) < 1000 else f"{text[:20]}… ({len(text):,} chữ)".replace(",", ".")
    visible = "".join(c if c.isprintable() or c == "\n" else f"⟨{ord(c):04X}⟩" for c in text)
    return f"~~~~markdown\n{visible.rstrip()}\n~~~~"


def _index(titles: dict[str, str]) -> str:
    lines = [f"* [`{id}`]({id}.md): {title}" for id, title in sorted(titles.items())]
    head = f"{_NOTE}\n# Mỗi lời nhắn nghĩa là gì\n\nTên trong ngoặc ở cuối lời nhắn là tên trang."
    return "\n".join([head, "", *lines, ""])


def write(folder: Path) -> Iterator[str]:
    """Writes every page and drops those of rules that are no more; names of what changed."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for path in sorted(folder.glob("*.md")):
        if path.name not in wanted:
            path.unlink()
            yield path.name
    for name, text in wanted.items():
        path = folder / name
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
            yield name


if __name__ == "__main__":
    for name in write(Path(sys.argv[1])):
        print(name)
