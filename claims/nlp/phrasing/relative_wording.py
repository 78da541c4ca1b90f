"""Relative clauses as sentences: the antecedent takes the pronoun's place."""

from __future__ import annotations

from claims.nlp.grammar.clause_lexicon import clause_lexicon
from claims.nlp.grammar.masks import phrase
from claims.nlp.grammar.phrases import (
    Names,
    bare_phrase,
    bare_preposition,
    fuse,
    join_words,
    lower_article,
    lower_first,
)
from claims.nlp.grammar.singled_out import says_which_one
from claims.nlp.grammar.statement import Statement
from claims.nlp.grammar.verb_forms import indicative, participle_verb
from claims.nlp.parsing.tree import Mask, Tree
from claims.nlp.phrasing.antecedents import (
    called_by_name,
    is_any_such,
    is_bare_reason,
    is_stranded,
    is_whoever,
    led_by_phrase,
    opening_of,
    verb_behind_comma,
    with_what_it_is_of,
    without_aside,
)
from claims.nlp.phrasing.clause_links import is_aside
from claims.nlp.phrasing.english_clauses import as_others_say, then_text
from claims.nlp.phrasing.even_commas import lone_mark_behind
from claims.nlp.phrasing.groups import after_last_mark, group_before, group_called
from claims.nlp.phrasing.relative_agreement import (
    is_no_subject,
    may_be_object,
    noun_within,
    single_within,
    tells_of_clause,
)
from claims.nlp.phrasing.relative_place import put_in_place, right_behind
from claims.nlp.phrasing.title_articles import top_of

AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})
TIMES = frozenset({"when", "quando", "chi"})


def relative_text(statement: Statement, names: Names) -> str | None:
    """ "X, which opened in 1974" -> "X opened in 1974"; None for what is no relative.

    "" where the grammar says that it tells of something else.
    """
    tree = statement.tree
    pronoun = relative_pronoun(statement)
    if pronoun is None:
        return then_text(statement, names)
    if is_said_before(statement, pronoun):
        return None
    clause = verb_of_relative(tree, pronoun) or verb_behind_comma(statement, pronoun)
    verb = None if clause is None else told_verb(statement, clause)
    if clause is None or verb is None or outside_verbs(statement, pronoun, verb):
        return None
    if says_which_one(tree, clause, statement.head):
        return None
    if is_infinitive_alone(statement, clause, verb) or is_stranded(tree, pronoun):
        return ""
    if is_wanted(tree, verb) or (has_no_verb(tree, verb) and not counted(tree, verb)):
        return ""
    return told_of_antecedent(statement, pronoun, (clause, verb), names)


def told_of_antecedent(
    statement: Statement, pronoun: int, relative: tuple[int, int], names: Names
) -> str | None:
    """A relative, its head and the verb that tells, with what it is told of in its pronoun's place.

    None and "" as for `relative_text`.
    """
    tree, (clause, verb) = statement.tree, relative
    opening = opening_of(tree, pronoun)
    lead = led_by_phrase(statement, pronoun)
    antecedent = before_relative(statement, pronoun, lead | opening)
    if is_bare_reason(tree, pronoun, antecedent):
        rest = frozenset(i for i in statement.mask if i > pronoun)
        return join_words(tree, sorted(rest), {**names, **moods(tree, verb)})
    if not antecedent and tree.labels[clause] == "advcl":
        return None
    antecedent = antecedent or (frozenset(phrase(tree, tree.heads[clause])) & tree.words)
    if is_whoever(tree, antecedent) or is_any_such(tree, pronoun, verb, antecedent):
        return ""
    antecedent = with_what_it_is_of(tree, antecedent)
    named = {**names, **moods(tree, verb), **with_auxiliary(tree, verb)}
    named |= lone_mark_behind(tree, pronoun, verb)
    named |= counted(tree, verb) if has_no_verb(tree, verb) else {}
    rest = frozenset(i for i in statement.mask if i > pronoun) - antecedent - opening
    if tree.language == "it":  # "che però il Comune non ha indetto", "che era pertanto vuota"
        rest -= {i for i in rest if tree.heads[i] == verb and is_aside(tree, i)}
    antecedent = called_by_name(tree, own_apposition(tree, clause, antecedent))
    antecedent = single_within(tree, clause, antecedent)
    named |= own_possessives(tree, bare_phrase(tree, antecedent, named), rest, names)
    others = as_others_say(tree, pronoun, verb, antecedent, rest, named)
    if others is not None:
        return others
    shared = some_of_them(tree, pronoun, antecedent, names)
    if shared is not None:
        return f"{shared} {join_words(tree, sorted(rest), named)}"
    told = told_of(tree, pronoun, verb, antecedent, rest, named)
    return f"{join_words(tree, sorted(lead), named)} {told}" if lead and told else told


