"""Italian verbs that the tagger missed and the parser shows: what has a subject acts."""

from __future__ import annotations

import re

from spacy.tokens import Token

from claims.nlp.lexicon import words
from claims.nlp.parsing.italian_set_phrases import is_hidden_auxiliary
from claims.nlp.parsing.verb_tags import GERUND, finite_morph, with_verb_form

ADJECTIVES = frozenset({"reduce", "reduci"})  # "reduce da tre sconfitte"
# presents that end like participles
PRESENTS = frozenset(
    {"resta", "basta", "costa", "consta", "spetta", "contrasta", "sovrasta", "dista", "pesa"}
)
CLAUSES = frozenset({"ROOT", "conj", "parataxis", "ccomp", "acl:relcl", "advcl", "csubj"})
# no verb that acts by itself has one of these
NEVER_OF_VERBS = frozenset({"aux", "aux:pass", "cop", "case", "det", "amod", "nummod"})
_ACTS = re.compile(r"[a-zàèéìòù]{3,}(?:[aeiouò]|ì)$")
_MAY_BE_PARTICIPLE = re.compile(r"(?:[aiu]t|[nr]t|ss|[aeioru]s|tt|st|lt)[oaie]$")


def pos_of(token: Token, language: str) -> str:
    """A token's part of speech; an Italian noun or adjective that acts is a verb."""
    if language == "it" and (token.lower_ in ADJECTIVES or is_known(token)):
        return "ADJ"
    if language == "it" and is_hidden_auxiliary(token):
        return "AUX"
    if language == "it" and is_done_by_somebody(token):
        return "VERB"
    acts = language == "it" and (is_mistaken_verb(token) or is_mistaken_gerund(token))
    return "VERB" if acts else str(token.pos_)


def is_done_by_somebody(token: Token) -> bool:
    """ "la multa inflitta nel 2021 dall'Autorità": a participle with its agent is no adjective."""
    done = token.pos_ == "ADJ" and "Part" in token.morph.get("VerbForm", [])
    agents = [t for t in token.children if t.dep_ in ("obl", "obl:agent") and t.i > token.i]
    by = any(case.lemma_ == "da" for agent in agents for case in agent.children)
    return done and token.dep_ == "acl" and by


def morph_of(token: Token, language: str) -> str:
    """A token's morphology; an Italian verb always has its form."""
    morph = str(token.morph)
    if language != "it":
        return "Aspect=Perf|Tense=Past|VerbForm=Part" if is_bare_participle(token) else morph
    if is_known(token):
        return "Gender=Fem|Number=Sing"
    if is_provided(token):
        return finite_morph(token.text).replace("Mood=Ind", "Mood=Sub")
    if acts_without_auxiliary(token) or acts_by_its_subject(token) or acts_beside_another(token):
        return finite_morph(token.text)
    if not morph and is_bare_present(token):
        return finite_morph(token.text)
    if is_mistaken_person(token):
        return morph.replace("Mood=Ind", "Mood=Sub").replace("Person=2", "Person=3")
    label = "acl" if is_second_participle(token) else token.dep_
    return with_verb_form(token.text, pos_of(token, language), morph, label)


def is_known(token: Token) -> bool:
    """ "Ada Neri, nota come la Rossa": a finite "nota" would have a relative pronoun."""
    behind = token.dep_ == "acl" and token.i > token.head.i
    return token.lower_ == "nota" and behind and not any(t.dep_ == "obj" for t in token.children)


def is_provided(token: Token) -> bool:
    """ "Prevede che i dipendenti ricevano": by its ending the tagger's indicative is none."""
    ending = token.lower_.endswith("ano")
    stem = token.lower_[:-3].removesuffix("isc")
    known = words("it", "marks.acting")
    if not ending or not any(f"{stem}{of}" in known for of in ("ere", "ire")):
        return False
    above = next((t for t in (token, *token.ancestors) if t.dep_ != "conj"), token)
    opens = any(t.lower_ == "che" and t.dep_ == "mark" for t in token.children)
    return opens and above.dep_ == "ccomp" and above.head.lemma_ in words("it", "marks.provisions")


def is_mistaken_person(token: Token) -> bool:
    """ "perché il guasto non dilaghi": of a noun no "-i" is the second person's indicative."""
    second = {"Mood=Ind", "Number=Sing", "Person=2"} <= set(str(token.morph).split("|"))
    subjects = [t for t in token.children if t.dep_ in ("nsubj", "nsubj:pass") and t.i < token.i]
    named = [t for t in subjects if t.pos_ in ("NOUN", "PROPN")]
    return second and token.pos_ == "VERB" and token.text.endswith("i") and bool(named)


def is_bare_present(token: Token) -> bool:
    """ "Resta" is no participle: of "restare" that is "restata"."""
    return token.pos_ == "VERB" and token.lower_ in PRESENTS


