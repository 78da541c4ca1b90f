"""Whether a mask can be written as a sentence: it has a verb, or wording can give it one."""

from __future__ import annotations

from claims.nlp.grammar.masks import reports
from claims.nlp.grammar.rule_claims import PERSON
from claims.nlp.grammar.singled_out import tells_which_one
from claims.nlp.grammar.statement import Statement
from claims.nlp.lexicon import words
from claims.nlp.parsing.tree import SUBJECTS, VERBAL_CHILDREN, Mask, Tree
from claims.nlp.phrasing.nominal_wording import verbless_text
from claims.nlp.phrasing.part_wording import part_text
from claims.nlp.phrasing.relative_wording import relative_text
from claims.nlp.phrasing.wording import lost_its_verb
from claims.nlp.splitting.candidate_masks import first_conjunct
from claims.nlp.splitting.english_soundness import is_torn_english
from claims.nlp.splitting.italian_fragments import is_italian_fragment
from claims.nlp.splitting.joined_masks import is_bare_cleft, is_free
from claims.nlp.splitting.told_sources import names_a_source
from claims.nlp.splitting.torn_relatives import (
    is_aim_behind_colon,
    leaps_over_main_verb,
    lost_its_pronoun,
    opens_with_whose,
)

# what stands before a name and is none of it ("il presidente federale della Lega")
RELATIVES = frozenset({"cui", "quale", "quali"})
LENT = frozenset(
    {"did", "does", "do", "has", "have", "had", "is", "are", "was", "were", "will", "would"}
)
NOT = frozenset({"not", "n't", "n’t", "so", "too"})
NEAR = 3  # words from a verb of saying to who speaks
PARTS = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod", "obl:agent"})
TOLD_OF = frozenset({"appos", "acl", "acl:relcl", "parataxis"})
OF_TITLES = frozenset({"DET", "NOUN", "ADJ", "ADP", "ADV", "VERB", "AUX", "PRON", "CCONJ", "SCONJ"})


def is_sound(tree: Tree, head: int, mask: Mask) -> bool:
    """Whether the claim stands as a sentence; without a finite verb only where the article's
    sentence has none either, or where it gets one (apposition, participle, gerund, title)."""
    if is_no_predicate(tree, head) or is_piece(tree, head, mask):
        return False
    statement = Statement(tree, head, mask)
    if opens_with_whose(tree, mask):
        return bool(relative_text(statement, {}))
    if statement.finite or not lost_its_verb(statement):
        return True
    people = frozenset(i for i in mask if belongs_to_name(tree, i))
    if part_text(statement, {}) or relative_text(statement, {}):
        return True
    return bool(verbless_text(statement, {}, "X" if tree.language == "it" else None, people))


def is_no_predicate(tree: Tree, head: int) -> bool:
    """Whether a word tells nothing of itself, whatever stands beside it."""
    return (
        tree.labels[head] in VERBAL_CHILDREN
        or is_reduced(tree, head)
        or is_as_asked(tree, head)
        or is_set_in(tree, head)
        or is_amount_beside_name(tree, head)
        or is_party_of_person(tree, head)
    )


def is_piece(tree: Tree, head: int, mask: Mask) -> bool:
    """Whether a mask is a piece of what is told, or only says where, who or which one."""
    clause = first_conjunct(tree, head)
    relative = tree.labels[clause] == "acl:relcl"
    return (
        (relative and (is_free(tree, clause) or lost_its_source(tree, clause, mask)))
        or leaps_a_colon(tree, mask)
        or any(is_kind(tree, head, mask) for is_kind in PIECES)
    )


def is_party_of_person(tree: Tree, head: int) -> bool:
    """ "Louise Gates (Greens)": the party is nobody."""
    person = tree.heads[head]
    named = tree.labels[head] == "appos" and tree.pos[head] == tree.pos[person] == "PROPN"
    first = min(tree.subtrees[head] & tree.words, default=head)
    apart = tree.forms[first - 1] == "(" and tree.entities[head] not in PERSON
    return named and apart and tree.entities[person] in PERSON


def is_bare_auxiliary(tree: Tree, head: int, mask: Mask) -> bool:
    """ "The mayor did not": what he did not do stands elsewhere."""
    rest = {i for i in mask if i > head and tree.forms[i].lower() not in NOT}
    subjects = tree.dependents(head, *SUBJECTS)
    bare = tree.forms[head].lower() in LENT and not rest and not tree.has(head, "obj", "ccomp")
    return tree.language == "en" and bare and mask.issuperset(subjects) and bool(subjects)


