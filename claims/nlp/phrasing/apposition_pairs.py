"""Whether two phrases of a sentence can be subject and predicate of an apposition."""

from __future__ import annotations

import re

from claims.nlp.grammar.phrases import bare_preposition
from claims.nlp.grammar.rule_claims import PERSON
from claims.nlp.grammar.verb_forms import is_plural
from claims.nlp.lexicon import words
from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree
from claims.nlp.phrasing.title_articles import top_of
from claims.nlp.phrasing.title_names import names_somebody
from claims.nlp.phrasing.unequal_pairs import are_unequal

BREAKS = frozenset({",", "(", "—", "–", "-", ":"})
ENGLISH_AGE = re.compile(r"[1-9]\d?$|1[01]\d$")  # "Holm, 19"
PLACES = frozenset({"GPE", "LOC"})
ITALIAN_SCALES = frozenset({"milione", "milioni", "miliardo", "miliardi"})
SCALES = frozenset({"million", "billion", "trillion"})
AMOUNTS = frozenset({"MONEY", "PERCENT"})
CLOCK = re.compile(r"\d[\d.,:]*$")
LEADS_ONE = frozenset({"il", "lo", "la", "l'", "l’", "the"})
COLLECTIVE = frozenset({"coppia", "duo", "trio", "gruppo", "band", "famiglia", "squadra"})
POINTING_BACK = frozenset({"cui", "quale", "quali", "whose"})
MARKERS = frozenset({"km", "pag", "pag.", "art", "art.", "n.", "ore"})
ANY = frozenset({"a", "an", "un", "uno", "una", "un'", "un’"})
ORDINALS = frozenset(
    {"primo", "prima", "secondo", "seconda", "terzo", "terza", "altro", "altra", "ultimo", "ultima",
     "first", "second", "third", "other", "last"}
)  # fmt: skip
MEASURES = frozenset(
    {"terzo", "quarto", "quinto", "decimo", "metà", "doppio", "triplo", "valore", "livello", "dato"}
    | {"record", "minimo", "massimo", "cifra", "percentuale"}
)
OWN = frozenset({"suo", "sua", "suoi", "sue", "loro"})
PLACING = frozenset(
    {"di", "da", "in", "a", "su", "presso", "vicino", "of", "from", "at", "on", "near", "by", "ex",
     "già"}
)  # fmt: skip


def is_no_pair(tree: Tree, first: Mask, second: Mask) -> bool:
    """Whether two phrases can't be subject and predicate, by their marks, numbers or figures."""
    opening = min(second)
    if leaps_its_verb(tree, first, second) or leaps_its_verb(tree, second, first):
        return True
    if are_two_arguments(tree, top_of(tree, first), top_of(tree, second)):
        return True
    if stands_apart(tree, first, second) or is_a_figure(tree, second):
        return True
    if (
        are_choices(tree, second)
        or holds_relative(tree, first | second)
        or are_unequal(tree, first, second)
        or is_amount_of_name(tree, first, second)
        or is_measure_of_all(tree, first, second)
        or is_difference(tree, first, second)
    ):
        return True
    if follows_a_colon(tree, first, second) or is_one_of_several(tree, first, second):
        return True
    if is_list_of_things(tree, first, second) or leaves_its_brackets(tree, second):
        return True
    if is_list_of_one_word(tree, first, second) or tree.forms[opening].lower() in MARKERS:
        return True
    if has_subject_within(tree, second) or are_place_and_region(tree, first, second):
        return True
    if tree.pos[top_of(tree, first)] in ("ADV", "DET") or CLOCK.match(tree.forms[min(first)]):
        return True
    if is_for_the_first_time(tree, second):
        return True
    if tree.pos[opening] != "ADP":
        return False
    marked = any(is_break(tree, i) for i in range(max(first) + 1, opening))
    return not marked or bare_preposition(tree.forms[opening]) not in PLACING


def is_for_the_first_time(tree: Tree, mask: Mask) -> bool:
    """ "X, al suo primo podio": when or how often, no predicate."""
    opening, *others = sorted(mask)
    before = opening - 1  # the preposition may not be among the words
    if tree.labels[before] == "case" and tree.heads[before] == top_of(tree, mask):
        opening, others = before, [opening, *others]
    inside = {tree.forms[i].lower() for i in others[:2]}
    return bare_preposition(tree.forms[opening]) == "a" and bool(inside & (ORDINALS | OWN))


def is_measure_of_all(tree: Tree, first: Mask, second: Mask) -> bool:
    """ "pari allo 0,2% del Pil, un terzo di quella francese": the figure is, not the Pil."""
    top, said = top_of(tree, first), top_of(tree, second)
    led = tree.has(top, "case") and tree.labels[top] in ("obl", "nmod")
    measured = any(tree.forms[i][:1].isdigit() for i in first)
    return tree.language == "it" and led and not measured and tree.lemmas[said] in MEASURES


