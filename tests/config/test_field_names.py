"""Nothing in the panel stands under the identifier of a field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets
from django.contrib.auth.models import AnonymousUser
from django.db.models import Model
from django.test import RequestFactory
from django.utils.translation import override
from unfold.admin import ModelAdmin

from annotations.models import Annotation
from config.field_names import NAMES, nameless_fields

OURS = ("claims", "annotations")
PANELS = [panel for model, panel in admin.site._registry.items() if model._meta.app_label in OURS]


class Anyone(AnonymousUser):
    """One that may do everything."""

    is_staff = is_superuser = is_active = True

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        return True


@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.model.__name__)
def test_every_field_that_the_panel_shows_has_a_name(panel: ModelAdmin) -> None:
    for model, shown in _shown(panel):
        unnamed = {field.name for field in nameless_fields(model)} - NAMES.keys() - {"id"}
        assert not unnamed & shown, model.__name__


def test_names_are_in_the_readers_language() -> None:
    field = Annotation._meta.get_field("author")
    with override("it"):
        assert str(field.verbose_name) == "autore"


def _shown(panel: ModelAdmin) -> Iterator[tuple[type[Model], set[str]]]:
    request = RequestFactory().get("/")
    request.user = Anyone()  # type: ignore[assignment]
    filters = {str(part) for part in panel.list_filter}
    fields = set(flatten_fieldsets(panel.get_fieldsets(request)))
    yield panel.model, fields | {str(name) for name in panel.get_list_display(request)} | filters
    for part in panel.get_inline_instances(request):
        yield part.model, set(flatten_fieldsets(part.get_fieldsets(request)))
