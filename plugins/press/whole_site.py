"""Pages and files that speak of the whole site: 404, site map, what crawlers ask for."""

from __future__ import annotations

from typing import Any

from pelican.generators import Generator

from press.writer import PressWriter


#: Template → file, for files that are no pages.
_MACHINES = {
    "robots.txt": "robots.txt",
    "security.txt": ".well-known/security.txt",
    "sitemap.xml": "sitemap.xml",
    "news_sitemap.xml": "sitemap-tin.xml",
    "site.webmanifest": "site.webmanifest",
}


class WholeSiteGenerator(Generator):
    """Writes `404.html`, `so-do-trang/` and the theme's files for machines."""

    def generate_output(self, writer: PressWriter) -> None:
        years = [(year, len(a)) for year, a in self.context["newsroom"].by_year.items()]
        self._page(writer, "404.html", "404")
        self._page(writer, "so-do-trang/index.html", "site_map", years=years)
        known = set(self.env.list_templates())
        for template, name in _MACHINES.items():
            if template in known:
                writer.write_file(name, self.env.get_template(template), self.context)

    def _page(self, writer: PressWriter, name: str, template: str, **values: Any) -> None:
        writer.write_file(name, self.get_template(template), self.context, **values)
