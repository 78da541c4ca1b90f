"""Whether a model's wording says what the claim's own words say, and nothing else.

A wording is taken word by word, never by its meaning: each word that states something is one of
the claim's own, in their order and form, and none of these is missing. Only where a word points
elsewhere may something be named, by words that stand together in the article, and a name be said
in full. So no number, date,
name, negation, hedge or tense can come in, change or go.
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
    measure_of,
    measure_of_wording,
    silent_words,
)
from claims.nlp.types import Candidate

PLAIN = re.compile(r"[\w .,;:'’«»“”‘\"()%€$£¥°§‰/&+–—-]+")
SPEECH = frozenset('«»“”"')
MOST_ADDED = 12


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
    measure = measure_of(statement, claim.unresolved)
    other, named = measure_of_wording(claim.text, statement, measure.words)
    for held in (measure, other):
        added = None if held is None else runs_added(given, held, article)
        if added is not None and may_be_named(added, named, article):
            return finish(proposed)
    return ""


def adds_speech(proposed: str, statement: Statement) -> bool:
    """Whether a wording has quotation marks where the article's sentence has none."""
    return bool(SPEECH.intersection(proposed)) and not any(
        SPEECH.intersection(form) for form in statement.tree.forms
    )


def runs_added(
    given: Sequence[str], held: Measure, article: ArticleWords
) -> list[list[str]] | None:
    """What a wording adds, run by run; None where it drops, moves or adds where nothing may be.

    A name that is said in full, as the article has it, adds nothing.
    """
    runs: dict[int, list[str]] = {}
    place = 0
    for form in given:
        if place < len(held.words) and held.words[place].is_said_by(form):
            place += 1
        else:
            runs.setdefault(place, []).append(form)
    if not held.words or place < len(held.words):
        return None
    added = {at: run for at, run in runs.items() if not fills_name(run, held.words, at, article)}
    return list(added.values()) if added.keys() <= held.gaps else None


def fills_name(
    run: Sequence[str], words: Sequence[OwnWord], at: int, article: ArticleWords
) -> bool:
    """Whether words beside a part of a name are the rest of it: "Polo [dei Territori]"."""
    before = [words[at - 1]] if at and words[at - 1].is_name else []
    behind = [words[at]] if at < len(words) and words[at].is_name else []
    return any(article.names([word.form, *run]) for word in before) or any(
        article.names([*run, word.form]) for word in behind
    )


def may_be_named(
    added: Sequence[Sequence[str]], named: Sequence[str], article: ArticleWords
) -> bool:
    """Whether the article names something in these words, and the product means nothing else.

    named: what the product's own wording put in the place of what points elsewhere.
    """
    words = [form for run in added for form in run]
    if not words:
        return True
    if len(words) > MOST_ADDED or not all(article.names(run) for run in added):
        return False
    return not named or is_within(named, words) or is_within(words, named)


def is_within(few: Sequence[str], many: Sequence[str]) -> bool:
    """Whether words stand among others in the same order ("Righi": "Anna Righi")."""
    rest = iter(many)
    return all(word in rest for word in few)
