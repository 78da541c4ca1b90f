"""A chosen mask rid of halves: one verb of two, a later member of a list without the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.nlp.grammar.masks import phrase, reports
from claims.nlp.parsing.italian_relatives import FREE
from claims.nlp.parsing.tree import SUBJECTS, VERBAL_CHILDREN, Mask, Tree
from claims.nlp.splitting.candidate_masks import CandidateMask

WHOEVER = frozenset({"chi", "chiunque", "whoever"})
SHORT = 5  # words of a participle that is told with its noun or not at all
AGENTS = ("obl:agent", "obl", "advmod")
NEGATIONS = frozenset({"not", "n't", "n’t", "never"})


def without_halves(tree: Tree, head: int, mask: Mask) -> Mask:
    """The mask without a first predicate and later members of lists that hang in the air."""
    mask = without_first_of_two(tree, head, mask)
    return without_lone_members(tree, head, without_said_before(tree, head, mask))


def without_said_before(tree: Tree, head: int, mask: Mask) -> Mask:
    """ "“We won,” said Ada Neri, adding that many came": what is added without what was said."""
    saying = tree.heads[head]
    added = tree.labels[head] == "advcl" and tree.forms[head].endswith("ing")
    if tree.language != "en" or not added or saying in mask or not reports(tree, head):
        return mask
    contents = tree.dependents(saying, "ccomp", "parataxis")
    return mask - frozenset().union(*(tree.subtrees[i] for i in contents))


def without_first_of_two(tree: Tree, head: int, mask: Mask) -> Mask:
    """The last of finite verbs without those before it where what joins them isn't there."""
    first = tree.heads[head]
    ties = tree.dependents(head, "cc")
    finite = tree.is_finite[head] and tree.is_finite[first]
    joined = tree.labels[head] == "conj" and (finite or shares_modal(tree, head, first))
    if not joined or not ties or mask & set(ties):
        return mask
    others = [i for i in tree.dependents(first, "conj") if i < head and tree.is_finite[i]]
    mask -= frozenset().union(*(tree.subtrees[i] for i in others))
    if first not in mask:
        return mask
    own = {first}
    for child in tree.children[first]:
        if child != head and tree.labels[child] not in (*SUBJECTS, "aux"):
            own |= tree.subtrees[child]
    return mask - own if finite else mask - own | frozenset(tree.dependents(first, "aux"))


def shares_modal(tree: Tree, head: int, first: int) -> bool:
    """ "It will cost £7m and burn waste": one "will" for both."""
    bare = not tree.has(head, "aux", "mark") and tree.pos[head] == tree.pos[first] == "VERB"
    return tree.language == "en" and bare and tree.has(first, "aux")


def with_joined_participles(tree: Tree, picked: Sequence[CandidateMask]) -> list[CandidateMask]:
    """Claims of a sentence, each with a second participle that none of them tells of."""
    told = frozenset[int]().union(*(one.mask for one in picked))
    return [
        replace(one, mask=with_joined_participle(tree, one.head, one.mask, told)) for one in picked
    ]


def with_joined_participle(tree: Tree, head: int, mask: Mask, told: Mask) -> Mask:
    """ "è stato travolto e ucciso da un furgone": the second half, where no claim tells of it.

    told: the words of all claims of the sentence.
    """
    passive = any(i in mask for i in tree.dependents(head, "aux:pass"))
    for verb in tree.dependents(head, "conj") if passive and tree.language == "it" else ():
        ties = tree.dependents(verb, "cc")
        bare = tree.pos[verb] == "VERB" and not tree.has(verb, *SUBJECTS, *VERBAL_CHILDREN)
        if bare and ties == [head + 1] and verb == head + 2 and verb not in told:
            own = [i for i in tree.dependents(verb, *AGENTS) if i > verb]
            words = {w for i in own for w in (*phrase(tree, i), *tree.dependents(i, "case"))}
            mask |= ({head + 1, verb} | words) & tree.words
    return mask


def without_lone_members(tree: Tree, head: int, mask: Mask) -> Mask:
    """No later member of a list of nouns whose first isn't there: "Ada Rossi e partigiana"."""
    for word in sorted(mask):
        first = tree.heads[word]
        lone = tree.labels[word] == "conj" and first not in mask and not tree.is_clausal[word]
        nouns = tree.pos[word] in ("NOUN", "PROPN") and tree.pos[first] in ("NOUN", "PROPN")
        if lone and nouns and not tree.is_clausal[first] and head not in tree.subtrees[word]:
            mask -= tree.subtrees[word]
    return mask


