"""English words that stand for a noun of the same sentence: "those to brewers", "electric ones"."""

from __future__ import annotations

from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.tree import SUBJECTS, Tree


def nouns_stood_for(statement: Statement) -> dict[int, str]:
    """What stands in the place of such words, where the noun isn't in the claim itself.

    "Sales to brewers fell, while those to bars rose": the sales, by the same preposition. "Petrol
    cars pay more, while electric ones are free": the only several that an adjective sorts before.
    """
    tree, found = statement.tree, dict[int, str]()
    if tree.language != "en":
        return found
    for word in sorted(statement.mask):
        form = tree.forms[word].lower()
        noun = None
        if form == "those" and tree.labels[word] == "nsubj" and tree.has(word, "nmod"):
            noun = like_before(tree, word)
        elif form == "ones" and tree.has(word, "amod") and not tree.has(word, "det"):
            noun = several_before(tree, word)
        if noun is not None and noun not in statement.mask:
            found[word] = told_as(tree, noun, bare=form == "ones")
    return found


def like_before(tree: Tree, word: int) -> int | None:
    """The subject of several before, that the same preposition goes with."""
    cases = led_by(tree, word)
    nouns = [
        i
        for i in range(word)
        if tree.pos[i] == "NOUN" and "Number=Plur" in tree.morphs[i] and cases & led_within(tree, i)
    ]
    # "sales of cans to brewers"
    within = bool(nouns) and all(nouns[0] in tree.paths[i] for i in nouns)
    return nouns[0] if within and tree.labels[nouns[0]] in SUBJECTS else None


def led_by(tree: Tree, noun: int) -> set[str]:
    """The prepositions of what hangs on a noun."""
    below = tree.dependents(noun, "nmod")
    return {tree.forms[i].lower() for n in below for i in tree.dependents(n, "case")}


def led_within(tree: Tree, noun: int) -> set[str]:
    """The same, with what the parser hangs on the next noun: "sales of cans to brewers"."""
    found = led_by(tree, noun)
    return found.union(*(led_by(tree, i) for i in tree.dependents(noun, "nmod")))


def several_before(tree: Tree, word: int) -> int | None:
    """The only plural before that an adjective or a noun sorts."""
    nouns = [
        i
        for i in range(word)
        if tree.pos[i] == "NOUN" and "Number=Plur" in tree.morphs[i] and i != word
    ]
    sorts = len(nouns) == 1 and tree.has(nouns[0], "amod", "compound")
    return nouns[0] if sorts else None


def told_as(tree: Tree, noun: int, *, bare: bool) -> str:
    """The noun with its article; "ones" is the noun alone."""
    articles = [] if bare else tree.dependents(noun, "det")
    words = [tree.forms[i].lower() for i in (*articles, noun) if i <= noun]
    return " ".join(words)
