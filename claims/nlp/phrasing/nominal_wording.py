"""Claims without a finite verb: a noun and what hangs on it get the verb that they lack."""

from __future__ import annotations

import re

from claims.nlp.grammar.gerunds import GERUND, finite_gerund, with_object_pronoun
from claims.nlp.grammar.phrases import (
    Names,
    join_words,
    lower_article,
    lower_first,
)
from claims.nlp.grammar.statement import Statement
from claims.nlp.grammar.verb_forms import (
    finite_ing,
    is_plural,
    modal_above,
    participle_verb,
    present_verb,
)
from claims.nlp.parsing.tree import Mask, Tree
from claims.nlp.phrasing.acronym_wording import acronym_text
from claims.nlp.phrasing.all_of_them import holds_two, without_all, without_first_told
from claims.nlp.phrasing.apposition_wording import noun_and_phrase_text
from claims.nlp.phrasing.bearers import bearer, first_of_predicate
from claims.nlp.phrasing.called_wording import called_text
from claims.nlp.phrasing.infinitive_wording import past_infinitive_text
from claims.nlp.phrasing.sentence_marks import out_of_brackets
from claims.nlp.phrasing.subject_articles import closing_comma, led_subject
from claims.nlp.phrasing.superlatives import is_ever, superlative_article, superlative_text
from claims.nlp.phrasing.title_articles import top_of
from claims.nlp.phrasing.title_wording import noun_and_name_text
from claims.nlp.phrasing.undone_wording import undone_text

CONNECTING = re.compile(r"^(?:dat|vist|considerat|compres|esclus|eccettuat)[oaie]$")
AMONG = re.compile(r"^(?:compres|inclus)[oaie]$")
SEVERAL = re.compile(r"(?:t|[^oa]s)[ie]$")  # past participles of several, not "riunitosi"
RELATIONS = frozenset({"appos", "compound", "flat", "flat:name"})
NONFINITE = re.compile(r"VerbForm=(?:Part|Ger)")
ITALIAN_NONFINITE = re.compile(r"(?:[ae]ndo\w{0,6}|[ts][oaie](?:si)?|nt[ei])$")
INFINITIVE = re.compile(r"r(?:si|[ltc]i|l[aoe]|ne|mi|e)?$")
CLITICS = frozenset({"si", "ci", "vi", "ne", "gli", "mi", "ti", "s'", "s’"})
OBJECTS = frozenset({"it", "him", "her", "them"})
AUXILIARY_GERUNDS = {"avendo": "avere", "essendo": "essere", "venendo": "essere"}
BEGINNING = re.compile(r"(?:inizi|cominci)ando$")
AMOUNTS = frozenset({"many", "much", "few", "fewer", "more", "less", "most"})
PREDICATES = frozenset({"acl", "advcl", "conj", "ROOT", "parataxis", "xcomp", "ccomp", "dep"})


def verbless_text(
    statement: Statement, names: Names, subject: str | None, people: Mask
) -> str | None:
    """The claim with a verb; None where no verb is sure.

    people: words that belong to names of people or the like.
    """
    roads = [
        lambda: called_text(statement, names) or acronym_text(statement, names),
        lambda: verb_first_text(statement, names),
        lambda: past_infinitive_text(statement, names, subject),
        lambda: undone_text(statement, names, subject),
        lambda: noun_and_verb_text(statement, names, subject),
        lambda: noun_and_name_text(statement, names, people),
        lambda: noun_and_phrase_text(statement, names, people),
    ]
    if statement.role in RELATIONS:
        roads = [roads[0], *roads[5:], roads[4]]
    for road in roads:
        text = road()
        if text is not None:
            return text
    return None


def noun_and_verb_text(statement: Statement, names: Names, subject: str | None) -> str | None:
    """ "the survey, made by X" -> "the survey was made by X"; gerunds become finite."""
    tree, head = statement.tree, predicate_verb(statement)
    if head is None:
        return None
    start = first_of_predicate(tree, head, statement.mask)
    noun = frozenset(i for i in statement.mask if i < start)
    if not noun:
        noun = statement.mask - tree.subtrees[head]
    rest = statement.mask - noun
    noun = without_first_told(tree, head, noun)
    borne = bearer(tree, head, noun)
    if borne is None:
        return None
    if is_ever(tree, head, borne):
        return ""
    article = superlative_article(tree, head)
    if article is not None:
        return superlative_text(statement, head, article, names)
    noun = without_all(tree, borne)
    if noun != borne and holds_two(tree, head, noun):
        return None
    if not noun and not subject and (tree.language == "en" or tells_now(tree, head)):
        return None  # "invia lettere" would be an order
    rest -= noun
    rest |= borne - noun
    called = led_subject(tree, noun, names) if noun else subject or ""
    if acts_on_itself(tree, head, called, names):
        return None
    if noun and AMONG.match(tree.forms[head].lower()) and not tree.has(head, "obl", "obl:agent"):
        return among_text(tree, called, frozenset(i for i in rest if i > head), names)
    verb = out_of_brackets(verbal_group(tree, head, noun, rest, names))
    closed = closing_comma(tree, called, noun)
    return None if verb is None else f"{called}{closed} {verb}"


