"""Runs that ask the operator's model, played by a server of the tests."""

from __future__ import annotations

from claims.models import Claim, ExtractionRun
from claims.services import extraction
from tests.claims.services.split_documents import queued

TEXT = "Il comune di Valdoria ha aperto 12 scuole nel 2024. La sindaca Anna Righi ha chiuso un bar."
WORDS = "Anna Righi ha chiuso un bar"
KEY = "segreto-di-prova"
LONG = TEXT + "".join(f" Ugo Levi ha venduto {number} case a Fiume." for number in range(3, 25))


def split(text: str = TEXT) -> ExtractionRun:
    """The run of an article that was split."""
    run = queued(text)
    extraction.run_extraction(run.pk)
    run.refresh_from_db()
    return run


def split_again(run: ExtractionRun) -> ExtractionRun:
    """A second run of the same article."""
    again = extraction.queue_extraction(article=run.article)
    extraction.run_extraction(again.pk)
    again.refresh_from_db()
    return again


def words_found() -> set[str]:
    return set(Claim.objects.values_list("text", flat=True))
