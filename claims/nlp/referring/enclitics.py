"""Pronouns that Italian writes onto a verb: "rianimarlo", "portandola"; they stay open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.nlp.parsing.tree import Tree
from claims.nlp.referring.anaphors import Anaphor, Kind, form_gender

ENCLITIC = re.compile(r"\w(?:[aei]r|[ae]ndo)(lo|la|li|le|gli)$")


def enclitics_of(tree: Tree) -> Iterator[tuple[Anaphor, int]]:
    """Each pronoun written onto an infinitive or a gerund, with its length in code points."""
    if tree.language != "it":
        return
    for word in sorted(tree.words):
        found = ENCLITIC.search(tree.forms[word].lower())
        if found is None or tree.pos[word] != "VERB" or tree.is_finite[word]:
            continue
        clitic = found[1]
        to_whom = clitic == "gli" or (clitic == "le" and tree.has(word, "obj", "ccomp"))
        several = clitic in ("li", "le") and not to_whom
        yield Anaphor(Kind.CLITIC, word, several, form_gender(clitic)), len(clitic)
