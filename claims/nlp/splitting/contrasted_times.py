"""The Italian "se" that sets one time against another, and makes no condition.

"Se nel 2020 gli iscritti erano 40, l'anno scorso erano 60": both are facts.
"""

from __future__ import annotations

import re

from claims.nlp.grammar.lasting_states import SPANS
from claims.nlp.parsing.tree import VERBAL_CHILDREN, Tree

YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
TIMES = SPANS | {"mandato", "volta", "trimestre", "semestre", "stagione", "edizione", "oggi", "ora"}
TIMES |= {"stavolta", "adesso", "finora", "passato"}
BESIDE = ("obl", "advmod", "nsubj", "nmod", "nummod")


def sets_times_apart(tree: Tree, clause: int) -> bool:
    """Whether a clause that "se" opens tells how it was, and its governor how it is later.

    It opens the sentence, both halves are in the indicative and name their time.
    """
    governor = tree.heads[clause]
    marks = [tree.forms[i].lower() for i in tree.dependents(clause, "mark")]
    opens = marks == ["se"] and min(tree.subtrees[clause] & tree.words) == min(tree.words)
    if tree.language != "it" or not opens or not clause < governor:
        return False
    told, held = (finite_morph(tree, i) for i in (clause, governor))
    past = "Mood=Ind" in told and ("Tense=Imp" in told or "Tense=Past" in told)
    past = past or ("Mood=Ind" in told and tree.has(clause, "aux"))
    certain = past and "Mood=Ind" in held and "Tense=Fut" not in held
    return certain and names_time(tree, clause, governor) and names_time(tree, governor, clause)


def finite_morph(tree: Tree, verb: int) -> str:
    """What the finite form of a predicate shows."""
    verbs = (verb, *tree.dependents(verb, *VERBAL_CHILDREN))
    return next((tree.morphs[i] for i in verbs if "VerbForm=Fin" in tree.morphs[i]), "")


def names_time(tree: Tree, verb: int, other: int) -> bool:
    """Whether a predicate's own words, not its other clause's, say when."""
    own = [i for i in tree.dependents(verb, *BESIDE) if i != other]
    return any(YEAR.fullmatch(tree.forms[i]) or tree.lemmas[i] in TIMES for i in own)
