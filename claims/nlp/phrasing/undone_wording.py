"""What somebody did without doing: "senza avvisare i vicini" -> "non ha avvisato i vicini"."""

from __future__ import annotations

from claims.nlp.grammar.gerunds import finite_gerund
from claims.nlp.grammar.phrases import Names, bare_phrase, join_words
from claims.nlp.grammar.statement import Statement
from claims.nlp.grammar.verb_forms import is_plural
from claims.nlp.parsing.tree import Mask, Tree
from claims.nlp.phrasing.bearers import subject_phrase
from claims.nlp.phrasing.title_articles import top_of

WITHOUT = frozenset({"senza", "without"})
GERUNDS = {"are": "ando", "ere": "endo", "ire": "endo"}


# verbs in -ere whose participle ends in -uto; of others it must be known


def is_undone(tree: Tree, verb: int) -> bool:
    """Whether "without" governs an infinitive or an -ing form."""
    marks = {tree.forms[i].lower() for i in tree.dependents(verb, "mark", "case")}
    return bool(marks & WITHOUT)


def undone_text(statement: Statement, names: Names, subject: str | None) -> str | None:
    """The clause as a denial of its subject; "" where its subject or its verb isn't sure."""
    tree, head = statement.tree, statement.head
    if not is_undone(tree, head) or tree.pos[head] != "VERB":
        return None
    marks = set(tree.dependents(head, "mark", "case"))
    noun = subject_phrase(tree, tree.heads[head]) or noun_beside(statement)
    if tree.has(head, "conj"):
        return ""
    denied = denied_verb(tree, head, noun)
    if denied is None or not (noun or subject):
        return ""
    called = bare_phrase(tree, noun, names) if noun else subject
    rest = sorted(i for i in statement.mask - noun if i >= head and i not in marks)
    return f"{called} {join_words(tree, rest, {**names, head: denied})}"


def noun_beside(statement: Statement) -> Mask:
    """The claim's words before "without", where they are one noun with what belongs to it."""
    noun = statement.outside
    tree = statement.tree
    if not noun or tree.pos[top_of(tree, noun)] not in ("NOUN", "PROPN"):
        return frozenset()
    return frozenset() if any(tree.is_finite[i] for i in noun) else noun


def denied_verb(tree: Tree, verb: int, noun: Mask) -> str | None:
    """ "avvisare" -> "non ha avvisato", "telling" -> "did not tell"; None where it isn't known."""
    form = tree.forms[verb].lower()
    if tree.language == "en":
        lemma = tree.lemmas[verb]
        return f"did not {lemma}" if form.endswith("ing") and lemma != form else None
    if form[-3:] not in GERUNDS:
        return None
    top = top_of(tree, noun) if noun else None
    several = top is not None and is_plural(tree, top, noun)
    feminine = top is not None and "Gender=Fem" in tree.morphs[top]
    ending = ("e" if feminine else "i") if several else ("a" if feminine else "o")
    found = finite_gerund(
        form[:-3] + GERUNDS[form[-3:]],
        form,
        past=True,
        ending=ending,
        has_object=tree.has(verb, "obj"),
    )
    return f"non {found[0]}" if found is not None else None
