"""What a relative clause is told of: a whole phrase, and none that the clause alone makes out."""

from __future__ import annotations

from claims.nlp.grammar.lasting_states import SPANS
from claims.nlp.grammar.masks import phrase
from claims.nlp.grammar.rule_claims import PERSON
from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.tree import Mask, Tree
from claims.nlp.phrasing.title_articles import top_of
from claims.nlp.referring.people_and_things import Sort, sort_of_noun

WHOEVER = frozenset(
    {"coloro", "colui", "colei", "quello", "quella", "quelli", "quelle", "ciò", "quanto", "quanti",
     "those", "anyone", "everyone", "everything", "anything", "what"}
)  # fmt: skip
# what somebody did, and no name is
ACTS = frozenset(
    {"feat", "step", "move", "decision", "mistake", "record", "trip", "journey", "flight", "claim",
     "charge", "practice", "task", "job", "trick", "fact", "distance", "success", "failure"}
)  # fmt: skip
BEHIND_COMMA = 2  # where an apposition stands, seen from the last word before it

DASHES = frozenset({"-", "–", "—"})


def is_stranded(tree: Tree, pronoun: int) -> bool:
    """Whether an English preposition governs a relative, and not the other way round."""
    governor = tree.heads[pronoun]
    return tree.language == "en" and tree.pos[governor] == "ADP" and governor == pronoun - 1


def opening_of(tree: Tree, pronoun: int) -> set[int]:
    """The pronoun with the words that lead it in: "di cui", "il cui"."""
    opening = {pronoun, *tree.dependents(pronoun, "case", "det")}
    if tree.labels[pronoun] in ("det:poss", "nmod:poss"):
        opening |= {i for i in tree.dependents(tree.heads[pronoun], "det") if i < pronoun}
    return opening


def is_whoever(tree: Tree, antecedent: Mask) -> bool:
    """ "coloro che lavorano", "those who fell": only the clause says who, so nothing is told."""
    words = [tree.forms[i].lower() for i in sorted(antecedent) if tree.pos[i] != "ADP"]
    if tree.language == "en" and "no" in words[:1]:
        return True  # "no ammonia, which suggests"
    if words and WHOEVER.issuperset(words):
        return True
    top = top_of(tree, antecedent) if antecedent else 0
    bare = not any(i in antecedent for i in tree.dependents(top, "nmod", "amod"))
    return tree.language == "it" and tree.forms[top].lower() in WHOEVER and bare


def is_any_such(tree: Tree, pronoun: int, verb: int, antecedent: Mask) -> bool:
    """ "People who sleep little fall ill": it isn't said of people that they sleep little."""
    top = top_of(tree, antecedent) if antecedent else 0
    bare = tree.pos[top] == "NOUN" and not tree.has(
        top, "det", "nummod", "amod", "nmod:poss", "nmod", "case", "compound"
    )
    several = "Number=Plur" in tree.morphs[top]
    present = any(
        "Tense=Pres" in tree.morphs[i] for i in (verb, *tree.dependents(verb, "aux", "cop"))
    )
    close = tree.forms[pronoun].lower() in ("who", "that") and top == pronoun - 1
    acts = tree.labels[pronoun].startswith("nsubj")
    return tree.language == "en" and bare and several and present and close and acts


def with_what_it_is_of(tree: Tree, antecedent: Mask) -> Mask:
    """ "una commissione di inchiesta che": a bare noun behind "di" only says of which kind.

    So do years behind "di": "uno studente di 22 anni, il cui".
    """
    top = top_of(tree, antecedent) if antecedent else 0
    noun = tree.heads[top]
    cases = [tree.forms[i].lower() for i in tree.dependents(top, "case")]
    bare = tree.pos[top] == "NOUN" and not tree.has(top, "det", "det:poss", "nummod")
    single = "Number=Sing" in tree.morphs[top]
    kind = (bare and single) or (tree.forms[top].lower() == "anni" and tree.has(top, "nummod"))
    kind = kind and cases == ["di"] and tree.labels[top] == "nmod"
    if tree.language != "it" or not kind or tree.pos[noun] != "NOUN" or noun in antecedent:
        return antecedent
    whole = frozenset(i for i in phrase(tree, noun) & tree.words if i <= max(antecedent))
    return whole | antecedent if tree.has(noun, "det", "nummod") else antecedent


def without_aside(tree: Tree, pronoun: int, antecedent: Mask) -> Mask:
    """ "l'onda – quattro metri – che": what stands between dashes right before a relative."""
    mark = tree.forms[pronoun - 1]
    opening = [i for i in range(pronoun - 1) if tree.forms[i] == mark]
    if mark not in DASHES or not opening or tree.language != "it":
        return antecedent
    return frozenset(i for i in antecedent if i < opening[-1]) or antecedent


