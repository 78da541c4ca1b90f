"""A desk member's own profile."""

from __future__ import annotations

from django.contrib.auth.models import User

from annotations.models import Reviewer
from annotations.queries.people import display_name


def set_interface_language(*, user: User, language: str) -> Reviewer:
    """Keep the language in which a person reads the desk, making the profile if there is none."""
    reviewer, _ = Reviewer.objects.update_or_create(
        user=user,
        defaults={"interface_language": language},
        create_defaults={"interface_language": language, "display_name": display_name(user)},
    )
    return reviewer
