"""Publishing, correcting, withdrawing: frozen versions in one order."""

from __future__ import annotations

import threading
import time
from importlib import import_module

import orjson
import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from annotations.documents.public_document import PublicDocument, read_document
from annotations.errors.publication import GateNotMet
from annotations.models import Annotation, PublicationDraft, PublishedClaim
from annotations.services.publishing.publication import correct, publish, save_draft, withdraw
from claims.errors import NotAllowed, StaleVersion, WrongState
from claims.models import Claim
from tests.annotations.publishing import make_published, make_ready_claim, settle
from tests.factories import Cast, make_article, make_cast, make_claim


def test_a_published_claim_is_frozen_as_its_public_document(cast: Cast) -> None:
    version = make_published(cast)
    document = orjson.loads(bytes(version.body))
    assert document == version.document
    assert document["publication_state"] == "published"
    assert document["rating"] == {
        "key": "false",
        "names": {"it": "Falso", "en": "False"},
        "value": 1,
        "export": "false",
    }
    assert document["url"].endswith(f"/claims/{version.claim_id}/")
    assert document["reviews"] == 2
    assert len(document["evidence"]) == 2
    assert all(len(part["archived"]["sha256"]) == 64 for part in document["evidence"])
    assert isinstance(read_document(version.document), PublicDocument)


EXACT_WORDS = [
    "👍 La città ha 12 scuole — «nuove» 👩‍🏫.",
    "Il cafe\u0301 di Q\u0303ue costa 1,20 €.",
    "“Crime fell 12%”, said the mayor.",
]


@pytest.mark.parametrize("words", EXACT_WORDS)
def test_the_words_around_the_claim_are_the_articles_own(cast: Cast, words: str) -> None:
    text = f"{'Prima 🙂 viene questo. ' * 20}{words}{' Poi viene altro 🙃.' * 20}"
    version = make_published(cast, make_article(text), start=0, end=1, segments=[[0, 1]])
    claim = version.document["claim"]
    assert claim["exact"] == text[0:1]
    place = text.index(words)
    version = make_published(cast, Claim.objects.get(pk=version.claim_id).article, text=words,
                             start=place, end=place + len(words),
                             segments=[[place, place + len(words)]])  # fmt: skip
    claim = version.document["claim"]
    assert claim["exact"] == words == text[claim["start"] : claim["end"]]
    assert text[: claim["start"]].endswith(claim["prefix"])
    assert text[claim["end"] :].startswith(claim["suffix"])
    assert 0 < len(claim["prefix"]) <= 160
    assert 0 < len(claim["suffix"]) <= 160


def test_a_correction_is_a_new_version_with_both_ratings_and_the_first_stays(cast: Cast) -> None:
    first = make_published(cast)
    body = bytes(first.body)
    Annotation.objects.filter(claim=first.claim_id).update(rating_id="misleading")
    settle(first.claim, cast.editor, "misleading")
    second = correct(
        claim=first.claim, by=cast.editor, severity="significant", notice="Un dato era vecchio."
    )
    assert (second.version, second.rating_key) == (2, "misleading")
    assert second.seq > first.seq
    assert second.document["published_at"] == first.document["published_at"]
    (change,) = second.document["corrections"]
    assert change["from_rating"] == "false"
    assert change["to_rating"] == "misleading"
    assert change["notice"] == "Un dato era vecchio."
    first.refresh_from_db()
    assert (bytes(first.body), first.is_current) == (body, False)


def test_a_withdrawal_leaves_a_tombstone_and_the_claim_may_come_back(cast: Cast) -> None:
    first = make_published(cast)
    stone = withdraw(claim=first.claim, by=cast.editor, notice="Abbiamo sbagliato persona.")
    assert stone.document["publication_state"] == "withdrawn"
    assert "rating" not in stone.document
    assert "rationale" not in stone.document
    with pytest.raises(WrongState):
        correct(claim=first.claim, by=cast.editor, severity="minor", notice="Un refuso.")
    again = publish(claim=first.claim, by=cast.editor)
    assert again.version == 3
    assert [part["act"] for part in again.document["corrections"]] == ["withdrawn"]


def test_a_correction_is_minor_or_significant_and_nothing_else(cast: Cast) -> None:
    version = make_published(cast)
    PublicationDraft.objects.filter(claim=version.claim).update(headline="Altro titolo")
    for severity in ("", "major"):
        with pytest.raises(DatabaseError), transaction.atomic():
            correct(claim=version.claim, by=cast.editor, severity=severity, notice="Un refuso.")


def test_what_is_published_can_not_be_published_again(cast: Cast) -> None:
    version = make_published(cast)
    with pytest.raises(WrongState):
        publish(claim=version.claim, by=cast.editor)


