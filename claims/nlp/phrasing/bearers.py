"""Who a participle or a gerund is said of: the noun beside it, if the grammar lets it be."""

from __future__ import annotations

import re

from claims.nlp.grammar.gerunds import GERUND
from claims.nlp.grammar.led_names import is_led_as_many, is_led_as_other
from claims.nlp.grammar.masks import phrase, reports
from claims.nlp.grammar.phrases import fused_article
from claims.nlp.grammar.rule_claims import PERSON
from claims.nlp.grammar.verb_forms import REFLEXIVE, is_plural, shown_morph
from claims.nlp.lexicon import words
from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree

PARTICIPLE = re.compile(r"[ts][oaie]$")
BEFORE_PREDICATE = frozenset({"advmod", "aux", "aux:pass", "mark", "expl", "expl:pass", "iobj"})
AMOUNTS = frozenset({"MONEY", "PERCENT"})
SIGNS = frozenset({"£", "$", "€", "%"})
OF_THINGS = frozenset({"costare", "durare"})  # no person costs: "il film di X, costato"
CHARGED = frozenset(
    {"indagato", "indagata", "indagati", "indagate", "imputato", "imputata", "imputati", "imputate",
     "accusato", "accusata", "accusati", "accusate", "arrestato", "arrestata", "arrestati",
     "arrestate", "residente", "residenti", "incensurato", "incensurata", "incensurati"}
)  # fmt: skip
WORKS = re.compile(r"(?:tor[ei]|tric[ei]|ist[aie]|ent[ei]|ant[ei]|ier[aeio]|ai|ari[oae]?)$")
SAYING = re.compile(
    r"(?:esclud|precis|aggiung|sosten|chiar|spieg|assicur|ammett|neg|ricord|sottoline|dic|ribad)"
    r"(?:ando|endo)$"
)
GENDERS = {"o": "Masc", "i": "Masc", "a": "Fem", "e": "Fem"}


def bearer(tree: Tree, head: int, noun: Mask) -> Mask | None:
    """The words that a claim gives as subject to `head`; None where the article's aren't known.

    An adverbial gerund or participle has the subject of the clause that it hangs on, whatever
    noun stands nearest. An Italian participle agrees with its noun: one that doesn't belongs to
    the noun above that does.
    """
    governor = tree.heads[head]
    own = subject_phrase(tree, head) if tree.has_subject[head] else frozenset()
    if not own and has_pronoun_of_its_own(tree, head):
        return None
    counted = [i for i in tree.dependents(head, *SUBJECTS) if tree.pos[i] == "NUM"]
    if tree.language == "en" and not own and noun.intersection(counted):
        return noun  # "forty schools, 12 of them foreign"
    if own and max(own) < head:  # "the firm closed, its leader calling it a success"
        return noun & own or own
    above, hung = clause_above(tree, head)
    if hung:
        noun = noun | {tree.heads[above]} if above != governor else noun
        subject = subject_phrase(tree, above) or noun_told_of(tree, above, noun)
        if subject:
            top = min(subject, key=lambda i: (tree.depths[i], i))
            noun = noun & subject if top in noun else subject
        elif above != governor or is_left_out(tree, head, noun):
            return frozenset()
    if is_amount(tree, head):
        return raised_or_lowered(tree, governor)
    if tree.lemmas[head] in OF_THINGS and tree.pos[governor] == "NOUN" and governor not in noun:
        noun = frozenset(phrase(tree, governor)) & tree.words - tree.subtrees[head]
    if whole := whole_of_bare(tree, head, noun):
        return whole
    if charged := person_charged(tree, head, noun):
        return charged
    if not noun or agrees(tree, head, noun):
        return noun
    beside = name_beside(tree, head, noun) or inner_noun(tree, head, noun)
    return beside or noun_above(tree, head)


def clause_above(tree: Tree, head: int) -> tuple[int, bool]:
    """The governor of a gerund or participle, and whether that is a clause with its subject.

    No gerund is told of a noun: one that hangs on one has the subject of the verb above.
    """
    governor = tree.heads[head]
    gerund = tree.language == "it" and GERUND.match(tree.forms[head].lower()) is not None
    if gerund and tree.labels[head] in ("advcl", "acl") and not tree.is_verbal[governor]:
        verbs = [i for i in tree.paths[governor] if tree.is_verbal[i]]
        return (verbs[0], True) if verbs else (governor, False)
    speaking = tree.heads[governor]
    content = tree.labels[governor] == "ccomp" and reports(tree, speaking)
    if (
        gerund
        and content
        and tree.forms[head - 1] == ","
        and SAYING.match(tree.forms[head].lower())
    ):
        return speaking, True  # "ha ammesso che i test sono persi, escludendo colpe"
    return governor, tree.labels[head] == "advcl" and tree.is_verbal[governor]


def is_left_out(tree: Tree, head: int, noun: Mask) -> bool:
    """ "ha scritto su Carta, chiedendo": the one who wrote asks."""
    if not noun:
        return False
    return is_oblique(tree, tree.heads[head], noun) or is_anothers_gerund(tree, head, noun)


