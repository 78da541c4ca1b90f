"""The page of a claim's versions: notices, and what each version changed."""

from __future__ import annotations

import pytest
from django.test import Client

from annotations.models import PublicationDraft
from annotations.pages.versions import marked_words
from annotations.services.publishing.publication import correct, publish, withdraw
from tests.annotations.publishing import make_published, settle
from tests.factories import Cast

MARKED = [
    ("", "", ""),
    ("uguale", "uguale", "uguale"),
    ("", "nuovo", "<ins>nuovo</ins>"),
    ("nove scuole", "dodici scuole", "<del>nove</del> <ins>dodici</ins> scuole"),
    ("caffè 👍🏽 sì", "caffè sì", None),
    ("<b>", "<i>", "&lt;<del>b</del> <ins>i</ins>&gt;"),
]


@pytest.mark.parametrize(("before", "after", "expected"), MARKED)
def test_what_came_and_went_is_marked(before: str, after: str, expected: str | None) -> None:
    html = marked_words(before, after)
    assert expected is None or html == expected
    assert "<b>" not in html


def test_a_long_text_is_not_compared_word_by_word() -> None:
    before, after = "a " * 5_000, "b " * 5_000
    assert marked_words(before, after) == f"<del>{before}</del> <ins>{after}</ins>"


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_versions_are_told_with_their_changes(cast: Cast, client: Client, prefix: str) -> None:
    version = make_published(cast)
    address = f"{prefix}/claims/{version.claim_id}/versions/"
    assert address in client.get(f"{prefix}/claims/{version.claim_id}/").content.decode()
    assert "<ins>" not in client.get(address).content.decode()
    PublicationDraft.objects.filter(claim=version.claim).update(headline="Tutt’altro titolo")
    settle(version.claim, cast.editor, "misleading")
    correct(claim=version.claim, by=cast.editor, severity="significant", notice="Rivisto così.")
    page = client.get(address)
    html = page.content.decode()
    assert page.status_code == 200
    assert html.index('id="version-2"') < html.index("Rivisto così.") < html.index('id="version-1"')
    assert "<ins>Tutt" in html
    assert "<del>" in html


def test_of_a_withdrawn_claim_only_the_notices_are_told(cast: Cast, client: Client) -> None:
    version = make_published(cast)
    withdraw(claim=version.claim, by=cast.editor, notice="Errore nostro.")
    page = client.get(f"/claims/{version.claim_id}/versions/")
    assert page.status_code == 410
    html = page.content.decode()
    assert "Errore nostro." in html
    assert version.headline not in html


def test_what_is_published_anew_is_compared_with_what_was_withdrawn(
    cast: Cast, client: Client
) -> None:
    version = make_published(cast)
    withdraw(claim=version.claim, by=cast.editor, notice="Errore nostro.")
    PublicationDraft.objects.filter(claim=version.claim).update(headline="Tutt’altro titolo")
    publish(claim=version.claim, by=cast.editor)
    page = client.get(f"/claims/{version.claim_id}/versions/")
    assert page.status_code == 200
    html = page.content.decode()
    assert [f'id="version-{number}"' in html for number in (1, 2, 3)] == [True] * 3
    assert html.index("<ins>Tutt") < html.index("Errore nostro.")


def test_what_was_never_published_has_no_versions(cast: Cast, client: Client) -> None:
    unknown = "00000000-0000-4000-8000-000000000000"
    assert client.get(f"/claims/{unknown}/versions/").status_code == 404
