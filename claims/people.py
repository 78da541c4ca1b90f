"""How a person's name is shown."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser


def person_name(person: AbstractBaseUser | None) -> str | None:
    """Give the full name, or the log-in name; None for nobody."""
    if person is None:
        return None
    full = getattr(person, "get_full_name", str)()
    return full or person.get_username()
