"""A desk member's own profile."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.utils.translation import get_language

from annotations.models import Reviewer
from annotations.queries.people import display_name


def change_profile(*, user: User, **changes: str | bool) -> Reviewer:
    """Keep what a person chose, making the profile if there is none; names are the model's fields.

    A new profile speaks the language that is spoken now, unless another is given.
    interface_language: in which they read the desk; mail_notifications: whether they get mails.
    """
    reviewer, _ = Reviewer.objects.update_or_create(
        user=user,
        defaults=changes,
        create_defaults={
            "interface_language": get_language(),
            **changes,
            "display_name": display_name(user),
        },
    )
    return reviewer
