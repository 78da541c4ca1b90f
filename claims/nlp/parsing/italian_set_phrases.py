"""Italian words that are one word in the reader's mind: "pubblico ministero", "dato che"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

BEDS = frozenset({"posto", "posti", "vagone", "vagoni", "carrozza", "carrozze", "divano", "divani"})
REASONS = frozenset({"dato", "visto", "posto"})
LEADING = frozenset({"a", "di", "da", "per"})
PRIMES = frozenset({"'", "’", "′"})
AT_MINUTE = frozenset({"al", "all'", "dal", "nel"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
SPANS = frozenset({"anni", "mesi", "settimane", "giorni", "ore", "minuti"})
NAMES = frozenset({"nmod", "flat", "flat:name", "appos"})


def set_phrases(doc: Doc) -> Iterator[tuple[int, int, str]]:
    """(word, governor, label) where the parser tears such words."""
    for word in doc[1:]:
        before = word.nbor(-1)
        if word.lower_ == "ministero" and before.lower_ == "pubblico":
            yield from public_prosecutor(before, word)
        elif word.lower_ == "letto" and before.lower_ in BEDS:
            yield word.i, before.i, "flat"
        elif before.lower_ == "fine" and before.i and word.pos_ == "NOUN":
            yield from ends(doc, before, word)
        elif word.lower_ in ("quale", "quali") and before.lower_ in ("il", "la", "i", "le"):
            yield from led_relatives(before, word)
        elif before.lower_ in REASONS and word.lower_ == "che":
            yield from reasons(before, word)
        elif before.pos_ == "NUM" and word.text in PRIMES:
            yield from minutes(before, word)
        elif word.lower_ in SPANS and word.dep_ == "nsubj":
            yield from spans_of_time(word)
        elif is_hidden_auxiliary(before):
            yield from hidden_auxiliaries(before, word)


def public_prosecutor(public: Token, ministry: Token) -> Iterator[tuple[int, int, str]]:
    """ "ha detto al pubblico ministero Ada Neri": the parser makes two people of the office."""
    if public.head == ministry or public.pos_ != "NOUN":
        return
    yield ministry.i, public.i, "flat"
    for name in ministry.children:
        if name.i > ministry.i and name.dep_ in NAMES:
            yield name.i, public.i, name.dep_


def ends(doc: Doc, end: Token, noun: Token) -> Iterator[tuple[int, int, str]]:
    """ "ha detto a fine gara": the end is the match's, and nobody's name."""
    case = doc[end.i - 1]
    bare = not any(t.dep_ in ("det", "case") and t.i > end.i for t in noun.children)
    if case.lower_ in LEADING and bare and noun.head == end.head and noun.dep_ == end.dep_:
        yield case.i, end.i, "case"
        yield noun.i, end.i, "nmod"


def led_relatives(article: Token, pronoun: Token) -> Iterator[tuple[int, int, str]]:
    """ "la Brunex, la quale tre anni dopo l'ha venduta": the parser gives the years its article."""
    if article.head == pronoun or article.dep_ != "det":
        return
    yield article.i, pronoun.i, "det"
    if pronoun.dep_ == "obl" and not any(t.dep_ == "case" for t in pronoun.children):
        yield pronoun.i, pronoun.head.i, "nsubj"


def minutes(number: Token, prime: Token) -> Iterator[tuple[int, int, str]]:
    """ "al 38' Ricci è stato espulso": the minute tells when, and isn't Ricci's."""
    name = number.head
    case = number.nbor(-1) if number.i else number
    if name.i <= prime.i or name.dep_ not in SUBJECTS or case.head not in (name, number):
        return
    if case.lower_ in AT_MINUTE:
        yield case.i, number.i, "case"
        yield prime.i, number.i, "punct"
        yield number.i, name.head.i, "obl"


def spans_of_time(time: Token) -> Iterator[tuple[int, int, str]]:
    """ "ci è rimasta trentotto anni": years behind a verb in the singular tell how long."""
    verb = time.head
    verbs = [verb, *(t for t in verb.children if t.dep_ in ("aux", "aux:pass", "cop"))]
    single = any("Number=Sing" in str(t.morph) and "Person=3" in str(t.morph) for t in verbs)
    counted = any(t.dep_ == "nummod" for t in time.children)
    bare = not any(t.dep_ in ("det", "case") for t in time.children)
    if single and counted and bare and verb.i < time.i:
        yield time.i, verb.i, "obl"


def reasons(given: Token, that: Token) -> Iterator[tuple[int, int, str]]:
    """ "era suo, dato che l'ha comprato": it opens a clause, and nothing was given."""
    clause = that.head
    if clause.head != given or given.dep_ not in ("advcl", "acl") or given.head == given:
        return
    if any(t.dep_ in ("aux", "aux:pass", "nsubj", "nsubj:pass") for t in given.children):
        return
    if any(t.dep_ == "acl:relcl" for t in clause.children):
        return  # "dato che sono i sindaci che decidono"
    yield clause.i, given.head.i, "advcl"
    yield given.i, clause.i, "mark"
    yield that.i, given.i, "fixed"


def is_hidden_auxiliary(token: Token) -> bool:
    """ "L'abbia ritenuta": a form of "avere" that the tagger takes for a noun."""
    finite = "Fin" in token.morph.get("VerbForm", [])
    return token.pos_ == "NOUN" and finite and token.lemma_ == "avere"


def hidden_auxiliaries(auxiliary: Token, participle: Token) -> Iterator[tuple[int, int, str]]:
    """What stands between the subject and the participle: whom it is done to, and the auxiliary."""
    if auxiliary.head != participle or "Part" not in participle.morph.get("VerbForm", []):
        return
    yield auxiliary.i, participle.i, "aux"
    for clitic in auxiliary.children:
        if clitic.dep_ == "det" and "Yes" in clitic.morph.get("Clitic", []):
            yield clitic.i, participle.i, "obj"
