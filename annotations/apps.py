"""What people say about a claim."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AnnotationsConfig(AppConfig):
    """claims -> annotations -> verdict -> publication."""

    name = "annotations"
    verbose_name = _("Reviews and publication")
