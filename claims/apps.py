"""What the machine reads out of an article."""

from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _

from claims.checks import check_model


class ClaimsConfig(AppConfig):
    """article -> sentences -> claims."""

    name = "claims"
    verbose_name = _("Articles and claims")

    def ready(self) -> None:
        """Have the settings of the language model checked with the others."""
        register(check_model)
