"""What a check has to say: a place, what was found, why it matters, how to mend it."""

from findings.finding import Finding, Severity, sort_findings
from findings.reasons import reason_of
from findings.saying import Saying, in_english

__all__ = ["Finding", "Saying", "Severity", "in_english", "reason_of", "sort_findings"]
