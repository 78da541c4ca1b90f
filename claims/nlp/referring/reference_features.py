"""What the chooser of antecedents sees of a pointing word and one thing it may mean."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from claims.nlp.lexicon import words
from claims.nlp.parsing.tree import SUBJECTS, Tree
from claims.nlp.referring.anaphors import Anaphor, Kind
from claims.nlp.referring.people_and_things import Sort
from claims.nlp.referring.referents import MAIN_SUBJECT, SUBJECT, Referent

Floats = NDArray[np.float32]
Cells = dict[str, float]
"""Some of a row's columns, by name."""

# 1 a person, 2 an organisation, 3 a place
NOUN_LISTS = (("person_titles", "person_nouns"), ("org_heads", "org_nouns"), ("place_heads",))
LABELS = {"PER": 1, "ORG": 2, "LOC": 3, "PRODUCT": 4, "MISC": 5, "": 6}
SHARES = frozenset({"cent", "percent", "percentage", "%", "rest"})
FARTHEST_NOUN = 4  # sentences
MOST = 14  # candidates a word
CATEGORIES = (0, 2, 5, 19)
NAMES_OF_COLUMNS = (
    "kind", "english", "label", "distance", "mentions", "role", "number", "gender", "animacy",
    "recency", "frequency", "first", "same_sentence", "speaker", "called", "same_lemma",
    "complement", "candidates", "share", "noun_class", "class_fits", "quoted", "copula",
    "later_noun", "depth", "by_name", "pointing", "words_between", "last_main", "verb_main",
    "opens", "sort",
)  # fmt: skip


def candidates_for(
    anaphor: Anaphor, lemma: str, referents: Sequence[Referent], number: int, english: bool
) -> list[tuple[Referent, int]]:
    """What a word may mean, the last mentioned first: (referent, index of its last mention).

    lemma: the word's. number: the anaphor's sentence. Later mentions in the same sentence don't
    count, but for a verb form whose subject may follow it.
    """
    found: list[tuple[Referent, int]] = []
    for referent in referents:
        last = last_place(referent, anaphor, number)
        if last is None:
            continue
        if not may_mean(anaphor, lemma, referent, number - referent.places[last].sentence, english):
            continue
        found.append((referent, last))
    found.sort(key=lambda pair: place_key(pair[0], pair[1]), reverse=True)
    if len(found) <= MOST:
        return found
    frequent = sorted(found, key=lambda pair: -pair[0].total)[:3]
    near = [pair for pair in found if pair not in frequent]
    kept = near[: MOST - 3] + frequent
    return sorted(kept, key=lambda pair: place_key(pair[0], pair[1]), reverse=True)


def place_key(referent: Referent, at: int) -> tuple[int, int]:
    """Order of mentions."""
    return referent.places[at].sentence, referent.places[at].word


def last_place(referent: Referent, anaphor: Anaphor, number: int) -> int | None:
    """Index of the last mention before the word."""
    for at in range(len(referent.places) - 1, -1, -1):
        place = referent.places[at]
        before = place.sentence < number or place.word < anaphor.word
        if before or anaphor.kind == Kind.NONFINITE:
            return at
    return None


def may_mean(
    anaphor: Anaphor, lemma: str, referent: Referent, distance: int, english: bool
) -> bool:
    """What is never meant is left out at once."""
    if anaphor.kind in (Kind.NOUN, Kind.NOUN_SUBJECT) and not referent.is_name:
        fuller = bool(referent.before or referent.after)
        return fuller and referent.lemma == lemma and referent.plural == anaphor.plural
    if not referent.text:
        return False
    if distance > FARTHEST_NOUN and not (referent.is_name and distance <= 3 * FARTHEST_NOUN):
        return False
    pronoun = anaphor.kind in (Kind.SUBJECT, Kind.PRONOUN, Kind.POSSESSIVE)
    if english and pronoun and not fits_pronoun(anaphor, referent):
        return False
    if not english and pronoun and anaphor.plural and is_one_name(referent):
        return False
    shows = anaphor.gender in ("m", "f") and anaphor.kind != Kind.CLITIC
    return not shows or not referent.gender or referent.gender == anaphor.gender


def is_mere_place(referent: Referent) -> bool:
    """A place that does nothing; one that acts may be a team or a government."""
    roles = {place.role for place in referent.places}
    return referent.label == "LOC" and not roles & {MAIN_SUBJECT, SUBJECT}


def is_one_name(referent: Referent) -> bool:
    """A name without a plural article is no "essi"."""
    several = referent.text.lower().startswith(("i ", "gli ", "le "))
    return referent.is_name and not several


def fits_pronoun(anaphor: Anaphor, referent: Referent) -> bool:
    """Whether "it" may be this thing, "she" this person; a noun of neither sort is a thing.

    "They" are no man or woman named alone, and no place; a share ("per cent") is nobody. Of a
    single name only a body may be meant, or several that bear it.
    """
    several = referent.label == "ORG" or referent.text.startswith("the ")
    several = several or referent.text.endswith("s")
    alone = not several or bool(referent.gender) or is_mere_place(referent)
    if (anaphor.plural and referent.is_name and alone) or referent.lemma in SHARES:
        return False
    if not anaphor.gender:
        return True
    if anaphor.gender == "n":
        return referent.sort != Sort.PERSON
    return referent.sort == Sort.PERSON or (referent.is_name and referent.sort == Sort.UNKNOWN)


