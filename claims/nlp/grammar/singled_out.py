"""What a relative singles out: "the only firm that exports", "una delle poche imprese che esporta".

Without the relative such a claim says more than the article does ("it is the only firm"), and the
relative alone says it of the wrong one or takes it for known ("the only firm exports"). So it is
with a kind: "he looks for firms that never pay" doesn't tell that firms never pay.
"""

from __future__ import annotations

from claims.nlp.grammar.phrases import fused_article
from claims.nlp.parsing.tree import Mask, Tree

FIRSTS = {
    "it": frozenset(
        {"unico", "unica", "unici", "uniche", "solo", "sola", "soli", "sole", "primo", "prima",
         "primi", "prime", "secondo", "seconda", "terzo", "terza", "quarto", "quarta", "quinto",
         "quinta", "ultimo", "ultima", "ultimi", "ultime", "migliore", "migliori", "peggiore",
         "peggiori"}
    ),
    "en": frozenset({"only", "sole", "first", "second", "third", "fourth", "fifth", "last"}),
}  # fmt: skip
MOST = frozenset({"più", "meno", "most", "least"})
ONES = frozenset({"uno", "una", "un'", "one"})
DEFINITE = frozenset({"il", "lo", "la", "i", "gli", "le", "l'", "the"})
BRACKETS = frozenset({"(", "[", "–", "—"})
MARKS = BRACKETS | {",", ";", ":"}
OF = frozenset({"di", "dei", "degli", "delle", "d'", "of"})
FEW = frozenset({"pochi", "poche", "pochissimi", "pochissime", "few", "many", "tanti", "tante"})
# where a noun is the verb's, or another noun's, and no second description
PLACES = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "conj"})
JOINED_ARTICLES = frozenset(
    f"{preposition}{article}"
    for preposition in ("de", "a", "da", "ne", "su", "co")
    for article in ("i", "gli", "lle", "gl'")
)
DOING = frozenset({"a", "ad", "to"})


def with_what_singles_out(tree: Tree, head: int, mask: Mask) -> Mask:
    """The mask with every relative without which a noun in it isn't the one that is meant."""
    for noun in sorted(mask):
        for clause in singling_clauses(tree, noun):
            if head not in tree.subtrees[clause]:
                mask |= words_of(tree, clause)
    return mask


def words_of(tree: Tree, clause: int) -> Mask:
    """The clause's words up to a bracket that opens behind its verb."""
    own = tree.subtrees[clause]
    ends = [i for i in own if i > clause and tree.forms[i] in BRACKETS]
    return frozenset(i for i in own & tree.words if i < min(ends, default=tree.size))


def tells_which_one(tree: Tree, head: int, mask: Mask) -> bool:
    """Whether a claim is a relative that only says which one is meant."""
    clause = head
    while tree.labels[clause] == "conj" and is_kind(tree, tree.heads[tree.heads[clause]]):
        clause = tree.heads[clause]
    if tree.labels[clause] not in ("acl:relcl", "acl"):
        return False
    for noun in tree.paths[clause][1:]:
        if clause not in singling_clauses(tree, noun):
            continue
        told = mask <= tree.subtrees[noun] and not mask & set(tree.dependents(noun, "cop"))
        meant = tree.forms[noun].lower() in FIRSTS[tree.language]  # "dopo i primi che uscirono"
        return told and not meant and not is_told_of_all(tree, noun, head)
    return False


def says_which_one(tree: Tree, clause: int, head: int) -> bool:
    """Whether a claim's head is, or tells of, a noun that a relative in the claim singles out."""
    return head not in tree.subtrees[clause] and any(
        clause in singling_clauses(tree, noun) for noun in tree.paths[clause][1:]
    )


def singling_clauses(tree: Tree, noun: int) -> list[int]:
    """The relatives and infinitives behind a noun, without a comma, that say which one it is.

    On whichever noun of its phrase they hang: "l'unica ditta del distretto che esporta".
    """
    if is_kind(tree, noun):
        own = tree.dependents(noun, "acl:relcl")
        return [i for i in own if is_habit(tree, i) and follows_closely(tree, noun, i)]
    if not is_singled(tree, noun):
        return []
    return [
        clause
        for clause in sorted(tree.subtrees[noun])
        if clause > noun and (tree.labels[clause] == "acl:relcl" or is_doing(tree, clause))
        if follows_closely(tree, noun, clause)
    ]


