"""Whether an imported article is what an editor would have typed from the old page."""

from __future__ import annotations

import re
import tempfile
import tomllib
import unicodedata
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from desk.front_matter import parse
from legacy_import import Report, import_sources

HERE = Path(__file__).parent
BATCHES = ("first", "second", "third")


def expectations(batch: str) -> dict[str, dict[str, Any]]:
    """Pages of a batch by name, with what a clean import of each holds."""
    return tomllib.loads((HERE / f"{batch}.toml").read_text("utf-8"))


def faults(batch: str, name: str, wanted: dict[str, Any]) -> list[str]:
    """What is wrong with the import of a page; empty if it is clean."""
    with tempfile.TemporaryDirectory() as folder:
        report = import_sources([source_of(batch, name)], Path(folder))
        made = sorted(Path(folder).rglob("*.md"))
        if len(made) != 1:
            return [f"{len(made)} bài: {_refusals(report)}"]
        data = made[0].read_bytes()
    return compared(data, wanted)


def source_of(batch: str, name: str) -> Path:
    """The saved page of that name; `.htm` if its bytes are not UTF-8."""
    page = HERE / batch / f"{name}.html"
    return page if page.exists() else page.with_suffix(".htm")


def _refusals(report: Report) -> str:
    return ", ".join(note.code for outcome in report.outcomes for note in outcome.notes)


def compared(data: bytes, wanted: dict[str, Any]) -> list[str]:
    """What is wrong with an article, in words; empty if nothing is."""
    front = parse(data, "bai.md")
    values = front.values
    text = _plain(front.body)
    summary = str(values.get("summary", ""))
    found = [f"đầu bài: {f.message}" for f in front.findings]
    date = values.get("date")
    for what, is_, shall in (
        ("tiêu đề", values.get("title"), wanted["title"]),
        ("ngày", f"{date:%Y-%m-%d}" if date else "", str(wanted["date"])),
        ("tác giả", ", ".join(values.get("authors", ())), wanted["author"]),
        ("chuyên mục", values.get("category"), wanted.get("category", values.get("category"))),
    ):
        if is_ != shall:
            found.append(f"{what}: {is_!r} thay cho {shall!r}")
    for paragraph in wanted["paragraphs"]:
        if paragraph not in f"{text} {summary}":
            found.append(f"thiếu đoạn: {paragraph}")
    for caption in wanted.get("captions", ()):
        if text.count(caption) != 1:
            found.append(f"chú thích {text.count(caption)} lần: {caption}")
    for cell in wanted.get("cells", ()):
        if cell not in text:
            found.append(f"thiếu ô: {cell}")
    for image in wanted.get("images", ()):
        if image not in unquote(front.body):
            found.append(f"thiếu ảnh: {image}")
    for piece in wanted.get("contains", ()):
        if piece not in front.body:
            found.append(f"thiếu: {piece}")
    for junk in wanted.get("must_not", ()):
        if junk in f"{text} {summary}":
            found.append(f"thừa: {junk}")
    if unicodedata.normalize("NFC", data.decode()) != data.decode():
        found.append("không phải NFC")
    return found


def _plain(body: str) -> str:
    """The words that a reader of `body` sees; of pictures, the captions."""
    body = re.sub(r"\[\^[^\]]+\]:.*|\[\^[^\]]+\]", "", body)
    body = re.sub(
        r"!\[[^\]]*\]\([^\s)]*(?:\s+([\"'])(.*?)\1)?\)", lambda m: f" {m[2] or ''} ", body
    )
    body = re.sub(r"\[((?:[^\]\\]|\\.)*)\]\([^)]*\)", r"\1", body)
    body = re.sub(r"<[^>]+>", " ", body).replace("&lt;", "<").replace("&amp;", "&")
    body = re.sub(r"(?<!\\)[*#>`|]", "", body).replace("\\", "")
    return " ".join(body.split())
