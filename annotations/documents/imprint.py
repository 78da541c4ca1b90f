"""Who publishes here, as the settings say it."""

from __future__ import annotations

from django.conf import settings

from annotations.documents.claim_review import Organisation


def our_organisation() -> Organisation:
    """Give the newsroom whose site this is, as the author of its reviews."""
    return Organisation(
        settings.SITE_NAME,
        settings.SITE_URL,
        logo=settings.SITE_LOGO,
        same_as=tuple(settings.SITE_SAME_AS),
    )
