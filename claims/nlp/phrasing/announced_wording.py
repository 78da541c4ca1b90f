""" "Lo ha annunciato la sindaca": what she announced is the sentence before."""

from __future__ import annotations

from claims.nlp.grammar.phrases import Names, join_words, lower_article, lower_first
from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree
from claims.nlp.referring.said_before import word_for_what_was_said

LONGEST = 45  # words of a sentence that is told once more


def opens_with_it(tree: Tree) -> bool:
    """Whether a sentence begins with such a "lo" ("lo rivela uno studio")."""
    first = min(tree.words, default=-1)
    return first >= 0 and word_for_what_was_said(tree, tree.heads[first]) == first


def may_be_told_again(tree: Tree) -> bool:
    """Whether a sentence can be what was announced: short, a statement, nobody's own words."""
    ends = tree.forms[-1]
    return ends == "." and len(tree.words) <= LONGEST and not any(tree.in_quotes)


def announced_text(statement: Statement, names: Names, before: str | None) -> str | None:
    """ "X ha annunciato che ...", with the sentence before; None where the claim isn't that.

    before: that sentence, standing alone, without its stop and capital.
    """
    tree, head, mask = statement.tree, statement.head, statement.mask
    word = word_for_what_was_said(tree, head)
    if before is None or word is None or word not in mask or not opens_with_it(tree):
        return None
    if any(tree.in_quotes[i] for i in mask):
        return None
    speaker = speaker_behind(tree, head) & mask
    if not speaker:
        return None
    rest = sorted(mask - speaker - {word})
    called = lower_article(join_words(tree, sorted(speaker), names), "it")
    called += "," * (called.count(",") == 1)  # "il capo dell'ufficio, Ada Neri, conferma"
    return f"{called} {join_words(tree, rest, names)} che {before}"


def speaker_behind(tree: Tree, verb: int) -> Mask:
    """The subject behind the verb."""
    subjects = [i for i in tree.dependents(verb, *SUBJECTS) if i > verb]
    return frozenset().union(*(tree.subtrees[i] for i in subjects)) & tree.words


def as_content(tree: Tree, text: str) -> str:
    """A sentence's text as it stands behind "che"."""
    words = sorted(tree.words)
    return lower_first(tree, words, lower_article(text, "it")).rstrip(".")
