"""Appositions as sentences: "X, head of Y" -> "X is head of Y"."""

from __future__ import annotations

import re
from itertools import pairwise

from claims.nlp.grammar.phrases import (
    Names,
    bare_phrase,
    join_words,
    lower_first,
)
from claims.nlp.grammar.statement import Statement
from claims.nlp.grammar.verb_forms import is_plural
from claims.nlp.lexicon import words
from claims.nlp.parsing.tree import Mask, Tree
from claims.nlp.phrasing.apposition_bearers import behind_place, is_joined, told_of, up_to_comma
from claims.nlp.phrasing.apposition_pairs import COLLECTIVE, is_break, is_no_pair, is_sum
from claims.nlp.phrasing.english_pairs import OF_ALL, never_is
from claims.nlp.phrasing.groups import group_called
from claims.nlp.phrasing.one_of_many import as_one_of_many
from claims.nlp.phrasing.predicate_phrase import predicate_phrase
from claims.nlp.phrasing.title_articles import a_thing, top_of
from claims.nlp.phrasing.told_dead import copula_of

AGE = re.compile(
    r"^\(?(?P<each>rispettivamente )?(?:di )?(?P<years>\w+(?:(?:, | e )\w+)* anni)\)?$"
)
AGE_AND = re.compile(r"^(?P<years>\w+ anni) e (?P<rest>[a-zà-ù].+)$")
TURNED_OUT = frozenset({"risultato", "risultata", "risultati", "risultate"})
YEARS = re.compile(r"^\W*\d{4}\s*[-–—]\s*\d{4}\W*$")
FIGURE = re.compile(r"(?!(?:1\d|20)\d\d$)[\d.,]+$")  # a year may be told about
YEAR = re.compile(r"(?:1\d|20)\d\d$")
OPENS_PREDICATE = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "ADV", "ADP"})
NOT_AFTER_COPULA = frozenset(
    {"con", "with", "tra", "fra", "among", "including", "per", "after", "dopo", "against", "e"}
)
SHORTEST = 2
# what a firm, a town or a club has, and isn't: "il gruppo (1.800 dipendenti)"
HELD = frozenset(
    {"dipendente", "addetto", "abitante", "iscritto", "socio", "ricavo", "fatturato", "utente",
     "studente", "posto", "camera", "lettore", "abbonato", "employee", "staff", "worker",
     "inhabitant", "member", "student", "revenue", "user", "seat", "room", "reader", "pupil"}
)  # fmt: skip
# lead in how somebody stands: "in missione", "fuori sede"
STANDING = frozenset({"in", "a", "ad", "fuori", "sotto", "senza"})
PLURAL_CASE = re.compile(r"^(?:a|de|da|ne|su)(?:i|gli|lle)$", re.IGNORECASE)
FRACTIONS = frozenset({"half", "third", "quarter", "fifth", "tenth", "metà", "terzo", "quarto"})
DAYS = ("dì", "sabato", "domenica", "day")


def noun_and_phrase_text(statement: Statement, names: Names, people: Mask) -> str | None:
    """ "X, head of Y" -> "X is head of Y"; a name is the subject wherever it stands."""
    tree = statement.tree
    parts = two_parts(statement)
    if parts is None:
        return None
    first, second = parts
    if is_scattered(tree, first) or is_one_of_a_list(statement):
        return None
    if FIGURE.match(tree.forms[top_of(tree, first)]) or is_year_of_another(tree, first, second):
        return None
    named = is_name(tree, second) and not is_led(tree, second)
    if named and not is_name(tree, first) and not is_any(tree, second):
        first, second = second, first
    if never_is(tree, first, second) or is_share_of_place(tree, first, second):
        return None
    first = up_to_comma(tree, behind_place(tree, first))
    if is_no_pair(tree, first, second) or (first & people and is_named_body(tree, second)):
        return None
    bearer, said = told_of(tree, first, second, people), with_preposition(tree, second)
    if bearer is None or is_when(tree, second) or goes_on_a_list(tree, first, second) or not said:
        return None
    first, second, opening = bearer, said, min(said)
    if tree.in_quotes[opening] and not tree.in_quotes[max(first)]:
        return None  # "the mayor: «Stay at home»"
    text = join_words(tree, sorted(second), names)
    opens = tree.pos[opening] in OPENS_PREDICATE or "Poss=Yes" in tree.morphs[opening]
    several = is_plural(tree, top_of(tree, first), first)
    opens = opens or (several and tree.forms[opening].lower() in OF_ALL)
    if len(text) < SHORTEST or not opens or tree.forms[opening].lower() in NOT_AFTER_COPULA:
        return None
    if YEARS.match(text) or has_verb(tree, first) or has_verb(tree, second):
        return None
    if is_told_already(tree, first):
        return None
    return told_text(tree, first, second, names)


