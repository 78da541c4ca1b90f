"""Who may open an account: nobody by themselves; the newsroom's admin makes accounts."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedSignupAdapter(DefaultAccountAdapter):
    """allauth's behaviour with the sign-up form shut."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say no: accounts come from the admin panel."""
        return False
