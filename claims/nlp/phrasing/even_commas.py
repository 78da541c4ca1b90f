"""Commas between a subject and its verb: two of them or none."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.nlp.grammar.phrases import Names
from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.tree import SUBJECTS, Tree

DASHES = frozenset({"-", "–", "—"})
OPENINGS = frozenset({"obl", "advmod", "advcl"})
TO_WHOM = frozenset({"gli", "mi", "ti", "vi", "ci", "ne"})
"""Italian pronouns that stand before their verb alone, whatever the tagger sees."""
OF_VERB = frozenset({"aux", "aux:pass", "cop", "expl", "expl:pass", "expl:impers"})


def even_commas(statement: Statement, words: Sequence[int], fixed: Names) -> dict[int, str]:
    """No lone comma between a subject and its verb: the second of two goes or comes."""
    tree = statement.tree
    at = verb_group(statement, words)
    if at and is_named_in_apposition(statement, words[:at]):
        return {i: " " for i in range(words[at - 1] + 1, words[at]) if tree.forms[i] == ","}
    opening = opening_behind_subject(statement, words, at)
    if opening:
        last = words[opening - 1]
        return {last: f"{fixed.get(last, tree.forms[last])},"}
    if lone := lone_comma(statement, words, at):
        return {lone: " "}
    verbs = {statement.head}
    if tree.language == "en":  # "a man, aged 19, (swam and) called"
        verbs |= statement.first_conjuncts()
    if not at or not any(tree.labels[i] in SUBJECTS and tree.heads[i] in verbs for i in words[:at]):
        return {}
    subject = max((tree.subtrees[i] for i in words[:at] if tree.labels[i] in SUBJECTS), key=len)
    own = [i for i in words[:at] if i in subject]
    if not own or own != list(words[at - len(own) : at]) or not opens_freely(statement, words, own):
        return {}
    kept = [
        mark
        for one, two in pairwise([*own, *words[at : at + 1]])
        for mark in range(one + 1, two)
        if tree.forms[mark] == ","
        and not any(tree.is_word[i] for i in range(one + 1, two))
        and not (tree.language == "en" and is_between_adjectives(tree, one, two))
    ]
    if len(kept) != 1 or tree.has(words[at - 1], "conj") or tree.labels[words[at - 1]] == "conj":
        return {}
    last = words[at - 1]
    if tree.in_quotes[last] or tree.in_quotes[own[0]]:
        return {}
    if kept[0] > last:
        return {kept[0]: " "}
    listed = any(tree.labels[i] == "conj" for i in own)
    if tree.forms[last + 1 : last + 2] in (["%"], ["‰"]):
        return {kept[0]: " "}
    return {} if listed else {last: f"{fixed.get(last, tree.forms[last])},"}


def lone_comma(statement: Statement, words: Sequence[int], at: int) -> int:
    """The one comma before an Italian verb, behind its subject: "Ivo Sarti, ha voluto"; 0 for none.

    What stands between two commas keeps both, and a clause or phrase that opens keeps its own.
    """
    tree = statement.tree
    while at > 1 and tree.labels[words[at - 1]] in OF_VERB:
        at -= 1
    before = list(words[:at])
    if tree.language != "it" or not before or at == len(words) or is_clause(tree, before):
        return 0
    mark = words[at] - 1
    kept = [
        i
        for one, two in pairwise([*before, words[at]])
        for i in range(one + 1, two)
        if tree.forms[i] == "," and not any(tree.is_word[n] for n in range(one + 1, two))
    ]
    top = before[0]
    while tree.heads[top] in before and tree.heads[top] != top:
        top = tree.heads[top]
    subject = tree.labels[top] in SUBJECTS or tree.labels[top] == "appos"
    return mark if kept == [mark] and subject and not tree.in_quotes[before[0]] else 0


def is_clause(tree: Tree, words: Sequence[int]) -> bool:
    """Whether words hold a verb of their own, or open one ("se", "poiché")."""
    return any(tree.is_finite[i] and tree.is_verbal[i] for i in words) or any(
        tree.labels[i] == "mark" for i in words
    )


def lone_mark_behind(tree: Tree, pronoun: int, verb: int) -> dict[int, str]:
    """ "il quale dopo un'ora, ha", "che - secondo lei - ha": a mark whose pair isn't told."""
    group = [verb, *(i for i in tree.dependents(verb, *OF_VERB) if pronoun < i < verb)]
    mark, opening = min(group) - 1, "".join(tree.forms[pronoun + 1 : pronoun + 2])
    dashed = tree.forms[mark] == opening and opening in DASHES
    comma = tree.forms[mark] == "," and "," not in tree.forms[pronoun + 1 : mark]
    lone = pronoun + 1 < mark and (dashed or comma)
    return {mark: " "} if tree.language == "it" and lone else {}


