"""What the machine reads out of an article."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ClaimsConfig(AppConfig):
    """article -> sentences -> claims."""

    name = "claims"
    verbose_name = _("Articles and claims")
