"""An editor sees what a correction would change before it is public; it must be what it says."""

from __future__ import annotations

import pytest

from annotations.errors.publication import NothingToCorrect, RatingChanges
from annotations.models import PublicationDraft, PublishedClaim
from annotations.services.publishing.overview import publication_overview
from annotations.services.publishing.publication import correct, withdraw
from tests.annotations.publishing import make_published, settle
from tests.factories import Cast


@pytest.mark.django_db
def test_a_correction_names_what_it_would_change_until_it_is_public(cast: Cast) -> None:
    claim = make_published(cast).claim

    def changes() -> tuple[str, ...]:
        return tuple(publication_overview(claim, seen_by=cast.editor).changes)

    assert changes() == ()
    PublicationDraft.objects.filter(claim=claim).update(headline="Tutt’altro titolo 👍")
    assert changes() == ("headline",)
    settle(claim, cast.editor, "misleading")
    assert changes() == ("headline", "rating")
    assert publication_overview(claim, seen_by=cast.ada).changes == ()
    correct(claim=claim, by=cast.editor, severity="significant", notice="Rivisto.")
    assert changes() == ()
    withdraw(claim=claim, by=cast.editor, notice="Errore.")
    assert changes() == ()


@pytest.mark.django_db
def test_a_correction_that_changes_the_rating_is_never_minor(cast: Cast) -> None:
    claim = make_published(cast).claim
    settle(claim, cast.editor, "misleading")
    with pytest.raises(RatingChanges, match="significant"):
        correct(claim=claim, by=cast.editor, severity="minor", notice="Un refuso.")
    corrected = correct(claim=claim, by=cast.editor, severity="significant", notice="Rivisto.")
    assert corrected.rating_key == "misleading"


@pytest.mark.django_db
@pytest.mark.parametrize("severity", PublishedClaim.Severity.values)
def test_a_correction_that_changes_nothing_is_refused(cast: Cast, severity: str) -> None:
    claim = make_published(cast).claim
    settle(claim, cast.editor, "false")  # decided once more, to the same end
    with pytest.raises(NothingToCorrect):
        correct(claim=claim, by=cast.editor, severity=severity, notice="Niente 👍.")
    assert PublishedClaim.objects.get(claim=claim).version == 1
