"""With the two variables set, everything works on servers that this installation doesn't keep."""

from __future__ import annotations

import sys

import pytest

from config.env import socket_dir
from tests.config.installation import Installation, bare_installation

pytestmark = [
    pytest.mark.flow,
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
]
ADD = """
import django
django.setup()
from claims.services.articles import add_text
from claims.tasks import extract_claims
run = add_text(text="Il comune di Borgo Alto ha aperto 12 scuole nel 2024.").run
print(extract_claims.wake(str(run.pk)))
"""


def test_another_installations_servers_serve_as_outside_ones(home: Installation) -> None:
    home.start_user()
    sockets = socket_dir(home.var_dir)
    outside = {
        "DATABASE_URL": f"postgres://vaglio@/{sockets}/vaglio",
        "CELERY_BROKER_URL": f"redis+socket://{sockets}/broker.sock",
        "SECRET_KEY": "mX4-qL9_vT2wZ8sB6nK1jH7gF3dR5yU0pC_eA-iO8tWxQzVbNl",
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    with bare_installation() as other:
        for command in (("manage.py", "migrate", "-v0"), ("-c", ADD)):
            program = other.start(*command, **outside)
            said, _ = program.communicate(timeout=120)
            assert program.returncode == 0, said
        assert said.strip().endswith("True"), "the broker took the message"
        assert not (other.var_dir / "servers").exists(), "no server of its own was started"
