"""POST /claims/{id}/resize/, split/, merge/, and reopen/ that takes them back."""

from __future__ import annotations

import uuid

import pytest

from annotations.models import Annotation, Rating
from claims.models import Claim
from tests.factories import make_article, make_claim

pytestmark = pytest.mark.django_db

TEXT = "Ugo Levi 👍 guida la \u201cNave\u201d dal 2019 e que\u0301 ha 40 soci. Altro resta fuori."
WHOLE = TEXT.split(".")[0]
FIRST, SECOND = "Ugo Levi 👍 guida la \u201cNave\u201d dal 2019", "que\u0301 ha 40 soci"


def span(words):
    start = TEXT.index(words)
    return [start, start + len(words)]


@pytest.fixture
def article(db):
    return make_article(TEXT)


@pytest.fixture
def claim(article):
    date = dict(zip(("start", "end"), span("2019"), strict=True), text="2019", edtf="2019")
    count = dict(zip(("start", "end"), span("40 soci"), strict=True), text="40 soci", value=40.0)
    return make_claim(
        article, WHOLE, dates=[date], quantities=[count | {"unit": "soci"}], speaker_name="Righi"
    )


PARTS = [
    {"segments": [span(FIRST)]},
    {"segments": [span("Ugo Levi"), span(SECOND)], "text": "Ugo Levi ha 40 soci."},
]


def act(client, claim, name, body=None, version=None):
    headers = {"If-Match": f'"{version or Claim.objects.get(pk=claim.pk).version}"'}
    return client.post(f"/api/v1/claims/{claim.pk}/{name}/", body or {}, headers=headers)


def states(article):
    rows = article.claims.values_list("text", "review_state", "dismissal")
    return {text: dismissal or state for text, state, dismissal in rows}


def test_a_claim_is_split_into_others_that_keep_what_lies_in_them(ada, article, claim):
    response = act(ada, claim, "split", {"parts": PARTS})
    assert response.status_code == 201, response.json()
    one, two = response.json()["made"]
    assert (one["text"], one["exact"]) == (FIRST, FIRST)
    assert two["text"] == "Ugo Levi ha 40 soci."
    assert two["segments"] == [span("Ugo Levi"), span(SECOND)]
    assert [date["edtf"] for date in one["dates"]] == ["2019"]
    assert (one["quantities"], two["dates"]) == ([], [])
    assert [fact["text"] for fact in two["quantities"]] == ["40 soci"]
    assert one["speaker"]["name"] == "Righi"
    assert one["made_from"] == two["made_from"] == [str(claim.pk)]
    assert one["review_state"] == "proposed"
    (origin,) = response.json()["origins"]
    assert (origin["review_state"], origin["dismissal"]) == ("dismissed", "split")


def test_reopening_takes_a_splitting_back(ada, article, claim):
    act(ada, claim, "accept")
    made = act(ada, claim, "split", {"parts": PARTS}).json()["made"]
    assert {one["review_state"] for one in made} == {"accepted"}
    body = act(ada, claim, "reopen").json()
    assert (body["review_state"], body["dismissal"]) == ("accepted", "")
    assert states(article) == {
        WHOLE: "accepted",
        FIRST: "taken_back",
        "Ugo Levi ha 40 soci.": "taken_back",
    }
    for listed in (f"/api/v1/articles/{article.pk}/claims/", "/api/v1/claims/"):
        assert [row["text"] for row in ada.get(listed).json()["results"]] == [WHOLE], listed
    counts = ada.get(f"/api/v1/articles/{article.pk}/").json()["counts"]
    assert (counts["claims"], counts["dismissed"]) == (1, 0)
    assert ada.get(f"/api/v1/claims/{made[0]['id']}/").json()["dismissal"] == "taken_back"
    assert act(ada, claim, "split", {"parts": PARTS}).status_code == 201  # and once more


def test_claims_are_merged_and_come_back_together(ada, article):
    one, two = make_claim(article, FIRST), make_claim(article, SECOND, review_state="accepted")
    body = {"others": [{"id": str(two.pk), "version": 1}], "text": "Ugo Levi guida e ha soci."}
    response = act(ada, one, "merge", body)
    assert response.status_code == 201, response.json()
    (merged,) = response.json()["made"]
    assert merged["segments"] == [span(FIRST), span(SECOND)]
    assert merged["review_state"] == "accepted"
    assert {origin["dismissal"] for origin in response.json()["origins"]} == {"merged"}
    act(ada, two, "reopen")
    assert states(article) == {
        FIRST: "proposed",
        SECOND: "accepted",
        "Ugo Levi guida e ha soci.": "taken_back",
    }


def test_overlapping_claims_merge_into_one_span(ada, article):
    one, two = make_claim(article, FIRST), make_claim(article, WHOLE)
    response = act(ada, one, "merge", {"others": [{"id": str(two.pk)}]})
    (merged,) = response.json()["made"]
    assert (merged["segments"], merged["text"]) == ([span(WHOLE)], WHOLE)


def test_resizing_moves_the_anchor_and_back_again(ada, claim):
    body = act(ada, claim, "resize", {"segments": [span(SECOND)]}).json()
    assert (body["exact"], body["text"]) == (SECOND, WHOLE)
    assert (len(body["dates"]), len(body["quantities"])) == (0, 1)
    body = act(ada, claim, "resize", {"segments": [span(WHOLE)]}).json()
    assert (body["exact"], len(body["dates"])) == (WHOLE, 1)


