"""Past infinitives as finite verbs: "dopo aver vinto" tells that somebody has won."""

from __future__ import annotations

from claims.nlp.grammar.phrases import Names, bare_phrase, join_words
from claims.nlp.grammar.statement import Statement
from claims.nlp.grammar.verb_forms import is_plural
from claims.nlp.parsing.tree import SUBJECTS
from claims.nlp.phrasing.bearers import first_of_predicate
from claims.nlp.phrasing.subject_articles import closing_comma
from claims.nlp.phrasing.title_articles import top_of

# past infinitives as finite verbs: of one, of several
PAST = {
    "aver": ("ha", "hanno"), "avere": ("ha", "hanno"),
    "esser": ("è", "sono"), "essere": ("è", "sono"), "essersi": ("si è", "si sono"),
    "avergli": ("gli ha", "gli hanno"), "averlo": ("lo ha", "lo hanno"),
}  # fmt: skip


def past_infinitive_text(statement: Statement, names: Names, subject: str | None) -> str | None:
    """ "X, dopo aver vinto la gara" -> "X ha vinto la gara": Italian, who acts comes before."""
    tree, head = statement.tree, statement.head
    auxiliary = next(
        (i for i in tree.dependents(head, "aux") if tree.forms[i].lower() in PAST), None
    )
    marks = {tree.forms[i].lower() for i in tree.dependents(head, "mark")}
    content = statement.role == "acl" and marks == {"di"}  # "la certezza di aver vinto"
    if tree.language != "it" or auxiliary is None or content:
        return None
    start = first_of_predicate(tree, head, statement.mask)
    noun = frozenset(i for i in statement.mask if i < start)
    if not noun and not subject:
        return None
    own = [i for i in tree.dependents(tree.heads[head], *SUBJECTS) if i in noun]
    if len(own) == 1:  # "(a Lodi) il titolo ha perso quota dopo aver toccato"
        noun &= tree.subtrees[own[0]]
    plural = bool(noun) and is_plural(tree, top_of(tree, noun), noun)
    called = bare_phrase(tree, noun, names) if noun else subject
    ties = set(tree.dependents(head, "mark", "cc"))
    inside = sorted(i for i in statement.mask - noun - ties if i >= start)
    finite = PAST[tree.forms[auxiliary].lower()][plural]
    closed = closing_comma(tree, called, noun) if noun and called else ""
    return f"{called}{closed} {join_words(tree, inside, {**names, auxiliary: finite})}"
