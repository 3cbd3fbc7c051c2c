"""What a check has to say: a place, what was found, why it matters, how to mend it."""

from findings.finding import Finding, Severity, sort_findings

__all__ = ["Finding", "Severity", "sort_findings"]
