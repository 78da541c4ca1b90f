"""A rating is called in the language that is spoken."""

from __future__ import annotations

import pytest
from django.utils import translation

from annotations.models import Rating


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "name"), [("it", "Falso"), ("en", "False")])
def test_a_rating_is_told_in_the_language_of_the_panel(language: str, name: str) -> None:
    with translation.override(language):
        assert str(Rating.objects.get(pk="false")) == name