def is_second_participle(token: Token) -> bool:
    """ "costruita nel 1912 e venduta nel 1980": what is joined to a participle acts on nothing."""
    first = token.head
    told = token.dep_ == "conj" and first.dep_ == "acl"
    acting = {"nsubj", "obj", "ccomp", "aux", "expl", "iobj"}
    return (
        told
        and first.text[-1] == token.text[-1]
        and not acting & {t.dep_ for t in (*token.children, *first.children)}
    )


def is_bare_participle(token: Token) -> bool:
    """ "a vaccine developed in Leeds", "built in 1887 and closed in May": English, told of a noun.

    The tagger takes it for a past tense, which would need a subject.
    """
    first = token.head if token.dep_ == "conj" else token
    past = token.tag_ == "VBD" and first.dep_ == "acl"
    return past and not any(t.dep_ in ("nsubj", "aux", "auxpass") for t in token.children)


def acts_without_auxiliary(token: Token) -> bool:
    """Whether what looks like a participle has subject and object ("contesta la tesi"): it acts.

    Joined to a verb that acts it has that verb's subject: "vale 48 milioni e porta a 27 le linee".
    """
    if token.pos_ not in ("VERB", "ADJ") or token.lower_[-2:] not in ("ta", "sa", "te", "se"):
        return False
    subjects = [t for t in token.children if t.dep_ == "nsubj" and t.i < token.i]
    objects = [t for t in token.children if t.dep_ == "obj" and t.i > token.i]
    helped = any(t.dep_ in ("aux", "aux:pass", "cop", "case", "mark") for t in token.children)
    named = [t for t in objects if t.pos_ in ("NOUN", "PROPN")]
    acts = bool(subjects) or is_joined_to_finite(token, named)
    return acts and bool(named) and not helped


def is_joined_to_finite(token: Token, objects: list[Token]) -> bool:
    """Whether a participle stands beside a verb that acts, and doesn't agree with its own object.

    "Arriva e, letta la lista, parte" is none that acts.
    """
    finite = token.dep_ in ("conj", "parataxis") and "Fin" in token.head.morph.get("VerbForm", [])
    own = {"Gender=Fem", "Number=Sing" if token.text[-1] == "a" else "Number=Plur"}
    agreeing = any(own <= set(str(t.morph).split("|")) for t in objects)
    return finite and "Part" in token.morph.get("VerbForm", []) and not agreeing


def acts_by_its_subject(token: Token) -> bool:
    """ "la serie che apre la stagione": a verb with a subject, and gender where others have person.

    What may be a participle ("chiuso") is left alone where it agrees with the subject: "lo
    strumento pesa" acts.
    """
    if token.pos_ != "VERB" or token.dep_ not in CLAUSES or token.morph.get("VerbForm", []):
        return False
    if not _ACTS.fullmatch(token.text):
        return False
    if _MAY_BE_PARTICIPLE.search(token.text) and not disagrees_with_subject(token):
        return False
    below = {t.dep_ for t in token.children}
    return "nsubj" in below and not below & NEVER_OF_VERBS


def acts_beside_another(token: Token) -> bool:
    """ "dà lavoro a molti e fattura 300 milioni": joined to what acts, with its own object."""
    if token.pos_ != "VERB" or token.dep_ != "conj" or token.morph.get("VerbForm", []):
        return False
    open_form = _ACTS.fullmatch(token.text) and not _MAY_BE_PARTICIPLE.search(token.text)
    below = {t.dep_ for t in token.children if t.dep_ != "obj" or t.i > token.i}
    acts = "obj" in below and not below & NEVER_OF_VERBS
    return bool(open_form) and acts and "Fin" in token.head.morph.get("VerbForm", [])


def disagrees_with_subject(verb: Token) -> bool:
    """Whether one thing of another gender or number stands as subject of a form in -a or -e."""
    ending = {"a": "Gender=Masc", "e": "Number=Sing"}.get(verb.text[-1], "")
    subjects = [t for t in verb.children if t.dep_ == "nsubj" and t.i < verb.i]
    return bool(ending) and any(
        t.pos_ == "NOUN" and {ending, "Number=Sing"} <= set(str(t.morph).split("|"))
        for t in subjects
    )


def is_mistaken_verb(token: Token) -> bool:
    """ "vanta quattro vittorie": an adjective or noun of finite form, with an object."""
    if token.pos_ not in ("ADJ", "NOUN") or token.dep_ not in CLAUSES:
        return False
    below = {t.dep_ for t in token.children}
    return (
        "Fin" in token.morph.get("VerbForm", [])
        and bool(below & {"obj", "ccomp"})
        and not below & NEVER_OF_VERBS
    )


def is_mistaken_gerund(token: Token) -> bool:
    """ "ferendone altre otto", "divenendo": no preposition ends so."""
    heads = token.dep_ in ("advcl", "conj") and token.pos_ in ("ADP", "ADJ", "ADV")
    return heads and len(token.text) > SHORTEST and GERUND.search(token.text) is not None


SHORTEST = 6
"""Code points of the shortest gerund that isn't taken for another word ("quando")."""
