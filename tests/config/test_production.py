"""Outside servers by two variables; production settings that Django's own check finds clean."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from config.env import BASE_DIR
from config.management.commands.demo import parts

PRODUCTION = {
    "DATABASE_URL": "postgres://desk:geheim@db.example.org:5433/news",
    "CELERY_BROKER_URL": "amqp://desk:geheim@mq.example.org:5672/vaglio",
    "SECRET_KEY": "mX4-qL9_vT2wZ8sB6nK1jH7gF3dR5yU0pC_eA-iO8tWxQzVbNl",
    "ALLOWED_HOSTS": "vaglio.example.org",
    "CSRF_TRUSTED_ORIGINS": "https://vaglio.example.org",
    "SITE_URL": "https://vaglio.example.org",
}
SHOW = """
import json
from config import settings
from config.celery import app
database = settings.DATABASES["default"]
print(json.dumps({
    "host": database["HOST"], "port": database["PORT"], "name": database["NAME"],
    "user": database["USER"], "password": database["PASSWORD"],
    "broker": settings.CELERY_BROKER_URL,
    "options": settings.CELERY_BROKER_TRANSPORT_OPTIONS, "secure": settings.SESSION_COOKIE_SECURE,
}))
"""
NO_SERVER = """
from config.embedded import ensure_running
from config.env import VAR_DIR
ensure_running()
print((VAR_DIR / "run").exists())
"""


def run(*command: str, var_dir: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a program of ours with this environment alone."""
    return subprocess.run(
        [sys.executable, *command],
        cwd=BASE_DIR,
        env={"PATH": os.environ["PATH"], "VAGLIO_VAR": var_dir, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_deployment_check_is_clean(tmp_path_factory: pytest.TempPathFactory) -> None:
    var_dir = str(tmp_path_factory.mktemp("var"))
    checked = run("manage.py", "check", "--deploy", var_dir=var_dir, **PRODUCTION)
    assert checked.returncode == 0, checked.stderr
    # the front end may not be built where only Python is tested; that is no deployment fault
    rest = [line for line in checked.stderr.splitlines() if line.startswith("?:")]
    assert [line for line in rest if "django_vite.W001" not in line] == [], checked.stderr


@pytest.mark.parametrize("secret", [{}, {"SECRET_KEY": ""}])
def test_without_a_secret_key_nothing_starts(
    tmp_path_factory: pytest.TempPathFactory, secret: dict[str, str]
) -> None:
    var_dir = tmp_path_factory.mktemp("var")
    given = {name: word for name, word in PRODUCTION.items() if name != "SECRET_KEY"} | secret
    checked = run("manage.py", "check", var_dir=str(var_dir), **given)
    assert checked.returncode != 0
    assert "SECRET_KEY" in checked.stderr
    assert not (var_dir / "secret_key").exists(), "a key is never made up for production"


def test_two_variables_name_other_servers(tmp_path_factory: pytest.TempPathFactory) -> None:
    var_dir = str(tmp_path_factory.mktemp("var"))
    shown = json.loads(run("-c", SHOW, var_dir=var_dir, **PRODUCTION).stdout)
    assert shown == {
        "host": "db.example.org",
        "port": 5433,
        "name": "news",
        "user": "desk",
        "password": "geheim",
        "broker": PRODUCTION["CELERY_BROKER_URL"],
        "options": {},
        "secure": True,
    }


def test_outside_servers_are_not_started_here(tmp_path_factory: pytest.TempPathFactory) -> None:
    var_dir = str(tmp_path_factory.mktemp("var"))
    assert run("-c", NO_SERVER, var_dir=var_dir, **PRODUCTION).stdout.strip() == "False"


def test_an_embedded_installation_keeps_one_key_of_its_own(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    var_dir = tmp_path_factory.mktemp("var")
    asked = "from config import settings; print(settings.SECRET_KEY)"
    first, second = (run("-c", asked, var_dir=str(var_dir)).stdout.strip() for _ in range(2))
    assert first == second
    assert len(first) >= 50
    assert (var_dir / "secret_key").stat().st_mode & 0o077 == 0


def test_as_many_slow_receivers_hold_up_nobody_here_as_in_production() -> None:
    courier = list(parts(8000)[2].command)
    threads = courier[courier.index("--concurrency") + 1]
    asked = f'"--queues", "webhooks", "--pool", "threads", "--concurrency", "{threads}"'
    assert asked in (BASE_DIR / "config/deploy/compose.yaml").read_text()
