"""English verbs whose subject the parser gives to another: inserted sayings, openings, inversions.

"The firm, said Ada Vex, lost $3m" tells of the firm; in "Had the brakes worked" the brakes work;
"unlike the charge dropped in 2018" dropped nothing.
"""

from __future__ import annotations

from claims.nlp.parsing.english_main_verbs import NOUNS, PARTICIPLE, PAST, Arcs, may_act

UNLIKE = frozenset({"unlike", "like", "despite"})


def with_own_subjects(arcs: Arcs) -> None:
    """Hang subjects on the verbs that they are subjects of."""
    for word, label in enumerate(arcs.labels):
        if label == "parataxis":
            give_back_subject(arcs, word)
        elif label == "ccomp" and arcs.forms[arcs.heads[word]] == "Had":
            give_inverted(arcs, word)
        elif label in ("ccomp", "advcl") and arcs.pos[word] == "VERB":
            give_compared(arcs, word)
    give_reported(arcs)


def subjects_of(arcs: Arcs, verb: int) -> list[int]:
    """Its nouns in the active."""
    return [i for i in arcs.children(verb) if arcs.labels[i] == "nsubj"]


def give_back_subject(arcs: Arcs, saying: int) -> None:
    """ "The firm, said Ada Vex, lost": who stands behind the verb says it, the firm lost."""
    before = [i for i in subjects_of(arcs, saying) if i < saying]
    after = [i for i in subjects_of(arcs, saying) if i > saying]
    clause = arcs.heads[saying]
    bare = not arcs.has(clause, "nsubj", "nsubj:pass", "csubj", "expl")
    if len(before) == 1 and after and bare and clause > after[0]:
        passive = arcs.has(clause, "aux:pass")
        arcs.hang(before[0], clause, "nsubj:pass" if passive else "nsubj")


def give_inverted(arcs: Arcs, verb: int) -> None:
    """ "Had the brakes worked, the train would have stopped": "had" helps the second verb."""
    had = arcs.heads[verb]
    main = arcs.heads[had]
    if main <= verb or arcs.tags[verb] not in ("VBN", "VBD") or had > verb:
        return
    if not [i for i in subjects_of(arcs, verb) if had < i < verb] or arcs.has(had, "nsubj", "obj"):
        return
    for word in arcs.children(had):
        arcs.heads[word] = verb
    arcs.hang(verb, main, "advcl")
    arcs.hang(had, verb, "aux")
    arcs.pos[had], arcs.tags[verb], arcs.morphs[verb] = "AUX", "VBN", PARTICIPLE


def give_compared(arcs: Arcs, verb: int) -> None:
    """ "Unlike the charge dropped in 2018, the levy stays": the first words are a phrase."""
    noun, main = verb - 1, arcs.heads[verb]
    if main < verb or arcs.pos[noun] not in NOUNS or not may_be_done(arcs, verb):
        return
    own = [i for i in arcs.children(verb) if i < verb]
    led = [i for i in (*own, *arcs.children(noun)) if arcs.forms[i].lower() in UNLIKE]
    if noun not in own or len(led) != 1 or led[0] > noun or set(own) - {noun, led[0]}:
        return
    arcs.hang(noun, main, "obl")
    arcs.hang(led[0], noun, "case")
    arcs.hang(verb, noun, "acl")
    arcs.morphs[verb] = PARTICIPLE


def may_be_done(arcs: Arcs, verb: int) -> bool:
    """A past form that may be a participle: nothing is its object, nothing helps it."""
    return arcs.tags[verb] in ("VBN", "VBD") and not arcs.has(verb, "obj", "ccomp", "aux", "mark")


def give_reported(arcs: Arcs) -> None:
    """ "A charity set up to house veterans paid £2m, an inquiry found": the charity paid.

    The last of two bare participles on a noun that a closing source takes for its own subject.
    """
    root = next((i for i, head in enumerate(arcs.heads) if head == i), 0)
    subjects = [i for i in subjects_of(arcs, root) if i < root]
    source = closing_source(arcs, root)
    if source is None or not subjects or subjects[0] == source or arcs.has(root, "ccomp", "obj"):
        return
    noun = subjects[0]
    inside = [i for i in range(noun + 1, source) if noun in arcs.path(i)]
    inside += [i for i in range(noun + 1, source) if noun + 1 in arcs.path(i) and i not in inside]
    done = [i for i in inside if arcs.labels[i] == "acl" and may_act(arcs, i)]
    told = [i for i in done[1:] if arcs.has(i, "obj")]
    if len(told) != 1 or done[0] != noun + 1:
        return
    verb = told[0]
    arcs.hang(source, root, "nsubj")
    arcs.hang(verb, root, "ccomp")
    arcs.hang(noun, verb, "nsubj")
    arcs.tags[verb], arcs.morphs[verb] = "VBD", PAST


def closing_source(arcs: Arcs, verb: int) -> int | None:
    """The noun of ", an inquiry by the Post found." behind all that it found."""
    if arcs.pos[verb] != "VERB" or arcs.forms[verb + 1 :] != ["."]:
        return None
    commas = [i for i in range(verb) if arcs.forms[i] == ","]
    behind = range(commas[-1] + 1, verb) if commas else range(0)
    nouns = [i for i in behind if arcs.labels[i] in ("nsubj", "appos") and arcs.pos[i] in NOUNS]
    return nouns[0] if len(nouns) == 1 and arcs.heads[nouns[0]] not in behind else None
