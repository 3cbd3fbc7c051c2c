"""The search page and its index, from the newsroom and the series."""

from __future__ import annotations

from pelican.generators import Generator

from press.writer import PressWriter


class SearchGenerator(Generator):
    """Writes `tim-kiem/…`."""

    def generate_output(self, writer: PressWriter) -> None:
        if "search.html" in self.env.list_templates():
            writer.write_file("tim-kiem/index.html", self.get_template("search"), self.context)
