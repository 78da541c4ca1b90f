"""English masks that were cut where a small word ties them: "by which time", "no longer"."""

from __future__ import annotations

from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.tree import SUBJECTS, VERBAL_CHILDREN, Mask, Tree
from claims.nlp.splitting.candidate_masks import first_conjunct
from claims.nlp.splitting.english_sayings import is_torn_saying

NAMING = frozenset({"name", "identify", "specify", "disclose", "reveal"})
UNWILLING = frozenset({"decline", "refuse"})
OUTCOMES = frozenset({"win", "victory", "defeat", "loss", "draw", "title"})
SOME = frozenset({"many", "most", "some", "several", "few", "others", "all", "half"})
ONCE = frozenset({"once", "when", "if", "until", "unless", "whether"})


def is_fragment(tree: Tree, head: int, mask: Mask) -> bool:
    """Whether an English claim lacks the small word that says how its words are meant."""
    return (
        lost_its_no(tree, mask)
        or opens_with_which(tree, mask)
        or is_second_relative(tree, head, mask)
        or any(is_as_many_as(tree, word, mask) for word in mask)
        or is_list_of_them(Statement(tree, head, mask))
        or is_second_of_whom(tree, head, mask)
        or is_when_done(tree, head)
        or is_as_made_clear(tree, head)
        or is_unnamed(tree, head)
        or is_outcome_of_name(tree, head)
        or lost_its_that(tree, head, mask)
        or is_noun_alone(tree, head, mask)
        or is_first_to_do(tree, head)
        or is_torn_saying(tree, head, mask)
        or is_some_without_verb(tree, head)
        or is_bare_ordinal(tree, head)
    )


def lost_its_no(tree: Tree, mask: Mask) -> bool:
    """ "Tourists [no] longer come"."""
    return any(
        tree.forms[i].lower() == "longer" and tree.forms[i - 1].lower() == "no"
        for i in mask
        if i and i - 1 not in mask
    )


def opens_with_which(tree: Tree, mask: Mask) -> bool:
    """ "By which time the roof had fallen in": the claim's own words don't say when."""
    return any(
        tree.forms[i].lower() == "which" and tree.forms[i + 1 : i + 2] == ["time"] for i in mask
    )


def is_second_relative(tree: Tree, head: int, mask: Mask) -> bool:
    """ "..., and which has won a quarter": of what, the claim's own words don't say."""
    first = min(mask)
    subject = tree.labels[first] in SUBJECTS and tree.forms[first].lower() in ("which", "who")
    return subject and tree.labels[head] == "conj" and tree.heads[first] == head


def is_as_many_as(tree: Tree, verb: int, mask: Mask) -> bool:
    """ "Twice as many as were needed": how many, of what, stands elsewhere."""
    marks = {tree.forms[i].lower() for i in tree.dependents(verb, "mark")}
    many = tree.heads[verb]
    compared = tree.forms[many].lower() in ("many", "much", "few", "little")
    alone = tree.heads[many] not in mask and not tree.has_subject[verb]
    return tree.labels[verb] == "advcl" and marks == {"as"} and compared and alone


def is_list_of_them(statement: Statement) -> bool:
    """ "Four books, among them X": not all four are X."""
    tree = statement.tree
    listed = any(
        tree.forms[i].lower() == "them" and tree.forms[i - 1].lower() in ("among", "including")
        for i in statement.mask
        if i
    )
    return listed and not statement.finite


def is_second_of_whom(tree: Tree, head: int, mask: Mask) -> bool:
    """ "40 names, of whom 38 lived and two had died": the names didn't die."""
    first = first_conjunct(tree, head)
    told = first != head and tree.labels[first] == "acl:relcl" and tree.heads[first] in mask
    led = any(
        tree.forms[i].lower() in ("whom", "which") and tree.has(i, "case")
        for i in tree.dependents(first, "obl", "nmod")
    )
    return told and led and tree.has_subject[head]


