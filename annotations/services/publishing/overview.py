"""What the desk sees of one claim's publication: draft, check-list, versions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User

from annotations.models import PublicationDraft, PublishedClaim
from annotations.policies import may_publish
from annotations.publication_gate import GateItem
from annotations.queries.publications import versions_of
from annotations.queries.replies import ReplySeen, replies_of
from annotations.queries.reviews import may_see_reviews
from annotations.services.publishing.changes import parts_changed
from annotations.services.publishing.material import gate_of, gather
from claims.models import Claim

UNPUBLISHED, PUBLISHED, WITHDRAWN = "unpublished", "published", "withdrawn"


@dataclass(frozen=True, slots=True)
class PublicationOverview:
    """The publication of one claim as one person sees it; `versions` newest first.

    changes: the parts of what is public that a correction would change; for who publishes.
    """

    draft: PublicationDraft
    gate: Sequence[GateItem]
    versions: Sequence[PublishedClaim]
    may_publish: bool
    changes: Sequence[str]
    replies: Sequence[ReplySeen]

    @property
    def current(self) -> PublishedClaim | None:
        """Give the newest version."""
        return self.versions[0] if self.versions else None

    @property
    def state(self) -> str:
        """Name the publication state."""
        if self.current is None:
            return UNPUBLISHED
        withdrawn = self.current.act == PublishedClaim.Act.WITHDRAWN
        return WITHDRAWN if withdrawn else PUBLISHED

    @property
    def ready(self) -> bool:
        """Say whether nothing is missing."""
        return not any(item.is_lacking for item in self.gate)


def publication_overview(claim: Claim, *, seen_by: User) -> PublicationOverview:
    """Gather it; the gate is held as if `seen_by` were to publish."""
    material = gather(claim)
    versions = list(versions_of(claim.pk).defer("body", "search"))
    may = may_publish(seen_by)
    is_open = may or may_see_reviews(claim, seen_by)
    return PublicationOverview(
        draft=material.draft if is_open else _wordless(material.draft),
        gate=gate_of(material, publisher=seen_by),
        versions=versions,
        may_publish=may,
        changes=parts_changed(material, versions[0]) if may and versions else (),
        replies=replies_of(claim) if is_open else (),
    )


def _wordless(draft: PublicationDraft) -> PublicationDraft:
    """Keep a draft's words from who still rates the claim blind: a headline tells the verdict."""
    return PublicationDraft(claim=draft.claim, language=draft.language, version=draft.version)
