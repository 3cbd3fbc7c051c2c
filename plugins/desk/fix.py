"""Faults that can be mended without asking: characters, spaces, ids, links to .md files."""

from __future__ import annotations

import codecs
import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desk.rule import Survey, all_rules
from desk.site import Document, read_document
from desk.source_text import clean_characters
from desk.tones import with_one_placement
from desk.walk import Found
from vntext.unicode import nfc


@dataclass(frozen=True, slots=True)
class Fix:
    """A file's text before and after."""

    path: str
    file: Path
    before: str
    after: str

    def diff(self) -> list[str]:
        """The change as a unified diff, a line an item."""
        old, new = self.before.splitlines(), self.after.splitlines()
        return list(difflib.unified_diff(old, new, self.path, self.path, lineterm="", n=1))

    def write(self) -> None:
        """Puts the text after in the place of the one before."""
        self.file.write_bytes(self.after.encode("utf-8"))


def _as_saved(document: Document, text: str) -> Document:
    """`document` as it would be read if its file held `text`."""
    stamp = (-1, len(text), hash(text), 0)
    found = Found(document.location, document.name, stamp)
    return read_document(text.encode("utf-8"), found, document.path)


def fixes(survey: Survey, documents: list[Document], *, tones: bool = False) -> Iterator[Fix]:
    """What can be mended in `documents`; nothing is written.

    With `tones`, words are also brought to one placement of tones (hòa, thủy).
    """
    for document in documents:
        try:
            source = document.file.read_bytes()
            before = source.decode("utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        after = nfc(clean_characters(before.removeprefix(codecs.BOM_UTF8.decode())))
        for rule in all_rules():
            if rule.fix:
                after = rule.fix(after, _as_saved(document, after), survey)
        if tones:
            after = with_one_placement(after)
        if after != before:
            yield Fix(document.path, document.file, before, after)
