"""Italian sentences that show without a verb what is where: "Al centro della lite, un muro"."""

from __future__ import annotations

from claims.nlp.grammar.lasting_states import SPANS
from claims.nlp.grammar.phrases import Names, bare_preposition, fused_article, join_words
from claims.nlp.grammar.statement import Statement
from claims.nlp.grammar.verb_forms import is_plural
from claims.nlp.parsing.tree import Tree

PLACING = frozenset({"su", "a", "in", "tra", "fra", "dietro", "sotto", "sopra"})
NO_PLACES = frozenset({"via", "contrario", "solito", "momento", "minimo", "massimo"})
# before these there stands what everybody knows: "al centro della lite, il muro"
AIMS = frozenset({"centro", "origine", "base", "vertice", "guida", "posto", "sfondo", "fondo"})
OPENINGS = ("det", "nummod")
NONE = frozenset({"nessun", "nessuno", "nessuna", "nessun'"})


def place_first_text(statement: Statement, names: Names) -> str | None:
    """ "Sull'asfalto, nessun segno" -> "Sull'asfalto non c'è nessun segno"; None for others."""
    tree, thing = statement.tree, statement.head
    words = sorted(statement.mask)
    place = tree.heads[words[0]]
    if tree.language != "it" or statement.finite or not shows_place(tree, words[0], place, thing):
        return None
    behind = [i for i in words if i > place and i not in tree.subtrees[place]]
    if not behind or tree.heads[behind[0]] != thing or tree.labels[behind[0]] not in OPENINGS:
        return None
    opening = tree.forms[behind[0]].lower()
    definite = "Definite=Def" in tree.morphs[behind[0]]
    if tree.forms[behind[0] - 1] != "," or (definite and tree.lemmas[place] not in AIMS):
        return None
    verb = "ci sono" if is_plural(tree, thing, statement.mask) else "c'è"
    denied = "non " if opening in NONE else ""
    where = join_words(tree, [i for i in words if i < behind[0]], names).rstrip(" ,")
    return f"{where} {denied}{verb} {join_words(tree, behind, names)}"


def shows_place(tree: Tree, case: int, place: int, thing: int) -> bool:
    """Whether a noun with its own preposition and article hangs on the one noun of a sentence."""
    led = tree.labels[case] == "case" and bare_preposition(tree.forms[case]) in PLACING
    known = fused_article(tree.forms[case]) or tree.has(place, "det")
    sort = tree.lemmas[place] not in SPANS | NO_PLACES and tree.pos[place] == "NOUN"
    whole = tree.labels[thing] == "ROOT" and tree.pos[thing] in ("NOUN", "PROPN")
    return bool(led and known and sort and whole) and tree.heads[place] == thing and place < thing
