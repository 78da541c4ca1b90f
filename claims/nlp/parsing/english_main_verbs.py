"""English main verbs that the parser takes for participles: "The clinic, run by nurses, opened".

A sentence needs a verb, and one comma never parts a subject from its verb: between two commas
stands an aside, and what follows the second one acts.
"""

from __future__ import annotations

from dataclasses import dataclass

PAST = "Tense=Past|VerbForm=Fin"
PARTICIPLE = "Aspect=Perf|Tense=Past|VerbForm=Part"
NOUNS = frozenset({"NOUN", "PROPN"})
ADNOMINAL = frozenset({"acl", "advcl", "amod", "appos"})
LEADING = frozenset({"after", "before", "since", "until"})
MARGINS = frozenset(
    {"votes", "points", "goals", "runs", "seats", "seconds", "minutes", "percent", "shots"}
)
HELPING = frozenset({"aux", "aux:pass", "cop"})
UNDER_OWN = frozenset({"acl:relcl", "ccomp", "advcl"})


@dataclass(slots=True)
class Arcs:
    """What is mended of a sentence; the root governs itself."""

    forms: list[str]
    tags: list[str]
    pos: list[str]
    morphs: list[str]
    heads: list[int]
    labels: list[str]

    def children(self, word: int) -> list[int]:
        """Direct dependents, in order."""
        return [i for i, head in enumerate(self.heads) if head == word != i]

    def has(self, word: int, *labels: str) -> bool:
        """Whether a child has one of these labels."""
        return any(self.labels[child] in labels for child in self.children(word))

    def path(self, word: int) -> list[int]:
        """The word, its governor, and so on up to the root."""
        path = [word]
        while self.heads[path[-1]] != path[-1]:
            path.append(self.heads[path[-1]])
        return path

    def hang(self, word: int, governor: int, label: str) -> None:
        """Put a word elsewhere."""
        self.heads[word], self.labels[word] = governor, label


def with_main_verb(arcs: Arcs) -> None:
    """Mend a sentence whose main verb hangs on its subject, or on an aside."""
    root = next((i for i, head in enumerate(arcs.heads) if head == i), 0)
    if arcs.pos[root] in NOUNS:
        give_verb(arcs, root)
        give_near_verb(arcs, root)
        give_led_verb(arcs, root)
        give_last_verb(arcs, root)
        give_telling_verb(arcs, root)
    elif arcs.pos[root] == "VERB":
        give_second_verb(arcs, root)
        give_joined_verb(arcs, root)


def give_verb(arcs: Arcs, noun: int) -> None:
    """ "Ada Neri, the minister, blamed smugglers": no other word of the sentence acts."""
    if is_predicate(arcs, noun) or arcs.forms[-1] != ".":
        return
    commas = [i for i in range(noun + 1, len(arcs.forms)) if arcs.forms[i] == ","]
    after = {comma + 1 for comma in commas[1:]}
    verbs = [i for i in sorted(after) if may_act(arcs, i) and noun in arcs.path(i)]
    if not verbs or any(acts(arcs, i) for i in range(len(arcs.forms))):
        return
    verb = verbs[-1]
    governor = arcs.heads[verb]
    is_object = arcs.labels[verb] == "amod" and governor > verb
    for word in range(verb + 1, len(arcs.forms)):
        if arcs.heads[word] < verb:
            arcs.hang(word, verb, "obl" if arcs.labels[word] == "appos" else arcs.labels[word])
    act(arcs, verb)
    arcs.hang(noun, verb, "nsubj")
    if is_object:
        arcs.hang(governor, verb, "obj")