def is_between_adjectives(tree: Tree, one: int, two: int) -> bool:
    """ "A second, larger trial": a comma of no aside."""
    same = tree.heads[one] == tree.heads[two] > two
    return same and tree.labels[one] == tree.labels[two] == "amod"


def opening_behind_subject(statement: Statement, words: Sequence[int], at: int) -> int:
    """Where "(X sold the cattle and,) after two bad winters, gave up" opens behind X; 0 for no."""
    tree, head = statement.tree, statement.head
    if statement.role != "conj" or not 1 < at < len(words) or tree.forms[words[at] - 1] != ",":
        return 0
    opening = tree.atoms[words[at - 1]]
    while tree.heads[opening] not in (head, opening):
        opening = tree.heads[opening]
    inside = tree.subtrees[opening]
    first = next(k for k in range(at) if inside.issuperset(words[k:at]))
    own = tree.heads[opening] == head and tree.labels[opening] in OPENINGS
    return first if own and tree.forms[words[first] - 1] == "," else 0


def opens_freely(statement: Statement, words: Sequence[int], own: Sequence[int]) -> bool:
    """Whether nothing stands before a subject, or only where and when it acted."""
    tree = statement.tree
    before = [i for i in words if i < own[0]]
    if tree.language != "it":
        return not before
    return all(any(tree.labels[n] == "obl" for n in tree.paths[i]) for i in before)


def is_named_in_apposition(statement: Statement, before: Sequence[int]) -> bool:
    """ "(their solicitor,) Jo Vex, said": the name alone is the subject, and needs no commas.

    So is it where the apposition is a noun with a name: "(il difensore, l'avvocato) Jo Vex, ha".
    """
    tree = statement.tree
    subjects = tree.dependents(statement.head, *SUBJECTS)
    own = [i for i in before if any(i in tree.subtrees[s] for s in subjects)]
    if not own or own != list(before[len(before) - len(own) :]):
        return False
    top = min(own, key=lambda i: (tree.depths[i], i))
    beside = tree.heads[top] if tree.labels[top] != "appos" else top  # "l'avvocato Jo Vex"
    noun = tree.heads[beside]
    if tree.language == "en" and tree.labels[noun] == "appos" and beside == top:
        noun = tree.heads[noun]  # "its owner, the group Brunex,"
    subject = tree.labels[noun] in SUBJECTS and tree.heads[noun] == statement.head
    named = tree.labels[beside] == "appos" and tree.pos[top] == "PROPN"
    alone = noun not in statement.mask and (beside == top or beside not in statement.mask)
    return named and subject and alone and tree.subtrees[top] >= set(own)


def verb_group(statement: Statement, words: Sequence[int]) -> int:
    """Where among the words the verb begins, with its auxiliaries, clitics and negation."""
    tree, head = statement.tree, statement.head
    if head not in words:
        return 0
    copulas = [i for i in tree.dependents(head, *OF_VERB) if i in words]
    first = min(copulas, default=head)
    start = list(words).index(min(first, head))
    while start and tree.heads[words[start - 1]] == head:
        word = words[start - 1]
        negates = tree.forms[word].lower() in ("non", "not", "n't")
        clitic = "Clitic=Yes" in tree.morphs[word] or tree.forms[word].lower() in TO_WHOM
        if tree.labels[word] not in OF_VERB and not negates and not clitic:
            break
        start -= 1
    return start
