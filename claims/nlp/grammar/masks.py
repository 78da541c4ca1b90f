"""Which words of a sentence state one fact: rules over the tree.

A mask is a set of word indexes. Every function reads the tree alone and is a first proposal:
the learned road (`scoring`) starts from these masks and corrects them.
"""

from __future__ import annotations

from claims.nlp.grammar.clause_lexicon import clause_lexicon
from claims.nlp.lexicon import words
from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree

# what hangs on a noun but states a fact of its own
ASIDES = frozenset({"acl:relcl", "appos", "parataxis"})
# what hangs on a noun but doesn't belong to the phrase when it is taken out of its clause
NOT_IN_PHRASE = ASIDES | {
    "acl", "case", "punct", "cc", "mark", "cop", "aux", "advmod", "advcl", "nsubj", "obl",
    "discourse", "dep",
}  # fmt: skip
LONG_PARTICIPLE = 4  # words from which a participle phrase states a fact of its own


def reports(tree: Tree, word: int) -> bool:
    """Whether a word is a verb of saying or thinking."""
    return tree.lemmas[word] in clause_lexicon(tree.language).reporting


def frames_quote(tree: Tree, word: int) -> bool:
    """Whether a verb says what stands between marks beside it: "«Aspettiamo», ha protestato X"."""
    verbs = words(tree.language, "attribution.verbs")
    reflexive = word and tree.forms[word - 1].lower() in ("si", "s'")
    if reflexive and tree.lemmas[word] != "leggere":
        return False  # "«…», si difende X"
    if tree.in_quotes[word] or tree.pos[word] != "VERB" or tree.lemmas[word] not in verbs:
        return False
    governor = tree.heads[word]
    aside = tree.labels[word] == "parataxis" and tree.in_quotes[governor]
    return aside or any(tree.in_quotes[i] for i in tree.dependents(word, "ccomp", "parataxis"))


def phrase(tree: Tree, head: int) -> set[int]:
    """A noun phrase taken out of its clause: no relative, apposition, preposition or predicate."""
    mask = {head}
    for child in tree.children[head]:
        label = tree.labels[child]
        if label in NOT_IN_PHRASE or (label == "conj" and tree.is_clausal[child]):
            continue
        mask |= body(tree, child) if label == "nmod" else tree.subtrees[child]
    return mask


def body(tree: Tree, head: int) -> set[int]:
    """All that hangs on a word, without what states a fact of its own."""
    mask = {head}
    for child in tree.children[head]:
        if tree.labels[child] == "ccomp" or (
            tree.labels[child] == "parataxis" and reports(tree, head)
        ):
            mask |= tree.subtrees[child]
        elif not states_own_fact(tree, head, child):
            mask |= body(tree, child)
    return mask


def states_own_fact(tree: Tree, head: int, child: int) -> bool:
    """Whether a dependent is left out of its governor's claim."""
    label = tree.labels[child]
    if label in ASIDES:
        return True
    if label == "acl":
        long = len(tree.subtrees[child]) >= LONG_PARTICIPLE
        return long and tree.pos[child] == "VERB" and tree.heads[head] != head
    if label == "conj":
        return tree.is_clausal[child]
    if label == "cc":
        return joins_clause(tree, head, child)
    return label == "advcl" and tree.has_subject[child]


def joins_clause(tree: Tree, head: int, conjunction: int) -> bool:
    """Whether a conjunction ties clauses, not words."""
    if tree.labels[head] == "conj" and tree.is_clausal[head]:
        return True
    return any(
        other > conjunction and tree.is_clausal[other] for other in tree.dependents(head, "conj")
    )


def clause(tree: Tree, head: int) -> Mask:
    """A predicate's own words with the subject it has or shares."""
    mask = body(tree, head)
    label, governor = tree.labels[head], tree.heads[head]
    if label == "ccomp":
        mask -= set(tree.dependents(head, "mark"))
    if label in ("conj", "advcl") and not tree.has_subject[head] and tree.is_clausal[governor]:
        mask |= shared_subject(tree, governor)
        if label == "conj" and lacks_auxiliary(tree, head):
            mask |= set(tree.dependents(governor, "aux", "aux:pass"))
    if label in ("acl", "acl:relcl"):
        mask |= phrase(tree, governor)
    return frozenset(mask) & tree.words


def shared_subject(tree: Tree, governor: int) -> set[int]:
    """The subject phrase of a governing predicate."""
    mask: set[int] = set()
    for child in tree.children[governor]:
        if tree.labels[child] in SUBJECTS:
            mask |= phrase(tree, child)
    return mask


def lacks_auxiliary(tree: Tree, head: int) -> bool:
    """Whether a conjoined participle or infinitive leans on its governor's auxiliary."""
    if "VerbForm=Inf" in tree.morphs[head]:
        return True
    alone = not tree.has(head, "aux", "aux:pass")
    return tree.pos[head] == "VERB" and alone and "VerbForm=Part" in tree.morphs[head]


def apposition(tree: Tree, head: int) -> Mask:
    """A word's own body beside the phrase that it hangs on."""
    return frozenset(phrase(tree, tree.heads[head]) | body(tree, head)) & tree.words


def titled_name(tree: Tree, head: int) -> Mask:
    """A name with the title before it."""
    return frozenset(phrase(tree, head)) & tree.words


def tells_what_is_so(tree: Tree, head: int) -> bool:
    """ "è notizia di oggi che", "è certo che": its subject is the clause."""
    clauses = [i for i in tree.dependents(head, "csubj", "ccomp", "acl:relcl", "acl") if i > head]
    led = any(tree.forms[m].lower() == "che" for i in clauses for m in tree.dependents(i, "mark"))
    return led and tree.has(head, "cop") and not tree.has(head, "nsubj", "nsubj:pass")


def has_clause_as_subject(tree: Tree, head: int) -> bool:
    """ "È facile che", "diventa difficile fare": nobody is easy or hard there."""
    judged = [i for i in (head, *tree.dependents(head, "xcomp")) if tree.pos[i] == "ADJ"]
    called = any(tree.forms[i].lower() in words("it", "marks.judgements") for i in judged)
    clauses = [c for i in {head, *judged} for c in tree.dependents(i, "csubj", "ccomp", "xcomp")]
    return tree.language == "it" and called and any(may_be_subject(tree, i) for i in clauses)


def may_be_subject(tree: Tree, clause: int) -> bool:
    """ "che crolli", "fare": behind "da", "a" or "di" an infinitive says of whom it is told."""
    marks = [tree.forms[i].lower() for i in tree.dependents(clause, "mark", "case")]
    return "che" in marks or ("VerbForm=Inf" in tree.morphs[clause] and not marks)
