"""Every operation of the OpenAPI file, asked with what it allows and with what it doesn't.

`VAGLIO_FUZZ_EXAMPLES=40 python -m pytest tests/contract/test_fuzzing.py` asks more often.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from django.core.cache import caches
from django.core.wsgi import get_wsgi_application
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import load_all_checks
from schemathesis.config import SchemathesisConfig

from annotations.api.newsroom.schema import api_schema
from tests.contract.world import CSRF, World, with_known_ids

pytestmark = pytest.mark.django_db
EXAMPLES = int(os.environ.get("VAGLIO_FUZZ_EXAMPLES", "2"))
SETTINGS = settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
load_all_checks()
CONFIG = SchemathesisConfig.from_path(Path(__file__).parents[2] / "schemathesis.toml")
"""All checks are on; the file says which refusals no JSON Schema can foresee."""


class Session:
    """Logs each request in, in a way that schemathesis knows to be real: it also tries without."""

    cookies: dict[str, str] = {}

    def get(self, case: Any, context: Any) -> dict[str, str]:
        """Give the cookies of the test that runs."""
        return dict(Session.cookies)

    def set(self, case: Any, cookies: dict[str, str], context: Any) -> None:
        """Put them into a request."""
        case.cookies = {**(case.cookies or {}), **cookies}
        case.headers["X-CSRFToken"] = CSRF
        # there is no socket here, and nobody behind it who would unpack what was packed
        case.headers["Accept-Encoding"] = "identity"


def _operations() -> dict[str, Any]:
    schema = schemathesis.openapi.from_dict(api_schema(), config=CONFIG)
    schema.app = get_wsgi_application()
    schema.auth()(Session)
    return {found.ok().label: found.ok() for found in schema.get_all_operations()}


OPERATIONS = _operations()


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
@pytest.mark.parametrize("label", OPERATIONS)
def test_every_answer_is_as_described(label: str, mode: GenerationMode, world: World) -> None:
    Session.cookies = dict(world.cookies)
    is_allowed = mode is GenerationMode.POSITIVE

    @given(OPERATIONS[label].as_strategy(generation_mode=mode))
    @SETTINGS
    def ask(case: Any) -> None:
        for kept in caches.all(initialized_only=True):
            kept.clear()
        if is_allowed:
            case.path_parameters = with_known_ids(world, dict(case.path_parameters or {}))
        point = transaction.savepoint()
        try:
            case.call_and_validate()
        finally:
            transaction.savepoint_rollback(point)

    with suppress(Unsatisfiable):  # an operation that takes nothing can't be asked wrongly
        ask()
