"""What a relative singles out, told without it: "X, the doctor who …" is a doctor."""

from __future__ import annotations

from claims.nlp.grammar.phrases import indefinite, with_article
from claims.nlp.grammar.singled_out import follows_closely, is_singled
from claims.nlp.parsing.tree import Mask, Tree
from claims.nlp.phrasing.title_articles import (
    offices,
    parted_article,
    top_of,
)

VOWELS = "aeiou"
ANYBODY = frozenset({"uomo", "donna", "persona", "ragazzo", "ragazza", "man", "woman", "person"})


def as_one_of_many(tree: Tree, said: Mask, text: str) -> str:
    """ "il medico" -> "un medico" where "che ha curato i minatori" says which and isn't told here.

    Offices keep their article: of mayors there is one. "" where nothing is told ("is a woman").
    """
    top = top_of(tree, said)
    article, noun = parted_article(text, tree.language)
    if not article or not is_told_which(tree, top, said) or is_office(tree, top):
        return text
    if tree.lemmas[top] in ANYBODY and not said & set(tree.dependents(top, "amod", "nmod")):
        return ""
    if tree.language == "en":
        return with_article("an" if noun[:1].lower() in VOWELS else "a", noun)
    feminine = "Gender=Fem" in tree.morphs[top] or article.lower() == "la"
    return with_article(indefinite(noun, feminine=feminine), noun)


def is_told_which(tree: Tree, noun: int, said: Mask) -> bool:
    """Whether a relative that isn't among the words says which one is meant."""
    if tree.pos[noun] != "NOUN" or "Number=Plur" in tree.morphs[noun] or is_singled(tree, noun):
        return False
    relatives = [i for i in tree.dependents(noun, "acl:relcl") if i not in said]
    return any(tree.is_finite[i] and follows_closely(tree, noun, i) for i in relatives)


def is_office(tree: Tree, noun: int) -> bool:
    """ "il sindaco", "the minister"."""
    return bool({tree.lemmas[noun], tree.forms[noun].lower()} & offices(tree.language))
