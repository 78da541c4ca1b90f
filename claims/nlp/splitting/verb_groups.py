"""A chosen mask with the auxiliaries, copulas and negations of its verbs, and no one else's."""

from __future__ import annotations

from claims.nlp.parsing.tree import VERBAL_CHILDREN, Mask, Tree
from claims.nlp.splitting.english_masks import shared_passive

NEGATIONS = frozenset({"non", "not", "n't", "n’t", "never", "né"})
OF_VERB = VERBAL_CHILDREN | {"expl", "expl:pass", "expl:impers", "compound:prt"}


def with_verb_groups(tree: Tree, head: int, mask: Mask) -> Mask:
    """Each predicate with its auxiliaries, copula, clitics and negation."""
    found = set(mask)
    for word in mask:
        if not tree.is_verbal[word]:
            continue
        alone = word != head and not mask & (tree.subtrees[word] - {word})
        for child in tree.children[word]:
            form = tree.forms[child].lower()
            negates = tree.labels[child] in ("advmod", "cc") and form in NEGATIONS
            denied = negates and (not alone or tree.is_finite[word])  # "non studia e non lavora"
            if denied or (tree.labels[child] in OF_VERB and not alone):
                found.add(child)
    found -= alien_copulas(tree, head, found)
    return frozenset(found | shared_passive(tree, head, found)) & tree.words


def without_lone_auxiliaries(tree: Tree, head: int, mask: Mask) -> Mask:
    """No auxiliary without its verb, unless the head leans on it ("è stato visto e multato")."""
    shared, first = {head}, head
    while tree.labels[first] == "conj":
        first = tree.heads[first]
        if leans(tree, head, first) or shares_being(tree, head, first):
            shared.add(first)
    signs = {tree.heads[i] for i in mask if tree.labels[i] == "nummod"}  # "turnout was 71%"
    shared |= {i for i in signs if not tree.is_word[i]}
    return frozenset(
        i for i in mask if tree.labels[i] not in VERBAL_CHILDREN or tree.heads[i] in mask | shared
    )


def alien_copulas(tree: Tree, head: int, mask: Mask | set[int]) -> Mask:
    """ "Le vittime [sono] quattro studenti, tutti di Lodi": what tells of a predicate's noun.

    The copula makes it one of the subject's, which isn't there.
    """
    noun = tree.heads[head]
    told = tree.language == "it" and tree.labels[head] == "appos" and noun in mask
    subjects = tree.dependents(noun, "nsubj", "nsubj:pass")
    if not told or not subjects or any(mask & tree.subtrees[i] for i in subjects):
        return frozenset()
    return frozenset(mask).intersection(tree.dependents(noun, *VERBAL_CHILDREN))


def shares_being(tree: Tree, noun: int, verb: int) -> bool:
    """ "È nata a Pisa e madre di tre figli": one "è" helps the verb and tells what she is."""
    bare = tree.pos[noun] == "NOUN" and not tree.has(noun, "det", "case", *VERBAL_CHILDREN)
    helping = [tree.forms[i].lower() for i in tree.dependents(verb, "aux", "aux:pass")]
    joined = tree.labels[noun] == "conj" and tree.heads[noun] == verb
    return tree.language == "it" and bare and joined and helping in (["è"], ["sono"])


def with_shared_verbs(tree: Tree, head: int, mask: Mask) -> Mask:
    """ "ha potuto chiudere e avvisare", "ha deciso di chiudere e avvisare": all that the second
    infinitive shares, or it would be "ha avvisare"."""
    first = tree.heads[head]
    if shares_avere(tree, head, first):
        return mask | frozenset(tree.dependents(first, "aux"))
    joined = (
        tree.language == "it" and tree.labels[head] == "conj" and is_infinitive_form(tree, head)
    )
    if not joined or not is_infinitive_form(tree, first) or first in mask:
        return mask
    helping = frozenset(tree.dependents(first, *VERBAL_CHILDREN))
    if mask & helping:
        mask |= helping
    if tree.heads[first] in mask and not tree.has(head, "mark"):
        mask |= frozenset(tree.dependents(first, "mark"))
    return mask


def shares_avere(tree: Tree, head: int, first: int) -> bool:
    """ "Ha annullato il concerto e rimborsato i biglietti": who cancelled it has refunded them."""
    joined = tree.language == "it" and tree.labels[head] == "conj" and tree.pos[head] == "VERB"
    participles = all("VerbForm=Part" in tree.morphs[i] for i in (head, first))
    own = tree.has_subject[head] or tree.has(head, *VERBAL_CHILDREN)
    if not joined or not participles or own or not tree.forms[head].lower().endswith("o"):
        return False
    by = [i for noun in tree.dependents(head, "obl", "obl:agent") for i in tree.children[noun]]
    undergone = any(tree.forms[i].lower().startswith("da") for i in by if tree.labels[i] == "case")
    helping = [tree.lemmas[i] for i in tree.dependents(first, *VERBAL_CHILDREN)]
    return helping == ["avere"] and (tree.has(head, "obj") or not undergone)


def is_infinitive_form(tree: Tree, verb: int) -> bool:
    """Whether a verb itself is an infinitive, whatever helps it."""
    return "VerbForm=Inf" in tree.morphs[verb]


def leans(tree: Tree, head: int, first: int) -> bool:
    """Whether a joined verb may share an auxiliary: "è stato operato e versa" has two verbs.

    Of one subject Italian participles with "essere" end alike.
    """
    verbs = [tree.lemmas[i] for i in tree.dependents(first, *VERBAL_CHILDREN)]
    if tree.language != "it" or tree.has_subject[head] or not {"essere", "venire"} & set(verbs):
        return True
    ends = [tree.forms[i].lower()[-1:] for i in (head, first)]
    alike = ends[0] == ends[1] or tree.pos[first] != "VERB"
    return alike or tree.pos[head] not in ("NOUN", "VERB") or tree.has(head, *VERBAL_CHILDREN)