def with_preposition(tree: Tree, said: Mask) -> Mask:
    """A phrase with the preposition that the claim lost: "Fossa, [in] missione a Bruxelles".

    Empty where it leads in more than a place or state: "arrivata insieme al ministro".
    """
    cases = tree.dependents(top_of(tree, said), "case")
    led = [i for case in cases for i in (case, *tree.dependents(case, "fixed"))]
    lost = [i for i in led if i not in said]
    if tree.language != "it" or not lost:
        return said
    if any(tree.pos[i] == "ADV" for i in led):
        return frozenset()
    stands = {tree.forms[i].lower() for i in lost} <= STANDING
    return said | frozenset(lost) if stands else said


def is_year_of_another(tree: Tree, first: Mask, second: Mask) -> bool:
    """ "Nata nel 1933, figlia di un fabbro": only a year is said of a year."""
    year = YEAR.match(tree.forms[top_of(tree, first)])
    return year is not None and tree.lemmas[top_of(tree, second)] not in ("anno", "year", "annata")


def is_led(tree: Tree, mask: Mask) -> bool:
    """ "Two men, both from Leeds": a preposition leads the name in."""
    return tree.language == "en" and tree.has(top_of(tree, mask), "case")


def told_text(tree: Tree, noun: Mask, said: Mask, names: Names) -> str | None:
    """The noun with what is said of it and the verb between; None where a name is missing."""
    joined, top = is_joined(tree, noun), top_of(tree, noun)
    led = any("Number=Plur" in tree.morphs[i] for i in tree.dependents(top, "det"))
    plural = joined or is_plural(tree, top, noun) or (led and tree.pos[top] == "PROPN")
    fused = any(PLURAL_CASE.search(tree.forms[i]) for i in tree.dependents(top, "case"))
    title = all(tree.in_quotes[i] for i in noun)  # one thing, but "gli «Annali»" are several
    plural = (plural and not title) or (title and fused and tree.language == "it")
    verb, text = copula_of(tree, noun, plural, said), join_words(tree, sorted(said), names)
    age = AGE.match(text) if tree.language == "it" else None
    if age and age["each"] and not plural:
        return None
    if joined and tree.pos[top_of(tree, noun)] == "PROPN" and is_the_one(tree, said):
        return None
    if holds(tree, noun, said):
        verb, text = have_of(tree.language, plural), text.removeprefix("(").removesuffix(")")
    elif not age and tree.lemmas[top_of(tree, said)] == "anno" and told_years(tree, said):
        return None  # "27 anni, di Rimini"
    elif is_sum(tree, top_of(tree, said)) and not is_sum(tree, top):
        text = f"di {text.removeprefix('(').removesuffix(')')}"  # "il finanziamento, 210mila euro"
    elif age:
        verb, text = "hanno" if plural else "ha", (age["each"] or "") + age["years"]
    elif tree.language == "it" and not plural and (aged := AGE_AND.match(text)):
        verb, text = "ha", f"{aged['years']} ed è {aged['rest']}"
    elif tree.pos[min(said)] == "ADP" or tree.forms[min(said)].lower() in OF_ALL | TURNED_OUT:
        text = lower_first(tree, sorted(said), text)
    else:
        text = a_thing(tree, said, predicate_phrase(tree, said, names))
        text = as_one_of_many(tree, said, text)
    if not text:
        return None
    bearer = bare_phrase(tree, noun, names)
    if tree.language == "it" and tree.pos[min(noun)] == "NOUN" and not joined:
        bearer = group_called(tree, noun, names)  # "(meno) rifiuti (1,58 milioni)"
    return f"{bearer} {verb} {text}"


def told_years(tree: Tree, said: Mask) -> bool:
    """Whether a phrase counts years and goes on behind a comma: "27 anni, di Rimini"."""
    top = top_of(tree, said)
    behind = tree.forms[top + 1 : top + 2]
    goes_on = max(said) > top and (behind == [","] or is_led_on(tree, top + 1))
    return tree.has(top, "nummod") and tree.pos[min(said)] == "NUM" and goes_on


def is_led_on(tree: Tree, word: int) -> bool:
    """ "22 anni in fabbrica": so long somebody has been there."""
    return tree.language == "it" and tree.pos[word] == "ADP"


def is_share_of_place(tree: Tree, first: Mask, second: Mask) -> bool:
    """ "by a fifth in Leeds, a third in York": the share is of something else."""
    share = tree.forms[top_of(tree, second)].lower() in FRACTIONS
    return share and is_name(tree, first)


def holds(tree: Tree, noun: Mask, said: Mask) -> bool:
    """ "Il gruppo Orlandi (1.800 dipendenti)": so many belong to it."""
    top = top_of(tree, said)
    counted = tree.has(top, "nummod") and tree.lemmas[top] in HELD
    return counted and tree.lemmas[top_of(tree, noun)] not in HELD


def have_of(language: str, plural: bool) -> str:
    """To have, as it is told of a noun."""
    return {"it": ("ha", "hanno"), "en": ("has", "have")}[language][plural]


