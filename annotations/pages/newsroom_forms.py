"""The forms on the page for newsrooms."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.utils.translation import gettext_lazy as _

from annotations.models import ApiKey, WebhookEvent
from annotations.pages.web_address import WebAddressField
from annotations.services.access.api_keys import DESK_SCOPES
from annotations.services.delivering.webhooks import TOLD
from claims.people import is_desk_member

DAYS = [
    ("30", _("after 30 days")),
    ("90", _("after 90 days")),
    ("365", _("after a year")),
    ("", _("never")),
]


class RegistrationForm(forms.Form):
    """A newsroom that wants to read us by program."""

    prefix = "newsroom"
    name = forms.CharField(label=_("Name of the newsroom"), max_length=120)
    website = WebAddressField(
        label=_("Website"),
        max_length=500,
    )


class KeyForm(forms.Form):
    """A new key."""

    prefix = "key"
    name = forms.CharField(
        label=_("What is it for?"),
        help_text=_("A name by which you will know the key: the program that uses it."),
        max_length=80,
    )
    scopes = forms.MultipleChoiceField(
        label=_("What may it do?"),
        choices=ApiKey.Scope.choices,
        initial=[ApiKey.Scope.READ_VERIFIED],
        widget=forms.CheckboxSelectMultiple,
    )
    days = forms.ChoiceField(
        label=_("When does it expire?"), choices=DAYS, initial="365", required=False
    )

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        """Offer the desk's scopes only to who works there."""
        super().__init__(*args, **kwargs)
        if not is_desk_member(person):
            field = self.fields["scopes"]
            assert isinstance(field, forms.MultipleChoiceField)
            field.choices = [
                (value, label) for value, label in ApiKey.Scope.choices if value not in DESK_SCOPES
            ]

    def expires_at(self, now: datetime.datetime) -> datetime.datetime | None:
        """Give the moment that was chosen; None for never."""
        days = self.cleaned_data["days"]
        return now + datetime.timedelta(days=int(days)) if days else None


class WebhookForm(forms.Form):
    """A new webhook."""

    prefix = "webhook"
    url = WebAddressField(
        label=_("Address"),
        help_text=_("An https address of yours that takes POST requests."),
        max_length=2000,
    )
    description = forms.CharField(
        label=_("Note for yourselves (if you like)"), max_length=200, required=False
    )
    event_types = forms.MultipleChoiceField(
        label=_("When shall it be told?"),
        choices=[(event.value, event.label) for event in WebhookEvent if event.value in TOLD],
        initial=list(TOLD),
        widget=forms.CheckboxSelectMultiple,
    )


class ReplayForm(forms.Form):
    """From when on everything is sent again."""

    prefix = "replay"
    since = forms.DateTimeField(
        label=_("Since"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d"],
    )


class ColleagueForm(forms.Form):
    """Somebody who shall look after the newsroom too."""

    prefix = "colleague"
    username = forms.CharField(label=_("User name"), max_length=150)
