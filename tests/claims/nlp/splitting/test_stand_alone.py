"""Nothing is added that the article doesn't say; the grammar of what is put together."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from claims.nlp.grammar.gerunds import finite_gerund
from claims.nlp.grammar.statement import Statement
from claims.nlp.grammar.verb_forms import english_past, indicative
from claims.nlp.lexicon.italian_verbs import past_participle
from claims.nlp.naming.names import find_names
from claims.nlp.parsing.pipeline import parse_sentences
from claims.nlp.parsing.tree import tree_of
from claims.nlp.phrasing.wording import stand_alone_text
from claims.nlp.sentences import split_sentences
from claims.nlp.speech.quotes import find_quotes
from claims.nlp.splitting.clauses import claims_of
from claims.nlp.types import Candidate, Label, Sentence

GOLDEN = [
    json.loads(line)
    for path in sorted((Path(__file__).parents[3] / "golden").glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]
WORD = re.compile(r"[^\W\d_]+")
FUNCTION = frozenset(
    re.findall(
        r"\w+",
        """
        a ad al alla alle agli ai allo all che con da dal dalla dalle dai di del della
        delle dei degli dello dell e ed gli ha hanno i il in l la le lo nel nella nelle
        nei nello nell non per su sul sulla sono si stata stato state stati un una uno è
        era erano an and are at by is of on that the to was were s did does has have not
        with
        """,
    )
)


def claims(text: str, language: str) -> list[Candidate]:
    spans = split_sentences(text, language)
    sentences = [Sentence(s.start, s.end, Label.CHECKABLE, 0.8, (), 0.95, 0.1) for s in spans]
    names = find_names(text, language, sentences)
    quotes = find_quotes(text, language, sentences, names)
    return claims_of(text, language, sentences, quotes, [], [], names)


def unsaid(claim: str, article: str) -> list[str]:
    """Content words of a claim that aren't in the article, nor another form of a word in it."""
    said = {word.lower() for word in WORD.findall(article)}
    stems = {word[: max(4, len(word) - 3)] for word in said if len(word) > 3}
    return [
        word
        for word in map(str.lower, WORD.findall(claim))
        if word not in said | FUNCTION and word[: max(4, len(word) - 3)] not in stems
    ]


@pytest.mark.parametrize("article", GOLDEN, ids=[article["id"] for article in GOLDEN])
def test_every_content_word_stands_in_the_article(article: dict[str, str]) -> None:
    found = claims(article["text"], article["language"])
    assert found
    assert {c.text: w for c in found if (w := unsaid(c.text, article["text"]))} == {}


def test_an_added_word_would_be_seen() -> None:
    assert unsaid("The bridge was demolished.", "The bridge closed.") == ["demolished"]


@pytest.mark.parametrize(
    ("text", "language", "head", "left_out", "expected"),
    [
        (
            "Parla del crollo avvenuto a Gela.",
            "it",
            "avvenuto",
            {"Parla", "del"},
            "Il crollo è avvenuto a Gela.",
        ),
        (
            "Rina Poli, tornata a Gela nel 2003, insegna.",
            "it",
            "tornata",
            {"insegna"},
            "Rina Poli è tornata a Gela nel 2003.",
        ),
        (
            "La frana ha chiuso la strada, causando danni per 3 milioni.",
            "it",
            "causando",
            {"ha", "chiuso", "la", "strada"},
            "La frana ha causato danni per 3 milioni.",
        ),
        (
            "La cooperativa, i cui soci sono nove, vende pane.",
            "it",
            "nove",
            {"vende", "pane"},
            "I soci della cooperativa sono nove.",
        ),
        (
            "Elogia il mugnaio, che ha vinto due premi.",
            "it",
            "vinto",
            {"Elogia", "il"},
            "Il mugnaio ha vinto due premi.",
        ),
        (
            "The storm hit Ansel, killing two sailors.",
            "en",
            "killing",
            {"hit", "Ansel"},
            "The storm killed two sailors.",
        ),
        (
            "The shop, based in Leeds, sells bread.",
            "en",
            "based",
            {"sells", "bread"},
            "The shop is based in Leeds.",
        ),
    ],
)
def test_what_has_no_finite_verb_gets_one(
    text: str, language: str, head: str, left_out: set[str], expected: str
) -> None:
    [[(offset, doc)]] = parse_sentences(text, language, [(0, len(text))])
    tree = tree_of(doc, language, 0, offset)
    mask = frozenset(i for i in tree.words if tree.forms[i] not in left_out)
    assert stand_alone_text(Statement(tree, tree.forms.index(head), mask), {}, None) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "«La crepa era lunga tre metri», ha detto Dora Poli.",
            "it",
            "Dora Poli ha detto che la crepa era lunga tre metri.",
        ),
        ("“She leaks when it rains,” said Moira Teague.", "en", "Moira Teague said that she leaks"),
        ("“I lost 40 sheep,” said Moira Teague.", "en", "Moira Teague said: “I lost 40 sheep”."),
    ],
)
def test_reported_speech_begins_with_its_speaker(text: str, language: str, expected: str) -> None:
    assert any(claim.text.startswith(expected) for claim in claims(text, language))


@pytest.mark.parametrize(
    ("infinitive", "participle"),
    [
        ("provocare", "provocato"),
        ("comprendere", "compreso"),
        ("costruire", "costruito"),
        ("ridurre", "ridotto"),
        ("mettere", "messo"),
        ("pane", None),
    ],
)
def test_participles(infinitive: str, participle: str | None) -> None:
    assert past_participle(infinitive) == participle


@pytest.mark.parametrize(
    ("form", "lemma", "past", "ending", "expected"),
    [
        ("causando", "causare", True, "a", ("ha causato", "")),
        ("scendendo", "scendere", True, "a", ("è scesa", "")),
        ("arrivando", "arrivare", True, "i", ("sono arrivati", "")),
        ("fermandosi", "fermare", True, "e", ("si sono fermate", "si")),
        ("viaggiando", "viaggiare", False, "a", ("viaggia", "")),
        ("costituendo", "costituire", False, "i", ("costituiscono", "")),
        ("riuscendo", "riuscere", True, "a", ("è riuscita", "")),
        ("cogliendo", "cogliire", True, "o", ("ha colto", "")),
        ("tavolo", "tavolo", True, "o", None),
    ],
)
def test_gerunds_become_finite(
    form: str, lemma: str, past: bool, ending: str, expected: tuple[str, str] | None
) -> None:
    assert finite_gerund(form, lemma, past=past, ending=ending) == expected


@pytest.mark.parametrize(
    ("lemma", "past"),
    [
        ("kill", "killed"),
        ("leave", "left"),
        ("carry", "carried"),
        ("stop", "stopped"),
        ("be", "was"),
    ],
)
def test_english_pasts(lemma: str, past: str) -> None:
    assert english_past(lemma) == past


def test_a_subjunctive_turns_indicative() -> None:
    assert [indicative(form) for form in ("abbia", "siano", "ponte")] == ["ha", "sono", "ponte"]
