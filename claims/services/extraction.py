"""An article's text becomes sentences and claims, once, whatever dies on the way.

The run's row is the job. A worker holds it by a lease that it renews while it works; `attempts`
numbers the holders, so that one whose lease was taken over stores nothing.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Sequence

import pghistory
from django.db import DatabaseError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.errors import NotReadable, WrongState
from claims.language_model import is_model_set
from claims.models import Article, ExtractionRun
from claims.nlp.types import SplitDocument, SplitError, SplitRequest
from claims.services.asking import Asking
from claims.services.heartbeat import Heartbeat, LeaseLost, lease_end
from claims.services.split_rows import store_document
from claims.services.splitting import split_text

logger = logging.getLogger(__name__)

MAX_ATTEMPTS = 3
_WORKER_LOST = "worker-lost"
_State = ExtractionRun.ExtractionState
_CODES = {"empty": "empty-text", "binary": "binary-text"}


def problem_code(error: SplitError) -> str:
    """Give the API's code for a text the language code refuses."""
    return _CODES.get(error.code, error.code.replace("_", "-"))


def refusal_of(error: SplitError) -> NotReadable:
    """Turn a refusal of the language code, which speaks English, into the API's."""
    words = {
        "empty": _("The text is empty."),
        "whitespace_only": _("The text holds nothing but white space."),
        "too_long": _("The text is too long."),
        "binary": _("This isn't text."),
        "unsupported_language": _(
            "The text seems to be in neither Italian nor English. If it is in one, say which."
        ),
    }
    return NotReadable(problem_code(error), words[error.code])


def queue_extraction(*, article: Article) -> ExtractionRun:
    """Give the article's open run, a new one where there is none.

    Raises WrongState for an article that has no text yet.
    """
    if not article.text_sha256:
        raise WrongState(_("The article hasn't been read yet."))
    with transaction.atomic(), pghistory.context(act="queue-extraction"):
        Article.objects.select_for_update(no_key=True).get(pk=article.pk)
        open_run = article.extraction_runs.filter(
            extraction_state__in=[_State.QUEUED, _State.RUNNING]
        ).first()
        return open_run or ExtractionRun.objects.create(article=article)


def run_extraction(run_id: uuid.UUID) -> int | None:
    """Split the run's article and give the number of claims; None when there is nothing to do.

    Safe to run twice, at once or after a crash. A failure is kept in the run; what may be a
    passing fault is queued again, MAX_ATTEMPTS times in all.
    """
    run = _begin(run_id)
    if run is None:
        return None
    try:
        asking = Asking(run.article) if is_model_set() else None
        with Heartbeat(run) as heartbeat:
            document = _split(run.article, heartbeat, asking)
        return _finish(run, document, asking.problem if asking else "")
    except SplitError as error:
        _fail(run, problem_code(error), error.detail, is_final=True)
    except LeaseLost:
        logger.warning("run %s: another worker took over, this one stops", run.pk)
    except DatabaseError:
        raise  # the lease runs out and the sweep tries again
    except Exception as fault:
        logger.exception("run %s: splitting broke", run.pk)
        _fail(run, "splitting-failed", f"{type(fault).__name__}: {fault}"[:500], is_final=False)
    return None


def note_called(run_ids: Sequence[uuid.UUID]) -> None:
    """Note that a worker was called for these runs just now, so that the next sweep waits."""
    ExtractionRun.objects.filter(pk__in=run_ids).update(updated_at=timezone.now())


def _split(article: Article, heartbeat: Heartbeat, asking: Asking | None) -> SplitDocument:
    published = article.published_at
    date = timezone.localdate(published) if published else None
    request = SplitRequest(article.text, article.language, date)
    if asking is None:
        return split_text(request, heartbeat.report)
    return split_text(request, heartbeat.report, asking.proposer())


@transaction.atomic
def _begin(run_id: uuid.UUID) -> ExtractionRun | None:
    """Take the lease; None when the run is done, failed, or held by a living worker."""
    is_free = Q(extraction_state=_State.QUEUED) | Q(
        extraction_state=_State.RUNNING, lease_until__lt=timezone.now()
    )
    run = (
        ExtractionRun.objects.select_for_update(skip_locked=True, of=("self",))
        .select_related("article")
        .filter(is_free, pk=run_id)
        .first()
    )
    if run is None:
        return None
    with pghistory.context(act="begin-extraction"):
        if run.attempts >= MAX_ATTEMPTS:
            _mark_failed(run, _WORKER_LOST, _("The worker stopped each time it was tried."))
            return None
        run.attempts += 1
        run.extraction_state = _State.RUNNING
        run.started_at = timezone.now()
        run.progress = 0.0
        run.lease_until = lease_end()
        run.save()
    return run


@transaction.atomic
def _finish(run: ExtractionRun, document: SplitDocument, model_problem: str) -> int | None:
    """Store the result if the run is still ours; None when another took it over."""
    held = _held(run)
    if held is None:
        logger.warning("run %s: another worker took over, the result is dropped", run.pk)
        return None
    with pghistory.context(act="extract", pipeline=document.pipeline):
        number = store_document(run=held, document=document)
        held.extraction_state = _State.DONE
        held.pipeline = document.pipeline
        held.model_problem = model_problem
        held.progress = 1.0
        held.problem = held.problem_detail = ""
        held.lease_until = None
        held.finished_at = timezone.now()
        held.save()
    return number


@transaction.atomic
def _fail(run: ExtractionRun, problem: str, detail: str, *, is_final: bool) -> None:
    held = _held(run)
    if held is None:
        return
    with pghistory.context(act="fail-extraction"):
        if is_final or held.attempts >= MAX_ATTEMPTS:
            _mark_failed(held, problem, detail)
            return
        held.extraction_state = _State.QUEUED
        held.problem, held.problem_detail = problem, detail
        held.lease_until = None
        held.save()


def _mark_failed(run: ExtractionRun, problem: str, detail: str) -> None:
    """Close the run; that its worker was lost says less than what went wrong before."""
    if problem != _WORKER_LOST or not run.problem:
        run.problem, run.problem_detail = problem, detail
    run.extraction_state = _State.FAILED
    run.lease_until = None
    run.finished_at = timezone.now()
    run.save()


def _held(run: ExtractionRun) -> ExtractionRun | None:
    """The run's row, locked, if we still hold it."""
    return (
        ExtractionRun.objects.select_for_update(of=("self",))
        .select_related("article")
        .filter(pk=run.pk, extraction_state=_State.RUNNING, attempts=run.attempts)
        .first()
    )
