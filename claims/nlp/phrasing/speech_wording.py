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

THAT = {"it": "che", "en": "that"}
FEWEST_WORDS = 3  # of content that is put behind its verb
LONGEST_ASIDE = 7
"""Words of a verb of saying and its subject between two commas."""
OWNING = frozenset({"of", "from", "by", "di"})
LEADS_ASIDE = frozenset({"as", "come", "secondo", "who", "which", "che", "while", "mentre"})
QUESTIONS = frozenset({"?", "!"})


def speech_text(statement: Statement, names: Names, subject: str | None) -> str | None:
    """The claim with its speaker first; None where it doesn't report speech in another order.

    subject: the speaker, where the article leaves it out.
    """
    tree, head = statement.tree, statement.head
    if not reports(tree, head) or head not in statement.mask:
        return None
    content = content_before(statement) or content_around(statement)
    if content is None:
        return None
    names = {**names, **joined_content(tree, head, content, names)}
    frame = statement.mask - content
    speaker = speaker_words(tree, head, frame)
    if not speaker and not subject:
        return None
    rest = sorted(frame - speaker)
    called = join_words(tree, sorted(speaker), names) if speaker else str(subject)
    verb = join_words(tree, rest, names).strip(' ,"“”«»')
    return f"{called} {verb}{said(tree, content, names)}"


def content_before(statement: Statement) -> Mask | None:
    """What is said, if it is a clause that stands whole before the verb of saying."""
    tree, head, mask = statement.tree, statement.head, statement.mask
    first = min((i for i in own_frame(statement)), default=head)
    content = frozenset(i for i in mask if i < first)
    after = frozenset(i for i in mask if i > head and tree.in_quotes[i])
    if len(content) < FEWEST_WORDS or after:
        return None
    clause = any(tree.is_verbal[i] and tree.is_finite[i] for i in content)
    linked = any(
        tree.heads[i] == head and tree.labels[i] in ("ccomp", "parataxis", "obj", "dep")
        for i in content
    )
    quoted = all(tree.in_quotes[i] for i in content)
    return content if clause and (linked or quoted) else None


def content_around(statement: Statement) -> Mask | None:
    """What is said, where the verb of saying stands between marks within it.

    "The plan, she added, is dead"; "“We don't know,” said X, “and I like that”".
    """
    tree, head, mask = statement.tree, statement.head, statement.mask
    frame = between_marks(tree, head)
    content = mask - frame
    spoken = {tree.in_quotes[i] for i in content}
    around = bool(content) and min(content) < min(frame) and max(content) > max(frame)
    if not around or not frame <= mask or len(spoken) > 1:
        return None
    if spoken == {False} and len(frame) > LONGEST_ASIDE:
        return None
    own = (head, *tree.dependents(head, "aux", "aux:pass"))
    others = any(tree.is_finite[i] and i not in own for i in frame)
    led = any(tree.labels[i] == "mark" for i in frame)
    led = led or tree.forms[min(frame)].lower() in LEADS_ASIDE
    led = led or not any(i in frame for i in tree.dependents(head, *SUBJECTS))
    clause = any(tree.is_verbal[i] and tree.is_finite[i] for i in content)
    return content if clause and not others and not led else None


def between_marks(tree: Tree, head: int) -> Mask:
    """The words round a word up to the next marks, which may be quotation marks."""
    start = end = head
    while start and tree.is_word[start - 1]:
        start -= 1
    while end + 1 < tree.size and tree.is_word[end + 1]:
        end += 1
    return frozenset(range(start, end + 1))


def joined_content(tree: Tree, head: int, content: Mask, names: Names) -> dict[int, str]:
    """A comma where two pieces of direct speech come together."""
    before = [i for i in content if i < head]
    if not before or max(content) < head or not tree.in_quotes[before[0]]:
        return {}
    last = max(before)
    return {last: f"{names.get(last, tree.forms[last])},"}


def own_frame(statement: Statement) -> Mask:
    """The verb of saying with its subject, auxiliaries and pronouns."""
    tree, head = statement.tree, statement.head
    own = {head}
    for child in tree.children[head]:
        near = abs(child - head) <= 3 or child > head
        if child in statement.mask and near and tree.labels[child] in FRAME:
            own |= tree.subtrees[child] & statement.mask
    return frozenset(own)


FRAME = SUBJECTS | {"aux", "aux:pass", "expl", "iobj", "advmod", "obl"}


def speaker_words(tree: Tree, head: int, frame: Mask) -> Mask:
    """The subject of the verb of saying."""
    subjects = [i for i in tree.dependents(head, *SUBJECTS) if i in frame]
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


def said(tree: Tree, content: Mask, names: Names) -> str:
    """What is said, behind "that" or, when it speaks in the first person, behind a colon."""
    words = sorted(content)
    text = join_words(tree, words, names)
    bare = text.strip("“”«»\"' ,")
    direct = is_personal(tree, content)
    asks = tree.forms[min(words[-1] + 1, tree.size - 1)] in QUESTIONS
    if direct or asks or any(mark in bare for mark in '“”«»"'):
        opening, closing = ("«", "»") if tree.language == "it" else ("“", "”")
        inner = text.translate({ord(mark): None for mark in '“”«»"'}).strip(" ,")
        return f": {opening}{inner}{closing}"
    return f" {THAT[tree.language]} {lower_first(tree, words, lower_article(bare, tree.language))}"
