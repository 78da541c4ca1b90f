"""Italian relatives that are led in by more than a preposition, or by "dove"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from claims.nlp.parsing.italian_relatives import parts_of_wholes

LED = frozenset({"quale", "quali"})
OF = frozenset({"di", "del", "dello", "della", "dell'", "dei", "degli", "delle"})
TO = frozenset({"a", "al", "allo", "alla", "all'", "ai", "agli", "alle"})
NOMINAL = frozenset({"NOUN", "PROPN"})
OF_NOUN = frozenset({"nmod", "flat", "flat:name", "amod", "compound", "nummod"})
PERSON = "PER"
AMONG = frozenset({"tra", "fra"})
DASHES = frozenset({"-", "–", "—"})


def hang_relatives(doc: Doc, morphs: Sequence[str], heads: list[int], labels: list[str]) -> None:
    """Relatives and what leads them in where they belong; `heads` and `labels` are changed."""
    for part, pronoun, verb, noun in parts_of_wholes(doc):
        heads[part], labels[part] = verb, "nsubj"
        heads[pronoun], labels[pronoun] = part, "nmod"
        heads[verb] = noun
    for noun, pronoun, verb, antecedent in phrases_of_relatives(doc):
        heads[noun], labels[noun] = verb, "obl"
        heads[pronoun], labels[pronoun] = noun, "nmod"
        heads[verb] = antecedent
    for verb, noun in nouns_of_which(doc, morphs):
        heads[verb] = noun
    for member, pronoun, group in members_of_groups(doc):
        heads[member], labels[member] = group, "nmod"
        heads[pronoun], labels[pronoun] = member, "nmod"
    for mark in content_marks(doc):
        labels[mark] = "mark"
    for name, first in names_in_a_row(doc):
        heads[name], labels[name] = first, "conj"
    for verb, noun in [*places_told_of(doc), *relatives_behind_asides(doc, heads)]:
        heads[verb] = noun


def phrases_of_relatives(doc: Doc) -> Iterator[tuple[int, int, int, int]]:
    """(noun, pronoun, verb, antecedent) of "una puntata, nel corso della quale X ha parlato".

    X has spoken in its course, where the parser has the clause told of the course, or the course
    beside the pronoun.
    """
    for pronoun in doc[2:]:
        if pronoun.lower_ not in LED:
            continue
        case = next((t for t in pronoun.children if t.dep_ == "case"), None)
        if case is None or case.lower_ not in OF | TO:
            continue
        noun = doc[case.i - 1]
        led = [t for t in noun.children if t.dep_ == "case" and t.i < noun.i]
        verb = clause_led_by(noun, pronoun)
        if noun.pos_ != "NOUN" or not led or verb is None:
            continue
        antecedent = noun_before(doc, led[0]) if verb.head in (noun, pronoun) else verb.head
        if antecedent.pos_ in NOMINAL and antecedent.i < led[0].i:
            yield noun.i, pronoun.i, verb.i, antecedent.i


def clause_led_by(noun: Token, pronoun: Token) -> Token | None:
    """The relative clause that a phrase with its pronoun opens."""
    hung = [*noun.children, *pronoun.children, noun.head, pronoun.head]
    return next((t for t in hung if t.dep_ == "acl:relcl" and t.i > pronoun.i), None)


def noun_before(doc: Doc, case: Token) -> Token:
    """The top of the last phrase with a noun before a preposition."""
    word = next((t for t in reversed(doc[: case.i]) if t.pos_ in NOMINAL), case)
    return top_of_phrase(word)


def nouns_of_which(doc: Doc, morphs: Sequence[str]) -> Iterator[tuple[int, int]]:
    """(verb, noun) of "il bando per le mense, in seguito al quale": "al" asks for the call.

    The nearest noun before it with the gender and number that the pronoun shows.
    """
    for pronoun in doc:
        if pronoun.lower_ not in LED:
            continue
        clause = next((t for t in pronoun.ancestors if t.dep_ == "acl:relcl"), None)
        shown = "|".join(morphs[t.i] for t in pronoun.children if t.dep_ in ("case", "det"))
        if clause is None or clause.i < pronoun.i:
            continue
        number = "Plur" if pronoun.lower_ == "quali" else "Sing"
        wanted = [f"Number={number}", *(p for p in shown.split("|") if p.startswith("Gender="))]
        noun = clause.head
        if noun.pos_ != "NOUN" or noun.i > pronoun.i or fits(morphs[noun.i], wanted):
            continue
        if is_of_part(doc, pronoun):
            continue
        own = {t.i for t in clause.subtree}
        near = [
            t.i
            for t in doc[: pronoun.i]
            if t.pos_ == "NOUN" and t.i not in own and all(w in morphs[t.i] for w in wanted)
            if not is_shut_away(doc, t, pronoun)
        ]
        if near:
            yield clause.i, max(near)


def members_of_groups(doc: Doc) -> Iterator[tuple[int, int, int]]:
    """(member, pronoun, group) of "tre soci, tra cui l'ex sindaca Ada Neri, hanno votato".

    The parser has the member for a second subject of the verb.
    """
    for pronoun in doc[2:]:
        if pronoun.lower_ not in ("cui", "quali"):
            continue
        verb, led = pronoun.head, doc[pronoun.i - 1].lower_ in AMONG
        if not led or verb.i < pronoun.i:
            continue
        subjects = [t for t in verb.children if t.dep_ in ("nsubj", "nsubj:pass")]
        groups = [t for t in subjects if t.i < pronoun.i and t.pos_ == "NOUN"]
        members = [t for t in subjects if pronoun.i < t.i < verb.i]
        if (
            len(groups) == 1
            and len(members) == 1
            and not any(t.pos_ in ("VERB", "AUX") for t in doc[pronoun.i : members[0].i])
        ):
            yield members[0].i, pronoun.i, groups[0].i


def content_marks(doc: Doc) -> Iterator[int]:
    """The "che" of "la condizione che lo stadio fosse intitolato a X", taken for a subject.

    A passive, or a predicate with a copula, has one subject and no object.
    """
    for che in doc:
        if che.lower_ != "che" or not che.dep_.startswith("nsubj"):
            continue
        verb = che.head
        if verb.dep_ != "acl:relcl":
            continue
        others = [t for t in verb.children if t.dep_.startswith("nsubj") and t.i > che.i]
        closed = any(t.dep_ in ("aux:pass", "cop") for t in verb.children)
        if closed and any(t.pos_ in NOMINAL and t.i < verb.i for t in others):
            yield che.i


def is_of_part(doc: Doc, pronoun: Token) -> bool:
    """ "la maggior parte delle quali": the part has another number than the pronoun."""
    case = next((t for t in pronoun.children if t.dep_ == "case"), None)
    if case is None or case.lower_ not in OF:
        return False
    part = doc[case.i - 1]
    return part.pos_ in (*NOMINAL, "PRON") and not any(t.dep_ == "case" for t in part.children)


def is_shut_away(doc: Doc, word: Token, pronoun: Token) -> bool:
    """Whether a word stands between brackets that are closed before a pronoun."""
    marks = [t.text for t in doc[word.i : pronoun.i] if t.text in ("(", ")")]
    return marks[:1] == [")"]


def fits(morph: str, wanted: Sequence[str]) -> bool:
    """Whether a noun has each of the features that it shows at all."""
    shown = dict(part.split("=") for part in morph.split("|") if "=" in part)
    asked = dict(part.split("=") for part in wanted)
    return all(shown.get(name, value) == value for name, value in asked.items())


def places_told_of(doc: Doc) -> Iterator[tuple[int, int]]:
    """(verb, noun) of "X è tornato nella piazza della Pace, dove il corteo era fermo".

    No verb stands between a place and its "dove", and nobody is one.
    """
    for where in doc[2:]:
        verb = where.head
        if where.lower_ != "dove" or verb.dep_ != "acl:relcl" or verb.i < where.i:
            continue
        before = doc[where.i - 1] if doc[where.i - 1].text != "," else doc[where.i - 2]
        place = top_of_phrase(before)
        own = {t.i for t in verb.head.subtree} if verb.head.ent_type_ != PERSON else set()
        between = (t for t in doc[verb.head.i + 1 : place.i] if t.i not in own)
        parted = any(t.pos_ in ("VERB", "AUX") for t in between)
        if place.pos_ in NOMINAL and verb.head.i < place.i and parted:
            yield verb.i, place.i


def relatives_behind_asides(doc: Doc, heads: Sequence[int]) -> Iterator[tuple[int, int]]:
    """(verb, noun) of "le piogge – 104 millimetri – che hanno colpito": what dashes hold is shut.

    heads: the governors as mended so far.
    """
    for pronoun in doc[3:]:
        verb, mark = pronoun.head, doc[pronoun.i - 1]
        if pronoun.lower_ != "che" or verb.dep_ != "acl:relcl" or mark.text not in DASHES:
            continue
        opening = next((t for t in reversed(doc[: mark.i]) if t.text == mark.text), None)
        if opening is None or not opening.i or not opening.i < heads[verb.i] < mark.i:
            continue
        noun = doc[opening.i - 1]
        if noun.pos_ in NOMINAL:
            yield verb.i, noun.i


def top_of_phrase(word: Token) -> Token:
    """The noun that governs a phrase which a word ends."""
    while word.dep_ in OF_NOUN and word.head.i < word.i and word.head.pos_ in NOMINAL:
        word = word.head
    return word


def names_in_a_row(doc: Doc) -> Iterator[tuple[int, int]]:
    """(name, first name) of "Ada Neri, sindaca, Pio Verdi e Ivo Galli": three people.

    The parser has the second told of the first, and the third joined to the second.
    """
    for name in doc:
        first = name.head
        told = name.dep_ == "appos" and first.i < name.i
        if not told or not all(t.pos_ == "PROPN" for t in (name, first)):
            continue
        others = [t for t in name.children if t.dep_ == "conj" and t.pos_ == "PROPN"]
        tied = any(c.dep_ == "cc" for t in others for c in t.children)
        alone = not any(t.dep_ in ("case", "det") for t in name.children)
        if name.ent_type_ == PERSON and tied and alone and doc[name.left_edge.i - 1].text == ",":
            yield from ((t.i, first.i) for t in (name, *others))