def before_relative(statement: Statement, pronoun: int, opening: Mask | set[int]) -> Mask:
    """The claim's words before a relative, without auxiliaries and what dashes hold."""
    tree, start = statement.tree, min({pronoun, *opening})
    found = {i for i in statement.mask if i < start and tree.labels[i] not in AUXILIARIES}
    return without_aside(tree, pronoun, frozenset(found))


def has_no_verb(tree: Tree, predicate: int) -> bool:
    """ "22.400, di cui un sesto dall'estero": nothing in the clause makes it a sentence."""
    bare = tree.pos[predicate] in ("NOUN", "NUM") and not tree.has(predicate, *AUXILIARIES)
    return bare and tree.language == "it" and not tree.has_subject[predicate]


def counted(tree: Tree, noun: int) -> dict[int, str]:
    """ "quindici squadre, di cui nove straniere": nine are."""
    several = tree.has(noun, "nummod") and "Number=Plur" in tree.morphs[noun]
    return {noun: f"sono {tree.forms[noun]}"} if several else {}


def is_wanted(tree: Tree, verb: int) -> bool:
    """ "un tondino che tranquillizzi i cavalli": what is wanted of something isn't told of it."""
    present = {"Mood=Sub", "Tense=Pres"} <= set(tree.morphs[verb].split("|"))
    ending = "i" if tree.lemmas[verb].endswith("are") else "a"
    ever = any(tree.forms[i].lower() == "mai" for i in tree.children[verb])
    denied = any(tree.forms[i].lower() == "non" for i in tree.children[verb])
    verbs = [verb, *tree.dependents(verb, *AUXILIARIES)]
    if ever and not denied and any("Mood=Sub" in tree.morphs[i] for i in verbs):
        return tree.language == "it"  # "il peggiore che si sia mai visto"
    present = present and tree.forms[verb].removesuffix("no").endswith(ending)
    return tree.language == "it" and present and indicative(tree.forms[verb]) == tree.forms[verb]


def is_infinitive_alone(statement: Statement, clause: int, verb: int) -> bool:
    """ "il cui scopo era prelevare e riportare": no finite verb stands with it in the statement."""
    tree = statement.tree
    if tree.pos[verb] != "VERB" or verb == clause or statement.is_finite(verb):
        return False
    return not {*tree.dependents(clause, "aux", "aux:pass"), clause} & statement.mask


def told_of(
    tree: Tree, pronoun: int, verb: int, antecedent: Mask, rest: Mask, names: Names
) -> str | None:
    """What is told of the antecedent, or of a noun within it that fits the verb.

    "" where neither fits as its subject, nor the antecedent as its object.
    """
    if tells_of_clause(tree, pronoun, verb, antecedent):
        return ""
    if not is_no_subject(tree, pronoun, verb, antecedent):
        return put_in_place(tree, pronoun, verb, antecedent, rest, names)
    inner = noun_within(tree, pronoun, verb, antecedent)
    if inner is not None:
        return put_in_place(tree, pronoun, verb, inner, rest, names)
    if not may_be_object(tree, pronoun, verb):
        return ""
    # "gli incontri che disputò" -> "disputò gli incontri"
    noun = lower_article(bare_phrase(tree, antecedent, names), "it")
    return right_behind(tree, verb, noun, rest, names)


def some_of_them(tree: Tree, pronoun: int, some: Mask, names: Names) -> str | None:
    """ "i rapitori, alcuni dei quali" -> "alcuni dei rapitori"; None where no part is told of."""
    cases = tree.dependents(pronoun, "case")
    whole = tree.forms[pronoun].lower() in ("quali", "whom", "which")
    of = len(cases) == 1 and bare_preposition(tree.forms[cases[0]]) in ("di", "of")
    some = after_last_mark(tree, some)
    if not whole or not of or not some or max(some) != cases[0] - 1 or not min(some):
        return None
    mark, top = min(some) - 1, top_of(tree, some)
    if tree.forms[mark] not in (",", "(", ";") or not mark or tree.pos[top] == "PROPN":
        return None
    group = group_before(tree, mark)
    if group is None:
        return None
    text = group_called(tree, group, names)
    if tree.language == "en":  # "more than 90 ships, 23 of which"
        return f"{bare_phrase(tree, some, names)} of {lower_first(tree, sorted(group), text)}"
    return f"{bare_phrase(tree, some, names)} {fuse('di', text)}"


