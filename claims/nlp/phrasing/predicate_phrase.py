"""A noun phrase as it stands behind "is": its article, its small letter."""

from __future__ import annotations

import re

from claims.nlp.grammar.phrases import Names, bare_phrase, lower_article, lower_first
from claims.nlp.lexicon import words
from claims.nlp.parsing.tree import Mask, Tree
from claims.nlp.phrasing.title_articles import OFFICES, top_of

HONORIFICS = frozenset(
    {"dott", "dott.ssa", "dr", "dr.ssa", "prof", "prof.ssa", "sig", "sig.ra", "on", "sen", "avv"}
    | {"ing", "arch", "geom", "rag", "mons", "card", "cav", "gen", "col", "cap", "ten", "magg"}
)
PORTFOLIOS = frozenset(
    {"education", "health", "finance", "defence", "defense", "transport", "justice", "interior",
     "foreign", "trade", "labour", "labor", "home", "prime", "culture", "energy", "agriculture",
     "housing", "environment", "economy", "chief", "deputy", "senior", "former", "opposition"}
)  # fmt: skip
WHAT_ONE_IS = re.compile(
    r"(?:maker|builder|naut|ist|ician|man|woman|[a-z]{3}(?:ecutor|pector|ducer|aker|fender|iver|eeper))$"
)


def predicate_phrase(tree: Tree, mask: Mask, names: Names) -> str:
    """A noun phrase after the copula; English wants an article where one noun stands bare."""
    inside = without_honorific(tree, sorted(mask))
    if not inside:
        return ""
    mask = frozenset(inside)
    text = lower_article(bare_phrase(tree, mask, names), tree.language)
    text = lower_first(tree, inside, text).strip("()")
    if not text.strip():
        return ""  # "Prof" goes with the name in full
    opens = opens_as_noun(tree, inside)
    text = text[:1].lower() + text[1:] if opens and not text[1:2].isupper() else text
    top, first = top_of(tree, mask), text.split(" ", 1)[0].lower()
    if (
        tree.language == "it"
        or not (tree.pos[top] == "NOUN" or opens)
        or "Number=Plur" in tree.morphs[top]
    ):
        return text
    bare = not any(tree.labels[i] in ("det", "nmod:poss", "nummod", "case") for i in inside)
    bare = bare and tree.pos[inside[0]] != "ADV"  # "mostly nausea"
    office = bool({tree.lemmas[top], tree.forms[top].lower()} & OFFICES)
    if not bare or first in ("the", "a", "an") or office:
        return text
    return f"{'an' if first[:1] in 'aeio' else 'a'} {text}"


def without_honorific(tree: Tree, inside: list[int]) -> list[int]:
    """ "Il suo predecessore, il sen. [Mario Po]": the short form is the name's."""
    kept = list(inside)
    while kept and tree.language == "it" and tree.forms[kept[-1]].lower().rstrip(".") in HONORIFICS:
        kept.pop()
        while kept and tree.pos[kept[-1]] == "DET":
            kept.pop()
    return kept


def opens_as_noun(tree: Tree, inside: list[int]) -> bool:
    """ "Chipmaker X", "Mayor X": a common noun whose capital is the sentence's."""
    word = inside[0]
    if tree.language != "en" or word != min(tree.words):
        return False
    form = tree.forms[word].lower()
    if len(inside) > 1:
        return form in PORTFOLIOS and tree.forms[inside[1]].islower()
    kinds = ("names.person_titles", "names.person_nouns", "names.org_nouns")
    listed = any(form in words("en", kind) for kind in kinds)
    return listed or WHAT_ONE_IS.search(form) is not None
