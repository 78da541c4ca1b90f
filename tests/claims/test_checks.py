"""Settings of the language model that can't work are said at the start."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.checks import run_checks

from claims.checks import check_model

GOOD = {
    "MODEL_URL": "https://models.example.org/v1",
    "MODEL_NAME": "prova",
    "MODEL_KEY": "",
    "MODEL_SECONDS": 60.0,
    "MODEL_RUN_SECONDS": 300.0,
}


def complaints(settings: Any, **given: Any) -> list[str]:
    for name, value in (GOOD | given).items():
        setattr(settings, name, value)
    return [message.id for message in check_model()]


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"MODEL_KEY": "sk-123"},
        {"MODEL_URL": "http://127.0.0.1:11434/v1"},
        {"MODEL_URL": "http://[::1]:11434/v1"},
        {"MODEL_URL": "http://10.0.0.8/v1"},
        {"MODEL_URL": "http://models:8000/v1"},
        {"MODEL_URL": "", "MODEL_NAME": ""},
    ],
)
def test_nothing_to_say(settings, given):
    assert complaints(settings, **given) == []


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"MODEL_NAME": " "}, "claims.E001"),
        ({"MODEL_URL": "models.example.org"}, "claims.E002"),
        ({"MODEL_URL": "ftp://models.example.org"}, "claims.E002"),
        ({"MODEL_URL": "https://"}, "claims.E002"),
        ({"MODEL_URL": "https://ada:x@models.example.org/v1"}, "claims.E002"),
        ({"MODEL_URL": "https://models.example.org/v1?key=1"}, "claims.E002"),
        ({"MODEL_URL": "https://models.example.org:99999/v1"}, "claims.E002"),
        ({"MODEL_URL": "http://8.8.8.8/v1"}, "claims.E003"),
        ({"MODEL_URL": "http://[2001:4860:4860::8888]/v1"}, "claims.E003"),
        ({"MODEL_KEY": "sk-123\n"}, "claims.E004"),
        ({"MODEL_KEY": "segretò"}, "claims.E004"),
        ({"MODEL_SECONDS": 0.0}, "claims.E005"),
        ({"MODEL_RUN_SECONDS": 600.0}, "claims.E005"),
        ({"MODEL_URL": ""}, "claims.W001"),
    ],
)
def test_what_is_wrong_is_said(settings, given, complaint):
    assert complaints(settings, **given) == [complaint]


def test_the_check_is_one_of_the_sites(settings):
    settings.MODEL_URL, settings.MODEL_NAME = "https://models.example.org/v1", ""
    assert "claims.E001" in [message.id for message in run_checks()]


def test_no_complaint_holds_the_key(settings):
    for name, value in (GOOD | {"MODEL_KEY": "segretò", "MODEL_NAME": ""}).items():
        setattr(settings, name, value)
    assert all("segretò" not in str(message) for message in check_model())
