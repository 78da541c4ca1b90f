"""Put what pointing words mean in their place, with the grammar that this asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from claims.nlp.grammar.masks import reports
from claims.nlp.grammar.phrases import (
    bare_preposition,
    definite_article,
    fuse,
    fused_article,
    with_article,
)
from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.tree import SUBJECTS, Tree
from claims.nlp.referring.anaphors import CLITICS, DEFINITE, OPEN_KINDS, Anaphor, Kind
from claims.nlp.referring.references import Reference
from claims.nlp.referring.referents import Referent
from claims.nlp.types import Unresolved

AGREEING = re.compile(r"[ts][aie]$")
SIGN = re.compile(r"(?:%|‰|\bper cent|\bpercent|\bper cento)$")
"""A share is nobody: "the %" is shown to no reader."""
VIEWS = frozenset({"giudizio", "parere", "avviso", "dire"})
SHORT = 3
"""Words of a complement that stays between a noun and its owner, its preposition among them."""
NOUNS = (Kind.NOUN, Kind.NOUN_SUBJECT)


@dataclass(slots=True)
class Meanings:
    """`words`: what stands in the place of a word, "" for nothing. `subject`: the dropped one."""

    words: dict[int, str] = field(default_factory=dict)
    subject: str | None = None
    unresolved: list[Unresolved] = field(default_factory=list)


def meanings_of(
    statement: Statement,
    references: Sequence[Reference],
    mentioned: Mapping[int, Referent],
    names: Mapping[int, str],
) -> Meanings:
    """What a claim's words stand for.

    references: of the claim's sentence. mentioned: what its names and nouns mean.
    names: names to be written in full, by word.
    """
    tree, found = statement.tree, Meanings(dict(names))
    present = {id(mentioned[i]) for i in statement.mask if i in mentioned}
    for reference in references:
        if not concerns(statement, reference.anaphor):
            continue
        meant = reference.meant
        if means_own_subject(statement, reference.anaphor):
            continue
        there = set() if is_told_first(statement, reference.anaphor) else present
        if meant is None:
            found.unresolved += open_question(tree, reference, there)
        elif (id(meant) not in there or completes(reference)) and put(
            reference.anaphor, meant, found, statement
        ):
            present.add(id(meant))
    return found


def means_own_subject(statement: Statement, anaphor: Anaphor) -> bool:
    """ "X, who ... their own Y": "their" and "loro" within a clause whose plural subject is there.

    They stand for the subject and need no name: the subject is in the claim.
    """
    tree, head = statement.tree, statement.head
    if anaphor.kind != Kind.POSSESSIVE or not anaphor.plural:
        return False
    owner = tree.heads[head] if statement.role == "acl:relcl" else None
    subjects = [i for i in tree.dependents(head, *SUBJECTS) if i in statement.mask]
    if owner is None or owner not in statement.mask or anaphor.word not in tree.subtrees[head]:
        owner = subjects[0] if subjects and anaphor.word not in tree.subtrees[subjects[0]] else None
    return owner is not None and "Number=Plur" in tree.morphs[owner]


def is_told_first(statement: Statement, anaphor: Anaphor) -> bool:
    """ "Ada Vex died at home, her son said": the claim begins with her son, before she is named."""
    tree, head = statement.tree, statement.head
    owners = anaphor.kind == Kind.POSSESSIVE and tree.language == "en" and reports(tree, head)
    said = [i for i in tree.dependents(head, "ccomp", "parataxis") if i in statement.mask]
    subjects = [i for i in tree.dependents(head, "nsubj") if anaphor.word in tree.subtrees[i]]
    return owners and bool(subjects) and any(i < subjects[0] for i in said)


def completes(reference: Reference) -> bool:
    """Whether a noun gets its fuller form: it then stands for itself."""
    meant = reference.meant
    return meant is not None and not meant.is_name and reference.anaphor.kind in NOUNS


def settle(meanings: Meanings, tree: Tree, word: int, text: str) -> None:
    """Note what a word means that something else made sure; "" leaves its own form."""
    if text:
        meanings.words[word] = text
    start = tree.spans[word][0]
    meanings.unresolved = [one for one in meanings.unresolved if one.start != start]


def concerns(statement: Statement, anaphor: Anaphor) -> bool:
    """Whether a pointing word is the claim's own."""
    if anaphor.kind not in (Kind.NULL, Kind.NONFINITE):
        return anaphor.word in statement.mask
    if anaphor.word != statement.head:
        return False
    tree = statement.tree
    named = any(
        tree.labels[i] in SUBJECTS - {"expl"}
        and tree.heads[i] in (statement.head, *tree.paths[statement.head])
        for i in statement.mask
    )
    return not named and not statement.outside


def open_question(tree: Tree, reference: Reference, present: Iterable[int]) -> list[Unresolved]:
    """What a person has to settle: where the word stands, and what it may mean."""
    anaphor = reference.anaphor
    known = set(present)
    if anaphor.kind not in OPEN_KINDS or not reference.candidates:
        return []
    if id(reference.candidates[0]) in known:
        return []
    start, end = tree.spans[anaphor.word]
    shown = tuple(r.text for r in reference.candidates if not SIGN.search(r.text))
    return [Unresolved(start, end, shown)] if shown else []


def put(anaphor: Anaphor, meant: Referent, found: Meanings, statement: Statement) -> bool:
    """Write the meaning in; False where the grammar gives no sure way."""
    tree, word, kind = statement.tree, anaphor.word, anaphor.kind
    if kind in (Kind.NULL, Kind.NONFINITE):
        found.subject = meant.text
        return True
    if kind in (Kind.SUBJECT, Kind.PRONOUN):
        put_noun(tree, word, meant.text, found)
        return True
    if kind == Kind.POSSESSIVE:
        return put_owner(statement, word, meant.text, found)
    if kind == Kind.CLITIC:
        return put_object(tree, word, meant.text, found, statement)
    if not meant.is_name:
        put_complement(tree, word, meant, found, statement)
        return False
    for i in tree.dependents(word, "det"):
        found.words[i] = ""
    put_noun(tree, word, meant.text, found)
    return True


