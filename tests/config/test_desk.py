"""The page that carries the workbench."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rest_framework.test import APIClient

PATHS = ("/desk", "/desk/", "/desk/articles/1f2e/", "/desk/claims/perché/")


@pytest.mark.parametrize("path", PATHS)
def test_a_visitor_is_asked_to_log_in_and_sent_back(anonymous: APIClient, path: str) -> None:
    answer = anonymous.get(path)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/login/?next=/desk")


@pytest.mark.parametrize("path", PATHS)
def test_without_a_front_end_the_page_says_how_to_build_it(
    ada: APIClient, settings: Any, tmp_path: Path, path: str
) -> None:
    settings.FRONTEND_DIST = tmp_path
    answer = ada.get(path)
    assert answer.status_code == 503
    assert b"make frontend" in answer.content
    assert "csrftoken" in answer.cookies


def test_the_nonce_in_the_page_is_the_one_of_the_policy(
    ada: APIClient, settings: Any, tmp_path: Path
) -> None:
    settings.FRONTEND_DIST = tmp_path
    answer = ada.get("/desk/")
    nonce = answer.content.decode().split('name="csp-nonce" content="')[1].split('"')[0]
    assert nonce
    assert f"'nonce-{nonce}'" in answer["Content-Security-Policy"]


def test_a_newsrooms_editor_is_led_to_their_own_page(stranger: APIClient) -> None:
    answer = stranger.get("/desk/")
    assert (answer.status_code, answer["Location"]) == (302, "/newsroom/")


@pytest.mark.parametrize("path", ["/accounts/signup/", "/accounts/login/"])
def test_who_has_no_account_learns_who_gives_one(anonymous: APIClient, path: str) -> None:
    answer = anonymous.get(path).content.decode()
    assert 'href="mailto:redazione@localhost"' in answer
