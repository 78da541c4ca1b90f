"""/claims/{id}/preview/: the public page before it is public"""

from __future__ import annotations

import pytest
from django.test import Client

from annotations.models import Annotation, PublicationDraft, PublishedClaim
from annotations.services.publishing.publication import publish
from claims.models import Claim
from tests.annotations.publishing import DRAFT, make_ready_claim
from tests.factories import Cast

MARK = "Anteprima: questa pagina non è pubblica."


@pytest.fixture
def ready(cast: Cast) -> Claim:
    return make_ready_claim(cast)


def client_of(cast: Cast, name: str) -> Client:
    client = Client()
    if name:
        client.force_login(getattr(cast, name))
    return client


def test_the_editor_sees_the_draft_as_the_public_would(cast: Cast, ready: Claim) -> None:
    PublicationDraft.objects.update(headline="Nove scuole 🏫, non dodici")
    answer = client_of(cast, "editor").get(f"/claims/{ready.pk}/preview/")
    html = answer.content.decode()
    assert answer.status_code == 200
    assert MARK in html
    assert "Nove scuole 🏫, non dodici" in html
    assert "application/ld+json" not in html
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert "no-store" in answer.headers["Cache-Control"]
    assert not PublishedClaim.objects.exists()


def test_a_published_page_and_its_preview_differ_by_the_mark_only(cast: Cast, ready: Claim) -> None:
    publish(claim=ready, by=cast.editor)
    public = client_of(cast, "").get(f"/claims/{ready.pk}/").content.decode()
    assert MARK not in public
    assert str(DRAFT["headline"]) in public
    PublicationDraft.objects.update(headline="Meglio così")
    html = client_of(cast, "editor").get(f"/claims/{ready.pk}/preview/").content.decode()
    assert "Meglio così" in html
    assert "Meglio così" not in client_of(cast, "").get(f"/claims/{ready.pk}/").content.decode()


@pytest.mark.parametrize("name", ["", "stranger", "ada", "moderator"])
def test_for_everybody_else_there_is_no_preview(cast: Cast, ready: Claim, name: str) -> None:
    assert client_of(cast, name).get(f"/claims/{ready.pk}/preview/").status_code == 404


def test_without_a_standing_verdict_there_is_nothing_to_show(cast: Cast, ready: Claim) -> None:
    Annotation.objects.filter(claim=ready).update(rating="true")  # it rested on other ratings
    answer = client_of(cast, "editor").get(f"/claims/{ready.pk}/preview/")
    assert answer.status_code == 409
    assert ready.text in answer.content.decode()
