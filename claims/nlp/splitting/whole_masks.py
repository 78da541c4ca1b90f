"""A chosen mask made whole: what grammar ties to its words comes in, what hangs on nothing goes.

The learned masks are right word by word more often than as sentences. These rules read the tree
alone, so that a claim keeps its condition, its negation, its subject and all of a list.
"""

from __future__ import annotations

from claims.nlp.grammar.masks import has_clause_as_subject, phrase
from claims.nlp.grammar.singled_out import with_what_singles_out
from claims.nlp.lexicon import words
from claims.nlp.parsing.tree import SUBJECTS, VERBAL_CHILDREN, Mask, Tree
from claims.nlp.splitting.agreeing_masks import without_alien_words
from claims.nlp.splitting.antecedent_masks import with_own_antecedent
from claims.nlp.splitting.conditions import is_condition, is_inverted, led_conditions, led_phrases
from claims.nlp.splitting.contrasts import with_contrasts
from claims.nlp.splitting.english_masks import (
    ages_of,
    conditions_of_said,
    marks_of_clauses,
    objects_within,
    possessors_of,
    shared_perfect,
    subject_of_participles,
    with_gapped_half,
    with_verb_of_subject,
    without_foreign_auxiliaries,
    without_last_link,
)
from claims.nlp.splitting.english_subjects import with_one_subject
from claims.nlp.splitting.figure_masks import with_figures
from claims.nlp.splitting.gapped_masks import with_own_verb
from claims.nlp.splitting.joined_masks import (
    with_denied_cleft,
    with_free_relatives,
    with_whole_participles,
    without_halves,
)
from claims.nlp.splitting.last_words import without_hanging_end
from claims.nlp.splitting.lone_words import hangs_in_the_air, is_part_alone, is_reason_alone
from claims.nlp.splitting.shared_objects import with_shared_object
from claims.nlp.splitting.subject_masks import (
    is_relative,
    with_all_named,
    with_all_who_act,
    with_subject,
    with_what_is_counted,
)
from claims.nlp.splitting.taken_back import with_what_calls_it_false
from claims.nlp.splitting.verb_groups import (
    with_shared_verbs,
    with_verb_groups,
    without_lone_auxiliaries,
)

GRADED = frozenset({"ADJ", "NUM", "ADV", "DET"})
GRADES = frozenset({"advmod", "det", "nummod", "case"})
HYPHENS = frozenset({"-", "‐", "‑"})
SUMS = frozenset({"milione", "milioni", "miliardo", "miliardi", "euro", "dollari"})
MORE = frozenset({"più", "meno"})
MOST_WORDS = 4  # of a person's name
SMALL = 3  # words of a modifier that goes with its adjective or number


def made_whole(tree: Tree, head: int, mask: Mask) -> Mask:
    """The mask of a claim headed by `head`, as a clause that can be written out."""
    mask = without_torn_nouns(tree, head, without_lone_auxiliaries(tree, head, mask))
    mask = with_own_antecedent(tree, head, with_verb_of_subject(tree, head, mask))
    mask = without_halves(tree, head, with_shared_verbs(tree, head, mask))
    mask = with_subject(tree, head, without_alien_words(tree, head, mask))
    saying = tree.heads[head]
    if tree.labels[head] in ("obl", "obj") and saying in mask:
        mask = with_subject(tree, saying, mask)
    if tree.labels[head] == "ccomp" and saying in mask and tree.has_subject[saying]:
        mask = with_subject(tree, saying, mask)
    mask = with_all_named(tree, head, with_object(tree, head, mask))
    mask = with_shared_object(tree, head, mask)
    mask = with_conditions(tree, head, with_what_calls_it_false(tree, head, mask))
    mask = with_free_relatives(tree, head, with_figures(tree, head, mask))
    mask = with_denied_cleft(tree, head, with_whole_participles(tree, head, mask))
    mask |= marks_of_clauses(tree, head, mask) | subject_of_participles(tree, head, mask)
    mask |= shared_perfect(tree, head, mask) | objects_within(tree, head, mask)
    mask = without_subject_of_another(tree, head, without_later_name(tree, head, mask))
    mask = with_verb_groups(tree, head, mask & tree.words)
    mask = with_what_singles_out(tree, head, without_foreign_auxiliaries(tree, head, mask))
    mask |= ages_of(tree, mask)
    mask = with_gapped_half(tree, head, with_contrasts(tree, head, mask))
    mask = with_whole_words(tree, with_small_words(tree, head, mask | possessors_of(tree, mask)))
    mask = without_name_of_a_sum(tree, head, with_whole_lists(tree, mask))
    mask = with_all_who_act(tree, head, with_what_is_counted(tree, head, mask))
    mask = with_one_subject(tree, head, with_own_verb(tree, head, mask))
    return without_last_link(tree, without_hanging_end(tree, head, mask))


