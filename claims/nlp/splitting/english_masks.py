"""English words that go with a mask: how much, on what condition, the verb that two share."""

from __future__ import annotations

from claims.nlp.grammar.masks import phrase, reports
from claims.nlp.parsing.english_verb_tags import DONE_TO
from claims.nlp.parsing.tree import SUBJECTS, VERBAL_CHILDREN, Mask, Tree
from claims.nlp.splitting.conditions import is_condition

FIGURE = frozenset({"nummod", "det", "advmod", "case"})  # what stands before a sign
GAPPED = frozenset({"obj", "obl", "dep", "nmod", "appos"})
SHARES = frozenset({"obl", "nmod", "advmod", "obj", "nsubj"})


def is_told_of_another(tree: Tree, head: int, outside: Mask) -> bool:
    """ "Ada Neri, who followed Jo Vex, fired in 2021": Jo Vex was; "who lost a boat, a trawler"."""
    noun = tree.heads[head]
    kinds = {"acl": "PROPN", "appos": "NOUN"}
    inner = tree.language == "en" and tree.pos[noun] == kinds.get(tree.labels[head])
    relatives = [i for i in tree.paths[noun] if tree.labels[i] == "acl:relcl"]
    return inner and bool(relatives) and tree.heads[relatives[0]] in outside


def shares_of(tree: Tree, head: int, mask: Mask) -> set[int]:
    """ "Fell 7% to 41", "an offer of 5%", "40% less": what happened, with how much of it."""
    signs = [i for i in tree.subtrees[head] if not tree.is_word[i] and tree.has(i, "nummod")]
    told = [i for i in signs if tree.heads[i] in mask and tree.labels[i] in SHARES]
    return {i for sign in told for i in tree.children[sign] if tree.labels[i] in FIGURE}


def possessors_of(tree: Tree, mask: Mask) -> Mask:
    """ "Tenants' groups say": a noun without an article keeps whose it is."""
    if tree.language != "en":
        return frozenset()
    owners = {
        owner
        for noun in mask
        if tree.pos[noun] == "NOUN" and not tree.has(noun, "det")
        for owner in tree.dependents(noun, "nmod:poss")
        if owner < noun and tree.pos[owner] in ("NOUN", "PROPN")
    }
    return frozenset(word for owner in owners for word in tree.subtrees[owner]) & tree.words


def ages_of(tree: Tree, mask: Mask) -> Mask:
    """ "A man aged 19 escaped": who is aged is so many years old."""
    aged = [i for i in mask if tree.language == "en" and tree.forms[i].lower() == "aged"]
    years = {j for i in aged for j in tree.dependents(i, "obl", "nummod", "advmod") if j > i}
    return frozenset(i for year in years for i in tree.subtrees[year]) & tree.words


def shared_passive(tree: Tree, head: int, mask: set[int]) -> set[int]:
    """ "It was proposed in 1999 and approved by voters": it was, both times."""
    first = tree.heads[head]
    joined = tree.labels[head] == "conj" and tree.language == "en" and not tree.has_subject[head]
    helping = tree.dependents(first, "aux", "aux:pass")
    adverbs = tree.dependents(head, "advmod")
    adverbs += [j for i in adverbs for j in tree.dependents(i, "advmod")]  # "but not yet reviewed"
    denied = any(tree.forms[i].lower() == "not" for i in adverbs)
    done = tree.forms[head].lower() in DONE_TO and "VerbForm=Part" in tree.morphs[head]
    passive = tree.has(first, "aux:pass") and (tree.has(head, "obl:agent") or denied or done)
    bare = not tree.has(head, *VERBAL_CHILDREN) and (denied or not mask.intersection(helping))
    return set(helping) if joined and passive and bare else set()


