"""Who works at the desk, and how a person's name is shown."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser, User

DESK_GROUPS = ("reviewers", "moderators", "editors")
"""Groups whose members work at the desk; what each may decide is annotations' matter."""


def is_desk_member(person: User | AnonymousUser) -> bool:
    """Say whether the person reviews, moderates, publishes or runs the site."""
    if not person.is_authenticated or not person.is_active:
        return False
    return person.is_superuser or person.groups.filter(name__in=DESK_GROUPS).exists()


def person_name(person: User | None) -> str | None:
    """Give the full name, or the log-in name; None for nobody."""
    if person is None:
        return None
    return person.get_full_name() or person.get_username()
