"""The words of published claims: what a mistyped word is compared with."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.db import models


class PublishedWord(models.Model):
    """A folded word (annotations.filter_keys) of some version's headline, claim or speaker.

    Compared with a few thousand words, a mistyped one is found in a millisecond; compared with
    every claim it took a third of a second. Words are only added: one that no claim has any more
    finds nothing.
    """

    word = models.TextField(primary_key=True)

    class Meta:
        indexes = [
            GinIndex(fields=["word"], opclasses=["gin_trgm_ops"], name="published_word_trigrams")
        ]

    def __str__(self) -> str:
        return self.word
