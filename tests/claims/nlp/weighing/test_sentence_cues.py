"""Cues are true of the sentence, in its own language; reasons name them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from claims.nlp.types import Label
from claims.nlp.weighing.check_worthiness import judge
from claims.nlp.weighing.cue_words import languages_of, words_of
from claims.nlp.weighing.sentence_cues import NAMES, cues_of
from claims.nlp.weighing.sentence_reasons import KEYS, reasons_of

TEXTS = Path(__file__).parents[4] / "frontend" / "src" / "i18n"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("I prezzi sono aumentati.", "change"),
        ("Prices have doubled.", "change"),
        ("Il debito è più alto rispetto al 2010.", "comparison"),
        ("Per la prima volta vince una donna.", "record"),
        ("Il tribunale di Asti ha deciso.", "institution"),
        ("È costato nove euro.", "money"),
        ("It cost $9.", "money"),
        ("Pioverà fino a sera.", "future"),
        ("The tunnel will open in May.", "future"),
        ("L’uomo avrebbe rubato una bici 🚲.", "conditional"),
        ("Dobbiamo svegliarci.", "exhortation"),
        ("Diciannove operai sono rimasti a casa.", "spelled"),
        ("Ha preso il 12 per cento dei voti.", "percent"),
        ("Ne parla la signora Bini.", "names"),
        ("«Siamo stanchi».", "all_quoted"),
        ("We closed the gap.", "first_person"),
    ],
)
def test_a_cue_is_seen(text: str, cue: str) -> None:
    assert getattr(cues_of(text), cue) > 0


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("La Calabria e Salerno sono al Sud.", "change"),  # not "calare", "salire"
        ("Il cutaneo è un tessuto.", "change"),  # nor "cut"
        ("A sale of books was held at the hall.", "change"),  # "sale" rises in Italian only
        ("Pare che dorma.", "money"),
        ("È stato in montagna.", "institution"),
        ("She said on Tuesday that I'm late.", "names"),
        ("Non c'è più nessuno.", "comparison"),
        ("We met in May.", "hedged"),
        ("Il tiranno supremo tremava.", "future"),
        ("La camicia è pronta.", "names"),  # a first word's capital names nobody
        ("He ate more at the inn.", "first_person"),
        ("I libri sono sul tavolo.", "first_person"),  # "I" is an article
        ("A Ostia i bagnini protestano.", "first_person"),
        ("«Siamo stanchi», ha detto.", "all_quoted"),
    ],
)
def test_a_cue_is_not_seen_where_it_is_not(text: str, cue: str) -> None:
    assert getattr(cues_of(text), cue) == 0


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("La casa è sul lago.", ("it",)),
        ("The house is by the lake.", ("en",)),
        ("A Ostia i bagnini protestano.", ("it",)),
        ("A dog bit a man.", ("en",)),
        ("Wow!", ("it", "en")),
        ("", ("it", "en")),
    ],
)
def test_the_language_shows_in_function_words(text: str, languages: tuple[str, ...]) -> None:
    assert languages_of(words_of(text)) == languages


@pytest.mark.parametrize("text", ["", "👍", "e\u0301", "“”", "12", "\ud800", "A" * 5000, "\n\t"])
def test_every_cue_is_a_share(text: str) -> None:
    assert all(0.0 <= value <= 1.0 for value in cues_of(text).as_row())


def test_reasons_are_the_cues_of_the_sentence() -> None:
    text = "Nel 2023 la spesa del ministero è aumentata di 12 milioni, ha detto Carla Bini."
    expected = ["quantity", "date", "named_actor", "institution", "money", "change"]
    assert list(reasons_of(Label.CHECKABLE, cues_of(text), 0.1))[:6] == expected


def test_a_climb_is_a_change_only_where_something_is_counted() -> None:
    counted = reasons_of(Label.CHECKABLE, cues_of("La spesa è scesa a 12 milioni."), 0.1)
    boarded = reasons_of(Label.CHECKABLE, cues_of("La donna è scesa dal treno."), 0.1)
    assert "change" in counted
    assert "change" not in boarded


def test_a_judging_tone_is_named() -> None:
    loaded = cues_of("Il vergognoso ponte è chiuso.")
    assert "opinion" in reasons_of(Label.CHECKABLE, loaded, 0.9)
    assert "opinion" not in reasons_of(Label.CHECKABLE, loaded, 0.2)
    assert "opinion" not in reasons_of(Label.CHECKABLE, cues_of("Il ponte è chiuso."), 0.9)


def test_a_sentence_that_cannot_be_checked_says_why_first() -> None:
    bare = replace(cues_of(""), **dict.fromkeys(NAMES, 0.0))
    assert reasons_of(Label.OTHER, bare, 0.1) == ("no_fact",)
    assert reasons_of(Label.PREDICTION, bare, 0.1) == ("no_fact",)
    assert reasons_of(Label.PREDICTION, replace(bare, future=1.0), 0.1) == ("prediction",)
    assert reasons_of(Label.EXHORTATION, replace(bare, exhortation=0.5), 0.1) == ("exhortation",)
    assert reasons_of(Label.OPINION, bare, 0.1) == ("no_fact",)
    assert reasons_of(Label.OPINION, bare, 0.9) == ("opinion",)
    assert judge(["Che ore sono?"])[0].reasons == ("question",)


@pytest.mark.parametrize("language", ["it", "en"])
def test_every_reason_has_words_in_both_languages(language: str) -> None:
    shown = json.loads((TEXTS / f"{language}.json").read_text(encoding="utf-8"))["reasons"]
    assert (KEYS | {"question", "heading"}) - set(shown) == set()