def marks_of_clauses(tree: Tree, head: int, mask: Mask) -> Mask:
    """ "It is ready, though X hinted": two clauses of one claim keep what ties them."""
    if tree.language != "en":
        return marks_of_time(tree, mask) | relatives_within(tree, head, mask)
    tied = [
        i
        for i in mask
        if tree.labels[i] == "advcl" and tree.is_finite[i] and tree.has_subject[i]
        if i != head and tree.heads[i] in mask and head not in tree.subtrees[i]
    ]
    found = {mark for i in tied for mark in tree.dependents(i, "mark")}
    for noun in mask:
        joined = [i for i in tree.dependents(noun, "conj") if i in mask and tree.has(i, "acl")]
        if joined and any(tree.forms[i].lower() == "with" for i in tree.dependents(noun, "case")):
            found |= tree.subtrees[joined[-1]] if tree.heads[noun] in mask else set()
    return frozenset(found) & tree.words


def marks_of_time(tree: Tree, mask: Mask) -> Mask:
    """ "Mentre lo stringevano non respirava": of two verbs one says when the other was."""
    timed = [i for i in mask if tree.labels[i] == "advcl" and "VerbForm=Fin" in tree.morphs[i]]
    found: set[int] = set()
    for clause in timed:
        others = any(tree.is_finite[i] for i in mask - tree.subtrees[clause])
        for mark in tree.dependents(clause, "mark") if others else ():
            found |= tree.subtrees[mark]
    return frozenset(found) & tree.words


def relatives_within(tree: Tree, head: int, mask: Mask) -> Mask:
    """ "Ciò [che] accade è allarmante": what is told of a noun in passing keeps its pronoun."""
    inner = [i for i in mask if tree.labels[i] == "acl:relcl" and tree.heads[i] in mask]
    return frozenset(
        pronoun
        for clause in inner
        for pronoun in tree.dependents(clause, "nsubj", "nsubj:pass", "obj")
        if head not in tree.subtrees[clause] and tree.forms[pronoun].lower() == "che"
    )


def objects_within(tree: Tree, head: int, mask: Mask) -> set[int]:
    """ "Parishes that had saved [money] on heating spent it": a relative keeps its object."""
    inner = [i for i in mask if tree.labels[i] == "acl:relcl" and tree.heads[i] in mask]
    inner = [i for i in inner if head not in tree.subtrees[i] and tree.language == "en"]
    objects = [noun for i in inner for noun in tree.dependents(i, "obj") if noun > i]
    return {word for noun in objects for word in phrase(tree, noun)} & set(tree.words)


def subject_of_participles(tree: Tree, head: int, mask: Mask) -> set[int]:
    """ "The fissure opened, forcing X out and sending lava": the fissure did both."""
    first = tree.heads[head]
    joined = tree.labels[head] == "conj" and tree.labels[first] == "advcl"
    both = joined and all(tree.forms[i].endswith("ing") for i in (head, first))
    if tree.language != "en" or not both or not mask <= tree.subtrees[head]:
        return set()
    if tree.has(first, *SUBJECTS, "mark") or tree.has(head, *SUBJECTS):
        return set()
    subjects = tree.dependents(tree.heads[first], "nsubj", "nsubj:pass")
    return {word for i in subjects if i < first for word in phrase(tree, i)}


def without_foreign_auxiliaries(tree: Tree, head: int, mask: Mask) -> Mask:
    """ "The round will be closed and will deal": a finite verb has all its auxiliaries.

    "Plans to close X and to open Y": each infinitive has a "to" of its own.
    """
    mask = without_second_to(tree, head, mask) if tree.language == "en" else mask
    sure = tree.has(head, *VERBAL_CHILDREN) or "Tense=Pres" in tree.morphs[head]
    if tree.language != "en" or not tree.is_finite[head] or not sure:
        return mask  # "was found and bought": a participle may look finite
    return frozenset(
        i
        for i in mask
        if tree.labels[i] not in VERBAL_CHILDREN
        or tree.heads[i] in mask
        or i in tree.subtrees[head]
        or not tree.is_word[tree.heads[i]]
    )


