"""Italian relatives and list members that the parser hangs on what they can't belong to."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

FREE = frozenset({"quanto", "quanti", "quante"})
ENDINGS = frozenset({"ta", "ti", "te", "sa", "si", "se"})
WHOLES = frozenset({"quali", "cui"})
BEHIND_COMMA = 2  # where a part stands, seen from the last word before its comma


def partitive_pronouns(doc: Doc) -> Iterator[tuple[int, int]]:
    """(pronoun, verb) of "640 persone, di cui un terzo assunte a maggio, ha depositato ...".

    A "cui" that hangs on a main verb behind the clause which it opens is that clause's.
    """
    for pronoun in doc:
        if pronoun.lower_ != "cui":
            continue
        verb = pronoun.head
        if verb.i <= pronoun.i or is_in_relative(verb):
            continue
        opened = [
            t.i
            for t in doc[pronoun.i + 1 : verb.i]
            if t.dep_ in ("acl", "acl:relcl") and t.head.i < pronoun.i
        ]
        if opened:
            yield pronoun.i, opened[0]


def is_in_relative(verb: Token) -> bool:
    """Whether a verb is a relative's own, or joined to one."""
    return any(t.dep_ in ("acl:relcl", "acl") for t in (verb, *verb.ancestors))


def free_relatives(doc: Doc) -> Iterator[tuple[int, int]]:
    """(verb, word) of "il 41% di quanto gli spettava": the share is of what the clause says."""
    for pronoun in doc:
        verb = pronoun.head
        if pronoun.lower_ not in FREE or verb.dep_ != "acl:relcl":
            continue
        case = next((t for t in pronoun.children if t.dep_ == "case" and t.i < pronoun.i), None)
        if case is None or case.i == 0:
            continue
        word = doc[case.i - 1]
        if word.is_punct and word.text not in ("%", "‰"):
            continue
        while word.dep_ in ("amod", "flat", "nummod", "fixed") and word.head.i != verb.head.i:
            word = word.head
        own = {t.i for t in verb.subtree}
        if word.i not in own and word.i != verb.head.i:
            yield verb.i, word.i


def told_together(doc: Doc) -> Iterator[tuple[int, int]]:
    """(noun, apposition) of "Ada Rossi, maestra e partigiana": both are told of the name."""
    for noun in doc:
        name = noun.head
        if noun.dep_ != "conj" or noun.pos_ != "NOUN" or name.pos_ != "PROPN":
            continue
        tie = next((t for t in noun.children if t.dep_ == "cc"), None)
        bare = not any(t.dep_ in ("det", "case") for t in noun.children)
        said = [
            t
            for t in name.children
            if t.dep_ == "appos" and t.pos_ == "NOUN" and name.i < t.i < noun.i
        ]
        if tie is not None and bare and said and doc[tie.i - 1].text != ",":
            yield noun.i, said[-1].i


def parts_of_wholes(doc: Doc) -> Iterator[tuple[int, int, int, int]]:
    """(part, pronoun, verb, noun) of "quaranta operai, tre dei quali lavorano a Lodi".

    The part is what the relative tells of, where the parser takes it for another word for the noun.
    """
    for pronoun in doc:
        if pronoun.lower_ not in WHOLES:
            continue
        case = next((t for t in pronoun.children if t.dep_ == "case"), None)
        if case is None or not case.i or case.lemma_[:1] != "d":
            continue
        part = doc[case.i - 1]
        whole = whole_of_part(doc, part)
        if whole is None:
            continue
        for verb in [*part.children, *whole.children]:
            told = any(t.dep_.startswith("nsubj") for t in verb.children)
            if verb.dep_ == "acl:relcl" and verb.i > pronoun.i and not told:
                yield part.i, pronoun.i, verb.i, whole.i
                break


def whole_of_part(doc: Doc, part: Token) -> Token | None:
    """The noun that a part is of: what the parser says, or several right before its comma."""
    if part.dep_ == "appos" and part.head.i < part.i:
        return part.head
    first = part.left_edge.i
    if part.dep_ not in ("nsubj", "nsubj:pass") or first < BEHIND_COMMA:
        return None
    before = doc[first - BEHIND_COMMA]
    nouns = [t for t in (before, *before.ancestors) if t.pos_ == "NOUN" and t.i < part.i]
    several = next((t for t in nouns if "Number=Plur" in str(t.morph)), None)
    return several if doc[first - 1].text == "," else None


def second_participles(doc: Doc) -> Iterator[tuple[int, int]]:
    """(participle, participle) of "ha approvato la riforma voluta da X e contestata da Y".

    What ends in "a" behind "ha approvato" isn't joined to that: it tells of the reform as well.
    """
    for second in doc:
        verb = second.head
        if second.dep_ != "conj" or second.lower_[-2:] not in ENDINGS or second.pos_ != "VERB":
            continue
        with_avere = any(t.dep_ == "aux" and t.lemma_ == "avere" for t in verb.children)
        helped = any(t.dep_ in ("aux", "aux:pass", "nsubj", "obj") for t in second.children)
        if not with_avere or helped or verb.lower_[-1] != "o":
            continue
        for noun in verb.children:
            told = [t for t in noun.children if t.dep_ == "acl" and t.i < second.i]
            if noun.dep_ == "obj" and told and told[-1].lower_[-1] == second.lower_[-1]:
                yield second.i, told[-1].i


def names_joined(doc: Doc) -> Iterator[tuple[int, int]]:
    """(name, name that it is joined to) of "gli attori Lino Bandi e Claudia Kolli".

    The parser joins the second to the noun.
    """
    for name in doc:
        noun = name.head
        if name.dep_ != "conj" or name.pos_ != "PROPN" or noun.pos_ != "NOUN":
            continue
        tied = {t.dep_ for t in name.children}
        before = [
            t
            for t in noun.children
            if t.pos_ == "PROPN"
            and noun.i < t.i < name.i
            and t.dep_ in ("nmod", "flat", "flat:name", "appos")
            and not any(c.dep_ in ("case", "det") for c in t.children)
        ]
        if before and "cc" in tied and not tied & {"case", "det"}:
            yield name.i, before[-1].i


def taken_for_content(doc: Doc) -> Iterator[tuple[int, int]]:
    """(verb, noun) of "Ada Neri, che a lungo aveva insegnato, ha detto che ...".

    The parser may take the relative for what the verb behind it tells.
    """
    for pronoun in doc:
        verb = pronoun.head
        opens = pronoun.lower_ == "che" and pronoun.pos_ == "PRON" and pronoun.i > 1
        if not opens or verb.dep_ not in ("ccomp", "advcl") or not pronoun.i < verb.i < verb.head.i:
            continue
        first = verb.left_edge.i
        if doc[pronoun.i - 1].text == "," and pronoun.i - first <= 1:
            noun = doc[pronoun.i - 2]
            while noun.dep_ in ("flat", "flat:name", "amod") and noun.head.i < noun.i:
                noun = noun.head
            if noun.pos_ in ("NOUN", "PROPN") and noun.i < first:
                yield verb.i, noun.i


def objects_taken_for_subjects(doc: Doc) -> Iterator[int]:
    """The "che" of "un voto, che però il Comune non ha indetto": the Comune is the subject."""
    for pronoun in doc:
        verb = pronoun.head
        told = pronoun.lower_ == "che" and pronoun.dep_ == "nsubj" and verb.dep_ == "acl:relcl"
        if not told or any(t.dep_ in ("obj", "ccomp", "xcomp", "cop") for t in verb.children):
            continue
        if any(t.dep_ == "nsubj" and pronoun.i < t.i < verb.i for t in verb.children):
            yield pronoun.i
