"""Italian participles and appositions that the parser hangs on a noun too far off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from claims.nlp.lexicon import words

HAPPENING = frozenset(
    {"avvenut", "svoltos", "svoltas", "tenutos", "tenutas", "accadut", "verificatos",
     "verificatas"}
)  # fmt: skip
# what is done with a paper, and what papers do
ACTS = frozenset(
    {"voto", "votazione", "esame", "discussione", "approvazione", "firma", "dibattito", "parere",
     "fiducia"}
)  # fmt: skip
HOLDING = re.compile(r"(?:conten|contien|preved|stanzi|introdu|abol|viet|impon|obblig|cancell)")
KIN = frozenset(
    {"figlio", "figlia", "fratello", "sorella", "moglie", "marito", "padre", "madre", "nipote",
     "compagno", "compagna", "vedova", "vedovo"}
)  # fmt: skip
BODIES = ("names.org_heads", "names.org_nouns", "names.place_heads")
PERSON = "PER"


def participles_of_appositions(doc: Doc, morphs: Sequence[str]) -> Iterator[tuple[int, int]]:
    """(participle, noun) of "il socio di Ada Neri, la donna di 57 anni uccisa a Lodi".

    No comma parts the participle from the apposition, so it goes on that one.
    """
    for participle in doc:
        noun = participle.head
        if participle.dep_ != "acl" or participle.pos_ != "VERB" or noun.i > participle.i:
            continue
        if noun.pos_ != "NOUN":
            continue
        last = next((t.i for t in reversed(doc[noun.i : participle.i]) if t.text == ","), None)
        behind = list(doc[last : participle.i]) if last is not None else []
        told = [t for t in behind if t.dep_ == "appos" and noun in t.ancestors]
        told = [] if "(" in [t.text for t in behind] else told
        if told and shows_same(participle, morphs[told[-1].i]):
            yield participle.i, told[-1].i


def shows_same(participle: Token, morph: str) -> bool:
    """Whether a noun has the number and gender that a participle's ending shows."""
    ending = participle.lower_[-1]
    number = "Number=Plur" if ending in "ie" else "Number=Sing"
    gender = "Gender=Fem" if ending in "ae" else "Gender=Masc"
    return {number, gender} <= set(morph.split("|"))


def happenings(doc: Doc) -> Iterator[tuple[int, int]]:
    """(participle, noun) of "durante il processo, avvenuto a Lodi, Neri fu condannato".

    Nobody happens: what did stands right before the comma.
    """
    for word in doc[2:]:
        happened = word.lower_[:-1] in HAPPENING
        if not happened or word.dep_ != "advcl" or doc[word.i - 1].text != ",":
            continue
        noun = doc[word.i - 2]
        while noun.dep_ in ("nmod", "amod", "flat") and noun.head.i < noun.i:
            noun = noun.head
        if noun.pos_ == "NOUN" and word not in noun.ancestors:
            yield word.i, noun.i


def contents_of_papers(doc: Doc) -> Iterator[tuple[int, int]]:
    """(verb, noun) of "il voto sul bilancio, che stanzia 12 milioni": the budget does, no vote."""
    for verb in doc:
        act = verb.head
        told = verb.dep_ == "acl:relcl" and HOLDING.match(verb.lower_) is not None
        if not told or act.lemma_.lower() not in ACTS or "," not in [t.text for t in verb.children]:
            continue
        papers = [t for t in act.children if t.dep_ == "nmod" and act.i < t.i < verb.i]
        if papers and papers[-1].pos_ == "NOUN":
            yield verb.i, papers[-1].i


def names_of_kin(doc: Doc) -> Iterator[tuple[int, int]]:
    """(name, noun) of "figlio del regista e attore Pio Neri": Neri is the actor, no son."""
    titles = words("it", "names.person_titles") | words("it", "names.person_nouns")
    for name in doc[2:]:
        kin, title = name.head, name.nbor(-1)
        named = name.pos_ == "PROPN" and name.dep_ in ("nmod", "appos", "flat:name", "flat")
        if not named or kin.lemma_.lower() not in KIN or kin.i > title.i:
            continue
        first = title.head if title.dep_ == "conj" else title
        led = any(t.dep_ == "case" for t in first.children) and first.head == kin
        if led and title != kin and title.pos_ == "NOUN" and title.lower_ in titles:
            yield name.i, first.i


def bodies_in_brackets(doc: Doc) -> Iterator[tuple[int, int]]:
    """(noun, name) of "un mezzo della Brunex (l'azienda che serve Lodi)": no vehicle is a firm."""
    for noun in doc[2:]:
        bracket = noun.left_edge
        if noun.dep_ != "appos" or bracket.text != "(" or not bracket.i:
            continue
        name = doc[bracket.i - 1]
        body = any({noun.lower_, noun.lemma_.lower()} & words("it", kind) for kind in BODIES)
        led = any(t.dep_ == "case" for t in name.children)
        if body and led and name.pos_ == "PROPN" and name.ent_type_ != PERSON:
            yield noun.i, name.i
