"""Templates that were compiled before: by an earlier build of a preview, or by another process.

Nothing of it lies on the disk: what is kept there is never run.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, TemplateError
from jinja2.bccache import Bucket, BytecodeCache

#: No edit of an article needs them.
_RARE = frozenset(
    ("404.html", "archives.html", "components.html", "page.html", "search.html", "site_map.html")
)

Code = dict[tuple[str, str], bytes]
"""By the template's name and place, and a hash of its source."""


class Compiled(BytecodeCache):
    """Bytecode of templates, while a process lives."""

    def __init__(self) -> None:
        self.code: Code = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Puts what is known of a template into `bucket`."""
        known = self.code.get((bucket.key, bucket.checksum))
        if known:
            bucket.code = marshal.loads(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what was compiled."""
        self.code[bucket.key, bucket.checksum] = marshal.dumps(bucket.code)


def compiled_now(
    environment: Environment, folders: list[Path], compiled: Compiled
) -> Iterator[Code]:
    """Templates in `folders` that edits need and that were not compiled yet, one after another.

    Faulty ones are left out. Those in folders of their own come first, the index's among them:
    who makes its pages begins before all are compiled.
    """
    environment.bytecode_cache = compiled
    for folder in folders:
        for path in sorted(folder.rglob("*.html"), key=lambda path: (path.parent == folder, path)):
            name = path.relative_to(folder).as_posix()
            if name in _RARE:
                continue
            before = set(compiled.code)
            try:
                environment.get_template(name)
            except (TemplateError, OSError, UnicodeError):
                # Whoever needs it will tell.
                continue
            if new := {key: code for key, code in compiled.code.items() if key not in before}:
                yield new
