"""Words that point back: dropped subjects, pronouns, possessives, bare definite nouns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from claims.nlp.grammar.clause_lexicon import clause_lexicon
from claims.nlp.grammar.phrases import fused_article
from claims.nlp.lexicon import words
from claims.nlp.parsing.tree import SUBJECTS, Tree
from claims.nlp.referring.empty_it import means_nothing
from claims.nlp.referring.said_before import word_for_what_was_said

DEFINITE = frozenset({"il", "lo", "la", "l'", "i", "gli", "le", "the"})
POINTING = frozenset(
    {"questo", "questa", "questi", "queste", "quest'", "quello", "quella", "quel", "quei", "quelle",
     "tale", "tali", "this", "that", "these", "those", "such", "suddetto", "suddetta"}
)  # fmt: skip
PLURAL = frozenset({"they", "them", "their", "theirs", "essi", "esse", "loro", "li", "le"})
FEMININE = frozenset({"she", "her", "hers", "lei", "ella", "essa", "esse", "la", "le"})
MASCULINE = frozenset({"he", "him", "his", "lui", "egli", "esso", "essi", "lo", "li", "gli"})
NEUTER = frozenset({"it", "its"})
CLITICS = frozenset({"lo", "la", "l'", "li", "le", "gli"})
# no one does what they say
IMPERSONAL = frozenset(
    {"bisognare", "occorrere", "piovere", "nevicare", "sembrare", "parere", "trattare", "bastare",
     "convenire", "accadere", "succedere", "esserci", "importare"}
)  # fmt: skip
BEFORE_IDIOM = frozenset({"se", "me", "te", "ce", "ve"})
IDIOMS = ("cav", "caver", "pres", "prend", "svign", "squagli", "sbrig", "ridev", "rid", "passa")
# "ci vive", "ci è rimasta": it is there
STAYING = frozenset(
    {"rimanere", "restare", "vivere", "abitare", "lavorare", "andare", "tornare", "arrivare",
     "entrare", "stare"}
)  # fmt: skip
WEATHER = ("piov", "nevic", "grandin")  # of such verbs' forms the lemma is often mistaken
NOT_BARE = frozenset(
    {
        "nmod",
        "acl:relcl",
        "acl",
        "appos",
        "flat",
        "flat:name",
        "compound",
        "nmod:poss",
        "det:poss",
        "amod",
        "nummod",
    }
)


class Kind(IntEnum):
    """What sort of pointing word; numbers are a feature of the model."""

    NULL = 1  # the subject that a finite Italian verb leaves out
    NONFINITE = 2  # the subject that a gerund, participle or infinitive borrows
    SUBJECT = 3
    PRONOUN = 4
    POSSESSIVE = 5
    CLITIC = 6
    NOUN_SUBJECT = 7
    NOUN = 8


OPEN_KINDS = (Kind.NULL, Kind.SUBJECT, Kind.PRONOUN, Kind.POSSESSIVE, Kind.CLITIC)
"""Where a reader is told that a word is open, whether or not it is ever told what it means."""
PRONOUNS = (Kind.SUBJECT, Kind.PRONOUN, Kind.POSSESSIVE)
IN_TURN = frozenset({"tempo", "volta"})
ONE, THING, SEVERAL = "ONE", "THING", "SEVERAL"
FORMS = (
    *(kind.name for kind in Kind if kind not in PRONOUNS),
    *(f"{kind.name} {number}" for kind in PRONOUNS for number in (ONE, THING, SEVERAL)),
)
"""Every `Anaphor.form`."""


@dataclass(frozen=True, slots=True)
class Anaphor:
    """`word` is the pronoun, the noun or, for a dropped subject, the verb.

    plural, gender: what the form shows; gender "" where it shows none, "n" for things.
    """

    kind: Kind
    word: int
    plural: bool
    gender: str
    pointing: bool = False

    @property
    def form(self) -> str:
        """Kind and form, by which a bar is set: things ("it") and several ("they") are harder."""
        if self.kind not in PRONOUNS:
            return self.kind.name
        form = THING if self.gender == "n" else SEVERAL if self.plural else ONE
        return f"{self.kind.name} {form}"


def anaphors_of(tree: Tree) -> Iterator[Anaphor]:
    """All of one sentence, in order."""
    for word in range(tree.size):
        found = (
            pronoun_at(tree, word)
            or possessive_at(tree, word)
            or dropped_subject_at(tree, word)
            or definite_noun_at(tree, word)
        )
        if found is not None:
            yield found


def pronoun_at(tree: Tree, word: int) -> Anaphor | None:
    """A personal pronoun of the third person."""
    form = tree.forms[word].lower().replace("’", "'")
    if tree.pos[word] != "PRON" or "Poss=Yes" in tree.morphs[word]:
        return None
    label = tree.labels[word]
    clitic = "Clitic=Yes" in tree.morphs[word] or (form in CLITICS and label in ("obj", "iobj"))
    if tree.language == "it" and clitic:
        if form not in CLITICS or label not in ("obj", "iobj"):
            return None
        if word_for_what_was_said(tree, tree.heads[word]) == word or is_of_idiom(tree, word):
            return None
        agrees = label == "obj" or tree.forms[tree.heads[word]].endswith("te")
        several = form == "li" or (form == "le" and agrees)  # "le ha scritto": to her
        return Anaphor(Kind.CLITIC, word, several, agreed_gender(tree, word) or form_gender(form))
    if form not in clause_lexicon(tree.language).personal:
        return None
    if label == "expl" or (form == "it" and means_nothing(tree, word)):
        return None
    kind = Kind.SUBJECT if label in SUBJECTS else Kind.PRONOUN
    return Anaphor(kind, word, form in PLURAL and label != "iobj", form_gender(form))


def agreed_gender(tree: Tree, clitic: int) -> str:
    """ "L'ha venduta": the participle shows what the cut pronoun doesn't; "" where none does."""
    verb = tree.heads[clitic]
    with_avere = any(tree.lemmas[i] == "avere" for i in tree.dependents(verb, "aux"))
    cut = tree.forms[clitic].lower().replace("’", "'") == "l'" and tree.labels[clitic] == "obj"
    shown = with_avere and cut and "VerbForm=Part" in tree.morphs[verb]
    return {"a": "f", "o": "m"}.get(tree.forms[verb][-1:], "") if shown else ""


