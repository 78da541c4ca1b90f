"""Letters in brackets stand for the body whose initials they are, not for who leads it."""

from __future__ import annotations

from claims.nlp.grammar.phrases import Names, join_words, outer_article, with_article
from claims.nlp.grammar.statement import Statement
from claims.nlp.grammar.verb_forms import copula
from claims.nlp.parsing.tree import Tree

SMALL = frozenset({"ADP", "DET", "CCONJ", "PUNCT"})
LETTERS = range(2, 8)
FARTHEST = 12
"""Words and marks before the bracket among which the body's name may begin."""


def acronym_text(statement: Statement, names: Names) -> str | None:
    """ "il direttore dell'Organizzazione del commercio (OC)" -> "OC è l'Organizzazione …".

    None for a claim without such letters, or where no words before them have their initials.
    """
    tree = statement.tree
    letters = next((i for i in sorted(statement.mask) if is_acronym(tree, i)), None)
    if letters is None or statement.finite or max(statement.mask) != letters:
        return None
    body = body_before(tree, letters)
    if not body or not statement.mask.intersection(body):
        return None
    article = outer_article(tree, body[0])
    called = with_article(article, join_words(tree, body, names))
    return f"{tree.forms[letters]} {copula(tree.language, plural=False)} {called}"


def is_acronym(tree: Tree, word: int) -> bool:
    """Whether a word is letters alone between brackets."""
    form = tree.forms[word]
    letters = form.isalpha() and form[0].isupper() and len(form) in LETTERS
    inside = 1 < word < tree.size - 1 and tree.forms[word - 1] == "("
    return letters and inside and tree.forms[word + 1] == ")"


def body_before(tree: Tree, letters: int) -> list[int]:
    """The words right before the bracket whose initials the letters are, in any order."""
    wanted, initials = sorted(tree.forms[letters].lower()), list[str]()
    for first in range(letters - 2, max(letters - FARTHEST, 0) - 1, -1):
        if tree.pos[first] in SMALL:
            continue
        parts = [part for part in tree.forms[first].split("-") if part]  # "Robert Koch-Institut"
        initials += [part[0].lower() for part in parts]
        if sorted(initials) == wanted and tree.forms[first][0].isupper():
            return [i for i in range(first, letters - 1) if tree.is_word[i]]
    return []