def is_kind(tree: Tree, noun: int) -> bool:
    """ "firms", "concorrenti": several of a kind, not counted, not told which."""
    several = tree.pos[noun] == "NOUN" and "Number=Plur" in tree.morphs[noun]
    led = {tree.forms[i].lower() for i in tree.subtrees[noun] if i < noun}
    told = tree.has(noun, "det", "det:poss", "det:predet", "nmod:poss", "nummod", "cop")
    return several and tree.labels[noun] in PLACES and not told and not led & JOINED_ARTICLES


def is_habit(tree: Tree, clause: int) -> bool:
    """Whether a relative says what always holds: "che non pagano", "who work at night"."""
    verbs = [clause, *tree.dependents(clause, "aux", "aux:pass", "cop")]
    finite = [i for i in verbs if tree.is_finite[i]]
    done = tree.pos[clause] == "VERB" and tree.has(clause, "aux") and not tree.is_finite[clause]
    return (
        bool(finite)
        and not (done and not tree.has(clause, "aux:pass"))
        and all(
            "Tense=Pres" in tree.morphs[i]
            or (tree.language == "it" and "Tense=Imp" in tree.morphs[i])
            for i in finite
        )
    )


def is_singled(tree: Tree, noun: int) -> bool:
    """ "the only firm", "la prima", "il più alto edificio", "una delle poche imprese"."""
    form = tree.forms[noun].lower()
    if form in ONES:
        return any(is_of_some(tree, noun, child) for child in tree.dependents(noun, "nmod"))
    definite = [i for i in tree.dependents(noun, "det") if tree.forms[i].lower() in DEFINITE]
    definite += [i for i in tree.dependents(noun, "case") if fused_article(tree.forms[i])]
    if not definite:  # nor "del più alto edificio"
        return False
    before = [i for i in tree.dependents(noun, "amod") if i < noun]
    return form in FIRSTS[tree.language] or any(is_utmost(tree, i) for i in before)


def is_utmost(tree: Tree, word: int) -> bool:
    """ "only", "primo", "largest", "più grande"."""
    english = tree.language == "en" and "Degree=Sup" in tree.morphs[word]
    graded = any(tree.forms[i].lower() in MOST for i in tree.children[word])
    return english or graded or tree.forms[word].lower() in FIRSTS[tree.language]


def is_of_some(tree: Tree, one: int, several: int) -> bool:
    """ "una delle poche imprese", "one of the three judges"; "è uno dei giudici": told of one."""
    counted = any(
        tree.labels[i] == "nummod" or tree.forms[i].lower() in FEW or is_utmost(tree, i)
        for i in tree.children[several]
    )
    told = tree.has(one, "cop") or tree.labels[one] == "appos"
    return is_several(tree, several) and (counted or told)


def is_several(tree: Tree, noun: int) -> bool:
    """ "delle poche imprese", "of the three judges"."""
    led = any(tree.forms[i].lower() in OF for i in tree.dependents(noun, "case"))
    return led and "Number=Plur" in tree.morphs[noun]


def is_doing(tree: Tree, clause: int) -> bool:
    """ "the first woman to lead it", "il primo a dirlo"."""
    marks = {tree.forms[i].lower() for i in tree.dependents(clause, "mark")}
    return tree.labels[clause] == "acl" and bool(marks & DOING)


def follows_closely(tree: Tree, noun: int, clause: int) -> bool:
    """Whether no mark stands between a noun's phrase and the clause's first word."""
    first = min(tree.subtrees[clause] & tree.words)
    between = tree.forms[noun + 1 : first]
    return first - 1 in tree.words & tree.subtrees[noun] and not MARKS.intersection(between)


def is_told_of_all(tree: Tree, noun: int, clause: int) -> bool:
    """ "uno dei tre giudici che hanno firmato": all three; the "few" that export aren't told."""
    if tree.forms[noun].lower() not in ONES:
        return False
    verbs = [clause, *tree.dependents(clause, "aux", "aux:pass", "cop")]
    single = any("Number=Sing" in tree.morphs[i] for i in verbs if "VerbForm=Fin" in tree.morphs[i])
    whole = tree.heads[clause]
    few = any(tree.forms[i].lower() in FEW for i in tree.children[whole])
    return not single and not few and is_several(tree, whole)
