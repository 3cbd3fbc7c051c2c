"""A fault in the theme: where in a template it arose, also when a worker met it."""

from __future__ import annotations

import os
import traceback

from jinja2 import TemplateError, TemplateSyntaxError

from findings import Finding, Saying
from press.cache.store import Damaged

_TEMPLATES = (".html", ".xml", ".txt")


class TemplateFault(RuntimeError):
    """A template that fails; it travels between processes with its place."""

    def __init__(self, path: str, line: int, reason: str) -> None:
        super().__init__(path, line, reason)
        self.path, self.line, self.reason = path, line, reason

    @property
    def message(self) -> Saying:
        """Place and reason in one line."""
        place = f"{self.path}:{self.line}: " if self.path else ""
        return Saying(f"{place}mẫu trang: {self.reason}", f"{place}template: {self.reason}")

    def finding(self) -> Finding:
        """The same as a finding."""
        message = Saying(f"Mẫu trang: {self.reason}", f"A template fails: {self.reason}")
        mend = Saying("sửa mẫu này rồi dựng lại", "correct it and build again")
        return Finding(self.path or "theme", self.line, 1, "template", message, mend)


def template_fault(error: BaseException) -> TemplateFault | None:
    """`error` as a fault of a template, if one was at work when it arose."""
    if isinstance(error, TemplateFault):
        return error
    if isinstance(error, Damaged):
        # It asked for something that is kept; the build begins again without the store.
        return None
    text = " ".join(str(error).split())
    if isinstance(error, TemplateSyntaxError):
        return TemplateFault(_shown(error.filename or error.name or ""), error.lineno, text)
    frames = traceback.extract_tb(error.__traceback__)
    places = [frame for frame in frames if frame.filename.endswith(_TEMPLATES)]
    if places:
        reason = text if isinstance(error, TemplateError) else f"{type(error).__name__}: {text}"
        return TemplateFault(_shown(places[-1].filename), places[-1].lineno or 1, reason)
    return TemplateFault("", 1, text) if isinstance(error, TemplateError) else None


def _shown(path: str) -> str:
    try:
        return os.path.relpath(path).replace(os.sep, "/") if os.path.isabs(path) else path
    except ValueError:
        return path
