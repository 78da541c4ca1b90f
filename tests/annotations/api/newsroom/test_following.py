"""A newsroom that copies the list and then polls the delta ends with exactly what is public.

Whatever is published, corrected and withdrawn while it pages, with a filter or without one.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import caches
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rest_framework.test import APIClient

from annotations.models import PublishedClaim, Verdict
from annotations.services import publication
from annotations.services.publication import correct, publish, withdraw
from claims.models import Claim
from tests.annotations.publishing import make_ready_claim, settle
from tests.factories import Cast, make_article

LIST = "/api/v1/verified-claims/"
CLAIMS = 4
ACTS = st.tuples(st.integers(0, CLAIMS - 1), st.sampled_from(["publish", "move", "withdraw"]))
STEPS = st.lists(st.one_of(ACTS, st.just("page")), min_size=6, max_size=14)
Copy = dict[str, dict[str, Any]]


class Newsroom:
    """A client of the public API: copies the list page by page, then asks for what changed."""

    def __init__(self, client: APIClient, **filters: str) -> None:
        self._client, self._filters = client, filters
        self._address: str | None = LIST
        self._query: dict[str, str] = {"page_size": "1", **filters}
        self._mark = self._newest = "2020-01-01T00:00:00Z"
        self.copy: Copy = {}

    def page(self) -> None:
        """Read one page; after the last one begin a delta from the newest change seen before."""
        assert self._address is not None
        caches["default"].clear()  # the throttle is not what this is about
        answer = self._client.get(self._address, self._query).json()
        for entry in answer["results"]:
            self._take(entry)
        self._address, self._query = answer["next"], {}
        if self._address is None:
            self._mark = self._newest
            since = {"updated_since": self._mark, "page_size": "1"}
            self._address, self._query = LIST, {**since, **self._filters}

    def catch_up(self) -> None:
        """Read to the end of what is under way, and one whole delta after it."""
        for _ in range(2):
            self.page()
            while self._query == {}:
                self.page()

    def _take(self, entry: dict[str, Any]) -> None:
        held = self.copy.get(entry["id"])
        if held is None or held["version"] <= entry["version"]:
            self.copy[entry["id"]] = entry
        self._newest = max(self._newest, entry["updated_at"])

    @property
    def holds(self) -> dict[str, int]:
        """The claims it would show, each with its version."""
        return {
            name: entry["version"]
            for name, entry in self.copy.items()
            if entry["publication_state"] == "published"
        }


@pytest.fixture
def claims(cast: Cast) -> list[Claim]:
    return [
        make_ready_claim(cast, make_article(f"Scuole numero {n}. Fine.")) for n in range(CLAIMS)
    ]


@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=STEPS)
def test_who_pages_and_polls_ends_with_exactly_what_is_public(
    steps: list[Any], claims: list[Claim], cast: Cast, anonymous: APIClient
) -> None:
    everything, only_false = Newsroom(anonymous), Newsroom(anonymous, rating="false")
    for step in steps:
        if step == "page":
            everything.page()
            only_false.page()
        else:
            act(claims[step[0]], step[1], cast)
    for client in (everything, only_false):
        client.catch_up()
    public = PublishedClaim.objects.filter(is_current=True).exclude(act="withdrawn")
    versions = {str(row.claim_id): (row.version, row.rating_key) for row in public}
    assert everything.holds == {name: version for name, (version, _) in versions.items()}
    assert only_false.holds == {
        name: version for name, (version, rating) in versions.items() if rating == "false"
    }


def act(claim: Claim, deed: str, cast: Cast) -> None:
    """Do what fits where the claim stands; an act that doesn't fit is left out."""
    current = publication.current_version(claim)
    is_public = current is not None and current.act != "withdrawn"
    if deed == "publish" and not is_public:
        publish(claim=claim, by=cast.editor)
    elif deed == "withdraw" and is_public:
        withdraw(claim=claim, by=cast.editor, notice="Errore nostro.")
    elif deed == "move" and is_public:
        newest = Verdict.objects.filter(claim=claim).latest("created_at", "id")
        settle(claim, cast.editor, "true" if newest.rating_id == "false" else "false")
        correct(claim=claim, by=cast.editor, severity="significant", notice="Rivisto.")
