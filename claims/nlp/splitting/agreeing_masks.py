"""A chosen mask rid of what belongs to another verb: its subject, its negation.

"Non ha chiesto nulla e minacciava" denies the first verb alone; "l'identità è ignota ed è armato"
tells of somebody else the second time.
"""

from __future__ import annotations

from claims.nlp.grammar.masks import phrase, tells_what_is_so
from claims.nlp.grammar.rule_claims import PERSON
from claims.nlp.grammar.verb_forms import shown_morph
from claims.nlp.parsing.tree import SUBJECTS, VERBAL_CHILDREN, Mask, Tree
from claims.nlp.splitting.collectives import is_collective

NEGATIONS = frozenset({"non", "not", "n't", "n’t", "never"})
NOUNS = frozenset({"NOUN", "PROPN"})
SHARING = frozenset({"conj", "advcl"})
ENDINGS = {"o": ("Sing", "Masc"), "a": ("Sing", "Fem"), "i": ("Plur", "Masc"), "e": ("Plur", "Fem")}


def without_alien_words(tree: Tree, head: int, mask: Mask) -> Mask:
    """The mask without another verb's negation or a subject that doesn't agree."""
    mask = without_alien_clitic(tree, head, without_alien_negation(tree, head, mask))
    return without_nouns_above(tree, head, without_alien_subject(tree, head, mask))


def without_nouns_above(tree: Tree, head: int, mask: Mask) -> Mask:
    """A joined verb that has a subject without what goes with the verbs that its clause hangs on.

    "La ministra ha detto che il governo non cadrà ed entrerà nella fase due": the government will.
    """
    if tree.language != "it" or tree.labels[head] != "conj" or not tree.is_clausal[head]:
        return mask
    mask -= alien_of_two(tree, head, mask)
    joined = joined_verbs(tree, head)
    owner = next((verb for verb in joined if tree.has_subject[verb]), None)
    own = [] if owner is None else tree.dependents(owner, *SUBJECTS)
    named = tree.labels[joined[-1]] == "ccomp" and any(tree.pos[i] in NOUNS for i in own)
    if owner is None or not (named or mask.intersection(own)):
        return mask
    above = [verb for verb in tree.paths[owner][1:] if tree.is_verbal[verb] and verb not in mask]
    others = {i for verb in above for i in tree.dependents(verb, "obj", "iobj", *SUBJECTS)}
    for noun in others.intersection(mask) - set(tree.paths[head]):
        mask -= tree.subtrees[noun]
    return mask


def alien_of_two(tree: Tree, head: int, mask: Mask) -> Mask:
    """ "La ministra ha detto che il governo non cadrà ed entrerà": one of two, by the tense."""
    saying = tree.heads[head]
    contents = [i for i in tree.dependents(saying, "ccomp") if i < head and i not in mask]
    said = [i for c in contents for i in tree.dependents(c, *SUBJECTS) if i in mask]
    speaking = [i for i in tree.dependents(saying, *SUBJECTS) if i in mask]
    if tree.has_subject[head] or saying in mask or not said or not speaking:
        return frozenset()
    times = [tense_of(tree, verb) for verb in (head, contents[0], saying)]
    alien = speaking if times[0] == times[1] != times[2] else said
    return frozenset[int]().union(*(tree.subtrees[i] for i in alien)) - {head}


def tense_of(tree: Tree, verb: int) -> set[str]:
    """The tense and mood that a verb shows, or its auxiliary for it."""
    helping = tree.dependents(verb, *VERBAL_CHILDREN)
    shown = next((i for i in helping if "VerbForm=Fin" in tree.morphs[i]), verb)
    kept = {part for part in tree.morphs[shown].split("|") if part[:4] in ("Tens", "Mood")}
    return kept | ({"Perfect"} if shown != verb and tree.lemmas[shown] == "avere" else set())


def joined_verbs(tree: Tree, head: int) -> list[int]:
    """A verb and those that it is joined to, up to the first."""
    found = [head]
    while tree.labels[found[-1]] == "conj" and tree.is_clausal[tree.heads[found[-1]]]:
        found.append(tree.heads[found[-1]])
    return found


def without_alien_negation(tree: Tree, head: int, mask: Mask) -> Mask:
    """No negation of a predicate that isn't there, unless its auxiliary is shared."""
    return frozenset(
        i
        for i in mask
        if tree.forms[i].lower() not in NEGATIONS
        or tree.labels[i] != "advmod"
        or i in tree.subtrees[head]
        or not tree.is_verbal[tree.heads[i]]
        or tree.heads[i] in mask
        or mask.intersection(tree.dependents(tree.heads[i], *VERBAL_CHILDREN))
    )


