"""Whether a named person is a woman or a man, by the name and by the words beside it."""

from __future__ import annotations

from claims.nlp.lexicon import words
from claims.nlp.parsing.tree import SUBJECTS, Tree

FEMALE, MALE, UNKNOWN = "f", "m", ""
WOMEN = frozenset(
    {"woman", "girl", "wife", "widow", "mother", "daughter", "sister", "aunt", "niece", "queen",
     "grandmother", "businesswoman", "actress", "nun", "duchess", "princess"}
)  # fmt: skip
MEN = frozenset(
    {"man", "boy", "husband", "widower", "father", "son", "brother", "uncle", "nephew", "king",
     "grandfather", "businessman", "policeman", "monk", "duke", "prince"}
)  # fmt: skip


def gender_of_person(name: str) -> str:
    """By the first name, as far as it shows; men's names alone may be surnames ("Martin")."""
    first, *others = name.split()
    if first in words("names", "people.either"):
        return UNKNOWN
    if any(first in words("names", f"people.{names}") for names in ("female", "women")):
        return FEMALE
    known = any(first in words("names", f"people.{names}") for names in ("first", "men"))
    if others and known:
        return MALE
    return UNKNOWN


def gender_of_noun(noun: str) -> str:
    """By what an English noun calls women or men alone; others may be either."""
    form = noun.lower()
    return FEMALE if form in WOMEN else MALE if form in MEN else UNKNOWN


def gender_shown(tree: Tree, top: int, first: int) -> str:
    """By article, title or participle beside a name."""
    beside = [first - 1] if first else []
    if tree.labels[top] in SUBJECTS:
        verb = tree.heads[top]
        beside += [verb] if tree.has(verb, "aux:pass", "cop") or is_essere(tree, verb) else []
    if tree.labels[top] in ("flat", "flat:name", "appos", "nmod"):
        beside.append(tree.heads[top])
    for word in beside:
        form = tree.forms[word].lower().rstrip(".")
        if form in ("ms", "mrs", "miss", "signora"):
            return FEMALE
        if form in ("mr", "sir", "signor"):
            return MALE
        if tree.language == "it" and tree.pos[word] in ("DET", "NOUN", "VERB", "ADJ"):
            if "Gender=Fem" in tree.morphs[word]:
                return FEMALE
            if "Gender=Masc" in tree.morphs[word] and not form.endswith("'"):
                return MALE
    return UNKNOWN


def is_essere(tree: Tree, verb: int) -> bool:
    """Whether a verb's auxiliary is "essere"."""
    return any(tree.lemmas[i] == "essere" for i in tree.dependents(verb, "aux"))