def noun_told_of(tree: Tree, verb: int, noun: Mask) -> Mask:
    """ "lo scenografo X, che aveva lavorato a Roma firmando 70 film": X is the subject of both."""
    subjects = [tree.forms[i].lower() for i in tree.dependents(verb, *SUBJECTS)]
    told = tree.labels[verb] == "acl:relcl" and subjects == ["che"]
    antecedent = frozenset(phrase(tree, tree.heads[verb])) & tree.words
    told = told and bool(antecedent & noun or noun <= tree.subtrees[verb])
    return antecedent if told else frozenset()


def person_charged(tree: Tree, head: int, noun: Mask) -> Mask:
    """ "l'obbligo di dimora per due impiegati, indagati per falso": only people are charged."""
    told = {tree.lemmas[head], tree.forms[head].lower()} & CHARGED
    top = min(noun, key=lambda i: (tree.depths[i], i), default=head)
    if tree.language != "it" or not told or not noun or is_somebody(tree, top):
        return frozenset()
    for node in sorted((i for i in noun if tree.pos[i] in ("NOUN", "PROPN")), reverse=True):
        inner = frozenset(phrase(tree, node)) & noun
        own = tree.labels[node] in ("nmod", "obl") and is_somebody(tree, node)
        if own and agrees(tree, head, inner):
            return inner
    return frozenset()


def is_somebody(tree: Tree, noun: int) -> bool:
    """Whether a noun or a name means people."""
    called = {tree.lemmas[noun], tree.forms[noun].lower()}
    kinds = ("names.person_titles", "names.person_nouns")
    known = any(called & words("it", kind) for kind in kinds)
    return (
        known or tree.entities[noun] in PERSON or WORKS.search(tree.forms[noun].lower()) is not None
    )


def raised_or_lowered(tree: Tree, amount: int) -> Mask | None:
    """ "Sales rose to £2m, driven by exports": the sales were."""
    verb = next((i for i in tree.paths[amount] if tree.is_verbal[i]), amount)
    return subject_phrase(tree, verb) or None


def noun_above(tree: Tree, head: int) -> Mask | None:
    """The nearest noun above an Italian participle that agrees with it."""
    for node in tree.paths[tree.heads[head]]:
        above = frozenset(phrase(tree, node)) & tree.words - tree.subtrees[head]
        if tree.pos[node] == "NOUN" and agrees(tree, head, above):
            return above
        if tree.is_verbal[node]:
            subject = subject_phrase(tree, node)
            return subject if subject and agrees(tree, head, subject) else None
    return None


def has_pronoun_of_its_own(tree: Tree, head: int) -> bool:
    """ "avendo questa consegnato due treni": whom the pronoun means isn't known here."""
    verbs = (head, *tree.dependents(head, "ccomp"))  # "avendo" may be taken for the verb
    subjects = [i for verb in verbs for i in tree.dependents(verb, *SUBJECTS)]
    pronouns = [i for i in subjects if tree.pos[i] == "PRON" and i == head + 1]
    gerunds = [i for i in (head, *tree.dependents(head, "aux")) if GERUND.match(tree.forms[i])]
    return tree.language == "it" and bool(pronouns) and bool(gerunds)


def is_anothers_gerund(tree: Tree, head: int, noun: Mask) -> bool:
    """ "sono entrati a casa di una donna fingendosi vigili": no noun within the verb's phrases.

    The subject is left out, and whoever it is pretends.
    """
    top, verb = min(noun, key=lambda i: (tree.depths[i], i)), tree.heads[head]
    below = tree.heads[top] != verb and tree.has(top, "case") and top in tree.subtrees[verb]
    gerund = GERUND.match(tree.forms[head]) is not None
    return tree.language == "it" and gerund and below and tree.is_finite[verb]


def is_amount(tree: Tree, head: int) -> bool:
    """Whether an English participle stands behind a sum and a comma: no sum is driven."""
    noun = tree.heads[head]
    behind = tree.labels[head] == "acl" and tree.forms[head - 1] == ","
    signed = any(tree.forms[i] in SIGNS for i in (*tree.children[noun], noun))
    return tree.language == "en" and behind and (signed or tree.entities[noun] in AMOUNTS)


def whole_of_bare(tree: Tree, head: int, noun: Mask) -> Mask:
    """ "un sistema di pagamento chiamato X": of a bare singular behind "di" nothing is told."""
    if tree.language != "it" or not noun or tree.labels[head] != "acl":
        return frozenset()
    top = min(noun, key=lambda i: (tree.depths[i], i))
    led = {tree.forms[i].lower() for i in tree.dependents(top, "case")}
    determined = tree.has(top, "det", "det:poss", "nummod", "amod")
    above = tree.heads[top]
    kind = led in ({"di"}, {"in"})  # "2.150 euro in contanti, ritenuti"
    if tree.pos[top] != "NOUN" or not kind or determined or tree.pos[above] != "NOUN":
        return frozenset()
    whole = frozenset(phrase(tree, above)) & tree.words - tree.subtrees[head]
    single = "Number=Sing" in tree.morphs[top] or led == {"in"}
    return whole if single and agrees(tree, head, whole) else frozenset()


