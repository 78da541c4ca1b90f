"""Parts of a phrase: the word that leads it with what is tied to it, its lists, its modifiers."""

from __future__ import annotations

from claims.nlp.parsing.tree import Mask, Tree

TIED = (
    "det", "case", "amod", "nummod", "compound", "flat", "flat:name", "fixed", "nmod:poss",
    "goeswith", "det:predet", "flat:foreign", "advmod",
)  # fmt: skip
LOOSE = ("acl:relcl", "appos", "parataxis", "conj", "cc", "punct", "dep", "discourse")
NAMED = ("flat", "flat:name", "flat:foreign", "fixed", "goeswith")
MODIFIERS = ("amod", "compound")
ARTICLES = frozenset({"a", "an", "the"})


def below(tree: Tree, word: int) -> Mask:
    """The word with all that hangs on it, marks left out."""
    return tree.subtrees[word] & tree.words


def all_below(tree: Tree, tops: list[int]) -> Mask:
    """What hangs on several words, with them."""
    return frozenset[int]().union(*(below(tree, top) for top in tops))


def without(tree: Tree, word: int, *labels: str) -> Mask:
    """The word's phrase without dependents of these labels."""
    return below(tree, word) - all_below(tree, tree.dependents(word, *labels))


def light(tree: Tree, word: int) -> Mask:
    """The phrase without lists, relatives and appositions."""
    return without(tree, word, *LOOSE)


def tied(tree: Tree, word: int) -> Mask:
    """The word with article, preposition, adjectives, and the parts of a name."""
    own = frozenset({word}) | all_below(tree, tree.dependents(word, *TIED))
    return own & tree.words


def bare(tree: Tree, word: int) -> Mask:
    """The word with the rest of its name only."""
    parts = tree.dependents(word, *NAMED)
    parts += [i for i in tree.dependents(word, "compound") if tree.pos[i] == tree.pos[word]]
    if tree.pos[word] == "PROPN":
        parts += tree.dependents(word, "nummod")
    return (frozenset({word}) | all_below(tree, parts)) & tree.words


def led_by(tree: Tree, word: int) -> Mask:
    """The prepositions of a phrase."""
    return all_below(tree, tree.dependents(word, "case"))


def unled(tree: Tree, word: int) -> Mask:
    """The word's tied phrase without preposition."""
    return tied(tree, word) - led_by(tree, word)


def unarticled(tree: Tree, word: int) -> Mask:
    """The word's tied phrase without preposition and article."""
    return tied(tree, word) - frozenset(tree.dependents(word, "det", "case"))


def articles(tree: Tree, mask: Mask) -> Mask:
    """The articles in a mask."""
    return frozenset(i for i in mask if tree.labels[i] == "det" and tree.lemmas[i] in ARTICLES)


def conjuncts(tree: Tree, word: int) -> list[int]:
    """All that is conjoined with a word, the word left out."""
    found: list[int] = []
    for joined in tree.dependents(word, "conj"):
        found += [joined, *conjuncts(tree, joined)]
    return found


def elements(tree: Tree, word: int) -> list[int]:
    """The other elements of a list that isn't one of clauses."""
    return [i for i in conjuncts(tree, word) if not tree.is_clausal[i]]


def first_of_list(tree: Tree, word: int) -> int:
    """The element that the others hang on."""
    while tree.labels[word] == "conj":
        word = tree.heads[word]
    return word


def modifiers(tree: Tree, word: int, *labels: str) -> list[tuple[int, Mask]]:
    """Each modifier with its own words; those of a list one by one."""
    found: list[tuple[int, Mask]] = []
    for modifier in tree.dependents(word, *labels):
        for one in (modifier, *conjuncts(tree, modifier)):
            found.append((one, without(tree, one, "conj", "cc", "punct")))
    return found


def shared_modifiers(tree: Tree, word: int, *labels: str) -> Mask:
    """Modifiers that a list's other elements may share; a first name is its bearer's alone."""
    names = tree.pos[word] == "PROPN"
    shared = [i for i in tree.dependents(word, *labels) if not (names and tree.pos[i] == "PROPN")]
    return all_below(tree, shared)


def distinct(masks: list[Mask]) -> list[Mask]:
    """Each mask once, empty ones left out."""
    return list(dict.fromkeys(mask for mask in masks if mask))
