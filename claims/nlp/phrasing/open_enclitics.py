"""Pronouns written onto a claim's verbs that a person has to settle: "rianimarlo"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.tree import SUBJECTS
from claims.nlp.referring.references import Enclitic
from claims.nlp.referring.referents import Referent
from claims.nlp.types import Unresolved


def open_enclitics(
    statement: Statement, enclitics: Sequence[Enclitic], mentioned: Mapping[int, Referent]
) -> list[Unresolved]:
    """Those of the claim's words that nothing which stands before them in the claim may mean.

    mentioned: what the sentence's names and nouns mean.
    """
    tree, found = statement.tree, list[Unresolved]()
    for one in enclitics:
        present = {
            id(mentioned[i])
            for i in statement.mask
            if i in mentioned and i < one.word and tree.labels[i] not in SUBJECTS
        }
        meant = {id(candidate) for candidate in one.candidates}
        if one.word in statement.mask and meant and not meant & present:
            end = tree.spans[one.word][1]
            shown = tuple(candidate.text for candidate in one.candidates)
            found.append(Unresolved(end - one.length, end, shown))
    return found