def test_what_is_not_published_can_not_be_corrected_or_withdrawn(cast: Cast) -> None:
    claim = make_ready_claim(cast)
    with pytest.raises(WrongState):
        correct(claim=claim, by=cast.editor, severity="minor", notice="Un refuso.")
    with pytest.raises(WrongState):
        withdraw(claim=claim, by=cast.editor, notice="Errore.")


@pytest.mark.parametrize("person", ["ada", "moderator", "stranger"])
def test_only_editors_publish_correct_withdraw_and_draft(cast: Cast, person: str) -> None:
    claim, by = make_ready_claim(cast), getattr(cast, person)
    with pytest.raises(NotAllowed):
        publish(claim=claim, by=by)
    with pytest.raises(NotAllowed):
        save_draft(claim=claim, fields={}, by=by, version_seen=None)
    publish(claim=claim, by=cast.editor)
    with pytest.raises(NotAllowed):
        correct(claim=claim, by=by, severity="minor", notice="Un refuso.")
    with pytest.raises(NotAllowed):
        withdraw(claim=claim, by=by, notice="Errore.")


def test_a_claim_dismissed_after_its_reviews_is_not_published(cast: Cast) -> None:
    claim = make_ready_claim(cast)
    Claim.objects.filter(pk=claim.pk).update(review_state="dismissed", dismissal="opinion")
    with pytest.raises(WrongState):
        publish(claim=claim, by=cast.editor)


def test_a_rating_changed_after_the_verdict_holds_back_the_publication(cast: Cast) -> None:
    claim = make_ready_claim(cast)
    Annotation.objects.filter(claim=claim, author=cast.ada).update(rating_id="true")
    with pytest.raises(GateNotMet) as refused:
        publish(claim=claim, by=cast.editor)
    assert refused.value.extra["missing"] == ["settled"]


def test_the_only_reviewer_does_not_publish(cast: Cast, settings) -> None:
    settings.REVIEWS_NEEDED = 1
    claim = make_ready_claim(cast)
    Annotation.objects.filter(claim=claim, author=cast.ada).update(author=cast.editor)
    Annotation.objects.filter(claim=claim, author=cast.bruno).update(withdrawn_at="2024-01-01T00Z")
    settle(claim, cast.moderator)
    PublicationDraft.objects.filter(claim=claim).update(one_source_reason="Il registro basta.")
    with pytest.raises(GateNotMet) as refused:
        publish(claim=claim, by=cast.editor)
    assert refused.value.extra["missing"] == ["not_only_reviewer"]
    publish(claim=claim, by=cast.admin)


def test_a_draft_is_not_overwritten_unseen(cast: Cast) -> None:
    claim = make_claim(make_article(), review_state="accepted")
    first = save_draft(claim=claim, fields={"headline": "Uno"}, by=cast.editor, version_seen=0)
    assert (first.version, first.language) == (1, "it")
    with pytest.raises(StaleVersion):
        save_draft(claim=claim, fields={"headline": "Due"}, by=cast.editor, version_seen=0)
    second = save_draft(claim=claim, fields={"headline": "Due"}, by=cast.editor, version_seen=1)
    assert (second.version, second.headline) == (2, "Due")


FORBIDDEN = [
    "UPDATE annotations_publishedclaim SET headline = 'Altro'",
    "UPDATE annotations_publishedclaim SET body = 'x'::bytea",
    "UPDATE annotations_publishedclaim SET notice = 'x'",
    "DELETE FROM annotations_publishedclaim",
]


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_no_statement_changes_a_published_version(cast: Cast, statement: str) -> None:
    make_published(cast)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.fixture
def real_commits(transactional_db: None) -> None:
    """Fill again what the emptying after the last such test took away."""
    import_module("annotations.migrations.0002_rating_scale_and_roles").fill(apps, None)


def test_versions_become_visible_in_the_order_of_their_numbers(real_commits: None) -> None:
    cast = make_cast()
    claims = [make_ready_claim(cast, make_article(f"Testo numero {n}. Fine.")) for n in range(8)]
    seen: list[list[int]] = []
    done = threading.Event()

    def watch() -> None:
        while not done.is_set():
            seen.append(list(PublishedClaim.objects.order_by("seq").values_list("seq", flat=True)))
            time.sleep(0.002)
        connection.close()

    def work(mine: list[Claim]) -> None:
        for claim in mine:
            with transaction.atomic():
                publish(claim=claim, by=cast.editor)
                time.sleep(0.01)  # a slow commit, for others to overtake if they could
        connection.close()

    watcher = threading.Thread(target=watch)
    workers = [threading.Thread(target=work, args=(claims[n::4],)) for n in range(4)]
    for thread in [watcher, *workers]:
        thread.start()
    for thread in workers:
        thread.join()
    done.set()
    watcher.join()
    final = list(PublishedClaim.objects.order_by("seq").values_list("seq", flat=True))
    assert len(final) == 8
    assert all(numbers == final[: len(numbers)] for numbers in seen)
    assert any(0 < len(numbers) < 8 for numbers in seen)
