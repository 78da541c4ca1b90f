"""Every block of the guide runs as the page shows it, against a real server."""

from __future__ import annotations

import datetime
import json
import os
import re
import shutil
import subprocess
import sys
from html import unescape
from importlib import import_module
from pathlib import Path
from uuid import uuid4

import pytest
from django.apps import apps
from django.conf import LazySettings
from django.test import Client
from pytest_django.live_server_helper import LiveServer

from annotations.models import WebhookDelivery, WebhookEvent
from annotations.pages.guide import STEPS
from annotations.services.delivering.delivery import message_of
from annotations.services.publishing.publication import withdraw
from annotations.webhooks.message import make_secret, message, signed_headers
from tests.annotations.publishing import make_published
from tests.factories import make_article, make_cast

BLOCK = re.compile(r'(?s)<code data-run="(\w+)\.(\w+)">(.*?)</code>')
NODE = shutil.which("node")
USE = {
    "Python": "\nimport json as _json, sys as _sys\n_body, _headers = _json.loads(_sys.argv[1])\n"
    "print(receive(_body, _headers))\n",
    "JavaScript": "\nconst [_body, _headers] = JSON.parse(process.argv[2]);\n"
    "console.log(receive(_body, _headers));\n",
}


def blocks(client: Client, prefix: str = "") -> dict[tuple[str, str], str]:
    html = client.get(f"{prefix}/docs/guide/").content.decode()
    return {(step, language): unescape(code) for step, language, code in BLOCK.findall(html)}


def run(language: str, code: str, folder: Path, *arguments: str, secret: str = "") -> str:
    if language == "JavaScript" and NODE is None:
        pytest.skip("no Node.js on this machine")
    file = folder / ("block.py" if language == "Python" else "block.mjs")
    file.write_text(code)
    program = sys.executable if language == "Python" else str(NODE)
    done = subprocess.run(
        [program, str(file), *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "VAGLIO_SECRET": secret, "PYTHONIOENCODING": "utf-8"},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.django_db(transaction=True)
def test_every_block_that_asks_the_api_runs_and_finds_what_is_there(
    live_server: LiveServer, settings: LazySettings, client: Client, tmp_path: Path
) -> None:
    settings.SITE_URL = live_server.url
    import_module("annotations.migrations.0002_rating_scale_and_roles").fill(apps, None)
    cast = make_cast()
    stays = make_published(cast)
    goes = make_published(cast, make_article("Un testo che se ne va. Fine."))
    withdraw(claim=goes.claim, by=cast.editor, notice="Era altrove.")
    wanted = {
        "search": ["Falso |", stays.document["claim"]["text"], f"/claims/{stays.claim_id}/"],
        "read": [f"{stays.headline} | version 1", "unchanged since"],
        "follow": [f"store {stays.claim_id} version 1", f"remove {goes.claim_id} Era altrove."],
        "match": [f"-> {stays.headline}"],
    }
    shown = blocks(client)
    for (step, language), code in shown.items():
        if step in wanted:
            said = run(language, code, tmp_path)
            for words in wanted[step]:
                assert words in said, (step, language, said)
    assert {step for step, _ in shown} == {step.name for step in STEPS} == {*wanted, "webhook"}


@pytest.mark.parametrize("language", ["Python", "JavaScript"])
def test_the_webhook_block_believes_our_signature_only(
    client: Client, db: None, tmp_path: Path, language: str
) -> None:
    code = blocks(client, "/en")["webhook", language] + USE[language]
    secret, now = make_secret(), datetime.datetime.now(datetime.UTC)
    told = message(id="msg_1", event="claim.corrected", at=now, data={"id": "a1", "n": "è 👍"})
    headers = signed_headers(told, [make_secret(), secret], now=now, user_agent="Vaglio")
    small = {key.lower(): value for key, value in headers.items()}
    body = told.body.decode()
    said = run(language, code, tmp_path, json.dumps([body, small]), secret=secret)
    assert said.split() == ["claim.corrected", "a1", "204"]
    old = {**small, "webhook-timestamp": str(int(now.timestamp()) - 3600)}
    unsigned = {key: value for key, value in small.items() if key != "webhook-signature"}
    for forged in ([body.replace("a1", "b2"), small], [body, old], [body, unsigned], [body, {}]):
        refused = run(language, code, tmp_path, json.dumps(forged), secret=secret)
        assert refused.split() == ["401"]


@pytest.mark.parametrize("language", ["Python", "JavaScript"])
def test_the_webhook_block_takes_the_test_that_the_guide_speaks_of(
    client: Client, db: None, tmp_path: Path, language: str
) -> None:
    code = blocks(client, "/en")["webhook", language] + USE[language]
    secret, now = make_secret(), datetime.datetime.now(datetime.UTC)
    told = message_of(
        WebhookDelivery(pk=7, endpoint_id=uuid4(), event=WebhookEvent.TEST, created_at=now)
    )
    headers = signed_headers(told, [secret], now=now, user_agent="Vaglio")
    small = {key.lower(): value for key, value in headers.items()}
    given = json.dumps([told.body.decode(), small])
    assert run(language, code, tmp_path, given, secret=secret).split() == [
        "webhook.test", "works", "204",
    ]  # fmt: skip


def test_the_guide_names_this_site_and_speaks_both_languages(
    client: Client, db: None, settings: LazySettings
) -> None:
    for prefix, title in (("", "Integrare in dieci minuti"), ("/en", "Integrate in ten minutes")):
        html = client.get(f"{prefix}/docs/guide/").content.decode()
        assert title in html
        assert settings.SITE_URL in html
        assert "vaglio.example.org" not in html
        assert client.get(f"{prefix}/docs/changes/").status_code == 200
