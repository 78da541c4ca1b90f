"""People who act at the same moment, on connections of their own."""

from __future__ import annotations

import importlib
import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.utils import timezone

from annotations.errors.desk import AlreadyReviewed, AlreadySettled, NothingToTake
from annotations.models import Annotation, Assignment, Evidence, Source, Verdict
from annotations.queries.assignments import live_holds
from annotations.queries.progress import review_progress
from annotations.services.assigning.assignments import assign_claims
from annotations.services.assigning.leases import take_next
from annotations.services.citing.copies import queue_copy, take_copy
from annotations.services.reviewing.annotations import revise_annotation
from annotations.services.reviewing.verdicts import settle_verdict
from claims.errors import BulkRefused, DomainError, StaleVersion
from claims.models import Claim
from tests.annotations.builders import accepted_claim, evidence, review
from tests.factories import Cast, make_cast, make_person

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def people(transactional_db: None) -> Cast:
    """Give the cast and the rating scale, which an emptied database has lost."""
    fill = importlib.import_module("annotations.migrations.0002_rating_scale_and_roles").fill
    fill(apps, None)
    return make_cast()


@pytest.fixture
def reviewed(people: Cast) -> Claim:
    """Give a claim on which Ada and Bruno agree."""
    claim = accepted_claim()
    review(claim, people.ada, "false")
    review(claim, people.bruno, "false")
    return claim


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Start all acts together, each on its own connection; give what each gave or raised."""
    gate = threading.Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        gate.wait()
        try:
            return act()
        except DomainError as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


def test_two_who_settle_at_once_leave_one_verdict(people: Cast, reviewed: Claim) -> None:
    outcome = at_once(
        lambda: settle_verdict(claim=reviewed, by=people.editor),
        lambda: settle_verdict(claim=reviewed, by=people.moderator),
    )
    assert Verdict.objects.count() == 1
    assert {type(part) for part in outcome} == {Verdict, AlreadySettled}


def test_a_review_waits_until_the_settling_is_over(people: Cast, reviewed: Claim) -> None:
    """The verdict knows every review that was there before it, and none that wasn't."""
    third = make_person("third", "Terza", "reviewers")
    done: list[str] = []

    def write() -> None:
        try:
            review(reviewed, third, "true")
            done.append("review")
        finally:
            connection.close()

    with transaction.atomic():
        Claim.objects.select_for_update().get(pk=reviewed.pk)
        thread = threading.Thread(target=write)
        thread.start()
        thread.join(0.5)
        assert done == []  # it waits for the claim
        verdict = settle_verdict(claim=reviewed, by=people.editor)
    thread.join(10)
    assert done == ["review"]
    assert len(verdict.rests_on) == 2
    assert review_progress(reviewed).state == "disputed"


def test_a_revision_during_the_settling_takes_the_verdicts_ground_away(
    people: Cast, reviewed: Claim
) -> None:
    mine = Annotation.objects.get(author=people.ada)
    at_once(
        lambda: settle_verdict(claim=reviewed, by=people.editor),
        lambda: revise_annotation(annotation=mine, by=people.ada, seen=1, rating="true"),
    )
    # whichever came first: either the editor was refused, or the verdict no longer stands
    assert review_progress(reviewed).state == "disputed"


def test_one_person_in_two_windows_writes_one_review(people: Cast) -> None:
    claim = accepted_claim()
    outcome = at_once(*[lambda: review(claim, people.ada, cites=[evidence()]) for _ in range(4)])
    assert Annotation.objects.count() == 1
    assert sum(isinstance(part, AlreadyReviewed) for part in outcome) == 3


def test_two_revisions_of_one_version_give_one_winner(people: Cast, reviewed: Claim) -> None:
    mine = Annotation.objects.get(author=people.ada)
    outcome = at_once(
        *[
            lambda: revise_annotation(annotation=mine, by=people.ada, seen=1, rating="true")
            for _ in range(3)
        ]
    )
    mine.refresh_from_db()
    assert mine.version == 2
    assert sum(isinstance(part, StaleVersion) for part in outcome) == 2


def test_reviews_that_cite_the_same_new_sources_make_each_once(people: Cast) -> None:
    """Citing them in opposite order must not lock the two up."""
    pages = [f"https://a.example/{number}" for number in range(6)]
    claims = [accepted_claim(), accepted_claim()]
    orders = [pages, pages[::-1]]
    outcome = at_once(
        *[
            lambda claim=claim, order=order: review(
                claim, people.ada, cites=[evidence(url) for url in order]
            )
            for claim, order in zip(claims, orders, strict=True)
        ]
    )
    assert [type(part) for part in outcome] == [Annotation, Annotation]
    assert Source.objects.count() == 6
    assert Evidence.objects.count() == 12


def test_one_worker_takes_a_copy(people: Cast) -> None:
    copy = queue_copy(source=Source.objects.create(url="https://a.example/"))
    outcome = at_once(*[lambda: take_copy(copy.pk) for _ in range(4)])
    assert sum(part is not None for part in outcome) == 1


def test_twenty_who_take_from_one_queue_get_every_place_once(people: Cast) -> None:
    """Ten claims with two places each: nobody is sent away, no claim is handed out thrice."""
    claims = [accepted_claim(check_worthiness=number / 10) for number in range(10)]
    crowd = [make_person(f"reviewer{number}", "", "reviewers") for number in range(20)]
    queue = Claim.objects.order_by("-check_worthiness", "id")
    first = at_once(*[lambda by=by: take_next(candidates=queue, by=by) for by in crowd])
    assert [type(part) for part in first] == [Assignment] * 20
    assert Counter(part.claim_id for part in first) == {claim.pk: 2 for claim in claims}
    second = at_once(*[lambda by=by: take_next(candidates=queue, by=by) for by in crowd])
    assert [type(part) for part in second] == [NothingToTake] * 20
    assert live_holds().count() == 20


def test_taking_and_assigning_at_once_leave_no_place_filled_twice(people: Cast) -> None:
    claims = [accepted_claim() for _ in range(6)]
    crowd = [make_person(f"reviewer{number}", "", "reviewers") for number in range(6)]
    queue = Claim.objects.order_by("id")
    tomorrow = timezone.now() + timedelta(days=1)

    def assign(order: list[Claim]) -> object:
        return assign_claims(
            claim_ids=[claim.pk for claim in order],
            reviewer=people.ada,
            due_at=tomorrow,
            by=people.editor,
        )

    outcome = at_once(
        lambda: assign(claims),
        lambda: assign(claims[::-1]),  # in the other order: the two must not lock each other up
        *[lambda by=by: take_next(candidates=queue, by=by) for by in crowd],
    )
    assert all(isinstance(part, list | Assignment | BulkRefused) for part in outcome)
    places = Counter(live_holds().values_list("claim", flat=True))
    assert max(places.values()) == 2
    assert sum(places.values()) >= len(crowd)
