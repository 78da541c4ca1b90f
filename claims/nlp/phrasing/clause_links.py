"""What ties a clause to others, and is left out where a claim is told by itself."""

from __future__ import annotations

from claims.nlp.grammar.clause_lexicon import clause_lexicon
from claims.nlp.grammar.masks import phrase
from claims.nlp.grammar.statement import Statement
from claims.nlp.grammar.verb_forms import only_behind
from claims.nlp.parsing.tree import SUBJECTS, VERBAL_CHILDREN, Mask, Tree
from claims.nlp.phrasing.clause_moods import CONCESSIVE, is_alone, is_cut_off, own_mood

NOBODY: Mask = frozenset()
TIMES = frozenset({"quando", "mentre", "dove", "when", "while", "where", "whereas"})
TOLD = frozenset({"advcl", "ccomp"})  # as the parser takes the verb behind a clause
CORRELATIVE = frozenset({"neither", "either", "both"})


def without_links(tree: Tree, statement: Statement) -> list[int]:
    """The words in order, without what only ties the claim to what came before."""
    lexicon = clause_lexicon(tree.language)
    ties = own_ties(tree, statement.head) if is_cut_off(statement) else set()
    ties -= own_denial(statement).keys()
    if is_pair_of_numbers(statement):
        ties -= set(tree.dependents(statement.head, "cc"))
    ties |= {i for i in statement.mask if is_aside(tree, i)} | second_subject(statement)
    ties |= second_that(statement) | opening_time(statement) | relative_time(statement)
    ties |= not_only(statement)
    words = sorted(statement.mask - ties)
    while (
        len(words) > 2
        and not is_told_clause(statement, words[0])
        and words[0] not in own_denial(statement)
        and not is_first_of_several(statement, words[0])
        and not is_instead_of(tree, words[0])
        and [tree.forms[i].lower() for i in words[:2]] != ["so", "far"]
        and (
            is_tie(statement, words[0])
            or tree.forms[words[0]].lower() in lexicon.linking
            or (is_alone(statement) and tree.forms[words[0]].lower() in CONCESSIVE)
        )
    ):
        words = words[1:]
    return words


def is_told_clause(statement: Statement, word: int) -> bool:
    """ "That X had met Y emerged in March": the clause is what the last verb tells of."""
    tree, head = statement.tree, statement.head
    opens = tree.forms[word] == "That" and tree.labels[word] == "mark" and tree.heads[word] == head
    if not opens or tree.labels[head] != "ROOT":
        return False
    return any(
        tree.is_finite[i] and tree.labels[i] in TOLD and not tree.has(i, "mark", *SUBJECTS)
        for i in statement.mask
        if i > head
    )


def is_instead_of(tree: Tree, word: int) -> bool:
    """ "Invece di pagare", "besides paying": no link to what was said before."""
    clause = tree.heads[word]
    of = tree.forms[word + 1 : word + 2] in (["di"], ["of"])
    of = of and (tree.heads[word + 1] == word or tree.heads[word + 1] == clause)
    leads = tree.labels[word] in ("mark", "case") and tree.pos[clause] == "VERB"
    infinite = leads and not tree.is_finite[clause]
    return of or (infinite and tree.labels[clause] == "advcl")


def not_only(statement: Statement) -> Mask:
    """ "Non solo" of a clause that is told without what there is besides."""
    tree, head = statement.tree, statement.head
    negating = clause_lexicon(tree.language).negating
    denials = [i for i in sorted(statement.mask) if i < head and tree.forms[i].lower() in negating]
    pairs = [(i, only_behind(tree, i)) for i in denials]
    others = [i for i in tree.dependents(head, "conj") if tree.has(i, "cc")]
    if not pairs or not others or statement.mask.intersection(others):
        return NOBODY
    own = all(i > 0 and head in tree.paths[i] and tree.labels[i] == "advmod" for i in pairs[0])
    return frozenset(pairs[0]) if own else NOBODY


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
    """The "when" of "(between 2018 and 2022,) when X was in charge", told with its time or not."""
    tree, head = statement.tree, statement.head
    first = min(statement.predicate, default=head)
    alone = tree.language == "en" and not statement.outside
    told = statement.role == "acl:relcl" and bool(statement.outside or alone) and first != head
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
        governs = statement.mask - {clause} | {statement.head, *first_verbs(statement)}
        within = clause != statement.head and bool(governs.intersection(tree.paths[clause][1:]))
        return not within and "VerbForm=Inf" not in tree.morphs[clause]
    loose = tree.labels[word] == "fixed" and tree.forms[word].lower() == "che"  # "così che"
    return loose or tree.labels[word] == "cc"


def first_verbs(statement: Statement) -> list[int]:
    """The verbs to which a claim's own is joined: what opens them may open it as well."""
    tree, found = statement.tree, [statement.head]
    while tree.labels[found[-1]] == "conj" and tree.is_clausal[tree.heads[found[-1]]]:
        found.append(tree.heads[found[-1]])
    return found[1:]


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
    if is_instead_of(tree, word) or explains_noun(tree, word):
        return False
    return form in clause_lexicon(tree.language).connecting and tree.labels[word] in (
        "advmod",
        "cc",
        "mark",
        "discourse",
    )


def explains_noun(tree: Tree, word: int) -> bool:
    """ "un uso equo, cioè una delle eccezioni": another word for what was named."""
    return tree.forms[word].lower() == "cioè" and not tree.is_clausal[tree.heads[word]]


def is_pair_of_numbers(statement: Statement) -> bool:
    """ "tra gli 86 e i 120": the second number goes with the first."""
    tree, head = statement.tree, statement.head
    first = tree.heads[head]
    joined = tree.labels[head] == "conj" and first in statement.mask
    return joined and tree.pos[head] == tree.pos[first] == "NUM"