def with_free_relatives(tree: Tree, head: int, mask: Mask) -> Mask:
    """ "il 41% di quanto gli spettava" is a share of something; "chi vive a Lodi" is a subject."""
    shares = {tree.heads[i] for i in mask if tree.labels[i] == "nummod"}
    for word in sorted(mask | {i for i in shares if not tree.is_word[i]}):
        for clause in tree.dependents(word, "acl:relcl"):
            if clause != head and is_free(tree, clause):
                mask |= tree.subtrees[clause] & tree.words
    whoever = [i for i in tree.dependents(head, *SUBJECTS) if tree.forms[i].lower() in WHOEVER]
    return mask | (frozenset().union(*(tree.subtrees[i] for i in whoever)) & tree.words)


def with_whole_participles(tree: Tree, head: int, mask: Mask) -> Mask:
    """ "a vehicle named Pademelon", "a letter dated 30 April": all of a few words, or none."""
    for verb in sorted(mask | {tree.heads[i] for i in mask}):
        own = tree.subtrees[verb] & tree.words
        short = tree.labels[verb] == "acl" and not tree.is_finite[verb] and len(own) <= SHORT
        behind = tree.heads[verb] in mask and bool(own) and min(own) == verb
        if short and behind and head not in own and mask & own:
            mask |= own
    return mask


def parted(tree: Tree, head: int, mask: Mask) -> list[tuple[int, Mask]]:
    """ "Difeso da X e accusato di Y", "which costs much and lasts": two claims of a noun."""
    for clause in (head, *tree.dependents(head, "acl", "acl:relcl")):
        joined = [
            i for i in tree.dependents(clause, "conj") if goes_on(tree, clause, i) and i in mask
        ]
        whole = mask <= tree.subtrees[tree.heads[clause]]
        if clause not in mask or not joined or not whole:
            continue
        noun = mask - tree.subtrees[clause]
        pronouns = frozenset(i for i in tree.dependents(clause, *SUBJECTS) if i < clause) & mask
        others = frozenset().union(*(tree.subtrees[i] for i in joined))
        ties = {tie for i in joined for tie in tree.dependents(i, "cc")}
        parts = [(i, noun | pronouns | (mask & tree.subtrees[i]) - ties) for i in joined]
        return [(clause, mask - others), *parts]
    return [(head, mask)]


def goes_on(tree: Tree, clause: int, second: int) -> bool:
    """Whether a verb goes on telling what a participle or relative of a noun tells."""
    if tree.labels[clause] not in ("acl", "acl:relcl") or tree.pos[second] != "VERB":
        return False
    own = tree.has_subject[second]
    return (
        tree.pos[clause] == "VERB" and tree.is_finite[clause] == tree.is_finite[second] and not own
    )


def with_denied_cleft(tree: Tree, head: int, mask: Mask) -> Mask:
    """ "It was not X who signed": both halves, or what is denied would be told as a fact."""
    noun = tree.heads[head] if tree.labels[head] == "acl:relcl" else tree.atoms[head]
    clauses = clefts(tree, noun)
    denied = any(tree.forms[i].lower() in NEGATIONS for i in tree.children[noun])
    if not clauses or not denied or noun not in mask:
        return mask
    return mask | (tree.subtrees[noun] & tree.words)


def is_bare_cleft(tree: Tree, head: int, mask: Mask) -> bool:
    """ "It was X": that it was X says nothing without what X did."""
    noun = tree.atoms[head]
    clauses = clefts(tree, noun)
    return bool(clauses) and noun in mask and not mask.intersection(clauses)


def clefts(tree: Tree, noun: int) -> list[int]:
    """The relative clauses of "it was X who", "it was X, a smith, who": no comma but an aside's."""
    it = any(tree.forms[i].lower() == "it" for i in tree.dependents(noun, *SUBJECTS))
    if tree.language != "en" or not it or not tree.has(noun, "cop"):
        return []
    asides = tree.dependents(noun, "appos")
    ends = {max(tree.subtrees[i]) + 1 for i in asides}  # "the rain, not the quake, that"
    close = [
        i
        for i in tree.dependents(noun, "acl:relcl")
        if tree.is_word[opening(tree, i) - 1] or opening(tree, i) - 1 in ends
    ]
    behind = [i for aside in asides for i in tree.dependents(aside, "acl:relcl")]
    return close + [i for i in behind if tree.forms[opening(tree, i) - 1] == ","]


def opening(tree: Tree, clause: int) -> int:
    """The first word of a clause."""
    return min(tree.subtrees[clause] & tree.words)


def is_free(tree: Tree, clause: int) -> bool:
    """Whether a relative is opened by "di quanto", or tells who "chi" is."""
    return tree.forms[tree.heads[clause]].lower() in WHOEVER or any(
        tree.forms[i].lower() in FREE and tree.has(i, "case") and i < clause
        for i in tree.children[clause]
    )
