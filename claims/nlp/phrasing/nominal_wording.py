"""Claims without a finite verb: a noun and what hangs on it get the verb that they lack."""

from __future__ import annotations

import re

from claims.nlp.grammar.gerunds import GERUND
from claims.nlp.grammar.phrases import (
    Names,
    join_words,
    lower_article,
)
from claims.nlp.grammar.statement import Statement
from claims.nlp.grammar.verb_forms import (
    is_plural,
    participle_verb,
)
from claims.nlp.parsing.tree import Mask, Tree
from claims.nlp.phrasing.acronym_wording import acronym_text
from claims.nlp.phrasing.all_of_them import holds_two, without_all, without_first_told
from claims.nlp.phrasing.antecedents import named_bearer
from claims.nlp.phrasing.apposition_wording import noun_and_phrase_text
from claims.nlp.phrasing.bearers import bearer, first_of_predicate
from claims.nlp.phrasing.called_wording import called_text
from claims.nlp.phrasing.english_bearers import appointed
from claims.nlp.phrasing.finite_forms import tells_past
from claims.nlp.phrasing.infinitive_wording import past_infinitive_text
from claims.nlp.phrasing.place_first_wording import place_first_text
from claims.nlp.phrasing.sentence_marks import out_of_brackets
from claims.nlp.phrasing.subject_articles import closing_comma, led_subject
from claims.nlp.phrasing.superlatives import is_ever, superlative_article, superlative_text
from claims.nlp.phrasing.title_articles import top_of
from claims.nlp.phrasing.title_wording import noun_and_name_text
from claims.nlp.phrasing.undone_wording import undone_text
from claims.nlp.phrasing.verbal_groups import is_nonfinite, verbal_group

CONNECTING = re.compile(r"^(?:dat|vist|considerat|compres|esclus|eccettuat)[oaie]$")
GIVEN = re.compile(r"^(?:dat|vist)[oaie]$")
AMONG = re.compile(r"^(?:compres|inclus)[oaie]$")
THOSE = frozenset({"quello", "quella", "quelli", "quelle"})
RELATIONS = frozenset({"appos", "compound", "flat", "flat:name"})
LED = 2  # words of "la quale"
OBJECTS = frozenset({"it", "him", "her", "them"})
TO_COME = frozenset({"domani", "dopodomani"})
PREDICATES = frozenset({"acl", "advcl", "conj", "ROOT", "parataxis", "xcomp", "ccomp", "dep"})


def verbless_text(
    statement: Statement, names: Names, subject: str | None, people: Mask
) -> str | None:
    """The claim with a verb; None where no verb is sure.

    people: words that belong to names of people or the like.
    """
    roads = [
        lambda: called_text(statement, names) or acronym_text(statement, names),
        lambda: place_first_text(statement, names) or verb_first_text(statement, names),
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
    if only_connects(tree, head) or says_which_of_those(tree, head):
        return ""
    if leaps_a_bracket(tree, head, statement.mask):
        return ""
    start = first_of_predicate(tree, head, statement.mask)
    noun = frozenset(i for i in statement.mask if i < start)
    if not noun:
        noun = statement.mask - tree.subtrees[head]
    rest = statement.mask - noun
    noun -= relative_behind(tree, noun)
    noun = without_first_told(tree, head, noun)
    borne = appointed(tree, head) or bearer(tree, head, noun)
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
    called = led_subject(tree, named_bearer(tree, noun), names) if noun else subject or ""
    if acts_on_itself(tree, head, called, names):
        return None
    if noun and AMONG.match(tree.forms[head].lower()) and not tree.has(head, "obl", "obl:agent"):
        return among_text(tree, called, frozenset(i for i in rest if i > head), names)
    verb = out_of_brackets(verbal_group(tree, head, noun, rest, names))
    closed = closing_comma(tree, called, noun)
    return None if verb is None else f"{called}{closed} {verb}"


def only_connects(tree: Tree, head: int) -> bool:
    """ "visti i tempi stretti": a participle before its own noun tells of no other."""
    own = tree.dependents(head, "obj", "nsubj", "nsubj:pass")
    follows = any(min(tree.subtrees[i]) == head + 1 for i in own)
    return follows and GIVEN.match(tree.forms[head].lower()) is not None


def says_which_of_those(tree: Tree, head: int) -> bool:
    """ "meno della metà di quelle previste": it says which ones are meant, and tells nothing."""
    those = tree.heads[head] == head - 1 and tree.forms[head - 1].lower() in THOSE
    return those and tree.labels[head] == "acl"


def relative_behind(tree: Tree, noun: Mask) -> Mask:
    """The pronoun of "Ada Neri, la quale, lasciando l'aula, ha": who leaves is named before it."""
    last = max(noun, default=0)
    pronoun = tree.forms[last].lower() in ("quale", "quali") and tree.forms[last - 2] == ","
    return frozenset({last, last - 1} if pronoun and len(noun) > LED else ())


def leaps_a_bracket(tree: Tree, head: int, mask: Mask) -> bool:
    """ "Il catalogo (redatto a Lodi) e la guida": what brackets tell, with words behind them."""
    opens = max((i for i in range(head) if tree.forms[i] in "()"), default=head)
    closes = next((i for i in range(head, tree.size) if tree.forms[i] == ")"), tree.size)
    return tree.forms[opens] == "(" and max(mask) > closes and min(mask) < opens


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
    bare = is_nonfinite(tree, head) or "VerbForm=Part" in tree.morphs[head]  # "decisiva"
    if kind not in ("VERB", "ADJ", "NUM") or (kind == "VERB" and not bare):
        return None
    noun = next(i for i in follows if tree.labels[i].startswith("nsubj"))
    auxiliary, form = participle_verb(tree, head, is_plural(tree, noun, statement.mask))
    if any(tree.forms[i].lower() in TO_COME for i in words_here):
        auxiliary = auxiliary.split(" ")[0]  # what is closed tomorrow hasn't been so
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
