"""What grammar says of a pronoun: "Ada saw her" tells of another woman.

Binding theory's principle B; and no pronoun means the noun that its relative clause describes.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.nlp.parsing.tree import SUBJECTS, VERBAL_CHILDREN, Tree
from claims.nlp.referring.anaphors import Anaphor, Kind
from claims.nlp.referring.genders import gender_of_noun

OBJECTS = (Kind.PRONOUN, Kind.CLITIC)
ARGUMENTS = ("obj", "iobj", "obl", "obl:agent")
SHARING = {"it": ("conj",), "en": ("conj", "xcomp")}
RELATIVES = ("acl:relcl", "relcl")
PARTS = frozenset(
    {"half", "third", "quarter", "fifth", "tenth", "most", "some", "part", "much", "all", "none",
     "many", "few", "rest"}
)  # fmt: skip


def never_meant(tree: Tree, anaphor: Anaphor) -> frozenset[int]:
    """The words of the sentence that a pronoun can't mean."""
    if anaphor.kind not in (*OBJECTS, Kind.SUBJECT):
        return frozenset()
    described = {tree.heads[i] for i in tree.paths[anaphor.word] if tree.labels[i] in RELATIVES}
    described |= {name for noun in described for name in names_of(tree, noun)}
    own = own_arguments_beside(tree, anaphor.word) if anaphor.kind in OBJECTS else ()
    # "the daughter of a smith, she left": what is said of her names nobody
    return frozenset(described).union(own, tree.dependents(anaphor.word, "appos"))


def names_of(tree: Tree, noun: int) -> list[int]:
    """The names that a noun bears: "the Munt group", "il gruppo Monti"."""
    beside = tree.dependents(noun, "compound", "nmod", "flat", "flat:name", "appos")
    return [i for i in beside if tree.pos[i] == "PROPN" and not tree.has(i, "case")]


def own_arguments_beside(tree: Tree, word: int) -> Iterator[int]:
    """The subjects and the other nouns of the verb whose argument a pronoun is.

    "Sold it to the group": the group isn't sold.
    """
    yield from own_subjects(tree, word)
    verb = tree.heads[word]
    if tree.labels[word] in ("obj", "iobj") and tree.is_verbal[verb]:
        for other in tree.dependents(verb, *ARGUMENTS):
            if other != word:
                yield other
                yield from names_of(tree, other)


def own_subjects(tree: Tree, word: int) -> Iterator[int]:
    """The subjects of the verb whose object a word is, and those that verbs share.

    An Italian infinitive may have another's ("ha convinto Ada a vederla"). What hangs on a noun is
    free: "most passengers, half of them children".
    """
    node = tree.heads[word]
    if is_whole_of_part(tree, word):
        word, node = node, tree.heads[node]  # "it has released a third of it"
    if tree.labels[word] not in ARGUMENTS or not tree.is_verbal[node]:
        return
    while True:
        subjects = tree.dependents(node, *SUBJECTS)
        yield from subjects
        shares = tree.labels[node] in SHARING[tree.language] and is_of_third_person(tree, node)
        if subjects or not shares or tree.heads[node] == node:
            return
        node = tree.heads[node]


def is_whole_of_part(tree: Tree, word: int) -> bool:
    """ "A third of it", "most of them"."""
    led = any(tree.forms[i].lower() == "of" for i in tree.dependents(word, "case"))
    part = tree.heads[word]
    counts = tree.pos[part] == "NUM" or tree.forms[part].lower() in PARTS
    return tree.language == "en" and led and tree.labels[word] == "nmod" and counts


def is_of_third_person(tree: Tree, verb: int) -> bool:
    """Whether a verb may have a noun before it as its subject: "l'ho sfruttato" has not."""
    verbs = (verb, *tree.dependents(verb, *VERBAL_CHILDREN))
    return not any(p in tree.morphs[i] for i in verbs for p in ("Person=1", "Person=2"))


def is_of_first_of_two(tree: Tree, anaphor: Anaphor) -> bool:
    """ "A woman and her grandson": hers, who stands beside him."""
    noun = tree.heads[anaphor.word]
    first = tree.heads[noun]
    joined = anaphor.kind == Kind.POSSESSIVE and tree.labels[noun] == "conj"
    any_one = any(tree.forms[i].lower() in ("a", "an") for i in tree.dependents(first, "det"))
    return joined and any_one and gender_of_noun(tree.forms[first].lower()) == anaphor.gender != ""


def objects_beside(tree: Tree, clitic: int) -> frozenset[int]:
    """The objects of verbs before that share a clitic's subject: "ha preso X e l'ha venduta"."""
    node, found = tree.heads[clitic], set()
    while tree.labels[clitic] == "obj" and tree.labels[node] == "conj":
        if tree.dependents(node, *SUBJECTS) or not is_of_third_person(tree, node):
            break
        node = tree.heads[node]
        found |= {i for i in tree.dependents(node, "obj") if i < clitic}
    return frozenset(found)


def subjects_above(tree: Tree, word: int) -> frozenset[int]:
    """The subjects of the clauses that a word's own clause hangs on."""
    own, *above = [node for node in tree.paths[word] if tree.is_clausal[node]] or [word]
    return frozenset(i for node in above for i in tree.dependents(node, *SUBJECTS) if i != own)
