"""The admin panel for articles and claims; one subject a file."""

from __future__ import annotations

from claims.admin.articles import ArticleAdmin, ExtractionRunAdmin
from claims.admin.claims import ClaimAdmin
from claims.admin.trail import TrailAdmin

__all__ = ["ArticleAdmin", "ClaimAdmin", "ExtractionRunAdmin", "TrailAdmin"]
