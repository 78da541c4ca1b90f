"""What an oEmbed consumer can ask in vain, with its problem code."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from claims.errors import DomainError


class FormNotImplemented(DomainError):
    """A form of answer that the provider doesn't speak."""

    code = "form-not-implemented"
    title = gettext_noop("oEmbed answers come as json or xml.")
    http = 501
