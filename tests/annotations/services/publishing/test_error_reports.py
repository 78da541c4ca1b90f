"""A report goes its way: taken up, answered, closed with what truly happened, never changed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from annotations.errors.reports import OutcomeNotSeen, ReportWordsMissing
from annotations.models import ErrorReport, PublishedClaim, ReportContact, ReportEvent
from annotations.queries.error_reports import closings_of_claim, contacts_to_forget, with_state
from annotations.services.publishing.error_reports import (
    ReportGiven,
    answer_report,
    close_report,
    reopen_report,
    report_error,
    take_up_report,
)
from annotations.services.publishing.publication import withdraw
from annotations.tasks import forget_reporters, mail_reader
from claims.errors import NotAllowed, WrongState
from tests.annotations.publishing import correct_a_date, make_published
from tests.factories import Cast


@pytest.fixture
def version(cast: Cast) -> PublishedClaim:
    return make_published(cast)


def report(version: PublishedClaim | None = None, **fields: str) -> ErrorReport:
    claim = {"claim_id": version.claim_id, "version": version.version} if version else {}
    given = {"kind": "fact", "words": "Sono dieci 👍, non nove.", "language": "it"}
    return report_error(ReportGiven(**given | fields, **claim))  # type: ignore[arg-type]


def state(row: ErrorReport) -> tuple[str | None, str | None]:
    found = with_state(ErrorReport.objects.filter(pk=row.pk))
    return found.values_list("newest_act", "newest_outcome")[0]


def test_a_report_goes_its_whole_way(cast: Cast, version: PublishedClaim) -> None:
    row = report(version)
    assert state(row) == (None, None)
    take_up_report(report=row, by=cast.moderator, note="Chiedo al comune.")
    answer_report(report=row, by=cast.moderator, words="Stiamo chiedendo.")
    assert state(row)[0] == "answer"
    close_report(report=row, by=cast.editor, outcome="no_change", words="Nove, dice il registro.")
    assert state(row) == ("close", "no_change")
    assert [act.words for act in closings_of_claim(version.claim_id)] == ["Nove, dice il registro."]
    reopen_report(report=row, by=cast.editor, words="Il registro è stato aggiornato.")
    assert not closings_of_claim(version.claim_id).exists()
    assert ReportEvent.objects.filter(report=row).count() == 4


def test_an_outcome_must_have_happened_after_the_report(
    cast: Cast, version: PublishedClaim
) -> None:
    correct_a_date(claim=version.claim, by=cast.editor)
    row = report(version)
    for outcome in ("corrected", "withdrawn"):
        with pytest.raises(OutcomeNotSeen):
            close_report(report=row, by=cast.editor, outcome=outcome, words="Fatto.")
    correct_a_date(claim=version.claim, by=cast.editor, notice="Un altro.")
    with pytest.raises(OutcomeNotSeen):
        close_report(report=row, by=cast.editor, outcome="withdrawn", words="Fatto.")
    close_report(report=row, by=cast.editor, outcome="corrected", words="Fatto.")
    again = report(version)
    withdraw(claim=version.claim, by=cast.editor, notice="Era un altro comune.")
    close_report(report=again, by=cast.editor, outcome="withdrawn", words="Ritirata.")
    assert len(closings_of_claim(version.claim_id)) == 2


def test_spam_is_closed_without_a_word_and_never_shown(cast: Cast, version: PublishedClaim) -> None:
    row = report(version)
    close_report(report=row, by=cast.moderator, outcome="spam", words="")
    assert state(row) == ("close", "spam")
    assert not closings_of_claim(version.claim_id).exists()


def test_only_moderators_and_editors_act(cast: Cast, version: PublishedClaim) -> None:
    row = report(version)
    for person in (cast.ada, cast.stranger):
        with pytest.raises(NotAllowed):
            take_up_report(report=row, by=person)
    assert state(row)[0] is None


def test_acts_fit_where_the_report_stands(cast: Cast, version: PublishedClaim) -> None:
    row = report(version)
    with pytest.raises(WrongState):
        reopen_report(report=row, by=cast.editor, words="Ancora.")
    close_report(report=row, by=cast.editor, outcome="no_change", words="Resta.")
    for act in (take_up_report, close_report, answer_report):
        words = {
            take_up_report: {},
            close_report: {"outcome": "no_change", "words": "Resta."},
            answer_report: {"words": "Resta."},
        }[act]
        with pytest.raises(WrongState):
            act(report=row, by=cast.editor, **words)  # type: ignore[operator]


@pytest.mark.parametrize("words", ["", "  \n\t"])
def test_words_are_needed(cast: Cast, db: None, words: str) -> None:
    with pytest.raises(ReportWordsMissing):
        report(words=words)
    row = report()
    with pytest.raises(ReportWordsMissing):
        close_report(report=row, by=cast.editor, outcome="no_change", words=words)
    assert state(row)[0] is None


def test_reports_and_acts_refuse_to_be_changed(cast: Cast, db: None) -> None:
    row = report()
    take_up_report(report=row, by=cast.editor)
    for table in ("annotations_errorreport", "annotations_reportevent"):
        for sql in (f"UPDATE {table} SET words = 'x'", f"DELETE FROM {table}"):
            refused = pytest.raises(DatabaseError, match="Cannot")
            with refused, transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(sql)


@pytest.mark.parametrize("language", ["it", "en"])
def test_the_reader_is_told_and_then_forgotten(
    cast: Cast, version: PublishedClaim, language: str
) -> None:
    says = {"it": "nessuna modifica necessaria", "en": "no change needed"}[language]
    row = report(version, email="lettrice@example.org", language=language)
    answer = answer_report(report=row, by=cast.editor, words="Guardiamo.")
    assert mail_reader(answer.pk)
    assert ReportContact.objects.filter(report=row).exists()
    closing = close_report(report=row, by=cast.editor, outcome="no_change", words="Sono nove.")
    assert mail_reader(closing.pk)
    _, last = mail.outbox
    assert last.to == ["lettrice@example.org"]
    assert "Sono nove." in last.body
    assert says in last.body
    assert f"/reports/{row.pk}/" in last.body
    assert not ReportContact.objects.exists()
    assert not mail_reader(closing.pk)
    assert len(mail.outbox) == 2


def test_spam_gets_no_mail_and_its_address_is_deleted(cast: Cast, db: None) -> None:
    row = report(email="robot@example.org")
    closing = close_report(report=row, by=cast.editor, outcome="spam", words="")
    assert not mail_reader(closing.pk)
    assert not ReportContact.objects.exists()
    assert mail.outbox == []


def test_addresses_whose_mail_never_went_are_forgotten_after_a_day(
    cast: Cast, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    row, waiting = report(email="a@example.org"), report(email="b@example.org")
    close_report(report=row, by=cast.editor, outcome="no_change", words="Resta.")
    assert forget_reporters() == 0
    tomorrow = timezone.now() + timedelta(days=1)
    assert [contact.report for contact in contacts_to_forget(tomorrow)] == [row]
    monkeypatch.setattr("annotations.tasks.timedelta", lambda days: timedelta(days=-days))
    assert forget_reporters() == 1
    assert ReportContact.objects.get().report == waiting
