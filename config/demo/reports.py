"""A reader's error report in the demonstration, so that a moderator finds one to answer."""

from __future__ import annotations

from django.db import transaction

from annotations.models import ErrorReport, PublishedClaim
from annotations.services.publishing.error_reports import ReportGiven, report_error

ABOUT = "passeggeri"
"""A word of the headline of the check that the reader writes about."""
WORDS = (
    "Nella spiegazione scrivete che la linea 4 è rimasta ferma cinque mesi. Sul sito dell'azienda "
    "si legge che ha riaperto una settimana prima: sono poco meno di cinque mesi."
)


@transaction.atomic
def report_one_error() -> bool:
    """Send one report, as a reader's browser would; False when there is one already."""
    about = PublishedClaim.objects.filter(is_current=True, headline__icontains=ABOUT)
    version = about.exclude(act=PublishedClaim.Act.WITHDRAWN).order_by("seq").first()
    if version is None or ErrorReport.objects.exists():
        return False
    given = ReportGiven(
        kind=ErrorReport.Kind.FACT,
        words=WORDS,
        language="it",
        claim_id=version.claim_id,
        version=version.version,
    )
    report_error(given)
    return True