def without_later_name(tree: Tree, head: int, mask: Mask) -> Mask:
    """ "Il pubblico ministero che segue il caso, X, ha parlato": two facts, who he is and does."""
    noun, label = tree.heads[head], tree.labels[head]
    other = {"acl:relcl": "appos", "appos": "acl:relcl"}.get(label)
    if other is None or noun not in mask or tree.language != "it":
        return mask
    for told in tree.dependents(noun, other):
        name, relative = (told, head) if other == "appos" else (head, told)
        if name > max(tree.subtrees[relative]):
            mask -= tree.subtrees[told]
    return mask


def without_subject_of_another(tree: Tree, head: int, mask: Mask) -> Mask:
    """ "La regione ha poche spiagge e diventa difficile stare lontani": the region isn't."""
    if not has_clause_as_subject(tree, head):
        return mask
    for word in sorted(mask - tree.subtrees[head]):
        if tree.labels[word] in SUBJECTS and head not in tree.subtrees[word]:
            mask -= tree.subtrees[word]
    return mask


def without_name_of_a_sum(tree: Tree, head: int, mask: Mask) -> Mask:
    """ "lavori costati 19 milioni, il Teatro Ariosto": the name is a subject left for the end."""
    for word in sorted(mask):
        sum_of = tree.forms[tree.heads[word]].lower() in SUMS
        name = tree.labels[word] == "appos" and tree.pos[word] == "PROPN"
        if tree.language == "it" and name and sum_of and head not in tree.subtrees[word]:
            mask -= tree.subtrees[word]
    return mask


def without_torn_nouns(tree: Tree, head: int, mask: Mask) -> Mask:
    """ "164mila a fine giugno": a noun that only another leads in isn't told without that one.

    Nor is one without its preposition and the verb that it goes with ("began [sowing it by] hand").
    """
    torn = {
        i
        for i in mask
        if tree.labels[i] == "nmod" and tree.pos[i] == "NOUN" and tree.heads[i] not in mask
        if not tree.has(i, "case", "det", "nummod", "amod") and tree.has(tree.heads[i], "case")
    }
    torn |= {
        i
        for i in mask
        if tree.labels[i] == "obl" and tree.heads[i] not in mask and tree.has(i, "case")
        if i not in tree.paths[head] and mask.intersection(tree.paths[i][2:])
        if not mask.intersection(tree.dependents(i, "case"))
    }
    torn |= {
        i
        for i in mask
        if tree.labels[i] == "advcl" and i not in tree.paths[head] and tree.has(i, "xcomp")
        if not mask.intersection(tree.dependents(i, "xcomp"))
    }
    torn |= {
        i
        for i in mask
        if is_part_alone(tree, i, mask)
        or is_reason_alone(tree, i, mask)
        or hangs_in_the_air(tree, i, mask)
    }
    lost = {word for noun in torn for word in tree.subtrees[noun]}
    return mask if head in lost else mask - lost


def with_whole_words(tree: Tree, mask: Mask) -> Mask:
    """ "Pre-eclampsia", "co-protagonista": both sides of a hyphen are one word."""
    found = set(mask)
    for hyphen in range(1, tree.size - 1):
        sides = {hyphen - 1, hyphen + 1}
        tight = not tree.spaced[hyphen - 1] and not tree.spaced[hyphen]
        if tree.forms[hyphen] in HYPHENS and tight and sides & found:
            found |= sides
    for word in mask:
        if tree.language == "en" and tree.pos[word] == "PROPN" and tree.labels[word] == "appos":
            for title in tree.dependents(word, "compound"):  # "sitting mayor X"
                found |= tree.subtrees[title]
        if tree.pos[word] == "PROPN" and tree.entities[word] in ("PER", "PERSON"):
            found |= whole_name(tree, word)
    return frozenset(found) & tree.words


def whole_name(tree: Tree, word: int) -> set[int]:
    """The proper nouns in a row that the tagger takes for one person's name."""
    first = last = word
    while first and is_of_name(tree, first - 1, word):
        first -= 1
    while last + 1 < tree.size and is_of_name(tree, last + 1, word):
        last += 1
    return set(range(first, last + 1)) if last - first < MOST_WORDS else {word}


def is_of_name(tree: Tree, word: int, other: int) -> bool:
    """Whether two neighbours are words of one name by their types."""
    return tree.pos[word] == "PROPN" and tree.entities[word] == tree.entities[other]


