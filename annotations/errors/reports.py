"""What can go wrong with readers' error reports, each with its problem code."""

from __future__ import annotations

from claims.errors import DomainError


class ReportWordsMissing(DomainError):
    """An error report, or an answer to one, without words."""

    code = "report-words-missing"
    title = "Say in words what is wrong, or what came of it."
    http = 422


class OutcomeNotSeen(DomainError):
    """A report closed as corrected or withdrawn, while no such version came after it."""

    code = "outcome-not-seen"
    title = "Publish the correction or withdrawal first, then close the report with it."
