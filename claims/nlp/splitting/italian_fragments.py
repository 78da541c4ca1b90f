"""Italian masks that tell something of the wrong noun, or of none."""

from __future__ import annotations

from claims.nlp.grammar.phrases import bare_preposition
from claims.nlp.grammar.rule_claims import PERSON
from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree
from claims.nlp.splitting.candidate_masks import first_conjunct

SURE_ARC = 0.85  # chance of an arc that no other noun calls in question
# what a relative behind a comma makes of all that is told before it
APPEARING = frozenset(
    {"risultare", "sembrare", "parere", "emergere", "accadere", "capitare", "succedere", "bastare",
     "occorrere", "bisognare", "trapelare", "convenire", "constare"}
)  # fmt: skip
DEEDS = frozenset({"fatto", "cosa", "risultato", "circostanza", "successo", "decisione", "scelta"})


def is_italian_fragment(tree: Tree, head: int, mask: Mask) -> bool:
    """Whether an Italian claim's noun isn't what its words are told of."""
    return tree.language == "it" and (
        tells_what_a_deed_does(tree, head)
        or is_source_without_verb(tree, mask)
        or lost_its_main_verb(tree, head, mask)
        or tells_how_many_more(tree, head)
        or may_tell_of_another(tree, head)
        or is_place_in_place(tree, head)
        or is_one_of_a_list(tree, head)
        or is_conceded_by_another(tree, head, mask)
        or is_told_besides(tree, mask)
        or is_latter(tree, head)
        or is_nobodys(tree, head, mask)
    )


def is_latter(tree: Tree, head: int) -> bool:
    """ "i figli e la moglie, quest'ultima ferita": said of the last one, and not of them all."""
    opening = min(tree.subtrees[head] & tree.words)
    latter = [form.lower() for form in tree.forms[opening : opening + 2]]
    told = tree.labels[head] == "appos" and len(latter) > 1
    return told and latter[0].startswith("quest") and latter[1].startswith("ultim")


def is_told_besides(tree: Tree, mask: Mask) -> bool:
    """ "La cappella, oltre che un culto, …", "invece dei 248 previsti": set beside another."""
    opening = min(mask)
    instead = tree.forms[opening].lower() == "invece" and opening + 1 in mask
    instead = instead and bare_preposition(tree.forms[opening + 1]) == "di"
    verbs = any(tree.is_finite[i] for i in mask)
    besides = any(
        tree.forms[i].lower() == "oltre" and tree.forms[i + 1 : i + 2] == ["che"] for i in mask
    )
    return not verbs and (instead or besides)


def is_nobodys(tree: Tree, head: int, mask: Mask) -> bool:
    """ "Il sindaco protesta, perché risulta che ...": nobody appears, seems or turns out that."""
    contents = [i for i in tree.dependents(head, "ccomp", "csubj") if i > head]
    told = tree.lemmas[head] in APPEARING and tree.has(head, *SUBJECTS - {"expl"})
    opens = any(
        tree.forms[i].lower() == "che" for c in contents for i in tree.dependents(c, "mark")
    )
    alone = mask - tree.subtrees[head]
    return tree.lemmas[head] in APPEARING and opens and not told and bool(alone)


def is_conceded_by_another(tree: Tree, head: int, mask: Mask) -> bool:
    """ "Il valore sale, nonostante [la società] abbia perso fondi": the value didn't lose them."""
    verb = tree.heads[head]
    verbs = (verb, *tree.dependents(verb, "aux", "aux:pass", "cop"))
    conceded = tree.labels[verb] == "advcl" and any("Mood=Sub" in tree.morphs[i] for i in verbs)
    inside = verb in mask and tree.labels[head] in ("obl", "obj", "nmod")
    return conceded and inside and not tree.has_subject[verb]


def tells_what_a_deed_does(tree: Tree, head: int) -> bool:
    """ "È svenuto, fatto che prova la violenza": what proves it is a whole clause, and no noun."""
    clause = first_conjunct(tree, head)
    openings = tree.dependents(clause, "mark", *SUBJECTS, "obj")
    behind = [head + 1] if tree.heads[head] != head and head + 1 < tree.size else []
    return any(is_deed_before(tree, i) for i in (*openings, *behind))


