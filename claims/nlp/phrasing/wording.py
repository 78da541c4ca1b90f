"""The text of a claim that stands alone, made from its own words and a few function words.

A relative loses its pronoun, an apposition gets its copula, a participle its auxiliary, a gerund
becomes finite; words keep the article's order wherever that reads well. Nothing else is added.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.nlp.grammar.gerunds import GERUND
from claims.nlp.grammar.phrases import (
    Names,
    bare_preposition,
    join_words,
    lower_article,
    lower_first,
    outer_article,
    with_article,
)
from claims.nlp.grammar.statement import Statement
from claims.nlp.grammar.verb_forms import is_plural
from claims.nlp.parsing.tree import SUBJECTS, VERBAL_CHILDREN, Mask, Tree
from claims.nlp.phrasing.clause_links import NOBODY, own_denial, without_links
from claims.nlp.phrasing.clause_moods import own_mood
from claims.nlp.phrasing.contact_clauses import contact_text
from claims.nlp.phrasing.english_clauses import is_whole_cleft, lent_denial
from claims.nlp.phrasing.even_commas import OF_VERB, even_commas, verb_group
from claims.nlp.phrasing.lost_auxiliary import gapped_auxiliary, lost_auxiliary
from claims.nlp.phrasing.nominal_wording import verbless_text
from claims.nlp.phrasing.part_wording import part_text
from claims.nlp.phrasing.relative_wording import relative_text
from claims.nlp.phrasing.sentence_marks import finish
from claims.nlp.phrasing.speech_wording import speech_text

MESSAGES = frozenset(
    {"messaggio", "mail", "email", "e-mail", "lettera", "sms", "telefonata", "biglietto", "nota"}
)
OPENING_LABELS = frozenset({"advmod", "obl", "cc"})
OPENING = 5
"""Words of a clause within which its relative stands ("two thirds of whom")."""


def stand_alone_text(
    statement: Statement, names: Names, subject: str | None, people: Mask = NOBODY
) -> str:
    """The claim as one sentence: capital letter, full stop; "" where it has no verb to stand on.

    names: words (indexes) to be replaced, such as pronouns, by what they mean.
    subject: what a dropped subject means; None where there is none or it isn't sure.
    people: words that belong to names.
    """
    if is_addressed(statement) or (subject is None and lacks_subject(statement)):
        return ""
    if is_whole_cleft(statement):
        return finish(clause_text(statement, names, subject))
    text = part_text(statement, names) or relative_text(statement, names)
    if text is None:
        text = contact_text(statement, names)
    if text is None and opens_with_relative(statement):
        return ""
    if text is None and not statement.finite:
        text = verbless_text(statement, names, subject, people)
        if text is None and (lost_its_verb(statement) or is_apposition_alone(statement)):
            return ""
    if text is None:
        if is_bare_gerund(statement):
            return ""
        text = speech_text(statement, names, subject) or clause_text(statement, names, subject)
    return finish(text)


def lacks_subject(statement: Statement) -> bool:
    """Whether an English claim opens with its finite verb and nothing in it is the subject."""
    tree, first = statement.tree, behind_openings(statement)
    if tree.language != "en" or tree.pos[first] not in ("VERB", "AUX") or not tree.is_finite[first]:
        return False
    verb = tree.heads[first] if tree.labels[first] in VERBAL_CHILDREN else first
    verb = verb if verb in statement.mask else statement.head  # a shared auxiliary
    shown = [i for i in tree.dependents(verb, *SUBJECTS) if i in statement.mask]
    return all(tree.forms[i].lower() in ("that", "who", "which") for i in shown)


def behind_openings(statement: Statement) -> int:
    """The first word of a claim, or of one that is joined or hung the first behind when and how.

    "(X learned to sail and,) at the age of 80, crossed the bay", "often requires a permit".
    """
    tree, words = statement.tree, sorted(statement.mask)
    if statement.role not in ("conj", "advcl"):
        return words[0]
    for word in words:
        top = word
        while tree.labels[top] not in OPENING_LABELS and tree.heads[top] != top:
            top = tree.heads[top]
        led = tree.labels[top] != "obl" or (tree.has(top, "case") and statement.role == "conj")
        behind = tree.heads[top] > word and tree.labels[top] in OPENING_LABELS
        if not led or not behind or tree.labels[word] in SUBJECTS:
            return word
    return words[0]


def is_bare_gerund(statement: Statement) -> bool:
    """ "X consegnandola quando è arrivata": an Italian gerund that nothing makes finite."""
    tree, head = statement.tree, statement.head
    gerund = GERUND.match(tree.forms[head].lower()) is not None and tree.pos[head] == "VERB"
    hung = statement.role in ("advcl", "acl", "conj")
    others = [i for i in statement.mask - tree.subtrees[head] if not tree.in_quotes[i]]
    verbs = any(tree.is_finite[i] and tree.is_verbal[i] for i in others)
    verbs = verbs or tree.has(head, *VERBAL_CHILDREN)
    return tree.language == "it" and gerund and hung and not verbs


def is_addressed(statement: Statement) -> bool:
    """ "un messaggio è al direttore X": a verb left out; whom it was sent to is no predicate."""
    tree, head = statement.tree, statement.head
    messages = [i for i in tree.dependents(head, "nsubj") if tree.lemmas[i] in MESSAGES]
    to = {bare_preposition(tree.forms[i]) for i in tree.dependents(head, "case")}
    return tree.language == "it" and tree.has(head, "cop") and bool(messages) and to == {"a"}


def opens_with_relative(statement: Statement) -> bool:
    """ "tra cui quelli del porto", "in cui hanno vinto": of what, the claim doesn't say."""
    tree = statement.tree
    first, *others = sorted(statement.mask)
    if is_english_relative(tree, first, statement.head):
        return True
    if tree.labels[first] == "case" and others:
        first = others[0]
    if others and tree.forms[others[0]].lower() in ("quale", "quali") and first == others[0] - 1:
        return True  # "la quale"
    form = tree.forms[first].lower()
    if is_part_of_unknown(tree, sorted(statement.mask)):
        return True
    where = form == "dove" and tree.labels[first] == "advmod"
    if where and tree.labels[tree.heads[first]] == "conj":
        return True  # "dove arrivano e dove restano"
    sure = form in ("cui", "whose", "quali", "quale") and not tree.has(first, "det")
    # "che" of a relative that is joined to a main clause
    return sure or (form == "che" and tree.labels[first].startswith(("nsubj", "obj")))


