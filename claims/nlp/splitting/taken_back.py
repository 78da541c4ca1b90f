"""Clauses that another takes back: denied, called false, not shown, or only provided for.

"Non è vero che X", "no evidence shows that X": X alone would be the opposite of what is written.
"""

from __future__ import annotations

from claims.nlp.grammar.clause_lexicon import clause_lexicon
from claims.nlp.grammar.masks import reports
from claims.nlp.lexicon import words
from claims.nlp.parsing.tree import SUBJECTS, VERBAL_CHILDREN, Mask, Tree

CONTENT = frozenset({"ccomp", "csubj", "csubj:pass", "xcomp"})
OF_NOUNS = frozenset({"acl", "acl:relcl"})
SURE = frozenset({"doubt", "question", "dubbio"})
THAT = frozenset({"che", "that"})
ASSURING = frozenset({"assure", "promise", "reassure", "persuade", "convince"})
BEING = frozenset({"be", "essere"})


def is_taken_back(tree: Tree, clause: int, told: int | None = None) -> bool:
    """Whether what a clause tells isn't told as true by the word that it hangs on.

    told: the verb that is asked about, where it is joined to the clause's.
    """
    governor = tree.heads[clause]
    if tree.labels[clause] in CONTENT:
        return (
            is_denied(tree, governor)
            or is_called_false(tree, governor)
            or is_not_shown(tree, governor, clause)
            or is_provided_for(tree, governor, clause if told is None else told)
            or is_only_assured(tree, governor)
        )
    opens = any(tree.forms[i].lower() in THAT for i in tree.dependents(clause, "mark"))
    if tree.labels[clause] not in OF_NOUNS or not opens:
        return False
    sure = tree.lemmas[governor] in SURE  # "there is no doubt that"
    return is_called_false(tree, governor) or (has_negation(tree, governor) and not sure)


def is_denied(tree: Tree, verb: int) -> bool:
    """Whether a verb denies what hangs on it: "negano", "ruled out that", "non ha detto che"."""
    denying = words(tree.language, "marks.denials")
    if denying & {tree.lemmas[verb], tree.forms[verb].lower()}:
        return True
    particles = [tree.lemmas[i] for i in tree.dependents(verb, "compound:prt")]
    if any(f"{tree.lemmas[verb]} {particle}" in denying for particle in particles):
        return True
    negating = clause_lexicon(tree.language).negating
    denied = any(tree.forms[i].lower() in negating for i in tree.dependents(verb, "advmod"))
    return reports(tree, verb) and denied


def is_called_false(tree: Tree, predicate: int) -> bool:
    """ "È falso", "it is a myth", "non è vero"."""
    if not tree.has(predicate, *VERBAL_CHILDREN) or is_done(tree, predicate):
        return False
    said = {tree.lemmas[predicate], tree.forms[predicate].lower()}
    false = bool(said & words(tree.language, "marks.falsehoods"))
    true = bool(said & words(tree.language, "marks.truths"))
    return (true and is_negative(tree, predicate)) or (false and not is_negative(tree, predicate))


def is_done(tree: Tree, verb: int) -> bool:
    """ "The firm had lied", "ha sbagliato": a deed, which calls nothing false."""
    helping = tree.dependents(verb, *VERBAL_CHILDREN)
    return tree.pos[verb] == "VERB" and not any(tree.lemmas[i] in BEING for i in helping)


def is_not_shown(tree: Tree, verb: int, clause: int) -> bool:
    """ "Nessuna prova dimostra che", "did not establish that": what one knows or forgets is so."""
    known = {tree.lemmas[verb], tree.forms[verb].lower()} & words(tree.language, "marks.knowing")
    told = tree.is_finite[clause] and any(
        tree.forms[i].lower() in THAT for i in tree.dependents(clause, "mark")
    )
    return told and not known and tree.is_verbal[verb] and is_negative(tree, verb)


def is_provided_for(tree: Tree, verb: int, clause: int) -> bool:
    """ "Il contratto prevedeva che il Comune pagasse": what ought to be done isn't told as done."""
    providing = words(tree.language, "marks.provisions")
    verbs = (clause, *tree.dependents(clause, *VERBAL_CHILDREN))
    wanted = any("Mood=Sub" in tree.morphs[i] for i in verbs)
    return wanted and tree.lemmas[verb] in providing


def is_only_assured(tree: Tree, verb: int) -> bool:
    """ "It had been assured that X was profitable": nobody says by whom, nor that it was."""
    passive = tree.language == "en" and tree.has(verb, "aux:pass")
    return passive and tree.lemmas[verb] in ASSURING and not tree.has(verb, "obl:agent")


def is_negative(tree: Tree, verb: int) -> bool:
    """Whether a verb is negated, or its subject is nobody and nothing."""
    return has_negation(tree, verb) or any(
        has_negation(tree, subject)
        or tree.forms[subject].lower() in words(tree.language, "marks.nobody")
        for subject in tree.dependents(verb, *SUBJECTS)
    )


def has_negation(tree: Tree, word: int) -> bool:
    """ "non risulta", "no evidence"; "non solo" takes nothing back."""
    negating = clause_lexicon(tree.language).negating
    only = words(tree.language, "marks.only")
    return any(
        negating & {tree.forms[i].lower(), tree.lemmas[i]} and tree.forms[i + 1].lower() not in only
        for i in tree.dependents(word, "advmod", "det")
        if i + 1 < tree.size
    )


def what_calls_it_false(tree: Tree, head: int, mask: Mask) -> int:
    """The predicate of a claim that holds a clause and "è falso" or "there is no proof"."""
    predicate = tree.heads[head]
    missing = tree.labels[head] in OF_NOUNS and tree.has(predicate, "cop", "expl")
    missing = missing and is_taken_back(tree, head)
    return predicate if predicate in mask and (missing or is_held_false(tree, head)) else head


def is_held_false(tree: Tree, clause: int) -> bool:
    """Whether the word that a clause hangs on calls it false."""
    return is_taken_back(tree, clause) and is_called_false(tree, tree.heads[clause])


def with_what_calls_it_false(tree: Tree, head: int, mask: Mask) -> Mask:
    """A clause with the words that call it false: the claim is that it isn't so."""
    predicate = tree.heads[head]
    if not is_held_false(tree, head):
        return mask
    own = VERBAL_CHILDREN | {"advmod", "det", "amod", "expl", *SUBJECTS}
    led = {predicate, *(i for i in tree.children[predicate] if tree.labels[i] in own and i < head)}
    return mask | frozenset(led | set(tree.dependents(head, "mark"))) & tree.words


def is_unreal(tree: Tree, head: int, mask: Mask) -> bool:
    """Whether an Italian clause, told without the one that it hangs on, tells of nothing real.

    "Fu fermato prima che sparasse", "corrono come se il ponte fosse l'unica via".
    """
    while tree.labels[head] == "conj" and tree.is_verbal[tree.heads[head]]:
        head = tree.heads[head]
    pairs = {" ".join(tree.forms[i : i + 2]).lower() for i in tree.dependents(head, "mark")}
    unreal = bool(pairs & {"prima che", "come se"})
    return unreal and tree.labels[head] == "advcl" and tree.heads[head] not in mask