def is_deed_before(tree: Tree, opening: int) -> bool:
    """ ", fatto che", "Risultato che"."""
    noun = opening - 1
    told = noun >= 0 and tree.forms[opening].lower() == "che"
    return told and tree.forms[noun].lower() in DEEDS and (not noun or tree.forms[noun - 1] == ",")


def is_source_without_verb(tree: Tree, mask: Mask) -> bool:
    """ "Secondo quanto [raccontato da X] Y era in albergo"."""
    return any(
        tree.forms[i].lower() == "quanto"
        and tree.forms[i - 1].lower() in ("secondo", "stando", "a")
        and tree.heads[i] in mask
        and not mask.intersection(tree.dependents(i, "acl", "acl:relcl"))
        and tree.has(i, "acl", "acl:relcl")
        for i in mask
        if i
    )


def tells_how_many_more(tree: Tree, head: int) -> bool:
    """ "arriva in tempo, quattro punti più di due anni fa": of no noun before the comma."""
    counted = tree.labels[head] == "appos" and tree.has(head, "nummod")
    return counted and tree.forms[head + 1 : head + 2] in (["più"], ["meno"])


def lost_its_main_verb(tree: Tree, head: int, mask: Mask) -> bool:
    """ "Il voto che [è atteso] per il 18 dicembre": when, of what isn't there."""
    verb = tree.heads[head]
    subject = tree.labels[head] in SUBJECTS and tree.is_finite[verb] and verb not in mask
    inside = tree.subtrees[head]
    told = any(tree.labels[i] in ("acl:relcl", "acl") for i in mask & inside)
    return subject and told and bool(mask - inside) and any(tree.is_finite[i] for i in mask)


def may_tell_of_another(tree: Tree, head: int) -> bool:
    """ "un occhio, colpito da un vetro del fanale, infranto dai colpi": which one is a guess."""
    noun = tree.heads[head]
    later = tree.labels[head] == "acl" and tree.pos[head] == "VERB" and not tree.is_finite[head]
    first = [i for i in tree.dependents(noun, "acl") if noun < i < head]
    if not later or not first or tree.forms[head - 1] != ",":
        return False
    sure = float(tree.arcs[head, noun]) > SURE_ARC
    others = [i for i in range(first[0] + 1, head) if tree.pos[i] in ("NOUN", "PROPN")]
    ending = tree.forms[head][-1]
    return not sure and any(may_be_told(tree, i, ending) for i in others)


def may_be_told(tree: Tree, noun: int, ending: str) -> bool:
    """Whether a participle with this ending may be told of a noun, as far as it shows."""
    morph = tree.morphs[noun]
    number, gender = "Plur" if ending in "ie" else "Sing", "Fem" if ending in "ae" else "Masc"
    other = {"Plur": "Sing", "Sing": "Plur", "Fem": "Masc", "Masc": "Fem"}
    return f"Number={other[number]}" not in morph and f"Gender={other[gender]}" not in morph


def is_place_in_place(tree: Tree, head: int) -> bool:
    """ "la prigione di Jackson, Georgia": the state is no prison."""
    named = tree.labels[head] == "appos" and tree.entities[head] == tree.entities[head - 2] == "LOC"
    apart = named and tree.forms[head - 1] == "," and tree.pos[head] == "PROPN"
    return apart and not tree.has(head, "det")


def is_one_of_a_list(tree: Tree, head: int) -> bool:
    """ "X e Y, costretti al ritiro": both were, and not Y alone."""
    last = tree.heads[head]
    several = tree.labels[head] == "acl" and tree.forms[head].lower().endswith(("ti", "si"))
    named = tree.entities[last] in PERSON and tree.pos[last] == "PROPN"
    single = named or any("Number=Sing" in tree.morphs[i] for i in tree.dependents(last, "det"))
    listed = tree.labels[last] == "conj" and not tree.has(last, "conj")
    return several and single and listed