def acts_on_itself(tree: Tree, head: int, called: str, names: Names) -> bool:
    """ "X raised $2bn, making it the third": what makes X the third isn't X."""
    objects = [i for i in tree.dependents(head, "obj", "iobj", "dobj") if tree.pos[i] == "PRON"]
    following = tree.forms[head + 1].lower() if head + 1 < tree.size else ""
    if tree.language == "en" and tree.lemmas[head] == "make" and following in OBJECTS:
        return True
    return any(names.get(i) and names[i] in called for i in objects)


def tells_now(tree: Tree, head: int) -> bool:
    """Whether an Italian gerund would become a present."""
    return GERUND.match(tree.forms[head]) is not None and not tells_past(tree, head)


def among_text(tree: Tree, called: str, members: Mask, names: Names) -> str | None:
    """ "gli indagati, compresi due agenti" -> "Tra gli indagati ci sono due agenti"."""
    if not members:
        return None
    verb = "ci sono" if is_plural(tree, top_of(tree, members), members) else "c'è"
    group = lower_article(called, tree.language)
    return f"tra {group} {verb} {join_words(tree, sorted(members), names)}"


def verb_first_text(statement: Statement, names: Names) -> str | None:
    """ "Convocato un tavolo" -> "È stato convocato un tavolo": Italian, the noun follows.

    "" for a participle that only connects: "data la crisi", "compresi i minori".
    """
    tree, head = statement.tree, statement.head
    words_here = sorted(statement.mask)
    follows = [i for i in tree.children[head] if i in statement.mask and i > head]
    has_noun = any(tree.labels[i].startswith("nsubj") for i in follows)
    if tree.language != "it" or not has_noun or head != words_here[0]:
        return None
    if CONNECTING.match(tree.forms[head].lower()):
        return ""
    kind = tree.pos[head]
    if kind not in ("VERB", "ADJ", "NUM") or (kind == "VERB" and not is_nonfinite(tree, head)):
        return None
    noun = next(i for i in follows if tree.labels[i].startswith("nsubj"))
    auxiliary, form = participle_verb(tree, head, is_plural(tree, noun, statement.mask))
    text = join_words(tree, words_here, {**names, head: f"{form[:1].lower()}{form[1:]}"})
    return f"{auxiliary} {text}"


def predicate_verb(statement: Statement) -> int | None:
    """The participle, gerund or adjective that the claim says of its noun."""
    tree = statement.tree
    wanted = [statement.head, *sorted(statement.mask, key=lambda i: (tree.depths[i], i))]
    for word in wanted:
        if is_joined_to_noun(tree, word):
            continue
        spoken = tree.in_quotes[word] and not tree.in_quotes[tree.heads[word]]
        if tree.labels[word] in PREDICATES and is_nonfinite(tree, word):
            # "the mayor: «Restate a casa»" says nothing of the mayor
            return None if spoken and tree.labels[word] == "parataxis" else word
    return None


def is_joined_to_noun(tree: Tree, word: int) -> bool:
    """ "temporali e mareggiate": a noun that looks like a participle."""
    noun = tree.heads[word]
    joined = tree.labels[word] == "conj" and word - 1 in tree.dependents(word, "cc")
    several = tree.pos[noun] == "NOUN" and "Number=Plur" in tree.morphs[noun]
    bare = several and not tree.has(noun, "det", "nummod") and noun + 2 == word
    return tree.language == "it" and joined and bare


def is_nonfinite(tree: Tree, word: int) -> bool:
    """Participles and gerunds; adjectives that open a phrase of their own."""
    if tree.pos[word] == "ADJ":
        if tree.language == "en" and tree.forms[word].lower() in AMOUNTS:
            return False  # "approved 10 plants, fewer than before"
        return tree.labels[word] in ("acl", "advcl")
    if tree.pos[word] != "VERB":
        return False
    if tree.language == "it" and word and tree.forms[word - 1].lower() in CLITICS:
        return False  # "si accingono": only finite verbs have them in front
    if tree.has(word, "aux", "aux:pass", "cop"):
        return bool(gerund_auxiliaries(tree, word, plural=False))
    if tree.language == "en":
        form = tree.forms[word].lower()
        return NONFINITE.search(tree.morphs[word]) is not None or form.endswith("ing")
    form = tree.forms[word].lower()
    return ITALIAN_NONFINITE.search(form) is not None and not INFINITIVE.search(form)


