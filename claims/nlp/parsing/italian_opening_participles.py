"""Italian participles that open a sentence without a verb: "Chiuse le scuole anche domani".

The tagger knows sentences with a verb, and takes such a feminine for an imperative.
"""

from __future__ import annotations

import re

from claims.nlp.lexicon.italian_verbs import italian_verbs
from claims.nlp.parsing.second_subjects import Sentence
from claims.nlp.parsing.verb_tags import participle_morph

REGULAR_SEVERAL = re.compile(r"[^\W\d_]{2,}[aiu]t[ie]$", re.IGNORECASE)
REGULAR_ONE = re.compile(r"[^\W\d_]{2,}at[ao]$", re.IGNORECASE)
SHORT = 4  # letters of an irregular participle's ending that make it sure: "rotto", "chiuso"
CLAUSES = ("ROOT", "advcl")
TOLD_OF = ("nsubj", "nsubj:pass", "obj")
GENDERS = {"a": "Fem", "e": "Fem", "o": "Masc", "i": "Masc"}


def mend_opening_participle(sentence: Sentence) -> None:
    """Make a participle of the imperative, and its subject of the noun that it agrees with."""
    noun = noun_told_of(sentence)
    if noun is None or not is_taken_for_order(sentence):
        return
    sentence.pos[0] = "VERB"
    sentence.morphs[0] = participle_morph(sentence.forms[0])
    sentence.labels[noun] = "nsubj:pass"


def is_taken_for_order(sentence: Sentence) -> bool:
    """Whether the first word is tagged as an order, or not at all, and reads as a participle."""
    form, morph = sentence.forms[0], sentence.morphs[0]
    order = "Mood=Imp" in morph or "Person=2" in morph or "VerbForm=" not in morph
    several = form[-1:].lower() in "ie"
    regular = REGULAR_SEVERAL if several else REGULAR_ONE
    shown = regular.match(form) is not None or has_irregular_ending(form)
    return order and shown and sentence.forms[-1] != "!"


def has_irregular_ending(form: str) -> bool:
    """ "interrotta", "chiuse"."""
    base = f"{form[:-1].lower()}o"
    known = italian_verbs().participles.values()
    return any(len(one) >= SHORT and base.endswith(one) for one in known)


def noun_told_of(sentence: Sentence) -> int | None:
    """The noun with an article right behind the first word that shows its gender and number."""
    heads, labels, morphs = sentence.heads, sentence.labels, sentence.morphs
    if len(heads) < 3 or labels[0] not in CLAUSES or labels[1] != "det":
        return None
    noun, ending = heads[1], sentence.forms[0][-1:].lower()
    if heads[noun] != 0 or noun == 0 or labels[noun] not in TOLD_OF:
        return None
    listed = any(heads[i] == noun and labels[i] == "conj" for i in range(len(heads)))
    several = listed or "Number=Plur" in morphs[1]
    agrees = f"Gender={GENDERS.get(ending)}" in morphs[1] and several == (ending in "ie")
    return noun if agrees else None
