"""Who works at the desk, and how a person's name is shown."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User

REVIEWERS, MODERATORS, EDITORS = "reviewers", "moderators", "editors"
"""Names of the groups whose members work at the desk; `annotations.policies` says who may what."""


def is_desk_member(person: AbstractBaseUser | AnonymousUser) -> bool:
    """Say whether the person reviews, moderates, publishes or runs the site."""
    if not isinstance(person, User) or not person.is_active:
        return False
    return (
        person.is_superuser
        or person.groups.filter(name__in=(REVIEWERS, MODERATORS, EDITORS)).exists()
    )


def person_name(person: User | None) -> str | None:
    """Give the full name, or the log-in name; None for nobody."""
    if person is None:
        return None
    return person.get_full_name() or person.get_username()
