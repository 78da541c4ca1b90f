"""Who acts in the clauses above a word: "Sarti said that the man ran" tells of another man."""

from __future__ import annotations

from collections.abc import Iterator

from claims.nlp.grammar.masks import reports
from claims.nlp.parsing.tree import SUBJECTS, Tree
from claims.nlp.referring.anaphors import Anaphor, Kind
from claims.nlp.referring.last_speaker import subject_words

NOUNS = (Kind.NOUN, Kind.NOUN_SUBJECT)
SIDE_BY_SIDE = frozenset({"conj", "parataxis", "ROOT"})
SELF = frozenset({"stesso", "stessa"})
ACCORDING = frozenset({"secondo", "according", "dire"})
# "by his account", "a suo dire", "stando al suo racconto"
ACCOUNTS = frozenset(
    {"account", "version", "testimony", "statement", "word", "view", "opinion", "recollection",
     "racconto", "versione", "testimonianza", "dichiarazione", "parola", "parere",
     "avviso", "opinione", "ricordo", "ricostruzione"}
)  # fmt: skip


def acting_above(tree: Tree, word: int) -> Iterator[int]:
    """The words for who acts or speaks above a word: subjects with the names beside them.

    A verb stands for the subject that it leaves out. Binding theory's principle C: a noun never
    means the subject that its own clause, or the clause around it, hangs on.
    """
    for node in tree.paths[word]:
        head, label = tree.heads[node], tree.labels[node]
        yield from asides(tree, node)
        if label == "acl:relcl":
            yield head
        if head == node or label in SUBJECTS:
            continue
        if label not in SIDE_BY_SIDE or (label == "parataxis" and reports(tree, head)):
            yield from subject_of_chain(tree, head)


def asides(tree: Tree, node: int) -> Iterator[int]:
    """Who says what a word heads: "the man, said X, ran", "by X's account the man ran"."""
    for child in tree.dependents(node, "parataxis"):
        if reports(tree, child):
            yield from subject_of_chain(tree, child)
    for child in tree.dependents(node, "obl", "advcl"):
        if is_account(tree, child):
            yield from tree.subtrees[child]


def is_account(tree: Tree, phrase: int) -> bool:
    """Whether a phrase names by whose word something is told."""
    led = (phrase, *tree.dependents(phrase, "case", "mark"))
    if any(tree.forms[i].lower() in ACCORDING for i in led):
        return True
    nouns = (phrase, *tree.dependents(phrase, "obl", "obj"))
    return any(tree.lemmas[i].lower() in ACCOUNTS for i in nouns)


def subject_of_chain(tree: Tree, verb: int) -> Iterator[int]:
    """A verb's subject, or the one of the verb that it is joined to; the verb where none is."""
    if not tree.is_verbal[verb]:
        return
    node = verb
    while True:
        yield node
        yield from subject_words(tree, node)
        if tree.has_subject[node] or tree.labels[node] != "conj" or tree.heads[node] == node:
            return
        node = tree.heads[node]


def is_content(tree: Tree, clause: int) -> bool:
    """Whether a clause is what its governor says, behind "that" or a colon."""
    after_colon = tree.labels[clause] == "parataxis" and reports(tree, tree.heads[clause])
    return tree.labels[clause] == "ccomp" or after_colon


def is_told(tree: Tree, word: int) -> bool:
    """Whether a word stands in what somebody says or thinks."""
    told = tree.in_quotes[word] or any(is_content(tree, i) for i in tree.paths[word])
    return told or any(True for node in tree.paths[word] for _ in asides(tree, node))


def tells_of_another(tree: Tree, anaphor: Anaphor) -> bool:
    """Whether a word is never surely one of those who act above it.

    A noun; an Italian pronoun in what somebody says, since of oneself one leaves it out or says
    "lui stesso".
    """
    if anaphor.kind in NOUNS:
        return True
    spoken = tree.language == "it" and anaphor.kind == Kind.SUBJECT
    stressed = any(form.lower() in SELF for form in tree.forms[anaphor.word + 1 :][:1])
    return spoken and not stressed and is_told(tree, anaphor.word)
