"""Compiles the theme's templates, as `compileall` does modules: compile_templates.py [SETTINGS].

Where Python is told to keep nothing of what it compiles, every command would compile them again.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

from jinja2 import TemplateError
from pelican.generators import Generator
from pelican.settings import read_settings

from press.pages.templates import generators_of, template_folders
from press.pelican_class import NienGiam


def main() -> None:
    """Compiles all that can be; who needs a faulty one will tell."""
    sys.dont_write_bytecode = False
    settings = Path(sys.argv[1] if len(sys.argv) > 1 else "pelicanconf.py")
    pelican = NienGiam(read_settings(str(settings)))
    (generator,) = generators_of([Generator], pelican, dict(pelican.settings), "")
    for folder in template_folders(pelican.settings, pelican.theme):
        for path in sorted(folder.rglob("*.html")):
            with suppress(TemplateError, OSError, UnicodeError):
                generator.env.get_template(path.relative_to(folder).as_posix())


if __name__ == "__main__":
    main()
