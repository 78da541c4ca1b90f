"""Arcs of the Italian parser that grammar speaks against, put right: whom a clause is said of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from claims.nlp.parsing.italian_appositions import (
    former_ones,
    reflexive_participles,
    roles_of_people,
    roles_told_of_things,
)
from claims.nlp.parsing.italian_asides import spoken_asides
from claims.nlp.parsing.italian_enclosed_clauses import (
    joined_outside_brackets,
    joined_outside_quotes,
)
from claims.nlp.parsing.italian_joined_clauses import subjects_of_joined
from claims.nlp.parsing.italian_led_relatives import hang_relatives
from claims.nlp.parsing.italian_nearest_nouns import (
    bodies_in_brackets,
    contents_of_papers,
    happenings,
    names_of_kin,
    participles_of_appositions,
)
from claims.nlp.parsing.italian_relatives import (
    free_relatives,
    names_joined,
    objects_taken_for_subjects,
    partitive_pronouns,
    second_participles,
    taken_for_content,
    told_together,
)
from claims.nlp.parsing.italian_set_phrases import set_phrases
from claims.nlp.parsing.italian_speakers import joined_to_saying

# verbs that always tell something: with no other object, a "che" behind them opens it
ANNOUNCING = frozenset(
    {"annunciare", "dichiarare", "affermare", "sostenere", "aggiungere", "precisare", "assicurare",
     "confermare", "ammettere", "ribadire", "sottolineare", "comunicare", "rivelare"}
)  # fmt: skip
# and those that tell it without one who speaks: "si apprende da fonti giudiziarie che ..."
HEARD = ANNOUNCING | {
    "apprendere", "sapere", "emergere", "risultare", "riferire", "dire", "scrivere", "spiegare",
    "raccontare", "ricordare", "evidenziare", "denunciare", "scoprire", "chiarire", "leggere",
    "segnalare", "osservare", "notare", "dimostrare", "stimare", "calcolare", "trapelare",
}  # fmt: skip
ARCS = "arcs"  # where the parser leaves its chances in a Doc's user data
NEVER_SHOWN = 0.85  # a parser surer than this is right in spite of an ending
LIKELY = 0.04  # chance that a noun which agrees must have
DOUBTED = 0.1  # chance of its object at which a parser isn't sure of content
PASSIVE = frozenset({"essere", "venire"})
REFLEXIVE = re.compile(r"(?<=[ts][oaie])si$")  # "conclusasi"
PARTICIPLE = re.compile(r"[ts][oaie]$")
AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})


def mended_arcs(doc: Doc, morphs: Sequence[str]) -> tuple[list[int], list[str]]:
    """Governors and labels of a parsed sentence. `morphs`: the morphology of each token."""
    heads, labels = with_spoken_clauses(doc)
    for clause in doc:
        if labels[clause.i] in ("acl", "acl:relcl"):
            noun = noun_that_agrees(doc, clause, morphs)
            if noun is not None and heads[clause.i] == clause.head.i:
                heads[clause.i] = noun
    for clause_of_thing, thing in told_of_objects(doc, morphs):
        heads[clause_of_thing], labels[clause_of_thing] = thing, "acl:relcl"
        for mark in doc[clause_of_thing].children:
            labels[mark.i] = "obj" if mark.lower_ == "che" else labels[mark.i]
    give_back_subjects(doc, heads, labels)
    mend_relatives(doc, heads, labels)
    hang_relatives(doc, morphs, heads, labels)
    for word, governor in governors(doc):
        heads[word] = governor
    for word, noun in participles_of_nouns(doc, morphs):
        heads[word], labels[word] = noun, "acl"
    for word, governor, label in (*set_phrases(doc), *subjects_of_joined(doc, morphs)):
        heads[word], labels[word] = governor, label
    joined = [*joined_outside_quotes(doc), *joined_outside_brackets(doc)]
    for word, verb in [*joined, *joined_to_saying(doc, morphs)]:
        heads[word] = verb
    return without_circles(heads, [token.head.i for token in doc]), labels


def mend_relatives(doc: Doc, heads: list[int], labels: list[str]) -> None:
    """Relatives taken for content, and what their pronouns are to them."""
    for relative, named in taken_for_content(doc):
        heads[relative], labels[relative] = named, "acl:relcl"
    for pronoun in objects_taken_for_subjects(doc):
        labels[pronoun] = "obj"
    for pronoun, verb in partitive_pronouns(doc):
        heads[pronoun], labels[pronoun] = verb, "obl"


def governors(doc: Doc) -> Iterator[tuple[int, int]]:
    """(word, governor) of relatives, list members, roles and what brackets hold."""
    finders = (second_participles, free_relatives, told_together, names_joined)
    for finder in (*finders, former_ones, roles_of_people, roles_told_of_things):
        yield from finder(doc)
    for finder in (bodies_in_brackets, contents_of_papers, names_of_kin):
        yield from finder(doc)


def participles_of_nouns(doc: Doc, morphs: Sequence[str]) -> Iterator[tuple[int, int]]:
    """(participle, noun) where the parser hangs it on another noun or on a verb."""
    yield from reflexive_participles(doc, morphs)
    yield from participles_of_appositions(doc, morphs)
    yield from happenings(doc)


def give_back_subjects(doc: Doc, heads: list[int], labels: list[str]) -> None:
    """What an aside tells of goes to the verb behind the aside, and who speaks to the aside's."""
    for aside in spoken_asides(doc, HEARD):
        heads[aside.subject] = aside.told
        if heads[aside.told] == aside.saying:
            labels[aside.told] = "ccomp"
        else:
            labels[aside.saying] = "parataxis"
        if aside.speaker is not None:
            heads[aside.speaker], labels[aside.speaker] = aside.saying, "nsubj"


