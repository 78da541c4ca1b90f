"""A newsroom that copies the list and then polls the delta ends with exactly what is public.

Whatever is published, corrected and withdrawn while it pages, with a filter or without one.
"""

from __future__ import annotations

import importlib
import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.apps import apps
from django.core.cache import caches
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rest_framework.test import APIClient

from annotations.models import PublishedClaim, Verdict
from annotations.services.publishing import publication
from annotations.services.publishing.publication import correct, publish, withdraw
from claims.models import Claim
from tests.annotations.publishing import make_ready_claim, settle
from tests.factories import Cast, make_article, make_cast

LIST = "/api/v1/verified-claims/"
CLAIMS = 4
ACTS = st.tuples(st.integers(0, CLAIMS - 1), st.sampled_from(["publish", "move", "withdraw"]))
STEPS = st.lists(st.one_of(ACTS, st.just("page")), min_size=6, max_size=14)
WRITERS = 3
DEEDS = ((0, "publish"), (1, "publish"), (0, "move"), (2, "publish"), (0, "withdraw"), (1, "move"))
"""What a writer does with claims of its own; the last act on each comes at another moment."""
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
    _assert_exact(everything, only_false)


def _assert_exact(everything: Newsroom, only_false: Newsroom) -> None:
    public = PublishedClaim.objects.filter(is_current=True).exclude(act="withdrawn")
    versions = {str(row.claim_id): (row.version, row.rating_key) for row in public}
    assert everything.holds == {name: version for name, (version, _) in versions.items()}
    assert only_false.holds == {
        name: version for name, (version, rating) in versions.items() if rating == "false"
    }


@pytest.mark.django_db(transaction=True)
def test_writers_at_the_same_moment_leave_no_hole_in_the_delta(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each writer has a connection of its own; the client never waits for them."""
    importlib.import_module("annotations.migrations.0002_rating_scale_and_roles").fill(apps, None)
    cast = make_cast()
    written = [
        [make_ready_claim(cast, make_article(f"Scuole {n} di {m}. Fine.")) for n in range(3)]
        for m in range(WRITERS)
    ]
    _linger(monkeypatch)
    everything, only_false = Newsroom(APIClient()), Newsroom(APIClient(), rating="false")
    with ThreadPoolExecutor(WRITERS) as threads:
        gate = threading.Barrier(WRITERS)
        writers = [threads.submit(_write, claims, cast, gate) for claims in written]
        while not all(writer.done() for writer in writers):
            everything.page()
            only_false.page()
        for writer in writers:
            writer.result()
    for client in (everything, only_false):
        client.catch_up()
    _assert_exact(everything, only_false)
    assert PublishedClaim.objects.count() == WRITERS * len(DEEDS)


def _linger(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let transactions end a few milliseconds after they took their place, not in its order."""
    queue_event = publication.queue_event

    def late(*given: Any, **named: Any) -> Any:
        time.sleep(random.uniform(0, 0.03))
        return queue_event(*given, **named)

    monkeypatch.setattr(publication, "queue_event", late)


def _write(claims: list[Claim], cast: Cast, gate: threading.Barrier) -> None:
    try:
        for number, deed in DEEDS:
            gate.wait(60)  # all enter the order at once, each time anew
            act(claims[number], deed, cast)
    finally:
        connection.close()


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
