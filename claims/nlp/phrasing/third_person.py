"""What somebody says of themselves, told of them: "I rang twice" -> "Lou Sandry rang twice".

One speaker only ("I", not "we"), and only where each word that changes is sure: else the claim
keeps its speaker's voice. Italian verbs have a file of their own.
"""

from __future__ import annotations

from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.tree import SUBJECTS, Tree
from claims.nlp.phrasing.italian_third_person import italian_third_person
from claims.nlp.referring.genders import FEMALE, MALE, gender_of_person

SUBJECT, OBJECT, OWNER, SELF = "I", "me", "my", "myself"
PRONOUNS = {
    FEMALE: {SUBJECT: "she", OBJECT: "her", OWNER: "her", SELF: "herself"},
    MALE: {SUBJECT: "he", OBJECT: "him", OWNER: "his", SELF: "himself"},
}
SHORT = {"'ve": "has", "'m": "is", "'ll": "will"}
AUXILIARIES = ("aux", "aux:pass", "cop")
THIRD = {"am": "is", "have": "has", "do": "does", "go": "goes"}
# "foresaw": a past that the lemmatiser doesn't know looks like a present
PAST_ENDINGS = (
    "saw", "took", "gave", "came", "stood", "held", "wrote", "drew", "knew", "grew", "drove",
)  # fmt: skip
SIBILANTS = ("s", "x", "z", "ch", "sh")


def third_person(statement: Statement, name: str) -> dict[int, str] | None:
    """What stands in the place of the claim's words of the first person; None where it isn't sure.

    name: the speaker's, in full.
    """
    tree = statement.tree
    if tree.language == "it":
        return italian_third_person(statement, name)
    if not name[:1].isupper():
        return None
    found: dict[int, str] = {}
    gender = gender_of_person(name)
    for word in sorted(statement.mask):
        form = tree.forms[word]
        plain = form if form == SUBJECT else form.lower()
        if plain in (SUBJECT, OBJECT, OWNER, SELF):
            told = told_of(plain, name, PRONOUNS.get(gender, {}), is_first=not found)
            if told is None:
                return None
            found[word] = told
    for word in [i for i in found if tree.forms[i] == SUBJECT]:
        verbs = agreeing(statement, word)
        if verbs is None:
            return None
        found |= verbs
    return found if is_told_whole(statement, found) else None


def told_of(form: str, name: str, pronouns: dict[str, str], *, is_first: bool) -> str | None:
    """A pronoun's place is taken by the name at first, then by a pronoun where one is sure.

    Only "I" may be the name again: "X lost X's stall" is nobody's English.
    """
    if is_first:
        return {SUBJECT: name, OBJECT: name, OWNER: f"{name}'s"}.get(form)
    return pronouns.get(form, name if form == SUBJECT else None)


def agreeing(statement: Statement, subject: int) -> dict[int, str] | None:
    """The verbs that "I" governs, in the third person; None for one whose form isn't sure."""
    tree = statement.tree
    verb = tree.heads[subject]
    first = agreeing_word(tree, verb)
    if tree.labels[subject] not in SUBJECTS or first < subject:
        return None
    told = third_form(tree, first, verb)
    if told is None:
        return None
    glued = first == subject + 1 and not tree.spaced[subject]  # "I'm"
    found = {first: f" {told}" if glued else told}
    for other in tree.dependents(verb, "conj"):
        if other not in statement.mask or tree.has(other, *SUBJECTS):
            continue
        word = agreeing_word(tree, other)
        if word != other or first == verb:  # else it shares the auxiliary
            is_present = word == other and told != tree.forms[verb]
            found[word] = third_form(tree, word, other, is_present) or tree.forms[word]
    return found


def agreeing_word(tree: Tree, head: int) -> int:
    """The word that agrees with the subject: the first auxiliary, or the verb itself."""
    return min([i for i in tree.dependents(head, *AUXILIARIES) if i < head], default=head)


def third_form(tree: Tree, word: int, head: int, is_present: bool = False) -> str | None:
    """The word's form behind "he" or "she"; None where it isn't sure.

    is_present: whether it is known to be of the present, whatever the tagger says.
    """
    form = tree.forms[word].lower().replace("’", "'")
    if form == "'d":
        return "had" if "Tense=Past" in tree.morphs[head] else "would"
    if form in SHORT:
        return SHORT[form]
    if "Tense=Pres" not in tree.morphs[word] and not is_present:
        return tree.forms[word] if tree.is_finite[word] or tree.pos[word] == "AUX" else None
    if form in THIRD:
        return THIRD[form]
    if tree.lemmas[word].lower() != form or form.endswith(PAST_ENDINGS):
        return None
    if form.endswith("y") and form[-2:-1] not in "aeiou":
        return f"{form[:-1]}ies"
    return f"{form}es" if form.endswith(SIBILANTS) else f"{form}s"


def is_told_whole(statement: Statement, found: dict[int, str]) -> bool:
    """Whether no other word of the claim speaks in the first or the second person."""
    tree = statement.tree
    return bool(found) and not any(
        i not in found and ("Person=1" in tree.morphs[i] or "Person=2" in tree.morphs[i])
        for i in statement.mask
    )
