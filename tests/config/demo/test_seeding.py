"""Seeding walks every claim to the stage that was planned, and does so once."""

from __future__ import annotations

import re
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.test import Client

from annotations.models import ArchivedCopy, Evidence, OutsideAnnotation, PublishedClaim
from annotations.queries.assignments import live_holds, overdue_holds
from annotations.queries.balance import desk_balance
from annotations.queries.periods import Period
from annotations.queries.progress import review_progress
from annotations.queries.sources import with_shown_copy
from annotations.queries.verdict_times import verdict_times
from annotations.queries.visits import link_of
from claims.models import Article, Claim
from claims.queries import claims_of
from config.demo.finding import claim_on
from config.demo.seeding import Seeded, seed_demo
from config.demo.stages import PlannedClaim, Stage, planned_claims
from config.management.commands import seed_demo as command
from tests.seeded import fill_seeded

README = Path(__file__).parents[3] / "README.md"
PUBLIC = {act.value: Stage(act.value) for act in PublishedClaim.Act}


def found(plan: PlannedClaim) -> Claim:
    article = Article.objects.get(text__contains=plan.find)
    start = article.text.index(plan.find)
    claim = claim_on(claims_of(article), start, start + len(plan.find))
    assert claim is not None
    return claim


def stage_of(claim: Claim) -> Stage:
    """Read the stage off the rows, by the same queries as the desk."""
    current = PublishedClaim.objects.filter(claim=claim, is_current=True).first()
    if current:
        return PUBLIC[current.act]
    if claim.review_state == Claim.ReviewState.DISMISSED:
        return Stage.DISMISSED
    progress = review_progress(claim)
    if progress.verdict:
        return Stage.SETTLED
    given = len(progress.ratings)
    if given < 2:
        return Stage.REVIEWED_ONCE if given else Stage.ACCEPTED
    return Stage.AGREED if progress.agreed_rating else Stage.DISPUTED


@pytest.fixture
def filled(transactional_db: None) -> None:
    """Give the scale and the roles; the splitting's heartbeat needs rows that are committed."""
    import_module("annotations.migrations.0002_rating_scale_and_roles").fill(apps, None)


def test_every_claim_reaches_its_stage_and_a_second_start_changes_nothing(filled: None) -> None:
    plans = planned_claims()
    assert fill_seeded() == Seeded(articles=6, sources=24, claims=len(plans))
    assert [stage_of(found(plan)) for plan in plans] == [plan.stage for plan in plans]
    assert all(found(plan).text == plan.words for plan in plans if plan.words)
    assert ArchivedCopy.objects.filter(copy_state="queued").count() == 0  # nothing will be fetched
    assert Claim.objects.filter(review_state="proposed").exists()
    assert live_holds().count() == len([plan for plan in plans if plan.assigned])
    assert overdue_holds().count() == 1
    states = Counter(link_of(source).state.value for source in with_shown_copy())
    assert states == {"alive": 20, "dead": 1, "changed": 1, "watched": 1, "unchecked": 1}
    document = Evidence.objects.get(source__url="")
    assert document.start is not None  # its excerpt was found in the words of the PDF
    assert OutsideAnnotation.objects.get().review is None  # a moderator has one to decide about
    assert len(verdict_times(Period()).weeks) > 2
    assert desk_balance(Period()).parties

    versions = dict(Claim.objects.values_list("pk", "version"))
    publications = PublishedClaim.objects.count()
    said: list[str] = []
    assert seed_demo(said.append) == Seeded(articles=0, sources=0, claims=0)
    assert said == []
    assert dict(Claim.objects.values_list("pk", "version")) == versions
    assert PublishedClaim.objects.count() == publications


def test_what_the_readme_asks_of_the_demonstration_finds_something(
    filled: None, client: Client
) -> None:
    fill_seeded()
    asked = re.findall(r"curl '[^/]+//[^/]+(/api/v1/[^']*\?[^']*)'", README.read_text())
    assert len(asked) > 3
    an_id = str(PublishedClaim.objects.exclude(act="withdrawn").filter(is_current=True)[0].claim_id)
    for path in asked:
        body = client.get(path.replace("/ID/", f"/{an_id}/")).content.decode()
        assert re.search(r'"(id|@id)":|<entry', body), path


def test_a_newsroom_s_own_database_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "EMBEDDED_DATABASE", False)
    with pytest.raises(CommandError, match="--force"):
        call_command("seed_demo")
