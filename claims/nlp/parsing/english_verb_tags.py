"""English verbs that the tagger takes for nouns or adjectives: "the document lists one fiddle".

A predicate with a subject and an object, and no verb that helps it, is a verb itself.
"""

from __future__ import annotations

from claims.nlp.parsing.english_main_verbs import HELPING, NOUNS, PARTICIPLE, Arcs

CLAUSES = frozenset({"ROOT", "conj", "ccomp", "parataxis"})
SINGULAR = "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
RISKING = frozenset({"risks", "needs", "starts", "stops", "faces", "keeps", "ends", "delays"})
ALIKE = frozenset({"come", "become", "run", "overcome"})
PAST = "Tense=Past|VerbForm=Fin"
CLAUSES_OF = frozenset({"advcl", "ccomp"})
TIMES = frozenset({"that", "when", "after", "before", "until", "because", "since", "as", "while"})
UNDER = frozenset({"ROOT", "advcl", "ccomp", "acl:relcl", "conj"})
PLURAL = "Tense=Pres|VerbForm=Fin"
DONE_TO = frozenset(
    {"given", "jailed",
     "fined", "convicted", "acquitted", "sentenced", "imprisoned", "executed", "found",
     "deported", "suspended", "sacked", "banned", "charged", "cleared", "detained", "hospitalised",
     "hospitalized", "awarded", "ordered", "introduced", "approved", "published", "elected",
     "appointed", "arrested", "questioned", "seized", "demolished", "installed", "reviewed",
     "adopted", "rejected", "abolished", "rescued", "evacuated", "proposed"}
)  # fmt: skip
"""What is done to somebody: such a verb has an object, or is a passive."""
OBJECTS = frozenset({"obj", "iobj", "ccomp", "nsubj", "nsubj:pass"})


def with_verbs(arcs: Arcs) -> None:
    """Make verbs of predicates that nothing else makes finite."""
    with_risking_verb(arcs)
    with_bare_presents(arcs)
    with_joined_passives(arcs)
    with_pasts_of_time(arcs)
    with_pasts_of_content(arcs)
    with_joined_presents(arcs)
    for word, label in enumerate(arcs.labels):
        if label in CLAUSES and arcs.pos[word] in ("NOUN", "ADJ") and acts_on(arcs, word):
            arcs.pos[word] = "VERB"
            arcs.morphs[word] = SINGULAR if arcs.tags[word] == "NNS" else PLURAL


def with_risking_verb(arcs: Arcs) -> None:
    """ "The museum risks losing its grant": the sentence has no other verb."""
    root = next((i for i, head in enumerate(arcs.heads) if head == i), 0)
    if arcs.tags[root] != "NNS" or arcs.forms[root].lower() not in RISKING:
        return
    nouns = [i for i in arcs.children(root) if arcs.labels[i] == "compound" and i == root - 1]
    doing = [i for i in arcs.children(root) if arcs.labels[i] == "acl" and i == root + 1]
    if not nouns or not doing or arcs.tags[doing[0]] != "VBG" or arcs.has(root, *HELPING, "nsubj"):
        return
    arcs.pos[root], arcs.morphs[root] = "VERB", SINGULAR
    arcs.labels[nouns[0]], arcs.labels[doing[0]] = "nsubj", "xcomp"
    for word in arcs.children(root):
        if word < nouns[0] and arcs.labels[word] in ("det", "amod", "compound", "nmod:poss"):
            arcs.heads[word] = nouns[0]


def with_bare_presents(arcs: Arcs) -> None:
    """ "Because tourists no longer come": a form that is a participle too, and nothing helps it."""
    for word, tag in enumerate(arcs.tags):
        alike = tag == "VBN" and arcs.forms[word].lower() in ALIKE
        if alike and arcs.labels[word] in UNDER and not arcs.has(word, *HELPING):
            subjects = [i for i in arcs.children(word) if arcs.labels[i] == "nsubj" and i < word]
            if subjects and arcs.tags[subjects[0]] == "NNS":
                arcs.morphs[word] = PLURAL


