"""What a claim says of itself: its kind, whether it is asserted, hedged or denied."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claims.nlp.grammar.clause_lexicon import clause_lexicon
from claims.nlp.grammar.masks import reports
from claims.nlp.grammar.statement import Statement
from claims.nlp.grammar.verb_forms import only_behind
from claims.nlp.lexicon import words
from claims.nlp.parsing.tree import SUBJECTS, Tree
from claims.nlp.phrasing.undone_wording import is_undone
from claims.nlp.splitting.conditions import is_inverted, is_led_in, led_conditions
from claims.nlp.splitting.contrasted_times import sets_times_apart
from claims.nlp.splitting.contrasts import NOR
from claims.nlp.splitting.done_likewise import is_done_likewise
from claims.nlp.splitting.held_contents import is_only_thought
from claims.nlp.splitting.purposes import is_purpose
from claims.nlp.splitting.taken_back import has_negation, is_called_false, is_taken_back, is_unreal
from claims.nlp.types import Kind

SOURCE_CASES = frozenset({"secondo", "to", "according", "da", "per", "by", "from"})
RELATIONS = frozenset({"appos", "compound", "flat", "flat:name"})
SEEMING = frozenset({"parere", "sembrare", "appear", "seem"})
CONCEDING = frozenset({"anche", "as", "come"})  # "anche se" grants, "as if" compares
ASKING = frozenset({"how", "why", "whether", "what"})
WHERE_AND_WHEN = frozenset({"when", "where"})
MODIFIERS = frozenset({"amod", "nmod", "appos", "nummod"})
FACTS = frozenset({"fatto", "fact"})
WITH = frozenset({"con", "with"})


def is_asserted(statement: Statement) -> bool:
    """Whether the article states the claim: no condition, wish, denial or indirect question."""
    tree = statement.tree
    unreal = is_unreal(tree, statement.head, statement.mask)
    if unreal or is_purpose(statement) or is_asked(statement) or is_only_thought(statement):
        return False
    if is_done_likewise(statement):
        return False
    conditions = words(tree.language, "marks.conditions")
    for node in tree.paths[statement.head]:
        opens = any(
            tree.forms[child].lower() in conditions and tree.labels[child] in ("mark", "advmod")
            for child in tree.children[node]
            if child < node
        )
        led = is_led_in(tree, node) or is_inverted(tree, node)
        opens = opens and not sets_times_apart(tree, node)
        if opens or (led and tree.heads[node] not in statement.mask):
            return False
        governor = tree.heads[node]
        if stands_apart(tree, node):
            pass
        elif (
            is_taken_back(tree, node, statement.head)
            or is_bet_on(tree, node)
            or (tree.labels[node] in ("ccomp", "xcomp", "csubj") and is_held(tree, governor))
        ):
            return governor in statement.mask
        if is_accusation(tree, node) or is_charge(tree, node):
            return bool(statement.finite - tree.subtrees[node])
        if node != statement.head or tree.labels[node] not in ("conj", "ccomp", "xcomp"):
            break
    return True


def is_held(tree: Tree, verb: int) -> bool:
    """Whether what hangs on a word is only wished for, held of a noun, or called likely.

    "È facile che crolli", "it is possible that it fell".
    """
    known = {tree.lemmas[verb], tree.forms[verb].lower()}
    unreal = words(tree.language, "marks.wishes") | words(tree.language, "marks.judgements")
    return bool(known & unreal) or is_held_of_noun(tree, verb)


def is_bet_on(tree: Tree, clause: int) -> bool:
    """ "Conta sul fatto che il governo paghi", "betting that prices will fall"."""
    governor = tree.heads[clause]
    if tree.lemmas[governor] in FACTS and tree.labels[clause] in ("acl", "ccomp"):
        governor = tree.heads[governor]
    elif tree.labels[clause] != "ccomp" or tree.language == "it":
        return False  # "conta che": it counts
    above = {tree.lemmas[i] for i in tree.paths[governor][:2]}
    return bool(above & words(tree.language, "marks.bets"))


def is_accusation(tree: Tree, clause: int) -> bool:
    """ "Accusato di aver rubato", "l'accusa di aver rubato": nobody has proved it."""
    accusing = words(tree.language, "marks.accusations")
    verbs = (clause, *tree.dependents(clause, "aux"))
    bare = any("VerbForm=Inf" in tree.morphs[i] or tree.forms[i].endswith("ing") for i in verbs)
    bare = bare and not tree.is_finite[clause]
    under = bare and tree.labels[clause] in ("xcomp", "ccomp", "acl", "advcl")
    above = tree.paths[clause][1:3]  # what an accusation holds may hang on its participle
    return under and any({tree.lemmas[i], tree.forms[i].lower()} & accusing for i in above)


def is_charge(tree: Tree, clause: int) -> bool:
    """ "Arrestato per aver rubato": what somebody is held for isn't told as a fact."""
    led = any(tree.forms[i].lower() == "per" for i in tree.dependents(clause, "mark", "case"))
    past = any("VerbForm=Inf" in tree.morphs[i] for i in tree.dependents(clause, "aux", "aux:pass"))
    if tree.language != "it" or not led or not past:
        return False
    return any(tree.lemmas[i] in words("it", "marks.charges") for i in tree.paths[clause][1:3])


