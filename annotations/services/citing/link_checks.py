"""Visits to sources: each is a row; who relies on a source is told once it died or changed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from annotations.models import LinkCheck, Source
from annotations.queries.links import cited_excerpts
from annotations.queries.sources import newest_kept_copy
from annotations.queries.visits import link_state_of
from annotations.services.acting import act_of
from annotations.services.citing.copies import MAX_TEXT
from annotations.services.telling.notifications import tell_of_source
from annotations.sources.copy_content import PDF, readable, sniffed_type
from annotations.sources.link_comparison import LEAST_LIKENESS, likeness, lost_excerpts
from annotations.sources.link_state import LinkState
from annotations.sources.pdf_reading import read_pdf

Outcome = LinkCheck.Outcome
_SILENT = frozenset({"unreachable", "untrusted-certificate", "too-slow", "too-many-redirects"})
_NOBODY_HOME = frozenset({404, 410})
_SERVER_FAULTS = range(500, 600)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a visit found on the page; likeness None where nothing could be compared."""

    likeness: float | None
    lost_excerpts: int
    text_sha256: str

    @property
    def outcome(self) -> LinkCheck.Outcome:
        """Say whether the page is still what was cited."""
        is_another = self.likeness is not None and self.likeness < LEAST_LIKENESS
        return Outcome.CHANGED if is_another or self.lost_excerpts else Outcome.SAME


def compared(source: Source, content: bytes, declared_type: str) -> Finding:
    """Hold what is on the page now against the newest copy we keep, and the passages cited.

    An image has no words here: it is the same when its bytes are; so is a PDF without any.
    """
    words = _words_in(content, declared_type)
    text_sha256 = hashlib.sha256(words.encode()).hexdigest() if words else ""
    copy = newest_kept_copy(source)
    if copy is None:
        return Finding(None, 0, text_sha256)
    if not copy.text or (copy.content_type == PDF and not words):
        is_same = copy.sha256 == hashlib.sha256(content).hexdigest()
        is_page = copy.content_type.startswith("text/")
        return Finding(None if is_page else float(is_same), 0, text_sha256)
    lost = lost_excerpts(cited_excerpts(source), copy.text, words)
    return Finding(likeness(copy.text, words), len(lost), text_sha256)


def _words_in(content: bytes, declared_type: str) -> str:
    content_type = sniffed_type(content) or ""
    if content_type == PDF:
        return read_pdf(content, most=MAX_TEXT).text
    return readable(content, content_type, declared_type).text


def keep_finding(*, source: Source, finding: Finding) -> LinkCheck:
    """Keep what a visit found."""
    check = LinkCheck(
        source=source,
        outcome=finding.outcome,
        likeness=finding.likeness,
        lost_excerpts=finding.lost_excerpts,
        text_sha256=finding.text_sha256,
    )
    return _keep(check)


def keep_failure(*, source: Source, problem: str, http_status: int | None) -> LinkCheck:
    """Keep why a visit failed; what may be aimed at programs only says nothing of the page."""
    is_silent = problem in _SILENT or http_status in _NOBODY_HOME or http_status in _SERVER_FAULTS
    outcome = Outcome.FAILED if is_silent else Outcome.REFUSED
    return _keep(
        LinkCheck(source=source, outcome=outcome, problem=problem, http_status=http_status)
    )


def _keep(check: LinkCheck) -> LinkCheck:
    """Add the row; two visits at once are told apart by the lock on the source."""
    with act_of(None):
        source = Source.objects.select_for_update().get(pk=check.source_id)
        before = link_state_of(source)
        check.save()
        after = link_state_of(source)
        if after != before and after in (LinkState.DEAD, LinkState.CHANGED):
            tell_of_source(check=check, is_dead=after is LinkState.DEAD)
    return check
