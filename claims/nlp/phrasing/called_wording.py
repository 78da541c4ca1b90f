"""What somebody or something is called tells what it is: "a tailor named X" -> "X is a tailor"."""

from __future__ import annotations

from claims.nlp.grammar.phrases import Names, bare_phrase, join_words, lower_article
from claims.nlp.grammar.statement import Statement
from claims.nlp.grammar.verb_forms import copula
from claims.nlp.parsing.tree import Tree
from claims.nlp.phrasing.title_articles import top_of

CALLED = frozenset(
    {"named", "called", "chiamato", "chiamata", "denominato", "denominata", "ribattezzato",
     "ribattezzata"}
)  # fmt: skip
ANY = frozenset({"a", "an", "un", "uno", "una", "un'", "un’"})


def called_text(statement: Statement, names: Names) -> str | None:
    """The name as the subject of what bears it; None where the claim tells more than a name."""
    tree, words = statement.tree, sorted(statement.mask)
    at = next((n for n, i in enumerate(words) if tree.forms[i].lower() in CALLED), 0)
    called = words[at + 1 :]
    if not at or not called or any(tree.pos[i] != "PROPN" for i in called):
        return None
    noun, verb = frozenset(words[:at]), words[at]
    first = words[0] if tree.labels[words[0]] != "case" else words[min(1, at - 1)]
    alone = tree.labels[verb] in ("acl", "amod") and tree.forms[first].lower() in ANY
    alone = alone and tree.heads[verb] == top_of(tree, noun)
    if not alone or not is_its_name(tree, verb, called):
        return None
    said = lower_article(bare_phrase(tree, noun, names), tree.language)
    return f"{join_words(tree, called, names)} {copula(tree.language, plural=False)} {said}"


def is_its_name(tree: Tree, verb: int, called: list[int]) -> bool:
    """Whether the name hangs on the verb of naming, with no more words behind it."""
    last = called[-1]
    goes_on = last + 1 < tree.size and tree.pos[last + 1] == "PROPN"
    return called[0] == verb + 1 and called[-1] - called[0] == len(called) - 1 and not goes_on