def is_when_done(tree: Tree, head: int) -> bool:
    """ "The repairs, once finished, would last": they aren't finished."""
    helped = tree.has(head, *VERBAL_CHILDREN, *SUBJECTS)
    done = tree.pos[head] in ("VERB", "ADJ") and "VerbForm=Part" in tree.morphs[head]
    before = tree.forms[head - 1].lower() if head else ""
    opens = head > 1 and not tree.is_word[head - 2]
    return done and not helped and before in ONCE and opens


def is_as_made_clear(tree: Tree, head: int) -> bool:
    """ "It shows exams, as the report makes clear": what it makes clear stands elsewhere."""
    opens = any(tree.forms[i].lower() == "as" for i in tree.dependents(head, "mark", "advmod"))
    makes = tree.labels[head] == "advcl" and tree.lemmas[head] == "make"
    clear = all(tree.pos[i] == "ADJ" for i in tree.dependents(head, "obj", "ccomp", "xcomp"))
    return opens and makes and clear


def is_unnamed(tree: Tree, head: int) -> bool:
    """ "A broker [whom] she declined to name": whom, the claim doesn't say."""
    if tree.lemmas[head] not in UNWILLING or tree.labels[head] == "ROOT":
        return False
    acts = [i for i in tree.dependents(head, "xcomp") if tree.lemmas[i] in NAMING]
    return any(not tree.has(i, "obj", "ccomp") for i in acts)


def is_outcome_of_name(tree: Tree, head: int) -> bool:
    """ "Ireland beat Wales 24-17, their first win since 2013": Wales is no win."""
    owned = any(tree.pos[i] == "PRON" for i in tree.dependents(head, "nmod:poss"))
    bare = not tree.has(head, "cop", "case", *SUBJECTS) and tree.labels[head] in ("obl", "appos")
    return owned and bare and tree.lemmas[head] in OUTCOMES


def lost_its_that(tree: Tree, head: int, mask: Mask) -> bool:
    """ "[That] the lake was polluted was known": the parser takes two verbs for one clause."""
    clause, opening = tree.heads[head], min(tree.words)
    that = tree.forms[opening] == "That" and tree.labels[opening] == "mark"
    told = that and tree.heads[opening] == clause != head and clause in mask
    return told and opening not in mask and not tree.has(head, "mark", *SUBJECTS)


def is_noun_alone(tree: Tree, head: int, mask: Mask) -> bool:
    """ "Of the 14 people in her class, two dive": the people by themselves tell nothing."""
    led = tree.labels[head] in ("obl", "nmod") and tree.has(head, "case")
    told = any(tree.is_verbal[i] or tree.labels[i] in ("appos", "amod") for i in mask)
    return led and mask <= tree.subtrees[head] and not told


def is_first_to_do(tree: Tree, head: int) -> bool:
    """ "The fourth to be detained": who is the fourth, another claim tells."""
    led = any(
        tree.forms[i].lower() == "to" for i in tree.dependents(head, "aux", "mark") if i < head
    )
    told = tree.labels[head] in ("acl", "acl:relcl") and not tree.has(head, "nsubj", "nsubj:pass")
    return led and told and not tree.is_finite[head]


def is_some_without_verb(tree: Tree, head: int) -> bool:
    """ "12,000 were moved, many to tents": what many did goes without a verb of its own."""
    some = tree.forms[head].lower() in SOME and tree.labels[head] in ("conj", "appos", "dep")
    return some and tree.is_verbal[tree.heads[head]] and not tree.has(head, *VERBAL_CHILDREN)


def is_bare_ordinal(tree: Tree, head: int) -> bool:
    """ "Born in 1934, the second of four children, she left": who was, the claim doesn't say."""
    led = tree.labels[head] == "advcl" and tree.pos[head] in ("ADJ", "ADV")
    led = led and tree.has(head, "det")
    return led and not tree.has(head, *VERBAL_CHILDREN, *SUBJECTS)
