"""Moderators accept into the queue what outside clients wrote, or reject it with a reason."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import ProgrammingError, transaction
from django.test import Client
from django.urls import reverse

from annotations.models import Annotation, OutsideAnnotation, OutsideDecision
from annotations.services.reviewing.outside import Addresses, withdraw_waiting, write_outside
from annotations.services.reviewing.outside_decisions import reject_outside
from claims.errors import NotAllowed, WrongState
from claims.models import Claim
from tests.factories import Cast, make_article, make_client

PAGE = "https://foglio.example.org/scuole"
EXACT = "ha aperto 12 nuove scuole nel 2024"
AT = Addresses("https://vaglio.example/annotations/", "https://vaglio.example/methodology/#")
LIST = reverse("admin:annotations_outsideannotation_changelist")


@pytest.fixture
def staff(cast: Cast) -> Client:
    cast.moderator.is_staff = True
    cast.moderator.save()
    return make_client(cast.moderator)


def written(cast: Cast, *, rates: bool = False) -> OutsideAnnotation:
    make_article(canonical_url=PAGE)
    bodies: list[dict[str, str]] = [
        {"type": "TextualBody", "value": "Sono <nove> 👍", "purpose": "commenting"}
    ]
    if rates:
        bodies.append({"type": "TextualBody", "value": "false", "purpose": "classifying"})
    document: dict[str, Any] = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "body": bodies,
        "target": {"source": PAGE, "selector": {"type": "TextQuoteSelector", "exact": EXACT}},
    }
    return write_outside(document=document, by=cast.ada, at=AT)


def do(client: Client, action: str, outside: OutsideAnnotation, **more: str) -> Any:
    sent = {"action": action, "_selected_action": str(outside.pk), **more}
    return client.post(LIST, sent, format="multipart", follow=True)  # type: ignore[call-arg]


def test_what_waits_is_listed_with_its_words_and_read(staff: Client, cast: Cast) -> None:
    outside = written(cast)
    listed = staff.get(LIST, {"outside_state": "waiting"}).content.decode()
    assert EXACT in listed
    assert "Sono &lt;nove&gt; 👍" in listed
    page = reverse("admin:annotations_outsideannotation_change", args=[outside.pk])
    shown = staff.get(page).content.decode()
    assert EXACT in shown
    assert "in attesa" in shown
    assert "waiting" not in shown, "the key of the state is no word for people"


@pytest.mark.parametrize("rates", [False, True])
def test_accepting_puts_the_claim_into_the_queue(staff: Client, cast: Cast, rates: bool) -> None:
    outside = written(cast, rates=rates)
    told = [str(message) for message in do(staff, "accept", outside).context["messages"]]
    assert told == ["Fatto per 1 riga."]
    claim = Claim.objects.get()
    assert claim.review_state == "accepted"
    decision = OutsideDecision.objects.get()
    assert (decision.act, decision.claim, decision.decided_by) == (
        "accepted", claim, cast.moderator,
    )  # fmt: skip
    reviews = Annotation.objects.values_list("pk", "author", "rating")
    assert list(reviews) == ([(outside.pk, cast.ada.pk, "false")] if rates else [])
    assert EXACT not in staff.get(LIST, {"outside_state": "waiting"}).content.decode()
    again = do(staff, "reject", outside, reason="Tardi").content.decode()
    assert OutsideDecision.objects.count() == 1, again


def test_rejecting_asks_for_a_reason_and_stays(staff: Client, cast: Cast) -> None:
    outside = written(cast)
    assert EXACT in do(staff, "reject", outside).content.decode()
    assert not OutsideDecision.objects.exists()
    do(staff, "reject", outside, reason="Non è un fatto.")
    assert OutsideDecision.objects.get().reason == "Non è un fatto."
    assert Claim.objects.get().review_state == "proposed"
    for act in (
        OutsideDecision.objects.all().delete,
        lambda: OutsideDecision.objects.update(reason="x"),
    ):
        with pytest.raises(ProgrammingError), transaction.atomic():
            act()


def test_the_blind_and_late_comers_decide_nothing(cast: Cast, ada: Client) -> None:
    outside = written(cast, rates=True)
    with pytest.raises(NotAllowed):
        reject_outside(outside=outside, by=cast.ada, reason="no")
    cast.ada.is_staff = True
    cast.ada.save()
    assert ada.get(LIST).status_code == 403
    withdraw_waiting(outside=outside, by=cast.ada, seen=None)
    with pytest.raises(WrongState):
        reject_outside(outside=outside, by=cast.moderator, reason="no")


def test_of_a_whole_page_it_is_read_and_can_be_no_claim(staff: Client, cast: Cast) -> None:
    document = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "target": "https://altrove.example.org/pagina",
    }
    outside = write_outside(document=document, by=cast.ada, at=AT)
    assert "https://altrove.example.org/pagina" in staff.get(LIST).content.decode()
    refused = do(staff, "accept", outside).content.decode()
    assert "Non segna parole di un articolo presente qui." in refused
    assert not OutsideDecision.objects.exists()
