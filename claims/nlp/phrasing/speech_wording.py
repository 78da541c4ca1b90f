"""Reported speech in the order who, says, what: "«Q», ha detto X" -> "X ha detto: «Q»"."""

from __future__ import annotations

from claims.nlp.grammar.masks import reports
from claims.nlp.grammar.persons import is_personal
from claims.nlp.grammar.phrases import (
    Names,
    bare_preposition,
    join_words,
    lower_article,
    lower_first,
)
from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree
from claims.nlp.phrasing.said_content import (
    content_around,
    content_before,
    joined_content,
    verb_of_saying,
)
from claims.nlp.phrasing.subject_articles import closing_comma

THAT = {"it": "che", "en": "that"}
OWNING = frozenset({"of", "from", "by", "di"})
OF_PEOPLE = frozenset(
    {"accusare", "attaccare", "bollare", "criticare", "definire", "descrivere", "giudicare"}
    | {"considerare", "ricordare", "ritenere", "salutare"}
)
QUESTIONS = frozenset({"?", "!"})
GOING_ON = frozenset(
    {"unless", "if", "provided", "because", "although", "though", "compared", "despite", "than",
     "against", "up", "down"}
)  # fmt: skip
AGAINST = ["as", "against"]
PARTED = frozenset({"although", "though", "compared", "as", "up", "down", "but"})  # behind a comma


def speech_text(statement: Statement, names: Names, subject: str | None) -> str | None:
    """The claim with its speaker first; None where it doesn't report speech in another order.

    subject: the speaker, where the article leaves it out.
    """
    tree = statement.tree
    head = verb_of_saying(statement)
    if head is None:
        return None
    content = content_before(statement, head) or content_around(statement, head)
    if content is None:
        return None
    further = what_goes_on(tree, head, statement.mask - content)
    names = {**names, **joined_content(tree, head, content, names)}
    if further and tree.forms[min(further)].lower() in PARTED:
        last = max(content)
        names[last] = f"{names.get(last, tree.forms[last])},"
    content |= further
    frame = statement.mask - content
    speaker = speaker_words(tree, head, frame)
    if not speaker and not subject:
        return None
    rest = sorted(frame - speaker - resumed(tree, head))
    called = join_words(tree, sorted(speaker), names) if speaker else str(subject)
    verb = join_words(tree, rest, names).strip(' ,"“”«»')
    closed = closing_comma(tree, called, speaker)
    told = said(tree, head, content, names)
    parted = "," if "," in verb and told.startswith(f" {THAT[tree.language]} ") else ""
    return f"{called}{closed} {verb}{parted}{told}"


def what_goes_on(tree: Tree, head: int, frame: Mask) -> Mask:
    """The condition or comparison of what is said, behind who says it: "X fell, Y says, unless"."""
    for word in sorted(i for i in frame if i > head):
        opening = [form.lower() for form in tree.forms[word : word + 2]]
        led = opening[0] in GOING_ON or opening == AGAINST
        led = led or (opening[0] == "but" and is_inverted(tree, head, word))
        if tree.forms[word - 1] == "," and led:
            return frozenset(i for i in frame if i >= word)
    return frozenset()


def is_inverted(tree: Tree, head: int, end: int) -> bool:
    """ "X will wear out, admits Y, but": the verb before who says so is set in what is said."""
    subjects = tree.dependents(head, *SUBJECTS)
    return tree.language == "en" and bool(subjects) and all(head < i < end for i in subjects)


def resumed(tree: Tree, head: int) -> Mask:
    """The "lo" of "X cadrà, lo ha detto Y", which stands for what is said; "la ricorda" has none.

    Whom somebody defines or remembers stays.
    """
    stands = tree.language == "it" and tree.lemmas[head] not in OF_PEOPLE
    pronouns = (i for i in tree.children[head] if i < head and tree.pos[i] == "PRON")
    return frozenset(i for i in pronouns if stands and tree.forms[i].lower() in ("lo", "l'", "l’"))


def speaker_words(tree: Tree, head: int, frame: Mask) -> Mask:
    """The subject of the verb of saying."""
    subjects = [i for i in tree.dependents(head, *SUBJECTS) if i in frame]
    before = [i for i in subjects if i < head]
    if tree.language == "en" and tree.lemmas[head] == "tell" and before:
        subjects = before  # "X, 36, told Radio Y"
    if subjects:  # the parts of a name may all be called subjects
        own = frozenset().union(*(tree.subtrees[i] for i in subjects)) & frame
        return own | complement_behind(tree, own, frame) if min(own) > head else own
    for child in tree.children[head]:  # a subject behind its verb is often taken for an object
        noun = tree.pos[child] in ("NOUN", "PROPN") and not tree.has(child, "case")
        if (
            child in frame
            and child > head
            and noun
            and tree.labels[child] in ("obj", "nmod", "obl")
        ):
            return tree.subtrees[child] & frame
    return frozenset()


def complement_behind(tree: Tree, subject: Mask, frame: Mask) -> Mask:
    """ "reads a note from the firm": whose it is, taken for a part of the verb's."""
    opening = max(subject) + 1
    if opening not in frame or bare_preposition(tree.forms[opening]) not in OWNING:
        return frozenset()
    return tree.subtrees[tree.heads[opening]] & frame


def opens_with_what_i_do(tree: Tree, word: int) -> bool:
    """ "Rispetto le opinioni": a verb in -o right before an article, whatever its tag."""
    bare = tree.pos[word] == "VERB" and not tree.has(word, "aux", "aux:pass", "cop")
    article = word + 1 < tree.size and tree.labels[word + 1] == "det"
    acts = tree.has(word, "obj") and tree.forms[word].endswith("o")
    return tree.language == "it" and bare and article and acts


def said(tree: Tree, verb: int, content: Mask, names: Names) -> str:
    """What is said, behind "that" or behind a colon.

    The colon keeps the speaker's own words: those of the first person, those that stood on both
    sides of their verb, those behind a verb that takes no "that" ("ha attaccato").
    """
    words = sorted(content)
    text = join_words(tree, words, names)
    if len({tree.in_quotes[i] for i in content}) > 1:  # a quoted piece within what is told
        told = lower_first(tree, words, lower_article(text.strip(" ,"), tree.language))
        return f" {THAT[tree.language]} {told}"
    bare = text.strip("“”«»\"' ,")
    broken = tree.in_quotes[words[0]] and words[0] < verb < words[-1]
    personal = is_personal(tree, content) or opens_with_what_i_do(tree, words[0])
    direct = personal or broken or not reports(tree, verb)
    asks = tree.forms[min(words[-1] + 1, tree.size - 1)] in QUESTIONS
    if direct or asks or any(mark in bare for mark in '“”«»"'):
        opening, closing = ("«", "»") if tree.language == "it" else ("“", "”")
        inner = text.translate({ord(mark): None for mark in '“”«»"'}).strip(" ,")
        asked = tree.forms[words[-1] + 1] if asks else ""
        return f": {opening}{inner.rstrip(asked)}{asked}{closing}"
    return f" {THAT[tree.language]} {lower_first(tree, words, lower_article(bare, tree.language))}"
