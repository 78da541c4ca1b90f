"""Who may open an account: nobody by themselves; the newsroom's admin makes accounts."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import LoginForm
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class ClosedSignupAdapter(DefaultAccountAdapter):
    """allauth's behaviour with the sign-up form shut."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say no: accounts come from the admin panel."""
        return False


class PlainLoginForm(LoginForm):
    """allauth's form with labels like those of every other form here."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.fields["login"].label = _("User name or e-mail")
        for name in ("login", "password"):
            self.fields[name].widget.attrs.pop("placeholder", None)
