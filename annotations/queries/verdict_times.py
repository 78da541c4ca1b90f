"""How long it takes from a claim's arrival to its first verdict."""

from __future__ import annotations

import datetime
import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from django.db.models import Min
from django.utils import timezone

from annotations.models import Verdict
from annotations.queries.periods import Period

_MOST = 0.9
_HOUR = 3600


@dataclass(frozen=True, slots=True)
class TimeToVerdict:
    """Hours from a claim's arrival to its first verdict; None without any verdict.

    p90: nine of ten verdicts took at most as long (nearest rank).
    """

    verdicts: int
    median: float | None
    p90: float | None


@dataclass(frozen=True, slots=True)
class WeekOfVerdicts:
    """The verdicts of one week; `week` is its Monday, in the newsroom's time zone."""

    week: datetime.date
    time: TimeToVerdict


@dataclass(frozen=True, slots=True)
class VerdictTimes:
    """The whole period, and its weeks in order; a week without verdicts is left out."""

    whole: TimeToVerdict
    weeks: Sequence[WeekOfVerdicts]


def verdict_times(period: Period) -> VerdictTimes:
    """Measure the first verdicts that were given in the period, with one statement."""
    firsts = (
        Verdict.objects.order_by()
        .values("claim", "claim__created_at")
        .annotate(at=Min("created_at"))
        .filter(period.on("at", "claim__article__language"))
    )
    hours: dict[datetime.date, list[float]] = defaultdict(list)
    for came, settled in firsts.values_list("claim__created_at", "at"):
        day = timezone.localdate(settled)
        monday = day - datetime.timedelta(days=day.weekday())
        hours[monday].append((settled - came).total_seconds() / _HOUR)
    return VerdictTimes(
        whole=time_to_verdict([each for week in hours.values() for each in week]),
        weeks=[WeekOfVerdicts(week, time_to_verdict(hours[week])) for week in sorted(hours)],
    )


def time_to_verdict(hours: Sequence[float]) -> TimeToVerdict:
    """Sum up some durations."""
    if not hours:
        return TimeToVerdict(0, None, None)
    nearest = math.ceil(_MOST * len(hours)) - 1
    return TimeToVerdict(len(hours), median(hours), sorted(hours)[nearest])