def verbal_group(tree: Tree, head: int, noun: Mask, rest: Mask, names: Names) -> str | None:
    """The predicate with the verb that makes it finite."""
    granting = {i for i in rest if i < head and tree.forms[i].lower() in ("pur", "pure")}
    inside = sorted(rest - set(tree.dependents(head, "mark", "cc")) - granting)
    plural = bool(noun) and is_plural(tree, top_of(tree, noun), noun)
    if tree.language == "it" and tree.pos[head] == "VERB":
        plural = plural or SEVERAL.search(tree.forms[head].lower()) is not None
    finite = finite_form(tree, head, noun, plural)
    finite = present_verb(tree.forms[head]) if finite is None else finite
    if finite == "":
        return None
    helped = gerund_auxiliaries(tree, head, plural=plural)
    if helped:
        return join_words(tree, inside, {**names, **helped})
    if finite is not None:
        return join_words(tree, inside, {**names, head: finite})
    auxiliary, verb = participle_verb(tree, head, plural)
    denials = [i for i in inside if i < head and tree.forms[i].lower() in ("non", "not", "n't")]
    before = [i for i in denials if tree.heads[i] == head or i == head - 1]
    negation = join_words(tree, before, names)
    never = any(i < head and tree.forms[i].lower() == "mai" for i in inside)
    if tree.language == "it" and never and not negation:
        negation = "non"  # "(mai mostrato)" leaves it out
    verb = verb if tree.pos[head] == "PROPN" else f"{verb[:1].lower()}{verb[1:]}"
    others = [i for i in inside if i not in before]
    text = lower_first(tree, others, join_words(tree, others, {**names, head: verb}))
    parts = (negation, auxiliary) if tree.language == "it" else (auxiliary, negation)
    return " ".join(part for part in (*parts, text) if part)


def gerund_auxiliaries(tree: Tree, head: int, *, plural: bool) -> dict[int, str]:
    """ "avendo venduto" -> "ha venduto", "venendo fermata" -> "è stata fermata"; {} if it's none.

    All auxiliaries of the verb must be gerunds or participles of Italian.
    """
    helping = tree.dependents(head, "aux", "aux:pass", "cop")
    first = helping[0] if helping else head
    known = AUXILIARY_GERUNDS.get(tree.forms[first].lower())
    if tree.language != "it" or known is None or any(tree.is_finite[i] for i in helping):
        return {}
    form = tree.forms[head]
    passive = f" stat{form[-1]}" if known == "essere" and len(helping) == 1 else ""
    be = ("è", "sono")[plural]
    by_agent = tree.has(head, "obl:agent") or tree.forms[first].lower() == "venendo"
    return {first: ("ha", "hanno")[plural] if known == "avere" else be + passive * by_agent}


def finite_form(tree: Tree, head: int, noun: Mask, plural: bool) -> str | None:
    """The finite form of a gerund; None where the word is none, "" where it can't be made."""
    past, form = tells_past(tree, head), tree.forms[head].lower()
    if tree.language == "en":
        modal = modal_above(tree, head)  # what "will" be done hasn't been
        told = finite_ing(tree, head, past=past and not modal, plural=plural or bool(modal))
        return f"{modal} {'be' if told == 'are' else told}" if modal and told else told
    if GERUND.match(form) is None:
        return None
    ending = ending_for(tree, head, noun)
    found = finite_gerund(
        form,
        tree.lemmas[head],
        past=past,
        ending=ending,
        has_object=tree.has(head, "obj", "ccomp") or ends_by_doing(tree, head),
    )
    if found is None or found[1] in ("", "si"):
        return found[0] if found is not None else ""
    return with_object_pronoun(*found, has_object=tree.has(head, "obj", "ccomp"))


def ends_by_doing(tree: Tree, head: int) -> bool:
    """ "finendo per usare" -> "ha finito per usare", "iniziando a" -> "ha iniziato a"."""
    if BEGINNING.match(tree.forms[head].lower()) and tree.has(head, "xcomp"):
        return True
    follows = [i for i in tree.dependents(head, "xcomp", "advcl") if i > head]
    marks = {tree.forms[m].lower() for i in follows for m in tree.dependents(i, "mark", "case")}
    return bool(marks & {"per", "col", "con"})


def ends_in_one(tree: Tree, head: int) -> bool:
    """Whether the verb above a gerund, which shares its subject, is a singular."""
    governor = tree.heads[head]
    verbs = [governor, *tree.dependents(governor, "aux", "aux:pass", "cop")]
    return not any({"VerbForm=Fin", "Number=Plur"} <= set(tree.morphs[i].split("|")) for i in verbs)


def ending_for(tree: Tree, head: int, noun: Mask) -> str:
    """The ending that a participle takes with a noun, or with whom the verb above leaves out."""
    if not noun:
        return "o" if ends_in_one(tree, head) else "i"
    top = top_of(tree, noun)
    shown = [tree.morphs[i] for i in tree.dependents(top, "det")]  # surer than a foreign noun's
    shown = [morph for morph in shown if "Gender=" in morph] or [tree.morphs[top]]
    feminine = "Gender=Fem" in shown[0]
    return ("e" if feminine else "i") if is_plural(tree, top, noun) else ("a" if feminine else "o")


def tells_past(tree: Tree, word: int) -> bool:
    """Whether the clause above tells of the past; by default it does."""
    for node in tree.paths[word][1:]:
        verbs = [node, *tree.dependents(node, "aux", "aux:pass", "cop")]
        for verb in verbs:
            if "VerbForm=Fin" in tree.morphs[verb]:
                compound = verb != node and tree.labels[verb].startswith("aux")
                return compound or "Tense=Pres" not in tree.morphs[verb]
    return True
