"""The field of a form that takes the address of a web page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import URLValidator


class WebAddressField(forms.URLField):
    """Takes http and https alone, and says so once: its parent also takes ftp."""

    default_validators = [URLValidator(schemes=["http", "https"])]

    def __init__(self, **kwargs: Any) -> None:
        """Read an address without a scheme as https, and show the keys for one on a phone."""
        widget = forms.URLInput(attrs={"inputmode": "url", "placeholder": "https://"})
        super().__init__(assume_scheme="https", widget=widget, **kwargs)
