"""Whom an article that opens without a subject may mean: who is named after it.

"Era partito all'alba. Ugo Prandi non è mai arrivato": nothing stands before that could be meant,
yet a reader has to be told that the subject is open.
"""

from __future__ import annotations

from claims.nlp.naming.full_names import PERSON, PLACE, FullNames
from claims.nlp.parsing.tree import Tree
from claims.nlp.referring.referents import Referent

MOST = 2


def named_later(names: FullNames, tree: Tree) -> tuple[Referent, ...]:
    """The first names behind a sentence, people before others; places left out."""
    behind = [e for start, e in sorted(names.by_start.items()) if start >= tree.extent[1]]
    people = [e for e in behind if e.label == PERSON]
    others = [e for e in behind if e.label not in (PERSON, PLACE)]
    found = {names.name_of(e): e.label for e in (people or others)}
    return tuple(
        Referent(name, True, label, False, "") for name, label in list(found.items())[:MOST]
    )
