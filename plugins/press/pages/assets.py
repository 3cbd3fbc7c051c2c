"""The theme's own files: one stylesheet, the scripts, fonts and images."""

from __future__ import annotations

import re
from pathlib import Path

from pelican.generators import Generator

from press.pages.writer import PressWriter
from press.site import ACCENT, SiteInfo

_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_BLANK = re.compile(r"\n\s*")


def stylesheet(folder: Path, site: SiteInfo) -> str:
    """All style sheets of `folder` in one, then the institution's accent colours.

    `layers.css` comes first: it fixes the order of the cascade layers, so the
    order of the others makes no difference.
    """
    names = sorted(folder.glob("*.css"), key=lambda path: (path.name != "layers.css", path.name))
    joined = "\n".join(path.read_text("utf-8") for path in names)
    accents = (
        f"@layer tokens{{:root{{--accent-chosen:{site.accent};"
        f"--accent-chosen-dark:{site.accent_dark}}}}}"
    )
    return _BLANK.sub("\n", _COMMENT.sub("", joined)).strip() + f"\n{accents}\n"


class AssetsGenerator(Generator):
    """Writes `theme/…`."""

    def generate_output(self, writer: PressWriter) -> None:
        static = Path(self.theme) / "static"
        site: SiteInfo = self.context["SITE"]
        writer.write_text("theme/css/site.css", stylesheet(static / "css", site))
        drawn = _drawn_icons(static / "icons", site.accent)
        for path in sorted(static.rglob("*")):
            name = path.relative_to(static).as_posix()
            if path.is_file() and not name.startswith("css/") and path.suffix != ".md":
                data = drawn.get(path.name) if path.parent.name == "icons" else None
                writer.write_bytes(f"theme/{name}", data or path.read_bytes())


def _drawn_icons(folder: Path, accent: str) -> dict[str, bytes]:
    """The house's icons in `accent`; none where `folder` holds an institution's own."""
    emblem = folder / "icon.svg"
    if accent == ACCENT or not emblem.exists():
        return {}
    from pictures.emblem import emblem_svg, icons

    return icons(accent) if emblem.read_text("utf-8") == emblem_svg(ACCENT) else {}
