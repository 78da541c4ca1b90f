"""The names of the desk's people."""

from __future__ import annotations

from django.contrib.auth.models import User


def display_name(user: User) -> str:
    """Give the name colleagues know; read `reviewer` along with the user to spare a query."""
    reviewer = getattr(user, "reviewer", None)
    return reviewer.display_name if reviewer else (user.get_full_name() or user.get_username())