def without_alien_clitic(tree: Tree, head: int, mask: Mask) -> Mask:
    """ "si sono accampati, sventolano": the "si" of a verb that isn't there is no other's."""
    return frozenset(
        i
        for i in mask
        if tree.language != "it"
        or not (tree.labels[i].startswith("expl") and tree.forms[i].lower() == "si")
        or tree.heads[i] in mask
        or not tree.is_word[tree.heads[i]]
        or i in tree.subtrees[head]
        or mask.intersection(tree.dependents(tree.heads[i], *VERBAL_CHILDREN))
    )


def without_alien_subject(tree: Tree, head: int, mask: Mask) -> Mask:
    """A joined verb without the subject of the first where it doesn't agree with it."""
    governor = tree.heads[head]
    while tree.labels[governor] == "conj" and not tree.has_subject[governor]:
        governor = tree.heads[governor]
    own = [i for i in tree.dependents(head, "nsubj", "nsubj:pass") if tree.pos[i] == "NOUN"]
    first = tree.heads[head]
    if tree.language == "it" and tree.labels[head] == "conj" and first not in mask:
        for subject in tree.dependents(first, "nsubj", "nsubj:pass") if mask & set(own) else ():
            mask -= tree.subtrees[subject]  # "[X] ha chiesto reti, ma l'ente ha risposto"
    if tree.language == "it" and tells_what_is_so(tree, head) and first not in mask:
        mask &= tree.subtrees[head]  # "X ha ammesso le colpe, mentre è certo che sarà sospeso"
    shares = tree.labels[head] in SHARING and not tree.has_subject[head] and tree.is_finite[head]
    if tree.language != "it" or not shares or governor in mask:
        return mask
    for subject in tree.dependents(governor, *SUBJECTS):
        if subject in mask and not fits(tree, subject, head):
            mask -= frozenset(phrase(tree, subject) | tree.subtrees[subject])
    return mask or frozenset({head})


def fits(tree: Tree, subject: int, head: int) -> bool:
    """Whether an Italian predicate has its subject's person, number and gender, where shown."""
    if tree.pos[subject] in ("NOUN", "PROPN") and (
        is_of_speakers(tree, head) or has_passive_subject(tree, head)
    ):
        return False
    listed = tree.has(subject, "conj")
    if tree.entities[subject] in PERSON and tree.pos[subject] == "PROPN" and not listed:
        return not is_plural_verb(tree, head)
    morph = shown_morph(tree, subject)
    if tree.pos[subject] != "NOUN" or is_collective(tree, subject):
        return True
    number, gender = shown_by_predicate(tree, head)
    if gender and not listed and "Gender=" in morph and f"Gender={gender}" not in morph:
        return False
    verbs = [head, *tree.dependents(head, *VERBAL_CHILDREN)]
    finite = next((tree.morphs[v] for v in verbs if "VerbForm=Fin" in tree.morphs[v]), "")
    if "Number=" not in morph or "Number=" not in finite:
        return True
    plural = listed or "Number=Plur" in morph
    return plural == ("Number=Plur" in finite) and number in ("", "Plur" if plural else "Sing")


def is_of_speakers(tree: Tree, head: int) -> bool:
    """Whether a verb is a speaker's or a hearer's own ("avevo"): no noun is its subject."""
    verbs = [head, *tree.dependents(head, *VERBAL_CHILDREN)]
    finite = next((tree.morphs[v] for v in verbs if "VerbForm=Fin" in tree.morphs[v]), "")
    return "Mood=Ind" in finite and ("Person=1" in finite or "Person=2" in finite)


def has_passive_subject(tree: Tree, head: int) -> bool:
    """ "È stato osservato un minuto": a passive has no object, so it is its subject."""
    return tree.has(head, "aux:pass") and any(i > head for i in tree.dependents(head, "obj"))


def is_plural_verb(tree: Tree, head: int) -> bool:
    """Whether a predicate's finite verb is a plural: one person does no such thing."""
    verbs = [head, *tree.dependents(head, *VERBAL_CHILDREN)]
    return any({"VerbForm=Fin", "Number=Plur"} <= set(tree.morphs[v].split("|")) for v in verbs)


def shown_by_predicate(tree: Tree, head: int) -> tuple[str, str]:
    """The number and gender of what stands with "essere"; "" where it shows none."""
    verbs = tree.dependents(head, "aux", "aux:pass", "cop")
    with_essere = any(tree.lemmas[i] in ("essere", "venire") for i in verbs)
    form = tree.forms[head].lower()
    participle = tree.pos[head] == "VERB" and form[-2:-1] in ("t", "s")
    adjective = tree.pos[head] == "ADJ" and form[-1] in "oa" and "Gender=" in tree.morphs[head]
    shows = with_essere and (participle or adjective)
    return ENDINGS.get(form[-1], ("", "")) if shows else ("", "")
