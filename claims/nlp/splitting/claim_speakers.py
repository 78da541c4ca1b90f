"""Who says what a claim states: by the quotation it lies in, or by indirect speech."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.nlp.grammar.masks import reports
from claims.nlp.grammar.phrases import fused_article
from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree
from claims.nlp.phrasing.context import Discourse
from claims.nlp.splitting.told_sources import who_told
from claims.nlp.types import Quote, Speaker

CONTRASTS = frozenset({"while", "whereas", "mentre"})
GRANTING = frozenset({"although", "though"})
DISPUTING = frozenset({"dispute", "deny", "reject", "contest", "disagree", "contradict"})
JOINED = frozenset({"conj", "nsubj", "nsubj:pass"})
RELATIVES = frozenset({"che", "which", "who"})
OF_VERB = ("nsubj", "nsubj:pass", "obj")
AGAINST = frozenset({"ma", "però", "bensì", "but", "yet"})
BESIDE = ("obl", "advmod", "mark", "advcl")
COMMAS = frozenset({",", "–", "—"})
CLOSING = COMMAS | {"."}
MARKS = CLOSING | {":", ";"}
INSIDE = 0.95  # share of a claim's words that must stand in the quotation


def speaker_of(
    statement: Statement, quotes: Sequence[Quote], discourse: Discourse
) -> Speaker | None:
    """The speaker of a claim, None when the article itself says it."""
    quote = quote_around(statement, quotes)
    if quote is not None and quote.speaker is not None:
        return quote.speaker
    return indirect_speaker(statement, discourse)


def quote_around(statement: Statement, quotes: Sequence[Quote]) -> Quote | None:
    """The quotation that holds most of the claim."""
    spans = [statement.tree.spans[i] for i in statement.mask]
    for quote in quotes:
        inside = sum(quote.start <= start and end <= quote.end for start, end in spans)
        if inside >= INSIDE * len(spans):
            return quote
    return None


def tells(tree: Tree, verb: int) -> bool:
    """Whether what hangs on a verb is said by its subject: "è stata denunciata" says nothing.

    Nor does "è previsto": verbs of saying have "essere" in the passive alone.
    """
    helping = [tree.lemmas[i] for i in tree.dependents(verb, "aux", "cop")]
    passive = tree.has(verb, "nsubj:pass", "aux:pass", "nsubjpass", "auxpass")
    passive = passive or ("essere" in helping and not tree.has(verb, "expl"))
    return reports(tree, verb) and not passive


def is_no_content(tree: Tree, clause: int) -> bool:
    """Whether a clause can't be what the verb above it says, whatever the parser thinks.

    An English content has a subject ("The bank, thought to be rich, has been claimed"), and what
    is said of one half of a sentence isn't said of the half before the semicolon.
    """
    own, verb = tree.subtrees[clause], tree.heads[clause]
    between = [*range(max(own) + 1, verb), *range(verb + 1, min(own))]
    parted = any(tree.forms[i] == ";" for i in between)
    told = any(i < clause for i in tree.dependents(verb, "ccomp", "xcomp"))
    other = (
        tree.labels[clause] == "parataxis" and tree.has_subject[clause] and reports(tree, clause)
    )
    parted = parted or (told and other)  # "ha raccontato di aver visto … Y ha confermato …"
    said = tree.labels[clause] == "ccomp" and tree.is_finite[clause]
    return parted or (tree.language == "en" and said and not tree.has_subject[clause])


def is_contrast(tree: Tree, clause: int) -> bool:
    """ "X blocked it, arguing that prices would rise, while Y asked for time": Y's is not said."""
    marks = {tree.forms[i].lower() for i in tree.dependents(clause, "mark")}
    return bool(marks & CONTRASTS) or (bool(marks & GRANTING) and objects_to_it(tree, clause))


def objects_to_it(tree: Tree, clause: int) -> bool:
    """ "Unions claim that X, although the ministry disputes it": no union says so."""
    named = any(tree.pos[i] in ("NOUN", "PROPN") for i in tree.dependents(clause, "nsubj"))
    disputes = tree.lemmas[clause] in DISPUTING or reports(tree, clause)
    return named and disputes and tree.heads[clause] < clause