def without_circles(heads: Sequence[int], parsed: Sequence[int]) -> list[int]:
    """Mended governors, as parsed again where the mends together would lead round in a circle.

    Each mend is sound alone; two may cross. `parsed`: the parser's tree, a root its own governor.
    """
    kept = list(heads)
    for word in range(len(kept)):
        while circle := circle_above(kept, word):
            for moved in circle:
                kept[moved] = parsed[moved]
    return kept


def circle_above(heads: Sequence[int], word: int) -> list[int]:
    """The words of a circle that one comes to from a word upwards; empty where a root is there."""
    path: list[int] = []
    while word not in path:
        path.append(word)
        word = heads[word]
    circle = path[path.index(word) :]
    return circle if len(circle) > 1 else []


def told_of_objects(doc: Doc, morphs: Sequence[str]) -> Iterator[tuple[int, int]]:
    """(verb, noun) of "ha usato dati che X avrebbe autorizzato", taken for what is said.

    A hearsay clause right behind the object of its governor, and without an object of its own.
    """
    chances: NDArray[np.float32] | None = doc.user_data.get(ARCS)
    if chances is None:
        return
    for clause in doc:
        if clause.dep_ != "ccomp":
            continue
        opens = next((t for t in clause.children if t.lower_ == "che"), None)
        if opens is None:
            continue
        hearsay = any("Mood=Cnd" in morphs[t.i] for t in clause.children if t.dep_ == "aux")
        acting = [clause, *(t for t in clause.children if t.dep_ == "xcomp")]
        if not hearsay or any(t.dep_ in ("obj", "ccomp") for verb in acting for t in verb.children):
            continue
        for noun in clause.head.children:
            beside = noun.dep_ == "obj" and noun.right_edge.i == opens.i - 1
            if beside and chances[clause.i, noun.i] >= DOUBTED:
                yield clause.i, noun.i


def with_spoken_clauses(doc: Doc) -> tuple[list[int], list[str]]:
    """As the parser has them, but "ha annunciato in una nota che ..." tells what is announced.

    The parser hangs such a clause on the noun right before it, as its relative.
    """
    heads, labels = [t.head.i for t in doc], [t.dep_ for t in doc]
    for clause in doc:
        if clause.dep_ != "acl:relcl" or clause.head.dep_ != "obl":
            continue
        noun, verb = clause.head, clause.head.head
        opens = next((t for t in clause.children if t.lower_ == "che"), None)
        if opens is None or verb is noun:
            continue
        ties = opens.dep_ == "mark" and any(t.dep_.startswith("nsubj") for t in clause.children)
        known = HEARD if ties else ANNOUNCING
        made = verb.lemma_.lower() == "sapere" and verb.head.lemma_.lower() == "fare"
        if not (made or verb.lemma_.lower() in known) or doc[opens.i - 1].text == ",":
            continue
        taken = {"obj", "ccomp", "xcomp", "iobj"}
        if any(t.dep_ in taken for t in verb.children) or opens.i < noun.i < clause.i:
            continue
        heads[clause.i], labels[clause.i], labels[opens.i] = verb.i, "ccomp", "mark"
    return heads, labels


