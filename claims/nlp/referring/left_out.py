"""Subjects that Italian leaves out and that no name stands for: "è quanto emerge da una nota"."""

from __future__ import annotations

import re

from claims.nlp.grammar.masks import has_clause_as_subject, tells_what_is_so
from claims.nlp.lexicon import words
from claims.nlp.parsing.tree import Tree

OWN_ARGUMENTS = ("obj", "iobj", "obl", "obl:agent")
PEOPLE = ("names.person_titles", "names.person_nouns", "names.opening_nouns")
WORKS = re.compile(
    r"(?:ista|tore|trice|olog[oa]|ier[ea]|essa|aio|aria|ante|ente|ano|ana|ese|enne)$"
)
INFINITIVE = re.compile(r"[aei]r(?:ne|l[aoie]|gli|si|mi|ti|ci|vi)$")
# what happens or is felt: nobody and nothing with a name is one
HAPPENINGS = frozenset(
    {"caso", "colpo", "errore", "fatto", "giorno", "incidente", "miracolo", "modo", "momento"}
    | {"passo", "peccato", "problema", "scandalo", "segnale", "tragedia", "vergogna"}
)
OBJECTLESS = frozenset(
    {"aderire", "appartenere", "assistere", "aspirare", "brindare", "collaborare", "concorrere",
     "confidare", "contribuire", "dialogare", "dormire", "figurare", "gareggiare", "gravare",
     "incombere", "insistere", "intervenire", "lavorare", "litigare", "manifestare", "partecipare",
     "pendere", "protestare", "reagire", "rinunciare", "scioperare", "sfilare", "vigilare"}
)  # fmt: skip
SINGLING = frozenset({"primo", "ultimo", "unico", "solo"})
SHOWN = ("Gender=", "Number=")
ONE = frozenset({"un", "uno", "una", "un'", "un’"})


def means_no_name(tree: Tree, verb: int) -> bool:
    """Whether a predicate without a subject tells of no name, whatever stands before it."""
    form = tree.forms[verb].lower()
    if form == "quanto" or INFINITIVE.search(form):
        return True
    if tells_one_thing(tree, verb) and tree.lemmas[verb] in HAPPENINGS:
        return True
    if has_noun_behind(tree, verb) or may_act_behind(tree, verb) or tells_what_is_so(tree, verb):
        return True
    if tells_time(tree, verb) or tells_state_of_things(tree, verb) or is_cleft(tree, verb):
        return True
    told = is_of_relative(tree, verb) or follows_its_act(tree, verb)
    return told or has_clause_as_subject(tree, verb)


def has_noun_behind(tree: Tree, verb: int) -> bool:
    """ "si è tenuto un consiglio": behind a "si", what is no object to somebody is the subject."""
    si = any(tree.forms[i].lower() == "si" for i in tree.children[verb] if i < verb)
    being = any(tree.lemmas[i] == "essere" for i in tree.dependents(verb, "aux", "aux:pass"))
    noun = next((i for i in tree.dependents(verb, "obj") if tree.pos[i] == "NOUN"), verb)
    close = noun > verb and min(tree.subtrees[noun]) == verb + 1
    definite = any("Definite=Def" in tree.morphs[i] for i in tree.dependents(noun, "det"))
    alike = [tree.morphs[i] for i in (verb, noun)]
    agrees = all(value in alike[1] for value in alike[0].split("|") if value.startswith(SHOWN))
    return si and being and close and agrees and not definite


def may_act_behind(tree: Tree, verb: int) -> bool:
    """ "Pendono altre accuse": the parser takes who acts for an object.

    Of a verb that takes no object, and shows the noun's number.
    """
    if tree.language != "it" or tree.lemmas[verb] not in OBJECTLESS:
        return False
    verbs = [verb, *tree.dependents(verb, "aux", "aux:pass")]
    finite = [tree.morphs[i] for i in verbs if "VerbForm=Fin" in tree.morphs[i]]
    plural = any("Number=Plur" in morph for morph in finite)
    return any(
        i > verb
        and not tree.has(i, "case")
        and tree.pos[i] in ("NOUN", "PROPN")
        and ("Number=Plur" in tree.morphs[i] or tree.has(i, "conj")) == plural
        for i in tree.dependents(verb, "obj")
    )