def source_of(tree: Tree, head: int, mask: Mask) -> int | None:
    """The noun of "secondo X", "according to X" beside a claim's verb, or the verb before.

    What a verb's subject is besides isn't said with the verb: "la legge voluta da Y, secondo X".
    """
    node = head
    while tree.labels[node] in JOINED and tree.heads[node] != node:
        apart = tree.labels[node] != "conj" and tree.heads[node] not in mask
        if (apart and tree.has(node, "acl")) or is_set_against(tree, node):
            break
        node = tree.heads[node]
    beside = [i for verb in {head, node} for i in tree.dependents(verb, *BESIDE)]
    found = [noun for child in beside for noun in nouns_led(tree, child)]
    named = [i for i in found if may_say(tree, i)]
    return named[0] if named else None


def is_set_against(tree: Tree, clause: int) -> bool:
    """ "Secondo X i fondi sono spariti, ma il Comune ha le ricevute": that is no longer X's.

    Nor is a second relative ("che secondo X costa molto e che oggi è esportato").
    """
    ties = {tree.forms[i].lower() for i in tree.dependents(clause, "cc")}
    relative = any(tree.forms[i].lower() in RELATIVES for i in tree.dependents(clause, *OF_VERB))
    return (bool(ties & AGAINST) and tree.has_subject[clause]) or (bool(ties) and relative)


def may_say(tree: Tree, noun: int) -> bool:
    """Whether a noun may be a source: "secondo arrivato" is none, nor is a place."""
    bare = not tree.has(noun, "det", "nummod", "amod") and "Number=Sing" in tree.morphs[noun]
    bare = bare and not any(fused_article(tree.forms[i]) for i in tree.dependents(noun, "case"))
    if tree.pos[noun] == "NOUN" and bare and tree.language == "it":
        return False
    return tree.pos[noun] in ("NOUN", "PROPN") and tree.entities[noun] != "LOC"


def nouns_led(tree: Tree, word: int) -> list[int]:
    """The noun that "secondo" or "according to" leads in."""
    if tree.forms[word].lower() == "according":
        return tree.dependents(word, "obl")
    if tree.language != "it":
        return []
    led = any(tree.forms[i].lower() == "secondo" for i in tree.dependents(word, "case"))
    return [word] if led and tree.forms[word].lower() != "quanto" else who_told(tree, word)


def asides_of(tree: Tree, clause: int) -> list[int]:
    """The verb of "rents, she says, have fallen": it stands within what is said, and holds none."""
    if tree.language != "en" or (reports(tree, clause) and tree.has(clause, "ccomp")):
        return []
    return [i for i in tree.dependents(clause, "parataxis") if is_aside(tree, i)]


def is_aside(tree: Tree, saying: int) -> bool:
    """Whether a verb of saying stands between commas, or behind the last one."""
    holds = tree.has(saying, "ccomp", "xcomp", "mark")
    if not (tells(tree, saying) and tree.is_finite[saying] and tree.has_subject[saying]) or holds:
        return False
    who = frozenset().union(*(tree.subtrees[i] for i in tree.dependents(saying, *SUBJECTS)))
    first, last = min({saying, *who}), max({saying, *who})
    marks = (form for form in tree.forms[last + 1 :] if form in MARKS)
    return bool(first) and tree.forms[first - 1] in COMMAS and next(marks, "") in CLOSING


def indirect_speaker(statement: Statement, discourse: Discourse) -> Speaker | None:
    """The subject of the verb of saying that governs the claim's clause, or its named source."""
    tree, node = statement.tree, statement.head
    source = source_of(tree, node, statement.mask)
    if source is not None:
        named = tree.subtrees[source] & statement.mask
        speaker = discourse.named_speaker(tree, source)
        return None if named else replace(speaker, name=speaker.name.strip("() "))
    if not tree.is_clausal[node]:
        node = statement.main  # "the price of bread fell": the noun may head the claim
    while tree.heads[node] != node or asides_of(tree, node):
        governor = tree.heads[node]
        aside = asides_of(tree, node)
        if aside:
            told = statement.mask.isdisjoint(aside)
            return discourse.speaker_of_verb(tree, aside[0]) if told else None
        if tree.labels[node] in ("ccomp", "parataxis") and tells(tree, governor):
            if is_no_content(tree, node):
                return None
            return None if governor in statement.mask else discourse.speaker_of_verb(tree, governor)
        if tree.labels[node] not in ("conj", "advcl", "xcomp") or is_contrast(tree, node):
            return None
        node = governor
    return None
