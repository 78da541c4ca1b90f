"""Words before a name that are a phrase of its verb and no title: "dice all'uscita Ada Neri"."""

from __future__ import annotations

import re

from claims.nlp.grammar.masks import reports
from claims.nlp.grammar.phrases import bare_preposition
from claims.nlp.grammar.rule_claims import PERSON
from claims.nlp.lexicon import words
from claims.nlp.parsing.tree import SUBJECTS, Tree
from claims.nlp.phrasing.title_articles import noun_of_title, top_of

# endings of what people are
ROLE = re.compile(
    r"(?:tor[ei]|tric[ei]|ist[aie]|[ae]nt[ei]|ier[aeio]|ari[oae]|log[oahi]+|ors[oaie]|[ae]ss[ae])$"
)

OF_AND_NAME = 2  # words of "del Serchio"


def is_where_acted(tree: Tree, name: list[int], title: list[int]) -> bool:
    """ "dice all'uscita Ada Neri": a phrase of the verb whose subject the name is."""
    top, named = noun_of_title(tree, title), top_of(tree, frozenset(name))
    verb = tree.heads[top]
    beside = tree.heads[named] == verb and tree.labels[named] in SUBJECTS
    alone = tree.heads[named] == top and not tree.has_subject[verb]
    beside = beside or (alone and reports(tree, verb) and top + 1 == name[0])
    led = tree.labels[top] == "obl" and tree.has(top, "case")
    return tree.language == "it" and beside and led and not is_role(tree, top)


def goes_on(tree: Tree, name: list[int], complement: list[int]) -> bool:
    """ "il consorzio Acque del Serchio": behind a thing's name "del Serchio" is part of it."""
    if tree.language != "it" or not name or len(complement) != OF_AND_NAME:
        return False
    of, place = complement
    thing = not any(tree.entities[i] in PERSON for i in name)
    close = [of, place] == [name[-1] + 1, name[-1] + 2]
    named = tree.pos[of] == "ADP" and tree.pos[place] == "PROPN"
    return thing and close and named and bare_preposition(tree.forms[of]) == "di"


def is_role(tree: Tree, noun: int) -> bool:
    """Whether a noun says what somebody is."""
    kinds = ("names.person_titles", "names.person_nouns")
    form = tree.forms[noun].lower()
    known = any({tree.lemmas[noun], form} & words(tree.language, kind) for kind in kinds)
    return known or ROLE.search(form) is not None
