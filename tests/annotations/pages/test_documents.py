"""A source that came by file and stands nowhere on the web: named in words, never linked."""

from __future__ import annotations

from datetime import date

from django.test import Client

from annotations.models import Evidence, Source
from annotations.services.publishing.overview import publication_overview
from annotations.services.publishing.publication import publish
from claims.models import Claim
from tests.annotations.publishing import make_ready_claim
from tests.factories import Cast


def without_address(claim: Claim, **known: object) -> Source:
    """Let the claim's first source be a file of which this is known."""
    source = Evidence.objects.filter(annotation__claim=claim).order_by("id")[0].source
    Source.objects.filter(pk=source.pk).update(url="", file_sha256="ab" * 32, **known)
    source.refresh_from_db()
    return source


def missing(claim: Claim, cast: Cast) -> list[str]:
    gate = publication_overview(claim, seen_by=cast.editor).gate
    return [item.code for item in gate if item.is_lacking]


def test_it_is_published_as_a_document_once_title_publisher_and_date_tell_which(
    cast: Cast, client: Client
) -> None:
    claim = make_ready_claim(cast)
    source = without_address(claim, published_on=None)
    assert missing(claim, cast) == ["source_details"]
    source.published_on = date(2024, 7, 1)
    source.save()
    assert missing(claim, cast) == []

    document = publish(claim=claim, by=cast.editor).document
    (cited,) = [part for part in document["evidence"] if not part["source"]["url"]]
    page = client.get(f"/claims/{claim.pk}/").content.decode()
    assert f"<cite>{source.title}</cite>" in page
    assert "documento senza indirizzo web" in page
    assert cited["archived"]["sha256"] in page
    assert 'href=""' not in page
    assert 'cite=""' not in page
    review = client.get(f"/api/v1/verified-claims/{claim.pk}/?format=claimreview").json()
    (citation,) = [part for part in review["citation"] if "url" not in part]
    assert citation["name"] == source.title
    assert citation["identifier"]["value"] == cited["archived"]["sha256"]
    export = client.get("/api/v1/verified-claims/export.csv")
    rows = b"".join(export.streaming_content).decode()  # type: ignore[attr-defined]
    (other,) = [part for part in document["evidence"] if part["source"]["url"]]
    assert f",{other['source']['url']}," in rows
