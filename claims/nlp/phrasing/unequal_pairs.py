"""Two phrases whose numbers or units don't let one be the other: an amount, one and several."""

from __future__ import annotations

import re

from claims.nlp.grammar.lasting_states import SPANS
from claims.nlp.grammar.phrases import fused_article
from claims.nlp.grammar.statement import MILLIONS
from claims.nlp.grammar.verb_forms import is_plural
from claims.nlp.parsing.tree import Mask, Tree
from claims.nlp.phrasing.apposition_bearers import MORE_PLACES, SETTLEMENTS
from claims.nlp.phrasing.title_articles import top_of

YEARS_OLD = re.compile(r"ann[oi]$|year")
ONE_OR_AGE = re.compile(r"un[oa]?['’]?$|\w+enn[ei]$")
SUM = re.compile(r"mili(?:one|oni|ardo|ardi)$|(?:m|b|tr)illion$|euro$|dollar|sterlin|[€$£]")
PER = frozenset(
    {"anno", "mese", "settimana", "giorno", "ora", "abitante", "persona", "testa", "year", "month",
     "week", "day", "hour", "head", "person"}
)  # fmt: skip
COLLECTIVE = frozenset(
    {"coppia", "duo", "trio", "gruppo", "band", "famiglia", "squadra", "equipaggio", "popolo",
     "gente", "maggioranza", "minoranza", "parte", "serie", "pair", "group", "team", "family",
     "crew", "couple", "majority", "public", "staff"}
)  # fmt: skip
ONES = frozenset({"un", "uno", "una", "un'", "un’"})
PLACES = MORE_PLACES | SETTLEMENTS
AGO = frozenset({"fa", "ago"})
PLURAL_ARTICLES = frozenset({"i", "gli", "le"})


def are_unequal(tree: Tree, first: Mask, second: Mask) -> bool:
    """Whether one phrase counts or measures what the other doesn't."""
    if tree.forms[max(second)].lower() in MILLIONS | AGO:
        return True
    if is_stretch_of_time(tree, first) or are_dashed(tree, first, second):
        return True
    if is_bracketed_amount(tree, top_of(tree, first), second):
        return True
    return tree.language == "it" and (
        are_several_one(tree, first, second)
        or is_one_and_several(tree, first, second)
        or is_one_of_counted(tree, first, second)
        or are_two_counts(tree, first, second)
    )


def is_stretch_of_time(tree: Tree, mask: Mask) -> bool:
    """ "tre settimane (fa), con": how long it is tells nothing."""
    top = top_of(tree, mask)
    return tree.lemmas[top] in SPANS and any(tree.pos[i] == "NUM" for i in tree.children[top])


def are_dashed(tree: Tree, first: Mask, second: Mask) -> bool:
    """ "l'incontro Italia - Croazia": a dash between two bare names makes a pair of them."""
    left, right = sorted(
        (max(first), min(second)) if max(first) < min(second) else (max(second), min(first))
    )
    dashed = [tree.forms[i] for i in range(left + 1, right)] in (["-"], ["–"])
    return dashed and all(tree.pos[i] == "PROPN" for i in (left, right))


def is_bracketed_amount(tree: Tree, noun: int, mask: Mask) -> bool:
    """ "la Cima Una (2.598 metri)", "20 yen all'anno (163 milioni di euro)": a measure of it.

    So it is between dashes ("l'onda – 4 metri –"). Sums are told: "i debiti (250 milioni)".
    """
    sum_of = any(SUM.match(tree.forms[i].lower()) for i in mask)
    if sum_of and tree.lemmas[noun] not in PER:
        return False
    opening = min(mask)
    bracket = opening and tree.forms[opening - 1] in ("(", "–", "—")
    about = [i for i in sorted(mask) if tree.pos[i] not in ("ADV", "DET", "ADP")]
    figure = bool(about) and tree.forms[about[0]][:1].isdigit()
    years = any(YEARS_OLD.match(tree.forms[i].lower()) for i in mask)
    return bool(bracket) and figure and not years


