"""The text of a claim that stands alone, made from its own words and a few function words.

A relative loses its pronoun, an apposition gets its copula, a participle its auxiliary, a gerund
becomes finite; words keep the article's order wherever that reads well. Nothing else is added.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.nlp.grammar.clause_lexicon import clause_lexicon
from claims.nlp.grammar.masks import phrase
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
from claims.nlp.parsing.tree import SUBJECTS, VERBAL_CHILDREN, Mask, Tree
from claims.nlp.phrasing.clause_moods import CONCESSIVE, is_alone, is_cut_off, own_mood
from claims.nlp.phrasing.contact_clauses import contact_text
from claims.nlp.phrasing.english_clauses import is_whole_cleft, lent_denial
from claims.nlp.phrasing.even_commas import OF_VERB, even_commas, verb_group
from claims.nlp.phrasing.lost_auxiliary import gapped_auxiliary, lost_auxiliary
from claims.nlp.phrasing.nominal_wording import verbless_text
from claims.nlp.phrasing.part_wording import part_text
from claims.nlp.phrasing.relative_wording import relative_text
from claims.nlp.phrasing.sentence_marks import finish
from claims.nlp.phrasing.speech_wording import speech_text

TIMES = frozenset({"quando", "mentre", "dove", "when", "while", "where", "whereas"})
MESSAGES = frozenset(
    {"messaggio", "mail", "email", "e-mail", "lettera", "sms", "telefonata", "biglietto", "nota"}
)
CORRELATIVE = frozenset({"neither", "either", "both"})
OPENING = 5
"""Words of a clause within which its relative stands ("two thirds of whom")."""
NOBODY: Mask = frozenset()


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
        if text is None and lost_its_verb(statement):
            return ""
    if text is None:
        text = speech_text(statement, names, subject) or clause_text(statement, names, subject)
    return finish(text)


def lacks_subject(statement: Statement) -> bool:
    """Whether an English claim opens with its finite verb and nothing in it is the subject."""
    tree, first = statement.tree, min(statement.mask)
    if tree.language != "en" or tree.pos[first] not in ("VERB", "AUX") or not tree.is_finite[first]:
        return False
    verb = tree.heads[first] if tree.labels[first] in VERBAL_CHILDREN else first
    verb = verb if verb in statement.mask else statement.head  # a shared auxiliary
    shown = [i for i in tree.dependents(verb, *SUBJECTS) if i in statement.mask]
    return all(tree.forms[i].lower() in ("that", "who", "which") for i in shown)


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
    if tree.labels[first] == "case" and others:
        first = others[0]
    if others and tree.forms[others[0]].lower() in ("quale", "quali") and first == others[0] - 1:
        return True  # "la quale"
    form = tree.forms[first].lower()
    if is_part_of_unknown(tree, sorted(statement.mask)):
        return True
    sure = form in ("cui", "whose", "quali", "quale") and not tree.has(first, "det")
    # "che" of a relative that is joined to a main clause
    return sure or (form == "che" and tree.labels[first].startswith(("nsubj", "obj")))


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
    return any(tree.is_finite[i] and tree.is_verbal[i] for i in tree.words)


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


def with_subject_first(statement: Statement, words: list[int]) -> list[int]:
    """ "sarebbero state [bruciate], altre decapitate" -> "altre sarebbero state decapitate"."""
    tree, head = statement.tree, statement.head
    borrowed = [i for i in words if tree.labels[i] in OF_VERB and tree.heads[i] != head]
    lead = words[: len(borrowed)]
    subjects = [i for i in tree.dependents(head, *SUBJECTS) if i in words]
    if not borrowed or lead != borrowed or len(subjects) != 1 or statement.role != "conj":
        return words
    noun = [i for i in words if i in tree.subtrees[subjects[0]]]
    rest = words[len(lead) :]
    return [*noun, *lead, *rest[len(noun) :]] if rest[: len(noun)] == noun else words


def without_links(tree: Tree, statement: Statement) -> list[int]:
    """The words in order, without what only ties the claim to what came before."""
    lexicon = clause_lexicon(tree.language)
    ties = own_ties(tree, statement.head) if is_cut_off(statement) else set()
    ties -= own_denial(statement).keys()
    if is_pair_of_numbers(statement):
        ties -= set(tree.dependents(statement.head, "cc"))
    ties |= {i for i in statement.mask if is_aside(tree, i)} | second_subject(statement)
    ties |= second_that(statement) | opening_time(statement) | relative_time(statement)
    words = sorted(statement.mask - ties)
    while (
        len(words) > 2
        and words[0] not in own_denial(statement)
        and not is_first_of_several(statement, words[0])
        and (
            is_tie(statement, words[0])
            or tree.forms[words[0]].lower() in lexicon.linking
            or (is_alone(statement) and tree.forms[words[0]].lower() in CONCESSIVE)
        )
    ):
        words = words[1:]
    return words


def is_pair_of_numbers(statement: Statement) -> bool:
    """ "tra gli 86 e i 120": the second number goes with the first."""
    tree, head = statement.tree, statement.head
    first = tree.heads[head]
    joined = tree.labels[head] == "conj" and first in statement.mask
    return joined and tree.pos[head] == tree.pos[first] == "NUM"


def second_that(statement: Statement) -> Mask:
    """The conjunction of "he says that X fell and that Y rose", which looks like "that Y"."""
    tree, head = statement.tree, statement.head
    first = min(statement.mask)
    marks = {tree.forms[i].lower() for i in tree.dependents(tree.heads[head], "mark")}
    second = tree.language == "en" and statement.role == "conj" and "that" in marks
    return frozenset({first} if second and tree.forms[first].lower() == "that" else ())


def opening_time(statement: Statement) -> Mask:
    """ "By the time" of a clause that is told without the one that it hangs on."""
    tree, words = statement.tree, sorted(statement.mask)[:3]
    told = [tree.forms[i].lower() for i in words] == ["by", "the", "time"]
    others = any(tree.is_finite[i] and i not in statement.mask for i in tree.words)
    return frozenset(words if told and others and len(statement.mask) > len(words) else ())


def relative_time(statement: Statement) -> Mask:
    """The "when" of "between 2018 and 2022, when X was in charge", told with its time."""
    tree, head = statement.tree, statement.head
    first = min(statement.predicate, default=head)
    told = statement.role == "acl:relcl" and bool(statement.outside) and first != head
    return frozenset({first} if told and tree.forms[first].lower() == "when" else ())


def second_subject(statement: Statement) -> Mask:
    """The pronoun of "X [has grown since] it was founded", where X stands for it."""
    tree, head = statement.tree, statement.head
    noun = statement.outside
    if tree.language != "en" or not noun or statement.role != "advcl":
        return NOBODY
    pronouns = [i for i in tree.dependents(head, *SUBJECTS) if tree.pos[i] == "PRON"]
    top = min(noun, key=lambda i: (tree.depths[i], i))
    own = tree.labels[top] in SUBJECTS and tree.heads[top] == tree.heads[head]
    own = own or noun <= phrase(tree, top)
    found = frozenset(i for i in pronouns if i in statement.mask and i > max(noun))
    return found if own and tree.pos[top] in ("NOUN", "PROPN") else NOBODY


def own_ties(tree: Tree, head: int) -> set[int]:
    """The conjunctions that tie a clause to another, "when" and its kin among them."""
    ties = {
        j for i in tree.dependents(head, "mark", "cc") for j in (i, *tree.dependents(i, "fixed"))
    }
    opens = min((i for i in ties if tree.labels[i] == "mark"), default=-1)
    if tree.labels[head] == "advcl":  # "già prima che", "solo dopo che"
        ties |= {i for i in tree.dependents(head, "advmod") if i < opens}
        spans = [i for i in tree.dependents(head, "obl") if max(tree.subtrees[i]) == opens - 1]
        ties |= {i for span in spans if tree.has(span, "nummod") for i in tree.subtrees[span]}
    first = min(tree.subtrees[head] & tree.words, default=head)
    if tree.forms[first].lower() in TIMES and tree.labels[first] == "advmod":
        ties.add(first)
    return ties


def own_denial(statement: Statement) -> dict[int, str]:
    """ "né ha mai ammesso" -> "non ha mai ammesso": a conjunction that denies its clause."""
    tree, head = statement.tree, statement.head
    if is_cut_off(statement) and is_without(tree, head):
        group = [head, *tree.dependents(head, *VERBAL_CHILDREN, "expl")]
        first = min(i for i in group if i in statement.mask)
        return {first: f"non {own_mood(statement).get(first, tree.forms[first])}"}
    negated = any(tree.forms[i].lower() == "non" for i in tree.dependents(head, "advmod"))
    ties = tree.dependents(head, "cc")
    if sum(tree.forms[i].lower() == "né" for i in statement.mask) > 1:
        return {}  # "né i medici né gli infermieri"
    return {i: "non" for i in ties if tree.forms[i].lower() == "né" and not negated}


def is_without(tree: Tree, head: int) -> bool:
    """ "senza che X l'abbia saputo": X hasn't known it."""
    marks = tree.dependents(head, "mark", "case")
    marks += [i for mark in marks for i in tree.dependents(mark, "fixed")]
    denied = any(tree.forms[i].lower() == "non" for i in tree.dependents(head, "advmod"))
    forms = {tree.forms[i].lower() for i in marks}
    return tree.language == "it" and {"senza", "che"} <= forms and not denied


