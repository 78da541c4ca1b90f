"""English relatives without a pronoun: "a survey it paid for" told with the verb first."""

from __future__ import annotations

from claims.nlp.grammar.phrases import Names, bare_phrase, join_words, lower_article, lower_first
from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree
from claims.nlp.phrasing.title_articles import top_of

# "the day he left": the noun is no object of its verb
ADVERBIAL = frozenset(
    {"time", "moment", "day", "night", "morning", "week", "month", "year", "season", "reason",
     "way", "place", "fact", "extent", "last", "first", "minute", "hour", "period"}
)  # fmt: skip


def contact_text(statement: Statement, names: Names) -> str | None:
    """ "A survey Plattr ordered in May" -> "Plattr ordered a survey in May".

    None for what is no such clause; "" where the noun's place in it isn't sure.
    """
    tree, verb = statement.tree, statement.head
    noun = tree.heads[verb]
    antecedent = statement.outside
    if not is_contact_clause(statement) or not antecedent:
        return None
    if not tree.is_word[noun]:
        return ""  # "the 7.8% it reached"
    if top_of(tree, antecedent) != noun:
        return None
    clause = sorted(statement.predicate)
    beside = max(antecedent) == noun  # "the parts ordered from | X have arrived" is misread
    if not beside or not has_gap(tree, verb, statement.predicate) or tree.lemmas[noun] in ADVERBIAL:
        return ""
    before = join_words(tree, [i for i in clause if i <= verb], names)
    thing = lower_article(bare_phrase(tree, antecedent, names), "en")
    if min(antecedent) not in names:
        thing = lower_first(tree, sorted(antecedent), thing)
    after = join_words(tree, [i for i in clause if i > verb], names)
    return f"{before} {thing} {after}".rstrip()


def is_contact_clause(statement: Statement) -> bool:
    """Whether a finite relative opens with a subject that is no relative pronoun."""
    tree, verb = statement.tree, statement.head
    if tree.language != "en" or statement.role != "acl:relcl" or not tree.is_finite[verb]:
        return False
    first = min(tree.subtrees[verb] & tree.words)
    subjects = tree.dependents(verb, *SUBJECTS)
    opens = (
        any(first in tree.subtrees[i] for i in subjects)
        and "PronType=Rel" not in tree.morphs[first]
    )
    return opens and tree.forms[first - 1] != "," and tree.heads[verb] < first


def has_gap(tree: Tree, verb: int, clause: Mask) -> bool:
    """Whether the verb itself lacks its object, and nothing behind it does."""
    taken = tree.has(verb, "obj", "xcomp", "ccomp", "cop", "aux:pass")
    stranded = tree.pos[max(clause)] == "ADP"
    return tree.pos[verb] == "VERB" and not taken and not stranded
