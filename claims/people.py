"""How a person's name is shown."""

from __future__ import annotations

from django.contrib.auth.models import User


def person_name(person: User | None) -> str | None:
    """Give the full name, or the log-in name; None for nobody."""
    if person is None:
        return None
    return person.get_full_name() or person.get_username()
