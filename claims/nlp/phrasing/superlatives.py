"""Italian superlatives with a participle: "il più colpito", "la più bassa mai registrata"."""

from __future__ import annotations

from claims.nlp.grammar.phrases import Names, join_words
from claims.nlp.grammar.statement import Statement
from claims.nlp.grammar.verb_forms import copula
from claims.nlp.parsing.tree import Mask, Tree
from claims.nlp.phrasing.subject_articles import led_subject

GRADES = frozenset({"più", "meno"})
ARTICLES = frozenset({"il", "lo", "la", "l'", "i", "gli", "le"})


def superlative_article(tree: Tree, head: int) -> int | None:
    """The article of "il più colpito"; None where a participle is no superlative."""
    if tree.language != "it" or head < len(GRADES) or tree.forms[head - 1].lower() not in GRADES:
        return None
    return head - 2 if tree.forms[head - 2].lower() in ARTICLES else None


def is_ever(tree: Tree, head: int, noun: Mask) -> bool:
    """ "la più bassa mai registrata": "mai" compares and denies nothing, and no more is told."""
    ever = any(tree.forms[i].lower() == "mai" for i in tree.children[head])
    graded = any(tree.forms[i].lower() in GRADES or "Degree=" in tree.morphs[i] for i in noun)
    return tree.language == "it" and ever and graded


def superlative_text(statement: Statement, head: int, article: int, names: Names) -> str | None:
    """ "il rione Fornaci, il più colpito dal sisma" -> "il rione Fornaci è il più colpito …"."""
    tree = statement.tree
    noun = frozenset(i for i in statement.mask if i < article)
    said = {article, article + 1, *(i for i in statement.mask if i >= head)}
    if not noun or tree.forms[article - 1] != ",":
        return None
    verb = copula(tree.language, tree.forms[article].lower() in ("i", "gli", "le"))
    return f"{led_subject(tree, noun, names)} {verb} {join_words(tree, sorted(said), names)}"
