"""GET /claims/{id}/parts/: what a claim may be split into."""

from __future__ import annotations

import uuid

import pytest

from claims.models import Claim
from tests.factories import make_article, make_claim

pytestmark = pytest.mark.django_db

WHOLE = "The café sold tea, cakes and maps in May"
TEXT = f"“Crème” 👍 closed early. {WHOLE}. The mayor left."


@pytest.fixture
def claim(db):
    return make_claim(make_article(TEXT, language="en"), WHOLE)


def parts(client, claim):
    response = client.get(f"/api/v1/claims/{claim.pk}/parts/")
    assert response.status_code == 200, response.json()
    return response.json()["parts"]


def test_each_part_lies_in_the_claim_and_says_less(ada, claim):
    found = parts(ada, claim)
    assert len(found) > 1
    for part in found:
        words = [TEXT[start:end] for start, end in part["segments"]]
        assert part["text"] == " ".join(words)
        assert all(word in WHOLE for word in words)
        assert part["segments"] != claim.segments


def test_nothing_is_told_of_words_that_the_claim_leaves_out(ada, claim):
    first, last = TEXT.index("The café sold tea"), TEXT.index("in May")
    claim.segments = [[first, first + len("The café sold tea")], [last, last + len("in May")]]
    claim.save()
    found = parts(ada, claim)
    assert found
    assert not any("maps" in part["text"] for part in found)


def test_the_parts_can_be_split_into(ada, claim):
    chosen = [{"segments": part["segments"]} for part in parts(ada, claim)[:2]]
    url = f"/api/v1/claims/{claim.pk}/split/"
    response = ada.post(url, {"parts": chosen}, headers={"If-Match": '"1"'})
    assert response.status_code == 201, response.json()
    assert Claim.objects.get(pk=claim.pk).dismissal == "split"


def test_an_italian_claim_has_none(ada):
    article = make_article("Il bar ha venduto tè, torte e carte a maggio.")
    assert parts(ada, make_claim(article, "Il bar ha venduto tè, torte e carte a maggio")) == []


def test_parts_of_an_unknown_claim_and_for_a_stranger_are_refused(ada, client, claim):
    assert ada.get(f"/api/v1/claims/{uuid.uuid4()}/parts/").status_code == 404
    assert client.get(f"/api/v1/claims/{claim.pk}/parts/").status_code in (401, 403)
