"""The schema promises what the stored documents hold."""

from __future__ import annotations

from dataclasses import fields

import pytest

from annotations.api.newsroom import claim_shapes
from annotations.documents.public_document import (
    Correction,
    KeptCopy,
    PublicArticle,
    PublicClaim,
    PublicDocument,
    PublicEntity,
    PublicEvidence,
    PublicRating,
    PublicSource,
    Tombstone,
)

SHAPES = [
    ("VerifiedClaim", PublicDocument),
    ("Tombstone", Tombstone),
    ("PublicClaim", PublicClaim),
    ("PublicArticle", PublicArticle),
    ("PublicEntity", PublicEntity),
    ("PublicRating", PublicRating),
    ("PublicEvidence", PublicEvidence),
    ("PublicSource", PublicSource),
    ("KeptCopy", KeptCopy),
    ("PublicCorrection", Correction),
]


@pytest.mark.parametrize(("name", "kind"), SHAPES)
def test_the_schema_promises_what_the_documents_hold(name: str, kind: type) -> None:
    shape = getattr(claim_shapes, f"{name}Shape")()
    assert list(shape.fields) == [part.name for part in fields(kind)]
