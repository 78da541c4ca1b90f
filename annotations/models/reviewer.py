"""What we know of a member of the desk beyond their log-in."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Reviewer(models.Model):
    """A person's profile: the name shown to colleagues and the interface's language."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reviewer"
    )
    display_name = models.CharField(_("name shown"), max_length=120)
    interface_language = models.CharField(
        _("language of the interface"),
        max_length=2,
        choices=[("it", _("Italian")), ("en", _("English"))],
        default="it",
    )
    mail_notifications = models.BooleanField(_("notifications by e-mail"), default=True)

    class Meta:
        verbose_name = _("reviewer")
        verbose_name_plural = _("reviewers")
        ordering = ["display_name"]

    def __str__(self) -> str:
        return self.display_name