def is_list_of_things(tree: Tree, first: Mask, second: Mask) -> bool:
    """ "a notebook, a torch and a box", "libri antichi, statue e dipinti": things in a row."""
    top, said = top_of(tree, first), top_of(tree, second)
    listed = tree.has(said, "conj")
    row = listed or (tree.heads[said] == top and tree.labels[said] == "conj")
    if listed and all(tree.forms[min(part)].lower() in ANY for part in (first, second)):
        return True
    return (
        row
        and tree.forms[min(second) - 1] == ","
        and all(is_bare_plural(tree, i) for i in (top, said))
    )


def is_bare_plural(tree: Tree, noun: int) -> bool:
    """ "libri antichi": several, without an article, a number or a preposition."""
    plural = tree.pos[noun] == "NOUN" and "Number=Sing" not in tree.morphs[noun]
    return plural and not tree.has(noun, "det", "det:poss", "nmod:poss", "nummod", "case")


def leaves_its_brackets(tree: Tree, mask: Mask) -> bool:
    """ "il Comitato (IAU) della notizia": what brackets hold ends with them."""
    before = tree.forms[min(mask) - 1]
    goes_on = before == ")" and tree.pos[min(mask)] == "ADP"
    return goes_on or (before == "(" and ")" in tree.forms[min(mask) : max(mask)])


def is_list_of_one_word(tree: Tree, first: Mask, second: Mask) -> bool:
    """ "l'assessore alla Cultura, Sport e Spettacolo": several aren't what one is."""
    top, said = top_of(tree, first), top_of(tree, second)
    if tree.language != "it" or is_plural(tree, top, first) or tree.lemmas[top] in COLLECTIVE:
        return False
    if tree.pos[top] == "ADJ" and not tree.has(top, "det"):
        return True
    if tree.forms[min(second) - 1] != "," or any(tree.pos[i] == "NUM" for i in second):
        return False
    joined = any(i in second and tree.has(i, "cc") for i in tree.dependents(said, "conj"))
    bare = not any(tree.has(i, "det") for i in (said, *tree.dependents(said, "conj")))
    return joined and bare and tree.pos[said] in ("NOUN", "PROPN") and tree.pos[top] == "NOUN"


def has_subject_within(tree: Tree, mask: Mask) -> bool:
    """ "la sfida: in palio il primato": what has a subject of its own is said of nothing else."""
    return any(i in mask for i in tree.dependents(top_of(tree, mask), *SUBJECTS))


def is_one_of_several(tree: Tree, first: Mask, second: Mask) -> bool:
    """ "Due palazzine, la prima di sei piani": what is told of one of them isn't told of all."""
    opening = [tree.forms[i].lower() for i in sorted(second)[:2]]
    top = top_of(tree, first)
    several = is_plural(tree, top, first) or tree.has(top, "nummod")
    return (
        tree.pos[top] == "NOUN" and several and opening[0] in LEADS_ONE and opening[-1] in ORDINALS
    )


def are_place_and_region(tree: Tree, first: Mask, second: Mask) -> bool:
    """ "Austin, Texas": the second place tells where the first one lies."""
    tops = (top_of(tree, first), top_of(tree, second))
    bare = not any(tree.pos[i] in ("DET", "NOUN", "ADJ") for i in first | second)
    return tree.language == "en" and bare and all(tree.entities[i] in PLACES for i in tops)


def are_two_arguments(tree: Tree, one: int, other: int) -> bool:
    """ "È in corso presso Lodi il torneo": place and subject of one predicate are no equals.

    Where the parser found two subjects, one is mistaken.
    """
    verb, labels = tree.heads[one], {tree.labels[one], tree.labels[other]}
    return (
        verb == tree.heads[other]
        and bool(labels & SUBJECTS)
        and bool(labels & {"obj", "iobj", "obl"})
        and len(set(tree.dependents(verb, *SUBJECTS)) - set(tree.dependents(verb, "expl"))) == 1
    )


def leaps_its_verb(tree: Tree, one: Mask, other: Mask) -> bool:
    """ "Il ministro [ha firmato] il decreto": the verb over a phrase parts it from another."""
    verb = tree.heads[top_of(tree, other)]
    gap = (max(one), min(other)) if max(one) < min(other) else (max(other), min(one))
    return gap[0] < verb < gap[1] and tree.is_verbal[verb] and tree.is_finite[verb]


def follows_a_colon(tree: Tree, first: Mask, second: Mask) -> bool:
    """ "Il Lodi batte il Tarvia: gol di Neri": what a colon opens is said of no name before it."""
    left, right = (first, second) if max(first) < min(second) else (second, first)
    opened = ":" in [tree.forms[i] for i in range(max(left) + 1, min(right))]
    top = top_of(tree, left)
    named = opened and tree.pos[top] == "PROPN"
    return named and tree.is_verbal[tree.heads[top]] and tree.heads[top] < min(right)


