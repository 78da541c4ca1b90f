"""Give the demonstration a past: six weeks of verdicts, visits to sources, parties of speakers.

Everything was made a moment ago, so a dashboard of it would show one column. Only here, and only
once, dates of sample rows are moved back; the tables' guards against that are lifted for it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from uuid import UUID

import pgtrigger
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from annotations.models import Affiliation, Annotation, LinkCheck, Source, Verdict
from annotations.services.citing.link_checks import Finding, keep_failure, keep_finding
from claims.models import Claim

PARTIES = {
    "Elena Brandi": "Valdarsa in moto (esempio)",
    "Joanna Pell": "Harwick Forward (sample)",
    "Martin Deeks": "Harwick Alliance (sample)",
}
"""The samples' politicians; the parties are as invented as they are."""
DEAD, CHANGED, SILENT_ONCE = "tenants-briefing", "prezzi-produzione", "nota-sindacato"
WAITS = (5, 9, 26, 3, 14, 50, 7, 30, 11, 4, 75, 19)
"""Hours from a claim's arrival to its verdict, claim after claim."""
DAYS_BETWEEN = 3
GUARDS = (
    "annotations.Verdict:append_only",
    "annotations.LinkCheck:append_only",
    "annotations.Annotation:update_update",
    "claims.Claim:update_update",
)


@transaction.atomic
def give_past(sources: Mapping[str, Source]) -> bool:
    """Move verdicts back, visit the sources in thought, name parties; False when it was done."""
    if LinkCheck.objects.exists():
        return False
    with pgtrigger.ignore(*GUARDS):
        _move_verdicts_back()
        _visit(sources)
    for speaker, party in PARTIES.items():
        Affiliation.objects.get_or_create(speaker=speaker, defaults={"party": party})
    return True


def _move_verdicts_back() -> None:
    """Spread the settled claims over the weeks, each with its reviews before its verdicts."""
    settled = Verdict.objects.order_by("claim__created_at", "claim").values_list("claim", flat=True)
    for place, claim in enumerate(dict.fromkeys(settled)):
        back = datetime.timedelta(days=DAYS_BETWEEN * place)
        wait = datetime.timedelta(hours=WAITS[place % len(WAITS)])
        _move([claim], back, wait)


def _move(claims: Iterable[UUID], back: datetime.timedelta, wait: datetime.timedelta) -> None:
    """Move claims back by both, their reviews by a little more than their verdicts."""
    Claim.objects.filter(pk__in=claims).update(created_at=F("created_at") - back - wait)
    reviews = Annotation.objects.filter(claim__in=claims)
    reviews.update(created_at=F("created_at") - back - wait / 3)
    Verdict.objects.filter(claim__in=claims).update(created_at=F("created_at") - back)


def _visit(sources: Mapping[str, Source]) -> None:
    """Let every source have been visited: one is dead, one changed, one didn't answer once."""
    same, other = Finding(1.0, 0, ""), Finding(0.2, 1, "")
    for key, source in sources.items():
        if not source.url:
            continue
        if key == DEAD:
            for days in (9, 5, 0):
                _days_ago(keep_failure(source=source, problem="http-error", http_status=404), days)
        elif key == CHANGED:
            for days in (2, 0):
                _days_ago(keep_finding(source=source, finding=other), days)
        elif key == SILENT_ONCE:
            _days_ago(keep_failure(source=source, problem="too-slow", http_status=None), 0)
        else:
            _days_ago(keep_finding(source=source, finding=same), 1)


def _days_ago(check: LinkCheck, days: int) -> None:
    moment = timezone.now() - datetime.timedelta(days=days)
    LinkCheck.objects.filter(pk=check.pk).update(checked_at=moment)
