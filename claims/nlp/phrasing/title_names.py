"""The name that a title stands before: its words, and where it begins."""

from __future__ import annotations

from itertools import pairwise

from claims.nlp.grammar.rule_claims import PERSON
from claims.nlp.lexicon import words
from claims.nlp.parsing.tree import Mask, Tree
from claims.nlp.phrasing.title_articles import offices, top_of


def name_at_end(tree: Tree, mask: list[int], people: Mask) -> list[int]:
    """The name that ends a mask: words known to be one, else proper nouns."""
    name: list[int] = []
    known = mask[-1] in people
    for word in reversed(mask):
        part = word in people if known else tree.pos[word] == "PROPN"
        part = part or bool(name and is_first_name(tree, word, name[0]))
        part = part or bool(name and joins_names(tree, word, name[0]))
        if not part or (name and name[0] - word > 1 and not is_hyphened(tree, word, name[0])):
            break
        if name and tree.has(word, "case"):  # "il presidente del Cile | Sebastián Piñera"
            if tree.forms[word] in words("names", "people.first") and tree.heads[name[0]] == word:
                return []  # "la moglie del Luca Neri": all of it is her husband's name
            titles = words(tree.language, "names.person_titles") | offices(tree.language)
            titled = any(tree.forms[i].lower() in titles for i in mask if i < word)
            return name if titled or tree.heads[name[0]] != word else []
        name.insert(0, word)
    return name[1:] if name and tree.labels[name[0]] == "cc" else name


def is_led_name(tree: Tree, name: list[int], title: list[int]) -> bool:
    """ "Her thesis, on the mosses of the north Pennines": they are no thesis."""
    top = top_of(tree, frozenset(name))
    led = tree.labels[top] in ("nmod", "obl") and tree.has(top, "case")
    outside = any(i not in tree.subtrees[top] for i in title)  # not "the Swiss bank Rothen"
    return tree.language == "en" and led and outside and tree.has(top, "det")


def is_hyphened(tree: Tree, word: int, after: int) -> bool:
    """ "Ban Ki-moon": a hyphen without spaces parts no name."""
    marks = range(word + 1, after)
    return all(tree.forms[i] == "-" and not tree.spaced[i] for i in marks)


def joins_names(tree: Tree, word: int, name: int) -> bool:
    """Whether a word is the "e" between two names: "gli attori Ila Neri e Rino Galli"."""
    joint = tree.labels[word] == "cc" and tree.heads[word] == name
    return (
        joint
        and tree.language == "it"
        and tree.forms[word].lower() in ("e", "ed")
        and tree.labels[name] == "conj"
        and tree.pos[tree.heads[name]] == tree.pos[word - 1] == "PROPN"
    )


def is_joined(tree: Tree, name: list[int]) -> bool:
    """Whether two names stand in a run of words."""
    return any(joins_names(tree, word, after) for word, after in pairwise(name))


def from_given_name(tree: Tree, name: list[int]) -> list[int]:
    """ "(presidente di) Nuova Rotta Silvio Neri": the person's name alone."""
    if any(tree.labels[i] == "cc" for i in name) or tree.language != "it":
        return name
    given = [at for at in range(1, len(name) - 1) if is_given(tree, name[at:])]
    led = bool(name) and tree.has(name[0], "case")
    body = bool(name) and tree.entities[name[0]] not in PERSON
    return name[given[0] :] if given and (led or body) else name


def is_given(tree: Tree, name: list[int]) -> bool:
    """Whether a name of two words or more begins as people's do."""
    return len(name) > 1 and tree.forms[name[0]] in words("names", "people.first")


def in_place(tree: Tree, governor: int) -> bool:
    """ "il presidente del Cile | X Y": a country goes on with no name of its own."""
    return tree.forms[governor] in words("names", "places.names")


def is_first_name(tree: Tree, word: int, name: int) -> bool:
    """Whether a word right before a person's name is one of its own that the tagger lost."""
    titles = words(tree.language, "names.person_titles")
    single = tree.pos[word] == "PROPN" and word == name - 1 and not tree.has(word, "case")
    tied = tree.heads[name] == word and tree.labels[name].startswith("flat")
    return single and tied and tree.forms[word].lower() not in titles


def names_somebody(tree: Tree, mask: Mask) -> bool:
    """ "l'assessora alla Cultura Ada Neri", whatever the tagger takes the name for.

    What is called after somebody doesn't: "la preside del liceo Ada Neri".
    """
    given = [words("names", f"people.{kind}") for kind in ("first", "female", "either")]
    after = after_whom(tree, mask)
    return tree.language == "it" and any(
        any(tree.forms[i] in names for names in given)
        and i - 1 in mask
        and tree.pos[i - 1] in ("NOUN", "PROPN", "ADJ")
        for i in mask
        if i + 1 in mask and tree.pos[i] == tree.pos[i + 1] == "PROPN" and not after
    )


def after_whom(tree: Tree, mask: Mask) -> bool:
    """Whether a phrase holds a noun that things are named with: "istituto", "romanzo"."""
    kinds = ("names.org_heads", "names.org_nouns", "names.place_heads")
    return any(tree.lemmas[i] in words("it", kind) for i in mask for kind in kinds)


def without_anothers_title(tree: Tree, title: list[int]) -> list[int]:
    """ "L'assessora, Rita Corvi, e il vicesindaco, Ivo Dani": each name has its own title."""
    for at in range(1, len(title)):
        skipped = range(title[at - 1] + 1, title[at])
        if tree.labels[title[at]] == "cc" and any(tree.pos[i] == "PROPN" for i in skipped):
            own = title[at + 1 :]
            return [] if own and tree.pos[own[0]] == "PRON" else own
    return title


def without_second_title(tree: Tree, name: list[int], title: list[int]) -> list[int]:
    """ "Il ministro, la socialista X": of two titles the one without a comma is told by itself."""
    noun = tree.heads[top_of(tree, frozenset(name))] if name else -1
    second = [i for i in title if i in tree.subtrees[noun]] if noun in title else []
    apart = bool(second) and second != title and tree.forms[second[0] - 1] == ","
    led = tree.labels[noun] == "appos" and tree.has(noun, "det")
    return [i for i in title if i not in second] if apart and led else title
