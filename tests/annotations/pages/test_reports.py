"""The form by which readers report an error, the ticket's page, and what the public reads."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.test import Client

from annotations.models import ErrorReport, PublishedClaim, ReportContact
from annotations.services.publishing.error_reports import ReportGiven, close_report, report_error
from annotations.services.publishing.publication import withdraw
from tests.annotations.publishing import make_published
from tests.factories import Cast

FILLED = {"kind": "fact", "words": "Sono dieci 👍.", "url": "", "email": "", "website": ""}


@pytest.fixture
def version(cast: Cast) -> PublishedClaim:
    return make_published(cast)


def closed(version: PublishedClaim, cast: Cast, words: str, outcome: str = "no_change") -> None:
    given = ReportGiven("fact", "Parole di chi legge.", "it", claim_id=version.claim_id, version=1)
    close_report(report=report_error(given), by=cast.editor, outcome=outcome, words=words)


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_a_report_becomes_a_ticket_that_its_reader_can_follow(
    client: Client, version: PublishedClaim, prefix: str
) -> None:
    address = f"{prefix}/claims/{version.claim_id}/report/"
    assert address in client.get(f"{prefix}/claims/{version.claim_id}/").content.decode()
    form = client.get(address)
    assert version.headline in unescape(form.content.decode())
    sent = client.post(address, {**FILLED, "email": "lettrice@example.org"}, follow=True)
    row = ErrorReport.objects.get()
    assert sent.redirect_chain == [(f"{prefix}/reports/{row.pk}/", 302)]
    assert "Sono dieci" not in sent.content.decode()
    assert (row.claim_id, row.version, row.words) == (version.claim_id, 1, "Sono dieci 👍.")
    assert row.language == (prefix.strip("/") or "it")
    assert ReportContact.objects.get().email == "lettrice@example.org"


def test_the_site_itself_can_be_reported(client: Client, db: None) -> None:
    assert client.post("/report/", FILLED).status_code == 302
    assert ErrorReport.objects.get().claim_id is None


def test_a_withdrawn_claim_takes_reports_and_an_unpublished_none(
    client: Client, cast: Cast, version: PublishedClaim
) -> None:
    withdraw(claim=version.claim, by=cast.editor, notice="Era un altro comune.")
    assert client.post(f"/claims/{version.claim_id}/report/", FILLED).status_code == 302
    assert ErrorReport.objects.get().version == 2
    missing = client.get("/claims/00000000-0000-4000-8000-000000000000/report/")
    assert missing.status_code == 404


def test_the_form_wants_its_token(version: PublishedClaim) -> None:
    strict = Client(enforce_csrf_checks=True)
    address = f"/claims/{version.claim_id}/report/"
    assert strict.post(address, FILLED).status_code == 403
    token = re.search(r'csrfmiddlewaretoken" value="([^"]+)"', strict.get(address).content.decode())
    assert token
    assert strict.post(address, {**FILLED, "csrfmiddlewaretoken": token[1]}).status_code == 302


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": ""},
        {"kind": "rumour"},
        {"words": " \n"},
        {"words": "x" * 5001},
        {"email": "nobody"},
        {"email": f"{'a' * 240}@lettori.example"},
        {"url": "javascript:alert(1)"},
        {"url": "ftp://example.org/a"},
    ],
)
def test_what_is_wrong_is_said_beside_the_field(
    client: Client, db: None, wrong: dict[str, str]
) -> None:
    answer = client.post("/report/", FILLED | wrong)
    assert answer.status_code == 422
    html = answer.content.decode()
    assert 'aria-invalid="true"' in html
    assert 'class="errorlist"' in html
    assert not ErrorReport.objects.exists()


def test_a_wrong_address_is_told_of_once(client: Client, db: None) -> None:
    given = {"kind": "other", "words": "Manca.", "url": "https://comune"}
    page = client.post("/en/report/", given).content.decode()
    assert page.count("Enter a valid URL.") == 1


def test_a_program_that_fills_the_trap_is_not_heard(client: Client, db: None) -> None:
    answer = client.post("/report/", {**FILLED, "website": "https://buy.example"})
    assert answer.status_code == 302
    assert not ErrorReport.objects.exists()


def test_many_reports_from_one_address_have_to_wait(
    client: Client, version: PublishedClaim
) -> None:
    for _ in range(10):
        assert client.post("/report/", FILLED).status_code == 302
    answer = client.post(f"/claims/{version.claim_id}/report/", FILLED)
    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 3601
    assert "Sono dieci" in answer.content.decode()
    other = client.post("/report/", FILLED, REMOTE_ADDR="203.0.113.9")
    assert other.status_code == 302
    assert ErrorReport.objects.count() == 11
    assert not any("127.0.0.1" in str(key) for key in cache._cache)


def test_what_came_of_reports_is_public_without_the_readers_words(
    client: Client, cast: Cast, version: PublishedClaim
) -> None:
    closed(version, cast, "Il registro dice nove.")
    closed(version, cast, "", outcome="spam")
    for path in (f"/claims/{version.claim_id}/", "/corrections/", "/reports/"):
        html = client.get(path).content.decode()
        assert html.count("Il registro dice nove.") == 1, path
        assert "Nessuna modifica necessaria" in html
        assert "Parole di chi legge" not in html
    assert "No change needed" in client.get("/en/corrections/").content.decode()
    withdraw(claim=version.claim, by=cast.editor, notice="Era un altro comune.")
    gone = client.get(f"/claims/{version.claim_id}/").content.decode()
    assert "Il registro dice nove." in gone


def test_outcomes_come_in_pages(
    client: Client, cast: Cast, version: PublishedClaim, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotations.pages.reports.OUTCOMES_PER_PAGE", 2)
    for n in range(3):
        closed(version, cast, f"Esito {n}.")
    first = client.get("/reports/").content.decode()
    assert re.findall(r"Esito \d", first) == ["Esito 2", "Esito 1"]
    older = re.search(r'rel="next" href="([^"]+)"', first)
    assert older
    assert re.findall(r"Esito \d", client.get(f"/reports/{older[1]}").content.decode()) == [
        "Esito 0"
    ]
    assert client.get("/reports/?before=nonsense").status_code == 200


def test_a_spoofed_forwarding_header_is_not_believed(
    client: Client, db: None, settings: LazySettings
) -> None:
    for n in range(10):
        client.post("/report/", FILLED, headers={"X-Forwarded-For": f"198.51.100.{n}"})
    answer = client.post("/report/", FILLED, headers={"X-Forwarded-For": "198.51.100.99"})
    assert answer.status_code == 429
