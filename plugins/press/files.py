"""Pictures and attachments that articles and pages refer to; nothing else is published."""

from __future__ import annotations

from pelican.generators import Generator

from press.writer import PressWriter


class FilesGenerator(Generator):
    """Writes derivatives of pictures and copies of attachments."""

    def generate_output(self, writer: PressWriter) -> None:
        room, store = self.context["newsroom"], self.context["pictures"]
        files = {file.address: file for content in room.contents for file in content.files}
        for address in sorted(files):
            writer.write_bytes(address, store.read(files[address]))