def is_tie(statement: Statement, word: int) -> bool:
    """Whether a word only ties the claim's clause to another.

    "a" before an infinitive is its own, and so is "se" before a clause that the claim hangs on.
    """
    tree = statement.tree
    if [form.lower() for form in tree.forms[word : word + 2]] == ["in", "quanto"]:
        return True
    if tree.forms[word].lower() == "quanto" and tree.forms[word - 1].lower() == "in":
        return True
    if tree.labels[word] == "mark":
        clause = tree.heads[word]
        governs = statement.mask - {clause} | {statement.head}
        within = clause != statement.head and bool(governs.intersection(tree.paths[clause][1:]))
        return not within and "VerbForm=Inf" not in tree.morphs[clause]
    return tree.labels[word] == "cc"


def is_first_of_several(statement: Statement, word: int) -> bool:
    """ "neither X nor Y", "né X né Y": the first of two goes with the second."""
    tree = statement.tree
    form = tree.forms[word].lower()
    if form in ("né", "sia"):
        return sum(tree.forms[i].lower() == form for i in statement.mask) > 1
    return form in CORRELATIVE and tree.heads[word] != statement.head


def is_aside(tree: Tree, word: int) -> bool:
    """A connective adverb: it says how the sentence follows on another ("infatti")."""
    form = tree.forms[word].lower()
    return form in clause_lexicon(tree.language).connecting and tree.labels[word] in (
        "advmod",
        "cc",
        "mark",
        "discourse",
    )