def feature_rows(
    tree: Tree,
    anaphor: Anaphor,
    found: Sequence[tuple[Referent, int]],
    number: int,
    speaker: str | None,
    quoted: bool,
) -> Floats:
    """(n, columns) for n candidates.

    speaker: whom the words around belong to, when they are direct speech (`quoted`).
    """
    word = {**_word_cells(tree, anaphor), "quoted": quoted, "candidates": len(found)}
    most = sorted((referent.total for referent, _ in found), reverse=True)
    total = sum(most) or 1
    rows, names_before = [], 0
    for rank, (referent, at) in enumerate(found):
        cells = {
            **word,
            **_place_cells(anaphor, referent, at, number),
            **_fitting_cells(tree, anaphor, referent),
            "recency": rank,
            "frequency": most.index(referent.total),
            "share": referent.total / total,
            "speaker": speaker is not None and referent.text == speaker,
            "by_name": names_before,
        }
        rows.append([cells[name] for name in NAMES_OF_COLUMNS])
        names_before += referent.is_name
    return np.array(rows, np.float32).reshape(len(rows), len(NAMES_OF_COLUMNS))


def _word_cells(tree: Tree, anaphor: Anaphor) -> Cells:
    """What the pointing word and its verb show, whatever it may mean."""
    verb = anaphor.word if anaphor.kind <= Kind.NONFINITE else tree.heads[anaphor.word]
    return {
        "kind": int(anaphor.kind),
        "english": tree.language == "en",
        "noun_class": _noun_class(tree, anaphor),
        "copula": tree.has(verb, "cop"),
        "later_noun": has_later_noun(tree, verb),
        "depth": tree.depths[verb],
        "pointing": anaphor.pointing,
        "verb_main": tree.labels[verb] in ("ROOT", "conj", "parataxis"),
        "opens": anaphor.word == min(tree.words, default=0),
    }


def _place_cells(anaphor: Anaphor, referent: Referent, at: int, number: int) -> Cells:
    """Where a candidate was spoken of: its last mention `at`, its first, the sentence before."""
    place = referent.places[at]
    distance = number - place.sentence
    return {
        "distance": distance,
        "mentions": len(referent.places),
        "role": place.role,
        "first": referent.places[0].sentence,
        "same_sentence": distance == 0,
        "words_between": anaphor.word - place.word if distance == 0 else 99,
        "last_main": any(
            place.role == MAIN_SUBJECT and place.sentence == number - 1
            for place in referent.places[-4:]
        ),
    }


def _fitting_cells(tree: Tree, anaphor: Anaphor, referent: Referent) -> Cells:
    """How word and candidate go together."""
    lemma = tree.lemmas[anaphor.word]
    return {
        "label": LABELS[referent.label],
        "number": agreement(anaphor.plural, referent.plural, referent.label),
        "gender": gender_agreement(anaphor, referent),
        "animacy": animacy(anaphor, referent),
        "called": lemma in referent.nouns,
        "same_lemma": referent.lemma == lemma and not referent.is_name,
        "complement": len(referent.before) + len(referent.after),
        "sort": int(referent.sort),
        "class_fits": class_fits(_noun_class(tree, anaphor), referent),
    }


def _noun_class(tree: Tree, anaphor: Anaphor) -> int:
    """Give the class of a noun that points; 0 for other words."""
    if anaphor.kind < Kind.NOUN_SUBJECT:
        return 0
    return class_of_noun(tree.language, tree.lemmas[anaphor.word])


def agreement(plural: bool, other: bool, label: str) -> int:
    """1 agrees, 0 doesn't, 2 a group that may be either."""
    if plural == other:
        return 1
    return 2 if label in ("ORG", "MISC") and plural else 0


def gender_agreement(anaphor: Anaphor, referent: Referent) -> int:
    """1 agrees, 0 doesn't, 2 not known."""
    if not anaphor.gender or not referent.gender or anaphor.gender == "n":
        return 2
    return int(anaphor.gender == referent.gender)


def animacy(anaphor: Anaphor, referent: Referent) -> int:
    """Whether "it" or "she" fits: 1 fits, 0 doesn't, 2 not known."""
    if anaphor.kind not in (Kind.SUBJECT, Kind.PRONOUN, Kind.POSSESSIVE) or not anaphor.gender:
        return 2
    if anaphor.gender == "n":
        return int(referent.sort != Sort.PERSON)
    return 1 if referent.sort == Sort.PERSON else 0 if referent.label == "LOC" else 2


def class_of_noun(language: str, lemma: str) -> int:
    """1 a person, 2 an organisation, 3 a place, 4 anything else."""
    for number, names in enumerate(NOUN_LISTS, 1):
        if any(lemma in words(language, f"names.{name}") for name in names):
            return number
    return 4


def class_fits(noun_class: int, referent: Referent) -> int:
    """Whether a noun's class and a name's type go together: 1 yes, 0 no, 2 not known."""
    expected = {1: "PER", 2: "ORG", 3: "LOC"}.get(noun_class)
    if expected is None or referent.label in ("MISC", ""):
        return 2
    return int(referent.label == expected)


def has_later_noun(tree: Tree, verb: int) -> bool:
    """Whether a noun after the verb may be its subject."""
    return any(
        child > verb
        and tree.pos[child] in ("NOUN", "PROPN", "PRON")
        and tree.labels[child] not in ("obl", "nmod")
        and tree.labels[child] not in SUBJECTS
        and not tree.has(child, "case")
        for child in tree.children[verb]
    )