def give_near_verb(arcs: Arcs, noun: int) -> None:
    """ "A fissure opened on Sunday, forcing X out": what goes on behind a comma goes on a verb."""
    if arcs.heads[noun] != noun or is_predicate(arcs, noun) or arcs.forms[-1] != ".":
        return
    if any(acts(arcs, i) for i in range(len(arcs.forms))):
        return
    participles = [i for i in range(noun, len(arcs.forms)) if arcs.labels[i] in ("acl", "advcl")]
    goes_on = [i for i in participles if arcs.tags[i] == "VBG" and arcs.forms[i - 1] == ","]
    for verb in arcs.children(noun):
        own = [i for i in goes_on if arcs.heads[i] in (noun, verb) and i > verb]
        if own and arcs.labels[verb] == "acl" and may_act(arcs, verb):
            act(arcs, verb)
            arcs.hang(noun, verb, "nsubj")
            arcs.hang(own[0], verb, "advcl")
            return


def give_last_verb(arcs: Arcs, noun: int) -> None:
    """ "The strain found in Ohio differed from others": of two participles the second acts."""
    if arcs.heads[noun] != noun or is_predicate(arcs, noun) or arcs.forms[-1] != ".":
        return
    if "," in arcs.forms or any(acts(arcs, i) for i in range(len(arcs.forms))):
        return
    done = [i for i in arcs.children(noun) if arcs.labels[i] == "acl" and is_past(arcs, i)]
    if len(done) == 2 and noun + 1 == done[0] and may_act(arcs, done[1]):
        act(arcs, done[1])
        arcs.hang(noun, done[1], "nsubj")


def give_telling_verb(arcs: Arcs, noun: int) -> None:
    """ "A vet who had seen a goat noticed that it limped": no goat tells, or is told, that."""
    if arcs.heads[noun] != noun or is_predicate(arcs, noun) or arcs.forms[-1] != ".":
        return
    if any(acts(arcs, i) for i in range(len(arcs.forms))):
        return
    for verb in range(noun + 1, len(arcs.forms) - 1):
        inside = any(arcs.labels[i] == "acl:relcl" for i in arcs.path(arcs.heads[verb]))
        opens = arcs.forms[verb + 1].lower() == "that" and arcs.has(verb, "ccomp")
        if inside and opens and arcs.labels[verb] == "acl" and may_act(arcs, verb):
            act(arcs, verb)
            arcs.hang(noun, verb, "nsubj")
            return


def give_led_verb(arcs: Arcs, noun: int) -> None:
    """ "A siren installed after that flood did not sound": "after" leads in the flood alone."""
    if arcs.heads[noun] != noun or is_predicate(arcs, noun) or arcs.forms[-1] != ".":
        return
    for participle in arcs.children(noun):
        mark = participle + 1
        clause = arcs.heads[mark] if mark < len(arcs.forms) else participle
        led = arcs.forms[mark : mark + 1] and arcs.forms[mark].lower() in LEADING
        hung = arcs.labels[participle] == "acl" and arcs.heads[clause] == participle
        subjects = [i for i in arcs.children(clause) if arcs.labels[i] == "nsubj"]
        if not (led and hung and arcs.labels[clause] == "advcl" and len(subjects) == 1):
            continue
        between = range(mark + 1, subjects[0])
        if subjects[0] > clause or any(arcs.heads[i] != subjects[0] for i in between):
            continue
        arcs.hang(mark, subjects[0], "case")
        arcs.hang(subjects[0], participle, "obl")
        arcs.hang(clause, clause, "ROOT")
        arcs.hang(noun, clause, "nsubj")
        return


def give_second_verb(arcs: Arcs, first: int) -> None:
    """ "The road, closed for hours, reopened at two": a comma parts the first from its subject."""
    subjects = [i for i in arcs.children(first) if arcs.labels[i] == "nsubj" and i < first]
    commas = [i for i in range(first) if arcs.forms[i] == ","]
    helped = arcs.has(first, *HELPING)
    if len(subjects) != 1 or commas != [first - 1] or helped or not is_past(arcs, first):
        return
    noun = subjects[0]
    if arcs.pos[noun] not in NOUNS or not all(noun in arcs.path(i) for i in range(first - 1)):
        return
    verbs = [i for i in arcs.children(first) if i > first and may_act_behind(arcs, i)]
    if len(verbs) != 1:
        return
    act(arcs, verbs[0])
    arcs.hang(noun, verbs[0], "nsubj")
    arcs.hang(first, noun, "acl")
    arcs.morphs[first] = PARTICIPLE