def is_one_and_several(tree: Tree, first: Mask, second: Mask) -> bool:
    """ "la sopravvivenza (stipendi e auto)", "donazioni, l'associazione": one thing, and many."""
    top, said = top_of(tree, first), top_of(tree, second)
    if tree.pos[top] != "NOUN" or tree.pos[said] != "NOUN" or tree.lemmas[top] in COLLECTIVE:
        return False
    one, many = "Number=Sing" in tree.morphs[top], "Number=Plur" in tree.morphs[said]
    if one and many and not tree.has(top, "conj", "nummod") and not is_plural(tree, top, first):
        return not tree.has(said, "det", "det:poss", "nummod") and not tree.has(said, "case")
    bare = "Number=Plur" in tree.morphs[top] and not tree.has(top, "det", "det:poss", "nummod")
    single = "Number=Sing" in tree.morphs[said] and tree.has(said, "det")
    definite = any("Definite=Def" in tree.morphs[i] for i in tree.dependents(said, "det"))
    led = any(fused_article(tree.forms[i]) for i in tree.dependents(top, "case"))
    return bare and not led and single and definite


def are_several_one(tree: Tree, first: Mask, second: Mask) -> bool:
    """ "due operai, un bengalese [e un collega]": several are no single one."""
    top, said = top_of(tree, first), top_of(tree, second)
    counted = any(
        not ONE_OR_AGE.match(tree.forms[i].lower()) for i in tree.dependents(top, "nummod")
    )
    one = tree.forms[min(second)].lower() in ONES or tree.lemmas[said] in PLACES
    one = one and "Number=Plur" not in tree.morphs[said]
    listed = any(tree.labels[i] == "conj" for i in second)
    return counted and one and not listed and tree.lemmas[said] not in COLLECTIVE


def are_two_counts(tree: Tree, first: Mask, second: Mask) -> bool:
    """ "Undici voti a favore, cinque contrari": two counts of two groups, or of a part.

    A list adds up to the whole: "tre navi, due petroliere e un cargo".
    """
    said = top_of(tree, second)
    counts = [counts_of(tree, top) for top in (top_of(tree, first), said)]
    ages = any(YEARS_OLD.match(tree.forms[i].lower()) for i in second)
    bare = not ages and not any(SUM.match(tree.forms[i].lower()) for i in first | second)
    joined = tree.has(said, "conj") or (tree.labels[said] == "conj" and tree.has(said, "cc"))
    added = joined and tree.pos[said] != "NUM"  # "quattro bombe, due in centro e due al porto"
    return bare and all(counts) and counts[0] != counts[1] and not added


def counts_of(tree: Tree, noun: int) -> set[str]:
    """How many a noun says they are."""
    found = {i for i in tree.dependents(noun, "nummod") if i < noun}
    return {tree.forms[i].lower() for i in (found or {noun}) if tree.pos[i] == "NUM"}


def is_one_of_counted(tree: Tree, first: Mask, second: Mask) -> bool:
    """ "sei caccia F-16": no single name is what is counted."""
    top, said = top_of(tree, first), top_of(tree, second)
    name = tree.pos[top] in ("PROPN", "ADJ")  # "Tornado GR4"
    if not name or tree.has(top, "conj") or tree.pos[said] != "NOUN":
        return False
    articles = {fused_article(tree.forms[i]) for i in tree.dependents(said, "case")}
    articles |= {tree.forms[i].lower() for i in tree.dependents(said, "det")}
    numbers = [i for i in tree.children[said] if i < said and tree.pos[i] == "NUM"]
    counted = any(not ONE_OR_AGE.match(tree.forms[i].lower()) for i in numbers)
    person = tree.entities[top] in ("PER", "PERSON")  # "Ada Neri (due record mondiali)"
    person = person or tree.forms[min(second) - 1] == "("
    years = any(YEARS_OLD.match(tree.forms[i].lower()) for i in second)
    if person and counted and not years:
        return True
    adjacent = max(second) + 1 == min(first)
    return adjacent and (counted or bool(articles & PLURAL_ARTICLES))
