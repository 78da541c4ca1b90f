"""English clauses that keep their order, or a word of it: clefts, times, lent auxiliaries."""

from __future__ import annotations

from collections.abc import Sequence

from claims.nlp.grammar.phrases import Names, bare_phrase, join_words, lower_article
from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.tree import SUBJECTS, VERBAL_CHILDREN, Mask, Tree

ON = frozenset({"in", "on", "at"})
TWO = 2  # auxiliaries: "has been"


def is_whole_cleft(statement: Statement) -> bool:
    """ "It was not X who signed": both halves of it, told as they stand."""
    tree, mask = statement.tree, statement.mask
    noun = tree.heads[statement.head] if statement.role == "acl:relcl" else statement.head
    it = [i for i in tree.dependents(noun, *SUBJECTS) if tree.forms[i].lower() == "it"]
    parts = [*it, *tree.dependents(noun, "cop"), *tree.dependents(noun, "acl:relcl")]
    whole = bool(it) and tree.has(noun, "cop") and tree.has(noun, "acl:relcl")
    denied = any(tree.forms[i].lower() in ("not", "n't", "n’t") for i in tree.children[noun])
    return tree.language == "en" and whole and denied and mask.issuperset(parts)


def lent_denial(statement: Statement, words: Sequence[int]) -> dict[int, str]:
    """ "has been [questioned but] not (yet) detained" -> "has not (yet) been detained"."""
    tree, head = statement.tree, statement.head
    lent = [i for i in words if tree.labels[i] in VERBAL_CHILDREN and tree.heads[i] != head]
    before = [tree.forms[i].lower() for i in range(max(head - TWO, 0), head)]
    so_far = ["not", "yet"] if before == ["not", "yet"] else ["not"]
    at = range(head - len(so_far), head)
    denied = before[-len(so_far) :] == so_far and all(i in words for i in at)
    if tree.language != "en" or statement.role != "conj" or not denied or len(lent) < TWO:
        return {}
    return {**dict.fromkeys(at, ""), lent[1]: f"{' '.join(so_far)} {tree.forms[lent[1]]}"}


def then_text(statement: Statement, names: Names) -> str | None:
    """ "In 2021, when the canal was shut" -> "in 2021 the canal was shut": English."""
    tree, head = statement.tree, statement.head
    when = [i for i in tree.children[head] if tree.forms[i].lower() == "when"]
    date = statement.outside
    told = tree.language == "en" and statement.role == "acl:relcl" and bool(when) and bool(date)
    if not told or tree.entities[tree.heads[head]] != "DATE" or max(date) > when[0]:
        return None
    noun = tree.heads[head]
    cases = tree.dependents(noun, "case")
    if not cases:
        return None
    led = {tree.forms[i].lower() for i in cases} & ON
    day = tree.forms[noun].lower().endswith("day")
    preposition = next(iter(led), "on" if day else "in")  # "since Saturday, when"
    clause = join_words(tree, sorted(statement.predicate - set(when)), names)
    return f"{preposition} {join_words(tree, sorted(date - set(cases)), names)} {clause}"


def as_others_say(
    tree: Tree, pronoun: int, verb: int, antecedent: Mask, rest: Mask, names: Names
) -> str | None:
    """ "a wall that engineers say would protect the town" -> "engineers say that a wall would"."""
    content = tree.heads[pronoun]
    told_by_verb = content in tree.dependents(verb, "ccomp") and tree.labels[pronoun] == "nsubj"
    if content == verb and tree.labels[pronoun] == "nsubj":
        # the parser gives the saying two subjects: "who police say had been drinking"
        between = [i for i in tree.dependents(verb, "nsubj") if pronoun < i < verb]
        contents = [i for i in tree.dependents(verb, "xcomp", "ccomp") if tree.is_finite[i]]
        content = contents[0] if contents else content
        told_by_verb = bool(between) and bool(contents) and not tree.has_subject[content]
    if tree.language != "en" or not told_by_verb:
        return None
    told = tree.subtrees[content]
    saying = join_words(tree, [i for i in sorted(rest) if i not in told], names)
    noun = lower_article(bare_phrase(tree, antecedent, names), "en")
    said = join_words(tree, [i for i in sorted(rest) if i in told], names)
    return f"{saying} that {noun} {said}"
