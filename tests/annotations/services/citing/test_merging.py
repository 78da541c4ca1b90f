"""A document that came by file and one that was fetched: one row, once their bytes are the same."""

from __future__ import annotations

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from annotations.models import Annotation, ArchivedCopy, Source
from annotations.queries.history import history_of
from annotations.services.citing.copies import keep_fetched_copy
from annotations.services.citing.sources import (
    SourceGiven,
    add_file_source,
    add_source,
    get_or_make_source,
)
from annotations.services.publishing.material import gather
from annotations.services.reviewing.evidence import EvidenceGiven
from claims.models import Claim
from tests.annotations.builders import accepted_claim, review
from tests.factories import Cast

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\n"
URL = "https://comune.example/bilancio.pdf"


@pytest.fixture
def claim(db: None) -> Claim:
    return accepted_claim()


@pytest.fixture
def by_file(cast: Cast) -> Source:
    return add_file_source(
        content=PDF, title="Bilancio 👶", publisher="Comune", published_on=None, by=cast.ada
    )[0]


def by_address(cast: Cast) -> Source:
    """Give the source with the address; its copy is still to be fetched."""
    return add_source(given=SourceGiven(url=URL), by=cast.bruno)[0]


def fetched(source: Source, content: bytes) -> None:
    """Let the copy that the source waits for arrive."""
    keep_fetched_copy(
        copy=source.copies.get(copy_state="queued"),
        content=content,
        content_type="application/pdf",
        text="",
        fetched_at=timezone.now(),
    )


def cites(*sources: Source) -> list[EvidenceGiven]:
    return [
        EvidenceGiven(source=SourceGiven(id=source.pk), excerpt="Nove", stance="refutes")
        for source in sources
    ]


def test_the_file_goes_on_in_the_source_with_the_address(
    cast: Cast, ada: APIClient, claim: Claim, by_file: Source
) -> None:
    written = review(claim, cast.ada, cites=cites(by_file))
    standing = by_address(cast)
    fetched(standing, PDF)
    standing.refresh_from_db()
    by_file.refresh_from_db()
    assert by_file.merged_into == standing
    assert (standing.title, standing.publisher) == ("Bilancio 👶", "Comune")
    assert [part.source for part in written.evidence.all()] == [standing]
    assert set(ArchivedCopy.objects.values_list("source", flat=True)) == {standing.pk}

    # whoever still names the row that went, or brings the file again, means the one that stands
    assert get_or_make_source(given=SourceGiven(id=by_file.pk), by=cast.ada) == standing
    again = add_file_source(content=PDF, title="", publisher="", published_on=None, by=cast.bruno)
    assert again == (standing, False)
    assert ada.get(f"/api/v1/sources/{by_file.pk}/").json()["id"] == str(standing.pk)
    listed = ada.get("/api/v1/sources/").json()["results"]
    assert [row["url"] for row in listed] == [URL]
    (moved,) = [change for change in history_of(written) if change.act == "evidence_update"]
    assert moved.by is None
    assert moved.changes["source"] == ["Bilancio 👶", "Bilancio 👶"]


def test_a_review_that_cites_both_keeps_both_and_they_count_as_one(
    cast: Cast, ada: APIClient, claim: Claim, by_file: Source
) -> None:
    standing = by_address(cast)
    written = review(claim, cast.ada, cites=cites(by_file, standing))
    fetched(standing, PDF)
    assert written.evidence.count() == 2
    assert {part.source_id for part in gather(claim).evidence} == {standing.pk}
    (shown,) = ada.get(f"/api/v1/claims/{claim.pk}/annotations/").json()["results"]
    assert {part["source"]["id"] for part in shown["evidence"]} == {str(standing.pk)}
    assert all(part["source"]["copy"]["state"] == "kept" for part in shown["evidence"])


def test_other_bytes_are_another_document(cast: Cast, by_file: Source) -> None:
    fetched(by_address(cast), PDF + b"%")
    by_file.refresh_from_db()
    assert by_file.merged_into is None
    assert Source.objects.filter(merged_into=None).count() == 2


def test_an_outside_client_that_reads_and_writes_back_keeps_a_document_without_an_address(
    cast: Cast, ada: APIClient, claim: Claim, by_file: Source
) -> None:
    written = review(claim, cast.ada, cites=cites(by_file))
    there, form = f"/api/v1/annotations/{written.pk}/", "application/ld+json"
    shown = ada.get(there, headers={"Accept": form})
    document = shown.json()
    assert document["body"][2]["source"]["id"] == f"urn:uuid:{by_file.pk}"
    answer = ada.put(there, document, "json", headers={"If-Match": shown["ETag"], "Accept": form})
    assert answer.status_code == 200, answer.json()
    assert Annotation.objects.get().version == 2
    assert written.evidence.get().source == by_file
