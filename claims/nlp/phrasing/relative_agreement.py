"""Whether a relative pronoun can be its verb's subject: number, gender, what the verb takes."""

from __future__ import annotations

from claims.nlp.grammar.masks import phrase
from claims.nlp.grammar.phrases import (
    fused_article,
)
from claims.nlp.grammar.verb_forms import is_plural
from claims.nlp.lexicon.italian_verbs import italian_verbs
from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree
from claims.nlp.phrasing.title_articles import top_of

CONTENT_NOUNS = frozenset(
    {"timore", "preoccupazione", "paura", "speranza", "ipotesi", "possibilità", "rischio", "dubbio",
     "sospetto", "eventualità", "idea", "pericolo", "probabilità", "auspicio", "fatto",
     "sensazione", "impressione", "voce", "convinzione", "richiesta", "condizione", "modo",
     "maniera", "necessità", "attesa"}
)  # fmt: skip
COLLECTIVE = frozenset(
    {"parte", "maggioranza", "minoranza", "serie", "coppia", "gruppo", "numero", "decina",
     "dozzina", "ventina", "trentina", "cinquantina", "centinaio", "migliaio", "metà",
     "terzo", "quarto",
     "totale", "insieme", "percentuale"}
)  # fmt: skip


def is_no_subject(tree: Tree, pronoun: int, verb: int, antecedent: Mask) -> bool:
    """Whether an Italian verb doesn't agree with the noun that "che" is taken to stand for.

    Nor is what is feared or hoped a relative: "il timore che X resti chiuso".
    """
    if tree.language != "it" or tree.forms[pronoun].lower() != "che" or not antecedent:
        return False
    top = top_of(tree, antecedent)
    verbs = [verb, *tree.dependents(verb, "aux", "aux:pass", "cop")]
    finite = next((tree.morphs[i] for i in verbs if "VerbForm=Fin" in tree.morphs[i]), "")
    if tree.lemmas[top] in CONTENT_NOUNS and "Mood=Sub" in finite:
        return True
    if not tree.labels[pronoun].startswith("nsubj") or tree.lemmas[top] in COLLECTIVE:
        return False
    plural = is_plural(tree, top, antecedent)
    if tree.pos[top] == "PROPN":
        return is_one_thing(tree, top) and not plural and "Number=Plur" in finite
    if tree.pos[top] != "NOUN" or not finite or "Number=" not in tree.morphs[top]:
        return False
    return plural != ("Number=Plur" in finite) or not participle_fits(tree, verb, top)


def tells_of_clause(tree: Tree, pronoun: int, verb: int, antecedent: Mask) -> bool:
    """ "They have grown into plants, which is normal": what is normal is that they have."""
    which = tree.forms[pronoun].lower() == "which" and tree.labels[pronoun].startswith("nsubj")
    if tree.language != "en" or not which or not antecedent:
        return False
    top = top_of(tree, antecedent)
    verbs = [verb, *tree.dependents(verb, "aux", "aux:pass", "cop")]
    single = any(tree.forms[i].lower() in ("is", "was", "has") for i in verbs)
    several = "Number=Plur" in tree.morphs[top] and tree.pos[top] == "NOUN"
    return single and several and tree.forms[pronoun - 1] == ","


def single_within(tree: Tree, clause: int, antecedent: Mask) -> Mask:
    """ "Shares in the firm, which employs 90": in English the singular tells of the firm."""
    noun = tree.heads[clause]
    if tree.language != "en" or noun not in antecedent:
        return antecedent
    top = top_of(tree, antecedent)
    verbs = [clause, *tree.dependents(clause, "aux", "aux:pass", "cop")]
    single = any("Number=Sing" in tree.morphs[i] and tree.is_finite[i] for i in verbs)
    several = {top: "Number=Plur" in tree.morphs[top], noun: "Number=Plur" in tree.morphs[noun]}
    inner = frozenset(phrase(tree, noun)) & antecedent
    fits = single and several[top] and not several[noun] and not tree.has(noun, "conj")
    led = tree.labels[noun] == "nmod" and tree.has(noun, "det", "nmod:poss")
    return inner if fits and led and inner else antecedent


def is_one_thing(tree: Tree, name: int) -> bool:
    """Whether a name is a person's, or its article says that it is one thing's."""
    articles = [tree.morphs[i] for i in tree.dependents(name, "det")]
    led = [fused_article(tree.forms[i]) for i in tree.dependents(name, "case")]
    single = any("Number=Sing" in morph for morph in articles)
    return tree.entities[name] == "PER" or single or bool({"il", "lo", "la", "l'"} & set(led))


def may_be_object(tree: Tree, pronoun: int, verb: int) -> bool:
    """Whether a verb without a subject has "che" as its object, whatever the parser says."""
    with_essere = any(tree.lemmas[i] == "essere" for i in tree.children[verb])
    subjects = [i for i in tree.dependents(verb, *SUBJECTS) if i != pronoun]
    taken = tree.has(verb, "obj", "cop", "aux:pass", "ccomp", "expl", "xcomp")
    return tree.pos[verb] == "VERB" and not (with_essere or subjects or taken)


def noun_within(tree: Tree, pronoun: int, verb: int, antecedent: Mask) -> Mask | None:
    """The last noun before "che" where its verb, which has no other object, agrees with it alone.

    "i legami della materia, che ritorna normale": the matter returns.
    """
    takes_no_object = may_be_past_of_essere(tree, verb) or not may_be_object(tree, pronoun, verb)
    near = max((i for i in antecedent if tree.pos[i] == "NOUN"), default=pronoun)
    if not takes_no_object or near == pronoun or tree.labels[near] != "nmod":
        return None
    inner = frozenset(phrase(tree, near)) & antecedent
    led = tree.has(near, "det") or any(
        fused_article(tree.forms[i]) for i in tree.dependents(near, "case")
    )
    fits = led and max(inner) == max(antecedent)
    return inner if fits and not is_no_subject(tree, pronoun, verb, inner) else None


def may_be_past_of_essere(tree: Tree, verb: int) -> bool:
    """Whether a verb takes "essere" by itself and so has no object."""
    verbs = italian_verbs()
    return tree.lemmas[verb] in verbs.with_essere - verbs.either


def participle_fits(tree: Tree, verb: int, noun: int) -> bool:
    """Whether a participle with "essere" has the gender of a noun."""
    with_essere = any(tree.lemmas[i] == "essere" for i in tree.dependents(verb, "aux", "aux:pass"))
    genders = [tree.morphs[i].partition("Gender=")[2][:3] for i in (verb, noun)]
    return not with_essere or tree.pos[verb] != "VERB" or "" in genders or len(set(genders)) == 1