def without_second_to(tree: Tree, head: int, mask: Mask) -> Mask:
    """ "Plans to | to open Y": the first "to" is another's whose verb isn't there."""
    first = tree.heads[head]
    own = [i for i in tree.dependents(head, "aux", "mark") if tree.forms[i].lower() == "to"]
    if tree.labels[head] != "conj" or first in mask or not mask.intersection(own):
        return mask
    lent = [i for i in tree.dependents(first, "aux", "mark") if tree.forms[i].lower() == "to"]
    return mask - set(lent)


def with_verb_of_subject(tree: Tree, head: int, mask: Mask) -> Mask:
    """ "The price of bread [rose] by 5%": a subject with what goes with its verb has the verb."""
    verb = tree.heads[head]
    subject = tree.language == "en" and tree.labels[head] in SUBJECTS and tree.is_finite[verb]
    beside = [i for i in tree.dependents(verb, "obl", "obj") if i > verb]
    signs = {i for i in beside if not tree.is_word[i] and tree.has(i, "nummod")}
    told = all(i in mask or (i in signs and mask & tree.subtrees[i]) for i in beside)
    if not subject or verb in mask or not beside or not told:
        return mask
    return mask | {verb, *tree.dependents(verb, *VERBAL_CHILDREN)} & tree.words


def with_gapped_half(tree: Tree, head: int, mask: Mask) -> Mask:
    """ "603 patients got the drug and 601 a placebo": the second half has no verb of its own."""
    if tree.language != "en" or not tree.is_verbal[head] or head not in mask:
        return mask
    for half in tree.dependents(head, "conj"):
        own = [i for i in tree.children[half] if i > half and tree.labels[i] in GAPPED]
        bare = [i for i in own if not tree.has(i, "case", "cop")]
        counted = tree.pos[half] == "NUM" and not tree.is_clausal[half] and half > head
        near = counted and half - 1 in tree.dependents(half, "cc", "punct") + tree.dependents(
            head, "cc"
        )
        if bare and near and mask.intersection(tree.dependents(head, *SUBJECTS)):
            mask |= (tree.subtrees[half] | {half - 1}) & tree.words
    return mask


def is_absolute(tree: Tree, head: int) -> bool:
    """ "With rates high and builders going bankrupt": who goes is the second alone."""
    noun = tree.heads[head]
    first = tree.heads[noun]
    joined = tree.labels[head] == "acl" and tree.labels[noun] == "conj" and tree.language == "en"
    return joined and any(tree.forms[i].lower() == "with" for i in tree.dependents(first, "case"))


def shared_perfect(tree: Tree, head: int, mask: Mask) -> set[int]:
    """ "They had known of it and told nobody": they had, both times."""
    first = tree.heads[head]
    helping = tree.dependents(first, "aux")
    perfect = (
        [i for i in helping if tree.lemmas[i] == "have"] if tree.labels[head] == "conj" else []
    )
    passive = tree.has(first, "aux:pass") or tree.has(head, *VERBAL_CHILDREN, *SUBJECTS)
    both = all("Tense=Past|VerbForm=Part" in tree.morphs[i] for i in (head, first))
    if tree.language != "en" or not perfect or passive or not both or first in mask:
        return set()
    return {i for i in perfect if mask - tree.subtrees[head]}


def without_last_link(tree: Tree, mask: Mask) -> Mask:
    """ "She left school, taught herself Greek and": nothing follows that it would tie."""
    last = max(mask)
    lone = tree.language == "en" and tree.labels[last] == "cc" and len(mask) > 1
    return mask - {last} if lone else mask


def conditions_of_said(tree: Tree, head: int) -> list[int]:
    """ "X would fall, she said, unless Y": the condition is of what is said, not of saying it."""
    saying = tree.heads[head]
    inside = tree.labels[head] == "ccomp" and head < saying and reports(tree, saying)
    behind = [i for i in tree.dependents(saying, "advcl") if i > saying] if inside else []
    return [i for i in behind if is_condition(tree, i)]