def own_possessives(tree: Tree, called: str, rest: Mask, names: Names) -> dict[int, str]:
    """ "who crossed with her mules": "her" stays where it means the antecedent itself."""
    return {i: tree.forms[i] for i in rest if called and names.get(i) == f"{called}'s"}


def own_apposition(tree: Tree, clause: int, antecedent: Mask) -> Mask:
    """ "64mila GPU, i processori con cui si calcola": one calculates with the processors."""
    noun = tree.heads[clause]
    last = after_last_mark(tree, antecedent)
    thing = tree.pos[tree.heads[noun]] != "PROPN" and tree.pos[noun] == "NOUN"
    return last if tree.labels[noun] == "appos" and noun in last and thing else antecedent


def is_said_before(statement: Statement, pronoun: int) -> bool:
    """Whether the claim's own predicate stands before the relative clause."""
    tree, head = statement.tree, statement.head
    return head < pronoun and tree.pos[head] in ("VERB", "AUX") and statement.role != "acl:relcl"


def relative_pronoun(statement: Statement) -> int | None:
    """The first word of the mask that stands for an antecedent."""
    tree = statement.tree
    relative = clause_lexicon(tree.language).relative
    for word in sorted(statement.mask):
        form = tree.forms[word].lower()
        if form in TIMES or (form not in relative and tree.lemmas[word] not in relative):
            continue
        if tree.labels[word] not in ("mark", "cc", "fixed") or statement.role == "acl:relcl":
            return word
    return None


def verb_of_relative(tree: Tree, pronoun: int) -> int | None:
    """The predicate of the relative clause that a pronoun opens."""
    found = next((i for i in tree.paths[pronoun] if tree.labels[i] == "acl:relcl"), None)
    where = tree.forms[pronoun].lower() == "dove" and tree.forms[pronoun - 1] == ","
    above = tree.heads[pronoun]  # "in carcere, dove": the parser hangs it on the verb
    return above if found is None and where and tree.labels[above] == "advcl" else found


def told_verb(statement: Statement, clause: int) -> int | None:
    """Which of a relative clause's joined verbs the claim tells: "which fell and left …"."""
    joined = [clause, *statement.tree.dependents(clause, "conj")]
    return next((verb for verb in joined if verb in statement.mask), None)


def outside_verbs(statement: Statement, pronoun: int, verb: int) -> bool:
    """Whether a main verb of the claim lies outside its relative clause.

    A clause of time behind it does no harm, on whatever the parser hangs it.
    """
    tree = statement.tree
    return any(
        statement.is_finite(i)
        and (i < pronoun or i not in tree.subtrees[verb])
        and not (
            i > verb
            and tree.labels[i] == "advcl"
            and tree.has(i, "mark")
            and pronoun not in tree.subtrees[i]
        )
        for i in statement.mask
        if tree.is_verbal[i] and tree.labels[i] not in AUXILIARIES
    )


def moods(tree: Tree, verb: int) -> dict[int, str]:
    """A relative's subjunctive becomes indicative."""
    if tree.language != "it":
        return {}
    verbs = [verb, *tree.dependents(verb, "aux", "aux:pass", "cop")]
    return {i: indicative(tree.forms[i]) for i in verbs if "Mood=Sub" in tree.morphs[i]}


def with_auxiliary(tree: Tree, verb: int) -> dict[int, str]:
    """ "di cui un terzo assunte a maggio": a participle with a subject of its own gets its verb."""
    subjects = tree.dependents(verb, "nsubj", "nsubj:pass")
    doubtful = "VerbForm=" not in tree.morphs[verb]  # "che a Lodi pesa più" is no participle
    subject = next((i for i in subjects if tree.forms[i].lower() != "che" or not doubtful), None)
    form = tree.forms[verb].lower()
    bare = form[-2:-1] in ("t", "s") and not tree.is_finite[verb]
    bare = bare and tree.pos[verb] == "VERB" and not tree.has(verb, *AUXILIARIES)
    if tree.language != "it" or subject is None or not bare or form[-1:] not in "oaie":
        return {}
    auxiliary, shown = participle_verb(tree, verb, form[-1] in "ie")
    return {verb: f"{auxiliary} {shown}"}