def is_bare_reason(tree: Tree, pronoun: int, antecedent: Mask) -> bool:
    """ "motivo per cui il Comune ha chiuso il ponte": of what, the claim doesn't say."""
    nouns = [tree.lemmas[i] for i in antecedent if tree.pos[i] != "DET"]
    led = {tree.forms[i].lower() for i in tree.dependents(pronoun, "case")}
    return tree.language == "it" and nouns in (["motivo"], ["ragione"]) and led == {"per"}


def verb_behind_comma(statement: Statement, pronoun: int) -> int | None:
    """ "a list, leaked in May, that names them": the parser takes the relative for content."""
    tree = statement.tree
    verb = tree.heads[pronoun]
    misread = tree.language == "en" and tree.labels[pronoun] == "nsubj" and verb == statement.head
    before = sorted(i for i in statement.mask if i < pronoun)
    if not misread or not before or tree.forms[pronoun - 1] != "," or statement.role == "ROOT":
        return None
    top = top_of(tree, frozenset(before))
    noun = tree.pos[top] in ("NOUN", "PROPN") and not tree.has(top, "case")
    return verb if noun and top not in tree.subtrees[verb] else None


def led_by_phrase(statement: Statement, pronoun: int) -> Mask:
    """ "nel corso" of "nel corso della quale": it leads in what stands in the pronoun's place."""
    tree, noun = statement.tree, statement.tree.heads[pronoun]
    of = tree.labels[pronoun] == "nmod" and noun < pronoun and tree.labels[noun] == "obl"
    led = of and tree.has(noun, "case") and tree.language == "it"
    own = tree.subtrees[noun] - tree.subtrees[pronoun]
    return frozenset(i for i in own if led and i < pronoun) & statement.mask


def called_by_name(tree: Tree, antecedent: Mask) -> Mask:
    """ "Ada Vex, a former engineer who left in May": Ada Vex left."""
    antecedent = before_bracket(tree, antecedent)
    if not antecedent:
        return antecedent
    noun = top_of(tree, antecedent)
    if dated := date_before(tree, noun, antecedent):
        return dated
    name = tree.heads[noun]
    told = tree.labels[noun] == "appos" and tree.pos[noun] == "NOUN" and tree.pos[name] == "PROPN"
    body = sort_of_noun(tree.language, tree.lemmas[noun]) == Sort.THING
    if tree.lemmas[noun] in ACTS:
        return antecedent  # "over the Arctic Circle, a feat that she repeated"
    second = told and tree.dependents(name, "appos")[0] != noun
    if body and second and tree.entities[name] in PERSON:
        return antecedent  # "X, presidente dell'Unione, l'associazione che riunisce le aziende"
    if not told or antecedent & tree.subtrees[name] - tree.subtrees[noun] or name > noun:
        return antecedent
    listed = tree.has(name, "conj") or tree.labels[name] == "conj" or tree.has(noun, "conj")
    return antecedent if listed else frozenset(phrase(tree, name)) & tree.words


def named_bearer(tree: Tree, noun: Mask) -> Mask:
    """ "BookVault, an archive shut down in 2021": BookVault was.

    Only behind an article; an Italian participle agrees with the noun, and so with people and names
    of one word alone ("l'Ospedale Sant'Anna, la struttura scelta").
    """
    named = called_by_name(tree, noun)
    if named <= noun or not tree.has(top_of(tree, noun), "det"):
        return noun
    person = tree.entities[top_of(tree, named)] in PERSON
    return named if tree.language == "en" or person or len(named) == 1 else noun


def before_bracket(tree: Tree, antecedent: Mask) -> Mask:
    """ "la Brunex (la ditta che)": what stands before the bracket is what it names again."""
    inside = range(min(antecedent, default=0) + 1, max(antecedent, default=0))
    marks = [i for i in inside if tree.forms[i] in ("(", ")")]
    opened = bool(marks) and tree.forms[marks[-1]] == "("
    return frozenset(i for i in antecedent if i < marks[-1]) if opened else antecedent


def date_before(tree: Tree, noun: int, antecedent: Mask) -> Mask:
    """ "dal 2011, anno in cui comincia la serie": the series begins in 2011."""
    time = tree.language == "it" and tree.lemmas[noun] in SPANS and antecedent == {noun}
    if not time or noun < BEHIND_COMMA or tree.forms[noun - 1] != ",":
        return frozenset()
    date = noun - BEHIND_COMMA
    return frozenset(tree.atom_words[tree.atoms[date]] if tree.pos[date] == "NUM" else ())