def is_of_idiom(tree: Tree, clitic: int) -> bool:
    """ "se la caverà", "ce l'ha fatta", "se l'è presa": the "la" means nothing."""
    before = tree.forms[clitic - 1].lower() if clitic else ""
    verb = tree.heads[clitic]
    idiom = tree.forms[clitic].lower().replace("’", "'") in ("la", "l'")
    made = before == "ce" and tree.forms[verb].lower().startswith(("fa", "fec"))
    return idiom and (made or (before in BEFORE_IDIOM and is_of(tree, verb, IDIOMS)))


def is_of(tree: Tree, verb: int, stems: tuple[str, ...]) -> bool:
    """Whether a verb begins like one of some, whatever the tagger's lemma."""
    return tree.forms[verb].lower().startswith(stems)


def form_gender(form: str) -> str:
    """What a pronoun's form shows."""
    if form in NEUTER:
        return "n"
    if form in FEMININE:
        return "f"
    return "m" if form in MASCULINE else ""


def possessive_at(tree: Tree, word: int) -> Anaphor | None:
    """Her, its, their; suo, loro before a noun."""
    form = tree.forms[word].lower()
    own = tree.labels[word] in ("nmod:poss", "det:poss") and tree.heads[word] != word
    if tree.language == "en":
        if form not in ("his", "her", "its", "their") or not own:
            return None
        return Anaphor(Kind.POSSESSIVE, word, form == "their", form_gender(form))
    if not (own and (form.startswith("su") or form == "loro")):
        return None
    if tree.forms[word - 1].lower() == "a" and tree.forms[tree.heads[word]].lower() in IN_TURN:
        return None  # "a suo tempo", "a sua volta"
    if form not in ("suo", "sua", "suoi", "sue", "loro") or tree.heads[word] < word:
        return None
    return Anaphor(Kind.POSSESSIVE, word, form == "loro", "")


