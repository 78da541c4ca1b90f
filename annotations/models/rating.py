"""One value of the site's rating scale."""

from __future__ import annotations

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from claims.models.tracking import tracked


@tracked()
class Rating(models.Model):
    """A step of the scale; editable in the admin panel, shipped filled (rating_scale.DEFAULT).

    value: ClaimReview's number, worst 1 to best 5; None where truth can't be placed.
    export: the four-way scale true, mixture, false, other.
    """

    class Export(models.TextChoices):
        TRUE = "true", "true"
        MIXTURE = "mixture", "mixture"
        FALSE = "false", "false"
        OTHER = "other", "other"

    key = models.SlugField(primary_key=True, max_length=30)
    position = models.PositiveSmallIntegerField(_("position"), unique=True)
    name_it = models.CharField(_("Italian name"), max_length=60)
    name_en = models.CharField(_("English name"), max_length=60)
    definition_it = models.TextField(_("Italian definition"), blank=True)
    definition_en = models.TextField(_("English definition"), blank=True)
    value = models.PositiveSmallIntegerField(_("ClaimReview value"), null=True, blank=True)
    colour = models.CharField(_("colour token"), max_length=20, default="unreviewed")
    export = models.CharField(_("export value"), max_length=8, choices=Export)
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("rating")
        verbose_name_plural = _("ratings")
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(value=None) | models.Q(value__gte=1, value__lte=5),
                name="rating_value_on_scale",
            ),
        ]

    def __str__(self) -> str:
        return self.name_en if (get_language() or "").startswith("en") else self.name_it