def stands_apart(tree: Tree, clause: int) -> bool:
    """Whether a colon parts a clause from the verb that the parser hung it on."""
    governor = tree.heads[clause]
    return ":" in tree.forms[governor + 1 : min(tree.subtrees[clause])]


def is_held_of_noun(tree: Tree, verb: int) -> bool:
    """ "il quadro, che si ritiene sia stato venduto": the relative is told as a whole."""
    relative = tree.language == "it" and tree.labels[verb] == "acl:relcl"
    if not relative or not verb or tree.forms[verb - 1].lower() != "si":
        return False
    return tree.lemmas[verb] in words("it", "marks.beliefs") or tree.lemmas[verb] == "dire"


def is_hedged(statement: Statement) -> bool:
    """A word of doubt, an Italian conditional of hearsay, a source without a name, a condition."""
    tree = statement.tree
    own = [i for i in statement.mask if belongs_to_main(statement, i)]
    doubtful = any("Mood=Cnd" in tree.morphs[i] or is_doubt(tree, i) for i in own)
    return doubtful or is_hearsay(statement, own) or is_held_possible(statement)


def is_doubt(tree: Tree, word: int) -> bool:
    """Whether a word holds something only possible: "the map appeared in 1968" doubts nothing."""
    if tree.lemmas[word] not in clause_lexicon(tree.language).hedging:
        return False
    if tree.forms[word] == "May" and "NUM" in tree.pos[max(word - 1, 0) : word + 2]:
        return False  # "before 4 May"
    if tree.lemmas[word] in SEEMING:
        verb = tree.pos[word] in ("VERB", "AUX")
        return verb and (tree.language == "it" or tree.has(word, "xcomp", "ccomp"))
    return tree.pos[word] not in ("PROPN", "NOUN")


def is_hearsay(statement: Statement, own: Iterable[int]) -> bool:
    """ "Secondo fonti", "stando a", "is said to be"."""
    tree = statement.tree
    sources, sayings = (words(tree.language, f"marks.{name}") for name in ("sources", "phrases"))
    unnamed = any(
        tree.lemmas[i] in sources
        and tree.labels[i] != "nmod"  # "prove da fonti pubbliche"
        and any(tree.forms[c].lower() in SOURCE_CASES for c in tree.dependents(i, "case"))
        for i in own
    )
    text = " ".join(tree.forms[i].lower() for i in sorted(statement.mask))
    return unnamed or any(re.search(rf"\b{saying}\b", text) for saying in sayings)


def is_held_possible(statement: Statement) -> bool:
    """A clause under "it seems that" or "it is believed that", or one that hangs on a condition."""
    tree, head = statement.tree, statement.main
    governor = tree.heads[head]
    under = tree.labels[head] in ("ccomp", "xcomp", "csubj", "acl")
    doubted = tree.lemmas[governor] in words(tree.language, "marks.doubts")
    if under and doubted and not has_negation(tree, governor):
        return True
    if (under and is_belief_of_nobody(tree, governor)) or led_conditions(tree, head):
        return True
    if any(is_inverted(tree, clause) for clause in tree.dependents(head, "advcl", "ccomp")):
        return True
    conditions = words(tree.language, "marks.conditions") - {"whether"}
    return any(
        tree.forms[mark].lower() in conditions and tree.forms[mark - 1].lower() not in CONCEDING
        for clause in tree.dependents(head, "advcl")
        if not sets_times_apart(tree, clause)
        for mark in tree.dependents(clause, "mark", "advmod")
    )


