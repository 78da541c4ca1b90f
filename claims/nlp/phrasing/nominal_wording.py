"""Claims without a finite verb: a noun and what hangs on it get the verb that they lack."""

from __future__ import annotations

import re
from itertools import pairwise

from claims.nlp.grammar.phrases import (
    Names,
    bare_phrase,
    join_words,
    lower_article,
    lower_first,
)
from claims.nlp.grammar.statement import Statement
from claims.nlp.grammar.verb_forms import (
    copula,
    finite_gerund,
    finite_ing,
    is_plural,
    participle_verb,
)
from claims.nlp.parsing.tree import Mask, Tree
from claims.nlp.phrasing.bearers import bearer, first_of_predicate
from claims.nlp.phrasing.infinitive_wording import past_infinitive_text
from claims.nlp.phrasing.title_articles import a_thing, top_of
from claims.nlp.phrasing.title_wording import noun_and_name_text, predicate_phrase

AMONG = re.compile(r"^(?:compres|inclus)[oaie]$")
BREAKS = frozenset({",", "(", "—", "–", "-", ":"})
RELATIONS = frozenset({"appos", "compound", "flat", "flat:name"})
AGE = re.compile(r"^\(?\w+ anni\)?$")
YEARS = re.compile(r"^\W*\d{4}\s*[-–—]\s*\d{4}\W*$")
FIGURE = re.compile(r"(?!(?:1\d|20)\d\d$)[\d.,]+$")  # a year may be told about
NONFINITE = re.compile(r"VerbForm=(?:Part|Ger)")
ITALIAN_NONFINITE = re.compile(r"(?:[ae]ndo\w{0,6}|[ts][oaie](?:si)?|nt[ei])$")
INFINITIVE = re.compile(r"r(?:si|[ltc]i|l[aoe]|ne|mi|e)?$")
PREDICATES = frozenset({"acl", "advcl", "conj", "ROOT", "parataxis", "xcomp", "ccomp", "dep"})
OPENS_PREDICATE = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "ADV", "ADP"})
NOT_AFTER_COPULA = frozenset(
    {"con", "with", "tra", "fra", "among", "including", "per", "after", "dopo", "against", "e"}
)


def verbless_text(
    statement: Statement, names: Names, subject: str | None, people: Mask
) -> str | None:
    """The claim with a verb; None where no verb is sure.

    people: words that belong to names of people or the like.
    """
    roads = [
        lambda: verb_first_text(statement, names),
        lambda: past_infinitive_text(statement, names, subject),
        lambda: noun_and_verb_text(statement, names, subject),
        lambda: noun_and_name_text(statement, names, people),
        lambda: noun_and_phrase_text(statement, names),
    ]
    if statement.role in RELATIONS:
        roads = [*roads[3:], roads[2]]
    for road in roads:
        text = road()
        if text is not None:
            return text
    return None


def noun_and_verb_text(statement: Statement, names: Names, subject: str | None) -> str | None:
    """ "the survey, made by X" -> "the survey was made by X"; gerunds become finite."""
    tree, head = statement.tree, predicate_verb(statement)
    if head is None:
        return None
    start = first_of_predicate(tree, head, statement.mask)
    noun = frozenset(i for i in statement.mask if i < start)
    if not noun:
        noun = statement.mask - tree.subtrees[head]
    rest = statement.mask - noun
    borne = bearer(tree, head, noun)
    if borne is None:
        return None
    noun = borne
    if not noun and not subject and tree.language == "en":
        return None
    rest -= noun
    called = bare_phrase(tree, noun, names) if noun else subject or ""
    if noun and AMONG.match(tree.forms[head].lower()) and not tree.has(head, "obl", "obl:agent"):
        return among_text(tree, called, frozenset(i for i in rest if i > head), names)
    verb = verbal_group(tree, head, noun, rest, names)
    return None if verb is None else f"{called} {verb}"


