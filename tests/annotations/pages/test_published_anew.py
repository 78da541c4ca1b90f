"""A claim that was withdrawn and published anew says so wherever it is read."""

from __future__ import annotations

import pytest
from django.test import Client

from annotations.models import PublishedClaim
from annotations.services.publishing.publication import publish, withdraw
from tests.annotations.publishing import make_published
from tests.factories import Cast

NOTICE = "La fonte era sbagliata."
ANEW = "Ritirata, poi ripubblicata"


@pytest.fixture
def again(cast: Cast) -> PublishedClaim:
    version = make_published(cast)
    withdraw(claim=version.claim, by=cast.editor, notice=NOTICE)
    return publish(claim=version.claim, by=cast.editor)


@pytest.mark.parametrize(
    "address", ["/claims/{}/", "/embed/{}", "/api/v1/feeds/verified-claims.json"]
)
def test_the_withdrawal_is_told_as_one_that_is_over(
    again: PublishedClaim, client: Client, address: str
) -> None:
    answer = client.get(address.format(again.claim_id))
    words = answer.content.decode()
    assert answer.status_code == 200
    assert NOTICE in words
    assert ANEW in words
    assert "Correzione lieve" not in words


def test_a_second_withdrawal_tells_of_the_first_as_over(
    again: PublishedClaim, cast: Cast, client: Client
) -> None:
    withdraw(claim=again.claim, by=cast.editor, notice="Neanche così.")
    page = client.get(f"/claims/{again.claim_id}/")
    assert page.status_code == 410
    assert ANEW in page.content.decode()
