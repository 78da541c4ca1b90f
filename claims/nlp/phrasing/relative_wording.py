"""Relative clauses as sentences: the antecedent takes the pronoun's place."""

from __future__ import annotations

from claims.nlp.grammar.clause_lexicon import clause_lexicon
from claims.nlp.grammar.masks import phrase
from claims.nlp.grammar.phrases import (
    Names,
    bare_phrase,
    bare_preposition,
    fuse,
    join_words,
    lower_article,
)
from claims.nlp.grammar.statement import Statement
from claims.nlp.grammar.verb_forms import indicative
from claims.nlp.parsing.tree import Mask, Tree

PLACES = frozenset({"dove", "ove", "where"})
TIMES = frozenset({"when", "quando", "chi"})


def relative_text(statement: Statement, names: Names) -> str | None:
    """ "X, which opened in 1974" -> "X opened in 1974"; None for what is no relative."""
    tree = statement.tree
    pronoun = relative_pronoun(statement)
    if pronoun is None or is_said_before(statement, pronoun):
        return None
    verb = verb_of_relative(tree, pronoun)
    if verb is None or verb not in statement.mask or outside_verbs(statement, pronoun, verb):
        return None
    opening = {pronoun, *tree.dependents(pronoun, "case", "det")}
    if tree.labels[pronoun] in ("det:poss", "nmod:poss"):
        opening |= {i for i in tree.dependents(tree.heads[pronoun], "det") if i < pronoun}
    antecedent = frozenset(i for i in statement.mask if i < min(opening))
    if not antecedent:
        antecedent = frozenset(phrase(tree, tree.heads[verb])) & tree.words
    named = {**names, **moods(tree, verb)}
    rest = frozenset(i for i in statement.mask if i > pronoun) - antecedent - opening
    return put_in_place(tree, pronoun, verb, antecedent, rest, named)


def is_said_before(statement: Statement, pronoun: int) -> bool:
    """Whether the claim's own predicate stands before the relative clause."""
    tree, head = statement.tree, statement.head
    return head < pronoun and tree.pos[head] in ("VERB", "AUX") and statement.role != "acl:relcl"


def relative_pronoun(statement: Statement) -> int | None:
    """The first word of the mask that stands for an antecedent."""
    tree = statement.tree
    relative = clause_lexicon(tree.language).relative
    for word in sorted(statement.mask):
        form = tree.forms[word].lower()
        if form in TIMES or (form not in relative and tree.lemmas[word] not in relative):
            continue
        if tree.labels[word] not in ("mark", "cc", "fixed") or statement.role == "acl:relcl":
            return word
    return None


def verb_of_relative(tree: Tree, pronoun: int) -> int | None:
    """The predicate of the relative clause that a pronoun opens."""
    return next((i for i in tree.paths[pronoun] if tree.labels[i] == "acl:relcl"), None)


def outside_verbs(statement: Statement, pronoun: int, verb: int) -> bool:
    """Whether a finite verb of the claim lies outside its relative clause."""
    tree = statement.tree
    return any(
        tree.is_finite[i] and (i < pronoun or i not in tree.subtrees[verb])
        for i in statement.mask
        if tree.is_verbal[i]
    )


def moods(tree: Tree, verb: int) -> dict[int, str]:
    """A relative's subjunctive becomes indicative."""
    if tree.language != "it":
        return {}
    verbs = [verb, *tree.dependents(verb, "aux", "aux:pass", "cop")]
    return {i: indicative(tree.forms[i]) for i in verbs if "Mood=Sub" in tree.morphs[i]}


def put_in_place(
    tree: Tree, pronoun: int, verb: int, antecedent: Mask, rest: Mask, names: Names
) -> str | None:
    """The antecedent where the pronoun belongs: subject, object, after a preposition."""
    noun = bare_phrase(tree, antecedent, names)
    form, label = tree.forms[pronoun].lower(), tree.labels[pronoun]
    text = join_words(tree, sorted(rest), names)
    if form in PLACES:
        return f"{in_its_place(tree, antecedent, noun)} {text}"
    cases = tree.dependents(pronoun, "case")
    if cases and not label.startswith("nsubj"):
        preposition = " ".join(bare_preposition(tree.forms[i]) for i in sorted(cases))
        return f"{fuse(preposition, lower_article(noun, tree.language))} {text}"
    if label in ("nmod:poss", "det:poss") or form == "whose":
        return owned(tree, pronoun, noun, rest, names)
    if label in ("obj", "iobj") and any(tree.labels[i].startswith("nsubj") for i in rest):
        last = acting_verb(tree, verb, rest)
        first = sorted(i for i in rest if i <= last)
        after = sorted(i for i in rest if i > last)
        low = lower_article(noun, tree.language)
        return f"{join_words(tree, first, names)} {low} {join_words(tree, after, names)}"
    if label in ("obj", "iobj"):
        return f"{text} {lower_article(noun, tree.language)}"
    return f"{noun} {text}"


def acting_verb(tree: Tree, verb: int, rest: Mask) -> int:
    """The verb whose object a relative pronoun is: "che X ha chiesto di usare" is used."""
    for child in tree.dependents(verb, "xcomp", "ccomp"):
        inside = child in rest and child > verb and "VerbForm=Inf" in tree.morphs[child]
        if inside and not tree.has(child, "obj"):
            return acting_verb(tree, child, rest)
    return verb


def in_its_place(tree: Tree, antecedent: Mask, noun: str) -> str:
    """The place that a relative tells about, with the preposition that it has in the article."""
    first = min(antecedent)
    case = first if tree.labels[first] == "case" else first - 1
    keeps = case >= 0 and tree.labels[case] == "case" and tree.heads[case] in tree.paths[first]
    known = {"in", "a", "su", "at", "on", "near", "presso"}
    preposition = bare_preposition(tree.forms[case]) if keeps else "in"
    return fuse(preposition if preposition in known else "in", lower_article(noun, tree.language))


def owned(tree: Tree, pronoun: int, noun: str, rest: Mask, names: Names) -> str | None:
    """ "i cui operai" -> "gli operai di X"; "whose workers" -> "X's workers"."""
    text = join_words(tree, sorted(rest), names)
    if tree.language == "en":
        return f"{noun}’s {text}"
    thing = tree.heads[pronoun]
    phrase_words = sorted(i for i in rest if i <= max(phrase(tree, thing)))
    article = next((i for i in tree.dependents(thing, "det") if i < pronoun), None)
    if thing not in rest or article is None:
        return None
    after = join_words(tree, [i for i in sorted(rest) if i > phrase_words[-1]], names)
    owner = fuse("di", lower_article(noun, "it"))
    return f"{tree.forms[article]} {join_words(tree, phrase_words, names)} {owner} {after}"
