"""Words that say nothing without the relative clause that hangs on them: "di cui 38", "motivo"."""

from __future__ import annotations

from claims.nlp.parsing.tree import Mask, Tree

REASONS = frozenset({"motivo", "ragione", "circostanza", "causa"})


def is_part_alone(tree: Tree, word: int, mask: Mask) -> bool:
    """ "140 scuole, [di cui] 38 a Lodi": which 38, only the pronoun says."""
    pronouns = [i for i in tree.dependents(word, "nmod") if tree.forms[i].lower() == "cui"]
    part = tree.language == "it" and tree.pos[word] == "NUM" and bool(pronouns)
    return part and not mask.intersection(pronouns) and tree.labels[word] == "nummod"


def hangs_in_the_air(tree: Tree, word: int, mask: Mask) -> bool:
    """ "ne risultano consegnati 34, nessuno dei quali": a claim ends with no relative."""
    last = max(mask)
    ends = tree.forms[last].lower() in ("quali", "cui", "quale") and tree.has(last, "case")
    some = tree.heads[last] if tree.labels[last] == "nmod" else last
    return tree.language == "it" and ends and last < len(tree.forms) - 1 and word in (last, some)


def is_reason_alone(tree: Tree, word: int, mask: Mask) -> bool:
    """ "resta sotto la media, motivo [per cui ...]": a reason is told with what it is one for."""
    bare = tree.lemmas[word] in REASONS and tree.forms[word - 1] == "," and word > 0
    clauses = tree.dependents(word, "acl:relcl")
    return tree.language == "it" and bare and bool(clauses) and not mask.intersection(clauses)