def with_small_words(tree: Tree, head: int, mask: Mask) -> Mask:
    """Prepositions between two words of the mask, "più" and "quasi" before what they grade."""
    found = set(mask)
    for word in mask:
        governor = tree.heads[word]
        copular = word == head and tree.has(word, "cop")
        inside = governor in mask or not tree.is_word[governor] or is_relative(tree, word)
        inside = inside or copular or (word == head and is_place_of(tree, head, mask))
        for child in tree.children[word]:
            label = tree.labels[child]
            if inside and label == "case":
                found |= tree.subtrees[child]
            led = is_infinitive(tree, word) or is_content(tree, word)
            if inside and label == "mark" and (led or opens_condition(tree, child)):
                found |= tree.subtrees[child]
            before = child < word and len(tree.subtrees[child]) <= SMALL
            graded = tree.pos[word] in GRADED or tree.labels[word] == "amod"
            if before and label in GRADES and graded:
                found |= tree.subtrees[child]
            compared = tree.forms[child].lower() in MORE and child + 1 in mask
            if compared and tree.pos[word] == "NUM":  # "dodici meno del previsto"
                found |= tree.subtrees[child]
    return frozenset(found) & tree.words


def is_place_of(tree: Tree, head: int, mask: Mask) -> bool:
    """ "a Fragnano, in provincia di Taranto": it is in the province."""
    place = tree.language == "it" and tree.labels[head] == "obl" and not tree.is_verbal[head]
    within = any(tree.forms[i].lower() == "in" for i in tree.dependents(head, "case"))
    named = any(tree.entities[i] == "LOC" for i in mask - tree.subtrees[head])
    return place and within and named


def opens_condition(tree: Tree, mark: int) -> bool:
    """ "se", "unless"."""
    return tree.forms[mark].lower() in words(tree.language, "marks.conditions")


def is_content(tree: Tree, verb: int) -> bool:
    """Whether an Italian clause is what another verb tells: it needs its "che"."""
    return tree.language == "it" and tree.labels[verb] == "ccomp" and tree.is_finite[verb]


def is_infinitive(tree: Tree, verb: int) -> bool:
    """ "chiedere", "essere chiesto"."""
    verbs = [verb, *tree.dependents(verb, *VERBAL_CHILDREN)]
    return any("VerbForm=Inf" in tree.morphs[i] for i in verbs) and not tree.is_finite[verb]


def with_whole_lists(tree: Tree, mask: Mask) -> Mask:
    """A list of nouns that is there in part is there in whole; two verbs keep what joins them."""
    found = set(mask)
    for word in mask:
        joined = [i for i in tree.dependents(word, "conj") if i in mask and tree.is_finite[i]]
        if tree.is_finite[word]:  # "ha vinto e perso": two verbs that are told together
            found |= {cc for other in joined for cc in tree.dependents(other, "cc")}
        others = [i for i in tree.dependents(word, "conj") if not tree.is_clausal[i]]
        numbers = [i for i in others if i in mask and tree.pos[i] == tree.pos[word] == "NUM"]
        found |= {cc for other in numbers for cc in tree.dependents(other, "cc")}
        clausal = tree.is_clausal[word] and tree.pos[word] != "PROPN"  # "sono Ada, Ivo e Pia"
        if clausal or not mask.intersection(others):
            continue
        for other in others:
            if other not in mask:
                found |= phrase(tree, other) | set(tree.dependents(other, "case"))
            found |= set(tree.dependents(other, "cc"))
    return frozenset(found) & tree.words


def with_object(tree: Tree, head: int, mask: Mask) -> Mask:
    """ "ha approvato ieri, dopo dieci ore, [la legge]": an Italian verb keeps what it acts on."""
    objects = [i for i in tree.dependents(head, "obj") if i > head and tree.pos[i] == "NOUN"]
    if tree.language != "it" or len(objects) != 1 or not tree.is_finite[head] or objects[0] in mask:
        return mask
    return mask | (frozenset(phrase(tree, objects[0])) & tree.words)


def with_conditions(tree: Tree, head: int, mask: Mask) -> Mask:
    """A predicate with the condition that it hangs on, so that it isn't told as a fact."""
    found = set(mask)
    for clause in tree.dependents(head, "advcl", "ccomp"):
        if is_inverted(tree, clause) or (
            tree.labels[clause] == "advcl" and is_condition(tree, clause)
        ):
            found |= tree.subtrees[clause]
    for clause in [*led_conditions(tree, head), *conditions_of_said(tree, head)]:
        found |= tree.subtrees[clause]
    for word in (head, *(i for i in mask if tree.labels[i] == "ccomp")):
        found |= led_phrases(tree, word)
    return frozenset(found) & tree.words