def follows_lost_participle(tree: Tree, head: int, mask: Mask) -> bool:
    """ "[Escluso] l'atteso kolossal di X": a noun without the participle that tells of it."""
    participle = tree.heads[head]
    opens = participle == min(tree.words) and tree.labels[head].startswith("nsubj")
    told = tree.pos[participle] == "VERB" and not tree.is_finite[participle]
    bare = not any(tree.pos[i] in ("VERB", "AUX") for i in mask) and tree.has(head, "det")
    return tree.language == "it" and opens and told and bare and participle not in mask


def is_source(tree: Tree, head: int, mask: Mask) -> bool:
    """ "Secondo quanto ha riferito X": it names a source and states nothing."""
    return tree.language == "it" and names_a_source(tree, head, min(mask))


def lost_its_source(tree: Tree, clause: int, mask: Mask) -> bool:
    """ "don Zanin, [secondo cui] nessuno c'è": without its source it is the article's."""
    pronouns = [
        tree.heads[i]
        for i in tree.subtrees[clause]
        if tree.forms[i].lower() == "secondo" and tree.labels[i] == "case"
    ]
    own = [
        i
        for i in pronouns
        if tree.forms[i].lower() in RELATIVES
        and next((n for n in tree.paths[i] if tree.labels[n] == "acl:relcl"), None) == clause
    ]
    return tree.language == "it" and bool(own) and not mask.intersection(own)


def is_as_asked(tree: Tree, head: int) -> bool:
    """ "ruled it out, as some had demanded": what they demanded stands elsewhere."""
    opens = any(tree.forms[i].lower() == "as" for i in tree.dependents(head, "mark", "advmod"))
    held = tree.has(head, "obj", "ccomp", "xcomp", "cop", "obl", "aux:pass")
    bare = tree.is_finite[head] or tree.has(head, "cop", "aux:pass", "aux")
    bare = bare and not tree.has_subject[head]  # "as is usual here"
    return tree.language == "en" and tree.labels[head] == "advcl" and opens and (bare or not held)


def is_as_told(tree: Tree, head: int, mask: Mask) -> bool:
    """ "Il programma, come ha spiegato la difesa, regge": what she has explained is the rest."""
    opens = any(tree.forms[i].lower() == "come" for i in tree.dependents(head, "mark", "advmod"))
    told = tree.language == "it" and tree.labels[head] == "advcl" and reports(tree, head)
    nobody = any(tree.forms[i].lower() == "si" for i in tree.dependents(head, "expl"))
    held = (tree.has(head, "ccomp", "xcomp") and not nobody) or tree.heads[head] in mask
    return told and opens and not held


def is_reduced(tree: Tree, head: int) -> bool:
    """ "Men who stole a van packed with beer were caught": the parser takes "packed" for the verb.

    Its own content would have a subject.
    """
    past = tree.language == "en" and "Tense=Past|VerbForm=Fin" in tree.morphs[head]
    own = tree.has(head, *VERBAL_CHILDREN, "obj") or reports(tree, head)
    if not past or own or tree.forms[head - 1] == ",":
        return False
    contents = [i for i in tree.dependents(head, "ccomp") if i > head and tree.is_finite[i]]
    return any(not tree.has_subject[i] and tree.has(i, *VERBAL_CHILDREN) for i in contents)


def is_set_in(tree: Tree, head: int) -> bool:
    """ "Il bando, spiega l'assessora, vale 3 milioni": between its commas somebody speaks.

    The parser takes who speaks for an object, and the subject of what is said for a subject.
    """
    if tree.language != "it" or not head or tree.forms[head - 1] != ",":
        return False
    if not reports(tree, head):
        return is_made_known(tree, head)
    if tree.forms[head + 1 : head + 2] == [","] and not tree.has(head, "obj", "ccomp", *SUBJECTS):
        return True  # "l'anno dopo, aggiungeva, i costi sarebbero scesi"
    speakers = [i for i in tree.dependents(head, "obj", "nsubj") if i > head]
    if speakers and tree.labels[head] == "acl:relcl" and not tree.has(head, "ccomp", "mark"):
        return min(tree.subtrees[head] & tree.words) == head  # "tre dei quali, ricorda X, ..."
    before = [i for i in tree.dependents(head, "nsubj", "nsubj:pass") if i < head]
    quoted = any(tree.in_quotes[i] for i in before)
    if not speakers or not before or quoted or tree.has(head, "aux", "ccomp"):
        return False
    close = max(tree.subtrees[speakers[0]] & tree.words) + 1
    return speakers[0] - head <= NEAR and close < tree.size and tree.forms[close] == ","


