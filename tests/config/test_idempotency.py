"""A POST sent again with its Idempotency-Key is carried out once."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import encode_multipart
from rest_framework.test import APIClient

from claims.models import Article
from config import idempotency
from config.idempotency import Kept

PATH = "/api/v1/articles/"
TEXT = "Il comune di Borgo Alto ha aperto 12 scuole nel 2024 👍."
OTHER = "Il comune di Borgo Alto ha chiuso 3 scuole nel 2025."


def post(client: APIClient, text: str, key: str = "k1") -> Any:
    return client.post(PATH, {"text": text, "language": "it"}, headers={"Idempotency-Key": key})


def test_the_same_request_again_gets_the_first_answer(ada: APIClient) -> None:
    first, again = post(ada, TEXT), post(ada, TEXT)
    assert first.status_code == again.status_code == 202, "not the 200 of a text already there"
    assert again.content == first.content
    assert again["Location"] == first["Location"]
    assert again["Idempotency-Replayed"] == "true"
    assert "Idempotency-Replayed" not in first
    assert Article.objects.count() == 1


def test_another_content_under_the_same_key_is_refused(ada: APIClient) -> None:
    post(ada, TEXT)
    refused = post(ada, OTHER)
    assert refused.status_code == 422
    assert refused["Content-Type"] == "application/problem+json"
    assert refused.json()["code"] == "idempotency-key-reused"
    assert Article.objects.count() == 1


def test_while_the_first_is_carried_out_the_second_must_wait(
    ada: APIClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Any] = []
    original = idempotency.IdempotencyMiddleware._carry_out

    def carry_out(self: Any, request: Any, place: str, fingerprint: str) -> Any:
        assert cache.get(place) == Kept(fingerprint)
        heard.append(idempotency._repeat(request, cache.get(place), fingerprint))
        return original(self, request, place, fingerprint)

    monkeypatch.setattr(idempotency.IdempotencyMiddleware, "_carry_out", carry_out)
    assert post(ada, TEXT).status_code == 202
    assert heard[0].status_code == 409
    assert heard[0]["Retry-After"] == "1"


def test_keys_of_two_people_do_not_meet(ada: APIClient, bruno: APIClient) -> None:
    assert post(ada, TEXT).status_code == 202
    second = post(bruno, OTHER)
    assert second.status_code == 202
    assert "Idempotency-Replayed" not in second


def test_a_refusal_is_not_remembered(ada: APIClient) -> None:
    assert post(ada, "   ").status_code == 422
    assert post(ada, TEXT).status_code == 202


def test_a_form_sent_again_with_a_new_boundary_is_the_same_request(ada: APIClient) -> None:
    answers = []
    for boundary in ("first-1f2e", "second-3a4b"):
        upload = SimpleUploadedFile("a.txt", TEXT.encode(), "text/plain")
        form = encode_multipart(boundary, {"file": upload, "language": "it"})
        kind = f"multipart/form-data; boundary={boundary}"
        key = {"Idempotency-Key": "form"}
        answers.append(ada.post(PATH, form, content_type=kind, headers=key))
    assert [answer.status_code for answer in answers] == [202, 202]
    assert answers[1]["Idempotency-Replayed"] == "true"


@pytest.mark.parametrize("key", ["", " ", "x" * 256])
def test_an_unreadable_key_is_refused_whoever_sends_it(
    ada: APIClient, anonymous: APIClient, key: str
) -> None:
    for client, address in ((ada, PATH), (anonymous, "/api/v1/verified-claims/match/")):
        refused = client.post(address, {"text": TEXT}, headers={"Idempotency-Key": key})
        assert refused.status_code == 400
        assert refused.json()["code"] == "idempotency-key-unreadable"
        assert ("Access-Control-Allow-Origin" in refused) == (client is anonymous)
    assert Article.objects.count() == 0


def test_without_a_log_in_the_key_is_no_way_in(ada: APIClient, anonymous: APIClient) -> None:
    post(ada, TEXT)
    assert post(anonymous, TEXT).status_code == 401
