"""Dates as people and pages write them."""

from __future__ import annotations

import datetime

from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime


def read_moment(text: str) -> datetime.datetime:
    """Read an ISO 8601 date or date with time.

    A day alone is its midnight, and a time without offset is taken, in the newsroom's time zone.
    Raises ValueError.
    """
    day = parse_date(text)
    moment = datetime.datetime.combine(day, datetime.time.min) if day else parse_datetime(text)
    if moment is None:
        raise ValueError(text)
    return timezone.make_aware(moment) if timezone.is_naive(moment) else moment
