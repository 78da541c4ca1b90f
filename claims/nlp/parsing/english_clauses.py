"""English clauses that the parser hangs on the wrong word: results, relatives, participles.

"So strong was the tremor that clocks stopped" tells what came of it; "signed in 2021, which bars"
is said of no year; "when the grid is short, feeding power back" goes on with the main clause.
"""

from __future__ import annotations

from claims.nlp.parsing.english_main_verbs import NOUNS, Arcs

WHEN = frozenset({"DATE", "TIME"})
SO = frozenset({"so", "such"})
NOMINAL = NOUNS | {"NUM"}
COSTING = frozenset(
    {"cost", "costs", "weighs", "weighed", "opened", "opens", "closed", "closes", "employs"}
)
CONTRASTS = frozenset({"while", "whereas", "although", "though"})
PART = frozenset({"one", "some", "all", "many", "most", "none", "half", "several", "both"})
PERSON = "PERSON"


def with_own_clauses(arcs: Arcs, entities: list[str]) -> None:
    """Hang results, relatives and participles on what they tell of."""
    for word, label in enumerate(arcs.labels):
        if arcs.forms[word] == "that" and label == "det":
            give_clause(arcs, word)
        if label == "acl:relcl":
            if not give_result(arcs, word):
                give_thing(arcs, word, entities)
        elif label == "advcl" and arcs.tags[word] == "VBG":
            give_main(arcs, word)


def give_clause(arcs: Arcs, that: int) -> None:
    """ "It found that prices fell", "that one of them fell": "that" is nobody's article there."""
    noun = arcs.heads[that]
    part = arcs.forms[noun].lower() in PART and any(
        arcs.forms[j].lower() == "of" for i in arcs.children(noun) for j in arcs.children(i)
    )
    several = arcs.tags[noun] in ("NNS", "NNPS") or part
    clause = arcs.heads[noun]
    subject = arcs.labels[noun].startswith("nsubj") and that < noun < clause
    told = arcs.labels[clause] in ("ccomp", "conj", "acl", "advcl")
    if several and subject and told and not arcs.has(clause, "mark"):
        arcs.hang(that, clause, "mark")


def give_result(arcs: Arcs, clause: int) -> bool:
    """ "So poor that I thought of leaving": "that" ties a result, and stands for no noun."""
    own = arcs.children(clause)
    thats = [i for i in own if arcs.forms[i].lower() == "that" and arcs.labels[i] == "obj"]
    subjects = [i for i in own if arcs.labels[i].startswith("nsubj")]
    if not thats or not subjects or subjects[0] < thats[0]:
        return False
    graded = [
        arcs.heads[i]
        for i in range(thats[0])
        if arcs.forms[i].lower() in SO and arcs.labels[i] in ("advmod", "det", "amod")
    ]
    graded = [i for i in graded if arcs.pos[i] in ("ADJ", "ADV", "NOUN") and i != clause]
    if not graded or arcs.forms[thats[0] - 1] == ",":
        return False
    arcs.hang(clause, graded[-1], "advcl")
    arcs.labels[thats[0]] = "mark"
    return True


def give_thing(arcs: Arcs, clause: int, entities: list[str]) -> None:
    """ "A decree signed in 2021, which bars": no year bars; no mortgagee is obtained or costs."""
    noun = arcs.heads[clause]
    which = [i for i in arcs.children(clause) if arcs.forms[i].lower() == "which"]
    told = bool(which) and arcs.labels[which[0]].startswith("nsubj")
    led = arcs.has(noun, "case") and arcs.forms[which[0] - 1] == "," if told else False
    placed = arcs.labels[noun] == "nmod" and arcs.forms[clause].lower() in COSTING
    alien = entities[noun] in WHEN or entities[noun] == PERSON or placed
    if not led or not alien:
        return
    above = [i for i in arcs.path(noun)[1:] if arcs.pos[i] in NOMINAL]
    if above and entities[above[0]] not in WHEN and above[0] < noun:
        arcs.heads[clause] = above[0]


def give_main(arcs: Arcs, participle: int) -> None:
    """ "It sinks when power is short, feeding a lamp": behind a comma the main clause goes on."""
    clause = arcs.heads[participle]
    main = arcs.heads[clause]
    first = min(i for i in range(participle + 1) if participle in arcs.path(i))
    marked = arcs.labels[clause] == "advcl" and arcs.has(clause, "nsubj", "nsubj:pass")
    marked = marked and not any(arcs.forms[i].lower() in CONTRASTS for i in arcs.children(clause))
    if marked and main < clause < participle and arcs.forms[first - 1] == ",":
        arcs.heads[participle] = main
