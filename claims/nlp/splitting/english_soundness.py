"""English masks that make no sentence, or a false one: what the words share isn't in the tree."""

from __future__ import annotations

from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.tree import SUBJECTS, VERBAL_CHILDREN, Mask, Tree
from claims.nlp.phrasing.antecedents import ACTS
from claims.nlp.splitting.candidate_masks import first_conjunct
from claims.nlp.splitting.english_fragments import is_fragment
from claims.nlp.splitting.english_unreal import is_unreal

RELATIVES = frozenset({"who", "which", "whose"})
BESIDE = 3
"""Words of "12 of them"."""
PLACING = frozenset({"at", "in", "on", "near", "under", "above", "below"})
POSTS = frozenset({"post", "job", "role", "office", "title", "prize", "sum", "price", "premium"})
REPORTS = frozenset({"reports", "claims", "says"})
TELLING = frozenset({"acl", "acl:relcl", "appos"})


def is_torn_english(tree: Tree, head: int, mask: Mask) -> bool:
    """Whether an English claim leans on words that aren't told of one another."""
    if tree.language != "en":
        return False
    return (
        is_led_noun(tree, head, mask)
        or is_half_absolute(tree, head)
        or is_beside_led_noun(tree, head, mask)
        or is_bare_participle(tree, head, mask)
        or is_closing_source(tree, head)
        or opens_with_object(tree, head, mask)
        or has_only_a_relative(tree, head, mask)
        or is_told_of_another_noun(tree, head, mask)
        or is_one_of_them(tree, head, mask)
        or is_half_denial(tree, mask)
        or is_post_at_place(tree, head)
        or is_torn_pair(tree, head, mask)
        or is_led_clause(tree, head, mask)
        or is_other_in_number(tree, head)
        or is_fragment(tree, head, mask)
        or is_unreal(tree, head, mask)
    )


def is_led_noun(tree: Tree, head: int, mask: Mask) -> bool:
    """ "With rates high and builders going bankrupt": rates don't go; nor is a rule dated of "a
    rule in the lease dated 4 March"."""
    led = tree.labels[head] in ("obl", "nmod") and tree.has(head, "case")
    own = [i for i in tree.dependents(head, *TELLING) if i in mask]
    if not led or own or tree.is_clausal[head] or Statement(tree, head, mask).finite:
        return False
    inside = mask & tree.subtrees[head]
    nouns = [
        (tree.heads[i], i) for i in inside if tree.labels[i] == "acl" and tree.heads[i] != head
    ]
    return any(
        tree.labels[noun] == "conj" or (noun == i - 1 and tree.has(noun, "det"))
        for noun, i in nouns
    )


def is_half_absolute(tree: Tree, head: int) -> bool:
    """ "With rates at a high and shops going bust": the parser takes the rates for the subject."""
    if not any(tree.forms[i].lower() == "with" for i in tree.dependents(head, "mark")):
        return False
    subjects = tree.dependents(head, "nsubj")
    places = [i for noun in subjects for i in tree.dependents(noun, "nmod") if tree.has(i, "conj")]
    return any(
        tree.forms[case].lower() in PLACING
        for noun in places
        for case in tree.dependents(noun, "case")
    )


def is_beside_led_noun(tree: Tree, head: int, mask: Mask) -> bool:
    """ "After the second count Ada Neri had": she is no count."""
    if tree.labels[head] not in SUBJECTS or Statement(tree, head, mask).finite:
        return False
    first = min(tree.subtrees[head] & mask)
    beside = [i for i in tree.dependents(tree.heads[head], "obl") if i in mask and i < first]
    near = [i for i in beside if max(tree.subtrees[i]) == first - 1 and tree.has(i, "case")]
    return bool(near) and not mask & set(tree.dependents(near[0], "case"))


def is_bare_participle(tree: Tree, head: int, mask: Mask) -> bool:
    """ "Hoisted when power is cheap, it sinks": of what, the claim doesn't say."""
    passive = tree.pos[head] == "VERB" and "VerbForm=Part" in tree.morphs[head]
    before = [i for i in mask if i < head]  # "first approved in 1994"
    opens = all(tree.labels[i] == "advmod" for i in before) and mask <= tree.subtrees[head]
    helped = tree.has(head, *VERBAL_CHILDREN, *SUBJECTS)
    return passive and opens and not helped and tree.labels[head] != "ROOT"