def name_beside(tree: Tree, head: int, noun: Mask) -> Mask:
    """ "una sconfitta per il Lodi, battuto in casa": the name that ends a noun which disagrees."""
    node = max(noun)
    if tree.language != "it" or tree.pos[node] != "PROPN" or node > head:
        return frozenset()
    while tree.labels[node].startswith("flat") and tree.heads[node] in noun:
        node = tree.heads[node]
    led = any(tree.forms[i].lower() in ("per", "di") for i in tree.dependents(node, "case"))
    return frozenset(phrase(tree, node)) & noun if led else frozenset()


def inner_noun(tree: Tree, head: int, noun: Mask) -> Mask:
    """ "l'aborto della donna, incinta": the noun that ends a phrase which disagrees."""
    for node in sorted((i for i in noun if tree.pos[i] == "NOUN"), reverse=True):
        inner = frozenset(phrase(tree, node)) & noun
        led = tree.has(node, "det") or any(
            fused_article(tree.forms[i]) for i in tree.dependents(node, "case")
        )
        ends = tree.labels[node] == "nmod" and max(inner) == max(noun) and node < head
        if led and ends and agrees(tree, head, inner):
            return inner
    return frozenset()


def is_oblique(tree: Tree, verb: int, noun: Mask) -> bool:
    """Whether a noun phrase stands under a preposition beside an Italian verb."""
    top = min(noun, key=lambda i: (tree.depths[i], i))
    beside = tree.heads[top] == verb and tree.labels[top] == "obl"
    return tree.language == "it" and beside and tree.has(top, "case")


def subject_phrase(tree: Tree, verb: int) -> Mask:
    """The subject that a verb has or shares with the one it is joined to; names and nouns only."""
    while not tree.has_subject[verb] and tree.labels[verb] == "conj":
        verb = tree.heads[verb]
    found = [i for i in tree.dependents(verb, *SUBJECTS) if tree.pos[i] in ("NOUN", "PROPN")]
    before = [i for i in found if i < verb]  # "la scorsa notte | una tromba d'aria ha"
    chosen = before[-1:] or found
    return frozenset(phrase(tree, chosen[0])) & tree.words if chosen else frozenset()


def agrees(tree: Tree, head: int, noun: Mask) -> bool:
    """Whether an Italian participle's ending fits a noun phrase, as far as the phrase shows it."""
    form = tree.forms[head].lower()
    form = reflexive[1] if (reflexive := REFLEXIVE.match(form)) else form  # "formatosi"
    adjective = tree.pos[head] == "ADJ" and form[-1:] in "oa" and "Gender=" in tree.morphs[head]
    participle = tree.pos[head] == "VERB" and PARTICIPLE.search(form) and not GERUND.match(form)
    if tree.language != "it" or not (participle or adjective):
        return True
    top = min(noun, key=lambda i: (tree.depths[i], i))
    morph = shown_morph(tree, top)
    several = form[-1] in "ie"
    if tree.pos[top] == "PROPN" and not several and is_led_as_many(tree, top):
        return False
    if tree.pos[top] == "PROPN" and is_led_as_other(tree, top, form[-1]):
        return False
    if any(is_other_sex(tree.forms[i], form[-1]) for i in own_names(tree, top) if i in noun):
        return False
    if tree.pos[top] == "PROPN" and several and not tree.has(top, "conj"):
        return not any("Number=Sing" in tree.morphs[i] for i in tree.dependents(top, "det"))
    if tree.pos[top] != "NOUN" or "Gender=" not in morph:
        return True
    if "Number=" in morph and is_plural(tree, top, noun) != (form[-1] in "ie"):
        return False
    listed = any(child in noun for child in tree.dependents(top, "conj"))
    return listed or f"Gender={GENDERS[form[-1]]}" in morph


def own_names(tree: Tree, noun: int) -> list[int]:
    """The name that a phrase is, or that its noun has: "il serial killer X"."""
    named = [i for i in tree.dependents(noun, "nmod", "appos", "flat") if tree.pos[i] == "PROPN"]
    bare = [i for i in named if not tree.has(i, "case")]
    return [noun] if tree.pos[noun] == "PROPN" else bare


def is_other_sex(given: str, ending: str) -> bool:
    """ "del ministro Carlo Neri, presentata alla Camera": no man is "presentata"."""
    either, female = words("names", "people.either"), words("names", "people.female")
    if given in either:
        return False
    man = given in words("names", "people.first") and given not in female
    return (man and ending in "ae") or (given in female and ending == "o")


def first_of_predicate(tree: Tree, head: int, mask: Mask) -> int:
    """Where the predicate begins: adverbs and the like just before the verb are its own."""
    start = head
    if tree.language == "en" and head > 1 and tree.forms[head - 1] == "-" and head - 2 in mask:
        start = head - 2  # "co-founded"
    for word in sorted((i for i in mask if i < start), reverse=True):
        own = tree.heads[word] == head and tree.labels[word] in BEFORE_PREDICATE
        own = own or (tree.forms[word].lower() == "mai" and tree.heads[word] == start)
        if not own:
            break
        start = word
    return start
