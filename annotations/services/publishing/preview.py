"""The public page as it would be now, for the editor who is about to publish it."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext as _

from annotations.documents.public_document import PublicDocument, read_document
from annotations.moments import utc
from annotations.policies import may_publish
from annotations.services.publishing.document import VersionFacts, public_document
from annotations.services.publishing.material import gather
from annotations.services.publishing.publication import current_version
from claims.errors import NotAllowed
from claims.models import Claim


def preview_of(*, claim: Claim, by: User) -> PublicDocument | None:
    """Shape the public document of the present draft, verdict and evidence; nothing is stored.

    None while no verdict stands: there is no rating to show. The gate isn't asked, so that an
    editor sees how far the page is. Raises NotAllowed.
    """
    if not may_publish(by):
        raise NotAllowed(_("Only an editor sees a page before it is public."))
    material = gather(claim)
    if material.verdict is None:
        return None
    return public_document(material, material.verdict.rating, _facts_of_next(claim))


def _facts_of_next(claim: Claim) -> VersionFacts:
    """Number the version that would come next; the notice of a correction isn't written yet."""
    now = utc(timezone.now())
    last = current_version(claim)
    if last is None:
        return VersionFacts(1, now, now, ())
    former = read_document(last.document)
    return VersionFacts(last.version + 1, former.published_at, now, former.corrections)
