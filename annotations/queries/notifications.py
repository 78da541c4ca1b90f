"""What a person was told, and whom there is to tell."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet

from annotations.models import Notification
from claims.people import EDITORS, MODERATORS


def notifications_of(user: User) -> QuerySet[Notification]:
    """Read a person's notifications with what they are about, newest first."""
    about = Notification.objects.select_related("claim__article", "source", "actor__reviewer")
    told = about.filter(recipient=user).defer("claim__article__text")
    return told.order_by("-created_at", "id")


def unread_count(user: User) -> int:
    """Count what a person hasn't read yet."""
    return Notification.objects.filter(recipient=user, read_at=None).count()


def people_who_settle() -> QuerySet[User]:
    """Read the moderators and editors; who only runs the site isn't told of the desk's work."""
    groups = Q(groups__name__in=(MODERATORS, EDITORS))
    return User.objects.filter(groups, is_active=True).distinct()


def unmailed(since: datetime) -> QuerySet[Notification]:
    """Read what is unread, was written after `since` and wants to go out by e-mail."""
    wanted = Q(recipient__reviewer__mail_notifications=True, recipient__is_active=True)
    waiting = Notification.objects.filter(
        wanted, mailed_at=None, read_at=None, created_at__gte=since
    )
    return waiting.exclude(recipient__email="")


def in_order(told: Iterable[Notification]) -> list[Notification]:
    """Put notifications in the order in which things happened."""
    return sorted(told, key=lambda notification: notification.created_at)