def with_joined_passives(arcs: Arcs) -> None:
    """ "X was cleared of fraud but found guilty of perjury": one "was" helps both."""
    for word, label in enumerate(arcs.labels):
        first = arcs.heads[word]
        joined = label == "conj" and arcs.tags[word] == "VBD" and arcs.has(first, "aux:pass")
        bare = not arcs.has(word, *HELPING, *OBJECTS)
        if joined and bare and arcs.forms[word].lower() in DONE_TO:
            arcs.tags[word], arcs.morphs[word] = "VBN", PARTICIPLE


def with_pasts_of_time(arcs: Arcs) -> None:
    """ "When a ferry carrying twice its load capsized", "that X differed": no participles."""
    for word, tag in enumerate(arcs.tags):
        opens = [i for i in arcs.children(word) if arcs.forms[i].lower() in TIMES and i < word]
        told = tag == "VBN" and arcs.labels[word] in CLAUSES_OF and not arcs.has(word, *HELPING)
        told = told and arcs.forms[word - 1] != "("  # "when Ada Neri (pictured) resigned"
        subjects = [i for i in arcs.children(word) if arcs.labels[i] == "nsubj" and i < word]
        if told and subjects and opens and opens[0] < subjects[0]:
            arcs.tags[word], arcs.morphs[word] = "VBD", PAST


def with_pasts_of_content(arcs: Arcs) -> None:
    """ "Accounts show the charity spent £3m": what acts on something, and nothing helps it."""
    for word, tag in enumerate(arcs.tags):
        said = tag == "VBN" and arcs.labels[word] == "ccomp" and not arcs.has(word, *HELPING)
        subjects = [i for i in arcs.children(word) if arcs.labels[i] == "nsubj" and i < word]
        objects = [i for i in arcs.children(word) if arcs.labels[i] == "obj" and i > word]
        if said and subjects and objects and arcs.forms[word].lower() not in DONE_TO:
            arcs.tags[word], arcs.morphs[word] = "VBD", PAST


def with_joined_presents(arcs: Arcs) -> None:
    """ "It does not know how, but suspects that X": a noun is joined to no verb by "but"."""
    for word, tag in enumerate(arcs.tags):
        first = arcs.heads[word]
        joined = tag == "NNS" and arcs.labels[word] == "conj" and arcs.pos[first] == "VERB"
        bare = not arcs.has(word, "det", "amod", "case", *HELPING)
        contents = contents_of(arcs, word) if joined and bare and arcs.has(first, "nsubj") else []
        for that, clause in contents:
            arcs.pos[word], arcs.morphs[word] = "VERB", SINGULAR
            arcs.labels[that], arcs.labels[clause] = "mark", "ccomp"


def contents_of(arcs: Arcs, word: int) -> list[tuple[int, int]]:
    """ "That" with the clause that it opens right behind a word, where the clause has a subject."""
    clauses = [i for i in arcs.children(word) if arcs.labels[i] in ("ccomp", "acl:relcl")]
    return [
        (that, clause)
        for clause in clauses
        for that in arcs.children(clause)
        if arcs.forms[that].lower() == "that" and that == word + 1
        if any(arcs.labels[i] == "nsubj" and i != that for i in arcs.children(clause))
    ]


def acts_on(arcs: Arcs, word: int) -> bool:
    """Whether a word has a subject before it, an object behind it, and the form that they ask."""
    own = arcs.children(word)
    subjects = [i for i in own if arcs.labels[i] == "nsubj" and i < word and arcs.pos[i] in NOUNS]
    objects = [i for i in own if arcs.labels[i] == "obj" and i > word]
    if len(subjects) != 1 or not objects or arcs.has(word, *HELPING, "det", "case"):
        return False
    several = arcs.tags[subjects[0]] in ("NNS", "NNPS") or arcs.has(subjects[0], "conj")
    return several == (arcs.tags[word] in ("NN", "JJ"))
