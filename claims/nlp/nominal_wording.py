"""Claims without a finite verb: a noun and what hangs on it get the verb that they lack."""

from __future__ import annotations

import re
from itertools import pairwise

from claims.nlp.lexicon import words
from claims.nlp.phrases import Names, bare_phrase, join_words, lower_article, lower_first
from claims.nlp.statement import Statement
from claims.nlp.tree import Mask, Tree
from claims.nlp.verb_forms import (
    copula,
    finite_gerund,
    finite_ing,
    is_plural,
    participle_verb,
)

BREAKS = frozenset({",", "(", "—", "–", "-", ":"})
RELATIONS = frozenset({"appos", "compound", "flat", "flat:name"})
AGE = re.compile(r"^\(?\w+ anni\)?$")
YEARS = re.compile(r"^\W*\d{4}\s*[-–—]\s*\d{4}\W*$")
NONFINITE = re.compile(r"VerbForm=(?:Part|Ger)")
ITALIAN_NONFINITE = re.compile(r"(?:[ae]ndo\w{0,6}|[ts][oaie](?:si)?|nt[ei])$")
PREDICATES = frozenset({"acl", "advcl", "conj", "ROOT", "parataxis", "xcomp", "ccomp", "dep"})
OPENS_PREDICATE = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "ADV", "ADP"})
NOT_AFTER_COPULA = frozenset(
    {"con", "with", "tra", "fra", "among", "including", "per", "after", "dopo", "against", "e"}
)
BEFORE_PREDICATE = frozenset({"advmod", "aux", "aux:pass", "mark", "expl", "expl:pass", "iobj"})
# one person at a time holds them: "X is mayor" needs no article
OFFICES = frozenset(
    {"mayor", "chairman", "chairwoman", "chair", "president", "ceo", "director", "secretary",
     "minister", "leader", "governor", "captain", "coach", "manager", "head", "chief", "boss",
     "executive", "editor", "treasurer", "speaker", "chancellor", "king", "queen", "pope"}
)  # fmt: skip


def verbless_text(
    statement: Statement, names: Names, subject: str | None, people: Mask
) -> str | None:
    """The claim with a verb; None where no verb is sure.

    people: words that belong to names of people or the like.
    """
    roads = [
        lambda: noun_and_verb_text(statement, names, subject),
        lambda: noun_and_name_text(statement, names, people),
        lambda: noun_and_phrase_text(statement, names),
    ]
    if statement.role in RELATIONS:
        roads = [*roads[1:], roads[0]]
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
    if not noun and not subject:
        return None
    called = bare_phrase(tree, noun, names) if noun else str(subject)
    verb = verbal_group(tree, head, noun, rest, names)
    return None if verb is None else f"{called} {verb}"


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
    return ITALIAN_NONFINITE.search(tree.forms[word].lower()) is not None


def first_of_predicate(tree: Tree, head: int, mask: Mask) -> int:
    """Where the predicate begins: adverbs and the like just before the verb are its own."""
    start = head
    for word in sorted((i for i in mask if i < head), reverse=True):
        own = tree.heads[word] == head and tree.labels[word] in BEFORE_PREDICATE
        if not own:
            break
        start = word
    return start


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
    found = finite_gerund(form, tree.lemmas[head], past=past, ending=ending)
    return found[0] if found is not None and found[1] in ("", "si") else ""


def top_of(tree: Tree, mask: Mask) -> int:
    """The word of a mask that governs the others."""
    return min(mask, key=lambda i: (tree.depths[i], i))


def ending_for(tree: Tree, noun: Mask) -> str:
    """The ending that a participle takes with a noun: o, a, i or e."""
    if not noun:
        return "o"
    top = top_of(tree, noun)
    feminine = "Gender=Fem" in tree.morphs[top]
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


def noun_and_name_text(statement: Statement, names: Names, people: Mask) -> str | None:
    """ "the mayor, Jo Hill" -> "Jo Hill is the mayor"; the name is the subject."""
    tree = statement.tree
    mask = sorted(statement.mask)
    name = name_at_end(tree, mask, people)
    title = mask[: len(mask) - len(name)]
    if not name or not title or people & set(title) or not is_title(tree, title, name[0]):
        return None
    called = join_words(tree, name, names)
    predicate = predicate_phrase(tree, frozenset(title), names)
    return f"{called} {copula(tree.language, False)} {predicate}"