def noun_that_agrees(doc: Doc, clause: Token, morphs: Sequence[str]) -> int | None:
    """The noun that a relative or participle belongs to where its own noun doesn't agree with it.

    "una legge sui prezzi che entra in vigore": "entra" is said of the law. None where the noun
    agrees, the parser is sure of it, or no other noun is likely enough.
    """
    chances: NDArray[np.float32] | None = doc.user_data.get(ARCS)
    number, gender = asked_of_noun(clause, morphs)
    if chances is None or not number or chances[clause.i, clause.head.i] > NEVER_SHOWN:
        return None
    if agrees(clause.head, morphs, number, gender) is not False:
        return None
    own = {token.i for token in clause.subtree}
    above = nouns_above(clause.head)
    others = [
        token.i
        for token in doc[: clause.i]
        if token.i not in own
        and (chances[clause.i, token.i] >= LIKELY or token.i in above)
        and agrees(token, morphs, number, gender)
    ]
    return max(others, key=lambda i: float(chances[clause.i, i]), default=None)


def nouns_above(noun: Token) -> set[int]:
    """The nouns that a noun belongs to: "prezzi" and "legge" of "la legge sui prezzi dei libri"."""
    found: set[int] = set()
    while noun.dep_ == "nmod":
        noun = noun.head
        found.add(noun.i)
    return found


def asked_of_noun(clause: Token, morphs: Sequence[str]) -> tuple[str, str]:
    """The number and gender that a clause's verb asks of its noun; "" where it asks none."""
    morph = morphs[clause.i]
    if clause.dep_ == "acl":
        bare = REFLEXIVE.sub("", clause.lower_)
        shows = "VerbForm=Part" in morph and PARTICIPLE.search(bare)
        return number_and_gender_of(bare) if shows else ("", "")
    if any(t.lower_ == "si" for t in clause.children):
        return "", ""  # "che si suppone siano falsi"
    subject = [t for t in clause.children if t.dep_.startswith("nsubj")]
    if clause.pos_ not in ("VERB", "AUX", "ADJ") or [t.lower_ for t in subject] != ["che"]:
        return "", ""
    verbs = [clause, *(t for t in clause.children if t.dep_ in AUXILIARIES)]
    finite = [morphs[t.i] for t in verbs if "VerbForm=Fin" in morphs[t.i]]
    if not finite or "Person=1" in finite[0] or "Person=2" in finite[0]:
        return "", ""
    number = value_of("Number", finite[0])
    passive = any(t.lemma_.lower() in PASSIVE for t in verbs[1:])
    shows = passive and clause.pos_ == "VERB" and PARTICIPLE.search(clause.lower_)
    return number, number_and_gender_of(clause.lower_)[1] if shows else ""


def number_and_gender_of(participle: str) -> tuple[str, str]:
    """What a participle's ending shows."""
    return "Plur" if participle[-1] in "ie" else "Sing", "Fem" if participle[-1] in "ae" else "Masc"


def agrees(noun: Token, morphs: Sequence[str], number: str, gender: str) -> bool | None:
    """Whether a noun has this number and gender, as its article shows them before its ending.

    None where that can't be told: names, figures, lists; but a bare name is no plural. "La nona
    di esse" is as good as a noun.
    """
    if noun.pos_ == "PROPN" and noun.dep_ == "nmod" and not list_or_article(noun):
        return False if number == "Plur" and gender else None
    ordinal = noun.pos_ == "ADJ" and any(t.dep_ == "det" for t in noun.children)
    if noun.pos_ not in ("NOUN", "PRON", "DET") and not ordinal:
        return None
    if any(t.dep_ == "conj" for t in noun.children):
        return None
    shown = [morphs[t.i] for t in noun.children if t.dep_ == "det" and "Number=" in morphs[t.i]]
    morph = shown[0] if shown else morphs[noun.i]
    if not value_of("Number", morph):
        return None
    own_gender = value_of("Gender", morph) or value_of("Gender", morphs[noun.i])
    same_gender = not gender or not own_gender or own_gender == gender
    return value_of("Number", morph) == number and same_gender


def list_or_article(name: Token) -> bool:
    """Whether a name is one of several or has an article, and so may be a plural."""
    shown = any(t.dep_ in ("conj", "det") for t in name.children)
    fused = any(t.lower_[-1] == "i" and len(t) > 2 for t in name.children if t.dep_ == "case")
    return shown or fused or "Number=Plur" in str(name.morph)


def value_of(feature: str, morph: str) -> str:
    """ "Gender=Fem|Number=Plur" -> "Plur" for Number; "" where it isn't there."""
    return next(
        (part.partition("=")[2] for part in morph.split("|") if part.startswith(f"{feature}=")), ""
    )
