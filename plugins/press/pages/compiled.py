"""Templates as they were compiled: kept beside them, as Python keeps its own modules."""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache

from press.environment import compiler_digest, digest

#: Length of what `digest` gives.
_SEAL = 24
#: Packages whose code `compiler_digest` knows.
_KNOWN = ("press.", "jinja2.")


def compiled_by(settings: Mapping[str, Any], *, alone: bool) -> Compiled:
    """What is known of templates as these settings have them compiled.

    Nothing is kept beside them where other plugins add to that, if we are not `alone`, or
    extensions of somebody else: an edit of those would go unseen.
    """
    extensions = settings["JINJA_ENVIRONMENT"].get("extensions", ())
    keep = alone and all(isinstance(e, str) and e.startswith(_KNOWN) for e in extensions)
    return _compiled(compiler_digest(settings), keep=keep)


class Compiled(BytecodeCache):
    """Bytecode of templates, as long as a process lives and in `__pycache__` beside each template.

    The cache folder holds none of it: whoever may write there may not run anything. A file that
    is not just as it was written, or of another source, is as good as none.
    """

    def __init__(self, mark: str, *, keep: bool) -> None:
        """`mark` tells who compiles: code of another Python, or with other filters, is none.

        Without `keep` it is forgotten with the process.
        """
        self._mark, self._keeps = mark, keep
        self._known: dict[tuple[str, str], bytes] = {}

    def get_bucket(
        self, environment: Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """What is known of a template; `filename` is where it lies."""
        bucket = Bucket(environment, filename or name, self.get_source_checksum(source))
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Puts what is known of a template into `bucket`."""
        at = (bucket.key, bucket.checksum)
        code = self._known.get(at) or self._kept(bucket)
        if code:
            self._known[at] = code
            bucket.code = marshal.loads(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what was compiled."""
        code = self._known[bucket.key, bucket.checksum] = marshal.dumps(bucket.code)
        if self._has_place(bucket) and not sys.dont_write_bytecode:
            self._keep(bucket, code)

    def _has_place(self, bucket: Bucket) -> bool:
        """Whether there is a folder in which its code may lie."""
        return self._keeps and os.path.isabs(bucket.key)

    def _kept(self, bucket: Bucket) -> bytes:
        """The code beside the template; empty where there is none of just this source."""
        if not self._has_place(bucket):
            return b""
        try:
            data = _place(bucket).read_bytes()
        except OSError:
            return b""
        seal, code = data[:_SEAL], data[_SEAL:]
        return code if seal == self._seal(bucket, code) else b""

    def _keep(self, bucket: Bucket, code: bytes) -> None:
        """Puts it there, if anything may be put there."""
        place = _place(bucket)
        beside = place.with_name(f"{place.name}.{os.getpid()}")
        with suppress(OSError):
            place.parent.mkdir(exist_ok=True)
            beside.write_bytes(self._seal(bucket, code) + code)
            os.replace(beside, place)

    def _seal(self, bucket: Bucket, code: bytes) -> bytes:
        """Over the code, the template that it is of, and who compiled it."""
        return digest(self._mark, bucket.key, bucket.checksum, code).encode()


_compiled = cache(Compiled)


def _place(bucket: Bucket) -> Path:
    path = Path(bucket.key)
    return path.parent / "__pycache__" / f"{path.name}.{sys.implementation.cache_tag}"