def is_title(tree: Tree, title: list[int], name: int) -> bool:
    """Whether words before a name tell what its bearer is."""
    if any(tree.is_word[i] for i in range(title[-1] + 1, name)):
        return False
    if tree.labels[title[-1]] in ("case", "det", "cc", "mark") or tree.pos[title[0]] == "ADP":
        return False
    kinds = {tree.pos[i] for i in title}
    if kinds & {"VERB", "AUX", "PRON", "SCONJ"} or not kinds & {"NOUN", "ADJ", "PROPN"}:
        return False
    nouns = [i for i in title if tree.pos[i] == "NOUN"]
    if not nouns:
        return True
    titles = words(tree.language, "names.person_titles")
    nested = len(nouns) > 1 and tree.lemmas[nouns[-1]] in titles
    return not (nested and tree.has(nouns[-1], "case"))


def name_at_end(tree: Tree, mask: list[int], people: Mask) -> list[int]:
    """The name that ends a mask: words known to be one, else proper nouns."""
    name: list[int] = []
    known = mask[-1] in people
    for word in reversed(mask):
        part = word in people if known else tree.pos[word] == "PROPN"
        if not part or (name and name[0] - word > 1):
            break
        name.insert(0, word)
    return name


def predicate_phrase(tree: Tree, mask: Mask, names: Names) -> str:
    """A noun phrase after the copula; English wants an article where one noun stands bare."""
    inside = sorted(mask)
    text = lower_article(bare_phrase(tree, mask, names), tree.language)
    text = lower_first(tree, inside, text).strip("()")
    top, first = top_of(tree, mask), text.split(" ", 1)[0].lower()
    if tree.language == "it" or tree.pos[top] != "NOUN" or "Number=Plur" in tree.morphs[top]:
        return text
    bare = not any(tree.labels[i] in ("det", "nmod:poss", "nummod", "case") for i in inside)
    if not bare or first in ("the", "a", "an") or tree.lemmas[top] in OFFICES:
        return text
    return f"{'an' if first[:1] in 'aeio' else 'a'} {text}"


def noun_and_phrase_text(statement: Statement, names: Names) -> str | None:
    """ "X, head of Y" -> "X is head of Y"; a name is the subject wherever it stands."""
    tree = statement.tree
    parts = two_parts(statement)
    if parts is None:
        return None
    first, second = parts
    if is_name(tree, second) and not is_name(tree, first):
        first, second = second, first
    opening = min(second)
    text = join_words(tree, sorted(second), names)
    if tree.pos[opening] not in OPENS_PREDICATE or tree.forms[opening].lower() in NOT_AFTER_COPULA:
        return None
    if YEARS.match(text) or has_verb(tree, first) or has_verb(tree, second):
        return None
    plural = is_plural(tree, top_of(tree, first), first)
    verb = copula(tree.language, plural)
    if tree.language == "it" and AGE.match(text):
        verb, text = "hanno" if plural else "ha", text.strip("()")
    elif tree.pos[opening] != "ADP":
        text = predicate_phrase(tree, second, names)
    return f"{bare_phrase(tree, first, names)} {verb} {text}"


def has_verb(tree: Tree, mask: Mask) -> bool:
    """Whether a verb governs a phrase, or it is a verb form taken for a noun."""
    return tree.pos[top_of(tree, mask)] in ("VERB", "AUX")


def is_name(tree: Tree, mask: Mask) -> bool:
    """Whether a phrase is governed by a proper noun."""
    return tree.pos[top_of(tree, mask)] == "PROPN"


def two_parts(statement: Statement) -> tuple[Mask, Mask] | None:
    """The noun and what is said of it: by the tree, else at a mark or a gap."""
    tree, mask = statement.tree, statement.mask
    if statement.outside and is_before_or_after(statement.outside, statement.predicate):
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