def is_asked(statement: Statement) -> bool:
    """ "surprised by how well it came through": an indirect question states nothing."""
    tree, head = statement.tree, statement.head
    inside = sorted(tree.subtrees[head] & tree.words)
    opening = next((i for i in inside if tree.pos[i] != "ADP"), head)
    asked = ASKING | WHERE_AND_WHEN if tree.labels[head] == "ccomp" else ASKING
    asks = tree.forms[opening].lower() in asked and opening < head and tree.is_finite[head]
    under = tree.labels[head] in ("ccomp", "advcl", "acl", "obl") and tree.language == "en"
    return under and asks and tree.heads[head] not in statement.mask


def is_belief_of_nobody(tree: Tree, verb: int) -> bool:
    """ "Si ritiene che", "it is thought that": who holds it to be true has no name."""
    believed = tree.lemmas[verb] in words(tree.language, "marks.beliefs")
    return believed and not any(
        tree.pos[i] in ("NOUN", "PROPN") for i in tree.dependents(verb, *SUBJECTS)
    )


def is_negated(statement: Statement) -> bool:
    """A negation of the predicate itself, not of a clause or phrase inside it ("non solo")."""
    tree = statement.tree
    if is_undone(tree, statement.head) or is_called_false(tree, statement.main):
        return True
    negating = clause_lexicon(tree.language).negating
    return any(
        (tree.lemmas[i] in negating or tree.forms[i].lower() in negating)
        and tree.labels[i] not in ("case", "mark")
        and not is_number_sign(tree, i)
        and not only_behind(tree, i)
        and not denies_modifier(statement, i)
        for i in statement.mask
        if belongs_to_main(statement, i)
    )


def is_number_sign(tree: Tree, word: int) -> bool:
    """ "The No. 2 official": a sign for "number"; "con 210 no": votes."""
    if tree.forms[word].lower() == "no" and word and tree.pos[word - 1] == "NUM":
        return True
    form, *following = tree.forms[word : word + 3]
    behind = [other for other in following if other != "."]
    return form in ("No", "No.", "no.") and bool(behind) and behind[0][:1].isdigit()


def denies_modifier(statement: Statement, word: int) -> bool:
    """ "Non lontano dal porto", "i non vedenti", "with no permission": what was done was done."""
    tree, governor = statement.tree, statement.tree.heads[word]
    label = tree.labels[governor]
    if governor == statement.main or is_of_denied_pair(statement, word):
        return False
    if label in ("conj", "appos") and not tree.is_clausal[governor]:
        return True  # "ha vinto la Lazio, non la Roma"
    if tree.labels[word] != "advmod":
        while tree.labels[governor] == "conj":
            governor = tree.heads[governor]
        return any(tree.forms[i].lower() in WITH for i in tree.dependents(governor, "case"))
    group = any(i < word for i in tree.dependents(governor, "det"))
    return label == "advmod" or group or (bool(statement.finite) and label in MODIFIERS)


def is_of_denied_pair(statement: Statement, word: int) -> bool:
    """ "Neither X nor Y attended", "né X né Y": both are denied."""
    forms = [statement.tree.forms[i].lower() for i in statement.mask]
    return statement.tree.forms[word].lower() in NOR and sum(form in NOR for form in forms) > 1


def belongs_to_main(statement: Statement, word: int) -> bool:
    """Whether a word hangs on the claim's predicate with no other clause between."""
    tree, node, main = statement.tree, word, statement.main
    while node not in (statement.head, main, tree.heads[node]):
        if tree.labels[node] in ("ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis"):
            return False
        node = tree.heads[node]
    return node in (statement.head, main)


def kind_of(statement: Statement, *, has_quantity: bool, has_date: bool, quotes: bool) -> Kind:
    """The sort of fact; the most telling feature wins.

    quotes: whether the claim reports direct speech that lies within it.
    """
    tree, head = statement.tree, statement.head
    if quotes or (reports(tree, head) and tree.has(head, "ccomp", "csubj", "xcomp", "parataxis")):
        return Kind.ATTRIBUTION
    if has_quantity:
        return Kind.QUANTITY
    if has_date:
        return Kind.DATE
    if statement.role in RELATIONS:
        return Kind.RELATION
    composing = clause_lexicon(tree.language).composing
    if composing & {tree.lemmas[head], tree.forms[head].lower()}:
        return Kind.COMPOSITION
    if tree.has(head, "cop"):
        return Kind.RELATION
    acts = tree.pos[head] == "VERB" or tree.has(head, "aux", "aux:pass")
    return Kind.EVENT if acts else Kind.OTHER
