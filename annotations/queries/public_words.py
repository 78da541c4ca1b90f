"""How typed words find published claims: by word stems, and by likeness where these find little."""

from __future__ import annotations

import re

from django.contrib.postgres.search import SearchQuery, SearchRank, TrigramWordSimilarity
from django.db.models import Case, F, FloatField, Q, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

from annotations.filter_keys import name_key
from claims.models import Article

SHORTEST = 4
"""Shorter words are alike by chance; most say nothing either."""
MOST_WORDS = 8
_WORD = re.compile(r"\w+")


def holding(words: str) -> Q:
    """Search each language's claims with that language's word forms."""
    found = Q()
    for language in Article.Language.values:
        found |= Q(language=language, search=_query(words, language))
    return found


def likened_words(words: str) -> list[str]:
    """Give the words of a search that may be mistyped.

    None where nothing could be, or where the person was exact: "phrases" and -exclusions.
    """
    if '"' in words or re.search(r"(?:^|\s)-\S", words):
        return []
    asked = _WORD.findall(name_key(words))
    return [word for word in asked if len(word) >= SHORTEST][:MOST_WORDS]


def resembling(words: str) -> Q:
    """Search for claims that have a word like each of those typed, or hold them all.

    How like is the connection's pg_trgm.word_similarity_threshold (config.settings).
    """
    alike = Q()
    for word in likened_words(words):
        alike &= Q(search_key__trigram_word_similar=word)
    return holding(words) | alike


def relevance(words: str, *, is_similar: bool) -> Combinable:
    """Rank by where the words stand (headline and claim first), or by how like they are."""
    if is_similar:
        return Cast(TrigramWordSimilarity(name_key(words), "search_key"), FloatField())
    ranks = [
        When(language=language, then=SearchRank(F("search"), _query(words, language)))
        for language in Article.Language.values
    ]
    return Cast(Case(*ranks, default=Value(0.0)), FloatField())


def _query(words: str, language: str) -> SearchQuery:
    return SearchQuery(words, config=f"vaglio_{language}", search_type="websearch")
