"""The one value in which every part of the house reports on content."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from findings.saying import Saying, in_english


class Severity(StrEnum):
    """Errors stop a build; warnings and questions never do."""

    ERROR = "error"
    WARNING = "warning"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to tell an editor."""

    path: str
    """Relative to the folder that the command ran in, with forward slashes."""
    line: int
    """1-based line of the file as saved; 1 when the whole file is meant."""
    column: int
    """1-based code point in that line."""
    rule: str
    """Id of the rule, which is also its file's name and its documentation page."""
    message: Saying
    """What was found, quoted, and why it is wrong."""
    mend: Saying
    """What to write instead."""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """`path:line:column: message; mend (rule)`."""
        mend = f"; {self.mend}" if self.mend else ""
        return f"{self.path}:{self.line}:{self.column}: {self.message}{mend} ({self.rule})"

    def said(self, lang: str) -> tuple[str, str]:
        """Message and mend in the language `lang`, `vi` or `en`."""
        if lang == "en":
            return in_english(self.message), in_english(self.mend)
        return str(self.message), str(self.mend)


def sort_findings(findings: Iterable[Finding]) -> list[Finding]:
    """`findings` in reading order: by file, line, column, rule; repeats left out."""
    unique = dict.fromkeys(findings)
    return sorted(unique, key=lambda f: (f.path, f.line, f.column, f.rule, f.message))
