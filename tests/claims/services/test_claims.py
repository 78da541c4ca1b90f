"""Acts on claims at the same moment, and what their trail says."""

from __future__ import annotations

import threading

import pytest
from django.db import connection

from claims.errors import DomainError, DuplicateClaim, InvalidText, StaleVersion
from claims.models import Claim
from claims.services import claims
from claims.services.reshaping import resize
from tests.factories import make_article, make_claim, make_person

pytestmark = pytest.mark.django_db


def at_once(*acts):
    """Do all acts in threads of their own; give what each returned or raised."""
    barrier = threading.Barrier(len(acts))
    outcomes = [None] * len(acts)

    def work(place, act):
        try:
            barrier.wait()
            outcomes[place] = act()
        except DomainError as refusal:
            outcomes[place] = refusal
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


@pytest.mark.django_db(transaction=True)
def test_of_two_who_saw_the_same_version_one_wins():
    claim = make_claim(make_article())
    ada, bruno = make_person("ada", ""), make_person("bruno", "")
    outcomes = at_once(
        lambda: claims.accept(claim_id=claim.pk, by=ada, version=1),
        lambda: claims.dismiss(claim_id=claim.pk, reason="opinion", by=bruno, version=1),
        lambda: claims.reword(claim_id=claim.pk, text="Meglio.", by=ada, version=1),
    )
    (winner,) = [outcome for outcome in outcomes if isinstance(outcome, Claim)]
    assert sum(isinstance(outcome, StaleVersion) for outcome in outcomes) == 2
    claim.refresh_from_db()
    assert (claim.version, claim.review_state) == (2, winner.review_state)
    assert claim.events.count() == 2


@pytest.mark.django_db(transaction=True)
def test_the_same_selection_twice_at_once_is_one_claim():
    article = make_article()
    ada = make_person("ada", "")
    add = lambda: claims.add_claim(article=article, start=0, end=9, by=ada)  # noqa: E731
    outcomes = at_once(add, add, add)
    assert sum(isinstance(outcome, Claim) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, DuplicateClaim) for outcome in outcomes) == 2


def test_each_act_is_told_in_the_trail(cast):
    claim = make_claim(make_article())
    claims.accept(claim_id=claim.pk, by=cast.ada)
    claims.reopen(claim_id=claim.pk, by=cast.bruno)
    told = [
        (event.pgh_context.metadata["act"], event.pgh_context.metadata["user"])
        for event in claim.events.order_by("pgh_id")[1:]
    ]
    assert told == [("accept", cast.ada.pk), ("reopen", cast.bruno.pk)]


def test_an_act_that_fails_leaves_nothing(cast):
    claim = make_claim(make_article())
    with pytest.raises(InvalidText):
        claims.dismiss(claim_id=claim.pk, reason="noia", by=cast.ada)
    claim.refresh_from_db()
    assert (claim.version, claim.events.count()) == (1, 1)


@pytest.mark.parametrize("state", ["proposed", "dismissed"])
def test_a_claim_takes_neither_words_nor_span_of_another_of_its_run(state):
    article, ada = make_article(), make_person("ada", "")
    run = article.extraction_runs.create(extraction_state="done", progress=1.0)
    dismissal = "opinion" if state == "dismissed" else ""
    there = make_claim(article, run=run, review_state=state, dismissal=dismissal)
    here = make_claim(article, run=run, text="Altro.")
    with pytest.raises(DuplicateClaim) as refused:
        claims.reword(claim_id=here.pk, text=there.text, by=ada)
    assert refused.value.extra == {"claim": str(there.pk)}
    elsewhere = make_claim(article, article.text[:4], run=run, text=there.text)
    with pytest.raises(DuplicateClaim):
        resize(claim_id=elsewhere.pk, segments=there.segments, by=ada)
    here.refresh_from_db()
    assert (here.text, here.version) == ("Altro.", 1)


def test_words_of_a_dismissed_claim_of_another_run_may_be_taken():
    article, ada = make_article(), make_person("ada", "")
    there = make_claim(article, review_state="dismissed", dismissal="opinion")
    here = make_claim(article, text="Altro.")
    assert claims.reword(claim_id=here.pk, text=there.text, by=ada).text == there.text