def dropped_subject_at(tree: Tree, word: int) -> Anaphor | None:
    """A verb or predicate without a subject of its own."""
    if not tree.is_verbal[word] or tree.labels[word] in ("aux", "aux:pass", "cop", "acl:relcl"):
        return None
    if subject_in_chain(tree, word) or tree.has(word, "expl:impers"):
        return None
    if tree.pos[word] == "PROPN" and tree.has(word, "cop"):
        return None  # "di altro avviso è Ada Neri"
    halves = [i for i in tree.dependents(word, "advmod", "obl") if tree.lemmas[i] == "metà"]
    if any(i < word and not tree.has(i, "case") for i in halves):
        return None  # "metà degli iscritti ha votato"
    verbs = [word, *tree.dependents(word, "aux", "aux:pass", "cop")]
    finite = next((v for v in verbs if "VerbForm=Fin" in tree.morphs[v]), None)
    if finite is None:
        return borrowed_subject_at(tree, word)
    if tree.language != "it" or tree.lemmas[word] in IMPERSONAL:
        return None
    if tree.forms[word].lower().startswith(WEATHER):
        return None
    morph = tree.morphs[finite]
    if "Person=1" in morph or "Person=2" in morph or "Mood=Imp" in morph:
        return None
    there = any(tree.forms[i].lower() in ("ci", "c'", "vi") for i in tree.children[word])
    if there and (tree.lemmas[word] == "essere" or tree.has(word, "cop")):
        return None
    gender = ""
    if tree.has(word, "aux:pass", "cop"):
        gender = "f" if "Gender=Fem" in tree.morphs[word] else gender
        gender = "m" if "Gender=Masc" in tree.morphs[word] else gender
    return Anaphor(Kind.NULL, word, "Number=Plur" in morph, gender)


def borrowed_subject_at(tree: Tree, word: int) -> Anaphor | None:
    """A gerund, participle or infinitive whose subject stands in another clause."""
    if tree.labels[word] not in ("advcl", "conj", "parataxis", "ROOT", "xcomp", "ccomp"):
        return None
    if tree.pos[word] != "VERB":
        return None
    morph = tree.morphs[word]
    participle = "VerbForm=Part" in morph and tree.language == "it"
    gender = "f" if participle and "Gender=Fem" in morph else "m" if participle else ""
    return Anaphor(Kind.NONFINITE, word, participle and "Number=Plur" in morph, gender)


def subject_in_chain(tree: Tree, word: int) -> bool:
    """Whether a verb has a subject, or shares one with the verb that it is joined to."""
    node = word
    while True:
        if tree.has_subject[node] and not is_of_itself(tree, node):
            return True
        if tree.labels[node] != "conj" or tree.heads[node] == node:
            return False
        node = tree.heads[node]


def is_of_itself(tree: Tree, verb: int) -> bool:
    """ "Si è dimesso", "ci vive da anni": a pronoun of the verb's own, which is no subject.

    Behind a "si" that may mean anybody ("si è votato") nobody is left out.
    """
    if tree.language != "it" or tree.has(verb, *SUBJECTS - {"expl"}):
        return False
    own = {tree.forms[i].lower().replace("’", "'") for i in tree.dependents(verb, "expl")}
    lemma = tree.lemmas[verb]
    itself = own <= {"si", "s'"} and lemma in words("it", "marks.reflexive")
    if itself and any(tells_who(tree, verb, i) for i in tree.children[verb]):
        return False
    return itself or (own <= {"ci", "vi"} and lemma in STAYING)


def tells_who(tree: Tree, verb: int, word: int) -> bool:
    """Whether a noun behind "si è recato" is its subject, whatever the parser takes it for."""
    bare = tree.pos[word] in ("NOUN", "PROPN") and not tree.has(word, "case") and word > verb
    return bare and (tree.labels[word] == "obj" or tree.pos[word] == "PROPN")


def definite_noun_at(tree: Tree, word: int) -> Anaphor | None:
    """ "The company", "questa legge": a noun with nothing but its article."""
    if tree.pos[word] != "NOUN" or tree.has(word, *NOT_BARE):
        return None
    dets = [i for i in tree.dependents(word, "det") if i < word]
    forms = {tree.forms[i].lower().replace("’", "'") for i in dets}
    fused = any(fused_article(tree.forms[i]) for i in tree.dependents(word, "case"))
    pointing = bool(forms & POINTING)
    if not (forms & DEFINITE or fused or pointing):
        return None
    kind = Kind.NOUN_SUBJECT if tree.labels[word] in SUBJECTS else Kind.NOUN
    gender = "f" if "Gender=Fem" in tree.morphs[word] else ""
    gender = "m" if "Gender=Masc" in tree.morphs[word] else gender
    return Anaphor(kind, word, "Number=Plur" in tree.morphs[word], gender, pointing)
