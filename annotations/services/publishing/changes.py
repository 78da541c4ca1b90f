"""What a correction would change of what the public reads."""

from __future__ import annotations

from dataclasses import fields

from annotations.documents.public_document import PublicDocument, read_document
from annotations.models import PublishedClaim
from annotations.services.publishing.document import VersionFacts, public_document
from annotations.services.publishing.material import PublicationMaterial

_OF_THE_VERSION = (
    "id",
    "url",
    "publication_state",
    "version",
    "published_at",
    "updated_at",
    "corrections",
)
PARTS: tuple[str, ...] = tuple(
    part.name for part in fields(PublicDocument) if part.name not in _OF_THE_VERSION
)
"""What a version says, apart from what tells it from others."""

RATING = "rating"


def parts_changed(material: PublicationMaterial, newest: PublishedClaim) -> tuple[str, ...]:
    """Name the parts that a version made of `material` would change.

    None where it would add its notice alone, where no verdict stands, or where `newest` is a
    tombstone.
    """
    now = read_document(newest.document)
    if material.verdict is None or not isinstance(now, PublicDocument):
        return ()
    facts = VersionFacts(now.version, now.published_at, now.updated_at, now.corrections)
    coming = public_document(material, material.verdict.rating, facts)
    return tuple(name for name in PARTS if getattr(coming, name) != getattr(now, name))
