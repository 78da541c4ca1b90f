"""Who has died, or was it then, is something no more: "X, painter, died": X was a painter."""

from __future__ import annotations

from claims.nlp.grammar.phrases import bare_preposition
from claims.nlp.grammar.verb_forms import copula
from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree

# the tagger gives some participles as their own lemmas
DYING = frozenset(
    {"morire", "morto", "morta", "decedere", "deceduto", "deceduta", "spirare", "spirato", "die"}
)
KILLING = frozenset(
    {"uccidere", "ucciso", "uccisa", "assassinare", "assassinato", "assassinata", "kill", "murder",
     "assassinate"}
)  # fmt: skip
GOING_OUT = frozenset({"spegnere", "spento", "spenta"})
DEATHS = frozenset(
    {"morte", "omicidio", "assassinio", "uccisione", "death", "murder", "killing", "assassination"}
)
LATE = frozenset({"late", "defunto", "defunta", "compianto", "compianta"})
# what a death may be without having come, and what may lead to one
NOT_YET = frozenset(
    {"tentato", "presunto", "presunta", "mancato", "falso", "falsa", "attempted", "alleged",
     "supposed", "false", "feared", "tentativo", "rischio", "ipotesi", "minaccia", "timore",
     "piano", "complotto", "attempt", "plot", "plan", "threat", "fear", "risk", "hoax"}
)  # fmt: skip
THEN = frozenset({"then", "once", "formerly", "allora"})
WAS = {"it": ("era", "erano"), "en": ("was", "were")}


def copula_of(tree: Tree, noun: Mask, plural: bool, said: Mask = frozenset()) -> str:
    """To be, as it is told of a noun: in the past where the sentence says that it died.

    said: the predicate; "then a junior minister" is told of the past as well.
    """
    then = bool(said) and tree.forms[min(said)].lower() in THEN
    died = any(tells_death(tree, verb) and noun & dead_of(tree, verb) for verb in tree.words)
    if then or died or noun & (dead_by_name(tree) | late_ones(tree) | killed_ones(tree)):
        return WAS[tree.language][plural]
    return copula(tree.language, plural)


def tells_death(tree: Tree, verb: int) -> bool:
    """Whether a finite verb of the past says, without doubt, that its subject died."""
    lemma, morph = tree.lemmas[verb], tree.morphs[verb]
    passive = tree.has(verb, "aux:pass", "nsubj:pass")
    out = lemma in GOING_OUT and tree.has(verb, "expl") and not passive
    if not (out or lemma in DYING or (lemma in KILLING and passive)):
        return False
    auxiliaries = [tree.morphs[i] for i in tree.dependents(verb, "aux", "aux:pass")]
    finite = [m for m in (morph, *auxiliaries) if "VerbForm=Fin" in m]
    past = bool(auxiliaries) or "Tense=Past" in morph
    sure = all("Tense=Fut" not in m and "Mood=Cnd" not in m for m in finite)
    helped = {tree.lemmas[i] for i in tree.dependents(verb, "aux", "aux:pass")}
    plain = helped <= {"essere", "avere", "be", "have", "venire"}
    denied = any(tree.forms[i].lower() in ("non", "not", "n't") for i in tree.children[verb])
    return bool(finite) and past and sure and plain and not denied


def dead_of(tree: Tree, verb: int) -> Mask:
    """The words for who died: a verb's subject and the names beside it, nobody that they name."""
    found: set[int] = set()
    for subject in tree.dependents(verb, *SUBJECTS):
        beside = [subject, *tree.dependents(subject, "appos")]  # "her husband, the painter X"
        names = [i for noun in beside for i in tree.children[noun] if tree.pos[i] == "PROPN"]
        found |= {subject, *(i for i in names if not tree.has(i, "case"))}
    return frozenset(found)


def dead_by_name(tree: Tree) -> Mask:
    """Whose death a noun names: "l'omicidio di Ada Neri", "Ada Neri's death"."""
    found: set[int] = set()
    for death in (i for i in tree.words if tree.lemmas[i].lower() in DEATHS):
        around = {tree.lemmas[death], tree.lemmas[tree.heads[death]]}
        around |= {tree.lemmas[i].lower() for i in tree.dependents(death, "amod", "compound")}
        around |= {tree.forms[i].lower() for i in tree.dependents(death, "amod", "compound")}
        if tree.pos[death] != "NOUN" or around & NOT_YET:
            continue
        for name in tree.dependents(death, "nmod", "nmod:poss"):
            led = {bare_preposition(tree.forms[i]) for i in tree.dependents(name, "case")}
            if tree.labels[name] == "nmod:poss" or led & {"di", "of"}:
                beside = [i for i in tree.children[name] if tree.pos[i] == "PROPN"]
                found |= {name, *(i for i in beside if not tree.has(i, "case"))}
    return frozenset(found)


def killed_ones(tree: Tree) -> Mask:
    """ "Pio Neri, l'oste di 57 anni ucciso a maggio": the noun and the name that it is told of."""
    found: set[int] = set()
    for word in tree.words:
        noun = tree.heads[word]
        ends = tree.lemmas[word] in KILLING | DYING or tree.forms[word].lower() in KILLING | DYING
        if tree.labels[word] != "acl" or tree.language != "it" or not ends:
            continue
        if tree.pos[word] != "VERB" or tree.is_finite[word] or noun > word:
            continue
        above = [tree.heads[noun]] if tree.labels[noun] == "appos" else []
        beside = [i for i in (*tree.children[noun], *above) if tree.pos[i] == "PROPN"]
        found |= {noun, *(i for i in beside if i in above or not tree.has(i, "case"))}
    return frozenset(found)


def late_ones(tree: Tree) -> Mask:
    """ "Her late grandfather, Max": the noun and the names beside it."""
    found: set[int] = set()
    for word in tree.words:
        noun = tree.heads[word]
        if tree.forms[word].lower() in LATE and tree.labels[word] == "amod":
            around = [*tree.children[noun], tree.heads[noun]]
            if tree.labels[noun] in SUBJECTS:  # "the late mayor Karl Voss", read as two subjects
                around += tree.dependents(tree.heads[noun], *SUBJECTS)
            beside = [i for i in around if tree.pos[i] == "PROPN"]
            found |= {noun, *beside} if beside else set()
    return frozenset(found)