def among_text(tree: Tree, called: str, members: Mask, names: Names) -> str | None:
    """ "gli indagati, compresi due agenti" -> "Tra gli indagati ci sono due agenti"."""
    if not members:
        return None
    verb = "ci sono" if is_plural(tree, top_of(tree, members), members) else "c'è"
    group = lower_article(called, tree.language)
    return f"tra {group} {verb} {join_words(tree, sorted(members), names)}"


def verb_first_text(statement: Statement, names: Names) -> str | None:
    """ "Convocato un tavolo" -> "È stato convocato un tavolo": Italian, the noun follows."""
    tree, head = statement.tree, statement.head
    words_here = sorted(statement.mask)
    follows = [i for i in tree.children[head] if i in statement.mask and i > head]
    has_noun = any(tree.labels[i].startswith("nsubj") for i in follows)
    if tree.language != "it" or not has_noun or head != words_here[0]:
        return None
    kind = tree.pos[head]
    if kind not in ("VERB", "ADJ", "NUM") or (kind == "VERB" and not is_nonfinite(tree, head)):
        return None
    noun = next(i for i in follows if tree.labels[i].startswith("nsubj"))
    auxiliary, form = participle_verb(tree, head, is_plural(tree, noun, statement.mask))
    text = join_words(tree, words_here, {**names, head: f"{form[:1].lower()}{form[1:]}"})
    return f"{auxiliary} {text}"


def predicate_verb(statement: Statement) -> int | None:
    """The participle, gerund or adjective that the claim says of its noun."""
    tree = statement.tree
    wanted = [statement.head, *sorted(statement.mask, key=lambda i: (tree.depths[i], i))]
    for word in wanted:
        if tree.labels[word] in PREDICATES and is_nonfinite(tree, word):
            return word
    return None


def is_nonfinite(tree: Tree, word: int) -> bool:
    """Participles and gerunds; adjectives that open a phrase of their own."""
    if tree.pos[word] == "ADJ":
        return tree.labels[word] in ("acl", "advcl")
    if tree.pos[word] != "VERB" or tree.has(word, "aux", "aux:pass", "cop"):
        return False
    if tree.language == "en":
        form = tree.forms[word].lower()
        return NONFINITE.search(tree.morphs[word]) is not None or form.endswith("ing")
    form = tree.forms[word].lower()
    return ITALIAN_NONFINITE.search(form) is not None and not INFINITIVE.search(form)


def verbal_group(tree: Tree, head: int, noun: Mask, rest: Mask, names: Names) -> str | None:
    """The predicate with the verb that makes it finite."""
    inside = sorted(rest - set(tree.dependents(head, "mark", "cc")))
    plural = bool(noun) and is_plural(tree, top_of(tree, noun), noun)
    finite = finite_form(tree, head, noun, plural)
    if finite == "":
        return None
    if finite is not None:
        return join_words(tree, inside, {**names, head: finite})
    auxiliary, verb = participle_verb(tree, head, plural)
    before = [i for i in inside if i < head and tree.forms[i].lower() in ("non", "not", "n't")]
    negation = join_words(tree, before, names)
    verb = verb if tree.pos[head] == "PROPN" else f"{verb[:1].lower()}{verb[1:]}"
    text = join_words(tree, [i for i in inside if i not in before], {**names, head: verb})
    parts = (negation, auxiliary) if tree.language == "it" else (auxiliary, negation)
    return " ".join(part for part in (*parts, text) if part)


def finite_form(tree: Tree, head: int, noun: Mask, plural: bool) -> str | None:
    """The finite form of a gerund; None where the word is none, "" where it can't be made."""
    past, form = tells_past(tree, head), tree.forms[head].lower()
    if tree.language == "en":
        return finite_ing(tree, head, past=past, plural=plural)
    if "ndo" not in form:
        return None
    ending = ending_for(tree, noun)
    found = finite_gerund(
        form,
        tree.lemmas[head],
        past=past,
        ending=ending,
        has_object=tree.has(head, "obj", "ccomp") or ends_by_doing(tree, head),
    )
    return found[0] if found is not None and found[1] in ("", "si") else ""