def stands_apart(tree: Tree, first: Mask, second: Mask) -> bool:
    """Whether a semicolon parts two phrases, a list of names is told of one thing, or one thing
    is said to be several ("la polizia, organi di Stato, vigili")."""
    left, right = (first, second) if max(first) < min(second) else (second, first)
    gap = range(max(left) + 1, min(right))
    between = [tree.forms[i] for i in gap]
    if ";" in between:
        return True
    if tree.language == "it" and all(tree.is_word[i] for i in gap):
        # "un sisma | sulla scala Richter", "l'altra metà [solo] un opuscolo"
        return True
    top, said = top_of(tree, first), top_of(tree, second)
    listed = tree.has(top, "conj") and any(i in first for i in tree.dependents(top, "conj"))
    if listed and tree.pos[top] == "PROPN" and not is_plural(tree, said, second):
        return True
    person = any(
        tree.entities[i] in PERSON
        and not tree.has(i, "case")
        and not tree.labels[i].startswith("flat")
        for i in second
    )
    person = person or names_somebody(tree, second)
    if tree.pos[said] in ("NOUN", "ADJ") and tree.pos[top] == "PROPN" and person:
        return True  # "la finale del Trofeo Lodi, l'australiana X"
    several = tree.pos[said] == "NOUN" and "Number=Plur" in tree.morphs[said]
    one = tree.pos[top] == "PROPN" and not listed and tree.entities[top] != "ORG"
    figure = any(tree.pos[i] == "NUM" for i in second)
    counted = person_noun(tree, said) and tree.entities[top] in PERSON
    return tree.language == "it" and several and one and (counted or not figure)


def holds_relative(tree: Tree, mask: Mask) -> bool:
    """ "i cui premier", "dalla quale il nome": a phrase that points back at what is before it."""
    return any(tree.forms[i].lower() in POINTING_BACK for i in mask)


def are_choices(tree: Tree, mask: Mask) -> bool:
    """ "Windows 11, macOS 14 or later": one of several is what nothing is."""
    ors = {i for i in mask if tree.forms[i].lower() in ("or", "o", "oppure")}
    return any(tree.heads[i] in tree.dependents(top_of(tree, mask), "conj") for i in ors)


def is_difference(tree: Tree, first: Mask, second: Mask) -> bool:
    """ "31 giorni sopra i 35 gradi, nove in più": how many more is said of what is counted."""
    top, told = top_of(tree, first), [tree.forms[i].lower() for i in sorted(second)]
    counted = tree.has(top, "nummod") and not tree.has(top, "case")
    more = told[0] in ("less", "more", "fewer") and told[1:2] == ["than"]
    figure = tree.pos[min(second)] == "NUM" or told[0] in ("circa", "quasi", "about")
    more = more or (figure and any(word in ("più", "meno", "more", "fewer") for word in told[1:4]))
    return more and not counted


def is_amount_of_name(tree: Tree, first: Mask, second: Mask) -> bool:
    """No name is an amount ("Orbit Ledger, 8 per cent of"), and of no amount anything is told."""
    top, said = top_of(tree, first), top_of(tree, second)
    if tree.language == "it" and any(
        tree.pos[one] == "PROPN" and is_sum(tree, other)
        for one, other in ((top, said), (said, top))
    ):
        return True
    amounts = [tree.entities[i] in AMOUNTS for i in (top, said)]
    return (
        amounts[0] or tree.forms[top].lower() in SCALES or (amounts[1] and tree.pos[top] == "PROPN")
    )


def is_sum(tree: Tree, noun: int) -> bool:
    """ "19 milioni di euro", "800 euro"."""
    low = tree.forms[noun].lower()
    counted = any(tree.pos[i] == "NUM" for i in tree.children[noun])
    return counted and (low in words("units", "currency.words") or low in ITALIAN_SCALES)


def person_noun(tree: Tree, noun: int) -> bool:
    """ "due uomini": several people, and no age or sum."""
    kinds = ("names.person_titles", "names.person_nouns")
    called = {tree.lemmas[noun], tree.forms[noun].lower()}
    return any(called & words(tree.language, kind) for kind in kinds)


def is_a_figure(tree: Tree, mask: Mask) -> bool:
    """Whether a phrase is governed by bare digits: a date, a score, a number of a list."""
    top = top_of(tree, mask)
    if tree.language == "en" and ENGLISH_AGE.match(tree.forms[top]):
        return False
    return tree.forms[top][:1].isdigit() and tree.pos[top] in ("NUM", "SYM", "X", "PROPN")


def is_break(tree: Tree, mark: int) -> bool:
    """A mark between two phrases; a hyphen inside a word is none."""
    return tree.forms[mark] in BREAKS and (tree.forms[mark] != "-" or tree.spaced[mark])
