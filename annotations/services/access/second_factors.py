"""Second factors of people's log-ins, beside what they do to them on their own pages."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User


def drop_lone_recovery_codes(*, person: User) -> None:
    """Let recovery codes go with the last factor they stood in for: alone they would ask on."""
    factors = Authenticator.objects.filter(user=person)
    if not factors.exclude(type=Authenticator.Type.RECOVERY_CODES).exists():
        factors.delete()