def ends_by_doing(tree: Tree, head: int) -> bool:
    """ "finendo per usare" -> "ha finito per usare"."""
    follows = [i for i in tree.dependents(head, "xcomp", "advcl") if i > head]
    marks = {tree.forms[m].lower() for i in follows for m in tree.dependents(i, "mark", "case")}
    return bool(marks & {"per", "col", "con"})


def ending_for(tree: Tree, noun: Mask) -> str:
    """The ending that a participle takes with a noun: o, a, i or e."""
    if not noun:
        return "o"
    top = top_of(tree, noun)
    shown = [tree.morphs[i] for i in tree.dependents(top, "det")]  # surer than a foreign noun's
    shown = [morph for morph in shown if "Gender=" in morph] or [tree.morphs[top]]
    feminine = "Gender=Fem" in shown[0]
    return ("e" if feminine else "i") if is_plural(tree, top, noun) else ("a" if feminine else "o")


def tells_past(tree: Tree, word: int) -> bool:
    """Whether the clause above tells of the past; by default it does."""
    for node in tree.paths[word][1:]:
        verbs = [node, *tree.dependents(node, "aux", "aux:pass", "cop")]
        for verb in verbs:
            if "VerbForm=Fin" in tree.morphs[verb]:
                compound = verb != node and tree.labels[verb].startswith("aux")
                return compound or "Tense=Pres" not in tree.morphs[verb]
    return True


def noun_and_phrase_text(statement: Statement, names: Names) -> str | None:
    """ "X, head of Y" -> "X is head of Y"; a name is the subject wherever it stands."""
    tree = statement.tree
    parts = two_parts(statement)
    if parts is None:
        return None
    first, second = parts
    if is_one_of_a_list(statement) or FIGURE.match(tree.forms[top_of(tree, first)]):
        return None
    if is_name(tree, second) and not is_name(tree, first):
        first, second = second, first
    opening = min(second)
    if tree.in_quotes[opening] and not tree.in_quotes[max(first)]:
        return None  # "the mayor: «Stay at home»"
    text = join_words(tree, sorted(second), names)
    opens = tree.pos[opening] in OPENS_PREDICATE or "Poss=Yes" in tree.morphs[opening]
    if not opens or tree.forms[opening].lower() in NOT_AFTER_COPULA:
        return None
    if YEARS.match(text) or has_verb(tree, first) or has_verb(tree, second):
        return None
    joined = any(tree.forms[i].lower() in ("e", "ed", "and") for i in first)
    plural = joined or is_plural(tree, top_of(tree, first), first)
    verb = copula(tree.language, plural)
    if tree.language == "it" and AGE.match(text):
        verb, text = "hanno" if plural else "ha", text.strip("()")
    elif tree.pos[opening] == "ADP":
        text = lower_first(tree, sorted(second), text)
    else:
        text = a_thing(tree, second, predicate_phrase(tree, second, names))
    return f"{bare_phrase(tree, first, names)} {verb} {text}"


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


def is_name(tree: Tree, mask: Mask) -> bool:
    """Whether a phrase is governed by a proper noun."""
    return tree.pos[top_of(tree, mask)] == "PROPN"


def two_parts(statement: Statement) -> tuple[Mask, Mask] | None:
    """The noun and what is said of it: by the tree, else at a mark or a gap."""
    tree, mask = statement.tree, statement.mask
    apart = statement.outside and is_before_or_after(statement.outside, statement.predicate)
    if apart and statement.role == "conj":
        return None  # one of several names in a row
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


def is_break(tree: Tree, mark: int) -> bool:
    """A mark between two phrases; a hyphen inside a word is none."""
    return tree.forms[mark] in BREAKS and (tree.forms[mark] != "-" or tree.spaced[mark])


def is_before_or_after(one: Mask, other: Mask) -> bool:
    """Whether two masks don't mingle."""
    return max(one) < min(other) or max(other) < min(one)