def is_made_known(tree: Tree, head: int) -> bool:
    """ "I soci, fa sapere la Brunex, sono stati pagati"."""
    if tree.lemmas[head] != "fare" or tree.forms[head + 1 : head + 2] != ["sapere"]:
        return False
    own = tree.has(head + 1, "ccomp", "xcomp") or not tree.has(head + 1, "obj", "nsubj")
    return not own and any(i < head for i in tree.dependents(head, *SUBJECTS))


def is_amount_beside_name(tree: Tree, head: int) -> bool:
    """ "According to Orbit Ledger, 8 per cent have failed": the comma parts no apposition."""
    amount = tree.labels[head] == "appos" and tree.entities[head] in ("PERCENT", "MONEY")
    return amount and tree.pos[tree.heads[head]] == "PROPN"


def is_noun_with_content(tree: Tree, head: int, mask: Mask) -> bool:
    """ "la considerazione che la legge basta": a noun and what it holds make no sentence."""
    noun = tree.heads[head]
    marks = [tree.forms[i].lower() for i in tree.dependents(head, "mark")]
    held = "che" in marks or "that" in marks
    content = tree.labels[head] in ("acl", "acl:relcl") and held and tree.has(head, *SUBJECTS)
    # "il valore più alto da quando si misura"
    since = tree.labels[head] == "acl" and bool(marks) and not held and tree.is_finite[head]
    told = noun in mask and (content or since)
    return told and is_bare_noun(tree, noun, mask)


def is_bare_noun(tree: Tree, noun: int, mask: Mask) -> bool:
    """Whether a noun stands without the verb that governs it."""
    return tree.pos[noun] == "NOUN" and not tree.is_verbal[noun] and tree.heads[noun] not in mask


def belongs_to_name(tree: Tree, word: int) -> bool:
    """Whether a word is one of a name's own; the tagger's spans of people hold their titles too."""
    if tree.pos[word] == "PROPN" or is_particle(tree, word):
        return True
    return tree.entities[word] in PERSON and tree.pos[word] not in OF_TITLES


def is_particle(tree: Tree, word: int) -> bool:
    """The "de" of "Ada de Bortoli", between two words of a person's name."""
    particle = tree.forms[word] in words("names", "people.particles")
    inside = 0 < word < tree.size - 1 and particle
    return inside and all(
        tree.entities[i] in PERSON and tree.pos[i] == "PROPN" for i in (word - 1, word + 1)
    )


def leaps_a_colon(tree: Tree, mask: Mask) -> bool:
    """Whether a mask holds words on both sides of a colon, but not the one right before it."""
    for mark in range(1, tree.size - 1):
        if tree.forms[mark] != ":" or mark - 1 in mask or tree.in_quotes[mark + 1]:
            continue
        if min(mask) < mark - 1 and mark + 1 in mask:
            return True
    return False


def is_list_alone(tree: Tree, head: int, mask: Mask) -> bool:
    """ "Aveva [le orecchie nere, tre cicatrici e dei segni]": a list tells nothing of its first."""
    listed = mask.intersection(tree.dependents(head, "conj"))
    part = tree.labels[head] in PARTS and not tree.is_clausal[head]
    opens = min(mask) >= min(tree.subtrees[head])
    told = any(tree.is_verbal[i] or tree.labels[i] in TOLD_OF for i in mask)
    return bool(listed) and part and opens and not told


PIECES = (
    is_italian_fragment,
    is_list_alone,
    is_noun_with_content,
    is_source,
    is_as_told,
    is_bare_cleft,
    is_bare_auxiliary,
    follows_lost_participle,
    tells_which_one,
    is_torn_english,
    lost_its_pronoun,
    leaps_over_main_verb,
    is_aim_behind_colon,
)
