"""Italian words that are said of the name right before them, or of the noun right behind."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from claims.nlp.lexicon import words

FORMER = frozenset({"ex", "neo", "vice"})
PERSON = "PER"
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
