"""Whether a model's wording says what the claim's own words say, and nothing else.

A wording is taken word by word, never by its meaning: each word that states something is one of
the claim's own, in their order and form, and none of these is missing. Only where a word points
elsewhere may something be named, in words that stand together in the article: what the product
names there, or one of those that it leaves open (which stays marked as open, for a person). So no
number, date, negation, hedge or tense can come in, change or go, and no name that isn't meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.nlp.grammar.statement import Statement
from claims.nlp.phrasing.sentence_marks import finish
from claims.nlp.proposing.article_words import ArticleWords, tokens
from claims.nlp.proposing.claim_words import (
    Measure,
    OwnWord,
    Phrase,
    measures_of,
    silent_words,
    words_of,
)
from claims.nlp.proposing.made_finite import is_made_finite
from claims.nlp.types import Candidate

PLAIN = re.compile(r"[\w .,;:'’«»“”‘\"()%€$£¥°§‰/&+–—-]+")
SPEECH = frozenset('«»“”"')


def agreed_text(
    proposed: str, statement: Statement, claim: Candidate, article: ArticleWords
) -> str:
    """The model's wording as a sentence; "" where it isn't sure to say just what the claim says.

    claim: the product's own candidate for the statement, whose text may be empty.
    """
    if not PLAIN.fullmatch(proposed) or adds_speech(proposed, statement):
        return ""
    silent = silent_words(statement)
    given = [form for form in tokens(proposed) if form not in silent]
    changed = any(word.is_loose and word.form not in given for word in words_of(statement))
    if not is_made_finite(proposed, statement, claim.text, is_changed=changed):
        return ""
    if any(says_just(given, held, article) for held in measures_of(statement, claim)):
        return finish(proposed)
    return ""


def adds_speech(proposed: str, statement: Statement) -> bool:
    """Whether a wording has quotation marks where the article's sentence has none."""
    return bool(SPEECH.intersection(proposed)) and not any(
        SPEECH.intersection(form) for form in statement.tree.forms
    )


def says_just(given: Sequence[str], held: Measure, article: ArticleWords) -> bool:
    """Whether words are a measure's own, in its order, none missing, with what may be named."""
    runs: dict[int, list[str]] = {}
    place = 0
    for form in given:
        if place < len(held.words) and held.words[place].is_said_by(form):
            place += 1
        else:
            runs.setdefault(place, []).append(form)
    whole = bool(held.words) and place == len(held.words)
    return whole and all(
        fills_name(run, held.words, at, article)
        or may_be_named(run, held.named.get(at, ()), article)
        for at, run in runs.items()
    )


def fills_name(
    run: Sequence[str], words: Sequence[OwnWord], at: int, article: ArticleWords
) -> bool:
    """Whether words beside a part of a name are the rest of it: "Polo [dei Territori]"."""
    before = [words[at - 1]] if at and words[at - 1].is_name else []
    behind = [words[at]] if at < len(words) and words[at].is_name else []
    return any(article.names([word.form, *run]) for word in before) or any(
        article.names([*run, word.form]) for word in behind
    )


def may_be_named(run: Sequence[str], meant: Sequence[Phrase], article: ArticleWords) -> bool:
    """Whether words name, as the article does, one of those that may be meant."""
    return article.names(run) and any(
        is_within(run, phrase) or is_within(phrase, run) for phrase in meant
    )


def is_within(few: Sequence[str], many: Sequence[str]) -> bool:
    """Whether words stand among others in the same order ("Righi": "Anna Righi")."""
    rest = iter(many)
    return all(word in rest for word in few)