def is_the_one(tree: Tree, said: Mask) -> bool:
    """ "il governatore": no two names are that."""
    opening, top = tree.forms[min(said)].lower(), top_of(tree, said)
    single = opening in ("il", "lo", "la", "l'", "l’") and "Number=Sing" in tree.morphs[top]
    return single and tree.pos[top] == "NOUN" and tree.lemmas[top] not in COLLECTIVE


def is_scattered(tree: Tree, mask: Mask) -> bool:
    """ "Brunex [and software firm] Tarsia": two names with other words between them are no one."""
    names = tree.pos[min(mask)] == tree.pos[max(mask)] == "PROPN"
    between = range(min(mask), max(mask))
    return names and any(tree.is_word[i] and i not in mask for i in between)


def is_named_body(tree: Tree, mask: Mask) -> bool:
    """ "il sindacato Tre Ponti": no person is that, whoever's name stands behind it."""
    top = top_of(tree, mask)
    kinds = ("names.org_heads", "names.org_nouns")
    body = any(tree.lemmas[top] in words(tree.language, kind) for kind in kinds)
    names = [i for i in tree.children[top] if i in mask and tree.pos[i] == "PROPN"]
    return body and any(not tree.has(name, "case") for name in names)


def is_any(tree: Tree, mask: Mask) -> bool:
    """ "un UH-60": one of many, and so the predicate."""
    first = tree.forms[min(mask)].lower()
    return first in ("un", "uno", "una", "un'", "a", "an")


def is_when(tree: Tree, mask: Mask) -> bool:
    """ "alcuni giorni fa", "last week": no predicate of anything."""
    inside = sorted(mask)
    last = tree.forms[inside[-1]].lower()
    opening = tree.forms[inside[0]].lower()
    if opening in words(tree.language, "names.never") and opening.endswith(DAYS):
        return True  # "martedì 4 dicembre"
    if last in words(tree.language, "names.never") and any(tree.pos[i] == "NUM" for i in inside):
        return True  # "il prossimo 23 giugno"
    return last in ("fa", "ago", "scorso", "scorsa", "prima", "dopo") and len(inside) <= 4


def goes_on_a_list(tree: Tree, first: Mask, second: Mask) -> bool:
    """ "le regioni di X | Y e Z": names that go on a list behind a plural are no predicate."""
    names = is_name(tree, second) and tree.has(top_of(tree, second), "conj")
    led = any(tree.pos[i] == "PROPN" and tree.has(i, "case") for i in first)
    return names and led and is_plural(tree, top_of(tree, first), first)


def is_one_of_a_list(statement: Statement) -> bool:
    """ "i modelli di Google, OpenAI e Anthropic": the last names of a list tell no "X is Y"."""
    tree, head = statement.tree, statement.head
    if statement.role != "appos" or not tree.has(head, "conj"):
        return False
    first = min(tree.subtrees[head] & tree.words)
    before = first - 1
    while before >= 0 and not tree.is_word[before]:
        before -= 1
    near = tree.pos[before] == "PROPN" and before != tree.heads[head]
    return tree.pos[head] == "PROPN" and near and tree.heads[head] not in tree.paths[before][:1]


def has_verb(tree: Tree, mask: Mask) -> bool:
    """Whether a verb governs a phrase, or it is a verb form taken for a noun."""
    return tree.pos[top_of(tree, mask)] in ("VERB", "AUX")


def is_told_already(tree: Tree, mask: Mask) -> bool:
    """Whether a main verb stands in a phrase: "Divenne socio di una ditta, di una banca"."""
    clauses = ("ROOT", "conj", "parataxis", "ccomp", "advcl")
    return any(tree.pos[i] == "VERB" and tree.labels[i] in clauses for i in mask)


def is_name(tree: Tree, mask: Mask) -> bool:
    """Whether a phrase is governed by a proper noun."""
    return tree.pos[top_of(tree, mask)] == "PROPN"


def two_parts(statement: Statement) -> tuple[Mask, Mask] | None:
    """The noun and what is said of it: by the tree, else at a mark or a gap."""
    tree, mask = statement.tree, statement.mask
    apart = statement.outside and is_before_or_after(statement.outside, statement.predicate)
    if apart and statement.role == "conj":
        return None  # one of several names in a row
    if apart and tree.language == "it" and min(statement.outside) > max(statement.predicate):
        return None  # "caduti 210 millimetri, il doppio del solito": the figure is no predicate
    if apart:
        return statement.outside, statement.predicate
    inside = sorted(mask)
    if tree.pos[inside[0]] in ("ADP", "ADV", "SCONJ", "CCONJ", "VERB", "PRON"):
        return None
    for one, two in pairwise(inside):
        between = range(one + 1, two)
        if any(tree.is_word[i] or is_break(tree, i) for i in between):
            first = frozenset(i for i in inside if i <= one)
            return first, mask - first
    return None


def is_before_or_after(one: Mask, other: Mask) -> bool:
    """Whether two masks don't mingle."""
    return max(one) < min(other) or max(other) < min(one)
