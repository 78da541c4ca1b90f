"""The days and the language that the desk's statistics are asked for."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone


@dataclass(frozen=True, slots=True)
class Period:
    """From `since` to `until`, both days included, in the newsroom's time zone; None is open."""

    since: datetime.date | None = None
    until: datetime.date | None = None
    language: str = ""

    def on(self, moment: str, language: str = "") -> Q:
        """Give the condition on rows: `moment` and `language` name their fields."""
        found = Q()
        if self.since:
            found &= Q(**{f"{moment}__gte": _midnight(self.since)})
        if self.until:
            found &= Q(**{f"{moment}__lt": _midnight(self.until + datetime.timedelta(days=1))})
        return found & self.in_language(language)

    def in_language(self, language: str) -> Q:
        """Give the condition on the language alone."""
        return Q(**{language: self.language}) if self.language and language else Q()


def _midnight(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))
