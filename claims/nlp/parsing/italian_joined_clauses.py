"""Italian clauses joined without a word of their own, whose subject the parser gives away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

GROUP = frozenset({"aux", "aux:pass", "advmod", "obj", "iobj", "expl", "cop"})


def subjects_of_joined(doc: Doc, morphs: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """(word, governor, label) of "ha chiesto aiuto a X e il Comune, che lo sapeva, l'ha dato".

    The comma that ends the relative opens a clause; the noun behind "e" is its subject, and no
    second object of the verb before.
    """
    for verb in doc:
        above = verb.head
        first = group_start(verb)
        if verb.dep_ != "conj" or above.i > verb.i or not first or doc[first - 1].text != ",":
            continue
        if any(t.dep_ in ("cc", "nsubj", "nsubj:pass") for t in verb.children):
            continue
        noun = relative_before(doc, above, first - 1)
        if noun is None or not same_number(noun, list(doc[first : verb.i + 1]), morphs):
            continue
        passive = any(t.dep_ == "aux:pass" for t in verb.children)
        yield noun.i, verb.i, "nsubj:pass" if passive else "nsubj"
        tie = next(t for t in noun.children if t.dep_ == "cc")
        yield tie.i, verb.i, "cc"
        relative = next(t for t in doc[noun.i + 1 : first] if t.dep_ == "acl:relcl")
        yield relative.i, noun.i, "acl:relcl"


def group_start(verb: Token) -> int:
    """The first word of a verb with its auxiliaries and pronouns."""
    left = [t.i for t in verb.children if t.i < verb.i and t.dep_ in GROUP and t.pos_ != "NOUN"]
    return min([*left, verb.i])


def relative_before(doc: Doc, above: Token, comma: int) -> Token | None:
    """The noun with article of ", e il Comune, che …," whose relative ends at this comma."""
    for noun in doc[above.i + 1 : comma]:
        opens = [t.i for t in doc[noun.i + 1 : noun.i + 3]]
        if noun.dep_ != "conj" or noun.pos_ not in ("NOUN", "PROPN") or len(opens) < 2:
            continue
        tied = {t.dep_ for t in noun.children if t.i < noun.i}
        told = doc[opens[0]].text == "," and doc[opens[1]].lower_ == "che"
        if not told or not {"cc", "det"} <= tied or "case" in tied:
            continue
        inner = [t for t in doc[opens[1] : comma] if t.dep_ == "acl:relcl"]
        if inner and "," not in [t.text for t in doc[opens[1] : comma]]:
            return noun
    return None


def same_number(noun: Token, verbs: Sequence[Token], morphs: Sequence[str]) -> bool:
    """Whether a finite verb has the number that the noun's article shows."""
    finite = next((morphs[t.i] for t in verbs if "VerbForm=Fin" in morphs[t.i]), "")
    article = next(morphs[t.i] for t in noun.children if t.dep_ == "det")
    return bool(finite) and ("Number=Plur" in finite) == ("Number=Plur" in article)
