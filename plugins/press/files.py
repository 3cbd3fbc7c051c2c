"""Pictures and attachments that articles and pages refer to; nothing else is published."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from pelican.generators import Generator

from pictures.model import PublishedFile
from press.writer import PressWriter


class FilesGenerator(Generator):
    """Writes derivatives of pictures and copies of attachments."""

    def generate_output(self, writer: PressWriter) -> None:
        room, store = self.context["newsroom"], self.context["pictures"]
        files = {file.address: file for content in room.contents for file in content.files}
        for address in sorted(files):
            writer.write_later(address, _hash(files[address]), partial(store.read, files[address]))


def _hash(file: PublishedFile) -> Callable[[], str]:
    return lambda: file.sha256