def give_joined_verb(arcs: Arcs, first: int) -> None:
    """ "Files later obtained by a paper showed": by whom it was done, so another verb acts."""
    subjects = [i for i in arcs.children(first) if arcs.labels[i] == "nsubj" and i < first]
    passive = arcs.has(first, "obl:agent") and is_past(arcs, first) and arcs.heads[first] == first
    if len(subjects) != 1 or not passive or arcs.has(first, "obj", *HELPING):
        return
    taken = ("cc", "nsubj", "nsubj:pass", "mark")
    verbs = [
        i
        for i in arcs.children(first)
        if arcs.labels[i] == "conj" and "VerbForm=Fin" in arcs.morphs[i] and not arcs.has(i, *taken)
    ]
    if len(verbs) != 1 or verbs[0] < first or arcs.forms[verbs[0] - 1] == ",":
        return
    act(arcs, verbs[0])
    arcs.hang(subjects[0], verbs[0], "nsubj")
    arcs.hang(first, subjects[0], "acl")
    arcs.morphs[first] = PARTICIPLE


def may_act_behind(arcs: Arcs, verb: int) -> bool:
    """A verb without a subject behind a comma, or behind one and an adverb: "…, never played"."""
    own = [i for i in range(verb + 1) if verb in arcs.path(i)]
    if arcs.forms[own[0] - 1] != ",":
        return False
    if arcs.labels[verb] == "advcl" and own[0] == verb:
        return may_act(arcs, verb)
    taken = ("nsubj", "nsubj:pass", "mark", "cc", "obl:agent", *HELPING)
    adverbs = all(arcs.labels[i] == "advmod" for i in own[:-1])
    return (
        arcs.labels[verb] == "dep"
        and adverbs
        and is_past(arcs, verb)
        and not arcs.has(verb, *taken)
    )


def act(arcs: Arcs, verb: int) -> None:
    """Make a verb the root, in the past where it has no other tense."""
    arcs.hang(verb, verb, "ROOT")
    if "VerbForm=Fin" not in arcs.morphs[verb]:
        arcs.morphs[verb] = PAST


def may_act(arcs: Arcs, word: int) -> bool:
    """A past form that nothing but its place makes a participle: it has no agent."""
    own = ("nsubj", "nsubj:pass", "mark", "cc", *HELPING)
    done = [word, *(i for i in arcs.children(word) if arcs.labels[i] == "conj")]
    agents = [i for verb in done for i in arcs.children(verb) if arcs.labels[i] == "obl:agent"]
    undergone = any(arcs.forms[i].lower() not in MARGINS for i in agents)  # "lost by 300 votes"
    told = arcs.labels[word] in ADNOMINAL and not arcs.has(word, *own)
    return told and is_past(arcs, word) and not undergone


def is_past(arcs: Arcs, word: int) -> bool:
    """Whether a word may be a past tense."""
    return arcs.tags[word] in ("VBN", "VBD")


def is_predicate(arcs: Arcs, noun: int) -> bool:
    """Whether a noun has a verb that makes it a predicate, or a subject."""
    return arcs.has(noun, *HELPING, "nsubj", "nsubj:pass", "csubj", "case")


def acts(arcs: Arcs, word: int) -> bool:
    """Whether a word is a finite verb of the sentence itself, not of a clause inside it."""
    finite = "VerbForm=Fin" in arcs.morphs[word] and arcs.pos[word] in ("VERB", "AUX")
    return finite and not any(arcs.labels[i] in UNDER_OWN for i in arcs.path(word))