def is_closing_source(tree: Tree, head: int) -> bool:
    """ "Two boats sunk, local radio reports.": who says so is no apposition."""
    behind = [tree.forms[i] for i in range(head + 1, tree.size) if tree.is_word[i]]
    says = tree.forms[head] in REPORTS and tree.labels[head] == "appos" and not behind
    return says and not tree.has(head, "det", "nummod")


def opens_with_object(tree: Tree, head: int, mask: Mask) -> bool:
    """ "(A book) that she had not written": of what she hadn't written, the claim doesn't say."""
    first = min(mask)
    stands_for = tree.labels[first] == "obj" and "PronType=Rel" in tree.morphs[first]
    return stands_for and tree.heads[first] == head and tree.labels[head] == "ccomp"


def has_only_a_relative(tree: Tree, head: int, mask: Mask) -> bool:
    """ "The boiler, whose age was the excuse": what the boiler did isn't there."""
    statement = Statement(tree, head, mask)
    under = any(tree.labels[i] == "acl:relcl" for i in (head, *statement.first_conjuncts()))
    if under or statement.finite or not tree.is_finite[head] or tree.labels[head] == "ccomp":
        return False
    inner = sorted(mask)[1:]
    return any(
        tree.forms[i].lower() in RELATIVES and head in tree.paths[i] and i < head for i in inner
    )


def is_told_of_another_noun(tree: Tree, head: int, mask: Mask) -> bool:
    """ "The fire began in a hotel built in 1872 and closed since May": the hotel is closed."""
    first = first_conjunct(tree, head)
    joined = first != head and tree.labels[first] == "acl" and not tree.is_finite[head]
    bare = joined and not tree.has_subject[first] and not tree.is_finite[first]
    return bare and not mask <= tree.subtrees[tree.heads[first]]


def is_one_of_them(tree: Tree, head: int, mask: Mask) -> bool:
    """ "Two men, one of them carrying a bucket": not both carried it; nor is Denmark "two-thirds of
    them women"."""
    wholes = [i for i in tree.dependents(head, "nmod") if tree.forms[i].lower() == "them"]
    before = [tree.forms[i].lower() for i in range(max(head - 2, 0), head)]
    single = tree.labels[head] == "appos" and tree.pos[tree.heads[head]] == "PROPN"
    beside = min(mask) < head - BESIDE and tree.pos[head] == "ADJ"  # "12 of them foreign"
    part = before == ["of", "them"] and (tree.forms[head].endswith("ing") or beside)
    part = part and not Statement(tree, head, mask).finite
    return (bool(wholes) and single) or part


def is_half_denial(tree: Tree, mask: Mask) -> bool:
    """ "Not only did they ignore it": cut behind "not", it would say the opposite."""
    opening = [tree.forms[i].lower() for i in sorted(mask)[:2]]
    verb = sorted(mask)[2:3]
    return opening == ["not", "only"] and bool(verb) and tree.pos[verb[0]] == "AUX"


def is_post_at_place(tree: Tree, head: int) -> bool:
    """ "She held the chair at Durham, a post she kept": Durham is no post."""
    place = tree.heads[head]
    told = tree.labels[head] == "appos" and tree.pos[place] == "PROPN" and tree.has(place, "case")
    return told and tree.lemmas[head] in ACTS | POSTS


def is_torn_pair(tree: Tree, head: int, mask: Mask) -> bool:
    """ "The minister, unhurt but visibly shaken": a copula would stand within the pair."""
    if Statement(tree, head, mask).finite:
        return False
    return any(
        tree.labels[i] == "conj"
        and "VerbForm=Part" in tree.morphs[i]
        and tree.heads[i] in mask
        and tree.pos[tree.heads[i]] != "VERB"
        and mask.intersection(tree.dependents(i, "cc"))
        for i in mask
    )


def is_led_clause(tree: Tree, head: int, mask: Mask) -> bool:
    """ "Even after income was taken into account": the parser takes "after" for no mark."""
    first = min(mask)
    led = tree.labels[first] not in ("mark", "advmod", "case") and tree.pos[first] == "ADP"
    return led and tree.labels[head] == "advcl" and tree.heads[first] == head


def is_other_in_number(tree: Tree, head: int) -> bool:
    """ "The oldest of the four jurors, a teacher": four jurors are no teacher."""
    noun = tree.heads[head]
    one = any(tree.forms[i].lower() in ("a", "an") for i in tree.dependents(head, "det"))
    many = tree.pos[noun] == "NOUN" and "Number=Plur" in tree.morphs[noun]
    apart = tree.labels[head] == "appos" and not tree.has(head, "conj", "nmod")
    return one and many and apart and tree.has(noun, "case") and tree.labels[noun] == "nmod"