def put_noun(tree: Tree, word: int, text: str, found: Meanings) -> None:
    """A noun phrase in a word's place; an Italian preposition takes its article up."""
    cases = [i for i in tree.dependents(word, "case") if i < word]
    if tree.language == "it" and len(cases) == 1:
        found.words[cases[0]] = ""
        text = fuse(bare_preposition(tree.forms[cases[0]]), text)
        for of in tree.dependents(cases[0], "fixed"):  # "su di lui"
            if of == cases[0] + 1 and tree.forms[of].lower() == "di" and of + 1 == word:
                found.words[of] = ""
    found.words[word] = text


def put_owner(statement: Statement, word: int, text: str, found: Meanings) -> bool:
    """ "her firm" -> "X's firm", "la sua ditta" -> "la ditta di X"."""
    tree = statement.tree
    if tree.language == "en":
        found.words[word] = f"{text}'s"
        return True
    noun = tree.heads[word]
    if is_in_whose_view(tree, word, noun):
        found.words |= {word - 1: "secondo", word: "", noun: text}
        return True
    last = owned_end(statement, noun)
    if noun in found.words or last in found.words:
        return False
    following = next(i for i in range(word + 1, noun + 1) if tree.is_word[i])
    article = definite_article(tree, noun, tree.forms[following])
    determiners = [i for i in tree.children[noun] if i < word and tree.labels[i] in ("det", "case")]
    found.words[word] = ""
    found.words[last] = f"{tree.forms[last]} {fuse('di', text)}"
    return rearticle(tree, determiners, article, following, found)


def is_in_whose_view(tree: Tree, owner: int, noun: int) -> bool:
    """ "a suo giudizio": told with a name it is "secondo X"."""
    led = owner and tree.forms[owner - 1].lower() == "a" and noun == owner + 1
    return bool(led) and tree.lemmas[noun] in VIEWS


def owned_end(statement: Statement, noun: int) -> int:
    """The last word that belongs to the noun more closely than its owner.

    Adjectives, and a short complement with "di" of its own: "i responsabili dell'area".
    """
    tree, last = statement.tree, noun
    while last + 1 < tree.size and tree.heads[last + 1] == noun and tree.labels[last + 1] == "amod":
        last += 1
    for child in tree.dependents(noun, "nmod"):
        below = sorted(tree.subtrees[child] & statement.mask)
        cases = [bare_preposition(tree.forms[i]) for i in tree.dependents(child, "case")]
        if below[:1] == [last + 1] and len(below) <= SHORT and cases == ["di"]:
            return below[-1]
    return last


def rearticle(
    tree: Tree, determiners: list[int], article: str, following: int, found: Meanings
) -> bool:
    """The article before a noun that lost its possessive; kin gets one ("suo zio")."""
    opener = determiners[-1] if determiners else None
    form = tree.forms[opener].lower().replace("’", "'") if opener is not None else ""
    if opener is not None and (form in DEFINITE or fused_article(form)):
        new = article if form in DEFINITE else fuse(bare_preposition(form), f"{article} x")[:-2]
        if article.endswith("'") and form not in DEFINITE:
            new = fuse(bare_preposition(form), f"{article}x")[:-1]
        found.words[opener] = new
    elif opener is None or tree.labels[opener] == "case":
        head = with_article(article, found.words.get(following, tree.forms[following]))
        if opener is not None:
            head = fuse(bare_preposition(form), head)
            found.words[opener] = ""
        found.words[following] = head
    return True


def put_object(tree: Tree, word: int, text: str, found: Meanings, statement: Statement) -> bool:
    """ "l'ha aspettata" -> "ha aspettato X"; "gli ha dato" -> "ha dato a X"."""
    verb, form = tree.heads[word], tree.forms[word].lower().replace("’", "'")
    if form not in CLITICS or verb not in statement.mask or verb < word or verb in found.words:
        return False
    to_whom = tree.labels[word] == "iobj" and not is_its_object(tree, word, verb)
    if not to_whom and any(i > verb for i in tree.dependents(verb, *SUBJECTS)):
        return False  # "lo ha aggredito un uomo": two nouns behind the verb would be mistaken
    shown = tree.forms[verb]
    if not to_whom and AGREEING.search(shown) and tree.has(verb, "aux"):
        shown = f"{shown[:-1]}o"
    found.words[word] = ""
    found.words[verb] = f"{shown} {fuse('a', text) if to_whom else text}"
    return True


def is_its_object(tree: Tree, clitic: int, verb: int) -> bool:
    """ "le ha costrette": the participle agrees with its object alone."""
    with_avere = any(tree.lemmas[i] == "avere" for i in tree.dependents(verb, "aux"))
    form = tree.forms[verb].lower()
    return tree.forms[clitic].lower() == "le" and with_avere and form.endswith(("te", "se"))


def put_complement(
    tree: Tree, word: int, meant: Referent, found: Meanings, statement: Statement
) -> None:
    """ "la legge" -> "la legge sul doping": what the article said of the noun before."""
    said = {tree.forms[i].lower() for i in statement.mask}
    after = meant.after if not said & set(meant.after.lower().split()[-1:]) else ""
    before = meant.before if not said & set(meant.before.lower().split()[-1:]) else ""
    if tree.language == "it":
        before = ""  # its article would have to follow
    if after or before:
        found.words[word] = " ".join(x for x in (before, tree.forms[word], after) if x)