def tells_time(tree: Tree, verb: int) -> bool:
    """ "Erano le 3.20": nobody is what the clock shows."""
    hour = [tree.forms[i].lower() for i in tree.dependents(verb, "det")]
    return tree.pos[verb] == "NUM" and tree.has(verb, "cop") and hour in (["le"], ["l'"])


def tells_state_of_things(tree: Tree, verb: int) -> bool:
    """ "È scontro tra i due paesi": a bare noun that no person is."""
    bare = tree.pos[verb] == "NOUN" and not tree.has(verb, "det", "nummod", "case")
    called = {tree.lemmas[verb], tree.forms[verb].lower()}
    person = any(called & words("it", kind) for kind in PEOPLE)
    single = "Number=Plur" not in tree.morphs[verb]
    told = bare and single and tree.has(verb, "cop") and not person
    return told and WORKS.search(tree.forms[verb].lower()) is None


def is_cleft(tree: Tree, verb: int) -> bool:
    """ "Sono gli ostaggi a dirlo"; "è la prima (donna) a dirlo" tells something of her."""
    led = any(
        "VerbForm=Inf" in tree.morphs[i]
        and any(tree.forms[m].lower() in ("a", "ad") for m in tree.dependents(i, "mark", "case"))
        for i in tree.dependents(verb, "acl")
    )
    definite = any("Definite=Def" in tree.morphs[i] for i in tree.dependents(verb, "det"))
    chosen = any(
        "NumType=Ord" in tree.morphs[i] or tree.lemmas[i] in SINGLING
        for i in (verb, *tree.dependents(verb, "amod", "nummod"))
    )
    return tree.has(verb, "cop") and led and definite and not chosen


def tells_one_thing(tree: Tree, verb: int) -> bool:
    """ "È un incidente", "è una vergogna": a noun that no person is."""
    dets = {tree.forms[i].lower() for i in tree.dependents(verb, "det")}
    called = {tree.lemmas[verb], tree.forms[verb].lower()}
    person = any(called & words("it", kind) for kind in PEOPLE)
    one = tree.pos[verb] == "NOUN" and tree.has(verb, "cop") and bool(dets & ONE)
    return one and not person and WORKS.search(tree.forms[verb].lower()) is None


def is_of_relative(tree: Tree, verb: int) -> bool:
    """ "ciò che pensano sia giusto": the relative pronoun is its subject."""
    above = tree.heads[verb]
    if tree.labels[verb] != "ccomp" or tree.labels[above] != "acl:relcl":
        return False
    return any(tree.forms[i].lower() == "che" for i in tree.dependents(above, "obj", "nsubj"))


def follows_its_act(tree: Tree, verb: int) -> bool:
    """ "A trovarlo è stata la portiera": who did it stands behind, as the predicate."""
    definite = any("Definite=Def" in tree.morphs[i] for i in tree.dependents(verb, "det"))
    acts = [i for i in tree.dependents(verb, "csubj", "advcl", "xcomp", "ccomp") if i < verb]
    led = any(
        "VerbForm=Inf" in tree.morphs[i]
        and any(tree.forms[m].lower() in ("a", "ad") for m in tree.dependents(i, "mark", "case"))
        for i in acts
    )
    return tree.has(verb, "cop") and definite and led


def own_arguments(tree: Tree, verb: int) -> frozenset[int]:
    """What a verb's own phrases name: "fu progettato da X" tells nothing of X."""
    verbs = {verb, *tree.dependents(verb, "conj")}
    verbs |= {tree.heads[verb]} if tree.labels[verb] == "conj" else set()
    own = {i for one in verbs for i in tree.dependents(one, *OWN_ARGUMENTS)}
    return frozenset(word for i in own for word in tree.subtrees[i])
