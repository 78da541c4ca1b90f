"""Nobody reads another's rating before giving their own, by whichever address.

The claim has two reviews, so that everything there is to leak is there.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from rest_framework.test import APIClient

from annotations.models import Annotation, PublicationDraft
from annotations.services.assigning.leases import take
from annotations.services.reviewing.annotations import withdraw_annotation
from annotations.services.reviewing.moderation import hide_annotation
from annotations.services.reviewing.verdicts import settle_verdict
from claims.models import Claim
from tests.annotations.builders import evidence, review
from tests.factories import Cast, make_client, make_person

RATING = "misleading"
"""Rare enough to be searched for in whole answers."""


@dataclass(frozen=True)
class Scene:
    claim: Claim
    first: Annotation
    second: Annotation

    @property
    def addresses(self) -> list[str]:
        """Every address of the desk at which a rating might show."""
        return [
            f"/api/v1/claims/{self.claim.pk}/annotations/",
            f"/api/v1/claims/{self.claim.pk}/verdict/",
            f"/api/v1/claims/{self.claim.pk}/verdicts/",
            f"/api/v1/claims/{self.claim.pk}/sources/",
            f"/api/v1/articles/{self.claim.article_id}/verdicts/",
            *(
                f"/api/v1/annotations/{row.pk}/{tail}"
                for row in (self.first, self.second)
                for tail in ("", "history/")
            ),
            f"/api/v1/claims/{self.claim.pk}/publication/",
            "/api/v1/sources/",
            "/api/v1/claims/",
            "/api/v1/claims/?mode=second",
            f"/api/v1/claims/{self.claim.pk}/presence/",
            "/api/v1/assignments/",
            "/api/v1/assignments/?ended=true",
            "/api/v1/reviewers/",
        ]


@pytest.fixture
def scene(cast: Cast, claim: Claim) -> Scene:
    take(claim=claim, by=cast.ada)  # the review ends it: a hold that can be read
    return Scene(
        claim,
        review(claim, cast.ada, RATING, cites=[evidence(excerpt="una frase segreta")]),
        review(claim, cast.bruno, RATING, cites=[evidence(excerpt="una frase segreta")]),
    )


@pytest.fixture
def third(cast: Cast) -> APIClient:
    return make_client(make_person("third", "Terza Persona", "reviewers"))


def leaks(client: APIClient, scene: Scene) -> list[str]:
    """Which addresses tell this person the rating, or the words of who gave it."""
    telling = []
    for address in scene.addresses:
        body = client.get(address).content.decode()
        if any(words in body for words in (RATING, "una frase segreta", "Così dice")):
            telling.append(address)
    return telling


def test_who_has_not_rated_reads_counts_only(third: APIClient, scene: Scene) -> None:
    assert leaks(third, scene) == []
    listed = third.get(f"/api/v1/claims/{scene.claim.pk}/annotations/").json()
    assert listed == {"results": [], "hidden_until_you_rate": 2}
    verdict = third.get(f"/api/v1/claims/{scene.claim.pk}/verdict/").json()
    assert (verdict["state"], verdict["reviews_given"]) == ("reviewed", 2)


def test_agreement_and_dispute_look_the_same_to_the_blind(
    third: APIClient, cast: Cast, scene: Scene, claim: Claim
) -> None:
    address = f"/api/v1/claims/{scene.claim.pk}/verdict/"
    agreed = third.get(address)
    make_dispute = Annotation.objects.filter(pk=scene.second.pk)
    make_dispute.update(rating_id="true")
    disputed = third.get(address)
    assert agreed.json() == disputed.json()
    assert agreed.headers["ETag"] == disputed.headers["ETag"]


@pytest.mark.parametrize("path", ["claims/", "assignments/?ended=true", "reviewers/"])
def test_queue_and_holds_are_the_same_whether_reviews_agree_or_not(
    third: APIClient, scene: Scene, path: str
) -> None:
    agreed = third.get(f"/api/v1/{path}").json()
    Annotation.objects.filter(pk=scene.second.pk).update(rating_id="true")
    assert third.get(f"/api/v1/{path}").json() == agreed


def test_a_verdict_is_kept_from_the_blind(third: APIClient, cast: Cast, scene: Scene) -> None:
    settle_verdict(claim=scene.claim, by=cast.editor)
    assert leaks(third, scene) == []
    shown = third.get(f"/api/v1/claims/{scene.claim.pk}/verdict/").json()
    assert (shown["state"], shown["verdict"]) == ("settled", None)


def test_the_drafts_words_are_kept_from_the_blind(
    third: APIClient, ada: APIClient, editor: APIClient, cast: Cast, scene: Scene
) -> None:
    PublicationDraft.objects.create(
        claim=scene.claim, headline=RATING, rationale=RATING, updated_by=cast.editor
    )
    address = f"/api/v1/claims/{scene.claim.pk}/publication/"
    assert leaks(third, scene) == []
    assert third.get(address).json()["draft"]["version"] == 1
    for client in (ada, editor):
        assert client.get(address).json()["draft"]["headline"] == RATING


def test_who_has_rated_reads_all(ada: APIClient, scene: Scene) -> None:
    listed = ada.get(f"/api/v1/claims/{scene.claim.pk}/annotations/").json()
    assert [row["rating"] for row in listed["results"]] == [RATING, RATING]
    assert [row["mine"] for row in listed["results"]] == [True, False]
    assert listed["hidden_until_you_rate"] == 0
    assert ada.get(f"/api/v1/annotations/{scene.second.pk}/").status_code == 200


def test_a_withdrawn_or_hidden_review_opens_nothing(
    ada: APIClient, bruno: APIClient, cast: Cast, scene: Scene
) -> None:
    withdraw_annotation(annotation=scene.first, by=cast.ada, seen=1)
    assert ada.get(f"/api/v1/annotations/{scene.second.pk}/").status_code == 404
    hide_annotation(annotation=scene.second, by=cast.moderator, reason="Offende.")
    third = review(scene.claim, make_person("third", "Terza", "reviewers"))
    assert bruno.get(f"/api/v1/annotations/{third.pk}/").status_code == 404
    own = bruno.get(f"/api/v1/claims/{scene.claim.pk}/annotations/").json()
    assert [row["id"] for row in own["results"]] == [str(scene.second.pk)]
    assert own["hidden_until_you_rate"] == 1


@pytest.mark.parametrize("name", ["moderator", "editor"])
def test_who_settles_sees_reviews_once_there_are_enough(
    cast: Cast, claim: Claim, name: str
) -> None:
    client = make_client(getattr(cast, name))
    first = review(claim, cast.ada, RATING)
    listed = client.get(f"/api/v1/claims/{claim.pk}/annotations/").json()
    assert listed == {"results": [], "hidden_until_you_rate": 1}
    assert client.get(f"/api/v1/annotations/{first.pk}/").status_code == 404
    review(claim, cast.bruno, "true")
    listed = client.get(f"/api/v1/claims/{claim.pk}/annotations/").json()
    assert [row["rating"] for row in listed["results"]] == [RATING, "true"]


def test_withdrawn_reviews_are_their_authors_own(
    editor: APIClient, ada: APIClient, cast: Cast, scene: Scene
) -> None:
    review(scene.claim, make_person("third", "Terza", "reviewers"))
    withdraw_annotation(annotation=scene.first, by=cast.ada, seen=1)
    listed = editor.get(f"/api/v1/claims/{scene.claim.pk}/annotations/").json()
    assert str(scene.first.pk) not in [row["id"] for row in listed["results"]]
    assert ada.get(f"/api/v1/annotations/{scene.first.pk}/").json()["withdrawn_at"]


def test_a_moderator_finds_what_they_hid(
    moderator: APIClient, editor: APIClient, cast: Cast, scene: Scene
) -> None:
    hide_annotation(annotation=scene.first, by=cast.moderator, reason="Offende.")
    assert moderator.get(f"/api/v1/annotations/{scene.first.pk}/").json()["hidden"] is True
    assert editor.get(f"/api/v1/annotations/{scene.first.pk}/").status_code == 404


def test_another_claims_review_opens_nothing(third: APIClient, cast: Cast, scene: Scene) -> None:
    other = review(_another_claim(scene), cast.ada)
    assert third.get(f"/api/v1/annotations/{other.pk}/").status_code == 404
    review(other.claim, make_person("fourth", "Quarta", "reviewers"))
    assert leaks(third, scene) == []


def _another_claim(scene: Scene) -> Claim:
    copy = Claim.objects.get(pk=scene.claim.pk)
    copy.pk, copy.text = None, "Un’altra affermazione."
    copy._state.adding = True
    copy.id = type(copy)._meta.pk.get_default()
    copy.save()
    return copy
