"""Rows of claims/: one subject a file."""

from claims.models.article import Article
from claims.models.claim import Claim
from claims.models.extraction import ExtractionRun
from claims.models.model_answer import ModelAnswer, ModelProblem
from claims.models.sentence import Sentence

__all__ = ["Article", "Claim", "ExtractionRun", "ModelAnswer", "ModelProblem", "Sentence"]
