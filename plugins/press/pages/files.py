"""Pictures and attachments that articles, pages and the settings name; nothing else is
published."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from pelican.generators import Generator

from pictures.model import PublishedFile
from press.pages.whole_pictures import share_pictures, words_of_site
from press.pages.writer import PressWriter


class FilesGenerator(Generator):
    """Writes derivatives of pictures, copies of attachments and share pictures."""

    def generate_context(self) -> None:
        """Gives every article without a picture one that other sites can show."""
        site = self.context["SITE"]
        if not site.url:
            return
        self._share = share_pictures(site, self.theme, self.context["pictures"])
        for article in self.context["newsroom"].rendered:
            if article.image is None:
                address = self._share.address(article.title, article.category.name)
                article.share_image = f"{site.url}/{address}"

    def generate_output(self, writer: PressWriter) -> None:
        room, store = self.context["newsroom"], self.context["pictures"]
        files = {file.address: file for content in room.contents for file in content.files}
        files |= {file.address: file for file in self.context["logo_files"]}
        for address in sorted(files):
            writer.write_later(address, _hash(files[address]), partial(store.read, files[address]))
        if self.context["SITE"].url:
            self._share_pictures(writer)

    def _share_pictures(self, writer: PressWriter) -> None:
        """Their addresses are made from all that they show, so an address is a fingerprint."""
        drawn = [
            (article.title, article.category.name)
            for article in self.context["newsroom"].rendered
            if article.image is None
        ]
        of_site = words_of_site(self.context["SITE"])
        shown = {self._share.address(*words): words for words in (of_site, *drawn)}
        for address, words in sorted(shown.items()):
            writer.write_later(address, partial(str, address), partial(self._drawn, *words))

    def _drawn(self, title: str, kicker: str) -> bytes:
        return self._share.picture(title, kicker).data


def _hash(file: PublishedFile) -> Callable[[], str]:
    return lambda: file.sha256