def is_english_relative(tree: Tree, first: int, head: int) -> bool:
    """ "(All but one are listed,) which means that they stay": what does, the claim doesn't say."""
    if tree.language != "en" or first == min(tree.words) or head not in tree.paths[first]:
        return False
    if tree.forms[first].lower() in ("which", "who", "whom"):
        return tree.labels[first] != "det"  # "Which Way is a magazine"
    return is_second_that_clause(tree, first)


def is_second_that_clause(tree: Tree, first: int) -> bool:
    """ "(A law which he signed) but that was never used": joined to a relative, "that" is one."""
    joined = tree.forms[first - 1].lower() in ("and", "but", "or") and first > 1
    that = tree.forms[first].lower() == "that" and tree.labels[first].startswith("nsubj")
    return that and joined and any(tree.labels[i] == "acl:relcl" for i in tree.paths[first - 2])


def is_part_of_unknown(tree: Tree, mask: Sequence[int]) -> bool:
    """ "alcuni dei quali", "half of whom": some of what, the claim doesn't say."""
    for before, word in pairwise(mask[:OPENING]):
        if tree.is_verbal[before]:
            return False
        of = bare_preposition(tree.forms[before]) in ("di", "of")
        if of and tree.forms[word].lower() in ("quali", "cui", "whom", "which"):
            return True
    return False


def lost_its_verb(statement: Statement) -> bool:
    """Whether the article's sentence has a finite verb that the claim lacks."""
    tree = statement.tree
    if statement.is_finite(statement.head):
        return False
    if statement.role == "acl" and statement.tree.language == "it":
        return not statement.finite  # "la doppietta di X, entrato": no sentence by itself
    return any(tree.is_finite[i] and tree.is_verbal[i] for i in tree.words)


def is_apposition_alone(statement: Statement) -> bool:
    """ "Il CAI, il Club Alpino": two Italian names, where no verb is sure to tie them."""
    apposition = statement.role == "appos" and bool(statement.outside)
    return statement.tree.language == "it" and apposition


def clause_text(statement: Statement, names: Names, subject: str | None) -> str:
    """A clause as it stands, without what ties it to others."""
    tree = statement.tree
    words = without_links(tree, statement)
    if not words:
        return ""
    words = with_subject_first(statement, words)
    fixed = {**names, **own_mood(statement), **own_denial(statement), **lost_auxiliary(statement)}
    fixed |= {**gapped_auxiliary(statement), **lent_denial(statement, words)}
    fixed |= even_commas(statement, words, fixed)
    at = verb_group(statement, words) if subject else 0
    if at:
        before = join_words(tree, words[:at], fixed).rstrip(" ,")
        comma = (
            "," if any(tree.forms[i] == "," for i in range(words[at - 1] + 1, words[at])) else ""
        )
        return f"{before}{comma} {subject} {join_words(tree, words[at:], fixed)}"
    text = join_words(tree, words, fixed)
    if words[0] not in names:
        text = with_article(outer_article(tree, words[0]), text)
    if not subject:
        return text
    if words[0] == min(tree.words):
        text = lower_first(tree, words, lower_article(text, tree.language))
    return f"{subject} {text}"


def later_subject(statement: Statement, words: list[int]) -> list[int]:
    """ "Dopo che fu rubato, [il violino] riapparve": what it was stands in the main clause."""
    tree, head = statement.tree, statement.head
    if statement.role != "advcl" or tree.language != "it" or tree.has(head, *SUBJECTS):
        return []
    subjects = [i for i in tree.dependents(tree.heads[head], *SUBJECTS) if i > head and i in words]
    later = [i for i in words if i not in tree.subtrees[head]]
    verbs = [head, *tree.dependents(head, *VERBAL_CHILDREN)]
    finite = [i for i in verbs if "VerbForm=Fin" in tree.morphs[i]]
    if len(subjects) != 1 or not finite or not set(later) <= tree.subtrees[subjects[0]]:
        return []
    several = is_plural(tree, subjects[0], frozenset(later))
    return later if several == ("Number=Plur" in tree.morphs[finite[0]]) else []


def with_subject_first(statement: Statement, words: list[int]) -> list[int]:
    """ "sarebbero state [bruciate], altre decapitate" -> "altre sarebbero state decapitate"."""
    tree, head = statement.tree, statement.head
    later = later_subject(statement, words)
    if later:
        return [*later, *(i for i in words if i not in later)]
    borrowed = [i for i in words if tree.labels[i] in OF_VERB and tree.heads[i] != head]
    lead = words[: len(borrowed)]
    subjects = [i for i in tree.dependents(head, *SUBJECTS) if i in words]
    if not borrowed or lead != borrowed or len(subjects) != 1 or statement.role != "conj":
        return words
    noun = [i for i in words if i in tree.subtrees[subjects[0]]]
    rest = words[len(lead) :]
    return [*noun, *lead, *rest[len(noun) :]] if rest[: len(noun)] == noun else words