def test_spans_are_trimmed_sorted_and_joined(ada, claim):
    start, end = span(FIRST)
    given = [span(SECOND), [start + 13, end + 1], [start, start + 13]]
    body = act(ada, claim, "resize", {"segments": given}).json()
    assert body["segments"] == [span(FIRST), span(SECOND)]


@pytest.mark.parametrize(
    ("name", "body", "status", "code"),
    [
        ("resize", {"segments": [[0, 10_000]]}, 409, "invalid-span"),
        ("resize", {"segments": [[5, 5]]}, 409, "invalid-span"),
        ("resize", {"segments": []}, 400, "invalid-input"),
        ("resize", {"segments": [[1, 2, 3]]}, 400, "invalid-input"),
        ("resize", {}, 400, "invalid-input"),
        ("split", {"parts": PARTS[:1]}, 400, "invalid-input"),
        ("split", {"parts": [PARTS[0], {"segments": [[0, 10_000]]}]}, 409, "invalid-span"),
        ("split", {"parts": [PARTS[0], PARTS[1] | {"text": "x" * 2001}]}, 422, "invalid-text"),
        ("split", {"parts": [PARTS[0], PARTS[0]]}, 409, "duplicate-claim"),
        ("merge", {"others": []}, 400, "invalid-input"),
        ("merge", {"others": [{"id": str(uuid.UUID(int=1))}]}, 409, "wrong-state"),
    ],
)
def test_bad_input_changes_nothing(ada, article, claim, name, body, status, code):
    response = act(ada, claim, name, body)
    assert (response.status_code, response.json()["code"]) == (status, code), response.json()
    assert states(article) == {WHOLE: "proposed"}
    assert Claim.objects.get(pk=claim.pk).version == 1


def test_a_stale_version_changes_nothing(ada, article, claim):
    act(ada, claim, "reword", {"text": "Ugo Levi guida."})
    other = make_claim(article, SECOND)
    for name, body in [("split", {"parts": PARTS}), ("resize", {"segments": [span(SECOND)]})]:
        assert act(ada, claim, name, body, version=1).status_code == 412
    stale = {"others": [{"id": str(claim.pk), "version": 1}]}
    assert act(ada, other, "merge", stale).status_code == 412
    assert set(states(article).values()) == {"proposed"}


def test_claims_of_two_articles_are_not_merged(ada, claim):
    other = make_claim(make_article("Un altro testo dice altro. Fine."))
    response = act(ada, claim, "merge", {"others": [{"id": str(other.pk)}]})
    assert (response.status_code, response.json()["code"]) == (409, "wrong-state")


def test_reviews_hold_the_claim_they_rest_on(ada, bruno, cast, article, claim):
    act(ada, claim, "accept")
    Annotation.objects.create(
        claim=claim, author=cast.bruno, rating=Rating.objects.get(pk="true"), rationale="Sì."
    )
    other = make_claim(article, SECOND)
    for name, body in [
        ("split", {"parts": PARTS}),
        ("resize", {"segments": [span(SECOND)]}),
        ("merge", {"others": [{"id": str(other.pk)}]}),
    ]:
        assert act(ada, claim, name, body).json()["code"] == "wrong-state"


def test_a_splitting_whose_parts_are_reviewed_stays(ada, cast, claim):
    act(ada, claim, "accept")
    part = act(ada, claim, "split", {"parts": PARTS}).json()["made"][0]
    Annotation.objects.create(
        claim_id=part["id"], author=cast.ada, rating=Rating.objects.get(pk="true"), rationale="Sì."
    )
    assert act(ada, claim, "reopen").json()["code"] == "wrong-state"
    assert act(ada, claim, "accept").json()["code"] == "wrong-state"
    claim.refresh_from_db()
    assert claim.dismissal == "split"


def test_the_history_tells_who_split(ada, claim):
    act(ada, claim, "split", {"parts": PARTS})
    changes = ada.get(f"/api/v1/claims/{claim.pk}/history/").json()["results"]
    assert (changes[-1]["deed"], changes[-1]["by"]) == ("split", "ada")


def test_strangers_may_not(stranger, claim):
    assert act(stranger, claim, "split", {"parts": PARTS}).status_code == 403


def test_a_claim_says_beforehand_that_its_words_and_state_are_fixed(ada, cast, article, claim):
    act(ada, claim, "accept")
    there, in_list = f"/api/v1/claims/{claim.pk}/", f"/api/v1/articles/{article.pk}/claims/"
    assert ada.get(there).json()["fixed"] is False
    Annotation.objects.create(
        claim=claim, author=cast.bruno, rating=Rating.objects.get(pk="true"), rationale="Sì."
    )
    assert ada.get(there).json()["fixed"] is True
    assert [one["fixed"] for one in ada.get(in_list).json()["results"]] == [True]
    bodies = {
        "reopen": {},
        "dismiss": {"reason": "opinion"},
        "reword": {"text": "Altro."},
        "resize": {"segments": [span(FIRST)]},
        "split": {"parts": PARTS},
    }
    refused = {name: act(ada, claim, name, body).json()["code"] for name, body in bodies.items()}
    assert refused == dict.fromkeys(bodies, "wrong-state")
