"""Italian words that are said of the name right before them, or of the noun right behind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from claims.nlp.lexicon import words

FORMER = frozenset({"ex", "neo", "vice"})
PERSON = "PER"
PLAYED = frozenset(
    {"protagonista", "vincitore", "vincitrice", "autore", "autrice", "figlio", "figlia"}
)
REFLEXIVE = re.compile(r"[ts]([oaie])si$")  # "conclusasi"
NEAR = 8  # words before a participle
OPENING = frozenset({"ADJ", "DET", "ADV"})


def former_ones(doc: Doc) -> Iterator[tuple[int, int]]:
    """(word, noun) of "il ministro, ex sindaco di Lodi": "ex" is said of what follows it."""
    for word in doc[:-1]:
        after = word.nbor()
        noun = after.head if after.dep_ == "amod" and after.head.i > word.i else after
        if word.lower_ in FORMER and word.head.i < word.i and noun.pos_ in ("NOUN", "PROPN"):
            yield word.i, noun.i


def roles_of_people(doc: Doc) -> Iterator[tuple[int, int]]:
    """(role, name) of "in un messaggio Aldo Trasi, direttore della rete".

    What only people are is said of the person named right before the comma, where the parser
    hangs it on a thing.
    """
    roles = words("it", "names.person_titles") | words("it", "names.person_nouns")
    for role in doc:
        thing = role.head
        if role.dep_ != "appos" or not {role.lower_, role.lemma_.lower()} & roles:
            continue
        if thing.pos_ != "NOUN" or {thing.lower_, thing.lemma_.lower()} & roles:
            continue
        name = name_before_comma(doc, role)
        if name is not None and thing.i < name.i:
            yield role.i, name.i


def roles_told_of_things(doc: Doc) -> Iterator[tuple[int, int]]:
    """(role, name) of "la morte di Ada Neri, che era la protagonista": no death is one."""
    roles = words("it", "names.person_titles") | words("it", "names.person_nouns")
    for role in doc:
        thing = role.head
        being = any(child.dep_ == "cop" for child in role.children)
        if role.dep_ not in ("acl:relcl", "acl") or not being or role.pos_ != "NOUN":
            continue
        person = {role.lower_, role.lemma_.lower()} & (roles | PLAYED)
        if not person or thing.pos_ != "NOUN" or {thing.lower_, thing.lemma_.lower()} & roles:
            continue
        for pronoun in role.children:
            name = name_before_comma(doc, pronoun) if pronoun.lower_ == "che" else None
            if name is not None and thing in name.ancestors:
                yield role.i, name.i


def reflexive_participles(doc: Doc, morphs: Sequence[str]) -> Iterator[tuple[int, int]]:
    """(participle, noun) of "l'edizione del Tour, conclusasi ieri", taken for the rider's deed."""
    for word in doc[2:]:
        shown = REFLEXIVE.search(word.lower_)
        if word.dep_ != "advcl" or shown is None or doc[word.i - 1].text != ",":
            continue
        gender = "Gender=Fem" if shown[1] in "ae" else "Gender=Masc"
        number = "Number=Plur" if shown[1] in "ie" else "Number=Sing"
        for noun in reversed(doc[max(word.i - NEAR, 0) : word.i - 1]):
            if noun.pos_ == "NOUN" and {gender, number} <= set(morphs[noun.i].split("|")):
                if word.head.i < noun.i:
                    yield word.i, noun.i
                break


def name_before_comma(doc: Doc, word: Token) -> Token | None:
    """The first word of the person's name that a comma parts from the phrase of `word`."""
    first = word.i
    while first and doc[first - 1].pos_ in OPENING:
        first -= 1
    if first < 2 or doc[first - 1].text != "," or doc[first - 2].ent_type_ != PERSON:
        return None
    name = doc[first - 2]
    while name.dep_ in ("flat", "flat:name") and name.head.i < name.i:
        name = name.head
    return name if name.pos_ == "PROPN" and word not in name.ancestors else None
